"""The whole phrase around a mention, and how it hangs in its sentence: by place or by preposition."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.finding import bracketed
from baygraph.languages.en.job_titles import with_title
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.nouns import ends_seat, is_kind_of_place, is_year, left_edge
from baygraph.languages.en.titles import title_after, title_before
from baygraph.languages.en.togetherness import PREPOSITIONAL, are_alike, group_of, is_house_of, is_site_of
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Phrase

LONGEST_PREPOSITION = 6
GRAIN = {"Country": 0, "Region": 1, "City": 2, "District": 3, "Place": 4}


def phrases(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Phrase, ...]:
    """The phrases of a sentence's mentions, in order; those inside another know their host."""
    tokens = sentence.tokens
    wide = [_widened(tokens, m, mentions) for m in mentions]
    wide = [p._replace(host=_host(p, wide)) for p in wide]
    wide = [_titled(tokens, i, wide) if "Person" in p.mention.types else p for i, p in enumerate(wide)]
    return tuple(_joined(tokens, wide))


def _titled(tokens: Sequence[Token], index: int, found: Sequence[Phrase]) -> Phrase:
    """A person with the office beside the name."""
    inner = (p.mention for p in found if p.host == index and "Field" not in p.mention.types)
    held = {i for m in inner if not m.rule.startswith("office-") for i in range(m.first, m.stop)}
    return with_title(tokens, found[index], held)


def _widened(tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention]) -> Phrase:
    first, stop = _left(tokens, mention, mentions), mention.stop
    if bracketed(tokens, stop) and not any(m.first == stop + 1 and PLACES & set(m.types) for m in mentions):
        stop = next(i for i in range(stop, len(tokens)) if tokens[i].text == ")") + 1
    if "Person" in mention.types:
        stop = (
            title_after(tokens, stop, mentions)
            if first == mention.first or not _has_office(first, mention)
            else stop
        )
    found = frozenset({"nom"}) if _is_subject(tokens, first) else _roles(tokens, first, stop)
    if found <= {"at", "on"} and PLACES & set(mention.types):
        found = frozenset({"in"})
    if mention.kind == "pronoun" and mention.name == "place":
        found = frozenset({"in"})
    if (
        found == {"of"}
        and PLACES & set(mention.types)
        and any(m.stop == first - 1 and PLACES & set(m.types) for m in mentions)
    ):
        found = frozenset({"in"})
    bodies = found == {"of"} or (found == {"at"} and INSTITUTIONS & set(mention.types))
    if bodies and _follows_person(first, mentions) and "Person" not in mention.types:
        found = frozenset({"from"})
    return Phrase(
        mention, first, _over_parent(tokens, mention, stop, mentions), found, plural=mention.kind == "plural"
    )


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """«since we aim to …», «after it opened»: a pronoun in the nominative, whatever stands before."""
    verb = at + 1 < len(tokens) and tokens[at + 1].pos in {"AUX", "VERB"}
    return tokens[at].lower in {"we", "he", "she", "they"} or (tokens[at].lower == "it" and verb)


def _follows_person(first: int, mentions: Sequence[Mention]) -> bool:
    """«Li Zexiang of HKUST»."""
    return any("Person" in m.types and m.stop == first - 1 for m in mentions)


def _over_parent(tokens: Sequence[Token], mention: Mention, stop: int, mentions: Sequence[Mention]) -> int:
    """«the Department of X under the Ministry of Y»: the body above belongs to the phrase."""
    if not INSTITUTIONS & set(mention.types) or stop >= len(tokens) or tokens[stop].lower != "under":
        return stop
    return next((m.stop for m in mentions if 0 < m.first - stop <= 2 and INSTITUTIONS & set(m.types)), stop)


def _has_office(first: int, mention: Mention) -> bool:
    """More than «Mr» before a name."""
    return mention.first - first > 2


def _left(tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention]) -> int:
    if "Person" in mention.types:
        return title_before(tokens, mention.first, mentions)
    others = {
        i
        for m in mentions
        if m is not mention
        and "Field" not in m.types
        and m.kind != "adjective"
        and not _within(m, mention)
        and not _within(mention, m)
        for i in range(m.first, m.stop)
    }
    if PLACES & set(mention.types) and is_kind_of_place(tokens, mention.first - 2):
        return left_edge(tokens, mention.first - 2, others)
    first = _over_seat(tokens, _over_year(tokens, left_edge(tokens, mention.first, others)), mentions)
    first = _over_relation(tokens, first, mention)
    owner = next((m for m in mentions if m.stop == first - 1 and PLACES & set(m.types)), None)
    owned = PLACES & set(mention.types) and first > 1 and tokens[first - 1].text in POSSESSIVE
    return left_edge(tokens, owner.first, ()) if owned and owner is not None else first


