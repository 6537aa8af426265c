"""The ontology is findable, open and sound: checks of FOOPS! and pitfalls of OOPS! that need no network.

FOOPS! (https://foops.linkeddata.es) names its checks PURL1, VER1, OM1 …; OOPS! (https://oops.linkeddata.es)
numbers its pitfalls P02 … . The names of the tests say which one each asks.
"""

import re
from collections import Counter
from itertools import combinations

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, Namespace, URIRef

from baygraph.resources import folder
from baygraph.terms import BAY

pytestmark = pytest.mark.package

ONTOLOGY = URIRef(BAY.rstrip("#"))
B = Namespace(BAY)
TERM_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(folder("ontology") / "baygraph.ttl")


@pytest.fixture(scope="module")
def aligned() -> Graph:
    return Graph().parse(folder("ontology") / "alignments.ttl")


def own(graph: Graph, *kinds: URIRef) -> set[URIRef]:
    found = {term for kind in kinds or TERM_KINDS for term in graph.subjects(RDF.type, kind)}
    return {term for term in found if isinstance(term, URIRef) and term.startswith(BAY)}


def test_purl1_the_iri_is_a_persistent_one(graph: Graph) -> None:
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in graph
    assert ONTOLOGY.startswith("https://w3id.org/")


def test_ver1_ver2_the_version_has_an_iri_of_its_own_that_names_it(graph: Graph) -> None:
    version = graph.value(ONTOLOGY, OWL.versionIRI)
    assert version == URIRef(f"{ONTOLOGY}/{graph.value(ONTOLOGY, OWL.versionInfo)}")


@pytest.mark.parametrize("wanted", [DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.creator])
def test_om1_the_least_that_must_be_said_is_said(graph: Graph, wanted: URIRef) -> None:
    assert graph.value(ONTOLOGY, wanted, any=True)


@pytest.mark.parametrize(
    "wanted",
    [DCTERMS.created, DCTERMS.modified, DCTERMS.issued, DCTERMS.publisher, DCTERMS.bibliographicCitation],
)
def test_om2_om3_what_should_be_said_is_said_too(graph: Graph, wanted: URIRef) -> None:
    assert graph.value(ONTOLOGY, wanted, any=True)


def test_om2_find3_the_prefix_and_the_namespace_are_stated(graph: Graph) -> None:
    assert str(graph.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "bay"
    assert str(graph.value(ONTOLOGY, VANN.preferredNamespaceUri)) == BAY


def test_om4_p41_the_licence_is_an_open_one_by_its_iri(graph: Graph) -> None:
    licence = graph.value(ONTOLOGY, DCTERMS.license)
    assert isinstance(licence, URIRef) and licence.startswith("https://creativecommons.org/licenses/by/")


def test_voc1_voc2_the_terms_are_tied_to_established_vocabularies(graph: Graph, aligned: Graph) -> None:
    others = {str(o) for s, p, o in aligned if isinstance(s, URIRef) and s.startswith(BAY)}
    for vocabulary in (
        "schema.org",
        "www.w3.org/ns/prov#",
        "www.w3.org/ns/org#",
        "xmlns.com/foaf",
        "linked-data/cube",
    ):
        assert any(vocabulary in other for other in others), vocabulary


@pytest.mark.parametrize("said", [RDFS.label, SKOS.definition])
def test_voc3_voc4_p08_every_term_has_a_label_and_a_definition(graph: Graph, said: URIRef) -> None:
    assert not {term for term in own(graph) if graph.value(term, said, any=True) is None}


def test_uri1_p36_no_iri_has_the_ending_of_a_file(graph: Graph) -> None:
    assert not re.search(r"\.(owl|rdf|ttl|n3|xml)\b", ONTOLOGY)
    assert not {term for term in own(graph) if "." in term.removeprefix(BAY)}


def test_p02_p32_no_two_terms_of_a_kind_share_a_label(graph: Graph) -> None:
    for kind in TERM_KINDS:
        labels = Counter(
            (str(label).casefold(), label.language)
            for term in own(graph, kind)
            for label in graph.objects(term, RDFS.label)
            if isinstance(label, Literal)
        )
        assert not [label for label, count in labels.items() if count > 1]


def test_p04_no_class_stands_alone(graph: Graph) -> None:
    ties = (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith, RDF.first)
    tied = {end for tie in ties for s, _, o in graph.triples((None, tie, None)) for end in (s, o)}
    assert not own(graph, OWL.Class) - tied


def test_p06_p24_no_class_lies_below_itself_and_no_property_leads_to_itself(graph: Graph) -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        assert not {t for t in own(graph) if t in set(graph.transitive_objects(t, predicate)) - {t}}
        assert not [1 for s, _, o in graph.triples((None, predicate, None)) if s == o]


def test_p10_siblings_are_told_apart(graph: Graph) -> None:
    parents = {t: graph.value(t, RDFS.subClassOf, any=True) for t in own(graph, OWL.Class)}
    for one, other in combinations(sorted(t for t in parents if parents[t] is not None), 2):
        if parents[one] == parents[other]:
            assert {(one, OWL.disjointWith, other), (other, OWL.disjointWith, one)} & set(graph) or any(
                {one, other} <= set(graph.items(members))
                for members in graph.objects(None, OWL.members)
            )  # fmt: skip


def test_p25_p26_p28_p29_no_property_is_inverse_symmetric_or_transitive_where_it_cannot_be(
    graph: Graph,
) -> None:
    for one, _, other in graph.triples((None, OWL.inverseOf, None)):
        assert one != other
        assert (one, RDF.type, OWL.SymmetricProperty) not in graph
    for term in own(graph):
        kinds = set(graph.objects(term, RDF.type))
        if kinds & {OWL.SymmetricProperty, OWL.TransitiveProperty}:
            domain, reach = graph.value(term, RDFS.domain), graph.value(term, RDFS.range)
            assert OWL.ObjectProperty in kinds
            assert None in (domain, reach) or domain == reach


def test_p22_names_are_written_in_one_way(graph: Graph) -> None:
    for kind, form in (
        (OWL.Class, r"[A-Z][A-Za-z]+"),
        (OWL.ObjectProperty, r"[a-z][A-Za-z]+"),
        (OWL.DatatypeProperty, r"[a-z][A-Za-z]+"),
    ):
        assert not [t for t in own(graph, kind) if not re.fullmatch(form, t.removeprefix(BAY))]


def test_p34_p35_every_term_that_is_used_is_declared(graph: Graph) -> None:
    named = {end for triple in graph for end in triple if isinstance(end, URIRef) and end.startswith(BAY)}
    assert named <= own(graph)


def test_p39_p40_nothing_is_declared_in_the_namespace_of_others(graph: Graph) -> None:
    others = {s for kind in TERM_KINDS for s in graph.subjects(RDF.type, kind)} - own(graph)
    assert not others
