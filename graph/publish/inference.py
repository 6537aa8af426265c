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
# For a transitive property and a node, all nodes that it leads on to.
Onward = Mapping[tuple[str, str], frozenset[str]]


class _Turn(NamedTuple):
    """A property that follows from another; ``back`` with subject and object exchanged."""

    predicate: str
    back: bool


@dataclass(frozen=True, slots=True)
class Axioms:
    """The classes above each class, what follows from each property, which are transitive or lead to one."""

    above: Mapping[str, frozenset[str]]
    implied: Mapping[str, frozenset[_Turn]]
    transitive: frozenset[str]
    leading: frozenset[str]

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
    axioms = read_axioms()

    def edges() -> Iterator[Triple]:
        return (edge for triple in stated for edge in edges_of(triple, axioms))

    targets = {(link, other) for _, link, other in edges()}
    onward = reach(edge for edge in edges() if (edge[1], edge[0]) in targets)
    rows = Sorter(work)
    for triple in stated:
        rows.add(rows_of(triple, axioms, onward))
    yield from fresh(rows)


def edges_of(triple: Triple, axioms: Axioms) -> Iterator[Triple]:
    """The facts of a transitive property that a triple is or that follow from it alone."""
    if triple[1] in axioms.leading:
        found = (triple, *axioms.turned(triple))
        yield from (each for each in found if each[1] in axioms.transitive)


def reach(edges: Iterable[Triple]) -> Onward:
    """For each transitive property and node, all that it leads on to by edges that begin where one ends."""
    onward: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one, link, other in edges:
        onward[link, one].add(other)
    return {node: _reached(node, onward) for node in onward}


def rows_of(triple: Triple, axioms: Axioms, onward: Onward) -> Iterator[str]:
    """What follows from a fact as lines, and the fact itself where something else might say it again."""
    if not _is_fact(triple):
        return
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


def fresh(rows: Iterable[str]) -> Iterator[Triple]:
    """Give what no row of all the rows, which come in order, says to be stated."""
    for line, marks in groupby(rows, key=lambda row: row.rpartition("\t")[0]):
        if _STATED not in {mark.rpartition("\t")[2][:-1] for mark in marks}:
            subject, predicate, value = line.split(" ")
            yield subject, predicate, value


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
def read_axioms() -> Axioms:
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
    transitive = frozenset(kinds[iri(OWL + "TransitiveProperty")])
    leading = {one for one, turns in implied.items() for turn in turns if turn.predicate in transitive}
    return Axioms(above, implied, transitive, transitive | leading)


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
