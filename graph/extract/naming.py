"""What a name means beyond its letters: the words of names, known names, the concepts that head one."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from baygraph import gazetteer
from baygraph.annotation import Mention
from baygraph.extract.signatures import EVENT, FACILITY
from baygraph.extract.things import Thing
from baygraph.gazetteer import Known
from baygraph.identity.keys import Order, Vocabulary, concepts, translated
from baygraph.identity.vocabulary import items
from baygraph.kept import kept
from baygraph.languages.registry import lemmatise


@cache
def vocabulary() -> Vocabulary:
    """The words of names in all languages, the known names and the fields."""
    return Vocabulary(*kept("vocabulary", _made))


def _made() -> tuple[Any, ...]:
    made = translated(_put_together())
    return made.known, made.orders, made.tables, made.words, made.longest, made.translations


def _put_together() -> Vocabulary:
    known = gazetteer.load()
    things = ((e.key, e.names) for e in known.entries if "Field" not in e.types)
    return Vocabulary.of(concepts(), things, ((e.key, e.names) for e in known.fields), lemmatise)


@cache
def _by_name() -> dict[str, Known | None]:
    """Name → the one known thing that has it; a name of two things leads to neither."""
    out: dict[str, Known | None] = {}
    for entry in gazetteer.load().entries:
        for text in {name.text for name in entry.names}:
            out[text] = None if text in out else entry
    return out


def known_by_name(text: str) -> Known | None:
    """The known thing that bears exactly this name, if one alone does."""
    return _by_name().get(text)


@lru_cache(maxsize=10_000)
def head_concepts(words: tuple[str, ...], lang: str) -> frozenset[str]:
    """The concepts in a name that say what kind of thing it names («Fair» and «выставка» are one)."""
    pieces = vocabulary().read(items(" ".join(words)), lang)
    return frozenset(i for p in pieces for i in p.ids or () if vocabulary().order(i) >= Order.HEAD)


def runs_in(short: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words stand together in a name, or begin and end it."""
    if len(short) > len(name):
        return runs_in(name, short)
    starts = range(len(name) - len(short) + 1)
    ends = (short[0], short[-1]) == (name[0], name[-1]) and set(short) <= set(name)
    return ends or any(tuple(name[i : i + len(short)]) == tuple(short) for i in starts)


def known_key(alias: str, mention: Mention) -> str:
    """The key of the known thing that a mention is by another name of it, or an empty string."""
    entry = known_by_name(alias)
    return entry.key if entry and alike(entry.types, mention.types) else ""


def alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """One class in common, or two kinds of facility: a park may be called an incubator."""
    return bool(set(a) & set(b)) or (a[0] in FACILITY and b[0] in FACILITY)


def contains(thing: Thing, words: frozenset[str], mention: Mention) -> bool:
    """Whether a mention of these words may be a shorter name, or a fuller description, of a thing."""
    bare = thing.kind == "named" and len(thing.words) == 1 and thing.type in EVENT
    if mention.kind == "named" and thing.kind == "named":
        return (bare and thing.words < words) or (words < thing.words and len(words) > 1)
    return words <= thing.words or ((thing.kind == "described" or bare) and thing.words < words)
