"""Whose figure a quantity is, and the date that the text gives for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baygraph.annotation import Quantity
from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION, PLACE, PROGRAM, PROJECT
from baygraph.extract.things import OWN_NAME, Gathered, Thing
from baygraph.languages.pack import Phrase, Reading
from baygraph.model import Span

OWNERS = FACILITY | INSTITUTION | EVENT | PLACE | PROGRAM | PROJECT
FARTHEST = 700  # characters between a figure and the last mention of what it is about
SUBJECT_ROLES = frozenset({"nom", "subj"})
ATTRIBUTE_ROLES = frozenset({"gen", "of"})
WHERE_ROLES = frozenset({"in", "at"})


class Candidate(NamedTuple):
    """A phrase of the figure's sentence and the thing that it stands for."""

    phrase: Phrase
    thing: Thing


class Figure(NamedTuple):
    """A quantity, what it is about, its date (ISO 8601 or empty), and the stretch of text that says each."""

    quantity: Quantity
    said: Span
    about: int | None
    span: Span
    as_of: str
    dated: Span


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
    dated = _dated(reading, said, as_of)
    if owner is None or abs(said.start - owner[1].start) > FARTHEST:
        return Figure(quantity, said, None, said, as_of, dated)
    span = Span(min(said.start, owner[1].start), max(said.end, owner[1].end))
    return Figure(quantity, said, owner[0].id, span, as_of, dated)


def _dated(reading: Reading, said: Span, as_of: str) -> Span:
    """The stretch that holds the figure and the date for which it is stated."""
    date = next((d for d in reading.dates if as_of and as_of in {d.value, d.end}), None)
    if date is None:
        return said
    place = reading.sentence.span(date.first, date.stop)
    return Span(min(said.start, place.start), max(said.end, place.end))


def _owner(reading: Reading, quantity: Quantity, gathered: Gathered) -> tuple[Thing, Span] | None:
    """What the measure is an attribute of, else the subject before the figure, else where it is counted."""
    found = [c for c in _candidates(reading, gathered) if not _is_counted(c.phrase, quantity)]
    for choose in (_attribute, _bearer, _subject, _occasion, _whereabouts, _actor):
        chosen = choose(found, quantity, reading)
        if chosen is not None:
            return chosen.thing, chosen.phrase.mention.span
    return None


def _candidates(reading: Reading, gathered: Gathered) -> list[Candidate]:
    things = ((p, gathered.thing((reading.sentence.index, i))) for i, p in enumerate(reading.phrases))
    return [Candidate(p, t) for p, t in things if t is not None and t.type in OWNERS]


def _is_counted(phrase: Phrase, quantity: Quantity) -> bool:
    """The phrase of what is counted («26 инкубаторов») owns nothing."""
    return phrase.plural or phrase.mention.head == quantity.measure_head


def _is_weighty(thing: Thing) -> bool:
    """What has a name of its own or is spoken of more than once."""
    return thing.kind in OWN_NAME or len(thing.mentions) > 1


def _attribute(found: Sequence[Candidate], quantity: Quantity, reading: Reading) -> Candidate | None:
    """«площадь парка», «его площадь»: the attribute of what is measured."""
    if quantity.measure_head > quantity.first:
        return None
    close = (
        c for c in found if c.phrase.roles & ATTRIBUTE_ROLES and _is_beside(c.phrase, quantity.measure_head)
    )
    return next(close, None)


def _is_beside(phrase: Phrase, head: int) -> bool:
    """A name right after a measure, a possessive up to two adjectives before it."""
    if phrase.mention.kind == "pronoun":
        return 0 <= head - phrase.stop <= 2
    return 0 < phrase.first - head <= 1


def _bearer(found: Sequence[Candidate], quantity: Quantity, reading: Reading) -> Candidate | None:
    """«парк площадью 25 га», "an academy with 400 students": the thing right before its figure."""
    tokens = reading.sentence.tokens
    close = [
        c
        for c in found
        if 0 < quantity.first - c.phrase.stop <= 3
        and c.thing.type not in PLACE
        and not any(
            t.pos in {"VERB", "AUX", "CCONJ", "PUNCT"} for t in tokens[c.phrase.stop : quantity.first]
        )
    ]
    return close[-1] if close else None


def _occasion(found: Sequence[Candidate], quantity: Quantity, reading: Reading) -> Candidate | None:
    """«на форуме город подписал 32 соглашения»: what happens at an event is counted as its own."""
    held = [c for c in found if c.thing.type in EVENT and _is_where(c.phrase, reading)]
    return next((c for c in reversed(held) if c.phrase.first < quantity.first), None)


def _subject(found: Sequence[Candidate], quantity: Quantity, reading: Reading) -> Candidate | None:
    before = [
        c
        for c in found
        if c.phrase.host < 0
        and c.phrase.first < quantity.first
        and c.phrase.roles & SUBJECT_ROLES
        and _is_weighty(c.thing)
        and not _is_listed_with(c.phrase, quantity, reading)
    ]
    return before[-1] if before else None


def _is_listed_with(phrase: Phrase, quantity: Quantity, reading: Reading) -> bool:
    """«A, B и 8 университетов»: what stands in one list with the counted owns it not."""
    named = {i for p in reading.phrases for i in range(p.first, p.stop)}
    between = [i for i in range(phrase.stop, quantity.first) if i not in named]
    tokens = reading.sentence.tokens
    marked = any(tokens[i].text in {",", "、"} or tokens[i].pos == "CCONJ" for i in between)
    return marked and not any(tokens[i].pos in {"VERB", "AUX"} for i in between)


def _whereabouts(found: Sequence[Candidate], quantity: Quantity, reading: Reading) -> Candidate | None:
    """«в парке работают 30 фирм», «на площадках корпорации в Гонконге»: a body before a mere place."""
    near = [c for c in found if c.phrase.first < quantity.first and _is_where(c.phrase, reading)]
    near = [c for c in near if _is_weighty(c.thing) and c.thing.type != "Country"]
    bodies = [c for c in near if c.thing.type not in PLACE]
    return (bodies or near)[-1] if near else None


def _actor(found: Sequence[Candidate], quantity: Quantity, reading: Reading) -> Candidate | None:
    """«Чжуншаню удалось …»: who does something stands in the dative where there is no subject."""
    before = [
        c for c in found if c.phrase.host < 0 and c.phrase.first < quantity.first and "dat" in c.phrase.roles
    ]
    return next((c for c in before if _is_weighty(c.thing) and not c.phrase.roles & ATTRIBUTE_ROLES), None)


def _is_where(phrase: Phrase, reading: Reading) -> bool:
    host = reading.phrases[phrase.host] if phrase.host >= 0 else None
    inside_plural = (
        host is not None and host.plural and bool((host.roles | host.cases) & (WHERE_ROLES | {"loc"}))
    )
    return inside_plural or (phrase.host < 0 and bool(phrase.roles & WHERE_ROLES))


def _topic(reading: Reading, gathered: Gathered) -> tuple[Thing, Span] | None:
    """What the next sentence goes on about: the subject of this one, else its object or its place."""
    found = [c for c in _candidates(reading, gathered) if c.phrase.host < 0 and _is_weighty(c.thing)]
    subjects = [c for c in found if c.phrase.roles & SUBJECT_ROLES]
    objects = [c for c in found if c.phrase.roles & {"acc", "obj"}]
    settings = [c for c in found if c.phrase.roles & (WHERE_ROLES | {"dat"})]
    return next(((c.thing, c.phrase.mention.span) for c in (*subjects, *objects, *settings)), None)
