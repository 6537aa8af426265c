"""A language's words, read from its TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Lexicon:
    """The word lists of one language; a list is a string of words or an array of phrases."""

    sections: Mapping[str, Any]

    @classmethod
    def load(cls, path: Path) -> "Lexicon":
        """Read a language's TOML file."""
        return cls(tomllib.loads(path.read_text("utf-8")))

    def words(self, *path: str) -> frozenset[str]:
        """The words of one list, as they stand; an absent list is empty."""
        value: Any = self.sections
        for step in path:
            value = value.get(step, {})
        return frozenset(_listed(value)) if value else frozenset()

    def table(self, *path: str) -> dict[str, tuple[str, ...]]:
        """Word → the names of all lists of a section that hold it, in the file's order."""
        value: Any = self.sections
        for step in path:
            value = value.get(step, {})
        out: dict[str, tuple[str, ...]] = {}
        for name, words in value.items():
            for word in _listed(words):
                out[word] = (*out.get(word, ()), name)
        return out

    def map(self, *path: str) -> dict[str, Any]:
        """A section as written."""
        value: Any = self.sections
        for step in path:
            value = value.get(step, {})
        return dict(value)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words whose full stop does not end a sentence, without that stop."""
        return self.words("abbreviations")


def _listed(value: Any) -> list[str]:
    return value.split() if isinstance(value, str) else list(value)
