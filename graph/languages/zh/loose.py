"""Names without a head word, shown by what stands beside them: an office, a gloss, a verb."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.identity.persons import latin_given
from baygraph.languages.zh.heads import NOMINAL, by_word_verbs, head_types, tag
from baygraph.languages.zh.tokens import LATIN_END
from baygraph.languages.zh.words import by_word, words

BEHIND = frozenset("与和将在也")
LONGEST = 4  # tokens
_NAME = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|O['’])?[^\W\d_a-z][^\W\d_A-Z]+(?:[-'’][^\W\d_]+)*")
Loose = tuple[int, int, tuple[str, ...]]


def loose_names(
    tokens: Sequence[Token], covered: Callable[[int], bool], met: frozenset[str] = frozenset()
) -> Iterator[Loose]:
    """The places and classes of such names, in order; ``met`` are those that the document shows elsewhere."""
    at = 0 if met or _may_hold(tokens) else len(tokens)
    while at < len(tokens):
        found = None if covered(at) else _found(tokens, at, covered, met)
        if found:
            yield found
        at = found[1] if found else at + 1


def _may_hold(tokens: Sequence[Token]) -> bool:
    """Whether anything stands in a sentence that shows a name: letters, a bracket, an office, a verb."""
    showing = _showing()
    return any(t.lemma in showing or t.text[0] < LATIN_END for t in tokens)


@cache
def _showing() -> frozenset[str]:
    verbs = (w for w, frames in by_word("cues").items() if "start" in frames)
    return words("titles", "company", "words") | words("stops", "doers") | {"（", *verbs}


def _found(
    tokens: Sequence[Token], at: int, covered: Callable[[int], bool], met: frozenset[str]
) -> Loose | None:
    reach = range(min(LONGEST, len(tokens) - at), 1, -1) if met else ()
    again = next((n for n in reach if "".join(t.lemma for t in tokens[at : at + n]) in met), 0)
    if again:
        return at, at + again, ("Company",)
    return (
        _latin(tokens, at)
        or _before_office(tokens, at, covered)
        or _doing(tokens, at, covered)
        or _glossed(tokens, at, covered)
        or _started(tokens, at, covered)
    )


def met_in(tokens: Sequence[Token]) -> Iterator[str]:
    """The loose names of more than one word that a sentence shows to be names."""
    for first, stop, _ in loose_names(tokens, lambda at: tag(tokens[at]) in {"nk", "person"}):
        if stop - first > 1 and not _is_latin(tokens[first]):
            yield "".join(t.lemma for t in tokens[first:stop])


def _is_latin(token: Token) -> bool:
    return token.text[0] < LATIN_END and token.text[0].isalpha()


def _latin(tokens: Sequence[Token], at: int) -> Loose | None:
    """XbotPARK, Top Talent Networking Zhongshan."""
    stop = at
    while stop < len(tokens) and _is_latin(tokens[stop]):
        stop += 1
    if stop == at or (
        at and tokens[at - 1].text in "（(" and stop < len(tokens) and tokens[stop].text in "）)"
    ):
        return None
    text = [t.text for t in tokens[at:stop]]
    common = words("latin", "common")
    if all(t in common or len(t) < 3 or t.islower() for t in text) or _goes_on(tokens, stop):
        return None
    if len(text) == 1 and any(c.isdigit() for c in text[0]) and _is_model(tokens, at, stop):
        return None
    if _is_latin_person(tokens, at, stop):
        return at, stop, ("Person",)
    heads = by_word_latin()
    types = next((heads[t.lower()] for t in reversed(text) if t.lower() in heads), ("Company",))
    return at, stop, types


def _goes_on(tokens: Sequence[Token], stop: int) -> bool:
    """Letters before a common noun are a part of it (LED灯, We谷)."""
    return stop < len(tokens) and len(tokens[stop].text) == 1 and tag(tokens[stop])[0] in "nqmk"


def _is_model(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«亿航智能EH216-S航空器»: letters and digits behind a company or before what is made."""
    made = stop < len(tokens) and tag(tokens[stop])[0] in "nk"
    return made or (at > 0 and tag(tokens[at - 1]) == "nk")


