"""English."""

from functools import cache

from baygraph.languages.en.annotating import annotate
from baygraph.languages.en.arguments import arguments
from baygraph.languages.en.bearing import bearing
from baygraph.languages.en.reading import head_word, lemma, name_words, read
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Pack


@cache
def pack() -> Pack:
    """The parts of English."""
    return Pack(
        "en", lexicon(), annotate, read, arguments, bearing, name_words, head_word, lemma, fixed_order=True
    )
