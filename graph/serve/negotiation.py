"""Which of the formats at hand a client wants, by its Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Iterator, Sequence
from typing import Final

JSON: Final = "application/sparql-results+json"
XML: Final = "application/sparql-results+xml"
TURTLE: Final = "text/turtle"
JSON_LD: Final = "application/ld+json"
HTML: Final = "text/html"
# The first is what a client gets that does not mind.
ROWS: Final = (JSON, XML, "text/csv", "text/tab-separated-values", "application/json", "application/xml")
GRAPH: Final = (TURTLE, JSON_LD, "application/n-triples", "application/rdf+xml", "application/json")
EXTENSIONS: Final = {
    "ttl": TURTLE, "jsonld": JSON_LD, "nt": "application/n-triples", "rdf": "application/rdf+xml",
}  # fmt: skip


def chosen(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered media type that is wanted most, the first of equals; None if none is wanted."""
    if not accept or not accept.strip():
        return offered[0]
    ranges = tuple(_ranges(accept))
    best = max(offered, key=lambda media_type: _quality(media_type, ranges))
    return best if _quality(best, ranges) > 0 else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        yield name, _number(quality)


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """That of the most exact range that the type falls into."""
    kind = media_type.partition("/")[0]
    for wanted in (media_type, f"{kind}/*", "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0


def _number(quality: str) -> float:
    try:
        return min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return 0.0
