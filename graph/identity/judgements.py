"""What people have decided of two things, against any rule: they are the same, or they are different.

Each row of ``ontology/judgements.csv`` has ``a``, the key of a thing, and ``b``, another key or a name with
its language (``Институт Восток@ru``). ``same``: what has the key or the name of ``b`` is ``a``.
``different``: what has the name of ``b`` is not ``a``, whatever its key; of two keys, no other row may make
them one.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from baygraph.errors import BadJudgement
from baygraph.identity.fold import cap, slug
from baygraph.identity.vocabulary import items, phrase
from baygraph.model import Name
from baygraph.resources import folder

COLUMNS = ("a", "b", "verdict", "why")
SAME, DIFFERENT = "same", "different"
_KEY = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_NAME = re.compile(r"(?P<text>.+)@(?P<lang>[a-z]{2}(?:-\w+)*)")

Folded = tuple[str, str]


class Judgement(NamedTuple):
    """One row; ``name`` is what stands in ``b`` when that is a name, else None."""

    a: str
    b: str
    verdict: str
    why: str
    name: Name | None


class Judged(NamedTuple):
    """A key after all judgements, and the one that made it so, if one did."""

    key: str
    by: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Judgements:
    """All rows, ready to be asked."""

    rows: tuple[Judgement, ...]
    _keys: Mapping[str, Judgement] = field(repr=False)
    _names: Mapping[Folded, tuple[Judgement, ...]] = field(repr=False)

    @classmethod
    def of(cls, rows: Iterable[Judgement]) -> "Judgements":
        """Put rows together; raise BadJudgement where they contradict one another."""
        kept = tuple(sorted(set(rows)))
        names: dict[Folded, tuple[Judgement, ...]] = {}
        for row in kept:
            if row.name:
                folded = _folded(row.name)
                names[folded] = (*names.get(folded, ()), row)
        made = cls(kept, {row.b: row for row in kept if row.verdict == SAME and not row.name}, names)
        for row in kept:
            made._agree(row)
        return made

    def judge(self, key: str, names: Iterable[Name] = ()) -> Judged:
        """Give the key that a thing of this key and these names shall have."""
        by = None
        for row in (row for name in names for row in self._names.get(_folded(name), ())):
            if row.verdict == SAME:
                key, by = row.a, row
            elif key == row.a and row.name:
                return Judged(cap(f"{key}--{slug(row.name.text)}"), row)
        return self._same(key, by)

    def _same(self, key: str, by: Judgement | None = None) -> Judged:
        passed = {key}
        while row := self._keys.get(key):
            key, by = row.a, row
            if key in passed:
                raise BadJudgement(f"{row.a}, {row.b}", "are judged the same in a circle")
            passed.add(key)
        return Judged(key, by)

    def _agree(self, row: Judgement) -> None:
        names = [row.name] if row.name else []
        one = self.judge(row.a).key == self.judge(row.a if names else row.b, names).key
        if one != (row.verdict == SAME):
            raise BadJudgement(f"{row.a}, {row.b}", "are judged both the same and different")


@cache
def load() -> Judgements:
    """Read the judgements that come with the package."""
    return read(folder("ontology") / "judgements.csv")


def read(path: Path) -> Judgements:
    """Read a table of judgements; raise BadJudgement for a row that cannot be followed."""
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if tuple(table.fieldnames or ()) != COLUMNS:
            raise BadJudgement(path.name, f"needs the columns {', '.join(COLUMNS)}")
        return Judgements.of(map(_row, table))


def _row(cells: Mapping[str, str]) -> Judgement:
    a, b, verdict, why = (cells[column] or "" for column in COLUMNS)
    named = _NAME.fullmatch(b)
    fits = _KEY.fullmatch(a) and (named or _KEY.fullmatch(b))
    if not (fits and verdict in (SAME, DIFFERENT) and why):
        raise BadJudgement(f"{a}, {b}, {verdict}")
    return Judgement(a, b, verdict, why, Name(named["text"], named["lang"]) if named else None)


def _folded(name: Name) -> Folded:
    return phrase(items(name.text)), name.lang.partition("-")[0]
