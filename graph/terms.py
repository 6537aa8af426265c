"""The vocabulary by name: namespaces, and the ontology's classes and properties as plain strings.

Nothing heavy is imported here. ``ontology/baygraph.ttl`` says what the terms mean; a test compares the two.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BAY: Final = "https://w3id.org/baygraph/ontology#"
ID: Final = "https://w3id.org/baygraph/id/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
SCHEMA: Final = "https://schema.org/"
GEO: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#"
WD: Final = "http://www.wikidata.org/entity/"

TYPE: Final = RDF + "type"
LABEL: Final = RDFS + "label"
ALT_LABEL: Final = SKOS + "altLabel"
PREF_LABEL: Final = SKOS + "prefLabel"
HIDDEN_LABEL: Final = SKOS + "hiddenLabel"
SAME_AS: Final = OWL + "sameAs"
LOCATED_IN: Final = BAY + "locatedIn"

# Each class with its parent; a class without one has "".
PARENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Place": "",
        "Country": "Place",
        "Region": "Place",
        "City": "Place",
        "District": "Place",
        "Agent": "",
        "Person": "Agent",
        "Institution": "Agent",
        "University": "Institution",
        "ResearchInstitute": "Institution",
        "Company": "Institution",
        "GovernmentBody": "Institution",
        "Association": "Institution",
        "Facility": "",
        "OverseasStation": "Facility",
        "Incubator": "Facility",
        "Park": "Facility",
        "Laboratory": "Facility",
        "Workstation": "Facility",
        "Platform": "Facility",
        "Event": "",
        "Program": "",
        "TalentProgram": "Program",
        "Policy": "Program",
        "Project": "",
        "Agreement": "",
        "Field": "",
        "Goal": "",
        "Statistic": "",
        "Document": "",
        "Evidence": "",
    }
)
CLASSES: Final = tuple(PARENTS)
LEAVES: Final = tuple(name for name in CLASSES if name not in PARENTS.values())

# What a statement can be about: everything but the statements' own apparatus.
THINGS: Final = frozenset(
    {"Place", "Agent", "Facility", "Event", "Program", "Project", "Agreement", "Field", "Goal"}
)
_ACTORS: Final = frozenset({"Agent", "Place", "Facility"})
_BODIES: Final = frozenset({"Facility", "Institution"})

# Each property between individuals with the classes that it leads from and to.
SIGNATURES: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = MappingProxyType(
    {
        "locatedIn": (THINGS - {"Agent"} | {"Institution", "Statistic"}, frozenset({"Place"})),
        "partOf": (
            frozenset({"Event", "Facility", "Institution", "Program", "Project"}),
            frozenset({"Event", "Facility", "Institution", "Program", "Project"}),
        ),
        "organizedBy": (frozenset({"Event"}), _ACTORS),
        "participant": (frozenset({"Event"}), _ACTORS),
        "establishedBy": (_BODIES | {"Project"}, _ACTORS),
        "runBy": (frozenset({"Program"}), frozenset({"Agent", "Place"})),
        "partner": (_BODIES | {"Project", "Agreement", "Program"}, _BODIES),
        "signedAt": (_BODIES | {"Project", "Agreement"}, frozenset({"Event"})),
        "creates": (frozenset({"Project"}), _BODIES),
        "field": (THINGS - {"Place"} | {"Statistic"}, frozenset({"Field"})),
        "affiliatedWith": (frozenset({"Person"}), _BODIES | {"Place", "Project"}),
        "cooperatesWith": (_ACTORS, _ACTORS),
        "pursues": (_BODIES | {"Place", "Event"}, frozenset({"Goal"})),
        "about": (frozenset({"Statistic"}), THINGS),
    }
)
# A part is of one kind with its whole; facilities and institutions count as one kind here.
_PART_KINDS: Final = (_BODIES, frozenset({"Event"}), frozenset({"Program"}), frozenset({"Project"}))

STATISTIC_PROPERTIES: Final = ("value", "unit", "measure", "asOf", "approximate")
DATE_PROPERTIES: Final = ("startDate", "endDate", "asOf")
EVIDENCE_PROPERTIES: Final = ("quote", "start", "end", "prefix", "suffix")
CLAIM_PROPERTIES: Final = ("supportedBy", "rule", "confidence", "modality")
LITERAL_PROPERTIES: Final = (
    "jobTitle", "startDate", "endDate", *STATISTIC_PROPERTIES, *EVIDENCE_PROPERTIES, *CLAIM_PROPERTIES[1:],
)  # fmt: skip
PROPERTIES: Final = (*SIGNATURES, *LITERAL_PROPERTIES, "supportedBy")
DATE_TYPES: Final = ("date", "gYearMonth", "gYear")


def bay(name: str) -> str:
    """The IRI of a term of the ontology."""
    return BAY + name


def iri(key: str) -> str:
    """The IRI of an individual."""
    return ID + key


def ancestors(name: str) -> tuple[str, ...]:
    """The class itself and those above it, nearest first."""
    parent = PARENTS[name]
    return (name, *ancestors(parent)) if parent else (name,)


def is_a(name: str, *wanted: str) -> bool:
    """Say whether a class is one of the wanted classes or lies below one."""
    return not set(wanted).isdisjoint(ancestors(name))


def allows(predicate: str, subject: str, object_: str) -> bool:
    """Say whether a property may lead from an individual of one class to one of another."""
    sources, targets = SIGNATURES[predicate]
    fits = is_a(subject, *sources) and is_a(object_, *targets)
    if predicate == "partOf":
        return fits and any(is_a(subject, *kind) and is_a(object_, *kind) for kind in _PART_KINDS)
    return fits
