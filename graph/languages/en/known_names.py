"""Known names in English text: the gazetteer in singular or plural, with or without a possessive; fields."""

from functools import cache

from baygraph import gazetteer
from baygraph.annotation import Mention, Sentence
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.tokens import words
from baygraph.languages.known import SAME_MARK, Hit, KnownNames

LANGUAGES = ("en",)


@cache
def _things() -> KnownNames:
    entries = [e for e in gazetteer.load().entries if "Field" not in e.types]
    return KnownNames(entries, LANGUAGES, str, words)


@cache
def _fields() -> KnownNames:
    return KnownNames(gazetteer.load().fields, LANGUAGES, singular, words)


def things(sentence: Sentence) -> tuple[Hit, ...]:
    """The known places, institutions and so on that a sentence names."""
    return tuple(_things().find(sentence.tokens, [t.lower.translate(SAME_MARK) for t in sentence.tokens]))


def fields(sentence: Sentence) -> tuple[Hit, ...]:
    """The known fields that a sentence names."""
    stems = [singular(t.lower).translate(SAME_MARK) for t in sentence.tokens]
    return tuple(h for h in _fields().find(sentence.tokens, stems) if not _is_adjective(sentence, h))


def _is_adjective(sentence: Sentence, hit: Hit) -> bool:
    """«high-tech companies»: an adjective before a noun names no field."""
    last, after = sentence.tokens[hit.stop - 1], sentence.tokens[hit.stop : hit.stop + 1]
    return last.pos == "ADJ" and bool(after) and after[0].pos in {"NOUN", "PROPN", "ADJ"}


def inside(sentence: Sentence, first: int, stop: int) -> tuple[Hit, ...]:
    """The known names in a stretch of a sentence."""
    tokens = sentence.tokens[first:stop]
    hits = _things().find(tokens, [t.lower.translate(SAME_MARK) for t in tokens])
    return tuple(h._replace(first=h.first + first, stop=h.stop + first) for h in hits)


def mention_of(sentence: Sentence, hit: Hit, rule: str) -> Mention:
    """The mention of a known thing."""
    return Mention(
        sentence.index, hit.first, hit.stop, hit.stop - 1, sentence.span(hit.first, hit.stop), hit.entry.types,
        "known", hit.text, rule, 0.95, hit.entry.key,
    )  # fmt: skip
