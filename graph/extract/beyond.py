"""Facts that a whole document says: districts of cities, the two parties of a deal, speakers at an event."""

from collections.abc import Iterator, Sequence

from baygraph import gazetteer
from baygraph.annotation import Mention
from baygraph.extract.facts import Fact
from baygraph.extract.mains import OWN_NAME
from baygraph.extract.signatures import (
    AGREEMENT,
    EVENT,
    FACILITY,
    INSTITUTION,
    PERSON,
    PLACE,
    PROJECT,
)
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Pack, Reading
from baygraph.model import Span

Said = Sequence[Fact]
NEAR = 3  # sentences between a district and its city
VIEW = 2  # sentences between an event and who speaks at it
DEALS = frozenset({"obj", "of"})  # the parts of what is signed
PARTIES = INSTITUTION | PLACE | FACILITY


def nested(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«… в районе Наньша. … Гуанчжоу …»: a district that is known to lie in a city of the text."""
    nesting = pack.lexicon.words("places", "nested")
    placed = {f.subject for f in said if f.prop == "locatedIn"}
    known = {t.key: t for t in gathered.things if t.key and t.type in PLACE}
    for district in known.values():
        if district.type not in nesting or district.id in placed:
            continue
        above = (known.get(p.key) for p in gazetteer.load().places(district.key))
        city = next((t for t in above if t is not None and t is not district), None)
        span = _together(district, city) if city is not None and city.type == "City" else None
        if city is not None and span is not None:
            yield Fact(district.id, "locatedIn", city.id, span, "district-of-city:locatedIn", 0.6)


def _together(one: Thing, other: Thing) -> Span | None:
    """The stretch around the two nearest mentions, if they are near."""
    pairs = [(abs(a.span.start - b.span.start), a, b) for a in one.mentions for b in other.mentions]
    pairs = [(d, a, b) for d, a, b in pairs if abs(a.sentence - b.sentence) <= NEAR]
    if not pairs:
        return None
    _, a, b = min(pairs, key=lambda p: (p[0], p[1].span.start))
    return Span(min(a.span.start, b.span.start), max(a.span.end, b.span.end))


def parties(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """The two who conclude an agreement work together."""
    deals: dict[int, dict[int, Fact]] = {}
    for fact in said:
        deal, party = gathered.things[fact.subject], gathered.things[fact.object]
        if fact.prop == "partner" and deal.type == "Agreement" and party.type in PARTIES:
            deals.setdefault(deal.id, {}).setdefault(party.id, fact)
    for found in deals.values():
        if len(found) == 2:
            a, b = found.values()
            span = Span(min(a.span.start, b.span.start), max(a.span.end, b.span.end))
            rule = "parties-of-agreement:cooperatesWith"
            yield Fact(a.object, "cooperatesWith", b.object, span, rule, 0.6, a.modality)


def speakers(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«Ректор рассказал …»: who speaks after an event has been named speaks there."""
    present = {f.object for f in said if f.prop == "participant"}
    for reading in readings:
        for cue in reading.cues:
            if cue.frame != "speak":
                continue
            for argument in pack.arguments(cue, reading.sentence, reading.phrases):
                person = gathered.thing((reading.sentence.index, argument.phrase))
                if argument.role != "subj" or person is None or person.type not in PERSON:
                    continue
                mention = reading.phrases[argument.phrase].mention
                event = _in_view(gathered, mention)
                if person.id not in present and event is not None:
                    present.add(person.id)
                    span = Span(event.span.start, max(mention.span.end, event.span.end))
                    at = _of(gathered, event)
                    yield Fact(at, "participant", person.id, span, "speaker-at-event:participant", 0.55)


def signings(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«… прошёл форум. … Подписано соглашение»: what is signed after an event has been named."""
    settled = {f.subject for f in said if f.prop == "signedAt"}
    for reading in readings:
        for cue in reading.cues:
            if cue.frame != "sign" or cue.modality:
                continue
            for argument in pack.arguments(cue, reading.sentence, reading.phrases):
                deal = gathered.thing((reading.sentence.index, argument.phrase))
                if deal is None or deal.type not in AGREEMENT | PROJECT or argument.role not in DEALS:
                    continue
                mention = reading.phrases[argument.phrase].mention
                event = _in_view(gathered, mention) if deal.id not in settled else None
                if event is not None and event.rule != "visit" and mention.sentence - event.sentence < VIEW:
                    settled.add(deal.id)
                    span = Span(event.span.start, max(mention.span.end, event.span.end))
                    at = _of(gathered, event)
                    yield Fact(deal.id, "signedAt", at, span, "signed-after-event:signedAt", 0.55)


def _of(gathered: Gathered, mention: Mention) -> int:
    return next(t.id for t in gathered.things if any(m is mention for m in t.mentions))


def _in_view(gathered: Gathered, at: Mention) -> Mention | None:
    """The last mention of an event before a person in the same or the last sentences."""
    before = [
        m
        for t in gathered.things
        if t.type in EVENT and (t.kind in OWN_NAME or len(t.words) > 1)
        for m in t.mentions
        if m.span.start < at.span.start and at.sentence - m.sentence <= VIEW
    ]
    return max(before, key=lambda m: m.span.start, default=None)
