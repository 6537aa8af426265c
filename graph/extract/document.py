"""The claims of one document: a pure function of its text and its data."""

from collections.abc import Iterator, Sequence

from baygraph.extract import statements
from baygraph.extract.across import across
from baygraph.extract.events import happenings
from baygraph.extract.facts import Fact, Told, by_cue, told
from baygraph.extract.figures import figures
from baygraph.extract.gathering import gather
from baygraph.extract.keys import keys_of
from baygraph.extract.selection import best_facts, kept_things, left_out
from baygraph.extract.structure import BY_DEFAULT, by_structure
from baygraph.extract.things import Gathered
from baygraph.extract.weighed.sights import sights
from baygraph.extract.weighed.things import doubtful
from baygraph.extract.weighed.weighing import weigh
from baygraph.languages.pack import Pack
from baygraph.languages.registry import pack_for
from baygraph.model import Document, DocumentClaims, Span


def claims(document: Document) -> DocumentClaims:
    """All that a document says; raises UnknownLanguage when no pack reads its language."""
    pack = pack_for(document.lang)
    annotated = pack.annotate(document)
    readings, rejections = pack.read(annotated)
    gathered = gather(pack, readings)
    sentences = [told(pack, reading) for reading in readings]
    stated = said_of(pack, sentences, gathered)
    seen = tuple(sights(sentences, gathered, stated))
    nothing = doubtful(seen, gathered, stated)
    said = tuple(f for f in weigh(pack, seen, stated) if nothing.isdisjoint((f.subject, f.object)))
    sure = gathered.without(nothing)
    counted = tuple(figures(pack, readings, sure, document.title))
    held = tuple(happenings(readings, sure))
    kept = kept_things(gathered, said, frozenset(f.about for f in counted if f.about is not None)) - nothing
    keys = keys_of(document, pack, gathered, kept, {h.event: h.start[:4] for h in held})
    return DocumentClaims(
        document,
        tuple(statements.entities(gathered, keys, pack)),
        (
            *statements.types(gathered, keys),
            *statements.facts(best_facts(said, kept), keys),
            *statements.dates(held, keys),
            *statements.job_titles(readings, gathered, keys, pack),
            *statements.figures(document, pack, counted, keys),
        ),
        (*rejections, *left_out(annotated, gathered, kept, nothing)),
        tuple(Span(sentence.start, sentence.end) for sentence in annotated.sentences),
    )


def said_of(pack: Pack, sentences: Sequence[Told], gathered: Gathered) -> tuple[Fact, ...]:
    """What the rules say of a document's things."""
    said = tuple(_facts(pack, sentences, gathered))
    return (*said, *across(pack, [sentence.reading for sentence in sentences], gathered, said))


def _facts(pack: Pack, sentences: Sequence[Told], gathered: Gathered) -> Iterator[Fact]:
    for sentence in sentences:
        said = [*by_structure(pack, sentence.reading, gathered), *by_cue(sentence, gathered)]
        held = {f.object for f in said if f.prop == "field" and f.rule != BY_DEFAULT}
        yield from (f for f in said if f.rule != BY_DEFAULT or f.object not in held)
