"""What is made of the package alone is made once, and its loss costs nothing but time."""

import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

import baygraph.kept
from baygraph.extract.naming import _made
from baygraph.kept import kept

VALUE = {"a": (1, "b"), "c": frozenset({"d"})}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return Path(cache_from_source(baygraph.kept.__file__)).parent


def never() -> object:
    raise AssertionError("made again")


def test_what_was_made_is_not_made_again(home: Path) -> None:
    assert kept("thing", lambda: VALUE) == VALUE
    assert kept("thing", never) == VALUE


def test_other_rules_make_it_anew_and_leave_one_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept("thing", lambda: VALUE)
    kept("other", lambda: VALUE)
    monkeypatch.setattr(baygraph.kept, "rules", lambda: "0" * 32)
    assert kept("thing", lambda: "new") == "new"
    assert sorted(path.name.partition(".")[0] for path in home.iterdir()) == ["other", "thing"]


@pytest.mark.parametrize("content", [b"", b"\xdb\x01", b"no file of ours"])
def test_a_damaged_file_is_made_anew(home: Path, content: bytes) -> None:
    kept("thing", lambda: VALUE)
    (file,) = home.iterdir()
    file.write_bytes(content)
    assert kept("thing", lambda: VALUE) == VALUE
    assert kept("thing", never) == VALUE


def test_nothing_is_written_where_python_writes_no_bytecode(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept("thing", lambda: VALUE) == VALUE
    assert not home.exists()


def test_a_folder_that_takes_no_file_costs_only_time(home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("a file where the folder should be", "utf-8")
    assert kept("thing", lambda: VALUE) == VALUE


def test_the_vocabulary_is_the_same_from_a_file(home: Path) -> None:
    made = _made()
    assert kept("vocabulary", lambda: made) == kept("vocabulary", never) == made
