"""When events took place, as far as their sentences say."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baygraph.extract.signatures import EVENT
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.dates import DateMention
from baygraph.languages.pack import Phrase, Reading
from baygraph.model import Span

HAPPENS = frozenset(["hold", "locate", "attend", "sign", "found", "undergo"])


class Happening(NamedTuple):
    """An event with its first and last day, month or year (the last may be empty), and where that is said."""

    event: int
    start: str
    end: str
    span: Span


def happenings(readings: Sequence[Reading], gathered: Gathered) -> Iterator[Happening]:
    """The dates of events: one event, one date and a verb of taking place in one sentence."""
    dated: set[int] = set()
    for reading in readings:
        found = _events(reading, gathered)
        dates = [d for d in reading.dates if d.role in {"point", "range"} and d.value]
        names = {thing.id for _, thing in found}
        if len(names) == 1 and len(dates) == 1 and any(c.frame in HAPPENS for c in reading.cues):
            phrase, thing = found[0]
            if thing.id not in dated:
                dated.add(thing.id)
                yield _happening(reading, phrase, thing, dates[0])


def _events(reading: Reading, gathered: Gathered) -> list[tuple[Phrase, Thing]]:
    things = ((p, gathered.thing((reading.sentence.index, i))) for i, p in enumerate(reading.phrases))
    return [(phrase, thing) for phrase, thing in things if thing is not None and thing.type in EVENT]


def _happening(reading: Reading, phrase: Phrase, thing: Thing, date: DateMention) -> Happening:
    said = reading.sentence.span(date.first, date.stop)
    span = Span(min(said.start, phrase.mention.span.start), max(said.end, phrase.mention.span.end))
    return Happening(thing.id, date.value, date.end, span)
