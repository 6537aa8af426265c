"""Triples as RDF/XML, one element a subject and one line a property."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from baygraph.errors import BaygraphError
from baygraph.export.xml import DECLARATION, escaped
from baygraph.publish.turtle import PREFIXES, shorten
from baygraph.triples import Triple, parse_literal, text_of

_NAMESPACES: Final = "".join(f'\n    xmlns:{name}="{escaped(iri)}"' for name, iri in PREFIXES.items())
_NAME = re.compile(r"(?P<prefix>[a-z]+):(?P<local>[A-Za-z_][A-Za-z0-9_.-]*)")


class NoElement(BaygraphError):
    """A property that RDF/XML has no element for."""

    reason = "has no short name, which RDF/XML needs of a property"


def to_rdfxml(triples: Iterable[Triple]) -> Iterator[str]:
    """Write triples, those of a subject in a row; raise NoElement.

    A character that XML forbids becomes U+FFFD; everything else is read back as it was.
    """
    yield f"{DECLARATION}<rdf:RDF{_NAMESPACES}>\n"
    for subject, about in groupby(triples, key=lambda triple: triple[0]):
        lines = "".join(_property(predicate, value) for _, predicate, value in about)
        yield f"<rdf:Description {_node(subject, 'about')}>\n{lines}</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(predicate: str, value: str) -> str:
    name = shorten(predicate)
    if not _NAME.fullmatch(name):
        raise NoElement(predicate)
    if not value.startswith('"'):
        return f"  <{name} {_node(value, 'resource')}/>\n"
    text, lang, datatype = parse_literal(value)
    about = f' xml:lang="{lang}"' if lang else f' rdf:datatype="{escaped(datatype)}"' if datatype else ""
    return f"  <{name}{about}>{escaped(text)}</{name}>\n"


def _node(term: str, attribute: str) -> str:
    """Name an IRI, or a blank node, in an element's tag."""
    if term.startswith("_:"):
        return f'rdf:nodeID="{escaped(term[2:])}"'
    return f'rdf:{attribute}="{escaped(text_of(term))}"'
