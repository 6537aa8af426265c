"""Whether a graph satisfies ``ontology/shapes.ttl``, and which quote stands behind what does not."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from baygraph.evidence import OBJECT, PREDICATE, SUBJECT, TERMS
from baygraph.populate import Dataset
from baygraph.resolve import INDIVIDUAL
from baygraph.resources import folder
from baygraph.triples import Triple, text_of
from baygraph.validate.data import IS_A, About, Classes, Data, Node
from baygraph.validate.plan import Plan, applies, make_plan, passes
from baygraph.validate.reading import UnsupportedShape, read_shapes
from baygraph.validate.shapes import Problem, Targeted, Targets, problems

__all__ = ["Problem", "Targeted", "UnsupportedShape", "Violation", "check", "read_shapes", "validate"]


Planning = Callable[[Classes, frozenset[Node]], Plan]
_KINDS = 1 << 10  # kinds of nodes whose plans are kept; a graph has some dozens


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


class Fault(NamedTuple):
    """A problem with the fact at fault: subject, property and value, as far as there are any."""

    problem: Problem
    fact: tuple[Node, Node, Node]

    @classmethod
    def of(cls, row: Sequence[Sequence[str]]) -> "Fault":
        """Read a fault back from what JSON makes of it."""
        problem, (subject, path, value) = row
        return cls(Problem(*problem), (subject, path, value))


class Chunk(NamedTuple):
    """All triples of some things, and the classes of those that they lead to."""

    triples: Sequence[Triple]
    around: Mapping[Node, Classes]


def validate(dataset: Dataset) -> tuple[Violation, ...]:
    """Test a dataset against the shapes; a fact that violates one comes with a quote that states it."""
    found = {fault for chunk in chunks(dataset.stated) for fault in faults_of(chunk)}
    for document in dataset.documents:
        found.update(faults((*document.description, *document.evidence)))
    return violations(found, (document.evidence for document in dataset.documents))


def chunks(stated: Iterable[Triple], size: int = 4096) -> Iterator[Chunk]:
    """Part the plain triples, which are gone over twice, into pieces that can be tested one by one.

    In memory are only the classes of what is pointed to: of the things of a corpus, one in ten or so.
    """
    classes: dict[Node, list[Node]] = {o: [] for _, _, o in stated if o.startswith(INDIVIDUAL)}
    for subject, predicate, value in stated:
        if predicate == IS_A and subject in classes:
            classes[subject].append(value)
    held: list[Triple] = []
    for _, about in groupby(stated, key=itemgetter(0)):
        held.extend(about)
        if len(held) >= size:
            yield _chunk(held, classes)
            held = []
    yield _chunk(held, classes)


def _chunk(triples: Sequence[Triple], classes: Mapping[Node, Sequence[Node]]) -> Chunk:
    return Chunk(triples, {o: tuple(classes[o]) for _, _, o in triples if o in classes})


def faults_of(chunk: Chunk) -> set[Fault]:
    """Give what is wrong with the things of a chunk: a pure function, for any worker."""
    return faults(*chunk)


def faults(triples: Iterable[Triple], around: Mapping[Node, Classes] | None = None) -> set[Fault]:
    """Test all nodes of a piece of a graph against the shapes of a published graph."""
    return _faults(Data(triples, around), _shapes(), _plan)


def violations(found: Iterable[Fault], evidence: Iterable[Iterable[Triple]]) -> tuple[Violation, ...]:
    """Tell faults in order, each with a quote from the documents' evidence that states the fact."""
    ordered = sorted(set(found))
    quotes = _quotes(evidence, {fault.fact[0] for fault in ordered}) if ordered else {}
    return tuple(dict.fromkeys(_violation(fault, quotes) for fault in ordered))


def check(triples: Iterable[Triple], shapes: Iterable[Targeted]) -> tuple[Problem, ...]:
    """Test triples against shapes; the problems come in order of the nodes."""
    targeted = tuple(shapes)
    plan = cache(partial(make_plan, targeted))
    return tuple(sorted({fault.problem for fault in _faults(Data(triples), targeted, plan)}))


def _faults(data: Data, targeted: tuple[Targeted, ...], plan: Planning) -> set[Fault]:
    suspects = {node for targets, _ in targeted for node in targets.nodes}
    for node, about in data.nodes.items():
        if not passes(plan(tuple(about.get(IS_A, ())), frozenset(about)), data, node, about):
            suspects.add(node)
    return {fault for node in suspects for fault in _faults_of(data, targeted, node)}


def _faults_of(data: Data, targeted: Iterable[Targeted], node: Node) -> Iterator[Fault]:
    """All that is wrong with a node, and with what it leads to as far as shapes are for that."""
    about = data.about(node)
    for targets, shape in targeted:
        if node in targets.nodes or applies(targets, data.classes(node), frozenset(about)):
            for problem in problems(shape, data, node):
                yield from (Fault(problem, fact) for fact in _at_fault(problem, targets, about))
        for path in targets.objects_of & about.keys():
            for value in about[path]:
                yield from (Fault(problem, (node, path, value)) for problem in problems(shape, data, value))


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


@lru_cache(_KINDS)
def _plan(classes: Classes, properties: frozenset[Node]) -> Plan:
    return make_plan(_shapes(), classes, properties)


def _quotes(
    evidence: Iterable[Iterable[Triple]], nodes: Collection[Node]
) -> Mapping[tuple[str, str, str], str]:
    """For each claim about the nodes, and for the claims among them, the first quote that supports it."""
    quotes: dict[tuple[str, str, str], str] = {}
    for document in evidence:
        about = Data(document)
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


def _violation(fault: Fault, quotes: Mapping[tuple[str, str, str], str]) -> Violation:
    problem, fact = fault
    quote = next((quotes[key] for key in _keys(*fact) if key in quotes), "")
    subject, predicate, value = (text_of(term) if term else "" for term in fact)
    message = problem.message or f"sh:{problem.component}"
    return Violation(message, subject, predicate, value, problem.component, quote)
