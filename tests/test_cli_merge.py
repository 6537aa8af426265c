"""Folders that were built apart are put together by one command, as if they had been built at once."""

import shutil
from itertools import chain
from pathlib import Path

import pytest
from builders import Said, bridge, fair, river

from baygraph.cli import main
from baygraph.populate import populate
from baygraph.publish import publish
from baygraph.read import Failure
from baygraph.validate import validate
from baygraph.validate.ontology import validate_ontology

pytestmark = pytest.mark.package

PARTS = {"river": [river()], "rest": [bridge(), fair()]}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two parts, and ``whole`` as one build of all texts publishes it."""
    folder = tmp_path_factory.mktemp("built")
    for name, claims in PARTS.items():
        publish(
            populate(claims), folder / name, failures=[Failure(f"{name}.pdf", "is no text", skipped=True)]
        )
    whole = populate(chain.from_iterable(PARTS.values()))
    failures = [Failure(f"{name}.pdf", "is no text", skipped=True) for name in PARTS]
    violations = (*validate_ontology(), *validate(whole))
    publish(whole, folder / "whole", failures=failures, violations=violations)
    return folder


@pytest.fixture
def parts(built: Path, tmp_path: Path) -> list[str]:
    """A copy of the parts, for one test."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return [str(tmp_path / name) for name in PARTS]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("order", [1, -1])
def test_parts_merge_into_the_bytes_of_one_build(
    parts: list[str], tmp_path: Path, order: int, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["merge", *parts[::order], "-o", str(tmp_path / "out")]) == 0
    assert content(tmp_path / "out") == content(tmp_path / "whole")
    assert capsys.readouterr().out.startswith(f"3 documents published in {tmp_path / 'out'}")


def test_a_part_can_grow_in_place(parts: list[str], tmp_path: Path) -> None:
    assert main(["merge", *parts, "-o", parts[0]]) == 0
    assert content(Path(parts[0])) == content(tmp_path / "whole")


def test_a_folder_without_a_graph_is_named_and_nothing_is_written(
    parts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["merge", parts[0], str(tmp_path / "nothing"), "-o", str(tmp_path / "out")]) == 1
    assert "nothing holds no published graph" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_two_texts_under_one_name_are_not_mixed_up(
    parts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Said("river", "Zhuhai has opened a park.").thing("zhuhai", "City", "Zhuhai")
    publish(populate([other.done()]), tmp_path / "other")
    assert main(["merge", *parts, str(tmp_path / "other"), "-o", str(tmp_path / "out")]) == 1
    assert "river stands for two different documents" in capsys.readouterr().err


def test_strict_publishes_nothing_that_violates_a_shape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = (
        Said("wrong", "Zhuhai lies in Li Bo.")
        .thing("zhuhai", "City", "Zhuhai")
        .thing("li-bo", "Person", "Li Bo")
    )
    wrong.fact("zhuhai", "locatedIn", "li-bo", quotes=["Zhuhai lies in Li Bo."])
    publish(populate([wrong.done()]), tmp_path / "part")
    assert main(["merge", str(tmp_path / "part"), "-o", str(tmp_path / "out"), "--strict"]) == 1
    assert "--strict allows no violation" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
