"""The compiled shapes agree with pySHACL on good graphs and on broken ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from builders import Said, corpus, nobody_known
from hypothesis import given, settings
from hypothesis import strategies as st

from baygraph.model import Value
from baygraph.populate import Dataset, populate
from baygraph.resources import folder
from baygraph.terms import BAY, ID, LABEL, PARENTS, PROV, RDF, RDFS, TYPE, XSD, bay
from baygraph.triples import Triple, iri, literal, text_of
from baygraph.validate import UnsupportedShape, check, read_shapes, validate

pytestmark = pytest.mark.package

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHAPES = folder("ontology") / "shapes.ttl"
Found = set[tuple[str, str, str]]


def whole(dataset: Dataset) -> list[Triple]:
    return [*dataset.stated, *dataset.evidence]


@pytest.fixture(scope="module")
def good() -> list[Triple]:
    return whole(populate(corpus()))


def ours(triples: list[Triple], shapes: Path = SHAPES) -> Found:
    """What is wrong: node, property, component."""
    found = check(triples, read_shapes(shapes))
    return {(text_of(p.node), text_of(p.path) if p.path else "", p.component) for p in found}


def theirs(triples: list[Triple], shapes: Path = SHAPES) -> Found:
    """The same as pySHACL finds it; it must be told the classes' hierarchy."""
    pyshacl = pytest.importorskip("pyshacl")
    above = [(iri(bay(c)), iri(RDFS + "subClassOf"), iri(bay(p))) for c, p in PARENTS.items() if p]
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in (*triples, *above))
    data = rdflib.Graph().parse(data=lines, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(shapes))
    found = set()
    for result in report.objects(None, SH.result):
        component = str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2]
        path = report.value(result, SH.resultPath)
        if isinstance(path, rdflib.BNode):
            path = report.value(path, SH.inversePath)
        node = str(report.value(result, SH.focusNode))
        found.add((node, str(path or ""), component.removesuffix("ConstraintComponent")))
    return found


PARK, ZHUHAI, STATISTIC = (
    iri(ID + key) for key in ("lantern-bay-robotics-park", "zhuhai", "river-covers-12-5-ha")
)


def pick(triples: list[Triple], predicate: str) -> Triple:
    return next(t for t in triples if t[1] == iri(predicate))


def change(predicate: str, value: str) -> Callable[[list[Triple]], list[Triple]]:
    """Give the first triple of a property another object."""

    def breaking(triples: list[Triple]) -> list[Triple]:
        old = pick(triples, predicate)
        return [(t[0], t[1], value) if t == old else t for t in triples]

    return breaking


def add(*triples: Triple) -> Callable[[list[Triple]], list[Triple]]:
    return lambda good: [*good, *triples]


def drop(predicate: str) -> Callable[[list[Triple]], list[Triple]]:
    """Take one triple of a property away."""
    return lambda good: [t for t in good if t != pick(good, predicate)]


