"""Numbers as figures need them, whatever the language: exact arithmetic of digits, words and scales."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from baygraph.annotation import Quantity

# A number ("six"), a noun that counts groups ("dozen", 百) and a scale that closes a group ("million", 万).
Kind = Literal["number", "group", "scale"]


class Part(NamedTuple):
    """One word or string of digits of a numeral; a smaller number may follow down to ``step``."""

    value: Decimal
    kind: Kind = "number"
    step: Decimal = Decimal(0)


class Rejected(NamedTuple):
    """Tokens ``first`` to ``stop`` (exclusive) hold a number that is no figure, and why."""

    first: int
    stop: int
    reason: str


class Figures(NamedTuple):
    """The figures of a sentence and the numbers in it that are none."""

    quantities: tuple[Quantity, ...]
    rejected: tuple[Rejected, ...]


LARGEST = Decimal(10) ** 18


def read_digits(text: str, point: str) -> Decimal:
    """The value of digits with spaces, commas or full stops between them; ``point`` is the decimal mark.

    A mark that repeats, or another mark than ``point`` before exactly three digits, groups thousands.
    """
    plain = "".join(c for c in text if c.isdecimal() or c in ",.")
    for mark in ",.":
        if plain.count(mark) > 1 or (mark != point and _groups(plain, mark)):
            plain = plain.replace(mark, "")
    return Decimal(plain.replace(",", "."))


def _groups(plain: str, mark: str) -> bool:
    head, found, tail = plain.partition(mark)
    return bool(found) and 1 <= len(head) <= 3 and len(tail.split(".")[0].split(",")[0]) == 3


def word_part(value: Decimal) -> Part:
    """A number word: after "twenty" may come a number below ten, after "two hundred" one below a hundred."""
    step = Decimal(1)
    while value and value % (step * 10) == 0:
        step *= 10
    return Part(value, "number", step)


def compose(parts: Iterable[Part]) -> Decimal | None:
    """The number that the parts say together, or None where they are no one number.

    What is larger than any count of things is none: a bar code, an account, the digits of a key.
    "twenty six" is 26, "five million 300 thousand" 5300000, 二千三百万 23000000, "twenty ten" None.
    """
    total = group = Decimal(0)
    pending: Part | None = None
    ceiling: Decimal | None = None
    opened = False
    for part in parts:
        if part.kind == "number":
            pending = _joined(pending, part)
            if pending is None or (ceiling is not None and pending.value >= ceiling):
                return None
            opened = True
        elif part.kind == "group":
            group, pending, opened = group + _times(pending, part.value), None, True
        else:
            if ceiling is not None and part.value >= ceiling:
                if opened:
                    return None
                total *= part.value
            else:
                total += (group + _value(pending) if opened else Decimal(1)) * part.value
            group, pending, ceiling, opened = Decimal(0), None, part.value, False
    said = total + group + _value(pending)
    return whole(said) if said <= LARGEST else None


def _joined(pending: Part | None, part: Part) -> Part | None:
    if pending is None:
        return part
    fits = part.value < pending.step
    return Part(pending.value + part.value, "number", part.step) if fits else None


def _value(pending: Part | None) -> Decimal:
    return pending.value if pending else Decimal(0)


def _times(pending: Part | None, factor: Decimal) -> Decimal:
    return (pending.value if pending else Decimal(1)) * factor


def whole(value: Decimal) -> Decimal:
    """The same value without exponent or trailing zeros: 2.80E+9 becomes 2800000000."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
