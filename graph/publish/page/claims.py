"""The claims behind the facts and the quotes behind the claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from baygraph.publish.page.records import Claim, Quote
from baygraph.publish.page.statements import About, Statements, Value, first_in, iris_in, text_in
from baygraph.terms import BAY, PROV, RDF, TYPE, bay

Stated = tuple[str, Value]  # a property and its value
_DERIVED: Final = PROV + "wasDerivedFrom"
_SUBJECT, _PREDICATE, _OBJECT = (RDF + name for name in ("subject", "predicate", "object"))
_RULE, _CONFIDENCE, _MODALITY, _SUPPORTED = map(bay, ("rule", "confidence", "modality", "supportedBy"))
_QUOTED = tuple(map(bay, ("prefix", "quote", "suffix", "start", "end")))
# One plain statement outweighs a plan, and a plan a denial.
_STRENGTH: Final = ("", "planned", "denied")


@dataclass(frozen=True, slots=True)
class Told:
    """Claims by subject and what they say of it, and the quotes that they point to."""

    claims: Mapping[str, Mapping[Stated, Sequence[Claim]]]
    quotes: Sequence[Quote]
    mentions: Mapping[str, Mapping[int, int]]

    def of(self, subject: str) -> Mapping[Stated, Sequence[Claim]]:
        """The claims about one thing."""
        return self.claims.get(subject, {})


def read_claims(triples: Statements, documents: Mapping[str, int]) -> Told:
    """Read all claims; those of a class are counted as mentions by document, the others keep their quotes."""
    typings, facts = _split(triples)
    evidence = {iri for claim in facts for iri in iris_in(claim, _SUPPORTED)}
    quotes = sorted(((_quote(triples.about(iri), documents), iri) for iri in evidence), key=_place)
    places = {iri: place for place, (_, iri) in enumerate(quotes)}
    found: dict[str, dict[Stated, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in facts:
        found[text_in(claim, _SUBJECT)][_stated(claim)].append(_claim(claim, places))
    return Told(
        found,
        [quote for quote, _ in quotes],
        _mentions(triples, typings, documents),
    )


def modality(claims: Iterable[Claim]) -> str:
    """How a fact is stated at its plainest; one without claims is known beforehand and so plain."""
    return min((claim["modality"] for claim in claims), key=_STRENGTH.index, default="")


def unique(claims: Iterable[Claim]) -> list[Claim]:
    """Drop claims that rest on the same quotes by the same rule, as those of a figure's parts do."""
    kept = {(tuple(claim["quotes"]), claim["rule"], claim["modality"]): claim for claim in claims}
    return [kept[key] for key in sorted(kept)]


def _split(triples: Statements) -> tuple[list[About], list[About]]:
    """Part the claims of classes from those of facts; those of names only repeat mentions."""
    typings: list[About] = []
    facts: list[About] = []
    for claim in map(triples.about, triples.subjects(_SUBJECT)):
        predicate = text_in(claim, _PREDICATE)
        if predicate == TYPE:
            typings.append(claim)
        elif predicate.startswith(BAY):
            facts.append(claim)
    return typings, facts


def _stated(claim: About) -> Stated:
    return text_in(claim, _PREDICATE), first_in(claim, _OBJECT)


def _claim(claim: About, places: Mapping[str, int]) -> Claim:
    return Claim(
        rule=text_in(claim, _RULE),
        confidence=float(text_in(claim, _CONFIDENCE) or 1),
        modality=text_in(claim, _MODALITY),
        quotes=sorted(places[evidence] for evidence in iris_in(claim, _SUPPORTED)),
    )


def _quote(evidence: About, documents: Mapping[str, int]) -> Quote:
    before, text, after, start, end = [text_in(evidence, name) for name in _QUOTED]
    document = documents[text_in(evidence, _DERIVED)]
    return Quote(document=document, text=text, before=before, after=after, start=int(start), end=int(end))


def _place(quoted: tuple[Quote, str]) -> tuple[int, int, int, str]:
    quote, iri = quoted
    return quote["document"], quote["start"], quote["end"], iri


def _mentions(
    triples: Statements, claims: Iterable[About], documents: Mapping[str, int]
) -> Mapping[str, Mapping[int, int]]:
    spans: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        spans[text_in(claim, _SUBJECT)].update(iris_in(claim, _SUPPORTED))
    return {
        thing: Counter(documents[triples.text(_DERIVED, iri)] for iri in sorted(evidence))
        for thing, evidence in spans.items()
    }
