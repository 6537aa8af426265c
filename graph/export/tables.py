"""The rows of the tables, read from a published folder."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from baygraph.evidence import DCT, DERIVED, OBJECT, PREDICATE, SUBJECT, TERMS
from baygraph.publish.merging import read_triples
from baygraph.publish.page.names import LANGUAGES
from baygraph.publish.turtle import shorten
from baygraph.resolve import ALSO_NAMED, IS_A, NAMED
from baygraph.terms import CLASSES, DCTERMS, ID, SAME_AS, SCHEMA, SIGNATURES, THINGS, WD, is_a
from baygraph.triples import Triple, iri, parse_literal, text_of

Cell = str | int | bool | None
Row = tuple[Cell, ...]
About = Mapping[str, Mapping[str, Sequence[str]]]

_THINGS: Final = {TERMS[name]: name for name in CLASSES if is_a(name, *THINGS)}
_FACTS: Final = (*(name for name in SIGNATURES if name != "about"), "jobTitle", "startDate", "endDate")
_SAME: Final = iri(SAME_AS)
_LINKS: Final = (_SAME, iri(SCHEMA + "sameAs"), iri(DCTERMS + "identifier"), iri(SCHEMA + "url"))
_STRENGTH: Final = ("", "planned", "denied")


class _Claim(NamedTuple):
    """A claim's IRI and what it has."""

    node: str
    has: Mapping[str, Sequence[str]]

    def text(self, name: str) -> str:
        """The text of one of its properties in the ontology, or nothing."""
        return _text(self.has, TERMS[name]) or ""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the two files of a folder say of each subject, and the claims of each triple."""

    stated: About
    evidence: About
    claims: Mapping[Triple, Sequence[_Claim]]

    def label(self, node: str) -> str:
        """The first preferred name in the languages' order, or the last part of the IRI."""
        labels = _labels(self.stated.get(node, {}))
        return next(filter(None, labels), text_of(node).removeprefix(ID))

    def spots(self, triples: Iterable[Triple]) -> set[str]:
        """The pieces of evidence for any of some triples."""
        claims = (claim for triple in triples for claim in self.claims.get(triple, ()))
        return {spot for claim in claims for spot in claim.has.get(TERMS["supportedBy"], ())}

    def documents(self, spots: Iterable[str]) -> set[str]:
        """The documents that pieces of evidence stand in."""
        return {document for spot in spots for document in self.evidence.get(spot, {}).get(DERIVED, ())}

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of one table, in the order of the published files."""
        return _ROWS[name](self)


def read_tables(folder: Path) -> Tables:
    """Read what the tables of a published folder are made of; raise NotPublished."""
    stated, evidence = (_about(read_triples(folder, f"{name}.ttl")) for name in ("baygraph", "evidence"))
    return Tables(stated, evidence, _claims(evidence))


def _about(triples: Iterable[Triple]) -> About:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        found[subject][predicate].append(value)
    return {subject: dict(properties) for subject, properties in found.items()}


def _claims(evidence: About) -> Mapping[Triple, Sequence[_Claim]]:
    found: dict[Triple, list[_Claim]] = defaultdict(list)
    for node, has in evidence.items():
        if SUBJECT in has:
            found[has[SUBJECT][0], has[PREDICATE][0], has[OBJECT][0]].append(_Claim(node, has))
    return found


def _entities(read: Tables) -> Iterator[Row]:
    for node, has in read.stated.items():
        if kind := _kind(has):
            spots = read.spots((node, IS_A, value) for value in map(TERMS.__getitem__, CLASSES))
            links = [text_of(link) for predicate in _LINKS for link in has.get(predicate, ())]
            items = [link for link in links if link.startswith(WD)]
            yield (
                text_of(node),
                kind,
                read.label(node),
                *_labels(has),
                " ".join(items) or None,
                " ".join(link for link in links if link not in items) or None,
                len(spots),
                len(read.documents(spots)),
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
                yield *about, *_support(read, [(node, TERMS[name], value)])


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
                *_support(read, [(node, TERMS["value"], each) for each in has.get(TERMS["value"], ())]),
            )


def _evidence(read: Tables) -> Iterator[Row]:
    for (subject, predicate, value), claims in read.claims.items():
        said = text_of(subject), shorten(predicate).removeprefix("bay:"), *_told(value)
        for claim in claims:
            held = (*(claim.text(name) or None for name in ("modality", "rule", "confidence")),)
            for spot in claim.has.get(TERMS["supportedBy"], ()):
                has = read.evidence.get(spot, {})
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


def _support(read: Tables, triples: Sequence[Triple]) -> Row:
    """The ``modality``, ``confidence``, ``claims`` and ``documents`` of what some triples say."""
    claims = [claim for triple in triples for claim in read.claims.get(triple, ())]
    modality = min((claim.text("modality") for claim in claims), key=_STRENGTH.index, default="")
    confidence = max((claim.text("confidence") for claim in claims), key=float, default=None)
    return modality or None, confidence, len(claims), len(read.documents(read.spots(triples)))


def _literal_of(has: Mapping[str, Sequence[str]], name: str) -> Row:
    values = has.get(TERMS[name], ())
    return _literal(values[0]) if values else (None, None, None)


def _literal(value: str) -> Row:
    """A literal's text, the short name of its datatype and its language."""
    text, lang, datatype = parse_literal(value)
    return text, shorten(iri(datatype)) if datatype else None, lang or None


def _text(has: Mapping[str, Sequence[str]], predicate: str) -> str | None:
    return next((text_of(value) for value in has.get(predicate, ())), None)
