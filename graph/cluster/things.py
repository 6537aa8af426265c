"""What the cluster shuffles, and what is made of it: functions of a document's part, or of one thing.

Nothing is decided here: what is said of a thing is resolved, counted, tested and put into tables by the same
functions as on one machine, which see all that concerns the thing and no more.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from baygraph import gazetteer
from baygraph.export.support import Support, gather, read_evidence, together
from baygraph.export.tables import Row, Tables
from baygraph.publish.counts import Tally, tally
from baygraph.publish.inference import Onward, edges_of, fresh, read_axioms, rows_of
from baygraph.publish.merging import document_of
from baygraph.publish.parts import evidence_of, head_of, unpack
from baygraph.publish.parts import rows_of as rows_of_part
from baygraph.publish.source import speaks_of, to_line
from baygraph.resolve import INDIVIDUAL, IS_A, NAMED, resolve_thing
from baygraph.rows import from_row
from baygraph.triples import Triple, text_of
from baygraph.validate import Fault, faults

_SAID, _DESCRIBED, _SUPPORTED = range(3)
# Of the tables, those whose rows are made of one document, and those made of one thing.
OF_DOCUMENTS: Final = ("evidence", "documents")
OF_THINGS: Final = ("entities", "names", "facts", "figures")


class Line(NamedTuple):
    """What one document says of a thing, with the kind of saying; lines are sorted by all three."""

    thing: str
    kind: int
    text: str


class Thing(NamedTuple):
    """All that is stated of a thing as lines of triples, how it is supported, and what was left out."""

    thing: str
    stated: str
    supports: str
    conflicts: str


def lines_of(parts: Iterable[tuple[bytes, bytes, bytes, bytes]]) -> Iterator[Line]:
    """Take apart what documents say by what they say it of; a part is its head, objects, rows and quads."""
    for head, objects, rows, quads in parts:
        yield from (Line(row[: row.index("\t")], _SAID, row) for row in rows_of_part(bytes(rows)))
        described = head_of(bytes(head), bytes(objects)).description
        for subject, about in groupby(described, key=itemgetter(0)):
            yield Line(subject, _DESCRIBED, "".join(map(to_line, about)))
        for key, support in read_evidence(evidence_of(bytes(quads))).supports().items():
            yield Line(key[0], _SUPPORTED, json.dumps([key, support], ensure_ascii=False))


def settle(lines: Iterable[Line]) -> Iterator[Thing]:
    """Resolve each thing of lines in order."""
    lookup = gazetteer.load().by_key
    for thing, about in groupby(lines, key=itemgetter(0)):
        stated, conflicts, supports = "", "", {}
        for kind, said in groupby(about, key=itemgetter(1)):
            texts = map(itemgetter(2), said)
            if kind == _SAID:
                triples, left_out = resolve_thing(thing, map(from_row, texts), lookup)
                stated = "".join(map(to_line, triples))
                conflicts = "".join("\t".join(each) + "\n" for each in left_out)
            elif kind == _DESCRIBED:
                stated += "".join(texts)
            else:
                supports = _added(texts)
        yield Thing(thing, stated, _as_json(supports), conflicts)


def _added(texts: Iterable[str]) -> dict[Triple, Support]:
    found: dict[Triple, Support] = {}
    for (subject, predicate, value), support in map(json.loads, texts):
        key, more = (subject, predicate, value), Support(*support)
        found[key] = together([found[key], more]) if key in found else more
    return found


def _as_json(supports: dict[Triple, Support]) -> str:
    return json.dumps(sorted(supports.items()), ensure_ascii=False)


def triples_of(lines: str) -> list[Triple]:
    """Read the lines of ``Thing.stated`` back."""
    return [_triple(line) for line in lines.split("\n")[:-1]]


def _triple(line: str) -> Triple:
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate, value


def pointed(thing: Thing) -> Iterator[tuple[str, str]]:
    """Give the other things that a thing leads to, after itself."""
    objects = {value for _, _, value in triples_of(thing.stated) if value.startswith(INDIVIDUAL)}
    return ((thing.thing, value) for value in objects - {thing.thing})


def called(thing: Thing) -> tuple[str, str]:
    """Give a thing with what those that lead to it need to know: its classes and preferred names."""
    about = (triple for triple in triples_of(thing.stated) if triple[1] in (IS_A, NAMED))
    return thing.thing, "".join(map(to_line, about))


def table_rows(name: str, thing: Thing, around: Sequence[str] | None) -> Iterator[Row]:
    """Give a thing's rows of a table; ``around`` says what those that it leads to are called."""
    stated = gather(triple for lines in (thing.stated, *(around or ())) for triple in triples_of(lines))
    tables = Tables(stated, read_evidence(()), _added(map(json.dumps, json.loads(thing.supports))))
    return (row for row in tables.rows(name) if row[0] == text_of(thing.thing))


