"""What a number counts or measures, by the first way of saying it that fits."""

from baygraph.languages.zh.again import again, of_them, share_of
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
from baygraph.languages.zh.figure_words import words
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

COMPARED = frozenset({"同比", "环比", "料", "较"})
SHARE = 9  # tokens between 占 and 的
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


def _changed_from(case: Case) -> Measure | None:
    """«联盟成员从最初的9家发展到如今的58家»: both values have the noun before 从."""
    if case.counter in words("counters", "people") - words("counters", "whole"):
        return None
    near = {t.lemma for t in case.tokens[max(0, case.first - 4) : case.first]}
    after = {t.lemma for t in case.tokens[case.stop : case.stop + 6]}
    reaching = words("measures", "reaching") | words("measures", "stretching")
    changes = near & reaching or (near & words("measures", "from") and after & reaching)
    return _changed(case) if changes else None


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
    own = noun_before(case, _before_change(case, near[-1]))
    if own:
        return _again(case, *own, word)
    start = max((i + 1 for i in range(at) if case.tokens[i].text in "，；。,;"), default=0)
    for stop in range(start + 1, near[-1]):
        found = noun_before(case, stop)
        if (
            found
            and found[0] >= start
            and (tag(case.tokens[stop])[0] in "pd" or case.tokens[stop].lemma in COMPARED)
        ):
            return _again(case, *found, word)
    last = case.before[-1] if case.before else None
    return Measure(case.first, case.stop, last.measure + word, "figure/again") if last else None


def _again(case: Case, first: int, stop: int, change: str = "") -> Measure:
    """A noun that stands apart from the number, with the word of its change."""
    noun = made(case, first, stop, "figure/again")
    return noun._replace(first=case.first, stop=case.stop, text=noun.text + change)


def _before_change(case: Case, at: int) -> int:
    """Back over what stands between a noun and its change: 誤報率 | 同比 下降."""
    while at > 0 and (tag(case.tokens[at - 1]) == "d" or case.tokens[at - 1].lemma in COMPARED):
        at -= 1
    return at


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
            return _again(case, *(noun_before(case, at + 1) or (at, at + 1)))
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
    if at and case.tokens[at - 1].lemma in words("measures", "recruiting") and _ends(case):
        text = case.tokens[at - 1].text + counted
        return Measure(at - 1, case.stop, text, "figure/recruited")
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
            return made(case, case.stop, at + 1, "figure/money")
        if not case.tokens[at].text.isalnum() or tag(case.tokens[at])[0] in "duv":
            return None
    return None


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
    party, persons, of_people, respectively, _recruited, _changed_from, _whole, _of_them, share_of, with_verb,
    behind, sums, ahead, _changed, behind_relative, _object_before, long_verb, told, done, again, by_counter,
)  # fmt: skip
AMOUNT = (
    share_of, _share_is, _part_of, respectively, sums, _grown, _sized, _money_behind, share_in_front, ahead,
    _changed, told, behind, behind_relative, joined, _by_verb, _share_said, done, again, _granted, by_area,
    by_default,
)  # fmt: skip
