"""A graph as a validator walks it: from a node along a property or back, and to the classes of a node."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from baygraph.terms import PARENTS, TYPE, ancestors, bay
from baygraph.triples import Triple, iri

Node = str
About = Mapping[Node, Sequence[Node]]
Classes = tuple[Node, ...]
IS_A = iri(TYPE)

_ABOVE = {iri(bay(name)): frozenset(iri(bay(up)) for up in ancestors(name)) for name in PARENTS}
_NOTHING: About = {}


class Data:
    """Triples by subject and property."""

    def __init__(self, triples: Iterable[Triple], around: Mapping[Node, Classes] | None = None) -> None:
        """``around`` are the classes of nodes that the triples lead to and do not describe."""
        self._around = around or {}
        nodes: dict[Node, dict[Node, list[Node]]] = defaultdict(dict)
        for subject, predicate, value in triples:
            about = nodes[subject]
            if predicate in about:
                about[predicate].append(value)
            else:
                about[predicate] = [value]
        self.nodes: Mapping[Node, About] = dict(nodes)
        self._back: dict[Node, Mapping[Node, Sequence[Node]]] = {}

    def about(self, node: Node) -> About:
        """The properties of a node."""
        return self.nodes.get(node, _NOTHING)

    def classes(self, node: Node) -> Classes:
        """The classes that a node is said to be of."""
        about = self.nodes.get(node)
        return self._around.get(node, ()) if about is None else tuple(about.get(IS_A, ()))

    def values(self, node: Node, path: Node, inverse: bool = False) -> Sequence[Node]:
        """What a node leads to along a property, or what leads to it."""
        return self._leading_back(path).get(node, ()) if inverse else self.about(node).get(path, ())

    def _leading_back(self, path: Node) -> Mapping[Node, Sequence[Node]]:
        if path not in self._back:
            back: dict[Node, list[Node]] = defaultdict(list)
            for subject, about in self.nodes.items():
                for value in about.get(path, ()):
                    back[value].append(subject)
            self._back[path] = back
        return self._back[path]


def below(name: Node) -> frozenset[Node]:
    """A class and all below it in the ontology; one of another vocabulary stands for itself."""
    return frozenset({name, *(each for each, above in _ABOVE.items() if name in above)})
