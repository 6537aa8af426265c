"""How the things of a sentence stand to a figure in it: before or behind, how near, what lies between."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from baygraph.annotation import Quantity, Token
from baygraph.extract.parts import is_counted
from baygraph.extract.prominence import GROUP, SUBJECT_ROLES
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Phrase, Reading

MARKS = {
    **dict.fromkeys(",，", "comma"),
    **dict.fromkeys(";；", "semicolon"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys("—–", "dash"),
    **dict.fromkeys("(（", "opened"),
    **dict.fromkeys(")）", "closed"),
    "、": "list",
}
STEPS = ((0, "0"), (1, "1"), (3, "3"), (8, "8"), (16, "16"))
FAR = "far"
FARTHEST_RANK, MOST_VERBS = 4, 3
Placed = tuple[int, Thing]


def standing(
    reading: Reading, quantity: Quantity, gathered: Gathered, others: Collection[int]
) -> dict[int, list[str]]:
    """The features of each thing of a figure's sentence by its nearest mention, ``others`` left out."""
    here = [
        (index, thing)
        for index, thing in gathered.by_sentence.get(reading.sentence.index, ())
        if thing.type in GROUP and index not in others
    ]
    near: dict[int, Placed] = {}
    for index, thing in sorted(here, key=lambda p: _distance(reading.phrases[p[0]], quantity)):
        near.setdefault(thing.id, (index, thing))
    live = [p for p in here if not is_counted(reading.phrases[p[0]], quantity)]
    ranks = {**_ranks(live[::-1], "before", reading, quantity), **_ranks(live, "after", reading, quantity)}
    led = next((t.id for i, t in live if _leads(reading.phrases[i])), None)
    return {
        thing: [
            *_of_phrase(reading, quantity, reading.phrases[index]),
            *ranks.get((thing, side_of(reading.phrases[index], quantity)), ()),
            *_beside_subject(thing, led),
        ]
        for thing, (index, _) in near.items()
    }


def side_of(phrase: Phrase, quantity: Quantity) -> str:
    """Where a phrase stands to a figure: before, after, or around it."""
    before, after = phrase.stop <= quantity.first, phrase.first >= quantity.stop
    return "before" if before else "after" if after else "around"


def _distance(phrase: Phrase, quantity: Quantity) -> int:
    return min(abs(quantity.first - phrase.stop), abs(phrase.first - quantity.stop))


def _leads(phrase: Phrase) -> bool:
    return phrase.host < 0 and bool(phrase.roles & SUBJECT_ROLES)


def _beside_subject(thing: int, led: int | None) -> Sequence[str]:
    return () if led is None else ("subject",) if led == thing else ("beside subject",)


def _ranks(
    live: Iterable[Placed], side: str, reading: Reading, quantity: Quantity
) -> Mapping[tuple[int, str], list[str]]:
    """How many other things, and others of its kind, are nearer than each thing on one side."""
    found = {t.id: t for i, t in live if side_of(reading.phrases[i], quantity) == side}
    groups: dict[str, int] = {}
    out: dict[tuple[int, str], list[str]] = {}
    for rank, thing in enumerate(found.values()):
        group = GROUP[thing.type]
        alike = groups[group] = groups.get(group, -1) + 1
        out[thing.id, side] = [
            f"rank {side} {min(rank, FARTHEST_RANK)}",
            f"rank in kind {side} {min(alike, FARTHEST_RANK - 1)}",
        ]
        if rank == len(found) - 1:
            out[thing.id, side].append(f"outermost {side}")
    return out


def _of_phrase(reading: Reading, quantity: Quantity, phrase: Phrase) -> list[str]:
    side = side_of(phrase, quantity)
    first, stop = (phrase.stop, quantity.first) if side == "before" else (quantity.stop, phrase.first)
    between = reading.sentence.tokens[first : max(first, stop)]
    kind = phrase.mention.kind
    features = ["here", side, f"gap {side} {_steps(len(between))}"]
    features += [f"mention {kind}", f"mention {kind} {side}"]
    features += [f"unsaid {phrase.mention.rule}"] * (kind == "zero")
    features += [f"counted {side}"] * is_counted(phrase, quantity)
    features += [f"role {role} {side}" for role in sorted(phrase.roles)]
    features += [f"inner {side}" if phrase.host >= 0 else f"free {side}"]
    return features + _between(between, side)


def _between(tokens: Sequence[Token], side: str) -> list[str]:
    verbs = sum(t.pos == "VERB" for t in tokens)
    marks = {MARKS[t.text] for t in tokens if t.text in MARKS}
    marks |= {"conjunction" for t in tokens if t.pos == "CCONJ"}
    return [f"verbs {side} {min(verbs, MOST_VERBS)}", *(f"between {side} {m}" for m in sorted(marks))]


def _steps(tokens: int) -> str:
    return next((name for most, name in STEPS if tokens <= most), FAR)
