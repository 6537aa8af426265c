"""The shapes: a good graph passes, and each way to break the contract is met by the message that says so."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF as RDF_TERMS
from rdflib import SH, Graph, URIRef

from baygraph.resources import folder
from baygraph.terms import BAY, CLASSES, ID, RDF, SIGNATURES, allows, bay
from baygraph.triples import Triple, iri
from baygraph.validate import check, read_shapes

ONTOLOGY = folder("ontology")
SHAPES = read_shapes(ONTOLOGY / "shapes.ttl")

PREFIXES = f"""
@prefix bay: <{BAY}> .
@prefix good: <{ID}good/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

GOOD = """
good:guangdong a bay:Region ; rdfs:label "Гуандун"@ru , "广东"@zh-Hans ; skos:altLabel "廣東"@zh-Hant .
good:zhongshan a bay:City ; rdfs:label "Чжуншань"@ru , "Zhongshan"@en ; bay:locatedIn good:guangdong ;
    bay:pursues good:hub ; bay:cooperatesWith good:hkust ;
    owl:sameAs <http://www.wikidata.org/entity/Q1> ; schema:url <https://www.zs.gov.cn> ;
    schema:sameAs <https://sws.geonames.org/6986104/> , <https://ror.org/00q4vv597> .
good:lei a bay:Person ; rdfs:label "Лэй Юэлун"@ru ; skos:altLabel "Lei Yuelong"@zh-Latn ;
    bay:jobTitle "вице-мэр"@ru ; bay:affiliatedWith good:zhongshan .
good:hkust a bay:University ; rdfs:label "HKUST"@en ; bay:field good:robotics .
good:centre a bay:Platform ; rdfs:label "Центр совместных инноваций"@ru ; bay:partner good:hkust ;
    bay:establishedBy good:zhongshan ; bay:signedAt good:fair ; bay:partOf good:hkust .
good:fair a bay:Event ; rdfs:label "Выставка"@ru ; bay:organizedBy good:zhongshan ; bay:participant good:lei ;
    bay:startDate "2018-03-28"^^xsd:date ; bay:endDate "2018-04"^^xsd:gYearMonth ;
    bay:locatedIn good:zhongshan .
good:forum a bay:Event ; rdfs:label "Форум"@ru ; bay:partOf good:fair ; bay:startDate "2018"^^xsd:gYear .
good:plan a bay:TalentProgram ; rdfs:label "план «Павлин»"@ru ; bay:runBy good:zhongshan .
good:project a bay:Project ; rdfs:label "Создание центра"@ru ; bay:creates good:centre .
good:treaty a bay:Agreement ; rdfs:label "Меморандум"@ru .
good:robotics a bay:Field ; rdfs:label "робототехника"@ru .
good:hub a bay:Goal ; rdfs:label "транспортный узел"@ru .
good:figure a bay:Statistic ; bay:value 136000 ; bay:measure "специалист"@ru ; bay:about good:zhongshan ;
    bay:asOf "2017"^^xsd:gYear ; bay:approximate true .
good:money a bay:Statistic ; bay:value 5.5 ; bay:unit "CNY" ; bay:measure "инвестиции"@ru .
good:document a bay:Document ; dcterms:language "ru" ; dcterms:title "Выставка"@ru ;
    dcterms:issued "2018-03-28"^^xsd:date .
good:evidence a bay:Evidence ; bay:quote "Чжуншань" ; bay:start 0 ; bay:end 8 ; bay:suffix " растёт." ;
    prov:wasDerivedFrom good:document .
good:claim a rdf:Statement ; rdf:subject good:zhongshan ; rdf:predicate bay:locatedIn ;
    rdf:object good:guangdong ;
    bay:supportedBy good:evidence ; bay:rule "ru.in-place" ; bay:confidence 0.9 .
good:denial a rdf:Statement ; rdf:subject good:fair ; rdf:predicate bay:locatedIn ;
    rdf:object good:guangdong ;
    bay:supportedBy good:evidence ; bay:rule "ru.in-place" ; bay:confidence 1.0 ; bay:modality "denied" .
"""

