"""Which phrases of a Chinese sentence a figure may be about, and in which part they stand."""

import pytest

from baygraph.extract.figures import borne
from baygraph.languages.zh import pack
from baygraph.model import Document

pytestmark = pytest.mark.package


def parts(text: str, measure: str) -> set[tuple[str, str]]:
    """The parts beside the first figure of a sentence with this measure, each with the name of its phrase."""
    zh = pack()
    (reading,), _ = zh.read(zh.annotate(Document("x", text, "zh")))
    found = next(b for b in borne(zh, reading) if b.quantity.measure == measure)
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
def test_a_phrase_stands_in_the_part_that_tells_whose_a_figure_is(
    text: str, measure: str, role: str, name: str
) -> None:
    assert (role, name) in parts(text, measure)


def test_a_place_that_says_which_ones_are_counted_owns_them_not() -> None:
    assert ("attribute", "澳门") not in parts("园区注册企业226家，其中澳门企业60家。", "企业")


def test_an_occasion_at_the_beginning_is_not_what_all_figures_of_the_sentence_are_of() -> None:
    zh = pack()
    text = "会上，广药集团与澳门大学签署备忘录，拟设立示范基地，面积1200亩。"
    (reading,), _ = zh.read(zh.annotate(Document("x", text, "zh")))
    (found,) = borne(zh, reading)
    assert "Facility" in found.bearing.suits
