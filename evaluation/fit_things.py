"""Learn which of the things that the reader gathers are none (``graph/extract/weighed/things``)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sklearn.linear_model import LogisticRegression

from baygraph.extract.document import said_of
from baygraph.extract.things import Thing
from baygraph.extract.weighed.sights import sights
from baygraph.extract.weighed.things import SLOTS, features, told_around
from baygraph.extract.weighed.weights import BIAS
from evaluation.fit_pairs import cells, rows_of
from evaluation.gold import Gold
from evaluation.names import likeness
from evaluation.reading import matched, take

STRENGTH = 0.3  # inverse of the regularisation
SLIGHT = 0.02  # a weight below is left out
ALIKE = 0.85  # a thing of another class than the gold's is a thing all the same


class Shown(NamedTuple):
    """A thing with its features, and whether the gold has none of such a name."""

    features: tuple[str, ...]
    is_nothing: bool


def shown(gold: Gold) -> Iterator[Shown]:
    """The things that the reader gathers from a document."""
    _, pack, _, gathered, sentences = take(gold)
    around = told_around(sights(sentences, gathered, said_of(pack, sentences, gathered)))
    ids = matched(gold, gathered.things)
    for thing in gathered.things:
        if thing.mentions:
            found = tuple(sorted(set(features(thing, around.get(thing.id, ())))))
            yield Shown(found, thing.id not in ids and not _is_named(gold, thing))


def _is_named(gold: Gold, thing: Thing) -> bool:
    names = [thing.name, *(name.text for name in thing.names)]
    return any(likeness(entity.names, names) >= ALIKE for entity in gold.entities)


def fit(found: Sequence[Shown]) -> Mapping[tuple[str, str], float]:
    """Fit the weights; what is seldom seen has none."""
    columns = rows_of(found)
    model = LogisticRegression(C=STRENGTH, max_iter=500, solver="liblinear", random_state=0)
    model.fit(cells(found, columns), [each.is_nothing for each in found])
    weights = zip(columns, model.coef_[0], strict=True)
    slot = SLOTS[0]
    kept = {(f, slot): float(weight) for f, weight in weights if abs(weight) >= SLIGHT}
    return {(BIAS, slot): float(model.intercept_[0])} | kept
