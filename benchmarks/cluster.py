"""What a build on Spark costs, and from that what an archive of any size would cost on a rented cluster.

    python -P benchmarks/cluster.py [DOCUMENTS] [--cores 2] [--archive 1350000000] [--price 0.05]

Builds a small and a larger corpus, recombined from the texts of corpus/ in equal shares of all languages, on
`local[CORES]` into a shared store, and prints what each further document takes: starting Spark and loading
dictionaries is in both and so in neither. Seconds are processor time of all processes together, so that a
busy machine tells the same. PRICE is that of one core for one hour.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from recombined import recombined

from baygraph.model import Document
from baygraph.read import read_inputs

ROOT = Path(__file__).resolve().parent.parent
SHARE = 4  # the small corpus is one in so many of the larger
MILLION = 1_000_000


class Cost(NamedTuple):
    """Seconds of processor time, and bytes read, shuffled and written."""

    seconds: float
    read: float
    shuffled: float
    quads: float
    tables: float

    def each(self, smaller: "Cost", documents: int) -> "Cost":
        """What each of the documents takes that this has more than a smaller one."""
        return Cost(*((more - less) / documents for more, less in zip(self, smaller, strict=True)))


def texts(count: int) -> Iterator[dict[str, str]]:
    own = [each for each in read_inputs([ROOT / "corpus"]) if isinstance(each, Document)]
    for lang in ("en", "ru", "zh"):
        found = [each.text for each in own if each.lang.split("-")[0] == lang]
        for number, text in enumerate(recombined(found, count // 3)):
            yield {"id": f"{lang}-{number:07}", "lang": lang, "text": text, "issued": f"{2000 + number % 25}"}


def write(path: Path, count: int) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in texts(count))
    path.write_text("".join(lines), "utf-8")


def built(source: Path, folder: Path, cores: int) -> Cost:
    """Build one corpus in a process of its own."""
    log, out = folder / f"{source.stem}-log", folder / f"{source.stem}-out"
    log.mkdir()
    settings = {
        "spark.eventLog.enabled": "true",
        "spark.eventLog.compress": "false",
        "spark.eventLog.dir": log.as_uri(),
        "spark.sql.files.maxPartitionBytes": "1m",
        "spark.ui.enabled": "false",
    }
    command = [sys.executable, "-m", "baygraph", "build", str(source), "-o", f"file://{out}"]
    command += ["--engine=spark", f"--master=local[{cores}]"]
    command += [f"--conf={name}={value}" for name, value in settings.items()]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    seconds = 0.0
    while process.poll() is None:
        seconds = max(seconds, processor(process.pid))
        time.sleep(0.5)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed")
    return Cost(
        seconds, source.stat().st_size, shuffled(log), size(out / "baygraph.nq"), size(out / "tables")
    )


def processor(top: int) -> float:
    """The processor time of a process, of all below it and of those that they have waited for."""
    parents: dict[int, list[int]] = {}
    spent: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        parents.setdefault(int(fields[1]), []).append(int(entry.parent.name))
        spent[int(entry.parent.name)] = sum(map(int, fields[11:15]))
    ahead, ticks = [top], 0
    while ahead:
        process = ahead.pop()
        ticks += spent.get(process, 0)
        ahead += parents.get(process, ())
    return ticks / os.sysconf("SC_CLK_TCK")


def shuffled(log: Path) -> int:
    events = (json.loads(line) for path in log.rglob("events*") for line in path.open(encoding="utf-8"))
    tasks = (each["Task Metrics"] for each in events if each["Event"] == "SparkListenerTaskEnd")
    return sum(task["Shuffle Write Metrics"]["Shuffle Bytes Written"] for task in tasks if task)


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("part-*"))


def told(cost: Cost, archive: int, price: float) -> Iterator[str]:
    hours = cost.seconds * archive / 3600
    yield "| a further document | |"
    yield "| --- | --- |"
    yield f"| read | {cost.read:.0f} bytes |"
    yield f"| processor time | {cost.seconds * 1000:.0f} ms |"
    yield f"| shuffled, compressed | {cost.shuffled:.0f} bytes |"
    yield f"| N-Quads written | {cost.quads:.0f} bytes |"
    yield f"| tables written | {cost.tables:.0f} bytes |"
    yield ""
    yield f"| {archive:,} documents | |"
    yield "| --- | --- |"
    yield f"| a million documents on one core | {cost.seconds * MILLION:,.0f} s |"
    yield f"| {cost.seconds * 1000:.0f} ms × {archive:,} ÷ 3600 | {hours:,.0f} core hours |"
    yield f"| on 1 000 cores | {hours / 1000:,.1f} hours |"
    yield f"| at {price} a core hour | {hours * price:,.0f} |"
    yield f"| shuffled | {cost.shuffled * archive / 1e12:,.1f} TB |"
    yield f"| N-Quads | {cost.quads * archive / 1e12:,.1f} TB |"
    yield f"| tables | {cost.tables * archive / 1e12:,.1f} TB |"


def main() -> None:
    """Generate, build twice and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int, nargs="?", default=600)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--archive", type=int, default=1350 * MILLION)
    parser.add_argument("--price", type=float, default=0.05)
    given = parser.parse_args()
    counts = {"small": given.documents // SHARE, "large": given.documents}
    with tempfile.TemporaryDirectory() as name:
        for stem, count in counts.items():
            write(Path(name, f"{stem}.jsonl"), count)
        costs = {stem: built(Path(name, f"{stem}.jsonl"), Path(name), given.cores) for stem in counts}
    each = costs["large"].each(costs["small"], counts["large"] - counts["small"])
    print("\n".join(told(each, given.archive, given.price)))


if __name__ == "__main__":
    main()
