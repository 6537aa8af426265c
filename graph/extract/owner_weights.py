"""Learned weights of whose figure it is: a line of ``owners.tsv`` is a feature, of whom, and thousandths.

A feature may count for things of all classes, of one kind of class («Facility»), or of one class («Park»).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from baygraph.extract.prominence import GROUP

FILE = Path(__file__).with_name("owners.tsv")
ANY = "any"
ITSELF = "itself"  # the feature of a class that it is that class
OF_MEASURE = "of "  # how features of what is counted begin, which each class has weights for


def expanded(cls: str, features: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The features of a thing, each with whom it counts for."""
    group = GROUP[cls]
    yield from ((ITSELF, cls), (ITSELF, group))
    for feature in features:
        yield from ((feature, ANY), (feature, group))
        if feature.startswith(OF_MEASURE):
            yield feature, cls


@cache
def weights_for(cls: str) -> Mapping[str, int]:
    """What each feature weighs for things of a class, in whole thousandths."""
    whom = {ANY, GROUP[cls], cls}
    table: dict[str, int] = {}
    for feature, of, weight in _lines():
        if of in whom:
            table[feature] = table.get(feature, 0) + int(weight)
    return table


@cache
def _lines() -> tuple[tuple[str, str, str], ...]:
    lines = (line.split("\t") for line in FILE.read_text("utf-8").splitlines())
    return tuple((feature, of, weight) for feature, of, weight in lines)
