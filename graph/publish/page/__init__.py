"""The interactive graph: one file that opens without a network and shows every fact with its quotes."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from baygraph.publish.page.content import read
from baygraph.publish.page.search import hanzi
from baygraph.publish.page.statements import collect
from baygraph.publish.page.template import assemble
from baygraph.publish.page.wording import words

_SHOWN = ("baygraph.ttl", "evidence.ttl")  # what is merely inferred would draw every line several times


def render(folder: Path) -> str:
    """Write the page of a published folder from its Turtle files; the same files give the same page."""
    return render_triples(chain.from_iterable(ox.parse(path=str(folder / name)) for name in _SHOWN))


def render_triples(triples: Iterable[ox.Quad | ox.Triple]) -> str:
    """Write the page of a graph with its evidence, in whatever order and named graphs the triples come."""
    from baygraph.publish.page.drawing import draw  # numpy and networkx take a quarter of a second to import

    content = read(collect(triples))
    letters = hanzi(name for thing in content["things"] for name, _, _ in thing["names"])
    return assemble({"content": content, "drawing": draw(content), "hanzi": letters, "words": words()})
