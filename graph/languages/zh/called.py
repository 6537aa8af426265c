"""Names in quotes that a common noun before them introduces: 孵化器“康芯工场”, 项目名为“湾通”."""

from collections.abc import Iterator, Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.zh.heads import CLOSING, OPENING, head_types, tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.words import by_word, lexicon, words

LONGEST = 8  # tokens
WIDEST = 12  # characters
FARTHEST = 5  # tokens between a quoted name and what it names
NO_NAMES = frozenset({"University", "GovernmentBody", "District", "Region", "Policy"})
Called = tuple[int, int, tuple[str, ...]]


def called(tokens: Sequence[Token]) -> Iterator[Called]:
    """The places of such names, marks included, with the classes that the noun gives them."""
    last: Called | None = None
    for at, token in enumerate(tokens):
        stop = _closes(tokens, at) if token.text in "“「『" else 0
        if stop and stop < len(tokens) and tokens[stop].lemma == "号" and stop - at < 6:
            yield at, stop + 1, ("Facility",)  # «“中山大学”号»
        elif stop and (end := _product_end(tokens, at, stop)):
            yield at, end, _products()[tokens[end - 1].lemma]
        elif stop and _is_name(tokens, at, stop):
            types = _types(tokens, at, stop, last)
            last = (at, stop, types) if types else None
            if last:
                yield last


def introduced(tokens: Sequence[Token], first: int) -> int:
    """Where the noun before such a name ends, past 名为 and its like."""
    at = first
    while at > 0 and tokens[at - 1].lemma in words("called", "naming"):
        at -= 1
    return at


def _closes(tokens: Sequence[Token], at: int) -> int:
    mark = CLOSING[OPENING.index(tokens[at].text)]
    behind = range(at + 1, min(len(tokens), at + LONGEST + 2))
    return next((i + 1 for i in behind if tokens[i].text == mark), 0)


def _is_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """No sentence and no motto, and no part of a longer name."""
    inner = tokens[first + 1 : stop - 1]
    text = "".join(t.lemma for t in inner)
    if not 1 < len(text) <= WIDEST or not all(t.text.isalnum() or t.text in "·-—&" for t in inner):
        return False
    said = any(t.lemma in words("modality", "planned") and tag(t)[0] == "d" for t in inner)
    if said or inner[0].lemma in by_word("cues") or any(t.lemma in words("called", "never") for t in inner):
        return False
    if stop == len(tokens):
        return True
    if tokens[stop].lemma in lexicon().words("called", "behind"):
        return True
    noun = tag(tokens[stop])[0] in "nbj" and not _types_of(tokens, introduced(tokens, first))
    return not (noun or head_types(tokens[stop].lemma))


def _product_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    """«“鲸语”水下声学通信模组»: where a product ends that its own name in quotes begins, or 0."""
    inner = tokens[first + 1 : stop - 1]
    if not 1 < len("".join(t.lemma for t in inner)) <= WIDEST or inner[0].lemma in by_word("cues"):
        return 0
    for at in range(stop, min(len(tokens), stop + FARTHEST)):
        ends = at + 1 == len(tokens) or tag(tokens[at + 1])[0] not in "nbj"
        if tokens[at].lemma in _products() and ends:
            return at + 1
        if tag(tokens[at])[0] not in "nvbjsa" or tokens[at].lemma in words("called", "never"):
            return 0
    return 0


def _types(tokens: Sequence[Token], first: int, stop: int, last: Called | None) -> tuple[str, ...]:
    inner = tokens[first + 1 : stop - 1]
    if len(inner) == 1 and tag(inner[0]) in {"nk", "nf"}:
        return ()
    if inner[-1].lemma[-1] in words("called", "held"):
        return ("Event",)
    types = _types_of(tokens, introduced(tokens, first))
    if types:
        return types
    if stop < len(tokens) and tokens[stop].lemma in lexicon().words("called", "behind"):
        return ("Company",)  # «“海纳碳捕集”团队»
    if last is not None and _is_listed(tokens[last[1] : first]):
        return last[2]
    text = "".join(t.lemma for t in inner)
    return ("Company",) if text.endswith(_industries()) and text not in _industries() else ()


def _types_of(tokens: Sequence[Token], stop: int) -> tuple[str, ...]:
    """The classes of what the noun that ends here calls by a name, or nothing."""
    noun = tokens[stop - 1].lemma if stop else ""
    ends = (noun[n:] for n in range(len(noun) - 1))
    types = next((_nouns()[e] for e in ends if e in _nouns()), ()) or head_types(noun)
    return types if types and kind_of(types) != "place" and not NO_NAMES & set(types[:1]) else ()


def _is_listed(between: Sequence[Token]) -> bool:
    """«从事A的“X”和利用B的“Y”»: a list goes on."""
    joined = any(t.lemma in words("conjunctions", "listing") for t in between)
    return joined and not any(t.text in "，。；：" for t in between)


@cache
def _industries() -> tuple[str, ...]:
    return tuple(sorted(words("brands", "of", "industries")))


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return lexicon().table("called", "nouns")


@cache
def _products() -> dict[str, tuple[str, ...]]:
    return lexicon().table("called", "products")


@cache
def introducing() -> tuple[str, ...]:
    """The ends of a text behind which a name in quotes may stand."""
    heads = (w for w, types in by_word("heads").items() if not NO_NAMES & set(types[:1]) and len(w) > 1)
    return tuple(sorted({*_nouns(), *words("called", "naming"), *heads}))
