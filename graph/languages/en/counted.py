"""Noun phrases beside a number: what is counted to the right of it, what is measured to the left."""

from collections.abc import Sequence
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.en.figure_words import words
from baygraph.languages.en.morphology import is_plural, singular
from baygraph.languages.en.nouns import left_edge, light
from baygraph.languages.en.numerals import starts
from baygraph.languages.en.tokens import QUOTES

FARTHEST = 9  # tokens between a number and the head of what it counts
LONGEST = 6  # words of a measure
DASHES = frozenset("-–‑")
AFTER_VERB = frozenset({"DET", "NUM", "PRON"})


class Counted(NamedTuple):
    """Tokens ``first`` to ``stop`` around a head; ``text`` is the dictionary form."""

    first: int
    head: int
    stop: int
    text: str
    plural: bool


def phrase_after(tokens: Sequence[Token], at: int) -> Counted | None:
    """The noun phrase that begins at a token, with «and» between its modifiers or its heads; or None."""
    head = _head(tokens, at)
    if head is None:
        return None
    plural = _is_plural(tokens[head])
    stop = head + 1
    text = dictionary_form(tokens, at, head)
    if (
        plural
        and stop + 1 < len(tokens)
        and tokens[stop].lower == "and"
        and tokens[stop + 1].pos in {"ADJ", "NOUN"}
        and not starts(tokens[stop + 1])
    ):
        more = _head(tokens, stop + 1)
        if more is not None and _is_plural(tokens[more]) and not _may_be_verb(tokens, stop + 1, more):
            text, stop = f"{text} and {dictionary_form(tokens, stop + 1, more)}", more + 1
    return Counted(at, head, stop, text, plural)


def past_articles(tokens: Sequence[Token], at: int) -> int:
    """Where what stands behind the articles at a token begins."""
    while at < len(tokens) and tokens[at].pos == "DET":
        at += 1
    return at


def up_to_plural(tokens: Sequence[Token], found: Counted) -> Counted:
    """«our 212 members | sell …», «31 start-ups | tinker»: a verb that looks like a noun."""
    barred = words("nouns", "plural_modifiers")
    for i in range(found.head - 1, found.first - 1, -1):
        if tokens[i].pos == "NOUN" and _is_plural(tokens[i]) and tokens[i].lower not in barred:
            return Counted(found.first, i, i + 1, dictionary_form(tokens, found.first, i), True)
    return found


def _may_be_verb(tokens: Sequence[Token], first: int, head: int) -> bool:
    """«is home to 20 firms and ranks among …»."""
    after = tokens[head + 1].pos if head + 1 < len(tokens) else ""
    return (
        first == head
        and any(r.pos == "VERB" for r in tokens[head].readings)
        and after in {"ADP", "DET", "ADJ"}
    )


def _is_plural(token: Token) -> bool:
    return is_plural(token.lower) or token.lower in words("nouns", "plural_forms")


