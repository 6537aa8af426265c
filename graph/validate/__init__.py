"""Whether a graph satisfies ``ontology/shapes.ttl``, and which quote stands behind what does not."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from baygraph.evidence import OBJECT, PREDICATE, SUBJECT, TERMS
from baygraph.populate import Dataset
from baygraph.resources import folder
from baygraph.triples import Triple, text_of
from baygraph.validate.data import IS_A, About, Classes, Data, Node
from baygraph.validate.plan import Plan, applies, make_plan, passes
from baygraph.validate.reading import UnsupportedShape, read_shapes
from baygraph.validate.shapes import Problem, Targeted, Targets, problems

__all__ = ["Problem", "Targeted", "UnsupportedShape", "Violation", "check", "read_shapes", "validate"]


class Violation(NamedTuple):
    """A fact that a shape forbids, or a thing that lacks one; ``quote`` is what its evidence says."""

    message: str
    subject: str
    predicate: str
    object: str
    constraint: str
    quote: str

    def __str__(self) -> str:
        fact = " ".join(part for part in (self.subject, self.predicate, self.object) if part)
        return f"{self.message}: {fact}" + (f" «{self.quote}»" if self.quote else "")


class _Fault(NamedTuple):
    """A problem with the fact at fault: subject, property and value, as far as there are any."""

    problem: Problem
    fact: tuple[Node, Node, Node]


def validate(dataset: Dataset) -> tuple[Violation, ...]:
    """Test a dataset against the shapes; a fact that violates one comes with a quote that states it."""
    found = sorted(_faults(chain(dataset.stated, dataset.evidence), _shapes()))
    quotes = _quotes(dataset, {fault.fact[0] for fault in found}) if found else {}
    return tuple(dict.fromkeys(_violation(fault, quotes) for fault in found))


def check(triples: Iterable[Triple], shapes: Iterable[Targeted]) -> tuple[Problem, ...]:
    """Test triples against shapes; the problems come in order of the nodes."""
    return tuple(sorted({fault.problem for fault in _faults(triples, tuple(shapes))}))


def _faults(triples: Iterable[Triple], targeted: tuple[Targeted, ...]) -> set[_Fault]:
    data = Data(triples)
    suspects = {node for targets, _ in targeted for node in targets.nodes}
    plans: dict[tuple[Classes, frozenset[Node]], Plan] = {}
    for node, about in data.nodes.items():
        kind = (tuple(about.get(IS_A, ())), frozenset(about))
        if kind not in plans:
            plans[kind] = make_plan(targeted, *kind)
        if not passes(plans[kind], data, node, about):
            suspects.add(node)
    return {fault for node in suspects for fault in _faults_of(data, targeted, node)}


def _faults_of(data: Data, targeted: Iterable[Targeted], node: Node) -> Iterator[_Fault]:
    """All that is wrong with a node, and with what it leads to as far as shapes are for that."""
    about = data.about(node)
    for targets, shape in targeted:
        if node in targets.nodes or applies(targets, data.classes(node), frozenset(about)):
            for problem in problems(shape, data, node):
                yield from (_Fault(problem, fact) for fact in _at_fault(problem, targets, about))
        for path in targets.objects_of & about.keys():
            for value in about[path]:
                yield from (_Fault(problem, (node, path, value)) for problem in problems(shape, data, value))


def _at_fault(problem: Problem, targets: Targets, about: About) -> Iterator[tuple[Node, Node, Node]]:
    """A node that must not have a property as it does is wrong in each of that property's values."""
    used = targets.subjects_of & about.keys()
    if problem.path or not used:
        yield problem.node, problem.path, problem.value if problem.path else ""
    else:
        yield from ((problem.node, path, value) for path in used for value in about[path])


@cache
def _shapes() -> tuple[Targeted, ...]:
    return read_shapes(folder("ontology") / "shapes.ttl")


def _quotes(dataset: Dataset, nodes: Collection[Node]) -> Mapping[tuple[str, str, str], str]:
    """For each claim about the nodes, and for the claims among them, the first quote that supports it."""
    quotes: dict[tuple[str, str, str], str] = {}
    for document in dataset.documents:
        about = Data(document.evidence)
        for claim, said in about.nodes.items():
            if said.get(SUBJECT, [""])[0] in nodes or claim in nodes:
                quote = _quote(about, claim)
                subject, predicate, value = (said.get(part, [""])[0] for part in (SUBJECT, PREDICATE, OBJECT))
                for key in (*_keys(subject, predicate, value), (claim, "", "")):
                    quotes.setdefault(key, quote)
    return quotes


def _keys(node: Node, path: Node, value: Node) -> tuple[tuple[str, str, str], ...]:
    """A fact, else the property of the thing, else the thing."""
    return (node, path, value), (node, path, ""), (node, "", "")


def _quote(about: Data, node: Node) -> str:
    supports = [node, *about.values(node, TERMS["supportedBy"])]
    return next((text_of(q) for each in supports for q in about.values(each, TERMS["quote"])), "")


def _violation(fault: _Fault, quotes: Mapping[tuple[str, str, str], str]) -> Violation:
    problem, fact = fault
    quote = next((quotes[key] for key in _keys(*fact) if key in quotes), "")
    subject, predicate, value = (text_of(term) if term else "" for term in fact)
    message = problem.message or f"sh:{problem.component}"
    return Violation(message, subject, predicate, value, problem.component, quote)
