"""Scripts that do their work on the same texts, side by side: in turn, in fresh processes, on one thread."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ROUNDS = 3
COMPILED = "compiled"  # the environment that `make compiled` makes
COMPILED_PYTHON = ROOT / ".venv" / COMPILED / "bin" / "python"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Side(NamedTuple):
    """A script of this folder; ``environment`` names a lock file or is COMPILED; empty, the project's own."""

    name: str
    script: str
    arguments: tuple[str, ...] = ()
    environment: str = ""


class Timing(NamedTuple):
    """What one process measured."""

    seconds: float
    version: str
    compiled: bool = False


def python_of(environment: str) -> Path:
    """Give the Python of an environment, which is made from its lock file the first time."""
    if not environment:
        return Path(sys.executable)
    if environment == COMPILED:
        return COMPILED_PYTHON
    folder, lock = ROOT / ".venv" / environment, ROOT / "requirements" / f"{environment}.lock"
    python, made = folder / "bin" / "python", folder / "made"
    if not made.exists() or made.read_bytes() != lock.read_bytes():
        venv.create(folder, with_pip=True, clear=True)
        install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*install, "-r", lock], check=True)
        made.write_bytes(lock.read_bytes())
    return python


def measured(side: Side, texts: Path) -> Timing:
    """Run one side once."""
    command: list[str | Path] = [python_of(side.environment), HERE / side.script, texts, *side.arguments]
    done = subprocess.run(command, env=os.environ | ONE_THREAD, check=True, stdout=subprocess.PIPE, text=True)
    return Timing(**json.loads(done.stdout))


def compare(ours: Sequence[Side], theirs: Side, texts: Sequence[str]) -> None:
    """Measure all sides in turn over the same texts, the first of which warms up; print speeds and ratios."""
    sides = (theirs, *ours)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "texts")
        file.write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
        rounds = [[measured(side, file) for side in sides] for _ in range(ROUNDS)]
    for line in report(sides, list(zip(*rounds, strict=True)), len(texts) - 1):
        print(line, flush=True)


def report(sides: Sequence[Side], timings: Sequence[Sequence[Timing]], documents: int) -> Iterator[str]:
    """Tell the speed of each side, and how many times as fast as the first one the others are."""
    theirs = timings[0]
    for side, every in zip(sides, timings, strict=True):
        speed = documents / statistics.median(timing.seconds for timing in every)
        line = f"{side.name:>26}: {speed:9.2f} documents a second and core, {every[0].version}"
        line += ", compiled" if every[0].compiled else ""
        if every is not theirs:
            ratios = [other.seconds / own.seconds for other, own in zip(theirs, every, strict=True)]
            each = ", ".join(f"{ratio:.3g}" for ratio in ratios)
            line += f", ratio {statistics.median(ratios):.3g} (rounds: {each})"
        yield line
    yield f"{documents} documents, Python {sys.version.split()[0]}, {os.cpu_count()} cores, one used\n"
