"""The one file: style, scripts and data put into the page, under a policy that lets nothing else in."""

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Any, Final

_STYLES: Final = ("page.css", "panels.css", "card.css", "views.css", "phone.css")
# In the order in which they build on each other.
_SCRIPTS: Final = (
    "base", "facts", "state", "swatch", "crowd", "view", "network", "labels", "quotes", "charts", "card",
    "search", "facets", "panels", "map", "timeline", "table", "picture", "sparql", "saving", "keys", "main",
)  # fmt: skip
_LIBRARY: Final = "lib/vis-9.1.2/vis-network.min.js"
_ESCAPES: Final = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def assemble(data: Mapping[str, Any]) -> str:
    """Write the page; each entry of ``data`` becomes a JSON block for the slot of its name."""
    style = "".join(map(_own, _STYLES))
    script = "'use strict';\n{\n" + "".join(_own(f"{name}.js") for name in _SCRIPTS) + "}\n"
    library = (files("pyvis") / _LIBRARY).read_text("utf-8").replace("\r\n", "\n")
    return Template(_own("page.html")).substitute(
        policy=policy(style, library, script),
        style=style,
        library=library,
        script=script,
        notice=_own("notice.txt"),
        land=as_script_data(json.loads(_own("land.json"))),
        **{name: as_script_data(value) for name, value in data.items()},
    )


def as_script_data(value: object) -> str:
    """Write JSON that no text inside can end or comment out: no markup character stands in it as such."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)  # str.translate takes many times as long
    return text


def _own(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def policy(style: str, *scripts: str) -> str:
    """Allow these very scripts and this style, pictures held in the page, and nothing from anywhere."""
    allowed = " ".join(map(_digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
