"""The gazetteer: what is known beforehand, under which names, in which script, linked where certain."""

import re
from collections import defaultdict
from pathlib import Path

import opencc
import pytest

from baygraph.gazetteer import Gazetteer, Known, load, read
from baygraph.identity.fold import slug
from baygraph.identity.places import place_key
from baygraph.terms import CLASSES, GEO, OWL, SCHEMA, WD, is_a

LINKS = {
    OWL + "sameAs": re.escape(WD) + r"Q[1-9]\d*",
    SCHEMA + "sameAs": r"https://(sws\.geonames\.org/[1-9]\d*/|ror\.org/0[a-hj-km-np-tv-z0-9]{6}\d\d)",
    SCHEMA + "url": r"https?://[\w.-]+(/\S*)?",
    GEO + "lat": r"-?[1-8]?\d\.\d\d",
    GEO + "long": r"-?(1[0-7]|[1-9])?\d\.\d\d",
}
SCRIPTS = {
    "en": r"[^\u0400-\u04ff\u4e00-\u9fff]+",
    "ru": r"[^\u4e00-\u9fff]*[А-Яа-яЁё][^\u4e00-\u9fff]*",
    "zh-Hans": r"[^\u0400-\u04ff]*[\u4e00-\u9fff][^\u0400-\u04ff]*",
    "zh-Hant": r"[^\u0400-\u04ff]*[\u4e00-\u9fff][^\u0400-\u04ff]*",
    "zh-Latn": r"[A-Za-z' ]+",
}
# Cities whose name is no transcription of the Chinese one, or an older one, or that of another city too.
OWN_NAMES = {
    *("bayannur", "fuzhou-jiangxi", "hohhot", "huludao", "hulunbuir", "jingdezhen", "karamay", "qinhuangdao"),
    *("qiqihar", "shigatse", "suzhou-anhui", "taizhou-zhejiang", "turpan", "ulanqab", "xiamen"),
    *("yichun-jiangxi", "yulin-shaanxi"),
}
# Where OpenCC takes the wrong one of several traditional characters: 發 in a company is no hair.
OPENCC_ERRS = re.compile("阿爾托大學|金發科技|華發|古里安大學|聯邦製藥")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.fixture(scope="module")
def things(gazetteer: Gazetteer) -> list[Known]:
    """All but the fields, which have tests of their own."""
    return [known for known in gazetteer.entries if known not in gazetteer.fields]


def test_entries_are_many_sorted_and_found_by_key(gazetteer: Gazetteer, things: list[Known]) -> None:
    keys = [known.key for known in gazetteer.entries]
    assert keys == sorted(set(keys))
    assert len(things) > 4500 and len(gazetteer.fields) > 1700
    assert all(gazetteer.by_key(key) is known for key, known in zip(keys, gazetteer.entries, strict=True))
    assert gazetteer.by_key("atlantis") is None


def test_a_thing_has_one_class_of_the_ontology(things: list[Known]) -> None:
    assert not [known for known in things if len(known.types) != 1 or known.types[0] not in CLASSES]
    assert not [k for k in things if is_a(k.types[0], "Person", "Event", "Statistic", "Document", "Evidence")]


def test_the_key_is_the_slug_of_the_english_name(things: list[Known]) -> None:
    assert not {known.key for known in things if known.key != slug(known.label("en") or "")}


def test_a_thing_has_one_preferred_name_a_language_and_no_name_twice(things: list[Known]) -> None:
    for known in things:
        preferred = [name.lang for name in known.names if name.preferred]
        assert len(preferred) == len(set(preferred)) and "en" in preferred, known.key
        assert set(preferred) <= {"en", "ru", "zh-Hans"}, known.key
        folded = [(n.text.casefold(), n.lang) for n in (*known.names, *known.context_names)]
        assert len(folded) == len(set(folded)), known.key


def test_most_things_are_named_in_all_three_languages(things: list[Known]) -> None:
    assert sum(known.label("ru") is None for known in things) < len(things) * 0.08
    assert sum(known.label("zh") is None for known in things) < len(things) * 0.01


