"""From the bytes of one file to its documents: plain text, Markdown, HTML, JSON lines."""

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, NamedTuple

from baygraph.errors import BaygraphError, UnreadableInput
from baygraph.model import Document
from baygraph.read.record import LARGEST, document

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?)(?:^|\n)---[ \t]*(?:\n+|\Z)", re.DOTALL)


class Failure(NamedTuple):
    """An input that gave no document, and why; ``skipped`` says that it is of a kind that is not read."""

    name: str
    reason: str
    skipped: bool = False


def read_text(stream: IO[bytes], name: str, stem: str) -> Iterator[Document | Failure]:
    """Read a plain or Markdown text with or without front matter."""
    fields, text = front_matter(decode(_whole(stream)))
    yield document(fields, text, stem)


def read_html(stream: IO[bytes], name: str, stem: str) -> Iterator[Document | Failure]:
    """Read the main text of a web page."""
    from baygraph.read.html import page  # lxml and trafilatura are heavy, and most inputs are plain

    fields, text = page(_whole(stream))
    yield document(fields, text, stem)


def read_jsonl(stream: IO[bytes], name: str, stem: str) -> Iterator[Document | Failure]:
    """Read one document a line; a line that is wrong is a failure and the rest goes on."""
    for number, line in enumerate(_lines(stream, name), start=1):
        yield from [line] if isinstance(line, Failure) else read_line(line, name, stem, number)


def read_line(line: bytes, name: str, stem: str, number: int) -> Iterator[Document | Failure]:
    """Read one line of JSON lines, of which the first has the number 1; a blank one is nothing."""
    line, place = line.removesuffix(b"\n"), f"{name}, line {number}"
    if len(line) > LARGEST:
        yield Failure(place, _too_large())
    elif line.strip():
        yield _json_line(line, place, f"{stem}-{number}")


def read_gzip(stream: IO[bytes], name: str, stem: str) -> Iterator[Document | Failure]:
    """Read JSON lines packed by gzip."""
    with gzip.open(stream) as unpacked:
        yield from read_jsonl(unpacked, name, stem)  # type: ignore[arg-type]


def decode(data: bytes) -> str:
    """Read bytes as UTF-8; the byte order mark is dropped, CRLF and CR become LF, nothing else is changed."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"byte {error.start}", "is no UTF-8; convert the file to UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """Split a text from the YAML block between two lines of ``---`` that it may begin with."""
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields = _yaml(match["fields"])
    if not isinstance(fields, Mapping):
        raise UnreadableInput("front matter", "is no list of names and values such as `title: Some words`")
    return fields, text[match.end() :]


def _yaml(source: str) -> object:
    import yaml

    try:
        # BaseLoader makes strings alone: no object is built, `no` stays a language and 2018-11 a month.
        return yaml.load(source, Loader=yaml.BaseLoader) or {}
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableInput("front matter", f"is no YAML: {_first_line(error)}") from None


def _whole(stream: IO[bytes]) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableInput("the file", _too_large())
    return data


def _too_large() -> str:
    return f"has more than {LARGEST} bytes; split it into documents"


def _lines(stream: IO[bytes], name: str) -> Iterator[bytes | Failure]:
    """Give each line; of one that is too large as much as shows that."""
    try:
        while line := stream.readline(LARGEST + 1):
            yield line
            while len(line) > LARGEST and not line.endswith(b"\n"):
                line = stream.readline(LARGEST + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield Failure(name, f"the gzip data is damaged or ends early: {error}")


def _json_line(line: bytes, name: str, default_id: str) -> Document | Failure:
    try:
        record = json.loads(line.decode("utf-8-sig"))
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            return Failure(name, "is no JSON object with a text")
        return document(record, record["text"], default_id, name)
    except UnicodeDecodeError:
        return Failure(name, "is no UTF-8")
    except (ValueError, RecursionError) as error:
        return Failure(name, f"is no JSON: {_first_line(error)}")
    except BaygraphError as error:
        return Failure(name, str(error))


def _first_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
