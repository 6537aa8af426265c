"""The classes of the contract in groups, and between which a property may stand."""

from collections.abc import Iterable
from functools import cache

from baygraph import terms


@cache
def members_of(cls: str) -> frozenset[str]:
    """A class with its subclasses; a name that is no class has no members."""
    return frozenset(name for name in terms.CLASSES if terms.is_a(name, cls))


PLACE = members_of("Place")
INSTITUTION = members_of("Institution")
AGENT = members_of("Agent")
FACILITY = members_of("Facility")
EVENT = members_of("Event")
PROGRAM = members_of("Program")
PROJECT = members_of("Project")
AGREEMENT = members_of("Agreement")
FIELD = members_of("Field")
GOAL = members_of("Goal")
PERSON = members_of("Person")


def grain(cls: str) -> int:
    """How fine a place of a class is: country, region, city, district."""
    return ("Country", "Region", "City", "District", "Place").index(cls)


def allows(prop: str, subject: Iterable[str], obj: Iterable[str]) -> bool:
    """Say whether a property may stand between things of some of these classes."""
    return any(_allows(prop, s, o) for s in subject for o in obj)


@cache
def _allows(prop: str, subject: str, obj: str) -> bool:
    return terms.allows(prop, subject, obj)
