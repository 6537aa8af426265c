"""Firms without a head noun: by the trade that ends their names, and parts of known ones."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from baygraph.annotation import Mention, Token
from baygraph.languages.en.abstract import is_subject
from baygraph.languages.en.capitals import DASHES, head_types, is_capital
from baygraph.languages.en.finding import Finding, second_names
from baygraph.languages.en.names import PLACES, Around, ProperName
from baygraph.languages.en.persons import titles
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import Hit

PARTED = frozenset({"Company", "ResearchInstitute", "Institution"})  # what has parts elsewhere under its name


@cache
def trades() -> frozenset[str]:
    """Words that end the names of firms («Yetai Machinery», «Kongsberg Maritime»)."""
    return lexicon().words("company", "trades")


def is_trading(tokens: Sequence[Token]) -> bool:
    """«Yetai Machinery»: a name of its own and a trade; «Precision Machinery» is a subject."""
    first = tokens[0]
    if len(tokens) < 2 or tokens[-1].lower not in trades() or not is_capital(first):
        return False
    return not is_subject(first.text) and first.lower not in head_types() and first.lower not in titles()


def is_of_place(rest: Sequence[Token]) -> bool:
    """«Hunan | Emergency Rescue Aviation»: what stands between a place and a trade makes a firm."""
    ends = len(rest) > 1 and rest[-1].lower in trades()
    own = len(rest) > 2 or not is_subject(rest[0].text)
    return ends and own and rest[0].lower not in head_types() and all(is_capital(t) for t in rest)


def part_of_known(found: Finding, name: ProperName | None, hit: Hit, around: Around) -> Mention | None:
    """«Huawei Malaysia», «DJI Agriculture»: a part of a known body, named by its place or trade."""
    if name is None or name.types or name.stop <= hit.stop or not PARTED & set(hit.entry.types[:1]):
        return None
    rest = found.tokens[hit.stop : name.stop]
    place = around.known.get(hit.stop)
    seated = place is not None and place.stop == name.stop and bool(PLACES & set(place.entry.types))
    if not (seated or _is_trade(rest)) or _modifies(found, name.stop):
        return None
    first = hit.first
    part = found.mention(first, name.stop, first, hit.entry.types[:1], "named", "part-of-known")
    return replace(part, aliases=tuple(second_names(found, name.stop)))


def _is_trade(rest: Sequence[Token]) -> bool:
    plain = all(is_capital(t) and t.lower not in titles() for t in rest)
    return plain and rest[-1].lower in trades()


def _modifies(found: Finding, stop: int) -> bool:
    """«the Huawei Shenzhen | campus»."""
    after = found.tokens[stop] if stop < len(found.tokens) else None
    joined = after is not None and after.text in DASHES and after.start == found.tokens[stop - 1].end
    return joined or (after is not None and after.pos == "NOUN")
