"""Build the wheel with its reading compiled, install it into .venv/compiled, and prove it the same program.

The tests of reading run there, and both programs, the compiled one and the one in Python, build the sample
texts, the evaluation's and recombined ones in every language: the folders must be the same to the byte.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from wheel import ROOT, build, install, run

sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from comparing import texts

from evaluation.gold import LATER, LEARNING, as_jsonl, load

WHEEL, ENVIRONMENT = ROOT / "build" / "compiled", ROOT / ".venv" / "compiled"
EACH = 100  # recombined texts of a language
# What reads texts, what is made of it, and what an installation brings.
TESTS = (
    *("any_text", "cli", "corpus", "dates_ru", "examples_en", "examples_ru", "extract", "faults", "fields"),
    *("gazetteer", "identity_keys", "identity_palladius", "identity_pinyin", "judgements", "learned_owners"),
    *("packaging", "populate", "quantities_en", "quantities_ru", "review", "spread", "state", "weighed"),
    "zh",
)


def compiled() -> Path:
    """Build the wheel and tell what that took."""
    start = time.perf_counter()
    os.environ["BAYGRAPH_COMPILE"] = "1"
    wheel = build(WHEEL)
    del os.environ["BAYGRAPH_COMPILE"]
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    minutes, size = (spent.ru_utime + spent.ru_stime) / 60, wheel.stat().st_size / 1e6
    clock = (time.perf_counter() - start) / 60
    print(f"{wheel.name}: {size:.1f} MB, {minutes:.1f} minutes of processor time, {clock:.1f} by the clock")
    return wheel


def prove_tests(python: Path, folder: Path) -> None:
    """Run the tests of reading on the wheel alone."""
    shutil.copytree(ROOT / "tests", folder / "tests")
    shutil.copy(ROOT / "pyproject.toml", folder)  # pytest's settings; the package is not beside it
    chosen = [Path("tests", f"test_{name}.py") for name in TESTS]
    run(python, "-m", "pytest", "-q", "-n", "auto", "-m", "not slow", *chosen, cwd=folder)


def inputs(folder: Path) -> Iterator[Path]:
    """Give what both programs build."""
    yield ROOT / "corpus"
    (folder / "evaluation.jsonl").write_text(as_jsonl(load() + load(*LATER) + load(LEARNING)), "utf-8")
    yield folder / "evaluation.jsonl"
    rows = (json.dumps(row, ensure_ascii=False) + "\n" for row in texts(EACH))
    (folder / "recombined.jsonl").write_text("".join(rows), "utf-8")
    yield folder / "recombined.jsonl"


def published(python: str | Path, source: Path, out: Path) -> dict[str, bytes]:
    """Build in a process of its own, on all cores; give the files and their content."""
    run(python, "-P", "-m", "baygraph", "build", source, "-o", out)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def prove_bytes(python: Path, folder: Path) -> None:
    """End with what differs between the two programs, or with the documents that both lose."""
    for source in inputs(folder):
        pure = published(sys.executable, source, folder / f"{source.stem}-pure")
        machine = published(python, source, folder / f"{source.stem}-compiled")
        names = sorted(pure.keys() | machine.keys())
        if differing := [name for name in names if pure.get(name) != machine.get(name)]:
            sys.exit(f"{source.name}: compiled, these files are others: {', '.join(differing)}")
        if lost := json.loads(pure["report.json"])["skipped"]:
            sys.exit(f"{source.name}: {len(lost)} documents could not be read, the first for: {lost[0]}")
        print(f"{source.name}: {len(names)} files, the same to the byte")


def main() -> None:
    """Do all of it; the first thing that is wrong ends it."""
    wheel = compiled()
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    python = install(sys.executable, wheel, ENVIRONMENT)
    command = [str(python), "-P", "-c", "import baygraph.extract.facts as module; print(module.__file__)"]
    loaded = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    if loaded.endswith(".py"):
        sys.exit(f"this is not compiled: {loaded}")
    with tempfile.TemporaryDirectory() as name:
        os.environ["PYTHONPYCACHEPREFIX"] = f"{name}/bytecode"
        prove_tests(python, Path(name))
        prove_bytes(python, Path(name))
    print(f"compiled: {ENVIRONMENT.relative_to(ROOT)}/bin/baygraph, {wheel.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
