"""A number as it was found in a Russian sentence, with what stands beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.ru.inflection import NounPhrase
from baygraph.languages.ru.numerals import Numeral


class Found(NamedTuple):
    """A number with its unit and what it counts, before it is judged; ``first`` includes «свыше» and «$»."""

    tokens: Sequence[Token]
    first: int
    numeral: Numeral
    stop: int
    unit: str
    noun: NounPhrase | None
    approximate: bool

    @property
    def left(self) -> str:
        """The word before the number."""
        return self.tokens[self.first - 1].lower if self.first else ""

    def right(self, steps: int = 0) -> str:
        """A word after the number and its unit."""
        return self.tokens[self.stop + steps].lower if self.stop + steps < len(self.tokens) else ""
