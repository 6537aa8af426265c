"""The words of Chinese."""

from functools import cache
from pathlib import Path

from baygraph.languages.lexicon import Lexicon


@cache
def lexicon() -> Lexicon:
    """The lists of ``words.toml``."""
    return Lexicon.load(Path(__file__).with_name("words.toml"))


@cache
def words(*path: str) -> frozenset[str]:
    """The words of one list."""
    return lexicon().words(*path)


@cache
def by_word(section: str) -> dict[str, tuple[str, ...]]:
    """Word → the names of the lists of a section that hold it."""
    return lexicon().table(section)
