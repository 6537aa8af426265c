"""Chinese numerals: digits, number words and mixtures («1.2万», «三百余», «近八成»)."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from baygraph.languages.numbers import read_digits, whole
from baygraph.languages.zh.figure_words import codes, lexicon, longest_first, values

ENDS = frozenset({"", "，", "。", "；", "、", "）", "\n"})
BEFORE = 6  # characters before a number in which hedges are looked for


class Numeral(NamedTuple):
    """A number: characters ``start`` to ``end`` with its hedges and unit, ``first`` where the digits begin.

    ``counter`` is the word that counts («家»), ``unit`` a code of the graph or empty; ``in_digits`` says how
    it is written; ``word`` is the numeral as written.
    """

    start: int
    first: int
    end: int
    value: Decimal
    unit: str
    counter: str
    approximate: bool
    in_digits: bool
    word: str


def numerals(text: str) -> list[Numeral]:
    """The numbers of a simplified text that a unit or a counting word follows, from left to right."""
    found: list[Numeral] = []
    for match in _pattern().finditer(text):
        if found and match.start() < found[-1].end:
            continue  # «140千瓦» says no «千» of anything
        numeral = _read(text, match)
        if numeral is not None:
            found.append(numeral)
    return found


def _any(found: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, found))


@cache
def _pattern() -> re.Pattern[str]:
    digit_words, tens = "".join(values("digits")), "".join(values("tens"))
    number_words = digit_words + tens
    scales = "".join(values("scales"))
    middle = "".join(longest_first("approximate", "middle"))
    digits = r"\d{1,3}(?:[ \u00a0\u2009]\d{3})+(?!\d)|\d+(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:[.．]\d+)?"
    percent = next(iter(lexicon().words("tenths", "percent_before")))
    return re.compile(
        f"(?P<percent>{percent})?(?P<number>{digits}|[{number_words}]+(?:点[{digit_words}]+(?![{tens}]))?)(?P<vague>[{middle}])?"
        f"(?P<scale>[十百千]?[{scales}]+)?(?P<rest>(?<=[{scales}])[{digit_words}\\d][{number_words}\\d]*[{scales}]?)?(?P<after>[{middle}])?"
    )


@cache
def _unit() -> re.Pattern[str]:
    money, units = tuple(codes("money")), tuple(codes("units"))
    found = tuple(sorted((*money, *units), key=lambda w: (-len(w), w)))
    return re.compile(f"{_any(found)}")


@cache
def _counter() -> re.Pattern[str]:
    return re.compile(f"{_any(longest_first('counters', 'words'))}")


@cache
def _vague_after() -> re.Pattern[str]:
    return re.compile(f"{_any(longest_first('approximate', 'after'))}")


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    value = _value(match["number"], match["scale"] or "", match["rest"] or "")
    if value is None or refused_before(text, match.start()):
        return None
    end, unit, counter = _what_follows(text, match)
    if not unit and not counter and not _is_bare(text, match):
        return None
    if counter == "成":
        tenth = {**values("digits"), **values("behind_tenths")}.get(text[end : end + 1])  # «九成六»: 96 %
        value, end = value * 10 + (tenth or 0), end + (tenth is not None)
    start, vague = _hedges(text, match.start())
    after = _vague_after().match(text, end)
    approximate = vague or bool(match["vague"] or match["after"] or after)
    sign = _sign_before(text, start, unit)
    unit, factor = _usual(unit, value)
    return Numeral(
        start - len(sign), match.start(), after.end() if after else end, whole(value * factor),
        codes("money_before").get(sign, "") or ("%" if counter == "成" else unit),
        "" if counter == "成" else counter, approximate, match["number"][0].isdigit(), match.group(),
    )  # fmt: skip


def _is_bare(text: str, match: re.Match[str]) -> bool:
    """«注册用户8.3万，», «认缴3亿，»: tens of thousands of what stands before them."""
    said = match["number"][0].isdigit() or match["number"][0] in values("digits")
    return bool(match["scale"]) and said and text[match.end() : match.end() + 1] in ENDS


def _usual(unit: str, value: Decimal) -> tuple[str, Decimal]:
    """The unit in which such an amount is told, and how many of it one of ``unit`` is.

    «22亿千瓦时» is 2200 GWh, «16兆瓦» is 16000 kW.
    """
    usual = lexicon().map("usual").get(unit, "")
    if not usual:
        return unit, Decimal(1)
    code, factor, least = usual.split()
    return (code, Decimal(factor)) if value >= Decimal(least) else (unit, Decimal(1))


def _what_follows(text: str, match: re.Match[str]) -> tuple[int, str, str]:
    """Where the number ends with its unit, the unit's code, the counting word."""
    end = match.end()
    if match["percent"]:
        return end, "%", ""
    if text.startswith(longest_first("refused", "after"), end) and not _unit().match(text, end):
        longer = _counter().match(text, end)
        refused = next(w for w in longest_first("refused", "after") if text.startswith(w, end))
        if longer is None or len(longer.group()) <= len(refused):
            return end, "", ""
    unit = _unit().match(text, end)
    if unit and not _is_counter_instead(text, unit):
        name = unit.group()
        return unit.end(), codes("money").get(name) or codes("units")[name], ""
    if text.startswith("成", end) and not match["scale"]:
        return end + 1, "", "成"
    counter = _counter().match(text, end)
    return (counter.end(), "", counter.group()) if counter else (end, "", "")


