"""Measures of Chinese numbers that tell how something changed: «由15名增加到25名», «比上年同期增长17.5%»."""

from baygraph.languages.zh.figure_words import words
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.measures import Case, Measure, made, noun_before, skipped


def changed(case: Case) -> Measure | None:
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


def changed_from(case: Case) -> Measure | None:
    """«联盟成员从最初的9家发展到如今的58家»: both values have the noun before 从."""
    if case.counter in words("counters", "people") - words("counters", "whole"):
        return None
    near = {t.lemma for t in case.tokens[max(0, case.first - 4) : case.first]}
    after = {t.lemma for t in case.tokens[case.stop : case.stop + 6]}
    reaching = words("measures", "reaching") | words("measures", "stretching")
    changes = near & reaching or (near & words("measures", "from") and after & reaching)
    return changed(case) if changes else None


def _reached(case: Case) -> Measure | None:
    """«…增加到25名», «三年內拟增至120名»: the value to which what was counted before goes."""
    last = case.before[-1] if case.before else None
    before = {t.lemma for t in case.tokens[max(0, case.first - 4) : case.first]}
    if last is None or not before & words("measures", "reaching") or last.unit != case.unit:
        return None
    own = noun_before(case, skipped(case))
    if own and not _is_counted_or_sum(case, *own):
        return made(case, *own, "figure/changed")  # «工作站增至25家»
    return Measure(case.first, case.stop, last.measure, "figure/again")


def _is_counted_or_sum(case: Case, first: int, stop: int) -> bool:
    """«由9人增至112人», «总数达到173家»: no noun of its own."""
    numbered = first > 0 and tag(case.tokens[first - 1])[0] == "m"
    return numbered or case.tokens[stop - 1].lemma in words("measures", "sums")


def grown(case: Case) -> Measure | None:
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
        return elsewhere(case, *own, word)
    start = max((i + 1 for i in range(at) if case.tokens[i].text in "，；。,;"), default=0)
    for stop in range(start + 1, near[-1]):
        found = noun_before(case, stop)
        if (
            found
            and found[0] >= start
            and (
                tag(case.tokens[stop])[0] in "pd" or case.tokens[stop].lemma in words("measures", "compared")
            )
        ):
            return elsewhere(case, *found, word)
    last = case.before[-1] if case.before else None
    return Measure(case.first, case.stop, last.measure + word, "figure/again") if last else None


def elsewhere(case: Case, first: int, stop: int, change: str = "") -> Measure:
    """A noun that stands apart from the number, with the word of its change."""
    noun = made(case, first, stop, "figure/again")
    return noun._replace(first=case.first, stop=case.stop, text=noun.text + change)


def _before_change(case: Case, at: int) -> int:
    """Back over what stands between a noun and its change: 誤報率 | 同比 下降."""
    while at > 0 and (
        tag(case.tokens[at - 1]) == "d" or case.tokens[at - 1].lemma in words("measures", "compared")
    ):
        at -= 1
    return at
