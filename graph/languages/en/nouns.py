"""Common noun phrases around a head noun of a known kind («the first overseas innovation center»)."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.en.capitals import DASHES, classes_at, head_types, is_capital
from baygraph.languages.en.morphology import is_plural, singular
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


class NounPhrase(NamedTuple):
    """Tokens ``first`` to ``stop``; at ``core`` the words begin that say what it is; ``head`` is its noun."""

    first: int
    core: int
    head: int
    stop: int
    types: tuple[str, ...]
    plural: bool
    definite: bool


@cache
def light() -> frozenset[str]:
    """Modifiers that say nothing of what a thing is."""
    return lexicon().words("described", "light")


@cache
def vague() -> frozenset[str]:
    """Heads too general to describe a thing without more."""
    return lexicon().words("described", "vague")


def noun_phrase_at(tokens: Sequence[Token], at: int, closed: Collection[int]) -> NounPhrase | None:
    """The noun phrase whose head is this common noun, if the noun is of a known kind."""
    token = tokens[at]
    proper = is_capital(token) and not (at == 0 and token.pos == "NOUN")
    if token.pos not in {"NOUN", "ADJ"} or proper or at in closed or _goes_on(tokens, at):
        return None
    compound = " ".join(t.lower for t in tokens[at : at + 3])
    if at + 3 <= len(tokens) and compound in head_types():
        first = left_edge(tokens, at, closed)
        return NounPhrase(
            first, at, at, at + 3, head_types()[compound], False, is_definite(tokens, first, at)
        )
    if token.lower == "building" and _is_done(tokens, at):
        return None
    several = token.lower in lexicon().words("people", "collective")
    plural = several or (is_plural(token.lower) and token.lower != "headquarters")
    agents = plural and singular(token.lower) in people()
    if singular(token.lower) not in _heads() and not agents and not is_compound(tokens, at):
        return None
    first = left_edge(tokens, at, closed)
    core = _core(tokens, first, at)
    types = classes_at(tokens, core, at) or lexicon().table("anaphora").get(singular(token.lower), ())
    types = ("Agent",) if agents else _as_described(tokens, core, at) or types
    types = ("Event",) if _is_held(tokens, first, at) else types
    if not types:
        return None
    return NounPhrase(first, core, at, at + 1, types, plural, is_definite(tokens, first, at))


def _is_done(tokens: Sequence[Token], at: int) -> bool:
    """«the building of a hub»: no «building of 400 square metres»."""
    return [t.lower for t in tokens[at + 1 : at + 2]] == ["of"] and tokens[at + 2].pos != "NUM"


def owns(token: Token) -> bool:
    """Say whether what stands behind a token belongs to somebody («'s», «its»)."""
    return token.text in POSSESSIVE or token.lower in {"its", "their", "our", "whose"}


def is_compound(tokens: Sequence[Token], at: int) -> bool:
    """«a round table», «the management committee»: two words that make one head."""
    if at == 0:
        return False
    return f"{tokens[at - 1].lower} {singular(tokens[at].lower)}" in lexicon().words("described", "compounds")


@cache
def _heads() -> frozenset[str]:
    return lexicon().words("described", "heads") | _standing()


def _as_described(tokens: Sequence[Token], first: int, head: int) -> tuple[str, ...]:
    """«a liaison office» is a station abroad, though a «Liaison Office» is a government's."""
    table = lexicon().table("described")
    words = [t.lower for t in tokens[max(first, head - 1) : head]] + [singular(tokens[head].lower)]
    for name in (" ".join(words), words[-1]):
        classes = tuple(c for c in table.get(name, ()) if c[0].isupper())
        if classes:
            return classes
    return ()


@cache
def people() -> frozenset[str]:
    """Nouns for those who act for a body («delegates from A and B») or are named one by one behind."""
    return lexicon().words("people", "nouns")


def _is_held(tokens: Sequence[Token], first: int, head: int) -> bool:
    """«at a workshop», «a workshop on drones», «a workshop in Macao in 2019»: an event and no site."""
    if singular(tokens[head].lower) not in lexicon().words("described", "held"):
        return False
    after = [t.lower for t in tokens[head + 1 : head + 2]]
    at = first > 0 and tokens[first - 1].lower in {"at", "during"}
    dated = any(_is_time(t) or is_year(t) for t in tokens[head + 2 : head + 8])
    return (at and after != ["of"]) or after in (["on"], ["run"]) or (after == ["in"] and dated)


@cache
def _standing() -> frozenset[str]:
    """Nouns that may stand for something named («the city», «the event»)."""
    return frozenset(lexicon().table("anaphora"))


def stands_only(lower: str) -> bool:
    """Say whether a noun describes nothing new and may only stand for something named."""
    return lower in _standing() and lower not in lexicon().words("described", "heads")


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun is only a modifier of the next («park management»)."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (
        after.pos == "NOUN" or (after.text in DASHES and after.start == tokens[at].end)
    )


