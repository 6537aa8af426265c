"""Dates in Russian: at their stated precision, in relation to the day of the text, and in their part."""

from pathlib import Path

import pytest

from baygraph.annotation import Annotated
from baygraph.languages.dates import iso, nearest, shifted
from baygraph.languages.ru import annotate
from baygraph.languages.ru.dates import dates, mentioned
from baygraph.languages.ru.reference_dates import dateline, reference
from baygraph.model import Document

EXAMPLES = Path(__file__).parent / "examples" / "ru" / "dates.txt"
TODAY = "2020-08-11"


def read(text: str, issued: str | None = None) -> Annotated:
    return annotate(Document("d", text, "ru", issued=issued))


def examples() -> list[tuple[str, str]]:
    lines = (line for line in EXAMPLES.read_text("utf-8").splitlines() if line and line[0] != "#")
    return [(sentence, said) for sentence, said in (line.split(" => ") for line in lines)]


def found(text: str, today: str | None) -> list[str]:
    return [
        f"{d.value}..{d.end} {d.role}" if d.end else f"{d.value} {d.role}"
        for s in read(text).sentences
        for d in dates(s, today)
    ]


@pytest.mark.parametrize(("sentence", "said"), examples())
def test_a_sentence_says_these_dates(sentence: str, said: str) -> None:
    assert found(sentence, TODAY) == ([] if said == "none" else said.split("; "))


def test_a_date_without_a_year_is_not_guessed_without_the_day_of_the_text() -> None:
    sentence = "Сегодня, 10 августа, прошла церемония, как и в июне прошлого года."
    assert found(sentence, None) == []
    assert len(mentioned(read(sentence).sentences[0])) == 3


def test_a_date_without_a_year_is_the_nearest_one() -> None:
    assert found("Ярмарка пройдёт 15 января.", "2020-12-20") == ["2021-01-15 point"]
    assert found("Ярмарка прошла 15 ноября.", "2020-02-01") == ["2019-11-15 point"]


def test_tokens_of_a_date_hold_its_part_but_not_its_preposition() -> None:
    sentence = read("К концу 2017 года открыт парк.").sentences[0]
    (date,) = dates(sentence)
    assert [t.text for t in sentence.tokens[date.first : date.stop]] == ["концу", "2017", "года"]


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("ДУНГУАНЬ, 11 августа 2020 года. Парк открыт.", "ДУНГУАНЬ", "2020-08-11"),
        ("ЧЖУШАНЬ, Китай, 28 марта 2018 г. /Новости/ Парк открыт.", "ЧЖУШАНЬ", "2018-03-28"),
        ("Гонконг, 4 апреля 2023 года — Парк открыт.", "Гонконг", "2023-04-04"),
        ("Открыт парк\n\nНАНЬША, 5 мая 2021 года. Парк открыт.", "НАНЬША", "2021-05-05"),
    ],
)
def test_a_report_opens_with_place_and_date(text: str, place: str, day: str) -> None:
    annotated = read(text)
    line = dateline(annotated)
    assert line and line.value == day
    tokens = annotated.sentences[line.sentence].tokens[line.first : line.stop]
    assert " ".join(t.text for t in tokens) == place
    assert reference(annotated) == day


def test_a_date_inside_the_first_sentence_is_no_dateline() -> None:
    assert dateline(read("Парк открылся в Дунгуане 11 августа 2020 года.")) is None
    assert dateline(read("Базу в Дунгуане открыли в 2014 году.")) is None


def test_the_date_of_issue_goes_before_the_dateline() -> None:
    assert reference(read("ДУНГУАНЬ, 11 августа 2020 года. Парк открыт.", "2020-08-12")) == "2020-08-12"
    assert reference(read("Парк открыт.")) is None


def test_dates_keep_their_precision_and_exist() -> None:
    assert [iso(2018), iso(2018, 3), iso(2018, 3, 28)] == ["2018", "2018-03", "2018-03-28"]
    assert [iso(2019, 2, 29), iso(2018, 13), iso(12)] == ["", "", ""]


def test_steps_from_a_date_need_its_precision() -> None:
    assert shifted("2020-03-01", "d", -1) == "2020-02-29"
    assert shifted("2020-01", "m", -1) == "2019-12"
    assert shifted("2020", "y", 1) == "2021"
    assert [shifted("2020", "m", 1), shifted("2020-01", "d", 1), shifted(None, "y", 0)] == ["", "", ""]
    assert nearest("2020", 5) == ""
