"""Rectangles that must not lie on each other: pushed apart where they are, or packed around a middle."""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]

_ROUNDS: Final = 8
_REUSES: Final = 4  # pushes before the pairs are looked for anew, which is what takes time
_GROWTH: Final = 1.03
_SLACK: Final = 0.01
_PUSH: Final = 1.2  # further than the pair itself needs, for those that are pushed from behind
_STRIDE: Final = 1 << 24  # more rows than any grid has
# Each neighbour of a cell once: the pair of two cells is met from one of them only.
_AHEAD: Final = ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1))
_TURNS: Final = tuple(math.radians(degrees) for degrees in (0, 15, -15, 30, -30, 45, -45, 75, -75))
_ALL_ROUND: Final = tuple(math.radians(degrees) for degrees in range(0, 360, 15))
_WIDER: Final = 1.5  # screens are wider than high


class Size(NamedTuple):
    """Half the width and half the height of a rectangle."""

    across: float
    down: float


def separate(centres: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """Push rectangles until none lies on another; where that is not enough, the whole grows."""
    if not centres:
        return []
    places, halves = np.array(centres, dtype=np.float64), np.array(sizes, dtype=np.float64)
    while _push_some_times(places, halves):
        places *= _GROWTH
    return [(float(x), float(y)) for x, y in places]


def _push_some_times(places: Numbers, halves: Numbers) -> bool:
    """Push what overlaps, in place; say whether something still may at the end."""
    for _ in range(_ROUNDS):
        near = _neighbours(places, 2 * halves.max(axis=0))
        if not _push_apart(places, halves, near):
            return False
        for _ in range(_REUSES):
            _push_apart(places, halves, near)
    return True


def pack(sizes: Sequence[Size], angles: Sequence[float | None]) -> list[Point]:
    """Place rectangles in turn, each near the middle and about where its angle points, if it has one."""
    halves = np.array(sizes, dtype=np.float64).reshape(-1, 2)
    places = np.zeros_like(halves)
    for turn, angle in enumerate(angles):
        ways = _ALL_ROUND if angle is None else [angle + turned for turned in _TURNS]
        gaps = halves[:turn] + halves[turn]
        spots = [_nearest_free(places[:turn], gaps, way) for way in ways]
        places[turn] = min(spots, key=lambda spot: math.hypot(spot[0] / _WIDER, spot[1]))
    return [(float(x), float(y)) for x, y in places]


def _push_apart(places: Numbers, halves: Numbers, near: tuple[Indices, Indices]) -> bool:
    """Push the pairs that overlap apart, in place and along the shorter way; say whether there were any."""
    first, second = near
    way = places[second] - places[first]
    overlap = halves[first] + halves[second] - np.abs(way)
    meeting = (overlap > 0).all(axis=1)
    first, second, way, overlap = first[meeting], second[meeting], way[meeting], overlap[meeting]
    shorter = np.arange(2) == overlap.argmin(axis=1)[:, np.newaxis]
    push = _PUSH * np.where(shorter, np.copysign(overlap / 2 + _SLACK, way), 0)
    np.add.at(places, second, push)
    np.subtract.at(places, first, push)
    return bool(meeting.any())


def _neighbours(places: Numbers, cell: Numbers) -> tuple[Indices, Indices]:
    """Pairs in the same or adjoining cells of a grid as wide as the widest one: no others can overlap."""
    columns, rows = np.floor(places / cell).astype(np.int64).T
    keys = columns * _STRIDE + rows
    order = np.argsort(keys, kind="stable")
    ahead = [_in_cells(keys[order], keys + right * _STRIDE + below) for right, below in _AHEAD]
    first = np.concatenate([first for first, _ in ahead])
    second = order[np.concatenate([second for _, second in ahead])]
    # Within one cell a pair is met from both of its ends, and everything meets itself.
    once = (keys[first] != keys[second]) | (first < second)
    return first[once], second[once]


def _in_cells(sorted_keys: Indices, wanted: Indices) -> tuple[Indices, Indices]:
    """For each wanted key all places where it stands: which one was wanted, and where it is."""
    starts = np.searchsorted(sorted_keys, wanted, "left")
    counts = np.searchsorted(sorted_keys, wanted, "right") - starts
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(np.arange(len(wanted)), counts), np.repeat(starts, counts) + within


def _nearest_free(taken: Numbers, gaps: Numbers, angle: float) -> Point:
    """Go outwards in one direction, each time to the end of what is in the way.

    ``gaps`` are how far the middles must be apart, across or down, from each that is there already.
    """
    along = np.array((_WIDER * math.cos(angle), math.sin(angle)))
    reach = 0.0
    while True:
        further = _exit(reach * along - taken, gaps, along)
        if further <= 0:
            return float(reach * along[0]), float(reach * along[1])
        reach += further + _SLACK


def _exit(apart: Numbers, gaps: Numbers, along: Numbers) -> float:
    """How much further a rectangle must go to leave behind all that it lies on; 0 if it lies on none."""
    lies = (np.abs(apart) < gaps).all(axis=1)
    if not lies.any():
        return 0.0
    moves = np.abs(along) > _SLACK
    ways = (np.copysign(gaps[lies], along) - apart[lies])[:, moves] / along[moves]
    return max(float(ways.min(axis=1).max()), _SLACK)
