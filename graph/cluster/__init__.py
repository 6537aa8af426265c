"""The same build on a Spark cluster: one machine's functions, run where the documents are.

Into a folder of this machine it publishes what a build on one machine does, byte for byte. Into a shared
store, which is given by its address, the cluster writes N-Quads in parts and tables, and nothing passes
through one machine but counts and the report.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from baygraph.cluster.files import list_files
from baygraph.cluster.graph import EVIDENCE, ClusterGraph
from baygraph.cluster.parts import each, failed, good, make_parts
from baygraph.cluster.session import ClusterFailed, MissingEngine, OtherRules, connected
from baygraph.cluster.writing import fresh, write_quads, write_report, write_tables
from baygraph.pipeline import Made, Progress, Report, publish_made, silent
from baygraph.publish.layout import GRAPHS
from baygraph.publish.report import write_report as report_of
from baygraph.publish.summary import Summary, gather
from baygraph.read import Failure
from baygraph.validate import Violation, violations
from baygraph.validate.ontology import validate_ontology

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["ClusterFailed", "MissingEngine", "OtherRules", "build"]


def build(
    inputs: Sequence[Path | str],
    out: Path | str,
    master: str,
    *,
    settings: Mapping[str, str] | None = None,
    strict: bool = False,
    progress: Progress = silent,
) -> Report:
    """Read the inputs, which are paths or addresses, on the cluster of ``master`` and publish into ``out``.

    Raise MissingEngine, ClusterFailed or CannotPublish.
    """
    if isinstance(out, Path):
        return publish_made(_brought(inputs, master, settings or {}), out, strict=strict, progress=progress)
    with (
        connected(master, settings or {}) as spark,
        fresh(spark, out),
        TemporaryDirectory(prefix="baygraph-") as work,
    ):
        progress("reading", 0)
        files, failures = list_files(spark, inputs)
        parts = make_parts(spark, files, settings or {})
        return _build(spark, parts, failures, out, Path(work), strict, progress)


def _brought(
    inputs: Sequence[Path | str], master: str, settings: Mapping[str, str]
) -> Iterator[Made | Failure]:
    """Have the cluster read, and bring what it made to this machine."""
    with connected(master, settings) as spark:
        files, failures = list_files(spark, inputs)
        yield from chain(failures, each(make_parts(spark, files, settings)))


def _build(
    spark: "SparkSession",
    parts: "DataFrame",
    unread: list[Failure],
    out: str,
    work: Path,
    strict: bool,
    progress: Progress,
) -> Report:
    failures = (*unread, *failed(parts))
    documents = good(parts).count()
    if not documents:
        return Report(0, failures, (), published=False)
    graph = ClusterGraph(spark, parts, work)
    progress("validating", 0)
    found = (*validate_ontology(), *_validate(graph))
    wanted = not (strict and found)
    if wanted:
        progress("publishing", 0)
        write_quads(graph, out)
        write_tables(spark, graph, out)
        summary = _summary(graph, work)
        write_report(spark, report_of(summary, graph.heads, graph.conflicts(), failures, found), out)
    return Report(documents, failures, found, published=wanted)


def _validate(graph: ClusterGraph) -> tuple[Violation, ...]:
    faults = graph.faults()
    return violations(faults, graph.evidence_about({fault.fact[0] for fault in faults}))


def _summary(graph: ClusterGraph, work: Path) -> Summary:
    """Give what the report tells; what only void.ttl tells is left out."""
    said = gather(graph.heads(), work / "heads")
    found = {**graph.counts(), EVIDENCE: said.evidence}
    counts = {name: found[name] for name in GRAPHS}
    return Summary(said.documents, said.issued, said.languages, said.rules, counts, {}, ())
