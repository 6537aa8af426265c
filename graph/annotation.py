"""What reading adds to a document's text: sentences, tokens with their readings, mentions, quantities."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from baygraph.model import Document, Name, Span


class Reading(NamedTuple):
    """One morphological reading of a word; an empty string stands for a category it does not have.

    ``pos`` is a Universal Dependencies tag; ``case`` nom gen dat acc ins loc; ``number`` sg pl;
    ``gender`` m f n; ``form`` inf part part-short ger short comp, or none of a
    finite verb; ``voice`` act pass refl; ``tense`` past pres fut.
    """

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    gender: str = ""
    form: str = ""
    voice: str = ""
    tense: str = ""
    animate: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark; ``start`` and ``end`` are offsets in the document's text.

    ``lemma`` and ``pos`` are the dictionary form and the part of speech (Universal Dependencies tag) of the
    likeliest reading.
    """

    text: str
    start: int
    end: int
    lower: str
    readings: tuple[Reading, ...]
    stem: str
    lemma: str = field(init=False, repr=False, compare=False)
    pos: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for more often than anything else, so kept rather than looked up.
        object.__setattr__(self, "lemma", self.readings[0].lemma)
        object.__setattr__(self, "pos", self.readings[0].pos)

    @property
    def span(self) -> Span:
        """The token's place in the document."""
        return Span(self.start, self.end)

    def has(self, pos: str, case: str = "", number: str = "") -> bool:
        """Say whether some reading has this part of speech and, if named, case and number."""
        return any(
            r.pos == pos and (not case or r.case == case) and (not number or r.number == number)
            for r in self.readings
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document with its tokens; ``paragraph`` counts from 0."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]

    def span(self, first: int, stop: int) -> Span:
        """The place in the document of tokens ``first`` to ``stop`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[stop - 1].end)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its sentences."""

    document: Document
    sentences: tuple[Sentence, ...]

    def quote(self, span: Span) -> str:
        """The document's own characters at a span."""
        return self.document.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a sentence (tokens ``first`` to ``stop``, exclusive) that names or describes a thing.

    ``kind`` is ``known`` (in the gazetteer under ``key``), ``named`` (a proper name), ``described``
    (a common noun phrase) or ``anaphor`` (stands for something said before). ``name`` is the
    dictionary form, ``aliases`` other forms given on the spot; ``head`` is the index of the head token.
    """

    sentence: int
    first: int
    stop: int
    head: int
    span: Span
    types: tuple[str, ...]
    kind: str
    name: str
    rule: str
    confidence: float = 0.9
    key: str = ""
    aliases: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a sentence: tokens ``first`` to ``stop`` say the number, its unit and what is counted.

    ``value`` is the whole number (136 000 people is 136000); ``unit`` an ISO 4217 code, ``%``, ``m2``, …
    or empty for a count; ``measure`` the dictionary form of what is counted; ``measure_head`` its token.
    """

    sentence: int
    first: int
    stop: int
    span: Span
    value: Decimal
    unit: str
    measure: str
    measure_head: int
    approximate: bool
    rule: str
    confidence: float = 0.9
