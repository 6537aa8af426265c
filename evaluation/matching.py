"""Which published things, facts and figures are the gold ones of a document, and which are nobody's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from evaluation.built import Built, BuiltFigure, Fact
from evaluation.gold import Entity, Figure, Gold, Relation
from evaluation.names import least, likeness, overlap, stems

SYMMETRIC = frozenset({"cooperatesWith"})
_UP = frozenset({"locatedIn", "partOf"})
_LEAST_MEASURE = 0.5
_PRECISION = 1e-6  # of a figure's value


class Matched(NamedTuple):
    """What became of one document: right, surplus and missed, and the gold id of each IRI."""

    gold: Gold
    iris: Mapping[str, str]
    surplus: tuple[str, ...]
    right: frozenset[Relation]
    wrong: frozenset[Relation]
    figures: tuple[tuple[Figure, BuiltFigure], ...]
    owned: int
    surplus_figures: tuple[BuiltFigure, ...]

    @property
    def missed(self) -> Iterator[Entity]:
        """The gold things that no published one is."""
        return (entity for entity in self.gold.entities if entity.id not in self.iris)

    @property
    def missed_figures(self) -> Iterator[Figure]:
        """The gold figures that no published one is."""
        found = [figure for figure, _ in self.figures]
        return (figure for figure in self.gold.figures if not any(figure is each for each in found))


def match(gold: Gold, built: Built) -> Matched:
    """Compare what the graph says of a document with its gold facts."""
    iris = _entities(gold, built)
    ids = {iri: id_ for id_, iri in iris.items()}
    found = frozenset((ids.get(s, s), p, ids.get(o, o)) for s, p, o in built.facts[gold.id])
    figures, left = _figures(gold, built.figures[gold.id], ids)
    return Matched(
        gold,
        iris,
        tuple(sorted(built.things[gold.id] - set(iris.values()))),
        frozenset(fact for fact in gold.relations if _among(fact, found)),
        frozenset(_wrong(gold.relations, found)),
        tuple(figures),
        sum(ids.get(built.owner or "") in wanted.owners for wanted, built in figures),
        tuple({figure.iri: figure for figure in left}.values()),
    )


def _entities(gold: Gold, built: Built) -> Mapping[str, str]:
    """Pair gold ids and IRIs one to one, the most alike first; a pair needs an allowed class."""
    iris: dict[str, str] = {}
    for _, id_, iri in sorted(_pairs(gold, built), key=lambda pair: (-pair[0], *pair[1:])):
        if id_ not in iris and iri not in iris.values():
            iris[id_] = iri
    return iris


def _pairs(gold: Gold, built: Built) -> Iterator[tuple[float, str, str]]:
    for entity in gold.entities:
        enough = least(entity.classes)
        for iri in built.things[gold.id]:
            if not built.types[iri].isdisjoint(entity.classes):
                score = likeness(entity.names, built.names[iri])
                if score >= enough:
                    yield score, entity.id, iri


def _among(fact: Relation, facts: frozenset[Relation]) -> bool:
    return fact in facts or (fact[1] in SYMMETRIC and _flipped(fact) in facts)


def _flipped(fact: Relation) -> Relation:
    return fact[2], fact[1], fact[0]


def _wrong(wanted: frozenset[Relation], found: frozenset[Fact]) -> Iterator[Relation]:
    """What is neither gold nor follows from it; a cooperation told in both directions counts once."""
    implied = located(wanted)
    for fact in found:
        twice = fact[1] in SYMMETRIC and _flipped(fact) in found and fact[0] > fact[2]
        if not (_among(fact, wanted) or fact in implied or twice):
            yield fact


def located(relations: Iterable[Relation]) -> frozenset[Relation]:
    """What lies where, by all steps of location and of parts."""
    up: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, value in relations:
        if predicate in _UP:
            up[subject].add(value)
    return frozenset((start, "locatedIn", end) for start in up for end in _reached(start, up))


def _reached(start: str, up: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    todo = list(up[start])
    while todo:
        end = todo.pop()
        if end not in seen:
            seen.add(end)
            todo += up.get(end, ())
    return seen


def _figures(
    gold: Gold, built: Iterable[BuiltFigure], ids: Mapping[str, str]
) -> tuple[list[tuple[Figure, BuiltFigure]], list[BuiltFigure]]:
    """Pair figures one to one in the order of the gold, one with the right owner first."""
    left, pairs = list(built), []
    for wanted in gold.figures:
        hits = [figure for figure in left if same(wanted, figure.value, figure.unit, figure.measure)]
        if hits:
            best = min(hits, key=lambda figure: ids.get(figure.owner or "") not in wanted.owners)
            left = [figure for figure in left if figure.iri != best.iri]
            pairs.append((wanted, best))
    return pairs, left


def same(wanted: Figure, value: float, unit: str | None, measure: str) -> bool:
    """Say whether a figure that was found is a gold one: value, unit, half of the measure's words."""
    near = abs(value - wanted.value) < _PRECISION * max(1, abs(wanted.value))
    if not near or unit != wanted.unit:
        return False
    said = stems(measure)
    return any(overlap(said, stems(each)) >= _LEAST_MEASURE for each in wanted.measures)
