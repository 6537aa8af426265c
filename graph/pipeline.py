"""The steps in order: read, extract, populate, resolve, validate, publish. Only this page knows them all."""

import sqlite3
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from baygraph import gazetteer
from baygraph.errors import BaygraphError
from baygraph.evidence import DocumentGraph
from baygraph.extract import claims
from baygraph.model import Document
from baygraph.populate import populate_document
from baygraph.publish import publish_source, skipped
from baygraph.publish.alone import alone, beside, workplace
from baygraph.publish.merging import read_documents
from baygraph.publish.parts import Part, write
from baygraph.publish.source import Source, add_all, settle
from baygraph.publish.state import State, UnusableState, key_of
from baygraph.read import Failure, Input, read_inputs
from baygraph.spread import seldom_collected, spread
from baygraph.validate import Fault, Violation, chunks, faults_of, violations
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
    inputs: Sequence[Input],
    out: Path,
    *,
    state: Path | None = None,
    strict: bool = False,
    progress: Progress = silent,
    workers: int = 1,
) -> Report:
    """Read the inputs and publish what they say into the folder ``out``, or leave it untouched.

    What was read is kept in the folder ``state``, if one is named, and is not read again. With more than one
    of ``workers`` much work is spread over so many processes; a script that asks for that has its
    ``if __name__ == "__main__"``. Both change nothing in what is published. Raise CannotPublish, InUse,
    UnusableState or WorkerLost.
    """
    with seldom_collected(), _kept(state, out) as parts:
        made = spread(make, _unread(read_inputs(inputs), parts), workers, _size)
        return _publish_made(made, parts, out, strict, progress, workers)


def publish_made(
    made: Iterable["Made | Failure"],
    out: Path,
    *,
    strict: bool = False,
    progress: Progress = silent,
    workers: int = 1,
) -> Report:
    """Publish what was read elsewhere, in any order, as ``build`` would have; raise what it raises."""
    with seldom_collected(), _kept(None, out) as parts:
        return _publish_made(made, parts, out, strict, progress, workers)


def merge(folders: Sequence[Path], out: Path, *, strict: bool = False, progress: Progress = silent) -> Report:
    """Publish what published folders say together, as one build of all their texts would have.

    Raise NotPublished on a folder that holds no graph, ConflictingDocuments when two differ on a document.
    """
    with seldom_collected(), _kept(None, out) as parts:
        for folder in folders:
            add_all(parts, read_documents(folder))
        return _publish(parts, skipped(folders), out, strict, progress, 1)


@contextmanager
def _kept(folder: Path | None, out: Path) -> Iterator[State]:
    """Open the state that a folder holds, or one that is thrown away; nobody else builds there meanwhile."""
    with ExitStack() as opened:
        opened.enter_context(alone(out))
        if folder:
            opened.enter_context(alone(folder))
        home = folder or Path(opened.enter_context(beside(out)), "state")
        try:
            yield opened.enter_context(State(home))
        except sqlite3.Error as error:
            raise UnusableState(home, f"cannot be written to: {error}") from error


def _publish_made(
    made: Iterable["Made | Failure"],
    parts: State,
    out: Path,
    strict: bool,
    progress: Progress,
    workers: int,
) -> Report:
    failures = tuple(_kept_apart(made, parts, progress))
    if not len(parts):
        return Report(0, failures, (), published=False)
    return _publish(parts, failures, out, strict, progress, workers)


def _kept_apart(made: Iterable["Made | Failure"], parts: State, progress: Progress) -> Iterator[Failure]:
    """Take what was made of documents into the state, and give what gave none."""
    for done, each in enumerate(made, start=1):
        if isinstance(each, Failure):
            yield each
        else:
            parts.add(*each)
        progress("reading", done)


def _unread(found: Iterable[Document | Failure], parts: State) -> Iterator[Document | Failure]:
    return (each for each in found if isinstance(each, Failure) or not parts.want(key_of(each)))


def _publish(
    parts: State, failures: tuple[Failure, ...], out: Path, strict: bool, progress: Progress, workers: int
) -> Report:
    with workplace(parts.folder) as work:
        progress("putting together", 0)
        source = settle(parts, work, gazetteer.load().by_key)
        progress("validating", 0)
        found = (*validate_ontology(), *_validate(source, workers))
        wanted = not (strict and found)
        if wanted:
            progress("publishing", 0)
            publish_source(source, out, failures=failures, violations=found)
            parts.forget_others()
    return Report(len(parts), failures, found, published=wanted)


def _validate(source: Source, workers: int) -> tuple[Violation, ...]:
    found: set[Fault] = set()
    for faults in spread(faults_of, chunks(source.stated), workers, lambda chunk: len(chunk.triples)):
        found |= faults
    for head in source.state.heads():
        found.update(head.faults)
    return violations(found, source.evidence_about({fault.fact[0] for fault in found}))


class Made(NamedTuple):
    """A document's part of what is published, under its name in the state."""

    key: bytes
    part: Part


def make(found: Document | Failure) -> Made | Failure:
    """Read one document and write its part, or say why there is none: a pure function, for any worker."""
    if isinstance(found, Failure):
        return found
    graph = part(found)
    return graph if isinstance(graph, Failure) else Made(key_of(found), write(graph))


def part(found: Document | Failure) -> DocumentGraph | Failure:
    """Make one document's graph, or say why there is none: a pure function of the document."""
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
