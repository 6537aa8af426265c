"""The commands do what their help says, answer at once, and fail with words that say what to do."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from baygraph.cli import main

pytestmark = pytest.mark.package

COMMANDS = ("build", "verify", "explain", "query", "review", "diff", "export", "merge")
PUBLISHED = {
    "baygraph.html",
    "baygraph.nq",
    "baygraph.ttl",
    "evidence.ttl",
    "inferred.ttl",
    "report.json",
    "void.ttl",
}
TEXT = "Вице-мэр Чжуншаня Лэй Юэлун открыл в Бостоне зарубежную рабочую станцию. Её создал город Чжуншань."


@pytest.fixture
def text(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "station.txt").write_text(TEXT, "utf-8")
    return tmp_path / "in"


def run(*arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "baygraph", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **settings)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_loads_nothing_but_the_standard_library(command: tuple[str, ...]) -> None:
    program = (
        "import sys\nfrom baygraph.cli import main\n"
        f"try: main([*{command!r}, '--help'])\n"
        "except SystemExit: print('\\n', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}
    foreign = loaded - set(sys.stdlib_module_names) - {"baygraph", "sitecustomize"}
    assert not {name for name in foreign if not name.startswith("_")}
    assert not loaded & {"asyncio", "email", "http", "multiprocessing", "ssl", "unittest", "xml"}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"baygraph {command}" in capsys.readouterr().out.partition("examples:")[2]


@pytest.mark.parametrize("arguments", [[], ["biuld"], ["build", "--out"], ["query", "x", "--format", "doc"]])
def test_wrong_use_ends_with_2_and_says_what_is_wrong(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: baygraph" in capsys.readouterr().err


def test_a_build_publishes_and_says_where(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(text), "-o", str(tmp_path / "out")]) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} >= PUBLISHED
    assert f"1 document published in {tmp_path / 'out'}" in capsys.readouterr().out


def test_a_document_that_fails_is_named_in_the_summary_and_in_the_report_and_the_rest_goes_on(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (text / "broken.txt").write_bytes(b"\xff")
    (text / "photo.png").write_bytes(b"\x89PNG")
    assert main(["build", str(text), "-o", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert "in/broken.txt" in told.err and "UTF-8" in told.err and "1 document published" in told.out
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert "in/broken.txt" in json.dumps(report) and "in/photo.png" in json.dumps(report)


def test_a_build_of_nothing_ends_with_1_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path / "absent.txt"), "-o", str(tmp_path / "out")]) == 1
    assert "absent.txt: No such file" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_standard_input_is_built(tmp_path: Path) -> None:
    line = json.dumps({"id": "station", "lang": "ru", "text": TEXT})
    done = run("build", "-", "-o", "out", cwd=tmp_path, input=line)
    assert (done.returncode, done.stdout) == (0, "1 document published in out; open out/baygraph.html\n")
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [["verify"], ["explain", "zhongshan"], ["query", "x"]])
def test_a_folder_without_a_graph_is_named(
    arguments: list[str], in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert capsys.readouterr().err.startswith("baygraph: ")


def test_a_published_folder_can_be_verified_explained_and_asked(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    main(["build", str(text), "-o", out])
    assert main(["verify", out, str(text)]) == 0
    capsys.readouterr()
    assert main(["explain", "zhongshan", "-o", out]) == 0
    assert "Чжуншань" in capsys.readouterr().out
    assert main(["query"]) == 0
    assert capsys.readouterr().out.strip()


def test_verify_finds_that_a_text_was_changed(text: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    main(["build", str(text), "-o", out])
    (text / "station.txt").write_text("Вчера. " + TEXT, "utf-8")
    assert main(["verify", out, str(text)]) == 1


def test_an_unknown_name_is_said_to_be_unknown(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", str(text), "-o", str(tmp_path / "out")])
    capsys.readouterr()
    assert main(["explain", "Атлантида", "-o", str(tmp_path / "out")]) == 1
    assert "Атлантида" in capsys.readouterr().err


def test_the_reader_of_a_pipe_may_stop_early() -> None:
    command = f"{sys.executable} -m baygraph query | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_a_terminal_without_unicode_is_written_to_all_the_same(text: Path, tmp_path: Path) -> None:
    (text / "имя.txt").write_bytes(b"\xff")
    done = run("build", str(text), "-o", str(tmp_path / "out"), env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert done.returncode == 0 and "\\u0438" in done.stderr
