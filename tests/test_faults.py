"""Whatever goes wrong with a disk or an input is told, and the other documents are published, or nothing."""

import gzip
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from baygraph.cli import main
from baygraph.read import formats
from baygraph.verify import verify

GOOD = "Zhongshan opened the Harbour Science Park in Boston in 2019."
TEXT = {"id": "good", "lang": "en", "text": GOOD}
GRAPHS = ("baygraph.ttl", "evidence.ttl", "inferred.ttl")


def line(**fields: object) -> bytes:
    return json.dumps(TEXT | fields).encode() + b"\n"


def content(out: Path) -> dict[str, bytes]:
    """What is published; beside it a state may keep what was read."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def reported(out: Path) -> Any:
    return json.loads((out / "report.json").read_bytes())


def published(name: str, data: bytes, tmp_path: Path) -> tuple[dict[str, str], list[str]]:
    """Build an input beside a good one; what could not be read, by name, and the ids of what was."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "sound.jsonl").write_bytes(line())
    assert main(["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    assert not verify(tmp_path / "out", None)
    report = reported(tmp_path / "out")
    return {each["name"]: each["reason"] for each in report["skipped"]}, [
        each["id"] for each in report["documents"]
    ]


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    """A disk of its own, of so many bytes; the test is skipped, saying so, where none can be made."""
    at.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(at)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs the right to mount a small tmpfs")
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 50_000, 700_000])
def test_a_full_disk_leaves_what_was_published(
    room: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.jsonl").write_bytes(line())
    (tmp_path / "two.jsonl").write_bytes(line() + line(id="new"))
    with small_disk(tmp_path / "disk", "8m") as disk:
        out = disk / "out"
        assert main(["build", str(tmp_path / "one.jsonl"), "-o", str(out)]) == 0
        before = content(out)
        stop_short_of(disk, room)
        assert main(["build", str(tmp_path / "two.jsonl"), "-o", str(out)]) == 1
        assert "cannot be written to" in (told := capfd.readouterr().err) and "Traceback" not in told
        assert content(out) == before
        (disk / "filler").unlink()
        assert main(["build", str(tmp_path / "two.jsonl"), "-o", str(out)]) == 0
        assert {path.name for path in disk.iterdir()} == {"out"}


def stop_short_of(disk: Path, room: int) -> None:
    """Fill a disk but for so many bytes."""
    with (disk / "filler").open("wb", buffering=0) as filler, pytest.raises(OSError, match="space"):
        while True:
            filler.write(b"0" * 4096)
    with (disk / "filler").open("r+b") as filler:
        filler.truncate((disk / "filler").stat().st_size - room)


@pytest.mark.slow
def test_a_folder_that_is_read_only_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.jsonl").write_bytes(line())
    with small_disk(tmp_path / "disk", "8m") as disk:
        assert main(["build", str(tmp_path / "one.jsonl"), "-o", str(disk / "out")]) == 0
        before = content(disk / "out")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for out in (disk / "out", disk / "other" / "out"):
            assert main(["build", str(tmp_path / "one.jsonl"), "-o", str(out)]) == 1
            told = capfd.readouterr().err
            assert "cannot be written to" in told and str(out) in told and "Read-only" in told
        assert content(disk / "out") == before and [path.name for path in disk.iterdir()] == ["out"]


def test_a_file_in_the_place_of_the_folder_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.jsonl").write_bytes(line())
    (tmp_path / "out").write_text("mine", "utf-8")
    assert main(["build", str(tmp_path / "one.jsonl"), "-o", str(tmp_path / "out")]) == 1
    assert str(tmp_path / "out") in capfd.readouterr().err
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_truncated_gzip_and_invalid_utf_8_are_named_and_the_rest_is_published(tmp_path: Path) -> None:
    rows = b"".join(line(id=f"row{number}", text=f"{GOOD} {number * 7919}") for number in range(50))
    packed = gzip.compress(line(id="first") + b'{"text": "\xff\xfe"}\n' + rows)
    skipped, read = published("cut.jsonl.gz", packed[: len(packed) * 3 // 4], tmp_path)
    assert skipped["in/cut.jsonl.gz, line 2"] == "is no UTF-8"
    assert "the gzip data is damaged or ends early" in skipped["in/cut.jsonl.gz"]
    assert {"first", "good", "row0"} <= {*read} and "row49" not in read


def test_a_line_of_fifty_megabytes_is_too_long_and_named(tmp_path: Path) -> None:
    data = line(id="huge", text=GOOD * (50_000_000 // len(GOOD))) + line(id="next")
    skipped, read = published("huge.jsonl", data, tmp_path)
    assert "characters" in skipped["in/huge.jsonl, line 1"]
    assert read == ["good", "next"]


def test_empty_documents_and_doubles_without_number_are_told_and_cost_little(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    empty = b"".join(line(id=f"e{number}", text="") for number in range(10_000))
    skipped, read = published("many.jsonl", empty + line(id="same") * 10_000, tmp_path)
    assert read == ["good", "same"] and len(skipped) == 19_999
    assert skipped["in/many.jsonl, line 1"] == "text is empty"
    assert "in/many.jsonl, line 10001" not in skipped
    assert "already has the id same" in skipped["in/many.jsonl, line 10002"]
    told = capfd.readouterr().err
    assert "19999 inputs could not be read" in told and told.count("in/many.jsonl, line") == 20


def test_one_file_full_of_faults_hides_no_other(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_bytes(line() + line() * 30)
    (tmp_path / "b.jsonl").write_bytes(b"{\n" * 30)
    (tmp_path / "c.txt").write_bytes(b"\xff")
    inputs = [str(tmp_path / name) for name in ("a.jsonl", "b.jsonl", "c.txt")]
    assert main(["build", *inputs, "-o", str(tmp_path / "out")]) == 0
    told = capfd.readouterr().err
    assert [told.count(f"{name}.jsonl, line ") for name in "ab"] == [6, 6]
    assert "c.txt: byte 0 is no UTF-8" in told and "61 inputs could not be read" in told


@pytest.mark.parametrize("name", ["big.jsonl", "big.jsonl.gz", "big.txt", "big.html"])
def test_what_is_larger_than_any_document_is_named_and_never_held(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "LARGEST", 1000)
    data = line(id="fits" + " " * (1000 - len(line(id="fits"))) + "x") + b"{" * 5000 + b"\n" + line(id="next")
    skipped, read = published(name, gzip.compress(data) if name.endswith(".gz") else data, tmp_path)
    place = f"in/{name}, line 2" if "jsonl" in name else f"in/{name}"
    assert list(skipped) == [place] and "has more than 1000 bytes" in skipped[place]
    assert len(read) == (3 if "jsonl" in name else 1)


STRANGE = (
    GOOD + "\u0001\u0007\u001b[31m\u007f\u0085\u2028\u2029 "
    "\u202eZhong\u200dshan\u200b opened\u200f the \"Har\\bour\" 'Park' \\u0041 \\ in «Boston».\ufeff"
    "\U000e0001\ufffe "
    '中山市在"波士顿"\u202a设立\u2066工作站\\。\u0300 Чжуншань\u200d открыл\u00ad «парк\\» в "Бостоне".'
)


@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
def test_marks_that_nobody_sees_quotes_and_backslashes_load_everywhere_at_their_places(
    lang: str, tmp_path: Path
) -> None:
    fields = {"title": STRANGE, "publisher": STRANGE, "source": "https://a.b/\\\"'<>\u202e"}
    skipped, read = published("a.jsonl", line(id=STRANGE, lang=lang, text=STRANGE, **fields), tmp_path)
    assert not skipped and len(read) == 2
    out = tmp_path / "out"
    for name in GRAPHS:
        theirs = {quad.triple for quad in ox.parse(path=str(out / name))}
        assert len(rdflib.Graph().parse(out / name)) == len(theirs)
    assert main(["verify", str(out), str(tmp_path / "in")]) == 0


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + GOOD,
        "<p>" + "<b><i>" * 50_000 + GOOD,
        "<table><tr><td>" * 3_000 + GOOD,
        f"<p {'a=b ' * 100_000}>{GOOD}",
        "<!--" * 200_000,
        "&amp;" * 500_000,
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaa'>" + "<!ENTITY b '&a;&a;&a;&a;'>" * 1000 + "]>&b;",
    ],
    ids=["deep", "inline", "tables", "attributes", "comments", "entities", "billion laughs"],
)
def test_a_page_that_is_a_bomb_is_read_or_named(page: str, tmp_path: Path) -> None:
    skipped, read = published("bomb.html", f"<html><body>{page}".encode(), tmp_path)
    assert "good" in read and len(skipped) + len(read) == 2


@pytest.mark.parametrize(
    "front",
    [
        "title: !!python/object/apply:os.system ['touch {mark}']",
        "title: !!python/name:os.system",
        "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*a, *a]" for n in range(30)),
        "a: &a\n  b: *a",
        "title: !unknown 1",
    ],
)
def test_a_tag_in_front_matter_is_words_or_an_error_and_never_an_object(front: str, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    text = f"---\nlang: en\n{front.replace('{mark}', str(mark))}\n---\n{GOOD}\n"
    skipped, read = published("a.md", text.encode(), tmp_path)
    assert not mark.exists()
    assert "good" in read and len(skipped) + len(read) == 2
