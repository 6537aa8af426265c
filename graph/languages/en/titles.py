"""The titles before and after a person's name, and how far they reach."""

from collections.abc import Collection, Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.en.capitals import DASHES
from baygraph.languages.en.persons import honorifics, titles
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon

FARTHEST = 45  # tokens between a title and the name that it belongs to
ENDS = frozenset({";", ":", ".", "(", ")", "--", "—"})
OWNERS = POSSESSIVE | {"-"}
INSIDE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ"})


def is_title(token: Token) -> bool:
    """Say whether a word is an office or calling."""
    return token.lower in titles() or token.lemma in titles()


def title_before(tokens: Sequence[Token], at: int, units: Sequence[Mention]) -> int:
    """Where the title that belongs to the name at a token begins, or ``at`` when there is none.

    «Mayor Xu Qin», «Secretary for Innovation of the Government, Professor Sun Dong».
    """
    start = _honorific(tokens, at)
    start = _apposed_noun(tokens, start)
    start = _house_before(tokens, start, at, units)
    place = start - 1
    if place >= 0 and tokens[place].text == ",":
        place -= 1
    if place < 0 or tokens[place].pos == "CCONJ" or tokens[place].pos in {"VERB", "AUX"}:
        return start
    found = _walk(tokens, place, units)
    return _house_before(tokens, found, at, units) if found >= 0 else start


def _honorific(tokens: Sequence[Token], at: int) -> int:
    """Pass «Mr», «Dr.», «Vice Mayor», «Shenzhen Party Secretary»."""
    while at > 0:
        before = at - 1 - (tokens[at - 1].text == "." and at > 1 and tokens[at - 2].lower in honorifics())
        if (
            tokens[before].lower in honorifics()
            or is_title(tokens[before])
            or tokens[before].lower in _modifiers()
        ) or (tokens[before].text in DASHES and before > 0 and is_title(tokens[before - 1])):
            at = before
        else:
            break
    return at


def _house_before(tokens: Sequence[Token], start: int, at: int, units: Sequence[Mention]) -> int:
    """«Guangdong Governor Wang Weizhong», «Tencent's chairman Pony Ma»: whose office it is."""
    if start == at or not any(is_title(t) for t in tokens[start:at]):
        return start
    end = start - (tokens[start - 1].text in POSSESSIVE) if start else start
    house = next(
        (m for m in units if m.stop == end and "Person" not in m.types and "Field" not in m.types), None
    )
    return house.first if house is not None else start


def _modifiers() -> frozenset[str]:
    return lexicon().words("titles", "modifiers")


def _apposed_noun(tokens: Sequence[Token], at: int) -> int:
    """«founder and CEO Wang Tao»: titles joined before a name."""
    while at > 1 and tokens[at - 1].pos == "CCONJ" and is_title(tokens[at - 2]) and is_title(tokens[at]):
        at = _honorific(tokens, at - 1)
    return at


def _walk(tokens: Sequence[Token], place: int, units: Sequence[Mention]) -> int:
    """Go left over names and small words to a title at the head of its phrase; -1 if there is none."""
    held = {
        i: m.first for m in units if not {"Person", "Field"} & set(m.types) for i in range(m.first, m.stop)
    }
    people = {i for m in units if "Person" in m.types for i in range(m.first, m.stop)}
    floor = max(0, place - FARTHEST)
    while place >= floor:
        token = tokens[place]
        if token.text == ")":
            place = _opening(tokens, place) - 1
            continue
        if place in people or token.text in ENDS or token.pos in {"VERB", "AUX", "SCONJ", "PRON"}:
            return -1
        if is_title(token) and _heads_phrase(tokens, place):
            return _with_article(tokens, place, held)
        if place in held:
            place = held[place] - 1
            continue
        if token.text == "," and not (_in_list(tokens, place)):
            return -1
        if token.pos not in INSIDE and token.text != "," and token.text not in DASHES | POSSESSIVE:
            return -1
        place -= 1
    return -1


