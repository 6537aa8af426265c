"""Learn what the features of a pair of things weigh, property by property (``graph/extract/weighed``).

A pair of things that one sentence brings together is an example; it is right for a property when the gold has
the fact. Of several sentences with the two things only the one that the weights like best stands for it.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from baygraph.extract.document import said_of
from baygraph.extract.facts import told
from baygraph.extract.things import Thing, gather
from baygraph.extract.weighed.sights import SLOTS, SYMMETRIC, Sight, sights
from baygraph.extract.weighed.weights import BIAS
from baygraph.languages.registry import pack_for
from baygraph.model import Document
from baygraph.terms import ancestors
from evaluation.gold import Gold, Relation
from evaluation.matching import located
from evaluation.names import least, likeness

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
    document = Document(gold.id, gold.text, gold.lang, gold.input.get("title"), gold.input.get("issued"))
    pack = pack_for(document.lang)
    readings, _ = pack.read(pack.annotate(document))
    gathered = gather(pack, readings)
    chance = random.Random(gold.id)
    sentences = [told(pack, reading) for reading in readings]
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


def matched(gold: Gold, things: Iterable[Thing]) -> Mapping[int, str]:
    """Which gold thing each thing of a document is, the most alike first."""
    pairs: list[tuple[float, str, int]] = []
    for entity in gold.entities:
        for thing in things:
            if not set(ancestors(thing.type)).isdisjoint(entity.classes):
                score = likeness(entity.names, [thing.name, *(name.text for name in thing.names)])
                if score >= least(entity.classes):
                    pairs.append((-score, entity.id, thing.id))
    found: dict[int, str] = {}
    for _, id_, thing_id in sorted(pairs):
        if thing_id not in found and id_ not in found.values():
            found[thing_id] = id_
    return found


Fitted = Mapping[tuple[str, str], float]  # feature and slot → weight


def fit(examples: Sequence[Example]) -> Fitted:
    """Fit each slot by itself."""
    counts = Counter(feature for example in examples for feature in example.features)
    rows = {f: row for row, f in enumerate(sorted(f for f, n in counts.items() if n >= SELDOM))}
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
    table = _matrix(mine, rows)
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


def _matrix(mine: Sequence[Example], rows: Mapping[str, int]) -> csr_matrix:
    found = [[rows[f] for f in e.features if f in rows] for e in mine]
    ends = np.cumsum([0, *map(len, found)])
    flat = np.array([row for each in found for row in each], dtype=np.int32)
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(mine), len(rows)))
