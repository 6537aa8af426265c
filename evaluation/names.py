"""When two names are taken for one: by the stems of their words, or the characters of a Chinese name."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import Stemmer

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_POSSESSIVE = re.compile(r"(?<=\w)[’'](?=s\b)")
_STOP = frozenset(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["stop"])
_ALPHABETS = {"russian": re.compile("[а-я]"), "english": re.compile("[a-z]")}
# Described things may be worded differently; names may not.
_DESCRIBED = frozenset({"Goal", "Project", "Field", "Program", "Policy", "Event", "Agreement"})
_LOOSE, _STRICT = 0.6, 0.8

Stems = tuple[str, ...]


@lru_cache(maxsize=1 << 15)
def stems(name: str) -> Stems:
    """The stems of a name, function words left out; a Chinese name gives its characters."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    words = _WORD.findall(_POSSESSIVE.sub(" ", text))
    return tuple(_stem(word) for word in words if word not in _STOP)


def overlap(a: Stems, b: Stems) -> float:
    """F1 of two bags of stems, 0 to 1."""
    both = (Counter(a) & Counter(b)).total()
    return 2 * both / (len(a) + len(b)) if both else 0.0


def likeness(a: Iterable[str], b: Collection[str]) -> float:
    """How much the most alike of the names have in common, 0 to 1."""
    return max((overlap(stems(one), stems(other)) for one in a for other in b), default=0.0)


def least(classes: Iterable[str]) -> float:
    """How alike the names of a thing of these classes must be to count as one."""
    return _STRICT if _DESCRIBED.isdisjoint(classes) else _LOOSE


def exact(names: Iterable[str]) -> frozenset[Stems]:
    """The names as they are compared where nothing but the same words will do."""
    return frozenset(stems(name) for name in names)


def _stem(word: str) -> str:
    language = next(_languages(word), None)
    return _stemmer(language).stemWord(word) if language else word


def _languages(word: str) -> Iterator[str]:
    return (language for language, letters in _ALPHABETS.items() if letters.search(word))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(language)
