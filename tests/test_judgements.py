"""What people have judged of two things overrules the rules, on every build."""

from pathlib import Path

import pytest

from baygraph import gazetteer
from baygraph.errors import BadJudgement
from baygraph.extract import claims
from baygraph.identity import judgements
from baygraph.identity.judgements import Judgements
from baygraph.model import Document, Name

pytestmark = pytest.mark.package


def table(tmp_path: Path, *rows: str) -> Judgements:
    path = tmp_path / "judgements.csv"
    path.write_text("\n".join(("a,b,verdict,why", *rows, "")), "utf-8")
    return judgements.read(path)


@pytest.mark.parametrize("row", judgements.load().rows, ids=lambda row: f"{row.a}, {row.b}: {row.verdict}")
def test_every_judgement_of_the_project_holds(row: judgements.Judgement) -> None:
    judge = judgements.load().judge
    one = judge(row.a).key
    others = [judge(row.a, [row.name]), judge("any", [row.name])] if row.name else [judge(row.b)]
    for other in others:
        assert (other.key == one) == (row.verdict == "same")


def test_every_key_that_the_project_has_judged_is_of_a_known_thing_or_of_one_that_texts_name() -> None:
    named_by_texts = {"chris-sun", "innohk-laboratory", "john-lee", "top-talent-networking-zhongshan"}
    for row in judgements.load().rows:
        for key in {row.a} | ({row.b} if not row.name else set()):
            assert gazetteer.load().by_key(key) or key in named_by_texts, key


def test_same_gives_a_name_or_a_key_the_other_key(tmp_path: Path) -> None:
    judge = table(tmp_path, "east-park,Восточный сад@ru,same,one", "east-park,dongyuan,same,one").judge
    assert judge("vostochnyi-sad", [Name("Восточный сад", "ru")]).key == "east-park"
    assert judge("dongyuan").key == "east-park"
    assert judge("vostochnyi-sad", [Name("Восточный сад", "en")]).key == "vostochnyi-sad"


def test_a_name_is_found_in_any_case_quotes_and_chinese_script(tmp_path: Path) -> None:
    judge = table(tmp_path, "hetao,“河套园区”@zh,same,one").judge
    assert judge("x", [Name("河套園區", "zh-Hant")]).key == "hetao"


def test_different_keeps_a_name_apart_that_the_rules_would_merge(tmp_path: Path) -> None:
    judge = table(tmp_path, "zhongshan,Отель Чжуншань@ru,different,a hotel").judge
    apart = judge("zhongshan", [Name("отель «Чжуншань»", "ru")])
    assert apart.key == "zhongshan--otel-chzhunshan"
    assert apart.by and apart.by.why == "a hotel"
    assert judge("zhongshan", [Name("Чжуншань", "ru")]).key == "zhongshan"
    assert judge("chzhunshan-hotel", [Name("Отель Чжуншань", "ru")]).key == "chzhunshan-hotel"


def test_judgements_of_keys_are_followed_to_the_end_in_any_order(tmp_path: Path) -> None:
    rows = ("a,b,same,one", "b,c,same,one")
    for order in (rows, rows[::-1]):
        assert table(tmp_path, *order).judge("c").key == "a"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("a,b,same,x", "b,c,same,x", "a,c,different,x"), "both the same and different"),
        (("a,b,same,x", "b,a,same,x"), "in a circle"),
        (("a,b,similar,x",), "no judgement that can be followed"),
        (("a,b,same,",), "no judgement that can be followed"),
        (("Not a key,b,same,x",), "no judgement that can be followed"),
        (("a,Name without a language,same,x",), "no judgement that can be followed"),
    ],
)
def test_what_cannot_be_followed_is_refused(tmp_path: Path, rows: tuple[str, ...], told: str) -> None:
    with pytest.raises(BadJudgement, match=told):
        table(tmp_path, *rows)


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text("a,b\n", "utf-8")
    with pytest.raises(BadJudgement, match="needs the columns a, b, verdict, why"):
        judgements.read(path)


@pytest.mark.parametrize(
    ("text", "lang", "key"),
    [
        ("Глава администрации Гонконга Джон Ли выступил на открытии форума.", "ru", "john-lee"),
        ("香港特区行政长官李家超出席了开幕式。", "zh-Hans", "john-lee"),
    ],
)
def test_a_build_follows_the_judgements(text: str, lang: str, key: str) -> None:
    found = claims(Document("speech", text, lang))
    assert key in {entity.key for entity in found.entities}
