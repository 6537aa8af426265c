"""The network as GraphML, with places, colours and sizes as plain data that Gephi and others know by name."""

from collections.abc import Iterator, Mapping
from typing import Final

from baygraph.export.network import LINK_COLUMNS, NODE_COLUMNS, Link, Network, Node
from baygraph.export.xml import DECLARATION, escaped

Columns = Mapping[str, str | int | float]

_ROOT: Final = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_TYPES: Final = {"string": "string", "integer": "int", "double": "double"}
_DRAWN: Final = {
    "x": "double",
    "y": "double",
    "size": "double",
    "r": "integer",
    "g": "integer",
    "b": "integer",
}
_NODE: Final = {"label": "string", **NODE_COLUMNS, **_DRAWN}
_EDGE: Final = {"label": "string", **LINK_COLUMNS, "weight": "integer"}


def to_graphml(network: Network) -> Iterator[str]:
    """Write a network; a character that XML forbids becomes U+FFFD."""
    yield DECLARATION + _ROOT
    for of, columns in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in columns.items():
            yield f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'
    yield '<graph id="baygraph" edgedefault="directed">\n'
    yield from map(_node, network.nodes)
    yield from map(_edge, network.links)
    yield "</graph>\n</graphml>\n"


def _node(node: Node) -> str:
    x, y = node.place
    red, green, blue = bytes.fromhex(node.colour[1:])
    drawn: Columns = {"x": x, "y": -y, "size": node.radius, "r": red, "g": green, "b": blue}
    columns = {"label": node.label, **node.columns, **drawn}
    return f'<node id="{escaped(node.id)}">{_data("node", columns)}</node>\n'


def _edge(link: Link) -> str:
    ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
    columns = {"label": link.property} | link.columns | {"weight": link.weight}
    return f'<edge id="{escaped(link.id)}" {ends}>{_data("edge", columns)}</edge>\n'


def _data(of: str, columns: Columns) -> str:
    return "".join(f'<data key="{of}-{name}">{escaped(str(value))}</data>' for name, value in columns.items())
