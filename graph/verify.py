"""Whether a published folder keeps its promises: to its texts, to the contract and to its own description."""

import hashlib
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from baygraph.errors import NotPublished
from baygraph.evidence import DERIVED, TERMS
from baygraph.model import Document
from baygraph.populate import Dataset, combine
from baygraph.publish.inference import infer
from baygraph.publish.layout import DESCRIPTION, FILES, GRAPHS, PAGE, QUADS, REPORT
from baygraph.publish.merging import read_documents, read_quads, read_report, read_triples
from baygraph.publish.turtle import PREFIXES
from baygraph.terms import DCTERMS, ID
from baygraph.triples import Triple, iri, printable, text_of
from baygraph.validate import validate

_TITLE, _SUM = iri(DCTERMS + "title"), iri(PREFIXES["spdx"] + "checksumValue")
_CHECKSUM = iri(PREFIXES["spdx"] + "checksum")
_INDIVIDUAL = iri(ID)[:-1]
_QUOTED = frozenset({DERIVED, TERMS["quote"], TERMS["start"], TERMS["end"]})


class Problem(NamedTuple):
    """A promise that a published folder breaks: where, which, and what was found."""

    where: str
    promise: str
    found: str

    def __str__(self) -> str:
        return f"{self.where}: not so that {self.promise}: {self.found}"


@dataclass(frozen=True, slots=True)
class Published:
    """A folder as it was read, and the texts that are given, by document identifier."""

    folder: Path
    triples: Mapping[str, tuple[Triple, ...]]
    dataset: Dataset
    texts: Mapping[str, str] | None


def verify(folder: Path, documents: Iterable[Document] | None = None) -> tuple[Problem, ...]:
    """Check a published folder by itself and, where documents are given, against their texts.

    A document of the graph whose text is not given is named. Raise NotPublished when there is no graph.
    """
    if broken := tuple(_unreadable(folder)):
        return broken
    texts = None if documents is None else {printable(d.id): d.text for d in documents}
    triples = {name: tuple(read_triples(folder, name)) for name in GRAPHS}
    dataset = Dataset(triples["baygraph.ttl"], tuple(read_documents(folder)), ())
    published = Published(folder, triples, dataset, texts)
    return tuple(problem for check in CHECKS for problem in check(published))


def files(published: Published) -> Iterator[Problem]:
    """Each file is the one that void.ttl describes, to the byte."""
    about = _by_subject(read_triples(published.folder, DESCRIPTION))
    described = {text_of(a[_TITLE]): about.get(a[_CHECKSUM], {}) for a in about.values() if _CHECKSUM in a}
    for name in sorted({*FILES, *described} - {DESCRIPTION}):
        path = published.folder / name
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"
        if found != text_of(described.get(name, {}).get(_SUM, '""')):
            yield Problem(name, "it is the file that void.ttl describes", found)


def quads(published: Published) -> Iterator[Problem]:
    """The N-Quads file holds the three graphs and nothing else."""
    found = set(read_quads(published.folder))
    expected = {(*t, iri(GRAPHS[name])) for name, triples in published.triples.items() for t in triples}
    yield from _each(QUADS, "it holds all that the Turtle files hold", expected - found)
    yield from _each(QUADS, "it holds only what the Turtle files hold", found - expected)


def quotes(published: Published) -> Iterator[Problem]:
    """Each quote stands at its offsets in the text that it is said to come from."""
    texts = published.texts
    ids = {document.iri: document.id for document in published.dataset.documents}
    for node, about in _by_subject(published.triples["evidence.ttl"]).items():
        if about.keys() >= _QUOTED:
            start, end, quote = (text_of(about[TERMS[name]]) for name in ("start", "end", "quote"))
            text = texts.get(ids.get(about[DERIVED], "")) if texts is not None else None
            if not _stands(quote, start, end, text) or not _lies_in_its_sentence(about, text):
                yield Problem(text_of(node), "its quote stands in the text at its offsets", quote)


