"""Shapes as values: what shapes.ttl demands of a node, read once and compiled to plain tests.

This is the core of SHACL as far as ``ontology/shapes.ttl`` and its like use it; a shape that uses more is
refused with UnsupportedShape rather than passed over. The tests hold it against pySHACL, which takes too long
for every build.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from baygraph.validate.data import Classes, Data, Node

SH = "http://www.w3.org/ns/shacl#"


class Problem(NamedTuple):
    """What is wrong with a node: the property, the offending value if it is one, and the demand not met."""

    node: Node
    path: Node
    value: Node
    component: str
    message: str


TermTest = Callable[[Node], bool]
ClassTest = Callable[[Classes], bool]
# A test of all values of a property at once, which gives the offending ones ("" for the lot).
SetTest = Callable[[Data, Node, Sequence[Node]], Iterable[Node]]


@dataclass(frozen=True, slots=True)
class Tests:
    """Tests of a value by component: of the term alone, of its classes alone, of the graph around it."""

    term: tuple[tuple[str, TermTest], ...] = ()
    classes: tuple[tuple[str, ClassTest], ...] = ()
    graph: tuple[tuple[str, Callable[[Data, Node], bool]], ...] = ()

    def failing(self, data: Data, value: Node) -> Iterator[str]:
        """The components that a value does not satisfy."""
        yield from (component for component, passes in self.term if not passes(value))
        if self.classes:
            classes = data.classes(value)
            yield from (component for component, passes in self.classes if not passes(classes))
        yield from (component for component, passes_in in self.graph if not passes_in(data, value))


@dataclass(frozen=True, slots=True)
class Shape:
    """Demands on the values of a property of a node, or on the node itself where ``path`` is empty.

    ``allowed`` are the properties of a closed shape, else None.
    """

    path: Node
    inverse: bool
    least: int
    most: float
    tests: Tests
    sets: tuple[tuple[str, SetTest], ...]
    allowed: frozenset[Node] | None
    inner: tuple["Shape", ...]
    message: str


@dataclass(frozen=True, slots=True)
class Targets:
    """Which nodes a shape is for."""

    classes: frozenset[Node]
    subjects_of: frozenset[Node]
    objects_of: frozenset[Node]
    nodes: frozenset[Node]


class Targeted(NamedTuple):
    """A shape with the nodes it is for."""

    targets: Targets
    shape: Shape


def problems(shape: Shape, data: Data, node: Node) -> Iterator[Problem]:
    """Give all that is wrong with a node by this shape."""
    values = data.values(node, shape.path, shape.inverse) if shape.path else (node,)
    if shape.path and not shape.least <= len(values) <= shape.most:
        component = "MinCount" if len(values) < shape.least else "MaxCount"
        yield Problem(node, shape.path, "", component, shape.message)
    for value in values:
        for component in shape.tests.failing(data, value):
            yield Problem(node, shape.path, value, component, shape.message)
        for part in shape.inner:
            yield from problems(part, data, value)
    for component, offending in shape.sets:
        for value in offending(data, node, values):
            yield Problem(node, shape.path, value, component, shape.message)
    if shape.allowed is not None:
        yield from _surplus(shape, shape.allowed, data, node)


def _surplus(shape: Shape, allowed: frozenset[Node], data: Data, node: Node) -> Iterator[Problem]:
    about = data.about(node)
    for path in about.keys() - allowed:
        for value in about[path]:
            yield Problem(node, path, value, "Closed", shape.message)


def conforms(shape: Shape, data: Data, node: Node) -> bool:
    """Say whether nothing is wrong with a node by this shape."""
    return next(problems(shape, data, node), None) is None
