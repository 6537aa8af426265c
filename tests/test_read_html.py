"""Of a web page the article is read: not its menus, and of its head only what it states."""

from pathlib import Path

import pytest

from baygraph.model import Document
from baygraph.read import Failure, read_inputs

pytestmark = pytest.mark.package

PARAGRAPHS = [
    "В Дунгуане открылась база робототехники, которую основали университет и местная компания.",
    "На базе работают сорок исследователей, и к концу года их станет вдвое больше, сообщила мэрия города.",
    "Первый проект базы, робот для складов, уже испытывают на заводе в соседнем районе у озера Суншань.",
]
HEAD = """<title>База робототехники</title><meta property="og:site_name" content="Вестник">
<meta property="article:published_time" content="2020-08-11T09:00:00+08:00"><link rel="canonical" href="https://a.b/c">"""


def page(head: str = HEAD, lang: str = ' lang="ru-RU"', charset: str = "utf-8") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = "<nav><ul><li><a href='/'>Главная</a></li><li><a href='/x'>Подписка</a></li></ul></nav>"
    start = f'<!DOCTYPE html><html{lang}><head><meta charset="{charset}">{head}</head><body>{menu}'
    article = f"<main><article><h1>База робототехники</h1>{body}</article></main>"
    return f"{start}{article}<footer>© Все права</footer></body></html>".encode(charset)


def read(tmp_path: Path, data: bytes) -> Document | Failure:
    (tmp_path / "page.html").write_bytes(data)
    (found,) = read_inputs([tmp_path / "page.html"])
    return found


def test_the_article_is_the_text_and_the_head_gives_the_fields(tmp_path: Path) -> None:
    found = read(tmp_path, page())
    assert isinstance(found, Document)
    assert [p for p in found.text.split("\n\n") if p in PARAGRAPHS] == PARAGRAPHS
    assert "Подписка" not in found.text and "Все права" not in found.text and "<" not in found.text
    assert (found.id, found.lang, found.title, found.issued, found.publisher, found.source) == (
        "page", "ru", "База робототехники", "2020-08-11", "Вестник", "https://a.b/c"
    )  # fmt: skip


def test_no_date_is_guessed_and_the_language_is_detected(tmp_path: Path) -> None:
    found = read(tmp_path, page(head="", lang=""))
    assert isinstance(found, Document)
    assert (found.lang, found.title, found.issued, found.source) == ("ru", None, None, None)


def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    found = read(tmp_path, page(charset="windows-1251"))
    assert isinstance(found, Document) and PARAGRAPHS[0] in found.text


@pytest.mark.parametrize("data", [b"", b"<html></html>", page().replace(b"utf-8", b"utf-9"), b"\xff\xfe<p>"])
def test_a_page_without_readable_text_is_a_failure(tmp_path: Path, data: bytes) -> None:
    assert isinstance(read(tmp_path, data), Failure)
