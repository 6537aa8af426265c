"""Facts that no rule states are found by what stands around two things, and named so."""

import numpy as np
import pytest

from baygraph.extract import claims
from baygraph.extract.selection import DOUBTED
from baygraph.extract.weighed import things, weighing, weights
from baygraph.extract.weighed.sights import SLOTS
from baygraph.extract.weighed.weights import Weights
from baygraph.model import Document, Ref

LIKELY = "".join(f"bias\t{slot}\t-9000\n" for slot in SLOTS) + "person+company\taffiliatedWith >\t9500\n"
Fact = tuple[str, str, str, float, str]


def weighed(text: str) -> list[Fact]:
    """The weighed facts of an English text with their quotes."""
    found = claims(Document("example", text, "en", issued="2020-01-01")).claims
    return [
        (
            c.subject.key,
            c.predicate,
            c.object.key,
            c.confidence,
            text[c.evidence[0].start : c.evidence[0].end],
        )
        for c in found
        if c.rule.startswith("weighed:") and isinstance(c.object, Ref)
    ]


@pytest.fixture
def weights_of_offices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing counts but that a person stands before a company."""
    tables = {"pairs": weights.read(LIKELY, SLOTS), "places": weights.read("", weighing.PLACES)}

    def load(name: str, slots: tuple[str, ...]) -> Weights:
        return tables[name]

    monkeypatch.setattr(weighing, "load", load)


@pytest.mark.usefixtures("weights_of_offices")
def test_what_weighs_enough_is_a_fact_with_its_probability_and_the_words_from_one_to_the_other() -> None:
    (fact,) = weighed("In May Li Wei saw Lianda Robotics.")
    assert fact == ("li-wei", "affiliatedWith", "lianda-robotics", 0.6, "Li Wei saw Lianda Robotics")


@pytest.mark.usefixtures("weights_of_offices")
@pytest.mark.parametrize(
    "text",
    [
        "Li Wei, director of Lianda Robotics, saw the pavilion.",  # a rule says it
        "Li Wei, an alumnus of Lianda Robotics, saw the pavilion.",
    ],
)
def test_what_a_rule_says_or_is_past_is_no_weighed_fact(text: str) -> None:
    assert not [fact for fact in weighed(text) if fact[1] == "affiliatedWith"]


def test_a_probability_is_told_in_steps_of_five_percent() -> None:
    assert [weighing.confidence(w) for w in (-200, 0, 199, 847, 9000)] == [0.45, 0.5, 0.5, 0.7, 0.95]


def test_weights_add_up_in_whole_numbers() -> None:
    read = weights.read("bias\ta\t5\nx\ta\t-3\nx\tb\t7\n", ("a", "b"))
    assert np.array_equal(read.sums([["x", "unheard of"], []]), [[2, 7], [5, 0]])
    assert read.sums([]).shape == (0, 2)


def test_a_weight_for_something_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="'c' is no slot"):
        weights.read("x\tc\t1\n", ("a", "b"))


@pytest.mark.parametrize("name", ["pairs", "places"])
def test_the_weights_of_the_package_stand_in_order_one_for_a_feature_and_slot(name: str) -> None:
    lines = [line.split("\t") for line in (weights.HERE / f"{name}.tsv").read_text("utf-8").splitlines()]
    assert len(lines) > 1000
    assert lines == sorted(lines, key=lambda line: line[:2])
    assert len({(feature, slot) for feature, slot, _ in lines}) == len(lines)


def test_what_a_less_sure_rule_says_is_taken_back_where_all_else_speaks_against_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Huawei and Tencent, which opened a laboratory in Foshan, signed an agreement."
    before = rules_of(text)
    monkeypatch.setattr(weighing, "UNLIKELY", 99_000)
    taken = before - rules_of(text)
    assert taken and "locate-active:locatedIn" not in taken


def rules_of(text: str) -> set[str]:
    """The rules by which facts of an English text are stated."""
    found = claims(Document("example", text, "en")).claims
    return {c.rule for c in found if isinstance(c.object, Ref) and not c.rule.startswith("weighed:")}


def test_a_thing_that_little_speaks_for_is_left_out_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("example", "Huawei opened a laboratory in Foshan with 20 engineers.", "en")
    assert claims(document).entities
    monkeypatch.setattr(things, "DOUBTFUL", -99_000)
    found = claims(document)
    assert not found.entities
    assert {r.reason for r in found.rejections} >= {DOUBTED}
    assert not [c for c in found.claims if c.predicate == "about"], "no figure is about what is left out"
