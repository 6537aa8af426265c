"""Which thing in view a figure is about: its part beside the figure first, then distance and class."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from baygraph.annotation import Quantity
from baygraph.extract.mains import OWN_NAME
from baygraph.extract.signatures import (
    AGREEMENT,
    EVENT,
    FACILITY,
    INSTITUTION,
    PLACE,
    PROGRAM,
    PROJECT,
    members_of,
)
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Bearing, Phrase, Reading
from baygraph.model import Span

OWNERS = FACILITY | INSTITUTION | EVENT | PLACE | PROGRAM | PROJECT | AGREEMENT
ATTRIBUTE_ROLES = frozenset({"gen", "of"})
SUBJECT_ROLES = frozenset({"nom", "subj"})
WHERE_ROLES = frozenset({"in", "at"})
WHOLE = "figure-owner/whole"  # says of what a part is counted, not what the text is about
LISTING = frozenset({",", "、", "等"})
MERELY = frozenset({"where", "in", "at", "obj", "near", "beside", "from", "other"})
SURE = frozenset({"attribute", "bearer", "chain"})
# How surely a part beside a figure makes a thing its owner.
PARTS = {
    "attribute": 6.0,
    "bearer": 5.6,
    "antecedent": 5.2,
    "direct": 4.5,
    "whole": 4.8,
    "occasion": 4.7,
    "where": 4.4,
    "made": 4.2,
    "for": 3.8,
    "subj": 3.4,
    "in": 3.4,
    "at": 3.4,
    "under": 3.2,
    "agent": 3.0,
    "outer": 2.8,
    "topic": 2.8,
    "dat": 2.6,
    "obj": 2.4,
    "on": 2.2,
    "near": 2.2,
    "to": 2.2,
    "with": 1.2,
    "from": 0.8,
    "beside": 0.8,
}
SAID_BEFORE = 1.5  # the last sentence's subject
FADES = 1.1  # with each sentence in between
REACH = 4  # sentences
LESSER = {"subj": 0.0, "obj": 0.0, "in": 0.6, "other": 0.1, "figure": -0.8, "chain": -1.5}
CHAIN_MISFIT = -0.5  # of a class that has no such figures, after another figure of it
FIT, MISFIT = 1.0, -0.9  # a class that has such figures, another class
MERE_PLACE = -1.0  # a place that something is only said to be in
COUNTRY = -1.0
SLIGHT = -0.8  # described once
PRONOUN = -0.6  # what a pronoun stands for is less sure
UNFIT_PRONOUN = -1.0  # and less still where it has no such figures
LEAD = 0.5  # what the first sentence is about
BEHIND_BODY = -1.2  # a place beside a body that something is in
PLACE_BEFORE = -0.5  # a place of an earlier sentence
CONTRACT = -1.2  # an agreement, whose figures are rather those of its parties or its signing
OFTEN = 0.15  # for each mention in the text
MOST = 5
TOLD = frozenset({"told-body", "told-event"})  # what a labelled line is about
TOPIC = 0.3  # what the text is about
TOPICAL = 4  # mentions that make a topic
LEADS = 2  # further mentions that standing in the first sentences is worth


class Owner(NamedTuple):
    """The thing that a figure is about, the stretch that names it, and why it was chosen."""

    thing: Thing
    span: Span
    rule: str
    score: float


class Choice:
    """Chooses the owners of the figures of one document, in the order of the text."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self._topic = _topic(gathered)
        self._seen: list[tuple[int, Thing, Span, str]] = []

    def owner(self, reading: Reading, quantity: Quantity, bearing: Bearing) -> Owner | None:
        """The likeliest owner of a figure, or None where nothing is in view."""
        best = max(
            self.in_view(reading, quantity, bearing), key=lambda o: (o.score, o.span.start), default=None
        )
        if best is not None and best.rule != WHOLE:
            self._seen.append((reading.sentence.index, best.thing, best.span, "figure"))
        return best

    def in_view(self, reading: Reading, quantity: Quantity, bearing: Bearing) -> list[Owner]:
        """All things that a figure could be about, with their scores."""
        suits = _expanded(bearing.suits)
        counted = frozenset(i for i, p in enumerate(reading.phrases) if _is_counted(p, quantity))
        beside = [
            (self._thing(reading, i), i, part)
            for i, part in _parts(reading, quantity, bearing)
            if i not in counted
        ]
        held = any(t and t.type not in PLACE and part in WHERE_ROLES for t, _, part in beside)
        found = []
        for thing, index, part in beside:
            if thing is not None:
                phrase = reading.phrases[index]
                score = PARTS[part] + _class_fit(thing, suits) + _standing(thing, part)
                score += _doubt(thing, phrase, suits)
                score += BEHIND_BODY * (held and part in WHERE_ROLES and thing.type in PLACE)
                found.append(Owner(thing, phrase.mention.span, f"figure-owner/{part}", score))
        return [*found, *self._before(reading, suits)]

    def see(self, reading: Reading) -> None:
        """Remember what a sentence speaks of, for the figures of the next ones."""
        self._seen = [s for s in self._seen if reading.sentence.index - s[0] < REACH]
        led = False
        for index, phrase in enumerate(reading.phrases):
            thing = self._thing(reading, index)
            if thing is not None and phrase.host < 0 and not phrase.plural:
                part = _part_in_view(phrase, led)
                led = led or part == "subj"
                self._seen.append((reading.sentence.index, thing, phrase.mention.span, part))

    def _before(self, reading: Reading, suits: frozenset[str]) -> Iterator[Owner]:
        for sentence, thing, span, part in self._seen:
            steps = reading.sentence.index - sentence
            if steps <= REACH:
                role = "chain" if steps == 0 else part
                fit = _class_fit(thing, suits)
                score = SAID_BEFORE - FADES * max(0, steps - 1) - LESSER[role] + _standing(thing, role)
                placed = PLACE_BEFORE * (thing.type in PLACE)
                score += max(CHAIN_MISFIT, fit) if role == "chain" else fit + placed
                yield Owner(thing, span, f"figure-owner/{_rule(role)}", score)
        topic = self._topic
        if topic is not None and topic.mentions[0].sentence < reading.sentence.index:
            score = TOPIC + _class_fit(topic, suits) + _standing(topic, "topic")
            last = [m for m in topic.mentions if m.sentence < reading.sentence.index][-1]
            yield Owner(topic, last.span, "figure-owner/topic", score)

    def _thing(self, reading: Reading, index: int) -> Thing | None:
        mention = reading.phrases[index].mention
        if mention.kind == "zero" and mention.rule not in TOLD:
            return None
        thing = self.gathered.thing((reading.sentence.index, index))
        return thing if thing is not None and thing.type in OWNERS else None


