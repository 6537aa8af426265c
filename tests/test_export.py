"""An export is whole or not at all, the same bytes each time, and says plainly what is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from exported import publish_sample

from baygraph.cli import main
from baygraph.cli.arguments import EXPORTS
from baygraph.errors import NotPublished
from baygraph.export import ALL, FORMATS, UnknownFormat, export
from baygraph.export.formats import Format, Source
from baygraph.export.parquet import MissingExtra

pytestmark = pytest.mark.package

WITHOUT_EXTRA = [name for name in FORMATS if name != "parquet"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_sample(tmp_path_factory.mktemp("sample") / "out")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def wanted() -> list[str]:
    try:
        import pyarrow
    except ModuleNotFoundError:
        return WITHOUT_EXTRA
    assert pyarrow
    return [ALL]


@pytest.fixture(scope="module")
def everything(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that can be exported here."""
    folder = tmp_path_factory.mktemp("everything")
    export(out, wanted(), folder)
    return folder


def test_the_command_line_knows_the_formats() -> None:
    assert (*FORMATS, ALL) == EXPORTS


@pytest.mark.slow
@pytest.mark.parametrize("machine", [("1", "C"), ("2", "ru_RU.UTF-8")])
def test_the_same_folder_gives_the_same_bytes(
    out: Path, everything: Path, tmp_path: Path, machine: tuple[str, str]
) -> None:
    seed, locale = machine
    command = [sys.executable, "-m", "baygraph", "export", str(out), *wanted(), "--to", str(tmp_path / "one")]
    environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert content(tmp_path / "one") == content(everything)


def test_every_file_that_a_format_names_is_written_and_no_other(out: Path, tmp_path: Path) -> None:
    for name in WITHOUT_EXTRA:
        written = export(out, [name], tmp_path / name)
        assert [path.name for path in written] == list(FORMATS[name].files)
        assert content(tmp_path / name).keys() == set(FORMATS[name].files)
        assert all(b"\r\n" not in data or name == "csv" for data in content(tmp_path / name).values())


def test_the_command_says_what_it_wrote_and_where(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(out), "gexf", "graphml", "gexf", "--to", str(tmp_path / "to")]) == 0
    told = capsys.readouterr()
    assert told.out.endswith(f"written in {tmp_path / 'to'}: baygraph.graphml, baygraph.gexf\n")
    assert told.out.startswith("2 files (")
    assert told.err.split() == ["graphml", "gexf"]


def test_one_file_is_one_file(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(out), "gexf", "--to", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("1 file (")


def test_without_a_folder_an_export_lands_inside_the_published_one(tmp_path: Path) -> None:
    folder = publish_sample(tmp_path / "out")
    before = content(folder)
    assert main(["export", str(folder), "ntriples"]) == 0
    assert content(folder / "export").keys() == {"baygraph.nt", "evidence.nt", "inferred.nt"}
    assert {name: data for name, data in before.items() if (folder / name).read_bytes() != data} == {}


def test_a_failure_leaves_what_was_there(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(out, ["csv", "ntriples"], tmp_path / "to")
    (tmp_path / "to" / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "to" / "baygraph.nt").write_text("old", "utf-8")
    before = content(tmp_path / "to")

    def broken(source: Source, folder: Path) -> None:
        (folder / "facts.csv").write_text("half", "utf-8")
        raise KeyboardInterrupt

    formats = {**FORMATS, "csv": Format(FORMATS["csv"].files, broken)}
    monkeypatch.setattr("baygraph.export.FORMATS", formats)
    with pytest.raises(KeyboardInterrupt):
        export(out, ["ntriples", "csv"], tmp_path / "to")
    assert content(tmp_path / "to") == before
    assert [path.name for path in tmp_path.iterdir()] == ["to"]


def test_an_unknown_format_is_refused_with_those_that_there_are(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UnknownFormat, match=r"excel is no format of an export; there are jsonld, .* and all"):
        export(out, ["excel"], tmp_path / "to")
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(out), "excel"])
    told = capsys.readouterr().err
    assert not [name for name in FORMATS if name not in told]
    assert not (tmp_path / "to").exists()


def test_a_folder_without_a_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotPublished, match=tmp_path.name):
        export(tmp_path, ["csv"], tmp_path / "to")
    assert not (tmp_path / "to").exists()


def test_parquet_without_pyarrow_says_how_to_get_it_before_anything_is_written(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("baygraph.export.parquet.find_spec", lambda name: None)
    with pytest.raises(MissingExtra):
        export(out, ["csv", "parquet"], tmp_path / "to")
    assert main(["export", str(out), "all", "--to", str(tmp_path / "to")]) == 1
    assert "pip install 'baygraph[parquet]'" in capsys.readouterr().err
    assert not (tmp_path / "to").exists()
