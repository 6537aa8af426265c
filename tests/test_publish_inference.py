"""What follows by the ontology's own axioms, and nothing else."""

import pytest
import rdflib
from builders import Said, corpus, nobody_known

from baygraph.populate import Dataset, populate
from baygraph.publish import infer
from baygraph.resources import folder
from baygraph.terms import BAY, ID
from baygraph.triples import text_of

pytestmark = pytest.mark.package


def nested() -> Dataset:
    """A laboratory in a park in a district in a city in a region, and a denial."""
    said = Said("a", "Lab, Park, Town, City, Region, Firm", "en")
    for key, kind in {"lab": "Laboratory", "park": "Park", "town": "District", "city": "City"}.items():
        said.thing(key, kind, key.title())
    said.thing("region", "Region", "Region").thing("firm", "Company", "Firm")
    for inner, outer in (("lab", "town"), ("town", "city"), ("city", "region")):
        said.fact(inner, "locatedIn", outer, quotes=["Lab"])
    said.fact("region", "locatedIn", "firm", quotes=["Lab"], modality="denied")
    said.fact("park", "cooperatesWith", "firm", quotes=["Lab"], modality="planned")
    said.fact("lab", "partOf", "park", quotes=["Lab"])
    return populate([said.done()], nobody_known)


def short(triples: object) -> set[tuple[str, ...]]:
    return {tuple(text_of(t).removeprefix(ID).removeprefix(BAY) for t in triple) for triple in triples}  # type: ignore[attr-defined]


def test_what_is_in_a_place_is_in_all_that_hold_it() -> None:
    found = {(s, o) for s, p, o in short(infer(nested().stated)) if p == "locatedIn"}
    assert found == {("lab", "city"), ("lab", "region"), ("town", "region")}


def test_cooperation_is_mutual_and_parts_are_not_passed_on() -> None:
    found = short(infer(nested().stated))
    assert ("firm", "cooperatesWith", "park") in found
    assert not [triple for triple in found if triple[1] == "partOf"]


def test_a_thing_is_also_of_the_classes_above_its_own() -> None:
    found = {(s, o) for s, p, o in short(infer(nested().stated)) if p.endswith("#type")}
    assert {o for s, o in found if s == "firm"} == {"Institution", "Agent"}
    assert {o for s, o in found if s == "lab"} == {"Facility"}


def test_nothing_that_is_stated_is_inferred_again_and_the_order_is_fixed() -> None:
    dataset = populate(corpus())
    inferred = infer(dataset.stated)
    assert not set(inferred) & set(dataset.stated)
    assert list(inferred) == sorted(inferred) == list(infer(reversed(dataset.stated)))


def test_a_ring_of_places_ends_and_puts_nothing_into_itself() -> None:
    said = Said("a", "A B C").thing("a", "City", "A").thing("b", "City", "B").thing("c", "City", "C")
    for inner, outer in ("ab", "bc", "ca"):
        said.fact(inner, "locatedIn", outer, quotes=["A B C"])
    found = {
        (s, o) for s, p, o in short(infer(populate([said.done()], nobody_known).stated)) if p == "locatedIn"
    }
    assert found == {("a", "c"), ("b", "a"), ("c", "b")}


@pytest.mark.slow
def test_a_complete_reasoner_finds_the_same_for_classes_and_properties_of_the_ontology() -> None:
    owlrl = pytest.importorskip("owlrl")
    dataset = nested()
    graph = rdflib.Graph().parse(folder("ontology") / "baygraph.ttl")
    for s, p, o in dataset.stated:
        if o.startswith("<"):
            graph.add((rdflib.URIRef(text_of(s)), rdflib.URIRef(text_of(p)), rdflib.URIRef(text_of(o))))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    things = {text_of(s) for s, _, _ in dataset.stated if "/id/doc/" not in s}
    closure = {
        (f"<{s}>", f"<{p}>", f"<{o}>")
        for s, p, o in graph
        if str(s) in things and s != o and (str(p).startswith(BAY) or str(o).startswith(BAY))
    }
    ours = {
        t for t in (*dataset.stated, *infer(dataset.stated)) if text_of(t[0]) in things and t[2][0] == "<"
    }
    assert closure == ours
