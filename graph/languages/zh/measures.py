"""Ways to say what a number counts or measures: the noun behind it, before it, or said before."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from baygraph.annotation import Quantity, Token
from baygraph.languages.zh.figure_words import word_before, words
from baygraph.languages.zh.heads import NOMINAL, head_types, tag
from baygraph.languages.zh.words import words as grammar

LONGEST = 8  # tokens of a measure
JOINED = frozenset({"n", "nz", "vn", "j", "l", "b", "ns"})
INNER = NOMINAL | {"nk", "vn", "a", "b", "t", "small", "f", "v", "alias"}


class Measure(NamedTuple):
    """What is counted, tokens ``first`` to ``stop``, as the text names it, and the rule that found it."""

    first: int
    stop: int
    text: str
    rule: str


class Case(NamedTuple):
    """A number: tokens ``first`` to ``stop`` say it; ``before`` are the figures found so far.

    Tokens of ``names`` are no part of what is counted; ``sentence`` is the index of its own.
    """

    tokens: Sequence[Token]
    first: int
    stop: int
    unit: str
    counter: str
    before: Sequence[Quantity]
    names: Collection[int] = ()
    sentence: int = 0

    @property
    def here(self) -> list[Quantity]:
        """The figures of the sentence found so far."""
        return [q for q in self.before if q.sentence == self.sentence]


def made(case: Case, first: int, stop: int, rule: str) -> Measure:
    """A measure in the words of the text."""
    return Measure(first, stop, "".join(t.text for t in case.tokens[first:stop]), rule)


def behind(case: Case) -> Measure | None:
    """«174个地方政府代表团», «30多个国家和地区», «10亿元订单»."""
    if case.counter in words("counters", "whole") and not _is_of_whole(case):
        return None
    stop = noun_end(case.tokens, case.stop)
    if stop == case.stop:
        return None
    return made(case, case.stop, stop, "figure/counted")


def _is_of_whole(case: Case) -> bool:
    """«3.6万户家庭»: the noun behind a counting word that is a noun itself."""
    return any(t.lemma in words("measures", "of_whole") for t in case.tokens[case.stop : case.stop + 1])


def noun_end(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase that begins here ends; lists of nouns are one phrase."""
    stop = at
    while stop < len(tokens) and stop - at < LONGEST + 4:
        if (
            _is_noun(tokens, stop)
            or (
                stop > at
                and tokens[stop].lemma in {"、", "和", "与"}
                and stop + 1 < len(tokens)
                and _continues(tokens, stop)
            )
            or (stop > at and tokens[stop].text in "“”")
            or tokens[stop].text == "“"
        ):
            stop += 1
        else:
            break
    while stop > at and (
        tokens[stop - 1].text in "“、"
        or (tag(tokens[stop - 1]) in {"v", "f", "p"} and stop - 1 > at and _is_predicate(tokens[stop - 1]))
    ):
        stop -= 1
    return stop


def _is_predicate(token: Token) -> bool:
    return tag(token) in {"v", "f", "p", "vn"} and token.lemma not in words("measures", "nominal")


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    token, kind = tokens[at], tag(tokens[at])
    if token.lemma in grammar("stops", "words") or token.lemma in words("measures", "barred"):
        return False
    if token.lemma in words("measures", "people_nouns") or _is_tail(tokens, at):
        return True
    if token.lemma in words("measures", "local"):
        return at + 1 < len(tokens) and tag(tokens[at + 1]) in INNER
    if kind == "v":
        follows = (
            at + 1 < len(tokens)
            and tag(tokens[at + 1]) in NOMINAL | {"nk"}
            and token.lemma
            in grammar("name_verbs", "words") | words("measures", "nominal") | words("measures", "fore")
        )
        return follows or (at + 1 < len(tokens) and _is_tail(tokens, at + 1))
    model = token.lemma == "型" and at > 0 and tokens[at - 1].text.isascii()  # «YF-300型无人机»
    return kind in INNER or model or (kind == "m" and token.lemma.endswith("级"))


