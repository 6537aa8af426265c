"""A published folder in the formats of other tools."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from baygraph.errors import BaygraphError, NotPublished
from baygraph.export.formats import FORMATS, Source
from baygraph.publish.layout import GRAPHS, replacing

__all__ = ["ALL", "FORMATS", "UnknownFormat", "export"]

ALL: Final = "all"

Progress = Callable[[str], None]


class UnknownFormat(BaygraphError):
    """A format that nothing is written in."""

    reason = f"is no format of an export; there are {', '.join(FORMATS)} and {ALL}"


def export(
    folder: Path, formats: Iterable[str], to: Path, progress: Progress = lambda name: None
) -> tuple[Path, ...]:
    """Write a published folder in some formats (or ``all``) into the folder ``to``, all files or none.

    Give the files; ``progress`` is told each format as it begins. Raise UnknownFormat, NotPublished,
    MissingExtra or CannotPublish.
    """
    wanted = _wanted(formats)
    if not all((folder / name).is_file() for name in GRAPHS):
        raise NotPublished(folder)
    for name in wanted:
        FORMATS[name].check()
    files = [file for name in wanted for file in FORMATS[name].files]
    source = Source(folder)
    with replacing(to, files) as fresh:
        for name in wanted:
            progress(name)
            FORMATS[name].write(source, fresh)
    return tuple(to / file for file in files)


def _wanted(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats named, each once, in their own order."""
    named = set(formats)
    for name in sorted(named - {*FORMATS, ALL}):
        raise UnknownFormat(name)
    return tuple(name for name in FORMATS if ALL in named or name in named)