def _head(tokens: Sequence[Token], at: int) -> int | None:
    """The last noun of the phrase that begins at a token."""
    found = None
    for i in range(at, min(at + FARTHEST, len(tokens))):
        token = tokens[i]
        if token.pos in {"NOUN", "PROPN"} or _is_nominal(tokens, i, at):
            found = i
            if _is_plural(token) and not _goes_on(tokens, i + 1):
                return i
        elif not _is_modifier(tokens, i, at):
            break
    return found


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Another noun follows, and no verb that looks like one («240 researchers | holds a degree»)."""
    if at >= len(tokens) or tokens[at].pos != "NOUN":
        return False
    return not (tokens[at].has("VERB") and at + 1 < len(tokens) and tokens[at + 1].pos in AFTER_VERB)


def _is_nominal(tokens: Sequence[Token], at: int, first: int) -> bool:
    """«professionals»: a plural that looks like an adjective's; «42 projects worth …»: one like a verb's."""
    token = tokens[at]
    if not (_is_plural(token) and token.has("NOUN", number="pl")):
        return (token.pos == "ADJ" and _is_plural(token)) or _is_named(tokens, at, first)
    return token.pos == "ADJ" or (token.pos == "VERB" and _may_count(tokens, first))


def _is_named(tokens: Sequence[Token], at: int, first: int) -> bool:
    """«of the cost of each route»: a noun behind an article that looks like a verb."""
    return (
        at == first
        and at > 0
        and tokens[at].pos == "VERB"
        and tokens[at - 1].pos == "DET"
        and (tokens[at].readings[0].form not in {"part", "ger"} or _is_of(tokens, at + 1))
    )


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower == "of"


def _may_count(tokens: Sequence[Token], first: int) -> bool:
    """A plural right behind a number, or behind its adjectives."""
    before = tokens[first - 1] if first else None
    return (before is not None and before.pos == "NUM") or (
        first == 1 and before is not None and starts(before)
    )


def _is_modifier(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if token.pos == "ADJ" or (token.pos == "VERB" and token.readings[0].form in {"part", "ger"}):
        return True
    if token.text in QUOTES and at + 1 < len(tokens):
        return at == first or token.start > tokens[at - 1].end or at > first + 1
    if token.text.isdecimal() and at > first and tokens[at - 1].lower in words("context", "ranking"):
        return True  # «25 Fortune 500 companies»
    if token.lower in {"more", "such", "other", "'s"} or (token.pos == "ADV" and token.lower.endswith("ly")):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.text in DASHES and after is not None and token.start == tokens[at - 1].end:
        return True
    joins = token.lower in {"and", "&"} or (token.text == "," and at > first)
    return (
        joins
        and at > first
        and after is not None
        and not starts(after)
        and not _is_plural(tokens[at - 1])
        and after.pos in {"NOUN", "ADJ"}
    )


def phrase_before(tokens: Sequence[Token], stop: int) -> Counted | None:
    """The noun phrase that ends right before a token («a total floor area | of»), or None."""
    head = stop - 1
    if head < 0 or not _is_common(tokens, head):
        return None
    first = _behind_receivers(tokens, left_edge(tokens, head), head)
    return Counted(first, head, stop, dictionary_form(tokens, first, head), _is_plural(tokens[head]))


def _behind_receivers(tokens: Sequence[Token], first: int, head: int) -> int:
    """«has given integrated-circuit firms | subsidies of …»: another plural before a plural gets them."""
    if not _is_plural(tokens[head]):
        return first
    nouns = (i for i in range(head - 1, first - 1, -1) if tokens[i].pos == "NOUN")
    many = (i for i in nouns if is_plural(tokens[i].lower))
    edge = next((i for i in many if tokens[i].lower not in words("nouns", "plural_modifiers")), -1)
    return edge + 1 if edge >= 0 else first


def _is_common(tokens: Sequence[Token], head: int) -> bool:
    """A noun in small letters, at the head of a sentence, or an acronym of a measure («GDP»)."""
    token = tokens[head]
    if token.text[0].isupper():
        opens = all(t.text in QUOTES for t in tokens[:head])
        return opens or token.lower in words("nouns", "acronyms")
    return token.pos in {"NOUN", "ADJ"}


def dictionary_form(tokens: Sequence[Token], first: int, head: int) -> str:
    """The words up to a head, small and light words left out, the head in the singular."""
    while first < head and (_is_small(tokens[first]) or tokens[first].text in DASHES | {","}):
        first += 1
    kept = list(range(first, head))[-(LONGEST - 1) :] if head > first else []
    out = ""
    for i in kept:
        if tokens[i].text in QUOTES:
            continue
        gap = bool(out) and (tokens[i].start > tokens[i - 1].end or tokens[i - 1].text in QUOTES)
        word = (
            tokens[i].text if i or tokens[i].pos == "PROPN" or tokens[i].text.isupper() else tokens[i].lower
        )
        out += (" " if gap else "") + word
    last = tokens[head]
    gap = bool(out) and last.start > tokens[head - 1].end
    word = last.text if last.text.isupper() else singular(last.lower)
    return out + (" " if gap else "") + word


def _is_small(token: Token) -> bool:
    return token.pos in {"DET", "NUM", "ADP", "PRON"} or token.lower in light() or (token.pos == "ADV")
