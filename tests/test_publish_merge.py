"""Graphs that were built apart become the graph that would have been built at once."""

from itertools import permutations
from pathlib import Path

import pytest
from builders import Said, bridge, corpus, fair, river

from baygraph.errors import NotPublished
from baygraph.model import DocumentClaims
from baygraph.populate import populate
from baygraph.publish import merge, publish, skipped
from baygraph.publish.merging import read_dataset, read_triples
from baygraph.read import Failure

pytestmark = pytest.mark.package


def named_apart() -> tuple[DocumentClaims, ...]:
    """Texts that name one thing by names of equal and of different length, and class it differently."""
    said = [
        Said("one", "The Expo opened.").thing("expo", "Event", "Expo"),
        Said("two", "The Bay Expo and the Big Expo").thing("expo", "Event", "Bay Expo", "Big Expo"),
        Said("three", "Big Expo is a programme.").thing("expo", "Program", "Big Expo", confidence=0.4),
        Said("two.more", "Expo: a talent programme").thing("expo", "TalentProgram", "Expo", rule="head"),
    ]
    return tuple(each.done() for each in said)


@pytest.fixture
def apart(tmp_path: Path) -> list[Path]:
    """The corpus and more, published one document at a time."""
    folders: list[Path] = []
    for claims in (*corpus(), *named_apart()):
        folders.append(tmp_path / f"part{len(folders)}")
        failures = [Failure(f"{claims.document.id}.pdf", "is no text")]
        publish(populate([claims]), folders[-1], failures=failures)
    return folders


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_one_document_at_a_time_gives_the_same_bytes_as_all_at_once(
    apart: list[Path], tmp_path: Path
) -> None:
    everything = (*corpus(), *named_apart())
    failures = [Failure(f"{claims.document.id}.pdf", "is no text") for claims in everything]
    publish(populate(everything), tmp_path / "at-once", failures=failures)
    publish(merge(apart), tmp_path / "merged", failures=skipped(apart))
    assert contents(tmp_path / "merged") == contents(tmp_path / "at-once")


def test_the_order_of_the_folders_changes_nothing(apart: list[Path]) -> None:
    expected = populate(named_apart())
    assert all(merge(order) == expected for order in permutations(apart[3:]))


def test_a_merged_folder_can_be_merged_again(apart: list[Path], tmp_path: Path) -> None:
    publish(merge(apart[:3]), tmp_path / "first")
    publish(merge(apart[2:]), tmp_path / "second")  # one document stands in both
    assert merge([tmp_path / "second", tmp_path / "first"]) == populate((*corpus(), *named_apart()))


def test_claims_and_evidence_merge_by_plain_set_union(apart: list[Path], tmp_path: Path) -> None:
    publish(populate((*corpus(), *named_apart())), tmp_path / "at-once")
    union = {triple for folder in apart for triple in read_triples(folder, "evidence.ttl")}
    assert union == set(read_triples(tmp_path / "at-once", "evidence.ttl"))


def test_where_documents_do_not_differ_the_facts_merge_by_plain_set_union(tmp_path: Path) -> None:
    for name, claims in (("a", [river()]), ("b", [bridge()]), ("both", [river(), bridge()])):
        publish(populate(claims), tmp_path / name)
    a, b, both = (set(read_triples(tmp_path / name, "baygraph.ttl")) for name in ("a", "b", "both"))
    assert a | b == both


def test_a_published_folder_is_read_back_as_it_was(tmp_path: Path) -> None:
    dataset = populate([fair()])
    publish(dataset, tmp_path / "out")
    assert read_dataset(tmp_path / "out") == dataset


def test_a_folder_without_a_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotPublished, match="nothing-here"):
        merge([tmp_path / "nothing-here"])