def texts(published: Published) -> Iterator[Problem]:
    """The text of each document is at hand, where texts are given at all."""
    if published.texts is not None:
        for document in published.dataset.documents:
            if document.id not in published.texts:
                yield Problem(document.id, "its text is among those given", "its quotes were not checked")


def contract(published: Published) -> Iterator[Problem]:
    """The plain facts are those that the claims and the gazetteer give, and none is denied."""
    stated = set(published.dataset.stated)
    documents = published.dataset.documents
    expected = set(combine(documents).stated)
    denied = {s.triple for document in documents for s in document.statements if s.modality == "denied"}
    where = "baygraph.ttl"
    yield from _each(where, "a denied claim has no plain fact beside it", stated & denied)
    yield from _each(where, "a plain fact has a claim or is known beforehand", stated - expected - denied)
    yield from _each(where, "a claim that no document denies is a plain fact", expected - stated)


def inferences(published: Published) -> Iterator[Problem]:
    """What is inferred is what follows from the plain facts."""
    found = set(published.triples["inferred.ttl"])
    expected = set(infer(published.dataset.stated))
    yield from _each("inferred.ttl", "all that follows is inferred", expected - found)
    yield from _each("inferred.ttl", "all that is inferred follows", found - expected)


def nodes(published: Published) -> Iterator[Problem]:
    """Nothing is nameless, and each individual that is named is described."""
    every = set(chain.from_iterable(published.triples.values()))
    subjects = {subject for subject, _, _ in every}
    used = {value for _, _, value in every if value.startswith(_INDIVIDUAL)}
    for node in sorted(used - subjects):
        yield Problem(text_of(node), "each individual is described", "it is only named")
    blank = {term for triple in every for term in (triple[0], triple[2]) if term.startswith("_:")}
    yield from (Problem(node, "there is no blank node", "it is one") for node in sorted(blank))


def shapes(published: Published) -> Iterator[Problem]:
    """The graph satisfies its shapes."""
    for violation in validate(published.dataset):
        yield Problem(violation.subject, "the graph satisfies its shapes", str(violation))


Check = Callable[[Published], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (files, quads, texts, quotes, contract, inferences, nodes, shapes)


def _unreadable(folder: Path) -> Iterator[Problem]:
    """Read each file once, so that the checks meet only files that can be read."""
    for name in FILES:
        try:
            _read(folder, name)
        except NotPublished:
            if name == FILES[0]:
                raise
            yield Problem(name, "it is published", "it is missing")
        except (SyntaxError, ValueError) as error:
            yield Problem(name, "it can be read", str(error))


def _read(folder: Path, name: str) -> None:
    if name == REPORT:
        read_report(folder)
    elif name == QUADS:
        deque(read_quads(folder), maxlen=0)
    elif name != PAGE:
        deque(read_triples(folder, name), maxlen=0)


def _stands(quote: str, start: str, end: str, text: str | None) -> bool:
    """Without the text, a quote can at least have the length that its offsets say."""
    if not (start.isdecimal() and end.isdecimal()):
        return False
    first, stop = int(start), int(end)
    return len(quote) == stop - first if text is None else printable(text[first:stop]) == quote


def _lies_in_its_sentence(about: Mapping[str, str], text: str | None) -> bool:
    """What stands around a quote in its sentence stands there in the text too."""
    if text is None:
        return True
    start, end = (int(text_of(about[TERMS[name]])) for name in ("start", "end"))
    prefix, suffix = (text_of(about.get(TERMS[name], '""')) for name in ("prefix", "suffix"))
    before, after = text[max(0, start - len(prefix)) : start], text[end : end + len(suffix)]
    return (printable(before), printable(after)) == (prefix, suffix)


def _by_subject(triples: Iterable[Triple]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, value in triples:
        found[subject][predicate] = value
    return found


def _each(where: str, promise: str, rows: Collection[tuple[str, ...]]) -> Iterator[Problem]:
    yield from (Problem(where, promise, " ".join(row)) for row in sorted(rows))
