"""The ontology: the contract's terms, no others, in three languages, in OWL 2 RL, free of contradiction."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import owlrl
import pyoxigraph as ox
import pyshacl
import pytest
from conftest import REPOSITORY
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from baygraph.resources import folder
from baygraph.terms import (
    BAY,
    CLASSES,
    DATE_PROPERTIES,
    ID,
    LITERAL_PROPERTIES,
    PARENTS,
    PROPERTIES,
    SIGNATURES,
    XSD,
)

ONTOLOGY = folder("ontology")
FILES = sorted(ONTOLOGY.glob("*.ttl"))
B = Namespace(BAY)
LANGUAGES = {"en": r"[A-Za-z]", "ru": "[А-Яа-яё]", "zh-Hans": "[\u4e00-\u9fff]"}
PREFIXES = (
    f"@prefix bay: <{BAY}> . @prefix id: <{ID}> . @prefix rdfs: <{RDFS}> . @prefix xsd: <{XSD}> . "
    "@prefix dcterms: <http://purl.org/dc/terms/> . "
)

# The contract's table of classes: what other vocabularies call them.
ALIGNED = """
    Place schema:Place | Country schema:Country | Region schema:AdministrativeArea | City schema:City
    Agent prov:Agent | Person foaf:Person | Person schema:Person
    Institution org:Organization | Institution schema:Organization | University schema:CollegeOrUniversity
    ResearchInstitute schema:ResearchOrganization | Company schema:Corporation
    GovernmentBody schema:GovernmentOrganization | Association schema:NGO | Facility org:Site
    Event schema:Event | Event prov:Activity | Project schema:Project | Project foaf:Project
    Field skos:Concept | Statistic qb:Observation | Document schema:CreativeWork | Document prov:Entity
    Evidence oa:Annotation | Evidence prov:Entity
