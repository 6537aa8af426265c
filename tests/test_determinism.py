"""The same texts give the same bytes, whatever the chance, order, locale and division of the work."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baygraph.pipeline import build, merge
from baygraph.resources import folder

pytestmark = [pytest.mark.package, pytest.mark.slow]

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
MACHINES = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"} | ASCII,
    {"PYTHONHASHSEED": "2", "LC_ALL": "ru_RU.UTF-8", "TZ": "America/New_York"},
]


def corpus() -> list[Path]:
    return [path for path in sorted(folder("corpus").rglob("*")) if path.suffix in (".md", ".txt")]


def content(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def assert_same(one: Path, other: Path) -> None:
    first, second = content(one), content(other)
    assert first and first.keys() == second.keys()
    assert not {name for name in first if first[name] != second[name]}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine["LC_ALL"])
def test_hash_seed_order_locale_and_time_zone_change_nothing(
    machine: dict[str, str], corpus_folder: Path, tmp_path: Path
) -> None:
    paths = corpus()
    shuffled = random.Random(machine["PYTHONHASHSEED"]).sample(paths, len(paths))
    command = [sys.executable, "-m", "baygraph", "build", *map(str, shuffled), "-o", str(tmp_path / "out")]
    subprocess.run(command, env=os.environ | machine, check=True, capture_output=True)
    assert_same(corpus_folder, tmp_path / "out")


def test_a_second_build_into_the_same_folder_changes_nothing(corpus_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(corpus_folder, tmp_path / "out")
    build([folder("corpus")], tmp_path / "out")
    assert_same(corpus_folder, tmp_path / "out")


def test_documents_built_one_at_a_time_merge_into_the_same_graph(corpus_folder: Path, tmp_path: Path) -> None:
    parts = [tmp_path / path.stem for path in corpus()]
    for path, part in zip(corpus(), parts, strict=True):
        build([path], part)
    random.Random(1).shuffle(parts)
    merge(parts, tmp_path / "out")
    assert_same(corpus_folder, tmp_path / "out")
