"""The whole phrase around a mention, and how it may hang on a verb or noun: its case or preposition."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Phrase
from baygraph.languages.ru.appositions import names_several, with_appositions
from baygraph.languages.ru.coordination import CASES, GENITIVE, joined, kind_of
from baygraph.languages.ru.known_names import place_of_adjective
from baygraph.languages.ru.phrases import (
    OPENING,
    adjectival,
    after_two,
    attributes_before,
    is_latin_name,
    maker_before,
    nouns,
)
from baygraph.languages.ru.places import place_heads
from baygraph.languages.ru.prepositions import (
    ends_preposition,
    part_of_phrase,
    through_opening,
    through_people,
)
from baygraph.languages.ru.pronouns import roles_of
from baygraph.languages.ru.titles import is_title, title_after, title_before
from baygraph.languages.ru.wording import dictionary_form
from baygraph.languages.ru.words import head_nouns, lexicon, words
from baygraph.model import Name

BRACKET = 10  # the longest explanation in brackets that belongs to a name, in tokens


class Around(NamedTuple):
    """Where the names of people begin and end, the tokens of other names, and names that end longer ones."""

    starts: Sequence[int]
    ends: Sequence[int]
    names: frozenset[int]
    inner: frozenset[tuple[int, int]]


def phrases(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Phrase, ...]:
    """The phrases of a sentence's mentions, in order; those inside another know their host."""
    people = [m for m in mentions if "Person" in m.types]
    names = frozenset(
        i
        for m in mentions
        if "Person" not in m.types
        for i in range(m.first, _bracket(text, sentence.tokens, m.stop)[0])
    )
    long: dict[int, int] = {}
    for m in mentions:
        if m.kind in {"known", "named"}:
            long[m.stop] = min(m.first, long.get(m.stop, m.first))
    inner = frozenset((m.first, m.stop) for m in mentions if long.get(m.stop, m.first) < m.first)
    around = Around(tuple(m.first for m in people), tuple(m.stop for m in people), names, inner)
    wide = [_widened(text, sentence, m, around) for m in mentions]
    if glossed := [p for p in wide if p.mention.aliases]:
        wide = [p for p in wide if not _is_gloss(p, glossed)]
    wide = with_appositions(sentence.tokens, wide)
    wide = [p._replace(host=host) if (host := _host(p, wide)) != p.host else p for p in wide]
    return tuple(joined(sentence.tokens, wide))


def _widened(text: str, sentence: Sentence, mention: Mention, around: Around) -> Phrase:
    tokens = sentence.tokens
    if mention.kind == "relative":
        return Phrase(mention, mention.first, mention.stop, GENITIVE, cases=GENITIVE)
    if mention.kind == "pronoun":
        cases = roles_of(tokens, mention.first)
        return Phrase(
            mention, mention.first, mention.stop, part_of_phrase(tokens, mention.first) or cases, cases=cases
        )
    first = _left(tokens, mention, around)
    if mention.kind == "plural" and (few := after_two(tokens, mention.head)) >= 0:
        counted = frozenset({"nom", "acc"})
        return Phrase(mention, few, mention.stop, counted, plural=True, cases=counted)
    stop, names = _bracket(text, tokens, mention.stop)
    inner = mention.kind == "known" or "Field" in mention.types
    if inner and (mention.first, mention.stop) in around.inner:
        stop, names = mention.stop, ()
    if "Person" in mention.types and not all(_is_persons(name.text) for name in names):
        stop, names = mention.stop, ()
    if "Person" in mention.types:
        end = title_after(tokens, stop, around.names)
        stop = stop if any(stop <= start <= end for start in around.starts) else end
    mention = replace(mention, aliases=(*mention.aliases, *names)) if names else mention
    cases = _cases(tokens, first, mention)
    whole, first = first, _after_participles(tokens, first, mention)
    opened = "gen" in cases  # «на церемонии открытия ректор сказал»: a nominative is nobody's opening
    said = (opened and through_opening(tokens, whole)) or cases
    depends = GENITIVE if _depends(tokens, first, mention, said) else said
    roles = through_people(tokens, whole) or part_of_phrase(tokens, whole, opened) or depends
    title = _title(text, tokens, first, mention, around) if "Person" in mention.types else ""
    return Phrase(mention, first, stop, roles, plural=mention.kind == "plural", cases=cases, title=title)


