"""The published triples, looked up by property and subject."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from baygraph.terms import BAY, TYPE
from baygraph.triples import Triple, from_oxigraph, language_of, text_of

_Objects = dict[str, dict[str, list[str]]]


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
    """Triples by property and subject; what is given back is sorted, whatever order they came in."""

    _objects: Mapping[str, Mapping[str, Sequence[str]]]

    def subjects(self, predicate: str) -> list[str]:
        """All that have a property."""
        return sorted(self._objects.get(predicate, ()))

    def values(self, predicate: str, subject: str) -> list[Value]:
        """All values of a property, IRIs and literals."""
        return sorted(map(_value, self._terms(predicate, subject)))

    def iris(self, predicate: str, subject: str) -> list[str]:
        """The values of a property that are IRIs."""
        found = [term[1:-1] for term in self._terms(predicate, subject) if term[0] == "<"]
        return sorted(found) if len(found) > 1 else found

    def text(self, predicate: str, subject: str) -> str:
        """The first value of a property, or nothing."""
        terms = self._terms(predicate, subject)
        if len(terms) > 1:
            return min(map(_value, terms)).value
        return text_of(terms[0]) if terms else ""

    def classes(self, subject: str) -> list[str]:
        """The names of the ontology's classes that a thing is stated to be of."""
        return [name.removeprefix(BAY) for name in self.iris(TYPE, subject) if name.startswith(BAY)]

    def _terms(self, predicate: str, subject: str) -> Sequence[str]:
        found = self._objects.get(predicate)
        return found.get(subject, ()) if found else ()


def collect(quads: Iterable[ox.Quad | ox.Triple]) -> Statements:
    """Index what Oxigraph read, whatever graph it is in."""
    return index(_triple(quad) for quad in quads)


def index(triples: Iterable[Triple]) -> Statements:
    """Index triples; what is said of or with nodes without an IRI is left out."""
    found: _Objects = {}
    last, node = "", ""
    for subject, predicate, value in triples:
        if subject != last:
            last, node = subject, subject[1:-1]
        if subject[0] == "<" and value[0] in '<"' and value[:2] != "<<":
            about = found.setdefault(predicate, {})
            if node in about:
                about[node].append(value)
            else:
                about[node] = [value]
    return Statements({predicate[1:-1]: about for predicate, about in found.items()})


def _triple(quad: ox.Quad | ox.Triple) -> Triple:
    return from_oxigraph(quad.subject), from_oxigraph(quad.predicate), from_oxigraph(quad.object)


def _value(term: str) -> Value:
    return Value(term[0] == '"', text_of(term), language_of(term), term)