CLAIM = (
    "id:c a rdf:Statement ; rdf:subject good:fair ; rdf:predicate bay:locatedIn ; "
    "rdf:object good:zhongshan ; bay:supportedBy good:evidence ; "
    'bay:rule "ru.in-place" ; bay:confidence 0.9 .'
)
EVIDENCE = (
    'id:e a bay:Evidence ; bay:quote "Чжуншань" ; bay:start 0 ; bay:end 8 ; '
    "prov:wasDerivedFrom good:document ." + CLAIM.replace("good:evidence", "id:e")
)
FIGURE = 'id:s a bay:Statistic ; bay:value 5 ; bay:measure "человек"@ru .'
DOCUMENT = 'id:d a bay:Document ; dcterms:language "ru" .'
CITY = 'id:x a bay:City ; rdfs:label "Чжухай"@ru .'
EVENT = 'id:x a bay:Event ; rdfs:label "Форум"@ru .'


def but(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


# What is wrong, in Turtle; the message that must say so.
BROKEN = [
    ('id:x a bay:City , bay:Event ; rdfs:label "Форум"@ru .', "A thing belongs to one of the main classes"),
    ('id:x a bay:City , bay:Region ; rdfs:label "Макао"@ru .', "classes below bay:Place"),
    ('id:x a bay:Person , bay:Company ; rdfs:label "Ли"@ru .', "classes below bay:Agent"),
    ('id:x a bay:Company , bay:University ; rdfs:label "Синьсун"@ru .', "classes below bay:Institution"),
    ('id:x a bay:Park , bay:Incubator ; rdfs:label "Парк"@ru .', "classes below bay:Facility"),
    ('id:x a bay:Policy , bay:TalentProgram ; rdfs:label "План"@ru .', "classes below bay:Program"),
    ('id:x a bay:Town ; rdfs:label "Гучжэнь"@ru .', "no class is invented"),
    ('[] a bay:City ; rdfs:label "робот"@ru .', "the graph holds no blank node"),
    ('<urn:foshan> a bay:City ; rdfs:label "Фошань"@ru .', "A thing has an IRI below"),
    ("id:x a bay:City .", "A thing has a name"),
    ('id:x a bay:Person ; skos:altLabel "Ли"@ru .', "A thing has a name"),
    ('id:x a bay:City ; rdfs:label "Гонконг"@ru , "Сянган"@ru .', "one preferred name a language"),
    ('id:x a bay:City ; rdfs:label "Чжухай" .', "A preferred name is a text with a tag"),
    ('id:x a bay:City ; rdfs:label "珠海"@zh .', "A preferred name is a text with a tag"),
    ('id:x a bay:City ; rdfs:label " "@ru .', "A preferred name is a text with a tag"),
    (but(CITY, " .", ' ; skos:altLabel "Zhuhai" .'), "Another name is a text with a tag"),
    (but(CITY, " .", ' ; skos:altLabel "Чжухай"@ru .'), "either the preferred one or another one"),
    (but(CITY, " .", " ; owl:sameAs <https://en.wikipedia.org/wiki/Zhuhai> ."), "owl:sameAs leads to"),
    (but(CITY, " .", " ; schema:sameAs <https://example.org/zhuhai> ."), "schema:sameAs leads to"),
    (but(CITY, " .", ' ; schema:url "www.zhuhai.gov.cn" .'), "schema:url is the address"),
    ("good:lei bay:locatedIn good:zhongshan .", "bay:locatedIn leads from anything but a person"),
    (but(CITY, " .", " ; bay:locatedIn good:plan ."), "bay:locatedIn leads to a place"),
    (but(CITY, " .", " ; bay:organizedBy good:guangdong ."), "bay:organizedBy leads from an event"),
    (but(EVENT, " .", " ; bay:organizedBy good:treaty ."), "bay:organizedBy leads to an agent"),
    (but(CITY, " .", " ; bay:participant good:hkust ."), "bay:participant leads from an event"),
    (but(EVENT, " .", " ; bay:participant good:robotics ."), "bay:participant leads to an agent"),
    (but(EVENT, " .", " ; bay:establishedBy good:hkust ."), "bay:establishedBy leads from a facility"),
    ("good:centre bay:establishedBy good:plan .", "bay:establishedBy leads to an agent"),
    (but(CITY, " .", " ; bay:runBy good:hkust ."), "bay:runBy leads from a programme"),
    ("good:plan bay:runBy good:centre .", "bay:runBy leads to an agent or a place"),
    (but(EVENT, " .", " ; bay:partner good:hkust ."), "bay:partner leads from a project"),
    ("good:centre bay:partner good:zhongshan .", "bay:partner leads to an institution"),
    (but(EVENT, " .", " ; bay:signedAt good:fair ."), "bay:signedAt leads from a project"),
    ("good:project bay:signedAt good:centre .", "bay:signedAt leads to an event"),
    (but(EVENT, " .", " ; bay:creates good:centre ."), "bay:creates leads from a project"),
    ("good:project bay:creates good:plan .", "bay:creates leads to a facility"),
    (but(CITY, " .", " ; bay:field good:robotics ."), "bay:field leads from anything but a place"),
    (but(EVENT, " .", ' ; bay:field "робототехника"@ru .'), "bay:field leads to a field"),
    (but(CITY, " .", " ; bay:affiliatedWith good:hkust ."), "bay:affiliatedWith leads from a person"),
    ("good:lei bay:affiliatedWith good:fair .", "bay:affiliatedWith leads to an institution"),
    (but(EVENT, " .", " ; bay:cooperatesWith good:hkust ."), "bay:cooperatesWith leads from an agent"),
    ("good:hkust bay:cooperatesWith good:robotics .", "bay:cooperatesWith leads to an agent"),
    ("good:lei bay:pursues good:hub .", "bay:pursues leads from a place"),
    ("good:hkust bay:pursues good:fair .", "bay:pursues leads to a goal"),
    (but(EVENT, " .", " ; bay:about good:fair ."), "bay:about leads from a statistic"),
    (but(FIGURE, " .", " ; bay:about good:money ."), "bay:about leads to a thing that has a name"),
    ("good:forum bay:partOf good:centre .", "A part and its whole are of one kind"),
    ('good:forum bay:partOf "Выставка"@ru .', "bay:partOf leads to a thing with an IRI"),
    (but(CITY, " .", ' ; bay:jobTitle "мэр"@ru .'), "Only a person has a job title"),
    ("good:lei bay:jobTitle good:hub .", "A job title is a text"),
    (but(CITY, " .", ' ; bay:startDate "2018-03-28"^^xsd:date .'), "Only an event begins and ends"),
    (but(EVENT, " .", ' ; bay:startDate "28 марта" .'), "The date of an event is a day, a month or a year"),
    (but(EVENT, " .", ' ; bay:endDate "2018-02-30"^^xsd:date .'), "The date of an event is a day"),
    (but(CITY, " .", " ; bay:value 5 ."), "Only a statistic has a value"),
    (but(FIGURE, "bay:value 5 ; ", ""), "A statistic has one value"),
    (but(FIGURE, "5 ;", "5 , 6 ;"), "A statistic has one value"),
    (but(FIGURE, "5 ;", '"5 млн" ;'), "A value is a whole or a decimal number"),
    (but(FIGURE, ' ; bay:measure "человек"@ru', ""), "A statistic names what is counted"),
    (but(FIGURE, '"человек"@ru', "good:robotics"), "What is counted or measured is a text"),
    (but(FIGURE, " .", ' ; bay:unit "CNY" , "USD" .'), "one unit at most"),
    (but(FIGURE, " .", ' ; bay:unit "млн юаней" .'), "A unit is a code"),
    (but(FIGURE, " .", ' ; bay:asOf "в прошлом году" .'), "The date of a figure"),
    (but(FIGURE, " .", ' ; bay:approximate "да" .'), "bay:approximate is true or false"),
    ('[] a bay:Statistic ; bay:value 5 ; bay:measure "робот" .', "A statistic has an IRI"),
    ('[] a bay:Document ; dcterms:language "ru" ; dcterms:title "робот" .', "A document has an IRI"),
    (but(DOCUMENT, "ru", "Russian language"), "A document has one language"),
    (but(DOCUMENT, " .", ' ; dcterms:title "Один"@ru , "Два"@ru .'), "A document has one title at most"),
    (but(DOCUMENT, " .", ' ; dcterms:issued "2018"^^xsd:gYear , "2019"^^xsd:gYear .'), "issued once"),
    (but(DOCUMENT, " .", ' ; dcterms:issued "вчера" .'), "The date of issue is an ISO 8601 date"),
    (but(EVIDENCE, 'bay:quote "Чжуншань" ; ', ""), "Evidence has one quote"),
    (but(EVIDENCE, '"Чжуншань"', '""'), "A quote is a text that is not empty"),
    (but(EVIDENCE, "bay:start 0 ; ", ""), "Evidence starts at one whole number"),
    (but(EVIDENCE, "bay:start 0", "bay:start -1"), "Evidence starts at one whole number"),
    (but(EVIDENCE, "bay:end 8", 'bay:end "8"'), "Evidence ends at one whole number"),
    (but(EVIDENCE, "bay:start 0", "bay:start 8"), "Evidence starts before it ends"),
    (but(EVIDENCE, "bay:start 0", 'bay:prefix "" ; bay:start 0'), "What stands before a quote"),
    (but(EVIDENCE, "bay:start 0", 'bay:suffix "a" , "b" ; bay:start 0'), "What stands after a quote"),
    (but(EVIDENCE, " ; prov:wasDerivedFrom good:document", ""), "Evidence is of exactly one document"),
    (but(EVIDENCE, "good:document", "good:document , id:d") + DOCUMENT, "of exactly one document"),
    (but(EVIDENCE, "good:document", "id:unknown"), "a document that the graph describes"),
    (but(EVIDENCE, "bay:supportedBy id:e", "bay:supportedBy good:evidence"), "supports at least one claim"),
    (but(EVIDENCE, "id:e", "_:e").replace("ru.in-place", "робот"), "Evidence has an IRI"),
    (but(CLAIM, "id:c", "[]").replace("ru.in-place", "робот"), "A claim has an IRI"),
    (but(CLAIM, "rdf:subject good:fair ; ", ""), "A claim is about one subject"),
    (but(CLAIM, "rdf:subject good:fair", "rdf:subject good:fair , good:hub"), "A claim is about one subject"),
    (but(CLAIM, "rdf:subject good:fair", "rdf:subject <urn:fair>"), "The subject of a claim is"),
    (but(CLAIM, "rdf:predicate bay:locatedIn ; ", ""), "A claim has one predicate"),
    (but(CLAIM, "bay:locatedIn", "bay:near"), "The predicate of a claim is"),
    (but(CLAIM, "rdf:object good:zhongshan ; ", ""), "A claim has one object"),
    (but(CLAIM, "rdf:object good:zhongshan", "rdf:object []"), "The object of a claim is"),
    (but(CLAIM, "bay:supportedBy good:evidence ; ", ""), "at least one piece of evidence"),
    (but(CLAIM, "good:evidence", "id:nothing"), "supported by evidence that the graph holds"),
    (but(CLAIM, 'bay:rule "ru.in-place" ; ', ""), "A claim names the one rule"),
    (but(CLAIM, " ; bay:confidence 0.9", ""), "A claim says how sure it is, once"),
    (but(CLAIM, "0.9", "1.5"), "A confidence is a decimal number from 0 to 1"),
    (but(CLAIM, "0.9", '"sure"'), "A confidence is a decimal number from 0 to 1"),
    (but(CLAIM, " .", ' ; bay:modality "planned" , "denied" .'), "one modality at most"),
    (but(CLAIM, " .", ' ; bay:modality "maybe" .'), "A modality is planned or denied"),
    (but(CITY, " .", ' ; bay:rule "ru.name" .'), "Only a claim has evidence"),
    (but(CITY, " .", ' ; bay:quote "Чжухай" .'), "Only evidence has a quote"),
]  # fmt: skip

BROKEN_JOINS = [
    (but(CLAIM, " .", ' ; bay:modality "denied" .'), "What a text denies is not stated beside the denial"),
    (but(EVIDENCE, "bay:end 8", "bay:end 7"), "as many characters"),
    (but(EVENT, " .", " ; bay:startDate '2018-03'^^xsd:gYearMonth ; bay:endDate '2018-02'^^xsd:gYearMonth ."),
     "does not end before it begins"),
    (but(CITY, " .", " ; bay:locatedIn id:y . id:y bay:locatedIn id:x ."), "No place lies in itself"),
    (but(EVENT, " .", " ; bay:partOf id:x ."), "Nothing is a part of itself"),
    (but(CITY, " .", " ; bay:near good:guangdong ."), "none is invented"),
    ("[] rdfs:comment 'nameless' .", "The graph holds no blank node"),
]  # fmt: skip


def turtle(text: str, name: str = "case") -> str:
    return f"{PREFIXES}@prefix id: <{ID}{name}/> .\n{text}"


def triples(text: str) -> Iterator[Triple]:
    for quad in ox.parse(turtle(text).encode(), format=ox.RdfFormat.TURTLE):
        yield str(quad.subject), str(quad.predicate), str(quad.object)


def messages(text: str) -> set[str]:
    return {problem.message for problem in check(triples(text), SHAPES)}


def every_message(name: str) -> set[str]:
    return set(map(str, Graph().parse(ONTOLOGY / name).objects(None, SH.message)))


def slow_messages(shapes: str, text: str) -> Counter[str]:
    """What pySHACL says, and how often."""
    data = Graph().parse(ONTOLOGY / "baygraph.ttl").parse(data=turtle(text), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=Graph().parse(ONTOLOGY / shapes), inference="none")
    assert isinstance(report, Graph)
    return Counter(map(str, report.objects(None, SH.resultMessage)))


def test_a_good_graph_has_no_fault() -> None:
    assert not messages(GOOD)


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=lambda value: value[:60])
def test_what_breaks_the_contract_is_told_in_words(text: str, message: str) -> None:
    assert any(message in said for said in messages(GOOD + text))


