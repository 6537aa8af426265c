"""A session with a Spark cluster, and what goes wrong in one; only this folder knows Spark."""

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from baygraph.errors import BaygraphError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# What differs from Spark's defaults; --conf overrules all but the first two, on which bytes depend.
_FIXED: Final = MappingProxyType({"spark.sql.session.timeZone": "UTC", "spark.sql.caseSensitive": "true"})
_DEFAULTS: Final = MappingProxyType(
    {
        # Reading a document takes a hundred times longer than fetching it, so tasks are small.
        "spark.sql.files.maxPartitionBytes": "8m",
        "spark.sql.files.openCostInBytes": "1m",
        "spark.python.daemon.module": "baygraph.cluster.daemon",
        "spark.log.level": "ERROR",
        "spark.ui.showConsoleProgress": "false",
    }
)
# An error's full name and what it says: the last line of a trace of Python, a cause in one of Java.
_RAISED = re.compile(r"(?:Caused by: |: )?((?:[\w$]+\.)*[\w$]*(?:Error|Exception)|baygraph\.[\w.]+): (.+)")


class MissingEngine(BaygraphError):
    """An engine that is not installed."""

    reason = "needs PySpark; install it with: pip install 'baygraph[spark]'"


class ClusterFailed(BaygraphError):
    """A cluster that could not be reached, or that gave up."""

    reason = "did not do the work"


class OtherRules(BaygraphError):
    """A machine of a cluster whose baygraph, Python or libraries are not those of the one that asks."""

    reason = "has another baygraph, Python or library than the machine that asks; install the same on all"


@contextmanager
def connected(master: str, settings: Mapping[str, str]) -> Iterator["SparkSession"]:
    """Open a session; raise MissingEngine, or ClusterFailed for whatever Spark complains of within."""
    _check()
    # Of versions of pandas, which PySpark looks for and nothing here needs.
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        builder = SparkSession.builder.appName("baygraph").master(master)
        for name, value in {**_DEFAULTS, **settings, **_FIXED}.items():
            builder = builder.config(name, value)
        spark = builder.getOrCreate()
        try:
            yield spark
        finally:
            spark.stop()
    except (Py4JError, PySparkException) as error:
        raise ClusterFailed(master, f"did not do the work: {why(str(error))}") from error


def _check() -> None:
    if find_spec("pyspark") is None:
        raise MissingEngine("--engine spark")
    if not os.environ.get("JAVA_HOME") and not shutil.which("java"):
        raise MissingEngine("--engine spark", "needs Java 17; install it, or set JAVA_HOME")


def why(message: str) -> str:
    """Find what was raised first: it stands below all that followed from it; else the first line of all."""
    lines = [line.strip() for line in message.splitlines() if line.strip()] or ["no reason is known"]
    raised = [found[2] for found in map(_RAISED.fullmatch, lines) if found]
    return (raised or lines[:1])[-1][:500]
