"""Paragraphs, sentences and tokens: the part of reading that languages with spaces share."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from baygraph.annotation import Annotated, Reading, Sentence, Token
from baygraph.model import Document

# Numbers keep their thousands («136 000», "136,000"); a word keeps hyphens and digits («3D-биопечать»).
TOKEN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?(?![\w])"
    r"|\d++(?:[.,]\d++)*+(?![\w.,]*[^\W\d_]|[-\u2010\u2011][^\W\d_])"
    r"|(?<!\S)-{1,3}(?!\S)|-{2,3}"
    r"|\w+(?:[-\u2010\u2011’'&]\w+)*"
    r"|[^\w\s]"
)
# A hyphen between spaces, or two of them, stand for a dash.
DASH = re.compile(r"(?<!\S)-{1,3}(?!\S)|-{2,3}")
PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:[ \t]*\n[ \t]*\S(?:.*\S)?)*")
# A line that is no part of the running text: an item of a list, a time, a label («Venue: Hall 3»).
ITEM = re.compile(r"[•·▪►*]\s|[-–—]\s|\(?\d{1,2}[.)]\s|\d{1,2}[:.]\d{2}\b|[A-ZА-ЯЁ][^\n.:;,]{0,38}:\s")
LINE_BREAK = re.compile(r"\n\s*")
OPENING, GOING_ON = frozenset("«“"), frozenset([*",;-–—(", ""])
SHORT_LINE = 50  # characters; a line that is broken for want of room is longer
SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++[»”\"')\]]*+\s+(?=[«„“\"'(\[—–-]?\s?[A-ZА-ЯЁ\u00c0-\u00de0-9])"
)
LAST_WORD = re.compile(r"[\w-]+$")
LONGEST_SHORT = 40  # characters; no abbreviation is longer
# What is longer, in characters, is no sentence. Much of the reading compares all words of one with one
# another, so that a text without a full stop would take hours.
LONGEST = 1000
BREAKS = (("; ", "；"), (", ", "，", "、"), (" ", "\n", "\t"))  # where to cut, the best first

Readings = Callable[[str], tuple[Reading, ...]]
Stem = Callable[[str], str]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text between empty lines."""
    return (match.span() for match in PARAGRAPH.finditer(text))


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a paragraph that stand on lines of their own: headings, items, labels; or the whole."""
    begin = start
    for gap in LINE_BREAK.finditer(text, start, end):
        stop, after = gap.span()
        if begin < stop and (ITEM.match(text, after, end) or _stands_alone(text, begin, stop, after)):
            yield begin, begin + len(text[begin:stop].rstrip())
            begin = after
    yield begin, end


def _stands_alone(text: str, begin: int, stop: int, after: int) -> bool:
    """A short line that ends in no comma, before a line that begins with a capital, a number or a quote."""
    last = text[max(begin, stop - SHORT_LINE) : stop].rpartition("\n")
    short = bool(last[1]) or stop - begin < SHORT_LINE
    following = text[after : after + 1]
    opens = following.isupper() or following.isdigit() or following in OPENING
    return opens and short and last[2].rstrip()[-1:] not in GOING_ON


def sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; an abbreviation's or an initial's full stop ends none."""
    begin = start
    for match in SENTENCE_END.finditer(text, start, end):
        word = LAST_WORD.search(text, max(begin, match.start() - LONGEST_SHORT), match.start())
        if match.group().startswith(".") and word and _is_short(word.group(), abbreviations):
            continue
        yield begin, begin + len(text[begin : match.end()].rstrip())
        begin = match.end()
    if begin < end:
        yield begin, end


def bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence as it is, or what is too long for one in parts that are not."""
    while end - start > LONGEST:
        piece = text[start : start + LONGEST]
        stop = start + _break(piece)
        if piece[: stop - start].strip():
            yield start, stop
        start = stop
    yield start, end


def _break(piece: str) -> int:
    found = (max(map(piece.rfind, marks)) + 1 for marks in BREAKS)
    return next((at for at in found if at > LONGEST // 2), LONGEST)


def _is_short(word: str, abbreviations: frozenset[str]) -> bool:
    return word.lower() in abbreviations or (len(word) == 1 and word.isupper())


def tokens(text: str, start: int, end: int, readings: Readings, stem: Stem) -> tuple[Token, ...]:
    """The tokens of a stretch of text with their readings."""
    found = []
    for match in TOKEN.finditer(text, start, end):
        word, (first, stop) = match.group(), match.span()
        if word[0] == "-" and DASH.fullmatch(text, first, stop):
            word = "—"
        found.append(Token(word, first, stop, *_features(word, readings, stem)))
    return tuple(found)


@lru_cache(maxsize=200_000)
def _features(word: str, readings: Readings, stem: Stem) -> tuple[str, tuple[Reading, ...], str]:
    lower = word.lower().replace("ё", "е")
    return lower, readings(word), lower if is_acronym(word) else stem(lower)


def is_acronym(word: str) -> bool:
    """A short word in capitals, which does not inflect («ИИ» is not «и»)."""
    return word.isupper() and 1 < len(word) <= 4


def annotate(document: Document, abbreviations: frozenset[str], readings: Readings, stem: Stem) -> Annotated:
    """Split a document into sentences of tokens; offsets are those of its text."""
    found = [
        (paragraph, start, end)
        for paragraph, place in enumerate(paragraphs(document.text))
        for line in lines(document.text, *place)
        for sentence in sentences(document.text, *line, abbreviations)
        for start, end in bounded(document.text, *sentence)
    ]
    return Annotated(
        document,
        tuple(
            Sentence(index, paragraph, start, end, tokens(document.text, start, end, readings, stem))
            for index, (paragraph, start, end) in enumerate(found)
        ),
    )
