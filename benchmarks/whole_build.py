"""The whole build, timed: reading, extraction, population, validation, publishing.

    python whole_build.py TEXTS LANG      one JSON string a line; prints what it took as JSON

The first text warms the build up and is not counted.
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from timed import told

from baygraph.pipeline import build


def built(texts: Sequence[str], folder: Path) -> float:
    """Build a graph of the texts; give the seconds of CPU that it took, files written and read included."""
    source = folder / "texts.jsonl"
    rows = ({"id": str(number), "lang": sys.argv[2], "text": text} for number, text in enumerate(texts))
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    start = time.process_time()
    report = build([source], folder / "out")
    seconds = time.process_time() - start
    if report.documents != len(texts):
        sys.exit(f"only {report.documents} of {len(texts)} texts were built: {report.failures}")
    return seconds


with tempfile.TemporaryDirectory() as name:
    first, *others = map(json.loads, Path(sys.argv[1]).read_text("utf-8").splitlines())
    built([first], Path(name))
    told(built(others, Path(name)), "baygraph")
