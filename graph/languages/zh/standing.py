"""Where a known name stands for what it names: by itself, or inside a longer name that tells whose it is."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from baygraph import gazetteer
from baygraph.annotation import Mention, Sentence, Token
from baygraph.gazetteer import Known
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.known import is_abroad
from baygraph.languages.zh.heads import KNOWN, tag
from baygraph.languages.zh.known_names import PLACES, context_things, known_things
from baygraph.languages.zh.words import lexicon, words

# A body's name tells what it is called, not always what it works in (自动化 in 机电工程与自动化学院).
NO_FIELD = frozenset({"GovernmentBody", "University", "Institution", "Company"})
# A foreign country at the beginning of their names tells where they are.
PLACED = frozenset(
    {"OverseasStation", "Association", "Institution", "University", "ResearchInstitute", "Company"}
)
HOUSED = frozenset(
    {"Laboratory", "Workstation", "ResearchInstitute", "Park", "Facility", "Incubator", "Platform"}
)
LOCAL = frozenset({"GovernmentBody", "University", "ResearchInstitute", "Institution", "Association"})
SEATED = frozenset(
    {"OverseasStation", "Park", "Facility", "Platform", "Laboratory", "Incubator", "District", "Region"}
)


def is_part(word: str, places: bool, inner: bool) -> bool:
    """Say whether a word inside a known name is a field, or at its beginning a place or house."""
    entry = known_things().get(word)
    if entry is None or not inner:
        return False
    if "Field" in entry.types:
        return word not in words("not_fields", "words")
    if {"ResearchInstitute", "University"} & set(entry.types):
        return places
    return places and bool(PLACES & set(entry.types)) and not {"Country", "Place"} & set(entry.types)


def opens_quote(tokens: Sequence[Token], at: int) -> bool:
    """«“珠海一号”»: a place's name at the beginning of another quoted name."""
    begins = (
        at > 0
        and tokens[at - 1].text in "“「『"
        and PLACES & set(known_things()[tokens[at].lemma].types if tokens[at].lemma in known_things() else ())
    )
    return bool(begins) and at + 1 < len(tokens) and tokens[at + 1].text not in "”」』、，"


def is_foreign_office(tokens: Sequence[Token], at: int, entry: Known) -> bool:
    """«马来西亚民航局»: the short name of an office at home behind a country is that country's office."""
    before = known_things().get(tokens[at - 1].lemma) if at else None
    abroad = before is not None and "Country" in before.types and is_abroad(before.key)
    return abroad and "GovernmentBody" in entry.types


def reaches_only(tokens: Sequence[Token], at: int) -> bool:
    """«亚洲首屈一指», «亚太领先»: a part of the world that something is compared with."""
    known = known_things().get(tokens[at].lemma)
    wide = known is not None and known.key in words("place_heads", "continents")
    follows = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
    return wide and follows in words("place_heads", "reaching")


@cache
def places_spoken_of() -> dict[str, str]:
    """«当地», «全市»: words for the place that the text is about."""
    return {word: cls for cls in ("District", "City", "Region", "Country") for word in words("anaphora", cls)}


@cache
def bodies_spoken_of() -> dict[str, str]:
    """«该校», «我院»: words for a body or event that the text is about."""
    return {
        word: cls
        for cls, listed in lexicon().map("anaphora").items()
        for word in listed.split()
        if word[0] in "该我本" and cls not in {"District", "City", "Region", "Country"}
    }


def _is_called_after(holder: Mention | None) -> bool:
    """A name that holds the word for a field without its body being said to work in it."""
    if holder is None:
        return False
    named = holder.kind in {"known", "named"} and holder.name.endswith(tuple(words("not_fields", "bodies")))
    return named or bool(NO_FIELD & set(holder.types[:1])) or _is_wide(holder)


