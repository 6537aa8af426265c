"""Numerals in digits and in words («5.5 million», «twenty-six», «80bn»), with money and units beside them."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.en.figure_words import ending, lexicon, starting, words
from baygraph.languages.numbers import Part, compose, read_digits, word_part


class Numeral(NamedTuple):
    """Tokens ``first`` to ``stop`` say a number; with unit and hedge it goes from ``start`` to ``end``."""

    start: int
    first: int
    stop: int
    end: int
    value: Decimal
    unit: str
    approximate: bool
    digits: bool
    scaled: bool


@cache
def _parts() -> dict[str, Part]:
    out = {w: word_part(Decimal(v)) for w, vs in lexicon().table("numbers").items() for v in vs}
    out |= {w: Part(Decimal(v), "group") for w, vs in lexicon().table("groups").items() for v in vs}
    return out | {w: Part(Decimal(v), "scale") for w, vs in lexicon().table("scales").items() for v in vs}


@lru_cache(maxsize=50_000)
def part(word: str) -> Part | None:
    """What a word or a string of digits adds to a number, or None."""
    if word[0].isdecimal():
        return Part(read_digits(word, ".")) if word[-1].isdecimal() and word.count(".") <= 1 else None
    if "-" in word:
        ten, _, one = word.partition("-")
        left, right = _parts().get(ten), _parts().get(one)
        both = compose([left, right]) if left and right else None
        return Part(both) if both is not None and left and left.kind == "number" else None
    return _parts().get(word)


def starts(token: Token) -> bool:
    """Say whether a number may begin at a token."""
    found = part(token.lower)
    return found is not None and found.kind == "number"


def begins(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number may begin at a token of a sentence, as in «half a | million homes»."""
    return starts(tokens[at]) or _lead(tokens, at) > 0


def _lead(tokens: Sequence[Token], at: int) -> int:
    """How many words before «million» belong to it: 1 of «a million», 2 of «half a million», else 0."""
    if at == 0 or tokens[at - 1].lower != "a" or tokens[at].lower not in words("hedges", "articled"):
        return 0
    before = tokens[at - 2].lower if at > 1 else ""
    return 2 if before == "half" else 0 if before in {"of", "quarter"} else 1


def numeral_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The number that begins at a token with what stands around it, or None."""
    lead = _lead(tokens, at)
    parts, stop = _collect(tokens, at, lead)
    value = compose(parts)
    if value is None:
        return None
    sign, code = ending(tokens, at, "signs")
    start = sign if sign >= 0 else at - lead
    end, unit = _unit(tokens, stop, code)
    end, loose = _after(tokens, end)
    start, hedged = _before(tokens, start)
    digits = tokens[at].text[0].isdigit()
    scaled = any(p.kind == "scale" for p in parts)
    return Numeral(start, at - lead, stop, end, value, unit, loose or hedged, digits, scaled)


def _collect(tokens: Sequence[Token], at: int, lead: int) -> tuple[list[Part], int]:
    parts, stop = _in_groups(tokens, at)
    if lead:
        parts = [Part(Decimal("0.5") if lead > 1 else Decimal(1))]
    while stop < len(tokens):
        token = tokens[stop]
        found = part(token.lower)
        if found is None or (token.lower in words("letters", "scales") and not _may_scale(tokens, at, stop)):
            joined = token.text == "-" and 0 < stop < len(tokens) - 1 and tokens[stop + 1].lower in _scales()
            and_ = token.lower == "and" and parts and parts[-1].kind == "group" and _small(tokens, stop + 1)
            if not (joined or and_):
                break
            stop += 1
            continue
        if found.kind == "number" and parts and (token.text[0].isdigit() or tokens[at].text[0].isdigit()):
            break  # «against 5,800 | two years earlier»
        if token.text[0].isupper() and stop > at:
            break
        parts.append(found)
        stop += 1
    return parts, stop


def _may_scale(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«CNY260m», «5.5m people», but «an 18m tower»: a letter right behind the digits may be a scale."""
    if tokens[stop].start != tokens[stop - 1].end:
        return False
    after = tokens[stop + 1].readings[0] if stop + 1 < len(tokens) else None
    counts = after is not None and (after.number == "pl" or starting(tokens, stop + 1, "money")[0] > 0)
    return tokens[stop].lower != "m" or counts or ending(tokens, at, "signs")[0] >= 0


def _in_groups(tokens: Sequence[Token], at: int) -> tuple[list[Part], int]:
    """«1 200», «520 000»: digits in groups of three with a space between."""
    stop = at + 1
    if not tokens[at].text.isdecimal() or len(tokens[at].text) > 3:
        return [], at
    while (
        stop < len(tokens)
        and len(tokens[stop].text) == 3
        and tokens[stop].text.isdecimal()
        and tokens[stop].start == tokens[stop - 1].end + 1
    ):
        stop += 1
    if stop == at + 1:
        return [], at
    return [Part(Decimal("".join(t.text for t in tokens[at:stop])))], stop


@cache
def _scales() -> frozenset[str]:
    return frozenset(lexicon().table("scales")) - words("letters", "scales")


def _small(tokens: Sequence[Token], at: int) -> bool:
    found = part(tokens[at].lower) if at < len(tokens) else None
    return found is not None and found.kind == "number" and not tokens[at].text[0].isdigit()


def _unit(tokens: Sequence[Token], stop: int, code: str) -> tuple[int, str]:
    """The end and code of the unit behind a number («percent», «-hectare»); a sign before it goes first."""
    at = stop + (stop + 1 < len(tokens) and tokens[stop].text == "-")
    money, money_code = starting(tokens, at, "money")
    if code:
        return (money if money and money_code == code else stop), code
    end, unit = starting(tokens, at, "units")
    if end and tokens[at].text in {"T", "has"}:
        end = 0
    return (money, money_code) if money else (end, unit) if end else (stop, "")


def _after(tokens: Sequence[Token], end: int) -> tuple[int, bool]:
    stop, _ = starting(tokens, end, "hedges", "after")
    return (stop, True) if stop else (end, False)


def _before(tokens: Sequence[Token], start: int) -> tuple[int, bool]:
    hedged = False
    while True:
        loose, _ = ending(tokens, start, "hedges", "before")
        exact, _ = ending(tokens, start, "hedges", "exact")
        if (loose < 0 and exact < 0) or _is_governed(tokens, loose):
            return start, hedged
        hedged = hedged or loose >= 0
        start = min(at for at in (loose, exact) if at >= 0)


def _is_governed(tokens: Sequence[Token], at: int) -> bool:
    """«turned over 3 billion»: the verb's own word."""
    return at > 0 and tokens[at].lower == "over" and tokens[at - 1].lemma in words("hedges", "governing")
