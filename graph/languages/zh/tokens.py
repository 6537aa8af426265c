"""Sentences and tokens of a Chinese text: the likeliest way to cut it into words of the dictionary."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from baygraph.annotation import Annotated, Reading, Sentence, Token
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.segment import bounded, paragraphs
from baygraph.languages.zh.dictionary import UNKNOWN, Entry, dictionary
from baygraph.languages.zh.new_words import new_words
from baygraph.model import Document

SENTENCE_END = re.compile(r"(?:[。！？!?…]+[”’」』）)》]*|\n+)\s*")
LETTERS, LATIN_END = "A-Za-zÀ-ÖØ-öø-ɏ", "\u0250"  # those of Latin with their marks, and what comes behind
# What is no Chinese character: numbers, Latin words, single marks.
OTHER = re.compile(
    rf"\d+(?:[.,，]\d{{3}})*(?:[.．]\d+)?|[{LETTERS}][0-9{LETTERS}]*(?:[-&'’.+*][0-9{LETTERS}]+)*|\s+|.",
    re.DOTALL,
)
POS = {
    "n": "NOUN", "v": "VERB", "a": "ADJ", "b": "ADJ", "z": "ADJ", "d": "ADV", "p": "ADP", "c": "CCONJ",
    "u": "PART",
    "m": "NUM", "q": "NOUN", "r": "PRON", "t": "NOUN", "s": "NOUN", "f": "ADP", "j": "NOUN",
    "i": "ADJ", "l": "NOUN",
    "w": "PUNCT", "y": "PART", "x": "X", "k": "X", "g": "X", "h": "X", "o": "ADV", "e": "INTJ",
}  # fmt: skip


class Added(NamedTuple):
    """The words that a document brings itself, and the same by their first characters."""

    words: Mapping[str, Entry]
    starting: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, words: Mapping[str, Entry]) -> "Added":
        """Sort words by their first characters."""
        found: dict[str, list[str]] = {}
        for word in filter(None, words):
            found.setdefault(word[0], []).append(word)
        return cls(words, {first: tuple(listed) for first, listed in found.items()})


def annotate(document: Document) -> Annotated:
    """Split a Chinese text into sentences of words; lemmas are simplified, offsets are the text's own."""
    plain = to_simplified(document.text)
    added = Added.of(new_words(plain))
    found = [
        (paragraph, start, end)
        for paragraph, place in enumerate(paragraphs(plain))
        for sentence in _sentences(plain, *place)
        for start, end in bounded(plain, *sentence)
    ]
    return Annotated(
        document,
        tuple(
            Sentence(index, paragraph, start, end, tuple(_tokens(document.text, plain, start, end, added)))
            for index, (paragraph, start, end) in enumerate(found)
        ),
    )


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in SENTENCE_END.finditer(text, start, end):
        yield begin, begin + len(text[begin : match.end()].rstrip())
        begin = match.end()
    if begin < end:
        yield begin, end


def _tokens(text: str, plain: str, start: int, end: int, added: Added) -> Iterator[Token]:
    for first, stop in cut(plain, start, end, added):
        word = plain[first:stop]
        if not word.isspace():
            yield Token(text[first:stop], first, stop, word.lower(), _readings(word, _tag(word, added)), word)


def _tag(word: str, added: Added) -> str:
    entry = added.words.get(word) or dictionary().words.get(word)
    if entry:
        return entry.tag
    return (
        "m"
        if word[0].isdigit()
        else "nz"
        if word[0].isalpha() and word[0] < LATIN_END
        else "w"
        if not word.isalnum()
        else "x"
    )


@lru_cache(maxsize=100_000)
def _readings(word: str, tag: str) -> tuple[Reading, ...]:
    pos = "PROPN" if tag in {"nr", "ns", "nt", "nz", "nk", "person"} else POS.get(tag[0], "X")
    return (Reading(word, pos, form=tag),)


def cut(text: str, start: int, end: int, added: Added | None = None) -> Iterator[tuple[int, int]]:
    """The words of a stretch of simplified text; ``added`` are the document's own words."""
    route: dict[int, tuple[float, int]] = {end: (0.0, end)}
    starts = _starts(text, start, end)
    for at in reversed(starts):
        edges = _edges(text, at, end, added)
        route[at] = max([(weight + route[stop][0], stop) for stop, weight in edges if stop in route])
    at = start
    while at < end:
        stop = route[at][1]
        yield at, stop
        at = stop


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where a word may begin: at every Chinese character, and where a number or a Latin word does."""
    return [m.start() for m in OTHER.finditer(text, start, end)]


def _edges(text: str, at: int, end: int, added: Added | None) -> list[tuple[int, float]]:
    words, long, reach = dictionary()
    single = at + 1
    if not "\u3400" <= text[at] <= "\u9fff":
        other = OTHER.match(text, at, end)
        single = other.end() if other else at + 1
    entry = words.get(text[at:single])
    found = [(single, entry.weight if entry else UNKNOWN)]
    farthest = reach.get(text[at : at + 2])
    if farthest:
        for stop in range(at + 2, min(at + farthest, end) + 1):
            entry = words.get(text[at:stop])
            if entry is not None and stop != single:
                found.append((stop, entry.weight))
    for word in long.get(text[at : at + 3], ()):
        if text.startswith(word, at, end):
            found.append((at + len(word), words[word].weight))
            break
    if added:
        for word in added.starting.get(text[at], ()):
            if text.startswith(word, at, end):
                found.append((at + len(word), added.words[word].weight))
    return found
