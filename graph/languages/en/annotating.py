"""Sentences of English tokens with the readings they have in their sentence."""

from functools import lru_cache

from baygraph.annotation import Annotated, Reading, Sentence, Token
from baygraph.languages import segment
from baygraph.languages.en import morphology, tagging
from baygraph.languages.en.tokens import spans
from baygraph.languages.en.words import lexicon
from baygraph.model import Document


def annotate(document: Document) -> Annotated:
    """Split an English text into sentences of tokens with their readings."""
    text = document.text
    places = [
        (paragraph, start, end)
        for paragraph, place in enumerate(segment.paragraphs(text))
        for start, end in segment.sentences(text, *place, lexicon().abbreviations)
    ]
    return Annotated(
        document,
        tuple(
            Sentence(index, paragraph, start, end, tagging.tagged(_tokens(text, start, end)))
            for index, (paragraph, start, end) in enumerate(places)
        ),
    )


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(Token(text[a:b], a, b, *_features(text[a:b])) for a, b in spans(text, start, end))


@lru_cache(maxsize=100_000)
def _features(word: str) -> tuple[str, tuple[Reading, ...], str]:
    lower = word.lower().replace("’", "'")
    return lower, morphology.readings(word), lower if segment.is_acronym(word) else morphology.stem(lower)
