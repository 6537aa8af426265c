"""An answer as text: a table for people, SPARQL's own formats for everything else."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from shutil import get_terminal_size
from typing import Final

import pyoxigraph as ox

from baygraph.errors import BaygraphError
from baygraph.query.asking import Answer, Ask
from baygraph.terms import BAY, DCTERMS, ID, LABEL, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, XSD
from baygraph.triples import language_tag

FORMATS: Final = ("table", "csv", "tsv", "json", "xml", "ttl")
_PREFIXES: Final = {
    "bay": BAY, "id": ID, "dcterms": DCTERMS, "owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS,
    "schema": SCHEMA, "skos": SKOS, "xsd": XSD,
}  # fmt: skip
_WIDTH: Final = 120  # where there is no terminal
_COLUMN: Final = 14  # a column narrower than this is no pleasure to read

Names = Mapping[str, str]
_Cell = dict[str, str]
_Row = dict[str, _Cell]


class WrongFormat(BaygraphError):
    """A format that an answer of its kind cannot be written in."""

    reason = "is no format for this answer"


def format_rows(
    answer: Answer, format: str, ask: Ask | None = None, language: str = "en", limit: int | None = None
) -> str:
    """Write an answer in one of FORMATS; a table shows names, which ``ask`` finds. Raise WrongFormat.

    ``limit`` is the number of rows at most; a table tells how many it leaves out.
    """
    if isinstance(answer, ox.QuerySolutions):
        return (
            _table(answer, ask, language, limit) if format == "table" else _rows(first(answer, limit), format)
        )
    if isinstance(answer, ox.QueryBoolean):
        return f"{str(bool(answer)).lower()}\n" if format == "table" else _rows(answer, format)
    if format not in ("table", "ttl"):
        raise WrongFormat(format, "is a format for rows, and this query gives a graph: ask for ttl")
    ordered = sorted(answer, key=str)[:limit]
    return (ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES) or b"").decode()


def first(answer: ox.QuerySolutions, limit: int | None) -> ox.QuerySolutions:
    """The first rows of an answer, or all of it without a limit."""
    return answer if limit is None else _changed(answer, lambda rows: rows[:limit])


def with_names(answer: Answer, ask: Ask, language: str = "en") -> Answer:
    """Put the name of each thing in rows where its IRI stands, as a table does; other answers stay."""
    if not isinstance(answer, ox.QuerySolutions):
        return answer

    def named(rows: list[_Row]) -> list[_Row]:
        iris = {cell["value"] for row in rows for cell in row.values() if cell["type"] == "uri"}
        names = names_of(iris, ask, language)
        return [{column: _named(cell, names) for column, cell in row.items()} for row in rows]

    return _changed(answer, named)


def names_of(iris: Iterable[str], ask: Ask | None, language: str) -> Names:
    """The best name or title of each thing: in the language asked for, else English, else any."""
    wanted = sorted({str(ox.NamedNode(each)) for each in iris})
    if ask is None or not wanted:
        return {}
    things_named = f"VALUES ?thing {{ {' '.join(wanted)} }} ?thing <{LABEL}>|<{DCTERMS}title> ?name"
    answer = ask(f"SELECT ?thing ?name WHERE {{ {things_named} }}")
    assert isinstance(answer, ox.QuerySolutions)
    found = [(row["thing"].value, row["name"]) for row in answer]
    found.sort(key=lambda pair: _order(pair[1], language), reverse=True)
    return {thing: name.value for thing, name in found}


def _named(cell: _Cell, names: Names) -> _Cell:
    if cell["type"] != "uri":
        return cell
    return {"type": "literal", "value": names.get(cell["value"]) or short(cell["value"])}


def _changed(answer: ox.QuerySolutions, change: Callable[[list[_Row]], list[_Row]]) -> ox.QuerySolutions:
    """An answer with other rows; SPARQL's JSON is the one form of rows that can be both read and written."""
    written = json.loads(answer.serialize(format=ox.QueryResultsFormat.JSON) or b"")
    written["results"]["bindings"] = change(written["results"]["bindings"])
    changed = ox.parse_query_results(json.dumps(written).encode(), format=ox.QueryResultsFormat.JSON)
    assert isinstance(changed, ox.QuerySolutions)
    return changed


def _rows(answer: ox.QuerySolutions | ox.QueryBoolean, format: str) -> str:
    kind = ox.QueryResultsFormat.from_extension(format)
    if kind is None:
        raise WrongFormat(format, "is no format for rows, which this query gives")
    return (answer.serialize(format=kind) or b"").decode()


def _table(answer: ox.QuerySolutions, ask: Ask | None, language: str, limit: int | None) -> str:
    found = [tuple(solution) for solution in answer]
    if not found:
        return "Nothing in this graph answers that.\n"
    rows = found[:limit]
    names = names_of(
        {cell.value for row in rows for cell in row if isinstance(cell, ox.NamedNode)}, ask, language
    )
    left_out = f"\n{len(rows)} of {len(found)} rows\n" if len(rows) < len(found) else ""
    columns = [variable.value for variable in answer.variables]
    lay_out = as_table if len(columns) * _COLUMN <= _width() else as_list
    return lay_out(columns, [[shown(cell, names) for cell in row] for row in rows]) + left_out


def as_table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Lay rows of text out under their columns, as wide as the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    # Folded rather than cut: a reader may want all of a quote, and copies an IRI.
    headed = (Column(column, overflow="fold") for column in columns)
    table = Table(*headed, box=box.SIMPLE_HEAD, show_edge=False)
    for row in rows:
        # A Text is shown as it stands: square brackets in a quote are no markup.
        table.add_row(*map(Text, row))
    text = StringIO()
    Console(file=text, width=_width(), color_system=None).print(table)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().split("\n")[:-1])


def as_list(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay rows of text out below each other, each cell behind the name of its column."""
    widest = max(map(len, columns))
    blocks = (
        "".join(f"{column:{widest}}  {cell}\n" for column, cell in zip(columns, row, strict=True) if cell)
        for row in rows
    )
    return "\n".join(blocks)


def _width() -> int:
    return get_terminal_size((_WIDTH, 1)).columns


def shown(term: ox.NamedNode | ox.Literal | None, names: Names) -> str:
    """A cell as people read it; what could be a command for a terminal is blank."""
    if term is None:
        return ""
    text = names.get(term.value) or short(term.value) if isinstance(term, ox.NamedNode) else term.value
    # What a terminal could take for a command, or for a change of direction, is not printable.
    return "".join(letter if letter.isprintable() else " " for letter in text)


def short(iri: str) -> str:
    """An IRI with the prefix that people know it by."""
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _order(name: ox.Literal, language: str) -> tuple[bool, bool, str, str]:
    tag = language_tag(name.language or "")
    return not _speaks(tag, language), not _speaks(tag, "en"), tag, name.value


def _speaks(tag: str, language: str) -> bool:
    return tag == language or tag.partition("-")[0] == language
