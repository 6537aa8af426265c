"""Adds machine code of the reading to the wheel where BAYGRAPH_COMPILE=1 asks for it, and else nothing.

What the package is made of stands in pyproject.toml.
"""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from setuptools import Extension, setup

HERE = Path(__file__).resolve().parent
MODULES = HERE / "typings" / "baygraph"  # mypy finds the package under its public name here
COMPILER = "mypy[mypyc]>=1.15"
# What builds a wheel has not always the libraries, whose types are unknown then.
LENIENT = ("--ignore-missing-imports", "--no-warn-return-any", "--no-warn-unused-ignores")
# What a document passes through. Not model.py: frozen values that mypyc has compiled cannot be pickled, and
# documents go to other processes. Not what streams: mypyc turns a generator expression into a list.
COMPILED = ("annotation.py", "gazetteer.py", "extract", "identity", "languages")


def sources() -> Iterator[str]:
    """Give the modules that are compiled, the same ones in the same order everywhere."""
    for name in COMPILED:
        found = [MODULES / name] if name.endswith(".py") else sorted((MODULES / name).rglob("*.py"))
        yield from (str(path.relative_to(HERE)) for path in found if path.name != "__init__.py")


def extensions() -> list[Extension]:
    """Translate the modules to C; end with what is missing where that cannot be compiled."""
    command = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    if not shutil.which(command.split()[0]):
        raise SystemExit(f"BAYGRAPH_COMPILE=1 needs gcc or clang: {command} is not on PATH; CC names another")
    if not MODULES.is_dir():
        raise SystemExit("BAYGRAPH_COMPILE=1 needs a clone of the repository: typings/baygraph is missing")
    os.chdir(HERE)
    from mypyc.build import mypycify

    return mypycify(
        [*LENIENT, *sources()],
        opt_level="1",
        debug_level="0",
        multi_file=True,
        target_dir=str(HERE / "build" / "c"),
        # The library stands at the top, for mypyc tells a module's place by it.
        group_name="baygraph",
    )


if os.environ.get("BAYGRAPH_COMPILE") == "1":
    # A frontend first asks what is required, and only then for a wheel.
    setup(setup_requires=[COMPILER], ext_modules=extensions() if "bdist_wheel" in sys.argv else [])
else:
    setup()
