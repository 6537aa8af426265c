"""What a number counts or measures, by the first way of saying it that fits."""

from baygraph.languages.zh.again import again, of_them, share_of
from baygraph.languages.zh.changing import changed, changed_from, elsewhere, grown
from baygraph.languages.zh.comparing import (
    act_behind,
    borne_by,
    bracketed,
    compared,
    done_with,
    headed,
    labelled,
    members,
    share_named,
    those_who,
)
from baygraph.languages.zh.elliptic import (
    behind_relative,
    by_area,
    done,
    joined,
    long_verb,
    of_people,
    party,
    persons,
    respectively,
    share_in_front,
    sums,
    with_verb,
)
from baygraph.languages.zh.figure_words import word_before, words
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.measures import (
    Case,
    Measure,
    ahead,
    behind,
    made,
    noun_before,
    skipped,
    told,
)

SHARE = 9  # tokens between 占 and 的
NEAR = 4  # tokens between an amount and the noun of money behind it


def measure_of(case: Case) -> Measure | None:
    """The measure of a number, from the surest way to say it to the least."""
    rules = AMOUNT if case.unit else COUNT if case.counter else BARE
    return next((found for rule in rules if (found := rule(case))), None)


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
            return elsewhere(case, *(noun_before(case, at + 1) or (at, at + 1)))
    return None


def _part_of(case: Case) -> Measure | None:
    """«占营业收入的6.9%», «发电量占总量的61.5%»: what has what share of what."""
    tokens, tie = case.tokens, skipped(case) - 1
    if case.unit != "%" or tie < 2 or tokens[tie].lemma != "的":
        return None
    at = next((i for i in range(tie - 1, max(-1, tie - SHARE), -1) if tokens[i].lemma == "占"), -1)
    if at < 0:
        return None
    found = noun_before(case, at)
    return made(case, found[0] if found else at, tie, "figure/part-of")


def _sized(case: Case) -> Measure | None:
    """«总额5000万元的种子基金»: the noun behind, of which this is the size."""
    at = skipped(case)
    sized = at > 0 and case.tokens[at - 1].lemma in words("measures", "sizes")
    return behind_relative(case) if sized else None


def _recruited(case: Case) -> Measure | None:
    """«首批招收12人», «带动7万人就业»: who is counted is told by the verb beside them."""
    if case.counter not in words("counters", "people"):
        return None
    at = skipped(case)
    counted = case.tokens[case.stop - 1].text
    first = word_before(case.tokens, at, words("measures", "recruiting"))
    if first < at and _ends(case):
        text = "".join(t.text for t in case.tokens[first:at]) + counted
        return Measure(first, case.stop, text, "figure/recruited")
    behind_ = case.tokens[case.stop] if case.stop < len(case.tokens) else None
    if behind_ is not None and behind_.lemma in words("measures", "working"):
        return Measure(case.stop - 1, case.stop + 1, behind_.text + counted, "figure/recruited")
    return None


def _ends(case: Case) -> bool:
    """Nothing that is counted follows the counting word."""
    return case.stop == len(case.tokens) or not case.tokens[case.stop].text.isalnum()


def _money_behind(case: Case) -> Measure | None:
    """«1.8亿元A轮融资», «300万元奖金»: the noun of money right behind the amount."""
    if case.unit not in words("measures", "currencies"):
        return None
    for at in range(case.stop, min(case.stop + NEAR, len(case.tokens))):
        if case.tokens[at].lemma in words("measures", "grants") and not _governs(case, at):
            first = case.stop + (case.tokens[case.stop].lemma == "的")
            return made(case, first, at + 1, "figure/money")
        if not case.tokens[at].text.isalnum() or (
            tag(case.tokens[at])[0] in "duv" and not _leads_to_grant(case, at)
        ):
            return None
    return None


def _leads_to_grant(case: Case, at: int) -> bool:
    """«300万元落户奖励», «30万元的安家补助»: what stands between an amount and its noun."""
    lemma, behind_ = case.tokens[at].lemma, case.tokens[at + 1 : at + 2]
    if lemma in words("measures", "before_grant"):
        return True
    return tag(case.tokens[at]) in {"v", "vn"} and any(
        t.lemma in words("measures", "grants") for t in behind_
    )


def _governs(case: Case, at: int) -> bool:
    """«30亿元支持研究»: a verb with its object."""
    behind = case.tokens[at + 1 : at + 2]
    return tag(case.tokens[at]) == "v" and bool(behind) and tag(behind[0])[0] in "nv"


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
    near = of_them(case, 3)
    counted = [q for q in case.before if not q.unit]
    if not near or not counted:
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


def _share_is(case: Case) -> Measure | None:
    """«研发团队七成为硕士», «八成是…»: behind 为 stands what they are."""
    linked = "".join(t.lemma for t in case.tokens[case.stop - 1 : case.stop + 1])
    return _share_said(case) if "成为" in linked or "成是" in linked else None


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


def by_counter(case: Case) -> Measure | None:
    """«5万人次», «3000人», «近200次»: the counting word says what is counted, with the verb before it."""
    if case.counter in words("counters", "bare"):
        at = skipped(case)
        first = at
        while (
            first > 0
            and at - first < 2
            and tag(case.tokens[first - 1]) in {"v", "vn"}
            and len(case.tokens[first - 1].lemma) > 1
        ):
            first -= 1
        return made(case, first, at, "figure/times") if first < at else None
    if case.counter in words("counters", "whole"):
        noun = ahead(case)
        return noun or Measure(case.stop - 1, case.stop, case.counter, "figure/by-counter")
    if case.counter in words("counters", "people"):
        return Measure(
            case.stop - 1, case.stop, next(iter(words("measures", "default_people"))), "figure/by-counter"
        )
    return None


def by_default(case: Case) -> Measure | None:
    """A sum of money of which nothing is said."""
    if case.unit not in words("measures", "currencies"):
        return None
    return Measure(case.first, case.stop, next(iter(words("measures", "default_money"))), "figure/amount")


COUNT = (
    party, persons, of_people, respectively, headed, _recruited, changed_from, bracketed, those_who, members,
    _whole, _of_them, share_of, with_verb, act_behind, behind, labelled, compared, sums, done_with, ahead,
    changed, behind_relative, _object_before, long_verb, told, done, again, by_counter,
)  # fmt: skip
AMOUNT = (
    borne_by, share_of, _share_is, _part_of, respectively, sums, labelled, compared, share_named, grown,
    _sized, _money_behind, share_in_front, ahead, changed, told, act_behind, behind, behind_relative, joined,
    _by_verb, _share_said, done, again, _granted, by_area, by_default,
)  # fmt: skip
BARE = (told, ahead)
