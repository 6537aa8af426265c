"""The network as Cytoscape JSON, which cytoscape.js draws as it is and Cytoscape imports (``.cyjs``)."""

from collections.abc import Iterator
from typing import Any, Final

from baygraph.export.jsonld import to_json
from baygraph.export.network import Link, Network, Node, creator

_STYLE: Final = [
    {
        "selector": "node",
        "style": {
            "background-color": "data(colour)",
            "width": "data(diameter)",
            "height": "data(diameter)",
            "label": "data(name)",
        },
    },
    {"selector": "edge", "style": {"curve-style": "bezier", "target-arrow-shape": "triangle", "width": 1}},
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
    drawn = {"colour": node.colour, "diameter": 2 * node.radius}
    data = {"id": node.id, "name": node.label, **node.columns, **drawn}
    return {"data": data, "position": {"x": x, "y": y}, "classes": node.columns["class"]}


def _edge(link: Link) -> dict[str, Any]:
    ends = {"source": link.source, "target": link.target}
    return {
        "data": {"id": link.id, **ends, "interaction": link.property, **link.columns, "weight": link.weight}
    }