def test_no_two_things_share_a_name_that_needs_no_context(things: list[Known]) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for known in things:
        for name in known.names:
            owners[name.text.casefold(), name.lang[:2]].add(known.key)
    assert not {name: keys for name, keys in owners.items() if len(keys) > 1}


def test_names_are_trimmed_and_written_in_the_script_of_their_tag(things: list[Known]) -> None:
    for known in things:
        english = {name.text for name in known.names if name.lang == "en"}
        for name in (*known.names, *known.context_names):
            assert re.fullmatch(r"\S+( \S+)*", name.text), (known.key, name)
            # A Russian text writes a brand in Latin letters: Huawei.
            brand = name.lang == "ru" and name.preferred and name.text in english
            assert brand or re.fullmatch(SCRIPTS[name.lang], name.text), (known.key, name)


def test_simplified_and_traditional_names_are_what_their_tags_say(things: list[Known]) -> None:
    simplify = opencc.OpenCC("t2s").convert
    standards = [opencc.OpenCC(standard).convert for standard in ("s2t", "s2hk", "s2tw")]
    for known in things:
        hans = {n.text for n in (*known.names, *known.context_names) if n.lang == "zh-Hans"}
        for name in (*known.names, *known.context_names):
            if name.lang == "zh-Hans":
                assert simplify(name.text) == name.text, name
            elif name.lang == "zh-Hant":
                simple = simplify(name.text)
                assert simple != name.text and simple in hans, name
                usual = any(convert(simple) == name.text for convert in standards)
                assert usual or OPENCC_ERRS.search(name.text), name


def test_every_place_lies_in_a_known_place_and_none_in_itself(
    gazetteer: Gazetteer, things: list[Known]
) -> None:
    for known in things:
        around = list(gazetteer.places(known.key))
        assert len(around) < 8 and known not in around, known.key
        assert all(is_a(place.types[0], "Place") for place in around), known.key
        assert known.located_in is None or gazetteer.by_key(known.located_in), known.key


def test_a_part_belongs_to_a_known_thing(gazetteer: Gazetteer, things: list[Known]) -> None:
    wholes = {value for known in things for predicate, value in known.links if predicate.endswith("#partOf")}
    assert wholes and all(gazetteer.by_key(whole.rpartition("/")[2]) for whole in wholes)


def test_links_are_well_formed_and_lead_from_one_thing_each(things: list[Known]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for known in things:
        for predicate, value in known.links:
            if not predicate.endswith("#partOf"):
                assert re.fullmatch(LINKS[predicate], value), (known.key, value)
            if predicate in (OWL + "sameAs", SCHEMA + "sameAs"):
                owners[value].add(known.key)
    assert len(owners) > 300
    assert not {value: keys for value, keys in owners.items() if len(keys) > 1}


def test_the_weakest_identifier_is_left_out(gazetteer: Gazetteer) -> None:
    longgang = gazetteer.by_key("longgang")
    assert longgang and OWL + "sameAs" not in dict(longgang.links)


def test_spellings_of_a_chinese_city_agree_in_three_scripts(
    gazetteer: Gazetteer, things: list[Known]
) -> None:
    china = gazetteer.by_key("china")
    cities = [k for k in things if k.types == ("City",) and china in list(gazetteer.places(k.key))]
    assert len(cities) > 90
    for city in cities:
        names = [n for n in city.names if n.preferred]
        assert city.key in OWN_NAMES or len({place_key(n.text, n.lang) for n in names}) == 1, names


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("zhongshan", "Zhongshan Чжуншань 中山 中山市"),
        ("hong-kong", "Гонконг Сянган 香港 HKSAR Xianggang"),
        ("macao", "Макао Аомэнь Macau 澳门 澳門 Aomen"),
        ("hong-kong-university-of-science-and-technology", "HKUST 港科大 香港科技大學"),
        ("siasun", "Siasun 新松 Синьсун"),
        ("nansha", "Наньша 南沙 南沙新区"),
        ("lok-ma-chau-loop", "落马洲河套地区 落馬洲河套地區"),
        ("tolo-harbour", "吐露港"),
        ("boston", "Boston Бостон 波士顿 波士頓"),
        ("peacock-plan", "孔雀计划 孔雀計劃"),
        ("made-in-china-2025", "中国制造2025"),
    ],
)
def test_a_thing_is_known_by_its_names_in_every_script(gazetteer: Gazetteer, key: str, names: str) -> None:
    known = gazetteer.by_key(key)
    assert known and set(names.split()) <= {name.text for name in known.names}


