"""On the graph of the project's own texts, labels do not pile up, in any language of the page."""

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from baygraph.publish.page.labels import room

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(corpus_folder: Path) -> str:
    return (corpus_folder / "baygraph.html").read_text("utf-8")


def data(page: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}-data">(.*?)</script>', page)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_no_label_lies_on_another_or_on_a_node(page: str, language: str) -> None:
    things, nodes = data(page, "content")["things"], data(page, "drawing")["nodes"]
    assert len(nodes) > 100
    boxes = [box(node, thing["label"][language]) for node, thing in zip(nodes, things, strict=True)]
    for (ax, ay, a_across, a_down), (bx, by, b_across, b_down) in combinations(boxes, 2):
        assert abs(ax - bx) >= a_across + b_across - 1 or abs(ay - by) >= a_down + b_down - 1


def box(node: dict[str, Any], label: str) -> tuple[float, float, float, float]:
    """The middle of a node with its label below it, and half of its width and height."""
    space = room(label, node["font"]["size"])
    down = node["size"] + space.height / 2
    return node["x"], node["y"] + space.height / 2, max(node["size"], space.width / 2), down


def test_the_page_of_the_default_build_stays_small(page: str) -> None:
    assert len(page.encode()) < 3_000_000
