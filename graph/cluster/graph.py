"""The graph of a corpus as frames of Spark: what is shuffled by which key, and in which order it comes."""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from baygraph.cluster import things
from baygraph.cluster.parts import good
from baygraph.cluster.things import Thing
from baygraph.publish.counts import Counting, Counts
from baygraph.publish.inference import Onward, reach
from baygraph.publish.layout import GRAPHS
from baygraph.publish.parts import Head, head_of
from baygraph.resolve import Conflict
from baygraph.triples import Triple, iri
from baygraph.validate import Fault

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

STATED, EVIDENCE, INFERRED = GRAPHS
_THING: Final = "thing string, stated string, supports string, conflicts string"


class ClusterGraph:
    """What all parts say together; each frame is made once and kept on the cluster's disks."""

    def __init__(self, spark: "SparkSession", parts: "DataFrame", work: Path) -> None:
        """``work`` is a folder of this machine for what is too much for its memory."""
        self._spark = spark
        self._work = work
        self.parts = self._in_order(good(parts), "iri")

    @cached_property
    def things(self) -> "DataFrame":
        """Everything that is stated, a row a thing, in order."""
        taken = self.parts.select("head", "objects", "rows", "quads").rdd.mapPartitions(things.lines_of)
        lines = self._frame(taken, "thing string, kind int, text string")
        ordered = lines.repartitionByRange("thing").sortWithinPartitions("thing", "kind", "text")
        return self._kept(self._frame(ordered.rdd.mapPartitions(things.settle), _THING))

    @cached_property
    def follows(self) -> "DataFrame":
        """The lines of what follows from what is stated, in order."""
        rows = self._things().mapPartitions(partial(things.follow, self._onward()))
        frame = self._frame(rows, "subject string, line string, mark string").distinct()
        ordered = frame.repartitionByRange("subject").sortWithinPartitions("line", "mark")
        found = ordered.rdd.mapPartitions(things.news).map(lambda line: (line,))
        return self._kept(self._frame(found, "line string"))

    @cached_property
    def surrounded(self) -> "RDD[tuple[Thing, list[str]]]":
        """Each thing with what those that it leads to are called."""
        from pyspark.sql import functions as sql

        pairs = self._frame(self._things().flatMap(things.pointed), "thing string, other string")
        called = self._frame(self._things().map(things.called), "other string, called string")
        around = pairs.join(called, "other").groupBy("thing").agg(sql.collect_list("called").alias("around"))
        frame = self._kept(self.things.join(around, "thing", "left"))
        return frame.rdd.map(lambda row: (Thing(*row[:4]), row[4]))

    def quads(self) -> "RDD[str]":
        """All three graphs as blocks of N-Quads in the order of the one file."""
        stated = self.things.select("stated").rdd.map(lambda row: row[0])
        follows = self.follows.rdd.map(lambda row: row[0])
        evidence = self.parts.select("quads").rdd.map(lambda row: row[0])
        written = [
            stated.mapPartitions(partial(things.as_quads, iri(GRAPHS[STATED]))),
            evidence.mapPartitions(things.evidence_quads),
            follows.mapPartitions(partial(things.as_quads, iri(GRAPHS[INFERRED]))),
        ]
        return self._spark.sparkContext.union(written)

    def table(self, name: str) -> "RDD[Any]":
        """The rows of a table."""
        if name in things.OF_DOCUMENTS:
            parts = self.parts.select("head", "objects", "quads").rdd
            return parts.flatMap(partial(things.document_rows, name))
        return self.surrounded.flatMap(lambda each: things.table_rows(name, *each))

    def heads(self) -> Iterator[Head]:
        """Bring the small half of each part to this machine, in the order of the documents' IRIs."""
        rows = self.parts.select("head", "objects").toLocalIterator(True)
        return (head_of(bytes(head), bytes(objects)) for head, objects in rows)

    def faults(self) -> set[Fault]:
        """Test every thing and every document against the shapes."""
        found = self.surrounded.flatMap(lambda each: things.faults_of_thing(*each)).collect()
        return {*found, *(fault for head in self.heads() for fault in head.faults)}

    def conflicts(self) -> Iterator[Conflict]:
        """Bring what was left out to this machine, in order."""
        rows = self.things.where("conflicts <> ''").select("conflicts").toLocalIterator(True)
        return (Conflict(*line.split("\t")) for (lines,) in rows for line in lines.split("\n")[:-1])

    def counts(self) -> Mapping[str, Counts]:
        """Count what is stated and what follows."""
        return {STATED: self._count(self.things, "stated"), INFERRED: self._count(self.follows, "line")}

    def _count(self, frame: "DataFrame", column: str) -> Counts:
        counting = Counting(self._work / column)
        blocks = frame.select(column).rdd.map(lambda row: row[0])
        for tally in blocks.mapPartitions(things.count).toLocalIterator():
            counting.add(tally)
        return counting.counts()

    def evidence_about(self, nodes: set[str]) -> Iterator[list[Triple]]:
        """Bring the evidence of the documents that say something of some nodes, or are or hold one."""
        parts = self.parts.select("iri", "rows", "quads").rdd
        yield from parts.flatMap(partial(things.evidence_if, nodes)).toLocalIterator()

    def _onward(self) -> Onward:
        """What lies in what, as far as something lies in it in turn: so little that each machine holds it."""
        found = self._frame(
            self._things().mapPartitions(things.edges), "one string, link string, other string"
        )
        links = self._kept(found.distinct())
        targets = links.selectExpr("link", "other as one").distinct()
        return reach(
            tuple(row) for row in links.join(targets, ["link", "one"]).select(links.columns).collect()
        )

    def _things(self) -> "RDD[Thing]":
        return self.things.rdd.map(lambda row: Thing(*row))

    def _in_order(self, frame: "DataFrame", key: str) -> "DataFrame":
        return self._kept(frame.repartitionByRange(key).sortWithinPartitions(key))

    def _frame(self, rows: "RDD[Any]", schema: str) -> "DataFrame":
        return self._spark.createDataFrame(rows, schema, verifySchema=False)

    def _kept(self, frame: "DataFrame") -> "DataFrame":
        from pyspark import StorageLevel

        return frame.persist(StorageLevel.DISK_ONLY)
