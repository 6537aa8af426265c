"""Diagrams of the ontology as SVG: which class lies below which, and what leads from what to what.

Sizes are in pixels. The letters take the colour of the page, so that the diagrams are read in the dark too.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

ROW, INDENT, LETTER, MARGIN = 26, 26, 8, 12
WIDE = 2.0  # a Chinese letter is about as wide as two Latin ones
CLASS, PROPERTY = "bay-class", "bay-property"


class Row(NamedTuple):
    """A class in the tree, so many steps below its root."""

    depth: int
    label: str


class Relation(NamedTuple):
    """A property with the labels of the classes that it leads from and to."""

    name: str
    sources: str
    targets: str


def tree(rows: Sequence[Row], title: str) -> str:
    """Draw classes below each other, each with a line to its parent."""
    parts, last_at = [], {0: 0}
    for at, row in enumerate(rows):
        x, y = MARGIN + row.depth * INDENT, MARGIN + at * ROW
        if row.depth:
            parent = last_at[row.depth - 1]
            left, top = x - INDENT + 10, MARGIN + parent * ROW + 20
            parts.append(f'<path class="bay-line" d="M{left} {top}V{y + 10}H{x}"/>')
        parts += _box(x, y, row.label, CLASS)
        last_at[row.depth] = at
    width = max(MARGIN + row.depth * INDENT + _width(row.label) for row in rows) + MARGIN
    return _svg(parts, width, 2 * MARGIN + len(rows) * ROW, title)


def relations(rows: Sequence[Relation], title: str) -> str:
    """Draw each property as an arrow from a box of classes to another one."""
    left = max(_width(row.sources) for row in rows)
    middle = max(_width(row.name) for row in rows) + 60
    right = max(_width(row.targets) for row in rows)
    parts: list[str] = []
    for at, row in enumerate(rows):
        y = MARGIN + at * (ROW + 6)
        parts += _box(MARGIN + left - _width(row.sources), y, row.sources, CLASS)
        start, end = MARGIN + left + 4, MARGIN + left + middle - 6
        parts.append(f'<path class="bay-line" d="M{start} {y + 10}H{end}m-6 -4l6 4l-6 4"/>')
        parts += _box(start + (end - start - _width(row.name)) / 2, y, row.name, PROPERTY)
        parts += _box(MARGIN + left + middle, y, row.targets, CLASS)
    return _svg(parts, 2 * MARGIN + left + middle + right, 2 * MARGIN + len(rows) * (ROW + 6), title)


def rows_below(parents: Mapping[str, str], labels: Mapping[str, str]) -> list[Row]:
    """Put classes in the order of a tree, each with its depth; the roots have no parent."""

    def below(parent: str, depth: int) -> Iterable[Row]:
        for name in (each for each, above in parents.items() if above == parent):
            yield Row(depth, labels[name])
            yield from below(name, depth + 1)

    return list(below("", 0))


def _box(x: float, y: float, label: str, kind: str) -> list[str]:
    width = _width(label)
    return [
        f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="20" rx="4"/>',
        f'<text x="{x + width / 2:g}" y="{y + 14:g}" text-anchor="middle">{escape(label)}</text>',
    ]


def _width(label: str) -> float:
    return 14 + LETTER * sum(WIDE if "\u2e80" <= letter <= "\uffef" else 1.0 for letter in label) * 0.92


def _svg(parts: Iterable[str], width: float, height: float, title: str) -> str:
    return (
        f'<div><svg class="bay-diagram" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg></div>"
    )
