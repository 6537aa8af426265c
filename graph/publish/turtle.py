"""Triples as Turtle and as N-Quads, line by line and always in the same spelling."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from baygraph.terms import BAY, DCTERMS, GEO, ID, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, TYPE, WD, XSD
from baygraph.triples import Triple, iri

PREFIXES: Final = MappingProxyType(
    {
        "bay": BAY,
        "claim": ID + "claim/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": DCTERMS,
        "doc": ID + "doc/",
        "evidence": ID + "evidence/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": GEO,
        "graph": "https://w3id.org/baygraph/graph/",
        "id": ID,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "spdx": "http://spdx.org/rdf/terms#",
        "void": "http://rdfs.org/ns/void#",
        "wd": WD,
        "xsd": XSD,
    }
)
HEADER: Final = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())

_NAMES: Final = {namespace: name for name, namespace in PREFIXES.items()}
# Narrower than what Turtle allows in a local name, so that nothing ever needs a backslash.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE = MappingProxyType(
    {
        f"^^{iri(XSD + 'integer')}": re.compile(r"[+-]?[0-9]+"),
        f"^^{iri(XSD + 'decimal')}": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
        f"^^{iri(XSD + 'boolean')}": re.compile(r"true|false"),
    }
)
_IS_A: Final = iri(TYPE)
_KEPT: Final = 1 << 15  # terms whose spelling is remembered: those of one document come close together


def to_turtle(triples: Iterable[Triple]) -> Iterator[str]:
    """Write triples, one piece of text a subject; those of a subject, and of a property, come in a row."""
    yield HEADER
    yield from spell_subjects(triples)


def spell_subjects(triples: Iterable[Triple]) -> Iterator[str]:
    """Write triples as a part of a Turtle file, without the prefixes that stand at its beginning."""
    for subject, about in groupby(triples, key=itemgetter(0)):
        piece = ["\n", shorten(subject)]
        last, mark = "", " "
        for _, predicate, value in about:
            if predicate == last:
                piece += ", ", spell(value)
            else:
                piece += mark, spell_property(predicate), " ", spell(value)
                last, mark = predicate, " ;\n    "
        piece.append(" .\n")
        yield "".join(piece)


def to_nquads(triples: Iterable[Triple], graph: str) -> Iterator[str]:
    """Write triples as lines of one named graph; ``graph`` is its IRI as a term."""
    end = f" {graph} .\n"
    return (f"{s} {p} {o}{end}" for s, p, o in triples)


def to_ntriples(triples: Iterable[Triple]) -> Iterator[str]:
    """Write triples as lines."""
    return (f"{s} {p} {o} .\n" for s, p, o in triples)


def short_name(term: str) -> str:
    """Give an IRI's short name for reports: the ontology's own terms without a prefix, others with a dot."""
    short = shorten(term)
    return short.removeprefix("bay:").replace(":", ".") if short != term else term[1:-1]


@lru_cache(maxsize=1024)
def spell_property(term: str) -> str:
    """Write a property in Turtle."""
    return "a" if term == _IS_A else shorten(term)


def spell(term: str) -> str:
    """Write a term as an object in Turtle."""
    if term[-1] != ">":
        return term
    return shorten(term) if term[0] == "<" else _spell_typed(term)


@lru_cache(maxsize=_KEPT)
def _spell_typed(term: str) -> str:
    quoted, mark, datatype = term.rpartition("^^")
    bare = _BARE.get(mark + datatype)
    if bare and bare.fullmatch(quoted, 1, len(quoted) - 1):
        return quoted[1:-1]
    return f"{quoted}{mark}{spell_property(datatype)}"


@lru_cache(maxsize=_KEPT)
def shorten(term: str) -> str:
    """Write an IRI (a term) by its prefix where that needs no escape, or leave it as it is."""
    end = max(term.rfind("/"), term.rfind("#")) + 1
    name = _NAMES.get(term[1:end])
    if name and _LOCAL.fullmatch(term, end, len(term) - 1):
        return f"{name}:{term[end:-1]}"
    return term
