"""Figures in Russian: numbers, units, what is measured, how exact, for which date, and what is no figure."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from baygraph.annotation import Annotated
from baygraph.languages.ru import annotate
from baygraph.languages.ru.dates import dates
from baygraph.languages.ru.quantities import quantities, rejected
from baygraph.languages.ru.reference_dates import as_of
from baygraph.model import Document

EXAMPLES = Path(__file__).parent / "examples" / "ru"
FIGURE = re.compile(r"(?P<value>[\d.]+) (?P<unit>\S+) (?P<measure>[^~@]+?)(?P<vague> ~)?(?: @(?P<date>\S+))?")


class Figure(NamedTuple):
    value: Decimal
    unit: str
    measure: str
    approximate: bool
    as_of: str | None


def read(text: str) -> Annotated:
    return annotate(Document("d", text, "ru"))


def examples() -> list[tuple[str, str]]:
    lines = (EXAMPLES / "figures.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" => ") for line in lines if line and not line.startswith("#"))
    return [(sentence, said) for sentence, said in pairs]


def expected(said: str) -> list[Figure]:
    matches = [FIGURE.fullmatch(part.strip()) for part in said.split(";")]
    assert all(matches), said
    return [
        Figure(Decimal(m["value"]), m["unit"].strip("-"), m["measure"], bool(m["vague"]), m["date"])
        for m in matches
        if m
    ]


def found(text: str) -> list[Figure]:
    return [
        Figure(q.value, q.unit, q.measure, q.approximate, as_of(s, q, dates(s)))
        for s in read(text).sentences
        for q in quantities(s)
    ]


@pytest.mark.parametrize(("sentence", "said"), [e for e in examples() if not e[1].startswith("none")])
def test_a_sentence_says_these_figures(sentence: str, said: str) -> None:
    assert found(sentence) == expected(said)


@pytest.mark.parametrize(("sentence", "said"), [e for e in examples() if e[1].startswith("none")])
def test_a_number_that_is_no_figure_is_left_out_with_the_reason(sentence: str, said: str) -> None:
    assert found(sentence) == []
    reasons = [r.reason for s in read(sentence).sentences for r in rejected(s)]
    reason = said.removeprefix("none").removeprefix(": ")
    assert reason in reasons if reason else True


def test_there_are_enough_examples() -> None:
    assert len(examples()) >= 120
    assert len({said for _, said in examples()}) > 80
