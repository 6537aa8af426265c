"""What an installation brings: all modules and data under one name, and every library that they need."""

import ast
import importlib
import importlib.metadata
import importlib.util
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest

import baygraph
from baygraph.errors import MissingResource
from baygraph.resources import folder

MODULES = [found.name for found in pkgutil.walk_packages(baygraph.__path__, "baygraph.")]
# Where each folder of the checkout goes in the wheel.
PACKED = {"graph": "baygraph", "ontology": "baygraph/ontology", "queries": "baygraph/queries"}
# Libraries that pymorphy3 looks for, and one of which only the word list is read.
NOT_IMPORTED = {"dawg2", "jieba", "pymorphy3-dicts-ru"}
PACKED["corpus"] = "baygraph/corpus"


@pytest.mark.package
@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_imported(name: str) -> None:
    importlib.import_module(name)


@pytest.mark.package
@pytest.mark.parametrize("name", ["ontology", "queries", "corpus"])
def test_the_data_folders_are_found_and_hold_something(name: str) -> None:
    assert any(path.is_file() for path in folder(name).iterdir())


@pytest.mark.package
def test_a_data_folder_that_is_missing_is_named() -> None:
    with pytest.raises(MissingResource, match="folklore"):
        folder("folklore")


@pytest.mark.package
def test_an_installation_puts_one_name_beside_other_packages() -> None:
    if Path(baygraph.__path__[0]).name != "baygraph":
        pytest.skip("this is a checkout, not an installation")
    files = importlib.metadata.files("baygraph") or []
    # A compiled wheel has the machine code of all its modules in one library.
    tops = {file.parts[0].partition("__mypyc")[0] for file in files} - {".."}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"baygraph"}


def test_every_library_that_is_imported_is_declared_and_the_other_way_round(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    declared = {_plain(re.split(r"[<>=!~\[; ]", line)[0]) for line in lines}
    known = importlib.metadata.packages_distributions()
    used = set(NOT_IMPORTED)
    for path in sorted((repository / "graph").rglob("*.py")):
        for name in _imported(path) - set(sys.stdlib_module_names) - {"baygraph"}:
            # One that is installed nowhere but where it is asked for is called as what it comes in.
            from_there = {_plain(each) for each in known.get(name, [name])} & declared
            assert from_there, f"{path} imports {name}"
            used |= from_there
    assert used == declared


@pytest.mark.slow
def test_the_wheel_holds_what_is_tracked_and_nothing_else(repository: Path, tmp_path: Path) -> None:
    if not importlib.util.find_spec("build"):
        pytest.skip("needs the build frontend")
    sources = _tracked(repository)
    for name in [*sources, "pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(repository / name, tmp_path / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == {f"{PACKED[name.partition('/')[0]]}/{name.partition('/')[2]}" for name in sources}


def _tracked(repository: Path) -> list[str]:
    command = ["git", "ls-files", *PACKED]
    listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("needs a git checkout")
    return [name for name in listed.stdout.splitlines() if (repository / name).is_file()]


def _imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in plain | named}


def _plain(distribution: str) -> str:
    return re.sub("[-_.]+", "-", distribution).lower()
