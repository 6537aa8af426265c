"""What the build of phrases says without a verb: places side by side, names after places."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.known import is_abroad
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.cues import PLACES
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.placing import of_places
from baygraph.languages.zh.wide import NOMINATIVE
from baygraph.languages.zh.words import words

BRACKETS = "（(—–-－"
UNSEATED = frozenset({"ResearchInstitute", "University"})
OWNERS = frozenset({"place", "body"})


def by_structure(cue: Cue, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> tuple[Argument, ...] | None:
    """The parts of a cue that is no word, or None for one that is."""
    if cue.use == "beside":
        return tuple(_side_by_side(cue, tokens, phrases))
    if cue.use == "named-after":
        return tuple(_named_after(cue, tokens, phrases))
    if cue.use == "kept-by":
        return tuple(_kept_by(cue, phrases))
    if cue.use == "house-of":
        return tuple(_house_of(cue, phrases))
    if cue.use == "unit-of":
        return tuple(_unit_of(cue, phrases))
    if cue.use == "attribute":
        return tuple(_attribute(cue, phrases))
    if cue.use == "part-of-event":
        return tuple(_part_of_event(cue, phrases))
    if cue.use == "each":
        return tuple(_each(cue, phrases))
    if cue.use in {"in-brackets", "existential"}:
        return tuple(of_places(cue, tokens, phrases))
    if cue.use == "each-of":
        return tuple(_owner_of_each(phrases))
    return None


def _side_by_side(cue: Cue, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """The nearest coarser place right before a place; of two districts the second is the finer."""
    places = sorted((p.mention.span, i) for i, p in enumerate(phrases) if p.mention.types[0] in PLACES)
    at = next(
        (
            n
            for n, (_, i) in enumerate(places)
            if phrases[i].mention.first == cue.token and phrases[i].mention.name == cue.word
        ),
        0,
    )
    inner = places[at][1]
    for _, index in reversed(places[:at]):
        if phrases[index].mention.stop < phrases[inner].mention.first - 3:
            return
        before = phrases[index].mention.stop
        ranked = tokens[before].lemma in words("place_heads", "ranks")
        if before == phrases[inner].mention.first - 1 and not ranked:
            continue
        if _is_coarser(phrases[index], phrases[inner]):
            yield from (Argument("subj", inner), Argument("in", index))
            return


def _is_coarser(outer: Phrase, inner: Phrase) -> bool:
    a, b = PLACES.index(outer.mention.types[0]), PLACES.index(inner.mention.types[0])
    return a < b or (a == b == PLACES.index("District") and outer.mention.stop == inner.mention.first)


def _named_after(cue: Cue, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """The places that a name begins with, or those behind 驻 in it («广东省驻德国（慕尼黑）代表处»)."""
    host = _host_of(cue, phrases)
    if host < 0:
        return
    whole = phrases[host].mention
    yield Argument("subj", _house_abroad(phrases, host))
    sent = [t.end for t in tokens[whole.first + 1 : whole.stop] if t.lemma == "驻"]
    edge = sent[0] if sent else whole.span.start
    for index, phrase in sorted(enumerate(phrases), key=lambda x: x[1].mention.span):
        span = phrase.mention.span
        bracket = phrase.mention.first > 0 and tokens[phrase.mention.first - 1].text in BRACKETS
        inside = whole.span.covers(span) and span != whole.span
        if inside and span.start in {edge, edge + bracket} and phrase.mention.types[0] in PLACES:
            edge = span.end
            if _may_seat(phrases[host], phrase):
                yield Argument("in", index)
        elif inside and phrase.mention.types[0] in PLACES and _ends(tokens, whole, phrase):
            yield Argument("in", index)


def _ends(tokens: Sequence[Token], whole: Mention, place: Phrase) -> bool:
    """«…联络站（慕尼黑）»: a place in the bracket that a station's name ends with."""
    last = whole.stop - 1 if tokens[whole.stop - 1].text in "）)" else whole.stop - 2
    held = place.mention.stop == last and tokens[last].text in "）)"
    return held and "OverseasStation" in whole.types


def _house_abroad(phrases: Sequence[Phrase], host: int) -> int:
    """«葡萄牙科英布拉大学经济学院»: the university behind the country lies there, and its school in it."""
    inner = [(i, p) for i, p in enumerate(phrases) if p.host == host]
    ends = {p.mention.span.end for _, p in inner if "Country" in p.mention.types}
    houses = (i for i, p in inner if p.mention.types[0] in UNSEATED and p.mention.span.start in ends)
    return next(houses, host)


