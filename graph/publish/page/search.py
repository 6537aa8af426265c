"""The spellings by which a thing is found besides its own names: each script's reading of the other two."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from baygraph.identity.fold import fold as latin
from baygraph.identity.palladius import base_forms, looks_palladius, to_cyrillic, to_pinyin
from baygraph.identity.pinyin import from_hanzi, has_hanzi, to_simplified

_LONGEST: Final = 120  # letters of a name; nobody types more
# The rows of two national codes that hold the common Hanzi, simplified and traditional.
_COMMON: Final = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}


def spellings(names: Iterable[str]) -> list[str]:
    """Give the Latin, Cyrillic and simplified spellings of names, folded, that are not among the names.

    «Чжуншань», Zhongshan and 中山 each bring the other two, as far as rules can: Hanzi come from Hanzi only.
    """
    known = [name[:_LONGEST] for name in names]
    own = {folded(name) for name in known}
    read = {" ".join(folded(form).split()) for name in known for form in _forms(name)}
    return sorted(read - own - {""})


def folded(text: str) -> str:
    """Fold case and marks away, exactly as the page's script folds what is typed."""
    if text.isascii():
        return text.lower()
    return "".join(filter(_is_no_mark, unicodedata.normalize("NFKD", text))).lower()


@cache
def _is_no_mark(letter: str) -> bool:
    return not unicodedata.category(letter).startswith("M")


def hanzi(names: Iterable[str]) -> dict[str, str]:
    """Give toneless pinyin with the Hanzi that read so: the common ones and those of the names."""
    found: dict[str, set[str]] = {}
    for letter in {*_common(), *(letter for name in names for letter in name[:_LONGEST])}:
        if has_hanzi(letter):
            found.setdefault(folded(from_hanzi(letter)), set()).add(letter)
    return {reading: "".join(sorted(found[reading])) for reading in sorted(found) if reading.isascii()}


@cache
def _common() -> frozenset[str]:
    return frozenset(
        bytes((row, cell)).decode(code, "ignore")
        for code, rows in _COMMON.items()
        for row in rows
        for cell in range(0x40, 0xFF)
    )


def _forms(name: str) -> Iterator[str]:
    words = name.split()
    yield to_simplified(name)
    yield " ".join(latin(_pinyin(word)) for word in words)
    yield " ".join(_cyrillic(word) for word in words)


@lru_cache(maxsize=1 << 15)
def _pinyin(word: str) -> str:
    """The pinyin of a Cyrillic word that is Chinese, also in a case (Чжуншаня); another word as it is."""
    form = next((form for form in base_forms(word) if looks_palladius(form)), word)
    return to_pinyin(form) or word


@lru_cache(maxsize=1 << 15)
def _cyrillic(word: str) -> str:
    """The Palladius spelling of a word in pinyin or Hanzi; another word as it is."""
    try:
        return to_cyrillic(_syllables(word) if has_hanzi(word) else word)
    except ValueError:
        return word


def _syllables(word: str) -> str:
    """Pinyin with its syllables parted (西安 is xi'an), where each letter reads alike by itself."""
    reading = from_hanzi(word)
    letters = [from_hanzi(letter) for letter in word]
    return "'".join(letters) if "".join(letters) == reading else reading
