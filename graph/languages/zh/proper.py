"""What makes a name a proper one, and what its words make of its class."""

import itertools
from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.known import is_abroad
from baygraph.languages.zh.heads import KNOWN, OPENING, head_types, is_edition, is_place_like, tag
from baygraph.languages.zh.known_names import PLACES, known_things
from baygraph.languages.zh.words import words

NATIONAL = frozenset({"Platform", "Laboratory", "Facility"})


def by_modifier(inside: Sequence[Token], types: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of a name, with the one that its words decide first: 海外…中心 is a station."""
    text = "".join(t.lemma for t in inside)
    if types[0] == "Institution" and is_abroad(_seat_of_mission(inside)):
        return ("OverseasStation", *types)
    for cls, overruled in _overruled().items():
        if types[0] in overruled and any(m in text for m in words("heads_by_modifier", cls)):
            return (cls, *types)
    return types


def _seat_of_mission(inside: Sequence[Token]) -> str:
    """The key of the place behind 驻 in a name, or nothing."""
    sent = next((i for i, t in enumerate(inside[:-1]) if i and t.lemma == "驻"), -1)
    known = known_things().get(inside[sent + 1].lemma) if sent > 0 else None
    return known.key if known else ""


@cache
def _overruled() -> dict[str, frozenset[str]]:
    classes = (
        "GovernmentBody",
        "OverseasStation",
        "Workstation",
        "TalentProgram",
        "Incubator",
        "ResearchInstitute",
    )
    return {cls: words("overruled", cls) for cls in classes}


def proper(tokens: Sequence[Token], first: int, head: int, types: tuple[str, ...]) -> str:
    """What makes it a proper name: ``known`` (a known name inside), ``quoted``, ``strange`` words."""
    inside = tokens[first : head + 1]
    if any(t.text in OPENING for t in inside):
        return "quoted"
    if tag(inside[-1]) == "nt" and len(inside[-1].lemma) > 4 and types[0] != "Event":
        return "strange"
    if any(
        tag(t) in {"x", "nz", "person"} or (tag(t).startswith("nr") and len(t.lemma) > 1) for t in inside[:-1]
    ):
        return "strange"
    limited = inside[-1].lemma in words("brands", "heads") and len(inside) > 1
    if limited or _has_odd_characters(inside[:-1]) or any(tag(t) == "ns" for t in inside[:-1]):
        return "strange"
    if any(t.lemma in words("place_abbreviations", "words") for t in inside[:-1]) or is_edition(
        tokens, first
    ):
        return "known" if len(inside) > 2 else ""
    if is_of_scope(inside) or _is_national(inside, types):
        return "known"
    placed = any(tag(t) in KNOWN or is_place_like(t) or _is_of_place(t) for t in inside[:-1])
    return "known" if placed else ""


def _is_national(inside: Sequence[Token], types: tuple[str, ...]) -> bool:
    """«国家第三代半导体技术创新中心»: what the state keeps for a field is called so."""
    field = any(tag(t) == "nf" for t in inside[1:-1])
    return inside[0].lemma == "国家" and field and types[0] in NATIONAL


def is_of_scope(inside: Sequence[Token]) -> bool:
    """«全国博士后创新创业大赛»: a contest or fair of a whole country or of the world, with its subject."""
    types = head_types(inside[-1].lemma)
    held = len(inside) > 2 and "Event" in types and inside[0].lemma in words("place_heads", "scopes")
    joined = len(inside) > 1 and "Association" in types[:1] and inside[0].lemma in words("not_fields", "wide")
    return held or joined


def _is_of_place(token: Token) -> bool:
    """«新会陈皮»: a product that is called after a place."""
    known = known_things().get(token.lemma[:2]) if tag(token) == "nf" and len(token.lemma) > 3 else None
    return known is not None and bool(PLACES & set(known.types))


def _has_odd_characters(inside: Sequence[Token]) -> bool:
    """Two single characters side by side are no common words: 酷飞."""
    pairs = itertools.pairwise(inside)
    return any(len(a.lemma) == len(b.lemma) == 1 and is_odd(a) and is_odd(b) for a, b in pairs)


def is_odd(token: Token) -> bool:
    """Say whether a single character is no word of grammar."""
    return (
        token.text.isalpha() and tag(token)[0] not in "jmqfcpu" and token.lemma not in words("stops", "words")
    )
