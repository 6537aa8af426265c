"""A gold document as the reader takes it in, and which of the gathered things are the gold's."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from baygraph.extract.facts import Told, told
from baygraph.extract.gathering import gather
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Pack, Reading
from baygraph.languages.registry import pack_for
from baygraph.model import Document
from baygraph.terms import ancestors
from evaluation.gold import Gold
from evaluation.names import least, likeness


class Taken(NamedTuple):
    """What the reader makes of a text before it states anything."""

    document: Document
    pack: Pack
    readings: Sequence[Reading]
    gathered: Gathered
    sentences: Sequence[Told]


def take(gold: Gold) -> Taken:
    """Read the text of a gold document."""
    document = Document(gold.id, gold.text, gold.lang, gold.input.get("title"), gold.input.get("issued"))
    pack = pack_for(document.lang)
    readings, _ = pack.read(pack.annotate(document))
    sentences = [told(pack, reading) for reading in readings]
    return Taken(document, pack, readings, gather(pack, readings), sentences)


def matched(gold: Gold, things: Iterable[Thing]) -> Mapping[int, str]:
    """Which gold thing each thing of a document is, the most alike first."""
    pairs: list[tuple[float, str, int]] = []
    for entity in gold.entities:
        for thing in things:
            if not set(ancestors(thing.type)).isdisjoint(entity.classes):
                score = likeness(entity.names, [thing.name, *(name.text for name in thing.names)])
                if score >= least(entity.classes):
                    pairs.append((-score, entity.id, thing.id))
    found: dict[int, str] = {}
    for _, id_, thing_id in sorted(pairs):
        if thing_id not in found and id_ not in found.values():
            found[thing_id] = id_
    return found
