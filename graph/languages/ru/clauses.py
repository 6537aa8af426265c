"""Clauses of a Russian sentence, cut at marks and conjunctions; enough to know what belongs to which verb."""

from collections.abc import Sequence
from typing import NamedTuple

from baygraph.annotation import Token

MARKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
CONJUNCTIONS = frozenset({"и", "а", "но", "или"})
RELATIVE = frozenset({"который", "чей", "где", "куда", "откуда"})
SUBORDINATE = frozenset({"что", "чтобы", "если", "когда", "поскольку", "хотя", "пока", "как"})


class Piece(NamedTuple):
    """Tokens ``first`` to ``stop``; ``kind`` is finite, relative, subordinate, participle or nominal."""

    first: int
    stop: int
    kind: str


def is_finite(token: Token) -> bool:
    """A verb form that makes a clause: personal, past, or short participle."""
    best = token.readings[0]
    return best.pos == "VERB" and best.form in {"", "part-short"}


def pieces(tokens: Sequence[Token]) -> tuple[Piece, ...]:
    """The stretches between marks, and before a conjunction that opens a second finite verb."""
    edges = [0]
    for at, token in enumerate(tokens):
        if token.text in MARKS or (token.lower in CONJUNCTIONS and _opens_clause(tokens, edges[-1], at)):
            edges.append(at)
    edges.append(len(tokens))
    return tuple(
        Piece(first, stop, _kind(tokens, first, stop)) for first, stop in zip(edges, edges[1:], strict=False) if first < stop
    )


def _opens_clause(tokens: Sequence[Token], start: int, at: int) -> bool:
    if not any(is_finite(t) for t in tokens[start:at]):
        return False
    for token in tokens[at + 1 :]:
        if token.text in MARKS or token.lower in CONJUNCTIONS:
            return False
        if is_finite(token):
            return True
    return False


def _kind(tokens: Sequence[Token], first: int, stop: int) -> str:
    words = [t for t in tokens[first:stop] if t.text not in MARKS]
    finite = any(is_finite(t) for t in words)
    if any(t.lemma in RELATIVE for t in words[:3]) or _is_what(words):
        return "relative"
    if words and words[0].lemma in SUBORDINATE and finite:
        return "subordinate"
    if _is_participial(words):
        return "participle"
    return "finite" if finite else "nominal"


def _is_what(words: Sequence[Token]) -> bool:
    """«парк, что раскинулся на берегу»: «что» right before a verb stands for «который»."""
    return len(words) > 1 and words[0].lower == "что" and is_finite(words[1])


def _is_participial(words: Sequence[Token]) -> bool:
    """«включённый городом в перечень», «опираясь на которую», «впервые открытый в 2014 году»."""
    for token in words[:3]:
        best = token.readings[0]
        if best.pos == "VERB":
            return best.form in {"part", "ger"}
        if best.pos not in {"ADV", "PART", "CCONJ"}:
            return False
    return False
