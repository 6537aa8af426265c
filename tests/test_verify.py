"""A published folder is checked against its texts, its contract and its own description."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import corpus
from sample_graph import english, russian

from baygraph.errors import NotPublished
from baygraph.populate import populate
from baygraph.publish import FILES, publish
from baygraph.verify import CHECKS, verify

pytestmark = pytest.mark.package

TEXTS = [claims.document for claims in corpus()]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "out"
    publish(populate(corpus()), folder)
    return folder


@pytest.fixture
def out(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "out"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


def test_what_was_published_is_all_right(published: Path) -> None:
    assert verify(published, TEXTS) == ()
    assert verify(published) == ()


def test_a_quote_that_the_text_has_not_is_found(published: Path) -> None:
    changed = [replace(TEXTS[0], text=TEXTS[0].text.replace("Chen Anran", "Chen Anrao")), *TEXTS[1:]]
    found = verify(published, changed)
    assert {p.found for p in found} >= {"Mayor Chen Anran"}
    assert {p.promise for p in found} == {"its quote stands in the text at its offsets"}
    assert all("evidence/river." in p.where for p in found)


def test_a_sentence_that_the_text_has_not_is_found(tmp_path: Path) -> None:
    said = english(), russian()
    publish(populate(said), tmp_path)
    texts = [claims.document for claims in said]
    assert verify(tmp_path, texts) == ()
    edit(tmp_path / "evidence.ttl", 'bay:prefix "Zhongshan has', 'bay:prefix "Zhongshan had')
    found = [p.promise for p in verify(tmp_path, texts) if "evidence/harbour." in p.where]
    assert found == ["its quote stands in the text at its offsets"]


def test_a_text_that_is_missing_is_named(published: Path) -> None:
    (problem,) = verify(published, TEXTS[1:])
    assert (problem.where, problem.promise) == ("river", "its text is among those given")


PLAIN = "id:white-beacon a bay:Company"
TAMPERING: dict[str, tuple[str, str, str, str]] = {
    "a made-up fact": ("baygraph.ttl", PLAIN, "id:white-beacon bay:locatedIn id:zhuhai ; a bay:Company",
                       "a plain fact has a claim or is known beforehand"),
    "a lost fact": ("baygraph.ttl", "    bay:jobTitle \"mayor\"@en", "    bay:jobTitle \"major\"@en",
                    "a claim that no document denies is a plain fact"),
    "a denied fact": ("baygraph.ttl", "    bay:establishedBy id:zhuhai",
                      "    bay:locatedIn id:foshan ;\n    bay:establishedBy id:zhuhai",
                      "a denied claim has no plain fact beside it"),
    "a quote with another text": ("evidence.ttl", '"Mayor Chen Anran"', '"Mayor Chen Anrao"',
                                  "its quote stands in the text at its offsets"),
    "an offset beside the quote": ("evidence.ttl", "bay:start 131 ;", "bay:start 130 ;",
                                   "its quote stands in the text at its offsets"),
    "an offset in words": ("evidence.ttl", "bay:start 131 ;", 'bay:start "there" ;',
                           "its quote stands in the text at its offsets"),
    "evidence that is not there": ("evidence.ttl", "bay:supportedBy evidence:river.131-147",
                                   "bay:supportedBy evidence:river.0-147", "each individual is described"),
    "a blank node": ("baygraph.ttl", PLAIN, "[] a bay:City .\n" + PLAIN, "there is no blank node"),
    "a person who is a city": ("baygraph.ttl", "id:chen-anran a bay:Person", "id:chen-anran a bay:City",
                               "the graph satisfies its shapes"),
    "a conclusion from nothing": ("inferred.ttl", "id:zhuhai a bay:Place", "id:zhuhai a bay:Facility",
                                  "all that is inferred follows"),
    "a conclusion left out": ("inferred.ttl", "id:zhuhai a bay:Place .", "", "all that follows is inferred"),
    "another line in the quads": ("baygraph.nq", "<", "<urn:x:a> <urn:x:b> <urn:x:c> <urn:x:d> .\n<",
                                  "it holds only what the Turtle files hold"),
    "another page": ("baygraph.html", "<", "<!-- x --><", "it is the file that void.ttl describes"),
    "another report": ("report.json", '"skipped": []', '"skipped":  []',
                       "it is the file that void.ttl describes"),
    "Turtle that is none": ("evidence.ttl", " a rdf:Statement", " a rdf:Statement rdf:", "it can be read"),
    "a report that is none": ("report.json", "{", "{{", "it can be read"),
}  # fmt: skip


@pytest.mark.parametrize("tampering", TAMPERING.values(), ids=TAMPERING.keys())
def test_what_was_tampered_with_is_found(out: Path, tampering: tuple[str, str, str, str]) -> None:
    name, old, new, promise = tampering
    edit(out / name, old, new)
    found = verify(out, TEXTS)
    assert promise in {problem.promise for problem in found}
    assert all(promise in str(problem) for problem in found if problem.promise == promise)


@pytest.mark.parametrize("name", FILES[1:])
def test_a_file_that_is_missing_is_named(out: Path, name: str) -> None:
    (out / name).unlink()
    assert name in {problem.where for problem in verify(out, TEXTS)}


def test_a_folder_without_a_graph_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotPublished):
        verify(tmp_path)


def test_each_check_says_what_it_checks() -> None:
    docs: list[Callable[..., object]] = list(CHECKS)
    assert all((check.__doc__ or "").endswith(".") for check in docs)
