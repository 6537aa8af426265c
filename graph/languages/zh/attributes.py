"""Names right before a name: where a body is (德国库卡集团), what it is a unit of (香港大学医学院)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from baygraph.annotation import Token
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.pack import Phrase
from baygraph.languages.zh.heads import KNOWN, tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.words import words

OWN = frozenset({"known", "named", "loose"})
HOUSES = frozenset({"University", "ResearchInstitute", "Company", "Institution", "Association"})
UNITS = frozenset(
    {"University", "Institution", "Laboratory", "ResearchInstitute", "Workstation", "Platform", "Incubator"}
)
FOUND_IN = frozenset({"Company", "University", "ResearchInstitute", "Institution", "Association"})
OWNED = frozenset({"Laboratory", "ResearchInstitute", "Workstation"})
MARKS = "，。；、：,"
BUILT = frozenset({"Facility", "Laboratory", "Incubator", "Platform"})
SITES = frozenset({"Facility", "Park", "Place", "Laboratory", "Platform", "Incubator"})
SEATED = FOUND_IN | UNITS | {"Park", "Facility", "GovernmentBody"}


def with_attributes(tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """Give a name before a name its host, and that host's phrase the place where it begins."""
    out = list(found)
    outer = [i for i, p in enumerate(out) if p.host < 0 and p.mention.kind != "plural"]
    for a, b in (*_in_titles(out), *_works_in(tokens, out, outer), *pairwise(outer)):
        if out[a].host >= 0 and "Person" not in out[out[a].host].mention.types:
            continue
        if _tells_field(tokens, out[a], out[b]) or (
            is_attribute(tokens, out[a], out[b]) or _is_site_of(tokens, out[a], out[b])
        ):
            out[b] = out[b]._replace(first=out[a].first)
            out[a] = out[a]._replace(host=b)
    return _with_chains(out, outer)


def _with_chains(out: list[Phrase], outer: Sequence[int]) -> list[Phrase]:
    """«珠海横琴粤澳中医药科技产业园»: all places right before a body tell where it is."""
    for a, b in reversed(list(pairwise(outer))):
        body = out[b] if out[b].host < 0 else out[out[b].host]
        host = b if out[b].host < 0 else out[b].host
        place = kind_of(out[a].mention.types) == "place" and out[a].host < 0
        addressed = body.first < body.mention.first and kind_of(body.mention.types) == "body"
        if place and addressed and out[a].stop == body.first:
            out[host] = body._replace(first=out[a].first)
            out[a] = out[a]._replace(host=host)
    return out


