"""A Spark cluster builds the same bytes as one machine, whatever becomes of its machines."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from spark_cluster import SETTINGS, Cluster, cluster, need_spark

from baygraph.cli import main
from baygraph.export import export
from baygraph.export.columns import TABLES
from baygraph.pipeline import build
from baygraph.publish.layout import FILES, QUADS, REPORT
from baygraph.verify import verify

TEXTS = {
    "ru": "Вице-мэр Чжуншаня Лэй Юэлун открыл в Бостоне станцию номер {n}. Её создал город Чжуншань.",
    "en": "Zhongshan opened talent station No. {n} in Boston in 2018. It hosts {n} researchers.",
    "zh": "中山市在波士顿设立第{n}个海外人才工作站。工作站吸引了{n}名科研人员。",
}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of all kinds of files, with what cannot be read and what stands in them twice."""
    need_spark()
    pyarrow = pytest.importorskip("pyarrow", reason="needs pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = tmp_path_factory.mktemp("read") / "новости [1] 100%"
    folder.mkdir()
    rows = [
        {"lang": lang, "text": text.format(n=n), "issued": "2018-05"}
        for n in range(6)
        for lang, text in TEXTS.items()
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "a.jsonl").write_text(f"{lines}\nno JSON\n", "utf-8")
    twice = ({**row, "id": f"one of {at % 3}"} for at, row in enumerate(rows[:5]))
    (folder / "b.jsonl").write_text("".join(json.dumps(row) + "\n" for row in twice), "utf-8")
    columns = {"text": [TEXTS["en"], None, TEXTS["ru"]], "issued": [date(2018, 1, 1), None, date(2020, 2, 3)]}
    parquet.write_table(pyarrow.table(columns), folder / "c.parquet")
    (folder / "d.txt").write_text("Zhuhai and Macao opened a laboratory in 2020.", "utf-8")
    (folder / "e.html").write_bytes(b"\xff\xfe no text")
    (folder / "f.pdf").write_bytes(b"%PDF")
    return folder


@pytest.fixture(scope="module")
def here(news: Path) -> Path:
    """Give what one machine publishes of it."""
    out = news.parent / "here"
    build([news], out)
    export(out, ["parquet"], out / "export")
    return out


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Start one cluster for all tests."""
    with cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.mark.slow
def test_the_folder_of_a_spark_build_is_that_of_one_machine(news: Path, here: Path) -> None:
    out = news.parent / "spark"
    settings = (f"--conf={name}={value}" for name, value in SETTINGS.items())
    assert main(["build", str(news), "-o", str(out), "--engine=spark", "--master=local[2]", *settings]) == 0
    for name in FILES:
        assert (out / name).read_bytes() == (here / name).read_bytes(), name
    assert not verify(out, None)


@pytest.mark.slow
def test_a_cluster_that_loses_a_machine_writes_the_same_bytes(
    news: Path, here: Path, running: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from baygraph.cluster import build as build_on

    lost = running.workers[0]

    def lose_one(step: str, done: int) -> None:
        if step == "validating":
            assert all(worker.holds_blocks() for worker in running.workers)
            lost.kill()

    # A store of Hadoop's own that is no path of a machine; behind its name lie folders of this one.
    link = "spark.hadoop.fs.viewfs.mounttable.shared.link."
    mounted = {f"{link}/in": f"file://{news.parent}", f"{link}/out": f"file://{tmp_path}"}
    settings = {**SETTINGS, **mounted}
    source, out = f"viewfs://shared/in/{news.name}", "viewfs://shared/out/store"
    report = build_on([source], out, running.master, settings=settings, progress=lose_one)
    assert report.published and lost.process.returncode
    written = tmp_path / "store"
    parts = sorted((written / QUADS).glob("part-*"))
    assert len(parts) > 2
    assert b"".join(part.read_bytes() for part in parts) == (here / QUADS).read_bytes()
    assert (written / REPORT).read_bytes() == (here / REPORT).read_bytes()
    for table in TABLES:
        assert rows(written / "tables" / table.name) == rows(here / "export" / f"{table.name}.parquet")
    _refused(news, f"file://{written}", capsys)
    _left_out(news, f"file://{tmp_path}/other", capsys)
    assert not (tmp_path / "other").exists()


def _refused(news: Path, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is mixed with what stands there."""
    assert main(["build", str(news), "-o", out, "--engine=spark", "--master=local[1]"]) == 1
    assert "exists already" in capsys.readouterr().err


def _left_out(news: Path, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a build that fails nothing is left."""
    damaged = news.parent / "damaged.parquet"
    damaged.write_bytes(b"PAR1 and no more")
    assert main(["build", str(damaged), "-o", out, "--engine=spark", "--master=local[1]"]) == 1
    assert "damaged.parquet" in capsys.readouterr().err


def rows(path: Path) -> list[str]:
    from pyarrow import parquet

    return sorted(map(str, parquet.read_table(path).to_pylist()))
