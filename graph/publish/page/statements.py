"""The published triples, looked up by property and subject."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from baygraph.terms import BAY, TYPE
from baygraph.triples import language_tag

Value = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Statements:
    """Triples by property and subject; what is given back is sorted, whatever order they came in."""

    _objects: Mapping[str, Mapping[str, Sequence[Value]]]

    def subjects(self, predicate: str) -> list[str]:
        """All that have a property."""
        return sorted(self._objects.get(predicate, ()))

    def values(self, predicate: str, subject: str) -> list[Value]:
        """All values of a property, IRIs and literals."""
        found = self._objects.get(predicate, {}).get(subject, ())
        return sorted(found, key=_order) if len(found) > 1 else list(found)

    def iris(self, predicate: str, subject: str) -> list[str]:
        """The values of a property that are IRIs."""
        return [value.value for value in self.values(predicate, subject) if isinstance(value, ox.NamedNode)]

    def text(self, predicate: str, subject: str) -> str:
        """The first value of a property, or nothing."""
        return next((value.value for value in self.values(predicate, subject)), "")

    def classes(self, subject: str) -> list[str]:
        """The names of the ontology's classes that a thing is stated to be of."""
        return [name.removeprefix(BAY) for name in self.iris(TYPE, subject) if name.startswith(BAY)]


def collect(quads: Iterable[ox.Quad | ox.Triple]) -> Statements:
    """Index triples, whatever graph they are in."""
    found: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            found[quad.predicate.value][subject.value].append(value)
    return Statements(found)


def language_of(value: Value) -> str:
    """The language tag of a literal as it is usually written, or nothing."""
    return language_tag(value.language) if isinstance(value, ox.Literal) and value.language else ""


def _order(value: Value) -> tuple[bool, str, str]:
    return isinstance(value, ox.Literal), value.value, language_of(value)
