"""The trilingual vocabulary by which a name is read as a set of concepts.

A concept is a word or expression that has the same meaning in all languages (an institute, a field, a known
place); its order says where it stands in a key.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from baygraph.identity.data import table
from baygraph.identity.fold import fold
from baygraph.identity.pinyin import HANZI, to_simplified
from baygraph.identity.segment import cheapest
from baygraph.model import Name

Lemmatise = Callable[[str, str], str]
Named = tuple[str, tuple[Name, ...]]
Ids = tuple[str, ...]

_LANGUAGES = ("en", "ru", "zh")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ITEM = re.compile(f"[{HANZI}]|[^\\W_{HANZI}]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
_BESIDE_HANZI = re.compile(f" (?=[{HANZI}])|(?<=[{HANZI}]) ")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_UNKNOWN_COST = 100
_GENERAL, _FIELD = 1, 2  # ranks: names of known things come first


class Order(IntEnum):
    """Where a concept stands in a key; the kinds of heads follow ``HEAD`` one by one."""

    NAME = 0
    EDITION = 1
    LIGHT = 2
    SCOPE = 3
    TOPIC = 4
    HEAD = 5


class Concept(NamedTuple):
    """A meaning and its forms in all languages; ``order`` is an ``Order`` or, for a head, beyond ``HEAD``."""

    id: str
    order: int
    names: tuple[Name, ...]


class Piece(NamedTuple):
    """A stretch of a name: the concepts it stands for (none for a stop word), or None if it is not known."""

    items: tuple[str, ...]
    ids: Ids | None


class _Form(NamedTuple):
    rank: int
    ids: Ids
    lang: str
    phrase: str


def _as_is(word: str, lang: str) -> str:
    return word


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Forms of concepts in all languages; where two share a form, the language of the name decides.

    ``known`` holds the names of known things that have several words: key, language, items; ``translations``
    the keys under which these are read in other words, once they have been looked for (``translated``).
    """

    known: tuple[tuple[str, str, tuple[str, ...]], ...] = field(repr=False)
    orders: Mapping[str, int] = field(repr=False)
    tables: Mapping[str, Mapping[str, Ids]] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    longest: int
    translations: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        concepts: Sequence[Concept],
        names: Iterable[Named] = (),
        fields: Iterable[Named] = (),
        lemmatise: Lemmatise = _as_is,
    ) -> "Vocabulary":
        """Put a vocabulary together of general concepts, names of known things (key, names) and of fields.

        ``lemmatise(word, lang)`` gives the dictionary form of one word: names of more words are looked up by
        the dictionary forms of each. The concepts have their words in that form already. Names go before
        concepts, and concepts before fields; a concept that is a field has the field's key.
        """
        known = [Concept(key, Order.NAME, forms) for key, forms in names]
        topics = [Concept(key, Order.TOPIC, forms) for key, forms in fields]
        lemma = cache(lemmatise)
        same = _fields_of(concepts, topics, lemma)
        general = [c._replace(id=same.get(c.id, c.id)) for c in concepts]
        ranked = [(rank, c) for rank, group in enumerate((known, general, topics)) for c in group]
        forms = [form for rank, concept in ranked for form in _forms(concept, rank, lemma)]
        kept = _without_compounds([*forms, *_compounds(same)])
        orders = {c.id: int(c.order) for _, c in reversed(ranked)}
        parted = [_ITEM.findall(form.phrase) for form in kept]
        words = frozenset(chain(*parted))
        return cls(
            _of_several_words(known, lemma), orders, _tables(kept), words, max(map(len, parted), default=1)
        )

    def table(self, lang: str) -> Mapping[str, Ids]:
        """The forms as a name in this language means them."""
        return self.tables.get(lang.partition("-")[0], self.tables[""])

    def order(self, concept: str) -> int:
        """Where a concept stands in a key; one that is not known stands as a name."""
        return self.orders.get(concept, Order.NAME)

    def read(self, name: tuple[str, ...], lang: str) -> tuple[Piece, ...]:
        """Part the items of a name into pieces: as few as can be, with as little unknown as can be."""
        return _read(name, self.table(lang), self.longest)

    def read_inside(self, name: tuple[str, ...], lang: str) -> tuple[Piece, ...]:
        """Part the items of a name into pieces as if the whole were not known."""
        whole = phrase(name)
        inside = {form: ids for form, ids in _within(name, self.table(lang)) if form != whole}
        return _read(name, inside, self.longest)


@cache
def concepts() -> tuple[Concept, ...]:
    """Give the general concepts that come with the package."""
    data = table("concepts")
    orders = {order.name.lower(): order for order in Order if order not in (Order.NAME, Order.HEAD)}
    sections = [(data[name], int(order)) for name, order in orders.items()]
    heads = [(data["head"][kind], Order.HEAD + at) for at, kind in enumerate(data["kinds"])]
    found = [*sections, (data["name"], int(Order.NAME)), *heads]
    return tuple(
        Concept(key, order, tuple(_listed(forms)))
        for section, order in found
        for key, forms in section.items()
    )


def _listed(columns: list[str]) -> Iterator[Name]:
    for lang, forms in zip(_LANGUAGES, columns, strict=True):
        yield from (Name(form, lang) for form in forms.split(", "))


@lru_cache(maxsize=1 << 14)
def items(text: str) -> tuple[str, ...]:
    """Part a name into words in lower case and single Hanzi, simplified; hyphens part words, ё is е."""
    plain = to_simplified(unicodedata.normalize("NFKC", text).casefold()).replace("ё", "е")
    found = _ITEM.findall(_APOSTROPHE.sub("", _POSSESSIVE.sub("", plain)))
    return tuple(item if item.isascii() or _foreign(item) else fold(item) for item in found)


