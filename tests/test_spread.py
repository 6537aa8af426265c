"""Work is spread over processes only where there is much of it, and what comes out does not tell how many."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from baygraph import spread as spreading
from baygraph.pipeline import build
from baygraph.spread import WorkerLost, spread

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(sys.platform != "linux", reason="kills processes and looks for them"),
]
TEXTS = {
    "ru": "Вице-мэр Чжуншаня Лэй Юэлун открыл в Бостоне станцию номер {n}. Её создал город Чжуншань.",
    "en": "Zhongshan opened talent station No. {n} in Boston in 2018. It hosts {n} researchers.",
    "zh": "中山市在波士顿设立第{n}个海外人才工作站。工作站吸引了{n}名科研人员。",
}


def texts(count: int) -> str:
    rows = (
        {"id": f"{lang}-{n}", "lang": lang, "text": TEXTS[lang].format(n=n), "issued": "2018-05"}
        for n in range(count)
        for lang in TEXTS
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def process_of(thing: int) -> tuple[int, int]:
    return thing, os.getpid()


def kill_own_process(thing: int) -> int:
    if thing == 20:
        os.kill(os.getpid(), signal.SIGKILL)
    return thing


def sleep(thing: int) -> int:
    time.sleep(0.01)
    return os.getpid()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_every_thing_is_worked_on_once_by_so_many_processes(
    workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "ENOUGH", 5)
    found = list(spread(process_of, range(200), workers, lambda thing: 1))
    assert sorted(thing for thing, _ in found) == list(range(200))
    others = {process for _, process in found} - {os.getpid()}
    assert len(others) <= workers and bool(others) == (workers > 1)


def test_little_work_starts_no_process() -> None:
    assert {process for _, process in spread(process_of, range(30), 8, lambda thing: 1000)} == {os.getpid()}


def test_things_are_taken_only_as_they_are_worked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "ENOUGH", 1)
    taken: list[int] = []

    def things() -> Iterator[int]:
        for n in range(10_000):
            taken.append(n)
            yield n

    made = spread(process_of, things(), 2, lambda thing: 1)
    assert [next(made) for _ in range(10)] and len(taken) < 40
    assert isinstance(made, Generator)
    made.close()


def test_a_process_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "ENOUGH", 1)
    with pytest.raises(WorkerLost, match="2 worker processes were at work when one was killed"):
        list(spread(kill_own_process, range(100), 2, lambda thing: 1))


def test_no_process_outlives_one_that_is_killed(tmp_path: Path) -> None:
    program = (
        "from test_spread import sleep\nfrom baygraph.spread import spread\n"
        "for process in spread(sleep, range(100_000), 2, lambda thing: 10_000): print(process, flush=True)\n"
    )
    settings = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=settings
    ) as running:
        assert running.stdout
        seen = {int(running.stdout.readline()) for _ in range(100)} - {running.pid}
        running.kill()
    assert seen
    for _ in range(100):
        if not any(Path(f"/proc/{process}").exists() for process in seen):
            break
        time.sleep(0.05)
    assert not [process for process in seen if Path(f"/proc/{process}").exists()]


def test_the_bytes_do_not_depend_on_the_number_of_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "ENOUGH", 1)
    (tmp_path / "news.jsonl").write_text(texts(14), "utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\xff")
    for workers in (1, 2, 3):
        report = build(
            [tmp_path / "news.jsonl", tmp_path / "broken.txt"], tmp_path / str(workers), workers=workers
        )
        assert (report.documents, len(report.failures)) == (42, 1)
    for workers in (2, 3):
        assert files(tmp_path / str(workers)) == files(tmp_path / "1")


@pytest.mark.slow
def test_processes_that_are_not_forked_publish_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "ENOUGH", 1)
    monkeypatch.setattr(spreading, "_context", lambda: multiprocessing.get_context("spawn"))
    rows = [row for row in texts(3).splitlines(keepends=True) if '"lang": "en"' in row]
    (tmp_path / "news.jsonl").write_text("".join(rows), "utf-8")
    for workers in (1, 2):
        build([tmp_path / "news.jsonl"], tmp_path / str(workers), workers=workers)
    assert files(tmp_path / "1") == files(tmp_path / "2")


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}
