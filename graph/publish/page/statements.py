"""The published triples, looked up by property and subject."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from baygraph.terms import BAY, TYPE
from baygraph.triples import Triple, from_oxigraph, language_of, text_of

About = Mapping[str, Sequence[str]]  # a thing's values by property, as terms
_NOTHING: About = {}


class Value(NamedTuple):
    """An object of a triple: a literal's text with its language tag (or nothing), else an IRI; and its term.

    Values sort by these in turn, IRIs first.
    """

    is_literal: bool
    value: str
    language: str
    term: str


@dataclass(frozen=True, slots=True)
class Statements:
    """Triples by subject and property; what is given back is sorted, whatever order they came in."""

    _nodes: Mapping[str, About]

    def about(self, subject: str) -> About:
        """All that is said of one subject."""
        return self._nodes.get(subject, _NOTHING)

    def subjects(self, predicate: str) -> list[str]:
        """All that have a property."""
        return sorted(node for node, about in self._nodes.items() if predicate in about)

    def values(self, predicate: str, subject: str) -> list[Value]:
        """All values of a property, IRIs and literals."""
        return sorted(map(_value, self.about(subject).get(predicate, ())))

    def iris(self, predicate: str, subject: str) -> list[str]:
        """The values of a property that are IRIs."""
        return iris_in(self.about(subject), predicate)

    def text(self, predicate: str, subject: str) -> str:
        """The first value of a property, or nothing."""
        return text_in(self.about(subject), predicate)

    def classes(self, subject: str) -> Sequence[str]:
        """The names of the ontology's classes that a thing is stated to be of."""
        return _classes(tuple(self.about(subject).get(TYPE, ())))


def iris_in(about: About, predicate: str) -> list[str]:
    """The values of a property that are IRIs, in order."""
    found = [term[1:-1] for term in about.get(predicate, ()) if term[0] == "<"]
    return sorted(found) if len(found) > 1 else found


def text_in(about: About, predicate: str) -> str:
    """The first value of a property, or nothing."""
    terms = about.get(predicate)
    if not terms:
        return ""
    if len(terms) > 1:
        return min(map(_value, terms)).value
    return text_of(terms[0])


def first_in(about: About, predicate: str) -> Value:
    """The first value of a property that is there, IRI or literal."""
    return min(map(_value, about[predicate]))


def collect(quads: Iterable[ox.Quad | ox.Triple]) -> Statements:
    """Index what Oxigraph read, whatever graph it is in."""
    return index(_triple(quad) for quad in quads)


def index(triples: Iterable[Triple]) -> Statements:
    """Index triples; what is said of or with nodes without an IRI is left out."""
    nodes: dict[str, dict[str, list[str]]] = {}
    names = _Names()
    about: dict[str, list[str]] = {}
    last = ""
    for subject, predicate, value in triples:
        if subject != last:
            last = subject
            about = nodes.setdefault(subject[1:-1], {}) if subject[0] == "<" else {}
        if value[0] in '<"' and value[:2] != "<<":
            name = names[predicate]
            if name in about:
                about[name].append(value)
            else:
                about[name] = [value]
    return Statements(nodes)


class _Names(dict[str, str]):
    """The IRI of each property, as one string for all that have the property."""

    def __missing__(self, term: str) -> str:
        return self.setdefault(term, term[1:-1])


def _triple(quad: ox.Quad | ox.Triple) -> Triple:
    return from_oxigraph(quad.subject), from_oxigraph(quad.predicate), from_oxigraph(quad.object)


@cache
def _classes(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(iri.removeprefix(BAY) for iri in iris_in({TYPE: terms}, TYPE) if iri.startswith(BAY))


def _value(term: str) -> Value:
    return Value(term[0] == '"', text_of(term), language_of(term), term)
