"""A dataset becomes a folder of files that other systems load."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from baygraph.populate import Dataset
from baygraph.publish.counts import count
from baygraph.publish.inference import infer
from baygraph.publish.layout import DESCRIPTION, FILES, GRAPHS, PAGE, QUADS, REPORT, replacing
from baygraph.publish.loading import open_store, to_rdflib, to_store
from baygraph.publish.merging import merge, read_dataset, skipped
from baygraph.publish.page import render
from baygraph.publish.report import write_report
from baygraph.publish.turtle import to_nquads, to_turtle
from baygraph.publish.void import describe
from baygraph.triples import Triple, iri

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
    "read_dataset",
    "skipped",
    "to_rdflib",
    "to_store",
]


def publish(
    dataset: Dataset, out: Path, *, failures: Iterable["Failure"] = (), violations: Iterable["Violation"] = ()
) -> None:
    """Write all files of a dataset into the folder ``out``, or leave it as it was; raise CannotPublish."""
    inferred = infer(dataset.stated)
    counts = {name: count(triples) for name, triples in graphs(dataset, inferred).items()}
    with replacing(out) as folder:
        for name, triples in graphs(dataset, inferred).items():
            _write(folder / name, to_turtle(triples))
        with (folder / QUADS).open("w", encoding="utf-8", newline="\n") as file:
            for name, triples in graphs(dataset, inferred).items():
                file.writelines(to_nquads(triples, iri(GRAPHS[name])))
        _write(folder / PAGE, [render(chain(dataset.stated, dataset.evidence))])
        _write(folder / REPORT, [write_report(dataset, counts, failures, violations)])
        written = [folder / name for name in sorted(FILES) if (folder / name).exists()]
        _write(folder / DESCRIPTION, to_turtle(describe(dataset, counts, written)))


def graphs(dataset: Dataset, inferred: Iterable[Triple]) -> dict[str, Iterable[Triple]]:
    """The triples of each Turtle file, by its name."""
    return {"baygraph.ttl": dataset.stated, "evidence.ttl": dataset.evidence, "inferred.ttl": inferred}


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
