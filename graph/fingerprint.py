"""Which rules these are: one hash of all that decides what is read in a text."""

import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from baygraph.resources import folder

_PACKAGE = Path(__file__).resolve().parent
_EXTRA = re.compile(r"\bextra\s*==")
# Made of the sources beside it, so that a compiled Baygraph takes up what another has read.
_MACHINE_CODE = frozenset({".pyd", ".so"})


@cache
def rules() -> str:
    """Hash the package's sources and data and the versions of Python and of libraries; some 50 ms, once."""
    found = hashlib.blake2b(digest_size=16)
    for line in (*_files(), *_versions()):
        found.update(line.encode())
    return found.hexdigest()


def _files() -> Iterator[str]:
    for home in (_PACKAGE, folder("ontology")):
        for path in sorted(home.rglob("*.*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix not in _MACHINE_CODE:
                content = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
                yield f"{path.relative_to(home).as_posix()} {content}\n"


def _versions() -> Iterator[str]:
    yield f"python {sys.version_info[:3]}\n"
    for requirement in sorted(requires("baygraph") or ()):
        if not _EXTRA.search(requirement):
            name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
            yield f"{name} {_version(name)}\n"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # one that this platform does without
        return ""
