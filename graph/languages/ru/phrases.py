"""Noun phrases: a head noun, its adjectives to the left, its genitives and names to the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from baygraph.annotation import Reading, Token
from baygraph.languages.ru.morphology import readings
from baygraph.languages.ru.words import words

DEEP = 7  # tokens between «разработчик» and the name of who develops
CAPTURED = 14  # the longest name in quotes, in tokens
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')
NOMINAL = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens ``first`` to ``stop`` around a head noun; ``quoted`` is where a name in quotes stands."""

    first: int
    head: int
    stop: int
    cases: frozenset[str]
    plural: bool
    quoted: tuple[int, int] | None = None


def adjectival(token: Token) -> tuple[Reading, ...]:
    """The readings of a token as an attribute: adjective, determiner or full participle."""
    return _attributes(token.text)


@lru_cache(maxsize=100_000)
def _attributes(word: str) -> tuple[Reading, ...]:
    return tuple(
        r
        for r in readings(word)
        if (r.pos in {"ADJ", "DET"} and r.form != "short") or (r.pos == "VERB" and r.form == "part")
    )


def agrees(attribute: Reading, noun: Reading) -> bool:
    """Say whether an attribute and a noun stand in one case, number and gender."""
    return (
        attribute.case == noun.case
        and attribute.number == noun.number
        and (noun.number == "pl" or not noun.gender or attribute.gender in {noun.gender, ""})
    )


def nouns(token: Token) -> tuple[Reading, ...]:
    """The readings of a token as a noun; «стали» is a verb before it is steel."""
    return nouns_of(token.text)


@lru_cache(maxsize=100_000)
def nouns_of(word: str) -> tuple[Reading, ...]:
    """The same for a word."""
    found = readings(word)
    if found[0].pos == "VERB" and found[0].form == "":
        return ()
    return tuple(r for r in found if r.pos in NOMINAL)


def attributes_before(tokens: Sequence[Token], head: int, floor: int = 0) -> tuple[int, tuple[Reading, ...]]:
    """Where the adjectives before a noun begin, and the noun's readings that agree with all of them."""
    possible = nouns(tokens[head])
    at = head
    while at > floor:
        step = _step_back(tokens, at, head, floor)
        if at - step < floor:
            break
        fitting = _fitting(tokens[at - step], possible)
        if not fitting or (step == 2 and tokens[at - 2].pos == "DET"):
            break
        possible, at = fitting, at - step
    return at, possible


def _step_back(tokens: Sequence[Token], at: int, head: int, floor: int) -> int:
    """How far the next adjective to the left lies: «новый и большой», «Казанский (Приволжский) вуз»."""
    before = tokens[at - 1].lower
    if before == ")" and at - 4 >= floor and tokens[at - 3].text == "(" and adjectival(tokens[at - 2]):
        return 4
    return 2 if at - 2 >= floor and before in {"и", ","} and at < head else 1


def after_two(tokens: Sequence[Token], head: int) -> int:
    """«две зарубежных станции»: where plural attributes begin after 2, 3 or 4, or -1."""
    at = head
    while at > 0 and any(a.number == "pl" and a.case in {"gen", "nom"} for a in adjectival(tokens[at - 1])):
        at -= 1
    singular = any(r.case == "gen" and r.number == "sg" for r in nouns(tokens[head]))
    return at if singular and at > 0 and tokens[at - 1].pos == "NUM" else -1


def _fitting(token: Token, possible: tuple[Reading, ...]) -> tuple[Reading, ...]:
    attributes = adjectival(token)
    if not attributes:
        return ()
    return tuple(n for n in possible if any(agrees(a, n) for a in attributes))


def nominal_group(tokens: Sequence[Token], at: int, cases: frozenset[str]) -> int:
    """The end of a noun with its adjectives that begins at a token and stands in one of the cases, or 0."""
    if _paired(tokens, at, cases):
        return at + 4
    for head in range(_after_attributes(tokens, at), at - 1, -1):
        if head < len(tokens) and _is_noun_in(tokens[head], cases):
            start, possible = attributes_before(tokens, head, at)
            if start == at and any(r.case in cases for r in possible):
                return head + 1
    return 0


def _paired(tokens: Sequence[Token], at: int, cases: frozenset[str]) -> bool:
    """«городского и уездного уровней»: two attributes in the singular before a plural."""
    if at + 3 >= len(tokens) or tokens[at + 1].lower != "и":
        return False
    attributes = (tokens[at], tokens[at + 2])
    plural = {r.case for r in nouns(tokens[at + 3]) if r.number == "pl" and r.case in cases}
    return bool(plural) and all(
        any(r.case in plural and r.number == "sg" for r in adjectival(t)) for t in attributes
    )


def _after_attributes(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and adjectival(tokens[at]):
        at += 1
        if at + 1 < len(tokens) and tokens[at].lower in {"и", ","} and adjectival(tokens[at + 1]):
            at += 1
    return at


def _is_noun_in(token: Token, cases: frozenset[str]) -> bool:
    return len(token.text) > 1 and any(r.case in cases for r in nouns(token))


def quoted_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a short text in quotes that opens at a token, or 0."""
    if at >= len(tokens) or tokens[at].text not in OPENING:
        return 0
    for stop in range(at + 2, min(at + CAPTURED, len(tokens))):
        if tokens[stop].text in CLOSING:
            return stop + 1
    return 0


def name_in_quotes(tokens: Sequence[Token], at: int) -> int:
    """The end of a name in quotes, which begins with a capital or a number («общим домом» is none), or 0."""
    end = quoted_end(tokens, at)
    return end if end and not tokens[at + 1].text[0].islower() else 0


def latin_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a run of Latin words that begins with a capital («Leaguer Group», «Plug and Play»), or 0."""
    if at >= len(tokens) or not is_latin_name(tokens[at]):
        return 0
    stop = at + 1
    while stop < len(tokens):
        if is_latin_name(tokens[stop]):
            stop += 1
        elif _joins(tokens, stop):
            stop += 2
        elif tokens[stop].lower == "of" and stop + 2 < len(tokens) and is_latin_name(tokens[stop + 2]):
            stop += 3
        else:
            break
    return stop


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """A small word, a mark or a number between two capitalized Latin words."""
    if at + 1 >= len(tokens):
        return False
    small = is_latin(tokens[at].text) and (tokens[at].lower.isalpha() or tokens[at].text in "&-+.,'")
    close = tokens[at].text not in {".", ","} or tokens[at + 1].text in {
        "Ltd",
        "Inc",
        "Co",
        "Investment",
        "Trade",
    }
    return small and close and is_latin_name(tokens[at + 1])


def is_latin_name(token: Token) -> bool:
    """A Latin word that begins with a capital, or has one inside («iPhone»)."""
    text = token.text
    return text[0] < "\u0250" and text[0].isalpha() and text != text.lower() and is_latin(text)


def is_latin(text: str) -> bool:
    """Say whether a text is in Latin letters, accents included («Renovação»)."""
    return text.isascii() or max(text) < "\u0250"


def maker_before(tokens: Sequence[Token], at: int) -> int:
    """Where «разработчик [беспилотных катеров]» right before a name stands, or -1."""
    for start in range(at - 1, max(-1, at - DEEP), -1):
        token = tokens[start]
        if any(r.lemma in words("generic", "makers") for r in nouns(token)):
            return start
        if not (any(r.case == "gen" for r in nouns(token)) or adjectival(token) or token.lower == "и"):
            return -1
    return -1
