"""The script that finds institutions between two cities, run as its reader runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_region import publish_region
from sparql_server import serving

from baygraph.query import load

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_region(tmp_path_factory.mktemp("region"))


def bridges(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(repository / "examples" / "bridges.py"), *arguments]
    wide = {**os.environ, "COLUMNS": "300"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120, env=wide)


def table(printed: str) -> list[list[str]]:
    return [line.split(maxsplit=1) for line in printed.splitlines()[2:] if line.strip()]


def test_an_institution_gets_its_share_of_the_shortest_ways(repository: Path, region: Path) -> None:
    """Three ways of three steps lead from Zhuhai to Foshan: by a park, by an event and by a project."""
    run = bridges(repository, str(region), "--between", "Zhuhai", "Фошань")
    assert run.returncode == 0, run.stderr
    assert [(share, row.split("  ")[0]) for share, row in table(run.stdout)] == [
        ("0.67", "Coral Bay University"),
        ("0.33", "Amber Dynamics"),
    ]
    assert "Foshan – Amber Dynamics – 红树林项目 – Zhuhai" in run.stdout


def test_a_shorter_way_by_a_person_leaves_nothing_to_institutions(repository: Path, region: Path) -> None:
    run = bridges(repository, str(region), "--between", "珠海", "Foshan", "--people")
    assert (run.returncode, run.stdout) == (0, "No institution lies between these cities.\n")


def test_an_endpoint_gives_the_same_bridges_of_all_cities(repository: Path, region: Path) -> None:
    here = bridges(repository, str(region), "--lang", "ru")
    with serving(load(region)) as address:
        there = bridges(repository, "--endpoint", address, "--lang", "ru")
    assert here.stdout == there.stdout
    shares = {row.split("  ")[0]: float(share) for share, row in table(here.stdout)}
    assert list(shares) == ["университет Коралловой бухты", "Amber Dynamics"]
    assert shares["университет Коралловой бухты"] > shares["Amber Dynamics"] > 0


def test_what_is_not_there_is_said(repository: Path, region: Path, tmp_path: Path) -> None:
    unknown = bridges(repository, str(region), "--between", "Zhuhai", "Foshann")
    assert unknown.returncode == 1 and "did you mean Foshan" in unknown.stderr
    nothing = bridges(repository, str(tmp_path))
    assert nothing.returncode == 1 and "no published graph" in nothing.stderr
