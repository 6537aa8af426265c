"""Hanzi: made simplified, and read in toneless pinyin.

OpenCC and pypinyin are met here alone, and imported when the first Hanzi are read.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from baygraph.identity.data import table

HANZI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_LONGEST_NAME = 64  # characters; whole documents are not kept
_HANZI = re.compile(f"[{HANZI}]")


def has_hanzi(text: str) -> bool:
    """Say whether a text has a Chinese character."""
    return not text.isascii() and _HANZI.search(text) is not None


def to_simplified(text: str) -> str:
    """Make traditional Hanzi simplified; the text keeps its length, so offsets hold in both."""
    if not has_hanzi(text):
        return text
    return _simplified_name(text) if len(text) <= _LONGEST_NAME else _simplified(text)


@lru_cache(maxsize=1 << 14)
def _simplified_name(text: str) -> str:
    return _simplified(text)


def _simplified(text: str) -> str:
    converted = _converter()(text)
    if len(converted) == len(text):
        return converted
    return "".join(_one_for_one(char) for char in text)


@lru_cache(maxsize=1 << 14)
def _one_for_one(char: str) -> str:
    converted = _converter()(char)
    return converted if len(converted) == 1 else char


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


@lru_cache(maxsize=1 << 14)
def from_hanzi(text: str) -> str:
    """Read Hanzi, traditional or simplified, as one word of toneless pinyin with ü; other text stays."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(to_simplified(text), style=Style.NORMAL, v_to_u=True))


@lru_cache(maxsize=1 << 14)
def person_from_hanzi(name: str) -> tuple[str, str]:
    """Read a Chinese person's name as surname and given name in toneless pinyin with ü.

    A surname has its own reading (单 is shan, 仇 is qiu) and can have two characters (欧阳). The given name
    is empty where there is none.
    """
    simplified = to_simplified(name)
    surnames = table("surnames")
    length = 2 if simplified[:2] in surnames["compound"] and len(simplified) > 2 else 1
    surname, given = simplified[:length], simplified[length:]
    reading = surnames["compound"].get(surname) or surnames["readings"].get(surname) or from_hanzi(surname)
    return reading, from_hanzi(given) if given else ""
