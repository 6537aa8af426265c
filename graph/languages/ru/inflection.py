"""Words of a measure in the case that its dictionary form asks for, and phrases to the left of a number."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pymorphy3.analyzer import Parse

from baygraph.annotation import Reading, Token
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.morphology import parses_of
from baygraph.languages.ru.phrases import CLOSING, OPENING, adjectival, attributes_before
from baygraph.languages.ru.wording import CASE_TAG, GENDER_TAG, recase

LONGEST = 4  # a measure is a head with its attributes, completed up to this many words
MODIFIERS = frozenset({"ADJF", "PRTF"})
DEGREES = ("Supr", "past", "pres", "actv", "pssv")


class NounPhrase(NamedTuple):
    """Tokens ``first`` to ``stop`` around a head; ``text`` is its dictionary form."""

    first: int
    head: int
    stop: int
    text: str


def phrase_text(
    tokens: Sequence[Token],
    first: int,
    head: int,
    stop: int,
    case: str,
    singular: bool = False,
    seen: str = "",
) -> str:
    """A noun phrase with its head in a case, in the number that it has in the text or in the singular.

    ``seen`` is the case in which the head stands in the text, where that is known.
    """
    nouns = [r for r in tokens[head].readings if r.pos == "NOUN"] or list(tokens[head].readings)
    _, fitting = attributes_before(tokens, head, first)
    likely = [r for r in fitting if r.pos == "NOUN"] or nouns
    noun = next((r for r in likely if r.case == seen), likely[0])
    if not seen and _is_free(tokens, first):
        noun = next((r for r in likely if r.case != "gen"), noun)
    several = noun.number == "pl" or (first > 0 and tokens[first - 1].pos == "NUM")
    start = inflected(tokens, first, head, noun, case, plural=several and not singular)
    end = head + 1
    while end < stop and len(start.split()) + end - head <= LONGEST + 1:
        end += 1
    if first == 0 and not tokens[0].text.isupper():
        start = start[:1].lower() + start[1:]  # the capital is the sentence's
    return " ".join(filter(None, (start, spaced(tokens, head + 1, end))))


def _is_free(tokens: Sequence[Token], first: int) -> bool:
    """After a verb or at the start of a clause a noun is no genitive («вручат премии размером …»)."""
    left = tokens[first - 1] if first else None
    return left is None or left.pos == "VERB" or left.text in {",", ";", "—"}


def spaced(tokens: Sequence[Token], first: int, stop: int) -> str:
    """The words of some tokens with the spaces of the text made single."""
    out = ""
    for at in range(first, stop):
        gap = " " if at > first and tokens[at].start > tokens[at - 1].end else ""
        out += gap + tokens[at].text
    return out


def inflected(tokens: Sequence[Token], first: int, head: int, noun: Reading, case: str, plural: bool) -> str:
    """Attributes that say what is counted, and their head, in a case and a number."""
    kept = [at for at in range(first, head) if _says_kind(tokens, at)]
    attributes = [_inflect(tokens[at], noun, case, plural) for at in kept]
    text = " ".join([*attributes, _inflect(tokens[head], noun, case, plural, is_noun=True)])
    return text.replace(" ,", ",")


@lru_cache(maxsize=10_000)
def mass_noun(lower: str) -> str:
    """The dictionary form of a word where a genitive is called for («стали»), or nothing."""
    parses = (p for p in parses_of(lower) if {"NOUN", "gent", "sing"} <= p.tag.grammemes)
    return next((str(p.normal_form) for p in parses), "")


def attribute(token: Token, noun: Reading) -> str:
    """An attribute in the nominative singular that agrees with a noun."""
    return _inflect(token, noun, "nom", plural=False)


def is_participle(token: Token) -> bool:
    """A full participle («созданных»)."""
    return token.readings[0].form == "part"


def _says_kind(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in {"и", ","}:
        return _says_kind(tokens, at - 1) and _says_kind(tokens, at + 1)
    is_cut_off = is_participle(token) and tokens[at + 1].pos == "ADP"
    return bool(adjectival(token)) and token.lemma not in words("nouns", "passing") and not is_cut_off


def _inflect(token: Token, noun: Reading, case: str, plural: bool, is_noun: bool = False) -> str:
    """One word of a phrase, with the capitals it had."""
    if token.text.isascii() or token.text in {"и", ","} or (token.text.isupper() and len(token.text) <= 6):
        return token.text
    head, hyphen, tail = token.text.partition("-")
    if is_noun and hyphen and head.isupper():
        return f"{head}-{_form(tail.lower(), 'NOUN', case, noun.gender, plural)}"
    kind = "NOUN" if is_noun else "ADJF"
    form = _form(token.text.lower(), kind, case, noun.gender, plural, noun.case, noun.number)
    return recase(form, token.text)


@lru_cache(maxsize=50_000)
def _form(
    lower: str, kind: str, case: str, gender: str, plural: bool, was: str = "", number: str = ""
) -> str:
    """A form of a word; ``was`` and ``number`` tell its readings apart («мест», «станции»)."""
    tags = {CASE_TAG.get(was, ""), {"sg": "sing", "pl": "plur"}.get(number, "")} - {""}
    parses = [p for p in parses_of(lower) if p.tag.POS in ({"NOUN"} if kind == "NOUN" else MODIFIERS)]
    parses.sort(key=lambda p: (not tags <= p.tag.grammemes, p.normal_form in words("nouns", "rare")))
    if not parses:
        return lower
    wanted = {CASE_TAG[case], "plur" if plural else "sing"}
    if kind != "NOUN" and not plural:
        wanted.add(GENDER_TAG.get(gender, "masc"))
    forms = [p.word for p in parses[0].lexeme if wanted <= p.tag.grammemes and _same_degree(p, parses[0])]
    return str(max(forms, key=lambda form: _alike(form, lower), default=parses[0].normal_form))


def _alike(a: str, b: str) -> int:
    """How many letters two forms share from the start."""
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _same_degree(form: Parse, parse: Parse) -> bool:
    return all((mark in form.tag) == (mark in parse.tag) for mark in DEGREES)


def before(tokens: Sequence[Token], stop: int, floor: int = 0) -> NounPhrase | None:
    """The noun phrase that ends right before a token, names at its end left aside; text in the nominative."""
    end = before_names(tokens, stop, floor)
    head, first = end - 1, end
    while head >= floor and tokens[head].has("NOUN") and not _is_verb(tokens[head]):
        first, _ = attributes_before(tokens, head, floor)
        if first - 1 < floor or not tokens[head].has("NOUN", "gen") or not _is_common(tokens[first - 1]):
            break
        head = first - 1
    if first >= end:
        return None
    return NounPhrase(first, head, end, phrase_text(tokens, first, head, end, "nom"))


def _is_common(token: Token) -> bool:
    return token.pos == "NOUN" or (token.has("NOUN") and token.pos not in {"VERB", "ADP"})


def _is_verb(token: Token) -> bool:
    return token.readings[0].pos == "VERB"


def before_names(tokens: Sequence[Token], stop: int, floor: int) -> int:
    """Names in quotes, in Latin letters or capitalized at the end of a phrase are not what is measured."""
    while stop > floor:
        token = tokens[stop - 1]
        if token.text in CLOSING:
            stop = next((k for k in range(stop - 2, floor, -1) if tokens[k].text in OPENING), floor)
        elif _is_name(token, is_first=stop == 1):
            stop -= 1
        else:
            break
    return stop


def _is_name(token: Token, is_first: bool) -> bool:
    if not token.text[0].isalpha() or (token.text.isupper() and not token.text.isascii()):
        return False
    return token.text.isascii() or (token.text[0].isupper() and (token.pos == "PROPN" or not is_first))
