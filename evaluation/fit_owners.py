"""Learn what the features of a thing weigh for a figure to be about it (``graph/extract/owners``).

A gold figure that the reading finds is a choice between the things in view of it. The weights rank them; they
are fitted by logistic regression to the differences between a right thing and each wrong one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from baygraph.extract.figures import borne
from baygraph.extract.owner_weights import expanded
from baygraph.extract.owners import Choice
from baygraph.extract.things import gather
from baygraph.languages.registry import pack_for
from baygraph.model import Document
from evaluation.fit_pairs import matched
from evaluation.gold import Gold
from evaluation.matching import same

STRENGTH = 0.15  # inverse of the regularisation
SELDOM = 4  # a feature of fewer candidates is left out
SLIGHT = 0.0005  # a weight below is left out
FOLDS = 5
ALL = "all"

Feature = tuple[str, str]  # and for things of which class it counts
Fitted = Mapping[Feature, float]


class Taught(NamedTuple):
    """The choice of a figure's owner: the candidates' features, and which are right, none if it is unseen."""

    gold: Gold
    candidates: Sequence[frozenset[Feature]]
    right: frozenset[int]


def choices(gold: Gold) -> Iterator[Taught]:
    """The choices of the gold figures of a document that the reading finds."""
    document = Document(gold.id, gold.text, gold.lang, gold.input.get("title"), gold.input.get("issued"))
    pack = pack_for(document.lang)
    readings, _ = pack.read(pack.annotate(document))
    gathered = gather(pack, readings)
    choice = Choice(readings, gathered, pack.name_words(document.title or ""))
    ids, left = matched(gold, gathered.things), list(gold.figures)
    for reading, quantity, _, bearing in borne(pack, readings):
        said = float(quantity.value), quantity.unit or None, quantity.measure
        figure = next((f for f in left if same(f, *said)), None)
        if figure is not None:
            left.remove(figure)
            seen = choice.in_view(reading, quantity, bearing)
            right = frozenset(i for i, o in enumerate(seen) if ids.get(o.thing.id) in figure.owners)
            yield Taught(gold, [frozenset(expanded(o.thing.type, o.features)) for o in seen], right)


def fit(found: Iterable[Taught]) -> Fitted:
    """Fit the weights; each choice counts by the root of how many pairs it has."""
    taught = [t for t in found if 0 < len(t.right) < len(t.candidates)]
    counts = Counter(f for t in taught for features in t.candidates for f in features)
    columns = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= SELDOM))}
    pairs = [_pairs(t, columns) for t in taught]
    shares = np.concatenate([np.full(p.shape[0], p.shape[0] ** -0.5) for p in pairs])
    sign = np.where(np.arange(len(shares)) % 2, -1.0, 1.0)  # a regression needs both outcomes
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=1000)
    model.fit(csr_matrix(vstack(pairs).multiply(sign[:, None])), sign > 0, sample_weight=shares)
    return {f: float(w) for f, w in zip(columns, model.coef_[0], strict=True) if abs(w) >= SLIGHT}


def _pairs(taught: Taught, columns: Mapping[Feature, int]) -> csr_matrix:
    places = [sorted(columns[f] for f in features if f in columns) for features in taught.candidates]
    cells = [place for row in places for place in row]
    ends = np.cumsum([0, *map(len, places)])
    rows = csr_matrix((np.ones(len(cells)), cells, ends), shape=(len(places), len(columns)))
    wrong = [i for i in range(len(places)) if i not in taught.right]
    return vstack([rows[r] - rows[w] for r in sorted(taught.right) for w in wrong])


def report(found: Sequence[Taught]) -> Iterator[str]:
    """Lines of how many choices are right in documents left out of the fit, by language and set."""
    right, seen, made = Counter[str](), Counter[str](), Counter[str]()
    for taught, is_right in _left_out(found):
        for key in (ALL, taught.gold.lang, "learning" if taught.gold.is_learning else "read"):
            right[key] += is_right
            seen[key] += bool(taught.right)
            made[key] += 1
    for key, n in sorted(made.items()):
        yield f"{key:9} {n:5} choices, right {right[key] / n:.3f}, right one in view {seen[key] / n:.3f}"


def _left_out(found: Sequence[Taught]) -> Iterator[tuple[Taught, bool]]:
    documents = sorted({t.gold.id for t in found})
    for fold in range(FOLDS):
        out = frozenset(documents[fold::FOLDS])
        fitted = fit(t for t in found if t.gold.id not in out)
        yield from ((t, is_right(t, fitted)) for t in found if t.gold.id in out)


def is_right(taught: Taught, fitted: Fitted) -> bool:
    """Say whether the candidate with the highest sum of weights is a right one."""
    scores = [sum(fitted.get(f, 0.0) for f in sorted(features)) for features in taught.candidates]
    return bool(scores) and scores.index(max(scores)) in taught.right
