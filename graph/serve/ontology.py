"""The ontology's terms for readers: names and definitions in each language, and how they hang together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from baygraph.serve.published import ONTOLOGY, Node, Published
from baygraph.serve.things import Describer, Shown
from baygraph.terms import BAY, LABEL, OWL, RDFS, SKOS, TYPE

Show = Callable[[Node], Shown]
_DEFINITION = SKOS + "definition"
_LEFT_OUT = frozenset({LABEL, _DEFINITION, TYPE, RDFS + "isDefinedBy"})
_KINDS = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "between",
    OWL + "DatatypeProperty": "valued",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One class or property."""

    key: str
    kind: str
    names: tuple[Shown, ...]
    definitions: tuple[Shown, ...]
    about: tuple[tuple[Shown, Shown], ...]


def terms(published: Published, language: str) -> list[Term]:
    """All classes, then all properties, each in the order of their names."""
    found = {s: kind for s, kind in _terms(published)}
    shown = Describer(published, language).shown
    ordered = sorted(found, key=lambda term: (found[term] != "class", term.value))
    return [_term(published, term, found[term], shown) for term in ordered]


def _terms(published: Published) -> Iterator[tuple[ox.NamedNode, str]]:
    for triple in published.triples(ONTOLOGY):
        if triple.predicate.value == TYPE and isinstance(triple.object, ox.NamedNode):
            kind = _KINDS.get(triple.object.value)
            if kind and isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(BAY):
                yield triple.subject, kind


def _term(published: Published, term: ox.NamedNode, kind: str, shown: Show) -> Term:
    about = [(p, o) for p, o in published.about(term) if not isinstance(o, ox.BlankNode)]
    return Term(
        key=term.value.removeprefix(BAY),
        kind=kind,
        names=tuple(shown(o) for p, o in about if p.value == LABEL),
        definitions=tuple(shown(o) for p, o in about if p.value == _DEFINITION),
        about=tuple((shown(p), shown(o)) for p, o in about if p.value not in _LEFT_OUT),
    )
