"""Each constraint of SHACL's core that is tested, by the local name of its parameter."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import ge, gt, le, lt
from types import MappingProxyType

from baygraph.terms import XSD
from baygraph.triples import parse_literal, text_of
from baygraph.validate.data import Data, Node, below
from baygraph.validate.literals import compare, datatype, well_formed
from baygraph.validate.shapes import SH, ClassTest, SetTest, TermTest

_KINDS = MappingProxyType(
    {
        f"<{SH}IRI>": ("<",),
        f"<{SH}Literal>": ('"',),
        f"<{SH}IRIOrLiteral>": ("<", '"'),
        f"<{SH}BlankNode>": ("_",),
        f"<{SH}BlankNodeOrIRI>": ("_", "<"),
        f"<{SH}BlankNodeOrLiteral>": ("_", '"'),
    }
)
_FLAGS = MappingProxyType({"i": re.IGNORECASE, "s": re.DOTALL, "m": re.MULTILINE, "x": re.VERBOSE})


def has_class(wanted: Node) -> ClassTest:
    """``sh:class``: of this class or one below it."""
    fitting = below(wanted)
    return lambda classes: not fitting.isdisjoint(classes)


def has_datatype(wanted: Node) -> TermTest:
    """``sh:datatype``: a literal of this type whose text is one of the type."""
    kind = text_of(wanted)
    if kind == XSD + "string":  # any text is one
        return lambda value: value[0] == value[-1] == '"'
    return lambda value: datatype(value) == kind and well_formed(value)


def has_kind(wanted: Node) -> TermTest:
    """``sh:nodeKind``."""
    marks = _KINDS[wanted]
    return lambda value: value.startswith(marks)


def is_among(wanted: Sequence[Node]) -> TermTest:
    """``sh:in``."""
    return frozenset(wanted).__contains__


def matches(wanted: Node, flags: str) -> TermTest:
    """``sh:pattern`` with ``sh:flags``."""
    pattern = re.compile(text_of(wanted), sum(_FLAGS[flag] for flag in flags))
    return lambda value: value[0] != "_" and pattern.search(text_of(value)) is not None


def has_length(wanted: Node, fits: Callable[[int, int], bool]) -> TermTest:
    """``sh:minLength`` and ``sh:maxLength``, in code points."""
    bound = int(text_of(wanted))
    return lambda value: value[0] != "_" and fits(len(text_of(value)), bound)


def has_bound(wanted: Node, fits: Callable[[int, int], bool]) -> TermTest:
    """``sh:minInclusive`` and its like; what cannot be compared does not pass."""

    def passes(value: Node) -> bool:
        order = compare(value, wanted)
        return order is not None and fits(order, 0)

    return passes


def has_language(wanted: Sequence[Node]) -> TermTest:
    """``sh:languageIn``: a tag is of a language that it is or begins with."""
    ranges = [text_of(tag).lower() for tag in wanted]

    def passes(value: Node) -> bool:
        tag = parse_literal(value).lang.lower() if value[0] == '"' else ""
        return any(tag == each or tag.startswith(each + "-") for each in ranges)

    return passes


def one_each_language(data: Data, node: Node, values: Sequence[Node]) -> Iterator[Node]:
    """``sh:uniqueLang``."""
    tags = Counter(parse_literal(value).lang.lower() for value in values if value[0] == '"')
    yield from ("" for tag, number in tags.items() if tag and number > 1)


def holds(wanted: Node) -> SetTest:
    """``sh:hasValue``."""
    return lambda data, node, values: () if wanted in values else ("",)


def equals(other: Node) -> SetTest:
    """``sh:equals``: the same values as another property has."""
    return lambda data, node, values: sorted(set(values) ^ set(data.values(node, other)))


def disjoint(other: Node) -> SetTest:
    """``sh:disjoint``: no value that another property has."""
    return lambda data, node, values: sorted(set(values) & set(data.values(node, other)))


def precedes(other: Node, fits: Callable[[int, int], bool]) -> SetTest:
    """``sh:lessThan`` and ``sh:lessThanOrEquals``: before each value of another property."""

    def offending(data: Data, node: Node, values: Sequence[Node]) -> Iterator[Node]:
        for value in values:
            for bound in data.values(node, other):
                order = compare(value, bound)
                if order is None or not fits(order, 0):
                    yield value

    return offending


TERM: Mapping[str, Callable[[Node], TermTest]] = MappingProxyType(
    {
        "datatype": has_datatype,
        "nodeKind": has_kind,
        "minLength": lambda wanted: has_length(wanted, ge),
        "maxLength": lambda wanted: has_length(wanted, le),
        "minInclusive": lambda wanted: has_bound(wanted, ge),
        "maxInclusive": lambda wanted: has_bound(wanted, le),
        "minExclusive": lambda wanted: has_bound(wanted, gt),
        "maxExclusive": lambda wanted: has_bound(wanted, lt),
    }
)
TERM_OF_LIST: Mapping[str, Callable[[Sequence[Node]], TermTest]] = MappingProxyType(
    {"in": is_among, "languageIn": has_language}
)
SET: Mapping[str, Callable[[Node], SetTest]] = MappingProxyType(
    {
        "hasValue": holds,
        "equals": equals,
        "disjoint": disjoint,
        "lessThan": lambda other: precedes(other, lt),
        "lessThanOrEquals": lambda other: precedes(other, le),
    }
)
