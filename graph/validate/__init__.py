"""Whether a graph satisfies ``ontology/shapes.ttl``, and which quote stands behind what does not."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from baygraph.evidence import OBJECT, PREDICATE, SUBJECT, TERMS
from baygraph.populate import Dataset
from baygraph.resources import folder
from baygraph.triples import Triple, text_of
from baygraph.validate.data import IS_A, Classes, Data, Node
from baygraph.validate.plan import Plan, applies, make_plan, passes
from baygraph.validate.reading import UnsupportedShape, read_shapes
from baygraph.validate.shapes import Problem, Targeted, problems

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


def validate(dataset: Dataset) -> tuple[Violation, ...]:
    """Test a dataset against the shapes; a fact that violates one comes with a quote that states it."""
    found = check(chain(dataset.stated, dataset.evidence), _shapes())
    quotes = _quotes(dataset, {problem.node for problem in found}) if found else {}
    return tuple(_violation(problem, quotes) for problem in found)


def check(triples: Iterable[Triple], shapes: Iterable[Targeted]) -> tuple[Problem, ...]:
    """Test triples against shapes; the problems come in order of the nodes."""
    data, targeted = Data(triples), tuple(shapes)
    suspects = {node for targets, _ in targeted for node in targets.nodes}
    plans: dict[tuple[Classes, frozenset[Node]], Plan] = {}
    for node, about in data.nodes.items():
        kind = (tuple(about.get(IS_A, ())), frozenset(about))
        if kind not in plans:
            plans[kind] = make_plan(targeted, *kind)
        if not passes(plans[kind], data, node, about):
            suspects.add(node)
    return tuple(sorted({problem for node in suspects for problem in _problems(data, targeted, node)}))


def _problems(data: Data, targeted: Iterable[Targeted], node: Node) -> Iterator[Problem]:
    """All that is wrong with a node, and with what it leads to as far as shapes are for that."""
    about = data.about(node)
    for targets, shape in targeted:
        if node in targets.nodes or applies(targets, data.classes(node), frozenset(about)):
            yield from problems(shape, data, node)
        for path in targets.objects_of & about.keys():
            for value in about[path]:
                yield from problems(shape, data, value)


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


def _violation(problem: Problem, quotes: Mapping[tuple[str, str, str], str]) -> Violation:
    node, path, value, component, message = problem
    quote = next((quotes[key] for key in _keys(node, path, value) if key in quotes), "")
    subject, predicate, shown = (text_of(term) if term else "" for term in (node, path, value))
    return Violation(message or f"sh:{component}", subject, predicate, shown, component, quote)
