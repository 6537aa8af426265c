"""The quick verdict on a node: nodes of the same classes with the same properties are tested by one plan.

Nearly all nodes of a published graph are right, and there are few kinds of them. So all shapes that apply to
a kind are laid out once as one list of tests; what the kind itself decides is done with, and what the tests
find out about a term is kept. A node that does not pass is looked at again, shape by shape, to say why.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from baygraph.validate.data import About, Classes, Data, Node, below
from baygraph.validate.shapes import ClassTest, SetTest, Shape, Targeted, Targets, TermTest, Tests, conforms

GraphTest = Callable[[Data, Node], bool]
_KEPT = 1 << 12


class Step(NamedTuple):
    """The tests of one property's values."""

    path: Node
    least: int
    most: float
    term: TermTest
    classes: ClassTest | None
    graph: tuple[GraphTest, ...]
    sets: tuple[SetTest, ...]


class Plan(NamedTuple):
    """The tests of a kind of node; ``hopeless`` when the kind itself is wrong."""

    hopeless: bool
    term: TermTest
    graph: tuple[GraphTest, ...]
    steps: tuple[Step, ...]


def make_plan(targeted: Sequence[Targeted], classes: Classes, properties: frozenset[Node]) -> Plan:
    """Lay out all tests of the nodes of these classes with these properties, and of what they lead to."""
    shapes = [shape for targets, shape in targeted if applies(targets, classes, properties)]
    parts = [part for shape in shapes for part in ((shape,) if shape.path else shape.inner)]
    along = [part for part in parts if not part.inverse]
    back = [partial(conforms, part) for part in parts if part.inverse]
    own = [shape for shape in shapes if not shape.path]
    sets = [partial(conforms, shape) for shape in own if shape.sets]
    ends = [(path, shape) for targets, shape in targeted for path in targets.objects_of & properties]
    paths = {part.path for part in along if part.path in properties or part.sets} | {path for path, _ in ends}
    steps = [_step(path, along, [shape for p, shape in ends if p == path]) for path in sorted(paths)]
    return Plan(
        hopeless=_is_hopeless(own, along, classes, properties),
        term=_all_tests(shape.tests for shape in own),  # a node comes once, so nothing is kept of it
        graph=(*back, *(test for shape in own for _, test in shape.tests.graph), *sets),
        steps=tuple(step for step in steps if _can_fail(step, properties)),
    )


def passes(plan: Plan, data: Data, node: Node, about: About) -> bool:
    """Say whether a node, and what it leads to, satisfies all shapes that its plan was made from."""
    if plan.hopeless or not plan.term(node):
        return False
    for path, least, most, term, classes, graph, sets in plan.steps:
        values = about.get(path, ())
        if not least <= len(values) <= most:
            return False
        for value in values:
            if not term(value) or (classes and not classes(data.classes(value))):
                return False
            for test in graph:
                if not test(data, value):
                    return False
        for offending in sets:
            for _ in offending(data, node, values):
                return False
    for test in plan.graph:  # noqa: SIM110 (asked of every node: a generator doubles the time)
        if not test(data, node):
            return False
    return True


def applies(targets: Targets, classes: Classes, properties: frozenset[Node]) -> bool:
    """Say whether a shape is for nodes of these classes with these properties."""
    if not targets.subjects_of.isdisjoint(properties):
        return True
    return any(not below(each).isdisjoint(classes) for each in targets.classes)


def _is_hopeless(
    own: Iterable[Shape], along: Iterable[Shape], classes: Classes, properties: frozenset[Node]
) -> bool:
    wrong_class = any(not test(classes) for shape in own for _, test in shape.tests.classes)
    surplus = any(shape.allowed is not None and not properties <= shape.allowed for shape in own)
    return wrong_class or surplus or any(part.least and part.path not in properties for part in along)


def _step(path: Node, along: Iterable[Shape], ends: Sequence[Shape]) -> Step:
    parts = [part for part in along if part.path == path]
    shapes = (*parts, *ends)
    return Step(
        path=path,
        least=max((part.least for part in parts), default=0),
        most=min((part.most for part in parts), default=float("inf")),
        term=_all_terms(shape.tests for shape in shapes),
        classes=_all_classes(shape.tests for shape in shapes),
        graph=tuple(test for shape in shapes for test in _of_value(shape)),
        sets=tuple(test for part in parts for _, test in part.sets),
    )


def _can_fail(step: Step, properties: frozenset[Node]) -> bool:
    """Whether a node that has these properties may have values that a step does not let through."""
    counted = step.most < float("inf") or step.least > (step.path in properties)
    return bool(counted or step.term is not _anything or step.classes or step.graph or step.sets)


def _of_value(shape: Shape) -> Iterator[GraphTest]:
    """The tests of a value that need the graph around it."""
    yield from (test for _, test in shape.tests.graph)
    yield from (partial(conforms, part) for part in shape.inner)
    if not shape.path and (shape.sets or shape.allowed is not None):
        yield partial(conforms, shape)


def _all_terms(tests: Iterable[Tests]) -> TermTest:
    fits = _all_tests(tests)
    return fits if fits is _anything else lru_cache(_KEPT)(fits)


def _all_tests(tests: Iterable[Tests]) -> TermTest:
    every = tuple(dict.fromkeys(test for each in tests for _, test in each.term))

    def fits(term: Node) -> bool:
        for test in every:  # noqa: SIM110 (asked of every value of every node: a generator doubles the time)
            if not test(term):
                return False
        return True

    return fits if every else _anything


def _all_classes(tests: Iterable[Tests]) -> ClassTest | None:
    every = tuple(dict.fromkeys(test for each in tests for _, test in each.classes))

    @lru_cache(_KEPT)
    def fits(classes: Classes) -> bool:
        return all(test(classes) for test in every)

    # Most values are of no interest by their classes, and looking those up takes longer than all else.
    return fits if every else None


def _anything(_: object) -> bool:
    return True