def _is_latin_person(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«主任Marc Wagener», «Ana Reis教授»: two or three words beside an office, or behind a given name."""
    inside = tokens[at:stop]
    if any(t.lower in by_word_latin() for t in inside):
        return False  # «Tamarix Ventures管理合伙人»
    names = is_latin_name([t.text for t in inside])
    if names and stop - at == 2 and tokens[at].lower in latin_given():
        return True
    beside = [t.lemma for t in (*tokens[max(0, at - 1) : at], *tokens[stop : stop + 1])]
    if beside and beside[-1] in {"（", "("}:  # «Anna Lindqvist（隆德大学教授）»
        end = next((i for i in range(stop, min(len(tokens), stop + 12)) if tokens[i].text in "）)"), 0)
        beside.append(tokens[end - 1].lemma)
    return names and 1 < stop - at < 5 and any(w in words("titles", "words") for w in beside)


def is_latin_name(parts: Sequence[str]) -> bool:
    """«Faisal Al-Harbi», «Ludwig van Beek», «Siobhan O'Neill»: words of a person's name."""
    inner = parts[1:-1]
    return all(_NAME.fullmatch(p) for p in (*parts[:1], *parts[-1:])) and all(
        _NAME.fullmatch(p) or p in words("latin", "particles") or len(p) == 1 for p in inner
    )


def by_word_latin() -> dict[str, tuple[str, ...]]:
    """English head word → classes."""
    from baygraph.languages.zh.words import lexicon

    return lexicon().table("latin", "heads")


def _run(tokens: Sequence[Token], stop: int, covered: Callable[[int], bool]) -> int:
    """Where a run of common and strange words that ends here begins, back to a mark or a word of grammar."""
    first = stop
    while first > 0 and stop - first < LONGEST and not covered(first - 1) and _may_name(tokens[first - 1]):
        first -= 1
    return first


def _may_name(token: Token) -> bool:
    if (
        token.lemma in words("stops", "words")
        or token.lemma in by_word_verbs()
        or token.lemma in words("light", "words")
        or token.lemma in words("brands", "of", "kinds")
    ):
        return False
    kind = tag(token)
    return (
        kind in NOMINAL - {"i", "l"} or (len(token.lemma) == 1 and kind[0] in "ngvaztmf") or _is_latin(token)
    )


def _before_office(tokens: Sequence[Token], at: int, covered: Callable[[int], bool]) -> Loose | None:
    """源泉汇创始人: what stands before the office of a company's head, where it is no common word."""
    offices, of_field = words("titles", "company", "words"), words("brands", "of", "industries")

    def barred(i: int) -> bool:
        return covered(i) and tokens[i].lemma not in of_field

    for stop in range(at + 1, min(len(tokens), at + LONGEST + 1)):
        if tokens[stop].lemma in offices:
            if _run(tokens, stop, barred) == at and _is_strange(tokens[at:stop]):
                return at, stop, ("Company",)
            return None
    return None


def _doing(tokens: Sequence[Token], at: int, covered: Callable[[int], bool]) -> Loose | None:
    """由源泉汇筹建: strange words between 由 and the verb."""
    if at == 0 or tokens[at - 1].lemma not in words("stops", "doers"):
        return None
    if tokens[at].lemma in words("titles", "words"):
        return None  # «由导师Lucia Ferri主持»
    stop = at
    while stop < len(tokens) and stop - at <= LONGEST and _may_name(tokens[stop]) and not covered(stop):
        stop += 1
    verb = stop < len(tokens) and tokens[stop].lemma in by_word_verbs()
    return (at, stop, ("Company",)) if verb and stop > at and _is_strange(tokens[at:stop]) else None


def _glossed(tokens: Sequence[Token], at: int, covered: Callable[[int], bool]) -> Loose | None:
    """云鲸智能（Narwal）: strange words before a gloss in Latin letters."""
    for stop in range(at + 1, min(len(tokens) - 1, at + LONGEST + 1)):
        if tokens[stop].text in "（(" and _is_latin(tokens[stop + 1]) and tokens[stop + 1].text[0].isupper():
            if _run(tokens, stop, covered) == at and (_is_strange(tokens[at:stop])):
                return at, stop, ("Company",)
            return None
    return None


def _started(tokens: Sequence[Token], at: int, covered: Callable[[int], bool]) -> Loose | None:
    """创办了迅灵传感: all that stands between such a verb and a mark, where it is no common noun."""
    before = at - 1 if at and tokens[at - 1].lemma in {"了", "的"} else at
    if before == 0 or "start" not in by_word("cues").get(tokens[before - 1].lemma, ()):
        return None
    stop = at
    while stop < len(tokens) and stop - at <= LONGEST and _may_name(tokens[stop]) and not covered(stop):
        stop += 1
    ends = stop == len(tokens) or not tokens[stop].text.isalnum() or tokens[stop].lemma in BEHIND
    return (at, stop, ("Company",)) if ends and stop > at and _is_strange(tokens[at:stop]) else None


def _is_strange(inside: Sequence[Token]) -> bool:
    last = inside[-1].lemma
    if len("".join(t.lemma for t in inside)) < 2 or (
        head_types(last) and not (len(inside) > 1 and last in words("brands", "of", "industries"))
    ):
        return False
    odd = any(tag(t) in {"x", "nz", "nr", "nrt", "ns"} or len(t.lemma) == 1 or _is_latin(t) for t in inside)
    return odd and not all(by_word("titles").get(t.lemma) for t in inside)
