"""The loading recipes of the documentation are run as they are written, where what they name can be had."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from exported import count, publish_sample
from jena import jena_classpath

from baygraph.export import export

pytestmark = pytest.mark.slow

BIN = Path(sys.executable).parent
STATIONS = "silicon-valley-station"
RUN = {"Oxigraph, the server", "pyoxigraph", "rdflib", "pandas", "networkx", "Apache Jena TDB2"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds ``out`` with the exports that the recipes name."""
    folder = tmp_path_factory.mktemp("recipes")
    publish_sample(folder / "out")
    export(folder / "out", ["csv", "graphml"], folder / "out" / "export")
    return folder


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "loading.md").read_text("utf-8")


def section(page: str, heading: str) -> str:
    (found,) = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert isinstance(found, str)
    return found


def blocks(page: str, heading: str, language: str) -> list[str]:
    found = re.findall(rf"```{language}\n(.*?)```", section(page, heading), re.DOTALL)
    assert found
    return found


def run(*command: str | Path, cwd: Path, path: Path = BIN) -> str:
    environment = os.environ | {"PATH": f"{path}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-3000:]
    return done.stdout


def test_the_page_says_of_each_recipe_whether_it_is_run(page: str) -> None:
    recipes = set(re.findall(r"^## (.*)$", page, re.MULTILINE)) - {"Gephi and Cytoscape"}
    said = {name for name in recipes if section(page, name).lstrip().startswith("*Run by the tests")}
    assert said == RUN
    assert all(section(page, name).lstrip().startswith("*Not run by the tests") for name in recipes - said)


@pytest.mark.parametrize(
    ("heading", "needs", "expected"),
    [
        ("pyoxigraph", "pyoxigraph", "Charles River Station in Boston"),
        (
            "rdflib",
            "rdflib",
            "https://w3id.org/baygraph/id/boston\thttps://w3id.org/baygraph/id/united-states",
        ),
        ("pandas", "pandas", "high-tech company"),
        ("networkx", "networkx", "Zhongshan\t"),
    ],
)
def test_a_recipe_in_python_runs(page: str, place: Path, heading: str, needs: str, expected: str) -> None:
    if not find_spec(needs):
        pytest.skip(f"needs {needs}")
    (code,) = blocks(page, heading, "python")
    assert expected in run(sys.executable, "-c", code, cwd=place)


@contextmanager
def background(command: str, cwd: Path, address: str) -> Iterator[None]:
    """Run a server until its address answers, and to the end of the block."""
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    server = subprocess.Popen(command.split(), cwd=cwd, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(200):
            try:
                urlopen(address, timeout=5).close()
                break
            except URLError:
                assert server.poll() is None, server.stderr.read() if server.stderr else ""
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.communicate(timeout=30)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def test_the_recipe_of_the_oxigraph_server_runs(page: str, place: Path) -> None:
    if not (BIN / "oxigraph").exists():
        pytest.skip("needs the oxigraph wheel")
    port = str(free_port())  # the page's own may be taken
    first, second = (each.replace("7878", port) for each in blocks(page, "Oxigraph, the server", "sh"))
    *loading, serving = first.splitlines()
    run("sh", "-ec", "\n".join(loading), cwd=place)
    with background(serving, place, f"http://127.0.0.1:{port}/"):
        asking = [line for line in second.splitlines() if shutil.which("curl") or not line.startswith("curl")]
        told = run("sh", "-ec", "\n".join(asking), cwd=place)
    assert STATIONS in told
    if shutil.which("curl"):
        assert told.split()[-1] == str(count(place / "out", "SELECT DISTINCT * { ?s ?p ?o }"))


@pytest.fixture
def jena(tmp_path: Path) -> Path:
    """A folder with the commands that Debian's package of Jena leaves out."""
    classes = {"riot": "riotcmd.riot", "tdb2.tdbloader": "tdb2.tdbloader", "tdb2.tdbquery": "tdb2.tdbquery"}
    for name, each in classes.items():
        (tmp_path / name).write_text(
            f"#!/bin/sh\nexec java -cp '{jena_classpath()}' {each} \"$@\"\n", "utf-8"
        )
        (tmp_path / name).chmod(0o755)
    return tmp_path


def test_the_recipe_of_jena_runs(page: str, place: Path, jena: Path) -> None:
    (code,) = blocks(page, "Apache Jena TDB2", "sh")
    shutil.rmtree(place / "store", ignore_errors=True)
    told = run("sh", "-ec", code, cwd=place, path=jena)
    assert told.split()[-1] == str(count(place / "out", "SELECT DISTINCT * { ?s ?p ?o }"))
    (settings,) = blocks(page, "Apache Jena Fuseki", "turtle")
    (place / "fuseki.ttl").write_text(settings, "utf-8")
    asked = ["--tdb", "fuseki.ttl", "--results", "CSV", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"]
    assert run(jena / "tdb2.tdbquery", *asked, cwd=place, path=jena).split()[-1] == told.split()[-1]
