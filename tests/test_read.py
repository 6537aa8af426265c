"""Whatever a user names is read as it stands, and what cannot be read is named without stopping the rest."""

import gzip
import io
import json
import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baygraph.model import Document
from baygraph.read import Failure, read_inputs

pytestmark = pytest.mark.package

RUSSIAN = "В Шэньчжэне открылась новая лаборатория. Её создали университет и мэрия города."
PIECES = [b"---\n", b"id: ", b'{"text": "', b"}", b"\n", b"<p>", b"<", b"\x1f\x8b", b"\xff", b"a"]
OTHER = "На озере Суншань построят завод роботов."


def documents(*inputs: Path) -> dict[str, Document]:
    return {found.id: found for found in read_inputs(inputs) if isinstance(found, Document)}


def failures(*inputs: Path) -> dict[str, str]:
    return {found.name: found.reason for found in read_inputs(inputs) if isinstance(found, Failure)}


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_plain_text_is_kept_to_the_letter_and_named_after_its_file(tmp_path: Path) -> None:
    text = "  Заголовок\n\n\nТекст о городе: «Чжуншань»\u00a0— caf\u0065\u0301.\t\n"
    read = documents(write(tmp_path / "мой текст.txt", text))
    assert read == {"мой текст": Document("мой текст", text, "ru")}


def test_line_ends_and_byte_order_mark_are_the_only_changes(tmp_path: Path) -> None:
    read = documents(write(tmp_path / "a.txt", "\ufeffПервая строка,\r\nвторая строка,\rтретья.\n".encode()))
    assert read["a"].text == "Первая строка,\nвторая строка,\nтретья.\n"


def test_front_matter_gives_the_fields_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    head = "id: fair\nlang: ru\ntitle: 'Ярмарка: день 1'\nissued: 2018-11\npublisher: Газета\nsource: https://a.b/c"
    for name in ("a.txt", "a.md"):
        read = documents(write(tmp_path / name, f"---\r\n{head}\r\n---\r\n\r\nТекст.\r\n"))
        assert read["fair"] == Document(
            "fair", "Текст.\n", "ru", "Ярмарка: день 1", "2018-11", "Газета", "https://a.b/c"
        )


def test_a_rule_of_dashes_inside_a_text_is_text(tmp_path: Path) -> None:
    text = "Первая часть.\n---\nВторая часть.\n---\nТретья."
    assert documents(write(tmp_path / "a.md", text))["a"].text == text


@pytest.mark.parametrize("written", ["no", "2018", "1e3", "null", "yes"])
def test_front_matter_values_stay_the_words_that_were_written(tmp_path: Path, written: str) -> None:
    assert documents(write(tmp_path / "a.md", f"---\ntitle: {written}\n---\n{RUSSIAN}"))["a"].title == written


@pytest.mark.parametrize("date", ["2018", "2018-11", "2018-11-26"])
def test_a_date_keeps_its_precision(tmp_path: Path, date: str) -> None:
    assert documents(write(tmp_path / "a.md", f"---\nissued: {date}\n---\n{RUSSIAN}"))["a"].issued == date


def test_of_a_point_in_time_the_day_is_kept(tmp_path: Path) -> None:
    record = {"id": "a", "text": RUSSIAN, "issued": "2018-11-26T23:30:00+08:00"}
    assert documents(write(tmp_path / "a.jsonl", json.dumps(record)))["a"].issued == "2018-11-26"


@pytest.mark.parametrize("date", ["26.11.2018", "2018-13", "2018-02-30", "soon", "18", "0000"])
def test_what_is_no_date_is_reported_with_the_value(tmp_path: Path, date: str) -> None:
    reason = failures(write(tmp_path / "a.md", f"---\nissued: {date}\n---\n{RUSSIAN}"))["a.md"]
    assert date in reason and "2018-11-26" in reason


