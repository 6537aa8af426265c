"""Russian."""

from functools import cache

from baygraph.annotation import Annotated
from baygraph.languages import segment
from baygraph.languages.pack import Pack
from baygraph.languages.ru import morphology
from baygraph.languages.ru.arguments import arguments
from baygraph.languages.ru.bearing import bearing
from baygraph.languages.ru.reading import head_word, lemma, name_words, read
from baygraph.languages.ru.words import lexicon
from baygraph.model import Document


def annotate(document: Document) -> Annotated:
    """Split a Russian text into sentences of tokens with their readings."""
    return segment.annotate(document, lexicon().abbreviations, morphology.readings, morphology.stem)


@cache
def pack() -> Pack:
    """The parts of Russian."""
    return Pack(
        "ru",
        lexicon(),
        annotate,
        read,
        arguments,
        bearing,
        name_words,
        head_word,
        lemma,
        morphology.is_foreign,
    )
