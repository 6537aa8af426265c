"""The things that are known beforehand: reviewed Turtle under ``ontology/``, read once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from baygraph.model import Name
from baygraph.resources import folder
from baygraph.terms import (
    ALT_LABEL,
    BAY,
    HIDDEN_LABEL,
    ID,
    LABEL,
    LOCATED_IN,
    PREF_LABEL,
    TYPE,
)

_PREFERRED = frozenset({LABEL, PREF_LABEL})
_NAMING = frozenset({LABEL, PREF_LABEL, ALT_LABEL, HIDDEN_LABEL})

Statements = dict[str, list[ox.NamedNode | ox.Literal]]


@dataclass(frozen=True, slots=True)
class Known:
    """A known thing; ``types`` are class names, ``located_in`` is the key of a place.

    ``names`` hold wherever they are read, preferred ones first; ``context_names`` (中大, MUST, 南海) mean this
    thing only where the text speaks of it anyway. An object in ``links`` that begins with ``http`` is an IRI.
    """

    key: str
    types: tuple[str, ...]
    names: tuple[Name, ...]
    context_names: tuple[Name, ...] = ()
    located_in: str | None = None
    links: tuple[tuple[str, str], ...] = ()

    def label(self, lang: str) -> str | None:
        """The preferred name in a language (``zh`` takes any ``zh-…``), or None."""
        return next((n.text for n in self.names if n.preferred and n.lang.split("-")[0] == lang), None)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known things, sorted by key; ``fields`` are those of class Field."""

    entries: tuple[Known, ...]
    fields: tuple[Known, ...]
    _index: Mapping[str, Known] = field(repr=False)

    def by_key(self, key: str) -> Known | None:
        """The known thing with this key, or None."""
        return self._index.get(key)

    def places(self, key: str) -> Iterator[Known]:
        """The places that a known thing lies in, nearest first."""
        known = self.by_key(key)
        while known and known.located_in and (known := self.by_key(known.located_in)):
            yield known


@cache
def load() -> Gazetteer:
    """Read the gazetteer that comes with the package; costs some 0.1 s once."""
    return read(folder("ontology"))


def read(directory: Path) -> Gazetteer:
    """Read the gazetteer from all Turtle files of a folder; a known thing has an ``id:`` IRI and a class."""
    found = _statements(directory)
    entries = tuple(_known(iri, found[iri]) for iri in sorted(found) if TYPE in found[iri])
    fields = tuple(known for known in entries if "Field" in known.types)
    return Gazetteer(entries, fields, {known.key: known for known in entries})


def _statements(directory: Path) -> dict[str, Statements]:
    found: dict[str, Statements] = defaultdict(lambda: defaultdict(list))
    for path in sorted(directory.glob("*.ttl")):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                continue
            predicate = quad.predicate.value
            foreign_type = predicate == TYPE and not value.value.startswith(BAY)
            if subject.value.startswith(ID) and not foreign_type:
                found[subject.value][predicate].append(value)
    return found


def _known(iri: str, statements: Statements) -> Known:
    located = [value.value.removeprefix(ID) for value in statements.get(LOCATED_IN, ())]
    return Known(
        key=iri.removeprefix(ID),
        types=tuple(sorted(value.value.removeprefix(BAY) for value in statements[TYPE])),
        names=tuple(_names(statements, LABEL, PREF_LABEL, ALT_LABEL)),
        context_names=tuple(_names(statements, HIDDEN_LABEL)),
        located_in=min(located, default=None),
        links=tuple(sorted(_links(statements))),
    )


def _names(statements: Statements, *predicates: str) -> Iterator[Name]:
    for predicate in predicates:
        literals = [value for value in statements.get(predicate, ()) if isinstance(value, ox.Literal)]
        for literal in sorted(literals, key=lambda value: (value.language or "", value.value)):
            yield Name(literal.value, _tag(literal.language or ""), predicate in _PREFERRED)


@cache
def _tag(language: str) -> str:
    # Parsers fold tags to lower case; BCP 47 writes a script subtag with a capital.
    return "-".join(part.title() if len(part) == 4 else part for part in language.split("-"))


def _links(statements: Statements) -> Iterator[tuple[str, str]]:
    for predicate, values in statements.items():
        if predicate not in _NAMING and predicate not in (TYPE, LOCATED_IN):
            yield from ((predicate, value.value) for value in values)
