"""RDF terms as N-Triples strings: the cheap form that millions of triples are held, sorted and written in.

A term is written in one way only, so equal terms are equal strings. Text is data: what Turtle,
N-Quads or a terminal could take for something else is escaped.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import pyoxigraph as ox

from baygraph.terms import XSD

Triple = tuple[str, str, str]

_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Besides what the grammar demands: controls, line separators and direction marks, which make a file
# show something else than it says; a lone surrogate is no character and cannot stand in any RDF file.
_TO_ESCAPE = re.compile(
    r'[\\"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]'
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_UNSHORT = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
# RFC 3987, less the planes without letters and the marks that show nothing; a percent sign begins an escape.
_NOT_IN_IRI = re.compile(
    r"[^!#$%&'()*+,./0-9:;=?@A-Z_a-z~\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    r"\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd-]"
    r"|[\u200e\u200f\u2028-\u202e\u2066-\u2069]|%(?![0-9A-Fa-f]{2})"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LITERAL = re.compile(
    r'"(?P<text>[^"\\]*(?:\\.[^"\\]*)*)"(?:@(?P<lang>[A-Za-z0-9-]+)|\^\^<(?P<type>[^>]*)>)?', re.DOTALL
)


class Parsed(NamedTuple):
    """A literal taken apart: its text, its language tag and its datatype's IRI (empty where it has none)."""

    text: str
    lang: str
    datatype: str


def printable(text: str) -> str:
    """Replace lone surrogates, which no RDF file can hold, each by one U+FFFD, so that offsets stay."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=1 << 14)
def iri(value: str) -> str:
    """Write an IRI; characters that no IRI may hold are percent-encoded."""
    return f"<{_NOT_IN_IRI.sub(_percent, value)}>"


def literal(text: str, datatype: str = "", lang: str = "") -> str:
    """Write a literal; ``datatype`` is an IRI, and none for a plain string."""
    quoted = f'"{_TO_ESCAPE.sub(_escaped, text)}"'
    if lang:
        return f"{quoted}@{language_tag(lang)}"
    return f"{quoted}^^<{datatype}>" if datatype and datatype != XSD + "string" else quoted


@lru_cache(maxsize=256)
def language_tag(tag: str) -> str:
    """Spell a BCP 47 tag the usual way (``zh-Hans``, ``en-GB``): tools differ in the case they give it."""
    first, *rest = tag.lower().split("-")
    return "-".join([first, *(_subtag(part) for part in rest)])


def parse_literal(term: str) -> Parsed:
    """Take a literal apart; raise ValueError when the term is none."""
    found = _LITERAL.fullmatch(term)
    if not found:
        raise ValueError(f"not a literal: {term}")
    return Parsed(_unescape(found["text"]), found["lang"] or "", found["type"] or "")


def text_of(term: str) -> str:
    """Give the text of a literal, the IRI without its brackets, or the name of a blank node."""
    if term.startswith(("<", "_:")):
        return term[1:-1] if term[0] == "<" else term
    return _unescape(term[1 : term.rindex('"')])


def language_of(term: str) -> str:
    """Give the language tag of a literal, or nothing where the term has none."""
    tag = term.rpartition('"')[2]
    return tag[1:] if tag.startswith("@") else ""


def from_oxigraph(term: object) -> str:
    """Write a term that Oxigraph read, in this module's spelling; what no graph here holds stays as it is."""
    if isinstance(term, ox.NamedNode):
        return f"<{term.value}>"  # a parser has already refused what no IRI may hold
    if isinstance(term, ox.Literal):
        return literal(term.value, term.datatype.value, term.language or "")
    return str(term)


def _subtag(part: str) -> str:
    if part.isalpha() and len(part) == 4:
        return part.title()
    return part.upper() if part.isalpha() and len(part) == 2 else part


def _escaped(found: re.Match[str]) -> str:
    char = found[0]
    if _SURROGATE.match(char):
        return "\ufffd"
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" else _UNSHORT.get(code, code)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
