"""Which engine builds: the processes of this machine, or a Spark cluster."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from baygraph.errors import BaygraphError

if TYPE_CHECKING:
    from baygraph.pipeline import Progress, Report

LOCAL, SPARK = "local", "spark"
STATE: Final = ".state"  # in the published folder, where no other is named
# How an address begins that is no path of this machine.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class Misused(BaygraphError):
    """An option or an input that the engine has no use for."""

    reason = "is not for this engine"


def place(argument: str) -> Path | str:
    """Read a path, or leave ``-`` and the address of a store as they are."""
    return argument if argument == "-" or _SCHEME.match(argument) else Path(argument)


def setting(argument: str) -> tuple[str, str]:
    """Read a setting of Spark."""
    name, equals, value = argument.partition("=")
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"{argument} is no NAME=VALUE")
    return name, value


def add_options(added: argparse.ArgumentParser) -> None:
    """Define the options of engines."""
    engines = added.add_argument_group("on a cluster (needs baygraph[spark] and Java 17)")
    engines.add_argument("--engine", choices=(LOCAL, SPARK), default=LOCAL, help="default: local")
    engines.add_argument("--master", metavar="URL", help="the cluster: spark://HOST:PORT, yarn, local[2], …")
    engines.add_argument(
        "--conf", type=setting, action="append", default=[], metavar="NAME=VALUE",
        help="a setting of Spark; may be given again and again",
    )  # fmt: skip


def run(given: argparse.Namespace, progress: "Progress") -> "Report":
    """Build with the engine that is asked for; raise Misused."""
    from baygraph.resources import folder

    inputs = given.inputs or [folder("corpus")]
    return (_on_cluster if given.engine == SPARK else _here)(given, inputs, progress)


def _here(given: argparse.Namespace, inputs: list[Path | str], progress: "Progress") -> "Report":
    from baygraph.pipeline import build
    from baygraph.spread import cores

    for each in (*inputs, given.out):
        if isinstance(each, str) and each != "-":
            raise Misused(each, "is an address, which only --engine spark reads and writes")
    if given.master or given.conf:
        raise Misused("--master and --conf", "are for --engine spark")
    return build(
        inputs,  # type: ignore[arg-type]
        given.out,
        state=given.state or given.out / STATE,
        strict=given.strict,
        progress=progress,
        workers=given.workers or cores(),
    )


def _on_cluster(given: argparse.Namespace, inputs: list[Path | str], progress: "Progress") -> "Report":
    from baygraph.cluster import build

    if not given.master:
        raise Misused("--engine spark", "needs --master URL, for example spark://HOST:7077 or local[2]")
    if "-" in inputs:
        raise Misused("-", "is read on this machine only; write standard input to a file")
    if given.state or given.workers:
        raise Misused("--state and --workers", "are for --engine local")
    if given.store and isinstance(given.out, str):
        raise Misused("--store", "needs a folder to publish into; see docs/cluster.md for larger stores")
    settings = dict(given.conf)
    return build(inputs, given.out, given.master, settings=settings, strict=given.strict, progress=progress)
