"""Measures of Chinese numbers whose noun stands elsewhere: in a list before 分别, before 总数, by a verb."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.figure_words import words
from baygraph.languages.zh.heads import NOMINAL, tag
from baygraph.languages.zh.measures import Case, Measure, made, noun_before, noun_end, skipped
from baygraph.languages.zh.words import words as grammar

STOPS = frozenset("，。；,;：:（(")
REACH = 14  # tokens between a list and the numbers for it
NEAR = 3  # tokens between 分别 and a number, with a word such as 为
PLAIN = NOMINAL | {"vn", "b"}


def respectively(case: Case) -> Measure | None:
    """«港资企业和澳资企业分别为85家和41家», «吞吐量6.4亿吨、箱量2500万，分别增长3.1%和4.2%»."""
    at = _apart(case)
    if at < 0:
        return None
    after = [q for q in case.here if q.stop > at]
    nouns = _nouns_before(case.tokens, at)
    if len(nouns) > len(after) and len(nouns) > 1:
        first, stop = nouns[len(after)]
        return made(case, first, stop, "figure/respectively")
    told = [q for q in case.here if q.stop <= at and q.first >= at - REACH]
    moved = _moving(case.tokens, at)
    if len(told) > len(after) and len(told) > 1 and (moved or case.first - at < NEAR or after):
        return Measure(case.first, case.stop, told[len(after)].measure + moved, "figure/again")
    if after and after[-1].unit == case.unit and _joined(case, after[-1].stop):
        return Measure(case.first, case.stop, after[-1].measure, "figure/again")
    return None


def _apart(case: Case) -> int:
    """Where 分别 stands before a number in its clause, or -1."""
    for at in range(case.first - 1, max(-1, case.first - REACH), -1):
        if case.tokens[at].lemma.startswith("分别"):
            return at
        if case.tokens[at].text in STOPS:
            return -1
    return -1


def _nouns_before(tokens: Sequence[Token], stop: int) -> list[tuple[int, int]]:
    """The nouns of the list that ends before a token, in their order."""
    found: list[tuple[int, int]] = []
    at = stop
    while at > 0 and tag(tokens[at - 1]) in {"d", "t"}:
        at -= 1
    while at > 0:
        first = at
        while first > 0 and tag(tokens[first - 1]) in PLAIN:
            first -= 1
        if first == at:
            break
        found.insert(0, (first, at))
        if first == 0 or tokens[first - 1].lemma not in grammar("conjunctions", "listing"):
            break
        at = first - 1
    return found


def _moving(tokens: Sequence[Token], at: int) -> str:
    """The word of change behind 分别, or nothing."""
    behind = tokens[at + 1 : at + 4]
    return next((t.text for t in behind if t.lemma in words("measures", "moving")), "")


def _joined(case: Case, stop: int) -> bool:
    between = case.tokens[stop : case.first]
    return len(between) <= 1 and all(t.lemma in grammar("conjunctions", "listing") for t in between)


def joined(case: Case) -> Measure | None:
    """«21%和15%»: a second value right behind the first; «东南亚占两成»: a share beside another."""
    last = case.here[-1] if case.here else None
    if last is None or not case.unit or last.unit != case.unit or last.stop >= case.first:
        return None
    shared = case.unit == "%" and case.tokens[case.first - 1].lemma == "占"
    if not shared and not _joined(case, last.stop):
        return None
    return Measure(case.first, case.stop, last.measure, "figure/again")


def sums(case: Case) -> Measure | None:
    """«新增企业27家，总数达86家», «总规模30亿元，首期10亿元»: as many or as much of what was told before."""
    stop = skipped(case)
    if stop == 0:
        return None
    lemma = case.tokens[stop - 1].lemma
    alone = stop == 1 or case.tokens[stop - 2].text in STOPS or tag(case.tokens[stop - 2]) in {"d", "f", "r"}
    same = [q for q in case.before if q.unit == case.unit]
    if not alone or not same:
        return None
    if lemma in words("measures", "sums") and not case.unit:
        return Measure(case.first, case.stop, same[-1].measure, "figure/again")
    if lemma in words("measures", "stages") and case.unit:
        text = case.tokens[stop - 1].text + same[-1].measure
        return Measure(stop - 1, stop, text, "figure/stage")
    return None


def party(case: Case) -> Measure | None:
    """«代表团一行38人»: those who came together."""
    at = case.first
    if at == 0 or case.tokens[at - 1].lemma not in words("measures", "party"):
        return None
    found = noun_before(case, at - 1)
    return made(case, found[0], at, "figure/party") if found and found[1] == at - 1 else None


def share_in_front(case: Case) -> Measure | None:
    """«近三成受访企业表示…», «占了四成权重»: the noun right behind a share, of which it is."""
    if case.unit != "%":
        return None
    stop = noun_end(case.tokens, _past_verb(case))
    ends = stop == len(case.tokens) or not case.tokens[stop].text.isalnum()
    opens = skipped(case) == case.first and not _has_noun_before(case)
    return made(case, case.stop, stop, "figure/counted") if stop > case.stop and (opens or ends) else None


def _has_noun_before(case: Case) -> bool:
    before = case.tokens[case.first - 1] if case.first else None
    return before is not None and (tag(before)[0] in "nv" or before.lemma in words("measures", "of_them"))


def _past_verb(case: Case) -> int:
    """Behind a verb that belongs to the noun (受访企业)."""
    at = case.stop
    if at + 1 >= len(case.tokens):
        return at
    token, noun = case.tokens[at], case.tokens[at + 1]
    fits = token.lemma in words("measures", "fore_verbs") and tag(noun) in PLAIN
    return at + 1 if fits else at


def with_verb(case: Case) -> Measure | None:
    """«120名毕业学生», «45家入驻企业»: a verb that says which ones, and the noun behind it."""
    at = _past_verb(case)
    if at == case.stop or case.counter in words("counters", "whole"):
        return None
    stop = noun_end(case.tokens, at)
    return made(case, case.stop, stop, "figure/counted") if stop > at else None


def of_people(case: Case) -> Measure | None:
    """«50人的技术团队», «11人代表团»: the body of so many people."""
    tokens, at = case.tokens, case.stop
    if case.counter not in words("counters", "people") or at >= len(tokens):
        return None
    at += tokens[at].lemma == "的"
    stop = noun_end(tokens, at)
    known = stop > at and tokens[stop - 1].lemma.endswith(tuple(words("measures", "collective")))
    return made(case, at, stop, "figure/of-people") if known else None


def done(case: Case) -> Measure | None:
    """«车规级产品出货1800万颗», «发布技术需求1260项»: a noun and the verb between it and the number."""
    stop = skipped(case)
    verb = case.tokens[stop - 1] if stop > 1 else None
    if verb is None or tag(verb) not in {"v", "vn"} or len(verb.lemma) < 2:
        return None
    found = noun_before(case, stop - 1)
    if found is None or tag(case.tokens[stop - 2]) == "nr":
        return None  # «袁隆平转让300件»: who does it is not what is counted
    return made(case, found[0], stop, "figure/done")


def long_verb(case: Case) -> Measure | None:
    """«达成合作意向12项»: a phrase that the dictionary takes for one verb; its end is what is counted."""
    stop = skipped(case)
    token = case.tokens[stop - 1] if stop else None
    if token is None or len(token.lemma) < 5 or tag(token) != "v" or case.unit:
        return None
    return Measure(stop - 1, stop, token.text[2:], "figure/object")


def persons(case: Case) -> Measure | None:
    """«头一年只有11个人»: what a dictionary takes for one word is the counting word and people."""
    last = case.tokens[case.stop - 1]
    if last.lemma not in words("measures", "persons"):
        return None
    return Measure(case.stop - 1, case.stop, last.text[-1], "figure/by-counter")


def by_area(case: Case) -> Measure | None:
    """«芯屿河套研发中心有7200平方米»: what nothing else is said of is an area."""
    if case.unit not in words("measures", "areas"):
        return None
    return Measure(case.first, case.stop, next(iter(words("measures", "default_area"))), "figure/area")


def behind_relative(case: Case) -> Measure | None:
    """«40名来自三地的青年», «5亿元的基金»: the noun after 的."""
    for at in range(case.stop, min(len(case.tokens), case.stop + 12)):
        if case.tokens[at].text in "，。；" or (case.tokens[at].text == "、" and _is_counted_on(case, at)):
            return None
        if case.tokens[at].lemma == "的":
            stop = noun_end(case.tokens, at + 1)
            last = any(t.lemma == "的" for t in case.tokens[stop : stop + 1])
            if stop > at + 1 and not last:
                return made(case, at + 1, stop, "figure/relative")
    return None


def _is_counted_on(case: Case, at: int) -> bool:
    """«5家公司、3家银行的…»: another number after the mark of a list."""
    return any(tag(t)[0] == "m" for t in case.tokens[at + 1 : at + 4])
