"""What a build tells its user at the end."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from baygraph.pipeline import Report
from baygraph.publish.layout import PAGE
from baygraph.read import Failure

SHOWN = 20  # failures that are listed, of each file as many; report.json has them all


def print_summary(report: Report, out: Path | str) -> None:
    """Print what was published to standard output, and what went wrong to standard error."""
    for line in _trouble(report):
        print(line, file=sys.stderr)
    if report.published:
        page = f"; open {out / PAGE}" if isinstance(out, Path) else ""
        print(f"{counted(report.documents, 'document')} published in {out}{page}")
    elif report.documents:
        print("nothing was published: --strict allows no violation", file=sys.stderr)
    else:
        print("nothing was published: no document could be read", file=sys.stderr)


def _trouble(report: Report) -> Iterator[str]:
    failed = [failure for failure in report.failures if not failure.skipped]
    yield from (f"{failure.name}: {failure.reason}" for failure in islice(_some(failed), SHOWN))
    if failed:
        yield f"{counted(len(failed), 'input')} could not be read"
    if skipped := len(report.failures) - len(failed):
        yield f"{counted(skipped, 'file')} skipped, being of no kind that is read"
    yield from (str(violation) for violation in report.violations[:SHOWN])
    if report.violations:
        yield f"{counted(len(report.violations), 'violation')} of the shapes"


def _some(failed: Sequence[Failure]) -> Iterator[Failure]:
    """Take of each file its share of what is listed, so that one full of faults hides no other."""
    most = max(SHOWN // len({_file(each) for each in failed}), 1) if failed else 0
    seen: Counter[str] = Counter()
    for each in failed:
        seen[_file(each)] += 1
        if seen[_file(each)] <= most:
            yield each


def _file(failure: Failure) -> str:
    return failure.name.partition(", ")[0]


def counted(number: int, noun: str) -> str:
    """Write a number of things."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
