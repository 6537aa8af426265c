"""What the page shows: texts with their mentions, facts and what was left out, and the things."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, NotRequired, TypedDict

from baygraph.errors import BaygraphError
from baygraph.model import Document
from baygraph.publish.page.names import LANGUAGES, best, names
from baygraph.publish.page.statements import Statements, Value
from baygraph.terms import BAY, CLASSES, DCTERMS, ID, PROV, RDF, TYPE, ancestors, bay

FIGURE = "Statistic"
_PARTS = ("value", "unit", "measure")
_DERIVED = PROV + "wasDerivedFrom"

Place = tuple[int, int]  # a stretch of the text, in code points


class OtherText(BaygraphError):
    """A document whose text is not the one that the graph quotes."""

    reason = "is given with another text than the graph was built from"


class Mention(TypedDict):
    """Where the text speaks of a thing, and the rule that found it."""

    start: int
    end: int
    thing: int
    rule: str
    confidence: str


class Fact(TypedDict):
    """What the text says of a thing: of another thing or a literal, on these stretches."""

    subject: int
    property: str
    object: NotRequired[int]
    value: NotRequired[str]
    modality: str
    rule: str
    confidence: str
    places: list[Place]


class Text(TypedDict):
    """One document."""

    id: str
    title: str
    language: str
    issued: str
    text: str
    mentions: list[Mention]
    facts: list[Fact]
    rejected: list[Mapping[str, Any]]


class Thing(TypedDict):
    """A thing: its key, its class, and the name to show in each language of the page."""

    key: str
    kind: str
    name: dict[str, str]


class Content(TypedDict):
    """All that the page shows."""

    texts: list[Text]
    things: list[Thing]


class _Claim(NamedTuple):
    subject: str
    predicate: str
    object: Value
    modality: str
    rule: str
    confidence: str
    places: tuple[Place, ...]
    quotes: tuple[str, ...]


def read(
    triples: Statements, rejected: Iterable[Mapping[str, Any]], given: Mapping[str, Document]
) -> tuple[Content, tuple[str, ...]]:
    """Read what the graph says of the given texts, and name its documents that are not given."""
    claims = _claims(triples)
    found = {triples.text(DCTERMS + "identifier", iri): iri for iri in _documents(triples)}
    shown = {id_: iri for id_, iri in sorted(found.items()) if id_ in given}
    ends = {end for iri in shown.values() for claim in claims[iri] for end in _ends(claim)}
    things = {iri: number for number, iri in enumerate(sorted(ends))}
    left_out: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rejected:
        left_out[row["document"]].append(row)
    texts = [_text(given[id_], claims[iri], things, left_out[id_]) for id_, iri in shown.items()]
    return (
        Content(texts=texts, things=[_thing(triples, iri) for iri in things]),
        tuple(sorted(found.keys() - shown.keys())),
    )


def _documents(triples: Statements) -> Iterator[str]:
    return (iri for iri in triples.subjects(TYPE) if "Document" in triples.classes(iri))


def _claims(triples: Statements) -> Mapping[str, list[_Claim]]:
    """All claims by the IRI of their document; those of names only repeat mentions."""
    found: dict[str, list[_Claim]] = defaultdict(list)
    for iri in triples.subjects(RDF + "subject"):
        evidence = triples.iris(bay("supportedBy"), iri)
        predicate = triples.text(RDF + "predicate", iri)
        if evidence and (predicate == TYPE or predicate.startswith(BAY)):
            found[triples.text(_DERIVED, evidence[0])].append(_claim(triples, iri, predicate, evidence))
    return found


def _claim(triples: Statements, iri: str, predicate: str, evidence: Sequence[str]) -> _Claim:
    quoted = sorted((_place(triples, each), triples.text(bay("quote"), each)) for each in evidence)
    return _Claim(
        triples.text(RDF + "subject", iri),
        predicate,
        triples.values(RDF + "object", iri)[0],
        triples.text(bay("modality"), iri),
        triples.text(bay("rule"), iri),
        triples.text(bay("confidence"), iri),
        tuple(place for place, _ in quoted),
        tuple(quote for _, quote in quoted),
    )


def _place(triples: Statements, evidence: str) -> Place:
    return int(triples.text(bay("start"), evidence)), int(triples.text(bay("end"), evidence))


def _ends(claim: _Claim) -> Iterator[str]:
    yield claim.subject
    if not claim.object.is_literal and claim.predicate != TYPE:
        yield claim.object.value


def _text(
    document: Document,
    claims: Sequence[_Claim],
    things: Mapping[str, int],
    rejected: Sequence[Mapping[str, Any]],
) -> Text:
    _check(document, claims)
    mentions = (
        mention for claim in claims if claim.predicate == TYPE for mention in _mentions(claim, things)
    )
    facts = (_fact(claim, things) for claim in claims if claim.predicate != TYPE)
    return Text(
        id=document.id,
        title=document.title or document.id,
        language=document.lang,
        issued=document.issued or "",
        text=document.text,
        mentions=sorted(mentions, key=lambda m: (m["start"], -m["end"], m["thing"], m["rule"])),
        facts=sorted(facts, key=lambda f: (f["places"], f["subject"], f["property"], str(f.get("object")))),
        rejected=[{k: row[k] for k in ("start", "end", "what", "reason", "rule")} for row in rejected],
    )


def _check(document: Document, claims: Iterable[_Claim]) -> None:
    """Raise OtherText where a quote of the graph does not stand in the text."""
    for claim in claims:
        if [document.text[start:end] for start, end in claim.places] != list(claim.quotes):
            raise OtherText(document.id)


def _mentions(claim: _Claim, things: Mapping[str, int]) -> Iterator[Mention]:
    for start, end in claim.places:
        yield Mention(
            start=start,
            end=end,
            thing=things[claim.subject],
            rule=claim.rule,
            confidence=claim.confidence,
        )


def _fact(claim: _Claim, things: Mapping[str, int]) -> Fact:
    fact = Fact(
        subject=things[claim.subject],
        property=claim.predicate.removeprefix(BAY),
        modality=claim.modality,
        rule=claim.rule,
        confidence=claim.confidence,
        places=list(claim.places),
    )
    if not claim.object.is_literal:
        return {**fact, "object": things[claim.object.value]}
    return {**fact, "value": claim.object.value}


def _thing(triples: Statements, iri: str) -> Thing:
    key = iri.removeprefix(ID)
    kinds = [name for name in triples.classes(iri) if name in CLASSES]
    kind = max(kinds, key=lambda name: (len(ancestors(name)), name), default="")
    if kind == FIGURE:
        figure = " ".join(filter(None, (triples.text(bay(part), iri) for part in _PARTS)))
        return Thing(key=key, kind=kind, name=dict.fromkeys(LANGUAGES, figure))
    known = names(triples, iri) or [(key, "", True)]
    return Thing(key=key, kind=kind, name={lang: known[best(known, lang)][0] for lang in LANGUAGES})
