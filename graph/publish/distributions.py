"""The files of a published folder as DCAT distributions with size and checksum."""

import hashlib
from pathlib import Path
from types import MappingProxyType
from typing import Final

from baygraph.publish.describing import LICENCE, Pair, is_a, own, said, term, words
from baygraph.terms import XSD
from baygraph.triples import iri, literal

_IANA: Final = "https://www.iana.org/assignments/media-types/"
_MEDIA_TYPES: Final = MappingProxyType(
    {".ttl": "text/turtle", ".nq": "application/n-quads", ".html": "text/html", ".json": "application/json"}
)


def file_node(path: Path) -> str:
    """The IRI of a file as a distribution."""
    return own(f"file.{path.name}")


def distribution(path: Path) -> dict[str, list[Pair]]:
    """Describe a file that was written."""
    checksum = own(f"checksum.{path.name}")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        file_node(path): [
            is_a("dcat:Distribution"),
            (term("dcterms:title"), literal(path.name)),
            *said("dcterms:description", words()["files"].get(path.name, {})),
            (term("dcterms:license"), LICENCE),
            (term("dcat:accessURL"), own(path.name)),
            (term("dcat:downloadURL"), own(path.name)),
            (term("dcat:mediaType"), iri(_IANA + _MEDIA_TYPES[path.suffix])),
            (term("dcat:byteSize"), literal(str(path.stat().st_size), XSD + "nonNegativeInteger")),
            (term("spdx:checksum"), checksum),
        ],
        checksum: [
            is_a("spdx:Checksum"),
            (term("spdx:algorithm"), term("spdx:checksumAlgorithm_sha256")),
            (term("spdx:checksumValue"), literal(digest, XSD + "hexBinary")),
        ],
    }
