"""What claims become in the graph, whatever the order they come in."""

import pickle
from dataclasses import replace
from itertools import permutations

import pytest
from builders import Said, bridge, corpus, fair, nobody_known, river
from hypothesis import given
from hypothesis import strategies as st

from baygraph.errors import UnknownName
from baygraph.evidence import UnfoundedClaim, slug
from baygraph.model import DocumentClaims, Rejection, Span, Value
from baygraph.populate import ConflictingDocuments, Dataset, populate, populate_document
from baygraph.terms import BAY, ID, LABEL, RDF, SAME_AS, TYPE
from baygraph.triples import text_of

pytestmark = pytest.mark.package

ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
Fact = tuple[str, str, str]


def short(term: str) -> str:
    return text_of(term).removeprefix(ID).removeprefix(BAY)


def facts(dataset: Dataset, key: str) -> set[tuple[str, str]]:
    return {(short(p), short(o)) for s, p, o in dataset.stated if text_of(s) == ID + key}


def claims_of(dataset: Dataset) -> dict[str, dict[str, list[str]]]:
    about: dict[str, dict[str, list[str]]] = {}
    for s, p, o in dataset.evidence:
        about.setdefault(s, {}).setdefault(short(p), []).append(o)
    return about


def test_each_plain_fact_of_a_text_has_a_claim_with_a_quote_from_that_text() -> None:
    dataset = populate(corpus(), nobody_known)
    about = claims_of(dataset)
    texts = {populate_document(c, nobody_known).iri: c.document.text for c in corpus()}
    claimed = set()
    for said in about.values():
        if RDF + "subject" in said:
            claimed.add((said[RDF + "subject"][0], said[RDF + "object"][0]))
            assert {"rule", "confidence", "supportedBy"} <= said.keys()
            for evidence in said["supportedBy"]:
                quote = {name: values[0] for name, values in about[evidence].items()}
                text = texts[quote["http://www.w3.org/ns/prov#wasDerivedFrom"]]
                start, end = (int(text_of(quote[name])) for name in ("start", "end"))
                assert text[start:end] == text_of(quote["quote"])
    plain = {(s, o) for s, p, o in dataset.stated if "/id/doc/" not in s}
    assert plain <= claimed


def test_a_denied_claim_has_no_plain_fact_and_a_planned_one_has() -> None:
    dataset = populate([river()], nobody_known)
    assert ("locatedIn", "foshan") not in facts(dataset, "lantern-bay-robotics-park")
    assert ("locatedIn", "zhuhai") in facts(dataset, "pearl-sensors-laboratory")
    modalities = [text_of(said["modality"][0]) for said in claims_of(dataset).values() if "modality" in said]
    assert sorted(modalities) == ["denied", "planned"]


def test_what_one_document_denies_is_no_plain_fact_and_is_named_as_contested() -> None:
    dataset = populate([river(), fair()], nobody_known)
    assert ("locatedIn", "zhuhai") not in facts(dataset, "lantern-bay-robotics-park")
    (contested,) = [c for c in dataset.conflicts if c.predicate.endswith("locatedIn>")]
    assert (short(contested.subject), short(contested.object)) == ("lantern-bay-robotics-park", "zhuhai")


def test_the_order_of_reading_changes_nothing() -> None:
    datasets = [populate(order, nobody_known) for order in permutations(corpus())]
    assert all(dataset == datasets[0] for dataset in datasets)


def test_what_a_document_adds_depends_on_that_document_alone() -> None:
    together = populate(corpus(), nobody_known)
    alone = {populate_document(each, nobody_known) for each in corpus()}
    assert set(together.documents) == alone


def test_a_documents_part_travels_between_processes() -> None:
    part = populate_document(river(), nobody_known)
    assert pickle.loads(pickle.dumps(part)) == part


def test_there_is_one_preferred_name_a_language_and_it_is_the_fullest() -> None:
    first = Said("a", "The Expo opened.").thing("expo", "Event", "Expo").done()
    second = Said("b", "The Bay Expo opened.").thing("expo", "Event", "Bay Expo", "Expo").done()
    for order in ([first, second], [second, first]):
        names = facts(populate(order, nobody_known), "expo")
        assert {n for p, n in names if p == LABEL} == {"Bay Expo"}
        assert {n for p, n in names if p == ALT} == {"Expo"}


