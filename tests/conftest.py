"""What all tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

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