def _is_tail(tokens: Sequence[Token], at: int) -> bool:
    """«加氢站», «起降点», «入驻率»: a character that makes a noun of the verb before it."""
    return (
        tokens[at].lemma in words("measures", "tails")
        and at > 0
        and tag(tokens[at - 1])[0] in "vn"
        and len(tokens[at - 1].lemma) > 1
    )


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """A list goes on where another noun follows without a number of its own."""
    stop = at + 1
    while stop < len(tokens) and _is_noun(tokens, stop):
        stop += 1
    numbered = stop < len(tokens) and tag(tokens[stop])[0] == "m"
    dealt = any(t.lemma in words("measures", "dealing") for t in tokens[at + 1 : stop])
    if tokens[at].lemma == "与" and dealt:
        return False  # «三家银行与园区签署协议»
    return stop > at + 1 and not numbered and tag(tokens[stop - 1]) in {"n", "l", "j", "nz", "nt"}


def ahead(case: Case) -> Measure | None:
    """«合作项目1945个», «总投资近68亿元», «建筑面积达11万平方米»."""
    found = noun_before(case, skipped(case))
    if found is None or _is_site(case, found[1]):
        return None
    first, stop = found
    return _per_head(case, first, stop) or made(case, first, stop, "figure/subject")


def _is_site(case: Case, stop: int) -> bool:
    """«中心有7200平方米»: what has an area, and not what is measured."""
    return case.unit in words("measures", "areas") and case.tokens[stop].lemma in words("measures", "having")


