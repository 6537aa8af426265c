"""The scheme of fields: three languages each, one owner a name, one hierarchy, the script its tag says."""

import re
from collections import defaultdict
from collections.abc import Iterator

import opencc
import pytest
from conftest import REPOSITORY
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

BAY = Namespace("https://w3id.org/baygraph/ontology#")
ID = Namespace("https://w3id.org/baygraph/id/")
LANGUAGES = ["en", "ru", "zh-Hans"]
NAMING = (RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)
GENERAL = (
    "health security education industry science technology innovation culture energy "
    "здоровье безопасность образование промышленность наука технологии инновации культура "
    "健康 安全 教育 工业 科学 技术 创新 文化 能源"
)
SCRIPT = {
    "en": re.compile(r"[^\u0400-\u04ff\u4e00-\u9fff]+"),
    "ru": re.compile(r"[^\u4e00-\u9fff]+"),
    "zh-Hans": re.compile(r"[^\u0400-\u04ff]+"),
    "zh-Hant": re.compile(r"[^\u0400-\u04ff]*[\u4e00-\u9fff][^\u0400-\u04ff]*"),
}


@pytest.fixture(scope="module")
def scheme() -> Graph:
    path = REPOSITORY / "ontology" / "fields.ttl"
    if not path.is_file():
        pytest.skip("needs a checkout")
    return Graph().parse(path)


def fields(scheme: Graph) -> list[URIRef]:
    return sorted(field for field in scheme.subjects(RDF.type, BAY.Field) if isinstance(field, URIRef))


def names(scheme: Graph, *properties: URIRef) -> Iterator[tuple[URIRef, Literal]]:
    for field in fields(scheme):
        for property in properties:
            for name in scheme.objects(field, property):
                assert isinstance(name, Literal), f"{field} has a name that is not text"
                yield field, name


def broader(scheme: Graph, field: URIRef) -> list[URIRef]:
    return [above for above in scheme.objects(field, SKOS.broader) if isinstance(above, URIRef)]


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def test_the_scheme_names_many_fields_all_of_them_concepts_in_it(scheme: Graph) -> None:
    assert len(fields(scheme)) >= 1700
    for field in fields(scheme):
        assert (field, RDF.type, SKOS.Concept) in scheme
        assert (field, SKOS.inScheme, ID.fields) in scheme


def test_every_field_has_one_preferred_name_in_each_of_three_languages(scheme: Graph) -> None:
    for field in fields(scheme):
        tags = [name.language for name in scheme.objects(field, RDFS.label) if isinstance(name, Literal)]
        assert sorted(map(str, tags)) == LANGUAGES, field


def test_tools_that_ask_for_skos_and_users_of_the_contract_see_the_same_names(scheme: Graph) -> None:
    assert set(names(scheme, RDFS.label)) == set(names(scheme, SKOS.prefLabel))


def test_no_two_fields_share_a_name(scheme: Graph) -> None:
    owners: dict[str, set[URIRef]] = defaultdict(set)
    for field, name in names(scheme, *NAMING):
        owners[name.casefold()].add(field)
    assert not {name: sorted(shared) for name, shared in owners.items() if len(shared) > 1}


def test_a_field_has_each_of_its_names_once(scheme: Graph) -> None:
    found: dict[tuple[URIRef, str, str | None], list[str]] = defaultdict(list)
    for field, name in names(scheme, *NAMING):
        found[field, name.casefold(), name.language].append(str(name))
    assert not [forms for forms in found.values() if len(forms) > 1]


def test_names_are_trimmed_and_short_enough_to_be_names(scheme: Graph) -> None:
    for _, name in names(scheme, *NAMING):
        assert re.fullmatch(r"\S+(?: \S+)*", name), repr(name)
        assert len(name) <= 80, name


def test_a_word_too_general_for_running_text_waits_for_a_cue(scheme: Graph) -> None:
    always = {name.casefold() for _, name in names(scheme, RDFS.label, SKOS.altLabel)}
    after_a_cue = {name.casefold() for _, name in names(scheme, SKOS.hiddenLabel)}
    assert always.isdisjoint(GENERAL.split())
    assert after_a_cue.issuperset(GENERAL.split())


def test_every_field_but_the_top_ones_has_a_broader_one_and_reaches_the_top(scheme: Graph) -> None:
    tops = set(scheme.subjects(SKOS.topConceptOf, ID.fields))
    assert 15 <= len(tops) <= 25
    for field in fields(scheme):
        assert (field in tops) == (not broader(scheme, field)), field
        assert tops & set(scheme.transitive_objects(field, SKOS.broader)), field


def test_a_broader_field_is_a_field_and_never_leads_back(scheme: Graph) -> None:
    for field in fields(scheme):
        for above in broader(scheme, field):
            assert (above, RDF.type, BAY.Field) in scheme, above
            assert field not in set(scheme.transitive_objects(above, SKOS.broader)), field


def test_the_address_of_a_field_is_made_from_its_english_name(scheme: Graph) -> None:
    for field, name in names(scheme, RDFS.label):
        if name.language == "en":
            assert field == ID[slug(name)], name


def test_every_name_is_written_in_the_script_of_its_tag(scheme: Graph) -> None:
    for field, name in names(scheme, *NAMING):
        assert name.language in SCRIPT, field
        assert SCRIPT[name.language].fullmatch(name), f"{name!r}@{name.language}"


def test_simplified_names_hold_no_traditional_character(scheme: Graph) -> None:
    simplify = opencc.OpenCC("t2s").convert
    for _, name in names(scheme, *NAMING):
        if name.language == "zh-Hans":
            assert simplify(str(name)) == str(name)


def test_traditional_names_are_right_by_one_of_the_regional_standards(scheme: Graph) -> None:
    standards = [opencc.OpenCC(standard).convert for standard in ("s2t", "s2hk", "s2tw")]
    for _, name in names(scheme, *NAMING):
        if name.language == "zh-Hant":
            assert any(convert(str(name)) == str(name) for convert in standards), name


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("artificial-intelligence", "AI ИИ 人工智慧"),
        ("robotics", "робототехника 機器人 机器人"),
        ("internet-of-things", "IoT 物联网 物聯網"),
        ("new-energy-vehicles", "NEV 新能源汽车"),
        ("3d-printing", "3D-печать 增材制造"),
        ("financial-technology", "fintech финтех 金融科技"),
        ("biotechnology", "biotech биотех 生物科技"),
        ("biomedicine", "биомедицина 生物医药"),
        ("traditional-chinese-medicine", "TCM ТКМ 中医药"),
        ("carbon-fiber", "углеволокно 碳纤维"),
    ],
)
def test_a_field_is_known_by_its_usual_short_and_regional_names(scheme: Graph, key: str, known: str) -> None:
    listed = {str(name) for field, name in names(scheme, RDFS.label, SKOS.altLabel) if field == ID[key]}
    assert not set(known.split()) - listed
