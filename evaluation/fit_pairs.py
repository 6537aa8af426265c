"""Learn what the features of a pair of things weigh, property by property (``graph/extract/weighed``).

A pair of things that one sentence brings together is an example; it is right for a property when the gold has
the fact. Of several sentences with the two things only the one that the weights like best stands for it.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from baygraph.extract.document import said_of
from baygraph.extract.weighed.sights import SLOTS, SYMMETRIC, Sight, sights
from baygraph.extract.weighed.weights import BIAS
from evaluation.gold import Gold, Relation
from evaluation.matching import located
from evaluation.reading import matched, take

STRENGTH = 0.1  # inverse of the regularisation
SELDOM = 4  # a feature of fewer examples is left out
SLIGHT = 0.05  # a weight below is left out
FORGOTTEN = (
    0.7  # share of the rules' facts that the examples of documents that rules were fitted to are not told
)
ROUNDS = 2


class Example(NamedTuple):
    """A pair with its features; for each open slot, whether the gold has the fact, None where it follows."""

    pair: frozenset[int]
    document: str
    features: tuple[str, ...]
    slots: Mapping[int, bool | None]


def examples(gold: Gold, forget: float = 0.0) -> Iterator[Example]:
    """The examples of one document; ``forget`` is the share of the rules' facts that they are not told of."""
    _, pack, _, gathered, sentences = take(gold)
    chance = random.Random(gold.id)
    said = [f for f in said_of(pack, sentences, gathered) if chance.random() >= forget]
    ids = matched(gold, gathered.things)
    implied = located(gold.relations)
    for sight in sights(sentences, gathered, said):
        yield from _of_sentence(gold, sight, ids, implied)


def _of_sentence(
    gold: Gold, sight: Sight, ids: Mapping[int, str], implied: frozenset[Relation]
) -> Iterator[Example]:
    for pair in sight.pairs:
        first, other = sight.here[pair.one][1].id, sight.here[pair.other][1].id
        alone = (*(f"1 {f}" for f in sight.around[pair.one]), *(f"2 {f}" for f in sight.around[pair.other]))
        slots = {
            column: _is_gold(gold, ids.get(first), ids.get(other), SLOTS[column], implied)
            for column in pair.slots
        }
        yield Example(frozenset((first, other)), gold.id, tuple({*pair.features, *alone}), slots)


def _is_gold(
    gold: Gold, first: str | None, other: str | None, slot: str, implied: frozenset[Relation]
) -> bool | None:
    if first is None or other is None:
        return False
    prop, way = slot.split(" ")
    fact = (first, prop, other) if way == ">" else (other, prop, first)
    if fact in gold.relations or (prop in SYMMETRIC and (fact[2], prop, fact[0]) in gold.relations):
        return True
    return None if fact in implied else False


Fitted = Mapping[tuple[str, str], float]  # feature and slot → weight


def fit(examples: Sequence[Example]) -> Fitted:
    """Fit each slot by itself."""
    rows = rows_of(examples)
    weights: dict[tuple[str, str], float] = {}
    for column, slot in enumerate(SLOTS):
        mine = [e for e in examples if e.slots.get(column) is not None]
        if sum(bool(e.slots[column]) for e in mine) >= SELDOM:
            weights |= {(feature, slot): weight for feature, weight in _fit_slot(mine, column, rows)}
        else:
            weights[BIAS, slot] = -9.0
    return weights


def _fit_slot(mine: Sequence[Example], column: int, rows: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    right = np.array([bool(e.slots[column]) for e in mine])
    table = cells(mine, rows)
    kept = np.ones(len(mine), dtype=bool)
    for _ in range(ROUNDS):
        model = LogisticRegression(C=STRENGTH, max_iter=500, solver="liblinear", random_state=0)
        model.fit(table[kept], right[kept])
        kept = _best_of_each(mine, right, model.decision_function(table))
    yield BIAS, float(model.intercept_[0])
    for feature, row in rows.items():
        if abs(weight := float(model.coef_[0][row])) >= SLIGHT:
            yield feature, weight


def _best_of_each(mine: Sequence[Example], right: NDArray[Any], scores: NDArray[Any]) -> NDArray[Any]:
    """Of the sentences of a right pair, the one that scores best."""
    best: dict[tuple[str, frozenset[int]], int] = {}
    for at, example in enumerate(mine):
        key = example.document, example.pair
        if right[at] and (key not in best or scores[at] > scores[best[key]]):
            best[key] = at
    return np.array(
        [not r or best[e.document, e.pair] == at for at, (e, r) in enumerate(zip(mine, right, strict=True))]
    )


class Featured(Protocol):
    """An example as far as its features are concerned."""

    @property
    def features(self) -> Sequence[str]:
        """The features, none twice."""


def rows_of(examples: Iterable[Featured]) -> Mapping[str, int]:
    """Number the features that enough examples have."""
    counts = Counter(feature for example in examples for feature in example.features)
    return {f: row for row, f in enumerate(sorted(f for f, n in counts.items() if n >= SELDOM))}


def cells(examples: Sequence[Featured], rows: Mapping[str, int]) -> csr_matrix:
    """A line for each example with a one for each of its numbered features."""
    found = [[rows[f] for f in e.features if f in rows] for e in examples]
    ends = np.cumsum([0, *map(len, found)])
    flat = np.array([row for each in found for row in each], dtype=np.int32)
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(examples), len(rows)))
