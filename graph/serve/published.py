"""A published folder as the server holds it: its graphs in one store, and beside them what describes them."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from baygraph.errors import NotPublished, UnreadableInput
from baygraph.publish.alone import alone
from baygraph.publish.layout import DESCRIPTION, GRAPH, GRAPHS, QUADS, STORE, replacing
from baygraph.publish.loading import open_store
from baygraph.resources import folder as resource
from baygraph.serve.evaluation import Held
from baygraph.serve.examples import as_triples
from baygraph.terms import BAY, DCTERMS, ID, LABEL, PREF_LABEL
from baygraph.triples import language_tag

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
ONTOLOGY: Final = BAY.removesuffix("#")
VOID_GRAPH: Final = GRAPH + "void"
EXAMPLES: Final = GRAPH + "examples"
_NAMING: Final = tuple(ox.NamedNode(iri) for iri in (LABEL, PREF_LABEL, DCTERMS + "title"))
_VOID: Final = "http://rdfs.org/ns/void#"
_TRIPLES: Final = ox.NamedNode(_VOID + "triples")
_TERMS: Final = ("baygraph.ttl", "alignments.ttl")


class Published:
    """What a folder holds; ``everything`` are its own graphs, which a plain query sees as one.

    ``opened`` opens the store in another process, which may be forked from this one. What describes the
    graphs is in ``store`` from the start where that is a database, and else once it is made complete.
    """

    def __init__(self, folder: Path, endpoint: str) -> None:
        """Open a folder's database or else load its graphs; raise NotPublished or UnreadableInput."""
        self.folder = folder
        database = folder / STORE
        try:
            if database.is_dir():
                self._held, self.opened = _read_only(database), partial(_read_only, database)
            else:
                self._held = _loaded(folder, endpoint)
                self.opened = partial(_itself, self._held)
        except (SyntaxError, OSError) as error:
            raise UnreadableInput(folder / QUADS, f"cannot be loaded: {error}") from error
        self.store = self._held.store
        self.everything = _everything(self.store)

    def complete(self) -> None:
        """Put what describes the graphs beside them; processes that were forked before have it apart."""
        self._held.complete()

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """All triples of one named graph."""
        return (quad.triple for quad in self.store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def sizes(self) -> Sequence[tuple[str, int]]:
        """The named graphs, each with its number of triples: that which is described, else as counted."""
        return sorted((graph.value, self._size(graph)) for graph in self.store.named_graphs())

    def _size(self, graph: ox.NamedNode | ox.BlankNode) -> int:
        described = self.store.quads_for_pattern(graph, _TRIPLES, None, ox.NamedNode(VOID_GRAPH))
        said = next((quad.object for quad in described), None)
        if isinstance(said, ox.Literal) and graph in self.everything:
            return int(said.value)
        return sum(1 for _ in self.store.quads_for_pattern(None, None, None, graph))

    def described(self, kind: str) -> list[ox.NamedNode]:
        """The classes or properties (``kind``) in use, by void.ttl: to look at all triples takes long."""
        parts = self.store.quads_for_pattern(None, ox.NamedNode(_VOID + kind), None, ox.NamedNode(VOID_GRAPH))
        return sorted({part.object for part in parts if isinstance(part.object, ox.NamedNode)}, key=str)

    def about(self, subject: ox.NamedNode) -> list[tuple[ox.NamedNode, Node]]:
        """The properties and values of a thing, in order, whichever graph they stand in."""
        quads = self.store.quads_for_pattern(subject, None, None)
        return sorted({(quad.predicate, quad.object) for quad in quads}, key=str)

    def leading_to(self, thing: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
        """The subjects and properties that have a thing as their value."""
        for quad in self.store.quads_for_pattern(None, None, thing):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject, quad.predicate

    def knows(self, thing: ox.NamedNode) -> bool:
        """Say whether anything is said of a thing."""
        found = self.store.quads_for_pattern(thing, None, None)
        return next(iter(found), None) is not None

    def name(self, thing: ox.NamedNode, language: str) -> str:
        """The best name of a thing: in the language asked for, else English, else any, else its short IRI."""
        quads = (quad for each in _NAMING for quad in self.store.quads_for_pattern(thing, each, None))
        names = [quad.object for quad in quads if isinstance(quad.object, ox.Literal)]
        best = min(names, key=lambda name: _order(name, language), default=None)
        return best.value if best else short(thing.value)

    def ask(self, query: str) -> ox.QuerySolutions:
        """Answer a question to all that is published."""
        answer = self.store.query(query, default_graph=list(self.everything))
        assert isinstance(answer, ox.QuerySolutions)
        return answer


def make_database(folder: Path) -> None:
    """Load a published folder into a database beside its files; raise NotPublished, InUse or CannotPublish.

    It is for readers at any address, so its examples do not say where to ask them.
    """
    if not (folder / QUADS).is_file():
        raise NotPublished(folder)
    with alone(folder), replacing(folder, (STORE,)) as fresh:
        store = ox.Store(str(fresh / STORE))
        store.bulk_load(path=str(folder / QUADS), format=ox.RdfFormat.N_QUADS)
        fill(store, folder)
        store.flush()


def fill(store: ox.Store, folder: Path, endpoint: str = "") -> None:
    """Put beside a folder's graphs what describes them, and the questions, to be asked at an address."""
    for graph, path in (
        (VOID_GRAPH, folder / DESCRIPTION),
        *((ONTOLOGY, resource("ontology") / n) for n in _TERMS),
    ):
        if path.is_file():
            store.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(graph))
    examples = ox.NamedNode(EXAMPLES)
    store.extend(ox.Quad(s, p, o, examples) for s, p, o in as_triples(endpoint))


def _read_only(database: Path) -> Held:
    store = ox.Store.read_only(str(database))
    return Held(store, _everything(store))


def _loaded(folder: Path, endpoint: str) -> Held:
    """Load a folder's graphs, and apart from them what describes them; not so if the file has others too."""
    store, beside = open_store(folder), ox.Store()
    fill(beside, folder, endpoint)
    everything = _everything(store)
    held = Held(store, everything, tuple(beside))
    if len(everything) < len(list(store.named_graphs())) or not _is_empty(store, ox.DefaultGraph()):
        held.complete()
    return held


def _everything(store: ox.Store) -> list[ox.NamedNode | ox.BlankNode]:
    own = set(GRAPHS.values())
    return sorted((graph for graph in store.named_graphs() if graph.value in own), key=str)


def _is_empty(store: ox.Store, graph: ox.DefaultGraph) -> bool:
    return next(iter(store.quads_for_pattern(None, None, None, graph)), None) is None


def _itself(held: Held) -> Held:
    return held


def short(iri: str) -> str:
    """The part of an IRI that tells it from its neighbours."""
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    return iri.rpartition("#")[2] or iri if "#" in iri else iri.rstrip("/").rpartition("/")[2] or iri


def _order(name: ox.Literal, language: str) -> tuple[bool, bool, str, str]:
    tag = language_tag(name.language or "")
    first = tag.partition("-")[0]
    return first != language, first != "en", tag, name.value
