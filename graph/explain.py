"""All that a published graph knows of a thing, fact by fact, with the quotes that say so."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from baygraph.errors import UnknownName
from baygraph.publish.layout import GRAPHS
from baygraph.publish.loading import open_store
from baygraph.publish.turtle import PREFIXES
from baygraph.terms import ALT_LABEL, BAY, DCTERMS, ID, LABEL, TYPE
from baygraph.triples import language_tag

Node = ox.NamedNode | ox.Literal

_STATED, _, _INFERRED = (ox.NamedNode(graph) for graph in GRAPHS.values())
_ALL_NAMES = """SELECT ?thing ?name WHERE {
    ?thing rdfs:label|skos:altLabel|dcterms:title|dcterms:identifier ?name }"""
_OUT = "SELECT ?p ?o ?thing WHERE { ?thing ?p ?o }"
_ABOUT = "SELECT ?figure ?thing WHERE { ?figure bay:about ?thing }"
_CLAIMS = """SELECT ?s ?p ?o ?modality ?rule ?confidence ?document ?start ?end ?quote ?source WHERE {
    ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; bay:rule ?rule ; bay:confidence ?confidence ;
           bay:supportedBy ?evidence .
    ?evidence prov:wasDerivedFrom ?source ; bay:start ?start ; bay:end ?end ; bay:quote ?quote .
    ?source dcterms:identifier ?document
    OPTIONAL { ?claim bay:modality ?other }
    BIND (COALESCE(?other, "") AS ?modality) }"""
_NAMING = frozenset({LABEL, ALT_LABEL})
_TITLES = frozenset({LABEL, DCTERMS + "title"})
_ABOUT_IT = BAY + "about"


class Evidence(NamedTuple):
    """One quote for a statement, in the order that a reader wants them in."""

    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: str


class Fact(NamedTuple):
    """A statement as some document makes it."""

    subject: str
    predicate: str
    object: Node
    modality: str


def explain(folder: Path, iri_or_name: str, lang: str | None = None) -> str:
    """Tell what is known of a thing; names are shown in ``lang`` where there are any.

    Several things of one name are listed instead. Raise UnknownName, with the nearest names, or NotPublished.
    """
    known = _Known(open_store(folder), lang)
    found = known.find(iri_or_name)
    if len(found) > 1:
        lines = [f"{iri_or_name} may be any of these:", *(f"  {known.title(each)}" for each in found)]
    else:
        lines = list(_told(known, found[0]))
    return "\n".join(lines)


class _Known:
    """A published graph with the questions that an explanation asks of it."""

    def __init__(self, store: ox.Store, lang: str | None) -> None:
        self._store = store
        self._lang = lang

    def ask(self, query: str, graph: ox.NamedNode | None, **bound: Node) -> Iterator[Sequence[Node]]:
        """Answer a query; values are bound to its variables, never pasted into its text."""
        solutions = self._store.query(
            query,
            prefixes=dict(PREFIXES),
            use_default_graph_as_union=graph is None,
            default_graph=graph,
            substitutions={ox.Variable(name): value for name, value in bound.items()},
        )
        assert isinstance(solutions, ox.QuerySolutions)
        for solution in solutions:
            yield [term for term in solution if isinstance(term, ox.NamedNode | ox.Literal)]

    def find(self, asked: str) -> list[str]:
        """The IRIs that are meant: one if it is an IRI or a key, all of that name otherwise."""
        for iri in (asked, ID + asked.removeprefix("id:")):
            if self._is_subject(iri):
                return [iri]
        if things := self._names.get(_folded(asked)):
            return sorted(things)
        near = get_close_matches(_folded(asked), sorted(self._names), n=5, cutoff=0.6)
        shown = dict.fromkeys(self.label(iri) for name in near for iri in sorted(self._names[name]))
        raise UnknownName(asked, f"is not known here; the nearest: {', '.join(shown)}" if near else None)

    def claims(self, **bound: Node) -> dict[Fact, list[Evidence]]:
        """The statements of documents that fit, in order, with their evidence."""
        found: dict[Fact, list[Evidence]] = defaultdict(list)
        for s, p, o, modality, rule, sure, document, start, end, quote, _ in self.ask(_CLAIMS, None, **bound):
            fact = Fact(s.value, p.value, o, modality.value)
            place = (document.value, int(start.value), int(end.value))
            found[fact].append(Evidence(*place, quote.value, rule.value, sure.value))
        return {fact: sorted(found[fact]) for fact in sorted(found, key=_fact_order)}

    def plain(self, thing: str, graph: ox.NamedNode = _STATED) -> list[tuple[str, Node]]:
        """The properties and values of a thing in one of the published graphs."""
        rows = self.ask(_OUT, graph, thing=ox.NamedNode(thing))
        return sorted(
            ((p.value, o) for p, o, _ in rows), key=lambda row: (row[0] != TYPE, row[0], str(row[1]))
        )

    def holds(self, fact: Fact) -> bool:
        """Say whether a statement stands as a plain fact in the graph."""
        subject, predicate = ox.NamedNode(fact.subject), ox.NamedNode(fact.predicate)
        return ox.Quad(subject, predicate, fact.object, _STATED) in self._store

    def figures(self, thing: str) -> list[str]:
        """The figures about a thing."""
        return sorted(figure.value for figure, _ in self.ask(_ABOUT, _STATED, thing=ox.NamedNode(thing)))

    def label(self, iri: str) -> str:
        """The best name of a thing: in the language asked for, else English, else any."""
        names = [o for p, o in self.plain(iri) if p in _TITLES and isinstance(o, ox.Literal)]
        wanted = [language for language in (self._lang, "en") if language]
        names.sort(key=lambda n: ([not _is_in(n, each) for each in wanted], n.language or "", n.value))
        return names[0].value if names else _short(iri)

    def title(self, iri: str) -> str:
        """A thing's name, classes and IRI in one line."""
        classes = ", ".join(_short(o.value) for p, o in self.plain(iri) if p == TYPE)
        return f"{self.label(iri)} · {classes or 'unclassified'} · {iri}"

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = defaultdict(set)
        for thing, name in self.ask(_ALL_NAMES, _STATED):
            names[_folded(name.value)].add(thing.value)
        return dict(names)

    def _is_subject(self, iri: str) -> bool:
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            return False
        return any(True for _ in self._store.quads_for_pattern(node, None, None, None))


