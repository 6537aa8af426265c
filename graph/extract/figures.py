"""The figures of a document: what each is about, and the date that the text gives for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baygraph.annotation import Quantity
from baygraph.extract.owners import Borne, Choice, Owner
from baygraph.extract.things import Gathered
from baygraph.languages.pack import Pack, Reading
from baygraph.model import Span

FARTHEST = 1200  # characters between a figure and the last mention of what it is about


class Figure(NamedTuple):
    """A quantity, what it is about and why, its date (ISO 8601 or empty), and where each is said."""

    quantity: Quantity
    said: Span
    about: int | None
    rule: str
    span: Span
    as_of: str
    dated: Span


def figures(
    pack: Pack, readings: Sequence[Reading], gathered: Gathered, title: str | None
) -> Iterator[Figure]:
    """The figures of a document, each with its owner where the text decides it."""
    choice = Choice(readings, gathered, pack.name_words(title or ""))
    for reading in readings:
        owners = choice.owners(reading, borne(pack, reading))
        for quantity, as_of, owner in zip(reading.quantities, reading.as_of, owners, strict=True):
            yield _figure(reading, quantity, owner, as_of)


def borne(pack: Pack, reading: Reading) -> list[Borne]:
    """The figures of a sentence with what each may be about."""
    found = [pack.bearing(q, reading.sentence, reading.phrases) for q in reading.quantities]
    usual = [b.suits for b in found if b.suits]
    return [  # the figures of a sentence are rather of one thing
        Borne(q, b._replace(suits=usual[0]) if usual and not b.suits else b)
        for q, b in zip(reading.quantities, found, strict=True)
    ]


def _figure(reading: Reading, quantity: Quantity, owner: Owner | None, as_of: str) -> Figure:
    head = reading.sentence.tokens[quantity.measure_head]
    said = Span(min(quantity.span.start, head.start), max(quantity.span.end, head.end))
    dated = _dated(reading, said, as_of)
    if owner is None or abs(said.start - owner.span.start) > FARTHEST:
        return Figure(quantity, said, None, "", said, as_of, dated)
    span = Span(min(said.start, owner.span.start), max(said.end, owner.span.end))
    return Figure(quantity, said, owner.thing.id, owner.rule, span, as_of, dated)


def _dated(reading: Reading, said: Span, as_of: str) -> Span:
    """The stretch that holds the figure and the date for which it is stated."""
    date = next((d for d in reading.dates if as_of and as_of in {d.value, d.end}), None)
    if date is None:
        return said
    place = reading.sentence.span(date.first, date.stop)
    return Span(min(said.start, place.start), max(said.end, place.end))
