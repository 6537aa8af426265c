"""One thing has one key, whichever language names it; different things keep apart."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

import pymorphy3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baygraph.identity.data import table
from baygraph.identity.fold import LENGTH
from baygraph.identity.keys import (
    Order,
    Vocabulary,
    concepts,
    described_key,
    document_slug,
    is_specific,
    name_key,
    person_key,
    place_key,
    statistic_key,
    translated,
)
from baygraph.identity.persons import chinese_name, surnames
from baygraph.identity.pinyin import to_simplified
from baygraph.identity.vocabulary import items, phrase
from baygraph.model import Name

pytestmark = pytest.mark.package

MORPHOLOGY = pymorphy3.MorphAnalyzer()
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGES = ("en", "ru", "zh-Hans")

PLACES = {
    "zhongshan": ("Zhongshan", "Чжуншань", "中山"),
    "shenzhen": ("Shenzhen", "Шэньчжэнь", "深圳"),
    "dongguan": ("Dongguan", "Дунгуань", "东莞"),
    "songshan-lake": ("Songshan Lake", "Суншаньху", "松山湖"),
    "boston": ("Boston", "Бостон", "波士顿"),
    "guangdong": ("Guangdong", "Гуандун", "广东"),
    "hong-kong": ("Hong Kong", "Гонконг", "香港"),
    "macao": ("Macao", "Макао", "澳门"),
    "china": ("China", "Китай", "中国"),
    "siasun": ("Siasun", "Siasun", "新松"),
    "materials-lab": ("Songshan Lake Materials Laboratory", "", "松山湖材料实验室"),
    "work-office": ("Talent Work Office", "", ""),
    "hkust": ("HKUST", "HKUST", "港科大"),
}
FIELDS = {
    "intelligent-manufacturing": ("intelligent manufacturing", "интеллектуальное производство", "智能制造"),
    "robotics": ("robotics", "робототехника", "机器人产业"),
    "new-materials": ("new materials", "новые материалы", "新材料"),
}


def lemma(word: str, lang: str) -> str:
    return str(MORPHOLOGY.parse(word)[0].normal_form) if lang == "ru" else word.lower()


def named(things: dict[str, tuple[str, str, str]]) -> Iterable[tuple[str, tuple[Name, ...]]]:
    return [
        (k, tuple(Name(t, lang, True) for t, lang in zip(n, LANGUAGES, strict=True)))
        for k, n in things.items()
    ]


VOCABULARY = translated(Vocabulary.of(concepts(), named(PLACES), named(FIELDS), lemma))


def language(name: str) -> str:
    return "ru" if re.search("[а-яё]", name) else "zh" if re.search("[一-龥]", name) else "en"


def lemmas(name: str) -> list[str]:
    return [lemma(word, language(name)) for word in re.findall(r"[\w'’-]+", name)]


def key(name: str, *within: str) -> str:
    return name_key(lemmas(name), language(name), VOCABULARY, within)


@pytest.mark.parametrize(
    "name",
    [
        "Лэй Юэлун",
        "Lei Yuelong",
        "LEI Yuelong",
        "Yuelong Lei",
        "Yuelong LEI",
        "Lei Yue-long",
        "雷岳龙",
        "雷嶽龍",
    ],
)
def test_one_person_has_one_key_in_three_scripts(name: str) -> None:
    assert person_key(name, language(name)) == "lei-yuelong"


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("Сюй Цзиньгуан", "Xu Jin-Guang", "Xu Jinguang", "Jinguang Xu", "徐金光"), "xu-jinguang"),
        (("Ли Цзэсян", "Li Zexiang", "Li Ze Xiang", "李泽湘", "李澤湘"), "li-zexiang"),
        (("Люй Бу", "Lü Bu", "Lyu Bu", "Lv Bu", "吕布"), "lu-bu"),
        (("Оуян Сю", "Ouyang Xiu", "歐陽修"), "ouyang-xiu"),
        (("Чжан Сяоань", "Zhang Xiao'an", "张晓安"), "zhang-xiaoan"),
        (("Шань Тяньфан", "Shan Tianfang", "单田芳"), "shan-tianfang"),
    ],
)
def test_a_chinese_name_is_one_however_it_is_written(names: tuple[str, ...], wanted: str) -> None:
    assert {name: person_key(name, language(name)) for name in names} == dict.fromkeys(names, wanted)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Игорь Щербаков", "igor-shcherbakov"),
        ("Albert Wong Hak-keung", "albert-wong-hak-keung"),
        ("Carrie Lam Cheng Yuet-ngor", "carrie-lam-cheng-yuet-ngor"),
        ("Эрнст Штайнбах", "ernst-shtaynbakh"),
        ("José García", "jose-garcia"),
    ],
)
def test_another_name_stays_what_it_is(name: str, wanted: str) -> None:
    assert person_key(name, language(name)) == wanted


@pytest.mark.parametrize(
    ("russian", "english", "wanted"),
    [
        ("Альберт Вонг", "Albert Wong", "albert-wong"),
        ("Леон Ван", "Leon Wang", "leon-wang"),
        ("Санни Чай", "Sunny Chai", "sunny-chai"),
        ("Джон Смит", "John Smith", "john-smith"),
        ("Сьюзан Ван", "Susan Wang", "susan-wang"),
    ],
)
def test_a_western_given_name_is_one_in_russian_and_english(russian: str, english: str, wanted: str) -> None:
    assert person_key(russian, "ru") == person_key(english, "en") == wanted


def test_where_both_words_can_be_the_surname_the_order_stands() -> None:
    assert person_key("Li Lei", "en") == "li-lei"
    assert person_key("Lei Li", "en") == "lei-li"
    assert person_key("Lei LI", "en") == "li-lei"
    assert chinese_name("Zong Zi", "zh-Latn") == ("zong", "zi")


@given(st.sampled_from(sorted(surnames())), st.sampled_from(["yuelong", "zexiang", "jinguang"]))
def test_the_order_of_a_romanized_name_does_not_matter(surname: str, given_name: str) -> None:
    there, back = f"{surname} {given_name}".title(), f"{given_name} {surname}".title()
    assert person_key(there, "en") == person_key(back, "en") == f"{surname}-{given_name}"


@pytest.mark.parametrize(
    "names",
    [
        (
            "Международная промышленная база робототехники Суншаньху",
            "Songshan Lake International Robot Industry Base",
            "松山湖国际机器人产业基地",
            "松山湖國際機器人產業基地",
        ),
        (
            "Научно-исследовательский институт интеллектуального производства Siasun",
            "Siasun Intelligent Manufacturing Research Institute",
            "新松智能制造研究院",
        ),
        (
            "Центр совместных инноваций Чжуншаня и HKUST",
            "HKUST-Zhongshan Joint Innovation Center",
            "Joint Innovation Centre of Zhongshan and HKUST",
            "港科大中山联合创新中心",
        ),
        (
            "Национальный парк предпринимательской деятельности зарубежных студентов",
            "National Overseas Students Pioneer Park",
            "国家级留学人员创业园",
        ),
        (
            "Шэньчжэньское бюро науки и технологий",
            "Бюро науки и технологий города Шэньчжэнь",
            "Shenzhen Municipal Bureau of Science and Technology",
            "深圳市科学技术局",
        ),
        (
            "Зарубежная рабочая станция Чжуншаня в Бостоне",
            "Zhongshan Overseas Workstation in Boston",
            "中山驻波士顿海外工作站",
        ),
        ("Дункэнский промышленный парк", "Dongkeng Industrial Park", "东坑产业园"),
        ("Больница Линнань", "Lingnan Hospital", "岭南医院"),
        ("Сделано в Китае 2025", "Made in China 2025", "中国制造2025"),
        ("Форум по новым материалам", "New Materials Forum", "新材料论坛"),
        ("Молодёжная база Гонконга и Макао", "Hong Kong-Macao Youth Base", "港澳青年基地", "港澳青年基地"),
    ],
)
def test_a_name_has_one_key_in_every_language(names: tuple[str, ...]) -> None:
    assert len({key(name) for name in names}) == 1, [key(name) for name in names]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("松山湖国际机器人产业基地", "songshan-lake-international-industry-robotics-base"),
        (
            "Siasun Intelligent Manufacturing Research Institute",
            "siasun-intelligent-manufacturing-research-institute",
        ),
        ("Top Talent Networking Zhongshan", "top-talent-networking-zhongshan"),
        ("Plug and Play", "plug-and-play"),
        ("XbotPark", "xbotpark"),
        ("深圳和平医院", "heping-shenzhen-hospital"),
        ("Чжуншань", "zhongshan"),
        ("Форум по новым материалам", "new-materials-forum"),
        ("Дунгуаньский инкубатор", "dongguan-incubator"),
        ("Бостонский инкубатор", "boston-incubator"),
    ],
)
def test_a_key_is_readable(name: str, wanted: str) -> None:
    assert key(name) == wanted


def test_a_known_institution_is_found_by_a_translation_of_its_name() -> None:
    assert key("Лаборатория материалов Суншаньху") == key("松山湖材料实验室") == "materials-lab"
    assert key("Лаборатория материалов Суншаньху в Дунгуане") != "materials-lab"


def test_a_known_name_without_a_place_is_nobody_else_s() -> None:
    assert key("Talent Work Office") == "work-office"
    assert key("Talent Office") != "work-office"


def test_place_and_year_that_the_text_gives_make_a_common_name_specific() -> None:
    assert key("Форум талантов", "zhongshan", "2019") == key("2019 Zhongshan Talent Forum")
    assert key("Форум талантов", "zhongshan", "2019") != key("Форум талантов", "zhongshan", "2018")
    assert key("Форум талантов Чжуншаня", "zhongshan") == key("中山人才论坛")


@pytest.mark.parametrize(
    "name", ["Форум талантов", "Международный инкубатор", "创新中心", "innovation centre"]
)
def test_a_common_name_is_not_specific(name: str) -> None:
    assert not is_specific(lemmas(name), language(name), VOCABULARY)


@pytest.mark.parametrize(
    "name",
    [
        "Форум талантов Чжуншаня",
        "Парк XbotPark",
        "东坑产业园",
        "2018 fair",
        "третий форум",
        "Дункэнский парк",
    ],
)
def test_a_name_or_a_number_makes_it_specific(name: str) -> None:
    assert is_specific(lemmas(name), language(name), VOCABULARY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018 Zhongshan Fair", "2019 Zhongshan Fair"),
        ("Третий форум талантов Чжуншаня", "Четвёртый форум талантов Чжуншаня"),
        ("中山人才论坛", "中山人才大会"),
        ("Zhongshan Innovation Center", "Dongguan Innovation Center"),
        ("Zhongshan Innovation Center", "Zhongshan Innovation Park"),
        ("国家重点实验室", "国家实验室"),
        ("岭南医院", "岭东医院"),
        ("Центр инноваций", "Центр совместных инноваций"),
    ],
)
def test_what_differs_in_one_word_keeps_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


WORDS = st.sampled_from(
    [
        *("zhongshan", "中山", "чжуншань", "international", "международный", "центр", "center", "中心"),
        *("the", "и", "2018", "третий", "xbot", "岭南", "和", "top"),
    ]
)


@given(st.lists(WORDS, max_size=8), st.sampled_from(LANGUAGES))
def test_a_key_is_a_valid_part_of_an_iri(words: list[str], lang: str) -> None:
    found = name_key(words, lang, VOCABULARY)
    assert KEY.fullmatch(found)
    assert len(found) <= LENGTH


@given(st.text(max_size=120))
def test_any_text_has_a_key(text: str) -> None:
    for found in (name_key([text], "en", VOCABULARY), person_key(text, "zh"), place_key(text, "ru")):
        assert KEY.fullmatch(found)
        assert len(found) <= LENGTH


@given(st.permutations(["международный", "промышленный", "база", "робототехника", "суншаньху"]))
def test_the_order_of_known_words_does_not_matter(words: list[str]) -> None:
    assert name_key(words, "ru", VOCABULARY) == "songshan-lake-international-industry-robotics-base"


@given(st.text(st.characters(max_codepoint=0x24F), max_size=40))
def test_case_and_unicode_form_do_not_matter(text: str) -> None:
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert name_key([composed], "en", VOCABULARY) == name_key([apart], "en", VOCABULARY)
    assert name_key([text.lower()], "en", VOCABULARY) == name_key([text.lower().casefold()], "en", VOCABULARY)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=12))
def test_traditional_and_simplified_have_one_key(text: str) -> None:
    simplified = to_simplified(text)
    assert name_key([text], "zh", VOCABULARY) == name_key([simplified], "zh", VOCABULARY)
    assert person_key(text, "zh") == person_key(simplified, "zh")
    assert place_key(text, "zh") == place_key(simplified, "zh")


def test_a_vocabulary_does_not_depend_on_the_order_of_what_it_is_made_of() -> None:
    names, fields = list(named(PLACES))[::-1], list(named(FIELDS))[::-1]
    turned = translated(Vocabulary.of(concepts()[::-1], names, fields, lemma))
    assert turned.tables == VOCABULARY.tables
    assert turned.orders == VOCABULARY.orders


def test_a_form_that_two_languages_share_means_what_it_means_in_the_language_of_the_name() -> None:
    names = [("fair", (Name("Messe", "de"),)), ("mass", (Name("messe", "fr"),))]
    vocabulary = translated(Vocabulary.of((), names))
    assert name_key(["messe"], "de", vocabulary) == "fair"
    assert name_key(["messe"], "fr", vocabulary) == "mass"


def test_every_form_of_the_vocabulary_means_one_concept() -> None:
    owners: dict[str, set[str]] = {}
    for concept in concepts():
        for name in concept.names:
            owners.setdefault(phrase(items(name.text)), set()).add(concept.id)
    assert not {form: ids for form, ids in owners.items() if len(ids) > 1}
    assert len({concept.id for concept in concepts()}) == len(concepts()) >= 450


def test_every_concept_has_a_form_in_each_language() -> None:
    assert not [c.id for c in concepts() if {name.lang for name in c.names} != {"en", "ru", "zh"}]
    assert all(KEY.fullmatch(c.id) for c in concepts())


def test_every_russian_form_is_found_by_the_dictionary_forms_of_its_words() -> None:
    russian = [(c.id, name.text) for c in concepts() for name in c.names if name.lang == "ru"]
    lemmas = {
        text: " ".join(lemma(word, "ru") for word in re.findall(r"[\w-]+", text)) for _, text in russian
    }
    read = {text: VOCABULARY.read(items(lemmas[text]), "ru") for _, text in russian}
    found = {text: [i for piece in read[text] for i in piece.ids or ()] for _, text in russian}
    assert not [(i, text, found[text]) for i, text in russian if found[text] not in ([i], [f"{i}s"])]


def test_compounds_are_made_of_known_concepts_and_places() -> None:
    known = {concept.id for concept in concepts()} | PLACES.keys()
    places = {"shenzhen", "zhuhai", "guangzhou", "dongguan", "foshan", "huizhou", "taiwan"}
    for ids in table("concepts")["compound"].values():
        assert set(ids.split(", ")) <= known | places


def test_heads_of_every_kind_have_their_place() -> None:
    data = table("concepts")
    assert set(data["kinds"]) == data["head"].keys()
    assert max(VOCABULARY.orders.values()) == Order.HEAD + len(data["kinds"]) - 1


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("Чжуншань", "город Чжуншань", "Zhongshan", "Zhongshan City", "中山", "中山市"), "zhongshan"),
        (("Гонконг", "Сянган", "Hong Kong", "Hongkong", "香港"), "hong-kong"),
        (("Макао", "Аомынь", "Macao", "Macau", "澳門"), "macao"),
        (("Пекин", "Peking", "Beijing", "北京市"), "beijing"),
        (("Харбин", "Harbin", "哈尔滨"), "harbin"),
        (("Сиань", "Xi'an", "Xi’an", "Xian", "西安"), "xian"),
        (("Уси", "Wuxi", "無錫"), "wuxi"),
        (("посёлок Дункэн", "Dongkeng Town", "东坑镇"), "dongkeng-town"),
        (("Новый район Хэнцинь", "Hengqin New Area", "横琴新区"), "hengqin-new-area"),
        (("район Наньша", "Nansha District", "南沙区", "Nansha"), "nansha"),
        (("Шэньси", "Shaanxi", "陕西", "陝西省"), "shaanxi"),
        (("Шаньси", "Shanxi", "山西", "山西省"), "shanxi"),
        (("São Paulo", "Sao Paulo"), "sao-paulo"),
        (("通县",), "tongxian"),
    ],
)
def test_a_place_has_one_key_in_three_scripts(names: tuple[str, ...], wanted: str) -> None:
    assert {name: place_key(name, language(name)) for name in names} == dict.fromkeys(names, wanted)


def test_documents_keep_apart_though_their_identifiers_fold_together() -> None:
    assert document_slug("ru-00-zhongshan-fair-2018") == "ru-00-zhongshan-fair-2018"
    assert len({document_slug(i) for i in ("a b", "a-b", "A-B", "a_b", "a/b", "ä-b")}) == 6


def test_what_is_described_never_merges_across_documents() -> None:
    one, other = (described_key(document, "overseas station in Boston") for document in ("ru-1", "ru-2"))
    assert one == "ru-1--overseas-station-in-boston"
    assert one != other


def test_a_figure_is_known_by_all_that_it_says() -> None:
    figure = ("zhongshan", Decimal("26"), "", "2017", "incubator")
    assert statistic_key(*figure) == "zhongshan--incubator--26-2017"
    assert (
        statistic_key("zhongshan", Decimal("4.10"), "%", "2017-12", "growth")
        == "zhongshan--growth--4-1-percent-2017-12"
    )
    assert statistic_key("a", Decimal("5.50"), "CNY", "", "b") == statistic_key(
        "a", Decimal("5.5"), "CNY", "", "b"
    )
    assert statistic_key("a", Decimal("-5"), "", "", "b") != statistic_key("a", Decimal("5"), "", "", "b")
    others = [
        ("dongguan", *figure[1:]),
        ("zhongshan", Decimal("260"), "", "2017", "incubator"),
        ("zhongshan", Decimal("26"), "ha", "2017", "incubator"),
        ("zhongshan", Decimal("26"), "", "2018", "incubator"),
        ("zhongshan", Decimal("26"), "", "2017", "laboratory"),
    ]
    assert len({statistic_key(*figure), *(statistic_key(*other) for other in others)}) == 6