def _host_of(cue: Cue, phrases: Sequence[Phrase]) -> int:
    """The phrase that a cue about a name is about, or -1."""
    named = (i for i, p in enumerate(phrases) if (p.mention.first, p.mention.name) == (cue.token, cue.word))
    return next(named, -1)


def _kept_by(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«东莞（波士顿）海外人才工作站»: the place at home that a station's name begins with keeps it."""
    host = _host_of(cue, phrases)
    start = phrases[host].mention.span.start
    for index, phrase in enumerate(phrases):
        mention = phrase.mention
        home = mention.types[0] in PLACES and not is_abroad(mention.key)
        if host >= 0 and mention.span.start == start and home and index != host:
            yield from (Argument("obj", host), Argument("subj", index))


def _house_of(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«风华高科博士后科研工作站»: the company whose name a facility's name begins with set it up."""
    for index, phrase in enumerate(phrases):
        mention = phrase.mention
        if mention.first == cue.token and mention.name == cue.word and phrase.host >= 0:
            yield from (Argument("obj", phrase.host), Argument("subj", index))


def _attribute(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """A place before a body's name, and that body."""
    for index, phrase in enumerate(phrases):
        mention = phrase.mention
        if mention.first == cue.token and mention.name == cue.word and phrase.host >= 0:
            yield from (Argument("subj", phrase.host), Argument("in", index))


def _part_of_event(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«开幕式» belongs to the event that the text tells of."""
    for index, phrase in enumerate(phrases):
        if phrase.mention.rule == "whole-event":
            yield Argument("at", index)
        elif phrase.mention.first == cue.token and phrase.mention.name == cue.word:
            yield Argument("obj", index)


def _may_seat(body: Phrase, place: Phrase) -> bool:
    """«华南» and «大湾区» in a name tell no address, nor does the home of a station abroad."""
    if "OverseasStation" in body.mention.types and not is_abroad(place.mention.key):
        return False
    cls, country = body.mention.types[0], "Country" in place.mention.types
    if cls == "Laboratory" or (cls in UNSEATED and not country) or (cls == "GovernmentBody" and country):
        return False  # «松山湖材料实验室», «波士顿研发中心»: called after a place, wherever they are
    vague = "Region" in place.mention.types and place.mention.key not in words("place_heads", "provinces")
    home = "Country" in place.mention.types and not is_abroad(place.mention.key)
    return not home and not vague


def _unit_of(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«中国科学院近代物理研究所» is a unit of the body that its name begins with."""
    host = next(
        (i for i, p in enumerate(phrases) if p.mention.first == cue.token and p.mention.name == cue.word), -1
    )
    whole, phased = phrases[host].mention.span, phrases[host].mention.rule == "phase"
    inner = [
        (p.mention.span.end, i) for i, p in enumerate(phrases)
        if p.mention.span.start == whole.start
        and p.mention.span.end < whole.end
        and (phased or p.mention.types[0] in {"ResearchInstitute", "University"})
        and p.mention.types[0] not in PLACES
    ]  # fmt: skip
    if inner:
        yield from (Argument("subj", host), Argument("in", max(inner)[1]))


def _each(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """One member of a list of places, in its own places."""
    member = next(
        (i for i, p in enumerate(phrases) if p.mention.rule == "one-for-each" and p.first == cue.token), -1
    )
    if member < 0:
        return
    yield Argument("subj", member)
    own = [
        i for i, p in enumerate(phrases)
        if p.mention.types[0] in PLACES and phrases[member].first <= p.mention.first < phrases[member].stop
    ]  # fmt: skip
    fine = [i for i in own if "Country" not in phrases[i].mention.types]
    yield from (Argument("in", i) for i in fine or own)


def _owner_of_each(phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """The members of a list belong to the city or body that the sentence began with."""
    members = [i for i, p in enumerate(phrases) if p.mention.rule == "one-for-each"]
    last = max((phrases[i].mention.head for i in members), default=0)
    owners = [
        i for i, p in enumerate(phrases)
        if p.host < 0 and p.roles == NOMINATIVE and p.mention.stop <= last
        and p.first not in {phrases[i].first for i in members} and kind_of(p.mention.types) in OWNERS
        and p.mention.kind in {"known", "named"} and "Country" not in p.mention.types
    ]  # fmt: skip
    yield from (Argument("obj", i) for i in members)
    yield from (Argument("subj", i) for i in owners[:1])
