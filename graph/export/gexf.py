"""The network as GEXF 1.3 for Gephi: places, colours and sizes as on the page."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from baygraph.export.network import LINK_COLUMNS, NODE_COLUMNS, Link, Network, Node, creator
from baygraph.export.xml import DECLARATION, escaped

_ROOT: Final = '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
# GEXF knows four shapes; the page's others are shown by the nearest.
_SHAPES: Final = {
    "dot": "disc",
    "hexagon": "disc",
    "square": "square",
    "diamond": "diamond",
    "star": "diamond",
}


def to_gexf(network: Network) -> Iterator[str]:
    """Write a network; a character that XML forbids becomes U+FFFD."""
    yield DECLARATION + _ROOT
    yield f"<meta>\n<creator>{creator()}</creator>\n<description>{_DESCRIPTION}</description>\n</meta>\n"
    yield '<graph defaultedgetype="directed" mode="static" idtype="string">\n'
    yield _attributes("node", NODE_COLUMNS) + _attributes("edge", LINK_COLUMNS)
    yield from _all("nodes", map(_node, network.nodes))
    yield from _all("edges", map(_edge, network.links))
    yield "</graph>\n</gexf>\n"


_DESCRIPTION: Final = "The things of a Baygraph graph and the facts between them, placed as on its page."


def _attributes(of: str, columns: Mapping[str, str]) -> str:
    lines = "".join(
        f'<attribute id="{name}" title="{name}" type="{kind}"/>\n' for name, kind in columns.items()
    )
    return f'<attributes class="{of}" mode="static">\n{lines}</attributes>\n'


def _all(name: str, elements: Iterable[str]) -> Iterator[str]:
    yield f"<{name}>\n"
    yield from elements
    yield f"</{name}>\n"


def _node(node: Node) -> str:
    red, green, blue = bytes.fromhex(node.colour[1:])
    x, y = node.place
    shape = _SHAPES.get(node.shape, "triangle")
    return (
        f'<node id="{escaped(node.id)}" label="{escaped(node.label)}">{_values(node.columns)}'
        f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        f'<viz:position x="{x}" y="{-y}" z="0"/>'  # a page counts downwards, Gephi upwards
        f'<viz:size value="{node.radius}"/><viz:shape value="{shape}"/></node>\n'
    )


def _edge(link: Link) -> str:
    ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
    says = f'kind="{link.property}" label="{link.property}" weight="{link.weight}"'
    return f'<edge id="{escaped(link.id)}" {ends} {says}>{_values(link.columns)}</edge>\n'


def _values(columns: Mapping[str, str | int | float]) -> str:
    values = (f'<attvalue for="{name}" value="{escaped(str(value))}"/>' for name, value in columns.items())
    return f"<attvalues>{''.join(values)}</attvalues>"
