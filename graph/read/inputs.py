"""From what a user names (files, folders, standard input) to documents."""

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Literal, NamedTuple

from baygraph.errors import BaygraphError
from baygraph.model import Document
from baygraph.read.formats import Failure, read_gzip, read_html, read_jsonl, read_text
from baygraph.read.parquet import read_parquet

Reader = Callable[[IO[bytes], str, str], Iterator[Document | Failure]]
Input = Path | Literal["-"]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_gzip,
    ".parquet": read_parquet,
}
STANDARD_INPUT = "-"


class File(NamedTuple):
    """A file, and what reports call it: its path from the given folder down, the same on any machine."""

    name: str
    path: Path


def read_inputs(inputs: Sequence[Input]) -> Iterator[Document | Failure]:
    """Read all documents of files, of whole folders and of standard input (``-``).

    What gives no document is a Failure, and so is a second document with the id of one already read.
    Files are read in the order of their names, whatever the order they are given in; hidden ones are not.
    The text is kept as read: a file's without byte order mark and with LF as line end, a page's main text,
    a JSON record's ``text`` to the letter. No Unicode normalization is done.
    """
    seen: set[str] = set()
    for name, found in _read_all(inputs):
        if isinstance(found, Document) and found.id in seen:
            yield second(found.place or name, found.id)
            continue
        if isinstance(found, Document):
            seen.add(found.id)
        yield found


def _read_all(inputs: Sequence[Input]) -> Iterator[tuple[str, Document | Failure]]:
    for file in files([path for path in inputs if isinstance(path, Path)]):
        for found in read_file(file):
            yield file.name, found
    if STANDARD_INPUT in inputs:
        for found in read_stream(sys.stdin.buffer, "standard input", "stdin", sniff):
            yield "standard input", found


def files(paths: Sequence[Path]) -> Iterator[File]:
    """Give the files of files and folders in the order of their names, each once."""
    found = {(_printable(name), path.resolve()) for root in paths for name, path in _below(root)}
    seen: set[Path] = set()
    for name, path in sorted(found):
        if path not in seen:
            seen.add(path)
            yield File(name, path)


def _below(root: Path) -> Iterator[tuple[Path, Path]]:
    paths = _walk(root) if root.is_dir() else [root]
    return ((Path(root.name) / path.relative_to(root), path) for path in paths)


def _walk(root: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))
    yield from (Path(error.filename) for error in closed)  # opening it again will say why


def suffix_of(name: str) -> str | None:
    """Tell by which of the endings of READERS a file's name says what kind it is, if by any."""
    return next((suffix for suffix in READERS if name.lower().endswith(suffix)), None)


def of_no_kind(name: str) -> Failure:
    """Say that a file is of no kind that is read."""
    return Failure(name, f"is none of the kinds that are read: {' '.join(READERS)}", True)


def second(name: str, id: str) -> Failure:
    """Say that a document has the id of one that stands before it."""
    return Failure(name, f"another document already has the id {id}; give it one of its own")


def read_file(file: File) -> Iterator[Document | Failure]:
    """Read one file by its ending; one that cannot be opened is a Failure."""
    suffix = suffix_of(file.path.name)
    if suffix is None and file.path.is_file():
        return iter([of_no_kind(file.name)])
    try:
        stream = file.path.open("rb")
    except OSError as error:
        return iter([Failure(file.name, error.strerror or "cannot be opened")])
    suffix = suffix or ".txt"
    return read_stream(stream, file.name, file.path.name[: -len(suffix)], READERS[suffix])


def read_stream(stream: IO[bytes], name: str, stem: str, reader: Reader) -> Iterator[Document | Failure]:
    """Read an open file and close it; what it cannot give is a Failure."""
    with stream:
        try:
            yield from reader(stream, name, stem)
        except BaygraphError as error:
            yield Failure(name, str(error))
        except OSError as error:
            yield Failure(name, error.strerror or str(error))


def sniff(stream: IO[bytes], name: str, stem: str) -> Iterator[Document | Failure]:
    """Read a stream that has no file name by what it begins with: JSON lines, gzip, HTML or else text."""
    head = stream.peek(4096)[:4096] if isinstance(stream, io.BufferedReader) else b""
    return _kind(head)(stream, name, stem)


def _kind(head: bytes) -> Reader:
    if head.startswith(b"\x1f\x8b"):
        return read_gzip
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:9].lower() == b"<!doctype" or start[:5].lower() == b"<html":
        return read_html
    return read_jsonl if start.startswith(b"{") and b'"text"' in start else read_text


def _printable(path: Path) -> str:
    return path.as_posix().encode("utf-8", "backslashreplace").decode()