def _after_participles(tokens: Sequence[Token], first: int, mention: Mention) -> int:
    """«возглавляющий Университет …»: a participle before a name is no part of its phrase."""
    while (
        first < mention.first
        and "Person" not in mention.types
        and any(r.form == "part" and r.pos == "VERB" for r in tokens[first].readings)
        and tokens[first].lemma not in words("light", "adjectives")
    ):
        first += 1
    return first


def _depends(tokens: Sequence[Token], first: int, mention: Mention, cases: frozenset[str]) -> bool:
    """«подразделение AstraZeneca»: an uninflected name right after a common noun is its genitive."""
    before = tokens[first - 1] if first else None
    return (
        before is not None
        and cases == CASES
        and "Person" not in mention.types
        and before.pos == "NOUN"
        and before.lemma not in lexicon().map("light_verbs")  # «приняли участие A и B»
        and before.text[0].isalpha()
    )


def _title(text: str, tokens: Sequence[Token], first: int, mention: Mention, around: Around) -> str:
    """The office before a name in dictionary form, up to the body it is held in."""
    first += tokens[first].lower in words("possessives", "words")
    stop = next((i for i in range(first, mention.first) if i in around.names), mention.first)
    stop = stop - 1 if stop > first and tokens[stop - 1].pos == "ADP" else stop
    head = next((i for i in range(first, stop) if is_title(tokens[i])), None)
    return "" if head is None else dictionary_form(text, tokens, first, head, stop, False)


def _left(tokens: Sequence[Token], mention: Mention, around: Around) -> int:
    if "Person" in mention.types:
        floor = max((stop for stop in around.ends if stop <= mention.first), default=0)
        return title_before(tokens, mention.first, floor, around.names)
    first = attributes_before(tokens, mention.head)[0] if nouns(tokens[mention.head]) else mention.first
    if "Field" in mention.types:
        return min(first, mention.first)
    if mention.kind == "known" and tokens[first].lower in words("possessives", "words"):
        return mention.first  # «Учредили её Чжухай и …»
    if mention.kind == "known" and first < mention.first and mention.stop - mention.first == 1:
        own = _inflected(tokens[mention.first], mention.name)  # «принятый Чжухаем план»
        first = first if own & {a.case for a in adjectival(tokens[first])} else mention.first
    first = min(first, mention.first)
    if first and "Event" in mention.types and not tokens[first - 1].text.strip("IVXLC"):
        first -= 1  # «на IV Выставке»
    return _appositive(tokens, _over_adjective(tokens, first), mention)


def _over_adjective(tokens: Sequence[Token], first: int) -> int:
    """«японская Hamamatsu», «разработчик катеров «А»»: what stands before a name that does not inflect."""
    plain = tokens[first].text.isascii() or tokens[first].text in OPENING
    before = tokens[first - 1] if first and plain else None
    if before and place_of_adjective(before.stem) and adjectival(before):
        return first - 1
    maker = maker_before(tokens, first) if tokens[first].text in OPENING else -1
    return attributes_before(tokens, maker)[0] if maker >= 0 else first


@cache
def _appositive_heads(place: bool) -> frozenset[str]:
    heads = words("generic", "appositive") | words("generic", "heads")
    places = frozenset(place_heads())
    return places if place else heads | places


def _appositive(tokens: Sequence[Token], first: int, mention: Mention) -> int:
    """«города Уси», «группой Leaguer», «гигант AstraZeneca»: a common noun that a name explains."""
    if first == 0:
        return first
    before = tokens[first - 1]
    if ends_preposition(tokens, first):
        return first  # «по инициативе Huawei»
    heads = _appositive_heads(kind_of(mention.types) == "place")
    cases = {r.case for r in before.readings if r.pos == "NOUN" and r.lemma in heads}
    name = tokens[mention.head]
    known = mention.kind == "known" and mention.stop - mention.first == 1
    own = set(_inflected(name, mention.name)) if known else {r.case for r in nouns(name)}
    own -= {"acc"} if "gen" in own and "nom" not in own else set()
    free = not own or name.text.isascii() or ("nom" in own and any(r.pos == "PROPN" for r in name.readings))
    if cases and (free or cases & own):
        return attributes_before(tokens, first - 1)[0]
    return first


def _bracket(text: str, tokens: Sequence[Token], stop: int) -> tuple[int, tuple[Name, ...]]:
    """«… (HKUST)», «… (Lei Yuelong)», «… («Лихэ кэчуан»)»: another name of what stands before the bracket."""
    if stop >= len(tokens) or tokens[stop].text != "(":
        return stop, ()
    end = next((i for i in range(stop + 1, min(len(tokens), stop + BRACKET)) if tokens[i].text == ")"), 0)
    inside = tokens[stop + 1 : end]
    if not end or not inside or not _names_something(inside):
        return stop, ()
    inner = text[inside[0].start : inside[-1].end]
    inner = inner.split("— ")[-1].strip('«»“”" ')
    return end + 1, (Name(inner, "en" if inner.isascii() else "ru"),)


