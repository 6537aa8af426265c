"""Where the data folders lie: inside the installed package, or beside it in a checkout."""

from pathlib import Path

from baygraph.errors import MissingResource

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Give the data folder (``ontology``, ``queries``, ``corpus``), or raise MissingResource."""
    for candidate in (_PACKAGE / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise MissingResource(name)
