"""The description of the dataset for catalogues: VoID and DCAT."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from baygraph.evidence import reading_order
from baygraph.populate import Dataset
from baygraph.publish.counts import Counts
from baygraph.publish.layout import GRAPH, GRAPHS
from baygraph.publish.turtle import PREFIXES, short_name
from baygraph.terms import BAY, DCTERMS, ID, TYPE, XSD
from baygraph.triples import Triple, iri, literal, parse_literal

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
DATASET: Final = iri(GRAPH + "dataset")
RIGHTS: Final = "The graph is under the licence named; quotes belong to the publishers of the documents."
TITLE: Final = "Baygraph: talent, innovation and cooperation in the Greater Bay Area"

_IANA: Final = "https://www.iana.org/assignments/media-types/"
_MEDIA_TYPES: Final = MappingProxyType(
    {".ttl": "text/turtle", ".nq": "application/n-quads", ".html": "text/html", ".json": "application/json"}
)
_TITLES: Final = MappingProxyType(
    {
        "baygraph.ttl": "Stated facts",
        "evidence.ttl": "Claims and evidence",
        "inferred.ttl": "Facts that follow from the ontology",
    }
)
Pair = tuple[str, str]


def describe(dataset: Dataset, counts: Mapping[str, Counts], files: list[Path]) -> Iterator[Triple]:
    """Describe the graphs (``counts`` by file name) and the files that were written."""
    about = {DATASET: _dataset(dataset, counts, files)}
    for name, counted in counts.items():
        about |= _subset(name, counted)
    for path in files:
        about |= _distribution(path)
    triples = ((subject, predicate, value) for subject, pairs in about.items() for predicate, value in pairs)
    yield from sorted(triples, key=reading_order)


def newest(dataset: Dataset) -> str | None:
    """The newest date of issue among the documents, as a term; the only date that a build knows."""
    issued = (o for d in dataset.documents for _, p, o in d.description if p == iri(DCTERMS + "issued"))
    return max(issued, key=lambda term: (parse_literal(term).text, term), default=None)


def _dataset(dataset: Dataset, counts: Mapping[str, Counts], files: list[Path]) -> list[Pair]:
    issued = newest(dataset)
    return [
        (iri(TYPE), _void("Dataset")),
        (iri(TYPE), _dcat("Dataset")),
        (_dcterms("title"), literal(TITLE, lang="en")),
        (_dcterms("license"), iri(LICENCE)),
        (_dcterms("rights"), literal(RIGHTS, lang="en")),
        *([(_dcterms("issued"), issued)] if issued else []),
        *((_dcterms("language"), literal(tag)) for tag in sorted({d.lang for d in dataset.documents})),
        (_void("documents"), _number(len(dataset.documents))),
        (_void("triples"), _number(sum(counted.triples for counted in counts.values()))),
        (_void("uriSpace"), literal(ID)),
        (_void("vocabulary"), iri(BAY)),
        *((_void("subset"), iri(GRAPHS[name])) for name in counts),
        *((_dcat("distribution"), _file(path)) for path in files),
    ]


def _subset(name: str, counted: Counts) -> dict[str, list[Pair]]:
    graph = GRAPHS[name]
    classes = {iri(f"{graph}.class.{short_name(term)}"): (term, n) for term, n in counted.classes.items()}
    properties = {
        iri(f"{graph}.property.{short_name(term)}"): (term, n) for term, n in counted.properties.items()
    }
    about = {
        iri(graph): [
            (iri(TYPE), _void("Dataset")),
            (_dcterms("title"), literal(_TITLES[name], lang="en")),
            (_void("triples"), _number(counted.triples)),
            (_void("distinctSubjects"), _number(counted.subjects)),
            (_void("classes"), _number(len(classes))),
            (_void("properties"), _number(len(properties))),
            (_void("dataDump"), iri(GRAPH + name)),
            *((_void("classPartition"), part) for part in classes),
            *((_void("propertyPartition"), part) for part in properties),
        ]
    }
    about |= {
        part: [(_void("class"), t), (_void("entities"), _number(n))] for part, (t, n) in classes.items()
    }
    return about | {
        p: [(_void("property"), t), (_void("triples"), _number(n))] for p, (t, n) in properties.items()
    }


def _distribution(path: Path) -> dict[str, list[Pair]]:
    checksum = iri(f"{GRAPH}checksum.{path.name}")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        _file(path): [
            (iri(TYPE), _dcat("Distribution")),
            (_dcterms("title"), literal(path.name)),
            (_dcterms("license"), iri(LICENCE)),
            (_dcat("mediaType"), iri(_IANA + _MEDIA_TYPES[path.suffix])),
            (_dcat("byteSize"), literal(str(path.stat().st_size), XSD + "nonNegativeInteger")),
            (_spdx("checksum"), checksum),
        ],
        checksum: [
            (iri(TYPE), _spdx("Checksum")),
            (_spdx("algorithm"), _spdx("checksumAlgorithm_sha256")),
            (_spdx("checksumValue"), literal(digest, XSD + "hexBinary")),
        ],
    }


def _file(path: Path) -> str:
    return iri(f"{GRAPH}file.{path.name}")


def _number(value: int) -> str:
    return literal(str(value), XSD + "integer")


def _void(name: str) -> str:
    return iri(PREFIXES["void"] + name)


def _dcat(name: str) -> str:
    return iri(PREFIXES["dcat"] + name)


def _spdx(name: str) -> str:
    return iri(PREFIXES["spdx"] + name)


def _dcterms(name: str) -> str:
    return iri(DCTERMS + name)