def _is_persons(text: str) -> bool:
    """«(Lei Yuelong)», but «(HKUST)» is where somebody works."""
    return len(text.split()) > 1 and all(word.isascii() and word.istitle() for word in text.split())


def _names_something(inside: Sequence[Token]) -> bool:
    latin = all(t.text.isascii() for t in inside) and any(is_latin_name(t) for t in inside)
    acronym = len(inside) == 1 and inside[0].text.isupper()
    acronym = acronym and inside[0].text not in words("brackets", "places")
    announced = inside[0].lower in words("brackets", "announcing")
    return latin or acronym or announced or inside[0].text in '«“"'


def _is_gloss(phrase: Phrase, glossed: Sequence[Phrase]) -> bool:
    """A mention inside the bracket that gives another mention a second name is that name."""
    first = phrase.mention.first
    return any(o is not phrase and o.mention.stop < first and phrase.mention.stop < o.stop for o in glossed)


def _host(phrase: Phrase, others: Sequence[Phrase]) -> int:
    holders = [
        (other.stop - other.first, index)
        for index, other in enumerate(others)
        if other.mention is not phrase.mention
        and other.first <= phrase.mention.first
        and phrase.mention.stop <= other.stop
        and (other.stop - other.first) > (phrase.mention.stop - phrase.mention.first)
    ]
    return min(holders)[1] if holders else -1


def _cases(tokens: Sequence[Token], first: int, mention: Mention) -> frozenset[str]:
    """The cases that all words from the phrase's left edge to the mention's head allow."""
    if mention.kind == "known" and mention.stop - mention.first == 1 and first == mention.first:
        return _inflected(tokens[first], mention.name)
    if "Person" in mention.types and first == mention.first and (own := _of_person(tokens, mention)):
        return own
    head = next((i for i in range(first, mention.head + 1) if nouns(tokens[i])), None)
    if head is None and "Person" in mention.types:
        return frozenset(r.case for r in adjectival(tokens[mention.head])) or CASES
    if head is None or (tokens[mention.first].text in OPENING and mention.head == mention.first == first):
        before = adjectival(tokens[first]) if first < mention.first else ()
        return frozenset(r.case for r in before if r.case) or CASES
    agreeing = [r for r in attributes_before(tokens, head, first)[1] if r.case]
    agreeing = [r for r in agreeing if r.lemma in head_nouns()] or agreeing
    if (
        mention.kind != "plural"
        and mention.rule not in {"quoted-title", "listed-name"}
        and not (names_several(tokens, head, mention.stop))
    ):
        agreeing = [r for r in agreeing if r.number != "pl"] or agreeing
    found = frozenset(r.case for r in agreeing)
    if first and is_number(tokens[first - 1]) and found & {"gen", "acc", "nom"}:
        return frozenset({"nom", "acc"})
    return found or CASES


def _of_person(tokens: Sequence[Token], mention: Mention) -> frozenset[str]:
    """«Син Фэна»: the cases of a name's last word, whose dictionary form is known."""
    last = mention.name.split()[-1].lower().replace("ё", "е")
    readings = tokens[mention.stop - 1].readings
    found = frozenset(r.case for r in readings if r.lemma == last and r.case)
    return found if tokens[mention.stop - 1].lower != last else frozenset()


def is_number(token: Token) -> bool:
    """A number in digits, or a numeral in the nominative or accusative («двадцать», «две»)."""
    numeral = [r for r in token.readings if r.pos == "NUM"]
    return bool(numeral) and any(r.case in {"", "nom", "acc"} for r in numeral)


def _inflected(token: Token, name: str) -> frozenset[str]:
    """The cases of a one-word name whose dictionary form is known."""
    base = name.lower().replace("ё", "е")
    found = frozenset(r.case for r in token.readings if r.lemma == base and r.case)
    found -= {"acc"} if "gen" in found and token.lower != base else frozenset()  # «Чжухая»: no accusative
    common = any(r.pos == "NOUN" for r in token.readings)
    return (
        found
        or frozenset(r.case for r in nouns(token) if r.case and (r.pos == "NOUN" or not common))
        or CASES
    )
