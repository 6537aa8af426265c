"""A whole archive from texts to files, as `baygraph build` makes it: speed, memory, and where both go.

    python -P benchmarks/archive.py DOCUMENTS [--workers N] [--lang ru] [--paragraphs 5] [--folder FOLDER]

Prints one line of JSON: documents a second from end to end, the milliseconds of processor time that a
document takes in all processes together and by step in the main one, the largest resident set of any process,
megabytes of state and of published files, and what a second build takes when one document in a hundred has
changed. The documents are recombined from the texts of corpus/ with other names and numbers; a FOLDER keeps
them.
"""

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from recombined import PARAGRAPHS, recombining
from timed import compiled

from baygraph.model import Document
from baygraph.pipeline import Report, build
from baygraph.read import read_inputs
from baygraph.spread import cores

ROOT = Path(__file__).resolve().parent.parent
CHANGED = 100  # one document in so many


class Steps:
    """Takes the time of each step that a build tells of."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.own: dict[str, float] = {}
        self._name, self._wall, self._cpu = "", 0.0, 0.0

    def tell(self, name: str, done: int) -> None:
        """Be told how far the build has come."""
        if name != self._name:
            self.end()
            self._name, self._wall, self._cpu = name, time.perf_counter(), time.process_time()

    def end(self) -> None:
        """End the step that goes on."""
        if self._name:
            self.seconds[self._name] = time.perf_counter() - self._wall
            self.own[self._name] = time.process_time() - self._cpu
        self._name = ""


def write(path: Path, texts: Iterable[str], lang: str) -> None:
    """Write texts as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            row = {"id": f"news-{number:07}", "lang": lang, "text": text, "issued": f"{2000 + number % 25}"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def sources(folder: Path, count: int, lang: str, length: int) -> Iterator[Path]:
    """Write the archive, and the archive as it is after some changes."""
    own = [each for each in read_inputs([ROOT / "corpus"]) if isinstance(each, Document)]
    texts = [each.text for each in own if each.lang.split("-")[0] == lang]
    for name, change in (("first.jsonl", iter), ("second.jsonl", changed)):
        write(folder / name, change(recombining(texts, count, length)), lang)
        yield folder / name


def changed(texts: Iterable[str]) -> Iterator[str]:
    """The texts, some of them with the next one added."""
    for number, (text, following) in enumerate(pairwise(chain(texts, [""]))):
        yield f"{text}\n\n{following}" if number % CHANGED == 0 else text


def processor() -> float:
    """The seconds of processor time of this process and of those that it has waited for."""
    every = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in every)


def largest() -> tuple[int, int]:
    """The largest resident sets so far, in megabytes: of this process, and of any that it has waited for."""
    own, others = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own // 1024, others // 1024


def size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) / 1e6


def measured(source: Path, folder: Path, workers: int) -> tuple[Report, Steps, float, float]:
    """Build once; give the report, the steps, and the seconds by the clock and of all processors."""
    steps = Steps()
    wall, cpu = time.perf_counter(), processor()
    report = build([source], folder / "out", state=folder / "state", progress=steps.tell, workers=workers)
    steps.end()
    return report, steps, time.perf_counter() - wall, processor() - cpu


def main() -> None:
    """Generate, build, change, build again, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int)
    parser.add_argument("--workers", type=int, default=cores())
    parser.add_argument("--lang", default="ru")
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS, help="of a document")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="archive-"))
    folder.mkdir(parents=True, exist_ok=True)
    first, second = sources(folder, given.documents, given.lang, given.paragraphs)
    report, steps, wall, cpu = measured(first, folder, given.workers)
    each = 1000 / report.documents
    own, workers = largest()
    told = {
        "compiled": compiled("baygraph"),
        "documents": report.documents,
        "characters": round(first.stat().st_size / report.documents),
        "workers": given.workers,
        "seconds": round(wall, 1),
        "documents a second": round(report.documents / wall, 2),
        "processor ms a document": round(cpu * each, 2),
        "main process ms a document": {name: round(spent * each, 2) for name, spent in steps.own.items()},
        "seconds by step": {name: round(spent, 1) for name, spent in steps.seconds.items()},
        "largest MB": {"main process": own, "a worker": workers},
        "violations": len(report.violations),
        "state MB": round(size(folder / "state"), 1),
        "published MB": round(size(folder / "out"), 1),
        "load": round(os.getloadavg()[0], 1),
    }
    _, _, again, spent = measured(second, folder, given.workers)
    told["second build"] = {"seconds": round(again, 1), "processor ms a document": round(spent * each, 2)}
    print(json.dumps(told, ensure_ascii=False))
    if not given.folder:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
