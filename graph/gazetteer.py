"""The things that are known beforehand: reviewed Turtle under ``ontology/``, read once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
_TOLD_APART = _PREFERRED | {ALT_LABEL, HIDDEN_LABEL, LOCATED_IN, TYPE}

# Predicate → the objects with their language, which is empty unless the object is a text with a tag.
_Statements = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Known:
    """A known thing; ``types`` are class names, ``located_in`` is the key of a place.

    ``names`` hold wherever they are read, preferred ones first; ``context_names`` (中大, MUST) mean this
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
    """Read the gazetteer that comes with the package, once."""
    return read(folder("ontology"))


def read(directory: Path) -> Gazetteer:
    """Read the gazetteer from all Turtle files of a folder; a known thing has an ``id:`` IRI and a class."""
    found = _statements(directory)
    entries = tuple(_known(iri.removeprefix(ID), found[iri]) for iri in sorted(found))
    typed = tuple(known for known in entries if known.types)
    fields = tuple(known for known in typed if "Field" in known.types)
    return Gazetteer(typed, fields, {known.key: known for known in typed})


def _statements(directory: Path) -> dict[str, _Statements]:
    found: dict[str, _Statements] = defaultdict(lambda: defaultdict(list))
    for path in sorted(directory.glob("*.ttl")):
        for subject, predicate, value, _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(subject, ox.NamedNode) and (iri := subject.value).startswith(ID):
                found[iri][predicate.value].append(_object(value))
    return found


def _object(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> tuple[str, str]:
    if isinstance(value, ox.Literal):
        return value.language or "", value.value
    return "", str(value) if isinstance(value, ox.Triple) else value.value


def _known(key: str, said: _Statements) -> Known:
    # A field has its preferred names twice: SKOS tools look for skos:prefLabel, other users for rdfs:label.
    preferred = said.get(LABEL) or said.get(PREF_LABEL, [])
    places = [place.removeprefix(ID) for _, place in said.get(LOCATED_IN, ())]
    return Known(
        key=key,
        types=tuple(sorted(t.removeprefix(BAY) for _, t in said.get(TYPE, ()) if t.startswith(BAY))),
        names=(*_names(preferred, preferred=True), *_names(said.get(ALT_LABEL, ()))),
        context_names=_names(said.get(HIDDEN_LABEL, ())),
        located_in=min(places, default=None),
        links=tuple((p, o) for p in sorted(said) if p not in _TOLD_APART for _, o in sorted(said[p])),
    )


def _names(said: Iterable[tuple[str, str]], *, preferred: bool = False) -> tuple[Name, ...]:
    return tuple(Name(text, _tag(language), preferred) for language, text in sorted(said))


@cache
def _tag(language: str) -> str:
    # Parsers fold tags to lower case; BCP 47 writes a script subtag with a capital.
    return "-".join(part.title() if len(part) == 4 else part for part in language.split("-"))
