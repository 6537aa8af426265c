"""Which of the things that were gathered little speaks for: no names of things, or none worth a node."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from baygraph.extract.facts import Fact
from baygraph.extract.signatures import GOAL
from baygraph.extract.things import Gathered, Thing
from baygraph.extract.weighed.sights import Sight
from baygraph.extract.weighed.weights import load

SLOTS = ("nothing",)
DOUBTFUL = 400  # thousandths of a logit: a thing is left out above
MOST_WORDS = 5
ENDING = 3  # characters
SHAPE = 12
TOLD = ("with ", "before ", "after ", "verb ", "role ", "part ", "head ", "is ")
_WORD = re.compile(r"\w+")
_SMALL, _LARGE = re.compile("[a-zа-яё]+"), re.compile("[A-ZА-ЯЁ]")


def doubtful(found: Iterable[Sight], gathered: Gathered, said: Iterable[Fact]) -> frozenset[int]:
    """The things of a document that are more likely nothing, by their names and what stands around them.

    Goals are spared, since who pursues one says enough for it, and so is what a text takes the
    trouble to deny.
    """
    around = told_around(found)
    spared = {end for f in said if f.modality == "denied" for end in (f.subject, f.object)}
    things = [t for t in gathered.things if t.mentions and t.type not in GOAL and t.id not in spared]
    weights = load("things", SLOTS).sums(features(t, around.get(t.id, ())) for t in things)
    return frozenset(t.id for t, (weight,) in zip(things, weights.tolist(), strict=True) if weight > DOUBTFUL)


def told_around(found: Iterable[Sight]) -> Mapping[int, Iterable[str]]:
    """What stands around the mentions of each thing."""
    around: dict[int, set[str]] = defaultdict(set)
    for sight in found:
        for (_, thing), told in zip(sight.here, sight.around, strict=True):
            around[thing.id].update(told)
    return around


def features(thing: Thing, around: Iterable[str]) -> Iterator[str]:
    """The features of a thing: its class, how it was found, its name, and what stands around it."""
    words = _WORD.findall(thing.name.lower())
    yield f"type {thing.type}"
    yield f"kind {thing.kind}"
    yield f"{thing.kind} {thing.type}"
    yield f"words {min(len(words), MOST_WORDS)}"
    yield f"shape {_LARGE.sub('A', _SMALL.sub('a', thing.name))[:SHAPE]}"
    yield f"ends {thing.name[-ENDING:].lower()}"
    yield from {f"rule {mention.rule}" for mention in thing.mentions}
    if words:
        yield f"first {words[0]}"
        yield f"last {words[-1]}"
    yield from {f"word {word}" for word in words}
    yield from (feature for feature in around if feature.startswith(TOLD))
