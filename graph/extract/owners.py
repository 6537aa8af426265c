"""Which thing a figure is about: the likeliest of those in view, by learned weights."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from baygraph.annotation import Quantity
from baygraph.extract.owner_weights import ITSELF, weights_for
from baygraph.extract.parts import Part, of_others, parts
from baygraph.extract.prominence import GROUP, Prominence
from baygraph.extract.signatures import members_of
from baygraph.extract.standing import standing
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Bearing, Phrase, Reading
from baygraph.model import Span

AWAY, NEW = ["away"], ["new"]  # not in the sentence, not before it
# Parts that say more than any other, and one that says less.
TELLING = frozenset({"attribute", "bearer", "antecedent", "whole", "occasion", "where", "made", "for"})
VAGUE = "beside"
TOLD = frozenset({"told-body", "told-event"})  # what a labelled line is about, unsaid
NEAR = 4  # sentences back that are «said before»; what is farther is what the text is about


class Owner(NamedTuple):
    """The thing that a figure is about, the stretch that names it, and why it was chosen."""

    thing: Thing
    span: Span
    rule: str


class Borne(NamedTuple):
    """A figure and what its sentence says of what it may be about."""

    quantity: Quantity
    bearing: Bearing


class Candidate(NamedTuple):
    """A thing that a figure may be about, its phrases beside it by index and part, and what speaks for it."""

    thing: Thing
    beside: Sequence[Part]
    features: tuple[str, ...]

    @property
    def score(self) -> int:
        """How much speaks for it, in thousandths of a weight."""
        of = weights_for(self.thing.type)
        return of.get(ITSELF, 0) + sum([of[f] for f in self.features if f in of])


class Choice:
    """Chooses the owners of the figures of one document, given the words of its title."""

    def __init__(self, readings: Sequence[Reading], gathered: Gathered, title: Collection[str]) -> None:
        self._readings = {r.sentence.index: r for r in readings}
        self._gathered = gathered
        self._title = title

    @cached_property
    def _prominence(self) -> Prominence:
        return Prominence(tuple(self._readings.values()), self._gathered, self._title)

    def owners(self, reading: Reading, figures: Sequence[Borne]) -> list[Owner | None]:
        """The likeliest owner of each figure of a sentence, or None where nothing is in view."""
        return [
            owner
            for run in self.runs(reading, figures)
            for owner in self._shared(reading, [self.in_view(reading, *each) for each in run])
        ]

    def runs(self, reading: Reading, figures: Sequence[Borne]) -> list[list[Borne]]:
        """The figures that are about one thing since the sentence names no thing in between, together."""
        here = self._gathered.by_sentence.get(reading.sentence.index, ())
        starts = [reading.phrases[i].first for i, t in here if t.type in GROUP and _is_said(reading, i)]
        found: list[list[Borne]] = []
        for each in figures:
            last = found[-1][-1].quantity if found else None
            if last and not any(last.stop <= at < each.quantity.first for at in starts):
                found[-1].append(each)
            else:
                found.append([each])
        return found

    def _shared(self, reading: Reading, views: Sequence[Sequence[Candidate]]) -> Iterator[Owner | None]:
        """The owner of each figure of a run: what is likeliest of all, where it is in view of the figure."""
        scores = Counter[int]()
        for view in views:
            scores.update({c.thing.id: c.score for c in view})
        for view in views:
            best = max(view, key=lambda c: (scores[c.thing.id], -c.thing.id), default=None)
            yield None if best is None else self._owner(reading, best)

    def _owner(self, reading: Reading, best: Candidate) -> Owner:
        of = weights_for(best.thing.type)
        weighed = {(p[1] in TELLING, p[1] != VAGUE, of.get(f"part {p[1]}", 0), -p[0]): p for p in best.beside}
        index, part = weighed[max(weighed)] if weighed else (None, "")
        rule, phrase = self._said(reading, best.thing, index)
        return Owner(best.thing, phrase.mention.span, f"figure-owner/{part or rule}")

    def in_view(self, reading: Reading, quantity: Quantity, bearing: Bearing) -> list[Candidate]:
        """All things that a figure could be about, in the order in which the text names them."""
        others = of_others(reading, quantity)
        here = standing(reading, quantity, self._gathered, others)
        past = self._prominence.before(reading.sentence.index)
        beside = self._beside(reading, parts(reading, quantity, bearing, others))
        measured = _measured(quantity)
        suits = frozenset[str]().union(*(members_of(cls) for cls in bearing.suits))
        found = []
        for thing in (self._gathered.things[t] for t in sorted({*here, *past})):
            fit, placed = _fit(thing, suits), beside.get(thing.id, ())
            standing_here, told = here.get(thing.id, AWAY), past.get(thing.id, NEW)
            of_text = self._prominence.of_text(thing.id)
            features = (*standing_here, *told, *of_text, measured, fit, *_of_parts(placed, fit))
            found.append(Candidate(thing, placed, features))
        return found

    def _said(self, reading: Reading, thing: Thing, index: int | None) -> tuple[str, Phrase]:
        """Why a thing is in view, and the phrase that shows it: in the sentence, else its last before it."""
        sentence = reading.sentence.index
        if index is not None:
            return "", reading.phrases[index]
        inside = [t.phrase for t in self._prominence.told[thing.id] if t.sentence == sentence]
        shown = [reading.phrases[i] for i in inside if reading.phrases[i].mention.kind != "zero"]
        last = self._prominence.last_before(thing.id, sentence)
        if shown or last is None:
            return "same-sentence", (shown or [reading.phrases[inside[0]]])[-1]
        rule = "said-before" if sentence - last.sentence <= NEAR else "topic"
        return rule, self._readings[last.sentence].phrases[last.phrase]

    def _beside(self, reading: Reading, placed: Iterable[Part]) -> dict[int, list[Part]]:
        """The phrases and parts of each thing beside a figure; what is unsaid has no part."""
        found: dict[int, list[Part]] = {}
        for index, part in placed:
            thing = self._gathered.thing((reading.sentence.index, index))
            mention = reading.phrases[index].mention
            if thing and thing.type in GROUP and (mention.kind != "zero" or mention.rule in TOLD):
                found.setdefault(thing.id, []).append((index, part))
        return found


def _is_said(reading: Reading, phrase: int) -> bool:
    return reading.phrases[phrase].mention.kind != "zero"


def _of_parts(beside: Sequence[Part], fit: str) -> tuple[str, ...]:
    """The features of a thing's parts beside a figure; those that tell most also count together."""
    if not beside:
        return ()
    named = dict.fromkeys(part for _, part in beside)
    telling = ("telling", f"telling, {fit}") if not TELLING.isdisjoint(named) else ()
    return (*(f"part {part}" for part in named), *telling)


def _measured(quantity: Quantity) -> str:
    """What is counted or measured, for the classes that have such figures."""
    unit = quantity.unit
    money = len(unit) == 3 and unit.isupper() and unit.isalpha() and unit not in {"TEU", "GWH"}
    return f"of {'money' if money else unit or 'count'}"


def _fit(thing: Thing, suits: frozenset[str]) -> str:
    """Whether the words for what is counted are usual of a class."""
    if not suits:
        return "usual of none"
    if thing.type in suits:
        return "usual"
    return "usual of others" if not suits & members_of(thing.type) else "usual of parts"
