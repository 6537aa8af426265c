"""The words by which Chinese text is cut: jieba's list, the pack's own words, known names."""

import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from baygraph.languages.zh.figure_words import words as figure_words
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.words import lexicon

TOTAL = 60_101_967.0  # the sum of all counts in jieba's list
RARE = 10  # words counted less often are left out: they cost time to load and hide unknown names
UNKNOWN = log(1 / TOTAL)
SHORT = 9  # longest word that is looked up at every place; longer ones by their first characters
OWN = 4000
KNOWN_BY_LENGTH = {1: 1, 2: 5000, 3: 60_000}


class Entry(NamedTuple):
    """A word: the logarithm of how likely it is and its tag in jieba's set («n», «vn», «ns», …)."""

    weight: float
    tag: str


class Dictionary(NamedTuple):
    """All words; the long ones by their first three characters; the longest others by their first two."""

    words: Mapping[str, Entry]
    long: Mapping[str, tuple[str, ...]]
    reach: Mapping[str, int]


@cache
def dictionary() -> Dictionary:
    """All words; read once, some 0.3 s."""
    found = dict(_common())
    verbs = _verbs()
    nouns = figure_words("nouns", "words")
    for word in (*_own(), *(w for w in sorted(nouns) if len(w) > 1)):
        common = found.get(word)
        tag = common.tag if common and word not in nouns else "n"
        tag = "v" if word in verbs and tag[0] != "v" and tag not in {"p", "u"} else tag
        own = OWN if len(word) < 4 else OWN * 100
        found[word] = Entry(max(log(own / TOTAL), common.weight if common else UNKNOWN), tag)
    for name, known in known_things().items():
        count = KNOWN_BY_LENGTH.get(len(name), TOTAL)
        weight = max(log(count / TOTAL), found[name].weight if name in found else UNKNOWN)
        found[name] = Entry(weight, "nf" if "Field" in known.types else "nk")
    return Dictionary(found, _long(found), _reach(found))


def _reach(found: Iterable[str]) -> dict[str, int]:
    out: dict[str, int] = {}
    for word in found:
        if 1 < len(word) <= SHORT and out.get(word[:2], 0) < len(word):
            out[word[:2]] = len(word)
    return out


def _long(found: Iterable[str]) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for word in found:
        if len(word) > SHORT:
            out.setdefault(word[:3], []).append(word)
    return {start: tuple(sorted(words, key=len, reverse=True)) for start, words in out.items()}


def _common() -> Iterator[tuple[str, Entry]]:
    apart = lexicon().words("cutting", "apart")
    with _jieba().open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            if (len(count) > 1 or len(word) == 1) and word not in apart and not _is_pair(word, tag):
                yield word, Entry(log(int(count) / TOTAL), tag)


def _is_pair(word: str, tag: str) -> bool:
    """«美国硅谷» is two names, each known by itself."""
    known = known_things()
    return (
        tag in {"ns", "nz"}
        and len(word) > 3
        and word not in known
        and any(word[:at] in known and word[at:] in known for at in range(2, len(word) - 1))
    )


def _jieba() -> Path:
    """Where the list lies; jieba itself is not imported, its models would be loaded for nothing."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba", name="jieba")
    return Path(spec.submodule_search_locations[0]) / "dict.txt"


def _own() -> Iterator[str]:
    for name, section in lexicon().sections.items():
        if name not in {"stops", "quotes", "surnames", "latin", "cutting", "foreign", "beside_names"}:
            yield from (w for w in _leaves(section) if len(w) > 1)


def _verbs() -> frozenset[str]:
    sections = lexicon().sections
    lists = (("specializing", "listing"), ("goals", "become"), ("status", "verbs"))
    found = {w for name in ("cues", "prepositions", "sayings", "reporting") for w in _leaves(sections[name])}
    return frozenset(found.union(*(lexicon().words(*path) for path in lists)))


def _leaves(section: Any) -> Iterator[str]:
    if isinstance(section, str):
        yield from section.split()
    elif isinstance(section, list):
        yield from section
    else:
        for value in section.values():
            yield from _leaves(value)
