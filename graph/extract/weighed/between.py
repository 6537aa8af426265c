"""What stands between two phrases of a sentence, and what ties them: the features of a pair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.extract.facts import Fact
from baygraph.extract.things import Thing
from baygraph.extract.weighed.around import GROUP_OF, Roles
from baygraph.languages.pack import Reading

Member = tuple[int, Thing]  # the index of a phrase and its thing
SIZES = ("0", "1", "3", "3", *["8"] * 5, *["16"] * 8)  # of gaps, by their tokens
NEAR = 3  # tokens between phrases whose roles are told
WORDS = 6  # tokens between two phrases that are told apart
SEVERAL = 5
MARKS = frozenset(",，、;；:：()（）«“—–")
VERBS = tuple(f"verbs {n}" for n in range(4))


class Line(NamedTuple):
    """A sentence as pairs look at it: tokens, running counts of verbs and conjunctions, marks and cues."""

    tokens: Sequence[Token]
    verbs: Sequence[int]
    ands: Sequence[int]
    marks: Sequence[tuple[int, str]]
    parts: Sequence[Mapping[int, str]]
    cues: Sequence[tuple[int, str, str]]


def line(reading: Reading, roles: Sequence[Roles]) -> Line:
    """Prepare a sentence for its pairs."""
    tokens = reading.sentence.tokens
    return Line(
        tokens,
        (0, *accumulate([t.pos == "VERB" for t in tokens])),
        (0, *accumulate([t.pos == "CCONJ" for t in tokens])),
        [(at, f"mark {t.text}") for at, t in enumerate(tokens) if t.text in MARKS],
        [parts for _, parts in roles],
        [(cue.token, cue.frame, cue.use) for cue, _ in roles],
    )


def between(
    reading: Reading, line: Line, here: Sequence[Member], groups: Sequence[str], one: int, other: int
) -> list[str]:
    """The features of two things of a sentence, by their places in ``here``, in the order of the text."""
    (first, thing), (second, after) = here[one], here[other]
    a, b = reading.phrases[first], reading.phrases[second]
    start, stop = a.mention.stop, b.mention.first
    size = _size(stop - start)
    group, next_ = groups[one], groups[other]
    middle = groups[one + 1 : other]
    found = [
        *_of_groups(group, next_, size, min(other - one, SEVERAL)),
        _of_classes(thing.type, after.type),
        f"middle {','.join(middle[:3])}",
        f"nearer {min(middle.count(next_), 3)}",
        f"nearer first {min(middle.count(group), 3)}",
        f"{next_} of {line.tokens[a.mention.head].lemma}",
        f"{group} for {line.tokens[b.mention.head].lemma}",
    ]
    if a.host >= 0 or b.host >= 0:
        found += _nesting(a.host, b.host, first, second)
    if start < stop:
        found += _stretch(line, start, stop)
    if 0 <= stop - start <= NEAR:
        found += [f"near {size} {role}" for role in sorted(b.roles)]
    found += _cues(line, first, second, start, stop)
    return found


def said_between(facts: Iterable[Fact], thing: int) -> Iterator[str]:
    """What the rules say of two things, of which ``thing`` is the first."""
    for fact in facts:
        way = ">" if fact.subject == thing else "<"
        yield f"said {fact.prop} {way}"
        yield f"said {fact.rule} {way}"


def groups_of(here: Sequence[Member]) -> list[str]:
    """The group of each thing of a sentence."""
    return [GROUP_OF[thing.type] for _, thing in here]


def _size(gap: int) -> str:
    return "inside" if gap < 0 else SIZES[gap] if gap < len(SIZES) else "more"


@cache
def _of_groups(group: str, next_: str, size: str, apart: int) -> tuple[str, ...]:
    pair = f"{group}+{next_}"
    return pair, f"gap {size}", f"{pair} gap {size}", f"apart {apart}", f"{pair} apart {apart}"


@cache
def _of_classes(cls: str, next_: str) -> str:
    return f"{cls}+{next_}"


def _nesting(host: int, other_host: int, first: int, second: int) -> Iterator[str]:
    if host == second:
        yield "first in other"
    if other_host == first:
        yield "other in first"
    if host >= 0 and host == other_host:
        yield "in one"


def _stretch(line: Line, start: int, stop: int) -> list[str]:
    found = [VERBS[min(line.verbs[stop] - line.verbs[start], 3)]]
    if line.ands[stop] > line.ands[start]:
        found.append("and")
    found += [mark for at, mark in line.marks if start <= at < stop]
    if stop - start <= WORDS:
        found += [f"word {t.lemma}" for t in line.tokens[start:stop]]
    return found


def _cues(line: Line, first: int, second: int, start: int, stop: int) -> Iterator[str]:
    for parts, (token, frame, use) in zip(line.parts, line.cues, strict=True):
        if first in parts and second in parts:
            yield f"cue {frame} {parts[first]} {parts[second]}"
            yield f"use {use} {parts[first]} {parts[second]}"
            yield f"parts {parts[first]} {parts[second]}"
        if start <= token < stop:
            yield f"cue between {frame}"
