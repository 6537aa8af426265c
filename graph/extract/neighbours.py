"""Where things are by the build of a phrase: places side by side, in brackets, as adjectives."""

from collections.abc import Iterator, Sequence

from baygraph.extract.facts import Fact, span_of
from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION, PERSON, PLACE, PROGRAM, allows, grain
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Pack, Reading

Member = tuple[int, Thing]  # a thing with the index of its phrase
SEATED = FACILITY | INSTITUTION | EVENT | {"Project"}


def things_of(reading: Reading, gathered: Gathered) -> tuple[Member, ...]:
    """The things of a sentence, each with the index of its phrase."""
    return gathered.by_sentence.get(reading.sentence.index, ())


def host_of(reading: Reading, gathered: Gathered, index: int) -> tuple[int, Thing] | None:
    """The thing whose phrase holds a phrase, with that phrase's index, or None."""
    host = reading.phrases[index].host
    thing = gathered.thing((reading.sentence.index, host)) if host >= 0 else None
    return None if thing is None else (host, thing)


def side_by_side(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«района Хуэйшань города Уси», «парк в Уси»: a place right after what lies in it."""
    found = things_of(reading, gathered)
    for at, (index, thing) in enumerate(found):
        phrase = reading.phrases[index]
        for other, place in found[at + 1 :]:
            next_ = reading.phrases[other]
            gap = next_.first - phrase.stop
            if place.type not in PLACE or gap < 0 or gap > 3 or (next_.host >= 0) != (phrase.host >= 0):
                continue
            yield from _located(reading, _whole(reading, found, (index, thing)), (other, place), gap)
            break


def _whole(reading: Reading, found: Sequence[Member], part: Member) -> Member:
    """«the robot factory of KUKA in Shunde»: what is there is the factory."""
    phrase = reading.phrases[part[0]]
    if "of" not in phrase.roles or part[1].type in PLACE:
        return part
    before = (m for m in found if reading.phrases[m[0]].stop == phrase.first - 1)
    return next((m for m in before if m[1].type in FACILITY | EVENT), part)


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
        inner, outer = (thing, place) if not _is_finer(place, thing) else (place, thing)
        if allows("locatedIn", inner.types[:1], outer.types[:1]):
            span = span_of(reading, (index, other))
            yield Fact(inner.id, "locatedIn", outer.id, span, "place-in-brackets:locatedIn", 0.75)
        return
    comma = any(t.text == "," for t in between)
    owns = "gen" in first.roles and thing.type not in PLACE and gap > 1  # «Lonza's plant in Nansha»
    if owns or any(t.pos in {"VERB", "CCONJ"} for t in between):
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
        and thing.type in SEATED
        and second.roles & {"in", "from"}
        and allows("locatedIn", thing.types[:1], place.types[:1])
    ):
        inner, outer, rule = thing, place, "place-after-name:locatedIn"
    else:
        return
    yield Fact(inner.id, "locatedIn", outer.id, span_of(reading, (index, other)), rule, 0.8)


def _is_finer(a: Thing, b: Thing) -> bool:
    """«Шэньчжэнь (район Наньшань)»: the place in brackets may be the finer one."""
    return a.type in PLACE and b.type in PLACE and _grain(a) > _grain(b)


def _grain(place: Thing) -> int:
    """How fine a place is: country, region, city, district."""
    return grain(place.type)


def adjectives_of_place(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«чжухайская компания «Юньчжоу»» is in Zhuhai, «шэньчжэньский план «Павлин»» is run by Shenzhen."""
    for index, thing in things_of(reading, gathered):
        host = host_of(reading, gathered, index)
        if reading.phrases[index].mention.kind != "adjective" or host is None:
            continue
        if reading.phrases[index].mention.first > reading.phrases[host[0]].mention.head:
            continue
        prop = "runBy" if host[1].type in PROGRAM else "locatedIn"
        finer = host[1].type in PLACE and _grain(host[1]) > _grain(thing)
        if (finer or host[1].type in PROGRAM | INSTITUTION | FACILITY | EVENT) and reading.phrases[
            host[0]
        ].mention.kind != "anaphor":
            span = span_of(reading, (index, host[0]))
            yield Fact(host[1].id, prop, thing.id, span, f"place-adjective:{prop}", 0.75)


def places_inside(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Институт … в Шэньчжэне»: a place that the name of a body says it is in."""
    for index, thing in things_of(reading, gathered):
        host = host_of(reading, gathered, index)
        inside = host is not None and thing.type in PLACE and "in" in reading.phrases[index].roles
        if (
            inside
            and host
            and host[1].type in INSTITUTION | FACILITY
            and reading.phrases[index].mention.kind != "adjective"
        ):
            span = reading.phrases[host[0]].mention.span
            yield Fact(host[1].id, "locatedIn", thing.id, span, "place-in-name:locatedIn", 0.8)


def seats_in_names(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«Торговая палата Гуанчжоу»: a body of a kind that sits where its name ends."""
    seated = pack.lexicon.words("places", "of_bodies")
    for index, place in things_of(reading, gathered) if seated else ():
        phrase, host = reading.phrases[index], host_of(reading, gathered, index)
        if host is None or host[1].type not in seated or host[1].key or place.type not in PLACE:
            continue
        whole = reading.phrases[host[0]].mention
        if "gen" in phrase.roles and phrase.mention.stop == whole.stop and phrase.mention.kind != "adjective":
            yield Fact(host[1].id, "locatedIn", place.id, whole.span, "place-ends-name:locatedIn", 0.6)


def each_in_its_place(pack: Pack, reading: Reading, gathered: Gathered) -> Iterator[Fact]:
    """«станции в Бостоне и Кёльне»: each stands in the place, or at the body, that ends its phrase."""
    for index, thing in things_of(reading, gathered):
        mention = reading.phrases[index].mention
        if mention.kind not in {"each", "seated"}:
            continue
        for other, seat in things_of(reading, gathered):
            if reading.phrases[other].mention.stop != mention.stop or seat is thing:
                continue
            if seat.type in PLACE and mention.kind == "each":
                yield Fact(thing.id, "locatedIn", seat.id, mention.span, "each-in-its-place:locatedIn", 0.9)
            elif seat.type in INSTITUTION | FACILITY and thing.type in FACILITY:
                prop = belonging(thing)
                yield Fact(thing.id, prop, seat.id, mention.span, f"at-its-host:{prop}", 0.8)


def belonging(part: Thing, body: Thing | None = None) -> str:
    """What a body is to a part that is named with it: a workstation and a firm's plant are set up by it."""
    plant = part.type == "Facility" and body is not None and body.type == "Company"
    return "establishedBy" if part.type == "Workstation" or plant else "partOf"
