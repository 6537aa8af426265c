"""What all tests share."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import Browser, chromium
from hypothesis import settings

if TYPE_CHECKING:
    from served import Server

REPOSITORY = Path(__file__).resolve().parent.parent

# The same examples on every run: a test that fails by chance helps nobody.
settings.register_profile("baygraph", derandomize=True, deadline=None, database=None)
settings.load_profile("baygraph")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests first, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: "slow" not in item.keywords)


@pytest.fixture
def repository() -> Path:
    """Give the checkout's folder; a test that needs it cannot run on an installed package alone."""
    if not (REPOSITORY / "graph").is_dir():
        pytest.skip("needs a checkout")
    return REPOSITORY


@pytest.fixture
def in_folder(tmp_path: Path) -> Iterator[Path]:
    """Run a test inside an empty folder."""
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one Chromium for all tests of a worker; they skip where there is none."""
    with chromium(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the published graph of three short texts; a test must not change it."""
    from sample_graph import publish_sample

    return publish_sample(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the published graph of the project's own texts, built once for all; a test must not change it."""
    from baygraph.pipeline import build
    from baygraph.resources import folder

    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ and sys.platform != "win32":
        shared = shared.parent
    with alone(shared / "corpus.lock"):
        if not (shared / "corpus" / "report.json").exists():
            build([folder("corpus")], shared / "corpus")
    return shared / "corpus"


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let no other process in here meanwhile; it waits."""
    with lock.open("w") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture
def quiet(browser: Browser) -> Iterator[None]:
    """After a test: no error in the console, and no request but for one file and what it holds itself."""
    yield
    assert browser.console() == []
    asked = [address for address in browser.requests() if not address.startswith(("data:", "blob:"))]
    assert len(asked) == 1 and asked[0].startswith("file:")


@pytest.fixture(scope="session")
def server(sample_folder: Path) -> "Iterator[Server]":
    """Serve the sample graph for all tests that only ask."""
    from served import running

    with running(sample_folder) as server:
        yield server
