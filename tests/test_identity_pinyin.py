"""Hanzi are read in pinyin, whether traditional or simplified, and their normal form keeps every offset."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baygraph.identity.fold import LENGTH, cap, fold, slug
from baygraph.identity.pinyin import from_hanzi, person_from_hanzi, to_simplified

pytestmark = pytest.mark.package

HANZI = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=30)
ANY_TEXT = st.text(max_size=200)


@given(st.one_of(ANY_TEXT, HANZI))
def test_simplifying_never_shifts_an_offset(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@given(HANZI)
def test_a_name_is_read_alike_in_both_ways_of_writing(text: str) -> None:
    assert from_hanzi(text) == from_hanzi(to_simplified(text))


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("雷嶽龍", "雷岳龙"),
        ("澳門", "澳门"),
        ("粵港澳大灣區", "粤港澳大湾区"),
        ("中山 Zhongshan", "中山 Zhongshan"),
    ],
)
def test_traditional_becomes_simplified(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


@pytest.mark.parametrize(
    ("hanzi", "pinyin"),
    [
        ("中山", "zhongshan"),
        ("重庆", "chongqing"),
        ("松山湖", "songshanhu"),
        ("吕梁", "lüliang"),
        ("3D打印", "3Ddayin"),
    ],
)
def test_hanzi_are_read_by_the_word_they_stand_in(hanzi: str, pinyin: str) -> None:
    assert from_hanzi(hanzi) == pinyin


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("雷岳龙", "lei", "yuelong"),
        ("单田芳", "shan", "tianfang"),
        ("仇保兴", "qiu", "baoxing"),
        ("区伯", "ou", "bo"),
        ("曾国藩", "zeng", "guofan"),
        ("解学智", "xie", "xuezhi"),
        ("查培新", "zha", "peixin"),
        ("朴志贤", "piao", "zhixian"),
        ("任正非", "ren", "zhengfei"),
        ("欧阳修", "ouyang", "xiu"),
        ("諸葛亮", "zhuge", "liang"),
        ("单", "shan", ""),
    ],
)
def test_a_surname_has_its_own_reading(name: str, surname: str, given: str) -> None:
    assert person_from_hanzi(name) == (surname, given)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Top Talent Networking Zhongshan", "top-talent-networking-zhongshan"),
        ("São Paulo", "sao-paulo"),
        ("Lüliang", "luliang"),
        ("Zürich", "zurich"),
        ("Xi'an", "xian"),
        ("R&D", "rd"),
        ("Łódź Straße", "lodz-strasse"),
        ("Щёлково", "shchelkovo"),
        ("подъезд", "podezd"),
        ("中山", "zhongshan"),
        ("  --A  b--  ", "a-b"),
        ("3D-печать", "3d-pechat"),
    ],
)
def test_a_slug_is_readable_ascii(text: str, key: str) -> None:
    assert slug(text) == key


@given(ANY_TEXT)
def test_a_slug_is_a_valid_part_of_an_iri_whatever_the_text(text: str) -> None:
    key = slug(text)
    assert 1 <= len(key) <= LENGTH
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in key and key.strip("-") == key
    assert slug(key) == key


def test_long_texts_that_differ_at_the_end_have_different_slugs() -> None:
    long = "a national center of technology innovation " * 4
    assert slug(long + "north") != slug(long + "south")
    assert slug(long).startswith("a-national-center-of-technology-innovation")


def test_texts_in_other_scripts_do_not_fall_together() -> None:
    assert slug("삼성") != slug("현대")
    assert slug("カフェ A") != slug("バー A")


@given(st.text(st.sampled_from("abc-"), min_size=1, max_size=200), st.integers(20, 80))
def test_a_cut_key_keeps_within_its_length(key: str, length: int) -> None:
    assert len(cap(key, length)) <= length


@given(st.text(st.characters(max_codepoint=0x24F), max_size=30))
def test_folding_once_is_enough(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_nothing_heavy_is_imported_before_the_first_hanzi() -> None:
    program = (
        "import sys; from baygraph.identity import keys; keys.person_key('Lei Yuelong', 'en');"
        "keys.place_key('Чжуншань', 'ru');"
        "print(sorted({'pypinyin', 'opencc', 'pymorphy3'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
