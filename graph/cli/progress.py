"""How far a build has come: one moving line on a terminal, a few plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
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
        yield _plain(lambda line: print(line, file=sys.stderr, flush=True))
        return
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield lambda name, done: status.update(str(_Stage(name, done)))


def _plain(write: Callable[[str], None]) -> Progress:
    def tell(name: str, done: int) -> None:
        if done % EVERY == 0:
            write(str(_Stage(name, done)))

    return tell
