"""The steps in order: read, extract, populate, validate, publish. Only this page knows them all."""

import gc
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from baygraph.errors import BaygraphError
from baygraph.evidence import DocumentGraph
from baygraph.extract import claims
from baygraph.model import Document
from baygraph.populate import Dataset, combine, populate_document
from baygraph.publish import merge as merge_folders
from baygraph.publish import publish, skipped
from baygraph.read import Failure, Input, read_inputs
from baygraph.spread import spread
from baygraph.validate import Violation, validate
from baygraph.validate.ontology import validate_ontology

# Told the name of the step that begins or goes on, and how many documents it has done.
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a build; it is not published without a document, nor under ``strict`` with a violation."""

    documents: int
    failures: tuple[Failure, ...]
    violations: tuple[Violation, ...]
    published: bool


def silent(step: str, done: int) -> None:
    """Be told, and tell nobody."""


def build(
    inputs: Sequence[Input], out: Path, *, strict: bool = False, progress: Progress = silent, workers: int = 1
) -> Report:
    """Read the inputs and publish what they say into the folder ``out``, or leave it untouched.

    With more than one of ``workers`` much work is spread over so many processes, to the same bytes; a script
    that asks for that has its ``if __name__ == "__main__"``. Raise CannotPublish or WorkerLost.
    """
    with _uncollected():
        return _build(inputs, out, strict, progress, workers)


def merge(folders: Sequence[Path], out: Path, *, strict: bool = False, progress: Progress = silent) -> Report:
    """Publish what published folders say together, as one build of all their texts would have.

    Raise NotPublished on a folder that holds no graph, ConflictingDocuments when two differ on a document.
    """
    with _uncollected():
        progress("putting together", 0)
        return _publish(merge_folders(folders), skipped(folders), out, strict, progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the cyclic collector: a build keeps what it makes to its end, in vain searched."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _build(inputs: Sequence[Input], out: Path, strict: bool, progress: Progress, workers: int) -> Report:
    made = spread(part, read_inputs(inputs), workers, _size)
    graphs, failures = _parted(_told(made, progress))
    if not graphs:
        return Report(0, failures, (), published=False)
    progress("putting together", 0)
    return _publish(combine(graphs), failures, out, strict, progress)


def _publish(
    dataset: Dataset, failures: tuple[Failure, ...], out: Path, strict: bool, progress: Progress
) -> Report:
    progress("validating", 0)
    violations = (*validate_ontology(), *validate(dataset))
    wanted = not (strict and violations)
    if wanted:
        progress("publishing", 0)
        publish(dataset, out, failures=failures, violations=violations)
    return Report(len(dataset.documents), failures, violations, published=wanted)


def part(found: Document | Failure) -> DocumentGraph | Failure:
    """Make one document's part of the graph, or say why there is none: a pure function, for any worker."""
    if isinstance(found, Failure):
        return found
    try:
        return populate_document(claims(found))
    except BaygraphError as error:
        return Failure(found.id, str(error))
    except Exception as error:  # noqa: BLE001 (a fault of one rule must not lose the other documents)
        return Failure(found.id, f"could not be read for a fault in baygraph: {_where(error)}")


def _size(found: Document | Failure) -> int:
    return len(found.text) if isinstance(found, Document) else 0


def _where(error: Exception) -> str:
    """Name a fault and the place in the package that it was met at, for a report of it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(frame.filename).stem}.py, line {frame.lineno})"


def _told(parts: Iterable[DocumentGraph | Failure], progress: Progress) -> Iterator[DocumentGraph | Failure]:
    for done, each in enumerate(parts, start=1):
        progress("reading", done)
        yield each


def _parted(
    parts: Iterable[DocumentGraph | Failure],
) -> tuple[tuple[DocumentGraph, ...], tuple[Failure, ...]]:
    graphs, failures = [], []
    for each in parts:
        if isinstance(each, Failure):
            failures.append(each)
        else:
            graphs.append(each)
    return tuple(graphs), tuple(failures)
