"""The colour and the shape of each class of thing, from ``palette.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from baygraph.terms import CLASSES, THINGS, ancestors, is_a

_LIGHTEST: Final = 0.5  # how far the last class of a kind is mixed with white
_DARK_EDGE: Final = 0.35
_LIGHT_EDGE: Final = 0.45


class Look(NamedTuple):
    """How a class is drawn; colours are ``#rrggbb``, ``glow`` is the edge on a dark ground."""

    fill: str
    edge: str
    shape: str
    glow: str


@cache
def palette() -> Mapping[str, Look]:
    """The look of every class that can be a node, in the order of the ontology."""
    kinds = tomllib.loads((files(__package__) / "palette.toml").read_text("utf-8"))
    return dict(_looks(kinds))


def _looks(kinds: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Look]]:
    families: dict[str, list[str]] = {kind: [] for kind in kinds}
    for name in CLASSES:
        if is_a(name, *THINGS):
            families[next(above for above in ancestors(name) if above in kinds)].append(name)
    for kind, members in families.items():
        for step, name in enumerate(members):
            fill = mix(kinds[kind]["hue"], "#ffffff", _LIGHTEST * step / max(len(members) - 1, 1))
            edge, glow = mix(fill, "#000000", _DARK_EDGE), mix(fill, "#ffffff", _LIGHT_EDGE)
            yield name, Look(fill, edge, kinds[kind]["shape"], glow)


def mix(colour: str, other: str, share: float) -> str:
    """Mix a share (0 to 1) of one colour into another; colours are ``#rrggbb``."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
