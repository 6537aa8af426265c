"""Mentions by noun phrase: a head noun of a known kind with its adjectives, genitives and proper name."""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from baygraph.annotation import Reading, Token
from baygraph.languages import classes
from baygraph.languages.ru.chains import Blocked, Chain, chain
from baygraph.languages.ru.kinds import by_modifier, by_words
from baygraph.languages.ru.known_names import place_of_adjective
from baygraph.languages.ru.morphology import readings
from baygraph.languages.ru.phrases import (
    after_two,
    attributes_before,
    latin_end,
    maker_before,
    name_in_quotes,
    nouns,
)
from baygraph.languages.ru.words import lexicon, self_named, words

DESCRIBABLE = classes.DESCRIBABLE | {"GovernmentBody"}


WHOLES = frozenset(
    [
        "Institution",
        "University",
        "ResearchInstitute",
        "Company",
        "Park",
        "Laboratory",
        "Incubator",
        "Association",
    ]
)

PARTS = WHOLES | frozenset(
    ["Event", "Facility", "Platform", "Workstation", "GovernmentBody", "OverseasStation"]
)


PRODUCT = ("Project",)


class Head(NamedTuple):
    """A noun phrase found around a head noun."""

    first: int
    core: int
    head: int
    stop: int
    types: tuple[str, ...]
    cases: frozenset[str]
    plural: bool
    quoted: tuple[int, int] | None
    lemma: str


@cache
def head_types() -> dict[str, tuple[str, ...]]:
    """Head noun → the classes that it may name."""
    return lexicon().table("heads")


@cache
def anaphora() -> dict[str, tuple[str, ...]]:
    """Short definite noun → the classes of what it may stand for."""
    return lexicon().table("anaphora")


def sort_of(lemma: str) -> tuple[str, ...]:
    """The classes that a noun tells of a name beside it, or none."""
    return head_types().get(lemma) or (PRODUCT if lemma in words("generic", "products") else ())


def is_possessed(tokens: Sequence[Token], found: Head) -> bool:
    """«её администрация», «его филиал»: a part of a body, spoken of for the first time."""
    before = tokens[found.first - 1].lower if found.first else ""
    own = before in words("possessives", "words") or any(
        t.lower in words("possessives", "words") or t.lemma in words("possessives", "own")
        for t in tokens[found.first : found.head]
    )
    return own and found.lemma in words("possessives", "parts")


def _may_head(lemma: str) -> bool:
    return lemma in head_types() or lemma in anaphora() or lemma in words("generic", "products")


@cache
def _continuations() -> dict[str, frozenset[str]]:
    return {cls: frozenset(words) for cls, words in lexicon().map("continues").items()}


@cache
def _own_prepositions() -> dict[str, frozenset[str]]:
    return {head: frozenset(found.split()) for head, found in lexicon().map("continues_by_head").items()}


@cache
def light() -> frozenset[str]:
    """Adjectives that are no part of a name."""
    return words("light", "adjectives")


SHORT = 5  # letters of the longest acronym that heads a name


@lru_cache(maxsize=100_000)
def _heading(word: str) -> Reading | None:
    """The reading of a word as a noun that can head a name."""
    if word.isupper() and len(word) > SHORT:  # «ИСТОЧНИК The Organizing …»
        return None
    nominal = {"NOUN", "PROPN", "X"} if word.isupper() else {"NOUN"}  # «АЭС», «ОЭЗ»
    found = (r for r in readings(word) if r.pos in nominal)
    return next((h for r in found for h in (r, _unprefixed(r)) if _may_head(h.lemma)), None)


def _unprefixed(reading: Reading) -> Reading:
    """«бизнес-форум», «пресс-канцелярия»: what follows the hyphen is the head."""
    return reading._replace(lemma=reading.lemma.rpartition("-")[2])


def head_at(tokens: Sequence[Token], at: int, blocked: Blocked) -> Head | None:
    """The noun phrase whose head is this token, if the token can head a name."""
    noun = _heading(tokens[at].text)
    if noun is None or at in blocked.closed or _names_nothing(tokens, at, noun.lemma):
        return None
    product = not {noun.lemma} & {*head_types(), *anaphora()}
    if product and not _has_own_name(tokens, at + 1, blocked):
        return None
    floor = max([i + 1 for i in blocked.closed if i < at], default=0)
    first, possible = attributes_before(tokens, at, floor)
    few = after_two(tokens, at)
    first = few if few >= floor else first
    agreeing = [r for r in possible if r.lemma == noun.lemma] or [noun]
    types = sort_of(noun.lemma) or anaphora()[noun.lemma]
    right = _to_the_right(tokens, at, noun.lemma, types, blocked)
    core = _core(tokens, first, at, bool(right.quoted), noun.lemma in self_named())
    if noun.lemma in words("numbered", "heads"):
        core = next((i for i in range(first, at) if tokens[i].lemma in words("numbered", "ordinals")), core)
    types = by_words(tokens, core, at, right.stop, noun.lemma) or by_modifier(tokens[first:at], types)
    if noun.lemma in words("generic", "hired") and right.quoted and right.quoted[0] == at + 1:
        types = ("Company",)  # «бюро «Форма»»
    many = few >= floor or all(r.number == "pl" for r in agreeing) or _is_made_plural(tokens, first, agreeing)
    plural = many and not product and noun.lemma not in words("plural_only", "words")
    return Head(
        first,
        core,
        at,
        right.stop,
        types,
        frozenset(r.case for r in agreeing),
        plural,
        right.quoted,
        noun.lemma,
    )


