"""The one file: style, script and data put into the page, under a policy that lets nothing else in."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Any, Final

from baygraph.publish.page.palette import palette
from baygraph.publish.page.template import as_script_data, policy
from baygraph.publish.page.wording import words
from baygraph.review.content import FIGURE

_SCRIPTS: Final = ("text.js", "panel.js", "review.js")
_FIGURE_HUE: Final = "#5b6571"


def assemble(content: Mapping[str, Any]) -> str:
    """Write the page."""
    style = _own("review.css") + "".join(_hues())
    script = "'use strict';\n{\n" + "".join(map(_own, _SCRIPTS)) + "}\n"
    said = {"page": tomllib.loads(_own("words.toml")), "terms": words()["terms"], "kinds": list(_kinds())}
    return Template(_own("review.html")).substitute(
        policy=policy(style, script),
        style=style,
        script=script,
        content=as_script_data(content),
        words=as_script_data(said),
    )


def _kinds() -> Mapping[str, str]:
    """The colour of each class, as on the page of the graph; figures have one of their own."""
    return {name: look.fill for name, look in palette().items()} | {FIGURE: _FIGURE_HUE}


def _hues() -> list[str]:
    return [f'[data-kind="{name}"] {{\n  --hue: {hue};\n}}\n' for name, hue in _kinds().items()]


def _own(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")
