"""A language's words, read from its TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language; a list is a string of words or an array of phrases."""

    sections: Mapping[str, Any]
    _lists: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _tables: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def load(cls, path: Path) -> "Lexicon":
        """Read a language's TOML file."""
        return cls(tomllib.loads(path.read_text("utf-8")))

    def words(self, *path: str) -> frozenset[str]:
        """The words of one list, as they stand; an absent list is empty."""
        found = self._lists.get(path)
        if found is None:
            found = self._lists[path] = frozenset(_listed(self._at(path) or ""))
        return found

    def table(self, *path: str) -> dict[str, tuple[str, ...]]:
        """Word → the names of all lists of a section that hold it, in the file's order."""
        found = self._tables.get(path)
        if found is None:
            out: dict[str, tuple[str, ...]] = {}
            for name, words in (self._at(path) or {}).items():
                for word in _listed(words):
                    out[word] = (*out.get(word, ()), name)
            found = self._tables[path] = out
        return found

    def map(self, *path: str) -> Mapping[str, Any]:
        """A section as written; an absent one is empty."""
        found: Mapping[str, Any] = self._at(path) or {}
        return found

    def _at(self, path: tuple[str, ...]) -> Any:
        value: Any = self.sections
        for step in path:
            value = value.get(step)
            if value is None:
                return None
        return value

    @property
    def abbreviations(self) -> frozenset[str]:
        """Words whose full stop does not end a sentence, without that stop."""
        return self.words("abbreviations")


def _listed(value: Any) -> list[str]:
    return value.split() if isinstance(value, str) else list(value)