def test_json_lines_give_a_document_each_and_accept_url_as_source(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": "Один\r\n", "lang": "ru", "url": "x:y"}, {"text": "Два", "lang": "ru-RU"}]
    lines = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    expected = {
        "7": Document("7", "Один\r\n", "ru", source="x:y"),
        "news-3": Document("news-3", "Два", "ru"),
    }
    assert documents(write(tmp_path / "news.jsonl", lines)) == expected
    assert documents(write(tmp_path / "news.jsonl.gz", gzip.compress(lines.encode()))) == expected


def test_a_bad_line_is_named_and_the_other_lines_are_read(tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": RUSSIAN}).encode()
    bad = [b"{", b"[1]", b'{"id": "x"}', b'{"text": 1}', b'"\xff"', b'{"text": ""}', b"[" * 100_000]
    bad += [rb'{"text": "\ud800", "lang": "ru"}', b'{"text": "a\\u0000b"}', b'{"text": "x", "title": {}}']
    path = write(tmp_path / "a.jsonl", b"\n".join([*bad, good]))
    assert list(documents(path)) == ["good"]
    assert list(failures(path)) == [f"a.jsonl, line {number}" for number in range(1, len(bad) + 1)]


def test_a_cut_gzip_gives_what_it_holds_and_says_so(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(40_000).hex()  # packs badly, so that a cut leaves whole lines
    lines = [json.dumps({"id": n, "lang": "ru", "text": noise[n * 800 : n * 800 + 800]}) for n in range(100)]
    packed = gzip.compress("\n".join(lines).encode())
    path = write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])
    assert 10 < len(documents(path)) < 100
    assert "ends early" in failures(path)["a.jsonl.gz"]


def test_what_is_no_gzip_at_all_is_named(tmp_path: Path) -> None:
    assert "gzip" in failures(write(tmp_path / "a.jsonl.gz", b"plain"))["a.jsonl.gz"]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("Чжуншань".encode("cp1251"), "UTF-8"),
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"a\0b", "NUL"),
        (b"---\ntitle: [\n---\nText", "YAML"),
        (b"---\n- a\n- b\n---\nText", "title: Some words"),
        (b"---\nid: [a]\n---\nText", "id"),
        (b"---\n" + b"[" * 50_000 + b"\n---\nText", "YAML"),
        (b"---\nlang: xx\n---\nText", "xx"),
        ("Der Vizebürgermeister hat gestern das neue Labor der Stadt eröffnet.".encode(), "de"),
        (b"12345 67", "letters"),
    ],
)
def test_what_is_no_document_is_named_with_the_reason_and_the_rest_goes_on(
    tmp_path: Path, content: bytes, word: str
) -> None:
    write(tmp_path / "in" / "a.txt", content)
    write(tmp_path / "in" / "b.txt", RUSSIAN)
    assert list(documents(tmp_path / "in")) == ["b"]
    assert list(failures(tmp_path / "in")) == ["in/a.txt"]
    assert word in failures(tmp_path / "in")["in/a.txt"]


@given(
    st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.jsonl.gz"]),
    st.lists(st.sampled_from(PIECES)),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_stop_the_reading(tmp_path: Path, name: str, pieces: list[bytes]) -> None:
    found = list(read_inputs([write(tmp_path / name, b"".join(pieces))]))
    assert all(isinstance(each, Document | Failure) for each in found)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "No such file" in failures(tmp_path / "absent.txt")["absent.txt"]


def test_a_folder_is_read_whole_in_one_order_hidden_files_aside(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/A.txt", "a.md", ".hidden.txt", ".git/x.txt", "ё.txt", "c.TXT"):
        write(tmp_path / "in" / name, RUSSIAN)
    assert [found.id for found in read_inputs([tmp_path / "in"]) if isinstance(found, Document)] == [
        "a", "A", "z", "c", "ё"
    ]  # fmt: skip


def test_the_order_of_the_inputs_and_their_overlap_change_nothing(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, RUSSIAN) for name in ("in/a.txt", "in/b.txt", "in/sub/a.txt", "d.txt")]
    inputs = [*paths, tmp_path / "in", tmp_path / "in" / "sub"]
    first = list(read_inputs(inputs))
    for seed in range(5):
        assert list(read_inputs(random.Random(seed).sample(inputs, len(inputs)))) == first


def test_what_is_of_another_kind_is_skipped_and_said_so(tmp_path: Path) -> None:
    write(tmp_path / "in" / "photo.png", b"\x89PNG")
    assert [(f.name, f.skipped) for f in read_inputs([tmp_path / "in"]) if isinstance(f, Failure)] == [
        ("in/photo.png", True)
    ]


def test_a_second_document_with_an_id_is_reported_and_the_first_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", RUSSIAN)
    write(tmp_path / "in" / "sub" / "a.txt", OTHER)
    assert documents(tmp_path / "in")["a"].text == RUSSIAN
    assert "id a" in failures(tmp_path / "in")["in/sub/a.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_name_that_is_no_utf8_is_named_printably(tmp_path: Path) -> None:
    write(Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/\xff.txt")), RUSSIAN)
    assert list(failures(tmp_path / "in")) == ["in/\\udcff.txt"]


@pytest.mark.parametrize(
    ("sent", "ids"),
    [
        (RUSSIAN.encode(), ["stdin"]),
        (f"---\nid: x\n---\n{RUSSIAN}".encode(), ["x"]),
        (json.dumps({"id": "j", "text": RUSSIAN}).encode() + b"\n", ["j"]),
        (gzip.compress(json.dumps({"id": "g", "text": RUSSIAN}).encode()), ["g"]),
    ],
)
def test_standard_input_is_read_by_what_it_begins_with(
    monkeypatch: pytest.MonkeyPatch, sent: bytes, ids: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(sent))))
    assert [found.id for found in read_inputs(["-"]) if isinstance(found, Document)] == ids
