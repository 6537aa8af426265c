"""Measures of Chinese numbers that tell a difference or a part: the noun before 比, 低于, 由 or a bracket."""

from baygraph.annotation import Quantity
from baygraph.languages.zh.figure_words import words
from baygraph.languages.zh.heads import head_types, tag
from baygraph.languages.zh.measures import Case, Measure, made, noun_before, skipped

MARKS = frozenset("，；。,;（(")
FAR = 10  # tokens between 比 or 由 and a number


def compared(case: Case) -> Measure | None:
    """«单位能耗比传统产线低三成», «成本仍比原生纱高出两千元»: what differs, and how."""
    at = _comparison(case)
    if at < 0:
        return None
    word = _difference(case, at)
    noun = noun_before(case, _back(case, at)) if word else None
    if noun:
        return _elsewhere(case, made(case, *noun, "figure/again").text + word)
    last = _told_last(case)
    return _elsewhere(case, last.measure + word) if word and last else None


def _comparison(case: Case) -> int:
    """Where 比, 较 or 低于 stands in the clause of the number, or -1."""
    if not case.unit and case.counter in words("counters", "people"):
        return -1
    for at in range(case.first - 2, max(-1, case.first - FAR), -1):
        if case.tokens[at].text in MARKS:
            return -1
        if case.tokens[at].lemma in words("measures", "comparing"):
            return at
    return -1


def _difference(case: Case, at: int) -> str:
    """The word that says how two things differ: 低, 高出, 减轻."""
    differing = words("measures", "moving") | words("measures", "differing")
    own = case.tokens[at].lemma in words("measures", "differing")  # «租金低于市场价四成»
    found = [t.text for t in case.tokens[at if own else at + 1 : case.first] if t.lemma in differing]
    return found[-1] if found else ""


def _back(case: Case, at: int) -> int:
    """Back over 仍, 可, 也 before 比."""
    while at > 0 and (
        tag(case.tokens[at - 1]) == "d" or case.tokens[at - 1].lemma in words("approximate", "exact")
    ):
        at -= 1
    return at


def _told_last(case: Case) -> Quantity | None:
    """What the sentence told before: «成交额3.4亿元，比上届多了12%»."""
    same = [q for q in case.here if case.unit or not q.unit]
    return same[-1] if same else None


def _elsewhere(case: Case, text: str) -> Measure:
    return Measure(case.first, case.stop, text, "figure/again")


def borne_by(case: Case) -> Measure | None:
    """«费用由发展基金资助七成»: what is borne in part stands before 由."""
    verb = case.tokens[case.first - 1] if case.first else None
    if case.unit != "%" or verb is None or verb.lemma not in words("measures", "bearing"):
        return None
    for at in range(case.first - 2, max(0, case.first - 2 * FAR), -1):
        if case.tokens[at].text in MARKS:
            return None
        if case.tokens[at].lemma == "由":
            noun = noun_before(case, at)
            return _elsewhere(case, made(case, *noun, "").text) if noun else None
    return None


def share_named(case: Case) -> Measure | None:
    """«海外收入403亿元，占比36.8%»: the share of what was told right before."""
    at = case.first - 1
    if (
        case.unit != "%"
        or at < 1
        or case.tokens[at].lemma not in words("measures", "shares")
        or case.tokens[at - 1].text not in MARKS
    ):
        return None
    told = case.here[-1].measure if case.here else ""
    return _elsewhere(case, told + case.tokens[at].text)


def bracketed(case: Case) -> Measure | None:
    """«优秀奖（30名）», «三等奖（5名，奖金各8万元）»: the noun before the bracket that its number opens."""
    at = skipped(case)
    follows = case.tokens[case.stop].text if case.stop < len(case.tokens) else ""
    if at < 2 or case.tokens[at - 1].text not in "（(" or follows not in {"）", ")", "，", "、", "；"}:
        return None
    noun = noun_before(case, at - 1)
    return _elsewhere(case, made(case, *noun, "").text) if noun else None


