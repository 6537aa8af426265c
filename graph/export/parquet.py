"""The tables as Parquet, by pyarrow, which is installed with ``baygraph[parquet]``."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baygraph.errors import BaygraphError
from baygraph.export.columns import Column, Table
from baygraph.export.tables import Cell, Row

if TYPE_CHECKING:
    import pyarrow


class MissingExtra(BaygraphError):
    """A format whose library is not installed."""

    reason = "needs pyarrow; install it with: pip install 'baygraph[parquet]'"


def check() -> None:
    """Raise MissingExtra where there is no pyarrow."""
    if find_spec("pyarrow") is None:
        raise MissingExtra("parquet")


def write_parquet(table: Table, rows: Iterable[Row], path: Path) -> None:
    """Write a table; the same rows give the same bytes with the same version of pyarrow."""
    import pyarrow
    from pyarrow import parquet

    by_column = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    arrays = [_array(column, cells) for column, cells in zip(table.columns, by_column, strict=True)]
    schema = pyarrow.schema(map(_field, table.columns), metadata={"description": table.says})
    parquet.write_table(pyarrow.table(arrays, schema=schema), path, compression="zstd")


def _field(column: Column) -> "pyarrow.Field[Any]":
    import pyarrow

    return pyarrow.field(column.name, _type(column), metadata={"description": column.says})


def _array(column: Column, cells: Iterable[Cell]) -> "pyarrow.Array[Any]":
    import pyarrow

    if column.kind == "number":
        return pyarrow.array([number(cell) for cell in cells], _type(column))
    return pyarrow.array(cells, _type(column))


def number(cell: Cell) -> float | None:
    """A cell that should be a number and is none is empty; the shapes name it."""
    try:
        return None if cell is None else float(cell)
    except ValueError:
        return None


def _type(column: Column) -> "pyarrow.DataType":
    import pyarrow

    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    return types[column.kind]
