"""The network as Cytoscape JSON, which cytoscape.js draws as it is and Cytoscape imports (``.cyjs``)."""

from collections.abc import Iterator
from typing import Any, Final

from baygraph.export.jsonld import to_json
from baygraph.export.network import Link, Network, Node, creator

_SHAPES: Final = {"dot": "ellipse", "square": "rectangle", "triangleDown": "polygon"}
_NODE: Final = {
    "background-color": "data(colour)",
    "shape": "data(shape)",
    "width": "data(diameter)",
    "height": "data(diameter)",
    "label": "data(name)",
    "font-size": 14,
    "text-valign": "bottom",
    "text-margin-y": 4,
    "text-wrap": "wrap",
    "text-max-width": 150,
}
_EDGE: Final = {
    "curve-style": "bezier",
    "line-color": "#b4b9c2",
    "target-arrow-color": "#b4b9c2",
    "target-arrow-shape": "triangle",
    "width": 1,
}
_STYLE: Final = [
    {"selector": "node", "style": _NODE},
    {"selector": "node[shape = 'polygon']", "style": {"shape-polygon-points": "-1 -1 1 -1 0 1"}},
    {"selector": "edge", "style": _EDGE},
    {"selector": "edge[modality = 'planned']", "style": {"line-style": "dashed"}},
    {"selector": "edge[property = 'cooperatesWith']", "style": {"target-arrow-shape": "none"}},
]


def to_cytoscape(network: Network) -> Iterator[str]:
    """Write a network, one line an element."""
    head = {"format_version": "1.0", "generated_by": creator(), "target_cytoscapejs_version": "~3"}
    yield to_json(head)[:-1] + ',\n"data": {"name": "Baygraph"},\n"layout": {"name": "preset"},\n'
    yield f'"style": {to_json(_STYLE)},\n"elements": {{\n"nodes": [\n'
    yield ",\n".join(to_json(_node(node)) for node in network.nodes)
    yield '\n],\n"edges": [\n'
    yield ",\n".join(to_json(_edge(link)) for link in network.links)
    yield "\n]\n}}\n"


def _node(node: Node) -> dict[str, Any]:
    x, y = node.place
    shape = _SHAPES.get(node.shape, node.shape)
    drawn = {"colour": node.colour, "diameter": 2 * node.radius, "shape": shape}
    data = {"id": node.id, "name": node.label, **node.columns, **drawn}
    return {"data": data, "position": {"x": x, "y": y}, "classes": node.columns["class"]}


def _edge(link: Link) -> dict[str, Any]:
    ends = {"source": link.source, "target": link.target}
    return {
        "data": {"id": link.id, **ends, "interaction": link.property, **link.columns, "weight": link.weight}
    }
