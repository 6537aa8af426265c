"""Facts by the weight of their features: what no rule says and is likely all the same."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from baygraph.extract.facts import Fact, Told, span_of
from baygraph.extract.weighed.doubts import Ends, Statement, is_doubtful, modality_of
from baygraph.extract.weighed.sights import SLOTS, SYMMETRIC, Sight
from baygraph.extract.weighed.weights import Weights, load
from baygraph.languages.pack import Pack

# Where something stands in its pair is a slot of its own: first or second.
PLACES = tuple(f"{place} {slot}" for place in ("first", "second") for slot in SLOTS)
WAYS = tuple(slot.split(" ") for slot in SLOTS)
UNLIKELY = -2200  # what a less sure rule says is taken back below
SURE = 0.8  # the confidence of rules that stand by themselves
HINT = 0.5  # a rule below says nothing by itself: its weight has to speak for the fact
LIKELY = -100  # thousandths of a logit: added from here on
# Logits in thousandths of the probabilities 0.3, 0.35, ….
STEPS = (-847, -619, -405, -201, 0, 201, 405, 619, 847, 1099, 1386, 1735, 2197, 2944)
LEAST, STEP = 0.25, 0.05


class Weighed(NamedTuple):
    """What speaks for a statement most, in thousandths of a logit, with its sentence and its two phrases."""

    weight: int
    sentence: Told
    ends: Ends


def weigh(pack: Pack, seen: Iterable[Sight], said: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of a document: what rules say and is not unlikely, and what is likely without a rule."""
    found = weighed(seen)
    told = [fact for fact in said if fact.confidence >= HINT]
    yield from (fact for fact in told if not _is_taken_back(found, fact))
    held = {(f.subject, f.prop, f.object) for f in told}
    for statement, (weight, sentence, ends) in found.items():
        subject, prop, obj = statement
        if weight < LIKELY or {statement, (obj, prop, subject)} & held:
            continue
        modality = modality_of(sentence, ends)
        if modality != "denied" and not is_doubtful(pack, told, statement, sentence, ends):
            span = span_of(sentence.reading, ends)
            yield Fact(subject, prop, obj, span, f"weighed:{prop}", confidence(weight), modality)


def confidence(weight: int) -> float:
    """The probability of a weight (thousandths of a logit), in steps of 0.05."""
    return round(LEAST + STEP * bisect_right(STEPS, weight), 2)


def _is_taken_back(found: Mapping[Statement, Weighed], fact: Fact) -> bool:
    unsure = fact.confidence < SURE and fact.modality != "denied"
    return unsure and _weight(found, fact) < UNLIKELY


def _weight(found: Mapping[Statement, Weighed], fact: Fact) -> int:
    """What speaks for a rule's fact; one whose ends no sentence brings together stands by itself."""
    ends = fact.subject, fact.object
    ways = (ends, ends[::-1]) if fact.prop in SYMMETRIC else (ends,)
    weights = [found[s, fact.prop, o].weight for s, o in ways if (s, fact.prop, o) in found]
    return max(weights, default=UNLIKELY)


def weighed(found: Iterable[Sight]) -> dict[Statement, Weighed]:
    """For each statement that sentences may make, the one that speaks for it most."""
    best: dict[Statement, Weighed] = {}
    pairs, places = load("pairs", SLOTS), load("places", PLACES)
    for sight in found:
        for statement, weight, ends in _of_sentence(sight, pairs, places):
            if statement not in best or weight > best[statement].weight:
                best[statement] = Weighed(weight, sight.sentence, ends)
    return best


def _of_sentence(sight: Sight, pairs: Weights, places: Weights) -> Iterator[tuple[Statement, int, Ends]]:
    if not sight.pairs:
        return
    alone, half = places.sums(sight.around), len(SLOTS)
    ones, others = [pair.one for pair in sight.pairs], [pair.other for pair in sight.pairs]
    tied = pairs.sums(pair.features for pair in sight.pairs)
    totals = (tied + alone[ones, :half] + alone[others, half:]).tolist()
    for pair, total in zip(sight.pairs, totals, strict=True):
        (first, thing), (second, other) = sight.here[pair.one], sight.here[pair.other]
        for column in pair.slots:
            prop, way = WAYS[column]
            ends = (thing.id, other.id) if way == ">" else (other.id, thing.id)
            yield (ends[0], prop, ends[1]), total[column], (first, second)
