"""The documentation site: hand-written pages, and a reference that is written from what it describes."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import reference  # noqa: E402 (it stands beside this file)

project = "Baygraph"
copyright = "Baygraph contributors"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["README.md"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Baygraph"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None
suppress_warnings = ["misc.highlighting_failure"]  # Pygments' SPARQL lexer does not know every escape


def setup(app: object) -> None:
    """Write the reference before the pages are read."""
    reference.write(HERE / "reference")
