"""How far a build has come: one moving line on a terminal, a few plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from baygraph.pipeline import Progress

if TYPE_CHECKING:
    from rich.live import Live

EVERY = 1000  # documents between two plain lines
_PAUSE = 0.1  # seconds between two states of the moving line


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
    from rich.live import Live

    # Processes that are forked must find no other thread at work, so nothing moves by itself.
    with Live("reading", console=Console(stderr=True), auto_refresh=False, transient=True) as live:
        yield _Moving(live).tell


class _Plain:
    """A line for each step, and one for each thousand documents."""

    def __init__(self) -> None:
        self._last = ""

    def tell(self, name: str, done: int) -> None:
        if name != self._last or done % EVERY == 0:
            print(name if name != self._last else _Stage(name, done), file=sys.stderr, flush=True)
        self._last = name


class _Moving:
    """One line that says what is being done."""

    def __init__(self, live: "Live") -> None:
        self._live, self._name, self._told = live, "", 0.0

    def tell(self, name: str, done: int) -> None:
        if name != self._name or time.monotonic() - self._told > _PAUSE:
            self._live.update(str(_Stage(name, done)), refresh=True)
            self._name, self._told = name, time.monotonic()
