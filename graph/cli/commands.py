"""What each command does; what it needs is imported when it runs, so that ``--help`` answers at once."""

import sys
from argparse import Namespace

DONE, WRONG = 0, 1


def build(given: Namespace) -> int:
    """Read the inputs and publish; 1 if nothing could be built, or if ``--strict`` found a violation."""
    from baygraph.cli.progress import shown
    from baygraph.cli.summary import print_summary
    from baygraph.pipeline import build as build_graph
    from baygraph.resources import folder

    inputs = given.inputs or [folder("corpus")]
    with shown() as progress:
        report = build_graph(inputs, given.out, strict=given.strict, progress=progress)
    print_summary(report, given.out)
    return DONE if report.published else WRONG


def verify(given: Namespace) -> int:
    """Check a published folder against its texts; 1 if something is wrong with it."""
    from baygraph.model import Document
    from baygraph.read import read_inputs
    from baygraph.resources import folder
    from baygraph.verify import verify as problems_of

    found = read_inputs(given.inputs or [folder("corpus")])
    problems = problems_of(given.folder, [each for each in found if isinstance(each, Document)])
    for problem in problems:
        print(problem)
    print(f"{given.folder}: {len(problems)} problems" if problems else f"{given.folder}: all is right")
    return WRONG if problems else DONE


def explain(given: Namespace) -> int:
    """Print what a published folder knows of a thing."""
    from baygraph.explain import explain as explanation

    print(explanation(given.out, given.name))
    return DONE


def query(given: Namespace) -> int:
    """Print the answer to a question, or the questions there are."""
    from baygraph.query import catalogue, run_query

    if given.name is None:
        print(catalogue())
        return DONE
    sys.stdout.write(run_query(given.name, given.out, given.format, given.endpoint))
    return DONE
