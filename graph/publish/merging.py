"""Folders that were built apart become one dataset, as if all their documents had been read at once."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from baygraph.errors import NotPublished
from baygraph.evidence import (
    CLAIMS,
    DCT,
    DOCUMENTS,
    EVIDENCE,
    OBJECT,
    PREDICATE,
    STATEMENT,
    SUBJECT,
    TERMS,
    DocumentGraph,
)
from baygraph.model import Rejection, Span
from baygraph.populate import Dataset, combine
from baygraph.publish.layout import QUADS, REPORT
from baygraph.read import Failure
from baygraph.resolve import IS_A, Lookup, Statement
from baygraph.triples import Triple, from_oxigraph, iri, text_of

Row = Mapping[str, Any]

_NEEDED = frozenset({SUBJECT, PREDICATE, OBJECT, TERMS["rule"], TERMS["confidence"]})
_DOCUMENT, _PARTS = iri(DOCUMENTS)[:-1], (iri(CLAIMS)[:-1], iri(EVIDENCE)[:-1])


def merge(folders: Iterable[Path], lookup: Lookup | None = None) -> Dataset:
    """Put published folders together, in any order; labels and classes are chosen anew over all documents."""
    return combine((document for folder in folders for document in read_documents(folder)), lookup)


def read_dataset(folder: Path) -> Dataset:
    """Read a published folder back as it is; what was left out of it is not known to it."""
    return Dataset(tuple(read_triples(folder, "baygraph.ttl")), tuple(read_documents(folder)), ())


def skipped(folders: Iterable[Path]) -> tuple[Failure, ...]:
    """What the builds of these folders could not read."""
    return tuple(sorted({Failure(**row) for folder in folders for row in read_report(folder)["skipped"]}))


def read_documents(folder: Path) -> Iterator[DocumentGraph]:
    """Read back what each document added to a published folder; raise NotPublished."""
    described = _by_document(t for t in read_triples(folder, "baygraph.ttl") if t[0].startswith(_DOCUMENT))
    evidence = _by_document(read_triples(folder, "evidence.ttl"))
    rejected: dict[str, list[Row]] = defaultdict(list)
    for row in read_report(folder)["rejected"]:
        rejected[row["document"]].append(row)
    for node, description in described.items():
        about = {predicate: value for _, predicate, value in description}
        identifier = text_of(about.get(DCT["identifier"], node))
        yield DocumentGraph(
            id=identifier,
            iri=node,
            lang=text_of(about.get(DCT["language"], '"und"')),
            description=tuple(description),
            statements=tuple(_statements(node, evidence[node])),
            evidence=tuple(evidence[node]),
            rejections=tuple(_rejection(row) for row in rejected[identifier]),
        )


def read_triples(folder: Path, name: str) -> Iterator[Triple]:
    """Read a published Turtle file in its own order; raise NotPublished."""
    for quad in parse_turtle(folder, name):
        yield from_oxigraph(quad.subject), from_oxigraph(quad.predicate), from_oxigraph(quad.object)


def parse_turtle(folder: Path, name: str) -> Iterator[ox.Quad]:
    """Parse a published Turtle file; raise NotPublished."""
    if not (folder / name).is_file():
        raise NotPublished(folder)
    yield from ox.parse(path=str(folder / name), format=ox.RdfFormat.TURTLE)


def read_quads(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Read the published N-Quads in their own order, the graph's name last; raise NotPublished."""
    if not (folder / QUADS).is_file():
        raise NotPublished(folder)
    for subject, predicate, value, graph in ox.parse(path=str(folder / QUADS), format=ox.RdfFormat.N_QUADS):
        yield from_oxigraph(subject), from_oxigraph(predicate), from_oxigraph(value), from_oxigraph(graph)


def read_report(folder: Path) -> Row:
    """Read report.json; raise NotPublished."""
    if not (folder / REPORT).is_file():
        raise NotPublished(folder)
    content: Row = json.loads((folder / REPORT).read_text("utf-8"))
    return content


def _by_document(triples: Iterable[Triple]) -> dict[str, list[Triple]]:
    found: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        found[document_of(triple[0])].append(triple)
    return found


def document_of(subject: str) -> str:
    """The document that a claim or a piece of evidence belongs to: its IRI begins alike."""
    for part in _PARTS:
        if subject.startswith(part):
            return f"{_DOCUMENT}{subject[len(part) :].rpartition('.')[0]}>"
    return subject


def _statements(node: str, triples: Iterable[Triple]) -> Iterator[Statement]:
    about: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, value in triples:
        about[subject][predicate] = value
    for claim in about.values():
        # What lacks a part is nobody's statement; the shapes name it.
        if claim.get(IS_A) == STATEMENT and claim.keys() >= _NEEDED:
            yield _statement(node, claim)


def _statement(node: str, claim: Mapping[str, str]) -> Statement:
    return Statement(
        document=node,
        subject=claim[SUBJECT],
        predicate=claim[PREDICATE],
        object=claim[OBJECT],
        modality=text_of(claim[TERMS["modality"]]) if TERMS["modality"] in claim else "",
        rule=text_of(claim[TERMS["rule"]]),
        confidence=_number(text_of(claim[TERMS["confidence"]])),
    )


def _number(text: str) -> float:
    """A confidence that is no number counts for nothing here; the shapes name it."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def _rejection(row: Row) -> Rejection:
    return Rejection(Span(row["start"], row["end"]), row["quote"], row["what"], row["reason"], row["rule"])
