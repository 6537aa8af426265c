"""A graph in the hands of its users: as an rdflib dataset, and as an Oxigraph store for queries."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from baygraph.errors import NotPublished
from baygraph.populate import Dataset
from baygraph.publish.inference import infer
from baygraph.publish.layout import GRAPHS, QUADS
from baygraph.publish.turtle import to_nquads
from baygraph.triples import Triple, iri, parse_literal

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Identifier


def to_store(dataset: Dataset) -> ox.Store:
    """Load a dataset into a store in memory, each published graph under its own name."""
    store = ox.Store()
    for name, triples in _graphs(dataset):
        lines = "".join(to_nquads(triples, iri(name)))
        store.bulk_load(lines.encode(), format=ox.RdfFormat.N_QUADS)
    return store


def open_store(folder: Path) -> ox.Store:
    """Load a published folder into a store in memory, each graph under its own name; raise NotPublished."""
    if not (folder / QUADS).is_file():
        raise NotPublished(folder)
    store = ox.Store()
    store.bulk_load(path=str(folder / QUADS), format=ox.RdfFormat.N_QUADS)
    return store


def to_rdflib(dataset: Dataset) -> "rdflib.Dataset":
    """Give a dataset as rdflib's, each published graph under its own name."""
    import rdflib

    made = rdflib.Dataset()
    for name, triples in _graphs(dataset):
        graph = made.graph(rdflib.URIRef(name))
        for subject, predicate, value in triples:
            graph.add((_term(subject), _term(predicate), _term(value)))
    return made


def _graphs(dataset: Dataset) -> Iterable[tuple[str, Iterable[Triple]]]:
    return zip(GRAPHS.values(), (dataset.stated, dataset.evidence, infer(dataset.stated)), strict=True)


def _term(term: str) -> "Identifier":
    import rdflib

    if term.startswith("<"):
        return rdflib.URIRef(term[1:-1])
    text, lang, datatype = parse_literal(term)
    kind = rdflib.URIRef(datatype) if datatype else None
    return rdflib.Literal(text, lang=lang or None, datatype=kind, normalize=False)
