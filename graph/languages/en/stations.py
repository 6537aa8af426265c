"""What a city keeps abroad, one in each place: «the Lisbon station», «the first, in Basel, …»."""

from collections.abc import Iterator
from dataclasses import replace

from baygraph.annotation import Mention
from baygraph.languages.en.capitals import head_types, is_capital
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import is_abroad

ABROAD = "OverseasStation"
PLAIN = frozenset({"described", "anaphor", "named"})


def stations(found: Finding) -> None:
    """Name stations after their places when the text has spoken of such before."""
    base = found.memory.abroad
    if base:
        found.mentions = [_of_place(found, m, base) for m in found.mentions]
    for mention in found.mentions:
        if ABROAD in mention.types[:1] and mention.kind in {"plural", *PLAIN}:
            base = found.memory.abroad = _base(found, mention)
    if base:
        found.mentions += list(_told(found, base))


def _base(found: Finding, mention: Mention) -> str:
    """«overseas talent workstation»; of a name its head alone («liaison post»)."""
    said = found.tokens[mention.first : mention.head + 1]
    if found.memory.abroad or not (any(map(is_capital, said)) or " in " in mention.name):
        return found.memory.abroad or mention.name
    words = [t.lower for t in said[-2:-1]] + [singular(said[-1].lower)]
    return " ".join(words) if " ".join(words) in head_types() else words[-1]


def _of_place(found: Finding, mention: Mention, base: str) -> Mention:
    """«the Lisbon station», «a station in Lisbon»: the one of those that is there."""
    tokens, head = found.tokens, mention.head
    if mention.kind not in PLAIN | {"plural"} or singular(tokens[head].lower) not in _away():
        return mention
    if mention.kind == "plural":
        return replace(mention, name=base) if mention.name == singular(tokens[head].lower) else mention
    before = next((p for p in _places(found) if p.stop == head and mention.first <= p.first), None)
    bare = head == mention.first and mention.stop == head + 1
    behind = mention.stop + (tokens[head - 1].lower in _ordinals() and tokens[head + 1].text == ",")
    behind *= bare and [t.lower for t in tokens[behind : behind + 1]] == ["in"]
    after = next((p for p in _places(found) if behind and p.first == behind + 1), None)
    place = before or after
    return mention if place is None else _station(found, mention.first, mention.stop, head, base, place)


def _told(found: Finding, base: str) -> Iterator[Mention]:
    """«the first, in Basel», «one in Stuttgart and one in Yokohama», «those in Oslo and Bergen»."""
    tokens = found.tokens
    taken = {i for m in found.mentions for i in range(m.first, m.stop)}
    for place in _places(found):
        at = place.first - 1
        if at < 1 or tokens[at].lower != "in":
            continue
        at -= 1 + (tokens[at - 1].text == "," and at > 1)
        if at in taken:
            continue
        if tokens[at].lower == "those":
            several = found.mention(at, at + 1, at, (ABROAD,), "plural", "station-of-place")
            yield replace(several, name=base)
        elif tokens[at].lower in _ordinals():
            yield _station(found, at, place.stop, at, base, place)


def _station(found: Finding, first: int, stop: int, head: int, base: str, place: Mention) -> Mention:
    name = f"{base} {lexicon().map('lists')['where']} {place.name}"
    made = found.mention(first, stop, head, (ABROAD,), "described", "station-of-place")
    return replace(made, name=name, confidence=0.8)


def _places(found: Finding) -> Iterator[Mention]:
    """The places abroad in a sentence, and the countries that adjectives name."""
    for mention in found.mentions:
        if PLACES & set(mention.types) and (is_abroad(mention.key) or not mention.key):
            yield mention


def _ordinals() -> frozenset[str]:
    return lexicon().words("described", "ordinals")


def _away() -> frozenset[str]:
    return lexicon().words("described", "outposts")
