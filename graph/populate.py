"""Documents' claims become one dataset: the plain facts of all of them, and the claims of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baygraph import gazetteer
from baygraph.errors import BaygraphError
from baygraph.evidence import DocumentGraph, document_graph, reading_order
from baygraph.model import DocumentClaims
from baygraph.resolve import Conflict, Lookup, resolve
from baygraph.triples import Triple


class ConflictingDocuments(BaygraphError):
    """Two different documents under one identifier."""

    reason = "stands for two different documents"


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graph before it is written: the plain triples in order, and each document's part of it."""

    stated: tuple[Triple, ...]
    documents: tuple[DocumentGraph, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def evidence(self) -> Iterator[Triple]:
        """The claims and the evidence of all documents, in the order of the file."""
        return (triple for document in self.documents for triple in document.evidence)


def populate(claims: Iterable[DocumentClaims], lookup: Lookup | None = None) -> Dataset:
    """Make the graph of all documents; ``lookup`` finds a known thing by its key (default: the gazetteer)."""
    return combine((populate_document(each, lookup) for each in claims), lookup)


def populate_document(claims: DocumentClaims, lookup: Lookup | None = None) -> DocumentGraph:
    """Make one document's part of the graph: a pure function that a worker process can run."""
    return document_graph(claims, lookup or gazetteer.load().by_key)


def combine(documents: Iterable[DocumentGraph], lookup: Lookup | None = None) -> Dataset:
    """Join the documents' parts, in any order; raise ConflictingDocuments when two share an identifier."""
    ordered = _distinct(documents)
    statements = (statement for document in ordered for statement in document.statements)
    resolved = resolve(statements, lookup or gazetteer.load().by_key)
    described = {triple for document in ordered for triple in document.description}
    stated = sorted(resolved.triples | described, key=reading_order)
    return Dataset(tuple(stated), ordered, resolved.conflicts)


def _distinct(documents: Iterable[DocumentGraph]) -> tuple[DocumentGraph, ...]:
    """Order by IRI; a document that was read twice counts once."""
    found: dict[str, DocumentGraph] = {}
    for document in documents:
        if found.setdefault(document.iri, document) != document:
            raise ConflictingDocuments(document.id)
    return tuple(found[key] for key in sorted(found))
