"""Which engine sorts the rows of an archive: lines come in one by one, and go out in order one by one.

    python -P benchmarks/engines.py DOCUMENTS [ENGINE …]

Prints for each engine, in a process of its own, the seconds beyond those of making the lines and the largest
resident set. The engines are sorted runs as the build has them, SQLite and, where they are installed, DuckDB
and Polars, which take and give lines by Arrow.
"""

import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from baygraph.sorting import Sorter

ROWS = 85  # of a document of two thousand characters
BATCH = 200_000
ID, BAY = "<https://w3id.org/baygraph/id/", "<https://w3id.org/baygraph/ontology#"


def lines(documents: int) -> Iterator[str]:
    """Make rows as documents have them: a third about things that many name, a third about their own."""
    choice = random.Random(2)
    for document in range(documents):
        for number in range(ROWS):
            every = (f"thing-{choice.randrange(3000)}", f"thing-{choice.randrange(documents * 10)}")
            subject = (*every, f"doc-{document:07}--figure-{number}")[number * 3 // ROWS]
            value = f'"Значение {choice.randrange(100_000)}"@ru'
            where = f"{ID}doc/doc-{document:07}>"
            yield f"{ID}{subject}>\t{BAY}p{number % 9}>\t{value}\t{where}\t\t0.85\tverb-frame\n"


def batches(rows: Iterable[str]) -> Iterator[list[str]]:
    stream = iter(rows)
    while batch := list(islice(stream, BATCH)):
        yield batch


def by_nothing(rows: Iterable[str], folder: Path) -> Iterator[str]:
    """Give the lines as they come: what making them takes."""
    return iter(rows)


def by_runs(rows: Iterable[str], folder: Path) -> Iterator[str]:
    sorter = Sorter(folder / "runs")
    for batch in batches(rows):
        sorter.add(batch)
    return iter(sorter)


def by_sqlite(rows: Iterable[str], folder: Path) -> Iterator[str]:
    database = sqlite3.connect(folder / "rows.sqlite")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("CREATE TABLE kept (line TEXT)")
    database.executemany("INSERT INTO kept VALUES (?)", ((row,) for row in rows))
    return (line for (line,) in database.execute("SELECT line FROM kept ORDER BY line"))


def by_duckdb(rows: Iterable[str], folder: Path) -> Iterator[str]:
    import duckdb
    import pyarrow as pa

    schema = pa.schema([("line", pa.string())])
    kept = pa.RecordBatchReader.from_batches(
        schema, (pa.record_batch([pa.array(batch)], schema=schema) for batch in batches(rows))
    )
    settings = {"memory_limit": "1GB", "temp_directory": str(folder)}
    database = duckdb.connect(str(folder / "rows.duckdb"), config=settings)
    database.register("kept", kept)
    database.execute("CREATE TABLE line AS SELECT * FROM kept")
    found = database.sql("SELECT line FROM line ORDER BY line").to_arrow_reader(BATCH)
    return (line for batch in found for line in batch.column(0).to_pylist())


def by_polars(rows: Iterable[str], folder: Path) -> Iterator[str]:
    import polars as pl
    import pyarrow as pa
    import pyarrow.ipc as ipc

    schema = pa.schema([("line", pa.large_string())])
    with ipc.new_file(str(folder / "in.arrow"), schema) as file:
        for batch in batches(rows):
            file.write(pa.record_batch([pa.array(batch, pa.large_string())], schema=schema))
    pl.scan_ipc(folder / "in.arrow").sort("line").sink_ipc(folder / "out.arrow", engine="streaming")
    found = ipc.open_file(str(folder / "out.arrow"))
    every = (found.get_batch(number) for number in range(found.num_record_batches))
    return (line for batch in every for line in batch.column(0).to_pylist())


ENGINES: dict[str, Callable[[Iterable[str], Path], Iterator[str]]] = {
    "none": by_nothing,
    "runs": by_runs,
    "sqlite": by_sqlite,
    "duckdb": by_duckdb,
    "polars": by_polars,
}


def measure(name: str, documents: int) -> None:
    """Sort once, check the order, and print the seconds and megabytes as JSON."""
    start, last, count = time.perf_counter(), "", 0
    with tempfile.TemporaryDirectory() as folder:
        for line in ENGINES[name](lines(documents), Path(folder)):
            if name != "none" and line < last:
                sys.exit(f"{name} gives lines out of order")
            last, count = line, count + 1
    if count != documents * ROWS:
        sys.exit(f"{name} gives {count} lines")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": time.perf_counter() - start, "megabytes": memory}))


def main() -> None:
    """Measure each engine in turn, or the one that is named to the process that does it."""
    documents, names = int(sys.argv[1]), sys.argv[2:]
    if names[:1] == ["--one"]:
        measure(names[1], documents)
        return
    idle = 0.0
    for name in ("none", *(names or list(ENGINES)[1:])):
        command = [sys.executable, "-P", __file__, str(documents), "--one", name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{name:>8}: {(done.stderr.splitlines() or ['failed'])[-1]}")
            continue
        found = json.loads(done.stdout)
        idle = idle or found["seconds"]
        print(f"{name:>8}: {found['seconds'] - idle:6.1f} s, {found['megabytes']:5} MB")


if __name__ == "__main__":
    main()
