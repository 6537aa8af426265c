"""Questions to a published graph: SPARQL documents, bound safely, answered here or by an endpoint."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from baygraph.publish.loading import open_store
from baygraph.query.asking import Answer, Ask, EndpointFailed, WrongQuery, local, remote
from baygraph.query.binding import WrongParameter, bind, read_values
from baygraph.query.catalogue import catalogue, help_of
from baygraph.query.checking import Checked, Offender, as_csv, checks, failed, run_checks, told
from baygraph.query.documents import LEVELS, Parameter, QueryDocument, available, find, parse
from baygraph.query.writing import FORMATS, WrongFormat, format_rows, with_names

__all__ = [
    "FORMATS",
    "LEVELS",
    "Answer",
    "Checked",
    "EndpointFailed",
    "Offender",
    "Parameter",
    "QueryDocument",
    "WrongFormat",
    "WrongParameter",
    "WrongQuery",
    "as_csv",
    "available",
    "bind",
    "catalogue",
    "check_folder",
    "checks",
    "failed",
    "find",
    "format_rows",
    "help_of",
    "load",
    "parse",
    "read_values",
    "run",
    "run_checks",
    "run_query",
    "run_remote",
    "told",
    "with_names",
]

_NO_VALUES: Final[Mapping[str, str]] = MappingProxyType({})

load = open_store


def run(store: ox.Store, query: QueryDocument | str, values: Mapping[str, str] = _NO_VALUES) -> Answer:
    """Answer a question from a store, whose graphs count as one; raise WrongQuery or WrongParameter."""
    return _run(local(store), query, values)


def run_remote(endpoint: str, query: QueryDocument | str, values: Mapping[str, str] = _NO_VALUES) -> Answer:
    """Answer a question from a SPARQL endpoint; raise EndpointFailed, WrongQuery or WrongParameter."""
    return _run(remote(endpoint), query, values)


def run_query(
    name: str,
    folder: Path,
    format: str = "table",
    endpoint: str | None = None,
    values: Mapping[str, str] = _NO_VALUES,
    language: str = "en",
    *,
    limit: int | None = None,
    names: bool = False,
) -> str:
    """Answer a question, a ``.rq`` file or standard input (``-``) from a published folder or an endpoint.

    ``values`` are the parameters by name; ``language`` is that of the names in a table, and with ``names``
    in every other format of rows. ``limit`` is the number of rows at most.
    """
    document = find(name)
    ask = remote(endpoint) if endpoint else local(load(folder))
    answer = _run(ask, document, values)
    if names and format != "table":
        answer = with_names(answer, ask, language)
    return format_rows(answer, format, ask, language, limit)


def check_folder(
    folder: Path, endpoint: str | None = None, level: str = LEVELS[-1], language: str = "en"
) -> tuple[Checked, ...]:
    """Run the checks of a level and the graver ones over a published folder or an endpoint."""
    return run_checks(remote(endpoint) if endpoint else local(load(folder)), level, language)


def _run(ask: Ask, query: QueryDocument | str, values: Mapping[str, str]) -> Answer:
    document = parse("query", query) if isinstance(query, str) else query
    return ask(bind(document, values, ask))
