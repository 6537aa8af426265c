"""Learn what the features of a thing weigh for a figure to be about it (``graph/extract/owners``).

The figures that a sentence gives without naming a thing in between are one choice among the things in view.
The weights rank these: they are fitted so that what is right is likeliest (a conditional logit).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from baygraph.annotation import Quantity
from baygraph.extract.figures import borne
from baygraph.extract.owner_weights import expanded
from baygraph.extract.owners import Candidate, Choice
from evaluation.gold import Figure, Gold
from evaluation.matching import same
from evaluation.reading import matched, take

STRENGTH = 0.1  # inverse of the regularisation
SELDOM = 4  # a feature of fewer candidates is left out
SLIGHT = 0.0005  # a weight below is left out
ROUNDS = 200
FOLDS = 5
ALL = "all"

Feature = tuple[str, str]  # and for things of which class it counts
Fitted = Mapping[Feature, float]
Shares = Mapping[Feature, float]  # of the figures for which a feature holds


class Taught(NamedTuple):
    """The choice of what some figures are about: the features of each candidate, and who owns what.

    ``right`` has for each figure of the gold the candidates that are right, none where none is in view.
    """

    gold: Gold
    candidates: Sequence[Shares]
    right: Sequence[frozenset[int]]

    @property
    def agreed(self) -> frozenset[int]:
        """The candidates that are right for most of the figures."""
        votes = Counter(i for right in self.right for i in right)
        most = max(votes.values(), default=0)
        return frozenset(i for i, n in votes.items() if n == most)


def choices(gold: Gold) -> Iterator[Taught]:
    """The choices of the gold figures of a document that the reading finds."""
    document, pack, readings, gathered, _ = take(gold)
    choice = Choice(readings, gathered, pack.name_words(document.title or ""))
    ids, left = matched(gold, gathered.things), list(gold.figures)
    for reading in readings:
        for run in choice.runs(reading, borne(pack, reading)):
            told = [_taken(left, each.quantity) for each in run]
            if any(told):
                views = [choice.in_view(reading, *each) for each in run]
                yield _taught(gold, views, [f.owners for f in told if f], ids)


def _taken(left: list[Figure], quantity: Quantity) -> Figure | None:
    said = float(quantity.value), quantity.unit or None, quantity.measure
    figure = next((f for f in left if same(f, *said)), None)
    if figure is not None:
        left.remove(figure)
    return figure


def _taught(
    gold: Gold, views: Sequence[Sequence[Candidate]], owners: Iterable[Sequence[str]], ids: Mapping[int, str]
) -> Taught:
    shares: dict[int, Counter[Feature]] = {}
    for view in views:
        for each in view:
            counts = shares.setdefault(each.thing.id, Counter())
            counts.update(set(expanded(each.thing.type, each.features)))
    things = sorted(shares)
    features = [{f: n / len(views) for f, n in shares[thing].items()} for thing in things]
    right = [frozenset(i for i, t in enumerate(things) if ids.get(t) in whose) for whose in owners]
    return Taught(gold, features, right)


def fit(found: Iterable[Taught]) -> Fitted:
    """Fit the weights; each choice counts by the root of how many figures it is of."""
    taught = [t for t in found if 0 < len(t.agreed) < len(t.candidates)]
    counts = Counter(f for t in taught for features in t.candidates for f in features)
    columns = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= SELDOM))}
    weights = _likeliest(taught, _cells(taught, columns))
    return {f: float(w) for f, w in zip(columns, weights, strict=True) if abs(w) >= SLIGHT}


def _cells(taught: Iterable[Taught], columns: Mapping[Feature, int]) -> csr_matrix:
    """A row for each candidate of each choice."""
    candidates = (features for t in taught for features in t.candidates)
    rows = [{columns[f]: n for f, n in features.items() if f in columns} for features in candidates]
    ends = np.cumsum([0, *map(len, rows)])
    values = [row[c] for row in rows for c in sorted(row)]
    places = [c for row in rows for c in sorted(row)]
    return csr_matrix((values, places, ends), shape=(len(rows), len(columns)))


def _likeliest(taught: Sequence[Taught], cells: csr_matrix) -> NDArray[np.float64]:
    sizes = [len(t.candidates) for t in taught]
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(taught)), sizes)
    right = np.array([i in agreed for t in taught for agreed in [t.agreed] for i in range(len(t.candidates))])
    counts = np.array([len(t.right) ** 0.5 for t in taught])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = cells @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        every, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = cells.T @ (counts[of] * odds * (1 / every[of] - right / good[of]))
        value = counts @ (np.log(every) - np.log(good)) + weights @ weights / (2 * STRENGTH)
        return float(value), slope + weights / STRENGTH

    none = np.zeros(cells.shape[1])
    fitted: Any = minimize(loss, none, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return np.asarray(fitted.x)


def report(found: Sequence[Taught]) -> Iterator[str]:
    """Lines of how many owners are right in documents left out of the fit, by language and set."""
    right, seen, made = Counter[str](), Counter[str](), Counter[str]()
    for taught, rightly in _left_out(found):
        for key in (ALL, taught.gold.lang, "learning" if taught.gold.is_learning else "read"):
            right[key] += rightly
            seen[key] += sum(map(bool, taught.right))
            made[key] += len(taught.right)
    for key, n in sorted(made.items()):
        yield f"{key:9} {n:5} figures, right {right[key] / n:.3f}, right one in view {seen[key] / n:.3f}"


def _left_out(found: Sequence[Taught]) -> Iterator[tuple[Taught, int]]:
    documents = sorted({t.gold.id for t in found})
    for fold in range(FOLDS):
        out = frozenset(documents[fold::FOLDS])
        fitted = fit(t for t in found if t.gold.id not in out)
        yield from ((t, rightly(t, fitted)) for t in found if t.gold.id in out)


def rightly(taught: Taught, fitted: Fitted) -> int:
    """For how many of the figures the candidate with the highest sum of weights is right."""
    scores = [sum(fitted.get(f, 0.0) * n for f, n in sorted(each.items())) for each in taught.candidates]
    best = scores.index(max(scores)) if scores else -1
    return sum(best in right for right in taught.right)
