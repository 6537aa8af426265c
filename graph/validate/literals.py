"""What a literal is worth: whether its text is one of its datatype, and which of two comes first."""

import re
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

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


def datatype(term: str) -> str:
    """The IRI of a literal's datatype."""
    found = parse_literal(term)
    return RDF + "langString" if found.lang else found.datatype or XSD + "string"


def well_formed(term: str) -> bool:
    """Say whether the text is one that the datatype allows; other datatypes than the graph's allow any."""
    text, _, kind = parse_literal(term)
    pattern = _LEXICAL.get(kind)
    return not pattern or (pattern.fullmatch(text) is not None and _in_calendar(text, kind))


def compare(one: str, other: str) -> int | None:
    """Order two literals of one kind: below 0, 0 or above 0; None when they cannot be compared."""
    kinds = datatype(one), datatype(other)
    if not (well_formed(one) and well_formed(other)):
        return None
    if _NUMBERS.issuperset(kinds):
        first, second = (Decimal(parse_literal(term).text) for term in (one, other))
        return (first > second) - (first < second)
    if kinds[0] != kinds[1]:
        return None
    left, right = parse_literal(one).text, parse_literal(other).text
    return (left > right) - (left < right)


def _in_calendar(text: str, kind: str) -> bool:
    try:
        if kind == XSD + "date":
            date.fromisoformat(text[:10])
        elif kind == XSD + "dateTime":
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
