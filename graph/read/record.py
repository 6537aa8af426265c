"""From named fields, wherever they stood, to a document."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from baygraph.errors import UnreadableInput
from baygraph.model import Document
from baygraph.read.language import detect, named

FIELDS = ("id", "lang", "title", "issued", "publisher", "source")
LONGEST = 5_000_000  # characters; the longest books have fewer, and all of a document is held at once
LARGEST = 100_000_000  # bytes; JSON may spell a character with twelve, and fields stand beside the text
ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def document(fields: Mapping[str, object], text: str, default_id: str, place: str = "") -> Document:
    """Make a document of a text and its fields; UnreadableInput or UnknownLanguage if one is wrong."""
    given = {name: _string(name, fields.get(name)) for name in FIELDS}
    check_text(text)
    lang = given["lang"]
    return Document(
        id=given["id"] or _string("id", default_id) or "document",
        text=text,
        lang=named(lang) if lang else detect(text),
        title=given["title"],
        issued=issued(given["issued"]),
        publisher=given["publisher"],
        source=given["source"] or _string("url", fields.get("url")),
        place=place,
    )


def issued(value: str | None) -> str | None:
    """Check a date: a year, a month or a day; of a point in time the day is kept, as written."""
    if value is None:
        return None
    try:
        return _calendar(value)
    except ValueError:
        raise UnreadableInput(value, "is no ISO 8601 date: write 2018, 2018-11 or 2018-11-26") from None


def check_text(text: str) -> None:
    """Raise UnreadableInput if this is no text to read."""
    if not text.strip():
        raise UnreadableInput("text", "is empty")
    if len(text) > LONGEST:
        raise UnreadableInput("text", f"has more than {LONGEST} characters; split it into documents")
    if "\0" in text:
        raise UnreadableInput("text", "holds NUL characters: this is no text")
    _check_characters("text", text)


def _calendar(value: str) -> str:
    if match := ISO_DATE.fullmatch(value):
        date(*(int(part or 1) for part in match.groups()))
        return value
    return datetime.fromisoformat(value).date().isoformat()


def _string(name: str, value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise UnreadableInput(name, "is no string")
    _check_characters(name, value or "")
    return " ".join((value or "").split()) or None


def _check_characters(name: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        # JSON can spell half of a surrogate pair, and a file's name may be no UTF-8.
        raise UnreadableInput(name, "holds what is no Unicode character") from None
