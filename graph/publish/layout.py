"""What a published folder holds, and how a new build takes the place of an old one."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final

from baygraph.errors import BaygraphError

GRAPH: Final = "https://w3id.org/baygraph/graph/"
# The Turtle files, each with the IRI of its named graph in baygraph.nq.
GRAPHS: Final = MappingProxyType(
    {
        "baygraph.ttl": GRAPH + "baygraph",
        "evidence.ttl": GRAPH + "evidence",
        "inferred.ttl": GRAPH + "inferred",
    }
)
QUADS, PAGE, DESCRIPTION, REPORT = "baygraph.nq", "baygraph.html", "void.ttl", "report.json"
# In this order they are put in place, and in the other taken away: where the report stands, all stands.
FILES: Final = (*GRAPHS, QUADS, PAGE, DESCRIPTION, REPORT)
# A database of a folder's graphs, which a new build of the folder takes away.
STORE: Final = "baygraph.store"
# The folders beside a published one in which the new files are made, wait until all are, and the old ones go.
_NEW, READY, OLD = "new", "ready", "old"
WITHIN: Final = frozenset({_NEW, READY, OLD})


class CannotPublish(BaygraphError):
    """A folder that cannot be written to."""

    reason = "cannot be written to"


@contextmanager
def replacing(out: Path, names: Sequence[str] = (STORE, *FILES)) -> Iterator[Path]:
    """Give an empty folder; its files take the place of those in ``out`` at the end, if all goes well.

    On a failure ``out`` is as it was. Files of other names than these are left alone. Raise CannotPublish.
    """
    target = out.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
            fresh = Path(beside, _NEW)
            fresh.mkdir()
            yield fresh
            _swap(Path(beside), target, names)
    except OSError as error:
        raise CannotPublish(out, f"cannot be written to: {error}") from error


def finish(beside: Path, target: Path) -> None:
    """End the exchange that a killed process was at: all that was ready goes in, or all that was out back."""
    source = beside / READY if (beside / READY).exists() else beside / OLD
    for path in source.iterdir() if source.exists() else ():
        os.replace(path, target / path.name)


def _swap(beside: Path, target: Path, names: Sequence[str]) -> None:
    """Move the old files out and the new ones in, or everything back again."""
    existed = target.exists()
    target.mkdir(exist_ok=True)
    (beside / OLD).mkdir()
    moved: list[tuple[Path, Path]] = []
    done = False
    try:
        for before, after in _moves(beside, target, names):
            if before.exists():
                os.replace(before, after)
                moved.append((before, after))
        done = True
    finally:
        if not done:
            for before, after in reversed(moved):
                os.replace(after, before)
            if not existed:
                target.rmdir()


def _moves(beside: Path, target: Path, names: Sequence[str]) -> Iterator[tuple[Path, Path]]:
    """In such an order that wherever a process is killed, ``finish`` knows what to do."""
    yield from ((target / name, beside / OLD / name) for name in reversed(names))
    yield beside / _NEW, beside / READY
    yield from ((beside / READY / name, target / name) for name in names)
