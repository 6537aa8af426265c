"""What each command does; what it needs is imported when it runs, so that ``--help`` answers at once."""

import sys
from argparse import Namespace

DONE, WRONG = 0, 1
SAME, CHANGED, TROUBLE = 0, 1, 2  # as diff(1) has them


def build(given: Namespace) -> int:
    """Read the inputs and publish; 1 if nothing could be built, or if ``--strict`` found a violation."""
    from baygraph.cli.engine import run
    from baygraph.cli.progress import shown
    from baygraph.cli.summary import print_summary

    with shown() as progress:
        report = run(given, progress)
        if given.store and report.published:
            from baygraph.serve.published import make_database

            progress("loading the database", 0)
            make_database(given.out)
    print_summary(report, given.out)
    return DONE if report.published else WRONG


def verify(given: Namespace) -> int:
    """Check a published folder against its texts; 1 if something is wrong with it."""
    from baygraph.model import Document
    from baygraph.read import Failure, read_inputs
    from baygraph.verify import verify as problems_of

    found = tuple(read_inputs(given.inputs))
    texts = [each for each in found if isinstance(each, Document)]
    for problem in (each for each in found if isinstance(each, Failure)):
        print(f"{problem.name}: {problem.reason}", file=sys.stderr)
    problems = problems_of(given.folder, texts if given.inputs else None)
    for each in problems:
        print(each)
    print(f"{given.folder}: {_verdict(len(problems), bool(given.inputs))}")
    return WRONG if problems else DONE


def _verdict(problems: int, with_texts: bool) -> str:
    if problems:
        return f"{problems} problems"
    return "all is right" if with_texts else "all is right in itself; its texts were not given"


def explain(given: Namespace) -> int:
    """Print what a published folder knows of a thing, or what the rules of identity say of two names."""
    if given.other is not None:
        from baygraph.compare import compare

        print(compare(given.name, given.other))
        return DONE
    from baygraph.explain import explain as explanation

    print(explanation(given.out, given.name, given.lang))
    return DONE


def query(given: Namespace) -> int:
    """Print the answer to a question, or the questions there are."""
    from baygraph.query import catalogue, read_values, run_query

    if given.name is None:
        print(catalogue(given.lang))
        return DONE
    answer = run_query(
        given.name,
        given.out,
        given.format,
        given.endpoint,
        read_values(given.parameters),
        given.lang,
        limit=given.limit,
        names=given.names,
    )
    sys.stdout.write(answer)
    return DONE


def check(given: Namespace) -> int:
    """Print what the checks of quality find; 1 if one of level error has found something."""
    from baygraph.query import as_csv, check_folder, failed, told

    results = check_folder(given.folder, given.endpoint, given.level, given.lang)
    sys.stdout.write(as_csv(results) if given.format == "csv" else told(results, given.limit))
    return WRONG if failed(results) else DONE


def question_help(name: str) -> str:
    """Tell what a question asks and takes."""
    from baygraph.query import find, help_of

    return help_of(find(name))


def review(given: Namespace) -> int:
    """Write the page that shows the texts of a published folder with what was read in them."""
    from baygraph.model import Document
    from baygraph.read import read_inputs
    from baygraph.resources import folder
    from baygraph.review import PAGE, write
    from baygraph.review import review as reviewed

    found = read_inputs(given.inputs or [folder("corpus")])
    shown = reviewed(given.folder, (each for each in found if isinstance(each, Document)))
    path = given.page or given.folder / PAGE
    write(shown.page, path)
    for name in shown.missing:
        print(f"{name}: its text was not given", file=sys.stderr)
    print(f"texts shown: {shown.texts}; open {path}")
    return DONE


def diff(given: Namespace) -> int:
    """Print what changed between two published folders; 0 if nothing did, 1 if something, 2 on trouble."""
    import json

    from baygraph.difference import as_rows, difference, told
    from baygraph.errors import BaygraphError

    try:
        found = difference(given.old, given.new)
    except BaygraphError as error:
        print(f"baygraph: {error}", file=sys.stderr)
        return TROUBLE
    if given.format == "json":
        print(json.dumps(as_rows(found), ensure_ascii=False, indent=1))
    elif found:
        print(told(found))
    return CHANGED if found else SAME


def serve(given: Namespace) -> int:
    """Serve a published folder until it is interrupted."""
    from baygraph.serve import Settings
    from baygraph.serve import serve as serve_folder

    serve_folder(given.folder, Settings(given.host, given.port, given.timeout, given.limit))
    return DONE


def export(given: Namespace) -> int:
    """Write a published folder in other formats and say which files that made."""
    from baygraph.cli.progress import shown
    from baygraph.cli.summary import counted
    from baygraph.export import export as write

    to = given.to or given.folder / "export"
    with shown() as progress:
        written = write(given.folder, given.formats, to, lambda name: progress(name, 0))
    size = sum(path.stat().st_size for path in written)
    names = ", ".join(path.name for path in written)
    print(f"{counted(len(written), 'file')} ({size / 1e6:.1f} MB) written in {to}: {names}")
    return DONE


def merge(given: Namespace) -> int:
    """Publish the graph of several published folders; 1 if ``--strict`` found a violation."""
    from baygraph.cli.progress import shown
    from baygraph.cli.summary import print_summary
    from baygraph.pipeline import merge as put_together

    with shown() as progress:
        report = put_together(given.folders, given.out, strict=given.strict, progress=progress)
    print_summary(report, given.out)
    return DONE if report.published else WRONG
