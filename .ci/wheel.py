"""Build the wheel, install it into empty environments and run the quick tests that need it alone.

``python .ci/wheel.py 3.13`` runs them with that Python, if the machine has it. The tests of the checkout
prove the code with this one, so what is left to prove with it is that the wheel is whole, that its libraries
are all there, and that its commands run.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLATION = ("test_packaging.py", "test_cli.py")


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command; a failure ends this script with its code."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def interpreter(version: str) -> str | None:
    """Find a Python of this version, be it on PATH or known to pyenv."""
    command = [f"python{version}", "-c", "import sys, venv; print(sys.executable)"]
    for environment in (os.environ, {**os.environ, "PYENV_VERSION": version}):
        if shutil.which(command[0]):
            done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
            if done.returncode == 0:
                return done.stdout.strip()
    return None


def build(folder: Path) -> Path:
    """Build the wheel from the files as they are now."""
    shutil.rmtree(ROOT / "build", ignore_errors=True)  # else what an earlier build left there is packed too
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    return next(folder.glob("*.whl"))


def install(python: str, wheel: Path, folder: Path) -> Path:
    """Make an environment of the locked libraries and the wheel alone; give its Python."""
    own = folder / "bin" / "python"
    lock = ROOT / "requirements" / "test.lock"
    if uv := shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent)):
        run(uv, "venv", "--quiet", "--python", python, folder)
        pip: tuple[str | Path, ...] = (uv, "pip", "install", "--quiet", "--python", own)
    else:
        run(python, "-m", "venv", folder)
        pip = (own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", lock)
    run(*pip, "--no-deps", wheel)
    run(own, "-m", "pip", "check")
    return own


def prove(python: str, wheel: Path, folder: Path, *tests: str) -> None:
    """Run these files of quick tests, or all, on the wheel alone."""
    own = install(python, wheel, folder / "environment")
    shutil.copytree(ROOT / "tests", folder / "tests")
    shutil.copy(ROOT / "pyproject.toml", folder)  # pytest's settings; the package is not beside it
    chosen = [Path("tests", name) for name in tests] or [Path("tests")]
    run(own, "-m", "pytest", "-n", "auto", "-m", "package and not slow", *chosen, cwd=folder)


def main() -> None:
    """Do all of it; a Python that the machine does not have is left out, and that is said."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        wheel = build(folder)
        other = interpreter(sys.argv[1]) if sys.argv[1:] else None
        if other:
            prove(other, wheel, folder / "other")
        elif sys.argv[1:]:
            print(f"Python {sys.argv[1]} is not on this machine, so the wheel was not tested with it.")
        prove(sys.executable, wheel, folder / "this", *(INSTALLATION if other else ()))


if __name__ == "__main__":
    main()
