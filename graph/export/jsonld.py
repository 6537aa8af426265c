"""Triples as compact JSON-LD 1.1: names by language, numbers as numbers, always the same key order.

Each text carries the published context inside itself, so that nothing needs to be fetched to read it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from baygraph.publish.turtle import shorten
from baygraph.terms import BAY, TYPE, XSD
from baygraph.triples import Parsed, Triple, iri, parse_literal, text_of

CONTEXT: Final = "context.jsonld"
CONTEXT_IRI: Final = "https://w3id.org/baygraph/context.jsonld"

Node = dict[str, Any]

_IS_A: Final = iri(TYPE)
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what every JSON parser keeps whole
_BOOLEANS: Final = MappingProxyType({"true": True, "false": False})
# JSON needs no escape for these, but they make a file show something else than it says.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class _Term(NamedTuple):
    """How the context lets a property be written."""

    name: str
    type: str = ""
    by_language: bool = False
    always_list: bool = False


def context_text() -> str:
    """The published context, as it stands in its own file."""
    return (files(__package__) / CONTEXT).read_text("utf-8")


def to_jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """Write triples as one document, one line a subject; those of a subject come in a row."""
    yield f'{{"@context": {to_json(context())},\n"@graph": ['
    between = "\n"
    for subject, about in groupby(triples, key=lambda triple: triple[0]):
        yield between + to_json(node(subject, about))
        between = ",\n"
    yield "\n]}\n"


@cache
def context() -> Mapping[str, Any]:
    """The terms of the published context."""
    found: Mapping[str, Any] = json.loads(context_text())["@context"]
    return found


def node(subject: str, triples: Iterable[Triple]) -> Node:
    """Give one subject with its properties, those of a property in a row, as a JSON object."""
    made: Node = {"@id": shorten_iri(subject)}
    for predicate, same in groupby(triples, key=lambda triple: triple[1]):
        made |= _property(predicate, [value for _, _, value in same])
    return made


def shorten_iri(term: str) -> str:
    """Write an IRI, or a blank node, as the context lets it be written where nothing else stands."""
    short = shorten(term)
    return short if short != term else text_of(term)


def to_json(value: object) -> str:
    """Write a value as JSON in one line, every character to be seen."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _property(predicate: str, values: Sequence[str]) -> Node:
    if predicate == _IS_A:
        return {"@type": _one_or_all([_word(value) for value in values])}
    term = _terms().get(predicate) or _Term(_word(predicate))
    if not term.by_language:
        return {term.name: _one_or_all([_value(value, term.type) for value in values])}
    with_language = [value for value in values if _has_language(value)]
    named = list(map(parse_literal, with_language))
    others = [_value(value, "") for value in values if value not in with_language]
    made: Node = {term.name: _language_map(named, term.always_list)} if named else {}
    return made | ({shorten_iri(predicate): _one_or_all(others)} if others else {})


def _has_language(value: str) -> bool:
    return value.startswith('"') and value[-1] != ">"


def _language_map(named: Iterable[Parsed], always_list: bool) -> Mapping[str, Any]:
    by_tag = groupby(sorted((found.lang, found.text) for found in named), key=lambda pair: pair[0])
    texts = {tag or "@none": [text for _, text in pairs] for tag, pairs in by_tag}
    return texts if always_list else {tag: _one_or_all(found) for tag, found in texts.items()}


def _value(term: str, wanted: str) -> Any:
    """Write a value under a property whose values the context takes for the type ``wanted``."""
    if not term.startswith('"'):
        short = _word(term) if wanted == "@vocab" else shorten_iri(term)
        return short if wanted in ("@id", "@vocab") else {"@id": short}
    text, lang, datatype = parse_literal(term)
    if lang:
        return {"@language": lang, "@value": text}
    if not datatype:
        return {"@value": text} if wanted else text
    kind = shorten_iri(iri(datatype))
    return text if kind == wanted else _typed(text, kind, datatype, wanted)


def _typed(text: str, kind: str, datatype: str, wanted: str) -> Any:
    if not wanted and datatype == XSD + "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if not wanted and datatype == XSD + "boolean" and text in _BOOLEANS:
        return _BOOLEANS[text]
    return {"@type": kind, "@value": text}


def _word(term: str) -> str:
    """Write a class or a property: the ontology's own without a prefix, as others that have a word."""
    own = text_of(term).removeprefix(BAY)
    if own != text_of(term) and own.isalnum():
        return own
    word = _terms().get(term)
    return word.name if word else shorten_iri(term)


@cache
def _terms() -> Mapping[str, _Term]:
    """The words of the context, by what they stand for; prefixes are no words."""
    found = {}
    for name, meaning in context().items():
        if isinstance(meaning, dict) or (isinstance(meaning, str) and not meaning.endswith(("/", "#"))):
            defined = meaning if isinstance(meaning, dict) else {"@id": meaning}
            container = defined.get("@container", "")
            found[_expanded(defined.get("@id", name))] = _Term(
                name, defined.get("@type", ""), "@language" in container, "@set" in container
            )
    return found


def _expanded(short: str) -> str:
    prefix, _, local = short.partition(":")
    return iri(context()[prefix] + local)


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
