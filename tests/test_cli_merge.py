"""Folders that were built apart are put together by one command, as if they had been built at once."""

import shutil
from pathlib import Path

import pytest

from baygraph.cli import main

pytestmark = pytest.mark.package

TEXTS = {
    "station": "Zhongshan has opened an overseas talent station in Boston.",
    "fair": "Чжуншань провёл ярмарку талантов. В ней приняли участие 320 специалистов.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts in ``in``, each built by itself, and ``whole`` built from both."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "in").mkdir()
    for name, text in TEXTS.items():
        (folder / "in" / f"{name}.txt").write_text(text, "utf-8")
        assert main(["build", str(folder / "in" / f"{name}.txt"), "-o", str(folder / name)]) == 0
    assert main(["build", str(folder / "in"), "-o", str(folder / "whole")]) == 0
    return folder


@pytest.fixture
def parts(built: Path, tmp_path: Path) -> list[str]:
    """A copy of the parts, for one test."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return [str(tmp_path / name) for name in TEXTS]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("order", [1, -1])
def test_parts_merge_into_the_bytes_of_one_build(
    parts: list[str], tmp_path: Path, order: int, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["merge", *parts[::order], "-o", str(tmp_path / "out")]) == 0
    assert content(tmp_path / "out") == content(tmp_path / "whole")
    assert capsys.readouterr().out.startswith(f"2 documents published in {tmp_path / 'out'}")


def test_a_part_can_grow_in_place(parts: list[str], tmp_path: Path) -> None:
    assert main(["merge", *parts, "-o", parts[0]]) == 0
    assert content(Path(parts[0])) == content(tmp_path / "whole")


def test_a_folder_without_a_graph_is_named_and_nothing_is_written(
    parts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["merge", parts[0], str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 1
    assert "in holds no published graph" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_two_texts_under_one_name_are_not_mixed_up(
    parts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in" / "station.txt").write_text("Zhuhai has opened a park.", "utf-8")
    assert main(["build", str(tmp_path / "in" / "station.txt"), "-o", str(tmp_path / "other")]) == 0
    assert main(["merge", *parts, str(tmp_path / "other"), "-o", str(tmp_path / "out")]) == 1
    assert "stands for two different documents" in capsys.readouterr().err
