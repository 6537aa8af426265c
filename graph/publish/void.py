"""The description of the dataset for catalogues: VoID, DCAT and where it comes from (PROV)."""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Final

from baygraph.evidence import reading_order
from baygraph.populate import Dataset
from baygraph.publish import partitions
from baygraph.publish.counts import Counts
from baygraph.publish.describing import LICENCE, Pair, is_a, number, own, said, term, words
from baygraph.publish.distributions import distribution, file_node
from baygraph.publish.layout import DESCRIPTION, GRAPHS, QUADS
from baygraph.terms import DCTERMS, ID
from baygraph.triples import Triple, iri, literal, parse_literal

DATASET: Final = own("dataset")

_BUILD: Final = own("build")
_ONTOLOGY: Final = iri("https://w3id.org/baygraph/ontology")
# DCAT asks for languages by these IRIs; a document in no known language has none.
_LANGUAGES: Final = "http://id.loc.gov/vocabulary/iso639-1/"
_N_QUADS: Final = iri("http://www.w3.org/ns/formats/N-Quads")
_TWO_LETTERS = re.compile("[a-z]{2}")


def describe(dataset: Dataset, counts: Mapping[str, Counts], files: list[Path]) -> Iterator[Triple]:
    """Describe the graphs (``counts`` by file name) and the files that were written."""
    linked = partitions.linksets(dataset)
    subsets = [*(iri(GRAPHS[name]) for name in counts), *partitions.linkset_names(linked)]
    about = {
        DATASET: [*_catalogued(dataset, files), *_counted(dataset, counts, subsets), *_derived(dataset)],
        **linked,
        **_provenance(),
    }
    for graph in partitions.graphs(counts):
        about |= graph
    for path in files:
        about |= distribution(path)
    triples = ((subject, predicate, value) for subject, pairs in about.items() for predicate, value in pairs)
    yield from sorted(triples, key=reading_order)


def newest(dataset: Dataset) -> str | None:
    """The newest date of issue among the documents, as a term; the only date that a build knows."""
    return max(_issued(dataset), key=lambda each: (parse_literal(each).text, each), default=None)


def _issued(dataset: Dataset) -> list[str]:
    return [o for d in dataset.documents for _, p, o in d.description if p == iri(DCTERMS + "issued")]


def _catalogued(dataset: Dataset, files: list[Path]) -> Iterator[Pair]:
    """What DCAT asks of a dataset."""
    yield is_a("dcat:Dataset")
    yield from said("dcterms:title", words()["title"])
    yield from said("dcterms:description", words()["description"])
    for lang, keywords in words()["keywords"].items():
        yield from ((term("dcat:keyword"), literal(keyword, lang=lang)) for keyword in keywords)
    yield term("dcterms:license"), LICENCE
    yield from said("dcterms:rights", words()["rights"])
    if issued := newest(dataset):
        yield term("dcterms:issued"), issued
    for tag in sorted({document.lang for document in dataset.documents}):
        if _TWO_LETTERS.fullmatch(tag):
            yield term("dcterms:language"), iri(_LANGUAGES + tag)
    yield term("dcterms:conformsTo"), _ONTOLOGY
    yield from ((term("dcat:distribution"), file_node(path)) for path in files)


def _counted(dataset: Dataset, counts: Mapping[str, Counts], subsets: list[str]) -> Iterator[Pair]:
    """What VoID asks of a dataset."""
    yield is_a("void:Dataset")
    yield term("void:documents"), number(len(dataset.documents))
    yield term("void:triples"), number(sum(counted.triples for counted in counts.values()))
    yield term("void:uriSpace"), literal(ID)
    yield term("void:dataDump"), own(QUADS)
    yield term("void:feature"), _N_QUADS
    yield from ((term("void:vocabulary"), each) for each in partitions.vocabularies(counts.values()))
    yield from ((term("void:exampleResource"), node) for node in partitions.examples(dataset))
    yield from ((term("void:subset"), part) for part in subsets)


def _derived(dataset: Dataset) -> Iterator[Pair]:
    """Where the dataset comes from."""
    yield is_a("prov:Entity")
    yield term("prov:wasGeneratedBy"), _BUILD
    yield from ((term("prov:wasDerivedFrom"), document.iri) for document in dataset.documents)


def _provenance() -> dict[str, list[Pair]]:
    """The build and the program, without a time: the same texts give the same file on any day."""
    release = version("baygraph")
    program = own(f"program.{release}")
    return {
        _BUILD: [is_a("prov:Activity"), (term("prov:wasAssociatedWith"), program)],
        program: [
            is_a("prov:SoftwareAgent"),
            (term("foaf:name"), literal("Baygraph")),
            (term("schema:softwareVersion"), literal(release)),
        ],
        own(DESCRIPTION): [
            is_a("void:DatasetDescription"),
            *said("dcterms:title", words()["title"]),
            (term("foaf:primaryTopic"), DATASET),
        ],
    }
