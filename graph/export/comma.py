"""The tables as CSV (RFC 4180, UTF-8) with their description as CSV on the Web metadata."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from baygraph.export.columns import TABLES, Column, Table
from baygraph.export.tables import Cell, Row
from baygraph.export.xml import holdable

METADATA: Final = "csv-metadata.json"

# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_TO_QUOTE = re.compile('[",\r\n]|^ | $')
_DATATYPES: Final = {"number": "double"}


def to_csv(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    """Write a table with a header; lines end in LF, a cell with line ends in it is quoted.

    A text that a spreadsheet would run gets an apostrophe before it, and so does one that has apostrophes
    before such a text: take one off to have it back. Controls become U+FFFD, but not tabs and line ends.
    """
    yield ",".join(column.name for column in table.columns) + "\n"
    for row in rows:
        yield ",".join(map(_cell, table.columns, row)) + "\n"


def metadata() -> str:
    """Describe the files as https://www.w3.org/TR/tabular-metadata/ has it."""
    content = {"@context": "http://www.w3.org/ns/csvw", "tables": [_described(table) for table in TABLES]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _cell(column: Column, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = holdable(str(value))
    if column.kind == "string" and _FORMULA.match(text):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def _described(table: Table) -> dict[str, Any]:
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": _DATATYPES.get(column.kind, column.kind),
            "dc:description": column.says,
        }
        for column in table.columns
    ]
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.says,
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\n"]},
        "tableSchema": {"columns": columns},
    }
