"""How much there is of what: the figures of void.ttl and of report.json."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from baygraph.terms import TYPE
from baygraph.triples import Triple, iri

_IS_A = iri(TYPE)


@dataclass(frozen=True, slots=True)
class Counts:
    """Triples, subjects and objects of one graph, and its triples by property and class (IRIs as terms)."""

    triples: int
    subjects: int
    objects: int
    properties: Mapping[str, int]
    classes: Mapping[str, int]


def count(triples: Iterable[Triple]) -> Counts:
    """Count a graph whose triples come subject by subject."""
    properties: dict[str, int] = defaultdict(int)
    classes: dict[str, int] = defaultdict(int)
    objects: set[str] = set()
    subjects = 0
    last = ""
    for subject, predicate, value in triples:
        if subject != last:
            subjects += 1
            last = subject
        properties[predicate] += 1
        objects.add(value)
        if predicate == _IS_A:
            classes[value] += 1
    by_name = dict(sorted(properties.items())), dict(sorted(classes.items()))
    return Counts(sum(properties.values()), subjects, len(objects), *by_name)
