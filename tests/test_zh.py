"""What reading Chinese promises, sentence by sentence: the examples are the specification."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from baygraph.extract import claims
from baygraph.languages.zh import pack
from baygraph.languages.zh.numerals import numerals
from baygraph.model import Document, DocumentClaims, Ref, Value

EXAMPLES = sorted((Path(__file__).parent / "examples" / "zh").glob("*.txt"))


def blocks() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for path in EXAMPLES:
        for block in path.read_text("utf-8").strip().split("\n\n"):
            lines = [line for line in block.splitlines() if not line.startswith("//")]
            if lines:
                yield path.stem, lines[0], tuple(lines[1:])


def said(text: str) -> set[str]:
    """All that is found in a text, one line each, in the notation of the examples."""
    found = claims(Document("x", text, "zh", issued="2020-01-01"))
    names = {e.key: [n.text for n in e.names] for e in found.entities}
    types = {
        f"{c.object.text} {name}"
        for c in found.claims
        if c.predicate == "type" and isinstance(c.object, Value)
        for name in names.get(c.subject.key, ())
    }
    facts = {
        f"{a} {c.predicate} {b}" + (f" ({c.modality})" if c.modality else "")
        for c in found.claims
        if isinstance(c.object, Ref)
        for a in names.get(c.subject.key, ())
        for b in names.get(c.object.key, ())
    }
    return types | facts | set(figures(found))


def figures(found: DocumentClaims) -> Iterator[str]:
    rows: dict[str, dict[str, str]] = {}
    for claim in found.claims:
        if claim.predicate in {"value", "unit", "measure", "approximate"} and isinstance(claim.object, Value):
            rows.setdefault(claim.subject.key, {})[claim.predicate] = claim.object.text
    for row in rows.values():
        vague = "~" if row.get("approximate") == "true" else ""
        yield " ".join(filter(None, (f"{vague}{row['value']}", row.get("unit", ""), row["measure"])))


@pytest.mark.parametrize(("file", "text", "expected"), list(blocks()))
def test_a_sentence_says_what_its_example_says(file: str, text: str, expected: tuple[str, ...]) -> None:
    found = said(text)
    for line in expected:
        if line.startswith("- "):
            assert line[2:] not in found, f"{file}: {text} must not say {line[2:]}"
        else:
            assert line[2:] in found, f"{file}: {text} must say {line[2:]}; it says {sorted(found)}"


def test_traditional_text_keeps_its_own_characters_and_offsets() -> None:
    text = "香港「高端人才通行證計劃」由勞工及福利局局長孫玉菡介紹。"
    found = claims(Document("x", text, "zh-Hant"))
    names = {n.text for e in found.entities for n in e.names}
    assert "孫玉菡" in names
    for claim in found.claims:
        for span in claim.evidence:
            assert text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "value", "approximate"),
    [
        ("1.2万人", 12000, False),
        ("二十多家", 20, True),
        ("三百余名", 300, True),
        ("近40个", 40, True),
        ("逾2000个", 2000, True),
        ("3亿5000万元", 350_000_000, False),
        ("18.17亿元", 1_817_000_000, False),
        ("近八成", 80, True),
        ("百分之十五", 15, False),
        ("500家以上", 500, True),
        ("13.6万名", 136_000, False),
    ],
)
def test_numerals_have_their_value(text: str, value: int, approximate: bool) -> None:
    (numeral,) = numerals(text)
    assert numeral.value == value
    assert numeral.approximate == approximate


@pytest.mark.parametrize("text", ["2018年", "第20届", "5个百分点", "3倍", "6月29日", "20周年", "第一批"])
def test_ordinals_dates_and_the_like_are_no_figures(text: str) -> None:
    assert not numerals(text)


def test_the_words_of_a_name_do_not_depend_on_its_script() -> None:
    assert pack().name_words("東莞松山湖港澳青年創業基地") == pack().name_words("东莞松山湖港澳青年创业基地")
    assert pack().name_words("深圳市") == pack().name_words("深圳")


PROGRAMME = """活动名称：2023南山开源芯片周
地点：深圳湾会议中心（南山区）
主办：深圳市半导体行业协会
承办：深圳清华大学研究院、芯脉会展（深圳）有限公司
支持单位：香港科技园公司
■ 11月7日 开幕式
致辞：南山区区长 顾鸿飞
■ 11月8日 分论坛
A 车规芯片论坛——由比亚迪半导体召集。
14:30　高校人才论坛
■ 11月9日 参观（自愿报名）
"""


def test_the_lines_of_a_programme_tell_of_its_event_and_sessions() -> None:
    found = said(PROGRAMME)
    week = "2023南山开源芯片周"
    hosts = ("深圳市半导体行业协会", "深圳清华大学研究院", "芯脉会展（深圳）有限公司")
    assert {f"{week} organizedBy {host}" for host in hosts} <= found
    assert {f"{week} locatedIn 南山区", f"{week} participant 香港科技园公司"} <= found
    assert "开幕式 participant 顾鸿飞" in found
    assert {f"{s} partOf {week}" for s in ("开幕式", "车规芯片论坛", "高校人才论坛", "参观")} <= found
    assert not {f"{week} participant 顾鸿飞", f"分论坛 partOf {week}", "Event 活动"} & found


def test_a_day_before_an_event_in_news_makes_it_no_session() -> None:
    found = said("佛山机器人周26日开幕。11月8日 中国氢能大会在南海区举行。8日，华南车展在广州举行。")
    assert not any(" partOf " in line for line in found)


def test_who_speaks_in_an_interview_is_a_person() -> None:
    found = said(
        "问：为何回国？\n蓝序：两头都近。\n问：接下来呢？\n蓝序：要办论坛。\n目标：出海。\n目标：上市。"
    )
    assert "Person 蓝序" in found
    assert not {line for line in found if line.startswith("Person")} - {"Person 蓝序"}
