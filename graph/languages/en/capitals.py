"""Runs of capitalized words: what a proper name is made of."""

from collections.abc import Sequence
from functools import cache, lru_cache

from baygraph import gazetteer
from baygraph.annotation import Token
from baygraph.languages.en.morphology import closed, singular
from baygraph.languages.en.words import lexicon

DASHES = frozenset("-–—‑")
LONGEST_HEAD = 5
SMALL = frozenset({"ADP", "DET", "CCONJ"})
LANDS = frozenset({"Country", "Region", "City"})


def is_capital(token: Token) -> bool:
    """A word with a capital at its beginning («Park»), or inside («ePropulsion»); no «OF» in a heading."""
    return _is_capital(token.text, token.lower)


@lru_cache(maxsize=1 << 15)
def _is_capital(text: str, lower: str) -> bool:
    return (
        text[0].isalpha()
        and text != lower
        and (text[0].isupper() or len(text) > 3)
        and not (text.isupper() and len(text) > 1 and closed().get(lower) in SMALL)
    )


def is_acronym(token: Token) -> bool:
    """A word of two or more capitals («HKUST», «R&D»)."""
    return len(token.text) > 1 and token.text.isupper()


def run_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the capitalized words from a token on, with the marks and numbers between; or ``at``."""
    if at >= len(tokens) or not is_capital(tokens[at]) or is_time(tokens, at):
        return at
    stop = at + 1
    while stop < len(tokens):
        step = _step(tokens, stop)
        if not step:
            break
        stop += step
    return stop


def _step(tokens: Sequence[Token], at: int) -> int:
    """How many tokens go on with a name here: a word, «- Word», «(GBA) Word», «Co., Ltd.», «2025»."""
    token, before = tokens[at], tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if is_capital(token):
        return int(not is_time(tokens, at) and token.lower not in lexicon().words("capitals", "honorifics"))
    if token.text == "." and before.lower in _stopped() and following is not None:
        return 1 if is_capital(following) or before.lower in _legal() or following.text == "," else 0
    if following is None:
        return _number(token, before)
    if token.text == "." and before.end == token.start and token.end == following.start:
        return 2 * (is_capital(following) and len(before.text) > 2)  # «Trunk.Tech»
    if (
        token.text in DASHES
        and token.start == before.end
        and following.start == token.end
        and is_capital(following)
    ):
        return 2
    if token.text in {"&", "+"} and is_capital(following):
        return 2
    if token.text == "," and following.lower in _legal() and is_capital(following):
        return 2
    if token.text == "+" and token.start == before.end:
        return 1
    if token.text in {"'", "’"} and token.start == before.end and is_capital(following):
        return 2 * (singular(before.lower) in lexicon().words("people", "nouns"))  # «Scholars' Fair»
    return _bracket(tokens, at) or _number(token, before) or joint(tokens, at)


def joint(tokens: Sequence[Token], at: int) -> int:
    """«Universidad Católica | del Norte», «Institut Pasteur | du Cambodge»: foreign small words."""
    if tokens[at].lower not in lexicon().words("foreign", "joints") or tokens[at - 1].lower in closed():
        return 0
    end = at + 1
    while end < len(tokens) and end - at < 3 and tokens[end].text in lexicon().words("foreign", "articles"):
        end += 1
    return end + 1 - at if end < len(tokens) and is_capital(tokens[end]) else 0


@cache
def _times() -> frozenset[str]:
    return lexicon().words("capitals", "times")


def is_time(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is one of the calendar; the season of a «Winter School» is none."""
    if tokens[at].lower not in _times():
        return False
    named = tokens[at].lower in lexicon().words("capitals", "seasons") and at + 1 < len(tokens)
    return not (named and tokens[at + 1].lower in lexicon().words("capitals", "seasonal"))


def _number(token: Token, before: Token) -> int:
    """«Made in China 2025», «Phase 2», «14th»; a day of a month is none."""
    if before.lower in _times() or not is_capital(before):
        return 0
    return (
        int(token.text.isdigit() and len(token.text) in {1, 2, 4})
        if token.text.isdigit()
        else int(token.text[0].isdigit() and (token.text[-1].isalpha() or token.text.endswith(".0")))
    )


def _bracket(tokens: Sequence[Token], at: int) -> int:
    """«Greater Bay Area (GBA) Talent Conference», «Haiyan (Zhuhai) Co., Ltd.»: a word inside a name."""
    if tokens[at].text != "(" or at + 3 >= len(tokens) or tokens[at + 2].text != ")":
        return 0
    inner, after = tokens[at + 1], tokens[at + 3]
    fits = is_acronym(inner) or after.lower in _legal() or tokens[at - 1].lower in _fairs()
    return 3 if fits and is_capital(inner) and is_capital(after) and not is_acronym(after) else 0


@cache
def _fairs() -> frozenset[str]:
    """Last words of places after which fairs are named («China (Dongguan) Health Industry Conference»)."""
    entries = (e for e in gazetteer.load().entries if not LANDS.isdisjoint(e.types))
    return frozenset(n.text.split()[-1].lower() for e in entries for n in e.names if n.lang == "en")


@cache
def _legal() -> frozenset[str]:
    return lexicon().words("company", "legal")


@cache
def _stopped() -> frozenset[str]:
    return lexicon().words("company", "stopped")


@cache
def head_types() -> dict[str, tuple[str, ...]]:
    """Head noun or head phrase → the classes that it may name."""
    return lexicon().table("heads")


@cache
def _modified() -> dict[tuple[str, str], str]:
    by = lexicon().map("heads_by_modifier")
    return {
        (m, h): cls
        for cls, heads in lexicon().map("modified").items()
        for m in by[cls]
        for h in heads.split()
    }


def classes_at(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """The classes that the words from ``first`` to ``last`` (inclusive) name by their head, or none."""
    words = [t.lower for t in tokens[first : last + 1] if t.text not in DASHES]
    for length in range(min(LONGEST_HEAD, len(words)), 0, -1):
        tail = words[-length:]
        found = head_types().get(" ".join(tail)) or head_types().get(
            " ".join((*tail[:-1], singular(tail[-1])))
        )
        if found:
            general = head_types().get(singular(tail[-1]), ())
            return tuple(dict.fromkeys((*_decided(words[:-length], tail, found), *general)))
    return ()


def _decided(modifiers: Sequence[str], tail: Sequence[str], found: tuple[str, ...]) -> tuple[str, ...]:
    """«overseas innovation center»: a modifier decides the class of a vague head."""
    head = singular(tail[-1])
    for modifier in (*modifiers, *tail[:-1]):
        cls = _modified().get((modifier, head))
        if cls:
            return tuple(dict.fromkeys((cls, *found)))
    return found
