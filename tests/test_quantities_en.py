"""Figures in English: numbers, units, what is measured, how exact, for which date, and what is no figure."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from baygraph.languages.en import pack
from baygraph.languages.en.dates import dates
from baygraph.languages.en.tokens import words
from baygraph.model import Document

SPECIFICATION = Path(__file__).parent / "examples" / "en" / "figures.txt"
FIGURE = re.compile(r"(?P<value>[\d.]+) (?P<unit>\S+) (?P<measure>[^~@]+?)(?P<vague> ~)?(?: @(?P<date>\S+))?")
LINES = [line for line in SPECIFICATION.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def read(text: str) -> tuple[list[str], str]:
    """The figures of a text in the notation of the examples, and why its last number is none."""
    readings, rejections = pack().read(pack().annotate(Document("d", text, "en")))
    found = [
        f"{q.value} {q.unit or '-'} {q.measure}{' ~' if q.approximate else ''}{f' @{d}' if d else ''}"
        for reading in readings
        for q, d in zip(reading.quantities, reading.as_of, strict=True)
    ]
    reasons = [r.reason for r in rejections if r.what == "Statistic"]
    return found, reasons[-1] if reasons else ""


def normal(figure: str) -> tuple[object, ...]:
    match = FIGURE.fullmatch(figure)
    assert match, f"not in the notation: {figure}"
    return Decimal(match["value"]), match["unit"], match["measure"], bool(match["vague"]), match["date"]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_says_the_figures_of_its_example(line: str) -> None:
    sentence, expected = line.split(" => ")
    found, reason = read(sentence)
    if expected.startswith("none: "):
        assert (found, reason) == ([], expected.removeprefix("none: "))
    else:
        assert [normal(f) for f in found] == [normal(f) for f in expected.split("; ")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on March 28, 2018.", "2018-03-28"),
        ("It opened on 28 March 2018.", "2018-03-28"),
        ("It opened in March 2018.", "2018-03"),
        ("It opened in 2018.", "2018"),
        ("It opened on Sept. 5.", "2019-09-05"),
        ("It opened last year.", "2019"),
        ("It opened yesterday.", "2019-12-31"),
    ],
)
def test_a_date_keeps_the_precision_that_the_text_gives_it(text: str, value: str) -> None:
    sentence = pack().annotate(Document("d", text, "en")).sentences[0]
    assert [d.value for d in dates(sentence, "2020-01-01")] == [value]


def test_two_thousand_people_are_no_year() -> None:
    sentence = pack().annotate(Document("d", "The park has 2000 workers.", "en")).sentences[0]
    assert not dates(sentence, "2020-01-01")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hong Kong-Shenzhen Park", ["Hong", "Kong", "-", "Shenzhen", "Park"]),
        ("Shenzhen-based", ["Shenzhen", "-", "based"]),
        ("Cheuk Wing-hing", ["Cheuk", "Wing-hing"]),
        ("People's Government's", ["People's", "Government", "'s"]),
        ("HK$6.9bn", ["HK", "$", "6.9", "bn"]),
        ("R&D in the U.S.", ["R&D", "in", "the", "U.S."]),
    ],
)
def test_words_part_where_names_and_numbers_do(text: str, parts: list[str]) -> None:
    assert words(text) == parts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Lee met Dr. Wong. They spoke.", 2),
        ("He moved to the U.S. He stayed.", 1),  # nothing in the writing tells the two apart
        ("It was built by Leaguer Group Co. Ltd. The center opened.", 2),
        ("Amperex Technology Co., Ltd. (CATL) opened a plant.", 1),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, count: int) -> None:
    assert len(pack().annotate(Document("d", text, "en")).sentences) == count
