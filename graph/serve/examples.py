"""The project's questions as data: SHACL's executables, described as the SIB's collections of examples do."""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from baygraph.publish.turtle import PREFIXES
from baygraph.query import QueryDocument, available
from baygraph.serve.lexing import outline
from baygraph.terms import LABEL, RDFS, SCHEMA, TYPE, XSD

QUERIES: Final = "https://w3id.org/baygraph/query/"
SHACL: Final = "http://www.w3.org/ns/shacl#"
_SPEX: Final = "https://purl.expasy.org/sparql-examples/ontology#"
# Each form of a query: the class of such examples and the property that holds the text.
_KINDS: Final = {
    "SELECT": (SHACL + "SPARQLSelectExecutable", SHACL + "select"),
    "ASK": (SHACL + "SPARQLAskExecutable", SHACL + "ask"),
    "CONSTRUCT": (SHACL + "SPARQLConstructExecutable", SHACL + "construct"),
    "DESCRIBE": (_SPEX + "SPARQLDescribeExecutable", _SPEX + "describe"),
}


def as_triples(endpoint: str) -> Iterator[ox.Triple]:
    """Describe all questions, to be asked at an address if one is given, and the prefixes they may use."""
    yield from _prefixes()
    for document in available():
        yield from _example(document, endpoint)


def _example(document: QueryDocument, endpoint: str) -> Iterator[ox.Triple]:
    example = ox.NamedNode(QUERIES + document.name)
    kind, holds = _KINDS[outline(document.text).form or "SELECT"]
    for each in (SHACL + "SPARQLExecutable", kind):
        yield ox.Triple(example, ox.NamedNode(TYPE), ox.NamedNode(each))
    yield ox.Triple(example, ox.NamedNode(LABEL), ox.Literal(document.title or document.name, language="en"))
    for language, words in sorted(document.question.items()):
        yield ox.Triple(example, ox.NamedNode(RDFS + "comment"), ox.Literal(words, language=language))
    if document.reading:
        reading = ox.Literal(" ".join(document.reading.split()), language="en")
        yield ox.Triple(example, ox.NamedNode(SCHEMA + "description"), reading)
    if document.topic:
        yield ox.Triple(example, ox.NamedNode(SCHEMA + "keywords"), ox.Literal(document.topic))
    yield ox.Triple(example, ox.NamedNode(holds), ox.Literal(document.text))
    yield ox.Triple(example, ox.NamedNode(SHACL + "prefixes"), ox.NamedNode(QUERIES))
    if endpoint:
        yield ox.Triple(example, ox.NamedNode(SCHEMA + "target"), ox.NamedNode(endpoint))


def _prefixes() -> Iterator[ox.Triple]:
    for name, namespace in sorted(PREFIXES.items()):
        declared = ox.NamedNode(f"{QUERIES}#{name}")
        yield ox.Triple(ox.NamedNode(QUERIES), ox.NamedNode(SHACL + "declare"), declared)
        yield ox.Triple(declared, ox.NamedNode(SHACL + "prefix"), ox.Literal(name))
        held = ox.Literal(namespace, datatype=ox.NamedNode(XSD + "anyURI"))
        yield ox.Triple(declared, ox.NamedNode(SHACL + "namespace"), held)
