"""Writing RDF: the project's own writer against pyoxigraph's serializer, over the same triples.

    python -P benchmarks/writing.py [FOLDER] [--documents 300]

Both write the plain triples and the evidence of a published folder, in memory, as Turtle with the same
prefixes and as N-Quads of one named graph; each takes its triples in its own form, strings here and objects
there. A document's part, as a build's worker makes it, is more than its writing: it is packed, checked and
counted, and is set beside the two serialisations that pyoxigraph would make of its evidence. Ratios are to
pyoxigraph, the median of rounds, in turn and warm; both texts are read back first and hold the same triples.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pyoxigraph as ox
from comparing import in_turn, published, told, versions
from invented import invented

from baygraph.evidence import DocumentGraph
from baygraph.populate import populate_document
from baygraph.publish.layout import GRAPHS
from baygraph.publish.parts import write
from baygraph.publish.turtle import PREFIXES, to_nquads, to_turtle
from baygraph.triples import Triple, from_oxigraph, iri

OWN, BARE = "baygraph", "pyoxigraph"
FILES = ("baygraph.ttl", "evidence.ttl")
THINGS = 2000  # of the invented graph whose documents are written as parts

Writers = Mapping[str, Callable[[], bytes]]


def read(text: bytes, format: ox.RdfFormat) -> list[ox.Triple]:
    """Read triples in the order of a text."""
    return [quad.triple for quad in ox.parse(text, format=format)]


def own(triples: Sequence[ox.Triple]) -> list[Triple]:
    """Give triples in the project's form."""
    return [(from_oxigraph(s), from_oxigraph(p), from_oxigraph(o)) for s, p, o in triples]


def as_turtle(triples: Sequence[ox.Triple]) -> Writers:
    """Give both ways to a Turtle file."""
    strings, prefixes = own(triples), dict(PREFIXES)
    return {
        OWN: lambda: "".join(to_turtle(strings)).encode(),
        BARE: lambda: ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"",
    }


def as_nquads(triples: Sequence[ox.Triple], graph: str) -> Writers:
    """Give both ways to the lines of one named graph."""
    strings, name = own(triples), ox.NamedNode(graph)
    quads = [ox.Quad(s, p, o, name) for s, p, o in triples]
    return {
        OWN: lambda: "".join(to_nquads(strings, iri(graph))).encode(),
        BARE: lambda: ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"",
    }


def as_parts(documents: Sequence[DocumentGraph]) -> Mapping[str, Callable[[], object]]:
    """Give the parts of documents, and what pyoxigraph would write of the same evidence."""
    lines = "".join(f"{s} {p} {o} .\n" for each in documents for s, p, o in each.evidence)
    triples = read(lines.encode(), ox.RdfFormat.N_TRIPLES)
    turtle, quads = as_turtle(triples), as_nquads(triples, GRAPHS["evidence.ttl"])
    return {
        "baygraph, packed, checked and counted": lambda: [write(each) for each in documents],
        "baygraph, written only": lambda: (turtle[OWN](), quads[OWN]()),
        BARE: lambda: (turtle[BARE](), quads[BARE]()),
    }


def alike(writers: Writers, format: ox.RdfFormat) -> None:
    """Leave the comparison if the texts do not hold the same triples."""
    found = [set(read(write(), format)) for write in writers.values()]
    if found[0] != found[1]:
        sys.exit(f"the two write different triples: {len(found[0] ^ found[1])} stand in one of them only")


def compare(what: str, writers: Mapping[str, Callable[[], object]]) -> Iterator[str]:
    """Measure the writers in turn and tell what they took."""
    yield what
    for name, took in in_turn(writers).items():
        yield told(f"  {name}", took)


def compared(folder: Path) -> Iterator[str]:
    """Tell how both write the files of a folder."""
    for name in FILES:
        triples = read((folder / name).read_bytes(), ox.RdfFormat.TURTLE)
        for kind, writers, format in (
            ("Turtle", as_turtle(triples), ox.RdfFormat.TURTLE),
            ("N-Quads", as_nquads(triples, GRAPHS[name]), ox.RdfFormat.N_QUADS),
        ):
            alike(writers, format)
            yield from compare(f"{name} as {kind}, {len(triples)} triples", writers)


def main() -> None:
    """Build if need be, write and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=300)
    given = parser.parse_args()
    with published(given.folder, given.documents) as folder:
        for line in compared(folder):
            print(line, flush=True)
    documents = [populate_document(each, lambda key: None) for each in invented(THINGS)]
    print("\n".join(compare(f"the parts of {len(documents)} invented documents", as_parts(documents))))
    print(versions("baygraph", "pyoxigraph"))


if __name__ == "__main__":
    main()