def _opening(tokens: Sequence[Token], at: int) -> int:
    """The bracket that a closing one answers; «Director of Hong Kong Talent Engage (HKTE), Mr Yuen»."""
    return next((i for i in range(at - 1, -1, -1) if tokens[i].text == "("), 0)


def _in_list(tokens: Sequence[Token], at: int) -> bool:
    """A comma inside «Innovation, Technology and Industry»."""
    return (
        tokens[at - 1].text[0].isupper()
        and tokens[at + 1].text[0].isupper()
        and any(t.pos == "CCONJ" for t in tokens[at + 1 : at + 5])
    )


def _heads_phrase(tokens: Sequence[Token], at: int) -> bool:
    """A title word followed by «of», «for», «at» or the name itself."""
    at += at + 2 < len(tokens) and tokens[at + 1].text == "general"  # «our secretary general, Dr X»
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (
        after.pos == "ADP" or after.text in DASHES | {",", "("} or after.text[0].isupper()
    )


def _with_article(tokens: Sequence[Token], at: int, held: Collection[int]) -> int:
    """Over the words before an office and its article («the Chief Corporate Development Officer»)."""
    while (
        at > 0
        and at - 1 not in held
        and (
            tokens[at - 1].lower in _modifiers()
            or is_title(tokens[at - 1])
            or tokens[at - 1].text in DASHES
            or (tokens[at - 1].pos in {"NOUN", "PROPN", "ADJ"} and tokens[at].pos != "DET")
        )
    ):
        at -= 1
    return at - (at > 0 and tokens[at - 1].pos == "DET")


def title_after(tokens: Sequence[Token], stop: int, units: Sequence[Mention]) -> int:
    """The end of «, (the) mayor of Shenzhen and …» behind a name, or ``stop`` when no title follows."""
    if stop >= len(tokens) or tokens[stop].text not in {",", "("}:
        return stop
    at = stop + 1
    while (
        at < len(tokens)
        and (tokens[at].pos in {"DET", "ADJ"} or tokens[at].lower in _modifiers())
        and not is_title(tokens[at])
    ):
        at += 1
    begin = at
    while (
        at < len(tokens)
        and not is_title(tokens[at])
        and (
            tokens[at].pos in {"NOUN", "PROPN", "ADJ"}
            or tokens[at].text in OWNERS
            or tokens[at].lower == "of"
        )
        and at - begin < 9
    ):
        at += 1
    if (
        at >= len(tokens)
        or not is_title(tokens[at])
        or tokens[at].lower in lexicon().words("titles", "outside")
    ):
        return stop
    return _reach(tokens, at + 1, units)


def _reach(tokens: Sequence[Token], at: int, units: Sequence[Mention]) -> int:
    """How far a title behind a name goes: over «of …», «and founder of …», names included."""
    ends = {m.first: m.stop for m in units if "Person" not in m.types and m.kind not in {"anaphor"}}
    while at < len(tokens):
        if at in ends:
            at = ends[at]
        elif tokens[at].pos == "CCONJ" and not _may_go_on(tokens, at):
            break
        elif tokens[at].pos in INSIDE or tokens[at].text in DASHES | POSSESSIVE:
            at += 1
        else:
            break
    return at


def _may_go_on(tokens: Sequence[Token], at: int) -> bool:
    """«mayor and founder of …», «Commissioner for Innovation and Technology of …»."""
    if at + 1 >= len(tokens):
        return False
    portfolio = tokens[at - 1].text[0].isupper() and tokens[at + 1].text[0].isupper()
    return _goes_on(tokens, at + 1) or (portfolio and [t.lower for t in tokens[at + 2 : at + 3]] == ["of"])


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and (tokens[at].pos in {"DET", "ADJ"} or tokens[at].lower in _modifiers()):
        at += 1
    return at < len(tokens) and is_title(tokens[at])
