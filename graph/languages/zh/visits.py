"""Visits: what a delegation does in a place, what somebody travels to a place for."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Token
from baygraph.languages.zh.finding import Finding
from baygraph.languages.zh.known_names import PLACES
from baygraph.languages.zh.words import words

NEAR = 4  # tokens between the verb and the place
GROUP = 10  # tokens between the delegation and the verb
Place = tuple[int, int]


def visits(found: Finding) -> None:
    """Make an event of each delegation that goes somewhere, and of each journey that has a purpose."""
    tokens = found.sentence.tokens
    for at, token in enumerate(tokens):
        goes = token.lemma in words("visits", "going")
        if not goes and token.lemma not in words("visits", "verbs"):
            continue
        place = _place_behind(found, at)
        if place is None or (found.stands_at(at) and not goes):
            continue
        group = _group_before(found, at)
        if group is not None:
            found.mentions[found.mentions.index(group)] = _going(found, group, "" if goes else token.text)
        elif goes and place[1] < len(tokens) and tokens[place[1]].lemma in words("visits", "purposes"):
            span = found.sentence.span(at, place[1] + 1)
            name = found.text[span.start : span.end]
            found.add(at, at + 1, at, ("Event",), "described", "visit", name=name)
    _journeys(found)


def _going(found: Finding, group: Mention, verb: str) -> Mention:
    """«三十五人考察团前赴A»: who are counted are the members of one delegation."""
    counted = group.kind == "plural"
    name = found.sentence.tokens[group.head].text if counted else group.name
    verb = "" if group.rule == "suffix-quoted" else verb  # «“互访计划”首团走访A»
    kind = "described" if counted else group.kind
    return replace(group, rule="visit", name=name + verb, kind=kind, types=("Event",))


def _place_behind(found: Finding, at: int) -> Place | None:
    """Where the list of places behind a verb begins and ends."""
    places = sorted((m.first, m.stop) for m in found.mentions if m.types[0] in PLACES and m.first > at)
    if not places or places[0][0] - at > NEAR - 1:
        return None
    first, stop = places[0]
    for begin, end in places[1:]:
        if begin - stop > 1 or (
            begin > stop and found.sentence.tokens[stop].lemma not in words("conjunctions", "words")
        ):
            break
        stop = max(stop, end)
    return first, stop


def _group_before(found: Finding, at: int) -> Mention | None:
    """The delegation that goes, in the clause before the verb; one that is met or welcomed does not."""
    tokens, ends = found.sentence.tokens, tuple(words("visits", "delegations"))
    begin = max((i + 1 for i in range(max(0, at - 24), at) if tokens[i].text in "。；："), default=0)
    groups = [
        m for m in found.mentions
        if begin <= m.first and m.stop <= at
        and tokens[m.head].lemma.endswith(ends) and not _is_met(tokens, m)
    ]  # fmt: skip
    return groups[-1] if groups and at - groups[-1].stop < GROUP else None


def _is_met(tokens: Sequence[Token], group: Mention) -> bool:
    before = tokens[group.first - 1].lemma if group.first else ""
    return before in words("visits", "met") or before == "了"


def _journeys(found: Finding) -> None:
    """«为期五天的北欧访问», «结束对意大利的访问»: the noun of a visit behind its place."""
    tokens = found.sentence.tokens
    for m in [m for m in found.mentions if m.types[0] in PLACES and m.kind == "known"]:
        at = m.stop + (m.stop < len(tokens) and tokens[m.stop].lemma == "的")
        noun = at < len(tokens) and tokens[at].lemma in words("visits", "nouns")
        before = tokens[m.first - 1].lemma if m.first else ""
        if noun and before in words("visits", "before_nouns") and not found.stands_at(at):
            span = found.sentence.span(m.first, at + 1)
            name = found.text[span.start : span.end]
            found.add(at, at + 1, at, ("Event",), "described", "visit", name=name)
