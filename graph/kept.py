"""What takes long to make and is made of the package alone: kept beside the bytecode for the next process."""

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from baygraph.fingerprint import rules

# What a file says that is damaged, or written by something else.
NOT_OURS = (OSError, EOFError, ValueError, TypeError)


def kept(name: str, make: Callable[[], Any]) -> Any:
    """What ``make`` gives: strings, numbers, tuples, dicts and sets of these, as `marshal` writes them.

    It is read from the file that an earlier process of the same rules has left. Like bytecode, that is
    written only where Python may write bytecode, and nothing but time is lost with it.
    """
    path = Path(cache_from_source(__file__)).with_name(f"{name}.{rules()}.marshal")
    try:
        return marshal.loads(path.read_bytes())
    except NOT_OURS:
        made = make()
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                _write(path, marshal.dumps(made))
        return made


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, in place of those of other rules."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        fresh.chmod(0o644)  # as open to others as bytecode is
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    for other in path.parent.glob(f"{path.name.partition('.')[0]}.*.marshal"):
        if other != path:
            other.unlink(missing_ok=True)
