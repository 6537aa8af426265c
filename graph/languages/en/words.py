"""The words of English, read once."""

from functools import cache

from baygraph.languages.lexicon import Lexicon
from baygraph.resources import folder


@cache
def lexicon() -> Lexicon:
    """The words of English that reading needs."""
    return Lexicon.load(folder("languages") / "en" / "words.toml")
