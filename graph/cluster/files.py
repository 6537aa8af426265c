"""What is to be read, by its Hadoop address: files of this machine's folders and of shared stores."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote

from baygraph.read import Failure
from baygraph.read.inputs import File, files, of_no_kind, read_file, suffix_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_WILD = re.compile(r"[\[\]{}*?\\]")
# Hadoop passes over such files without a word.
_HIDDEN: Final = "_"


class Listed(NamedTuple):
    """A file: what reports call it, its address as Hadoop prints it, its size in bytes."""

    name: str
    address: str
    size: int

    @property
    def suffix(self) -> str:
        """The ending that says of what kind it is."""
        return suffix_of(self.name) or ""

    @property
    def stem(self) -> str:
        """Its own name without that ending: documents without an id are called after it."""
        return PurePosixPath(self.name).name[: -len(self.suffix)]

    @property
    def pattern(self) -> str:
        """Its address where Hadoop would take some characters for wild cards."""
        return _WILD.sub(r"\\\g<0>", self.address)


def address_of(written: str) -> str:
    """Give the address of a file as ``Listed`` has it, from the column that Spark writes."""
    return re.sub(r"^file:/+", "file:/", unquote(written))


def list_files(spark: "SparkSession", inputs: Sequence[Path | str]) -> tuple[list[Listed], list[Failure]]:
    """Find all files in the order of their names, each once, and those that cannot be read."""
    here = (each for file in files([p for p in inputs if isinstance(p, Path)]) for each in _here(file))
    there = (each for root in inputs if isinstance(root, str) for each in _there(spark, root))
    found: dict[str, Listed] = {}
    failures = []
    for each in sorted([*here, *there], key=lambda each: (each[0], each[1])):
        if isinstance(each, Listed):
            found.setdefault(each.address, each)
        else:
            failures.append(each)
    return list(found.values()), failures


def _here(file: File) -> Iterator[Listed | Failure]:
    if suffix_of(file.path.name) and file.path.is_file() and os.access(file.path, os.R_OK):
        yield _usable(Listed(file.name, f"file:{file.path.as_posix()}", file.path.stat().st_size))
    else:
        yield from (each for each in read_file(file) if isinstance(each, Failure))


def _there(spark: "SparkSession", root: str) -> Iterator[Listed | Failure]:
    from py4j.protocol import Py4JJavaError

    try:
        for relative, status in _below(spark, root):
            name = PurePosixPath(root.rstrip("/")).name + relative
            listed = Listed(name, status.getPath().toString(), status.getLen())
            if not any(part.startswith(".") for part in PurePosixPath(relative).parts):
                yield _usable(listed) if listed.suffix else of_no_kind(name)
    except Py4JJavaError as error:
        if "FileNotFoundException" not in str(error.java_exception.getClass()):
            raise
        yield Failure(root, "No such file or directory")


def _below(spark: Any, root: str) -> Iterator[tuple[str, Any]]:
    """The file that an address names, or all in a folder, each with the way to it from there."""
    path = spark._jvm.org.apache.hadoop.fs.Path(root)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    top = system.getFileStatus(path)
    if not top.isDirectory():
        yield "", top
        return
    start = len(top.getPath().toString().rstrip("/"))
    listed = system.listFiles(path, True)
    while listed.hasNext():
        status = listed.next()
        yield status.getPath().toString()[start:], status


def _usable(listed: Listed) -> Listed | Failure:
    try:
        listed.address.encode()
    except UnicodeEncodeError:
        return Failure(listed.name, "has a name that is no UTF-8, which Spark cannot open; rename it")
    if PurePosixPath(listed.address).name.startswith(_HIDDEN):
        return Failure(listed.name, "begins with _, which Spark takes for hidden; rename it")
    return listed
