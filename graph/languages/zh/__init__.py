"""Chinese, simplified and traditional."""

from functools import cache

from baygraph.identity.pinyin import to_simplified
from baygraph.languages.pack import Pack
from baygraph.languages.zh.arguments import arguments
from baygraph.languages.zh.bearing import bearing
from baygraph.languages.zh.reading import head_word, lemma, name_words, read
from baygraph.languages.zh.tokens import annotate
from baygraph.languages.zh.words import lexicon


def script(text: str) -> str:
    """Simplified, unless a character of the text has a simpler form."""
    return "Hans" if to_simplified(text) == text else "Hant"


@cache
def pack() -> Pack:
    """The parts of Chinese."""
    return Pack(
        "zh", lexicon(), annotate, read, arguments, bearing, name_words, head_word, lemma, script=script
    )
