"""All that a published graph says of one thing, put together for a page or as triples."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple
from urllib.parse import quote as encoded

import pyoxigraph as ox

from baygraph.publish.turtle import PREFIXES
from baygraph.serve.published import ONTOLOGY, Node, Published
from baygraph.terms import ALT_LABEL, BAY, ID, LABEL, PROV, RDF, TYPE
from baygraph.triples import language_tag

MOST: Final = 400  # facts of a kind on one page
_ROWS: Final = 4_000  # quotes for them
TRIPLES: Final = 40_000  # of one thing
_CLAIMS: Final = f"""
    ?claim <{RDF}subject> ?s ; <{RDF}predicate> ?p ; <{RDF}object> ?o ;
           <{BAY}rule> ?rule ; <{BAY}confidence> ?confidence ; <{BAY}supportedBy> ?evidence .
    ?evidence <{PROV}wasDerivedFrom> ?source ; <{BAY}start> ?start ; <{BAY}quote> ?quote .
    OPTIONAL {{ ?claim <{BAY}modality> ?modality }}
    OPTIONAL {{ ?evidence <{BAY}prefix> ?before }} OPTIONAL {{ ?evidence <{BAY}suffix> ?after }} """
_ABOUT: Final = ox.NamedNode(BAY + "about")
_SHOWN: Final = ("value", "unit", "asOf", "approximate")
_VALUE: Final = ox.NamedNode(BAY + "value")
_SAFE: Final = "/:;=@!$&'()*+,%"
_BRACES: Final = frozenset({RDF + "subject", RDF + "object", PROV + "wasDerivedFrom"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A term as a reader sees it: its text, its language if it has one, and where it leads to if anywhere."""

    text: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that support a fact in their sentence, with the ways to their document and claim."""

    before: str
    text: str
    after: str
    document: Shown
    claim: Shown
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with its quotes; those that no document makes have none."""

    subject: Shown
    predicate: Shown
    object: Shown
    modality: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one kind, the title a key of the pages' words; ``cut`` if there are more than a page holds."""

    title: str
    facts: tuple[Fact, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """A thing with its names and classes and all that is said of it."""

    iri: str
    name: str
    classes: tuple[Shown, ...]
    names: tuple[Shown, ...]
    sections: tuple[Section, ...]


class Statement(NamedTuple):
    """What a claim claims, or the graph holds."""

    subject: Node
    predicate: ox.NamedNode
    object: Node
    modality: str = ""


Claims = Mapping[Statement, Sequence[Quote]]


class Describer:
    """Puts together what is known of things, with names in one language where there are any."""

    def __init__(self, published: Published, language: str) -> None:
        self._published, self._language = published, language

    def describe(self, thing: ox.NamedNode) -> Description:
        """Tell all of a thing that is known here."""
        about = self._published.about(thing)
        said = self._claims("s", thing) or self._claims("claim", thing)
        of_it = {
            each: quotes for each, quotes in self._claims("o", thing).items() if each.predicate != _ABOUT
        }
        told = {each[:3] for each in (*said, *of_it)}
        plain = [Statement(thing, p, o) for p, o in about if not _is_name(p)]
        into = [Statement(s, p, thing) for s, p in self._published.leading_to(thing) if _is_worth(p)]
        sections = (
            self._section("said", said),
            self._figures(thing),
            self._section("leads", of_it),
            self._section("text", self._claims("source", thing)),
            self._section("known", {each: () for each in plain if each[:3] not in told}),
            self._section("others", {each: () for each in into if each[:3] not in told}),
        )
        return Description(
            iri=thing.value,
            name=self._published.name(thing, self._language),
            classes=tuple(self.shown(o) for p, o in about if p.value == TYPE),
            names=tuple(self.shown(o) for p, o in about if _is_name(p)),
            sections=tuple(section for section in sections if section.facts),
        )

    def shown(self, term: Node) -> Shown:
        """Give a term as a reader sees it; only addresses of the web and of this server are led to."""
        if isinstance(term, ox.NamedNode):
            known = term.value.startswith((ID, *PREFIXES.values()))
            name = self._published.name(term, self._language) if known else term.value
            return Shown(name, href(term.value))
        if isinstance(term, ox.Literal):
            return Shown(term.value, language=language_tag(term.language or ""))
        return Shown(str(term))

    def _section(self, title: str, claims: Claims) -> Section:
        wanted = sorted((each for each in claims if not _is_name(each.predicate)), key=_reading_order)
        facts = tuple(self._fact(each, claims[each]) for each in wanted[:MOST])
        rows = sum(map(len, claims.values()))
        return Section(title, facts, cut=len(wanted) > MOST or rows == _ROWS)

    def _fact(self, stated: Statement, quotes: Sequence[Quote]) -> Fact:
        subject, predicate, value = (self.shown(term) for term in stated[:3])
        return Fact(subject, predicate, value, stated.modality, tuple(quotes))

    def _figures(self, thing: ox.NamedNode) -> Section:
        figures = sorted({s for s, p in self._published.leading_to(thing) if p == _ABOUT}, key=str)
        return Section("figures", tuple(map(self._figure, figures[:MOST])), cut=len(figures) > MOST)

    def _figure(self, figure: ox.NamedNode) -> Fact:
        says = {p.value.removeprefix(BAY): o for p, o in self._published.about(figure)}
        claims = self._claims("s", figure).items()
        quotes = tuple(quote for each, found in claims if each.predicate == _VALUE for quote in found)
        measure = self.shown(says["measure"]) if "measure" in says else Shown("")
        return Fact(measure, Shown(""), Shown(_amount(says), href(figure.value)), quotes=quotes)

    def _claims(self, name: str, thing: ox.NamedNode) -> Claims:
        """The claims in which a variable of _CLAIMS is this thing."""
        found: dict[Statement, list[tuple[str, int, Quote]]] = defaultdict(list)
        # VALUES leads the engine to the few claims that are meant; for a substitution it would look at all.
        bound = f"VALUES ?{name} {{ {thing} }}"
        for row in self._published.ask(f"SELECT * WHERE {{ {bound} {_CLAIMS} }} LIMIT {_ROWS}"):
            stated = Statement(row["s"], row["p"], row["o"], _text(row["modality"]))
            quote = Quote(
                before=_text(row["before"]),
                text=row["quote"].value,
                after=_text(row["after"]),
                document=self.shown(row["source"]),
                claim=Shown("claim", href(row["claim"].value)),
                rule=row["rule"].value,
                confidence=row["confidence"].value,
            )
            found[stated].append((row["source"].value, int(row["start"].value), quote))
        return {stated: [each[2] for each in sorted(rows, key=_place)] for stated, rows in found.items()}


def triples_about(published: Published, thing: ox.NamedNode) -> list[ox.Triple]:
    """What a thing, its figures, the claims about it and their evidence say, in at most TRIPLES triples."""
    into = sorted(published.leading_to(thing), key=str)
    nodes = {thing: None} | {subject: None for subject, predicate in into if not _is_name(predicate)}
    for node in list(nodes):
        evidence = (o for p, o in published.about(node) if p.value == BAY + "supportedBy")
        nodes |= {each: None for each in evidence if isinstance(each, ox.NamedNode)}
    triples = (ox.Triple(node, p, o) for node in nodes for p, o in published.about(node))
    return list(islice(triples, TRIPLES))


def href(iri: str) -> str:
    """Where a page may lead for an IRI: into this server or to the web, and nowhere else."""
    if iri.startswith(ID):
        return f"/page/{encoded(iri.removeprefix(ID), safe=_SAFE)}"
    if iri.startswith(ONTOLOGY):
        return f"/ontology{encoded(iri.removeprefix(ONTOLOGY), safe=_SAFE + '#')}"
    return iri if iri.startswith(("http://", "https://")) else ""


def _amount(says: Mapping[str, Node]) -> str:
    value, unit, date, approximate = (_text(says.get(name)) for name in _SHOWN)
    sign = "≈ " if approximate == "true" else ""
    return f"{sign}{value} {unit}".rstrip() + (f" ({date})" if date else "")


def _text(term: Node | None) -> str:
    return term.value if isinstance(term, ox.Literal) else ""


def _is_name(predicate: ox.NamedNode) -> bool:
    return predicate.value in (LABEL, ALT_LABEL)


def _is_worth(predicate: ox.NamedNode) -> bool:
    """Claims and evidence stand with the facts that they are about."""
    return predicate != _ABOUT and predicate.value not in _BRACES


def _reading_order(stated: Statement) -> tuple[bool, str, str, str, str]:
    kind = stated.predicate.value
    return kind == TYPE, kind, str(stated.subject), str(stated.object), stated.modality


def _place(row: tuple[str, int, Quote]) -> tuple[str, int]:
    return row[:2]
