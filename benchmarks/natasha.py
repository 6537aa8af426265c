"""Documents a second and core: the whole build against the stock natasha chain, over the same Russian texts.

    make benchmark
    python benchmarks/natasha.py [INPUT …]      what `baygraph build` takes

Without an input two corpora are measured: the texts of corpus/, where the page and the other files that a
build makes once weigh most, and 200 documents recombined from them. Both sides run in turn, each in its own
environment and in fresh processes, on one thread, and see each text once. The ratio that counts is the
median of the rounds.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from recombined import recombined

from baygraph.model import Document
from baygraph.read import read_inputs

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ENVIRONMENT = ROOT / ".venv" / "natasha"
ROUNDS = 3
MANY = 200
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Timing(NamedTuple):
    """What one process measured."""

    seconds: float
    version: str


def natasha_python() -> Path:
    """Give the Python of natasha's own environment, which is made the first time."""
    python = ENVIRONMENT / "bin" / "python"
    made = ENVIRONMENT / "made"
    if not made.exists():
        lock = ROOT / "requirements" / "benchmark.lock"
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*install, "-r", lock], check=True)
        made.touch()
    return python


def measured(python: Path | str, script: str, texts: Path) -> Timing:
    """Run one side once."""
    command = [python, "-P", HERE / script, texts]
    done = subprocess.run(command, env=os.environ | ONE_THREAD, check=True, stdout=subprocess.PIPE, text=True)
    return Timing(**json.loads(done.stdout))


def russian(inputs: Sequence[Path]) -> list[str]:
    """Give the Russian texts of the inputs."""
    return [each.text for each in read_inputs(inputs) if isinstance(each, Document) and each.lang == "ru"]


def main() -> None:
    """Measure both sides on each corpus and print what they reached."""
    own = russian([Path(name) for name in sys.argv[1:]] or [ROOT / "corpus"])
    if len(own) < 2:
        sys.exit("two Russian texts are needed: one to warm up, one to measure")
    for texts in [own] if sys.argv[1:] else [own, recombined(own, MANY + 1)]:
        compare(texts)


def compare(texts: Sequence[str]) -> None:
    """Measure both sides in turn over the same texts; the first one warms up."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "texts")
        file.write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
        theirs, ours = natasha_python(), sys.executable
        sides = ((ours, "whole_build.py"), (theirs, "stock_chain.py"))
        rounds = [[measured(python, script, file) for python, script in sides] for _ in range(ROUNDS)]
    report(rounds, len(texts) - 1)


def report(rounds: Sequence[Sequence[Timing]], documents: int) -> None:
    """Print both speeds and their ratio."""
    for side in zip(*rounds, strict=True):
        speed = documents / statistics.median(timing.seconds for timing in side)
        print(f"{side[0].version:>20}: {speed:8.2f} documents a second and core")
    ratios = [chain.seconds / build.seconds for build, chain in rounds]
    every = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"{'ratio':>20}: {statistics.median(ratios):8.2f} (rounds: {every})")
    print(f"{documents} documents, Python {sys.version.split()[0]}, {os.cpu_count()} cores, one used")


if __name__ == "__main__":
    main()
