"""What stands beside a node: a name on at most two short lines, and the room that it takes."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

COLUMNS: Final = 20
LINES: Final = 2
_KEPT: Final = 1 << 12  # names whose label is remembered: one name often serves two languages of the page
_LONGEST: Final = 400  # more letters than two lines can hold are not worth looking at
_ADVANCE: Final = 0.56  # the mean advance of a Latin or Cyrillic letter in an interface font, in font sizes
_LEADING: Final = 1.25  # the height of a line, in font sizes
_WIDE: Final = r"\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
# A Han letter may start a line by itself, other words stay whole unless one is longer than a line.
_ATOM: Final = re.compile(rf" ?(?:[{_WIDE}]|[^ {_WIDE}]{{1,{COLUMNS}}})")


class Room(NamedTuple):
    """How far a label reaches, in pixels at scale 1."""

    width: float
    height: float


def columns(text: str) -> int:
    """Count the columns of a text: two for a wide letter, none for a mark that stands on another."""
    return sum(map(_columns_of, text))


def plain(text: str) -> str:
    """Drop direction marks and control characters, and make every run of spaces one space."""
    return " ".join("".join(map(_shown, text)).split())


@lru_cache(maxsize=_KEPT)
def shorten(name: str) -> str:
    """Break a name into at most two lines of twenty columns; an ellipsis stands for what does not fit."""
    lines: list[str] = []
    for atom in _ATOM.findall(plain(name[:_LONGEST])):
        if lines and columns(lines[-1] + atom) <= COLUMNS:
            lines[-1] += atom
        elif len(lines) < LINES:
            lines.append(atom.strip())
        else:
            return "\n".join([*lines[:-1], _cut(lines[-1]) + "…"])
    return "\n".join(lines)


def room(label: str, font: float) -> Room:
    """Estimate the room of a label that ``shorten`` made, at a font size in pixels."""
    lines = label.split("\n")
    return Room(max(map(columns, lines)) * _ADVANCE * font, len(lines) * _LEADING * font)


@cache
def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    return "" if kind == "Cf" else " " if kind == "Cc" else letter


@cache
def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _cut(line: str) -> str:
    while columns(line) >= COLUMNS:
        line = line[:-1]
    return line.rstrip(" ,.;:-–—")
