"""The description of the dataset has what DCAT-AP, VoID and PROV ask for, and every number in it is true."""

from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from builders import Said
from pyshacl import validate
from sample_graph import chinese, english, russian

from baygraph.populate import populate
from baygraph.publish import open_store, publish

pytestmark = pytest.mark.package

SHAPES = Path(__file__).parent / "void-shapes.ttl"
PREFIXES = (
    "PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#> "
    "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX prov: <http://www.w3.org/ns/prov#> "
    "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX schema: <https://schema.org/> "
    "PREFIX graph: <https://w3id.org/baygraph/graph/> PREFIX bay: <https://w3id.org/baygraph/ontology#> "
)
# Each names what it found wrong; a partition or a linkset that were missing would be found by the last three.
WRONG = {
    "distinct subjects": "?g void:distinctSubjects ?n { SELECT ?g (COUNT(DISTINCT ?s) AS ?m) "
    "WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g } FILTER (?n != ?m)",
    "distinct objects": "?g void:distinctObjects ?n { SELECT ?g (COUNT(DISTINCT ?o) AS ?m) "
    "WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g } FILTER (?n != ?m)",
    "links": "?l void:linkPredicate ?p ; void:triples ?n ; void:objectsTarget/void:uriSpace ?space ; "
    "void:subjectsTarget ?g { SELECT ?g ?p ?space (COUNT(?o) AS ?m) WHERE { [] void:uriSpace ?space . "
    "GRAPH ?g { ?s ?p ?o } FILTER (isIRI(?o) && STRSTARTS(STR(?o), ?space)) } GROUP BY ?g ?p ?space } "
    "FILTER (?n != ?m)",
    "an example that is nothing": "?d void:exampleResource ?x FILTER NOT EXISTS "
    "{ GRAPH graph:baygraph { ?x a ?class } }",
    "a document that it was not derived from": "GRAPH graph:baygraph { ?x a bay:Document } "
    "FILTER NOT EXISTS { graph:dataset prov:wasDerivedFrom ?x }",
    "a vocabulary that is not named": "GRAPH ?g { ?s ?p ?o } FILTER (STRSTARTS(STR(?g), STR(graph:))) "
    "FILTER NOT EXISTS { graph:dataset void:vocabulary ?v FILTER (STRSTARTS(STR(?p), STR(?v))) }",
    "a graph that is no subset": "GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { graph:dataset void:subset ?g }",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with the gazetteer's links to other registers."""
    folder = tmp_path_factory.mktemp("published") / "out"
    known = Said("known", "Sun Yat-sen University is in Shenzhen.", issued="2021-02-03")
    known.thing("shenzhen", "City", "Shenzhen").thing(
        "sun-yat-sen-university", "University", "Sun Yat-sen University"
    )
    publish(populate([english(), russian(), chinese(), known.done()]), folder)
    return folder


@pytest.fixture(scope="module")
def store(out: Path) -> ox.Store:
    found = open_store(out)
    found.load(path=str(out / "void.ttl"), format=ox.RdfFormat.TURTLE)
    return found


def ask(store: ox.Store, select: str) -> list[tuple[str, ...]]:
    rows = store.query(PREFIXES + select)
    assert isinstance(rows, ox.QuerySolutions)
    return [tuple(value.value for value in row) for row in rows]


def test_it_has_what_dcat_ap_and_void_demand(out: Path) -> None:
    conforms, _, text = validate(str(out / "void.ttl"), shacl_graph=str(SHAPES))
    assert conforms, text


@pytest.mark.parametrize(
    "property",
    ["dcat:accessURL", "dcat:byteSize", "spdx:checksumValue", "prov:wasAssociatedWith", "void:linkPredicate"],
)
def test_the_shapes_find_what_is_missing(out: Path, property: str) -> None:
    graph = rdflib.Graph().parse(out / "void.ttl")
    graph.remove((None, graph.namespace_manager.expand_curie(property), None))
    conforms, *_ = validate(graph, shacl_graph=str(SHAPES))
    assert not conforms


@pytest.mark.parametrize("what", WRONG)
def test_nothing_in_it_is_untrue(store: ox.Store, what: str) -> None:
    assert not ask(store, f"SELECT * WHERE {{ {WRONG[what]} }}")


def test_it_tells_how_many_links_lead_to_each_register(store: ox.Store) -> None:
    links = "?l a void:Linkset ; void:triples ?n ; void:objectsTarget/dcterms:title ?name"
    found = ask(store, f"SELECT ?name ?n {{ {links} }}")
    assert {name for name, _ in found} >= {"Wikidata", "GeoNames", "Research Organization Registry"}
    assert all(int(number) > 0 for _, number in found)


def test_it_tells_which_release_made_it_and_no_time(out: Path, store: ox.Store) -> None:
    program = "[ foaf:name ?name ; schema:softwareVersion ?release ]"
    made = f"graph:dataset prov:wasGeneratedBy/prov:wasAssociatedWith {program}"
    assert ask(store, f"SELECT ?name ?release {{ {made} }}") == [("Baygraph", version("baygraph"))]
    text = (out / "void.ttl").read_text("utf-8")
    assert "dateTime" not in text and "AtTime" not in text
    assert ask(store, "SELECT ?date { graph:dataset dcterms:issued ?date }") == [("2021-02-03",)]


def test_the_languages_of_the_documents_are_named_as_dcat_names_languages(store: ox.Store) -> None:
    found = ask(store, "SELECT ?language { graph:dataset dcterms:language ?language } ORDER BY ?language")
    assert [iri.rpartition("/")[2] for (iri,) in found] == ["en", "ru", "zh"]


def test_the_examples_are_what_most_facts_lead_to(store: ox.Store) -> None:
    found = ask(store, "SELECT ?x { graph:dataset void:exampleResource ?x }")
    assert ("https://w3id.org/baygraph/id/zhongshan",) in found and len(found) == 3


def test_a_graph_of_almost_nothing_is_described_too(tmp_path: Path) -> None:
    publish(populate([Said("empty", "Nothing.", "und").done()]), tmp_path)
    found = ox.Store()
    found.load(path=str(tmp_path / "void.ttl"), format=ox.RdfFormat.TURTLE)
    assert ask(found, "SELECT ?n { graph:dataset void:documents ?n }") == [("1",)]
    assert not ask(found, "SELECT * { { ?l a void:Linkset } UNION { graph:dataset dcterms:language ?l } }")
