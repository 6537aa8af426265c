"""What announces a goal: «力争建成…», «目标是做…», «朝着“…”迈进», «以“…”为目标»."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.zh.heads import CLOSING, OPENING
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.words import words

LONGEST = 22  # tokens
BEFORE = 14  # how far before the verb a word of aim may stand
TOLD = 12  # how far before a colon the word for a goal may stand
WIDE = frozenset({"Country", "Region"})


class Aim(NamedTuple):
    """A goal begins at ``first``; ``at`` announces it; where ``sure``, what looks like a name is none."""

    at: int
    first: int
    sure: bool


def aims(tokens: Sequence[Token]) -> Iterator[Aim]:
    """All places of a sentence where a goal is announced, in order."""
    for at, token in enumerate(tokens):
        if token.lemma in words("goals", "become"):
            if _is_aimed(tokens, at):
                yield Aim(at, at + 1, _is_turned(tokens, at))
        elif token.lemma in words("goals", "formed") and _is_formed(tokens, at):
            yield Aim(at, at + 1, True)
        elif token.lemma in words("goals", "towards") and _is_towards(tokens, at):
            yield Aim(at, at + 1, tokens[at + 1].text in OPENING)
        elif _is_told(tokens, at):
            after = tokens[at + 1] if at + 1 < len(tokens) else token
            made = after.lemma in words("goals", "made")
            yield Aim(at, at + 1 + made, made or after.text in OPENING)
        elif token.lemma in words("goals", "made") and _is_wished(tokens, at):
            yield Aim(at, at + 1, True)
        elif at and token.text in "“「『" and _is_target(tokens, at):
            yield Aim(at - 1, at, True)


def begins_wide(token: Token) -> bool:
    """«全球», «世界级», «亚太»: how far what one wants to be is to reach."""
    known = known_things().get(token.lemma)
    return token.lemma in words("goals", "scopes") or (known is not None and bool(WIDE & set(known.types)))


def _is_towards(tokens: Sequence[Token], at: int) -> bool:
    """«朝着“A”迈进», «走向“A”»."""
    behind = tokens[at + 1 : at + LONGEST]
    quoted = bool(behind) and behind[0].text in OPENING
    return quoted or any(t.lemma in words("goals", "moving") for t in behind)


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """«目标是A», «目标，是A», «愿景：A», «我们想的是A»."""
    if at < 2 or tokens[at].lemma not in words("goals", "telling"):
        return False
    near, behind = tokens[max(0, at - 4) : at], tokens[at + 1 : at + 3]
    if any(t.lemma in words("modality", "denied") for t in near):
        return False
    if any(t.lemma in words("goals", "pivots") for t in behind):
        return False  # «目标是令A成为B»
    if tokens[at].text in "：:":
        return _has_noun(tokens, at)
    stop = at - 1 if tokens[at - 1].text == "，" and at > 2 else at
    before, wish = tokens[stop - 1].lemma, tokens[stop - 2].lemma
    wished = before == "的" and wish in words("goals", "wishing")
    return wished or before in words("goals", "nouns")


def _has_noun(tokens: Sequence[Token], colon: int) -> bool:
    for at in range(colon - 1, max(0, colon - TOLD) - 1, -1):
        if tokens[at].text in "。；！？：":
            return False
        if tokens[at].lemma in words("goals", "nouns"):
            return True
    return False


def _is_formed(tokens: Sequence[Token], at: int) -> bool:
    """«把A发展为B»: the verb and its end are two words."""
    formed = at > 1 and tokens[at - 1].lemma in words("goals", "forming")
    return formed and _is_aimed(tokens, at - 1)


def _is_turned(tokens: Sequence[Token], at: int) -> bool:
    """«成为A», «把B建成A», «建成全国A»: one becomes it, and does not only build it."""
    before, after = tokens[max(0, at - 8) : at], tokens[at + 1 : at + 4]
    wide = tokens[at].lemma in words("goals", "built") and bool(after) and begins_wide(after[0])
    only = any(t.lemma in words("goals", "only") for t in after[1:])
    return (
        tokens[at].lemma in words("goals", "turned")
        or any(t.lemma == "把" for t in before)
        or (wide and not only)
    )


def _is_wished(tokens: Sequence[Token], at: int) -> bool:
    """«只想做A», «就是要当A»."""
    wish = at > 0 and tokens[at - 1].lemma in words("goals", "wishing")
    wish = wish and not any(t.lemma == "的" for t in tokens[at + 1 : at + 2])
    return wish and not any(t.lemma in words("modality", "denied") for t in tokens[max(0, at - 3) : at])


def _is_target(tokens: Sequence[Token], at: int) -> bool:
    """«围绕“A”的目标», «向“A”使劲»."""
    mark = CLOSING[OPENING.index(tokens[at].text)]
    stop = next((i for i in range(at + 1, min(len(tokens), at + LONGEST)) if tokens[i].text == mark), 0)
    behind = [t.lemma for t in tokens[stop + 1 : stop + 4]] if stop else []
    if len(behind) > 1 and behind[0] in {"的", "为", "作为"}:
        return any(w in words("goals", "moving") | words("goals", "nouns") for w in behind[1:])
    return bool(behind) and behind[0] in words("goals", "moving")


def _is_aimed(tokens: Sequence[Token], at: int) -> bool:
    """Something is planned: the verb says so, or a word before it in the same sentence."""
    near = tokens[max(0, at - BEFORE) : at]
    if any(t.lemma in words("modality", "denied") for t in near[-2:]) or any(
        t.lemma in words("goals", "done") for t in near[-3:]
    ):
        return False
    done = at + 1 < len(tokens) and tokens[at + 1].lemma in words("goals", "done")
    certain = tokens[at].lemma in words("goals", "always") and not (
        at + 1 < len(tokens) and tokens[at + 1].lemma == "的"
    )
    return not done and (certain or any(t.lemma in words("goals", "planned") for t in near))
