"""A Parquet file is read row by row, with the columns that a JSON line has as fields."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from baygraph.model import Document
from baygraph.read import Failure, read_inputs
from baygraph.read import parquet as reading

pyarrow = pytest.importorskip("pyarrow", reason="needs pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def write(path: Path, **columns: list[Any]) -> Path:
    parquet.write_table(pyarrow.table(columns), path)
    return path


def test_a_row_is_a_document_and_its_number_its_name(tmp_path: Path) -> None:
    path = write(
        tmp_path / "news.parquet",
        text=["Shenzhen opened a park.", "Шэньчжэнь открыл парк."],
        id=[None, "two"],
        lang=["en", None],
        url=["http://news.example/1", None],
        other=[1, 2],
    )
    assert list(read_inputs([path])) == [
        Document("news-1", "Shenzhen opened a park.", "en", source="http://news.example/1"),
        Document("two", "Шэньчжэнь открыл парк.", "ru"),
    ]


@pytest.mark.parametrize(
    ("value", "issued"),
    [
        (date(2018, 5, 1), "2018-05-01"),
        (datetime(2018, 5, 1, 23, 59), "2018-05-01"),
        (datetime(2018, 5, 1, 23, 59, tzinfo=UTC), "2018-05-01"),
        (datetime(2018, 5, 2, 1, 0, tzinfo=timezone(timedelta(hours=8))), "2018-05-01"),
        ("2018-05", "2018-05"),
        (2018, "2018"),
    ],
)
def test_a_date_may_be_of_any_type_that_has_a_day(tmp_path: Path, value: object, issued: str) -> None:
    path = write(tmp_path / "a.parquet", text=["Shenzhen opened a park."], issued=[value])
    (found,) = read_inputs([path])
    assert isinstance(found, Document) and found.issued == issued


def test_a_row_that_is_wrong_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.parquet",
        text=[None, " ", "Shenzhen opened a park.", "Шэньчжэнь открыл парк."],
        issued=[None, None, "yesterday", None],
    )
    *failed, document = read_inputs([path])
    assert [each.name for each in failed if isinstance(each, Failure)] == [
        "a.parquet, row 1", "a.parquet, row 2", "a.parquet, row 3",
    ]  # fmt: skip
    assert isinstance(document, Document) and document.id == "a-4"


def test_a_file_without_text_or_with_damage_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", title=["no text"])
    (tmp_path / "b.parquet").write_bytes(b"PAR1 and no more")
    found = [each for each in read_inputs([tmp_path]) if isinstance(each, Failure)]
    assert [(Path(each.name).name, each.reason.partition(":")[0]) for each in found] == [
        ("a.parquet, row 1", "has no text"),
        ("b.parquet", "Parquet is damaged"),
    ]


def test_without_pyarrow_a_file_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.parquet", text=["Shenzhen opened a park."])
    monkeypatch.setattr(reading, "find_spec", lambda name: None)
    (failure,) = read_inputs([path])
    assert isinstance(failure, Failure) and "pip install 'baygraph[parquet]'" in failure.reason
