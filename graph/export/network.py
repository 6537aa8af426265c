"""The things of a published folder as nodes at their places on the page, and its facts as links between them.

A link is one stated fact; what a text denies is no link. Figures, documents and evidence are no nodes: the
tables have them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any, Final

from baygraph.publish.merging import parse_turtle
from baygraph.publish.page.content import read
from baygraph.publish.page.names import LANGUAGES
from baygraph.publish.page.palette import palette
from baygraph.publish.page.records import Content, Fact, Thing
from baygraph.publish.page.statements import collect

NODE_COLUMNS: Final = {
    "iri": "string",
    "class": "string",
    **{f"label_{language}": "string" for language in LANGUAGES},
    "mentions": "integer",
}
LINK_COLUMNS: Final = {
    "property": "string",
    "modality": "string",
    "confidence": "double",
    "documents": "integer",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A thing; place and radius are the page's, in pixels with y downwards, the colour is ``#rrggbb``."""

    id: str
    label: str
    columns: dict[str, str | int]
    place: tuple[int, int]
    radius: float
    colour: str
    shape: str


@dataclass(frozen=True, slots=True)
class Link:
    """A fact; ``weight`` is the number of documents that state it, and 1 for one known beforehand."""

    id: str
    source: str
    target: str
    property: str
    weight: int
    columns: dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes in the order of their IRIs, links in that of their subjects."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def read_network(folder: Path) -> Network:
    """Read the network of a published folder; raise NotPublished."""
    from baygraph.publish.page.drawing import draw  # numpy and networkx take a quarter of a second to import

    names = ("baygraph.ttl", "evidence.ttl")
    content = read(collect(chain.from_iterable(parse_turtle(folder, name) for name in names)))
    drawn = draw(content)["nodes"]
    nodes = (_node(thing, seen) for thing, seen in zip(content["things"], drawn, strict=True))
    return Network(tuple(nodes), tuple(_links(content)))


@cache
def creator() -> str:
    """The program and its version."""
    return f"Baygraph {version('baygraph')}"


def _node(thing: Thing, drawn: dict[str, Any]) -> Node:
    labels = {language: thing["names"][place][0] for language, place in thing["best"].items()}
    return Node(
        id=thing["key"],
        label=labels[LANGUAGES[0]],
        columns={
            "iri": thing["iri"],
            "class": thing["kind"],
            **{f"label_{language}": labels[language] for language in LANGUAGES},
            "mentions": sum(thing["mentions"].values()),
        },
        place=(drawn["x"], drawn["y"]),
        radius=drawn["size"],
        colour=palette()[thing["kind"]].fill,
        shape=palette()[thing["kind"]].shape,
    )


def _links(content: Content) -> Iterator[Link]:
    for fact in content["facts"]:
        if "object" in fact and fact["modality"] != "denied" and fact["object"] != fact["subject"]:
            yield _link(
                content, fact, [content["things"][end]["key"] for end in (fact["subject"], fact["object"])]
            )


def _link(content: Content, fact: Fact, ends: Sequence[str]) -> Link:
    source, target = ends
    quotes = (content["quotes"][quote] for claim in fact["claims"] for quote in claim["quotes"])
    documents = len({quote["document"] for quote in quotes})
    return Link(
        id=f"{source}:{fact['property']}:{target}",
        source=source,
        target=target,
        property=fact["property"],
        weight=max(documents, 1),
        columns={
            "property": fact["property"],
            "modality": fact["modality"],
            "confidence": max((claim["confidence"] for claim in fact["claims"]), default=1.0),
            "documents": documents,
        },
    )
