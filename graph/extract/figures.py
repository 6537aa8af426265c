"""Whose figure a quantity is, and the date that the text gives for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baygraph.annotation import Quantity
from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION, PLACE, PROGRAM, PROJECT
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Phrase, Reading
from baygraph.model import Span

OWNERS = FACILITY | INSTITUTION | EVENT | PLACE | PROGRAM | PROJECT | {"Agreement"}
FARTHEST = 700  # characters between a figure and the last mention of what it is about
SUBJECT_ROLES = frozenset({"nom", "subj"})
ATTRIBUTE_ROLES = frozenset({"gen", "of"})


class Figure(NamedTuple):
    """A quantity with what it is about, the stretch of text that says so, and its date (ISO 8601 or empty)."""

    quantity: Quantity
    said: Span
    about: int | None
    span: Span
    as_of: str


def figures(readings: Sequence[Reading], gathered: Gathered) -> Iterator[Figure]:
    """The figures of a document, each with its owner where the text decides it."""
    topic: tuple[Thing, Span] | None = None
    for reading in readings:
        for quantity, as_of in zip(reading.quantities, reading.as_of, strict=True):
            owner = _owner(reading, quantity, gathered) or topic
            yield _figure(reading, quantity, owner, as_of)
        topic = _topic(reading, gathered) or topic


def _figure(reading: Reading, quantity: Quantity, owner: tuple[Thing, Span] | None, as_of: str) -> Figure:
    head = reading.sentence.tokens[quantity.measure_head]
    said = Span(min(quantity.span.start, head.start), max(quantity.span.end, head.end))
    if owner is None or abs(said.start - owner[1].start) > FARTHEST:
        return Figure(quantity, said, None, said, as_of)
    span = Span(min(said.start, owner[1].start), max(said.end, owner[1].end))
    return Figure(quantity, said, owner[0].id, span, as_of)


def _owner(reading: Reading, quantity: Quantity, gathered: Gathered) -> tuple[Thing, Span] | None:
    """What the measure is an attribute of, else the subject before the figure, else the place it is in."""
    found = [
        (phrase, thing)
        for index, phrase in enumerate(reading.phrases)
        for thing in (gathered.thing((reading.sentence.index, index)),)
        if thing is not None and thing.type in OWNERS and not _is_counted(phrase, quantity)
    ]
    for choose in (_attribute, _subject, _whereabouts, _anything):
        phrase, thing = choose(found, quantity) or (None, None)
        if phrase is not None and thing is not None:
            return thing, phrase.mention.span
    return None


Found = Sequence[tuple[Phrase, Thing]]


def _is_counted(phrase: Phrase, quantity: Quantity) -> bool:
    """The phrase of what is counted («26 инкубаторов») owns nothing."""
    return phrase.plural or phrase.mention.head == quantity.measure_head


def _attribute(found: Found, quantity: Quantity) -> tuple[Phrase, Thing] | None:
    """«площадь парка», «штат института»."""
    after = quantity.measure_head
    close = [(p, t) for p, t in found if 0 < p.first - after <= 1 and p.roles & ATTRIBUTE_ROLES]
    return close[0] if close and quantity.measure_head < quantity.first else None


def _subject(found: Found, quantity: Quantity) -> tuple[Phrase, Thing] | None:
    before = [(p, t) for p, t in found if p.host < 0 and p.first < quantity.first and p.roles & SUBJECT_ROLES]
    return before[-1] if before else None


def _whereabouts(found: Found, quantity: Quantity) -> tuple[Phrase, Thing] | None:
    near = [(p, t) for p, t in found if p.host < 0 and "in" in p.roles]
    before = [(p, t) for p, t in near if p.first < quantity.first]
    return before[-1] if before else near[0] if near else None


def _anything(found: Found, quantity: Quantity) -> tuple[Phrase, Thing] | None:
    before = [(p, t) for p, t in found if p.first < quantity.first]
    return before[-1] if before else found[0] if found else None


def _topic(reading: Reading, gathered: Gathered) -> tuple[Thing, Span] | None:
    """What the next sentence goes on about: the subject of this one, else what it mentions first."""
    found = [
        (phrase, thing)
        for index, phrase in enumerate(reading.phrases)
        for thing in (gathered.thing((reading.sentence.index, index)),)
        if thing is not None and thing.type in OWNERS and phrase.host < 0
    ]
    subjects = [(p, t) for p, t in found if p.roles & SUBJECT_ROLES]
    phrase, thing = (subjects or found or [(None, None)])[0]
    return (thing, phrase.mention.span) if phrase is not None and thing is not None else None
