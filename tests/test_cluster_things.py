"""A cluster makes of one thing at a time what one machine makes of all at once; no Spark is needed."""

from itertools import groupby
from pathlib import Path

import pytest
from builders import Said
from hostile_graph import hostile
from sample_graph import chinese, english, russian

from baygraph.cluster import things
from baygraph.cluster.things import Line, Thing
from baygraph.export.columns import TABLES
from baygraph.export.tables import Row, read_tables
from baygraph.model import DocumentClaims
from baygraph.populate import Dataset, populate
from baygraph.publish import infer, publish
from baygraph.publish.inference import reach
from baygraph.publish.parts import Part, write
from baygraph.publish.source import to_line
from baygraph.triples import Triple, iri
from baygraph.validate import chunks, faults_of

pytestmark = pytest.mark.package


def wrong() -> DocumentClaims:
    """A document that denies what another says, calls a thing something else and leads to no place."""
    said = Said(
        "wrong", "Zhuhai lies in the Lantern Park. Northwind Robotics is no partner of Harbour University."
    )
    said.thing("zhuhai", "City", "Zhuhai").thing("lantern-park", "Park", "Lantern Park")
    said.thing("northwind-robotics", "Association", "Northwind Robotics")
    said.thing("harbour-university", "University", "Harbour University")
    said.fact("zhuhai", "locatedIn", "lantern-park", quotes=["Zhuhai lies in the Lantern Park"])
    denied = ["Northwind Robotics is no partner of Harbour University"]
    said.fact("northwind-robotics", "cooperatesWith", "harbour-university", quotes=denied, modality="denied")
    return said.done()


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return populate([english(), russian(), chinese(), hostile(), wrong()])


@pytest.fixture(scope="module")
def parts(dataset: Dataset) -> list[Part]:
    return [write(document) for document in dataset.documents]


@pytest.fixture(scope="module")
def settled(parts: list[Part]) -> list[Thing]:
    """All things, from lines that come in order as a shuffle brings them."""
    lines: list[Line] = []
    for part in parts:
        lines += things.lines_of([(part.head, part.objects, part.rows, part.quads)])
    return list(things.settle(sorted(lines)))


@pytest.fixture(scope="module")
def around(settled: list[Thing]) -> dict[str, list[str]]:
    """What those that each thing leads to are called."""
    called = dict(map(things.called, settled))
    return {each.thing: [called[other] for _, other in things.pointed(each)] for each in settled}


def test_things_are_resolved_alike(dataset: Dataset, settled: list[Thing]) -> None:
    assert "".join(each.stated for each in settled) == "".join(map(to_line, dataset.stated))
    left_out = "".join(each.conflicts for each in settled)
    assert left_out == "".join("\t".join(conflict) + "\n" for conflict in dataset.conflicts) != ""


def test_the_same_follows(dataset: Dataset, settled: list[Thing]) -> None:
    edges = set(things.edges(settled))
    targets = {(link, other) for _, link, other in edges}
    onward = reach(edge for edge in edges if (edge[1], edge[0]) in targets)
    rows = sorted(set(things.follow(onward, settled)), key=lambda row: row[1:])
    assert list(things.news(rows)) == list(map(to_line, infer(dataset.stated)))


def test_the_same_is_wrong(dataset: Dataset, settled: list[Thing], around: dict[str, list[str]]) -> None:
    found = set().union(*(things.faults_of_thing(each, around[each.thing]) for each in settled))
    assert found == set().union(*map(faults_of, chunks(dataset.stated))) != set()


def test_the_tables_have_the_same_rows(
    dataset: Dataset, parts: list[Part], settled: list[Thing], around: dict[str, list[str]], tmp_path: Path
) -> None:
    publish(dataset, tmp_path)
    whole = read_tables(tmp_path)
    for name in (table.name for table in TABLES):
        rows: list[Row] = []
        if name in things.OF_DOCUMENTS:
            for part in parts:
                rows += things.document_rows(name, (part.head, part.objects, part.quads))
        else:
            for each in settled:
                rows += things.table_rows(name, each, around[each.thing])
        assert sorted(map(str, rows)) == sorted(map(str, whole.rows(name)))


def test_blocks_become_the_lines_of_the_one_file(dataset: Dataset, settled: list[Thing]) -> None:
    graph = iri("https://w3id.org/baygraph/graph/baygraph")
    blocks = things.as_quads(graph, (each.stated for each in settled))
    lines = [f"{' '.join(triple)} {graph} ." for triple in dataset.stated]
    assert "\n".join(blocks).split("\n") == lines


def test_evidence_is_found_by_the_nodes_that_it_speaks_of(dataset: Dataset, parts: list[Part]) -> None:
    def documents(nodes: set[str]) -> set[str]:
        found: list[list[Triple]] = []
        for part in parts:
            found += things.evidence_if(nodes, (part.iri, part.rows, part.quads))
        return {subject for evidence in found for subject, _ in groupby(evidence, key=lambda t: t[0])}

    every = {document.iri: {subject for subject, _, _ in document.evidence} for document in dataset.documents}
    park = iri("https://w3id.org/baygraph/id/lantern-park")
    wrong = next(document.iri for document in dataset.documents if document.id == "wrong")
    assert documents({park}) == documents({wrong}) == every[wrong]
    assert documents({min(every[wrong])}) == every[wrong]
    assert documents(set()) == set()
