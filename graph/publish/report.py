"""report.json: what was read, skipped and rejected, and why, and how much came of it."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from baygraph.publish.parts import Head, in_list
from baygraph.publish.summary import Summary
from baygraph.publish.turtle import short_name
from baygraph.resolve import Conflict
from baygraph.triples import parse_literal, printable, text_of

if TYPE_CHECKING:
    from baygraph.read import Failure
    from baygraph.validate import Violation


def write_report(
    summary: Summary,
    heads: Callable[[], Iterable[Head]],
    conflicts: Iterable[Conflict],
    failures: Iterable["Failure"],
    violations: Iterable["Violation"],
) -> Iterator[str]:
    """Write the report as JSON piece by piece, always in the same order; the heads are gone over twice."""
    issued = parse_literal(summary.issued).text if summary.issued else None
    yield "{\n"
    yield from _list("conflicts", (in_list([_conflict(each)]) for each in conflicts))
    yield f' "counts": {_indented(_counts(summary))},\n'
    yield from _list("documents", (head.entry for head in heads()))
    yield f' "issued": {json.dumps(issued, ensure_ascii=False)},\n'
    yield from _list("rejected", (head.rejected for head in heads() if head.rejected))
    yield from _list("skipped", (in_list([each._asdict()]) for each in sorted(set(failures))))
    yield from _list("violations", (in_list([each._asdict()]) for each in violations), end="\n}\n")


def _list(name: str, members: Iterable[str], end: str = ",\n") -> Iterator[str]:
    opened = False
    for member in members:
        yield ",\n" if opened else f' "{name}": [\n'
        yield member
        opened = True
    yield ("\n ]" if opened else f' "{name}": []') + end


def _indented(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return printable(text.replace("\n", "\n "))


def _conflict(conflict: Conflict) -> dict[str, str]:
    subject, predicate, value, kept, reason = conflict
    return {
        "subject": text_of(subject),
        "predicate": short_name(predicate),
        "object": text_of(value),
        "kept": text_of(kept) if kept else "",
        "reason": reason,
    }


def _counts(summary: Summary) -> dict[str, Any]:
    stated = summary.counts["baygraph.ttl"]
    return {
        "documents": len(summary.documents),
        "triples": {name: counted.triples for name, counted in summary.counts.items()},
        "classes": {short_name(term): number for term, number in stated.classes.items()},
        "properties": {short_name(term): number for term, number in stated.properties.items()},
        "languages": summary.languages,
        "rules": summary.rules,
    }
