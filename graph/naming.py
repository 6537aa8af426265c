"""Which names a text gives to a thing, and the mention that bears each out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from baygraph.model import Claim, DocumentClaims, Entity, Name, Ref, Span, Value
from baygraph.resolve import Lookup, label
from baygraph.triples import literal


def name_claims(claims: DocumentClaims, kept: Iterable[Claim], lookup: Lookup) -> Iterator[Claim]:
    """Claim each name that the text gives a thing, on the mention that is nearest to it in spelling."""
    mentions: dict[str, list[Claim]] = defaultdict(list)
    for claim in kept:
        if claim.predicate == "type":
            mentions[claim.subject.key].append(claim)
    for entity in claims.entities:
        for name, predicate in _named(entity, lookup) if entity.key in mentions else ():
            said, span = _nearest(name.text, mentions[entity.key], claims.document.text)
            value = Value(name.text, lang=name.lang)
            yield Claim(Ref(entity.key), predicate, value, (span,), said.rule, said.confidence)


def _named(entity: Entity, lookup: Lookup) -> Iterator[tuple[Name, str]]:
    """The names that the gazetteer has not, one of each language as ``label``, others as ``altLabel``."""
    known = lookup(entity.key)
    reviewed = {name.text for name in known.names} if known else set()
    by_language: dict[str, set[Name]] = defaultdict(set)
    for name in entity.names:
        by_language[name.lang].add(name)
    for names in by_language.values():
        best = label(literal(n.text) for n in [n for n in names if n.preferred] or names)
        for name in names:
            if name.text not in reviewed:
                yield name, "label" if literal(name.text) == best else "altLabel"


def _nearest(name: str, mentions: Iterable[Claim], text: str) -> tuple[Claim, Span]:
    wanted = _pairs(name)

    def distance(choice: tuple[Claim, Span]) -> tuple[float, Span, str]:
        claim, span = choice
        spelt = _pairs(text[span.start : span.end])
        return -len(wanted & spelt) / (len(wanted | spelt) or 1), span, claim.rule

    return min(((claim, span) for claim in mentions for span in claim.evidence), key=distance)


def _pairs(text: str) -> set[str]:
    folded = f" {text.casefold()} "
    return {folded[at : at + 2] for at in range(len(folded) - 1)}
