"""Facts between phrases: what cues say, frame by frame."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from baygraph.extract.frames import Frame, frames_of
from baygraph.extract.signatures import FACILITY, FIELD, GOAL, INSTITUTION, PLACE, allows, grain
from baygraph.extract.things import Gathered, Place, Thing
from baygraph.languages.pack import Argument, Cue, Pack, Reading
from baygraph.model import Modality, Span

NOTION = FIELD | GOAL  # what is nowhere
WHERE = frozenset({"in", "at"})


class Fact(NamedTuple):
    """A property between two things, with the stretch of text that says it."""

    subject: int
    prop: str
    object: int
    span: Span
    rule: str
    confidence: float
    modality: Modality = ""


class Told(NamedTuple):
    """A sentence with the phrases that belong to each of its cues."""

    reading: Reading
    cues: Sequence[tuple[Cue, Sequence[Argument]]]


def told(pack: Pack, reading: Reading) -> Told:
    """Find the phrases of a sentence's cues that announce facts."""
    cues = [cue for cue in reading.cues if frames_of(cue.frame)]
    return Told(reading, [(cue, pack.arguments(cue, reading.sentence, reading.phrases)) for cue in cues])


def by_cue(sentence: Told, gathered: Gathered) -> Iterator[Fact]:
    """The facts that the cues of a sentence announce."""
    for cue, arguments in sentence.cues:
        roles = {a.role for a in arguments}
        for frame in frames_of(cue.frame):
            if not (roles.isdisjoint(frame.subject) or roles.isdisjoint(frame.object)):
                yield from _by_frame(frame, cue, arguments, sentence.reading, gathered)


def _by_frame(
    frame: Frame, cue: Cue, arguments: Sequence[Argument], reading: Reading, gathered: Gathered
) -> Iterator[Fact]:
    subjects = _fillers(frame.subject, arguments, reading, gathered)
    objects = _fillers(frame.object, arguments, reading, gathered)
    for subject, subject_place in subjects:
        for obj, object_place in objects:
            each = WHERE.issuperset(frame.object) and reading.phrases[subject_place[1]].mention.kind == "each"
            if subject is not obj and not each and _fits(frame, subject, obj):
                span = span_of(reading, (subject_place[1], object_place[1]), (cue.token,))
                rule = f"{frame.cue}-{cue.use}:{frame.prop}"
                yield Fact(subject.id, frame.prop, obj.id, span, rule, frame.confidence, _modality(cue))
        if frame.prop == "partner" and subject.type in frame.subject_in:
            yield from _through_signers(frame, cue, subject, subject_place, objects, reading, gathered)


def _through_signers(
    frame: Frame,
    cue: Cue,
    subject: Thing,
    place: Place,
    signers: Sequence[tuple[Thing, Place]],
    reading: Reading,
    gathered: Gathered,
) -> Iterator[Fact]:
    """Who signs as an institution's officer signs for the institution."""
    for signer, signer_place in signers:
        if signer.type != "Person":
            continue
        for index, phrase in enumerate(reading.phrases):
            house = gathered.thing((reading.sentence.index, index))
            if phrase.host == signer_place[1] and house and house.type in INSTITUTION | FACILITY:
                span = span_of(reading, (place[1], signer_place[1], index), (cue.token,))
                yield Fact(
                    subject.id,
                    frame.prop,
                    house.id,
                    span,
                    f"{frame.cue}-signer:partner",
                    0.75,
                    _modality(cue),
                )


def _modality(cue: Cue) -> Modality:
    return "planned" if cue.modality == "planned" else "denied" if cue.modality == "denied" else ""


def _fillers(
    roles: Iterable[str], arguments: Sequence[Argument], reading: Reading, gathered: Gathered
) -> list[tuple[Thing, Place]]:
    wanted = frozenset(roles)
    places = [(reading.sentence.index, a.phrase) for a in arguments if a.role in wanted]
    found = ((gathered.thing(place), place) for place in dict.fromkeys(places))
    return [(thing, place) for thing, place in found if thing is not None]


def _fits(frame: Frame, subject: Thing, obj: Thing) -> bool:
    if frame.subject_in and frame.subject_in.isdisjoint(subject.types[:2]):
        return False
    if frame.object_in and frame.object_in.isdisjoint(obj.types[:2]):
        return False
    if not allows(frame.prop, subject.types[:1], obj.types[:1]):
        return False
    if frame.prop != "locatedIn":
        return True
    return subject.type not in NOTION and (subject.type not in PLACE or lies_in(subject.type, obj.type))


def lies_in(inner: str, outer: str) -> bool:
    """A city lies in no city and a country in no country; a valley may lie in a province."""
    return grain(inner) > grain(outer) or (inner == outer and inner in {"Region", "District", "Place"})


def disclaims(pack: Pack, reading: Reading, ends: tuple[int, int]) -> bool:
    """«опровергла, что её лаборатория занята …»: whether a verb of denial stands before one of the two."""
    last = max(reading.phrases[i].first for i in ends)
    verbs = pack.lexicon.words("modality", "disclaiming")
    return any(token.lemma in verbs for token in reading.sentence.tokens[:last])


def span_of(reading: Reading, phrases: Iterable[int], tokens: Iterable[int] = ()) -> Span:
    """The stretch of a sentence that holds these phrases and tokens."""
    held, marks = [reading.phrases[i].mention for i in phrases], list(tokens)
    first = min([m.first for m in held] + marks)
    last = max([m.stop for m in held] + [t + 1 for t in marks])
    return reading.sentence.span(first, last)
