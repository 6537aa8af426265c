"""The description of the dataset for catalogues: VoID, DCAT and where it comes from (PROV)."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from baygraph.evidence import reading_order
from baygraph.publish import partitions
from baygraph.publish.describing import LICENCE, Pair, is_a, number, own, said, term, words
from baygraph.publish.distributions import distribution, file_node
from baygraph.publish.layout import DESCRIPTION, GRAPHS, QUADS
from baygraph.publish.summary import Summary
from baygraph.terms import ID
from baygraph.triples import Triple, iri, literal

DATASET: Final = own("dataset")

_BUILD: Final = own("build")
_ONTOLOGY: Final = iri("https://w3id.org/baygraph/ontology")
# DCAT asks for languages by these IRIs; a document in no known language has none.
_LANGUAGES: Final = "http://id.loc.gov/vocabulary/iso639-1/"
_N_QUADS: Final = iri("http://www.w3.org/ns/formats/N-Quads")
_TWO_LETTERS = re.compile("[a-z]{2}")


def describe(summary: Summary, files: list[Path]) -> Iterator[Triple]:
    """Describe the graphs and the files that were written."""
    counts = summary.counts
    linked = partitions.linksets(summary.links)
    subsets = [*(iri(GRAPHS[name]) for name in counts), *partitions.linkset_names(linked)]
    about = {
        DATASET: [*_catalogued(summary, files), *_counted(summary, subsets), *_derived(summary)],
        **linked,
        **_provenance(),
    }
    for graph in partitions.graphs(counts):
        about |= graph
    for path in files:
        about |= distribution(path)
    triples = ((subject, predicate, value) for subject, pairs in about.items() for predicate, value in pairs)
    yield from sorted(triples, key=reading_order)


def _catalogued(summary: Summary, files: list[Path]) -> Iterator[Pair]:
    """What DCAT asks of a dataset."""
    yield is_a("dcat:Dataset")
    yield from said("dcterms:title", words()["title"])
    yield from said("dcterms:description", words()["description"])
    for lang, keywords in words()["keywords"].items():
        yield from ((term("dcat:keyword"), literal(keyword, lang=lang)) for keyword in keywords)
    yield term("dcterms:license"), LICENCE
    yield from said("dcterms:rights", words()["rights"])
    if summary.issued:
        yield term("dcterms:issued"), summary.issued
    for tag in sorted(summary.languages):
        if _TWO_LETTERS.fullmatch(tag):
            yield term("dcterms:language"), iri(_LANGUAGES + tag)
    yield term("dcterms:conformsTo"), _ONTOLOGY
    yield from ((term("dcat:distribution"), file_node(path)) for path in files)


def _counted(summary: Summary, subsets: list[str]) -> Iterator[Pair]:
    """What VoID asks of a dataset."""
    counts = summary.counts
    yield is_a("void:Dataset")
    yield term("void:documents"), number(len(summary.documents))
    yield term("void:triples"), number(sum(counted.triples for counted in counts.values()))
    yield term("void:uriSpace"), literal(ID)
    yield term("void:dataDump"), own(QUADS)
    yield term("void:feature"), _N_QUADS
    yield from ((term("void:vocabulary"), each) for each in partitions.vocabularies(counts.values()))
    yield from ((term("void:exampleResource"), node) for node in summary.examples)
    yield from ((term("void:subset"), part) for part in subsets)


def _derived(summary: Summary) -> Iterator[Pair]:
    """Where the dataset comes from."""
    yield is_a("prov:Entity")
    yield term("prov:wasGeneratedBy"), _BUILD
    yield from ((term("prov:wasDerivedFrom"), node) for node in summary.documents)


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
