"""Russian spellings of Chinese are read back: every syllable, every case, no Russian word by mistake."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from baygraph.identity.data import table
from baygraph.identity.palladius import (
    base_forms,
    is_palladius,
    looks_palladius,
    palladius_syllables,
    pinyin_syllables,
    syllables,
    to_cyrillic,
    to_pinyin,
)

pytestmark = pytest.mark.package

SYLLABLES = sorted(syllables())
VOWELS = "аеёиоуыэюя"


def test_the_table_holds_every_syllable_of_standard_chinese() -> None:
    initials = {
        "b",
        "p",
        "m",
        "f",
        "d",
        "t",
        "n",
        "l",
        "g",
        "k",
        "h",
        "j",
        "q",
        "x",
        "zh",
        "ch",
        "sh",
        "r",
        "z",
        "c",
        "s",
    }
    assert 405 <= len(SYLLABLES) <= 420
    assert initials <= {s[:2] if s[1:2] == "h" else s[:1] for s in SYLLABLES}


def test_one_spelling_stands_for_two_syllables_in_the_documented_case_alone() -> None:
    by_spelling: dict[str, list[str]] = {}
    for pinyin, cyrillic in syllables().items():
        by_spelling.setdefault(cyrillic, []).append(pinyin)
    assert {c: p for c, p in by_spelling.items() if len(p) > 1} == {"ло": ["lo", "luo"]}
    assert to_pinyin("ло") == "luo"


@pytest.mark.parametrize("pinyin", [s for s in SYLLABLES if s != "lo"])
def test_every_syllable_comes_back_from_its_russian_spelling(pinyin: str) -> None:
    assert to_pinyin(to_cyrillic(pinyin)) == pinyin


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4))
def test_words_come_back_where_the_system_can_tell_their_syllables_apart(word: list[str]) -> None:
    spelled = [syllables()[s] for s in word]
    told_apart = (a[-1] in "нь" or b[0] not in VOWELS for a, b in pairwise(spelled))
    assume("lo" not in word and all(told_apart))
    cyrillic = to_cyrillic("'".join(word))
    assert to_pinyin(cyrillic) == "".join(word)
    assert palladius_syllables(cyrillic) == tuple(word)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3))
def test_what_is_written_by_the_system_is_known_as_such(word: list[str]) -> None:
    cyrillic = to_cyrillic("'".join(word))
    assert is_palladius(cyrillic)
    assert to_pinyin(cyrillic.title()) == to_pinyin(cyrillic.upper()) == to_pinyin(cyrillic)


@given(st.text(max_size=60))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert base_forms(text) is not None
    assert is_palladius(text) in (True, False)
    assert pinyin_syllables(text) is not None


@pytest.mark.parametrize(
    ("russian", "pinyin"),
    [
        ("Чжуншань", "zhongshan"),
        ("Суншаньху", "songshanhu"),
        ("Юэлун", "yuelong"),
        ("Хунцзе", "hongjie"),
        ("Цзиньгуан", "jinguang"),
        ("Вэйцян", "weiqiang"),
        ("Лэй Юэлун", "lei yuelong"),
        ("Дэн Сяо-пин", "deng xiaoping"),
        ("Чанъань", "changan"),
        ("Дунъян", "dongyang"),
        ("Хунань", "hunan"),
        ("Хуанань", "huanan"),
        ("Тяньаньмэнь", "tiananmen"),
        ("Сиань", "xian"),
        ("Даявань", "dayawan"),
        ("Баоань", "baoan"),
        ("Тайюань", "taiyuan"),
        ("Аньхой", "anhui"),
        ("Хойчжоу", "huizhou"),
        ("Хуэйчжоу", "huizhou"),
        ("Люй", "lü"),
        ("Шеньчжень", "shenzhen"),
    ],
)
def test_a_name_is_read_as_chinese_writes_it_in_latin_letters(russian: str, pinyin: str) -> None:
    assert to_pinyin(russian) == pinyin


@pytest.mark.parametrize(
    ("russian", "pinyin"),
    [
        ("Пекин", "beijing"),
        ("Нанкин", "nanjing"),
        ("Харбин", "haerbin"),
        ("Гонконг", "xianggang"),
        ("Макао", "aomen"),
    ],
)
def test_established_names_give_the_pinyin_of_the_chinese_name(russian: str, pinyin: str) -> None:
    assert to_pinyin(russian) == pinyin


@pytest.mark.parametrize(
    "word", ["институт", "Бостон", "Москва", "Альберт", "Zhongshan", "中山", "", "-", "ъ", "нъань"]
)
def test_what_is_not_chinese_is_not_read_as_chinese(word: str) -> None:
    assert to_pinyin(word) is None
    assert not is_palladius(word)


@pytest.mark.parametrize("word", ["дома", "налоги", "тема", "вино", "погода", "минута", "банан", "лимон"])
def test_a_russian_word_does_not_look_chinese_because_its_syllables_could_be(word: str) -> None:
    assert not looks_palladius(word)


@pytest.mark.parametrize("word", ["Чжуншань", "Дункэн", "Линнань", "Фошань", "Цзэсян", "Далянь"])
def test_a_chinese_name_looks_chinese(word: str) -> None:
    assert looks_palladius(word)


@pytest.mark.parametrize(
    ("inflected", "nominative"),
    [
        ("Чжуншаня", "Чжуншань"),
        ("Чжуншаню", "Чжуншань"),
        ("Чжуншанем", "Чжуншань"),
        ("Чжуншане", "Чжуншань"),
        ("Сычуани", "Сычуань"),
        ("Юэлуна", "Юэлун"),
        ("Юэлуну", "Юэлун"),
        ("Цзэсяном", "Цзэсян"),
        ("Гуандуне", "Гуандун"),
        ("Лэя", "Лэй"),
        ("Шанхаем", "Шанхай"),
        ("Пекина", "Пекин"),
        ("Гонконге", "Гонконг"),
    ],
)
def test_a_case_leads_back_to_the_nominative(inflected: str, nominative: str) -> None:
    assert nominative in base_forms(inflected)


@pytest.mark.parametrize("word", ["На", "Лю", "Хуа", "Ли", "Чжуншань", "Юэлун", "Цзюнь", "Шанхай"])
def test_a_name_that_is_in_the_nominative_or_never_changes_stays(word: str) -> None:
    assert base_forms(word) == (word,)


def test_every_ending_of_the_table_leads_back() -> None:
    for base, endings in table("palladius")["endings"].items():
        name = {"р": "Эр", "г": "Гонконг"}.get(base, f"Шэ{base}")
        for ending in endings:
            assert name in base_forms(name.removesuffix(base) + ending)


def test_a_word_that_is_no_chinese_name_in_any_case_has_no_base_form() -> None:
    assert base_forms("института") == ()


@pytest.mark.parametrize(
    ("pinyin", "russian"),
    [
        ("zhongshan", "чжуншань"),
        ("chang'an", "чанъань"),
        ("xi'an", "сиань"),
        ("xian", "сянь"),
        ("fangan", "фаньгань"),
        ("lei yuelong", "лэй юэлун"),
        ("nv", "нюй"),
    ],
)
def test_pinyin_is_written_in_russian(pinyin: str, russian: str) -> None:
    assert to_cyrillic(pinyin) == russian


def test_what_is_not_pinyin_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="boston"):
        to_cyrillic("boston")
