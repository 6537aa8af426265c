"""The words of Chinese figures and dates."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from baygraph.annotation import Token
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.lexicon import Lexicon


@cache
def lexicon() -> Lexicon:
    """The lists of ``figures.toml``."""
    return Lexicon.load(Path(__file__).with_name("figures.toml"))


@cache
def words(*path: str) -> frozenset[str]:
    """The words of one list."""
    return lexicon().words(*path)


@cache
def values(section: str) -> Mapping[str, Decimal]:
    """Number word → its value."""
    return {
        word: Decimal(number) for number, listed in lexicon().map(section).items() for word in listed.split()
    }


@cache
def codes(section: str) -> Mapping[str, str]:
    """Unit as written → its code in the graph."""
    return {word: code for code, listed in lexicon().map(section).items() for word in listed.split()}


@cache
def longest_first(*path: str) -> tuple[str, ...]:
    """The words of one list, longer ones before their beginnings."""
    return tuple(sorted(words(*path), key=lambda w: (-len(w), w)))


def word_before(tokens: Sequence[Token], stop: int, listed: Collection[str]) -> int:
    """Where a listed word begins that ends before a token, cut into characters or not; else that token."""
    for first in range(stop - 1, max(-1, stop - 4), -1):
        if "".join(t.lemma for t in tokens[first:stop]) in listed:
            return first
    return stop


def suiting(measure: str, unit: str) -> frozenset[str]:
    """The classes of things that usually have a figure with this measure or else this unit."""
    table, of_units = lexicon().table("suits"), _units().table("suits")
    plain = to_simplified(measure)
    endings = (plain[at:] for at in range(len(plain)))
    by_noun = next((table[e] for e in endings if e in table), ())
    return frozenset(by_noun or of_units.get(unit, ()))


@cache
def _units() -> Lexicon:
    return Lexicon.load(Path(__file__).parent.with_name("units.toml"))
