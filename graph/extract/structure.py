"""Facts that the build of a phrase says without a verb: titles, names inside names, places side by side."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from baygraph.extract.facts import Fact, span_of
from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION, PERSON, PLACE, PROGRAM, allows, grain
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Pack, Reading

HOLDS_FIELD = FACILITY | INSTITUTION | EVENT | PROGRAM | {"Project", "Agreement"}


def by_structure(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """The facts that lie in the phrases of a sentence."""
    for rule in RULES:
        yield from rule(pack, reading, gathered)


def _things(reading: Reading, gathered: Gathered) -> Iterator[tuple[int, Thing]]:
    for index in range(len(reading.phrases)):
        thing = gathered.thing((reading.sentence.index, index))
        if thing is not None:
            yield index, thing


def _host(reading: Reading, gathered: Gathered, index: int) -> tuple[int, Thing] | None:
    host = reading.phrases[index].host
    thing = gathered.thing((reading.sentence.index, host)) if host >= 0 else None
    return None if thing is None else (host, thing)


def offices(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«вице-мэр Чжуншаня Лэй Юэлун»: the institution or place in a person's title."""
    founders = pack.lexicon.words("titles", "roles", "founders")
    for index, thing in _things(reading, gathered):
        host = _host(reading, gathered, index)
        if host is None or host[1].type != "Person" or thing is host[1]:
            continue
        span = span_of(reading, (index, host[0]), (reading.phrases[host[0]].first,))
        if allows("affiliatedWith", ("Person",), thing.types[:1]):
            yield Fact(host[1].id, "affiliatedWith", thing.id, span, "title:affiliatedWith", 0.9)
        words = reading.sentence.tokens[reading.phrases[host[0]].first : reading.phrases[host[0]].stop]
        if any(t.lemma in founders for t in words) and allows("establishedBy", thing.types[:1], ("Person",)):
            yield Fact(thing.id, "establishedBy", host[1].id, span, "founder-title:establishedBy", 0.85)


