"""The network as pyvis hands it to vis-network: nodes at their places; lines follow from facts."""

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple, TypedDict

from baygraph.publish.page.labels import Room, room
from baygraph.publish.page.layout import CROWD, arrange
from baygraph.publish.page.names import LANGUAGES
from baygraph.publish.page.palette import palette
from baygraph.publish.page.records import Content, Fact, Thing
from baygraph.publish.page.rectangles import Size

Pair = tuple[int, int]

_SMALLEST: Final = 10.0
_LARGEST: Final = 34.0
_FONT: Final = 14.0
_LARGEST_FONT: Final = 22.0
_GAP: Final = 6.0  # between a shape and its label, and around both
_APART: Final = 1.2  # in a crowd labels are shown as there is room, and shapes keep so many radii clear
_OPTIONS: Final = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "multiselect": True, "tooltipDelay": 150},
    "nodes": {"borderWidth": 1, "borderWidthSelected": 3, "scaling": {"label": {"drawThreshold": 6}}},
    "edges": {"smooth": False, "width": 1, "selectionWidth": 2, "hoverWidth": 1},
}


class Shape(NamedTuple):
    """A node's radius, the size of its font, and the most room that its label takes in any language."""

    radius: float
    font: float
    label: Room


class Drawing(TypedDict):
    """What vis-network is given, and from how many nodes on they are shown by communities."""

    crowd: int
    nodes: list[dict[str, Any]]
    options: dict[str, Any]


def draw(content: Content) -> Drawing:
    """Lay the things out; a node's id is its thing's place in the list of records."""
    from pyvis.network import Network  # takes half a second to import, and only the page needs it

    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    for number, node in enumerate(_nodes(content["things"], _pairs(content["facts"]))):
        network.add_node(number, **node)
    nodes, *_, options = network.get_network_data()
    return Drawing(crowd=CROWD, nodes=nodes, options=json.loads(options))


def _pairs(facts: Iterable[Fact]) -> set[Pair]:
    """The things between which there is a line; what a text denies is told on the cards but not drawn."""
    ends = ((fact["subject"], fact["object"]) for fact in facts if "object" in fact and _is_drawn(fact))
    return {(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]}


def _is_drawn(fact: Fact) -> bool:
    return fact["modality"] != "denied"


def _nodes(things: Sequence[Thing], pairs: Collection[Pair]) -> Iterator[dict[str, Any]]:
    degrees = Counter(end for pair in pairs for end in pair)
    weights = [math.sqrt(degrees[number]) for number in range(len(things))]
    crowded = len(things) > CROWD
    shapes = [_shape(thing, weight, crowded) for thing, weight in zip(things, weights, strict=True)]
    layout = arrange([_box(shape) for shape in shapes], pairs)
    group = {node: number for number, nodes in enumerate(layout.communities) for node in nodes}
    for number, (thing, shape, (x, y)) in enumerate(zip(things, shapes, layout.places, strict=True)):
        label = thing["label"][LANGUAGES[0]]
        above = y if crowded else round(y - (shape.label.height + _GAP) / 2)
        drawn = {"shape": palette()[thing["kind"]].shape, "size": shape.radius, "font": {"size": shape.font}}
        own = {"group": thing["kind"], "community": group[number]}
        yield {"label": label, **own, **drawn, "x": x, "y": above}


def _shape(thing: Thing, weight: float, crowded: bool) -> Shape:
    font = min(_FONT + weight, _LARGEST_FONT)
    radius = round(min(_SMALLEST + 3 * (weight - 1), _LARGEST), 1)
    if crowded:
        return Shape(radius, round(font, 1), Room(2 * (1 + _APART) * radius, 2 * _APART * radius))
    rooms = [room(label, font) for label in thing["label"].values()]
    widest = Room(max(room.width for room in rooms), max(room.height for room in rooms))
    return Shape(radius, round(font, 1), widest)


def _box(shape: Shape) -> Size:
    """The room of a shape with its label below it, whatever the language of the label."""
    across = max(shape.radius, shape.label.width / 2) + _GAP
    return Size(across, shape.radius + shape.label.height / 2 + _GAP)
