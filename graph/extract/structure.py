"""Facts that the build of a phrase says without a verb: titles, names inside names, places side by side."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from baygraph.extract.facts import Fact, disclaims, span_of
from baygraph.extract.neighbours import (
    adjectives_of_place,
    belonging,
    each_in_its_place,
    host_of,
    places_inside,
    seats_in_names,
    side_by_side,
    things_of,
)
from baygraph.extract.signatures import (
    AGREEMENT,
    EVENT,
    FACILITY,
    INSTITUTION,
    PERSON,
    PLACE,
    PROGRAM,
    allows,
)
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Pack, Reading

OFFICIAL = frozenset({"GovernmentBody", "Association"})  # what they speak of is rarely their own field
# Where one is named once in passing, a field in its name need not be said of it: it is only called so.
CALLED_SO = frozenset({"ResearchInstitute", "Park"})
BY_DEFAULT = "sentence-subject:field"
BODIES = FACILITY | INSTITUTION
HOLDS_FIELD = FACILITY | INSTITUTION | EVENT | PROGRAM | {"Project", "Agreement"}


def by_structure(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """The facts that lie in the phrases of a sentence."""
    if not things_of(reading, gathered):
        return
    hosted = any(phrase.host >= 0 for phrase in reading.phrases)
    for rule in RULES:
        if hosted or rule not in OF_HOSTS:
            yield from rule(pack, reading, gathered)


def offices(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«вице-мэр Чжуншаня Лэй Юэлун»: the institution or place in a person's title."""
    founders = pack.lexicon.words("titles", "roles", "founders")
    former = pack.lexicon.words("titles", "former")
    for index, thing in things_of(reading, gathered):
        host = host_of(reading, gathered, index)
        if host is None or host[1].type != "Person" or thing is host[1]:
            continue
        span = span_of(reading, (index, host[0]), (reading.phrases[host[0]].first,))
        words = reading.sentence.tokens[reading.phrases[host[0]].first : reading.phrases[host[0]].stop]
        if any(t.lemma in former for t in words):
            continue
        where = thing.type in PLACE and reading.phrases[index].roles & {"in", "from"}
        if not where and allows("affiliatedWith", ("Person",), thing.types[:1]):
            yield Fact(host[1].id, "affiliatedWith", thing.id, span, "title:affiliatedWith", 0.9)
        if any(t.lemma in founders for t in words) and allows("establishedBy", thing.types[:1], ("Person",)):
            yield Fact(thing.id, "establishedBy", host[1].id, span, "founder-title:establishedBy", 0.85)


