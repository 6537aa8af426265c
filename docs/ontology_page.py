"""The ontology as a page in each language, with its diagrams, from the Turtle that defines it."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import diagrams
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from baygraph.resources import folder
from baygraph.terms import BAY, LITERAL_PROPERTIES, PARENTS, SIGNATURES

TAGS = {"en": "en", "ru": "ru", "zh": "zh-Hans"}
WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
MOST = 4  # classes in one box of a diagram
ALIGNING = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, SKOS.closeMatch, SKOS.exactMatch)


def pages() -> dict[str, str]:
    """Give the page of each language by its file name without an ending."""
    ontology, aligned = Graph(), Graph()
    ontology.parse(folder("ontology") / "baygraph.ttl")
    aligned.parse(folder("ontology") / "alignments.ttl")
    return {f"ontology-{lang}": _Page(ontology, aligned, lang).text() for lang in TAGS}


class _Page:
    def __init__(self, ontology: Graph, aligned: Graph, lang: str) -> None:
        self._ontology, self._aligned, self._lang = ontology, aligned, lang
        self._words: Mapping[str, str] = WORDS[lang]

    def text(self) -> str:
        return "\n".join(
            [
                *(f"# {self._words['title']}", "", self._words["intro"], ""),
                *(f"## {self._words['tree']}", "", self._tree(), ""),
                *(f"## {self._words['relations']}", "", self._relations(), ""),
                *self._section("classes", list(PARENTS)),
                *self._section("properties", list(SIGNATURES)),
                *self._section("literals", [*LITERAL_PROPERTIES, "supportedBy"]),
            ]
        )

    def _tree(self) -> str:
        labels = {name: self.label(name) for name in PARENTS}
        return diagrams.tree(diagrams.rows_below(PARENTS, labels), self._words["tree"])

    def _relations(self) -> str:
        rows = [diagrams.Relation(name, *self._ends(name)) for name in SIGNATURES]
        return diagrams.relations(rows, self._words["relations"])

    def _ends(self, name: str) -> tuple[str, str]:
        sources, targets = SIGNATURES[name]
        return self._listed(sorted(sources)), self._listed(sorted(targets))

    def _listed(self, names: Sequence[str]) -> str:
        """Classes in one box of a diagram; the text below tells all of a long list."""
        return " · ".join(map(self.label, names)) if len(names) <= MOST else self._words["many"]

    def _section(self, title: str, names: Sequence[str]) -> Iterator[str]:
        yield from (f"## {self._words[title]}", "")
        for name in names:
            yield from self._term(name)

    def _term(self, name: str) -> Iterator[str]:
        yield from (f"({self._anchor(name)})=", f"### {self.label(name)}", "")
        yield from (f"`bay:{name}` · <{BAY}{name}>", "", self._said(name, SKOS.definition), "")
        yield from self._facts(name)
        yield from ("", f"{self._words['example']}:", "", "```turtle", self._example(name), "```", "")

    def _facts(self, name: str) -> Iterator[str]:
        if parent := PARENTS.get(name):
            yield f"- {self._words['below']}: {self._link(parent)}"
        if children := [child for child, above in PARENTS.items() if above == name]:
            yield f"- {self._words['above']}: {', '.join(map(self._link, children))}"
        if name in SIGNATURES:
            sources, targets = (", ".join(map(self._link, sorted(side))) for side in SIGNATURES[name])
            yield f"- {self._words['leads']}: {sources} → {targets}"
        kinds = {"transitive": OWL.TransitiveProperty, "symmetric": OWL.SymmetricProperty}
        for word, kind in kinds.items():
            if (URIRef(BAY + name), RDF.type, kind) in self._ontology:
                yield f"- {self._words[word]}"
        if others := sorted(self._others(name)):
            yield f"- {self._words['aligned']}: {', '.join(f'`{other}`' for other in others)}"

    def _others(self, name: str) -> Iterator[str]:
        for predicate in ALIGNING:
            for other in self._aligned.objects(URIRef(BAY + name), predicate):
                if isinstance(other, URIRef) and not other.startswith(BAY):
                    yield self._aligned.namespace_manager.normalizeUri(other)

    def _link(self, name: str) -> str:
        return f"[{self.label(name)}](#{self._anchor(name)})"

    def _anchor(self, name: str) -> str:
        """A class and a property may differ in the case of their first letter alone; targets do not."""
        return f"{self._lang}-{'class' if name in PARENTS else 'property'}-{name.lower()}"

    def label(self, name: str) -> str:
        """The label of a term in the page's language."""
        return self._said(name, RDFS.label)

    def _said(self, name: str, predicate: Node) -> str:
        texts = self._ontology.objects(URIRef(BAY + name), predicate)
        wanted = TAGS[self._lang].lower()
        return next(str(t) for t in texts if isinstance(t, Literal) and (t.language or "").lower() == wanted)

    def _example(self, name: str) -> str:
        return "\n".join(sorted(map(str, self._ontology.objects(URIRef(BAY + name), SKOS.example))))