BREAKAGES = {
    "two classes": add((PARK, iri(TYPE), iri(BAY + "Event"))),
    "two leaf classes": add((PARK, iri(TYPE), iri(BAY + "Laboratory"))),
    "an invented class": add((PARK, iri(TYPE), iri(BAY + "Dragon"))),
    "two preferred names": add((PARK, iri(LABEL), literal("Other", lang="en"))),
    "a name without a language": add((PARK, iri(LABEL), literal("Other"))),
    "a name in a language nobody reads": add((PARK, iri(LABEL), literal("Autre", lang="fr"))),
    "a place in a park": add((ZHUHAI, iri(BAY + "locatedIn"), PARK)),
    "a place in a text": add((ZHUHAI, iri(BAY + "locatedIn"), literal("Guangdong"))),
    "a person in a place": add((iri(ID + "chen-anran"), iri(BAY + "locatedIn"), ZHUHAI)),
    "a city that takes part": add((ZHUHAI, iri(BAY + "participant"), PARK)),
    "a park that is part of a city": add((PARK, iri(BAY + "partOf"), ZHUHAI)),
    "a figure without a value": drop(BAY + "value"),
    "a figure with two values": add((STATISTIC, iri(BAY + "value"), literal("5", XSD + "integer"))),
    "a value that is a text": change(BAY + "value", literal("a dozen")),
    "a value that is no number": change(BAY + "value", literal("dozen", XSD + "integer")),
    "a date that is no day": change(BAY + "startDate", literal("2022-02-30", XSD + "date")),
    "a date that is a text": change(BAY + "startDate", literal("3 June 2022")),
    "a claim without evidence": drop(BAY + "supportedBy"),
    "a claim without a subject": drop(RDF + "subject"),
    "a claim of an unknown property": change(RDF + "predicate", iri(BAY + "likes")),
    "a claim surer than sure": change(BAY + "confidence", literal("1.5", XSD + "decimal")),
    "a claim with a confidence in words": change(BAY + "confidence", literal("high")),
    "a modality that there is not": change(BAY + "modality", literal("wished")),
    "evidence without a quote": drop(BAY + "quote"),
    "evidence with an empty quote": change(BAY + "quote", literal("")),
    "evidence that ends before it starts": change(BAY + "end", literal("0", XSD + "integer")),
    "evidence from nowhere": change(PROV + "wasDerivedFrom", iri(ID + "doc/nowhere")),
    "evidence for nothing": add(
        (iri(ID + "evidence/x"), iri(TYPE), iri(BAY + "Evidence")),
        (iri(ID + "evidence/x"), iri(BAY + "quote"), literal("x")),
    ),
    "a quote on a park": add((PARK, iri(BAY + "quote"), literal("x"))),
    "a link that is no item": add(
        (PARK, iri("http://www.w3.org/2002/07/owl#sameAs"), iri("http://x.example/"))
    ),
    "a thing with an IRI elsewhere": add(("<http://x.example/1>", iri(TYPE), iri(BAY + "Park"))),
    "a document in no language": drop("http://purl.org/dc/terms/language"),
}


def test_a_good_graph_conforms(good: list[Triple]) -> None:
    assert not ours(good)
    assert not theirs(good)


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES.keys())
def test_a_broken_graph_is_found_broken(
    good: list[Triple], breakage: Callable[[list[Triple]], list[Triple]]
) -> None:
    assert ours(breakage(good))


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, len(BREAKAGES), 8))
def test_broken_graphs_are_found_broken_in_the_same_places_as_by_pyshacl(
    good: list[Triple], start: int
) -> None:
    broken = good
    for breakage in list(BREAKAGES.values())[start : start + 8]:
        broken = breakage(broken)
    assert ours(broken) == theirs(broken)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=8)
def test_graphs_that_are_broken_at_random_are_found_broken_in_the_same_places(data: st.DataObject) -> None:
    triples = whole(populate(corpus()[:1], nobody_known))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(triples) - 1))
        subject, predicate, value = (data.draw(st.sampled_from(triples))[n] for n in range(3))
        triples[at] = data.draw(
            st.sampled_from([(triples[at][0], triples[at][1], value), (subject, predicate, triples[at][2])])
        )
    assert ours(triples) == theirs(triples)


def test_a_violation_comes_with_the_fact_a_plain_message_and_the_quote() -> None:
    said = Said("a", "Zhuhai lies in the Lantern Park.").thing("zhuhai", "City", "Zhuhai")
    said.thing("lantern-park", "Park", "Lantern Park")
    said.fact("zhuhai", "locatedIn", "lantern-park", quotes=["Zhuhai lies in the Lantern Park"])
    (violation,) = validate(populate([said.done()], nobody_known))
    assert violation.quote == "Zhuhai lies in the Lantern Park"
    assert violation[1:5] == (ID + "zhuhai", BAY + "locatedIn", ID + "lantern-park", "Class")
    assert "leads to a place" in violation.message
    assert violation.quote in str(violation)


def test_a_figure_that_lacks_its_value_is_shown_with_what_was_said_of_it() -> None:
    said = Said("a", "About 300 engineers came.").thing("300", "Statistic", mentions=["300 engineers"])
    said.fact("300", "measure", Value("engineer", lang="en"), quotes=["300 engineers"])
    found = validate(populate([said.done()], nobody_known))
    assert {(v.predicate, v.constraint) for v in found} == {(BAY + "value", "MinCount")}
    assert found[0].quote == "300 engineers"


