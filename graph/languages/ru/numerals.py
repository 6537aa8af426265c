"""Russian numerals in digits, words and mixtures («136 000», «двадцати шести», «полтора десятка»)."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.numbers import Part, compose, read_digits, whole, word_part
from baygraph.languages.ru.figure_words import lexicon, phrases, words
from baygraph.languages.ru.morphology import readings

GLUED = re.compile(r"(\d+(?:[.,]\d+)?)([^\W\d_][^\W\d_.]*[²³]?)")
MOST_DIGITS = 15  # a longer string of digits is a code
SPACE_OR_DIGIT = re.compile(r"[\d\s.,]+")


class Numeral(NamedTuple):
    """Tokens ``first`` to ``stop`` say a number; ``refused`` says why they say none that is definite.

    ``scaled`` tells that the last word is a noun («тысяч», «десятка»), which governs the genitive;
    ``glued`` holds the letters that stand against the digits («20га»).
    """

    first: int
    stop: int
    value: Decimal
    approximate: bool = False
    digits: bool = False
    scaled: bool = False
    glued: str = ""
    refused: str = ""


@cache
def _parts() -> dict[str, Part]:
    """Dictionary form → the part of a numeral that it is."""
    table = {w: word_part(Decimal(v)) for w, (v, *_) in lexicon().table("numbers").items()}
    table |= {w: Part(Decimal(v), "group") for w, (v, *_) in lexicon().table("groups").items()}
    return table | {w: Part(Decimal(v), "scale") for w, (v, *_) in lexicon().table("scales").items()}


@lru_cache(maxsize=100_000)
def part(word: str) -> Part | None:
    """The part of a numeral that a token is, or None."""
    if word[0].isdecimal():
        is_number = SPACE_OR_DIGIT.fullmatch(word) and not _is_code(word)
        return Part(read_digits(word, ",")) if is_number else None
    if not word[0].isalpha() or len(word) > 16 or (word[0].isupper() and word.isupper()):
        return None
    return next((_parts()[r.lemma] for r in readings(word) if r.lemma in _parts()), None)


def _is_code(word: str) -> bool:
    return sum(map(str.isdecimal, word)) > MOST_DIGITS


@lru_cache(maxsize=100_000)
def starts(word: str) -> bool:
    """Say whether a number may begin with this token."""
    return part(word) is not None or (word[0].isdecimal() and GLUED.fullmatch(word) is not None)


def numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The longest numeral that begins at a token, or None."""
    glued = GLUED.fullmatch(tokens[at].text) if part(tokens[at].text) is None else None
    if glued:
        return None if _is_code(glued[0]) else _glued(at, *glued.groups())
    if turned := _inverted(tokens, at):
        return turned
    parts, stop, approximate = _collect(tokens, at)
    value = compose(parts)
    if not parts or value is None or _is_other_word(tokens, at, stop):
        return None
    stop, beyond = _after(tokens, stop)
    digits = tokens[at].text[0].isdigit()
    approximate = approximate or beyond or any(p.kind == "group" for p in parts)
    refused = "" if parts[0].kind == "number" else _indefinite(tokens, at, stop)
    return Numeral(at, stop, value, approximate, digits, parts[-1].kind != "number", "", refused)


def _inverted(tokens: Sequence[Token], at: int) -> Numeral | None:
    """«десятка три», «тысяч девяносто»: the scale before the number, which is then about so many."""
    if tokens[at].lower not in words("alone", "inverted") or at + 1 >= len(tokens):
        return None
    scale, number = part(tokens[at].text), part(tokens[at + 1].text)
    if scale is None or number is None or number.kind != "number" or not tokens[at + 1].has("NUM", "nom"):
        return None
    return Numeral(at, at + 2, whole(scale.value * number.value), approximate=True, scaled=True)


def _glued(at: int, number: str, letters: str) -> Numeral | None:
    """«5млн», «20га»."""
    scale = part(letters.lower())
    value = read_digits(number, ",")
    if scale and scale.kind == "scale":
        return Numeral(at, at + 1, value * scale.value, digits=True, scaled=True)
    return Numeral(at, at + 1, value, digits=True, glued=letters.lower())