def headed(case: Case) -> Measure | None:
    """«…的硕士研究生，首批15人», «创业团队，拟遴选不超过10个»: the noun that ends the clause before."""
    tokens, at = case.tokens, case.first
    while at > 0 and (tag(tokens[at - 1]) == "d" or tokens[at - 1].lemma in words("measures", "introducing")):
        at -= 1
    if at in {0, 1, case.first} or tokens[at - 1].text != "，" or _counts_on(case):
        return None
    noun = noun_before(case._replace(names=()), at - 1)
    if noun is None or (case.counter in words("counters", "people")) != _is_of_people(case, noun[1] - 1):
        return None
    return _elsewhere(case, made(case, *noun, "").text)


def _counts_on(case: Case) -> bool:
    """Something is counted behind the number, or was counted before it in the sentence."""
    goes_on = case.stop < len(case.tokens) and case.tokens[case.stop].text[0].isalnum()
    return goes_on or any(not q.unit for q in case.here)


def _is_of_people(case: Case, at: int) -> bool:
    return case.tokens[at].lemma.endswith(tuple(words("measures", "person_ends")))


def done_with(case: Case) -> Measure | None:
    """«展位卖出去1200个», «论文发了6篇»: what one does something with, and no one who does it."""
    tokens, at = case.tokens, case.first
    while at > 0 and tokens[at - 1].lemma in words("measures", "done"):
        at -= 1
    if case.unit or at in {0, case.first} or tag(tokens[at - 1])[0] != "v":
        return None
    noun = noun_before(case, at - 1)
    if noun is None or head_types(tokens[noun[1] - 1].lemma) or _is_of_people(case, noun[1] - 1):
        return None
    return _elsewhere(case, made(case, *noun, "").text)


def act_behind(case: Case) -> Measure | None:
    """«41项申请», «逾70场“一对一”洽谈», «120万元收入»: a noun that a dictionary takes for a verb."""
    tokens, at = case.tokens, case.stop
    if case.counter in words("counters", "people") | words("counters", "whole"):
        return None
    if at < len(tokens) and tokens[at].text in "“「":
        at = 1 + next((i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].text in "”」"), at)
    ends = at + 1 >= len(tokens) or not tokens[at + 1].text[0].isalnum()
    known = at < len(tokens) and tokens[at].lemma in words("measures", "acts")
    return made(case, at, at + 1, "figure/counted") if known and ends else None


def members(case: Case) -> Measure | None:
    """«科学与技术委员会共13人»: those who make up a body."""
    at = skipped(case)
    if case.counter not in words("counters", "people") or at in {0, case.first}:
        return None
    if not case.tokens[at - 1].lemma.endswith(tuple(words("measures", "collective"))):
        return None
    noun = noun_before(case._replace(names=()), at)
    return made(case, *noun, "figure/members") if noun else None


def those_who(case: Case) -> Measure | None:
    """«落户深圳的有133名», «现在全职的有46人»: what those counted do or are."""
    at = case.first - 1
    if (
        at < 2
        or case.counter not in words("counters", "people")
        or "".join(t.lemma for t in case.tokens[at - 1 : at + 1]) not in words("measures", "those")
    ):
        return None
    first = at - 1
    while first > 0 and at - first < FAR and case.tokens[first - 1].text[0].isalnum():
        first -= 1
    return made(case, first, at - 1, "figure/those-who") if first < at - 1 else None


def labelled(case: Case) -> Measure | None:
    """«液体闪烁体：2万吨» on a line of its own: the label."""
    colon = case.first - 1
    while colon > 0 and case.tokens[colon].lemma in words("approximate", "exact"):
        colon -= 1
    label = case.tokens[:colon]
    whole = (
        0 < colon < FAR
        and case.tokens[colon].text in "：:"
        and all(t.text[0].isalnum() for t in label)
        and tag(label[-1])[0] == "n"
    )
    ends = case.stop == len(case.tokens) or not case.tokens[case.stop].text[0].isalnum()
    return made(case, 0, colon, "figure/subject") if whole and ends else None
