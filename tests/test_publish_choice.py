"""The page of a graph that is too large for one shows what has most links, with its quotes, and says so."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from builders import Said, nobody_known

from baygraph.model import DocumentClaims, Value
from baygraph.populate import populate
from baygraph.publish import choice, publish

pytestmark = pytest.mark.package


def text(number: int) -> DocumentClaims:
    """Park ``number`` lies in Zhuhai; those with an even number work with White Beacon too."""
    park, about = f"Park {number:03}", f"Park {number:03} hosts {number + 1} firms."
    said = Said(f"text-{number:03}", f"{park} lies in Zhuhai. {park} works with White Beacon. {about}")
    said.thing("zhuhai", "City", "Zhuhai").thing(f"park-{number:03}", "Park", park)
    said.fact(f"park-{number:03}", "locatedIn", "zhuhai", quotes=[f"{park} lies in Zhuhai"])
    if not number % 2:
        said.thing("white-beacon", "Company", "White Beacon")
        said.fact(
            f"park-{number:03}", "cooperatesWith", "white-beacon", quotes=[f"{park} works with White Beacon"]
        )
    figure = f"figure-{number:03}"
    said.thing(figure, "Statistic", mentions=[f"{number + 1} firms"], rule="figure")
    said.fact(figure, "value", Value(str(number + 1), "integer"), quotes=[about], rule="figure")
    said.fact(figure, "measure", Value("firm", lang="en"), quotes=[about], rule="figure")
    said.fact(figure, "about", f"park-{number:03}", quotes=[about], rule="figure")
    return said.done()


def content(folder: Path) -> dict[str, Any]:
    page = (folder / "baygraph.html").read_text("utf-8")
    found = re.search(r'id="content-data">(.*?)</script>', page)
    assert found
    return dict(json.loads(found[1]))


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setattr(choice, "DOCUMENTS", 10)
    monkeypatch.setattr(choice, "CHOSEN", 8)
    publish(populate(map(text, range(20)), nobody_known), tmp_path)
    return content(tmp_path)


def test_the_things_with_most_links_are_shown(published: dict[str, Any]) -> None:
    even = [f"park-{number:03}" for number in range(0, 12, 2)]
    assert [thing["key"] for thing in published["things"]] == [*even, "white-beacon", "zhuhai"]


def test_what_is_left_out_is_told(published: dict[str, Any]) -> None:
    assert published["whole"] == {"things": 22, "documents": 20}
    assert len(published["documents"]) == 6


def test_each_fact_has_its_quote_and_each_thing_its_figures(published: dict[str, Any]) -> None:
    facts = [fact for fact in published["facts"] if "object" in fact]
    assert len(facts) == 12 and all(fact["claims"] for fact in facts)
    assert [figure["value"] for figure in published["figures"]] == ["1", "3", "5", "7", "9", "11"]
    assert all(figure["claims"] for figure in published["figures"])


def test_a_graph_of_few_texts_is_shown_whole(tmp_path: Path) -> None:
    publish(populate(map(text, range(5)), nobody_known), tmp_path)
    shown = content(tmp_path)
    assert "whole" not in shown and len(shown["things"]) == 7 and len(shown["documents"]) == 5


def test_many_things_of_few_texts_are_a_choice_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "MOST", 5)
    monkeypatch.setattr(choice, "CHOSEN", 3)
    publish(populate(map(text, range(5)), nobody_known), tmp_path)
    assert [thing["key"] for thing in content(tmp_path)["things"]] == ["park-000", "white-beacon", "zhuhai"]