def _foreign(item: str) -> bool:
    return bool(_CYRILLIC.search(item)) or item > "\u2e80"


def phrase(parts: Iterable[str]) -> str:
    """Write items as one form: words stand apart, Hanzi together."""
    return _BESIDE_HANZI.sub("", " ".join(parts))


def _forms(concept: Concept, rank: int, lemmatise: Lemmatise) -> Iterator[_Form]:
    for name in concept.names:
        lang = name.lang.partition("-")[0]
        plain = phrase(items(name.text))
        texts = {plain, _plural(plain, lang)}
        if rank != _GENERAL:
            texts |= {_lemmas(name.text, lang, lemmatise)} | _adjectives(name.text, lang)
        yield from (_Form(rank, (concept.id,), lang, text) for text in texts - {""})


def _of_several_words(
    known: list[Concept], lemmatise: Lemmatise
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    named = ((c.id, n.lang.partition("-")[0], n.text) for c in known for n in c.names)
    parted = ((key, lang, items(_lemmas(text, lang, lemmatise))) for key, lang, text in named)
    return tuple(sorted({found for found in parted if len(found[2]) > 1}))


def _lemmas(text: str, lang: str, lemmatise: Lemmatise) -> str:
    return phrase(items(" ".join(lemmatise(word, lang) for word in _WORD.findall(text))))


def _plural(text: str, lang: str) -> str:
    rules: dict[str, str] = table("concepts")["plural"].get(lang, {})
    ending = max((e for e in rules if text.endswith(e)), key=len, default="")
    return text[: len(text) - len(ending)] + rules.get(ending, "")


def _adjectives(name: str, lang: str) -> set[str]:
    if " " in name:
        return set()
    form = phrase(items(name))
    return {
        stem + ending for ending in table("concepts")["adjective"].get(lang, ()) for stem in (form, form[:-1])
    }


def _compounds(same: Mapping[str, str]) -> Iterator[_Form]:
    data = table("concepts")
    for text, ids in data["compound"].items():
        renamed = tuple(same.get(concept, concept) for concept in ids.split(", "))
        yield _Form(_GENERAL, renamed, "", phrase(items(text)))
    for lang, words in data["stop"].items():
        yield from (_Form(_GENERAL, (), lang, phrase(items(word))) for word in words.split(", "))


def _fields_of(general: Sequence[Concept], fields: Iterable[Concept], lemmatise: Lemmatise) -> dict[str, str]:
    """Find the field that a general concept is: all the field's preferred names are forms of the concept."""
    topics = {
        form.phrase: c.id for c in general if c.order == Order.TOPIC for form in _forms(c, _GENERAL, _as_is)
    }
    found = {}
    for key, _, names in sorted(fields, reverse=True):
        preferred = [(name.text, name.lang.partition("-")[0]) for name in names if name.preferred]
        meant = {topics.get(_lemmas(text, lang, lemmatise)) for text, lang in preferred}
        found.update({concept: key for concept in meant if concept and len(meant) == 1})
    return found


def _without_compounds(forms: list[_Form]) -> list[_Form]:
    """Leave out a field's long form that holds a short one: 机器人产业 is read as robotics and industry."""
    everything = _tables(forms)[""]
    longest = max((len(form.phrase) for form in forms), default=1)
    return [f for f in forms if f.rank != _FIELD or not _is_composed(f, everything, longest)]


def _is_composed(form: _Form, forms: Mapping[str, Ids], longest: int) -> bool:
    parts = items(form.phrase)
    if len(parts) < 2:
        return False
    others = {p: ids for p, ids in _within(parts, forms) if p != form.phrase}
    read = _read(parts, others, longest)
    return all(piece.ids is not None for piece in read) and form.ids[0] in chain(*(p.ids or () for p in read))


def _within(parts: tuple[str, ...], forms: Mapping[str, Ids]) -> Iterator[tuple[str, Ids]]:
    for start in range(len(parts)):
        for stop in range(start + 1, len(parts) + 1):
            if (found := phrase(parts[start:stop])) in forms:
                yield found, forms[found]


def _tables(forms: Iterable[_Form]) -> dict[str, dict[str, Ids]]:
    """Index forms by language, all under the empty one; of two meanings the first by rank and id is taken."""
    shared: dict[str, Ids] = {}
    own: dict[str, dict[str, Ids]] = {lang: {} for lang in _LANGUAGES}
    for form in sorted(set(forms)):
        shared.setdefault(form.phrase, form.ids)
        own.setdefault(form.lang, {}).setdefault(form.phrase, form.ids)
    return {lang: {**shared, **table_} for lang, table_ in own.items()} | {"": shared}


def _read(name: tuple[str, ...], forms: Mapping[str, Ids], longest: int) -> tuple[Piece, ...]:
    text = phrase(name)
    starts, at = [], 0
    for item in name:
        at = text.index(item, at)
        starts.append(at)
        at += len(item)

    def pieces(start: int) -> Iterator[tuple[int, int, Piece]]:
        for stop in range(min(start + longest, len(name)), start, -1):
            ids = forms.get(text[starts[start] : starts[stop - 1] + len(name[stop - 1])])
            if ids is not None:
                yield stop, 1, Piece(name[start:stop], ids)
        yield start + 1, _UNKNOWN_COST, Piece(name[start : start + 1], None)

    return cheapest(len(name), pieces) or ()
