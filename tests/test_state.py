"""A build with a state reads only what is new, ends what a killed one began, and publishes the same bytes."""

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from baygraph import pipeline
from baygraph.cli import main
from baygraph.extract import claims
from baygraph.model import Document, DocumentClaims
from baygraph.pipeline import build
from baygraph.publish import state as states
from baygraph.publish.state import FILE, UnusableState

pytestmark = pytest.mark.package

NAMES = ("Zhuhai", "Foshan", "Dongguan", "Jiangmen", "Huizhou", "Zhaoqing")
BUILD = [sys.executable, "-m", "baygraph", "build"]


def rows(*numbers: int, year: int = 2018) -> list[dict[str, str]]:
    texts = (
        (
            n,
            f"{NAMES[n % 6]} opened the Lantern {n} Laboratory in {year}. "
            f"It cooperates with Zhongshan and {n} firms.",
        )
        for n in numbers
    )
    return [{"id": f"news-{n}", "lang": "en", "text": text, "issued": f"{year}-05"} for n, text in texts]


def write(path: Path, *parts: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for part in parts for row in part), "utf-8")
    return path


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def scratch(tmp_path: Path, source: Path) -> dict[str, bytes]:
    out = tmp_path / f"scratch-{time.monotonic_ns()}"
    build([source], out)
    return files(out)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the identifiers of the documents that are read, as they are."""
    found: list[str] = []

    def told(document: Document) -> DocumentClaims:
        found.append(document.id)
        return claims(document)

    monkeypatch.setattr(pipeline, "claims", told)
    return found


CHANGES: dict[str, tuple[Callable[[], list[list[dict[str, str]]]], list[str]]] = {
    "nothing": (lambda: [rows(0, 1, 2, 3)], []),
    "one more": (lambda: [rows(0, 1, 2, 3, 4)], ["news-4"]),
    "another text": (lambda: [rows(0, 1), rows(2, year=2021), rows(3)], ["news-2"]),
    "one less": (lambda: [rows(0, 2, 3)], []),
    "another order": (lambda: [rows(3, 1, 0, 2)], []),
    "all others": (lambda: [rows(7, 8)], ["news-7", "news-8"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_is_read_and_the_result_is_that_of_a_build_from_scratch(
    change: str, tmp_path: Path, read: list[str]
) -> None:
    source, out, state = tmp_path / "news.jsonl", tmp_path / "out", tmp_path / "state"
    build([write(source, rows(0, 1, 2, 3))], out, state=state)
    read.clear()
    after, expected = CHANGES[change]
    build([write(source, *after())], out, state=state)
    assert read == expected
    assert files(out) == scratch(tmp_path, source)


def test_what_only_a_removed_document_said_is_gone_and_what_others_say_stays(tmp_path: Path) -> None:
    source, out = tmp_path / "news.jsonl", tmp_path / "out"
    for numbers in ((0, 1), (1,)):
        build([write(source, rows(*numbers))], out, state=tmp_path / "state")
    graph = (out / "baygraph.ttl").read_text("utf-8")
    assert "lantern-0" not in graph and "lantern-1" in graph and "id:zhongshan" in graph


def test_what_no_document_has_any_more_is_forgotten(tmp_path: Path) -> None:
    source = tmp_path / "news.jsonl"
    for numbers in ((0, 1, 2), (2,)):
        build([write(source, rows(*numbers))], tmp_path / "out", state=tmp_path / "state")
    assert parts(tmp_path / "state") == 1


def test_other_rules_read_everything_again(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "news.jsonl", rows(0, 1))
    build([source], tmp_path / "out", state=tmp_path / "state")
    monkeypatch.setattr(states, "rules", lambda: "other")
    build([source], tmp_path / "out", state=tmp_path / "state")
    assert read == 2 * ["news-0", "news-1"]


def test_a_damaged_state_is_named_and_the_published_folder_stays(tmp_path: Path) -> None:
    source, state = write(tmp_path / "news.jsonl", rows(0)), tmp_path / "state"
    build([source], tmp_path / "out", state=state)
    before = files(tmp_path / "out")
    (state / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(UnusableState, match="delete it"):
        build([source], tmp_path / "out", state=state)
    assert files(tmp_path / "out") == before


def parts(state: Path) -> int:
    try:
        with sqlite3.connect(f"file:{state / FILE}?mode=ro", uri=True) as read_only:
            return int(read_only.execute("SELECT count(*) FROM part").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def until(met: Callable[[], bool]) -> None:
    for _ in range(1200):
        if met():
            return
        time.sleep(0.05)
    raise TimeoutError


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Give a build that has taken three documents from its standard input and waits for more."""
    command = [*BUILD, "-", "-o", str(tmp_path / "out"), "--workers", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdin
        running.stdin.writelines(json.dumps(row) + "\n" for row in rows(0, 1, 2))
        running.stdin.flush()
        until(lambda: parts(tmp_path / "out" / ".state") == 3)
        yield running
        running.kill()


def test_a_killed_build_loses_nothing_that_it_has_read_and_the_next_one_ends_its_work(
    tmp_path: Path, waiting: subprocess.Popen[str], read: list[str]
) -> None:
    waiting.kill()
    waiting.wait()
    source, out = write(tmp_path / "news.jsonl", rows(0, 1, 2, 3)), tmp_path / "out"
    assert main(["build", str(source), "-o", str(out)]) == 0
    assert read == ["news-3"]
    assert files(out) == scratch(tmp_path, source)
    assert {path.name for path in tmp_path.iterdir()} - {"news.jsonl", "out"} <= {
        path.name for path in tmp_path.glob("scratch-*")
    }


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    source, out = write(tmp_path / "news.jsonl", rows(0)), tmp_path / "out"
    left = [out / ".state" / "work" / "rows", tmp_path / ".out-abcdefgh" / "new"]
    of_others = [tmp_path / ".out-abcdefgi" / "mine", tmp_path / ".out-backup" / "new"]
    for folder in (*left, *of_others):
        folder.mkdir(parents=True)
    assert main(["build", str(source), "-o", str(out)]) == 0
    assert not any(folder.exists() for folder in left) and all(folder.exists() for folder in of_others)


def test_a_second_build_in_the_same_folder_is_told_and_damages_nothing(
    tmp_path: Path, waiting: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "news.jsonl", rows(0, 1, 2))
    assert main(["build", str(source), "-o", str(tmp_path / "out")]) == 1
    assert "out is in use by another build" in capsys.readouterr().err
    assert (
        main(["build", str(source), "-o", str(tmp_path / "b"), "--state", str(tmp_path / "out/.state")]) == 1
    )
    assert ".state is in use by another build" in capsys.readouterr().err
    waiting.communicate()
    assert waiting.returncode == 0
    assert files(tmp_path / "out") == scratch(tmp_path, source)


def test_a_folder_and_its_state_can_be_moved(tmp_path: Path, read: list[str]) -> None:
    source = write(tmp_path / "news.jsonl", rows(0, 1))
    main(["build", str(source), "-o", str(tmp_path / "out")])
    shutil.move(tmp_path / "out", tmp_path / "elsewhere")
    read.clear()
    assert main(["build", str(source), "-o", str(tmp_path / "elsewhere")]) == 0
    assert not read
