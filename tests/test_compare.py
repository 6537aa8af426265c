"""Whoever asks why two names are one thing, or two, is told the key of each and how it came about."""

import pytest

from baygraph.cli import main
from baygraph.compare import accounts, compare, judge, language

pytestmark = pytest.mark.package


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Чжуншань", "中山"),
        ("Лэй Юэлун", "雷岳龙"),
        ("Лэй Юэлун", "Lei Yuelong"),
        ("HKUST", "港科大"),
        ("Научно-исследовательский институт интеллектуального производства Siasun", "新松智能制造研究院"),
        ("Джон Ли", "李家超"),
    ],
)
def test_one_thing_in_two_scripts_has_one_key_and_the_full_score(one: str, other: str) -> None:
    verdict = judge(accounts(one), accounts(other))
    assert verdict.same and verdict.score == 1.0 and verdict.one.key == verdict.other.key


@pytest.mark.parametrize(
    ("one", "other"),
    [("中山大学", "中山"), ("Ли Лэй", "Ли Лань"), ("HKUST", "HKUST (Guangzhou)"), ("Чжуншань", "Чжухай")],
)
def test_two_things_have_two_keys_and_less_than_the_full_score(one: str, other: str) -> None:
    verdict = judge(accounts(one), accounts(other))
    assert not verdict.same and verdict.score < 1.0 and verdict.one.key != verdict.other.key


def test_a_score_is_the_share_of_the_keys_parts_that_both_have() -> None:
    assert judge(accounts("Ли Лэй"), accounts("Ли Лань")).score == 0.5


def test_a_known_name_is_told_to_be_known() -> None:
    assert "gazetteer: a name of this City" in compare("Чжуншань", "中山")


def test_a_person_is_told_by_syllables_surname_and_given_name() -> None:
    told = compare("Лэй Юэлун", "雷岳龙")
    assert "Юэлун: yue-long, by the Palladius system" in told
    assert "雷岳龙: leiyuelong in pinyin" in told
    assert "a Chinese name: surname lei, given name yuelong" in told


def test_a_name_of_words_is_told_piece_by_piece() -> None:
    told = compare("Институт робототехники", "机器人研究院")
    assert "робототехника: robotics" in told and "机器人: robotics" in told


def test_a_judgement_is_told_with_its_reason() -> None:
    assert "judgement: 李家超@zh is the same as john-lee: John Lee Ka-chiu" in compare("John Lee", "李家超")


def test_what_tells_two_things_apart_is_named() -> None:
    assert "only li-lei has lei; only li-lan has lan" in compare("Ли Лэй", "Ли Лань")


@pytest.mark.parametrize(
    ("name", "lang"), [("中山", "zh"), ("Чжуншань", "ru"), ("Zhongshan", "en"), ("", "en")]
)
def test_a_name_is_read_in_the_language_of_its_script(name: str, lang: str) -> None:
    assert language(name) == lang


@pytest.mark.parametrize("name", ["", " ", "!!", "\0", "<b>", "x" * 2000, "🙂"])
def test_any_text_has_an_account(name: str) -> None:
    assert all(way.key for way in accounts(name))
    assert compare(name, "中山")


def test_the_command_takes_two_names_and_needs_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "Чжуншань", "中山", "-o", "nowhere"]) == 0
    assert "One thing, score 1.00" in capsys.readouterr().out
