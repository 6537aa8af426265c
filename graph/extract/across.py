"""Facts that one sentence leaves to those before it: whose session, whose phase, where the news is from."""

import re
from collections.abc import Callable, Iterator, Sequence

from baygraph.annotation import Mention
from baygraph.extract.beyond import nested, parties, signings, speakers
from baygraph.extract.facts import Fact
from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION, PLACE
from baygraph.extract.things import Gathered, Place, Thing
from baygraph.languages.pack import Pack, Reading
from baygraph.model import Span

REACH = 4  # sentences between a part and its whole
FARTHEST = 1200  # characters between them when the heading tells the whole: all of them are quoted
TITLE = "session-title"  # of a line of a programme
FEWEST = 3  # hours that make a programme
HEAD = 6  # tokens before the event in a line of it
HOUR = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
LEAD = 2  # sentences that the place at the head of a text holds for

Said = Sequence[Fact]


def across(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """The facts of a document that no single sentence states; ``said`` are those that sentences do."""
    listed = tuple(agenda(pack, readings, gathered, said))
    yield from listed
    said = (*said, *listed)
    for rule in RULES:
        yield from rule(pack, readings, gathered, said)


def _heads(pack: Pack, thing: Thing, section: str, kind: str) -> bool:
    return bool(thing.heads & pack.lexicon.words(section, kind))


def sessions(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«На секции …», «финал», «церемония закрытия»: a part of the event that the text is about."""
    yield from _parts(pack, readings, gathered, said, (EVENT, "parts", "events", "session-of-event:partOf"))


def agenda(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«10:15 Сессия …»: what begins at an hour is a part of the event that the programme is of."""
    timed = {t.id: m for t, m in _timed(readings, gathered)}
    sessions_ = pack.lexicon.words("parts", "events")
    wholes = [t for t in gathered.things if t.type in EVENT and t.id not in timed]
    wholes = [t for t in wholes if not t.heads & sessions_]
    if len(timed) < FEWEST or not wholes:
        return
    whole = max(wholes, key=lambda t: (len(t.mentions), -t.mentions[0].sentence))
    for part, mention in timed.items():
        near = min(whole.mentions, key=lambda m: abs(m.span.start - mention.span.start))
        first, last = sorted((near, mention), key=lambda m: m.span.start)
        if _is_near(first, last):
            span = Span(first.span.start, max(first.span.end, last.span.end))
            yield Fact(part, "partOf", whole.id, span, "hour-in-agenda:partOf", 0.65)


def _timed(readings: Sequence[Reading], gathered: Gathered) -> Iterator[tuple[Thing, Mention]]:
    """The events with which lines begin, behind an hour."""
    hour = False
    for at, reading in enumerate(readings):
        words = "".join(t.text for t in reading.sentence.tokens[:3])
        begins = bool(HOUR.match(words))
        first = next(iter(gathered.by_sentence.get(reading.sentence.index, ())), None)
        if (hour or begins) and first is not None and first[1].type in EVENT:
            phrase = reading.phrases[first[0]]
            if phrase.host < 0 and phrase.first <= HEAD and phrase.mention.kind not in {"zero", "pronoun"}:
                yield first[1], phrase.mention
        hour = begins and at + 1 < len(readings) and len(reading.sentence.tokens) <= HEAD


def phases(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«вторая очередь»: a part of the park that the text is about."""
    yield from _parts(
        pack, readings, gathered, said, (FACILITY, "numbered", "heads", "phase-of-facility:partOf")
    )


def _parts(
    pack: Pack,
    readings: Sequence[Reading],
    gathered: Gathered,
    said: Said,
    of: tuple[frozenset[str], str, str, str],
) -> Iterator[Fact]:
    classes, section, kind, rule = of
    alike = [t for t in gathered.things if t.type in classes]
    parts = [t for t in alike if _heads(pack, t, section, kind) or t.mentions[0].rule == TITLE]
    settled = {f.subject for f in said if f.prop == "partOf"}
    heading = _heading(readings)
    wholes = [t for t in alike if t not in parts and t.kind != "described"]
    headed = [t for t in wholes if t.mentions and t.mentions[0].sentence == heading]
    for part in parts:
        titled = part.mentions[0].rule == TITLE
        free = titled or part.id not in settled
        found = _nearest(part, headed if titled and headed else wholes, headed) if free else None
        if found:
            yield Fact(part.id, "partOf", found[0].id, found[1], rule, 0.6)


def _heading(readings: Sequence[Reading]) -> int:
    """The sentence of a heading without a verb that opens a programme («SHUNDE FORUM 2026»), or -1."""
    first = readings[0].sentence if readings else None
    verbs = first is not None and any(t.pos in {"VERB", "AUX"} for t in first.tokens)
    return first.index if first is not None and not verbs else -1


def _nearest(part: Thing, wholes: Sequence[Thing], headed: Sequence[Thing]) -> tuple[Thing, Span] | None:
    """The whole mentioned last before a part, or told by the heading, with the stretch to the part."""
    mention = part.mentions[0]
    before = [
        (m.span.start, t.id, t, m)
        for t in wholes
        for m in t.mentions
        if m.span.start < mention.span.start
        and (mention.sentence - m.sentence <= REACH or (t in headed and _is_near(m, mention)))
    ]
    if not before:
        return None
    _, _, whole, last = max(before)
    return whole, Span(last.span.start, max(last.span.end, mention.span.end))


def _is_near(one: Mention, other: Mention) -> bool:
    return other.span.end - one.span.start <= FARTHEST


def branches(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«Университет открыл факультет»: a faculty or a branch is a part of who sets it up."""
    for fact in said:
        if fact.prop != "establishedBy" or gathered.things[fact.object].type not in INSTITUTION:
            continue
        if _heads(pack, gathered.things[fact.subject], "parts", "branches"):
            rule = f"branch-of-founder:{fact.rule.partition(':')[0]}"
            yield fact._replace(prop="partOf", rule=rule, confidence=0.65)


def datelines(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«ДУНГУАНЬ, 19 апреля. … открылась лаборатория»: what the first lines tell of happens there."""
    city = _dateline(pack, readings, gathered)
    if city is None:
        return
    held = {f.subject for f in said if f.prop == "locatedIn"}
    for place, thing in _leading(readings, gathered):
        if thing.id in held or thing.type not in EVENT | FACILITY or thing is city:
            continue
        phrase = readings[place[0]].phrases[place[1]]
        if phrase.host < 0 and phrase.roles & {"nom", "subj"} and thing.kind != "known":
            held.add(thing.id)
            span = Span(city.mentions[0].span.start, phrase.mention.span.end)
            yield Fact(thing.id, "locatedIn", city.id, span, "dateline:locatedIn", 0.55)


def _dateline(pack: Pack, readings: Sequence[Reading], gathered: Gathered) -> Thing | None:
    """The place that a text begins with, before a date."""
    if not readings or not readings[0].phrases or not readings[0].dates:
        return None
    first = readings[0].phrases[0]
    thing = gathered.thing((readings[0].sentence.index, 0))
    after = readings[0].sentence.tokens[first.stop : first.stop + 1]
    begins = first.first == 0 and bool(after) and after[0].text in {",", ".", "("}
    return thing if begins and thing and thing.type in pack.lexicon.words("dateline", "classes") else None


def _leading(readings: Sequence[Reading], gathered: Gathered) -> Iterator[tuple[Place, Thing]]:
    """The things of the first sentences that name no place but the text's own."""
    for at, reading in enumerate(readings[:LEAD]):
        found = [(i, gathered.thing((reading.sentence.index, i))) for i in range(len(reading.phrases))]
        if at and any(t and t.type in PLACE and reading.phrases[i].host < 0 for i, t in found):
            continue
        yield from (((at, i), t) for i, t in found if t is not None)


def ceremonies(pack: Pack, readings: Sequence[Reading], gathered: Gathered, said: Said) -> Iterator[Fact]:
    """«…在深圳大学城揭牌。… 揭牌仪式上…»: the ceremony of an opening is where the opening is told to be."""
    openings = sorted(pack.lexicon.words("openings", "words"))
    placed = {f.subject for f in said if f.prop == "locatedIn"} if openings else set()
    for event in gathered.things if openings else ():
        if event.type in EVENT and event.id not in placed:
            name = "".join(pack.name_words(event.name))
            opened = {word for word in openings if word in name}
            for fact in _opened(readings, gathered, said, event.mentions[0], opened) if opened else ():
                span = Span(fact.span.start, max(fact.span.end, event.mentions[0].span.end))
                yield Fact(event.id, "locatedIn", fact.object, span, "ceremony-of-opening:locatedIn", 0.6)


def _opened(
    readings: Sequence[Reading], gathered: Gathered, said: Said, ceremony: Mention, opened: set[str]
) -> list[Fact]:
    """The places of what is opened in the last sentence before a ceremony that tells of one."""
    for reading in reversed(readings):
        here = reading.sentence
        if not 0 <= ceremony.sentence - here.index <= REACH or opened.isdisjoint(
            t.lemma for t in here.tokens
        ):
            continue
        found = [f for f in said if f.prop == "locatedIn" and here.start <= f.span.start < here.end]
        found = [f for f in found if gathered.things[f.subject].type in FACILITY | INSTITUTION]
        if found:
            return [f for f in found if f.rule.startswith(("locate-active", "found-active"))]
    return []


RULES: tuple[Callable[[Pack, Sequence[Reading], Gathered, Said], Iterator[Fact]], ...] = (
    sessions,
    phases,
    branches,
    datelines,
    ceremonies,
    nested,
    parties,
    speakers,
    signings,
)