def test_the_order_of_triples_changes_nothing(good: list[Triple]) -> None:
    broken = BREAKAGES["two classes"](BREAKAGES["a figure without a value"](good))
    shapes = read_shapes(SHAPES)
    assert check(broken, shapes) == check(broken[::-1], shapes)


def test_a_demand_that_cannot_be_tested_is_refused_and_not_passed_over(tmp_path: Path) -> None:
    shape = "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:x:s> sh:targetClass <urn:x:c> ; "
    for demand in (
        "sh:sparql [ sh:select '' ]",
        "sh:property [ sh:path ( <urn:x:p> <urn:x:q> ) ; sh:minCount 1 ]",
    ):
        (tmp_path / "shapes.ttl").write_text(shape + demand + " .", "utf-8")
        with pytest.raises(UnsupportedShape):
            read_shapes(tmp_path / "shapes.ttl")


CORE = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:x:> .
:Closed a sh:NodeShape ; sh:targetClass :C ; sh:closed true ; sh:ignoredProperties ( :ignored
    <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ; sh:property [ sh:path :p ; sh:hasValue :v ] .
:Pairs a sh:NodeShape ; sh:targetSubjectsOf :a ; sh:property [ sh:path :a ; sh:equals :b ] ,
    [ sh:path :c ; sh:lessThanOrEquals :d ; sh:maxExclusive 10 ; sh:minExclusive 0 ] .
:Texts a sh:NodeShape ; sh:targetObjectsOf :text ; sh:maxLength 3 ; sh:pattern "^a" ; sh:flags "i" .
:Nested a sh:NodeShape ; sh:targetNode :n ; sh:property [ sh:path :child ; sh:node :Child ] ;
    sh:and ( [ sh:property [ sh:path :child ; sh:minCount 1 ] ] [ sh:nodeKind sh:IRI ] ) .
:Child a sh:NodeShape ; sh:property [ sh:path :name ; sh:minCount 1 ; sh:languageIn ( "zh" ) ] .
"""


def test_the_rest_of_the_core_is_read_as_pyshacl_reads_it(tmp_path: Path) -> None:
    (tmp_path / "core.ttl").write_text(CORE, "utf-8")
    x, kind = "urn:x:", iri(TYPE)
    number = [literal(str(n), XSD + "integer") for n in (0, 5, 7, 10)]
    triples: list[Triple] = [
        ("<urn:x:1>", kind, "<urn:x:C>"), ("<urn:x:1>", iri(x + "p"), iri(x + "v")),
        ("<urn:x:1>", iri(x + "ignored"), iri(x + "v")),
        ("<urn:x:2>", kind, "<urn:x:C>"), ("<urn:x:2>", iri(x + "other"), iri(x + "v")),
        ("<urn:x:3>", iri(x + "a"), iri(x + "1")), ("<urn:x:3>", iri(x + "b"), iri(x + "2")),
        ("<urn:x:3>", iri(x + "c"), number[2]), ("<urn:x:3>", iri(x + "d"), number[1]),
        ("<urn:x:4>", iri(x + "a"), iri(x + "1")), ("<urn:x:4>", iri(x + "b"), iri(x + "1")),
        ("<urn:x:4>", iri(x + "c"), number[3]), ("<urn:x:4>", iri(x + "c"), number[0]),
        ("<urn:x:5>", iri(x + "text"), literal("ABC")), ("<urn:x:5>", iri(x + "text"), literal("bcde")),
        ("<urn:x:n>", iri(x + "child"), iri(x + "6")), ("<urn:x:n>", iri(x + "child"), iri(x + "7")),
        ("<urn:x:6>", iri(x + "name"), literal("中山", lang="zh-Hans")),
        ("<urn:x:7>", iri(x + "name"), literal("Zhongshan", lang="en")),
    ]  # fmt: skip
    found = ours(triples, tmp_path / "core.ttl")
    assert found == theirs(triples, tmp_path / "core.ttl")
    assert {component for _, _, component in found} >= {
        "Closed", "HasValue", "Equals", "LessThanOrEquals", "MaxExclusive", "MinExclusive", "MaxLength",
        "Pattern", "Node",
    }  # fmt: skip
