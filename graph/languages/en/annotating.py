"""Sentences of English tokens with the readings they have in their sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from baygraph.annotation import Annotated, Reading, Sentence, Token
from baygraph.languages import segment
from baygraph.languages.en import morphology, tagging
from baygraph.languages.en.tokens import spans
from baygraph.languages.en.words import lexicon
from baygraph.model import Document

LEGAL = re.compile(r"\b(?:Ltd|Inc|Corp|Co|Bros)\.$")
LONGEST_LEGAL = 8  # characters


def annotate(document: Document) -> Annotated:
    """Split an English text into sentences of tokens with their readings."""
    text = document.text
    places = [
        (paragraph, start, end)
        for paragraph, place in enumerate(segment.paragraphs(text))
        for line in segment.lines(text, *place)
        for sentence in _joined(text, segment.sentences(text, *line, lexicon().abbreviations))
        for start, end in segment.bounded(text, *sentence)
    ]
    return Annotated(
        document,
        tuple(
            Sentence(index, paragraph, start, end, tagging.tagged(_tokens(text, start, end)))
            for index, (paragraph, start, end) in enumerate(places)
        ),
    )


def _joined(text: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A bracket goes on with the sentence before it («… Technology Co., Ltd. (CATL) said …»)."""
    held: tuple[int, int] | None = None
    for start, end in places:
        if held and text[start] == "(" and LEGAL.search(text, max(held[0], held[1] - LONGEST_LEGAL), held[1]):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(Token(text[a:b], a, b, *_features(text[a:b])) for a, b in spans(text, start, end))


@lru_cache(maxsize=100_000)
def _features(word: str) -> tuple[str, tuple[Reading, ...], str]:
    lower = word.lower().replace("’", "'")
    return lower, morphology.readings(word), lower if segment.is_acronym(word) else morphology.stem(lower)
