"""The checks of a graph's quality, all at once: what each finds, with the offenders' names."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final, NamedTuple

import pyoxigraph as ox

from baygraph.query.asking import Ask
from baygraph.query.documents import LEVELS, QueryDocument, available
from baygraph.query.writing import as_table, names_of, shown

_COLUMNS: Final = ("name", "offender", "property", "value")


class Offender(NamedTuple):
    """What a check found: an IRI with its name, and the property and value that are at fault."""

    name: str
    iri: str
    property: str
    value: str


class Checked(NamedTuple):
    """A check with its offenders, in order; none is good news."""

    check: QueryDocument
    offenders: tuple[Offender, ...]

    @property
    def things(self) -> int:
        """How many different things offend."""
        return len({offender.iri for offender in self.offenders})


def checks(level: str = LEVELS[-1]) -> tuple[QueryDocument, ...]:
    """All checks that are as grave as a level or graver, the gravest first."""
    graver = LEVELS[: LEVELS.index(level) + 1]
    return tuple(each for one in graver for each in available() if each.level == one)


def run_checks(ask: Ask, level: str = LEVELS[-1], language: str = "en") -> tuple[Checked, ...]:
    """Run the checks of a level and the graver ones; names are in ``language`` where there are any."""
    return tuple(Checked(each, tuple(_offenders(each, ask, language))) for each in checks(level))


def failed(results: Iterable[Checked]) -> bool:
    """Say whether a check of the gravest level has found something."""
    return any(each.offenders and each.check.level == LEVELS[0] for each in results)


def told(results: Sequence[Checked], limit: int | None = None) -> str:
    """Tell what was found, a table for each check with offenders; ``limit`` is of rows in a table."""
    found = {level: sum(each.things for each in results if each.check.level == level) for level in LEVELS}
    summary = ", ".join(f"{number} offend at level {level}" for level, number in found.items() if number)
    verdict = f"{len(results)} checks: {summary or 'all is well'}\n"
    return "\n".join((*(_told(each, limit) for each in results), verdict))


def as_csv(results: Iterable[Checked]) -> str:
    """Write what was found as CSV, a row for each offender, with the check's name and level before it."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(("check", "level", *_COLUMNS))
    for each in results:
        writer.writerows((each.check.name, each.check.level, *offender) for offender in each.offenders)
    return text.getvalue()


def _offenders(check: QueryDocument, ask: Ask, language: str) -> Iterator[Offender]:
    answer = ask(check.text)
    assert isinstance(answer, ox.QuerySolutions)
    rows = [tuple(solution) for solution in answer]
    things = {cell.value for row in rows for cell in row if isinstance(cell, ox.NamedNode)}
    names = names_of(things, ask, language)
    for offender, property_, value in rows:
        yield Offender(
            names.get(offender.value, ""), offender.value, shown(property_, {}), shown(value, names)
        )


def _told(result: Checked, limit: int | None) -> str:
    name = result.check.name.partition("/")[2]
    title = f"{result.check.level} {name}: {result.check.title}"
    if not result.offenders:
        return f"{title}: none"
    left_out = len(result.offenders) - len(result.offenders[:limit])
    more = f"  and {left_out} more\n" if left_out else ""
    return f"\n{title}: {result.things}\n{as_table(_COLUMNS, result.offenders[:limit])}{more}"
