"""The Palladius system, by which Russian writes Chinese, and its inverse.

The system tells n (нь) from ng (н), so a syllable can be read back; a word is read back by its fewest
syllables. A hard sign parts ng from a vowel (Чанъань); without it н belongs to the vowel (Хунань is hu-nan).
Two vowels that meet cannot be told from one syllable (юэ is yue, not you-e): the one syllable is taken.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from baygraph.identity.data import table
from baygraph.identity.segment import cheapest

_HARD = "ъ"
_VOWELS = frozenset("аеёийоуыэюя")
_SEPARATORS = str.maketrans("", "", "-‐‑'’ʼ`")
_LONGEST_SYLLABLE = 6  # letters, in both scripts: чжуань, zhuang
_LONGEST_WORD = 40  # letters; a longer one is no name


def _data(section: str) -> Any:
    return table("palladius")[section]


@cache
def syllables() -> dict[str, str]:
    """Give every pinyin syllable (toneless, with ü) and its Russian spelling, both in lower case."""
    found: dict[str, str] = _data("syllables")
    return found


@cache
def _readings() -> dict[str, str]:
    particles = _data("particles")
    known = {cyrillic: pinyin for pinyin, cyrillic in syllables().items() if pinyin not in particles}
    return {**_data("variants"), **known}


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    pairs = [(ending, base) for base, endings in _data("endings").items() for ending in endings]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _joins(word: str, start: int) -> bool:
    """Say whether a syllable may begin here: н takes a following vowel unless a hard sign parts them."""
    return not (start and word[start] in _VOWELS and word[start - 1] == "н")


def _pieces(word: str, start: int) -> Iterator[tuple[int, int, str]]:
    if start and word[start] == _HARD and word[start - 1] == "н" and word[start + 1 : start + 2] in _VOWELS:
        yield start + 1, 0, ""
    elif _joins(word, start):
        readings = _readings()
        for stop in range(min(start + _LONGEST_SYLLABLE, len(word)), start, -1):
            if reading := readings.get(word[start:stop]):
                yield stop, 1, reading


@lru_cache(maxsize=1 << 16)
def palladius_syllables(word: str) -> tuple[str, ...]:
    """Part one Cyrillic word into its Palladius syllables, in pinyin; empty if it is not made of them."""
    plain = word.lower().translate(_SEPARATORS)
    if len(plain) > _LONGEST_WORD:
        return ()
    syllables_ = cheapest(len(plain), lambda start: _pieces(plain, start)) or ()
    return tuple(filter(None, syllables_))


def to_pinyin(cyrillic: str) -> str | None:
    """Read a Russian spelling back as toneless pinyin with ü, or None where it is not Chinese.

    Words stay apart; the syllables of a word are written together without apostrophes. Established names
    (Пекин) give the pinyin of the Chinese name.
    """
    words = [_word(word) for word in cyrillic.split()]
    return " ".join(filter(None, words)) if words and all(words) else None


def _word(word: str) -> str | None:
    established: str | None = _data("established").get(word.lower())
    parsed = palladius_syllables(word)
    return established or "".join(parsed) or None


def is_palladius(word: str) -> bool:
    """Say whether one Cyrillic word is made of Palladius syllables alone (as на and дома are by chance)."""
    return bool(palladius_syllables(word))


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_data("mark"))


def looks_palladius(word: str) -> bool:
    """Say whether a word is made of Palladius syllables and has what Russian words hardly ever have."""
    return _mark().search(word.lower()) is not None and is_palladius(word)


@lru_cache(maxsize=1 << 14)
def base_forms(word: str) -> tuple[str, ...]:
    """Give the nominatives of which a Russian word can be a case, the word itself last if it can be one.

    Юэлуна is Юэлун, but also an undeclined Юэлуна (-na), and Чжуншане is Чжуншань or Чжуншан: the text
    decides. Empty for a word that is no transcribed Chinese in any case.
    """
    lower = word.lower()
    stems = [word[: -len(ending)] + base for ending, base in _endings() if lower.endswith(ending)]
    return tuple(dict.fromkeys(form for form in (*stems, word) if _word(form) is not None))


@lru_cache(maxsize=1 << 14)
def to_cyrillic(pinyin: str) -> str:
    """Write pinyin in the Palladius system, in lower case.

    It is toneless, with ü or v; apostrophes and spaces part syllables. Raises ValueError if it is not pinyin.
    """
    return " ".join(_write(word) for word in pinyin.lower().replace("v", "ü").split())


def _write(word: str) -> str:
    found = [syllable for part in word.replace("’", "'").split("'") for syllable in pinyin_syllables(part)]
    if not found:
        raise ValueError(f"{word!r} is not pinyin")
    text = ""
    for syllable in found:
        cyrillic = syllables()[syllable]
        text += (_HARD if text.endswith("н") and cyrillic[0] in _VOWELS else "") + cyrillic
    return text


@lru_cache(maxsize=1 << 14)
def pinyin_syllables(word: str) -> tuple[str, ...]:
    """Part one pinyin word (lower case, no apostrophe) into syllables; empty if it is not pinyin.

    A vowel begins a syllable inside a word only where nothing else can be read: fangan is fan-gan.
    """
    strict = cheapest(len(word), lambda start: _spelled(word, start, "aeo"))
    return strict or cheapest(len(word), lambda start: _spelled(word, start, "")) or ()


def _spelled(word: str, start: int, barred: str) -> Iterator[tuple[int, int, str]]:
    if start and word[start] in barred:
        return
    for stop in range(min(start + _LONGEST_SYLLABLE, len(word)), start, -1):
        if word[start:stop] in syllables():
            yield stop, 1, word[start:stop]