def test_every_message_of_the_shapes_is_provoked_by_some_fault() -> None:
    provoked = {said for text, _ in BROKEN for said in messages(GOOD + text)}
    assert not every_message("shapes.ttl") - provoked


def test_pyshacl_says_the_same_of_the_good_and_of_all_faults_together() -> None:
    assert not slow_messages("shapes.ttl", GOOD)
    cases = (text.replace("id:", f"id:c{n}-") for n, (text, _) in enumerate(BROKEN))
    everything = "\n".join([GOOD, *cases])
    assert set(slow_messages("shapes.ttl", everything)) == messages(everything) == every_message("shapes.ttl")


def test_what_must_fit_together_is_told_in_words() -> None:
    assert not slow_messages("shapes-sparql.ttl", GOOD)
    cases = (text.replace("id:", f"id:c{n}-") for n, (text, _) in enumerate(BROKEN_JOINS))
    said = slow_messages("shapes-sparql.ttl", "\n".join([GOOD, *cases]))
    assert set(said) == every_message("shapes-sparql.ttl")
    assert all(any(message in each for each in said) for _, message in BROKEN_JOINS)


@pytest.mark.parametrize("name", ["shapes.ttl", "shapes-sparql.ttl", "ontology-shapes.ttl"])
def test_the_shapes_are_themselves_valid_shacl_and_have_words_for_each_demand(name: str) -> None:
    ontology, shapes = Graph().parse(ONTOLOGY / "baygraph.ttl"), Graph().parse(ONTOLOGY / name)
    conforms, _, text = pyshacl.validate(ontology, shacl_graph=shapes, inference="none", meta_shacl=True)
    assert conforms, text
    named = [shape for shape in shapes.subjects(RDF_TERMS.type, SH.NodeShape) if isinstance(shape, URIRef)]
    demands = [part for shape in named for kind in (SH.property, SH.sparql) for part in shapes[shape:kind]]
    assert all(list(shapes[demand : SH.message]) for demand in demands)


