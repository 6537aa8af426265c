"""A graph as a validator walks it: from a node along a property or back, and to the classes of a node."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from baygraph.terms import PARENTS, TYPE, ancestors, bay
from baygraph.triples import Triple, iri

Node = str
Index = Mapping[Node, Mapping[Node, Sequence[Node]]]
IS_A = iri(TYPE)

_ABOVE = {iri(bay(name)): frozenset(iri(bay(up)) for up in ancestors(name)) for name in PARENTS}


class Data:
    """Triples by subject and property."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        about: dict[Node, dict[Node, list[Node]]] = defaultdict(dict)
        for subject, predicate, value in triples:
            about[subject].setdefault(predicate, []).append(value)
        self.about: Index = dict(about)

    def values(self, node: Node, path: Node, inverse: bool = False) -> Sequence[Node]:
        """What a node leads to along a property, or what leads to it."""
        side = self._back if inverse else self.about
        return side.get(node, {}).get(path, ())

    def classes(self, node: Node) -> frozenset[Node]:
        """The classes of a node and all above them."""
        return above(tuple(self.values(node, IS_A)))

    @cached_property
    def _back(self) -> Index:
        back: dict[Node, dict[Node, list[Node]]] = defaultdict(dict)
        for subject, about in self.about.items():
            for predicate, values in about.items():
                for value in values:
                    back[value].setdefault(predicate, []).append(subject)
        return dict(back)


@lru_cache(maxsize=1024)
def above(classes: tuple[Node, ...]) -> frozenset[Node]:
    """The classes and all above them in the ontology; those of other vocabularies stand for themselves."""
    return frozenset[Node]().union(*(_ABOVE.get(name, (name,)) for name in classes))
