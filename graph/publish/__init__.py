"""A dataset becomes a folder of files that other systems load."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from baygraph.populate import Dataset
from baygraph.publish.choice import shown
from baygraph.publish.counts import Counting, Counts, tallied
from baygraph.publish.inference import infer, inferred
from baygraph.publish.layout import DESCRIPTION, FILES, GRAPHS, PAGE, QUADS, REPORT, replacing
from baygraph.publish.loading import open_store, to_rdflib, to_store
from baygraph.publish.merging import merge, read_dataset, skipped
from baygraph.publish.page import render
from baygraph.publish.partitions import examples, links
from baygraph.publish.report import write_report
from baygraph.publish.source import Source, Triples, hold, to_line
from baygraph.publish.state import State
from baygraph.publish.summary import Summary, gather
from baygraph.publish.turtle import HEADER, to_turtle
from baygraph.publish.void import describe
from baygraph.triples import iri

if TYPE_CHECKING:
    from baygraph.read import Failure
    from baygraph.validate import Violation

__all__ = [
    "FILES",
    "GRAPHS",
    "infer",
    "merge",
    "open_store",
    "publish",
    "publish_source",
    "read_dataset",
    "skipped",
    "to_rdflib",
    "to_store",
]

STATED, EVIDENCE, INFERRED = GRAPHS


def publish(
    dataset: Dataset, out: Path, *, failures: Iterable["Failure"] = (), violations: Iterable["Violation"] = ()
) -> None:
    """Write all files of a dataset into the folder ``out``, or leave it as it was; raise CannotPublish."""
    with TemporaryDirectory(prefix="baygraph-") as work, State(Path(work, "state")) as state:
        source = hold(dataset, state, Path(work))
        publish_source(source, out, failures=failures, violations=violations)


def publish_source(
    source: Source, out: Path, *, failures: Iterable["Failure"] = (), violations: Iterable["Violation"] = ()
) -> None:
    """Write all files of what is settled on disk, each in one pass; raise CannotPublish."""
    with replacing(out) as folder:
        summary = _summary(source, _write_graphs(source, folder))
        _write(folder / PAGE, [_page(source)])
        report = write_report(summary, source.state.heads, source.conflicts, failures, violations)
        _write(folder / REPORT, report)
        written = [folder / name for name in sorted(FILES) if (folder / name).exists()]
        _write(folder / DESCRIPTION, to_turtle(describe(summary, written)))


def _page(source: Source) -> str:
    chosen = shown(source)
    return render(chosen.triples, chosen.whole)


def _write_graphs(source: Source, folder: Path) -> dict[str, Counts]:
    """Write the plain and the inferred triples and all evidence, and count the first two on the way."""
    follows = Triples(source.work / "follows")
    _write(follows.path, map(to_line, inferred(source.stated, source.work / "inferred")))
    counts = {}
    for name, triples in ((STATED, source.stated), (INFERRED, follows)):
        counting = Counting(source.work / f"counts-{name}")
        _write(folder / name, to_turtle(tallied(triples, counting)))
        counts[name] = counting.counts()
    with (folder / EVIDENCE).open("wb") as file:
        file.write(HEADER.encode())
        file.writelines(source.state.turtle())
    with (folder / QUADS).open("wb") as file:
        file.writelines(_quads(source.stated, GRAPHS[STATED]))
        file.writelines(source.state.quads())
        file.writelines(_quads(follows, GRAPHS[INFERRED]))
    return counts


def _quads(triples: Triples, graph: str) -> Iterator[bytes]:
    end = f" {iri(graph)} .\n"
    return ((line[:-1] + end).encode() for line in triples.lines())


def _summary(source: Source, counts: Mapping[str, Counts]) -> Summary:
    said = gather(source.state.heads(), source.work / f"counts-{EVIDENCE}")
    found = {**counts, EVIDENCE: said.evidence}
    return Summary(
        said.documents,
        said.issued,
        said.languages,
        said.rules,
        {name: found[name] for name in GRAPHS},
        links(source.stated),
        examples(source.stated),
    )


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
