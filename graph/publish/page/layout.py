"""Where the nodes stand: communities together, no label on another. Computed here, never by the browser."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import networkx as nx

from baygraph.publish.page.rectangles import Point, Size, pack, separate

Link = tuple[int, int]

_SEED: Final = 20180330
_DENSITY: Final = 0.7  # how much of a community's square its rectangles cover before they are pushed apart
_MARGIN: Final = 30.0
# Communities are packed as rectangles, which they are not: closed up by this, they fill each other's corners.
_CLOSING: Final = (0.62, 0.5)
# A graph larger than this is looked at by communities, which then keep their rectangles to themselves.
CROWD: Final = 3000
# Beyond this many nodes networkx asks for scipy, and a forced layout of a star shows no more than a spiral.
_FORCED: Final = 400
_STEPS: Final = 80  # of the forces in one community
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))


class Layout(NamedTuple):
    """Each node's place in whole pixels, and the communities, each a list of nodes, the largest first."""

    places: list[tuple[int, int]]
    communities: list[list[int]]


def place(sizes: Sequence[Size], links: Iterable[Link]) -> list[tuple[int, int]]:
    """Give each rectangle's centre in whole pixels; the same graph gives the same places."""
    return arrange(sizes, links).places


def arrange(sizes: Sequence[Size], links: Iterable[Link]) -> Layout:
    """Find the communities of a graph and a place for each rectangle; the same graph gives the same."""
    graph = _graph(len(sizes), links)
    groups = _communities(graph)
    shapes = [_arrange(graph, group, sizes) for group in groups]
    frames = [_frame(shape, sizes) for shape in shapes]
    middles = pack(frames, _angles(graph, groups))
    crowded = len(sizes) > CROWD
    closing = (1.0, 1.0) if crowded else _CLOSING
    found: dict[int, Point] = {}
    for shape, (x, y) in zip(shapes, middles, strict=True):
        for node, (dx, dy) in shape.items():
            found[node] = (x + dx) * closing[0], (y + dy) * closing[1]
    centres = [found[node] for node in range(len(sizes))]
    apart = centres if crowded else separate(centres, sizes)
    return Layout([(round(x), round(y)) for x, y in apart], groups)


def _graph(order: int, links: Iterable[Link]) -> "nx.Graph[int]":
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(order))
    graph.add_edges_from(sorted({(min(link), max(link)) for link in links if link[0] != link[1]}))
    for first, second, data in graph.edges(data=True):
        # What leads to everything, a country or a broad field, says little about what belongs together.
        data["weight"] = 1 / math.sqrt(min(graph.degree[first], graph.degree[second]))
    return graph


def _communities(graph: "nx.Graph[int]") -> list[list[int]]:
    """Groups of nodes, the largest first; all that have no neighbour are one group."""
    linked = graph.subgraph(node for node in graph if graph.degree[node])
    found = nx.community.louvain_communities(linked, weight="weight", seed=_SEED) if len(linked) else []
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    alone = [node for node in graph if not graph.degree[node]]
    return [*groups, alone] if alone else groups


def _arrange(graph: "nx.Graph[int]", group: Sequence[int], sizes: Sequence[Size]) -> Mapping[int, Point]:
    """Lay one community out around the origin."""
    own = [sizes[node] for node in group]
    side = math.sqrt(sum(4 * size.across * size.down for size in own) / _DENSITY) / 2
    part = nx.Graph(graph.subgraph(group))
    start = _spiral(part) if len(group) > _FORCED or not part.size() else _forced(part)
    places = separate([(side * start[node][0], side * start[node][1]) for node in group], own)
    across, down = (_middle(numbers) for numbers in zip(*places, strict=True))
    return {node: (x - across, y - down) for node, (x, y) in zip(group, places, strict=True)}


def _middle(numbers: Sequence[float]) -> float:
    return (min(numbers) + max(numbers)) / 2


def _forced(part: "nx.Graph[int]") -> Mapping[int, Point]:
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(sorted(part))
    ordered.add_weighted_edges_from(sorted(part.edges(data="weight")))
    return _points(nx.spring_layout(ordered, seed=_SEED, iterations=_STEPS, weight="weight"))


def _points(places: Mapping[int, Iterable[float]]) -> dict[int, Point]:
    return {node: (float(x), float(y)) for node, (x, y) in places.items()}


def _spiral(part: "nx.Graph[int]") -> Mapping[int, Point]:
    """A sunflower's head with the best connected nodes in the middle."""
    ordered = sorted(part, key=lambda node: (-part.degree[node], node))
    radius = {node: math.sqrt((turn + 0.5) / len(ordered)) for turn, node in enumerate(ordered)}
    return {
        node: (radius[node] * math.cos(turn * _GOLDEN), radius[node] * math.sin(turn * _GOLDEN))
        for turn, node in enumerate(ordered)
    }


def _frame(shape: Mapping[int, Point], sizes: Sequence[Size]) -> Size:
    """Half of the room that a community takes around its middle."""
    across = max(abs(x) + sizes[node].across for node, (x, _) in shape.items())
    down = max(abs(y) + sizes[node].down for node, (_, y) in shape.items())
    return Size(across + _MARGIN, down + _MARGIN)


def _angles(graph: "nx.Graph[int]", groups: Sequence[Sequence[int]]) -> list[float | None]:
    """In which direction from the middle each community stands, so that linked ones are near each other."""
    between = _between(graph, groups)
    if len(between) > _FORCED:
        return [None for _ in groups]
    places = _points(nx.spring_layout(between, seed=_SEED, iterations=100, weight="weight"))
    return [_angle(places[0], places[group]) if between.degree[group] else None for group in between]


def _between(graph: "nx.Graph[int]", groups: Sequence[Sequence[int]]) -> "nx.Graph[int]":
    """The communities as nodes, with the sum of the links between each two."""
    member = {node: number for number, group in enumerate(groups) for node in group}
    weights: dict[Link, float] = defaultdict(float)
    for first, second, link in graph.edges(data=True):
        ends = min(member[first], member[second]), max(member[first], member[second])
        if ends[0] != ends[1]:
            weights[ends] += link["weight"]
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    between.add_weighted_edges_from((*ends, weight) for ends, weight in sorted(weights.items()))
    return between


def _angle(middle: Point, place: Point) -> float:
    return math.atan2(place[1] - middle[1], place[0] - middle[0])