"""

# What an axiom may be made of for the ontology to be in OWL 2 RL: no restriction, no union, no blank node.
AXIOMS = {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith, OWL.inverseOf}
CHARACTERISTICS = {OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.FunctionalProperty}
DECLARATIONS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology}
RL_DATATYPES = {
    URIRef(XSD + name) for name in ("string", "decimal", "integer", "nonNegativeInteger", "boolean")
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY / "baygraph.ttl")


@pytest.fixture(scope="module")
def aligned(ontology: Graph) -> Graph:
    return Graph().parse(ONTOLOGY / "alignments.ttl")


def declared(ontology: Graph, *kinds: URIRef) -> set[str]:
    return {str(term).removeprefix(BAY) for kind in kinds for term in ontology.subjects(RDF.type, kind)}


def faults(data: Graph) -> set[str]:
    shapes = Graph().parse(ONTOLOGY / "ontology-shapes.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    return set(map(str, report.objects(None, SH.resultMessage)))


def reasoned(ontology: Graph, facts: str) -> Graph:
    graph = Graph() + ontology
    graph.parse(data=PREFIXES + facts, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: Graph) -> list[str]:
    error = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return [str(message) for message in graph.objects(None, error)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_loads_alike_in_rdflib_and_in_oxigraph(path: Path) -> None:
    quads = ox.Store()
    quads.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    assert len(quads) == len(Graph().parse(path)) > 0


def test_the_ontology_has_the_classes_and_the_properties_that_the_package_names(ontology: Graph) -> None:
    assert declared(ontology, OWL.Class) == set(CLASSES)
    assert declared(ontology, OWL.ObjectProperty) == {*SIGNATURES, "supportedBy"}
    assert declared(ontology, OWL.DatatypeProperty) == set(LITERAL_PROPERTIES)
    assert len(PROPERTIES) == len(set(PROPERTIES)) == len(SIGNATURES) + len(LITERAL_PROPERTIES) + 1


def test_every_term_of_the_contract_is_declared(ontology: Graph) -> None:
    contract = REPOSITORY.parent / "shared" / "spec" / "graph-contract.md"
    if not contract.is_file():
        pytest.skip("needs ../shared/spec/graph-contract.md")
    named = set(re.findall(r"\bbay:([A-Za-z]+)", contract.read_text("utf-8")))
    assert named <= declared(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


def test_classes_lie_below_each_other_as_the_contract_lists_them(ontology: Graph) -> None:
    for name, parent in PARENTS.items():
        assert set(ontology.objects(B[name], RDFS.subClassOf)) == ({B[parent]} if parent else set()), name


def test_place_is_transitive_and_cooperation_symmetric(ontology: Graph) -> None:
    assert set(ontology.subjects(RDF.type, OWL.TransitiveProperty)) == {B.locatedIn}
    assert set(ontology.subjects(RDF.type, OWL.SymmetricProperty)) == {B.cooperatesWith}


def test_a_stated_domain_or_range_is_the_only_class_that_the_contract_allows(ontology: Graph) -> None:
    for name, ends in SIGNATURES.items():
        for predicate, classes in zip((RDFS.domain, RDFS.range), ends, strict=True):
            stated = {str(term).removeprefix(BAY) for term in ontology.objects(B[name], predicate)}
            assert stated == (classes if len(classes) == 1 else set()), (name, predicate)


def test_an_individual_has_one_class_siblings_are_disjoint(ontology: Graph) -> None:
    disjoint = {frozenset(pair) for pair in ontology.subject_objects(OWL.disjointWith)}
    siblings = {
        frozenset((B[one], B[other]))
        for one, other in combinations(CLASSES, 2)
        if PARENTS[one] == PARENTS[other]
    }
    assert disjoint == siblings


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
@pytest.mark.parametrize(("language", "letter"), LANGUAGES.items())
def test_every_term_speaks_english_russian_and_chinese(
    ontology: Graph, predicate: URIRef, language: str, letter: str
) -> None:
    for name in (*CLASSES, *PROPERTIES):
        said = [text for text in ontology.objects(B[name], predicate) if _language(text) == language]
        assert len(said) == 1 and re.search(letter, str(said[0])), (name, said)


def test_no_two_classes_and_no_two_properties_have_one_label(ontology: Graph) -> None:
    for names in (CLASSES, PROPERTIES):
        labels = [label for name in names for label in ontology.objects(B[name], RDFS.label)]
        assert len(labels) == len(set(labels)) == 3 * len(names)


def test_every_example_is_turtle_and_uses_its_term(ontology: Graph) -> None:
    for name in (*CLASSES, *PROPERTIES):
        for example in ontology.objects(B[name], SKOS.example):
            facts = Graph().parse(data=f"{PREFIXES} {example}", format="turtle")
            used = {term for triple in facts for term in triple}
            below = {B[child] for child, parent in PARENTS.items() if parent == name}
            assert used & {B[name], *below}, name


def test_the_examples_together_contradict_nothing(ontology: Graph) -> None:
    examples = " ".join(map(str, ontology.objects(None, SKOS.example)))
    assert not contradictions(reasoned(ontology, examples))


def test_the_ontology_says_nothing_that_owl_rl_cannot(ontology: Graph) -> None:
    annotations = set(ontology.subjects(RDF.type, OWL.AnnotationProperty)) | {
        RDFS.label, RDFS.isDefinedBy, OWL.versionIRI, OWL.versionInfo,
    }  # fmt: skip
    for subject, predicate, value in ontology:
        assert isinstance(subject, URIRef), "an axiom without a name is a restriction or a union"
        if predicate == RDF.type:
            assert value in DECLARATIONS | CHARACTERISTICS, subject
        else:
            assert predicate in AXIOMS | annotations, predicate
    for term in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(ontology.objects(term, RDFS.range)) <= RL_DATATYPES, term
    kinds = [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty]
    assert not any(
        declared(ontology, one) & declared(ontology, other) for one, other in combinations(kinds, 2)
    )


def test_a_date_keeps_its_precision_so_no_single_datatype_is_its_range(ontology: Graph) -> None:
    for name in DATE_PROPERTIES:
        assert not set(ontology.objects(B[name], RDFS.range)), name


def test_a_reasoner_finds_the_province_of_a_forum_and_both_sides_of_a_cooperation(ontology: Graph) -> None:
    graph = reasoned(
        ontology,
        "id:forum a bay:Event ; bay:locatedIn id:zhongshan . id:fair bay:organizedBy id:zhongshan . "
        "id:zhongshan a bay:City ; bay:locatedIn id:guangdong . "
        "id:hkust a bay:University ; bay:cooperatesWith id:zhongshan .",
    )
    individual = Namespace(ID)
    assert (individual.forum, B.locatedIn, individual.guangdong) in graph
    assert (individual.guangdong, RDF.type, B.Place) in graph
    assert (individual.zhongshan, B.cooperatesWith, individual.hkust) in graph
    assert (individual.hkust, RDF.type, B.Agent) in graph
    assert (individual.fair, RDF.type, B.Event) in graph
    assert not contradictions(graph)


@pytest.mark.parametrize(
    "facts",
    [
        "id:x a bay:City , bay:Event .",
        "id:x a bay:City , bay:Region .",
        "id:x a bay:University , bay:Person .",
        "id:x a bay:Policy ; bay:organizedBy id:y .",
        "id:x bay:locatedIn id:y . id:y a bay:Company .",
    ],
)
def test_a_reasoner_finds_what_contradicts_itself(ontology: Graph, facts: str) -> None:
    assert contradictions(reasoned(ontology, facts))


def test_the_terms_are_aligned_as_the_contract_says(aligned: Graph) -> None:
    spaces = dict(aligned.namespaces())
    for pair in re.split(r"\||\n", ALIGNED.strip()):
        name, standard = pair.split()
        prefix, _, local = standard.partition(":")
        assert (B[name], RDFS.subClassOf, spaces[prefix] + local) in aligned, pair


def test_the_alignments_add_no_axiom_to_another_vocabulary(aligned: Graph) -> None:
    own = (BAY, "https://w3id.org/baygraph/alignments")
    assert not [subject for subject in aligned.subjects() if not str(subject).startswith(own)]


def test_the_ontology_satisfies_its_own_shapes(ontology: Graph, aligned: Graph) -> None:
    assert not faults(ontology + aligned)


def damaged() -> Iterator[tuple[str, str]]:
    """What is done to the ontology (an update), and the message that must say so."""
    yield f"DELETE WHERE {{ <{BAY}City> rdfs:label ?any }}", "A term has one label in each"
    yield f"INSERT DATA {{ <{BAY}City> rdfs:label 'town'@en }}", "A term has one label in each"
    yield f"DELETE WHERE {{ <{BAY}partner> skos:definition ?any }}", "A term has one definition in each"
    yield f"INSERT DATA {{ <{BAY}partner> skos:definition 'A partner'@en }}", "A definition is a sentence"
    yield f"DELETE WHERE {{ <{BAY}value> skos:example ?any }}", "A term is shown by an example"
    yield f"DELETE WHERE {{ <{BAY}value> rdfs:isDefinedBy ?any }}", "A term is defined by the ontology"
    yield "INSERT DATA { <urn:x#Town> a owl:Class }", "A term has an IRI below"
    yield f"INSERT DATA {{ <{BAY}town> a owl:Class }}", "The local name of a class begins with a capital"
    yield (
        f"INSERT DATA {{ <{BAY}Near> a owl:ObjectProperty }}",
        "The local name of a property begins with a small",
    )
    yield (
        f"INSERT DATA {{ <{BAY}City> rdfs:subClassOf <{BAY}Area> }}",
        "The term is used but declared nowhere",
    )
    yield f"INSERT DATA {{ <{BAY}near> rdfs:label 'near'@en }}", "The term is used but declared nowhere"
    yield (
        f"INSERT DATA {{ <{BAY}City> owl:disjointWith <{BAY}Place> }}",
        "A class is not disjoint with the class",
    )
    yield "DELETE WHERE { ?ontology owl:versionIRI ?any }", "The ontology names its version by an IRI"
    yield "DELETE WHERE { ?ontology owl:versionInfo ?any }", "The ontology names its version."
    yield "DELETE WHERE { ?ontology dcterms:license ?any }", "The ontology states its licence"
    yield "DELETE WHERE { ?ontology dcterms:creator ?any }", "The ontology names its creators"
    yield "DELETE WHERE { ?ontology vann:preferredNamespacePrefix ?any }", "The ontology asks for the prefix"
    yield "DELETE WHERE { ?ontology vann:preferredNamespaceUri ?any }", "The ontology names its namespace"


def test_each_way_to_neglect_the_ontology_is_told_in_words(ontology: Graph) -> None:
    graph = Graph() + ontology
    for prefix, namespace in ontology.namespaces():
        graph.bind(prefix, namespace)
    for update, _ in damaged():
        graph.update(update)
    said = faults(graph)
    assert not [message for _, message in damaged() if not any(message in each for each in said)]
    shapes = Graph().parse(ONTOLOGY / "ontology-shapes.ttl")
    assert said == set(map(str, shapes.objects(None, SH.message)))


def test_turtle_written_again_is_the_same_ontology(ontology: Graph) -> None:
    assert isomorphic(ontology, Graph().parse(data=ontology.serialize(format="turtle"), format="turtle"))


def _language(text: object) -> str | None:
    return text.language if isinstance(text, Literal) else None
