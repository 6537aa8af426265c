"""Known names in English text: the gazetteer in singular or plural, with or without a possessive; fields."""

from collections.abc import Collection
from dataclasses import replace
from functools import cache, lru_cache

from baygraph import gazetteer
from baygraph.annotation import Mention, Sentence
from baygraph.gazetteer import Known
from baygraph.languages.campuses import with_campuses
from baygraph.languages.en.capitals import head_types
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.tokens import POSSESSIVE, words
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import SAME_MARK, Hit, KnownNames

LANGUAGES = ("en",)


@cache
def _things() -> KnownNames:
    entries = [e for e in gazetteer.load().entries if "Field" not in e.types]
    return KnownNames(entries, LANGUAGES, str, words)


@cache
def _fields() -> KnownNames:
    return KnownNames(gazetteer.load().fields, LANGUAGES, singular, words)


@lru_cache(maxsize=1 << 15)
def _name_stem(lower: str) -> str:
    return lower.translate(SAME_MARK)


@lru_cache(maxsize=1 << 15)
def _field_stem(lower: str) -> str:
    return singular(lower).translate(SAME_MARK)


def things(sentence: Sentence) -> tuple[Hit, ...]:
    """The known places, institutions and so on that a sentence names."""
    found = tuple(_things().find(sentence.tokens, [_name_stem(t.lower) for t in sentence.tokens]))
    return tuple(with_campuses(found, sentence.tokens))


def fields(sentence: Sentence) -> tuple[Hit, ...]:
    """The known fields that a sentence names."""
    stems = [_field_stem(t.lower) for t in sentence.tokens]
    return tuple(h for h in _fields().find(sentence.tokens, stems) if not _is_adjective(sentence, h))


def _is_adjective(sentence: Sentence, hit: Hit) -> bool:
    """«high-tech companies»: an adjective before a noun names no field."""
    last, after = sentence.tokens[hit.stop - 1], sentence.tokens[hit.stop : hit.stop + 1]
    return last.pos == "ADJ" and bool(after) and after[0].pos in {"NOUN", "PROPN", "ADJ"}


def inside(sentence: Sentence, first: int, stop: int) -> tuple[Hit, ...]:
    """The known names in a stretch of a sentence."""
    tokens = sentence.tokens[first:stop]
    hits = _things().find(tokens, [_name_stem(t.lower) for t in tokens])
    return tuple(h._replace(first=h.first + first, stop=h.stop + first) for h in hits)


def mention_of(sentence: Sentence, hit: Hit, rule: str) -> Mention:
    """The mention of a known thing."""
    legal = lexicon().words("company", "legal")
    words_ = (i for i in range(hit.stop - 1, hit.first, -1) if sentence.tokens[i].text[0].isalpha())
    inside_ = [i for i in words_ if sentence.tokens[i].lower not in legal]
    heads = (i for i in inside_ if singular(sentence.tokens[i].lower) in head_types())
    head = next(heads, inside_[0] if inside_ else hit.first)
    return Mention(
        sentence.index, hit.first, hit.stop, head, sentence.span(hit.first, hit.stop), hit.entry.types,
        "known" if hit.entry.key else "named", hit.text, rule, 0.95, hit.entry.key,
    )  # fmt: skip


def adjectives(sentence: Sentence, taken: Collection[int]) -> list[Mention]:
    """«the Canadian fuel cell maker»: the countries that adjectives outside names mean."""
    out = []
    for at, token in enumerate(sentence.tokens):
        country = lexicon().table("demonyms").get(token.lower, ())
        if country and at not in taken and token.text[0].isupper():
            entry = _by_name()[country[0].lower()]
            hit = Hit(at, at + 1, entry, token.text)
            out.append(
                replace(mention_of(sentence, hit, "country-adjective"), kind="adjective", name=country[0])
            )
    return out


@cache
def _by_words() -> dict[frozenset[str], Known]:
    """The words of the names of public bodies → the body: «X Government», «Government of X»."""
    out: dict[frozenset[str], Known] = {}
    for entry in gazetteer.load().entries:
        if {"GovernmentBody", "Association"} & set(entry.types):
            for name in entry.names:
                if name.lang == "en":
                    out.setdefault(_bag(name.text), entry)
    return out


def _bag(name: str) -> frozenset[str]:
    return frozenset(w.lower() for w in words(name)) - POSSESSIVE - {"of", "the"}


def body_named(name: str) -> Known | None:
    """The known government body that has these words for its name, in any order, or None."""
    return _by_words().get(_bag(name))


@cache
def _by_name() -> dict[str, Known]:
    names = ((n.text, e) for e in gazetteer.load().entries for n in e.names if n.lang == "en")
    return {text.lower().removeprefix("the "): entry for text, entry in names}


def is_place(name: str) -> bool:
    """Say whether this is a known place's name."""
    entry = _by_name().get(name.lower())
    return entry is not None and not PLACES.isdisjoint(entry.types)


def in_field(sentence: Sentence, at: int) -> bool:
    """«Internet of Things» is a field: whether a token stands in a known field of several words."""
    return any(h.first <= at < h.stop and h.stop - h.first > 1 for h in fields(sentence))