def _has_own_name(tokens: Sequence[Token], at: int, blocked: Blocked) -> bool:
    """«лазер «Лотос»», «спутники A-1», but «приборы Delta Motors», «робот KUKA»: no company behind it."""
    if name_in_quotes(tokens, at):
        return maker_before(tokens, at) < 0
    end = latin_end(tokens, at)
    short = end == at + 1 or any(c.isdigit() for t in tokens[at:end] for c in t.text)
    known = blocked.whole.get(at) == end or (end and tokens[at].lower in words("latin", "common"))
    return bool(end) and short and not known and maker_before(tokens, at) < 0


def _to_the_right(
    tokens: Sequence[Token], at: int, lemma: str, types: Sequence[str], blocked: Blocked
) -> Chain:
    """Where the name goes on to behind its head."""
    if lemma in words("apart", "heads"):
        return Chain(at + 1, None)
    right = chain(tokens, at, _prepositions(types) | _own_prepositions().get(lemma, frozenset()), blocked)
    ends = at + 1 < right.stop and at + 1 not in blocked.whole and not right.quoted
    ends = ends and tokens[at + 1].lemma in words("ends_name", "adjectives")
    if ends and tokens[at + 1].lower not in words("titles", "in_honour"):
        return right._replace(stop=at + 1)
    return right


def _is_made_plural(tokens: Sequence[Token], first: int, agreeing: Sequence[Reading]) -> bool:
    """«открыл станции», «подписаны соглашения»: right after a verb of making or a plural of what is done."""
    verb = tokens[first - 1] if first else None
    makes = (
        verb is not None
        and verb.pos == "VERB"
        and (
            verb.lemma in words("cues", "found", "verbs") | words("cues", "sign", "verbs")
            or _is_done_plural(verb)
        )
    )
    negated = first > 1 and tokens[first - 2].lower == "не"
    several = any(r.number == "pl" and r.case in {"acc", "nom"} for r in agreeing)
    single = any(r.number == "sg" and r.case == "acc" for r in agreeing)
    return makes and several and not negated and not single


def _is_done_plural(verb: Token) -> bool:
    return any(r.form == "part-short" and r.number == "pl" for r in verb.readings)


def _names_nothing(tokens: Sequence[Token], at: int, lemma: str) -> bool:
    if lemma not in _parts_of_phrases():
        return False
    following = tokens[at + 1].readings if at + 1 < len(tokens) else ()
    before = tokens[at - 1].readings if at else ()
    return any(f"{lemma} {r.lemma}" in words("not_names", "phrases") for r in following) or any(
        f"{r.lemma} {lemma}" in words("not_names", "after") for r in before
    )


@cache
def _parts_of_phrases() -> frozenset[str]:
    """The words of the phrases that name nothing: most heads are in none."""
    phrases = words("not_names", "phrases") | words("not_names", "after")
    return frozenset(word for phrase in phrases for word in phrase.split())


def _prepositions(types: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(_continuations().get(cls, frozenset()) for cls in types))


def _of_place(token: Token, quoted: bool) -> bool:
    """«чжухайский парк «Берег»»: where it is, no part of its name."""
    return quoted and token.text[0].islower() and place_of_adjective(token.stem) is not None


def _core(tokens: Sequence[Token], first: int, head: int, quoted: bool, generic: bool) -> int:
    """Skip the light adjectives («новый», «первый») at the left edge, and all before «компания «А»»."""
    if quoted and generic and not any(t.text[0].isupper() for t in tokens[max(first, 1) : head]):
        return head
    while first < head and _is_skipped(tokens, first, quoted):
        first += 1
    return first


def _is_skipped(tokens: Sequence[Token], at: int, quoted: bool) -> bool:
    idle = _is_light(tokens[at]) and not _is_capital(tokens, at)
    return idle or tokens[at].lower in {"и", ","} or _of_place(tokens[at], quoted)


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    """«в Объединённой лаборатории»: a capital where no sentence and no quotation begins."""
    return at > 0 and tokens[at].text[0].isupper() and tokens[at - 1].text[-1].isalnum()


def _is_light(token: Token) -> bool:
    return _is_light_word(token.text)


@lru_cache(maxsize=1 << 15)
def _is_light_word(word: str) -> bool:
    return any(r.lemma in light() or (r.pos == "VERB" and r.form == "part") for r in readings(word))


def named_by(tokens: Sequence[Token], found: Head, known: Collection[int]) -> str:
    """What makes a phrase a proper name: ``quoted``, ``capital``, ``known`` (a name inside) or nothing."""
    if found.quoted:
        return "quoted"
    for at in range(found.core, found.stop):
        if at > 0 and tokens[at].text[0].isupper() and at not in known:
            return "capital"
    return "known" if any(at in known for at in range(found.head + 1, found.stop)) else ""


def inner_whole(tokens: Sequence[Token], found: Head, known: Collection[int] = ()) -> int:
    """Where the whole begins that a part is named with («лаборатория химии [факультета наук]»), or 0."""
    for at in range(found.head + 2, found.stop):
        if at not in known and any(
            r.case == "gen" and r.number == "sg" and _is_whole(r.lemma, found.types)
            for r in nouns(tokens[at])
        ):
            first, _ = attributes_before(tokens, at, found.head + 1)
            if first > found.head + 1 or found.core < found.head:
                return first
    return 0


def _is_whole(lemma: str, of: Sequence[str]) -> bool:
    classes = {*head_types().get(lemma, ()), *anaphora().get(lemma, ())}
    return bool(classes & ({"Event"} if "Event" in of else WHOLES)) and lemma not in words(
        "transparent", "words"
    )
