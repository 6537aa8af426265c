"""Russian."""

from functools import cache

from baygraph.annotation import Annotated
from baygraph.languages import segment
from baygraph.languages.lexicon import Lexicon
from baygraph.languages.ru import morphology
from baygraph.model import Document
from baygraph.resources import folder


@cache
def lexicon() -> Lexicon:
    """The words of Russian that reading needs."""
    return Lexicon.load(folder("languages") / "ru" / "words.toml")


def annotate(document: Document) -> Annotated:
    """Split a Russian text into sentences of tokens with their readings."""
    return segment.annotate(document, lexicon().abbreviations, morphology.readings, morphology.stem)
