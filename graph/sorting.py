"""Lines in order, however many: sorted by the run in memory, kept on disk, merged while they are read.

Python's own sort and heap: the lines come from Python one by one and go back there, and handing them to an
engine and taking them back costs more than the sorting (``benchmarks/engines.py`` compares).
"""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

# Lines of one run: some sixty megabytes in memory.
RUN: Final = 200_000


class Sorter:
    """Takes lines, each with its line feed, and gives them back by code point; a folder holds the most."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._runs: list[Path] = []
        self._held: list[str] = []

    def add(self, lines: Iterable[str]) -> None:
        """Take lines in any order."""
        self._held.extend(lines)
        if len(self._held) >= RUN:
            self._spill()

    def __iter__(self) -> Iterator[str]:
        """Give all lines in order; equal ones come in a row."""
        self._held.sort()
        with ExitStack() as opened:
            runs = [opened.enter_context(path.open(encoding="utf-8", newline="\n")) for path in self._runs]
            yield from heapq.merge(*runs, self._held)

    def _spill(self) -> None:
        self._held.sort()
        path = self._folder / f"{len(self._runs)}.run"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(self._held)
        self._runs.append(path)
        self._held = []
