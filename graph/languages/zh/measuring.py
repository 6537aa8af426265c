"""What a number counts or measures, by the first way of saying it that fits."""

from baygraph.languages.zh.figure_words import words
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.measures import (
    Case,
    Measure,
    again,
    ahead,
    behind,
    behind_relative,
    by_counter,
    by_default,
    made,
    noun_before,
    share_of,
    skipped,
    told,
)

COMPARED = frozenset({"同比", "环比", "料", "较"})
NEAR = 4  # tokens between an amount and the noun of money behind it


def measure_of(case: Case) -> Measure | None:
    """The measure of a number, from the surest way to say it to the least."""
    return next((found for rule in (AMOUNT if case.unit else COUNT) if (found := rule(case))), None)


def _changed(case: Case) -> Measure | None:
    """«本科生由15名增加到25名», «功率将从140千瓦升至500千瓦»: the noun before both values."""
    tokens, at = case.tokens, skipped(case)
    while at > 0 and tokens[at - 1].lemma not in words("measures", "from"):
        if case.first - at > 4 or tag(tokens[at - 1])[0] not in "mtfuqd":
            return _reached(case)
        at -= 1
    at -= 1
    while at > 0 and tag(tokens[at - 1]) in {"d", "v", "vn"} and len(tokens[at - 1].lemma) < 3:
        if noun_before(case, at):
            break
        at -= 1
    found = noun_before(case, at) if at > 0 else None
    return made(case, *found, "figure/changed") if found else None


def _reached(case: Case) -> Measure | None:
    """«…增加到25名», «三年內拟增至120名»: the value to which what was counted before goes."""
    last = case.before[-1] if case.before else None
    before = {t.lemma for t in case.tokens[max(0, case.first - 4) : case.first]}
    if last is None or not before & words("measures", "reaching") or last.unit != case.unit:
        return None
    return Measure(case.first, case.stop, last.measure, "figure/again")


def _grown(case: Case) -> Measure | None:
    """«比上年同期增长17.5%»: how what was said before has grown; «奖励标准再上浮20%»: the clause's noun."""
    moving, at = words("measures", "moving"), case.first
    if case.unit != "%":
        return None
    near = [i for i in range(max(0, at - 3), at) if case.tokens[i].lemma in moving]
    if not near:
        return None
    word = case.tokens[near[-1]].text
    start = max((i + 1 for i in range(at) if case.tokens[i].text in "，；。,;"), default=0)
    for stop in range(start + 1, near[-1]):
        found = noun_before(case, stop)
        if (
            found
            and found[0] >= start
            and (tag(case.tokens[stop])[0] in "pd" or case.tokens[stop].lemma in COMPARED)
        ):
            name = "".join(t.text for t in case.tokens[found[0] : found[1]])
            return Measure(case.first, case.stop, name + word, "figure/again")
    last = case.before[-1] if case.before else None
    return Measure(case.first, case.stop, last.measure + word, "figure/again") if last else None


def _object_before(case: Case) -> Measure | None:
    """«收到履历243份»: what a dictionary takes for a second verb is what is counted."""
    at = skipped(case)
    if at < 2 or case.counter in words("counters", "people") | words("counters", "whole"):
        return None
    object_, verb = case.tokens[at - 1], case.tokens[at - 2]
    if tag(object_)[0] != "v" or tag(verb) != "v" or len(object_.lemma) < 2:
        return None
    return made(case, at - 1, at, "figure/object")


def _granted(case: Case) -> Measure | None:
    """«给予租金补贴，单个企业最高200万元»: the noun of money that stands before it in the sentence."""
    if case.unit not in words("measures", "currencies"):
        return None
    for at in range(case.first - 1, -1, -1):
        if case.tokens[at].lemma in words("measures", "grants"):
            found = noun_before(case, at + 1) or (at, at + 1)
            return Measure(
                case.first, case.stop, "".join(t.text for t in case.tokens[slice(*found)]), "figure/again"
            )
    return None


def _money_behind(case: Case) -> Measure | None:
    """«1.8亿元A轮融资», «300万元奖金»: the noun of money right behind the amount."""
    if case.unit not in words("measures", "currencies"):
        return None
    for at in range(case.stop, min(case.stop + NEAR, len(case.tokens))):
        if not case.tokens[at].text.isalnum() or case.tokens[at].lemma == "的":
            return None
        if case.tokens[at].lemma in words("measures", "grants"):
            return made(case, case.stop, at + 1, "figure/money")
    return None


def _whole(case: Case) -> Measure | None:
    """«大湾区九市的A»: the counting word is the noun."""
    follows = case.tokens[case.stop].text if case.stop < len(case.tokens) else "。"
    if case.counter in words("counters", "whole") and follows in "的、，。；和及":
        return by_counter(case)
    return None


def _of_them(case: Case) -> Measure | None:
    """«52名员工里有19位», «其中6名»: some of those counted before."""
    people = words("counters", "people") - words("counters", "whole")
    if case.counter not in people or not case.before:
        return None
    near = {t.lemma for t in case.tokens[max(0, case.first - 3) : case.first]}
    counted = [q for q in case.before if not q.unit]
    if not near & words("measures", "of_them") or not counted:
        return None
    return Measure(case.first, case.stop, counted[-1].measure, "figure/again")


def _share_said(case: Case) -> Measure | None:
    """«八成继续深造», «七成为硕士以上学历»: what a share of those spoken of are or do."""
    if case.unit != "%":
        return None
    first = case.stop
    while first < len(case.tokens) and case.tokens[first].lemma in words("measures", "being"):
        first += 1
    stop = first
    while stop < len(case.tokens) and stop - first < NEAR and case.tokens[stop].text.isalnum():
        stop += 1
    ends = stop == len(case.tokens) or case.tokens[stop].text in "，。；"
    return made(case, first, stop, "figure/share-said") if ends and stop > first else None


def _by_verb(case: Case) -> Measure | None:
    """«租用900平方米», «最高补到2000万元»: the verb says what is measured."""
    at = skipped(case)
    while at and case.tokens[at - 1].lemma in words("measures", "reaching"):
        at -= 1
    if (
        not at
        or tag(case.tokens[at - 1])[0] != "v"
        or case.tokens[at - 1].lemma in words("approximate", "exact")
    ):
        return None
    first = at - 1
    if first and case.tokens[first - 1].lemma in words("measures", "highest"):
        first -= 1
    known = case.tokens[at - 1].lemma in words("measures", "giving") or case.unit in {"m2", "mu", "ha", "km2"}
    return made(case, first, at, "figure/verb") if known else None


COUNT = (
    _whole,
    _of_them,
    share_of,
    behind,
    ahead,
    _changed,
    behind_relative,
    _object_before,
    told,
    again,
    by_counter,
)
AMOUNT = (
    share_of, _grown, _money_behind, ahead, _changed, told, behind, behind_relative,
    _by_verb, _share_said, again, _granted, by_default,
)  # fmt: skip
