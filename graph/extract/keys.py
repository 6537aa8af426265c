"""The key of each thing: the local part of its IRI."""

import re
from collections.abc import Mapping, Sequence

from baygraph import gazetteer
from baygraph.extract.naming import vocabulary
from baygraph.extract.signatures import PLACE
from baygraph.extract.things import Gathered, Thing
from baygraph.identity import judgements
from baygraph.identity.keys import Order, described_key, is_specific, name_key, person_key, place_key
from baygraph.identity.names import read_name
from baygraph.languages.pack import Pack
from baygraph.model import Document

CONTINENTS = frozenset({"africa", "america", "asia", "europe", "european-union"})
WORD = re.compile(r"\w+")


def keys_of(
    document: Document, pack: Pack, gathered: Gathered, kept: frozenset[int], years: Mapping[int, str]
) -> Mapping[int, str]:
    """Thing → key, for the things that are published; ``years`` are those of dated events."""
    rules = {t.id: _key(document, pack, t, years.get(t.id, "")) for t in gathered.things if t.id in kept}
    judge = judgements.load().judge
    return {t.id: judge(rules[t.id], t.names).key for t in gathered.things if t.id in kept}


def _key(document: Document, pack: Pack, thing: Thing, year: str) -> str:
    if thing.key:
        return thing.key
    if thing.type == "Person":
        return person_key(thing.name, pack.code)
    if PLACE & {thing.type} and thing.kind != "described":
        return place_key(thing.name, pack.code)
    words = pack.name_words(thing.name)
    if thing.type == "Goal":
        return f"goal-{name_key(words, pack.code, vocabulary())}"
    if thing.type == "Field":
        return name_key(words, pack.code, vocabulary())
    if thing.kind in {"described", "each"} or not _is_specific(pack, thing.name):
        return described_key(document.id, thing.name)
    key = _apart(name_key(words, pack.code, vocabulary()), thing)
    if thing.type != "Event":
        return key
    return _of_year(key, year or (document.issued or "")[:4]) or described_key(document.id, thing.name)


def _apart(key: str, thing: Thing) -> str:
    """A company called as a district is another thing than the district."""
    known = gazetteer.load().by_key(key)
    place = known is not None and bool(PLACE & {*known.types}) and not PLACE & {*thing.types}
    return f"{key}-{thing.type.lower()}" if place else key


def _is_specific(pack: Pack, name: str) -> bool:
    """A name or a number in it, or a word that can only be a name («Лянда»), and not only a wide place's."""
    words = pack.name_words(name)
    named = is_specific(words, pack.code, vocabulary()) or any(map(pack.is_foreign, WORD.findall(name)))
    read = read_name(words, pack.code, vocabulary())
    return named and not _is_anywhere(tuple(part for _, parts in read for part in parts))


def _is_anywhere(parts: Sequence[str]) -> bool:
    """«Europe Center», «Asian factory»: any site or scheme of a country or a continent."""
    orders = [vocabulary().order(part) for part in parts]
    named = [part for part, order in zip(parts, orders, strict=True) if order == Order.NAME]
    others = [order for order in orders if order not in {Order.NAME, Order.LIGHT, Order.SCOPE}]
    return bool(named) and all(map(_is_wide, named)) and bool(others) and all(map(_is_site, others))


def _is_wide(part: str) -> bool:
    """A country, or an area of several."""
    entry = gazetteer.load().by_key(part)
    return part in CONTINENTS or (entry is not None and entry.types[0] == "Country")


def _is_site(order: int) -> bool:
    return order > Order.HEAD + 1


def _of_year(key: str, year: str) -> str:
    """An event comes back: this year's is not last year's; without any year it stays in its document."""
    return key if year and year in key.split("-") else f"{key}-{year}" if year else ""


def measure_key(pack: Pack, measure: str) -> str:
    """The key of what a figure counts."""
    return name_key(pack.name_words(measure), pack.code, vocabulary())
