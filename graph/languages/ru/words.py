"""The words of Russian, read once."""

from functools import cache

from baygraph.languages.lexicon import Lexicon
from baygraph.resources import folder


@cache
def lexicon() -> Lexicon:
    """The words of Russian that reading needs."""
    return Lexicon.load(folder("languages") / "ru" / "words.toml")


@cache
def words(*path: str) -> frozenset[str]:
    """One list of words or phrases."""
    return lexicon().words(*path)


@cache
def head_nouns() -> frozenset[str]:
    """All nouns that can head a name."""
    return frozenset(lexicon().table("heads"))


@cache
def self_named() -> frozenset[str]:
    """Head nouns behind which something's own name stands, without them («компания «А»», «лазер B-2»)."""
    return words("generic", "heads") | words("generic", "products")
