"""report.json: what was read, skipped and rejected, and why, and how much came of it."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from baygraph.evidence import DocumentGraph
from baygraph.populate import Dataset
from baygraph.publish.counts import Counts
from baygraph.publish.turtle import short_name
from baygraph.publish.void import newest
from baygraph.resolve import IS_A, Conflict
from baygraph.triples import parse_literal, printable, text_of

if TYPE_CHECKING:
    from baygraph.read import Failure
    from baygraph.validate import Violation


def write_report(
    dataset: Dataset,
    counts: Mapping[str, Counts],
    failures: Iterable["Failure"],
    violations: Iterable["Violation"],
) -> str:
    """Write the report as JSON, always in the same order; it holds no time of day."""
    issued = newest(dataset)
    content = {
        "issued": parse_literal(issued).text if issued else None,
        "documents": [_document(document) for document in dataset.documents],
        "skipped": [failure._asdict() for failure in sorted(set(failures))],
        "rejected": [row for document in dataset.documents for row in _rejected(document)],
        "conflicts": [_conflict(conflict) for conflict in dataset.conflicts],
        "violations": [violation._asdict() for violation in violations],
        "counts": _counts(dataset, counts),
    }
    return printable(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _document(document: DocumentGraph) -> dict[str, Any]:
    claims = document.statements
    return {
        "id": document.id,
        "iri": text_of(document.iri),
        "language": document.lang,
        "things": len({claim.subject for claim in claims if claim.predicate == IS_A}),
        "claims": len(claims),
        "rejected": len(document.rejections),
    }


def _rejected(document: DocumentGraph) -> list[dict[str, Any]]:
    return [
        {
            "document": document.id,
            "start": rejection.span.start,
            "end": rejection.span.end,
            "quote": rejection.quote,
            "what": rejection.what,
            "reason": rejection.reason,
            "rule": rejection.rule,
        }
        for rejection in document.rejections
    ]


def _conflict(conflict: Conflict) -> dict[str, str]:
    subject, predicate, value, kept, reason = conflict
    return {
        "subject": text_of(subject),
        "predicate": short_name(predicate),
        "object": text_of(value),
        "kept": text_of(kept) if kept else "",
        "reason": reason,
    }


def _counts(dataset: Dataset, counts: Mapping[str, Counts]) -> dict[str, Any]:
    stated = counts["baygraph.ttl"]
    rules = Counter(claim.rule for document in dataset.documents for claim in document.statements)
    return {
        "documents": len(dataset.documents),
        "triples": {name: counted.triples for name, counted in counts.items()},
        "classes": {short_name(term): number for term, number in stated.classes.items()},
        "properties": {short_name(term): number for term, number in stated.properties.items()},
        "languages": Counter(document.lang for document in dataset.documents),
        "rules": rules,
    }
