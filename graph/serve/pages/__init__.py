"""The server's pages: templates that escape all they are given, and the headers that let nothing else in."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response

FOLDER: Final = Path(__file__).resolve().parent
ASSETS: Final = {
    "site.css": "text/css",
    "answer.js": "text/javascript",
    "query.js": "text/javascript",
    "writing.js": "text/javascript",
}
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_OWN_POLICY: Final = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_HEAD: Final = 4096  # bytes within which a page states its policy


def page(template: str, language: str, /, status: int = 200, **values: object) -> Response:
    """Fill a template in a language; each value is escaped."""
    text = (
        _environment().get_template(f"{template}.html").render(t=words()[language], lang=language, **values)
    )
    headers = {"Content-Security-Policy": POLICY, "Vary": "Accept, Accept-Language, Cookie"}
    return Response(text, status, headers, "text/html")


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """What the pages say, by language and key."""
    return tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))


def asset(name: str) -> Response | None:
    """Give a style sheet or script of the package."""
    if name not in ASSETS:
        return None
    return Response((FOLDER / name).read_bytes(), media_type=ASSETS[name])


def own_policy(path: Path) -> str:
    """The policy that a page states in its head, for the header too; the strictest if it has none."""
    with path.open("rb") as file:
        found = _OWN_POLICY.search(file.read(_HEAD))
    return f"{found[1].decode('ascii', 'replace')}; frame-ancestors 'none'" if found else NOTHING


@cache
def _environment() -> Environment:

    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
