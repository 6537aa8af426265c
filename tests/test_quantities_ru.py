"""Figures in Russian: numbers, units, what is measured, how exact, for which date, and what is no figure."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis.strategies import sampled_from, text

from baygraph.annotation import Annotated
from baygraph.languages.numbers import Part, compose, read_digits, word_part
from baygraph.languages.ru import annotate
from baygraph.languages.ru.dates import dates
from baygraph.languages.ru.numerals import part
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


def read(words: str) -> Annotated:
    return annotate(Document("d", words, "ru"))


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


def found(words: str) -> list[Figure]:
    return [
        Figure(q.value, q.unit, q.measure, q.approximate, as_of(s, q, dates(s)))
        for s in read(words).sentences
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


@pytest.mark.parametrize(("sentence", "said"), [e for e in examples() if not e[1].startswith("none")])
def test_the_quote_of_a_figure_holds_its_number_and_what_stands_beside_it(sentence: str, said: str) -> None:
    for s in read(sentence).sentences:
        for q in quantities(s):
            quote = sentence[q.span.start : q.span.end]
            assert s.span(q.first, q.stop) == q.span
            assert any(part(t.text) for t in s.tokens[q.first : q.stop]) or any(c.isdigit() for c in quote)
            assert 0 <= q.measure_head < len(s.tokens)


def test_a_figure_and_its_date_stand_in_one_sentence() -> None:
    assert [f.as_of for f in found("К концу 2017 года открыто 26 лабораторий. Учреждены две станции.")] == [
        "2017",
        None,
    ]


ALPHABET = "0123456789 ,.:–-%$«»()тысмлнкв юаней от до и пять компаний году"


@given(text(alphabet=sampled_from(ALPHABET), max_size=60))
def test_whatever_stands_around_a_number_can_be_read(noise: str) -> None:
    for s in read(f"Открыто {noise} лабораторий в 2018 году.").sentences:
        assert all(q.value > 0 and q.measure for q in quantities(s))


@pytest.mark.parametrize(
    ("digits", "point", "value"),
    [
        ("136 000", ",", "136000"),
        ("136\u00a0000", ",", "136000"),
        ("5,5", ",", "5.5"),
        ("5.5", ",", "5.5"),
        ("1.250.000", ",", "1250000"),
        ("136,000", ".", "136000"),
        ("1,234.5", ".", "1234.5"),
        ("1.234,5", ",", "1234.5"),
    ],
)
def test_digits_are_read_with_the_decimal_mark_of_the_language(digits: str, point: str, value: str) -> None:
    assert read_digits(digits, point) == Decimal(value)


def test_numbers_and_scales_make_one_number() -> None:
    thousand, million = (Part(Decimal(v), "scale") for v in (1000, 1_000_000))
    five, twenty, six, hundred = (word_part(Decimal(v)) for v in (5, 20, 6, 100))
    assert compose([twenty, six]) == 26
    assert compose([five, million, hundred, twenty, thousand]) == 5_120_000
    assert compose([Part(Decimal("2.8")), million]) == 2_800_000
    group_of_hundred = Part(Decimal(100), "group")
    assert compose([five, group_of_hundred, twenty, six, thousand]) == 526_000
    assert compose([five, thousand, million]) == 5_000_000_000
    assert compose([six, twenty]) is None
    assert str(compose([Part(Decimal("2.80")), million])) == "2800000"


def test_there_are_enough_examples() -> None:
    assert len(examples()) >= 120
    assert len({said for _, said in examples()}) > 80
