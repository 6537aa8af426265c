"""The reference part of the site: commands, questions and terms, each written from its own definition."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

import ontology_page

from baygraph.cli.arguments import parser
from baygraph.query import QueryDocument, available

WIDTH = "88"  # columns of a command's help


def write(folder: Path) -> None:
    """Write all pages of the reference into a folder."""
    folder.mkdir(exist_ok=True)
    pages = {"commands": commands(), "questions": questions(), **ontology_page.pages()}
    for name, text in pages.items():
        _write(folder / f"{name}.md", text)


def commands() -> str:
    """Give each command's own help."""
    os.environ["COLUMNS"] = WIDTH
    lines = ["# Commands", "", "What each command says of itself with `--help`.", ""]
    for name, command in _subcommands(parser()).items():
        lines += [f"## baygraph {name}", "", "```text", command.format_help().strip(), "```", ""]
    return "\n".join(lines)


def questions() -> str:
    """Give each question with its words in three languages, how to read the answer, and its SPARQL."""
    found = available()
    asked = [each for each in found if not each.name.startswith("checks/")]
    checks = [each for each in found if each.name.startswith("checks/")]
    lines = ["# Questions", "", "Ask one with `baygraph query NAME`; [how to](../queries.md).", ""]
    lines += [line for each in asked for line in _question(each)]
    lines += ["# Checks", "", "`baygraph check` asks them all: an answer names what should not be there.", ""]
    return "\n".join([*lines, *(line for each in checks for line in _question(each))])


def _question(each: QueryDocument) -> Iterator[str]:
    yield from (f"## {each.name}", "", f"**{each.title}**", "")
    for language in ("en", "ru", "zh"):
        if language in each.question:
            yield f"- {each.question[language].strip()}"
    yield from ("", " ".join(each.reading.split()), "")
    if each.parameters:
        yield from ("| parameter | means | kind |", "| --- | --- | --- |")
        yield from (f"| `--{p.name}` | {p.means} | {p.kind} |" for p in each.parameters)
    body = "\n".join(line for line in each.text.splitlines() if not line.startswith("#+")).strip()
    yield from ("", "```sparql", body, "```", "")


def _subcommands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _write(path: Path, text: str) -> None:
    """Write a page if it is another one than before, so that the site builds anew only what changed."""
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