def left_edge(tokens: Sequence[Token], head: int, closed: Collection[int] = ()) -> int:
    """Where the modifiers and the article before a noun begin."""
    at = head
    while at > 0 and at - 1 not in closed:
        before = tokens[at - 1]
        if before.pos in MODIFIERS and not _is_time(before) and not is_year(before):
            at -= 1
        elif (
            before.text in DASHES
            and at > 1
            and before.start == tokens[at - 2].end
            and before.end == tokens[at].start
        ) or (before.lower == "and" and 1 < at < head and _pairs(tokens, at)):
            at -= 2
        elif ends_seat(tokens, at - 1) and at - 3 not in closed:
            at -= 2  # «the Ottawa-headquartered company»
        elif before.pos == "ADV" and before.lower.endswith("ly") and at < head and tokens[at].pos == "ADJ":
            at -= 1
        else:
            break
    while at > 0 and tokens[at - 1].pos == "DET":
        at -= 1
    return at


def _is_time(token: Token) -> bool:
    return is_capital(token) and token.lower in lexicon().words("capitals", "times")


def is_year(token: Token) -> bool:
    """Say whether a number is a year's."""
    return token.text.isdecimal() and len(token.text) == 4 and token.text[:2] in {"19", "20"}


def _pairs(tokens: Sequence[Token], at: int) -> bool:
    """«research and development center»: two bare nouns before the head."""
    left, right = tokens[at - 2], tokens[at]
    same = left.pos == right.pos == "NOUN" and not is_plural(left.lower)
    return (
        same
        and not is_capital(left)
        and at - 2 > 0
        and tokens[at - 3].pos in {"DET", "ADJ", "NUM", "ADP", "NOUN"}
    )


def ends_seat(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token is the «based» of «Lisbon-based»."""
    return at > 1 and tokens[at].lower in {"based", "headquartered"} and tokens[at - 1].text in DASHES


def _core(tokens: Sequence[Token], first: int, head: int) -> int:
    at = next((i for i in range(head, first + 2, -1) if ends_seat(tokens, i - 1)), first)
    while at < head and (
        tokens[at].lower in light() or tokens[at].pos in {"DET", "NUM", "ADV"} or _is_measure(tokens[at])
    ):
        at += 1
        if tokens[at].text in DASHES and at < head:
            at += 1
    return at


def _is_measure(token: Token) -> bool:
    """«11th», «three-day», «40-member»: how long, how many, which of several."""
    if token.lower.rpartition("-")[2] in lexicon().words("described", "spans") and "-" in token.lower:
        return True
    return token.text[0].isdigit() and token.text[-1].isalpha() and not token.text[-1].isupper()


def is_definite(tokens: Sequence[Token], first: int, head: int) -> bool:
    """«the centre», «this zone», «its incubator», «today's inauguration»."""
    dated = first > 1 and tokens[first - 1].lower in POSSESSIVE and tokens[first - 2].lower in _dates()
    return dated or any(
        t.lower in {"the", "this", "that", "its", "our", "their", "these", "those"}
        for t in tokens[first:head][:1]
    )


@cache
def _dates() -> frozenset[str]:
    return lexicon().words("capitals", "times") | lexicon().words("described", "dates")


def is_kind_of_place(tokens: Sequence[Token], at: int) -> bool:
    """«the city | of Duisburg»."""
    named = at >= 0 and tokens[at + 1].lower == "of"
    return named and tokens[at].lower in lexicon().words("same_place", "kinds")