def noun_before(case: Case, stop: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that ends before a token, or None."""
    tokens = case.tokens
    first = stop
    if stop and tokens[stop - 1].lemma in grammar("conjunctions", "listing"):
        return None
    while (
        first > 0 and stop - first < LONGEST and first - 1 not in case.names and may_lead(tokens, first - 1)
    ):
        first -= 1
    first = first if case.unit else _past_quote(tokens, first, stop)
    if first == stop and (rate := _rate(tokens, stop)) < stop:
        return rate, stop
    while first < stop and _is_no_part(tokens, first, stop):
        first += 1
    while (
        case.unit
        and first < stop - 1
        and set(head_types(tokens[first].lemma)) - {"Region", "District"}
        and tokens[stop - 1].lemma not in words("measures", "money_nouns")
    ):
        first += 1
    if first == stop or tag(tokens[stop - 1]) in {"nk", "person", "s", "t", "f"}:
        return None
    if tokens[stop - 1].lemma in grammar("hosts", "words"):
        return None  # «主办方预计有2万人次参与»
    alone = tokens[first] if stop - first == 1 else None
    if alone and tag(alone) == "v" and not _may_be_alone(alone):
        return None  # «拟增至120名»
    return first, stop


def _rate(tokens: Sequence[Token], stop: int) -> int:
    """«误报率», «出站留肇率»: a rate whose word no dictionary has, cut into characters; where it begins."""
    if stop < 2 or tokens[stop - 1].lemma not in words("measures", "rates"):
        return stop
    first = stop - 1
    while (
        first > 0
        and stop - first < 4
        and len(tokens[first - 1].lemma) == 1
        and tokens[first - 1].text.isalpha()
    ):
        first -= 1
    return first if first < stop - 1 else stop


def _past_quote(tokens: Sequence[Token], first: int, stop: int) -> int:
    """«国家级专精特新“小巨人”企业27家»: a quoted word inside the noun, and what is before it."""
    if not 0 < first < stop or tokens[first - 1].text not in "”」":
        return first
    opened = next((i for i in range(first - 2, max(-1, first - LONGEST), -1) if tokens[i].text in "“「"), -1)
    if opened < 0 or any(tag(t) in {"nk", "nf", "person"} for t in tokens[opened:first]):
        return first
    while opened > 0 and tag(tokens[opened - 1]) in {"n", "b", "a", "j", "nz"}:
        opened -= 1
    return opened


def _may_be_alone(token: Token) -> bool:
    kept = words("measures", "telling") | words("measures", "nominal")
    return token.lemma in kept and len(token.lemma) > 1


def _is_no_part(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """What stands at the left edge of a measure and names nothing measured."""
    token = tokens[at]
    if at + 1 < stop and _is_tail(tokens, at + 1):
        return False
    kept = words("measures", "telling") | grammar("name_verbs", "words") | words("measures", "nominal")
    return token.lemma in words("measures", "skipped") or (
        tag(token) in {"v", "d", "nk", "a"} and token.lemma not in kept
    )


def skipped(case: Case) -> int:
    """Back over the words that tie a noun to its number: 达, 共, 约为."""
    at, tying = case.first, words("approximate", "exact") | words("approximate", "before")
    while at > 0 and (
        case.tokens[at - 1].lemma in tying
        or case.tokens[at - 1].text in "：:"
        or _is_tie(case.tokens, at - 1, case.first)
    ):
        at -= 1
    if at > 1 and case.tokens[at - 2].lemma in words("measures", "per_each"):
        at -= 2  # «月均租金每平方米38元»
    if "".join(t.lemma for t in case.tokens[max(0, at - 2) : at]) in words("approximate", "exact"):
        return at - 2  # «维持在95%», «穆斯林占当中87%»
    if at > 1 and case.tokens[at - 1].lemma == "比" and case.tokens[at - 2].lemma == "占":
        at -= 2
    return at


def _is_tie(tokens: Sequence[Token], at: int, first: int) -> bool:
    """«不超过», «则压到了», «扩展到»: what stands between a noun and its number."""
    lemma, behind = tokens[at].lemma, tokens[at + 1].lemma
    if lemma == "不":
        return at + 1 <= first and behind in words("approximate", "before")
    if lemma in {"到", "至"}:
        return at > 0 and tokens[at - 1].lemma in words("measures", "stretching")
    if lemma in words("measures", "stretching"):
        return behind in {"到", "至"}
    return lemma == "则" or (lemma == "了" and at > 0 and _is_done(tokens[at - 1]))


def _is_done(token: Token) -> bool:
    """«压到了», «占了45%», «下降了38%», «投了4.5亿元»."""
    kept = words("measures", "telling") | words("measures", "moving") | words("measures", "giving")
    return token.lemma in {"到", "至", "占"} or token.lemma in kept


def may_lead(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token may belong to a noun phrase that ends behind it."""
    token, kind = tokens[at], tag(tokens[at])
    led = words("measures", "telling") | words("measures", "nominal") | words("measures", "people_nouns")
    if token.lemma in led or _is_tail(tokens, at):
        return True
    if at + 1 < len(tokens) and _is_tail(tokens, at + 1):
        return True
    if token.lemma in grammar("stops", "words"):
        return len(token.lemma) == 1 and token.lemma in words("measures", "telling")
    return (
        kind in NOMINAL | {"nk", "a"}
        or (kind == "v" and token.lemma in grammar("name_verbs", "words"))
        or (token.lemma in {"和", "与", "及"} and at > 0 and tag(tokens[at - 1]) in JOINED)
    )


def _per_head(case: Case, first: int, stop: int) -> Measure | None:
    """«人均逾2.5万美元» after «地区生产总值»: the same measure for each."""
    if stop - first != 1 or case.tokens[first].lemma not in words("measures", "per_head") or not case.before:
        return None
    return Measure(first, stop, case.tokens[first].text + case.before[-1].measure, "figure/per-head")


def told(case: Case) -> Measure | None:
    """«占地98亩», «拨出300亿元»: the verb says what the amount is."""
    at = skipped(case)
    first = word_before(case.tokens, at, words("measures", "telling"))
    if first < at:
        borne = noun_before(case, first) if case.unit == "%" else None  # «财政承担六成»
        return made(case, borne[0] if borne else first, at, "figure/told")
    return None
