"""Build the gold documents anew and tell how right the graph is.

    python -m evaluation.accuracy              print all figures, and compare the main ones with the record
    python -m evaluation.accuracy --record     take them as the record, and write the table of README.md
    python -m evaluation.accuracy --verbose    list what is missed and surplus in the documents that are read

The exit code is 1 when a main figure is worse than the recorded one by more than 0.01, or when the table in
README.md is not that of the record.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from baygraph.errors import NothingBuilt
from baygraph.pipeline import build
from evaluation import score, tally
from evaluation.built import Built, read
from evaluation.faithfulness import faithfulness
from evaluation.gold import LATER, Gold, as_jsonl, load
from evaluation.matching import Matched, match
from evaluation.table import details, main_table, put_into, table_of

HERE = Path(__file__).resolve().parent
RECORD = HERE / "accuracy.json"
README = HERE.parent / "README.md"
LEEWAY = 0.01
_UNWANTED = "hallucination"  # a figure of this name is worse when it rises

Figures = dict[str, Any]


class Measured(NamedTuple):
    """A set of gold documents built together, and what was found in each."""

    found: tuple[Matched, ...]
    built: Built

    def part(self, *, held_out: bool) -> tuple[Matched, ...]:
        """The documents that were read while rules were written, or the others."""
        return tuple(each for each in self.found if each.gold.is_held_out == held_out)


def build_golds(golds: Sequence[Gold], folder: Path) -> Measured:
    """Build the documents into a folder, as ``baygraph build`` does, and find the gold facts in it."""
    documents = folder / "documents.jsonl"
    documents.write_text(as_jsonl(golds), "utf-8")
    report = build([documents], folder / "out")
    if report.failures:
        raise NothingBuilt(", ".join(f"{each.name} ({each.reason})" for each in report.failures))
    built = read(folder / "out")
    return Measured(tuple(match(gold, built) for gold in golds), built)


def measure(first: Measured, later: Measured) -> Figures:
    """Give all figures: of the first set of documents and its parts, and of the parts of the later sets."""
    parts = {
        "all": (first.found, first.built),
        "read": (first.part(held_out=False), first.built),
        "held out": (first.part(held_out=True), first.built),
        "later, read": (later.part(held_out=False), later.built),
        "later, held out": (later.part(held_out=True), later.built),
    }
    return {
        "documents": {name: _documents(part) for name, (part, _) in parts.items()},
        "figures": {name: score.figures(part, built) for name, (part, built) in parts.items()},
        "faithfulness": faithfulness(first.built, {m.gold.id: m.gold.text for m in first.found}).as_dict(),
        "classes": _nested(tally.classes(first.found, first.built)),
        "properties": _nested(tally.properties(first.found)),
    }


def _documents(found: Sequence[Matched]) -> dict[str, int]:
    languages = [each.gold.lang for each in found]
    return {lang: languages.count(lang) for lang in sorted({*languages})} | {tally.ALL: len(languages)}


def _nested(tallies: tally.Tallies) -> Figures:
    nested: Figures = {}
    for (what, language), counted in tallies.items():
        nested.setdefault(what, {})[language] = counted.as_dict()
    return nested


def main_figures(figures: Figures) -> Iterator[tuple[str, float]]:
    """Name the figures that must not fall: precision, recall and F1 of each measure, and the shares."""
    for part, measures in figures["figures"].items():
        for what, rates in measures.items():
            if what == "evidence":
                yield f"evidence, {part}", rates["right"] / max(rates["of"], 1)
            else:
                yield from ((f"{what} {rate}, {part}", rates[rate]) for rate in ("p", "r", "f1"))
    yield from ((what, value) for what, value in figures["faithfulness"].items() if what != "n")


def worse(figures: Figures, record: Figures) -> Iterator[str]:
    """Tell the main figures that are worse than the recorded ones by more than the leeway."""
    now = dict(main_figures(figures))
    for what, before in main_figures(record):
        after = now.get(what, 0.0)
        loss = after - before if _UNWANTED in what else before - after
        if loss > LEEWAY + 1e-9:
            yield f"{what}: {after:.3f}, recorded {before:.3f}"


def recorded() -> Figures | None:
    """Read the record, if there is one."""
    found: Figures | None = json.loads(RECORD.read_text("utf-8")) if RECORD.is_file() else None
    return found


def record(figures: Figures) -> None:
    """Take these figures as the record, and write them into the table of the README."""
    RECORD.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    README.write_text(put_into(README.read_text("utf-8"), main_table(figures)), "utf-8")


def complaints(figures: Figures) -> Iterator[str]:
    """Tell what is wrong beside the record."""
    before = recorded()
    if before is None:
        yield f"nothing is recorded in {RECORD.name}; record the figures with --record"
        return
    yield from worse(figures, before)
    if table_of(README.read_text("utf-8")) != main_table(before):
        yield "the table in README.md is not that of the record; write it with --record"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, measure, print, and compare or record."""
    given = _parser().parse_args(arguments)
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        sets = build_golds(load(), Path(one)), build_golds(load(*LATER), Path(other))
    if given.verbose:
        for each in sets:
            _tell(each)
    figures = measure(*sets)
    print(main_table(figures), details(figures), sep="\n")
    if given.record:
        record(figures)
    wrong = list(complaints(figures))
    for complaint in wrong:
        print(complaint, file=sys.stderr)
    return 1 if wrong else 0


def _tell(measured: Measured) -> None:
    for each in measured.part(held_out=False):
        print(*score.differences(each, measured.built), "", sep="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Build the gold documents and tell how right the graph is.")
    parser.add_argument("--record", action="store_true", help="take the figures as the record")
    parser.add_argument("--verbose", action="store_true", help="list what is missed and surplus")
    return parser


if __name__ == "__main__":
    sys.exit(main())
