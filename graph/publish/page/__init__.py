"""The interactive graph: one file that opens without a network and shows every fact with its quotes."""

from collections.abc import Iterable

from baygraph.publish.page.content import read
from baygraph.publish.page.records import Whole
from baygraph.publish.page.search import hanzi
from baygraph.publish.page.statements import index
from baygraph.publish.page.template import assemble
from baygraph.publish.page.wording import words
from baygraph.triples import Triple


def render(triples: Iterable[Triple], whole: tuple[int, int] | None = None) -> str:
    """Write the page of a graph with its evidence; the same triples give the same page in any order.

    What is merely inferred is better left out: it would draw every line several times. ``whole`` is how many
    things and documents there are, where the triples are only a choice.
    """
    from baygraph.publish.page.drawing import draw  # numpy and networkx take a quarter of a second to import

    content = read(index(triples))
    if whole:
        content["whole"] = Whole(things=whole[0], documents=whole[1])
    letters = hanzi(name for thing in content["things"] for name, _, _ in thing["names"])
    return assemble({"content": content, "drawing": draw(content), "hanzi": letters, "words": words()})
