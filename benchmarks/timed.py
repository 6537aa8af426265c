"""The frame of a script that reads texts, one by one, and prints what it took; needs no package."""

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path


def timed(read: Callable[[str], object], package: str) -> None:
    """Read each text that a file has as a JSON string a line; print seconds of CPU and the version as JSON.

    The file is the command's first argument. Its first text warms the reader up and is not counted.
    """
    first, *texts = map(json.loads, Path(sys.argv[1]).read_text("utf-8").splitlines())
    read(first)
    start = time.process_time()
    for text in texts:
        read(text)
    print(json.dumps({"seconds": time.process_time() - start, "version": f"{package} {version(package)}"}))
