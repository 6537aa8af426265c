"""What all documents say together, settled on disk: what publishing reads, as often as it needs to."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from pathlib import Path

from baygraph.evidence import DocumentGraph
from baygraph.populate import Dataset
from baygraph.publish.merging import document_of
from baygraph.publish.parts import Head, write
from baygraph.publish.state import State, key_of_part
from baygraph.resolve import Conflict, Lookup, Statement, resolve_thing
from baygraph.rows import by_subject, from_row
from baygraph.sorting import Sorter
from baygraph.triples import Triple


@dataclass(frozen=True, slots=True)
class Triples:
    """Triples in a file, a line each; they can be gone over again and again."""

    path: Path

    def __iter__(self) -> Iterator[Triple]:
        for line in self.lines():
            subject, predicate, value = line[:-1].split(" ", 2)
            yield subject, predicate, value

    def lines(self) -> Iterator[str]:
        """Give each triple as a line of three terms with its line feed."""
        with self.path.open(encoding="utf-8", newline="\n") as file:
            yield from file


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What was left out, in a file."""

    path: Path

    def __iter__(self) -> Iterator[Conflict]:
        with self.path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                yield Conflict(*line[:-1].split("\t"))


@dataclass(frozen=True, slots=True)
class Source:
    """All documents' parts, the plain triples in order, and what was left out; ``work`` may be written to."""

    state: State
    work: Path
    stated: Triples
    conflicts: Conflicts

    def evidence_about(self, nodes: Collection[str]) -> Iterator[list[Triple]]:
        """Give the evidence of the documents that say something of one of the nodes, or are or hold one."""
        if nodes:
            about = {from_row(rows[0]).document for rows in self.state.rows() if speaks_of(rows, nodes)}
            yield from self.state.evidence_in(about | {document_of(node) for node in nodes})


def speaks_of(rows: Sequence[str], nodes: Collection[str]) -> bool:
    """Tell whether the document that the rows are of says something of one of the nodes."""
    return any(row[: row.index("\t")] in nodes for row in rows)


def settle(state: State, work: Path, lookup: Lookup) -> Source:
    """Resolve what the documents of a state say: sorted by thing, one thing after the other."""
    rows = Sorter(work / "rows")
    for own in state.rows():
        rows.add(own)
    source = _source(state, work)
    with source.conflicts.path.open("w", encoding="utf-8", newline="\n") as left_out:
        things = _things(by_subject(rows), lookup, left_out.write)
        _write(source.stated.path, merge(things, _described(state.heads()), key=itemgetter(0)))
    return source


def hold(dataset: Dataset, state: State, work: Path) -> Source:
    """Put a dataset that is in memory on disk as it is."""
    add_all(state, dataset.documents)
    source = _source(state, work)
    _write(source.stated.path, (("", to_line(triple)) for triple in dataset.stated))
    with source.conflicts.path.open("w", encoding="utf-8", newline="\n") as left_out:
        left_out.writelines("\t".join(conflict) + "\n" for conflict in dataset.conflicts)
    return source


def add_all(state: State, documents: Iterable[DocumentGraph]) -> None:
    """Take documents that were read before into a state; raise ConflictingDocuments."""
    for document in documents:
        part = write(document)
        state.add(key_of_part(part), part)


def _source(state: State, work: Path) -> Source:
    return Source(state, work, Triples(work / "stated"), Conflicts(work / "conflicts"))


def _things(
    things: Iterable[tuple[str, Iterator[Statement]]], lookup: Lookup, leave_out: Callable[[str], object]
) -> Iterator[tuple[str, str]]:
    """Give each thing with the lines that state it."""
    for subject, said in things:
        triples, conflicts = resolve_thing(subject, said, lookup)
        for conflict in conflicts:
            leave_out("\t".join(conflict) + "\n")
        yield subject, "".join(map(to_line, triples))


def _described(heads: Iterable[Head]) -> Iterator[tuple[str, str]]:
    return ((head.iri, "".join(map(to_line, head.description))) for head in heads)


def to_line(triple: Triple) -> str:
    """Write a triple as ``Triples`` reads it."""
    return " ".join(triple) + "\n"


def _write(path: Path, blocks: Iterable[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(text for _, text in blocks)