def test_a_name_is_claimed_on_the_mention_that_is_spelt_most_like_it() -> None:
    dataset = populate([bridge()], nobody_known)
    about = claims_of(dataset)
    (claim,) = [
        said
        for said in about.values()
        if said.get(RDF + "predicate") == [f"<{LABEL}>"] and text_of(said[RDF + "object"][0]) == "Белый маяк"
    ]
    (evidence,) = claim["supportedBy"]
    assert text_of(about[evidence]["quote"][0]) == "компанией «Белый маяк»"


def test_a_known_thing_brings_its_names_and_links_without_claims() -> None:
    dataset = populate([river()])
    zhuhai = facts(dataset, "zhuhai")
    assert {(LABEL, "Чжухай"), (LABEL, "珠海"), (LABEL, "Zhuhai")} <= zhuhai
    assert any(p in (SAME_AS, "https://schema.org/sameAs") for p, _ in zhuhai)
    named = [s for s in dataset.documents[0].statements if s.predicate == f"<{LABEL}>"]
    assert not [s for s in named if s.subject.endswith("/zhuhai>")]


def test_of_two_classes_the_one_below_is_taken() -> None:
    dataset = populate([fair(), bridge()], nobody_known)
    assert {o for p, o in facts(dataset, "white-beacon") if p == TYPE} == {"Company"}
    assert "Institution" not in {short(conflict.object) for conflict in dataset.conflicts}


def test_a_thing_has_one_class_though_documents_differ_and_the_other_is_named() -> None:
    dataset = populate(corpus(), nobody_known)
    assert {o for p, o in facts(dataset, "lantern-bay-robotics-park") if p == TYPE} == {"Park"}
    (conflict,) = [c for c in dataset.conflicts if c.predicate == f"<{TYPE}>"]
    assert (short(conflict.object), short(conflict.kept)) == ("Platform", "Park")


def test_a_reviewed_class_outweighs_what_documents_say() -> None:
    texts = [Said(f"t{n}", "Zhuhai").thing("zhuhai", "Event", "Zhuhai").done() for n in range(3)]
    assert {o for p, o in facts(populate(texts), "zhuhai") if p == TYPE} == {"City"}


def test_a_statement_about_a_thing_that_is_nowhere_mentioned_is_rejected_with_the_reason() -> None:
    said = Said("a", "Zhuhai lies west of Atlantis.").thing("zhuhai", "City", "Zhuhai")
    said.fact("zhuhai", "locatedIn", "atlantis", quotes=["Zhuhai lies west of Atlantis"])
    (document,) = populate([said.done()], nobody_known).documents
    (rejection,) = document.rejections
    assert rejection.quote == "Zhuhai lies west of Atlantis"
    assert "atlantis" in rejection.what
    assert "does not mention" in rejection.reason


def test_two_rules_that_state_the_same_keep_their_own_confidence() -> None:
    said = Said("a", "Foshan").thing("foshan", "City", "Foshan", rule="gazetteer", confidence=1.0)
    said.fact("foshan", "type", Value("City"), quotes=["Foshan"], rule="head-noun", confidence=0.6)
    (document,) = populate([said.done()], nobody_known).documents
    types = [s for s in document.statements if s.predicate == f"<{TYPE}>"]
    assert {(s.rule, s.confidence) for s in types} == {("gazetteer", 1.0), ("head-noun", 0.6)}


@pytest.mark.parametrize("span", [Span(0, 0), Span(3, 2), Span(-1, 2), Span(0, 7)])
def test_evidence_outside_the_text_is_an_error(span: Span) -> None:
    good = Said("a", "Foshan").thing("foshan", "City", "Foshan").done()
    (claim,) = good.claims
    bad = replace(good, claims=(replace(claim, evidence=(span,)),))
    with pytest.raises(UnfoundedClaim, match="a"):
        populate([bad], nobody_known)


