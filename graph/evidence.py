"""One document as RDF: its description, and every claim with the exact characters that support it.

A claim is one rule's statement of one fact in one document, so its IRI names the document and hashes the
rest; a piece of evidence is a span, so its IRI names the document and two offsets. Both are whole wherever
they are made: graphs that were built apart have no claim in common that differs.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from baygraph.errors import BaygraphError, UnknownName
from baygraph.model import Claim, Document, DocumentClaims, Ref, Rejection, Span
from baygraph.naming import name_claims
from baygraph.resolve import ALSO_NAMED, IS_A, NAMED, Lookup, Statement
from baygraph.terms import CLASSES, DCTERMS, ID, PROPERTIES, PROV, RDF, XSD, bay
from baygraph.triples import Triple, iri, literal

DOCUMENTS, CLAIMS, EVIDENCE = ID + "doc/", ID + "claim/", ID + "evidence/"
STATEMENT, SUBJECT, PREDICATE, OBJECT = (
    iri(RDF + n) for n in ("Statement", "subject", "predicate", "object")
)
DERIVED = iri(PROV + "wasDerivedFrom")
TERMS = {name: iri(bay(name)) for name in (*PROPERTIES, *CLASSES)}
_SUPPORTED = TERMS["supportedBy"]
DCT = {n: iri(DCTERMS + n) for n in ("identifier", "title", "issued", "language", "source", "publisher")}

UNKNOWN_THING = "it names a thing that the document does not mention"
NO_MENTION = "no mention supports it"

_PREDICATES = TERMS | {"type": IS_A, "label": NAMED, "altLabel": ALSO_NAMED}
_CLEAN_ID = re.compile(r"(?!.*__)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?")
_WEB = re.compile(r'https?://[^\s<>"{}|^`\\]+')
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}


class UnfoundedClaim(BaygraphError):
    """Evidence at offsets where the document has no such characters."""

    reason = "is no stretch of the document's text, or not the one quoted"


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """What one document adds: its description, its statements, their claims and evidence in file order."""

    id: str
    iri: str
    lang: str
    description: tuple[Triple, ...]
    statements: tuple[Statement, ...]
    evidence: tuple[Triple, ...]
    rejections: tuple[Rejection, ...]


class _Made(NamedTuple):
    """A statement of the document with the spans that support it."""

    statement: Statement
    spans: tuple[Span, ...]


def document_graph(claims: DocumentClaims, lookup: Lookup) -> DocumentGraph:
    """Write one document's claims as RDF; raise UnfoundedClaim or UnknownName on what no rule may return."""
    document = claims.document
    node = iri(DOCUMENTS + slug(document.id))
    kept, rejected = _admitted(claims, lookup)
    made = _statements(node, [*kept, *name_claims(claims, kept, lookup)])
    rejections = {*claims.rejections, *rejected}
    _check(document, made, rejections)
    return DocumentGraph(
        id=document.id,
        iri=node,
        lang=document.lang,
        description=tuple(sorted(_description(document, node), key=reading_order)),
        statements=tuple(each.statement for each in made),
        evidence=(*_claims(document, made), *_quotes(document, made, claims.sentences)),
        rejections=tuple(sorted(rejections, key=lambda r: (r.span, r.what, r.reason, r.rule, r.quote))),
    )


def slug(identifier: str) -> str:
    """Make a document's identifier fit for an IRI; two identifiers never give one slug."""
    if _CLEAN_ID.fullmatch(identifier):
        return identifier
    plain = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[A-Za-z0-9]+", plain))[:40] or "text"
    return f"{words}__{_hash(identifier)}"


def reading_order(triple: Triple) -> tuple[str, bool, str, str]:
    """Sort by subject; a thing's class comes first, as a reader of Turtle expects."""
    subject, predicate, value = triple
    return subject, predicate != IS_A, predicate, value


def _admitted(claims: DocumentClaims, lookup: Lookup) -> tuple[list[Claim], list[Rejection]]:
    """Part the claims whose things are mentioned, or known beforehand, from those that hang in the air."""
    mentioned = {claim.subject.key for claim in claims.claims if claim.predicate == "type"}
    kept, rejected = [], []
    for claim in claims.claims:
        ends = [claim.subject, *([claim.object] if isinstance(claim.object, Ref) else [])]
        if all(end.key in mentioned or lookup(end.key) for end in ends):
            kept.append(claim)
        else:
            rejected.append(_rejection(claims.document, claim))
    lost = (entity for entity in claims.entities if entity.key not in mentioned and not lookup(entity.key))
    rejected += [Rejection(Span(0, 0), "", f"entity {entity.key}", NO_MENTION, "") for entity in lost]
    return kept, rejected


def _rejection(document: Document, claim: Claim) -> Rejection:
    span = min(claim.evidence, default=Span(0, 0))
    value = claim.object.key if isinstance(claim.object, Ref) else claim.object.text
    what = f"{claim.subject.key} {claim.predicate} {value}"
    return Rejection(span, document.text[span.start : span.end], what, UNKNOWN_THING, claim.rule)


def _statements(node: str, claims: Iterable[Claim]) -> list[_Made]:
    """Join claims that state the same by the same rule: their evidence together, the surest confidence."""
    spans: dict[tuple[str, str, str, str, str], set[Span]] = defaultdict(set)
    sure: dict[tuple[str, str, str, str, str], float] = defaultdict(float)
    for claim in claims:
        key = (iri(ID + claim.subject.key), _predicate(claim), _object(claim), claim.modality, claim.rule)
        spans[key].update(claim.evidence)
        sure[key] = max(sure[key], round(claim.confidence, 4))
    return [_Made(Statement(node, *key, sure[key]), tuple(sorted(spans[key]))) for key in sorted(spans)]


