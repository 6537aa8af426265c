"""What one document adds to a published folder, ready to be written: a pure function of its graph.

Most of what a build writes is evidence, and each document's evidence stands together in the files. So whoever
reads a document, in whichever process, also writes and checks its evidence, and publishing only puts these
pieces in order.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from baygraph.evidence import DocumentGraph
from baygraph.publish.counts import Tally, tally
from baygraph.publish.layout import GRAPHS
from baygraph.publish.turtle import spell_subjects, to_nquads
from baygraph.resolve import IS_A
from baygraph.rows import to_rows
from baygraph.triples import Triple, iri, printable, text_of
from baygraph.validate import Fault, faults

EVIDENCE: Final = iri(GRAPHS["evidence.ttl"])
_END: Final = f" {EVIDENCE} .\n"
_LEVEL: Final = 2  # smaller than level 1 leaves them, and no slower on text that repeats itself so much


@dataclass(frozen=True, slots=True)
class Head:
    """What is small of a part; ``entry`` and ``rejected`` are its objects of report.json, as text."""

    id: str
    iri: str
    lang: str
    description: tuple[Triple, ...]
    rules: Mapping[str, int]
    entry: str
    rejected: str
    tally: Tally
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A document's part of a published folder; its head, rows and evidence are packed."""

    id: str
    iri: str
    objects: bytes
    head: bytes
    rows: bytes
    turtle: bytes
    quads: bytes


def write(document: DocumentGraph) -> Part:
    """Write one document's part."""
    head = _head(document)
    rows = "".join(to_rows(document.statements))
    turtle = "".join(spell_subjects(document.evidence))
    quads = "".join(to_nquads(document.evidence, EVIDENCE))
    packed = (zlib.compress(text.encode(), _LEVEL) for text in (_as_json(head), rows, turtle, quads))
    return Part(head.id, head.iri, head.tally.objects, *packed)


def unpack(packed: bytes) -> bytes:
    """Give a packed text in UTF-8."""
    return zlib.decompress(packed)


def rows_of(packed: bytes) -> list[str]:
    """Give the rows of a part, each with its line feed."""
    return zlib.decompress(packed).decode().splitlines(keepends=True)


def evidence_of(packed: bytes) -> Iterator[Triple]:
    """Read the evidence of a part back from its quads."""
    for line in zlib.decompress(packed).decode().split(_END)[:-1]:
        subject, predicate, value = line.split(" ", 2)
        yield subject, predicate, value


def head_of(packed: bytes, objects: bytes) -> Head:
    """Read a head back."""
    content: dict[str, Any] = json.loads(zlib.decompress(packed))
    tally = Tally(**content["tally"], objects=objects)
    triples = tuple(map(_triple, content["description"]))
    found = tuple(Fault.of(row) for row in content["faults"])
    return Head(**content | {"description": triples, "tally": tally, "faults": found})


def _as_json(head: Head) -> str:
    tally = {name: value for name, value in asdict(head.tally).items() if name != "objects"}
    content = {name: getattr(head, name) for name in Head.__slots__} | {"tally": tally}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def in_list(rows: Iterable[Mapping[str, Any]]) -> str:
    """Write objects as the members of a list in report.json."""
    written = (json.dumps(row, ensure_ascii=False, indent=1, sort_keys=True) for row in rows)
    return printable(",\n".join("  " + each.replace("\n", "\n  ") for each in written))


def _head(document: DocumentGraph) -> Head:
    return Head(
        id=printable(document.id),
        iri=document.iri,
        lang=document.lang,
        description=document.description,
        rules=dict(Counter(statement.rule for statement in document.statements)),
        entry=in_list([_entry(document)]),
        rejected=in_list(_rejected(document)),
        tally=tally(document.evidence),
        faults=tuple(sorted(faults((*document.description, *document.evidence)))),
    )


def _entry(document: DocumentGraph) -> dict[str, Any]:
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


def _triple(terms: list[str]) -> Triple:
    subject, predicate, value = terms
    return subject, predicate, value
