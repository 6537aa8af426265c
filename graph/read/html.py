"""The main text of a web page, and what its head says of it."""

import re
from collections.abc import Mapping

import lxml.html
from trafilatura import extract

from baygraph.errors import UnreadableInput

CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
HEAD = 4096  # bytes in which a page names its encoding
# Pages that say gb2312 or latin-1 are, by the WHATWG encoding standard, read as what contains them.
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "windows-1252", "us-ascii": "windows-1252"}
# Only what the page states: a date that is guessed from the address or the text would be an invented one.
STATED = {
    "title": ("//meta[@property='og:title']/@content", "//title/text()"),
    "lang": ("/html/@lang", "/html/@xml:lang"),
    "issued": (
        "//meta[@property='article:published_time']/@content",
        "//meta[@itemprop='datePublished']/@content",
        "//meta[@name='dcterms.issued' or @name='DC.date.issued']/@content",
    ),
    "publisher": ("//meta[@property='og:site_name']/@content",),
    "source": ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"),
}
XML_LANG = {"xml": "http://www.w3.org/XML/1998/namespace"}


def page(data: bytes) -> tuple[Mapping[str, str], str]:
    """Give the fields and the main text, an empty line between paragraphs; UnreadableInput if it has none."""
    source = _decode(data)
    text = extract(source, include_comments=False, output_format="txt") if source.strip() else None
    if not text:
        raise UnreadableInput("page", "has no main text that could be told from its menus")
    return _stated(source), text.replace("\n", "\n\n")


def _decode(data: bytes) -> str:
    match = None if data.startswith(b"\xef\xbb\xbf") else CHARSET.search(data[:HEAD])
    encoding = match[1].decode("ascii", "replace").lower() if match else "utf-8"
    try:
        return data.decode("utf-8-sig" if encoding in ("utf-8", "utf8") else WIDER.get(encoding, encoding))
    except (LookupError, UnicodeDecodeError):
        raise UnreadableInput(encoding, "is not this page's encoding; convert it to UTF-8") from None


def _stated(source: str) -> Mapping[str, str]:
    tree = lxml.html.document_fromstring(source.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    found = ((name, _first(tree, paths)) for name, paths in STATED.items())
    return {name: value for name, value in found if value}


def _first(tree: lxml.html.HtmlElement, paths: tuple[str, ...]) -> str:
    values = (str(value).strip() for path in paths for value in tree.xpath(path, namespaces=XML_LANG))
    return next(filter(None, values), "")
