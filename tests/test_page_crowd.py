"""A graph too large to be drawn thing by thing: its layout is by communities, apart from one another."""

from itertools import chain
from typing import Any

import numpy as np
import pyoxigraph as ox
import pytest

from baygraph.populate import Dataset, populate
from baygraph.publish import publish
from baygraph.publish.page.content import read
from baygraph.publish.page.drawing import draw
from baygraph.publish.page.layout import CROWD
from baygraph.publish.page.statements import collect

pytestmark = pytest.mark.slow

THINGS = CROWD + 100


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    invented = pytest.importorskip("benchmarks.invented", reason="needs a checkout").invented
    return populate(invented(THINGS), lambda key: None)


@pytest.fixture(scope="module")
def content(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("crowd")
    publish(dataset, folder)
    names = ("baygraph.ttl", "evidence.ttl")
    return read(collect(chain.from_iterable(ox.parse(path=str(folder / name)) for name in names)))


@pytest.fixture(scope="module")
def nodes(content: Any) -> Any:
    return draw(content)["nodes"]


def test_the_invented_graph_has_the_size_that_was_asked_for(content: Any) -> None:
    links = [fact for fact in content["facts"] if "object" in fact]
    assert len(content["things"]) == THINGS and 1.8 * THINGS < len(links) < 2.6 * THINGS


def test_communities_keep_to_themselves_and_no_shape_lies_on_another(nodes: Any) -> None:
    frames: dict[int, list[float]] = {}
    for node in nodes:
        left, right, top, bottom = frames.get(node["community"], [np.inf, -np.inf, np.inf, -np.inf])
        x, y = node["x"], node["y"]
        frames[node["community"]] = [min(left, x), max(right, x), min(top, y), max(bottom, y)]
    assert 10 < len(frames) < 100
    edges = list(frames.values())
    for at, (left, right, top, bottom) in enumerate(edges):
        for other in edges[at + 1 :]:
            assert right < other[0] or other[1] < left or bottom < other[2] or other[3] < top
    places, sizes = np.array([(node["x"], node["y"]) for node in nodes]), np.array([n["size"] for n in nodes])
    for at in range(len(nodes)):
        apart = np.abs(places[at + 1 :] - places[at]).max(axis=1)
        assert (apart > sizes[at + 1 :] + sizes[at]).all()


def test_the_same_crowd_is_laid_out_the_same_way(content: Any, nodes: Any) -> None:
    assert draw(content)["nodes"] == nodes