def _topic(gathered: Gathered) -> Thing | None:
    """What a text speaks of most, other than places and countries; what it begins with counts for more."""
    named = [t for t in gathered.things if t.type in OWNERS - PLACE and t.kind in OWN_NAME]
    said = {t.id: len(t.mentions) + LEADS * (t.mentions[0].sentence < 2) for t in named}
    best = max(named, key=lambda t: (said[t.id], -t.id), default=None)
    return best if best is not None and said[best.id] >= TOPICAL else None


def _doubt(thing: Thing, phrase: Phrase, suits: frozenset[str]) -> float:
    """What a pronoun may have been taken for wrongly."""
    if phrase.mention.rule != "pronoun":
        return 0.0
    return PRONOUN + UNFIT_PRONOUN * (_class_fit(thing, suits) < 0)


def _rule(role: str) -> str:
    return "same-sentence" if role == "chain" else "said-before"


def _parts(reading: Reading, quantity: Quantity, bearing: Bearing) -> Iterator[tuple[int, str]]:
    """The phrases of a sentence in their parts beside a figure."""
    for index, phrase in enumerate(reading.phrases):
        if _is_attribute(phrase, quantity):
            yield index, "attribute"
        elif _is_whole(phrase, quantity):
            yield index, "whole"
        elif _is_of_several(phrase, reading) and phrase.first < quantity.stop:
            yield index, "in"
        elif _is_bearer(phrase, quantity, reading):
            yield index, "bearer"
        elif phrase.stop <= quantity.first and not _is_listed_with(phrase, quantity, reading):
            yield index, "beside"
    for role, index in bearing.parts:
        phrase = reading.phrases[index]
        if role in PARTS and not (role == "subj" and _is_listed_with(phrase, quantity, reading)):
            held = role in WHERE_ROLES and "Event" in phrase.mention.types
            yield index, "occasion" if held else role


def _expanded(suits: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(members_of(cls) for cls in suits))


