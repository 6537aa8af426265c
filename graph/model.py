"""The frozen values that flow from a document to the graph.

Offsets are Unicode code points into ``Document.text``; ``end`` is exclusive.
"""

from dataclasses import dataclass, field
from typing import Literal as OneOf
from typing import NamedTuple

Modality = OneOf["", "planned", "denied"]


class Span(NamedTuple):
    """A stretch of a document's text."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Say whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One text as read; ``issued`` is an ISO 8601 date of any precision, ``place`` what reports call it."""

    id: str
    text: str
    lang: str
    title: str | None = None
    issued: str | None = None
    publisher: str | None = None
    source: str | None = None
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its BCP 47 tag; the preferred one of an entity is its dictionary form."""

    text: str
    lang: str
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A literal: its lexical form and either an XSD datatype's local name or a language tag."""

    text: str
    datatype: str = "string"
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """An individual, by the local part of its IRI below ``id:``."""

    key: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing found in one document: key (local part of its IRI), class names, names."""

    key: str
    types: tuple[str, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with its evidence in one document.

    ``predicate`` is a local name of the ontology (``locatedIn``, ``value``, …) or ``type``, whose
    object is a ``Value`` with the class name. Each span of ``evidence`` is one piece of evidence.
    """

    subject: Ref
    predicate: str
    object: Ref | Value
    evidence: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    modality: Modality = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """What was considered and left out, and why."""

    span: Span
    quote: str
    what: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """All that one document says: a pure function of the document alone; ``sentences`` are in text order."""

    document: Document
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...] = field(default=())
    sentences: tuple[Span, ...] = field(default=())
