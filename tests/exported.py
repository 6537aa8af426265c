"""Two published folders for the tests of exports: an ordinary one, and one whose texts try everything."""

from pathlib import Path

import pyoxigraph as ox
from hostile_graph import HOSTILE, hostile_dataset
from sample_graph import publish_sample

from baygraph.publish import open_store, publish
from baygraph.publish.merging import read_triples
from baygraph.terms import BAY, RDF, RDFS, SKOS
from baygraph.triples import Triple, from_oxigraph

__all__ = ["HOSTILE", "count", "publish_hostile", "publish_sample", "stated", "triples"]

PREFIXES = f"PREFIX bay: <{BAY}> PREFIX rdf: <{RDF}> PREFIX rdfs: <{RDFS}> PREFIX skos: <{SKOS}> "
THING = (
    "GRAPH <https://w3id.org/baygraph/graph/baygraph> { ?s a ?class } "
    "FILTER (STRSTARTS(STR(?class), STR(bay:)) && ?class NOT IN (bay:Statistic, bay:Document))"
)


def publish_hostile(folder: Path) -> Path:
    """Publish the graph whose every text tries to be something else."""
    publish(hostile_dataset(), folder)
    return folder


def stated(folder: Path, graph: str) -> set[Triple]:
    """The triples of a published Turtle file."""
    return set(read_triples(folder, f"{graph}.ttl"))


def triples(path: Path, format: ox.RdfFormat) -> set[Triple]:
    """The triples of any RDF file, as Oxigraph reads it."""
    quads = ox.parse(path=str(path), format=format)
    return {(from_oxigraph(s), from_oxigraph(p), from_oxigraph(o)) for s, p, o, _ in quads}


def count(folder: Path, where: str) -> int:
    """How many solutions a pattern has in a published folder."""
    answer = open_store(folder).query(
        f"{PREFIXES} SELECT * WHERE {{ {where} }}", use_default_graph_as_union=True
    )
    assert isinstance(answer, ox.QuerySolutions)
    return sum(1 for _ in answer)
