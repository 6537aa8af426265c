"""What was counted before, of which a Chinese number tells more: «最终入选20个», «其中6名», «其中近八成»."""

from baygraph.languages.zh.figure_words import words
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.measures import Case, Measure, noun_before, skipped, told


def again(case: Case) -> Measure | None:
    """«…75个项目，最终入选20个»: the things counted before, people for people."""
    people = case.counter in words("counters", "people")
    counts = [] if case.unit or people else [q for q in case.before if not q.unit]
    if not counts or case.counter in words("counters", "whole") | words("counters", "bare"):
        return None
    return Measure(case.first, case.stop, counts[-1].measure, "figure/again")


def share_of(case: Case) -> Measure | None:
    """«其中近八成人»: a share of what was counted before; of people where the noun is one for people."""
    if case.unit != "%" or not case.before or told(case):
        return None  # «其中深创投认缴30%»
    if not of_them(case, 4) or _is_of_all(case):
        return None
    noun = case.tokens[case.stop].lemma if case.stop < len(case.tokens) else ""
    people = [q for q in case.before if q.rule.endswith("people")] if noun.startswith("人") else []
    money = [q for q in case.here[-1:] if q.unit in words("measures", "currencies") and _is_borne(case)]
    chosen = (people or money or [q for q in case.before if not q.unit] or [case.before[-1]])[-1]
    return Measure(case.first, case.stop, chosen.measure, "figure/share")


def _is_of_all(case: Case) -> bool:
    """«穆斯林占当中87%»: the noun before 占 has the share."""
    return "".join(t.lemma for t in case.tokens[max(0, case.first - 2) : case.first]) in words(
        "measures", "share_of_all"
    )


def _is_borne(case: Case) -> bool:
    """«投资4300万美元，其中四成由乌方承担»: a share of the money itself."""
    behind = case.tokens[case.stop : case.stop + 8]
    return any(t.lemma in words("measures", "bearing") for t in behind)


def of_them(case: Case, reach: int) -> bool:
    """«其中6名», «其12%»: a word for those counted before; «其中香港学生40名» is another noun."""
    near = range(max(0, case.first - reach), case.first)
    found = [i for i in near if case.tokens[i].lemma in words("measures", "of_them")]
    found = [i for i in found if not _is_named(case, i + 1)]
    return any(case.tokens[i].lemma != "其" or i == case.first - 1 for i in found)


def _is_named(case: Case, first: int) -> bool:
    """A noun of its own stands between the word for those counted and the number."""
    stop = skipped(case)
    noun = noun_before(case, stop) if stop > first else None
    return noun is not None and noun[0] >= first and tag(case.tokens[noun[1] - 1]) in {"n", "nz", "l", "j"}
