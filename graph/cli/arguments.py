"""What each command takes; nothing else is imported here, so that ``--help`` answers at once."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from baygraph.cli import commands
from baygraph.cli.actions import QuestionHelp, count, input_path
from baygraph.cli.engine import add_options, place

KINDS = ".txt, .md (with or without YAML front matter), .html, .jsonl, .jsonl.gz, .parquet"
FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")
EXPORTS = ("jsonld", "ntriples", "rdfxml", "rdf12", "graphml", "gexf", "cytoscape", "csv", "parquet", "all")
LEVELS = ("error", "warning")
OUT = Path("out")

Add = Callable[..., argparse.ArgumentParser]
Kind = Callable[[str], Path | str]


def read(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read a command line: ``command`` is the function to call, ``parameters`` what a question takes."""
    top = parser()
    given, rest = top.parse_known_args(arguments)
    if rest and not hasattr(given, "parameters"):
        top.error(f"this command takes no {' '.join(rest)}; see its --help")
    given.parameters = rest
    return given


def parser() -> argparse.ArgumentParser:
    """Give the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="baygraph",
        description="Build a knowledge graph with evidence from texts, check it, and ask it.",
        epilog="Each command has its own help with examples: baygraph build --help",
    )
    subcommands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for define in (_build, _verify, _explain, _query, _check, _review, _diff, _serve, _export, _merge):
        define(subcommands.add_parser)
    return top


def _build(add: Add) -> None:
    added = _command(
        add,
        "build",
        commands.build,
        "read texts and publish what they say",
        "baygraph build",
        "baygraph build news/ report.html -o out",
        "cat today.jsonl | baygraph build - -o out",
        "baygraph build s3a://news/2024 -o s3a://graph/2024 --engine spark --master spark://HOST:7077",
    )
    read = f"a file or a folder ({KINDS}), or - for standard input; default: the project's own texts"
    _inputs(added, read, place)
    _folder(
        added, "the folder to publish into, or an address for a cluster to write N-Quads and Parquet", place
    )
    added.add_argument("--strict", action="store_true", help="publish nothing if the graph violates a shape")
    added.add_argument(
        "--workers", type=_whole, default=0, metavar="N",
        help="processes that read, when there is much to read; default: one for each core",
    )  # fmt: skip
    added.add_argument(
        "--store", action="store_true",
        help="load the graph into a database in OUT too, which baygraph serve opens at once, however large",
    )  # fmt: skip
    added.add_argument(
        "--state", type=Path, metavar="FOLDER",
        help="where what was read is kept, so that the next build reads only what is new or changed; "
        "default: .state in OUT",
    )  # fmt: skip
    add_options(added)


def _verify(add: Add) -> None:
    added = _command(
        add,
        "verify",
        commands.verify,
        "check a published folder: quotes at their offsets, contract, shapes, no dangling IRI",
        "baygraph verify out corpus/",
        "baygraph verify my-graph news/ report.html",
    )
    added.add_argument("folder", nargs="?", type=Path, default=OUT, metavar="OUT", help="default: out")
    _inputs(added, "the texts that the folder was built from; without any, they are not looked at")


def _explain(add: Add) -> None:
    added = _command(
        add,
        "explain",
        commands.explain,
        "print what is known of a thing with the quotes that say so, or why two names are one thing or two",
        "baygraph explain Чжуншань",
        "baygraph explain https://w3id.org/baygraph/id/zhongshan -o out",
        "baygraph explain Чжуншань 中山",
    )
    added.add_argument("name", metavar="IRI|NAME", help="an IRI, its last part, or a name in any language")
    added.add_argument("other", nargs="?", metavar="NAME", help="another name: why it means the same, or not")
    _folder(added, "the published folder")
    added.add_argument("--lang", metavar="CODE", help="show names in this language where there are any")


def _query(add: Add) -> None:
    added = _command(
        add,
        "query",
        commands.query,
        "answer one of the project's questions, or that of a .rq file",
        "baygraph query",
        "baygraph query events --within Чжуншань --since 2018",
        "baygraph query people --format csv -o my-graph",
        "baygraph query my.rq --endpoint http://localhost:7878/query",
        add_help=False,
    )
    name = "which question, or a .rq file, or - for standard input; without it, all questions are listed"
    added.add_argument("name", nargs="?", metavar="NAME", help=name)
    added.set_defaults(parameters=[])
    added.add_argument(
        "--lang", metavar="CODE", default="en", help="language of a table's names; default: en"
    )
    added.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    added.add_argument("--limit", type=count, metavar="N", help="write this many rows at most")
    added.add_argument("--names", action="store_true", help="names instead of IRIs, in any format of rows")
    added.add_argument("--endpoint", metavar="URL", help="ask this SPARQL endpoint instead of a folder")
    _folder(added, "the published folder")
    added.add_argument(
        "-h", "--help", action=QuestionHelp, nargs=0, help="show this, or what the question NAME takes"
    )
    added.usage = f"{added.prog} [NAME [--PARAMETER VALUE ...]] [options]"


def _check(add: Add) -> None:
    added = _command(
        add,
        "check",
        commands.check,
        "look for what should not be in a published folder: contradictions, missed names, odd figures",
        "baygraph check out",
        "baygraph check out --level error",
        "baygraph check my-graph --format csv",
    )
    added.description = f"{added.description}\nThe exit code is 1 if a check of level error finds something."
    added.add_argument("folder", nargs="?", type=Path, default=OUT, metavar="OUT", help="default: out")
    added.add_argument("--level", choices=LEVELS, default="warning", help="error leaves the warnings out")
    added.add_argument("--lang", metavar="CODE", default="en", help="language of the names; default: en")
    added.add_argument("--limit", type=count, metavar="N", help="rows of a table at most")
    added.add_argument("--format", choices=("table", "csv"), default="table", help="default: table")
    added.add_argument("--endpoint", metavar="URL", help="ask this SPARQL endpoint instead of a folder")


def _review(add: Add) -> None:
    added = _command(
        add,
        "review",
        commands.review,
        "write a page that shows each text with what was read in it, and what was left out",
        "baygraph review out",
        "baygraph review my-graph news/ report.html --page review.html",
    )
    added.add_argument("folder", nargs="?", type=Path, default=OUT, metavar="OUT", help="default: out")
    _inputs(added, "the texts that the folder was built from; default: the project's own texts")
    added.add_argument("--page", type=Path, metavar="FILE", help="the page; default: review.html in OUT")


def _diff(add: Add) -> None:
    added = _command(
        add,
        "diff",
        commands.diff,
        "tell what changed between two published folders, in facts rather than lines",
        "baygraph diff last-week out",
        "baygraph diff last-week out --format json",
    )
    added.epilog = f"{added.epilog}\n\nexit codes: 0 nothing changed, 1 something did, 2 trouble"
    added.add_argument("old", type=Path, metavar="OLD", help="the folder that was published before")
    added.add_argument("new", type=Path, metavar="NEW", help="the folder to compare with it")
    added.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _serve(add: Add) -> None:
    added = _command(
        add,
        "serve",
        commands.serve,
        "serve a published folder: pages, a query editor and a read-only SPARQL 1.1 endpoint",
        "baygraph serve out",
        "baygraph serve my-graph --port 0",
        "baygraph serve out --host 0.0.0.0 --timeout 10 --limit 1000",
    )
    added.add_argument("folder", nargs="?", type=Path, default=OUT, metavar="OUT", help="default: out")
    added.add_argument(
        "--host", default="127.0.0.1", help="where to listen; default: 127.0.0.1, this machine"
    )
    added.add_argument(
        "--port", type=_whole, default=8087, help="default: 8087; 0 takes a free one and says which"
    )
    added.add_argument(
        "--timeout", type=_seconds, default=30.0, metavar="SECONDS", help="time of one query; default: 30"
    )
    added.add_argument(
        "--limit", type=_whole, default=10_000, metavar="ROWS",
        help="rows or triples of one answer; default: 10000; 0 sets no limit",
    )  # fmt: skip


def _export(add: Add) -> None:
    added = _command(
        add,
        "export",
        commands.export,
        "write a published folder in the formats of other tools",
        "baygraph export out jsonld",
        "baygraph export out gexf csv --to for-gephi",
        "baygraph export my-graph all",
    )
    added.epilog = f"{_lines('formats:', _FORMATS)}\n\n{added.epilog}"
    added.add_argument("folder", type=Path, metavar="OUT", help="the published folder")
    added.add_argument("formats", nargs="+", choices=EXPORTS, metavar="FORMAT", help="one or more, see below")
    added.add_argument("--to", type=Path, metavar="FOLDER", help="where to; default: export in OUT")


_FORMATS = (
    "jsonld      JSON-LD 1.1, with its context",
    "ntriples    N-Triples",
    "rdfxml      RDF/XML",
    "rdf12       Turtle 1.2: facts with their claims as annotations",
    "graphml     GraphML: the network as on the page",
    "gexf        GEXF 1.3 for Gephi: the network as on the page",
    "cytoscape   Cytoscape JSON: the network as on the page",
    "csv         tables of entities, names, facts, figures, evidence and documents",
    "parquet     the same tables as Parquet (needs baygraph[parquet])",
    "all         all of these",
)


def _merge(add: Add) -> None:
    added = _command(
        add,
        "merge",
        commands.merge,
        "put published folders together as if their texts had been read in one build",
        "baygraph merge monday tuesday -o week",
    )
    added.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="a published folder")
    _folder(added, "the folder to publish into")
    added.add_argument("--strict", action="store_true", help="publish nothing if the graph violates a shape")


def _command(
    add: Add,
    name: str,
    command: Callable[[argparse.Namespace], int],
    does: str,
    *examples: str,
    add_help: bool = True,
) -> argparse.ArgumentParser:
    added = add(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=_lines("examples:", examples),
        allow_abbrev=False,
        add_help=add_help,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    added.set_defaults(command=command)
    return added


def _folder(added: argparse.ArgumentParser, what: str, kind: Kind = Path) -> None:
    added.add_argument("-o", "--out", type=kind, default=OUT, metavar="OUT", help=f"{what}; default: out")


def _inputs(added: argparse.ArgumentParser, what: str, kind: Kind = input_path) -> None:
    added.add_argument("inputs", nargs="*", type=kind, metavar="INPUT", help=what)


def _lines(title: str, examples: Iterable[str]) -> str:
    return "\n  ".join((title, *examples))


def _whole(argument: str) -> int:
    number = int(argument)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{argument} is below zero")
    return number


def _seconds(argument: str) -> float:
    number = float(argument)
    if not 0 < number < 10**6:
        raise argparse.ArgumentTypeError(f"{argument} is no time in seconds")
    return number