def document_rows(name: str, part: tuple[bytes, bytes, bytes]) -> Iterator[Row]:
    """Give a document's rows of a table; a part is its head, objects and quads."""
    head, objects, quads = map(bytes, part)
    stated = gather(head_of(head, objects).description)
    return Tables(stated, read_evidence(evidence_of(quads)), {}).rows(name)


def faults_of_thing(thing: Thing, around: Sequence[str] | None) -> set[Fault]:
    """Test a thing against the shapes."""
    classes: dict[str, tuple[str, ...]] = {}
    for subject, predicate, value in (triple for lines in around or () for triple in triples_of(lines)):
        classes.setdefault(subject, ())
        if predicate == IS_A:
            classes[subject] += (value,)
    triples = triples_of(thing.stated)
    objects = {value for _, _, value in triples if value.startswith(INDIVIDUAL)}
    return faults(triples, {value: classes.get(value, ()) for value in objects})


def evidence_if(nodes: Collection[str], part: tuple[str, bytes, bytes]) -> Iterator[list[Triple]]:
    """Give a part's evidence, if its document says something of some nodes, or is or holds one."""
    iri, rows, quads = part
    if iri in map(document_of, nodes) or speaks_of(rows_of_part(bytes(rows)), nodes):
        yield list(evidence_of(bytes(quads)))


def edges(things: Iterable[Thing]) -> Iterator[Triple]:
    """Give the facts of transitive properties."""
    axioms = read_axioms()
    for thing in things:
        for triple in triples_of(thing.stated):
            yield from edges_of(triple, axioms)


def follow(onward: Onward, things: Iterable[Thing]) -> Iterator[tuple[str, str, str]]:
    """Give what follows from the things' facts, as rows of inference taken apart, after their subjects."""
    axioms = read_axioms()
    for thing in things:
        for triple in triples_of(thing.stated):
            for row in rows_of(triple, axioms, onward):
                line, _, mark = row.rpartition("\t")
                yield line[: line.index(" ")], line, mark


def news(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Give the lines of the triples that follow and are not stated, of rows in order."""
    return map(to_line, fresh(f"{line}\t{mark}" for _, line, mark in rows))


def count(blocks: Iterable[str]) -> Iterator[Tally]:
    """Count the triples of blocks of lines, which hold whole subjects."""
    yield tally(triple for block in blocks for triple in triples_of(block))


def as_quads(graph: str, blocks: Iterable[str]) -> Iterator[str]:
    """Write blocks of lines as N-Quads, less the last line end of each; ``graph`` is an IRI as a term."""
    end = f" {graph} ."
    for block in blocks:
        if block:
            yield block[:-1].replace("\n", end + "\n") + end


def evidence_quads(packed: Iterable[Any]) -> Iterator[str]:
    """Unpack the quads of parts, less the last line end of each."""
    for quads in packed:
        if text := unpack(bytes(quads)).decode():
            yield text[:-1]