def _collect(tokens: Sequence[Token], at: int) -> tuple[list[Part], int, bool]:
    parts: list[Part] = []
    approximate = False
    while at < len(tokens):
        found = part(tokens[at].text)
        if found is None:
            at, found, more = _inside(tokens, at, parts)
            approximate = approximate or more
        elif tokens[at].text[0].isdigit() and parts and parts[-1].kind == "number":
            break
        if found is None or compose([*parts, found]) is None:
            break
        parts.append(found)
        at = _past_stop(tokens, at + 1)
    return parts, at, approximate


def _inside(tokens: Sequence[Token], at: int, parts: list[Part]) -> tuple[int, Part | None, bool]:
    """«три с половиной тысячи», «20 с лишним тысяч»: words inside a numeral."""
    if not parts:
        return at, None, False
    half = _starts_with(tokens, at, "half")
    if half and parts[-1].kind == "number":
        parts[-1] = Part(parts[-1].value + Decimal("0.5"))
    beyond = half or _starts_with(tokens, at, "after")
    scale = part(tokens[at + beyond].text) if beyond and at + beyond < len(tokens) else None
    if scale and scale.kind == "scale":
        return at + beyond, scale, not half
    return at + half, None, False


def _starts_with(tokens: Sequence[Token], at: int, which: str) -> int:
    """The length of the phrase of a list that begins at a token."""
    for length in range(min(2, len(tokens) - at), 0, -1):
        phrase = " ".join(t.lower for t in tokens[at : at + length])
        if phrase in words("approximate", which):
            return length
    return 0


def _past_stop(tokens: Sequence[Token], at: int) -> int:
    """The full stop of «тыс.» belongs to the numeral unless it ends the sentence."""
    short = tokens[at - 1].lower
    is_short = short in words("scales_short") and at + 1 < len(tokens) and tokens[at].text == "."
    return at + 1 if is_short else at


def _after(tokens: Sequence[Token], stop: int) -> tuple[int, bool]:
    """«400 с лишним», «100+»."""
    length = _starts_with(tokens, stop, "after")
    return stop + length, bool(length)


def _is_other_word(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«семью» is a number only before a noun in the instrumental plural."""
    word = tokens[at]
    if stop > at + 1 or word.text[0].isdigit() or word.lemma in _parts() or word.has("NUM", "nom"):
        return False
    if any(r.lemma in _parts() and r.pos == "NOUN" for r in word.readings):
        return False
    following = tokens[stop].readings if stop < len(tokens) else ()
    return not any((r.case, r.number) == ("ins", "pl") for r in following)


def _indefinite(tokens: Sequence[Token], at: int, stop: int) -> str:
    """«десятки», «сотни тысяч» say no number; «тысяча» and «более тысячи» do."""
    word = tokens[at].lower
    if word in words("alone", "one") or word in words("scales_short"):
        return ""
    if word in words("alone", "governed") and (approximator(tokens, at) or _is_governed(tokens, at)):
        return ""
    return "an indefinite number"


def _is_governed(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].pos == "ADP" and not tokens[at - 1].lower.startswith("из")


class Approximator(NamedTuple):
    """The words before a number that say how exact it is begin at ``first``."""

    first: int
    approximate: bool


def approximator(tokens: Sequence[Token], at: int) -> Approximator | None:
    """What stands before a number: «свыше», «не менее», «более чем в», «перевалил за», or None."""
    skip = at - 1 if at > 0 and tokens[at - 1].pos == "ADP" else at
    for end in dict.fromkeys((at, skip)):
        for name in ("exact", "before"):
            length = ends_with(tokens, end, "approximate", name)
            if length:
                return Approximator(end - length, name == "before")
    return Approximator(at, True) if _is_passed(tokens, at) else None


def _is_passed(tokens: Sequence[Token], at: int) -> bool:
    """«превысил 3000», «перевалил за 2,8 млрд»; «не превысит 15 %» is a limit."""
    at -= ends_with(tokens, at, "approximate", "between")
    passed = at > 0 and any(r.lemma in words("approximate", "passing") for r in tokens[at - 1].readings)
    return passed and not (at > 1 and tokens[at - 2].lower == "не")


def ends_with(tokens: Sequence[Token], stop: int, *path: str) -> int:
    """The length of the longest phrase of a list that ends before a token."""
    if stop < 1:
        return 0
    for phrase in phrases(*path).get(tokens[stop - 1].lower, ()):
        length = len(phrase)
        if length <= stop and all(tokens[stop - length + k].lower == w for k, w in enumerate(phrase)):
            return length
    return 0
