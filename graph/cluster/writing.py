"""What a cluster writes into a shared store: N-Quads in parts, tables as Parquet, and the report at last."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from baygraph.cluster.graph import ClusterGraph
from baygraph.export.columns import TABLES, Table
from baygraph.export.parquet import number
from baygraph.publish.layout import QUADS, REPORT, CannotPublish

if TYPE_CHECKING:
    from pyspark.sql import SparkSession
    from pyspark.sql.types import StructType

TABLES_FOLDER: Final = "tables"
_KINDS: Final = {"string": "string", "integer": "bigint", "number": "double", "boolean": "boolean"}


@contextmanager
def fresh(spark: "SparkSession", out: str) -> Iterator[None]:
    """Write to an address within: on a failure nothing is left there.

    Raise CannotPublish where something stands already: nothing of another build is mixed with this one.
    """
    path, system = _hadoop(spark, out)
    if system.exists(path):
        raise CannotPublish(out, "exists already; name another, or remove it")
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            system.delete(path, True)


def write_quads(graph: ClusterGraph, out: str) -> None:
    """Write the three graphs; the parts in the order of their names are baygraph.nq."""
    graph.quads().saveAsTextFile(f"{out}/{QUADS}")


def write_tables(spark: "SparkSession", graph: ClusterGraph, out: str) -> None:
    """Write the tables of ``baygraph export``, a folder each."""
    for table in TABLES:
        rows = graph.table(table.name).map(partial(_cells, [column.kind for column in table.columns]))
        frame = spark.createDataFrame(rows, _schema(table), verifySchema=False)
        frame.write.parquet(f"{out}/{TABLES_FOLDER}/{table.name}", compression="zstd")


def write_report(spark: "SparkSession", pieces: Iterable[str], out: str) -> None:
    """Write the report: where it stands, all else stands too."""
    path, system = _hadoop(spark, f"{out}/{REPORT}")
    stream = system.create(path, False)
    try:
        for piece in _larger(pieces):
            stream.write(bytearray(piece.encode()))
    finally:
        stream.close()


def _larger(pieces: Iterable[str], size: int = 1 << 20) -> Iterator[str]:
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= size:
            yield "".join(held)
            held, length = [], 0
    yield "".join(held)


def _hadoop(spark: Any, address: str) -> tuple[Any, Any]:
    path = spark._jvm.org.apache.hadoop.fs.Path(address)
    return path, path.getFileSystem(spark._jsc.hadoopConfiguration())


def _schema(table: Table) -> "StructType":
    from pyspark.sql.types import StructType, _parse_datatype_string

    schema = StructType()
    for column in table.columns:
        kind = _parse_datatype_string(_KINDS[column.kind])
        schema.add(column.name, kind, metadata={"comment": column.says})
    return schema


def _cells(kinds: Sequence[str], row: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(number(cell) if kind == "number" else cell for kind, cell in zip(kinds, row, strict=True))
