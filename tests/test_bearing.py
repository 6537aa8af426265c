"""Which phrases of a sentence a figure may be about, and in which part they stand."""

import pytest

from baygraph.extract.figures import borne
from baygraph.extract.owners import Borne
from baygraph.languages import en, zh
from baygraph.languages.pack import Reading
from baygraph.model import Document

pytestmark = pytest.mark.package


def read(text: str, lang: str) -> tuple[Reading, list[Borne]]:
    """The one sentence of a text, and its figures with what each may be about."""
    pack = {"zh": zh, "en": en}[lang].pack()
    (reading,), _ = pack.read(pack.annotate(Document("x", text, lang)))
    return reading, borne(pack, reading)


def parts(text: str, measure: str, lang: str) -> set[tuple[str, str]]:
    """The parts beside the first figure of a sentence with this measure, each with the name of its phrase."""
    reading, figures = read(text, lang)
    found = next(b for b in figures if b.quantity.measure == measure)
    return {(a.role, reading.phrases[a.phrase].mention.name) for a in found.bearing.parts}


@pytest.mark.parametrize(
    ("text", "measure", "role", "name"),
    [
        ("季华实验室研究人员达800名。", "研究人员", "attribute", "季华实验室"),
        ("季华实验室的研究人员达800名。", "研究人员", "attribute", "季华实验室"),
        ("松山湖拟在东莞设立联合种植示范基地，面积1200亩。", "面积", "last", "联合种植示范基地"),
        ("去年成立总额5000万元的种子基金。", "种子基金", "bearer", "种子基金"),
        ("华为由校友任正非创办，去年在前海设立分公司，营业额增长40%。", "营业额增长", "subj", "华为"),
        ("本航次由广东省实验室组织，卑尔根大学派员参加，航程3800海里。", "航程", "subj", "本航次"),
    ],
)
def test_a_phrase_stands_in_the_part_that_tells_whose_a_chinese_figure_is(
    text: str, measure: str, role: str, name: str
) -> None:
    assert (role, name) in parts(text, measure, "zh")


def test_a_place_that_says_which_ones_are_counted_owns_them_not() -> None:
    assert ("attribute", "澳门") not in parts("园区注册企业226家，其中澳门企业60家。", "企业", "zh")


def test_an_occasion_at_the_beginning_is_not_what_all_figures_of_the_sentence_are_of() -> None:
    _, (found,) = read("会上，广药集团与澳门大学签署备忘录，拟设立示范基地，面积1200亩。", "zh")
    assert "Facility" in found.bearing.suits


@pytest.mark.parametrize(
    ("text", "measure", "role", "name"),
    [
        ("It is part of the Semiconductor Innovation Project, a 1.5-billion-yuan undertaking of the city.",
         "undertaking", "bearer", "Semiconductor Innovation Project"),
        ("The Zhuhai Therapy Center has four lines; it is expected to employ 180 people.",
         "employee", "subj", "Zhuhai Therapy Center"),
        ("GeneHarbour plans to hire 20 engineers.", "engineer", "direct", "GeneHarbour"),
        ("They agreed to set up a school on the campus in Zhongshan, where a class of 60 is to be admitted.",
         "class", "where", "campus"),
    ],
)  # fmt: skip
def test_a_phrase_stands_in_the_part_that_tells_whose_an_english_figure_is(
    text: str, measure: str, role: str, name: str
) -> None:
    assert (role, name) in parts(text, measure, "en")


def test_a_place_before_a_comma_is_no_bearer() -> None:
    text = "In Zhongshan, a 12-member team visited the park."
    assert not {role for role, _ in parts(text, "member", "en")} & {"bearer"}
