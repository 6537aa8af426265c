"""Known names in English text: the gazetteer in singular or plural, with or without a possessive; fields."""

from functools import cache

from baygraph import gazetteer
from baygraph.annotation import Mention, Sentence
from baygraph.languages.en.morphology import stem
from baygraph.languages.en.tokens import words
from baygraph.languages.known import Hit, KnownNames, mark_stem

LANGUAGES = ("en",)


@cache
def _things() -> KnownNames:
    entries = [e for e in gazetteer.load().entries if "Field" not in e.types]
    return KnownNames(entries, LANGUAGES, stem, words)


@cache
def _fields() -> KnownNames:
    return KnownNames(gazetteer.load().fields, LANGUAGES, stem, words)


def things(sentence: Sentence) -> tuple[Hit, ...]:
    """The known places, institutions and so on that a sentence names."""
    return tuple(_things().find(sentence.tokens, _stems(sentence)))


def fields(sentence: Sentence) -> tuple[Hit, ...]:
    """The known fields that a sentence names."""
    return tuple(_fields().find(sentence.tokens, _stems(sentence)))


def _stems(sentence: Sentence) -> list[str]:
    return [mark_stem(t) for t in sentence.tokens]


def mention_of(sentence: Sentence, hit: Hit, rule: str) -> Mention:
    """The mention of a known thing."""
    return Mention(
        sentence.index, hit.first, hit.stop, hit.stop - 1, sentence.span(hit.first, hit.stop), hit.entry.types,
        "known", hit.text, rule, 0.95, hit.entry.key,
    )  # fmt: skip