def _is_counter_instead(text: str, unit: re.Match[str]) -> bool:
    """«5块地», «3分钟»: the character begins another word."""
    follows = text[unit.end() : unit.end() + 1]
    return bool(follows) and unit.group() in {"米", "克", "升", "瓦", "m"} and follows in "片地粉服级高"


def refused_before(text: str, start: int) -> bool:
    """Say whether a word before a number makes it an ordinal, a part of a name or of a date."""
    if start and text[start - 1].isascii() and text[start - 1].isalpha():
        return True
    if text.startswith(longest_first("refused", "words"), start):
        return True
    refused = text.endswith(longest_first("refused", "before"), 0, start)
    return refused and not text.endswith(longest_first("refused", "but"), 0, start)


def _hedges(text: str, first: int) -> tuple[int, bool]:
    """Where the words before a number that belong to it begin, and whether one of them makes it vague."""
    start, vague = first, False
    while True:
        hedge = next((w for w in longest_first("approximate", "before") if text.endswith(w, 0, start)), "")
        if not hedge or start - len(hedge) < first - BEFORE or _is_of_a_word(text, start):
            return start, vague
        start, vague = start - len(hedge), True


def _is_of_a_word(text: str, end: int) -> bool:
    """Whether a word that is no hedge ends there: the «约» of «签约12个项目» is of «签约»."""
    return text.endswith(tuple(longest_first("approximate", "but")), 0, end)


def _sign_before(text: str, start: int, unit: str) -> str:
    """«US$30», «港币3亿元»: the sign or, before an amount of money, the word of a currency."""
    signs = sorted(codes("money_before"), key=lambda w: -len(w))
    return next((s for s in signs if text.endswith(s, 0, start) and not s.isalpha()), "") or next(
        (s for s in signs if text.endswith(s, 0, start) and (s.isascii() or unit in codes("money").values())),
        "",
    )


def _value(number: str, scale: str, rest: str) -> Decimal | None:
    base = (
        read_digits("".join(number.replace("，", ",").replace("．", ".").split()), ".")
        if number[0].isdecimal()
        else from_words(number)
    )
    if base is None:
        return None
    for mark in scale:
        base *= values("scales").get(mark) or values("tens")[mark]
    return base + _rest(rest, scale) if rest else base


def _rest(rest: str, scale: str) -> Decimal:
    """«3亿5000万», «三万五»: a number after a scale; without its own it counts tenths of the scale."""
    own = rest[-1] if rest[-1] in values("scales") else ""
    body = rest.removesuffix(own)
    value = Decimal(body) if body.isdecimal() else from_words(body) or Decimal(0)
    if own:
        return value * values("scales")[own]
    return value * values("scales")[scale[-1]] / 10 if len(body) == 1 else value


def from_words(text: str) -> Decimal | None:
    """The value of number words up to 9999 («三百二十», «九点四»); None where they are no number."""
    digits, tens = values("digits"), values("tens")
    if "点" in text:
        head, _, tail = text.partition("点")
        start = from_words(head)
        return None if start is None else start + Decimal("0." + "".join(str(digits[c]) for c in tail))
    if all(c in digits for c in text):
        return Decimal("".join(str(digits[c]) for c in text))
    total, pending = Decimal(0), None
    for char in text:
        if char in digits:
            pending = digits[char]
        elif char in tens:
            total += (Decimal(1) if pending is None else pending) * tens[char]
            pending = None
        else:
            return None
    return total + (pending or 0)
