"""The rows of the tables, read from a published folder."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from baygraph.evidence import DCT, DERIVED, TERMS
from baygraph.export.support import VALUE, About, Evidence, Support, gather, read_evidence
from baygraph.publish.merging import read_triples
from baygraph.publish.page.names import LANGUAGES
from baygraph.publish.turtle import shorten
from baygraph.resolve import ALSO_NAMED, IS_A, NAMED
from baygraph.terms import CLASSES, DCTERMS, ID, SAME_AS, SCHEMA, SIGNATURES, THINGS, WD, is_a
from baygraph.triples import Triple, iri, parse_literal, text_of

Cell = str | int | bool | None
Row = tuple[Cell, ...]
_THINGS: Final = {TERMS[name]: name for name in CLASSES if is_a(name, *THINGS)}
_FACTS: Final = (*(name for name in SIGNATURES if name != "about"), "jobTitle", "startDate", "endDate")
_SAME: Final = iri(SAME_AS)
_LINKS: Final = (_SAME, iri(SCHEMA + "sameAs"), iri(DCTERMS + "identifier"), iri(SCHEMA + "url"))
_NONE: Final = Support()


@dataclass(frozen=True, slots=True)
class Tables:
    """What is stated of each subject, its evidence, and how triples are supported by it."""

    stated: About
    evidence: Evidence
    supports: Mapping[Triple, Support]

    def label(self, node: str) -> str:
        """The first preferred name in the languages' order, or the last part of the IRI."""
        labels = _labels(self.stated.get(node, {}))
        return next(filter(None, labels), text_of(node).removeprefix(ID))

    def support(self, subject: str, predicate: str, value: str = "") -> Support:
        """How a triple is supported, or all values of a property for which that is counted."""
        return self.supports.get((subject, predicate, value), _NONE)

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of one table, in the order of the published files."""
        return _ROWS[name](self)


def read_tables(folder: Path) -> Tables:
    """Read what the tables of a published folder are made of; raise NotPublished."""
    evidence = read_evidence(read_triples(folder, "evidence.ttl"))
    return Tables(gather(read_triples(folder, "baygraph.ttl")), evidence, evidence.supports())


def _entities(read: Tables) -> Iterator[Row]:
    for node, has in read.stated.items():
        if kind := _kind(has):
            named = read.support(node, IS_A)
            links = [text_of(link) for predicate in _LINKS for link in has.get(predicate, ())]
            items = [link for link in links if link.startswith(WD)]
            yield (
                text_of(node),
                kind,
                read.label(node),
                *_labels(has),
                " ".join(items) or None,
                " ".join(link for link in links if link not in items) or None,
                named.spots,
                named.documents,
            )


def _names(read: Tables) -> Iterator[Row]:
    for node, has in read.stated.items():
        for predicate in (NAMED, ALSO_NAMED) if _kind(has) else ():
            for name in map(parse_literal, has.get(predicate, ())):
                yield text_of(node), name.text, name.lang or None, predicate == NAMED


def _facts(read: Tables) -> Iterator[Row]:
    for node, has in read.stated.items():
        for name in _FACTS if _kind(has) else ():
            for value in has.get(TERMS[name], ()):
                about = text_of(node), read.label(node), name, *_object(read, value)
                yield *about, *_support(read.support(node, TERMS[name], value))


def _object(read: Tables, value: str) -> Row:
    """A fact's ``object``, ``object_label``, ``value``, ``datatype`` and ``language``."""
    if value.startswith("<"):
        return text_of(value), read.label(value), None, None, None
    return None, None, *_literal(value)


def _figures(read: Tables) -> Iterator[Row]:
    for node, has in read.stated.items():
        if TERMS["Statistic"] in has.get(IS_A, ()):
            about = has.get(TERMS["about"], ())
            value, datatype, _ = _literal_of(has, "value")
            measure, _, language = _literal_of(has, "measure")
            yield (
                text_of(node),
                " ".join(map(text_of, about)) or None,
                read.label(about[0]) if about else None,
                value,
                datatype,
                _text(has, TERMS["unit"]),
                measure,
                language,
                _text(has, TERMS["asOf"]),
                _text(has, TERMS["approximate"]) == "true",
                *(" ".join(map(text_of, has.get(TERMS[n], ()))) or None for n in ("locatedIn", "field")),
                *_support(read.support(node, VALUE)),
            )


def _evidence(read: Tables) -> Iterator[Row]:
    for (subject, predicate, value), claims in read.evidence.claims.items():
        said = text_of(subject), shorten(predicate).removeprefix("bay:"), *_told(value)
        for claim in claims:
            held = (*(claim.text(name) or None for name in ("modality", "rule", "confidence")),)
            for spot in claim.has.get(TERMS["supportedBy"], ()):
                has = read.evidence.about.get(spot, {})
                place = (*(int(_text(has, TERMS[name]) or 0) for name in ("start", "end")),)
                yield (
                    text_of(claim.node),
                    *said,
                    *held,
                    text_of(spot),
                    _text(has, DERIVED),
                    *place,
                    _text(has, TERMS["quote"]),
                )


def _told(value: str) -> Row:
    return (text_of(value), None, None) if value.startswith("<") else _literal(value)


def _documents(read: Tables) -> Iterator[Row]:
    for node, has in read.stated.items():
        if TERMS["Document"] in has.get(IS_A, ()):
            names = ("identifier", "title", "language", "issued", "publisher", "source")
            yield text_of(node), *(_text(has, DCT[name]) for name in names)


_ROWS: Final[Mapping[str, Callable[[Tables], Iterator[Row]]]] = MappingProxyType(
    {
        "entities": _entities,
        "names": _names,
        "facts": _facts,
        "figures": _figures,
        "evidence": _evidence,
        "documents": _documents,
    }
)


def _kind(has: Mapping[str, Sequence[str]]) -> str | None:
    """The class of a thing, and none for what is no thing."""
    return next((_THINGS[value] for value in has.get(IS_A, ()) if value in _THINGS), None)


def _labels(has: Mapping[str, Sequence[str]]) -> list[str | None]:
    """The preferred name in each language; a romanization is none."""
    known = sorted((name.lang, name.text) for name in map(parse_literal, has.get(NAMED, ())))
    return [
        next((text for tag, text in known if tag[:2] == language and not tag.endswith("Latn")), None)
        for language in LANGUAGES
    ]


def _support(support: Support) -> Row:
    """The ``modality``, ``confidence``, ``claims`` and ``documents`` of a fact or figure."""
    return support.modality or None, support.confidence, support.claims, support.documents


def _literal_of(has: Mapping[str, Sequence[str]], name: str) -> Row:
    values = has.get(TERMS[name], ())
    return _literal(values[0]) if values else (None, None, None)


def _literal(value: str) -> Row:
    """A literal's text, the short name of its datatype and its language."""
    text, lang, datatype = parse_literal(value)
    return text, shorten(iri(datatype)) if datatype else None, lang or None


def _text(has: Mapping[str, Sequence[str]], predicate: str) -> str | None:
    return next((text_of(value) for value in has.get(predicate, ())), None)
