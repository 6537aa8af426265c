"""Units and money beside a number: «кв. метров», «млрд гонконгских долларов», «US$», «%»."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.lexicon import Lexicon
from baygraph.languages.ru.figure_words import lexicon, units

ABBREVIATED = 4  # the longest abbreviation of a unit in letters («долл»)


class Unit(NamedTuple):
    """A unit's code and the token at which its words end (after a number) or begin (before one)."""

    edge: int
    code: str


def unit_after(tokens: Sequence[Token], at: int) -> Unit | None:
    """The unit whose longest name begins at a token, or None."""
    if at >= len(tokens):
        return None
    found = [
        Unit(stop, code)
        for key in _keys(tokens[at])
        for phrase, code in _names().get(key, ())
        if (stop := _stop(tokens, at, phrase))
    ]
    return max(found, key=lambda u: u.edge, default=None)


def unit_before(tokens: Sequence[Token], at: int) -> Unit | None:
    """The currency sign or code that ends before a token («HK$6,9 млрд»), or None."""
    for length in (2, 1):
        code = _signs().get(" ".join(t.lower for t in tokens[at - length : at])) if length <= at else None
        if code:
            return Unit(at - length, code)
    return None


def unit_glued(letters: str) -> str:
    """The unit that stands against the digits («20га»), or nothing."""
    return next((code for phrase, code in _names().get(letters, ()) if len(phrase) == 1), "")


@cache
def money() -> frozenset[str]:
    """The codes of currencies."""
    return frozenset([*units().map("money"), *lexicon().map("money")])


def _stop(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> int:
    """Where a phrase that begins at a token ends, full stops of abbreviations skipped, or 0."""
    for k, word in enumerate(phrase):
        if at >= len(tokens) or word not in _keys(tokens[at]):
            return 0
        at += 1
        is_last = k == len(phrase) - 1
        if len(word) <= ABBREVIATED and at + is_last < len(tokens) and tokens[at].text == ".":
            at += 1
    return at


def _keys(token: Token) -> tuple[str, ...]:
    """Abbreviations are met as written, words in any inflection."""
    return tuple(dict.fromkeys((token.lower, *(r.lemma for r in token.readings))))


@cache
def _signs() -> dict[str, str]:
    return {form: codes[0] for form, codes in units().table("money").items()}


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The first word of a unit's name → its names with their codes."""
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for name, code in _listed():
        words = tuple(name.split())
        found[words[0]] = (*found.get(words[0], ()), (words, code))
    return found


def _listed() -> Iterator[tuple[str, str]]:
    sections: tuple[tuple[Lexicon, str], ...] = (
        (units(), "money"), (units(), "after"), (lexicon(), "units"), (lexicon(), "money"),
    )  # fmt: skip
    for source, section in sections:
        for form, codes in source.table(section).items():
            yield form, codes[0]
