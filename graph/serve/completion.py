"""What a query may go on with: classes, properties and things, by the beginning of any name."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

import pyoxigraph as ox

from baygraph.publish.turtle import PREFIXES
from baygraph.serve.published import Published, short
from baygraph.terms import ALT_LABEL, LABEL, PREF_LABEL, TYPE

SHOWN: Final = 20
_LOOKED_AT: Final = 5000
_LONGEST: Final = 80  # letters of a name that can be typed
_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
# Chinese has no spaces, so a word may begin at any of its letters.
_BEGINNING: Final = re.compile(r"\b\w|[\u2e80-\u9fff]")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_USED: Final = "SELECT DISTINCT ?term WHERE { ?s ?term ?o }"
_CLASSES: Final = f"SELECT DISTINCT ?term WHERE {{ ?s <{TYPE}> ?term }}"
_NAMES: Final = f"SELECT ?thing ?name WHERE {{ ?thing <{LABEL}>|<{ALT_LABEL}>|<{PREF_LABEL}> ?name }}"


class Completion(NamedTuple):
    """The name that was found, whose it is, and what kind of thing that is (class, property or thing)."""

    name: str
    iri: str
    kind: str


class Completer:
    """The names of a published graph in alphabetical order; made when first asked, which takes a moment."""

    def __init__(self, published: Published) -> None:
        self._published = published

    def complete(self, begun: str, kind: str = "") -> list[Completion]:
        """Give at most SHOWN completions of a word in any script, of one kind or of all."""
        wanted = _folded(begun.rpartition(":")[2].lstrip("<"))
        if not wanted:
            return []
        keys, entries = self._index
        start = bisect_left(keys, wanted)
        run = islice(range(start, len(keys)), _LOOKED_AT)
        found: dict[str, tuple[bool, int, str, Completion]] = {}
        for place in run:
            if not keys[place].startswith(wanted):
                break
            entry = entries[place]
            rank = (not _folded(entry.name).startswith(wanted), len(entry.name), entry.name, entry)
            if kind in ("", entry.kind) and rank < found.get(entry.iri, (True, _LONGEST**2, "", entry)):
                found[entry.iri] = rank
        return [rank[3] for rank in sorted(found.values())[:SHOWN]]

    @cached_property
    def _index(self) -> tuple[list[str], list[Completion]]:
        entries = sorted(set(self._entries()))
        pairs = sorted((key, place) for place, each in enumerate(entries) for key in _beginnings(each.name))
        return [key for key, _ in pairs], [entries[place] for _, place in pairs]

    def _entries(self) -> Iterator[Completion]:
        terms: set[str] = set()
        for kind, query in (("class", _CLASSES), ("property", _USED)):
            described = self._published.described(kind)
            for term in described or [row["term"] for row in self._published.ask(query)]:
                terms.add(term.value)
                yield from self._term(term, kind)
        for row in self._published.ask(_NAMES):
            if row["thing"].value not in terms:
                yield Completion(row["name"].value, row["thing"].value, "thing")

    def _term(self, term: ox.NamedNode, kind: str) -> Iterator[Completion]:
        about = self._published.about(term)
        names = {o.value for p, o in about if p.value == LABEL and isinstance(o, ox.Literal)}
        for name in (short(term.value), *sorted(names)):
            yield Completion(name, term.value, kind)


def written(iri: str) -> str:
    """An IRI as a query has it: with a prefix where that needs no escape."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri.removeprefix(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def _folded(text: str) -> str:
    """Without case and accents; each script stays itself, since things have names in all of them."""
    if text.isascii():
        return " ".join(text.lower().split())
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_MARKS.sub("", parts).split())


def _beginnings(name: str) -> set[str]:
    folded = _folded(name[:_LONGEST])
    return {folded, *(folded[found.start() :] for found in _BEGINNING.finditer(folded))}
