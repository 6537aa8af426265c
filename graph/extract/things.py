"""The things that a document speaks of, and which of its phrases stand for which."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from baygraph.annotation import Mention
from baygraph.model import Name

Place = tuple[int, int]  # a phrase: index of its sentence, index in it


@dataclass(slots=True)
class Thing:
    """One thing of one document, while it is being gathered."""

    id: int
    types: tuple[str, ...]
    kind: str
    name: str
    key: str
    words: frozenset[str]
    heads: set[str]
    names: list[Name] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    alone: bool = False  # stands somewhere by itself, not only inside other names

    @property
    def type(self) -> str:
        """The class that is published."""
        return self.types[0]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All things of a document and which phrase stands for which; by sentence, with the phrases' indices."""

    things: tuple[Thing, ...]
    of: Mapping[Place, int]
    by_sentence: Mapping[int, tuple[tuple[int, Thing], ...]]

    def thing(self, place: Place) -> Thing | None:
        """The thing that a phrase stands for, or None."""
        found = self.of.get(place)
        return None if found is None else self.things[found]

    def without(self, left_out: frozenset[int]) -> "Gathered":
        """The same things, but no phrase stands for one of those left out."""
        if not left_out:
            return self
        of = {place: thing for place, thing in self.of.items() if thing not in left_out}
        by_sentence = {
            sentence: tuple(member for member in here if member[1].id not in left_out)
            for sentence, here in self.by_sentence.items()
        }
        return Gathered(self.things, of, by_sentence)