def _over_relation(tokens: Sequence[Token], first: int, mention: Mention) -> int:
    """«by | the incubator's owner, Rongyi Venture Services,»: the noun that the name explains."""
    closes = mention.stop >= len(tokens) or tokens[mention.stop].text in {",", "."}
    if first < 4 or tokens[first - 1].text != "," or not closes or not INSTITUTIONS & set(mention.types):
        return first
    noun = singular(tokens[first - 2].lower)
    if noun not in lexicon().table("appositive") and noun not in lexicon().words("relational", "owners"):
        return first
    start = left_edge(tokens, first - 2)
    if start > 1 and tokens[start - 1].text in POSSESSIVE:
        start = left_edge(tokens, start - 2)
    tied = start > 0 and tokens[start - 1].pos in {"ADP", "VERB"}
    return start if tied and tokens[start].pos in {"DET", "PROPN"} else first


def _over_year(tokens: Sequence[Token], first: int) -> int:
    """«at | the 2020 Cooperation Conference»."""
    dated = first > 1 and is_year(tokens[first - 1]) and tokens[first - 2].pos == "DET"
    return first - 2 if dated else first


def _over_seat(tokens: Sequence[Token], first: int, mentions: Sequence[Mention]) -> int:
    """«Guangzhou-based unicorn XAG»: the place belongs to the phrase."""
    at = first - 1
    if not ends_seat(tokens, at):
        return first
    return next((left_edge(tokens, m.first) for m in mentions if m.stop == at - 1), first)


def _within(inner: Mention, outer: Mention) -> bool:
    return outer.first <= inner.first and inner.stop <= outer.stop


def _host(phrase: Phrase, others: Sequence[Phrase]) -> int:
    size = phrase.mention.stop - phrase.mention.first
    holders = [
        (other.stop - other.first, index)
        for index, other in enumerate(others)
        if other.mention is not phrase.mention
        and ("Field" not in other.mention.types or "Field" in phrase.mention.types)
        and other.first <= phrase.mention.first
        and phrase.mention.stop <= other.stop
        and (other.stop - other.first) > size
        and not _within(other.mention, phrase.mention)
    ]
    return min(holders)[1] if holders else -1


@cache
def _prepositions() -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): meaning
        for meaning, phrases_ in lexicon().map("prepositions").items()
        for phrase in phrases_
    }


def _roles(tokens: Sequence[Token], first: int, stop: int = 0) -> frozenset[str]:
    """The meaning of the preposition before a phrase; ``gen`` for an owner; else ``nom`` or ``acc``."""
    if 0 < stop < len(tokens) and tokens[stop].text in POSSESSIVE:
        return frozenset({"gen"})
    before = first
    while before > 0 and tokens[before - 1].pos == "ADV":
        before -= 1
    if before and tokens[before - 1].lower == "on" and _is_particle(tokens, before - 1):
        return frozenset({"acc"})
    for length in range(min(LONGEST_PREPOSITION, before), 0, -1):
        meaning = _prepositions().get(tuple(t.lower for t in tokens[before - length : before]))
        if meaning == "like" and (whole := _listed_noun(tokens, before - length)) >= 0:
            return _roles(tokens, left_edge(tokens, whole))
        if meaning:
            return frozenset({meaning})
    if before > 1 and tokens[before - 1].text in POSSESSIVE:
        return _roles(tokens, left_edge(tokens, before - 2))
    if before and tokens[before - 1].pos == "ADP" and not _is_particle(tokens, before - 1):
        return frozenset({"other"})
    return frozenset({"acc"}) if _after_verb(tokens, first) else frozenset({"nom"})


def _listed_noun(tokens: Sequence[Token], at: int) -> int:
    """The plural noun that «such as» or «including» gives examples of, or -1."""
    at -= 1
    while at > 0 and tokens[at].text == ",":
        at -= 1
    return at if at >= 0 and tokens[at].pos == "NOUN" else -1


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """«set up a centre»: a small word of the verb."""
    if at > 0 and tokens[at].lower == "on" and tokens[at - 1].lemma == "put":
        return True  # «put on a fair»
    return (
        tokens[at].lower in {"up", "out", "off", "down", "over"} and at > 0 and tokens[at - 1].pos == "VERB"
    )


