"""The key of a person: surname and given name in pinyin for a Chinese name, the folded words for another."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from baygraph.identity.data import table
from baygraph.identity.fold import fold, slug
from baygraph.identity.palladius import palladius_syllables, pinyin_syllables, to_pinyin
from baygraph.identity.pinyin import HANZI, person_from_hanzi

_CHINESE = re.compile(f"[{HANZI}]{{2,4}}")
_MOST_WORDS = 4
_MOST_GIVEN_SYLLABLES = 3
_UMLAUT = re.compile(r"^([ln])yu", re.IGNORECASE)
_JOINTS = re.compile(r"[-‐‑'’ʼ]")


@cache
def surnames() -> frozenset[str]:
    """Give the Chinese surnames in pinyin, with ü folded to u."""
    found = table("surnames")
    return frozenset(fold(name) for name in [*found["single"].split(), *found["compound"].values()])


class _Word(NamedTuple):
    pinyin: str
    syllables: int
    capitals: bool


@cache
def _western(part: str) -> dict[str, str]:
    """Give given or family names by their Russian spelling, and the Latin ones by themselves."""
    found: dict[str, str] = table("western")[part]
    return {latin: latin for latin in found.values()} | found


def is_given(lower: str) -> bool:
    """Say whether a word is a western given name («софия»), in Russian or Latin letters."""
    return lower in _western("given")


@cache
def latin_given() -> frozenset[str]:
    """Give the given names that are written in Latin letters and are no words or places besides («birte»)."""
    return frozenset(table("western")["latin"]["given"].split())


@lru_cache(maxsize=1 << 14)
def person_key(name: str, lang: str) -> str:
    """Give the key of a person's name in any script: Лэй Юэлун, Lei Yuelong, Yuelong Lei and 雷岳龙 are one.

    Which word is the surname is known by a list of surnames and by capitals (LEI Yuelong); where two could be
    it (Li Lei), the first is. A name tagged as a romanization (``zh-Latn``) has its surname first. One that
    begins with a western given name keeps its order: Леон Ван is Leon Wang.
    """
    chinese = chinese_name(name, lang)
    return slug("-".join(filter(None, chinese)) if chinese else " ".join(map(_latin, name.split())))


def _latin(word: str) -> str:
    lower = word.lower()
    known = _western("given").get(lower) or _western("family").get(lower)
    return known or to_pinyin(word) or word


@lru_cache(maxsize=1 << 14)
def chinese_name(name: str, lang: str = "") -> tuple[str, str] | None:
    """Part a Chinese person's name into surname and given name in folded pinyin; None if it is not one."""
    if _CHINESE.fullmatch(name):
        surname, given = person_from_hanzi(name)
        return fold(surname), fold(given)
    words = [_word(word) for word in name.split()]
    if not words or name.split()[0].lower() in _western("given"):
        return None
    known = [word for word in words if word]
    if len(known) < len(words) or not 2 <= len(words) <= _MOST_WORDS:
        return None
    at = 0 if lang.endswith("-Latn") else _surname(known)
    return _parted(known, at) if at is not None else None


def _word(word: str) -> _Word | None:
    plain = _UMLAUT.sub("\\1ü", _JOINTS.sub("", word)).lower().replace("v", "ü")
    syllables = palladius_syllables(plain) or pinyin_syllables(plain)
    return (
        _Word(fold("".join(syllables)), len(syllables), word.isupper() and len(word) > 1)
        if syllables
        else None
    )


def _surname(words: list[_Word]) -> int | None:
    capitals = [at for at, word in enumerate(words) if word.capitals]
    likely = [*(capitals if len(capitals) == 1 else ()), 0, len(words) - 1]
    return next((at for at in likely if words[at].pinyin in surnames()), None)


def _parted(words: list[_Word], at: int) -> tuple[str, str] | None:
    given = words[:at] + words[at + 1 :]
    if sum(word.syllables for word in given) > _MOST_GIVEN_SYLLABLES:
        return None
    return words[at].pinyin, "".join(word.pinyin for word in given)
