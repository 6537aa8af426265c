"""The claims of one document: a pure function of its text and its data."""

from collections.abc import Iterator, Mapping

from baygraph.extract.facts import Fact, by_cue
from baygraph.extract.keys import keys_of
from baygraph.extract.selection import best_facts, kept_things, left_out
from baygraph.extract.structure import by_structure
from baygraph.extract.things import Gathered, Thing, gather
from baygraph.languages.pack import Pack, Reading
from baygraph.languages.registry import pack_for
from baygraph.model import Claim, Document, DocumentClaims, Entity, Name, Ref, Span, Value


def claims(document: Document) -> DocumentClaims:
    """All that a document says; raises UnknownLanguage when no pack reads its language."""
    pack = pack_for(document.lang)
    annotated = pack.annotate(document)
    readings, rejections = pack.read(annotated)
    gathered = gather(pack, readings)
    found = tuple(_facts(pack, readings, gathered))
    kept = kept_things(gathered, found, frozenset())
    facts = best_facts(found, kept)
    keys = keys_of(document, pack, gathered, kept)
    return DocumentClaims(
        document,
        tuple(_entities(gathered, keys, pack)),
        (*_type_claims(gathered, keys), *_fact_claims(facts, keys)),
        (*rejections, *left_out(annotated, gathered, kept)),
    )


def _facts(pack: Pack, readings: tuple[Reading, ...], gathered: Gathered) -> Iterator[Fact]:
    for reading in readings:
        yield from by_structure(pack, reading, gathered)
        yield from by_cue(pack, reading, gathered)


def _entities(gathered: Gathered, keys: Mapping[int, str], pack: Pack) -> Iterator[Entity]:
    for thing in gathered.things:
        if thing.id in keys:
            yield Entity(keys[thing.id], (thing.type,), tuple(_names(thing, pack)))


def _names(thing: Thing, pack: Pack) -> Iterator[Name]:
    for name in dict.fromkeys(n.text for n in thing.names):
        lang = next(n.lang for n in thing.names if n.text == name)
        yield Name(name, lang, name == thing.name and lang == pack.code)


def _type_claims(gathered: Gathered, keys: Mapping[int, str]) -> Iterator[Claim]:
    for thing in gathered.things:
        if thing.id in keys:
            spans: tuple[Span, ...] = tuple(dict.fromkeys(m.span for m in thing.mentions))
            rule, confidence = thing.mentions[0].rule, thing.mentions[0].confidence
            yield Claim(Ref(keys[thing.id]), "type", Value(thing.type), spans, rule, confidence)


def _fact_claims(facts: tuple[Fact, ...], keys: Mapping[int, str]) -> Iterator[Claim]:
    for f in facts:
        yield Claim(Ref(keys[f.subject]), f.prop, Ref(keys[f.object]), (f.span,), f.rule, f.confidence, f.modality)
