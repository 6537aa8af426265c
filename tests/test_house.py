"""The house rules: small parts, one direction of imports, nothing generated, nothing caught blindly."""

import ast
import re
import statistics
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "graph"
MODULES = sorted(PACKAGE.rglob("*.py"))
pytestmark = pytest.mark.skipif(not MODULES, reason="needs a checkout")

# From the bottom up: a module imports only what stands above it here, or beside it in its own line.
LAYERS = (
    "errors model annotation fingerprint kept resources sorting spread terms triples",
    "identity",
    "gazetteer",
    "languages",
    "read annotate extract",
    "resolve naming evidence rows",
    "populate",
    "validate publish",
    "pipeline",
    "query verify explain compare difference export review serve",
    "cluster",
    "cli __main__",
)
# What `make compiled` compiles, whole.
COMPILED = {"identity", "languages", "extract"}
RANK = {module: rank for rank, layer in enumerate(LAYERS) for module in layer.split()}

FOREIGN_WORD = r"\w*[\u0400-\u04ff\u4e00-\u9fff]\w+"
GENERATED = r"(?:.*/)?(?:(?:out|build|dist|node_modules|__pycache__|\.venv|.*\.egg-info)/.*|.*\.pyc)"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, Function):
                name = f"{path.relative_to(REPOSITORY)}:{node.lineno} {node.name}"
                yield name, (node.end_lineno or node.lineno) - node.lineno + 1


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write imports in full, from baygraph"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("needs a git checkout")
    return listed.stdout.splitlines()


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {name: lines for name, lines in lengths.items() if lines > 300}


def test_no_function_is_longer_than_40_lines() -> None:
    assert not {name: lines for name, lines in functions() if lines > 40}


def test_half_of_the_functions_have_6_lines_at_most_and_95_percent_25() -> None:
    lengths = sorted(lines for _, lines in functions())
    assert statistics.median(lengths) <= 6
    assert lengths[int(len(lengths) * 0.95)] <= 25


def test_every_part_of_the_package_has_its_layer() -> None:
    assert {part(path) for path in MODULES} - RANK.keys() <= {"__init__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_layer_and_those_below(path: Path) -> None:
    rank = RANK.get(part(path), -1)
    for line, name in imports(path):
        if name.startswith("baygraph."):
            assert RANK[name.split(".")[1]] <= rank, f"{path.name}:{line} imports {name} from a layer above"


def _guards(path: Path, handler: ast.ExceptHandler) -> bool:
    """One place may: where a document is read, so that a fault of the reading loses that one alone."""
    return path == PACKAGE / "pipeline.py" and "Failure(found.id" in ast.unparse(handler)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_errors_that_can_be_named_are_caught(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type, f"{path.name}:{node.lineno} catches everything"
            caught = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
            assert not caught & {"Exception", "BaseException"} or _guards(path, node), (
                f"{path.name}:{node.lineno}"
            )


def _keys(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "keys"


def test_what_is_compiled_joins_no_set_with_the_keys_of_a_dict() -> None:
    """That makes a set of a frozenset, whatever its type says, and compiled code believes what types say."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if part(path) in COMPILED else ():
            if isinstance(node, ast.BinOp) and _keys(node.right):
                assert _keys(node.left), f"{path.name}:{node.lineno} {ast.unparse(node)}"


def test_language_decides_nothing_outside_the_language_packs() -> None:
    for path in MODULES:
        if part(path) != "languages":
            found = re.findall(r"""\blang(?:uage)?\s*[!=]=\s*["'][a-z]{2}\b""", path.read_text("utf-8"))
            assert not found, f"{path.relative_to(REPOSITORY)}: {found}"


def test_words_of_a_language_stand_in_its_toml() -> None:
    """Three Cyrillic or Chinese words in one list are a word list; letters and an attested phrase are not."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.List | ast.Tuple | ast.Set):
                words = [str(element.value) for element in node.elts if isinstance(element, ast.Constant)]
                foreign = [word for word in words if re.fullmatch(FOREIGN_WORD, word)]
                assert len(foreign) < 3, f"{path.relative_to(REPOSITORY)}:{node.lineno}: {foreign}"


def test_every_folder_with_modules_is_listed_for_the_wheel() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    folders = {".".join(("baygraph", *path.parent.relative_to(PACKAGE).parts)) for path in MODULES}
    data = {
        ".".join(("baygraph", *path.parent.relative_to(REPOSITORY).parts))
        for name in ("ontology", "queries", "corpus")
        for path in (REPOSITORY / name).rglob("*.*")
        if "__pycache__" not in path.parts
    }
    assert sorted(folders | data) == sorted(settings["packages"])


def test_nothing_generated_is_tracked() -> None:
    assert not [name for name in tracked() if re.fullmatch(GENERATED, name)]


def test_no_file_names_the_machine_it_was_written_on() -> None:
    here = re.compile(r"(?<![\w./-])/(work|tmp|home|root|Users)/\w")
    for name in tracked():
        path = REPOSITORY / name
        if path.suffix in {".py", ".toml", ".md", ".ttl", ".rq", ".lock", ""} and path.is_file():
            assert not here.search(path.read_text("utf-8")), name
