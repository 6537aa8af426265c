"""One build at a time in a folder: the second is told, and what a killed one left is cleared away."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from baygraph.errors import BaygraphError
from baygraph.publish.layout import WITHIN, CannotPublish, finish

LOCK: Final = ".lock"
# What `replacing` and `beside` make next to a folder, and what stands in it.
_MADE: Final = "[a-z0-9_]{8}"
_WORK: Final = "work"
_WITHIN: Final = WITHIN | {"state"}


class InUse(BaygraphError):
    """A folder that another build is at work in."""

    reason = "is in use by another build; wait for its end, or build into another folder"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other builds out of a folder, which is made if need be; raise InUse or CannotPublish.

    The lock is SQLite's, so the system lifts it however the process ends. A folder that was made and into
    which nothing was put is taken away again.
    """
    existed = folder.exists()
    with closing(_locked(folder)):
        _clear(folder.resolve())
        try:
            yield
        finally:
            with suppress(PermissionError):  # Windows removes no file that is open; the next build takes it
                (folder / LOCK).unlink(missing_ok=True)
            if not existed and not any(folder.iterdir()):
                folder.rmdir()


def beside(folder: Path) -> TemporaryDirectory[str]:
    """Make a working folder next to a folder, on the same disk."""
    target = folder.resolve()
    return TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent)


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """Give an empty folder in a folder that nobody else is at work in; raise CannotPublish on a full disk."""
    work = folder / _WORK
    shutil.rmtree(work, ignore_errors=True)  # what a killed build left
    try:
        work.mkdir(parents=True)
        yield work
    except BrokenPipeError:
        raise  # whoever is told of the progress has gone
    except OSError as error:
        raise CannotPublish(work, f"cannot be written to: {error}") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _locked(folder: Path) -> sqlite3.Connection:
    path = folder / LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.touch()
        file = path.stat().st_ino
        lock = sqlite3.connect(path, timeout=0, isolation_level=None)
        lock.execute("PRAGMA journal_mode = OFF")
        lock.execute("BEGIN EXCLUSIVE")
        # Another build may have ended in this moment, and have taken away the file that is now locked.
        return lock if path.stat().st_ino == file else _locked(folder)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise InUse(folder) from None
        raise CannotPublish(folder, f"cannot be written to: {error}") from error
    except FileNotFoundError:
        return _locked(folder)
    except OSError as error:
        raise CannotPublish(folder, f"cannot be written to: {error}") from error


def _clear(folder: Path) -> None:
    """End and remove what killed builds left: no build is at work that it could be of."""
    name = re.compile(rf"\.{re.escape(folder.name)}-{_MADE}")
    for path in folder.parent.iterdir():
        if name.fullmatch(path.name) and path.is_dir() and {each.name for each in path.iterdir()} <= _WITHIN:
            finish(path, folder)
            shutil.rmtree(path, ignore_errors=True)
