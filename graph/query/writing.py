"""An answer as text: a table for people, SPARQL's own formats for everything else."""

from collections.abc import Iterable, Mapping
from io import StringIO
from shutil import get_terminal_size
from typing import Final

import pyoxigraph as ox

from baygraph.errors import BaygraphError
from baygraph.query.asking import Answer, Ask
from baygraph.terms import BAY, DCTERMS, ID, LABEL, PROV, RDF, RDFS, SKOS, XSD
from baygraph.triples import language_tag

FORMATS: Final = ("table", "csv", "tsv", "json", "xml", "ttl")
_PREFIXES: Final = {
    "bay": BAY, "id": ID, "dcterms": DCTERMS, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "skos": SKOS,
    "xsd": XSD,
}  # fmt: skip
_WIDTH: Final = 120  # where there is no terminal

Names = Mapping[str, str]


class WrongFormat(BaygraphError):
    """A format that an answer of its kind cannot be written in."""

    reason = "is no format for this answer"


def format_rows(answer: Answer, format: str, ask: Ask | None = None, language: str = "en") -> str:
    """Write an answer in one of FORMATS; a table shows names, which ``ask`` finds. Raise WrongFormat."""
    if isinstance(answer, ox.QuerySolutions) and format == "table":
        return _table(answer, ask, language)
    if isinstance(answer, ox.QueryBoolean) and format == "table":
        return f"{str(bool(answer)).lower()}\n"
    if isinstance(answer, ox.QuerySolutions | ox.QueryBoolean):
        return _rows(answer, format)
    if format not in ("table", "ttl"):
        raise WrongFormat(format, "is a format for rows, and this query gives a graph: ask for ttl")
    ordered = sorted(answer, key=str)
    return (ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES) or b"").decode()


def _rows(answer: ox.QuerySolutions | ox.QueryBoolean, format: str) -> str:
    kind = ox.QueryResultsFormat.from_extension(format)
    if kind is None:
        raise WrongFormat(format, "is no format for rows, which this query gives")
    return (answer.serialize(format=kind) or b"").decode()


def _table(answer: ox.QuerySolutions, ask: Ask | None, language: str) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = [tuple(solution) for solution in answer]
    if not rows:
        return "Nothing in this graph answers that.\n"
    names = _names({cell for row in rows for cell in row if isinstance(cell, ox.NamedNode)}, ask, language)
    table = Table(*(variable.value for variable in answer.variables), box=box.SIMPLE_HEAD, show_edge=False)
    for row in rows:
        # A Text is shown as it stands: square brackets in a quote are no markup.
        table.add_row(*(Text(_cell(cell, names)) for cell in row))
    text = StringIO()
    Console(file=text, width=get_terminal_size((_WIDTH, 1)).columns, color_system=None).print(table)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().split("\n")[:-1])


def _cell(term: ox.NamedNode | ox.Literal | None, names: Names) -> str:
    if term is None:
        return ""
    text = names.get(term.value) or _short(term.value) if isinstance(term, ox.NamedNode) else term.value
    # What a terminal could take for a command, or for a change of direction, is not printable.
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _short(iri: str) -> str:
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _names(things: Iterable[ox.NamedNode], ask: Ask | None, language: str) -> Names:
    """The best name or title of each thing: in the language asked for, else English, else any."""
    wanted = sorted(map(str, things))
    if ask is None or not wanted:
        return {}
    things_named = f"VALUES ?thing {{ {' '.join(wanted)} }} ?thing <{LABEL}>|<{DCTERMS}title> ?name"
    answer = ask(f"SELECT ?thing ?name WHERE {{ {things_named} }}")
    assert isinstance(answer, ox.QuerySolutions)
    found = [(row["thing"].value, row["name"]) for row in answer]
    found.sort(key=lambda pair: _order(pair[1], language), reverse=True)
    return {thing: name.value for thing, name in found}


def _order(name: ox.Literal, language: str) -> tuple[bool, bool, str, str]:
    tag = language_tag(name.language or "")
    return not _speaks(tag, language), not _speaks(tag, "en"), tag, name.value


def _speaks(tag: str, language: str) -> bool:
    return tag == language or tag.partition("-")[0] == language