def _told(known: _Known, thing: str) -> Iterator[str]:
    node = ox.NamedNode(thing)
    said, stated = known.claims(s=node), known.plain(thing)
    claimed = {(fact.predicate, fact.object) for fact in said}
    others = [(p, o) for p, o in stated if (p, o) not in claimed and p not in _NAMING]
    yield known.title(thing)
    yield from _section("Names", (_name(p, o) for p, o in stated if p in _NAMING))
    yield from _section("Described as", (_pair(known, p, o) for p, o in others))
    yield from _section("Stated", _facts(known, said))
    of_it = {fact: quotes for fact, quotes in known.claims(o=node).items() if fact.predicate != _ABOUT_IT}
    yield from _section("Stated of it", _facts(known, of_it))
    yield from _section(
        "Figures", (line for figure in known.figures(thing) for line in _figure(known, figure))
    )
    yield from _section("Says", _facts(known, known.claims(source=node)))
    yield from _section("Follows", (_pair(known, p, o) for p, o in known.plain(thing, _INFERRED)))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def _facts(known: _Known, claims: Mapping[Fact, Sequence[Evidence]]) -> Iterator[str]:
    for fact, quotes in claims.items():
        if fact.predicate not in _NAMING:
            remarks = [fact.modality] if fact.modality else []
            if fact.modality != "denied" and not known.holds(fact):
                remarks.append("not in the graph")
            remark = f" [{', '.join(remarks)}]" if remarks else ""
            yield f"{known.label(fact.subject)} {_pair(known, fact.predicate, fact.object)}{remark}"
            yield from _quotes(quotes)


def _figure(known: _Known, figure: str) -> Iterator[str]:
    """One line for the whole figure, as value, unit, what is counted and when."""
    about = {_short(predicate): value.value for predicate, value in known.plain(figure)}
    sign = "≈" if about.get("approximate") == "true" else ""
    parts = [sign + about.get("value", ""), about.get("unit", "")]
    when = f" ({about['asOf']})" if "asOf" in about else ""
    yield " ".join([*filter(None, parts), _shown(about.get("measure", ""))]) + when
    for fact, quotes in known.claims(s=ox.NamedNode(figure)).items():
        if fact.predicate == BAY + "value":
            yield from _quotes(quotes)


def _quotes(quotes: Iterable[Evidence]) -> Iterator[str]:
    for document, start, end, quote, rule, sure in quotes:
        yield f"  «{_shown(quote)}» ({_shown(document)} {start}–{end}, rule {rule}, confidence {sure})"


def _name(predicate: str, name: Node) -> str:
    tag = language_tag(name.language) if isinstance(name, ox.Literal) and name.language else "?"
    return f"{tag}  {_shown(name.value)}" + (" (preferred)" if predicate == LABEL else "")


def _pair(known: _Known, predicate: str, value: Node) -> str:
    is_thing = isinstance(value, ox.NamedNode) and value.value.startswith(ID)
    name = known.label(value.value) if is_thing else _short(value.value) if predicate == TYPE else value.value
    return f"{'is a' if predicate == TYPE else _short(predicate)} {_shown(name)}"


def _short(iri: str) -> str:
    """The local name of one of the ontology's terms, or a prefixed name, or the IRI itself."""
    if iri.startswith(BAY):
        return iri.removeprefix(BAY)
    found = [(prefix, space) for prefix, space in PREFIXES.items() if iri.startswith(space)]
    prefix, space = max(found, key=lambda pair: len(pair[1]), default=("", ""))
    return f"{prefix}:{iri.removeprefix(space)}" if prefix else iri


def _shown(text: str) -> str:
    """Text of a document in one line, without what would steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _is_in(name: ox.Literal, language: str) -> bool:
    return (name.language or "").split("-")[0] == language.lower().split("-")[0]


def _fact_order(fact: Fact) -> tuple[bool, str, str, str, str]:
    return fact.predicate != TYPE, fact.predicate, fact.subject, str(fact.object), fact.modality