def _is_wide(holder: Mention) -> bool:
    """«加拿大氢能协会», «RISC-V国际基金会»: an association of a country or of the world."""
    name = to_simplified(holder.name)
    begins = (known_things().get(name[:n]) for n in range(2, 6))
    country = any(known is not None and "Country" in known.types for known in begins)
    return "Association" in holder.types[:1] and (
        country or any(w in name for w in words("not_fields", "wide"))
    )


def stands(token: Token, at: int, holder: Mention | None, types: Sequence[str]) -> bool:
    """Say whether a known name is a mention of its own where it stands."""
    if "Field" in types:
        return token.lemma not in words("not_fields", "words") and not _is_called_after(holder)
    if holder is None or holder.kind in {"plural", "vague", "described", "anaphor"}:
        return True
    if holder.first == holder.stop - 1 or holder.rule == "campus":
        return False
    if "Region" in types and not SEATED & set(holder.types[:1]):
        return False
    sent = "OverseasStation" in holder.types
    if "Country" in types and not (PLACED & set(holder.types[:1]) and (at == holder.first or sent)):
        return False
    if "Country" in types:
        return is_abroad(known_things()[token.lemma].key if token.lemma in known_things() else "")
    if "Company" in types:
        return (
            holder.first <= at < holder.stop - 1
            and at == holder.first
            and bool(HOUSED & set(holder.types[:1]))
        )
    if "Association" in types:
        return at == holder.first and "Association" in holder.types[:1]
    return (bool(PLACES & set(types)) and "Country" not in types) or bool(
        {"ResearchInstitute", "University"} & set(types)
    )


def spoken_of(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The keys of all things that a document names outright, and of the places that they lie in."""
    named: Iterator[str] = (t.lemma for s in sentences for t in s.tokens if tag(t) in KNOWN)
    things: Mapping[str, object] = known_things()
    return frozenset(known_things()[n].key for n in named if n in things)


def meant_by(name: str, spoken: frozenset[str]) -> Known | None:
    """What a short name means: what is named outright, or the only body of its kind in a place spoken of."""
    held = context_things()[name]
    named = next((e for e in held if e.key in spoken), None)
    if named or not LOCAL & {cls for e in held for cls in e.types}:
        return named
    near = {e.key: e for e in held if LOCAL & set(e.types) and _seat(e) in spoken}
    short = len(name) < 3 and not all(
        _seat(e) in words("place_heads", "regions_apart") for e in near.values()
    )
    return next(iter(near.values())) if len(near) == 1 and not short else None


def _seat(entry: Known) -> str:
    """The key of the city in which a body lies."""
    return next((place.key for place in gazetteer.load().places(entry.key) if "City" in place.types), "")


def part_of_place(tokens: Sequence[Token], at: int) -> Known | None:
    """«佛山南海»: the place that lies in the one right before it."""
    before = known_things().get(tokens[at - 1].lemma) if at else None
    if before is None or not PLACES & set(before.types):
        return None
    held = (e for e in context_things()[tokens[at].lemma] if before.key in set(_around(e.key)))
    return next(held, None)


def _around(key: str) -> tuple[str, ...]:
    return tuple(place.key for place in gazetteer.load().places(key))


def city_end(tokens: Sequence[Token], stop: int, types: Sequence[str]) -> int:
    """«剑桥市»: a city abroad with its rank."""
    ranked = stop < len(tokens) and tokens[stop].lemma in {"市", "州", "省"} and bool(PLACES & set(types))
    return stop + ranked


def campus_end(tokens: Sequence[Token], at: int, types: Sequence[str]) -> int:
    """«中国矿业大学（北京）» is a university of its own."""
    behind = [t.text for t in tokens[at + 1 : at + 4]]
    placed = len(behind) > 2 and behind[0] in "（(" and behind[2] in "）)"
    entry = known_things().get(tokens[at + 2].lemma) if placed else None
    return at + 4 if entry and PLACES & set(entry.types) and "University" in types else at + 1
