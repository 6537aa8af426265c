"""What changed between two builds is told in facts, with exit codes that a script can use."""

import json
import shutil
from pathlib import Path

import pytest
from builders import Said, nobody_known

from baygraph.cli import main
from baygraph.difference import Item, difference, told
from baygraph.model import DocumentClaims, Modality, Value
from baygraph.populate import populate
from baygraph.publish import publish

pytestmark = pytest.mark.package

TEXT = "Foshan opened Heron Park in Shunde. Heron Park has 40 firms\nin all. Foshan may close Reed Park."


def said(firms: int = 40, modality: Modality = "planned", place: str = "shunde") -> DocumentClaims:
    text = TEXT.replace("40", str(firms))
    one = Said("delta", text, "en", title="Parks", issued="2020-02-03")
    one.thing("foshan", "City", "Foshan").thing(place, "District", place.title(), mentions=["Shunde"])
    one.thing("heron-park", "Park", "Heron Park").thing("reed-park", "Park", "Reed Park")
    one.fact("heron-park", "locatedIn", place, quotes=["Heron Park in Shunde"])
    one.fact("reed-park", "locatedIn", "foshan", quotes=["Foshan may close Reed Park"], modality=modality)
    key = f"delta--heron-park--firm--{firms}"
    one.thing(key, "Statistic", mentions=[str(firms)])
    one.fact(key, "value", Value(str(firms), "integer"), quotes=[f"has {firms} firms"])
    one.fact(key, "measure", Value("firm", lang="en"), quotes=[f"{firms} firms"])
    one.fact(key, "about", "heron-park", quotes=[f"Heron Park has {firms} firms"])
    return one.done()


def published(folder: Path, claims: DocumentClaims) -> Path:
    publish(populate([claims], nobody_known), folder)
    return folder


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("old") / "out", said())


def test_a_build_does_not_differ_from_itself(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = shutil.copytree(old, tmp_path / "again")
    assert not difference(old, again)
    assert main(["diff", str(old), str(again)]) == 0
    assert capsys.readouterr().out == ""


def test_a_figure_that_changed_is_removed_and_added(old: Path, tmp_path: Path) -> None:
    found = difference(old, published(tmp_path / "new", said(firms=55)))
    assert [each.said for each in found.removed] == ["heron-park: 40 firm"]
    assert [each.said for each in found.added] == ["heron-park: 55 firm"]


def test_a_plan_that_came_true_is_a_change_of_its_fact(old: Path, tmp_path: Path) -> None:
    found = difference(old, published(tmp_path / "new", said(modality="")))
    iri = "https://w3id.org/baygraph/id/reed-park"
    assert found.removed == (Item("facts", iri, "reed-park locatedIn foshan", "planned"),)
    assert found.added == (Item("facts", iri, "reed-park locatedIn foshan"),)


def test_things_names_and_facts_are_told_apart_and_in_order(old: Path, tmp_path: Path) -> None:
    lines = told(difference(old, published(tmp_path / "new", said(place="nanhai")))).splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "things: 1 removed, 1 added",
        "names: 1 removed, 1 added",
        "facts: 1 removed, 1 added",
    ]
    assert "  - heron-park locatedIn shunde" in lines
    assert "  + heron-park locatedIn nanhai" in lines


def test_a_document_that_came_is_named(old: Path, tmp_path: Path) -> None:
    other = Said("news", "Macao.", "en", title="A \x1b[31mred\nline", issued="2021").thing(
        "macao", "City", "Macao"
    )
    publish(populate([said(), other.done()], nobody_known), tmp_path / "new")
    lines = told(difference(old, tmp_path / "new")).splitlines()
    assert lines[:2] == ["documents: 0 removed, 1 added", "  + news · A [31mred line · 2021"]


def test_a_script_reads_json_and_the_exit_code(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = published(tmp_path / "new", said(firms=55))
    assert main(["diff", str(old), str(new), "--format", "json"]) == 1
    told_of = json.loads(capsys.readouterr().out)
    assert [row["said"] for row in told_of["figures"]["added"]] == ["heron-park: 55 firm"]
    assert told_of["facts"] == {"removed": [], "added": []}


def test_a_folder_that_holds_no_graph_is_trouble(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(old), str(tmp_path)]) == 2
    assert "holds no published graph" in capsys.readouterr().err
