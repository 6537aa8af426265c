"""The phrases of a sentence: which hold which, and what the word before makes of each."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Phrase
from baygraph.languages.zh.attributes import named_by_title, of_speakers, with_attributes
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.wide import NOMINATIVE, widened
from baygraph.languages.zh.words import lexicon, words

AFTER = frozenset({"after"})
OCCASION = frozenset({"at"})
HOSTLESS = frozenset({"plural", "anaphor"})


def phrases(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Phrase, ...]:
    """The phrases of a sentence's mentions, in order; those inside another know their host."""
    wide = [widened(text, sentence.tokens, m, mentions) for m in mentions]
    wide = [p for p in wide if not _is_gloss(p, wide)]
    wide = [p._replace(host=_host(p, wide)) for p in wide]
    wide = [of_speakers(p, i, wide) for i, p in enumerate(wide)]
    wide = with_attributes(sentence.tokens, [named_by_title(p, wide) for p in wide])
    return tuple(_marked(sentence.tokens, wide))


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
            if (
                last is not None
                and "with" in roles
                and phrase.first - last.stop == 1
                and last.roles == NOMINATIVE
            ):
                roles = frozenset() if kind_of(phrase.mention.types) == "field" else roles
            if last is not None and not roles and _is_at_places(last, phrase):
                roles = last.roles
            if last is not None and _is_capital(tokens, last, phrase):
                roles = last.roles
            if not roles and last is not None and continues(tokens, last, phrase):
                roles = last.roles
            phrase = phrase._replace(roles=roles or NOMINATIVE)
            last = phrase
        elif phrase.first and tokens[phrase.first - 1].lemma == "驻":
            phrase = phrase._replace(roles=frozenset({"in"}))  # «挪威驻广州总领事»
        out.append(phrase)
    return out


def _is_at_places(last: Phrase, phrase: Phrase) -> bool:
    """«在广州市黄埔区的A»: a site behind the places that it lies in."""
    return last.stop == phrase.first < phrase.mention.first and kind_of(last.mention.types) == "place"


def _is_capital(tokens: Sequence[Token], last: Phrase, phrase: Phrase) -> bool:
    """«葡国首都里斯本»: two places with the finer one's rank between them."""
    between = [t.lemma for t in tokens[last.stop : phrase.first]]
    places = kind_of(last.mention.types) == kind_of(phrase.mention.types) == "place"
    return places and len(between) == 1 and between[0] in words("place_heads", "ranks")


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
    if part == "in" and phrase.stop < len(tokens) and tokens[phrase.stop].lemma in words("beside", "words"):
        part = "other"
    if part == "in" and any(
        t.lemma in words("beside", "under") for t in tokens[phrase.stop : phrase.stop + 1]
    ):
        part = "other"  # «在A支持下»
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
    light = token.lemma in words("light", "words") or token.lemma in words("light", "before")
    return light and token.lemma not in _prepositions() and tag(token) != "v"


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """«A和B»: a conjunction right behind a noun, not at the beginning of a clause."""
    return at > 0 and (
        tag(tokens[at - 1])[0] in "njlsx"
        or tag(tokens[at - 1]) in {"person", "alias", "small"}
        or tokens[at - 1].text in "”》」）)"
    )


def _unmodified(tokens: Sequence[Token], first: int, stop: int) -> int:
    """«A和本地企业B»: what only says of what kind B is does not part the list."""
    at = stop
    while at - 1 > first and (
        tokens[at - 1].lemma in words("light", "words")
        or tokens[at - 1].lemma in words("brands", "of", "kinds")
    ):
        at -= 1
    return at


def _without_team(between: Sequence[Token]) -> Sequence[Token]:
    """«深圳大学机器人团队与B»: who of a body does it."""
    at = next((i for i, t in enumerate(between[:4]) if t.lemma in words("guests", "teams")), -1)
    plain = all(tag(t)[0] == "n" for t in between[:at]) if at > 0 else True
    return between[at + 1 :] if at >= 0 and plain and len(between) > at + 1 else between


def continues(tokens: Sequence[Token], last: Phrase, phrase: Phrase) -> bool:
    """Say whether only marks of a list stand between two phrases of a kind, or nothing."""
    between = _without_team(tokens[last.stop : _unmodified(tokens, last.stop, phrase.first)])
    kinds = {kind_of(last.mention.types), kind_of(phrase.mention.types)}
    if not between:
        return len(kinds) == 1 and "field" not in kinds
    if between[-1].lemma == "的" and between[0].lemma in words("conjunctions", "listing"):
        return len(kinds) == 1 and len(between) <= 12
    joined = any(t.lemma in words("conjunctions", "words") for t in between)
    marks = all(t.lemma in words("conjunctions", "words") or t.text == "，" for t in between)
    mixed = kinds == {"place", "body"} and between[-1].lemma in words("stops", "light_conjunctions")
    return len(between) <= 4 and joined and marks and (len(kinds) == 1 or mixed)
