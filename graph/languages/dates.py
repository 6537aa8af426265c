"""Dates at their stated precision, whatever the language: ``2018-03-28``, ``2018-03`` or ``2018``."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from baygraph.annotation import Token

Role = Literal["point", "as_of", "since", "until", "range"]


class DateMention(NamedTuple):
    """Tokens ``first`` to ``stop`` (exclusive) say a date; ``end`` is the last day, month or year of a range.

    ``role`` is ``as_of`` where the words tell a state at that time ("by the end of 2017"), ``since``,
    ``until``, ``range``, or ``point`` for anything else. ``value`` is empty where it cannot be resolved.
    """

    first: int
    stop: int
    value: str
    role: Role = "point"
    end: str = ""


class Core(NamedTuple):
    """A date from its first token to ``stop``; ``end`` as in ``DateMention``."""

    stop: int
    value: str
    end: str = ""


Rule = Callable[[Sequence[Token], int, str | None], Core | None]


class Dateline(NamedTuple):
    """The place (tokens ``first`` to ``stop`` of a sentence) and date with which a report opens."""

    sentence: int
    first: int
    stop: int
    value: str


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """The date in ISO 8601 as precise as it is given, or nothing where there is no such date."""
    if not (1000 <= year <= 9999 and 0 <= month <= 12):
        return ""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join(p for p in (f"{year:04}", month and f"{month:02}", day and f"{day:02}") if p)


def nearest(reference: str | None, month: int, day: int = 0, lean: int = 0) -> str:
    """The date without a year that lies nearest to the reference, the past one of two equally near.

    ``lean`` below 0 asks for the last one not after the reference, above 0 for the first not before it.
    """
    if not reference or len(reference) < 7:
        return ""
    year, now = int(reference[:4]), reference[5:10] if day else reference[5:7]
    said = f"{month:02}-{day:02}" if day else f"{month:02}"
    if lean:
        return iso(year - (lean < 0 and said > now) + (lean > 0 and said < now), month, day)
    distance = month - int(now[:2])
    return iso(year + (distance < -6) - (distance >= 6), month, day)


def shifted(reference: str | None, unit: str, steps: int) -> str:
    """The day, month or year (``d``, ``m``, ``y``) some steps from the reference, if that says it."""
    if not reference or len(reference) < {"y": 4, "m": 7, "d": 10}[unit]:
        return ""
    if unit == "y":
        return iso(int(reference[:4]) + steps)
    if unit == "d":
        return (date.fromisoformat(reference[:10]) + timedelta(days=steps)).isoformat()
    months = int(reference[:4]) * 12 + int(reference[5:7]) - 1 + steps
    return iso(months // 12, months % 12 + 1)
