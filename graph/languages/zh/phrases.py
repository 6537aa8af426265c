"""The whole phrase around a mention: titles of people, brackets, and what the word before makes of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Phrase
from baygraph.languages.zh.heads import NOMINAL, tag
from baygraph.languages.zh.new_words import is_short_for
from baygraph.languages.zh.words import lexicon, words
from baygraph.model import Name

BRACKET = 14  # the longest explanation in brackets that belongs to a name, in tokens
LATIN_MARKS = re.compile(r"[，、；]|[,;] ")
REACH = 6  # how many plain words may stand in a title between a body and the office
NOMINATIVE = frozenset({"nom"})
AFTER = frozenset({"after"})
OCCASION = frozenset({"at"})
HOSTLESS = frozenset({"plural", "anaphor"})
KINDS = {
    "Person": "person", "Field": "field", "Event": "event", "Goal": "goal", "City": "place",
    "Country": "place",
    "Region": "place", "District": "place", "Place": "place", "Program": "program", "Policy": "program",
    "TalentProgram": "program",
}  # fmt: skip


def phrases(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Phrase, ...]:
    """The phrases of a sentence's mentions, in order; those inside another know their host."""
    wide = [_widened(text, sentence.tokens, m, mentions) for m in mentions]
    wide = [p for p in wide if not _is_gloss(p, wide)]
    wide = [p._replace(host=_host(p, wide)) for p in wide]
    return tuple(_marked(sentence.tokens, [_named_by_title(p, wide) for p in wide]))


def _named_by_title(phrase: Phrase, others: Sequence[Phrase]) -> Phrase:
    """«国际合作处处长祝青岚»: the body of an office is a body of its own, however plain its name."""
    mention = phrase.mention
    host = others[phrase.host].mention if phrase.host >= 0 else None
    if host is None or "Person" not in host.types or mention.kind != "described":
        return phrase
    if mention.stop - mention.first < 2 or kind_of(mention.types) != "body":
        return phrase
    return phrase._replace(mention=replace(mention, kind="named"))


def _widened(text: str, tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention]) -> Phrase:
    first, stop = mention.first, mention.stop
    if "Person" in mention.types:
        first = _title_before(text, tokens, first, mentions)
        while stop < len(tokens) and tokens[stop].lemma in words("titles", "words"):
            stop += 1
    inner = any(
        m.first <= mention.first and m.span.covers(mention.span) and m.span != mention.span
        for m in mentions
        if "Person" not in m.types
    )
    stop, names = (stop, ()) if inner else bracket(text, tokens, stop)
    mention = replace(mention, aliases=(*mention.aliases, *names)) if names else mention
    return Phrase(mention, first, stop, NOMINATIVE, plural=mention.kind == "plural")


def _title_before(text: str, tokens: Sequence[Token], name: int, mentions: Sequence[Mention]) -> int:
    """The left edge of «深圳市委常委、常务副市长» before a name; without an office there is no title."""
    bodies = [m for m in mentions if "Person" not in m.types and m.stop <= name]
    ends = {_end_of_body(text, tokens, m): m.first for m in sorted(bodies, key=lambda m: -m.first)}
    at = firm = name
    while at > 0 and firm - at <= REACH:
        token, office = tokens[at - 1], tokens[at - 1].lemma in words("titles", "words")
        if office:
            at = firm = at - 1
        elif firm == name:
            break
        elif at in ends:
            at = firm = ends[at]
            while at in ends:
                at = firm = ends[at]
            if at == 0 or tokens[at - 1].lemma not in words("titles", "joining"):
                return firm
        elif (token.lemma in words("titles", "joining") and firm == at) or tag(token) in NOMINAL | {
            "nf",
            "f",
            "v",
        }:
            at -= 1
        else:
            break
    return firm


def _end_of_body(text: str, tokens: Sequence[Token], body: Mention) -> int:
    """Where a body's name ends, with the place in brackets behind it: 中国矿业大学（北京）."""
    stop = body.stop
    placed = stop + 2 < len(tokens) and tokens[stop].text in "（(" and tokens[stop + 2].text in "）)"
    if placed and tag(tokens[stop + 1]) == "nk" and "University" in body.types:
        return stop + 3
    return bracket(text, tokens, stop)[0]


def bracket(text: str, tokens: Sequence[Token], stop: int) -> tuple[int, tuple[Name, ...]]:
    """«（HKUST）», «（下称“省实验室”）»: another name of what stands before the bracket."""
    if stop >= len(tokens) or tokens[stop].text not in "（(":
        return stop, ()
    close = next((i for i in range(stop + 1, min(len(tokens), stop + BRACKET)) if tokens[i].text in "）)"), 0)
    inside = tokens[stop + 1 : close]
    if not inside:
        return stop, ()
    opened = next((i for i, t in enumerate(inside[:3]) if t.lemma in words("abbreviation", "openers")), -1)
    inside = inside[opened + 1 :]
    inner = text[inside[0].start : inside[-1].end].strip('为為：:“”"「」『』 ') if inside else ""
    latin = [n.strip() for n in LATIN_MARKS.split(inner)]
    if inner and len(inner) <= 60 and all(_is_latin_name(n) for n in latin):
        return close + 1, tuple(Name(n, "en") for n in latin)
    before = "".join(t.lemma for t in tokens[max(0, stop - 12) : stop])
    glossed = tag(inside[0]) == "alias" if len(inside) == 1 else False
    if (
        not inner
        or len(inner) > 60
        or not (opened >= 0 or (glossed and is_short_for(inside[0].lemma, before)))
    ):
        return stop, ()
    names = (inner, inner.lstrip("0123456789")) if inner[:4].isdigit() else (inner,)
    return close + 1, tuple(Name(n, "zh") for n in names if n)


