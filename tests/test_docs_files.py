"""The page on files names every file and column that there is, with the words of the code."""

import re
from pathlib import Path

from baygraph.export import FORMATS
from baygraph.export.columns import TABLES
from baygraph.publish import FILES


def page(repository: Path) -> str:
    return (repository / "docs" / "files.md").read_text("utf-8")


def test_every_published_file_is_told_of(repository: Path) -> None:
    assert set(re.findall(r"^\| `([a-z]+\.[a-z]+)` \|", page(repository), re.MULTILINE)) == set(FILES)


def test_every_format_is_told_of_with_its_files(repository: Path) -> None:
    for name, format in FORMATS.items():
        files = ", ".join(f"`{file}`" for file in format.files)
        assert f"| `{name}` | {files} | " in page(repository)


def test_every_column_is_told_of_as_its_table_has_it(repository: Path) -> None:
    for table in TABLES:
        rows = "".join(f"| `{column.name}` | {column.kind} | {column.says} |\n" for column in table.columns)
        says = f"{table.says[0].upper()}{table.says[1:]}."
        head = f"#### {table.name}\n\n{says}\n\n| column | kind | holds |\n| --- | --- | --- |\n"
        assert f"{head}{rows}\n" in page(repository)