def _works_in(
    tokens: Sequence[Token], found: Sequence[Phrase], outer: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """«立陶宛激光企业Light Conversion»: the field and the country before a word for companies."""
    for a, b in pairwise(outer):
        if _tells_field(tokens, found[a], found[b]):
            yield a, b
            yield from ((c, b) for c in outer if found[c].stop == found[a].first)


def _tells_field(tokens: Sequence[Token], field: Phrase, company: Phrase) -> bool:
    between = [t.lemma for t in tokens[field.stop : company.mention.first]]
    kinds = 0 < len(between) < 3 and all(w in words("brands", "of", "kinds") for w in between)
    return (
        kinds
        and kind_of(field.mention.types) == "field"
        and company.mention.types[0] == "Company"
        and company.mention.kind in OWN
    )


def _in_titles(found: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """«德国斯图加特大学副校长A»: a country right before the body of an office is that body's."""
    for a, phrase in enumerate(found):
        held = phrase.host >= 0 and "Person" in found[phrase.host].mention.types
        if held and "Country" in phrase.mention.types:
            after = (b for b, p in enumerate(found) if p.host == phrase.host and p.first == phrase.stop)
            yield from ((a, b) for b in after)


def is_attribute(tokens: Sequence[Token], a: Phrase, b: Phrase) -> bool:
    """Say whether a phrase only tells where or whose the next one is."""
    between = [t.lemma for t in tokens[a.stop : b.mention.first]]
    told = b.first == a.stop < b.mention.first and kind_of(a.mention.types) == "place"
    if told and b.mention.types[0] == "Company" and b.mention.kind in OWN:
        return True
    if b.first != b.mention.first or b.mention.first < a.stop:
        return False
    if kind_of(a.mention.types) == "place":
        return _is_place_of(tokens, a, b, between)
    tied = between == ["的"] and b.mention.types[0] in OWNED and b.mention.kind != "known"
    owned = not between or tied
    return owned and _is_house_of(a, b)


def _is_site_of(tokens: Sequence[Token], a: Phrase, b: Phrase) -> bool:
    """«在广州市黄埔区的知识城国际会展中心»: the place before a facility in which something is done."""
    first = a.first
    while first > 0 and tag(tokens[first - 1]) in KNOWN:
        first -= 1
    within = first > 0 and tokens[first - 1].lemma in words("prepositions_plain", "words")
    between = [t.lemma for t in tokens[a.stop : b.mention.first]]
    built = b.mention.types[0] in SITES and b.mention.kind in OWN
    return within and built and between == ["的"] and kind_of(a.mention.types) == "place"


def _is_place_of(tokens: Sequence[Token], a: Phrase, b: Phrase, between: Sequence[str]) -> bool:
    """«瑞士的保罗谢勒研究所», «丹麦企业诺汉生物», «英国伦敦帝国学院»."""
    cls = b.mention.types[0]
    if b.mention.kind not in OWN or a.mention.key == "china":
        return False
    if not between:
        return cls in SEATED
    kinds = [w for w in between if w != "的"]
    if len(between) == 2 and between[1] == "的" and between[0] in words("beside", "inside"):
        return cls in SEATED  # «光明科学城内的深圳科学技术馆»
    if cls in BUILT and a.first and tokens[a.first - 1].text not in MARKS:
        return False
    return (
        cls in FOUND_IN | BUILT
        and len(between) < 3
        and all(w in words("brands", "of", "kinds") for w in kinds)
    )


def _is_house_of(a: Phrase, b: Phrase) -> bool:
    """«香港大学李嘉诚医学院», «该校商学院»."""
    house, unit = a.mention, b.mention
    if house.types[0] == unit.types[0] == "GovernmentBody":
        return house.kind in OWN and unit.kind in OWN  # «澳门特区政府经济及科技发展局»
    if not (HOUSES & set(house.types[:1]) and UNITS & set(unit.types[:1])):
        return False
    own = house.kind in OWN | {"short"} or to_simplified(house.name) in words("units", "houses")
    name = to_simplified(unit.name)
    college = unit.types[0] != "University" or name.endswith(tuple(words("units", "colleges")))
    return own and college and unit.kind in OWN | {"described"}


def of_speakers(phrase: Phrase, index: int, others: Sequence[Phrase]) -> Phrase:
    """«A公司总经理B介绍，公司…»: the body of whoever speaks."""
    mention = phrase.mention
    if mention.kind != "anaphor" or phrase.host >= 0 or mention.types[0] not in {"Company", "University"}:
        return phrase
    people = [i for i, p in enumerate(others[:index]) if "Person" in p.mention.types]
    holders = people if mention.rule != "definite-body" else [*people, *_hosted(others[:index], people)]
    bodies = [
        p.mention for p in others[:index] if p.host in holders and p.mention.types[0] == mention.types[0]
    ]
    if not bodies:
        return phrase
    body = bodies[-1]
    known = replace(mention, kind="short", name=body.name, key=body.key, rule="speakers-body", confidence=0.8)
    return phrase._replace(mention=known)


def _hosted(others: Sequence[Phrase], people: Sequence[int]) -> list[int]:
    """«A大学经济学院院长B说，该校…»: the bodies of offices, within which the university stands."""
    return [i for i, p in enumerate(others) if p.host in people]


def named_by_title(phrase: Phrase, others: Sequence[Phrase]) -> Phrase:
    """«国际合作处处长祝青岚»: the body of an office is a body of its own, however plain its name."""
    mention = phrase.mention
    host = others[phrase.host].mention if phrase.host >= 0 else None
    if host is None or "Person" not in host.types or mention.kind != "described":
        return phrase
    if mention.stop - mention.first < 2 or kind_of(mention.types) != "body":
        return phrase
    return phrase._replace(mention=replace(mention, kind="named"))
