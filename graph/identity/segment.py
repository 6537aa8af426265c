"""Parting a sequence into pieces."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class _Path(NamedTuple):
    cost: int
    start: int
    value: Any


def cheapest(length: int, pieces: Callable[[int], Iterator[tuple[int, int, T]]]) -> tuple[T, ...] | None:
    """Part a sequence of this length into the pieces that cost least in all; None if it cannot be.

    ``pieces(start)`` gives what can begin at a place: where it ends, its cost, its value. Of equal partings
    the one with the longer last piece is taken.
    """
    paths: list[_Path | None] = [_Path(0, 0, None), *[None] * length]
    reached = 0
    for start in range(length):
        here = paths[start]
        if here:
            for stop, cost, value in pieces(start):
                before, total = paths[stop], here.cost + cost
                if before is None or total < before.cost:
                    paths[stop] = _Path(total, start, value)
                    reached = max(reached, stop)
        elif start > reached:
            return None
    return tuple(_back(paths, length)) if length and paths[length] else None


def _back(paths: list[_Path | None], stop: int) -> list[T]:
    values: list[T] = []
    while stop and (path := paths[stop]):
        values.append(path.value)
        stop = path.start
    return values[::-1]
