"""A claim as one line of text: what is sorted, shuffled and stored of it between reading and resolving.

A row holds, apart by tabs, the subject, the predicate and the object as N-Triples terms, the IRI of the
document as a term, the modality, the confidence and the rule, and ends in a line feed. No part holds a
character as low as a tab, so lines in the order of their code points are claims in the order of their parts:
those of one thing stand together, then those of one statement, then those of one document. A row without
predicate says only that the document points to the thing.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from baygraph.resolve import INDIVIDUAL, Statement
from baygraph.triples import literal, text_of


def to_rows(statements: Iterable[Statement]) -> list[str]:
    """Write the statements of one document, and a row for each thing that they only point to."""
    rows = []
    named: set[str] = set()
    pointed: dict[str, str] = {}
    for document, subject, predicate, value, modality, rule, confidence in statements:
        named.add(subject)
        if value.startswith(INDIVIDUAL):
            pointed[value] = document
        rest = f"{_quoted(modality)}\t{confidence!r}\t{_quoted(rule)}"
        rows.append(f"{subject}\t{predicate}\t{value}\t{document}\t{rest}\n")
    rows += (f"{thing}\t\t\t{pointed[thing]}\t\t0.0\t\n" for thing in pointed.keys() - named)
    return sorted(rows)


def from_row(row: str) -> Statement:
    """Read a statement back."""
    subject, predicate, value, document, modality, confidence, rule = row[:-1].split("\t")
    return Statement(document, subject, predicate, value, _plain(modality), _plain(rule), float(confidence))


def by_subject(rows: Iterable[str]) -> Iterator[tuple[str, Iterator[Statement]]]:
    """Give each thing of rows in order with what is said of it; rows must be taken thing by thing."""
    for subject, about in groupby(rows, key=lambda row: row[: row.index("\t")]):
        yield subject, map(from_row, about)


@lru_cache(maxsize=1 << 10)
def _quoted(text: str) -> str:
    return literal(text)[1:-1]


def _plain(text: str) -> str:
    return text_of(f'"{text}"') if "\\" in text else text
