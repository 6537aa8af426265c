"""A question as a document: SPARQL with a header that says what it asks and how to read the answer.

The header is YAML in the lines that begin with ``#+``. A parameter is a variable that the query leaves open
as ``VALUES ?name { UNDEF }``: the document is plain SPARQL for any tool, and a value has one place to go to.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from baygraph.errors import BaygraphError, UnknownName, UnreadableInput
from baygraph.resources import folder

KINDS: Final = ("thing", "class", "date", "number", "text")
TOPICS: Final = (
    "places",
    "network",
    "events",
    "people",
    "plans",
    "figures",
    "fields",
    "evidence",
    "names",
    "checks",
)
LEVELS: Final = ("error", "warning")
_NEAR: Final = 0.5
_HEADER: Final = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)


class WrongHeader(BaygraphError):
    """A header that is no YAML, or says what no header says."""

    reason = "has a header that cannot be understood"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that a user may fix; ``kind`` is thing, date (ISO 8601, any precision), … as in KINDS."""

    name: str
    means: str = ""
    kind: str = "thing"
    example: str = ""


@dataclass(frozen=True, slots=True)
class QueryDocument:
    """A question: its words by language, how to read the answer, and its SPARQL.

    ``topic`` is one of TOPICS. ``level`` is one of LEVELS for a check of a graph's quality, else empty.
    """

    name: str
    text: str
    title: str = ""
    topic: str = ""
    level: str = ""
    question: Mapping[str, str] = field(default_factory=dict)
    reading: str = ""
    parameters: tuple[Parameter, ...] = ()

    def asked(self, language: str) -> str:
        """The question in a language, or in English where it is in no other."""
        return self.question.get(language) or self.question.get("en", "")


def available() -> tuple[QueryDocument, ...]:
    """All questions that come with the package, by name; the checks of a graph's quality stand last."""
    return tuple(parse(name, path.read_text("utf-8")) for name, path in _paths().items())


def find(name: str) -> QueryDocument:
    """Give a question by its name or ``.rq`` file, or from standard input for ``-``; raise UnknownName."""
    if name == "-":
        return parse(name, sys.stdin.read())
    if name.endswith(".rq"):
        return parse(name, _read(Path(name)))
    known = _paths()
    if name not in known:
        near = get_close_matches(name, known, cutoff=_NEAR)
        hint = f"did you mean {', '.join(near)}?" if near else "baygraph query lists all there are"
        raise UnknownName(name, f"is no question that is known here; {hint}")
    return parse(name, known[name].read_text("utf-8"))


def _paths() -> Mapping[str, Path]:
    root = folder("queries")
    paths = sorted(root.rglob("*.rq"), key=lambda path: (len(path.relative_to(root).parts), path))
    return {path.relative_to(root).with_suffix("").as_posix(): path for path in paths}


def parse(name: str, text: str) -> QueryDocument:
    """Read a query with its header, if it has one; raise WrongHeader."""
    header = _header(name, "\n".join(_HEADER.findall(text)))
    try:
        parameters = tuple(Parameter(each, **about) for each, about in header.pop("parameters", {}).items())
        return QueryDocument(name, text, parameters=parameters, **header)
    except (AttributeError, TypeError) as error:
        raise WrongHeader(name, f"has a header that cannot be understood: {error}") from error


def _header(name: str, source: str) -> dict[str, Any]:
    import yaml

    try:
        header = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise WrongHeader(name, f"has a header that is no YAML: {error}") from error
    return dict(header) if isinstance(header, dict) else {}


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(path, f"cannot be read: {error}") from error
