"""What a literal is worth: whether its text is one of its datatype, and which of two comes first."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from baygraph.terms import RDF, XSD
from baygraph.triples import parse_literal

_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
_LEXICAL = MappingProxyType(
    {
        XSD + "integer": re.compile(r"[+-]?\d+"),
        XSD + "nonNegativeInteger": re.compile(r"\+?\d+|-0+"),
        XSD + "decimal": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
        XSD + "boolean": re.compile(r"true|false|0|1"),
        XSD + "date": re.compile(rf"-?\d{{4,}}-\d\d-\d\d{_ZONE}"),
        XSD + "dateTime": re.compile(rf"-?\d{{4,}}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?{_ZONE}"),
        XSD + "gYearMonth": re.compile(rf"-?\d{{4,}}-(?:0[1-9]|1[0-2]){_ZONE}"),
        XSD + "gYear": re.compile(rf"-?\d{{4,}}{_ZONE}"),
    }
)
_NUMBERS = frozenset({XSD + "integer", XSD + "nonNegativeInteger", XSD + "decimal"})
# Numbers and dates come again and again, so what was found out about one is kept.
_KEPT = 1 << 16


class _Worth(NamedTuple):
    kind: str
    number: Decimal
    text: str


def datatype(term: str) -> str:
    """The IRI of a literal's datatype, told from the end of the term alone; none for an IRI."""
    if term[0] != '"':
        return ""
    if term[-1] == '"':
        return XSD + "string"
    return term[term.rindex("^^<") + 3 : -1] if term[-1] == ">" else RDF + "langString"


@lru_cache(_KEPT)
def well_formed(term: str) -> bool:
    """Say whether the text is one that the datatype allows; other datatypes than the graph's allow any."""
    kind = datatype(term)
    pattern = _LEXICAL.get(kind)
    if not pattern:
        return True
    text = parse_literal(term).text
    return pattern.fullmatch(text) is not None and _in_calendar(text, kind)


def compare(one: str, other: str) -> int | None:
    """Order two literals of one kind: below 0, 0 or above 0; None when they cannot be compared."""
    left, right = _worth(one), _worth(other)
    if not left or not right or left.kind != right.kind:
        return None
    return (left > right) - (left < right)


@lru_cache(_KEPT)
def _worth(term: str) -> _Worth | None:
    kind = datatype(term)
    if not kind or not well_formed(term):
        return None
    text = parse_literal(term).text
    return _Worth("number", Decimal(text), "") if kind in _NUMBERS else _Worth(kind, Decimal(0), text)


def _in_calendar(text: str, kind: str) -> bool:
    try:
        if kind == XSD + "date":
            date.fromisoformat(text[:10])
        elif kind == XSD + "dateTime":
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
