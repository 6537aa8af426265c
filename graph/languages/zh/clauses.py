"""Clauses of a Chinese sentence: the stretches between commas, and the predicates in them."""

from collections.abc import Sequence
from typing import NamedTuple

from baygraph.annotation import Token

MARKS = frozenset("，,；;：:。！？!?—")
DEPTH = {"（": 1, "(": 1, "《": 1, "）": -1, ")": -1, "》": -1}


class Clause(NamedTuple):
    """Tokens ``first`` to ``stop`` (exclusive) between two marks; ``after`` is the mark before it."""

    first: int
    stop: int
    after: str


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of a sentence; marks inside brackets and quotations part nothing."""
    return _CUT(tokens)


class _Last:
    """Every cue of a sentence asks for its clauses; they are cut once."""

    def __init__(self) -> None:
        self._asked: Sequence[Token] = ()
        self._found: tuple[Clause, ...] = ()

    def __call__(self, tokens: Sequence[Token]) -> tuple[Clause, ...]:
        asked, found = self._asked, self._found
        if asked is not tokens:
            found = _cut(tokens)
            self._found, self._asked = found, tokens
        return found


def _cut(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    found, first, after, depth = [], 0, "", 0
    for at, token in enumerate(tokens):
        depth += DEPTH.get(token.text, 0)
        if token.text in MARKS and depth <= 0 and not _ties(tokens, at):
            if at > first:
                found.append(Clause(first, at, after))
            first, after = at + 1, token.text
    if first < len(tokens):
        found.append(Clause(first, len(tokens), after))
    return tuple(found)


def _ties(tokens: Sequence[Token], at: int) -> bool:
    """«佛山—慕尼黑»: one dash by itself ties two words; a clause ends in two."""
    beside = (tokens[i].text for i in (at - 1, at + 1) if 0 <= i < len(tokens))
    return tokens[at].text == "—" and "—" not in beside


_CUT = _Last()
