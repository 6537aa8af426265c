"""What a SPARQL text is before the engine sees it: its form, its dataset, and what it may not do.

The engine has no tree to look into, so the text is cut into SPARQL's own tokens: a word inside a string,
an IRI, a comment, a variable or the local part of a name is never taken for a keyword.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Each alternative takes all that it can and never fails after a long way, so that no text takes long to read.
_TOKEN: Final = re.compile(
    r"""
    (?P<blank>   [ \t\r\n]+ | \#[^\r\n]* )
  | (?P<iri>     <(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+> )
  | (?P<string>  \"\"\"(?:[^"\\]|\\.|\"{1,2}(?!\"))*+(?P<end1>\"\"\")?
               | \'\'\'(?:[^'\\]|\\.|\'{1,2}(?!\'))*+(?P<end2>\'\'\')?
               | "(?:[^"\\\r\n]|\\.)*+(?P<end3>")?
               | '(?:[^'\\\r\n]|\\.)*+(?P<end4>')? )
  | (?P<variable>[?$]\w+ )
  | (?P<tag>     @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<name>    (?=[\w.:-])(?P<prefix>[\w.-]*+)
               (?P<local>:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?\#@%-])*+)? )
  | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS: Final = ("end1", "end2", "end3", "end4")
_WORD: Final = re.compile(r"\w+")
QUERIES: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_PROLOGUE: Final = frozenset({"BASE", "PREFIX", "VERSION"})


@dataclass(frozen=True, slots=True)
class Outline:
    """A query's form (a word of QUERIES, or "" if it has none), and what of it matters before it is run."""

    form: str
    updates: bool
    federated: bool
    has_dataset: bool
    names_graphs: bool


def outline(text: str) -> Outline:
    """Read the outline of a text, which need not be SPARQL at all."""
    # The engine reads keywords that touch other words (``1SERVICE<…>``), so a word that holds one counts,
    # and so does the part of a prefixed name before its colon.
    words = [word.upper() for word in _words(text)]
    first = next((word for word in words if word not in _PROLOGUE), "")
    return Outline(
        form=next((form for form in sorted(QUERIES) if first.startswith(form)), ""),
        updates=first in _UPDATES,
        federated=any("SERVICE" in word for word in words),
        has_dataset=any(word.endswith("FROM") for word in words),
        names_graphs=any("GRAPH" in word for word in words),
    )


def _words(text: str) -> Iterator[str]:
    declared = False  # a name right after PREFIX is no word of the query
    for found in _TOKEN.finditer(text):
        if found["string"] and not any(found[end] for end in _ENDS):
            yield from _WORD.findall(found["string"])  # what the engine makes of it is anybody's guess
        if not found["blank"]:
            word = "" if declared and found["local"] else found["prefix"] or ""
            declared = word.upper() == "PREFIX"
            if word:
                yield word
