"""What the documentation says can be done: commands exist, files and links lead somewhere."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from baygraph.cli.arguments import read

PAGES = (
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
    "docs/cluster.md", "docs/files.md", "docs/loading.md", "docs/page.md", "docs/queries.md",
    "docs/serve.md",
)  # fmt: skip
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def pages(repository: Path) -> str:
    return "\n".join((repository / name).read_text("utf-8") for name in PAGES)


def commands(repository: Path, program: str) -> list[list[str]]:
    lines = [line for block in SHELL.findall(pages(repository)) for line in block.splitlines() if line]
    split = [shlex.split(line.rpartition("| ")[2]) for line in lines]
    return [words[1:] for words in split if Path(words[0]).name == program]


def test_the_first_two_commands_of_the_readme_are_the_whole_start(repository: Path) -> None:
    first = SHELL.findall((repository / "README.md").read_text("utf-8"))[0]
    assert first.splitlines() == ["make graph", "make test"]


def test_every_make_target_in_the_pages_exists(repository: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (repository / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = {words[0] for words in commands(repository, "make")}
    named |= set(re.findall(r"`make ([a-z]+)`", pages(repository)))
    assert named and named <= set(targets)


def test_every_baygraph_command_in_the_pages_is_understood(repository: Path) -> None:
    found = commands(repository, "baygraph")
    assert found
    for words in found:
        if "--help" in words:
            with pytest.raises(SystemExit, match="0"):
                read(words)
        else:
            assert callable(read(words).command)


def test_the_examples_in_each_command_s_help_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("build", "verify", "explain", "query", "check", "review", "export", "merge", "serve"):
        with pytest.raises(SystemExit):
            read([command, "--help"])
        examples = capsys.readouterr().out.partition("examples:")[2]
        lines = [line.rpartition("| ")[2].split() for line in examples.splitlines() if line.strip()]
        assert lines
        for program, *words in lines:
            assert program == "baygraph"
            assert callable(read(words).command)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_the_repository_leads_somewhere(repository: Path, page: str) -> None:
    for target in LINK.findall((repository / page).read_text("utf-8")):
        if not target.startswith(("http:", "https:", "#")):
            beside = (repository / page).parent / target.partition("#")[0]
            assert beside.exists(), f"{page} links to {target}"


def test_the_layout_in_the_pages_is_that_of_the_repository(repository: Path) -> None:
    layout = re.findall(
        r"^ {4}( *)(\S+?)/? ", (repository / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE
    )
    assert layout
    for indent, name in layout:
        for each in name.strip(",").split(","):
            assert (repository / ("graph" if indent else ".") / each).exists(), each


def test_the_changelog_tells_of_the_current_version(repository: Path) -> None:
    version = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"## {version}" in (repository / "CHANGELOG.md").read_text("utf-8")


def test_every_link_of_the_licence_texts_is_there(repository: Path) -> None:
    assert "Apache License" in (repository / "LICENSE").read_text("utf-8")
    data = (repository / "LICENSE-DATA").read_text("utf-8")
    assert all(
        name in data for name in ("creativecommons.org/licenses/by/4.0", "GeoNames", "ROR", "Wikidata")
    )


def test_the_query_in_the_readme_runs_on_the_graph(repository: Path, corpus_folder: Path) -> None:
    import pyoxigraph

    (query,) = re.findall(r"```sparql\n(.*?)```", (repository / "README.md").read_text("utf-8"), re.DOTALL)
    store = pyoxigraph.Store()
    for name in ("baygraph.ttl", "evidence.ttl"):
        store.load(path=corpus_folder / name)
    rows = store.query(query)
    assert isinstance(rows, pyoxigraph.QuerySolutions) and any(rows)