def test_what_the_ontology_infers_about_a_good_graph_breaks_nothing() -> None:
    inferred = (
        "good:zhongshan a bay:Place . good:hkust a bay:Institution , bay:Agent . good:plan a bay:Program . "
        "good:hkust bay:cooperatesWith good:zhongshan . good:forum bay:locatedIn good:guangdong ."
    )
    assert not messages(GOOD + inferred)


@pytest.mark.parametrize("predicate", SIGNATURES)
def test_the_shapes_allow_between_classes_what_the_table_of_properties_allows(predicate: str) -> None:
    things = [name for name in CLASSES if name not in {"Agent", "Statistic", "Document", "Evidence"}]
    pairs = list(product([*things, "Statistic"], things))
    stated = [triple for pair in pairs for triple in _fact(predicate, *pair)]
    rules = f"bay:{predicate} leads", "A part and its whole"
    faults = {problem.node for problem in check(stated, SHAPES) if problem.message.startswith(rules)}
    for subject, value in pairs:
        ends = {_node(subject, value, "from"), _node(subject, value, "to")}
        assert allows(predicate, subject, value) == ends.isdisjoint(faults), (subject, value)


def _fact(predicate: str, subject: str, value: str) -> Iterator[Triple]:
    start, end = _node(subject, value, "from"), _node(subject, value, "to")
    yield start, iri(f"{RDF}type"), iri(bay(subject))
    yield end, iri(f"{RDF}type"), iri(bay(value))
    yield start, iri(bay(predicate)), end


def _node(subject: str, value: str, side: str) -> str:
    return iri(f"{ID}{subject}-{value}-{side}")
