"""A published folder as the server holds it: its graphs in one store, and beside them what describes them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from baygraph.errors import UnreadableInput
from baygraph.publish.layout import DESCRIPTION, GRAPH, QUADS
from baygraph.publish.loading import open_store
from baygraph.resources import folder as resource
from baygraph.serve.examples import as_triples
from baygraph.terms import BAY, DCTERMS, ID, LABEL, PREF_LABEL
from baygraph.triples import language_tag

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
ONTOLOGY: Final = BAY.removesuffix("#")
VOID_GRAPH: Final = GRAPH + "void"
EXAMPLES: Final = GRAPH + "examples"
_NAMING: Final = tuple(ox.NamedNode(iri) for iri in (LABEL, PREF_LABEL, DCTERMS + "title"))
_TERMS: Final = ("baygraph.ttl", "alignments.ttl")


class Published:
    """What a folder holds; ``everything`` are its own graphs, which a plain query sees as one."""

    def __init__(self, folder: Path, endpoint: str) -> None:
        """Load a folder, to be asked at an address; raise NotPublished or UnreadableInput."""
        self.folder = folder
        try:
            self.store = open_store(folder)
            self.everything = sorted(self.store.named_graphs(), key=str)
            self._add(VOID_GRAPH, folder / DESCRIPTION)
        except (SyntaxError, OSError) as error:
            raise UnreadableInput(folder / QUADS, f"cannot be loaded: {error}") from error
        for name in _TERMS:
            self._add(ONTOLOGY, resource("ontology") / name)
        examples = ox.NamedNode(EXAMPLES)
        self.store.extend(ox.Quad(s, p, o, examples) for s, p, o in as_triples(endpoint))

    def _add(self, graph: str, path: Path) -> None:
        if path.is_file():
            self.store.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(graph))

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """All triples of one named graph."""
        return (quad.triple for quad in self.store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def sizes(self) -> Sequence[tuple[str, int]]:
        """The named graphs, each with its number of triples."""
        counted = self.store.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        assert isinstance(counted, ox.QuerySolutions)
        return sorted((row["g"].value, int(row["n"].value)) for row in counted)

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


def short(iri: str) -> str:
    """The part of an IRI that tells it from its neighbours."""
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    return iri.rpartition("#")[2] or iri if "#" in iri else iri.rstrip("/").rpartition("/")[2] or iri


def _order(name: ox.Literal, language: str) -> tuple[bool, bool, str, str]:
    tag = language_tag(name.language or "")
    first = tag.partition("-")[0]
    return first != language, first != "en", tag, name.value
