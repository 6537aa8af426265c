"""What follows from the stated facts by the ontology's own axioms: superclasses, symmetry, transitivity.

The alignments with other vocabularies (``ontology/alignments.ttl``) are left to those who load them: each
would double the graph, and none is needed to read it. All is found in passes over the facts. Of these only
those between inner nodes of a transitive property are held: the places in others, not what lies in them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pyoxigraph as ox

from baygraph.resources import folder
from baygraph.sorting import Sorter
from baygraph.terms import BAY, OWL, RDFS, TYPE
from baygraph.triples import Triple, iri

_IS_A = iri(TYPE)
_OWN = iri(BAY)[:-1]
_STATED, _FOUND = "", "+"


class _Turn(NamedTuple):
    """A property that follows from another; ``back`` with subject and object exchanged."""

    predicate: str
    back: bool


@dataclass(frozen=True, slots=True)
class _Axioms:
    """The classes above each class, what follows from each property, and the transitive ones."""

    above: Mapping[str, frozenset[str]]
    implied: Mapping[str, frozenset[_Turn]]
    transitive: frozenset[str]

    def turned(self, triple: Triple) -> Iterator[Triple]:
        """What follows from one fact by its property alone."""
        subject, predicate, value = triple
        for turn in self.implied.get(predicate, ()):
            yield (value, turn.predicate, subject) if turn.back else (subject, turn.predicate, value)


def infer(stated: Iterable[Triple]) -> tuple[Triple, ...]:
    """Give what follows and is not stated, in order."""
    held = tuple(stated)
    with TemporaryDirectory() as name:
        return tuple(inferred(held, Path(name, "inferred")))


def inferred(stated: Iterable[Triple], work: Path) -> Iterator[Triple]:
    """Give what follows and is not stated, in order; ``stated`` is gone over thrice, ``work`` is a folder."""
    axioms = _axioms()
    onward = _inner(stated, axioms)
    rows = Sorter(work)
    for triple in stated:
        if _is_fact(triple):
            rows.add(_rows(triple, axioms, onward))
    for line, marks in groupby(rows, key=lambda row: row.rpartition("\t")[0]):
        if _STATED not in {mark.rpartition("\t")[2][:-1] for mark in marks}:
            subject, predicate, value = line.split(" ")
            yield subject, predicate, value


def _rows(triple: Triple, axioms: _Axioms, onward: Mapping[tuple[str, str], frozenset[str]]) -> Iterator[str]:
    """What follows from a fact, and the fact itself where something else might say it again."""
    subject, predicate, value = triple
    if predicate == _IS_A:
        if value not in axioms.above:
            yield f"{' '.join(triple)}\t{_STATED}\n"
        yield from (f"{subject} {_IS_A} {up}\t{_FOUND}\n" for up in axioms.above.get(value, ()))
        return
    found = {triple, *axioms.turned(triple)}
    for one, link, other in tuple(found):
        if link in axioms.transitive:
            farther = {(one, link, end) for end in onward.get((link, other), ())}
            found |= farther | {turned for each in farther for turned in axioms.turned(each)}
    found.discard(triple)
    if found or predicate in axioms.transitive:
        yield f"{' '.join(triple)}\t{_STATED}\n"
    # A thing that lies in itself is an error in the data, and no news.
    yield from (f"{one} {link} {end}\t{_FOUND}\n" for one, link, end in found if one != end)


def _inner(stated: Iterable[Triple], axioms: _Axioms) -> dict[tuple[str, str], frozenset[str]]:
    """For each transitive property and each node that it leads to and on from, all that it leads on to."""
    leading = {predicate for predicate, turns in axioms.implied.items()
               if axioms.transitive & {turn.predicate for turn in turns}} | axioms.transitive  # fmt: skip

    def edges() -> Iterator[Triple]:
        for triple in stated:
            if triple[1] in leading:
                found = (triple, *axioms.turned(triple))
                yield from (each for each in found if each[1] in axioms.transitive)

    targets = {(link, other) for _, link, other in edges()}
    onward: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one, link, other in edges():
        if (link, one) in targets:
            onward[link, one].add(other)
    return {node: _reached(node, onward) for node in onward}


def _reached(node: tuple[str, str], onward: Mapping[tuple[str, str], set[str]]) -> frozenset[str]:
    link, _ = node
    found: set[str] = set()
    ahead = [node]
    while ahead:
        fresh = onward.get(ahead.pop(), set()) - found
        found |= fresh
        ahead += ((link, each) for each in fresh)
    return frozenset(found)


def _is_fact(triple: Triple) -> bool:
    """Facts between things, and their classes."""
    _, predicate, value = triple
    return value[0] == "<" and (predicate == _IS_A or predicate.startswith(_OWN))


@cache
def _axioms() -> _Axioms:
    """The ontology's axioms about its own terms."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    kinds: dict[str, set[str]] = defaultdict(set)
    for quad in ox.parse(path=str(folder("ontology") / "baygraph.ttl"), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            subject, value = iri(quad.subject.value), iri(quad.object.value)
            if quad.predicate.value == TYPE:
                kinds[value].add(subject)
            elif subject.startswith(_OWN) and value.startswith(_OWN):
                pairs[quad.predicate.value].append((subject, value))
    steps: dict[str, set[_Turn]] = defaultdict(set)
    for one, other in pairs[RDFS + "subPropertyOf"]:
        steps[one].add(_Turn(other, back=False))
    for one, other in pairs[OWL + "inverseOf"]:
        steps[one].add(_Turn(other, back=True))
        steps[other].add(_Turn(one, back=True))
    for each in kinds[iri(OWL + "SymmetricProperty")]:
        steps[each].add(_Turn(each, back=True))
    above = {one: _above(one, pairs[RDFS + "subClassOf"]) for one, _ in pairs[RDFS + "subClassOf"]}
    implied = {each: _implied(each, steps) for each in steps}
    return _Axioms(above, implied, frozenset(kinds[iri(OWL + "TransitiveProperty")]))


def _above(name: str, pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    upwards: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one, other in pairs:
        upwards["", one].add(other)
    return _reached(("", name), upwards)


def _implied(predicate: str, steps: Mapping[str, set[_Turn]]) -> frozenset[_Turn]:
    found: set[_Turn] = set()
    ahead = [_Turn(predicate, back=False)]
    while ahead:
        name, back = ahead.pop()
        fresh = {_Turn(each.predicate, each.back != back) for each in steps.get(name, ())} - found
        found |= fresh
        ahead += fresh
    return frozenset(found - {_Turn(predicate, back=False)})