def fields_inside(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«центр 3D-биопечати»: a field inside the name of what works in it."""
    for index, thing in things_of(reading, gathered):
        if thing.type != "Field":
            continue
        host = host_of(reading, gathered, index)
        if host and host[1].type in HOLDS_FIELD:
            span = span_of(reading, (index, host[0]))
            passing = len(host[1].mentions) == 1 and (host[1].type in CALLED_SO or host[1].kind == "known")
            sure = 0.45 if passing else 0.85
            yield Fact(host[1].id, "field", thing.id, span, "field-in-name:field", sure)


def fields_of_subject(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«signed an agreement … in photonics», «The centre will … robotics»: its deal's fields."""
    if not pack.fixed_order:
        return
    found = [(i, t) for i, t in things_of(reading, gathered) if reading.phrases[i].host < 0]
    holders = [(i, t) for i, t in found if t.type in HOLDS_FIELD - OFFICIAL]
    for index, field in found:
        if field.type != "Field" or "for" in reading.phrases[index].roles:
            continue
        start = reading.phrases[index].first
        before = [(i, t) for i, t in holders if reading.phrases[i].first < start]
        deals = [(i, t) for i, t in before if t.type == "Agreement"]
        bare = [(i, t) for i, t in before if "nom" in reading.phrases[i].roles]
        alone = (
            bare
            if len({t.id for _, t in before}) == 1
            else [b for b in bare if _one_verb(reading, b[0], index)]
        )
        for owner, thing in (deals or alone)[-1:]:
            if disclaims(pack, reading, (owner, index)):
                continue
            yield Fact(thing.id, "field", field.id, span_of(reading, (owner, index)), BY_DEFAULT, 0.55)


def _one_verb(reading: Reading, first: int, second: int) -> bool:
    """Whether no more than one verb stands between two phrases."""
    between = reading.sentence.tokens[reading.phrases[first].stop : reading.phrases[second].first]
    return sum(t.pos == "VERB" for t in between) == 1


def people_from(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«академик Дай Хунцзе из Стэнфордского университета»."""
    found = [(i, t) for i, t in things_of(reading, gathered) if t.type != "Field"]
    for (index, person), (other, house) in pairwise(found):
        gap = reading.phrases[other].first - reading.phrases[index].stop
        if (
            person.type == "Person"
            and house.type in BODIES
            and 0 < gap <= 2
            and "from" in reading.phrases[other].roles
        ):
            yield Fact(
                person.id,
                "affiliatedWith",
                house.id,
                span_of(reading, (index, other)),
                "person-from:affiliatedWith",
                0.8,
            )


def beside_bodies(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Ван Цян (Университет Цзинань)» holds office there, «лаборатория при университете» is a part of it."""
    found = [(i, t) for i, t in things_of(reading, gathered) if reading.phrases[i].host < 0]
    for (index, thing), (other, body) in pairwise(found):
        if body.type not in BODIES:
            continue
        first, second = reading.phrases[index], reading.phrases[other]
        between = [t.text for t in reading.sentence.tokens[first.stop : second.first]]
        span = span_of(reading, (index, other))
        if between in (["("], ["（"]) and thing.type in PERSON:
            yield Fact(thing.id, "affiliatedWith", body.id, span, "body-in-brackets:affiliatedWith", 0.75)
        if not between and second.roles == {"gen"} and thing.type in FACILITY and body.type in INSTITUTION:
            words = {t.lemma for t in reading.sentence.tokens[first.first : first.stop]}
            prop = "partner" if words & pack.lexicon.words("joint", "words") else belonging(thing, body)
            for place, each in _listed(found, reading, other):
                span = span_of(reading, (index, place))
                yield Fact(thing.id, prop, each.id, span, f"body-after-name:{prop}", 0.7)
        if len(between) == 1 and "at" in second.roles and thing.type in FACILITY and body.type in INSTITUTION:
            prop = belonging(thing)
            yield Fact(thing.id, prop, body.id, span, f"part-at-body:{prop}", 0.75)


def _listed(found: list[tuple[int, Thing]], reading: Reading, first: int) -> Iterator[tuple[int, Thing]]:
    """A body and those that «и» or a comma ties to it in the same case."""
    end = -1
    for index, thing in found:
        phrase = reading.phrases[index]
        begins = index == first or (end >= 0 and phrase.first == end + 1 and thing.type in INSTITUTION)
        if begins and phrase.roles == reading.phrases[first].roles:
            end = phrase.stop
            yield index, thing


def meetings(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«встреча с мэром Ли Мином», «переговоры А с Б»: who an event is held with takes part in it."""
    found = [(i, t) for i, t in things_of(reading, gathered) if reading.phrases[i].host < 0]
    for at, (index, event) in enumerate(found):
        prop = "participant" if event.type in EVENT else "partner" if event.type in AGREEMENT else ""
        for other, guest in _guests(reading, index, found[at + 1 :]) if prop else ():
            if allows(prop, event.types[:1], guest.types[:1]):
                span = span_of(reading, (index, other))
                yield Fact(event.id, prop, guest.id, span, f"act-with:{prop}", 0.7)


def _guests(reading: Reading, event: int, after: list[tuple[int, Thing]]) -> list[tuple[int, Thing]]:
    """Those right after an event, in the genitive and behind «с»; none without «с»."""
    end, guests = reading.phrases[event].stop, list[tuple[int, Thing]]()
    for index, guest in after:
        phrase = reading.phrases[index]
        marks = reading.sentence.tokens[end : phrase.first]
        between = [t.lower for t in marks]
        of = phrase.roles == {"gen"} and between in ([], ["и"], [","])
        with_ = phrase.first == end + 1 and "with" in phrase.roles
        parties = "between" in phrase.roles and len(marks) == 1 and marks[0].pos in {"ADP", "CCONJ"}
        if guest.type not in PERSON | INSTITUTION | FACILITY or not (of or with_ or parties):
            break
        guests.append((index, guest))
        end = phrase.stop
    tied = len(guests) > 1 or any("with" in reading.phrases[i].roles for i, _ in guests)
    return guests if tied else []


def bare_titles(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«ректор Тэн Цзиньгуан»: an office that only one kind of body has, of the last such body before."""
    offices_ = pack.lexicon.table("titles", "of_class")
    for index, thing in things_of(reading, gathered):
        phrase = reading.phrases[index]
        if thing.type != "Person" or any(p.host == index for p in reading.phrases):
            continue
        words = (t.lemma for t in reading.sentence.tokens[phrase.first : phrase.mention.first])
        cls = next((offices_[w][0] for w in words if w in offices_), "")
        before = [(i, t) for i, t in things_of(reading, gathered) if t.type == cls and i < index]
        if before:
            span = span_of(reading, (before[-1][0], index))
            yield Fact(thing.id, "affiliatedWith", before[-1][1].id, span, "bare-title:affiliatedWith", 0.7)


def parts_by_name(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Институт трансляционных исследований HKSTP» is a part of it; a joint one has it as a partner."""
    for index, thing in things_of(reading, gathered):
        host = host_of(reading, gathered, index)
        if host is None or thing is host[1] or reading.phrases[index].mention.rule == "pronoun":
            continue
        if thing.type in EVENT and host[1].type in EVENT:
            yield Fact(
                host[1].id,
                "partOf",
                thing.id,
                reading.phrases[host[0]].mention.span,
                "name-inside-name:partOf",
                0.75,
            )
        if thing.type not in INSTITUTION or thing.type in {"GovernmentBody"}:
            continue
        if thing.type in pack.lexicon.words("houses", "no_whole"):
            continue
        if host[1].type not in BODIES or reading.phrases[host[0]].mention.kind == "known":
            continue
        phrase = reading.phrases[host[0]]
        if reading.sentence.tokens[reading.phrases[index].mention.first - 1].text in pack.lexicon.words(
            "marks", "quotes"
        ):
            continue
        joint = {t.lemma for t in reading.sentence.tokens[phrase.first : phrase.stop]} & pack.lexicon.words(
            "joint", "words"
        )
        prop = "partner" if joint or phrase.member_of >= 0 else belonging(host[1], thing)
        if allows(prop, host[1].types[:1], thing.types[:1]):
            span = span_of(reading, (index, host[0]))
            yield Fact(host[1].id, prop, thing.id, span, f"name-inside-name:{prop}", 0.75)


def possessives(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«его датчики» are a company's field, «её исполнительный комитет» is in the zone."""
    for index, owner in things_of(reading, gathered):
        phrase = reading.phrases[index]
        if phrase.mention.kind != "pronoun" or "gen" not in phrase.roles:
            continue
        for other, thing in things_of(reading, gathered):
            span = span_of(reading, (index, other))
            near = reading.phrases[other].first in {phrase.stop, phrase.first}
            if thing.type == "Field" and near and owner.type in BODIES:
                yield Fact(owner.id, "field", thing.id, span, "possessive:field", 0.65)
            seat = owner.type in PLACE and thing.type in {"GovernmentBody", "Association"}
            if seat and phrase.host == other and thing.kind != "known":
                yield Fact(thing.id, "locatedIn", owner.id, span, "possessive:locatedIn", 0.65)


def committees(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Организационный комитет выставки»: a committee organizes the event that it is named after."""
    organizing = pack.lexicon.words("committees", "organizing")
    for index, thing in things_of(reading, gathered):
        host = host_of(reading, gathered, index)
        if thing.type not in EVENT or host is None or host[1].type not in INSTITUTION:
            continue
        mention = reading.phrases[host[0]].mention
        words = {t.lemma for t in reading.sentence.tokens[mention.first : mention.stop]}
        if words & organizing:
            yield Fact(
                thing.id, "organizedBy", host[1].id, mention.span, "organizing-committee:organizedBy", 0.9
            )


RULES: tuple[Callable[[Pack, Reading, Gathered], Iterator[Fact]], ...] = (
    offices,
    fields_inside,
    fields_of_subject,
    side_by_side,
    adjectives_of_place,
    people_from,
    beside_bodies,
    meetings,
    bare_titles,
    parts_by_name,
    possessives,
    places_inside,
    seats_in_names,
    each_in_its_place,
    committees,
)
# Nothing is said by these in a sentence none of whose phrases holds another.
OF_HOSTS = frozenset([offices, fields_inside, adjectives_of_place, parts_by_name, places_inside, committees])
