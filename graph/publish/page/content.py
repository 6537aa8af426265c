"""What the page shows, read from the published triples."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Final, TypedDict

from baygraph import gazetteer
from baygraph.publish.page.claims import Told, modality, read_claims, unique
from baygraph.publish.page.labels import shorten
from baygraph.publish.page.names import LANGUAGES, best, names
from baygraph.publish.page.records import Claim, Content, Document, Fact, Figure, Thing
from baygraph.publish.page.search import spellings
from baygraph.publish.page.statements import Statements, Value
from baygraph.terms import (
    BAY,
    CLASSES,
    DCTERMS,
    GEO,
    ID,
    SAME_AS,
    SCHEMA,
    SIGNATURES,
    THINGS,
    TYPE,
    ancestors,
    bay,
    is_a,
)

# Literals that stand on a card as facts of their own; those of a figure make one figure together.
_TOLD: Final = tuple(map(bay, ("jobTitle", "startDate", "endDate")))
_EDGES: Final = tuple(bay(name) for name in SIGNATURES if name != "about")
_term = attrgetter("term")
_LINKS: Final = (SAME_AS, SCHEMA + "sameAs")


def read(triples: Statements) -> Content:
    """Read the page's records, each list in a fixed order."""
    classed = [(iri, names) for iri in triples.subjects(TYPE) if (names := triples.classes(iri))]
    documents = _places(iri for iri, names in classed if "Document" in names)
    things = _places(iri for iri, names in classed if _kinds(names))
    told = read_claims(triples, documents)
    return Content(
        documents=[_document(triples, iri) for iri in documents],
        quotes=list(told.quotes),
        things=[_thing(triples, iri, told) for iri in things],
        facts=[fact for iri in things for fact in _facts(triples, iri, things, told)],
        figures=list(_figures(triples, things, told)),
    )


def _places(iris: Iterable[str]) -> dict[str, int]:
    return {iri: place for place, iri in enumerate(iris)}


@cache
def _kinds(classes: Sequence[str]) -> tuple[str, ...]:
    """The classes that make something a node, without those above another."""
    kinds = [name for name in classes if name in CLASSES and is_a(name, *THINGS)]
    above = {upper for name in kinds for upper in ancestors(name)[1:]}
    return tuple(sorted(set(kinds) - above, key=CLASSES.index))


def _document(triples: Statements, iri: str) -> Document:
    return Document(
        iri=iri,
        title=triples.text(DCTERMS + "title", iri),
        issued=triples.text(DCTERMS + "issued", iri),
        language=triples.text(DCTERMS + "language", iri),
        publisher=triples.text(DCTERMS + "publisher", iri),
        source=triples.text(DCTERMS + "source", iri),
    )


def _thing(triples: Statements, iri: str, told: Told) -> Thing:
    kinds = list(_kinds(triples.classes(iri)))
    key = iri.removeprefix(ID)
    known = names(triples, iri) or [(key, "", True)]
    shown = {language: best(known, language) for language in LANGUAGES}
    thing = Thing(
        key=key,
        iri=iri,
        kind=kinds[0],
        types=kinds,
        names=known,
        spellings=spellings(name for name, _, _ in known),
        best=shown,
        label={language: shorten(known[place][0]) or key for language, place in shown.items()},
        links=sorted({link for predicate in _LINKS for link in triples.iris(predicate, iri)}),
        mentions=dict(sorted(told.mentions.get(iri, {}).items())),
    )
    return {**thing, **_whereabouts(key)}


class Whereabouts(TypedDict, total=False):
    """Where the gazetteer knows a thing to lie."""

    at: tuple[float, float]
    lies: list[str]


def _whereabouts(key: str) -> Whereabouts:
    known = gazetteer.load()
    thing = known.by_key(key)
    found = Whereabouts()
    links = dict(thing.links) if thing else {}
    if GEO + "lat" in links:
        found["at"] = float(links[GEO + "lat"]), float(links[GEO + "long"])
    if around := [place.key for place in known.places(key)]:
        found["lies"] = around
    return found


def _facts(triples: Statements, iri: str, things: Mapping[str, int], told: Told) -> Iterator[Fact]:
    claimed: dict[str, dict[Value, Sequence[Claim]]] = defaultdict(dict)
    for (name, value), claims in told.of(iri).items():
        claimed[name][value] = claims
    for predicate in (*_EDGES, *_TOLD):
        own = claimed.get(predicate, {})
        for value in sorted({*own, *triples.values(predicate, iri)}, key=_term):
            fact = _fact(things[iri], predicate.removeprefix(BAY), own.get(value, ()))
            if value.is_literal:
                yield {**fact, "value": value.value, "language": value.language}
            elif value.value in things:
                yield {**fact, "object": things[value.value]}


def _fact(subject: int, name: str, claims: Sequence[Claim]) -> Fact:
    return Fact(subject=subject, property=name, modality=modality(claims), claims=list(claims))


def _figures(triples: Statements, things: Mapping[str, int], told: Told) -> Iterator[Figure]:
    for iri in triples.subjects(bay("value")):
        claims = unique(claim for group in told.of(iri).values() for claim in group)
        measure = next(iter(triples.values(bay("measure"), iri)), None)
        yield Figure(
            about=sorted(things[thing] for thing in triples.iris(bay("about"), iri) if thing in things),
            value=triples.text(bay("value"), iri),
            unit=triples.text(bay("unit"), iri),
            measure=measure.value if measure else "",
            language=measure.language if measure else "",
            asOf=triples.text(bay("asOf"), iri),
            approximate=triples.text(bay("approximate"), iri) == "true",
            modality=modality(claims),
            claims=claims,
        )
