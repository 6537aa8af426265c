"""The keys of things: what stands after ``id:`` in an IRI, one for a thing in every language and script.

A key holds ``a-z``, ``0-9`` and hyphens, is never empty and of limited length; two hyphens together part what
a composed key is made of.
"""

from decimal import Decimal

from baygraph.identity.data import table
from baygraph.identity.fold import cap, digest, slug
from baygraph.identity.names import is_specific, name_key, translated
from baygraph.identity.persons import chinese_name, person_key
from baygraph.identity.places import place_key
from baygraph.identity.vocabulary import Concept, Order, Vocabulary, concepts

__all__ = [
    "Concept",
    "Order",
    "Vocabulary",
    "chinese_name",
    "concepts",
    "described_key",
    "document_slug",
    "is_specific",
    "name_key",
    "person_key",
    "place_key",
    "slug",
    "statistic_key",
    "translated",
]


def document_slug(identifier: str) -> str:
    """Make a document's identifier part of an IRI; one that is changed by it gets a hash, to stay apart."""
    plain = slug(identifier)
    return plain if plain == identifier else cap(f"{plain}-{digest(identifier)}")


def described_key(document_id: str, name: str) -> str:
    """Give the key of what a document describes without a name; it is never the same in another document."""
    return f"{document_slug(document_id)}--{slug(name)}"


def statistic_key(about: str, value: Decimal, unit: str, as_of: str, measure: str) -> str:
    """Give the key of a figure: what it is about and what is counted (both keys), and the figure.

    ``unit`` and ``as_of`` may be empty; 5.50 and 5.5 are one value.
    """
    sign = "minus" if value < 0 else ""
    number = f"{abs(value).normalize():f}"
    figure = slug(" ".join(filter(None, (sign, number, table("letters")["units"].get(unit, unit), as_of))))
    return f"{about}--{measure}--{figure}"
