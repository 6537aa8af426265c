"""What a published graph says of each document: a fact counts for a document whose evidence supports it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyoxigraph as ox

from baygraph.errors import NotPublished
from baygraph.publish.turtle import PREFIXES
from baygraph.terms import BAY, CLASSES, SIGNATURES, TYPE, ancestors

RELATIONS = frozenset(SIGNATURES) - {"about"}
NOT_THINGS = frozenset({"Statistic", "Document", "Evidence"})
_FROM = "?e prov:wasDerivedFrom ?doc . ?doc dcterms:identifier ?d"
_NAMES = "SELECT ?s ?n WHERE { ?s rdfs:label|skos:altLabel ?n }"
_TYPES = "SELECT ?s ?c WHERE { ?s a ?c }"
_FACTS = f"""SELECT DISTINCT ?d ?s ?p ?o WHERE {{
    ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; bay:supportedBy ?e . {_FROM} }}"""
_FIGURES = f"""SELECT DISTINCT ?d ?s ?v ?m ?u ?a WHERE {{
    ?s a bay:Statistic ; bay:value ?v ; bay:measure ?m .
    ?c rdf:subject ?s ; bay:supportedBy ?e . {_FROM}
    OPTIONAL {{ ?s bay:unit ?u }} OPTIONAL {{ ?s bay:about ?a }} }}"""
_EVIDENCE = f"""SELECT ?e ?d ?q ?b ?z WHERE {{
    ?e a bay:Evidence ; bay:quote ?q ; bay:start ?b ; bay:end ?z . {_FROM} }}"""
_CLAIMS = """SELECT ?s ?p ?o ?e WHERE {
    ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; bay:supportedBy ?e }"""


class BuiltFigure(NamedTuple):
    """A figure as it was published; what it does not say is None."""

    iri: str
    value: float
    measure: str
    unit: str | None
    owner: str | None


class Quote(NamedTuple):
    """One piece of evidence; offsets are code points into the document's text."""

    document: str
    text: str
    start: int
    end: int

    def stands_in(self, texts: Mapping[str, str]) -> bool:
        """Say whether the document has these characters at this place."""
        return texts.get(self.document, "")[self.start : self.end] == self.text


class BuiltClaim(NamedTuple):
    """A claim with one of the quotes that support it."""

    subject: str
    predicate: str
    object: ox.NamedNode | ox.Literal
    quote: Quote


Row = Sequence[ox.NamedNode | ox.Literal | None]
Fact = tuple[str, str, str]
Key = TypeVar("Key")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Built:
    """Names and classes by IRI; things, facts and figures by document."""

    names: Mapping[str, frozenset[str]]
    types: Mapping[str, frozenset[str]]
    things: Mapping[str, frozenset[str]]
    facts: Mapping[str, frozenset[Fact]]
    figures: Mapping[str, tuple[BuiltFigure, ...]]
    claims: tuple[BuiltClaim, ...]
    quotes: tuple[Quote, ...]

    def kind(self, iri: str) -> str:
        """A thing's own class, below all others that it is of."""
        return max(sorted(self.types[iri] & set(CLASSES)), key=lambda name: len(ancestors(name)), default="")

    def name(self, iri: str) -> str:
        """A few of a thing's names, in one line."""
        return " / ".join(sorted(self.names[iri])[:2]) or iri


def read(folder: Path) -> Built:
    """Read all Turtle files below a folder; raise NotPublished if there are none."""
    store = _store(folder)
    types = _sets((s, c.removeprefix(BAY)) for s, c in _texts(store, _TYPES) if c.startswith(BAY))
    said = [(d, (s, p, o)) for d, s, p, o in _texts(store, _FACTS)]
    related = _sets((d, (s, p.removeprefix(BAY), o)) for d, (s, p, o) in said if _relates(p))
    quotes = dict(_quotes(store))
    return Built(
        names=_sets((s, n) for s, n in _texts(store, _NAMES)),
        types=types,
        things=_sets((d, s) for d, (s, p, _) in said if p == TYPE and not types[s] & NOT_THINGS),
        facts=related,
        figures=_figures(store),
        claims=tuple(_claims(store, quotes)),
        quotes=tuple(quotes.values()),
    )


def _relates(predicate: str) -> bool:
    return predicate.startswith(BAY) and predicate.removeprefix(BAY) in RELATIONS


def _store(folder: Path) -> ox.Store:
    files = sorted(folder.rglob("*.ttl"))
    if not files:
        raise NotPublished(folder)
    store = ox.Store()
    for file in files:
        store.bulk_load(path=str(file), format=ox.RdfFormat.TURTLE)
    return store


def _rows(store: ox.Store, query: str) -> Iterator[Row]:
    solutions = store.query(query, prefixes=dict(PREFIXES))
    assert isinstance(solutions, ox.QuerySolutions)
    for solution in solutions:
        yield [term if isinstance(term, ox.NamedNode | ox.Literal) else None for term in solution]


def _texts(store: ox.Store, query: str) -> Iterator[list[str]]:
    for row in _rows(store, query):
        yield [term.value if term else "" for term in row]


def _sets(pairs: Iterator[tuple[Key, Item]]) -> Mapping[Key, frozenset[Item]]:
    found: dict[Key, set[Item]] = defaultdict(set)
    for key, item in pairs:
        found[key].add(item)
    return defaultdict(frozenset, {key: frozenset(items) for key, items in found.items()})


def _figures(store: ox.Store) -> Mapping[str, tuple[BuiltFigure, ...]]:
    found: dict[str, list[BuiltFigure]] = defaultdict(list)
    for d, s, v, m, u, a in sorted(_texts(store, _FIGURES)):
        found[d].append(BuiltFigure(s, float(v), m, u or None, a or None))
    return defaultdict(tuple, {document: tuple(figures) for document, figures in found.items()})


def _quotes(store: ox.Store) -> Iterator[tuple[str, Quote]]:
    for iri, document, quote, start, end in sorted(_texts(store, _EVIDENCE)):
        yield iri, Quote(document, quote, int(start), int(end))


def _claims(store: ox.Store, quotes: Mapping[str, Quote]) -> Iterator[BuiltClaim]:
    for s, p, o, e in _rows(store, _CLAIMS):
        if s and p and o and e and e.value in quotes:
            yield BuiltClaim(s.value, p.value, o, quotes[e.value])
