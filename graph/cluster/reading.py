"""From listed files to documents, by the readers that one machine has; Spark only cuts and carries bytes.

A line or a row has the number that it has in its file, so documents without an id have the same on any
number of machines, and so have reports.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from baygraph.cluster.files import Listed, address_of
from baygraph.model import Document
from baygraph.read import Failure
from baygraph.read.formats import read_line
from baygraph.read.inputs import READERS, read_stream
from baygraph.read.parquet import COLUMNS, read_row

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

_LINES, _ROWS = ".jsonl", ".parquet"
_POINTS_IN_TIME: Final = frozenset({"timestamp", "timestamp_ntz"})

# The place of a file among all, and what else is needed of it, by its address.
_Places = Mapping[str, tuple[int, Listed]]
_Starts = Mapping[tuple[str, int], int]


class Found(NamedTuple):
    """What stands at a place of a file: the file's place among all, its name, and a number within it."""

    file: int
    number: int
    name: str
    what: Document | Failure


def read_files(spark: "SparkSession", files: Sequence[Listed]) -> "RDD[Found]":
    """Read all documents of the files, spread over the cluster."""
    places = spark.sparkContext.broadcast({each.address: (at, each) for at, each in enumerate(files)})
    lines = [each for each in files if each.suffix == _LINES]
    rows = [each for each in files if each.suffix == _ROWS]
    whole = [each for each in files if each.suffix not in (_LINES, _ROWS)]
    found = [spark.sparkContext.emptyRDD()]
    if lines:
        starts = spark.sparkContext.broadcast(_starts(spark, lines))
        found.append(_text(spark, lines).rdd.mapPartitions(partial(_read_lines, places, starts)))
    if rows:
        frame = _table(spark, rows)
        found.append(frame.rdd.mapPartitions(partial(_read_rows, places, tuple(frame.columns[2:]))))
    if whole:
        frame = spark.read.format("binaryFile").load([each.pattern for each in whole])
        packed = frame.select("_metadata.file_path", "content")
        found.append(packed.rdd.mapPartitions(partial(_read_whole, places)))
    return reduce(lambda one, other: one.union(other), found)


def _text(spark: "SparkSession", files: Iterable[Listed]) -> "DataFrame":
    """Lines as bytes, each with its file and the place where the piece of the file begins that it is in."""
    from pyspark.sql import functions as sql

    frame = spark.read.option("lineSep", "\n").text([each.pattern for each in files])
    return frame.select("_metadata.file_path", "_metadata.file_block_start", sql.col("value").cast("binary"))


def _starts(spark: "SparkSession", files: Iterable[Listed]) -> dict[tuple[str, int], int]:
    """How many lines of its file stand before each piece; only files that may be cut are counted."""
    whole = spark._jvm.org.apache.spark.network.util.JavaUtils.byteStringAsBytes(
        spark.conf.get("spark.sql.files.openCostInBytes")
    )
    large = [each for each in files if each.size > whole]
    if not large:
        return {}
    counted = _text(spark, large).groupBy("file_path", "file_block_start").count().collect()
    starts: dict[tuple[str, int], int] = {}
    for path, pieces in groupby(sorted(map(tuple, counted)), key=itemgetter(0)):
        before = 0
        for _, start, count in pieces:
            starts[path, start] = before
            before += count
    return starts


def _table(spark: "SparkSession", files: Iterable[Listed]) -> "DataFrame":
    """Rows with their file and number; of a point in time the day."""
    from pyspark.sql import functions as sql

    frame = spark.read.option("mergeSchema", "true").parquet(*[each.pattern for each in files])
    kinds = {field.name: field.dataType.typeName() for field in frame.schema.fields}
    columns = [
        sql.to_date(name).alias(name) if kinds[name] in _POINTS_IN_TIME else sql.col(name)
        for name in COLUMNS
        if name in kinds
    ]
    return frame.select("_metadata.file_path", "_metadata.row_index", *columns)


def _read_lines(places: Any, starts: Any, lines: Iterable[tuple[str, int, bytes]]) -> Iterator[Found]:
    for (written, start), piece in groupby(lines, key=itemgetter(0, 1)):
        at, file = places.value[address_of(written)]
        first = starts.value.get((written, start), 0) + 1
        for number, (_, _, line) in enumerate(piece, start=first):
            for what in read_line(bytes(line), file.name, file.stem, number):
                yield Found(at, number, file.name, what)


def _read_rows(places: Any, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[Found]:
    for written, index, *values in rows:
        at, file = places.value[address_of(written)]
        row = dict(zip(columns, values, strict=True))
        yield Found(at, index, file.name, read_row(row, file.name, file.stem, index + 1))


def _read_whole(places: Any, files: Iterable[tuple[str, bytes]]) -> Iterator[Found]:
    for written, content in files:
        at, file = places.value[address_of(written)]
        stream = io.BytesIO(content)
        found = read_stream(stream, file.name, file.stem, READERS[file.suffix])
        yield from (Found(at, number, file.name, what) for number, what in enumerate(found))
