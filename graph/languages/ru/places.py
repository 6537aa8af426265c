"""Places by their noun: «район Хуэйшань», «улица Дасюэлу», «острова Ваньшань»."""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from baygraph.annotation import Mention, Reading, Sentence, Token
from baygraph.identity.palladius import is_palladius
from baygraph.languages.ru.morphology import is_known
from baygraph.languages.ru.phrases import OPENING, adjectival, attributes_before, nouns_of
from baygraph.languages.ru.wording import dictionary_form, recase
from baygraph.languages.ru.words import lexicon
from baygraph.model import Name

RELATIONAL = 6  # letters of «-скими», the longest end of an adjective made of a name


@cache
def place_heads() -> dict[str, str]:
    """Place noun → class."""
    return {word: types[0] for word, types in lexicon().table("place_heads").items()}


@lru_cache(maxsize=1 << 15)
def _place_noun(word: str) -> Reading | None:
    return next((r for r in nouns_of(word) if r.lemma in place_heads()), None)


def place_at(sentence: Sentence, at: int, people: Collection[int]) -> Mention | None:
    """The place whose noun is this token and whose own name follows it, if it is one."""
    tokens = sentence.tokens
    head, stop = _place_noun(tokens[at].text), at + 1
    if head is None or stop >= len(tokens) or stop in people:
        return None
    if not (_is_place_name(tokens[stop]) or _is_adjective(tokens, stop)):
        return None
    name = _nominative(tokens[stop])
    full = dictionary_form(" ".join(t.text for t in tokens[at : at + 1]), (), 0, 0, 0, False) or head.lemma
    return Mention(
        sentence.index, stop, stop + 1, stop, sentence.span(stop, stop + 1),
        (place_heads()[head.lemma],), "named",
        name, "place-noun-and-name", 0.85, aliases=(Name(f"{full} {name}", "ru"),),
    )  # fmt: skip


@cache
def _by_adjective() -> dict[str, tuple[str, ...]]:
    return lexicon().table("places_by_adjective")


def place_of_adjectives(text: str, sentence: Sentence, at: int) -> Mention | None:
    """«Нарынская область», «Северный Ледовитый океан»: a place noun and its capital adjectives."""
    tokens = sentence.tokens
    if not at or not tokens[at - 1].text[0].isupper():
        return None
    lemma = next((r.lemma for r in nouns_of(tokens[at].text) if r.lemma in _by_adjective()), "")
    if not lemma:
        return None
    first, agreeing = attributes_before(tokens, at)
    while first < at and not tokens[first].text[0].isupper():
        first += 1
    plain = first == 0 and "ск" not in tokens[0].lower[-RELATIONAL:]
    if first == at or plain or all(r.number == "pl" for r in agreeing):
        return None
    name = dictionary_form(text, tokens, first, at, at + 1, False)
    return Mention(
        sentence.index, first, at + 1, at, sentence.span(first, at + 1), _by_adjective()[lemma], "named",
        name[:1].upper() + name[1:], "place-noun-and-adjective", 0.8,
    )  # fmt: skip


@cache
def _behind() -> dict[str, str]:
    """Preposition → the case of a place behind it."""
    return dict(lexicon().map("unknown_places"))


def place_behind(sentence: Sentence, at: int, people: Collection[int]) -> Mention | None:
    """«в Тэджоне», «из Аахена»: a foreign word behind a preposition of place that nothing else explains."""
    tokens = sentence.tokens
    case = _behind().get(tokens[at - 1].lower) if at else None
    if not case or at in people or not _is_place_name(tokens[at]):
        return None
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    fitting = [r.lemma for r in tokens[at].readings if r.case == case]
    if not fitting or following[:1].isupper() or following in OPENING:
        return None
    hard = [lemma for lemma in fitting if is_palladius(lemma) or not lemma.endswith("ь")]
    name = recase((hard or fitting)[0], tokens[at].text)
    span = sentence.span(at, at + 1)
    return Mention(
        sentence.index, at, at + 1, at, span, ("City",), "named", name, "place-behind-preposition", 0.6
    )


def _is_place_name(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and "а" <= token.lower[0] <= "я"
        and not token.text.isupper()
        and not is_known(token.lower)
        and token.pos == "PROPN"
    )


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """«на острове Русский»: an adjective that stays in the nominative and has no noun of its own."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    free = after is None or not (nouns_of(after.text) or adjectival(after))
    own = tokens[at]
    bare = any(r.pos == "ADJ" and r.case == "nom" and r.lemma == own.lower for r in own.readings)
    return free and bare and own.text[0].isupper() and not own.text.isupper()


def _nominative(token: Token) -> str:
    """Place names after their noun stay in the nominative («в районе Хуэйшань»)."""
    bare = [r.lemma for r in token.readings if r.case == "nom" and r.lemma == token.lower]
    return token.text if bare else recase(token.readings[0].lemma, token.text)
