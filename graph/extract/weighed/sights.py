"""The pairs of things that a sentence brings together, with their features."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from baygraph.extract.facts import NOTION, Fact, Told, lies_in
from baygraph.extract.signatures import PLACE, allows
from baygraph.extract.things import Gathered
from baygraph.extract.weighed.around import Standing, around, roles_of, standing
from baygraph.extract.weighed.between import Member, between, groups_of, line, said_between
from baygraph.terms import SIGNATURES

PROPERTIES = tuple(prop for prop in SIGNATURES if prop != "about")
SYMMETRIC = frozenset({"cooperatesWith"})
# «>»: the thing that is named first is the subject.
SLOTS = tuple(f"{prop} {way}" for prop in PROPERTIES for way in "><" if way == ">" or prop not in SYMMETRIC)
FARTHEST = 12  # things from one to the other of a pair

Said = Mapping[frozenset[int], Sequence[Fact]]


class Pair(NamedTuple):
    """Two things by their places among those of a sentence, the slots open to them, and their features."""

    one: int
    other: int
    slots: tuple[int, ...]
    features: Sequence[str]


class Sight(NamedTuple):
    """A sentence with its things, what is around each, and its pairs."""

    sentence: Told
    here: Sequence[Member]
    around: Sequence[Sequence[str]]
    pairs: Sequence[Pair]


def sights(sentences: Iterable[Told], gathered: Gathered, said: Iterable[Fact]) -> Iterator[Sight]:
    """The sentences of a document that bring things together; ``said`` is what the rules say."""
    by_pair: dict[frozenset[int], list[Fact]] = defaultdict(list)
    stated = [fact for fact in said if fact.modality != "denied"]
    for fact in stated:
        by_pair[frozenset((fact.subject, fact.object))].append(fact)
    stands = standing(gathered, stated)
    for sentence in sentences:
        index = sentence.reading.sentence.index
        here = gathered.by_sentence.get(index, ())
        if len({thing.id for _, thing in here}) > 1:
            yield _sight(sentence, here, stands, by_pair)


def _sight(sentence: Told, here: Sequence[Member], stands: Standing, said: Said) -> Sight:
    reading, roles = sentence.reading, roles_of(sentence)
    prepared, groups = line(reading, roles), groups_of(here)
    pairs = []
    for one, other, slots in _open_pairs(here):
        features = between(reading, prepared, here, groups, one, other)
        features += _said(said, here[one][1].id, here[other][1].id)
        pairs.append(Pair(one, other, slots, features))
    return Sight(sentence, here, [around(reading, i, thing, roles, stands) for i, thing in here], pairs)


def _said(by_pair: Said, first: int, second: int) -> Iterator[str]:
    return said_between(by_pair.get(frozenset((first, second)), ()), first)


def _open_pairs(here: Sequence[Member]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    for one, (_, first) in enumerate(here):
        for other in range(one + 1, min(len(here), one + 1 + FARTHEST)):
            second = here[other][1]
            slots = open_slots(first.type, second.type) if first.id != second.id else ()
            if slots:
                yield one, other, slots


@cache
def open_slots(first: str, second: str) -> tuple[int, ...]:
    """The slots that things of two classes may fill, by their places in ``SLOTS``."""
    found = []
    for column, slot in enumerate(SLOTS):
        prop, way = slot.split(" ")
        subject, object_ = (first, second) if way == ">" else (second, first)
        if allows(prop, (subject,), (object_,)) and (prop != "locatedIn" or _may_lie(subject, object_)):
            found.append(column)
    return tuple(found)


def _may_lie(inner: str, outer: str) -> bool:
    return inner not in NOTION and (inner not in PLACE or lies_in(inner, outer))
