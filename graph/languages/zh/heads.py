"""Heads of names: which words can end a name, and which may stand inside one."""

from collections.abc import Sequence
from functools import cache, lru_cache

from baygraph.annotation import Token
from baygraph.languages.zh.words import by_word, words

NOMINAL = frozenset(
    {
        "n",
        "vn",
        "an",
        "b",
        "j",
        "nz",
        "nt",
        "ns",
        "nf",
        "s",
        "l",
        "x",
        "nr",
        "ng",
        "nrt",
        "nrfg",
        "i",
        "a",
        "ad",
        "alias",
        "small",
        "vd",
    }
)
KNOWN = frozenset({"nk", "alias", "small"})
OPENING, CLOSING = '“「『‘《"', '”」』’》"'


def tag(token: Token) -> str:
    """A token's tag in jieba's set, or what a document's own word is."""
    return token.readings[0].form


@lru_cache(maxsize=100_000)
def head_types(word: str) -> tuple[str, ...]:
    """The classes that a word can name as the head of a name, by its longest ending; none for other words."""
    table, barred = by_word("heads"), words("not_heads", "words")
    if word in barred:
        return ()
    if word in table:
        return table[word]
    endings = (word[at:] for at in range(1, len(word) - 1))
    return next((table[e] for e in endings if e in table), _office(word))


def _office(word: str) -> tuple[str, ...]:
    """«卫生局», «海洋厅»: any word of an office."""
    barred = word[-2:] in words("not_heads", "words")
    return ("GovernmentBody",) if len(word) > 2 and word[-1] in "局厅" and not barred else ()


@lru_cache(maxsize=100_000)
def head_of_word(word: str) -> str:
    """The shortest head in a word, as its list has it: 省实验室 is an 实验室."""
    table = by_word("heads")
    return next((word[at:] for at in range(len(word) - 2, -1, -1) if word[at:] in table), word)


def may_stand_inside(token: Token) -> bool:
    """Say whether a word may be a part of a name."""
    kind = tag(token)
    return (kind in NOMINAL and token.lemma not in by_word_verbs()) or token.lemma in words(
        "name_verbs", "words"
    )


@cache
def by_word_verbs() -> frozenset[str]:
    """Verbs that announce relations; none is inside a name unless its list says so."""
    table = by_word("cues")
    return frozenset(table) - words("name_verbs", "words") - frozenset(by_word("heads"))


@cache
def verbs_of_clauses() -> frozenset[str]:
    """Verbs of wishing, causing and saying, which no name holds."""
    lists = (("goals", "pivots"), ("causing", "words"), ("reporting", "words"), ("sayings", "words"))
    return frozenset[str]().union(*(words(*path) for path in lists))


def is_edition(tokens: Sequence[Token], at: int) -> bool:
    """第20届, 2018 before a name, 首届."""
    text = tokens[at].lemma
    if text.endswith("周年") or (tag(tokens[at])[0] == "m" and _is_anniversary(tokens[at + 1 : at + 2])):
        return True  # «十周年庆典»
    if text.isdigit() and len(text) == 4:
        return text[:2] in {"19", "20"} and not (at + 1 < len(tokens) and tokens[at + 1].lemma == "年")
    return (
        text in {"首届", "届"}
        or (text[0] == "第" and len(text) < 8)
        or (text.isdigit() and at > 0 and tokens[at - 1].lemma == "第")
    )


def _is_anniversary(behind: Sequence[Token]) -> bool:
    return any(t.lemma == "周年" for t in behind)


def is_place_like(token: Token) -> bool:
    """Say whether a word that no list has ends like the name of a place."""
    return (
        tag(token) in {"ns", "small"}
        and token.lemma not in words("foreign", "no_places")
        and token.lemma[-1] in "省市区县镇乡州村"
        and len(token.lemma) > 1
    )
