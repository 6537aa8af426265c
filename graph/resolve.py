"""What all documents together say of one thing: its class, its preferred names, what is contested.

Each decision is a function of the set of statements, never of their order, so a corpus that was read in parts
and put together later is resolved as if it had been read at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from baygraph.gazetteer import Known
from baygraph.terms import ALT_LABEL, BAY, DCTERMS, ID, LABEL, SAME_AS, SCHEMA, TYPE, ancestors
from baygraph.triples import Triple, iri, language_tag, literal, parse_literal, text_of

Lookup = Callable[[str], Known | None]

# A known thing's other properties (its broader field, its scheme) lead to what the graph does not hold.
_OUTWARD = frozenset({SAME_AS, SCHEMA + "sameAs", SCHEMA + "url", DCTERMS + "identifier"})
IS_A, NAMED, ALSO_NAMED = iri(TYPE), iri(LABEL), iri(ALT_LABEL)
INDIVIDUAL = iri(ID)[:-1]
_CLASS = iri(BAY)[:-1]

ANOTHER_CLASS = "another class was chosen for this thing"
DENIED = "a document denies it"


class Statement(NamedTuple):
    """One claim of one document as N-Triples terms; ``document`` is the document's IRI, as a term too."""

    document: str
    subject: str
    predicate: str
    object: str
    modality: str
    rule: str
    confidence: float

    @property
    def triple(self) -> Triple:
        """What is stated."""
        return self.subject, self.predicate, self.object


class Conflict(NamedTuple):
    """A statement of some document that the graph leaves out; ``kept`` stands instead, if anything does."""

    subject: str
    predicate: str
    object: str
    kept: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The plain triples, and the statements that were left out."""

    triples: frozenset[Triple]
    conflicts: tuple[Conflict, ...]


class _Vote(NamedTuple):
    reviewed: bool
    documents: int
    confidence: float
    term: str


@dataclass(slots=True)
class _Votes:
    """What speaks for a class; lives only within one call."""

    documents: int = 0
    last: str = ""
    confidence: float = 0.0

    def add(self, statement: Statement) -> None:
        self.documents += statement.document != self.last
        self.last = statement.document
        self.confidence = max(self.confidence, statement.confidence)


@dataclass(slots=True)
class _Thing:
    """What is gathered of one subject; lives only within one call."""

    classes: dict[str, _Votes] = field(default_factory=lambda: defaultdict(_Votes))
    names: set[tuple[str, str]] = field(default_factory=set)
    facts: set[tuple[str, str]] = field(default_factory=set)
    denied: set[tuple[str, str]] = field(default_factory=set)


def resolve(statements: Iterable[Statement], lookup: Lookup) -> Resolved:
    """Decide what is plainly stated of every thing that the statements name or point to."""
    things: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        things[statement.subject].append(statement)
        if statement.object.startswith(INDIVIDUAL):
            things[statement.object]  # a thing too, even if it is a known one that the text only refers to
    found = [resolve_thing(subject, sorted(said, key=_ORDER), lookup) for subject, said in things.items()]
    triples = frozenset(triple for each, _ in found for triple in each)
    return Resolved(triples, tuple(sorted(conflict for _, each in found for conflict in each)))


# Statement, then document: so that a class is counted once for a document.
_ORDER = itemgetter(2, 3, 0)


def resolve_thing(
    subject: str, statements: Iterable[Statement], lookup: Lookup
) -> tuple[list[Triple], list[Conflict]]:
    """Decide what is plainly stated of one thing, and what is left out, each in order.

    The statements are all that any document says of it, in the order of their rows; one that only points to
    the thing has no predicate. This is the whole of resolution: no thing depends on what is said of another.
    """
    thing = _gather(statements)
    known = lookup(text_of(subject).removeprefix(ID)) if subject.startswith(INDIVIDUAL) else None
    contested = thing.facts & thing.denied
    classes, conflicts = _classes(subject, thing, known)
    conflicts += (Conflict(subject, predicate, value, "", DENIED) for predicate, value in contested)
    about = {*classes, *_names(thing, known), *_links(known), *(thing.facts - contested)}
    ordered = sorted(about, key=lambda said: (said[0] != IS_A, said))
    return [(subject, predicate, value) for predicate, value in ordered], sorted(conflicts)


def _leaf(votes: Iterable[_Vote]) -> str:
    """Choose one class, below all above it: the reviewed, of most documents, by the surest rule, by name."""
    found = sorted(votes, key=lambda v: (not v.reviewed, -v.documents, -v.confidence, v.term))
    above = {up for v in found for up in ancestors(_class_name(v.term))[1:]}
    return next(v.term for v in found if _class_name(v.term) not in above)


def label(candidates: Iterable[str]) -> str:
    """Choose the preferred of several names: the longest, which says most, then the first by code point."""
    return min(candidates, key=lambda term: (-len(text_of(term)), term))


def _gather(statements: Iterable[Statement]) -> _Thing:
    thing = _Thing()
    for statement in statements:
        _, _, predicate, value, modality, _, _ = statement
        if modality == "denied":
            thing.denied.add((predicate, value))
        elif predicate == IS_A:
            thing.classes[value].add(statement)
        elif predicate in (NAMED, ALSO_NAMED):
            thing.names.add((predicate, value))
        elif predicate:
            thing.facts.add((predicate, value))
    return thing


def _classes(
    subject: str, thing: _Thing, known: Known | None
) -> tuple[list[tuple[str, str]], list[Conflict]]:
    votes = [_Vote(False, votes.documents, votes.confidence, term) for term, votes in thing.classes.items()]
    votes += [_Vote(True, 0, 1.0, _class(name)) for name in (known.types if known else ())]
    if not votes:
        return [], []
    chosen = _leaf(votes)
    agreed = {_class(name) for name in ancestors(_class_name(chosen))}
    others = sorted(thing.classes.keys() - agreed)
    return [(IS_A, chosen)], [Conflict(subject, IS_A, term, chosen, ANOTHER_CLASS) for term in others]


def _names(thing: _Thing, known: Known | None) -> Iterator[tuple[str, str]]:
    reviewed = known.names if known else ()
    labels = {
        language_tag(name.lang): literal(name.text, lang=name.lang) for name in reviewed if name.preferred
    }
    candidates: dict[str, set[str]] = defaultdict(set)
    for predicate, term in thing.names:
        if predicate == NAMED:
            candidates[parse_literal(term).lang].add(term)
    labels = {lang: label(found) for lang, found in candidates.items()} | labels
    every = {literal(name.text, lang=name.lang) for name in reviewed} | {term for _, term in thing.names}
    yield from ((NAMED, term) for term in labels.values())
    yield from ((ALSO_NAMED, term) for term in every.difference(labels.values()))


def _links(known: Known | None) -> Iterator[tuple[str, str]]:
    for predicate, value in known.links if known else ():
        if predicate in _OUTWARD:
            yield iri(predicate), iri(value) if value.startswith("http") else literal(value)


def _class(name: str) -> str:
    return f"{_CLASS}{name}>"


def _class_name(term: str) -> str:
    return term[len(_CLASS) : -1]
