"""How much a text makes of each thing before a sentence: how often, how lately, and in which part."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from baygraph.extract.parts import is_said_of
from baygraph.extract.signatures import (
    AGREEMENT,
    EVENT,
    FACILITY,
    INSTITUTION,
    PLACE,
    PROGRAM,
    PROJECT,
)
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Phrase, Reading

GROUPS = {
    "Place": PLACE,
    "Event": EVENT,
    "Program": PROGRAM,
    "Project": PROJECT,
    "Agreement": AGREEMENT,
    "Facility": FACILITY,
    "Institution": INSTITUTION,
}
GROUP = {cls: name for name, classes in GROUPS.items() for cls in classes}
SUBJECT_ROLES = frozenset({"nom", "subj"})
REACH = 4  # sentences after which only what the text speaks of most is remembered
PARTS = ("subj", "obj", "in", "other", "inner")  # the weightiest first
COUNTED = "counted"  # in the words for what a figure counts: said in passing, and not remembered
SOME, MUCH = 0.3, 0.6  # of a thing's words that stand in the title


class Told(NamedTuple):
    """One mention of a thing: its sentence, its phrase in it, and its part there."""

    sentence: int
    phrase: int
    part: str


class Prominence:
    """Where a text speaks of the things that may have figures."""

    def __init__(self, readings: Sequence[Reading], gathered: Gathered, title: Collection[str]) -> None:
        self.told: dict[int, list[Told]] = defaultdict(list)
        self._recalled: dict[int, list[Told]] = defaultdict(list)  # the mentions that are remembered
        self.things = gathered.things
        self._readings = {r.sentence.index: r for r in readings}
        self._before: dict[int, dict[int, list[str]]] = {}
        self._named: dict[int, list[int]] = defaultdict(list)
        self._leading: dict[int, int] = {}  # the first thing of each paragraph
        for reading in readings:
            self._read(reading, gathered)
        owners = [self.things[t] for t in self.told]
        self._tops = {_most_told(t for t in owners if t.type in classes) for classes in GROUPS.values()}
        self._topics = {_most_told(t for t in owners if t.type not in PLACE)}
        self._title = frozenset(title)
        self._static: dict[int, list[str]] = {}
        titled = [t.id for t in owners if self._title and self._in_title(t) > MUCH]
        self.lasting = {t for t in (*self._tops, *self._topics, *titled) if t is not None}
        self._most = _most_told(owners)

    def _read(self, reading: Reading, gathered: Gathered) -> None:
        led = False
        sentence = reading.sentence
        for index, thing in gathered.by_sentence.get(sentence.index, ()):
            if thing.type in GROUP:
                counted = [q for q in reading.quantities if is_said_of(reading.phrases[index], q)]
                part = COUNTED if counted else _part(reading.phrases[index], led)
                led = led or part == "subj"
                told = Told(sentence.index, index, part)
                self.told[thing.id].append(told)
                if not counted:
                    self._recalled[thing.id].append(told)
                    self._named[sentence.index].append(thing.id)
                    self._leading.setdefault(sentence.paragraph, thing.id)

    def of_text(self, thing: int) -> list[str]:
        """The features of a thing by its place in the whole text."""
        if thing not in self._static:
            self._static[thing] = self._of_text(self.things[thing])
        return self._static[thing]

    def before(self, sentence: int) -> dict[int, list[str]]:
        """The features of each thing that the text before a sentence keeps in view."""
        if sentence not in self._before:
            self._before[sentence] = self._found_before(sentence)
        return self._before[sentence]

    def _found_before(self, sentence: int) -> dict[int, list[str]]:
        near = (thing for at in range(sentence - REACH, sentence) for thing in self._named.get(at, ()))
        recalled = ((thing, self.last_before(thing, sentence)) for thing in {*near, *self.lasting})
        found = {thing: self._of_past(last, sentence) for thing, last in recalled if last}
        last = self._named.get(sentence - 1, ())
        for thing, name in ((last[0], "said first"), (last[-1], "said last")) if last else ():
            found[thing].append(name)
        leading = self._leading.get(self._paragraph(sentence))
        if leading in found:
            found[leading].append("leads paragraph")
        return found

    def last_before(self, thing: int, sentence: int) -> Told | None:
        """The last mention of a thing in an earlier sentence, the weightiest part first."""
        told = self._recalled.get(thing, ())
        stop = bisect_left(told, (sentence,))
        latest = [t for t in told[:stop] if t.sentence == told[stop - 1].sentence]
        return min(latest, key=lambda t: PARTS.index(t.part)) if latest else None

    def _paragraph(self, sentence: int) -> int:
        return self._readings[sentence].sentence.paragraph

    def _in_title(self, thing: Thing) -> float:
        return len(thing.words & self._title) / max(1, len(thing.words))

    def _of_text(self, thing: Thing) -> list[str]:
        features = [f"kind {thing.kind}", f"told {min(len(self.told[thing.id]), 6)}"]
        if self._title:
            share = self._in_title(thing)
            features.append(f"title {'much' if share > MUCH else 'some' if share > SOME else 'none'}")
        features += ["most of class"] * (thing.id in self._tops)
        features += ["topic"] * (thing.id in self._topics)
        features += ["opens text"] * (self.told[thing.id][0].sentence == 0)
        return features + ["most told"] * (thing.id == self._most)

    def _of_past(self, last: Told, sentence: int) -> list[str]:
        steps = sentence - last.sentence
        paragraphs = min(self._paragraph(sentence) - self._paragraph(last.sentence), 2)
        return [f"back {min(steps, 5)}", f"back {min(steps, 3)} {last.part}", f"paragraphs {paragraphs}"]


def _most_told(things: Iterable[Thing]) -> int | None:
    best = max(things, key=lambda t: (len(t.mentions), -t.id), default=None)
    return None if best is None else best.id


def _part(phrase: Phrase, led: bool) -> str:
    """A further bare phrase after the first may as well be an object."""
    roles = phrase.roles
    if phrase.host >= 0:
        return "inner"
    if roles & SUBJECT_ROLES:
        return "obj" if led else "subj"
    return "obj" if roles & {"acc", "obj"} else "in" if roles & {"in", "at", "dat"} else "other"
