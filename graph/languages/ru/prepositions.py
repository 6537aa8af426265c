"""Prepositions, of one word or several («на базе», «при активном участии»), and what they say."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.ru.phrases import adjectival, nouns
from baygraph.languages.ru.words import lexicon, words

LONGEST = 4  # words of a preposition


@cache
def _table() -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): meaning
        for meaning, phrases in lexicon().map("prepositions").items()
        for phrase in phrases
    }


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _table())


def part_of_phrase(tokens: Sequence[Token], first: int, opened: bool = True) -> frozenset[str]:
    """What the preposition before a phrase says, or nothing where there is none.

    ``opened`` lets it stand before the ceremony or opening whose genitive the phrase is.
    """
    through = words("transparent", "words") if opened else frozenset()
    while first > 1 and tokens[first - 1].lemma in through:
        first -= 1
    for length in range(min(LONGEST, first) if tokens[first - 1].lower in _last_words() else 0, 0, -1):
        meaning = _table().get(tuple(t.lower for t in tokens[first - length : first]))
        if length > 1 and not opened and tokens[first - 1].pos != "ADP":
            continue  # «под крышей инкубатор …»: only a genitive hangs on «под крышей»
        if meaning and not any(t.text[0].isupper() for t in tokens[max(1, first - length + 1) : first]):
            return frozenset({meaning})
    if first and tokens[first - 1].pos == "ADP":
        return frozenset({"other"})
    return _with_attribute(tokens, first) if opened else frozenset()


def ends_preposition(tokens: Sequence[Token], stop: int) -> bool:
    """Say whether the two words before a token are one preposition («по инициативе»)."""
    return stop > 1 and (tokens[stop - 2].lower, tokens[stop - 1].lower) in _table()


def through_people(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """«вместе с коллегами из университета»: what is done with a body's people is done with the body."""
    at = first - 1 - (first > 0 and tokens[first - 1].lower in {"из", "от"})
    held = nouns(tokens[at]) if at > 0 else ()
    if not any(r.case == "ins" and r.lemma in words("people", "of_bodies") for r in held):
        return frozenset()
    while at > 1 and adjectival(tokens[at - 1]):
        at -= 1
    return part_of_phrase(tokens, at) & {"together", "with"}


def through_opening(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """«церемония открытия форума прошла»: the forum stands in the case of its ceremony."""
    through, start = words("transparent", "openings"), first
    while start > 0 and tokens[start - 1].lemma in through:
        start -= 1
    return (
        frozenset(r.case for r in nouns(tokens[start]) if r.lemma in through)
        if start < first
        else frozenset()
    )


def _with_attribute(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """«при финансовой поддержке», «по личной инициативе»."""
    at = first - 2
    while at > 0 and first - at < LONGEST and adjectival(tokens[at]):
        at -= 1
    if 0 <= at < first - 2 and tokens[at].pos == "ADP":
        meaning = _table().get((tokens[at].lower, tokens[first - 1].lower))
        return frozenset({meaning}) if meaning else frozenset()
    return frozenset()


def nouns_of_prepositions(tokens: Sequence[Token]) -> frozenset[int]:
    """The nouns that are a part of a preposition and head no name («на базе университета»)."""
    before_names, last, table = words("prepositions_before_names", "nouns"), _last_words(), _table()
    return frozenset(
        at
        for at in [at for at, token in enumerate(tokens[:-1]) if at and token.lower in last]
        if (tokens[at - 1].lower, tokens[at].lower) in table and not adjectival(tokens[at])
        and tokens[at].text[0].islower()
        and (tokens[at].lower not in before_names or tokens[at + 1].text[0].isupper())
    )  # fmt: skip
