"""Names of people that characters write by their sounds: 保罗·马修斯, 局长拉希德."""

import re
from collections.abc import Iterator
from functools import cache

from baygraph.languages.zh.dictionary import dictionary
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.person_words import HAN, any_of, goes_over, title
from baygraph.languages.zh.words import words

FOREIGN_DOTS = "·•・‧"
FOREIGN = re.compile(f"[{HAN}]{{1,8}}(?:[·•・‧][{HAN}A-Za-z]{{1,8}})+")
SHORTEST, LONGEST = 3, 8  # characters of a name without a dot
TELLING = 2  # of its characters must be such as Chinese names hardly have


def foreign(text: str) -> Iterator[tuple[str, bool]]:
    """The foreign names with a dot, and whether a body is called after them («克鲁斯基金会»)."""
    for match in FOREIGN.finditer(text):
        name = _foreign_in(match.group())
        end = match.start() + match.group().find(name) + len(name)
        if name:
            yield name, bool(_body().match(text, end))


def parts_of_foreign(name: str) -> tuple[str, ...]:
    """The last part of a foreign name, by which a text goes on: 素玛尼 of 朱拉·素玛尼."""
    last = re.split("[·•・‧]", name)[-1]
    entry = dictionary().words.get(last)
    return (last,) if last != name and len(last) > 2 and (entry is None or entry.tag[:2] == "nr") else ()


def sounded_at(text: str, at: int) -> str:
    """The name without a dot that begins at a place behind an office, or nothing: 局长拉希德先生."""
    stop = at
    while stop < min(len(text), at + LONGEST) and text[stop] in _sound_characters():
        stop += 1
    while stop > at and goes_over(text, stop):
        stop -= 1
    name = text[at:stop]
    dotted = text[stop : stop + 1] in FOREIGN_DOTS and stop < len(text)
    known = any(name[:n] in known_things() or _is_common(name[:n]) for n in range(2, len(name) + 1))
    placed = text[stop : stop + 1] in words("foreign", "behind_places")
    return name if telling(name) and not (dotted or known or placed) else ""


def is_sound(word: str) -> bool:
    """Say whether all characters of a word may write foreign sounds."""
    return all(c in _sound_characters() for c in word)


def telling(name: str) -> bool:
    """Say whether such characters are enough for a name, and hardly those of a Chinese one."""
    return len(name) >= SHORTEST and sum(c in _telling() for c in name) >= TELLING


def _is_common(word: str) -> bool:
    entry = dictionary().words.get(word)
    return entry is not None and not entry.tag.startswith(("nr", "nz"))


@cache
def sounded_place() -> re.Pattern[str]:
    """Characters of foreign sounds before 市, 省 and the like, unless an office goes on (市长)."""
    sounds = "".join(sorted(_sound_characters()))
    return re.compile(f"[{sounds}]{{3,8}}(?:市(?!场|民)|[州省县镇岛](?!长))")


@cache
def _telling() -> frozenset[str]:
    return frozenset("".join(words("foreign", "telling")))


@cache
def _body() -> re.Pattern[str]:
    return re.compile(any_of("foreign", "bodies"))


def _foreign_in(run: str) -> str:
    """The foreign name in a run of characters with a dot: what surrounds it writes no sounds."""
    parts = re.split("([·•・‧])", run)
    first, last = _sounds(parts[0][::-1])[::-1], _sounds(parts[-1])
    last = last[:-1] if len(last) > 1 and goes_over(parts[-1], len(last)) else last
    last = next((last[:i] for i in range(1, len(last)) if title().match(last, i)), last)
    ends = [i for i in range(1, len(first)) for j in range(i) if title().fullmatch(first[j:i])]
    first = first[max(ends, default=0) :]
    first = next((first[n:] for n in (5, 4, 3, 2) if n < len(first) and _is_country(first[:n])), first)
    return "".join((first, *parts[1:-1], last)) if first and last else ""


def _is_country(text: str) -> bool:
    known = known_things().get(text)
    return known is not None and "Country" in known.types


def _sounds(text: str) -> str:
    """The characters at the beginning that write foreign sounds, or Latin letters."""
    sounds = _sound_characters()
    stop = next((i for i, c in enumerate(text) if c not in sounds and not c.isascii()), len(text))
    return text[:stop]


@cache
def _sound_characters() -> frozenset[str]:
    return frozenset("".join(words("foreign", "sounds")))
