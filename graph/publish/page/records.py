"""The records that the page's script gets as JSON; one points to another by its place in its list."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict


class Document(TypedDict):
    """A text that was read; what is not known of it is empty."""

    iri: str
    title: str
    issued: str
    language: str
    publisher: str
    source: str


class Quote(TypedDict):
    """One piece of evidence in its sentence; offsets are code points into the document's text."""

    document: int
    text: str
    before: str
    after: str
    start: int
    end: int


class Claim(TypedDict):
    """One rule's word for a fact, with the quotes that it rests on."""

    rule: str
    confidence: float
    modality: str
    quotes: list[int]


class Thing(TypedDict):
    """A node: ``names`` are text, language tag and whether preferred; ``mentions`` counts by document.

    ``best`` is the name to show and ``label`` its short form, by the language of the page; ``spellings`` are
    further ways to write a name, ``at`` latitude and longitude in degrees, ``lies`` the places around it.
    """

    key: str
    iri: str
    kind: str
    types: list[str]
    names: list[tuple[str, str, bool]]
    spellings: list[str]
    best: dict[str, int]
    label: dict[str, str]
    links: list[str]
    mentions: dict[int, int]
    at: NotRequired[tuple[float, float]]
    lies: NotRequired[list[str]]


class Fact(TypedDict):
    """A statement about a thing, whose object is another thing or a literal."""

    subject: int
    property: str
    object: NotRequired[int]
    value: NotRequired[str]
    language: NotRequired[str]
    modality: str
    claims: list[Claim]


class Figure(TypedDict):
    """A statistic, shown on the cards of the things that it is about; what it does not say is empty."""

    about: list[int]
    value: str
    unit: str
    measure: str
    language: str
    asOf: str
    approximate: bool
    modality: str
    claims: list[Claim]


class Whole(TypedDict):
    """How many things and documents there are in all."""

    things: int
    documents: int


class Content(TypedDict):
    """All that the page shows; ``whole`` stands there when that is not all there is."""

    documents: list[Document]
    quotes: list[Quote]
    things: list[Thing]
    facts: list[Fact]
    figures: list[Figure]
    whole: NotRequired[Whole]


# Words of the page and names of the ontology's terms: language, then word or term, then text.
Words = Mapping[str, Mapping[str, str]]
