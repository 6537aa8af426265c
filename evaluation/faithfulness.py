"""Whether the graph says only what its texts say, by the measures of Text2KGBench.

In that benchmark (Mihindukulasooriya and others, 2023) a triple conforms when its relation is one of the
ontology's, and an end is hallucinated when its stemmed name is not found in the stemmed sentence. Here the
triples are the published facts of each document, and a triple must also lead from a class and to a class that
the ontology allows. A thing is found in a document by one of its names, or by one of its mentions if that
stands in the text as it is quoted; a literal (a date, a number) by the quotes of its claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import pyoxigraph as ox

from baygraph.terms import BAY, ID, PROPERTIES, SIGNATURES, TYPE, allows
from evaluation.built import Built, BuiltClaim
from evaluation.names import stems

_MARK = "\0"  # parts the stems, so that none is found across two


class Faithfulness(NamedTuple):
    """Shares of all triples, 0 to 1, and how many there are."""

    conformance: float
    subjects: float
    relations: float
    objects: float
    triples: int

    def as_dict(self) -> dict[str, float]:
        """The shares as they are recorded."""
        return {
            "ontology conformance": round(self.conformance, 4),
            "subject hallucination": round(self.subjects, 4),
            "relation hallucination": round(self.relations, 4),
            "object hallucination": round(self.objects, 4),
            "n": self.triples,
        }


def faithfulness(built: Built, texts: Mapping[str, str]) -> Faithfulness:
    """Measure the claims of these texts, each triple of a document once."""
    grounds = _grounds(built, texts)
    triples = _triples(claim for claim in built.claims if claim.quote.document in texts)
    checks = [_check(built, claims, grounds, texts) for claims in triples]
    conforming, subjects, objects = (_share([check[at] for check in checks]) for at in range(3))
    return Faithfulness(conforming, 1 - subjects, 1 - conforming, 1 - objects, len(checks))


def _share(checks: Sequence[bool]) -> float:
    return sum(checks) / len(checks) if checks else 1.0


Claims = list[BuiltClaim]
Grounds = Mapping[tuple[str, str], bool]


def _triples(claims: Iterable[BuiltClaim]) -> Iterable[Claims]:
    """The claims of the ontology's properties, by document and triple."""
    found: dict[tuple[str, ...], Claims] = defaultdict(list)
    for claim in claims:
        if claim.predicate.startswith(BAY):
            found[claim.quote.document, claim.subject, claim.predicate, str(claim.object)].append(claim)
    return found.values()


def _check(
    built: Built, claims: Claims, grounds: Grounds, texts: Mapping[str, str]
) -> tuple[bool, bool, bool]:
    """Whether a triple conforms, and its subject and its object are found."""
    claim = claims[0]
    document = claim.quote.document
    if isinstance(claim.object, ox.NamedNode):
        found = grounds.get((document, claim.object.value), False)
    else:
        found = all(each.quote.stands_in(texts) for each in claims)
    return _conforms(built, claim), grounds.get((document, claim.subject), False), found


def _conforms(built: Built, claim: BuiltClaim) -> bool:
    name = claim.predicate.removeprefix(BAY)
    if name not in SIGNATURES or not isinstance(claim.object, ox.NamedNode):
        return name in PROPERTIES and name not in SIGNATURES
    kinds = built.kind(claim.subject), built.kind(claim.object.value)
    return all(kinds) and allows(name, *kinds)


def _grounds(built: Built, texts: Mapping[str, str]) -> Grounds:
    """Whether the text of a document holds a thing, by document and IRI, for all ends of claims."""
    mentions: dict[tuple[str, str], Claims] = defaultdict(list)
    for claim in built.claims:
        if claim.predicate == TYPE:
            mentions[claim.quote.document, claim.subject].append(claim)
    return {
        (document, iri): _is_found(built, iri, texts[document], mentions[document, iri], texts)
        for document, iri in sorted(_ends(built))
        if document in texts
    }


def _ends(built: Built) -> set[tuple[str, str]]:
    return {(claim.quote.document, end) for claim in built.claims for end in _things(claim)}


def _things(claim: BuiltClaim) -> Iterator[str]:
    yield claim.subject
    if isinstance(claim.object, ox.NamedNode) and claim.object.value.startswith(ID):
        yield claim.object.value


def _is_found(built: Built, iri: str, text: str, mentions: Claims, texts: Mapping[str, str]) -> bool:
    if any(claim.quote.stands_in(texts) for claim in mentions):
        return True
    words = _marked(text)
    return any(len(name) > 1 and name in words for name in map(_marked, sorted(built.names[iri])))


@lru_cache(maxsize=1 << 14)
def _marked(text: str) -> str:
    return _MARK + _MARK.join(stems(text)) + _MARK