def _after_verb(tokens: Sequence[Token], at: int) -> bool:
    while at > 0 and (tokens[at - 1].pos in {"ADV", "DET", "ADJ", "NUM"} or _is_particle(tokens, at - 1)):
        at -= 1
    return at > 0 and tokens[at - 1].pos == "VERB"


def _joined(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Members of an enumeration share the first one's part; a coarser place behind a comma is an address."""
    lasts: dict[int, Phrase] = {}
    wholes: dict[int, Phrase] = {}  # what a place right behind it is said of, with the place
    closed: dict[int, bool] = {}
    out = list(found)
    for index in sorted(range(len(found)), key=lambda i: (found[i].first, -found[i].stop)):
        phrase, host = found[index], found[index].host
        last = lasts.get(host)
        if last is not None and is_house_of(phrase, last):
            lasts[host] = last._replace(stop=phrase.stop)
            continue
        if last is not None and group_of(last) == "place" and group_of(phrase) == "thing":
            last = wholes.get(host, last)
        wholes.pop(host, None)
        if last is not None and is_site_of(phrase, last):
            wholes[host] = last._replace(stop=phrase.stop)
        joined = last is not None and last.stop <= phrase.first and _continues(tokens, last, phrase)
        joined = joined and last is not None and _is_list(tokens, found, index, last, closed.get(host, False))
        if last is not None and joined:
            closed[host] = _is_conjoined(tokens, last, phrase)
            phrase = phrase._replace(roles=last.roles)
        elif last is not None and _is_address(tokens, phrase, last):
            phrase = phrase._replace(roles=frozenset({"in"}))
        closed[host] = closed.get(host, False) and joined
        lasts[host] = out[index] = phrase
    return out


def _is_address(tokens: Sequence[Token], phrase: Phrase, last: Phrase) -> bool:
    """«Zhongshan, Guangdong Province», «Nansha District, Guangzhou» — no «Guangzhou, Shenzhen and Zhuhai»."""
    between = tokens[last.stop : phrase.first]
    if [t.text for t in between] != [","] or not (
        PLACES & set(phrase.mention.types) and PLACES & set(last.mention.types)
    ):
        return False
    after = tokens[phrase.stop] if phrase.stop < len(tokens) else None
    if "Place" in phrase.mention.types[:1] + last.mention.types[:1] or (
        after is not None and after.pos in {"VERB", "AUX"}
    ):
        return False
    return GRAIN[phrase.mention.types[0]] < GRAIN[last.mention.types[0]] and not _list_goes_on(
        tokens, phrase.stop
    )


def _list_goes_on(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in {"and", "or", "&"}


def _continues(tokens: Sequence[Token], last: Phrase, phrase: Phrase) -> bool:
    between = tokens[last.stop : phrase.first]
    joins = lexicon().words("lists", "joining") | {";"}
    free = not phrase.roles & PREPOSITIONAL and "gen" not in phrase.roles
    return (
        0 < len(between) <= 4 and all(t.lower in joins for t in between) and free and "gen" not in last.roles
    )


def _is_list(
    tokens: Sequence[Token], found: Sequence[Phrase], index: int, last: Phrase, closed: bool
) -> bool:
    """Whether «A, B» goes on to «and C»; two names side by side are no list, nor what follows «A and B,»."""
    comma = any(t.text == "," for t in tokens[last.stop : found[index].first])
    if closed and (comma or not _is_conjoined(tokens, last, found[index])):
        return False
    following = sorted((p for p in found if p.first >= found[index].first), key=lambda p: (p.first, -p.stop))
    for phrase in following:
        if phrase.host != last.host or phrase.first < last.stop:
            continue
        if not _continues(tokens, last, phrase._replace(roles=frozenset())) or not are_alike(last, phrase):
            return False
        if _is_conjoined(tokens, last, phrase):
            return True
        last = phrase
    after = [t.lower for t in tokens[last.stop : last.stop + 3] if t.text != ","]
    return after[:1] == ["and"] and after[1:2] in (["others"], ["other"], ["more"])


def _is_conjoined(tokens: Sequence[Token], last: Phrase, phrase: Phrase) -> bool:
    return any(
        t.pos == "CCONJ" or t.text in {";", "/"} or t.lower == "well"
        for t in tokens[last.stop : phrase.first]
    )
