"""Each text with what was read in it: the fastest way to see what was missed."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from baygraph.errors import BaygraphError, NotPublished
from baygraph.model import Document
from baygraph.publish.layout import REPORT
from baygraph.publish.page.statements import collect
from baygraph.review.content import OtherText, read
from baygraph.review.template import assemble
from baygraph.triples import printable

PAGE = "review.html"
_READ = ("baygraph.ttl", "evidence.ttl")


class NothingToReview(BaygraphError):
    """A graph none of whose texts is given."""

    reason = "was built from none of the texts that are given"


class CannotWrite(BaygraphError):
    """A file that cannot be written."""

    reason = "cannot be written to"


class Review(NamedTuple):
    """The page, how many texts it shows, and the documents of the graph whose text is not given."""

    page: str
    texts: int
    missing: tuple[str, ...]


def review(folder: Path, documents: Iterable[Document]) -> Review:
    """Write the page of a published folder's texts; the same folder and texts give the same page.

    Raise NotPublished without a graph, NothingToReview without a text, OtherText for one that has changed.
    """
    if not all((folder / name).is_file() for name in (*_READ, REPORT)):
        raise NotPublished(folder)
    triples = collect(quad for name in _READ for quad in ox.parse(path=str(folder / name)))
    rejected = json.loads((folder / REPORT).read_text("utf-8"))["rejected"]
    content, missing = read(triples, rejected, {printable(each.id): each for each in documents})
    if not content["texts"]:
        raise NothingToReview(folder)
    return Review(assemble(content), len(content["texts"]), missing)


def write(page: str, path: Path) -> None:
    """Write the page whole or not at all; raise CannotWrite."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(page, path)
    except OSError as error:
        raise CannotWrite(path, f"cannot be written to: {error}") from error


def _replace(page: str, path: Path) -> None:
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(page, "utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


__all__ = ["PAGE", "CannotWrite", "NothingToReview", "OtherText", "Review", "review", "write"]
