"""How much was right, surplus and missed, by what is counted and by language."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple

from evaluation.built import Built
from evaluation.matching import Matched

ALL = "all"


class Outcome(Enum):
    """What became of one thing, fact or figure."""

    RIGHT = auto()
    SURPLUS = auto()
    MISSED = auto()


class Tally(NamedTuple):
    """Counts of outcomes, and the rates that follow from them."""

    right: int
    surplus: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what is right in what was found, 0 to 1."""
        return _share(self.right, self.right + self.surplus)

    @property
    def recall(self) -> float:
        """The share of what was found in what is there, 0 to 1."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def as_dict(self) -> dict[str, float]:
        """The rates as they are recorded; ``n`` is how much there is to be found."""
        rates = {"p": self.precision, "r": self.recall, "f1": self.f1}
        return {name: round(rate, 4) for name, rate in rates.items()} | {"n": self.right + self.missed}


Outcomes = Iterator[tuple[str, Outcome]]
Tallies = Mapping[tuple[str, str], Tally]  # what is counted, and a language or ALL


def measures(found: Iterable[Matched]) -> Tallies:
    """Tally entities, relations, figures, and figures with their owners."""
    return _tallied(found, _measured)


def classes(found: Iterable[Matched], built: Built) -> Tallies:
    """Tally each class: what is right by the class that the gold likes best, what is surplus by its own."""
    return _tallied(found, lambda each: _classed(each, built))


def properties(found: Iterable[Matched]) -> Tallies:
    """Tally each property."""
    return _tallied(found, _related)


def _tallied(found: Iterable[Matched], outcomes: Callable[[Matched], Outcomes]) -> Tallies:
    counts: dict[tuple[str, str], Counter[Outcome]] = {}
    for each in found:
        for what, outcome in outcomes(each):
            for language in (each.gold.lang, ALL):
                counts.setdefault((what, language), Counter())[outcome] += 1
    return {key: Tally(*(counts[key][outcome] for outcome in Outcome)) for key in sorted(counts)}


def _measured(each: Matched) -> Outcomes:
    wanted = len(each.gold.figures)
    surplus = len(each.surplus_figures)
    yield from _times("entities", len(each.iris), len(each.surplus), len(each.gold.entities) - len(each.iris))
    yield from _times(
        "relations", len(each.right), len(each.wrong), len(each.gold.relations) - len(each.right)
    )
    yield from _times("figures", len(each.figures), surplus, wanted - len(each.figures))
    yield from _times("figures+", each.owned, surplus + len(each.figures) - each.owned, wanted - each.owned)


def _times(what: str, *counts: int) -> Outcomes:
    for outcome, count in zip(Outcome, counts, strict=True):
        yield from ((what, outcome) for _ in range(count))


def _classed(each: Matched, built: Built) -> Outcomes:
    for entity in each.gold.entities:
        yield entity.classes[0], Outcome.RIGHT if entity.id in each.iris else Outcome.MISSED
    for iri in each.surplus:
        yield built.kind(iri), Outcome.SURPLUS


def _related(each: Matched) -> Outcomes:
    yield from ((predicate, Outcome.RIGHT) for _, predicate, _ in each.right)
    yield from ((predicate, Outcome.SURPLUS) for _, predicate, _ in each.wrong)
    yield from ((predicate, Outcome.MISSED) for _, predicate, _ in each.gold.relations - each.right)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
