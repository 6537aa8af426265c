"""From a Parquet file to its documents, one a row; pyarrow is installed with ``baygraph[parquet]``."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.util import find_spec
from typing import IO, Any, Final

from baygraph.errors import BaygraphError, UnreadableInput
from baygraph.model import Document
from baygraph.read.formats import Failure
from baygraph.read.record import FIELDS, document

# The columns that are read, where a file has them.
COLUMNS: Final = ("text", *FIELDS, "url")
_ROWS: Final = 1000  # in memory at a time


def read_parquet(stream: IO[bytes], name: str, stem: str) -> Iterator[Document | Failure]:
    """Read one document a row; a row that is wrong is a failure and the rest goes on."""
    for number, row in enumerate(_rows(stream), start=1):
        yield read_row(row, name, stem, number)


def read_row(row: Mapping[str, object], name: str, stem: str, number: int) -> Document | Failure:
    """Read one row of a table, of which the first has the number 1."""
    text, place = row.get("text"), f"{name}, row {number}"
    if not isinstance(text, str):
        return Failure(place, "has no text")
    try:
        return document({key: _plain(value) for key, value in row.items()}, text, f"{stem}-{number}", place)
    except BaygraphError as error:
        return Failure(place, str(error))


def _rows(stream: IO[bytes]) -> Iterator[Mapping[str, Any]]:
    if find_spec("pyarrow") is None:
        raise UnreadableInput("Parquet", "needs pyarrow; install it with: pip install 'baygraph[parquet]'")
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(stream)
        columns = [column for column in COLUMNS if column in file.schema_arrow.names]
        for batch in file.iter_batches(_ROWS, columns=columns):
            yield from batch.to_pylist()
    except pyarrow.ArrowException as error:
        raise UnreadableInput("Parquet", f"is damaged: {' '.join(str(error).split())[:200]}") from None


def _plain(value: object) -> object:
    """Write a date as text does; of a point in time the day, in UTC where its zone is known."""
    if isinstance(value, datetime):
        value = (value.astimezone(UTC) if value.tzinfo else value).date()
    return value.isoformat() if isinstance(value, date) else value
