"""Each document's part of the graph, made where the document is read and kept on the cluster's disks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from baygraph.cluster.files import Listed
from baygraph.cluster.reading import Found, read_files
from baygraph.cluster.session import OtherRules
from baygraph.fingerprint import rules
from baygraph.model import Document
from baygraph.pipeline import Made, make
from baygraph.publish.parts import Part
from baygraph.read import Failure
from baygraph.read.inputs import second

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_PIECES: Final = "spark.sql.shuffle.partitions"
_PART: Final = ("id", "iri", "objects", "head", "rows", "turtle", "quads")
_SCHEMA: Final = """
    file int, number long, name string, document string, failed string, reason string, skipped boolean,
    key binary, id string, iri string, objects binary, head binary, rows binary, turtle binary, quads binary
"""


def make_parts(spark: "SparkSession", files: list[Listed], settings: Mapping[str, str]) -> "DataFrame":
    """Read all files and make the parts: a row for each, and for what gave none."""
    from pyspark import StorageLevel

    found = read_files(spark, files)
    if _PIECES not in settings:  # what is shuffled grows with what is read
        pieces = max(found.getNumPartitions(), spark.sparkContext.defaultParallelism)
        spark.conf.set(_PIECES, str(pieces))
    rows = found.mapPartitions(partial(make_rows, rules()))
    frame = spark.createDataFrame(rows, _SCHEMA, verifySchema=False).persist(StorageLevel.DISK_ONLY)
    return _without_seconds(frame).persist(StorageLevel.DISK_ONLY)


def good(frame: "DataFrame") -> "DataFrame":
    """Keep the rows that hold a part."""
    return frame.where("key is not null")


def failed(frame: "DataFrame") -> list[Failure]:
    """Collect what gave no part, and why."""
    rows = frame.where("key is null").select("failed", "reason", "skipped").distinct()
    return [Failure(*row) for row in rows.toLocalIterator()]


def each(frame: "DataFrame") -> Iterator[Made | Failure]:
    """Bring everything to this machine, piece by piece."""
    frame.count()  # all at once over the cluster; what follows goes through it a piece at a time
    for row in frame.select("failed", "reason", "skipped", "key", *_PART).toLocalIterator(True):
        name, reason, skipped, key, id, iri, *packed = row
        yield Failure(name, reason, skipped) if key is None else _made(key, id, iri, packed)


def _made(key: bytearray, id: str, iri: str, packed: Iterable[bytearray]) -> Made:
    return Made(bytes(key), Part(id, iri, *map(bytes, packed)))


def make_rows(asked: str, found: Iterable[Found]) -> Iterator[tuple[Any, ...]]:
    """Make the part of each document by the rules whose hash is given; raise OtherRules."""
    import socket

    if rules() != asked:
        raise OtherRules(socket.gethostname())
    for file, number, name, what in found:
        made = make(what)
        place, document = (what.place or name, what.id) if isinstance(what, Document) else (name, None)
        yield (file, number, place, document, *_cells(made))


def _cells(made: Made | Failure) -> tuple[Any, ...]:
    if isinstance(made, Failure):
        return (*made, None, *[None] * len(_PART))
    return (None, None, None, made.key, *(getattr(made.part, name) for name in _PART))


def _without_seconds(frame: "DataFrame") -> "DataFrame":
    """Put in place of a document whose id another has that stands before it that this is so."""
    from pyspark.sql import functions as sql

    place = sql.struct("file", "number")
    ids = frame.where("document is not null").groupBy("document")
    firsts = ids.agg(sql.min(place).alias("first"), sql.count("*").alias("times")).where("times > 1")
    if firsts.isEmpty():
        return frame
    marked = frame.join(firsts.select("document", "first"), "document", "left")
    late = sql.coalesce(place != sql.col("first"), sql.lit(False))
    rows = marked.withColumn("late", late).select("late", *frame.columns).rdd.map(_told)
    return frame.sparkSession.createDataFrame(rows, _SCHEMA, verifySchema=False)


def _told(row: Sequence[Any]) -> tuple[Any, ...]:
    late, file, number, name, document, *rest = row
    cells = _cells(second(name, document)) if late else rest
    return (file, number, name, document, *cells)
