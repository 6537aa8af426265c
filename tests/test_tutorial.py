"""The tutorial runs from its first cell to its last, and shows the same whoever runs it."""

import os
from pathlib import Path
from typing import Any

import pytest

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytestmark = pytest.mark.slow


@pytest.fixture
def tutorial(repository: Path) -> Any:
    return nbformat.read(repository / "docs" / "tutorial.ipynb", as_version=4)


def executed(notebook: Any, folder: Path, seed: str) -> list[dict[str, Any]]:
    """The outputs of all cells, run in an empty folder."""
    folder.mkdir()
    # A kernel may send what one cell prints in several pieces.
    client = nbclient.NotebookClient(
        notebook, timeout=600, coalesce_streams=True, resources={"metadata": {"path": str(folder)}}
    )
    client.execute(env={**os.environ, "PYTHONHASHSEED": seed})
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    # What a kernel has to say about itself is no part of the tutorial.
    return [dict(output) for output in outputs if output.get("name") != "stderr"]


def test_the_tutorial_is_kept_without_outputs(tutorial: Any) -> None:
    assert not [cell for cell in tutorial.cells if cell.get("outputs") or cell.get("execution_count")]
    assert not any("execution" in cell.metadata for cell in tutorial.cells)


def test_the_tutorial_runs_and_shows_the_same_each_time(
    repository: Path, tutorial: Any, tmp_path: Path
) -> None:
    first = executed(tutorial, tmp_path / "first", "1")
    text = "".join(output.get("text", "") for output in first)
    assert "zh-Hans  中山" in text and "李泽湘" in text
    assert sum("image/png" in output.get("data", {}) for output in first) == 2
    assert sum("text/html" in output.get("data", {}) for output in first) >= 4
    again = nbformat.read(repository / "docs" / "tutorial.ipynb", as_version=4)
    assert executed(again, tmp_path / "second", "2") == first
