"""shapes.ttl read and compiled."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox

from baygraph.errors import BaygraphError
from baygraph.terms import RDF
from baygraph.triples import from_oxigraph, text_of
from baygraph.validate import constraints
from baygraph.validate.data import Data, Node
from baygraph.validate.shapes import SH, SetTest, Shape, Targeted, Targets, TermTest, Tests, conforms

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
# A shape as it is written: its parameters by local name. Lists are lists, shapes trees, the rest terms.
Tree = Mapping[str, Sequence[Any]]

_Decider = TypeVar("_Decider")

_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
_LOGIC = ("not", "and", "or", "xone", "node")
_READ = frozenset(
    {
        *_TARGETS,
        *_LOGIC,
        *constraints.TERM,
        *constraints.TERM_OF_LIST,
        *constraints.SET,
        "class",
        *[
            "path",
            "minCount",
            "maxCount",
            "property",
            "pattern",
            "flags",
            "uniqueLang",
            "closed",
            "ignoredProperties",
        ],
        *["message", "severity", "name", "description", "order", "group"],
    }
)
_TRUE = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'


class UnsupportedShape(BaygraphError):
    """A shape that demands what this validator cannot test."""

    reason = "is a demand of a shape that this validator cannot test"


def read_shapes(path: Path) -> tuple[Targeted, ...]:
    """Read a SHACL file; raise UnsupportedShape on a constraint outside the core that is tested."""
    triples: dict[str, dict[str, list[_Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        triples[str(quad.subject)][quad.predicate.value].append(quad.object)
    trees = (_tree(triples, node) for node in sorted(triples))
    return tuple(Targeted(_targets(tree), _shape(tree)) for tree in trees if tree.keys() & set(_TARGETS))


def _tree(triples: Mapping[str, Mapping[str, list[_Term]]], node: str) -> Tree:
    """Take a shape with all that hangs on it."""

    def value(term: _Term) -> object:
        about = triples.get(str(term), {})
        if RDF + "first" in about:
            return [value(about[RDF + "first"][0]), *_rest(value(about[RDF + "rest"][0]))]
        if any(name.startswith(SH) for name in about):
            return _tree(triples, str(term))
        return from_oxigraph(term) if isinstance(term, ox.NamedNode | ox.Literal) else term

    parameters = {
        name.removeprefix(SH): terms for name, terms in triples[node].items() if name.startswith(SH)
    }
    return {name: [value(term) for term in sorted(terms, key=str)] for name, terms in parameters.items()}


def _rest(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _targets(tree: Tree) -> Targets:
    return Targets(*(frozenset(tree.get(name, ())) for name in _TARGETS))


def _shape(tree: Tree) -> Shape:
    if unknown := sorted(tree.keys() - _READ):
        raise UnsupportedShape(f"sh:{unknown[0]}")
    path, inverse = _path(tree)
    return Shape(
        path=path,
        inverse=inverse,
        least=int(_text(tree, "minCount") or 0),
        most=float(_text(tree, "maxCount") or "inf"),
        tests=_tests(tree),
        sets=tuple(_set_tests(tree)),
        allowed=_allowed(tree),
        inner=tuple(_shape(part) for part in tree.get("property", ())),
        message=_text(tree, "message"),
    )


def _path(tree: Tree) -> tuple[Node, bool]:
    path = tree.get("path", [""])[0]
    if isinstance(path, str):
        return path, False
    back = path.get("inversePath", [None])[0] if isinstance(path, Mapping) else None
    if not isinstance(back, str):
        raise UnsupportedShape(
            "sh:path", "leads farther than one property, which this validator does not follow"
        )
    return back, True


def _text(tree: Tree, name: str) -> str:
    """A literal parameter's text; of messages in several languages the English one."""
    terms = sorted(tree.get(name, ()), key=lambda term: not term.endswith("@en"))
    return text_of(terms[0]) if terms else ""


def _tests(tree: Tree) -> Tests:
    term: list[tuple[str, TermTest]] = []
    for name, make in constraints.TERM.items():
        term += [(_component(name), make(wanted)) for wanted in tree.get(name, ())]
    for name, make_of in constraints.TERM_OF_LIST.items():
        term += [(_component(name), make_of(wanted)) for wanted in tree.get(name, ())]
    term += [("Pattern", constraints.matches(text, _text(tree, "flags"))) for text in tree.get("pattern", ())]
    classes = [("Class", constraints.has_class(wanted)) for wanted in tree.get("class", ())]
    tests = Tests(tuple(term), tuple(classes))
    for name in _LOGIC:
        for wanted in tree.get(name, ()):
            tests = _with_logic(tests, name, wanted if isinstance(wanted, list) else [wanted])
    return tests


def _with_logic(tests: Tests, name: str, trees: Sequence[Tree]) -> Tests:
    """Add a constraint made of shapes: so many of them must hold, as the term or the classes may decide."""
    shapes, every = [_shape(tree) for tree in trees], len(trees)
    least, most = {"not": (0, 0), "or": (1, every), "xone": (1, 1)}.get(name, (every, every))
    component = _component(name)
    parts = [shape.tests for shape in shapes]
    if all(map(_is_plain, shapes)) and not any(part.classes or part.graph for part in parts):
        decided = _counting([[test for _, test in part.term] for part in parts], least, most)
        return replace(tests, term=(*tests.term, (component, decided)))
    if all(map(_is_plain, shapes)) and not any(part.term or part.graph for part in parts):
        by_class = _counting([[test for _, test in part.classes] for part in parts], least, most)
        return replace(tests, classes=(*tests.classes, (component, by_class)))

    def passes(data: Data, value: Node) -> bool:
        return least <= sum(conforms(shape, data, value) for shape in shapes) <= most

    return replace(tests, graph=(*tests.graph, (component, passes)))


def _is_plain(shape: Shape) -> bool:
    return not (shape.path or shape.inner or shape.sets or shape.allowed is not None)


def _counting(
    groups: Sequence[Sequence[Callable[[_Decider], bool]]], least: int, most: int
) -> Callable[[_Decider], bool]:
    """Demand that so many groups of tests pass."""
    return lambda decider: least <= sum(all(test(decider) for test in group) for group in groups) <= most


def _set_tests(tree: Tree) -> Iterator[tuple[str, SetTest]]:
    for name, make in constraints.SET.items():
        yield from ((_component(name), make(wanted)) for wanted in tree.get(name, ()))
    if _TRUE in tree.get("uniqueLang", ()):
        yield "UniqueLang", constraints.one_each_language


def _allowed(tree: Tree) -> frozenset[Node] | None:
    if _TRUE not in tree.get("closed", ()):
        return None
    named = (part["path"][0] for part in tree.get("property", ()))
    ignored = (term for terms in tree.get("ignoredProperties", ()) for term in terms)
    return frozenset({*ignored, *(path for path in named if isinstance(path, str))})


def _component(name: str) -> str:
    return name[0].upper() + name[1:]
