"""A text's language is that of its sentences, whatever names it quotes."""

import pytest

from baygraph.errors import UnknownLanguage
from baygraph.read.language import detect, named

pytestmark = pytest.mark.package

KNOWN = frozenset({"en", "ru", "zh"})


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Siasun Robot & Automation Co., Ltd и Hong Kong University of Science подписали договор"),
        ("ru", "Компания DJI (大疆创新科技有限公司) открыла офис в Шэньчжэне."),
        ("ru", "ЯРМАРКА ТАЛАНТОВ ОТКРЫЛАСЬ В ЧЖУНШАНЕ"),
        ("zh", "香港科技大学（Hong Kong University of Science and Technology）与新松（Siasun）签约。"),
        ("zh", "中山市舉辦人才節，逾三百家企業參加。"),
        ("zh", "珠海市副市长Li Ming会见了Saint Petersburg State University代表团"),
        ("en", "The Guangzhou Institute of Energy (中国科学院广州能源研究所) opened a station in Boston."),
        ("en", "Macao and Zhuhai sign a pact"),
        ("en", "The mayor met Лэй Юэлун, who runs the city's talent office."),
        ("en", "HONG KONG SCIENCE PARK OPENS IN SHENZHEN"),
    ],
)
def test_the_host_language_wins_over_the_names_it_quotes(lang: str, text: str) -> None:
    assert detect(text, KNOWN) == lang


@pytest.mark.parametrize(
    ("looks_like", "text"),
    [
        ("uk", "Міський голова Шеньчженя відкрив нову лабораторію, яка займатиметься робототехнікою."),
        ("de", "Der Bürgermeister von Shenzhen hat gestern das neue Labor der Universität eröffnet."),
        ("pt", "A Universidade de Macau e o Instituto Politécnico assinaram um acordo sobre um laboratório."),
        ("ja", "深圳市の副市長は昨日、新しい研究室を開設した。同市は今年、研究に十二億元を投じる。"),
    ],
)
def test_a_language_without_a_pack_is_refused_by_its_name(looks_like: str, text: str) -> None:
    with pytest.raises(UnknownLanguage) as refused:
        detect(text, KNOWN)
    assert refused.value.value == looks_like


def test_a_language_whose_pack_is_missing_is_refused_too() -> None:
    with pytest.raises(UnknownLanguage):
        detect("中山市举办人才节，三百多家企业参加。", frozenset({"ru"}))


@pytest.mark.parametrize(("tag", "code"), [("ru", "ru"), ("RU-ru", "ru"), ("zh_CN", "zh"), ("zh-Hant", "zh")])
def test_a_language_tag_may_say_more_than_the_language(tag: str, code: str) -> None:
    assert named(tag, KNOWN) == code


def test_a_text_without_letters_is_in_no_language() -> None:
    with pytest.raises(UnknownLanguage):
        detect("2018: 136 000 (+5 %)", KNOWN)