def fields_inside(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«центр 3D-биопечати»: a field inside the name of what works in it."""
    for index, thing in _things(reading, gathered):
        if thing.type != "Field":
            continue
        host = _host(reading, gathered, index)
        if host and host[1].type in HOLDS_FIELD:
            phrase = reading.phrases[host[0]].mention
            yield Fact(host[1].id, "field", thing.id, phrase.span, "field-in-name:field", 0.85)


def fields_of_subject(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«The centre will … robotics and 3D printing»: in a fixed order fields after a subject are its own."""
    if not pack.fixed_order:
        return
    found = [(i, t) for i, t in _things(reading, gathered) if reading.phrases[i].host < 0]
    holders = [(i, t) for i, t in found if t.type in HOLDS_FIELD]
    fields = [(i, t) for i, t in found if t.type == "Field"]
    subjects = [(i, t) for i, t in holders if reading.phrases[i].roles & {"nom", "subj"}]
    for index, field in fields:
        before = [
            (i, t) for i, t in subjects or holders if reading.phrases[i].first < reading.phrases[index].first
        ]
        owners = before[-1:] if subjects else (before if len({t.id for _, t in holders}) == 1 else [])
        for owner, thing in owners[-1:]:
            span = span_of(reading, (owner, index))
            yield Fact(thing.id, "field", field.id, span, "sentence-subject:field", 0.55)


def side_by_side(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«района Хуэйшань города Уси», «парк в Уси»: a place right after what lies in it."""
    found = list(_things(reading, gathered))
    for at, (index, thing) in enumerate(found):
        phrase = reading.phrases[index]
        for other, place in found[at + 1 :]:
            next_ = reading.phrases[other]
            gap = next_.first - phrase.stop
            if place.type not in PLACE or gap < 0 or gap > 3 or (next_.host >= 0) != (phrase.host >= 0):
                continue
            yield from _located(reading, (index, thing), (other, place), gap)
            break


def _text_at(reading: Reading, token: int) -> str:
    tokens = reading.sentence.tokens
    return tokens[token].text if token < len(tokens) else ""


def _located(reading: Reading, a: tuple[int, Thing], b: tuple[int, Thing], gap: int) -> Iterator[Fact]:
    """Two neighbours: the finer place lies in the coarser; another thing lies in the place after it."""
    (index, thing), (other, place) = a, b
    first, second = reading.phrases[index], reading.phrases[other]
    if thing.type in PERSON or first.mention.kind == "each" or second.mention.kind in {"each", "adjective"}:
        return
    between = reading.sentence.tokens[first.stop : second.first]
    if [t.text for t in between] == ["("] and _text_at(reading, second.stop) == ")":
        if allows("locatedIn", thing.types[:1], place.types[:1]):
            span = span_of(reading, (index, other))
            yield Fact(thing.id, "locatedIn", place.id, span, "place-in-brackets:locatedIn", 0.75)
        return
    comma = any(t.text == "," for t in between)
    if any(t.pos in {"VERB", "CCONJ"} for t in between):
        return
    if thing.type in PLACE:
        tied = (gap == 0 and "gen" in second.roles) or "in" in second.roles
        inner, outer = (thing, place) if _grain(thing) > _grain(place) else (place, thing)
        if not tied or _grain(inner) == _grain(outer) or (inner is place and not comma):
            return
        rule = "place-beside-place:locatedIn"
    elif (
        gap
        and not comma
        and first.roles != {"ins"}
        and second.roles & {"in", "from"}
        and allows("locatedIn", thing.types[:1], place.types[:1])
    ):
        inner, outer, rule = thing, place, "place-after-name:locatedIn"
    else:
        return
    yield Fact(inner.id, "locatedIn", outer.id, span_of(reading, (index, other)), rule, 0.8)


def _grain(place: Thing) -> int:
    """How fine a place is: country, region, city, district."""
    return grain(place.type)


def adjectives_of_place(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«чжухайская компания «Юньчжоу»» is in Zhuhai, «шэньчжэньский план «Павлин»» is run by Shenzhen."""
    for index, thing in _things(reading, gathered):
        host = _host(reading, gathered, index)
        if reading.phrases[index].mention.kind != "adjective" or host is None:
            continue
        if reading.phrases[index].mention.first > reading.phrases[host[0]].mention.head:
            continue
        prop = "runBy" if host[1].type in PROGRAM else "locatedIn"
        finer = host[1].type in PLACE and _grain(host[1]) > _grain(thing)
        if (finer or host[1].type in PROGRAM | INSTITUTION | FACILITY) and reading.phrases[
            host[0]
        ].mention.kind != "anaphor":
            span = span_of(reading, (index, host[0]))
            yield Fact(host[1].id, prop, thing.id, span, f"place-adjective:{prop}", 0.75)


def people_from(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«академик Дай Хунцзе из Стэнфордского университета»."""
    found = list(_things(reading, gathered))
    for (index, person), (other, house) in pairwise(found):
        gap = reading.phrases[other].first - reading.phrases[index].stop
        if (
            person.type == "Person"
            and house.type in INSTITUTION
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
    found = [(i, t) for i, t in _things(reading, gathered) if reading.phrases[i].host < 0]
    for (index, thing), (other, body) in pairwise(found):
        first, second = reading.phrases[index], reading.phrases[other]
        between = [t.text for t in reading.sentence.tokens[first.stop : second.first]]
        span = span_of(reading, (index, other))
        if body.type not in INSTITUTION:
            continue
        if between == ["("] and thing.type in PERSON:
            yield Fact(thing.id, "affiliatedWith", body.id, span, "body-in-brackets:affiliatedWith", 0.75)
        if len(between) == 1 and "at" in second.roles and thing.type in FACILITY:
            yield Fact(thing.id, "partOf", body.id, span, "part-at-body:partOf", 0.75)


def bare_titles(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«ректор Тэн Цзиньгуан»: an office that only one kind of body has, of the last such body before."""
    offices_ = pack.lexicon.table("titles", "of_class")
    for index, thing in _things(reading, gathered):
        phrase = reading.phrases[index]
        if thing.type != "Person" or any(p.host == index for p in reading.phrases):
            continue
        words = (t.lemma for t in reading.sentence.tokens[phrase.first : phrase.mention.first])
        cls = next((offices_[w][0] for w in words if w in offices_), "")
        before = [(i, t) for i, t in _things(reading, gathered) if t.type == cls and i < index]
        if before:
            span = span_of(reading, (before[-1][0], index))
            yield Fact(thing.id, "affiliatedWith", before[-1][1].id, span, "bare-title:affiliatedWith", 0.7)


def parts_by_name(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Институт трансляционных исследований HKSTP» is a part of it; a joint one has it as a partner."""
    for index, thing in _things(reading, gathered):
        host = _host(reading, gathered, index)
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
        if host[1].type not in FACILITY | INSTITUTION or reading.phrases[host[0]].mention.kind == "known":
            continue
        phrase = reading.phrases[host[0]]
        if reading.sentence.tokens[reading.phrases[index].mention.first - 1].text in pack.lexicon.words(
            "marks", "quotes"
        ):
            continue
        joint = {t.lemma for t in reading.sentence.tokens[phrase.first : phrase.stop]} & pack.lexicon.words(
            "joint", "words"
        )
        prop = "partner" if joint or phrase.member_of >= 0 else "partOf"
        if allows(prop, host[1].types[:1], thing.types[:1]):
            yield Fact(host[1].id, prop, thing.id, phrase.mention.span, f"name-inside-name:{prop}", 0.75)


def places_inside(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Институт … в Шэньчжэне»: a place that the name of a body says it is in."""
    for index, thing in _things(reading, gathered):
        host = _host(reading, gathered, index)
        inside = host is not None and thing.type in PLACE and "in" in reading.phrases[index].roles
        if (
            inside
            and host
            and host[1].type in INSTITUTION | FACILITY
            and reading.phrases[index].mention.kind != "adjective"
        ):
            span = reading.phrases[host[0]].mention.span
            yield Fact(host[1].id, "locatedIn", thing.id, span, "place-in-name:locatedIn", 0.8)


def each_in_its_place(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«станции в Бостоне и Кремниевой долине»: each stands in the place that ends its phrase."""
    for index, thing in _things(reading, gathered):
        mention = reading.phrases[index].mention
        if mention.kind != "each":
            continue
        for other, place in _things(reading, gathered):
            if place.type in PLACE and reading.phrases[other].mention.stop == mention.stop:
                yield Fact(thing.id, "locatedIn", place.id, mention.span, "each-in-its-place:locatedIn", 0.9)


def committees(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Организационный комитет выставки»: a committee organizes the event that it is named after."""
    organizing = pack.lexicon.words("committees", "organizing")
    for index, thing in _things(reading, gathered):
        host = _host(reading, gathered, index)
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
    bare_titles,
    parts_by_name,
    places_inside,
    each_in_its_place,
    committees,
)