def _is_latin_name(name: str) -> bool:
    """Letters, one of them a capital."""
    return name.isascii() and any(c.isupper() for c in name) and not name[:1].isdigit()


def _is_gloss(phrase: Phrase, others: Sequence[Phrase]) -> bool:
    """A mention inside the bracket that gives another mention a second name is that name."""
    first = phrase.mention.first
    return any(o is not phrase and o.mention.aliases and o.mention.stop < first < o.stop for o in others)


def _host(phrase: Phrase, others: Sequence[Phrase]) -> int:
    """The smallest name or person's phrase that holds this one."""
    span = phrase.mention.span
    holders = []
    for index, other in enumerate(others):
        person = "Person" in other.mention.types
        within = (
            other.first <= phrase.mention.first and phrase.mention.stop <= other.stop
            if person
            else other.mention.span.covers(span)
        )
        if (
            other.mention is not phrase.mention
            and other.mention.span != span
            and within
            and (person or other.mention.kind not in HOSTLESS)
        ):
            holders.append((other.stop - other.first, index))
    return _next_body(phrase, others, min(holders)[1]) if holders else -1


def _next_body(phrase: Phrase, others: Sequence[Phrase], host: int) -> int:
    """In a title the body before another one is that body's (特区政府 in 特区政府发展局局长)."""
    if "Person" not in others[host].mention.types or kind_of(phrase.mention.types) != "body":
        return host
    follows = (
        i for i, o in enumerate(others)
        if o.mention.first == phrase.stop
        and kind_of(o.mention.types) == "body"
        and o.stop <= others[host].stop
    )  # fmt: skip
    return next(follows, host)


def _marked(tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """Give each outer phrase the part that the word before it says; a list shares its first one's."""
    out: list[Phrase] = []
    last: Phrase | None = None
    for phrase in found:
        if phrase.host < 0:
            roles = marker(tokens, phrase)
            if "in" in roles and last is not None and _is_beside(tokens, last, phrase):
                roles = frozenset({"loc"})
            if not roles and last is not None and continues(tokens, last, phrase):
                roles = last.roles
            phrase = phrase._replace(roles=roles or NOMINATIVE)
            last = phrase
        out.append(phrase)
    return out


def _is_beside(tokens: Sequence[Token], last: Phrase, phrase: Phrase) -> bool:
    """«A在B签约»: where A does something, which need not be where it is."""
    between = tokens[last.stop : phrase.first]
    return 0 < len(between) <= 3 and between[-1].lemma in words("prepositions_plain", "words")


@cache
def _prepositions() -> dict[str, str]:
    return {w: part for part, listed in lexicon().map("prepositions").items() for w in listed.split()}


def marker(tokens: Sequence[Token], phrase: Phrase) -> frozenset[str]:
    """What the preposition or verb of place before a phrase makes of it; nothing where there is none."""
    if "Event" in phrase.mention.types and _is_occasion(tokens, phrase):
        after = (
            tokens[phrase.stop].lemma in words("occasions", "after") if phrase.stop < len(tokens) else False
        )
        return AFTER if after else OCCASION
    at = phrase.first
    while at > 0 and (tokens[at - 1].text in "“「《" or _is_light(tokens[at - 1])):
        at -= 1
    if at > 1 and tokens[at - 1].lemma == "的":
        at = _before_attribute(tokens, at - 1)
    part = _prepositions().get(tokens[at - 1].lemma, "") if at else ""
    if (
        part == "with"
        and tokens[at - 1].lemma in words("stops", "light_conjunctions")
        and _joins(tokens, at - 1)
    ):
        return frozenset()
    if part == "in" and "Event" in phrase.mention.types:
        part = "at"
    return frozenset({part}) if part else frozenset()


def _is_occasion(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """«仪式上，A与B签约», «会上»: when something is done."""
    if phrase.mention.rule == "definite-event":
        return True
    return phrase.stop < len(tokens) and tokens[phrase.stop].lemma in words("occasions", "words")


def _before_attribute(tokens: Sequence[Token], at: int) -> int:
    """«在珠江口西岸的B»: back over the words that describe what follows 的, to a word of place."""
    first = at
    while (
        first > 0
        and at - first < 5
        and tag(tokens[first - 1])[0] in "nfasjb"
        and tag(tokens[first - 1]) != "nk"
    ):
        first -= 1
    return first if first and _prepositions().get(tokens[first - 1].lemma) == "in" else at + 1


def _is_light(token: Token) -> bool:
    return token.lemma in words("light", "words") and token.lemma not in _prepositions() and tag(token) != "v"


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """«A和B»: a conjunction right behind a noun, not at the beginning of a clause."""
    return at > 0 and (
        tag(tokens[at - 1])[0] in "njlsx"
        or tag(tokens[at - 1]) in {"person", "alias", "small"}
        or tokens[at - 1].text in "”》」）)"
    )


def continues(tokens: Sequence[Token], last: Phrase, phrase: Phrase) -> bool:
    """Say whether only marks of a list stand between two phrases of a kind, or nothing."""
    between = tokens[last.stop : phrase.first]
    kinds = {kind_of(last.mention.types), kind_of(phrase.mention.types)}
    if not between:
        return len(kinds) == 1
    joined = any(t.lemma in words("conjunctions", "words") for t in between)
    marks = all(t.lemma in words("conjunctions", "words") or t.text == "，" for t in between)
    mixed = kinds == {"place", "body"} and between[-1].lemma in words("stops", "light_conjunctions")
    return len(between) <= 4 and joined and marks and (len(kinds) == 1 or mixed)


def kind_of(types: Sequence[str]) -> str:
    """What may stand in one list: people, places, fields, events, bodies, programmes."""
    return KINDS.get(types[0], "body") if types else "body"
