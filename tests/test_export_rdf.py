"""JSON-LD, N-Triples, RDF/XML and Turtle 1.2 say what the published Turtle says, to every parser."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from exported import publish_hostile, publish_sample, stated, triples
from hypothesis import given
from rdflib.compare import isomorphic
from test_publish_turtle import ANY_TEXT, NASTY

from baygraph.export import export
from baygraph.export.jsonld import CONTEXT_IRI, context, context_text, node, to_jsonld
from baygraph.export.rdfxml import NoElement, to_rdfxml
from baygraph.export.xml import holdable
from baygraph.publish.layout import GRAPHS
from baygraph.publish.turtle import PREFIXES
from baygraph.resources import folder
from baygraph.terms import BAY, CLASSES, ID, PROPERTIES, SIGNATURES, XSD, bay
from baygraph.triples import Triple, from_oxigraph, iri, literal, printable

pytestmark = pytest.mark.package

FORMATS = {
    "jsonld": ("jsonld", ox.RdfFormat.JSON_LD, "json-ld"),
    "ntriples": ("nt", ox.RdfFormat.N_TRIPLES, "nt"),
    "rdfxml": ("rdf", ox.RdfFormat.RDF_XML, "xml"),
}
SUBJECT = iri(ID + "x")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = publish_sample(tmp_path_factory.mktemp("sample") / "out")
    export(folder, [*FORMATS, "rdf12"], folder / "export")
    return folder


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("graph", [Path(name).stem for name in GRAPHS])
def test_a_file_has_the_triples_of_its_turtle_file(out: Path, format: str, graph: str) -> None:
    ending, parser, _ = FORMATS[format]
    assert triples(out / "export" / f"{graph}.{ending}", parser) == stated(out, graph)


@pytest.mark.parametrize("format", FORMATS)
def test_rdflib_reads_the_same(out: Path, format: str) -> None:
    ending, _, parser = FORMATS[format]
    read = rdflib.Graph().parse(out / "export" / f"baygraph.{ending}", format=parser)
    turtle = rdflib.Graph().parse(out / "baygraph.ttl", format="turtle")
    assert set(read) == set(turtle)


@pytest.mark.parametrize("format", FORMATS)
def test_texts_that_try_to_be_something_else_stay_texts(tmp_path: Path, format: str) -> None:
    folder = publish_hostile(tmp_path / "out")
    export(folder, [format], tmp_path)
    ending, parser, _ = FORMATS[format]
    for graph in ("baygraph", "evidence"):
        assert triples(tmp_path / f"{graph}.{ending}", parser) == stated(folder, graph)


def through(text: str, value: str, format: ox.RdfFormat) -> str:
    (quad,) = ox.parse(text, format=format)
    assert isinstance(quad.object, ox.Literal)
    return quad.object.value


@given(ANY_TEXT)
def test_any_text_comes_back_from_json_ld(text: str) -> None:
    for value in (literal(text), literal(text, lang="zh-Hant"), literal(text, XSD + "date")):
        for predicate in ("quote", "measure", "startDate", "about"):
            said: list[Triple] = [(SUBJECT, iri(bay(predicate)), value)]
            (quad,) = ox.parse("".join(to_jsonld(said)), format=ox.RdfFormat.JSON_LD)
            assert from_oxigraph(quad.object) == value


@given(ANY_TEXT)
def test_any_text_comes_back_from_rdf_xml_but_for_what_xml_forbids(text: str) -> None:
    said = [(SUBJECT, iri(BAY + "quote"), literal(text))]
    written = "".join(to_rdfxml(said))
    assert through(written, text, ox.RdfFormat.RDF_XML) == holdable(printable(text))
    assert len(holdable(text)) == len(text)


@pytest.mark.parametrize("text", NASTY)
def test_rdflib_reads_any_text_from_both(text: str) -> None:
    said = [(SUBJECT, iri(BAY + "quote"), literal(text))]
    for written, format, expected in (
        (to_jsonld(said), "json-ld", printable(text)),
        (to_rdfxml(said), "xml", holdable(printable(text))),
    ):
        (value,) = rdflib.Graph().parse(data="".join(written), format=format).objects()
        assert str(value) == expected


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (literal("136000", XSD + "integer"), 136000),
        (literal("-5", XSD + "integer"), -5),
        (literal("007", XSD + "integer"), {"@type": "xsd:integer", "@value": "007"}),
        (literal("9" * 30, XSD + "integer"), {"@type": "xsd:integer", "@value": "9" * 30}),
        (literal("12.5", XSD + "decimal"), {"@type": "xsd:decimal", "@value": "12.5"}),
        (literal("true", XSD + "boolean"), True),
        (literal("1", XSD + "boolean"), {"@type": "xsd:boolean", "@value": "1"}),
        (literal("CNY"), "CNY"),
        (iri(ID + "y"), {"@id": "id:y"}),
    ],
)
def test_a_value_keeps_its_type(value: str, written: object) -> None:
    said = [(SUBJECT, iri(bay("value")), value)]
    assert node(SUBJECT, said) == {"@id": "id:x", "value": written}
    (quad,) = ox.parse("".join(to_jsonld(said)), format=ox.RdfFormat.JSON_LD)
    assert from_oxigraph(quad.object) == value


def test_names_are_maps_by_language_and_links_are_words(out: Path) -> None:
    content = json.loads((out / "export" / "baygraph.jsonld").read_text("utf-8"))
    nodes = {each["@id"]: each for each in content["@graph"]}
    city = nodes["id:zhongshan"]
    assert city["@type"] == "City"
    assert city["label"] == {"en": "Zhongshan", "ru": "Чжуншань", "zh": "中山"}
    assert nodes["id:boston"]["locatedIn"] == "id:united-states"
    assert nodes["id:harbour-talent-fair"]["startDate"] == "2019-04-12"
    assert nodes["id:companies"]["asOf"] == {"@type": "xsd:gYearMonth", "@value": "2018-12"}
    assert nodes["doc:harbour"]["title"] == {"en": "Harbour talks"}


def test_the_context_is_packaged_written_beside_and_inside(out: Path) -> None:
    assert (out / "export" / "context.jsonld").read_text("utf-8") == context_text()
    assert json.loads((out / "export" / "baygraph.jsonld").read_text("utf-8"))["@context"] == context()
    assert CONTEXT_IRI.endswith("/context.jsonld")


def test_the_context_has_a_word_for_every_term_and_the_prefixes_of_turtle() -> None:
    assert {name: context()[name] for name in PREFIXES} == dict(PREFIXES)
    assert context()["@vocab"] == BAY
    links = {name for name, meaning in context().items() if dict_of(meaning).get("@type") == "@id"}
    assert links >= {*SIGNATURES, "supportedBy"}
    document = {"@context": context(), "@id": "id:x", **{name: [{"@id": "id:y"}] for name in PROPERTIES}}
    document["@type"] = list(CLASSES)
    for name, meaning in context().items():
        if "@language" in dict_of(meaning).get("@container", ""):
            document[name] = {"en": "y"}
    read = {(p.value, o.value) for _, p, o, _ in ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD)}
    assert {predicate for predicate, _ in read} >= {bay(name) for name in PROPERTIES}
    assert {value for _, value in read} >= {bay(name) for name in CLASSES}


def dict_of(meaning: object) -> dict[str, str]:
    return meaning if isinstance(meaning, dict) else {}


def read(text: str) -> tuple[list[Triple], rdflib.Graph]:
    quads = ox.parse(text, format=ox.RdfFormat.TURTLE)
    terms = {(from_oxigraph(s), from_oxigraph(p), from_oxigraph(o)) for s, p, o, _ in quads}
    return sorted(terms), rdflib.Graph().parse(data=text, format="turtle")


def test_blank_nodes_which_no_folder_has_are_written_all_the_same() -> None:
    said, graph = read(
        f"@prefix bay: <{BAY}> . [] bay:about [ bay:about [] ; bay:measure 'x'@en ] , <urn:x:y> ."
    )
    for written, format in ((to_jsonld(said), "json-ld"), (to_rdfxml(said), "xml")):
        assert isomorphic(rdflib.Graph().parse(data="".join(written), format=format), graph)


def test_the_ontology_can_be_written_as_json_ld() -> None:
    said, graph = read((folder("ontology") / "baygraph.ttl").read_text("utf-8"))
    assert isomorphic(rdflib.Graph().parse(data="".join(to_jsonld(said)), format="json-ld"), graph)


def test_a_property_that_xml_cannot_name_is_an_error() -> None:
    with pytest.raises(NoElement, match="2nd"):
        "".join(to_rdfxml([(SUBJECT, iri("urn:x:2nd"), iri("urn:x:o"))]))


@pytest.fixture(scope="module")
def annotated(out: Path) -> list[ox.Triple]:
    quads = ox.parse(path=str(out / "export" / "annotated.ttl"), format=ox.RdfFormat.TURTLE)
    return [ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads]


def test_annotations_assert_just_what_is_stated(out: Path, annotated: list[ox.Triple]) -> None:
    said = {
        (from_oxigraph(t.subject), from_oxigraph(t.predicate), from_oxigraph(t.object))
        for t in annotated
        if not isinstance(t.object, ox.Triple)
    }
    evidence = {t for t in stated(out, "evidence") if "22-rdf-syntax-ns#" not in t[1] or "Evidence>" in t[2]}
    assert said == stated(out, "baygraph") | evidence


def test_each_claim_reifies_what_it_claims_be_it_stated_or_denied(
    out: Path, annotated: list[ox.Triple]
) -> None:
    reified = {
        (from_oxigraph(t.subject), *map(from_oxigraph, (o.subject, o.predicate, o.object)))
        for t in annotated
        if isinstance(o := t.object, ox.Triple)
    }
    parts: dict[str, dict[str, str]] = {}
    for subject, predicate, value in stated(out, "evidence"):
        parts.setdefault(subject, {})[predicate.rpartition("#")[2][:-1]] = value
    claims = {(s, p["subject"], p["predicate"], p["object"]) for s, p in parts.items() if "subject" in p}
    assert reified == claims
    plain = stated(out, "baygraph")
    denied = {claim for claim, p in parts.items() if p.get("modality") == literal("denied")}
    assert denied and all(claim[1:] not in plain for claim in claims if claim[0] in denied)
