"""A real Spark cluster of one master and two workers, each a process of its own, on this machine."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

WORKERS = 2
# Short work: no second compiler, no heap to grow into, no waiting for what will not come back.
_SHORT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS: Mapping[str, str] = {
    "spark.ui.enabled": "false",
    "spark.driver.extraJavaOptions": _SHORT,
    "spark.executor.extraJavaOptions": _SHORT,
    "spark.executor.memory": "512m",
    "spark.scheduler.minRegisteredResourcesRatio": "1.0",
    "spark.scheduler.maxRegisteredResourcesWaitingTime": "60s",
    "spark.locality.wait": "0",
    "spark.shuffle.io.retryWait": "100ms",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "3",
    # So that small files are cut too.
    "spark.sql.files.openCostInBytes": "1k",
    "spark.sql.files.maxPartitionBytes": "2k",
}


def need_spark() -> None:
    """Skip a test, saying so, where there is no Spark or no Java."""
    pytest.importorskip("pyspark", reason="needs PySpark (make cluster installs it)")
    if not os.environ.get("JAVA_HOME") and not shutil.which("java"):
        pytest.skip("needs Java 17 (Debian: openjdk-17-jre-headless)")


@dataclass(frozen=True)
class Worker:
    """A worker: its process and those that it starts are one group."""

    process: subprocess.Popen[bytes]
    scratch: Path

    def holds_blocks(self) -> bool:
        """Tell whether a piece of a frame is kept on its disk."""
        return any(self.scratch.rglob("rdd_*"))

    def kill(self) -> None:
        """End it as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass(frozen=True)
class Cluster:
    """A running cluster."""

    master: str
    workers: tuple[Worker, ...]


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """Start a cluster, and end all its processes."""
    need_spark()
    port = _free_port()
    master = f"spark://127.0.0.1:{port}"
    with ExitStack() as opened:
        opened.enter_context(_started(folder, "master.Master", "--port", str(port)))
        _wait_for(port)
        workers = []
        for number in range(WORKERS):
            own = folder / f"worker-{number}"
            options = ("--cores", "1", "--memory", "512m", "--work-dir", str(own / "work"), master)
            process = opened.enter_context(_started(own, "worker.Worker", *options))
            workers.append(Worker(process, own / "scratch"))
        yield Cluster(master, tuple(workers))


@contextmanager
def _started(folder: Path, role: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    (folder / "scratch").mkdir(parents=True)
    home = Path((find_spec("pyspark").submodule_search_locations or [""])[0])  # type: ignore[union-attr]
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{role}", "--host", "127.0.0.1"]
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_DIRS": str(folder / "scratch"),
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": _SHORT,
        "PYSPARK_PYTHON": sys.executable,
    }
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--webui-port", "0", *options],
            stdout=log, stderr=log, env=environment, start_new_session=True,
        )  # fmt: skip
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_for(port: int, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