def test_a_name_that_is_a_common_word_or_has_several_bearers_waits_for_context(things: list[Known]) -> None:
    waiting = (
        "中大 澳大 联想 小米 美的 南海 南山 高要 友邦 中信 光大 百事 康宁 虾皮 中通 蓝田 火炭 "
        "MUST HIT BIT IDEA SMART UM Washington Корея Того Сицзян Xijiang"
    )
    always = {name.text for known in things for name in known.names}
    in_context = {name.text for known in things for name in known.context_names}
    for name in waiting.split():
        assert name in in_context and name not in always, name


@pytest.mark.parametrize(
    ("city", "districts"),
    [
        ("guangzhou", "yuexiu haizhu liwan tianhe baiyun huangpu panyu huadu nansha conghua zengcheng"),
        (
            "shenzhen",
            "futian luohu nanshan yantian baoan longgang longhua pingshan guangming dapeng-new-district",
        ),
        ("zhuhai", "xiangzhou jinwan doumen hengqin"),
        ("foshan", "chancheng nanhai shunde sanshui gaoming"),
        ("dongguan", "songshan-lake binhaiwan humen changan-town"),
        (
            "zhongshan",
            "zhongshan-torch-high-tech-industrial-development-zone cuiheng-new-area xiaolan guzhen",
        ),
        ("huizhou", "huicheng huiyang boluo huidong longmen-county daya-bay zhongkai"),
        ("jiangmen", "pengjiang jianghai xinhui taishan kaiping heshan enping"),
        ("zhaoqing", "duanzhou dinghu gaoyao guangning huaiji fengkai deqing-county-zhaoqing sihui"),
    ],
)
def test_the_nine_cities_are_known_with_their_districts(
    gazetteer: Gazetteer, city: str, districts: str
) -> None:
    for district in districts.split():
        known = gazetteer.by_key(district)
        assert known and known.types == ("District",) and known.located_in == city, district
    place = gazetteer.by_key(city)
    assert place and {GEO + "lat", GEO + "long"} <= {predicate for predicate, _ in place.links}


def test_places_lead_from_the_nearest_to_the_country(gazetteer: Gazetteer) -> None:
    around = ["haizhu", "guangzhou", "guangdong", "china"]
    assert [place.key for place in gazetteer.places("pazhou")] == around
    assert not list(gazetteer.places("atlantis"))


def test_a_folder_is_read_as_it_stands_whatever_else_it_holds(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        """@prefix bay: <https://w3id.org/baygraph/ontology#> .
        @prefix id: <https://w3id.org/baygraph/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        id:b a bay:City ; rdfs:label "Бе"@ru , "Be"@en ; skos:hiddenLabel "Б"@ru ; bay:locatedIn id:a .
        id:a a bay:Region , skos:Concept ; rdfs:label "A"@en ;
            skos:prefLabel "A"@en ; skos:altLabel "甲"@zh-Hans .
        id:scheme a skos:ConceptScheme ; rdfs:label "no thing"@en .
        bay:City rdfs:label "city"@en ; rdfs:comment [ rdfs:label "not a name" ] .""",
        encoding="utf-8",
    )
    region, city = read(tmp_path).entries
    assert (city.key, city.types, city.located_in) == ("b", ("City",), "a")
    assert [(n.text, n.lang, n.preferred) for n in city.names] == [("Be", "en", True), ("Бе", "ru", True)]
    assert [n.text for n in city.context_names] == ["Б"]
    assert region.types == ("Region",)
    assert [(n.text, n.lang) for n in region.names] == [("A", "en"), ("甲", "zh-Hans")]
    assert (region.label("zh"), region.label("ru")) == (None, None)
