"""What report.json and void.ttl tell of a whole build, gathered in one pass over its parts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from baygraph.publish.counts import Counting, Counts
from baygraph.publish.partitions import Links
from baygraph.publish.parts import Head
from baygraph.terms import DCTERMS
from baygraph.triples import iri, parse_literal

_ISSUED = iri(DCTERMS + "issued")


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads of all parts say together; ``issued`` is the newest date, the only one a build knows."""

    documents: Sequence[str]
    issued: str | None
    languages: Mapping[str, int]
    rules: Mapping[str, int]
    evidence: Counts


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole build in figures: ``documents`` are IRIs as terms, ``counts`` go by the name of the file."""

    documents: Sequence[str]
    issued: str | None
    languages: Mapping[str, int]
    rules: Mapping[str, int]
    counts: Mapping[str, Counts]
    links: Links
    examples: Sequence[str]


def gather(heads: Iterable[Head], work: Path) -> Heads:
    """Gather what the heads say; the folder ``work`` holds what memory does not."""
    documents: list[str] = []
    issued: set[str] = set()
    languages: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    counting = Counting(work)
    for head in heads:
        documents.append(head.iri)
        issued.update(value for _, predicate, value in head.description if predicate == _ISSUED)
        languages[head.lang] += 1
        rules.update(head.rules)
        counting.add(head.tally)
    newest = max(issued, key=lambda each: (parse_literal(each).text, each), default=None)
    return Heads(documents, newest, languages, rules, counting.counts())
