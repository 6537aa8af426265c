"""What the evidence says for what is stated: its claims, their places, and how strong they are together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from baygraph.evidence import DERIVED, OBJECT, PREDICATE, SUBJECT, TERMS
from baygraph.resolve import IS_A
from baygraph.terms import CLASSES
from baygraph.triples import Triple, text_of

About = Mapping[str, Mapping[str, Sequence[str]]]

VALUE: Final = TERMS["value"]
# Properties whose claims also count together, whatever value they state: a thing's mentions, a figure.
_AS_ONE: Final = {IS_A: frozenset(TERMS[name] for name in CLASSES), VALUE: None}
_STRENGTH: Final = ("", "planned", "denied")


class Support(NamedTuple):
    """How claims support something; of documents that share none, supports can be put together."""

    modality: str = ""
    confidence: str | None = None
    claims: int = 0
    spots: int = 0
    documents: int = 0


class Claim(NamedTuple):
    """A claim's IRI and what it has."""

    node: str
    has: Mapping[str, Sequence[str]]

    def text(self, name: str) -> str:
        """The text of one of its properties in the ontology, or nothing."""
        return next((text_of(value) for value in self.has.get(TERMS[name], ())), "")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What some evidence says of each subject, and the claims of each triple."""

    about: About
    claims: Mapping[Triple, Sequence[Claim]]

    def supports(self) -> dict[Triple, Support]:
        """How each triple is supported; without object, how all claims of the thing's property are."""
        grouped: dict[Triple, list[Claim]] = defaultdict(list)
        for (subject, predicate, value), claims in self.claims.items():
            grouped[subject, predicate, value] += claims
            if predicate in _AS_ONE and value in (_AS_ONE[predicate] or (value,)):
                grouped[subject, predicate, ""] += claims
        return {key: self._support(claims) for key, claims in grouped.items()}

    def _support(self, claims: Sequence[Claim]) -> Support:
        spots = {spot for claim in claims for spot in claim.has.get(TERMS["supportedBy"], ())}
        documents = {document for spot in spots for document in self.about.get(spot, {}).get(DERIVED, ())}
        return Support(
            _weakest(claim.text("modality") for claim in claims),
            max((claim.text("confidence") for claim in claims), key=float, default=None),
            len(claims),
            len(spots),
            len(documents),
        )


def together(supports: Iterable[Support]) -> Support:
    """Put together how documents that share no claim support one thing."""
    found = tuple(supports)
    surest = max((s.confidence for s in found if s.confidence is not None), key=float, default=None)
    numbers = (sum(each) for each in zip(*(support[2:] for support in found), strict=True))
    return Support(_weakest(support.modality for support in found), surest, *numbers)


def gather(triples: Iterable[Triple]) -> About:
    """Put triples in order of subject and property, as they come."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        found[subject][predicate].append(value)
    return {subject: dict(properties) for subject, properties in found.items()}


def read_evidence(triples: Iterable[Triple]) -> Evidence:
    """Find the claims in triples of evidence."""
    about = gather(triples)
    found: dict[Triple, list[Claim]] = defaultdict(list)
    for triple, claim in _claims(about):
        found[triple].append(claim)
    return Evidence(about, found)


def _claims(about: About) -> Iterator[tuple[Triple, Claim]]:
    for node, has in about.items():
        if SUBJECT in has:
            yield (has[SUBJECT][0], has[PREDICATE][0], has[OBJECT][0]), Claim(node, has)


def _weakest(modalities: Iterable[str]) -> str:
    """What is plainly stated anywhere is plain; what is planned anywhere else is not denied."""
    return min(modalities, key=_STRENGTH.index, default="")