def _predicate(claim: Claim) -> str:
    if claim.predicate not in _PREDICATES:
        raise UnknownName(claim.predicate, "is no property of the ontology")
    return _PREDICATES[claim.predicate]


def _object(claim: Claim) -> str:
    value = claim.object
    if isinstance(value, Ref):
        return iri(ID + value.key)
    if claim.predicate != "type":
        return literal(value.text, XSD + value.datatype, value.lang)
    if value.text not in CLASSES:
        raise UnknownName(value.text, "is no class of the ontology")
    return TERMS[value.text]


def _check(document: Document, made: Iterable[_Made], rejections: Iterable[Rejection]) -> None:
    for statement, spans in made:
        if not spans:
            raise UnfoundedClaim(f"{document.id}: {' '.join(statement.triple)}", "has no evidence")
        for start, end in spans:
            if not 0 <= start < end <= len(document.text):
                raise UnfoundedClaim(f"{document.id}: characters {start} to {end}")
    for rejection in rejections:
        start, end = rejection.span
        if document.text[start:end] != rejection.quote:
            raise UnfoundedClaim(f"{document.id}: characters {start} to {end}")


def _claims(document: Document, made: Iterable[_Made]) -> list[Triple]:
    stem = slug(document.id)
    found: list[Triple] = []
    for statement, spans in made:
        claim = f"<{CLAIMS}{stem}.{_hash(' '.join(statement[1:6]))}>"
        found += _claim(claim, statement)
        found += [(claim, _SUPPORTED, _evidence_iri(stem, span)) for span in spans]
    return found


def _quotes(document: Document, made: Iterable[_Made], sentences: Sequence[Span]) -> list[Triple]:
    stem = slug(document.id)
    cited: dict[Span, bool] = {}
    for statement, spans in made:
        # A mention is read by itself, a fact in its sentence.
        tells = statement.predicate not in (IS_A, NAMED, ALSO_NAMED)
        cited.update({span: tells or cited.get(span, False) for span in spans})
    node = iri(DOCUMENTS + stem)
    found: list[Triple] = []
    for span in sorted(cited):
        whole = _sentences_around(span, sentences) if cited[span] else span
        found += _quoted(_evidence_iri(stem, span), node, span, document.text, whole)
    return found


def _sentences_around(span: Span, sentences: Sequence[Span]) -> Span:
    """The span with the rest of the sentences that it begins and ends in."""
    first = max(0, bisect_right(sentences, span.start, key=itemgetter(0)) - 1)
    stop = bisect_left(sentences, span.end, key=itemgetter(0))
    touched = [span, *(sentence for sentence in sentences[first:stop] if sentence.overlaps(span))]
    return Span(min(each.start for each in touched), max(each.end for each in touched))


def _claim(claim: str, statement: Statement) -> list[Triple]:
    _, subject, predicate, value, modality, rule, confidence = statement
    return [
        (claim, IS_A, STATEMENT),
        (claim, SUBJECT, subject),
        (claim, PREDICATE, predicate),
        (claim, OBJECT, value),
        *([(claim, TERMS["modality"], _named(modality))] if modality else ()),
        (claim, TERMS["rule"], _named(rule)),
        (claim, TERMS["confidence"], _decimal(confidence)),
    ]


def _quoted(evidence: str, node: str, span: Span, text: str, whole: Span) -> list[Triple]:
    start, end = span
    found = [
        (evidence, IS_A, TERMS["Evidence"]),
        (evidence, DERIVED, node),
        (evidence, TERMS["quote"], literal(text[start:end])),
        (evidence, TERMS["start"], f'"{start}"^^<{XSD}integer>'),
        (evidence, TERMS["end"], f'"{end}"^^<{XSD}integer>'),
    ]
    if whole.start < start:
        found.append((evidence, TERMS["prefix"], literal(text[whole.start : start])))
    if end < whole.end:
        found.append((evidence, TERMS["suffix"], literal(text[end : whole.end])))
    return found


def _evidence_iri(stem: str, span: Span) -> str:
    return f"<{EVIDENCE}{stem}.{span.start}-{span.end}>"


@lru_cache(maxsize=1 << 12)
def _named(rule: str) -> str:
    return literal(rule)


@lru_cache(maxsize=1 << 12)
def _decimal(number: float) -> str:
    whole, _, part = f"{number:.4f}".partition(".")
    return literal(f"{whole}.{part.rstrip('0') or '0'}", XSD + "decimal")


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "backslashreplace"), digest_size=10).hexdigest()


def _description(document: Document, node: str) -> Iterator[Triple]:
    yield node, IS_A, TERMS["Document"]
    yield node, DCT["identifier"], literal(document.id)
    yield node, DCT["language"], literal(document.lang)
    if document.title:
        yield node, DCT["title"], literal(document.title, lang=document.lang)
    if document.issued:
        yield node, DCT["issued"], literal(document.issued, XSD + _precision(document.issued))
    if document.publisher:
        yield node, DCT["publisher"], literal(document.publisher)
    if document.source:
        is_web = _WEB.fullmatch(document.source)
        yield node, DCT["source"], iri(document.source) if is_web else literal(document.source)


def _precision(issued: str) -> str:
    """The datatype of an ISO 8601 date: a year stays a year; what is no date stays text."""
    try:
        date.fromisoformat(issued + "-01-01"[len(issued) - 4 :])
    except ValueError:
        return _moment(issued)
    return _DATES.get(len(issued), "string")


def _moment(issued: str) -> str:
    try:
        datetime.fromisoformat(issued)
    except ValueError:
        return "string"
    return "dateTime"
