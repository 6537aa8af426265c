"""Lists under a plural: «A、B、C等7家海外创新中心», «在波士顿和硅谷设立两个工作站», «包括A、B»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages import classes
from baygraph.languages.known import is_abroad
from baygraph.languages.pack import Phrase
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.known_names import PLACES
from baygraph.languages.zh.words import by_word, words

SEATED = classes.SEATED | {"Institution"}
MEMBER = frozenset({"member"})
STATIONS = frozenset({"Workstation", "Platform", "Incubator", "OverseasStation"})


def with_members(text: str, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Add the members of plural phrases, and say of every member which plural it belongs to."""
    out = list(phrases)
    for index, phrase in enumerate(phrases):
        if _is_several(sentence.tokens, phrases, phrase):
            phrase = out[index] = phrase._replace(plural=True, mention=replace(phrase.mention, kind="plural"))
        if phrase.plural:
            made = list(_one_for_each(text, sentence, phrases, index))
            for i, p in enumerate(out):
                if p.host < 0 and any(m.first <= p.mention.first < m.stop for m in made):
                    out[i] = p._replace(roles=MEMBER)
            out += made
            _join_before(sentence.tokens, out, index)
    return tuple(out)


def _is_several(tokens: Sequence[Token], phrases: Sequence[Phrase], phrase: Phrase) -> bool:
    """«在新加坡、东京设立人才工作站»: one in each of the places."""
    described = phrase.mention.kind in {"described", "anaphor"} and SEATED & set(phrase.mention.types[:1])
    return bool(described) and phrase.host < 0 and len(_before_verb(tokens, phrases, phrase)) > 1


def _etc_before(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where 等 stands before the number of a plural phrase, or -1."""
    at = phrase.mention.first - 1
    while at >= 0 and tag(tokens[at])[0] in "mq":
        at -= 1
    return at if at >= 0 and tokens[at].lemma in words("lists", "etc") else -1


def _join_before(tokens: Sequence[Token], out: list[Phrase], plural: int) -> None:
    """«A、B等3家机构»: named things of a kind before 等."""
    end = _etc_before(tokens, out[plural])
    while end > 0:
        found = next(
            (
                i
                for i, p in enumerate(out)
                if p.stop == end and p.host < 0 and p.member_of < 0 and i != plural
            ),
            -1,
        )
        if found < 0 or kind_of(out[found].mention.types) != kind_of(out[plural].mention.types):
            return
        out[found] = out[found]._replace(member_of=plural, roles=MEMBER)
        end = out[found].first - 1
        if end < 0 or tokens[end].lemma not in words("conjunctions", "words"):
            return


def _one_for_each(text: str, sentence: Sentence, phrases: Sequence[Phrase], plural: int) -> Iterator[Phrase]:
    """«以色列特拉维夫—海法、美国波士顿等7家海外创新中心» are as many centres, each in its place."""
    phrase, tokens = phrases[plural], sentence.tokens
    if not SEATED & set(phrase.mention.types[:1]):
        return
    head = text[tokens[phrase.mention.first].start : tokens[phrase.mention.stop - 1].end]
    by_verb = phrase.mention.rule == "station-verb"
    head = phrase.mention.name if by_verb else head
    for first, stop in _places_of(tokens, phrases, phrase):
        where = _own_places(phrases, first, stop)
        if where:
            begin = tokens[where[0].first].start
            name = f"{text[begin : tokens[stop - 1].end]}{head}"
            edges = min(first, phrase.mention.first), max(stop, phrase.mention.stop)
            abroad = is_abroad(where[0].mention.key) and phrase.mention.types[0] in STATIONS
            if by_verb and not abroad:
                continue
            types = ("OverseasStation", *phrase.mention.types) if abroad else phrase.mention.types
            made = Mention(
                sentence.index, *edges, phrase.mention.head, sentence.span(*edges), types,
                "named", name, "one-for-each", 0.85,
            )  # fmt: skip
            yield Phrase(made, first, stop, MEMBER, member_of=plural)


def _places_of(tokens: Sequence[Token], phrases: Sequence[Phrase], plural: Phrase) -> list[tuple[int, int]]:
    """The places of the things that a plural counts: before 等, after 分别位于 or in brackets, one by one."""
    etc = _etc_before(tokens, plural)
    if etc >= 0:
        return list(_items(tokens, phrases, etc))
    start = plural.mention.stop
    for at in range(start, min(start + 3, len(tokens))):
        if tokens[at].lemma in words("lists", "apart"):
            start = at + 1
        elif tokens[at].text != "，":
            break
    found = (
        _run(tokens, phrases, start) if start > plural.mention.stop else _before_verb(tokens, phrases, plural)
    )
    several = len(found) > 1 or plural.mention.rule == "station-verb"
    return found if several else list(_one_by_one(tokens, phrases, plural.mention.stop))


def _before_verb(tokens: Sequence[Token], phrases: Sequence[Phrase], plural: Phrase) -> list[tuple[int, int]]:
    """«在硅谷和慕尼黑新设两个工作站»: the places before the verb, as many as the things."""
    at = plural.mention.first
    while at > 0 and tag(tokens[at - 1])[0] in "mq":
        at -= 1
    if plural.mention.rule == "station-verb":
        return list(_items(tokens, phrases, at))
    at -= at > 1 and tokens[at - 1].lemma == "的"  # «在伦敦、悉尼设立的海外创新中心»
    found = at > 1 and "found" in by_word("cues").get(tokens[at - 1].lemma, ())
    return list(_items(tokens, phrases, at - 1)) if found else []


def _run(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> list[tuple[int, int]]:
    """Places from here on with nothing but marks of a list between."""
    places = {
        i for p in phrases if PLACES & set(p.mention.types) for i in range(p.mention.first, p.mention.stop)
    }
    found: list[tuple[int, int]] = []
    while at < len(tokens) and at in places:
        stop = at
        while stop < len(tokens) and stop in places:
            stop += 1
        found.append((at, stop))
        at = (
            stop + 1
            if stop < len(tokens) and tokens[stop].lemma in words("conjunctions", "words")
            else len(tokens)
        )
    return found


def _one_by_one(tokens: Sequence[Token], phrases: Sequence[Phrase], start: int) -> Iterator[tuple[int, int]]:
    """«…两个工作站，一个在波士顿，一个在硅谷»."""
    for at in range(start, len(tokens) - 2):
        if tokens[at].lemma in words("lists", "one_each") and tokens[at + 1].lemma in words("lists", "apart"):
            yield from _run(tokens, phrases, at + 2)[:1]


def _own_places(phrases: Sequence[Phrase], first: int, stop: int) -> list[Phrase]:
    """The places of one item; of a country and its city the city."""
    found = [p for p in phrases if first <= p.mention.first < stop and PLACES & set(p.mention.types)]
    found.sort(key=lambda p: p.mention.first)
    return [p for p in found if "Country" not in p.mention.types] or found


def _items(tokens: Sequence[Token], phrases: Sequence[Phrase], etc: int) -> Iterator[tuple[int, int]]:
    """The stretches of places between marks of a list, back from 等."""
    places = {
        i for p in phrases if PLACES & set(p.mention.types) for i in range(p.mention.first, p.mention.stop)
    }
    stop = at = etc
    while at > 0:
        at -= 1
        inside = at in places or tokens[at].text in "—–-－"
        if not inside:
            if at + 1 < stop:
                yield at + 1, stop
            if tokens[at].lemma not in words("conjunctions", "words"):
                return
            stop = at
    if stop > 0:
        yield 0, stop
