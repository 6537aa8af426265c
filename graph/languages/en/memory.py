"""What a document has named so far, and the short forms by which it may come back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from baygraph.annotation import Mention, Sentence
from baygraph.languages.en.capitals import is_capital
from baygraph.languages.en.persons import surname_of
from baygraph.languages.en.tokens import words
from baygraph.languages.en.words import lexicon


@dataclass
class Memory:
    """People by surname, names by their first words; ``capitals`` are the words with one inside sentences."""

    capitals: frozenset[str] = frozenset()
    surnames: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[str, ...], Mention] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Memory":
        """An empty memory that knows how the document writes its words."""
        inner = (t.text for s in sentences for t in s.tokens[1:] if is_capital(t))
        return cls(frozenset(inner))

    def keep(self, mention: Mention) -> None:
        """Remember a name for its short forms."""
        if "Person" in mention.types:
            self.surnames.setdefault(surname_of(mention.name), mention.name)
        elif mention.kind == "named":
            for short in _shorts(words(mention.name)):
                self.names.setdefault(short, mention)

    def full(self, said: Sequence[str]) -> Mention | None:
        """The earlier mention that a short form stands for, or None."""
        return self.names.get(tuple(said))


def _shorts(name: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """«Carpoly Chemical Group Co., Ltd.» comes back as «Carpoly Chemical Group», «Carpoly»."""
    legal = lexicon().words("company", "legal") | {".", ","}
    bare = list(name)
    while bare and bare[-1].lower() in legal:
        bare.pop()
    is_company = len(bare) < len(name) or (
        bare and bare[-1].lower() in lexicon().words("company", "suffixes")
    )
    if len(bare) < len(name):
        yield tuple(bare)
    if is_company and len(bare) > 1:
        yield from (
            tuple(bare[:length])
            for length in range(len(bare) - 1, 0, -1)
            if bare[0].lower() not in _general()
        )


def _general() -> frozenset[str]:
    return lexicon().words("abstract", "words") | lexicon().words("capitals", "demonyms")
