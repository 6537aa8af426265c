"""The tables beside this code, read on first use."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent


@cache
def table(name: str) -> dict[str, Any]:
    """Read ``<name>.toml``; the caller must not change what it gets."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))
