"""The questions as a list, and each with what it takes: what a user reads before asking."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from baygraph.query.documents import TOPICS, Parameter, QueryDocument, available

_WIDTH: Final = 100
_ASKS_FOR: Final = {"thing": "NAME", "class": "CLASS", "date": "DATE", "number": "NUMBER", "text": "TEXT"}
_KINDS: Final = {
    "thing": "A NAME is any name of a thing in any language, the last part of its IRI, or its IRI.",
    "class": "A CLASS is one of the ontology, such as University; what is of a narrower one counts too.",
    "date": "A DATE is as precise as you like: 2019, 2019-04 or 2019-04-12.",
    "number": "A NUMBER is written with digits and a point: 0.7 or 1250.",
    "text": "A TEXT is looked for inside what the graph says, in any case of letters.",
}


def catalogue(language: str = "en") -> str:
    """List all questions by topic, each with its parameters and its words in a language."""
    topics = ("\n".join((f"{topic}:", *_entries(topic, language))) for topic in TOPICS)
    return "\n\n".join((*topics, "baygraph query NAME --help tells what a question takes."))


def help_of(document: QueryDocument, language: str = "en") -> str:
    """Tell what a question asks, how to read its answer, what it takes, and how it is called."""
    return "\n\n".join(part for part in _parts(document, language) if part)


def _entries(topic: str, language: str) -> Iterator[str]:
    for document in (each for each in available() if each.topic == topic):
        yield "  " + " ".join((document.name, *(f"[--{each.name}]" for each in document.parameters)))
        yield from wrap(document.asked(language), _WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)


def _parts(document: QueryDocument, language: str) -> Iterator[str]:
    yield f"{document.name}: {document.title}"
    yield "\n".join(wrap(document.asked(language), _WIDTH))
    yield "\n".join(wrap(document.reading, _WIDTH))
    yield "\n".join(("parameters:", *map(_parameter, document.parameters))) if document.parameters else ""
    kinds = [kind for kind in _KINDS if kind in {each.kind for each in document.parameters}]
    yield "\n".join(_KINDS[kind] for kind in kinds)
    yield "\n".join(("examples:", *_examples(document)))


def _parameter(parameter: Parameter) -> str:
    return f"  --{parameter.name} {_ASKS_FOR.get(parameter.kind, 'VALUE')}\n      {parameter.means}"


def _examples(document: QueryDocument) -> Iterator[str]:
    yield f"  baygraph query {document.name}"
    for each in document.parameters:
        if each.example:
            value = f'"{each.example}"' if " " in each.example else each.example
            yield f"  baygraph query {document.name} --{each.name} {value}"
