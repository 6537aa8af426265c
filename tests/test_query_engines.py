"""The questions and checks are plain SPARQL: another engine gives the same rows, in the same order."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from sample_region import publish_region

from baygraph.query import QueryDocument, available, load, run

pytestmark = [pytest.mark.package, pytest.mark.slow]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_region(tmp_path_factory.mktemp("region"))


@pytest.fixture(scope="module")
def store(folder: Path) -> ox.Store:
    return load(folder)


@pytest.fixture(scope="module")
def graph(folder: Path) -> rdflib.Graph:
    """The published files together, as another tool loads them."""
    loaded = rdflib.Graph()
    for name in ("baygraph.ttl", "evidence.ttl", "inferred.ttl"):
        loaded.parse(folder / name)
    return loaded


@pytest.fixture(scope="module")
def backwards(folder: Path) -> ox.Store:
    """The same triples, loaded from the last to the first."""
    lines = (folder / "baygraph.nq").read_text("utf-8").splitlines(keepends=True)
    loaded = ox.Store()
    loaded.load("".join(reversed(lines)).encode(), format=ox.RdfFormat.N_QUADS)
    return loaded


def rows(answer: object) -> list[list[str | None]]:
    assert isinstance(answer, ox.QuerySolutions)
    return [[cell.value if cell else None for cell in row] for row in answer]


@pytest.mark.parametrize("document", available(), ids=lambda document: document.name)
def test_rdflib_and_oxigraph_agree(document: QueryDocument, store: ox.Store, graph: rdflib.Graph) -> None:
    found = [[None if cell is None else str(cell) for cell in row] for row in graph.query(document.text)]  # type: ignore[union-attr]
    assert found == rows(run(store, document))


@pytest.mark.parametrize("document", available(), ids=lambda document: document.name)
def test_the_order_of_loading_does_not_show(
    document: QueryDocument, store: ox.Store, backwards: ox.Store
) -> None:
    assert rows(run(backwards, document)) == rows(run(store, document))
