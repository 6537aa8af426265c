"""What docs/queries.md tells to type works, in the order it is told."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from sparql_server import serving

from baygraph.cli import main
from baygraph.query import load, run
from baygraph.query.documents import TOPICS

pytestmark = pytest.mark.slow
ADDRESS = "http://127.0.0.1:8087/sparql"


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "queries.md").read_text("utf-8")


@pytest.fixture
def published(corpus_folder: Path, in_folder: Path, page: str) -> Path:
    """A folder to type commands in: the project's own graph twice, and the page's own question."""
    for name in ("out", "my-graph"):
        shutil.copytree(corpus_folder, in_folder / name)
    (in_folder / "my.rq").write_text(blocks(page, "sparql")[0], "utf-8")
    return in_folder


def test_every_command_of_the_page_works(
    published: Path, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    lines += re.findall(r"`(baygraph query (?:my\.rq|checks/).*?)`", page)
    assert len(lines) > 15
    with serving(load(published / "out")) as address:
        for line in lines:
            program, *words = shlex.split(line.replace(ADDRESS, address))
            assert program == "baygraph"
            if "--help" in words:
                with pytest.raises(SystemExit, match="0"):
                    main(words)
            else:
                assert main(words) == 0, line
            assert capsys.readouterr().out.strip() not in ("", "Nothing in this graph answers that."), line


def test_the_page_s_program_and_queries_give_rows(
    published: Path, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (program,) = blocks(page, "python")
    exec(compile(program, "docs/queries.md", "exec"), {})
    assert "波士顿" in capsys.readouterr().out
    store = load(published / "out")
    for query in blocks(page, "sparql"):
        answer = run(store, query)
        assert answer and list(answer)  # type: ignore[arg-type]


def test_the_page_lists_the_topics(page: str) -> None:
    table = page.partition("| topic |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| (\w+) \|", table, re.MULTILINE)) == set(TOPICS)
