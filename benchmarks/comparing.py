"""What comparisons share: a published folder of recombined texts, rounds in turn, and the line of a ratio."""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from recombined import recombining

from baygraph.model import Document
from baygraph.pipeline import build
from baygraph.read import read_inputs

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ru", "zh")
ROUNDS = 7
LEAST = 0.05  # seconds of a measurement: what takes less is done several times

Sides = Mapping[str, Callable[[], object]]


class Took(NamedTuple):
    """The median seconds of one side, and the median, least and largest ratio to the last side."""

    seconds: float
    ratio: float
    least: float
    most: float


@contextmanager
def published(folder: Path | None, documents: int) -> Iterator[Path]:
    """Give the folder, or one that is built of recombined texts and goes away afterwards."""
    if folder:
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="comparing-") as name:
        source, out = Path(name, "texts.jsonl"), Path(name, "out")
        rows = list(islice(texts(-(-documents // len(LANGUAGES))), documents))
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        report = build([source], out)
        if report.documents != documents:
            sys.exit(f"only {report.documents} of {documents} texts were built: {report.failures}")
        yield out


def texts(each: int) -> Iterator[dict[str, str]]:
    """Give so many recombined texts of every language, as lines of an input."""
    own = [found for found in read_inputs([ROOT / "corpus"]) if isinstance(found, Document)]
    for lang in LANGUAGES:
        sources = [document.text for document in own if document.lang.split("-")[0] == lang]
        for count, text in enumerate(recombining(sources, each)):
            yield {"id": f"{lang}-{count:05}", "lang": lang, "text": text, "issued": f"{2000 + count % 25}"}


def seconds(act: Callable[[], object]) -> float:
    """Give the mean seconds of something that is done until it has taken long enough to tell."""
    start, done = time.perf_counter(), 0
    while (spent := time.perf_counter() - start) < LEAST:
        act()
        done += 1
    return spent / done


def in_turn(sides: Sides, rounds: int = ROUNDS) -> dict[str, Took]:
    """Measure all sides in turn, warm; the last one is what the others are compared with."""
    for act in sides.values():
        act()
    found = [{name: seconds(act) for name, act in sides.items()} for _ in range(rounds)]
    last = list(sides)[-1]
    return {name: took([each[name] for each in found], [each[last] for each in found]) for name in sides}


def took(own: Sequence[float], other: Sequence[float]) -> Took:
    """Sum up the seconds of a side's rounds beside those of another."""
    ratios = [mine / theirs for mine, theirs in zip(own, other, strict=True)]
    return Took(statistics.median(own), statistics.median(ratios), min(ratios), max(ratios))


def told(what: str, took: Took) -> str:
    """Put what a side took into a line."""
    ratio = f"{took.ratio:6.2f} (rounds: {took.least:.2f} to {took.most:.2f})"
    return f"{what:<40} {took.seconds * 1000:10.2f} ms {ratio}"


def versions(*packages: str) -> str:
    """Name packages with their versions, and Python's."""
    named = (f"{package} {version(package)}" for package in packages)
    return ", ".join((*named, f"Python {sys.version.split()[0]}"))
