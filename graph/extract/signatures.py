"""Between which classes a property may stand (the contract's table), with subclasses spelled out."""

from collections.abc import Iterable

PLACE = frozenset({"Place", "Country", "Region", "City", "District"})
INSTITUTION = frozenset({"Institution", "University", "ResearchInstitute", "Company", "GovernmentBody", "Association"})
AGENT = INSTITUTION | {"Agent", "Person"}
FACILITY = frozenset({"Facility", "OverseasStation", "Incubator", "Park", "Laboratory", "Workstation", "Platform"})
EVENT = frozenset({"Event"})
PROGRAM = frozenset({"Program", "TalentProgram", "Policy"})
PROJECT = frozenset({"Project"})
AGREEMENT = frozenset({"Agreement"})
FIELD = frozenset({"Field"})
GOAL = frozenset({"Goal"})
PERSON = frozenset({"Person"})
ANYTHING = PLACE | AGENT | FACILITY | EVENT | PROGRAM | PROJECT | AGREEMENT

SIGNATURES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "locatedIn": (ANYTHING - PERSON, PLACE),
    "partOf": (EVENT | FACILITY | INSTITUTION | PROGRAM | PROJECT, EVENT | FACILITY | INSTITUTION | PROGRAM | PROJECT),
    "organizedBy": (EVENT, AGENT | PLACE | FACILITY),
    "participant": (EVENT, AGENT | PLACE | FACILITY),
    "establishedBy": (FACILITY | INSTITUTION | PROJECT, AGENT | PLACE | FACILITY),
    "runBy": (PROGRAM, AGENT | PLACE),
    "partner": (PROJECT | FACILITY | AGREEMENT | PROGRAM | INSTITUTION, INSTITUTION | FACILITY),
    "signedAt": (PROJECT | AGREEMENT | FACILITY | INSTITUTION, EVENT),
    "creates": (PROJECT, FACILITY | INSTITUTION),
    "field": (ANYTHING - PLACE, FIELD),
    "affiliatedWith": (PERSON, INSTITUTION | PLACE | FACILITY | PROJECT),
    "cooperatesWith": (AGENT | PLACE | FACILITY, AGENT | PLACE | FACILITY),
    "pursues": (PLACE | INSTITUTION | FACILITY | EVENT, GOAL),
}
GROUPS = {"Place": PLACE, "Institution": INSTITUTION, "Facility": FACILITY, "Program": PROGRAM, "Agent": AGENT}
# A part and its whole are of one kind.
SAME_KIND = (EVENT, FACILITY | INSTITUTION, PROGRAM, PROJECT)


def members_of(cls: str) -> frozenset[str]:
    """A class with its subclasses."""
    return GROUPS.get(cls, frozenset({cls}))


def allows(prop: str, subject: Iterable[str], obj: Iterable[str]) -> bool:
    """Say whether a property may stand between things of these classes."""
    domain, range_ = SIGNATURES[prop]
    subject, obj = frozenset(subject), frozenset(obj)
    if not (subject & domain and obj & range_):
        return False
    return prop != "partOf" or any(subject & kind and obj & kind for kind in SAME_KIND)