def test_a_rejection_whose_quote_does_not_stand_in_the_text_is_an_error() -> None:
    good = Said("a", "Foshan").done()
    bad = DocumentClaims(good.document, (), (), (Rejection(Span(0, 3), "Fos!", "x", "y", "z"),))
    with pytest.raises(UnfoundedClaim):
        populate([bad], nobody_known)


@pytest.mark.parametrize(("predicate", "value"), [("likes", Value("x")), ("type", Value("Dragon"))])
def test_a_term_that_the_ontology_has_not_is_an_error(predicate: str, value: Value) -> None:
    said = Said("a", "Foshan").thing("foshan", "City", "Foshan")
    with pytest.raises(UnknownName):
        populate([said.fact("foshan", predicate, value, quotes=["Foshan"]).done()], nobody_known)


def test_a_document_that_comes_twice_counts_once_but_not_two_under_one_identifier() -> None:
    assert populate([river(), river()], nobody_known) == populate([river()], nobody_known)
    with pytest.raises(ConflictingDocuments, match="river"):
        populate([river(), Said("river", "Another text").done()], nobody_known)


@pytest.mark.parametrize(
    ("issued", "datatype"),
    [
        ("2018", "gYear"),
        ("2018-12", "gYearMonth"),
        ("2018-12-03", "date"),
        ("2018-12-03T10:00:00+08:00", "dateTime"),
        ("2018-13", "string"),
        ("2018-02-30", "string"),
        ("last week", "string"),
    ],
)
def test_a_date_keeps_the_precision_that_it_has(issued: str, datatype: str) -> None:
    (document,) = populate([Said("a", "text", issued=issued).done()], nobody_known).documents
    (term,) = [o for _, p, o in document.description if p.endswith("issued>")]
    assert term == f'"{issued}"' if datatype == "string" else term.endswith(f"XMLSchema#{datatype}>")


def test_a_source_is_an_iri_only_where_it_is_one() -> None:
    sources = {
        "https://news.example/ru/мост": "<https://news.example/ru/мост>",
        "Bay Courier, page 3": '"Bay Courier, page 3"',
        "javascript:alert(1)": '"javascript:alert(1)"',
        "http://a b": '"http://a b"',
    }
    for source, term in sources.items():
        (document,) = populate([Said("a", "text", source=source).done()], nobody_known).documents
        assert [o for _, p, o in document.description if p.endswith("source>")] == [term]


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_two_identifiers_never_share_an_iri(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) == (one == other)
    assert set(slug(one)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


def test_a_clean_identifier_is_seen_in_the_iri() -> None:
    assert slug("ru-00.final_2") == "ru-00.final_2"


def test_a_name_that_the_gazetteer_has_is_no_news_in_another_language() -> None:
    text = "Мэр Zhuhai открыл парк."
    dataset = populate([Said("a", text, "ru").thing("zhuhai", "City", "Zhuhai").done()])
    assert not [s for s in dataset.documents[0].statements if s.predicate != f"<{TYPE}>"]
    assert len([o for p, o in facts(dataset, "zhuhai") if o == "Zhuhai"]) == 1


def test_the_quote_of_a_fact_comes_with_the_rest_of_its_sentences_and_a_mention_does_not() -> None:
    text = "First. The fair, held in Zhuhai, was large. Much was signed. Last."
    said = Said("fair", text).thing("fair", "Event", "fair").thing("zhuhai", "City", "Zhuhai")
    said.fact("fair", "locatedIn", "zhuhai", quotes=["fair, held in Zhuhai"])
    said.fact("fair", "startDate", Value("2019", "gYear"), quotes=["Zhuhai, was large. Much"])
    about = claims_of(populate([said.done(r"\. ?")], nobody_known))
    around = {
        text_of(quote["quote"][0]): tuple(text_of(quote.get(end, ['""'])[0]) for end in ("prefix", "suffix"))
        for quote in about.values()
        if "quote" in quote
    }
    assert around == {
        "fair": ("", ""),
        "Zhuhai": ("", ""),
        "fair, held in Zhuhai": ("The ", ", was large. "),
        "Zhuhai, was large. Much": ("The fair, held in ", " was signed. "),
    }
