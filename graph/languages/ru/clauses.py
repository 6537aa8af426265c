"""Clauses of a Russian sentence, cut at marks and conjunctions; enough to know what belongs to which verb."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.ru.memo import Last
from baygraph.languages.ru.words import words as listed

MARKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
DASHES = frozenset({"—", "–"})


class Piece(NamedTuple):
    """Tokens ``first`` to ``stop``; ``kind`` says what makes it a clause, or ``nominal``."""

    first: int
    stop: int
    kind: str


def is_finite(token: Token) -> bool:
    """A verb form that makes a clause: personal, past, or short («занята»); no imperative («Сунь Ятсен»)."""
    best = token.readings[0]
    if best.form == "short":
        return best.pos == "ADJ"
    return best.pos == "VERB" and (best.form == "part-short" or (best.form == "" and best.tense != ""))


@Last
def pieces(tokens: Sequence[Token]) -> tuple[Piece, ...]:
    """The stretches between marks, and before a conjunction that opens a second finite verb."""
    edges, conjunctions = [0], listed("clauses", "conjunctions")
    for at, token in enumerate(tokens):
        if (token.text in MARKS and not _in_range(tokens, at)) or (
            token.lower in conjunctions and _opens_clause(tokens, edges[-1], at)
        ):
            edges.append(at)
    edges.append(len(tokens))
    cut = [Piece(first, stop, _kind(tokens, first, stop)) for first, stop in pairwise(edges) if first < stop]
    if len(cut) < 3:  # what is left out was said two pieces before
        return tuple(cut)
    return tuple(
        p._replace(kind="elliptic") if _is_elliptic(tokens, cut, at) else p for at, p in enumerate(cut)
    )


def _in_range(tokens: Sequence[Token], at: int) -> bool:
    """«26–27 февраля»: a dash between numbers ends no clause."""
    around = (tokens[at - 1], tokens[at + 1]) if 0 < at < len(tokens) - 1 else ()
    return tokens[at].text in DASHES and bool(around) and all(t.text[0].isdigit() for t in around)


def _is_elliptic(tokens: Sequence[Token], cut: Sequence[Piece], at: int) -> bool:
    """«…, второй — в Оксфорде»: two nominal pieces and a dash, after a clause whose verb they share."""
    dash = at if tokens[cut[at].first].text in DASHES else at + 1
    if not 1 < dash < len(cut) or tokens[cut[dash].first].text not in DASHES:
        return False
    opens = tokens[cut[dash - 1].first].lower in listed("clauses", "elliptic")
    nominal = cut[dash].kind == cut[dash - 1].kind == "nominal"
    return opens and nominal and any(p.kind == "finite" for p in cut[: dash - 1])


def _opens_clause(tokens: Sequence[Token], start: int, at: int) -> bool:
    if not any(is_finite(t) for t in tokens[start:at]):
        return False
    for token in tokens[at + 1 :]:
        if token.text in MARKS or token.lower in listed("clauses", "conjunctions"):
            return False
        if is_finite(token):
            return True
    return False


@cache
def _relative() -> frozenset[str]:
    return listed("relative", "words") - listed("clauses", "that")


def _kind(tokens: Sequence[Token], first: int, stop: int) -> str:
    words = [t for t in tokens[first:stop] if t.text not in MARKS]
    finite = any(is_finite(t) for t in words)
    if any(t.lemma in _relative() for t in words[:3]) or _is_what(words):
        return "relative"
    if words and words[0].lemma in listed("clauses", "subordinate") and finite:
        said = words[0].lower in listed("clauses", "citing") and any(
            t.lemma in listed("deeds", "verbs") for t in words
        )
        return "speech" if said else "subordinate"
    if finite:
        said = tokens[first].text == "," and stop < len(tokens) and tokens[stop].text == ","
        return "speech" if said and words[0].lemma in listed("deeds", "verbs") else "finite"
    return "participle" if _is_participial(words) else "nominal"


def _is_what(words: Sequence[Token]) -> bool:
    """«парк, что раскинулся на берегу»: «что» right before a verb stands for «который»."""
    return len(words) > 1 and words[0].lower in listed("clauses", "that") and is_finite(words[1])


def _is_participial(words: Sequence[Token]) -> bool:
    """«включённый городом в перечень», «опираясь на которую», «впервые открытый в 2014 году»."""
    for token in words[:3]:
        best = token.readings[0]
        if best.pos == "VERB":
            return best.form in {"part", "ger"}
        if best.pos == "ADJ" and best.lemma not in listed("light", "adjectives"):
            return any(r.form == "part" for r in token.readings)
        if best.pos not in {"ADV", "PART", "CCONJ"} and token.lower not in listed("clauses", "adverbs"):
            return False
    return False
