"""What the parts of ``void.ttl`` share: how they name terms, and what they say in words."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from baygraph.publish.layout import GRAPH
from baygraph.publish.turtle import PREFIXES
from baygraph.terms import XSD
from baygraph.triples import iri, literal

LICENCE: Final = iri("https://creativecommons.org/licenses/by/4.0/")

Pair = tuple[str, str]
About = Mapping[str, list[Pair]]


@cache
def words() -> Mapping[str, Any]:
    """The texts of ``void.toml``."""
    return MappingProxyType(tomllib.loads((files(__package__) / "void.toml").read_text("utf-8")))


def term(short: str) -> str:
    """Write a term by its short name, such as ``dcat:Dataset``."""
    prefix, _, local = short.partition(":")
    return iri(PREFIXES[prefix] + local)


def own(name: str) -> str:
    """Write the IRI of something that the description speaks of."""
    return iri(GRAPH + name)


def is_a(short: str) -> Pair:
    """State a class."""
    return term("rdf:type"), term(short)


def number(value: int) -> str:
    """Write a count."""
    return literal(str(value), XSD + "integer")


def said(short: str, texts: Mapping[str, str]) -> Iterator[Pair]:
    """State a text in each of its languages."""
    return ((term(short), literal(text, lang=lang)) for lang, text in texts.items())
