"""What building the page takes for 1 000 nodes, on invented graphs of growing size.

    python -P benchmarks/pages.py [THINGS …]      default: 1000 2000 4000

Measured in turn and warm: the whole page, with every fact and quote and each node at its place; of it the
layout alone; and the page that pyvis makes of the same nodes and links by itself, which holds neither facts
nor places. Milliseconds are for 1 000 nodes; ratios are to pyvis, the median of rounds. The last line tells
how the cost of a node grows from the smallest graph to the largest.
"""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from comparing import in_turn, told, versions
from invented import invented
from pyvis.network import Network

from baygraph.populate import populate
from baygraph.publish.page import render
from baygraph.publish.page.content import read
from baygraph.publish.page.drawing import draw
from baygraph.publish.page.records import Content
from baygraph.publish.page.statements import index

SIZES = (1000, 2000, 4000)
ROUNDS = 3
PAGE, DRAWING, BARE = "the whole page", "its layout alone", "pyvis"


def by_pyvis(content: Content) -> str:
    """Give the page of pyvis itself."""
    network = Network(directed=True, cdn_resources="in_line")
    for number, thing in enumerate(content["things"]):
        network.add_node(number, label=thing["label"]["en"], group=thing["kind"])
    for fact in content["facts"]:
        if "object" in fact:
            network.add_edge(fact["subject"], fact["object"], title=fact["property"])
    return str(network.generate_html())


def compare(things: int) -> float:
    """Measure one size; give the milliseconds of the whole page for 1 000 nodes."""
    dataset = populate(invented(things), lambda key: None)
    triples = (*dataset.stated, *dataset.evidence)
    content = read(index(triples))
    nodes = len(content["things"])
    sides: dict[str, Callable[[], object]] = {
        PAGE: lambda: render(triples),
        DRAWING: lambda: draw(content),
        BARE: lambda: by_pyvis(content),
    }
    print(f"{nodes} nodes, {len(content['facts'])} facts; for 1 000 nodes")
    found = {
        side: took._replace(seconds=took.seconds * 1000 / nodes)
        for side, took in in_turn(sides, ROUNDS).items()
    }
    print("\n".join(told(f"  {side}", took) for side, took in found.items()), flush=True)
    return found[PAGE].seconds * 1000


def main() -> None:
    """Measure all sizes and print."""
    sizes = sorted(map(int, sys.argv[1:])) or SIZES
    costs = [compare(things) for things in sizes]
    print(f"a node of {sizes[-1]} costs {costs[-1] / costs[0]:.2f} times what one of {sizes[0]} costs")
    print(versions("baygraph", "pyvis", "networkx"))


if __name__ == "__main__":
    main()
