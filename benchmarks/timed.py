"""The frame of a script that reads texts, one by one, and prints what it took; needs no package."""

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path


def timed(read: Callable[[str], object], package: str) -> None:
    """Read each text that a file has as a JSON string a line; print what it took as JSON.

    The file is the command's first argument. Its first text warms the reader up and is not counted.
    """
    first, *texts = map(json.loads, Path(sys.argv[1]).read_text("utf-8").splitlines())
    read(first)
    start = time.process_time()
    for text in texts:
        read(text)
    told(time.process_time() - start, package)


def told(seconds: float, package: str) -> None:
    """Print the seconds of CPU, the version of a package and whether it runs as machine code."""
    which = f"{package} {version(package)}"
    print(json.dumps({"seconds": seconds, "version": which, "compiled": compiled(package)}))


def compiled(package: str) -> bool:
    """Say whether mypyc has compiled a part of the package that is loaded."""
    return f"{package}__mypyc" in sys.modules
