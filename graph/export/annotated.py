"""The graph in Turtle 1.2: each stated triple carries its claims as reifiers (``s p o ~ claim``).

The claims say the same as in ``evidence.ttl`` without its four triples of reification each; what is claimed
but not stated, a denial, is reified (``claim rdf:reifies <<( s p o )>>``) and so not asserted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from baygraph.evidence import OBJECT, PREDICATE, STATEMENT, SUBJECT
from baygraph.publish.merging import read_triples
from baygraph.publish.turtle import HEADER, shorten, spell, spell_property
from baygraph.resolve import IS_A
from baygraph.triples import Triple

Claims = Mapping[Triple, Sequence[str]]

_REIFICATION: Final = frozenset({SUBJECT, PREDICATE, OBJECT})


def to_annotated(folder: Path) -> Iterator[str]:
    """Write a published folder's facts with their claims and evidence in one text; raise NotPublished."""
    evidence = list(read_triples(folder, "evidence.ttl"))
    claims = _claims(evidence)
    yield HEADER
    stated: set[Triple] = set()
    for subject, about in _grouped(read_triples(folder, "baygraph.ttl")):
        stated |= set(about)
        yield _block(subject, [_annotated(triple, claims.get(triple, ())) for triple in about])
    unstated = {claim: triple for triple, own in claims.items() if triple not in stated for claim in own}
    for subject, about in _grouped(evidence):
        reified = [f"rdf:reifies {_triple_term(unstated[subject])}"] if subject in unstated else []
        yield _block(
            subject, [*reified, *(_plain(triple) for triple in about if not _is_reification(triple))]
        )


def _claims(evidence: Iterable[Triple]) -> Claims:
    parts: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, value in evidence:
        if predicate in _REIFICATION:
            parts[subject][predicate] = value
    found: dict[Triple, list[str]] = defaultdict(list)
    for claim, has in parts.items():
        found[has[SUBJECT], has[PREDICATE], has[OBJECT]].append(claim)
    return found


def _grouped(triples: Iterable[Triple]) -> Iterator[tuple[str, list[Triple]]]:
    for subject, about in groupby(triples, key=lambda triple: triple[0]):
        yield subject, list(about)


def _block(subject: str, lines: Iterable[str]) -> str:
    return f"\n{shorten(subject)} " + " ;\n    ".join(lines) + " .\n"


def _annotated(triple: Triple, claims: Iterable[str]) -> str:
    return _plain(triple) + "".join(f" ~ {shorten(claim)}" for claim in claims)


def _plain(triple: Triple) -> str:
    return f"{spell_property(triple[1])} {spell(triple[2])}"


def _triple_term(triple: Triple) -> str:
    return f"<<( {shorten(triple[0])} {shorten(triple[1])} {spell(triple[2])} )>>"


def _is_reification(triple: Triple) -> bool:
    return triple[1] in _REIFICATION or triple[1:] == (IS_A, STATEMENT)
