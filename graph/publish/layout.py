"""What a published folder holds, and how a new build takes the place of an old one."""

import os
from collections.abc import Iterable, Iterator
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
FILES: Final = (*GRAPHS, QUADS, PAGE, REPORT, DESCRIPTION)
# A database of a folder's graphs, which a new build of the folder takes away.
STORE: Final = "baygraph.store"


class CannotPublish(BaygraphError):
    """A folder that cannot be written to."""

    reason = "cannot be written to"


@contextmanager
def replacing(out: Path, names: Iterable[str] = (*FILES, STORE)) -> Iterator[Path]:
    """Give an empty folder; its files take the place of those in ``out`` at the end, if all goes well.

    On a failure ``out`` is as it was. Files of other names than these are left alone. Raise CannotPublish.
    """
    target = out.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
            fresh, old = Path(beside, "new"), Path(beside, "old")
            fresh.mkdir()
            old.mkdir()
            yield fresh
            _swap(fresh, target, old, tuple(names))
    except OSError as error:
        raise CannotPublish(out, f"cannot be written to: {error}") from error


def _swap(fresh: Path, target: Path, old: Path, names: Iterable[str]) -> None:
    """Move the old files out and the new ones in, or everything back again."""
    existed = target.exists()
    target.mkdir(exist_ok=True)
    moved: list[tuple[Path, Path]] = []
    done = False
    try:
        for source, goal in ((target, old), (fresh, target)):
            for name in names:
                if (source / name).exists():
                    os.replace(source / name, goal / name)
                    moved.append((source / name, goal / name))
        done = True
    finally:
        if not done:
            for before, after in reversed(moved):
                os.replace(after, before)
            if not existed:
                target.rmdir()
