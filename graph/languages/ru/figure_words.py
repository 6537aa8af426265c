"""The words of Russian figures and dates, read once."""

from functools import cache

from baygraph.annotation import Token
from baygraph.languages.lexicon import Lexicon
from baygraph.resources import folder


@cache
def lexicon() -> Lexicon:
    """The words that reading Russian figures and dates needs."""
    return Lexicon.load(folder("languages") / "ru" / "figures.toml")


@cache
def units() -> Lexicon:
    """The signs and codes of units that all languages share."""
    return Lexicon.load(folder("languages") / "units.toml")


@cache
def words(*path: str) -> frozenset[str]:
    """One list of words or phrases."""
    return lexicon().words(*path)


@cache
def noun(name: str) -> str:
    """A noun that measures are made with («площадь», «рост»)."""
    return str(lexicon().map("nouns")[name])


@cache
def default(unit: str) -> str:
    """What a unit measures by itself."""
    names = lexicon().table("dimensions").get(unit)
    return names[0] if names else noun("sum")


@cache
def phrases(*path: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list by their last word, longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(p.split()) for p in words(*path)), key=lambda p: (-len(p), p)):
        found[phrase[-1]] = (*found.get(phrase[-1], ()), phrase)
    return found


def suiting(head: Token, unit: str) -> frozenset[str]:
    """The classes of things that usually have a figure with this noun or else this unit."""
    table, of_units = lexicon().table("suits"), units().table("suits")
    by_noun = frozenset(cls for r in head.readings for cls in table.get(r.lemma, ()))
    return by_noun or frozenset(of_units.get(unit, ()))
