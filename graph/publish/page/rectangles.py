"""Rectangles that must not lie on each other: pushed apart where they are, or packed around a middle."""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]
Pairs = tuple[Indices, Indices]

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
    # One row of numbers for each direction: numpy is several times as fast on rows as on pairs.
    places, halves = (np.array(tuple(zip(*each, strict=True)), np.float64) for each in (centres, sizes))
    while _push_some_times(places, halves):
        places *= _GROWTH
    return list(zip(*places.tolist(), strict=True))


def _push_some_times(places: Numbers, halves: Numbers) -> bool:
    """Push what overlaps, in place; say whether something still may at the end."""
    for _ in range(_ROUNDS):
        near = _neighbours(places, 2 * halves.max(axis=1))
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


def _push_apart(places: Numbers, halves: Numbers, near: Pairs) -> bool:
    """Push the pairs that overlap apart, in place and along the shorter way; say whether there were any."""
    meeting = near
    for place, half in zip(places, halves, strict=True):
        overlapping = _apart(place, half, meeting)[1] > 0
        meeting = meeting[0][overlapping], meeting[1][overlapping]
    found = [_apart(place, half, meeting) for place, half in zip(places, halves, strict=True)]
    sideways = found[0][1] <= found[1][1]
    for place, (way, overlap), shorter in zip(places, found, (sideways, ~sideways), strict=True):
        push = _PUSH * np.copysign(overlap[shorter] / 2 + _SLACK, way[shorter])
        np.add.at(place, meeting[1][shorter], push)
        np.subtract.at(place, meeting[0][shorter], push)
    return bool(sideways.size)


def _apart(place: Numbers, half: Numbers, pairs: Pairs) -> tuple[Numbers, Numbers]:
    """How far the second of each pair is from the first in one direction, and by how much they overlap."""
    first, second = pairs
    way = place[second] - place[first]
    return way, half[first] + half[second] - np.abs(way)


def _neighbours(places: Numbers, cell: Numbers) -> Pairs:
    """Pairs in the same or adjoining cells of a grid as wide as the widest one: no others can overlap."""
    columns, rows = np.floor(places / cell[:, np.newaxis]).astype(np.int64)
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
