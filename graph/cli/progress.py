"""How far a build has come: one moving line on a terminal, a few plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from baygraph.pipeline import Progress

EVERY = 1000  # documents between two plain lines


class _Stage(NamedTuple):
    name: str
    done: int

    def __str__(self) -> str:
        return f"{self.name}: {self.done} documents" if self.done else self.name


@contextmanager
def shown() -> Iterator[Progress]:
    """Give what the pipeline tells its progress to; everything goes to standard error."""
    if not sys.stderr.isatty():
        yield _Plain().tell
        return
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield lambda name, done: status.update(str(_Stage(name, done)))


class _Plain:
    """A line for each step, and one for each thousand documents."""

    def __init__(self) -> None:
        self._last = ""

    def tell(self, name: str, done: int) -> None:
        if name != self._last or done % EVERY == 0:
            print(name if name != self._last else _Stage(name, done), file=sys.stderr, flush=True)
        self._last = name
