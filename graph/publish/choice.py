"""What the page shows of a graph that is too large for one: what has most links, and what is said of it.

The page is one file that is opened as a whole. Beyond a size it holds the things with most links, the facts
between them, a few figures of each, and the documents that state most of these facts; it tells how much there
is in all. Memory is bounded by what is shown and by what is pointed to, not by what is left out.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import Final, NamedTuple

from baygraph.evidence import OBJECT, PREDICATE, STATEMENT, SUBJECT, TERMS
from baygraph.publish.source import Source
from baygraph.resolve import ALSO_NAMED, INDIVIDUAL, IS_A, NAMED
from baygraph.terms import CLASSES, THINGS, bay, is_a
from baygraph.triples import Triple, iri

DOCUMENTS: Final = 1_000  # documents, all of which the page still shows
MOST: Final = 20_000  # things, all of which it still shows
CHOSEN: Final = 2_000  # things that it shows of more
_FIGURES: Final = 5  # of each thing, the latest
_SOURCES: Final = 2  # documents for each fact

_KINDS: Final = frozenset(iri(bay(name)) for name in CLASSES if is_a(name, *THINGS))
_ABOUT, _AS_OF, _SUPPORTED = TERMS["about"], TERMS["asOf"], TERMS["supportedBy"]
_OWN: Final = iri(bay(""))[:-1]


class Whole(NamedTuple):
    """How much there is, where the page does not show all of it."""

    things: int
    documents: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The triples that the page shows, and how much there is, if that is more."""

    triples: Iterable[Triple]
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Things with the figures about them, as terms."""

    things: frozenset[str]
    figures: frozenset[str]

    def holds(self, subject: str, value: str) -> bool:
        """Say whether a statement is about what is chosen, and leads to nothing that is not."""
        return (subject in self.things or subject in self.figures) and (
            value in self.things or not value.startswith(INDIVIDUAL)
        )


def shown(source: Source) -> Shown:
    """Choose what the page shows of all that is settled on disk."""
    count = sum(1 for _ in _things(source.stated))
    if len(source.state) <= DOCUMENTS and count <= MOST:
        return Shown(chain(source.stated, source.state.evidence()))
    things = frozenset(_first(source.stated))
    chosen = _Chosen(things, frozenset(_figures(source.stated, things)))
    documents = frozenset(_documents(source, chosen))
    return Shown(_triples(source, chosen, documents), Whole(count, len(source.state)))


def _things(stated: Iterable[Triple]) -> Iterator[str]:
    """All things, each once: the plain triples come subject by subject."""
    kinds = (subject for subject, predicate, value in stated if predicate == IS_A and value in _KINDS)
    return (subject for subject, _ in groupby(kinds))


def _first(stated: Iterable[Triple]) -> list[str]:
    """The things that most links lead from and to; of equals, those whose IRI comes first."""
    pointed = Counter(o for _, p, o in stated if o.startswith(INDIVIDUAL) and p != _ABOUT)
    ranks = (
        (-pointed[subject] - sum(value.startswith(INDIVIDUAL) for _, _, value in about), subject)
        for subject, about in _by_subject(stated)
        if any(_things(about))
    )
    return [thing for _, thing in heapq.nsmallest(CHOSEN, ranks)]


def _by_subject(stated: Iterable[Triple]) -> Iterator[tuple[str, list[Triple]]]:
    return ((subject, list(about)) for subject, about in groupby(stated, key=itemgetter(0)))


def _figures(stated: Iterable[Triple], things: frozenset[str]) -> set[str]:
    """The latest figures about each of the things."""
    latest: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, about in _by_subject(stated):
        said = {predicate: value for _, predicate, value in about}
        for _, predicate, value in about:
            if predicate == _ABOUT and value in things:
                push = heapq.heappush if len(latest[value]) < _FIGURES else heapq.heappushpop
                push(latest[value], (said.get(_AS_OF, ""), subject))
    return {subject for found in latest.values() for _, subject in found}


def _documents(source: Source, chosen: _Chosen) -> set[str]:
    """For each fact between what is chosen, the documents that state most of these facts."""
    covers = Counter(document for _, document in _sayings(source, chosen))
    best: dict[tuple[str, str, str], set[tuple[int, str]]] = defaultdict(set)
    for fact, document in _sayings(source, chosen):
        best[fact].add((-covers[document], document))
        if len(best[fact]) > _SOURCES:
            best[fact].remove(max(best[fact]))
    return {document for found in best.values() for _, document in found}


def _sayings(source: Source, chosen: _Chosen) -> Iterator[tuple[Triple, str]]:
    """Which document states which fact between what is chosen."""
    for rows in source.state.rows():
        for row in rows:
            subject, predicate, value, document, _ = row.split("\t", 4)
            if predicate.startswith(_OWN) and chosen.holds(subject, value):
                yield (subject, predicate, value), document


def _triples(source: Source, chosen: _Chosen, documents: frozenset[str]) -> Iterator[Triple]:
    for triple in source.stated:
        subject, _, value = triple
        if subject in documents or chosen.holds(subject, value):
            yield triple
    for evidence in source.state.evidence_in(documents):
        yield from _told(evidence, chosen.holds)


def _told(evidence: Iterable[Triple], holds: Callable[[str, str], bool]) -> Iterator[Triple]:
    """The claims of one document about what is chosen, and the evidence that they rest on."""
    nodes = dict(_by_subject(evidence))
    cited: set[str] = set()
    for about in nodes.values():
        said = {predicate: value for _, predicate, value in about}
        if said.get(IS_A) != STATEMENT or said[PREDICATE] in (NAMED, ALSO_NAMED):
            continue
        if holds(said[SUBJECT], said[OBJECT]):
            cited.update(value for _, predicate, value in about if predicate == _SUPPORTED)
            yield from about
    for node in sorted(cited):
        yield from nodes.get(node, ())