def _class_fit(thing: Thing, suits: frozenset[str]) -> float:
    if not suits or suits & members_of(thing.type) - {thing.type}:
        return FIT * (thing.type in suits)
    return FIT if thing.type in suits else MISFIT


def _standing(thing: Thing, part: str) -> float:
    """What has a name of its own or is spoken of often rather than what is mentioned in passing."""
    mere = part in MERELY and thing.type in PLACE
    slight = thing.kind not in OWN_NAME and len(thing.mentions) < 2 and part not in SURE
    often = OFTEN * min(len(thing.mentions), MOST)
    often += CONTRACT * (thing.type in AGREEMENT)
    often += LEAD * (thing.mentions[0].sentence == 0 and thing.type not in PLACE)
    return often + MERE_PLACE * mere + SLIGHT * slight + COUNTRY * (thing.type == "Country")


def _part_in_view(phrase: Phrase, led: bool) -> str:
    """A further bare phrase after the first may as well be an object."""
    roles = phrase.roles
    if roles & SUBJECT_ROLES:
        return "obj" if led else "subj"
    return "obj" if roles & {"acc", "obj"} else "in" if roles & (WHERE_ROLES | {"dat"}) else "other"


def _is_counted(phrase: Phrase, quantity: Quantity) -> bool:
    """The phrase of what is counted («26 инкубаторов») owns nothing."""
    return phrase.plural or phrase.mention.head == quantity.measure_head


def _is_attribute(phrase: Phrase, quantity: Quantity) -> bool:
    """«площадь парка», «его площадь»: the attribute of what is measured."""
    head = quantity.measure_head
    if not phrase.roles & ATTRIBUTE_ROLES:
        return False
    if phrase.mention.kind == "pronoun":
        return 0 <= head - phrase.stop <= 2
    return head <= quantity.first and 0 < phrase.first - head <= 1


def _is_whole(phrase: Phrase, quantity: Quantity) -> bool:
    """«43 резидента технопарка», «20 of the park's firms»: the attribute of what is counted."""
    inside = quantity.first < quantity.measure_head < quantity.stop
    return (
        inside
        and not phrase.plural
        and bool(phrase.roles & ATTRIBUTE_ROLES)
        and 0 < phrase.first - quantity.measure_head <= 1
    )


def _is_of_several(phrase: Phrase, reading: Reading) -> bool:
    """«на площадках корпорации»: what several places belong to."""
    host = reading.phrases[phrase.host] if phrase.host >= 0 else None
    return host is not None and host.plural and bool((host.roles | host.cases) & {*WHERE_ROLES, "loc"})


def _is_measured(phrase: Phrase, quantity: Quantity) -> bool:
    """«the 3.02 sq km Shenzhen Park», «50亿元产业基金»: the thing right behind its amount."""
    near = phrase.mention.first == quantity.stop and bool(quantity.unit)
    return near and not phrase.plural and not PLACE & set(phrase.mention.types[:1])


def _is_bearer(phrase: Phrase, quantity: Quantity, reading: Reading) -> bool:
    """«парк площадью 25 га», "an academy with 400 students": the thing right before its figure."""
    if _is_measured(phrase, quantity):
        return True
    held = quantity.first <= phrase.first and phrase.stop <= quantity.measure_head  # «парк площадью 25 га»
    between = reading.sentence.tokens[phrase.stop : quantity.measure_head if held else quantity.first]
    return (
        (held or len(between) > 0)
        and len(between) <= 3
        and not phrase.plural
        and not any(t.text in LISTING for t in between)
        and phrase.mention.kind != "pronoun"
        and not PLACE & set(phrase.mention.types[:1])
        and not any(t.pos in {"VERB", "AUX", "CCONJ", "PUNCT"} for t in between)
    )


def _is_listed_with(phrase: Phrase, quantity: Quantity, reading: Reading) -> bool:
    """«A, B и 8 университетов»: what stands in one list with the counted owns it not."""
    tokens, between = reading.sentence.tokens, range(phrase.stop, quantity.first)
    marks = [i for i in between if tokens[i].text in LISTING or tokens[i].pos == "CCONJ"]
    if not marks:
        return False
    named = {i for p in reading.phrases for i in range(p.first, p.stop)}
    verbs = (i for i in between if tokens[i].pos in {"VERB", "AUX"})
    return not named.issuperset(marks) and named.issuperset(verbs)
