"""What the endpoint says of itself without a query: SPARQL 1.1 Service Description."""

from collections.abc import Iterator, Sequence
from typing import Final

import pyoxigraph as ox

from baygraph.publish.layout import GRAPH as GRAPHS_AT
from baygraph.terms import TYPE, XSD

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
VOID: Final = "http://rdfs.org/ns/void#"
FORMATS: Final = "http://www.w3.org/ns/formats/"
_PARTS: Final = ("service", "dataset", "default")
_WRITTEN: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip


def describe(
    endpoint: str, everything: Sequence[str], sizes: Sequence[tuple[str, int]]
) -> Iterator[ox.Triple]:
    """Describe the service at an address, with its default graph's parts and each named graph's triples."""
    service, dataset, default = (ox.NamedNode(f"{endpoint}#{each}") for each in _PARTS)
    yield _is(service, "Service")
    yield ox.Triple(service, _sd("endpoint"), ox.NamedNode(endpoint))
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for name in _WRITTEN:
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(FORMATS + name))
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield _is(dataset, "Dataset")
    yield ox.Triple(dataset, _sd("defaultGraph"), default)
    yield _is(default, "Graph")
    published = set(everything)
    yield _count(default, sum(size for name, size in sizes if name in published))
    for name, size in sizes:
        yield from _named(dataset, endpoint, name, size)


def _named(dataset: ox.NamedNode, endpoint: str, name: str, size: int) -> Iterator[ox.Triple]:
    short = name.removeprefix(GRAPHS_AT).rpartition("/")[2]
    named, graph = ox.NamedNode(f"{endpoint}#named-{short}"), ox.NamedNode(f"{endpoint}#graph-{short}")
    yield ox.Triple(dataset, _sd("namedGraph"), named)
    yield _is(named, "NamedGraph")
    yield ox.Triple(named, _sd("name"), ox.NamedNode(name))
    yield ox.Triple(named, _sd("graph"), graph)
    yield _is(graph, "Graph")
    yield _count(graph, size)


def _count(graph: ox.NamedNode, size: int) -> ox.Triple:
    number = ox.Literal(str(size), datatype=ox.NamedNode(XSD + "integer"))
    return ox.Triple(graph, ox.NamedNode(VOID + "triples"), number)


def _is(node: ox.NamedNode, name: str) -> ox.Triple:
    return ox.Triple(node, ox.NamedNode(TYPE), _sd(name))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)
