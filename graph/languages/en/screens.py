"""Why a number is no figure: labels, ranges, dates, durations, ratios, parties said before."""

from collections.abc import Callable

from baygraph.languages.en.cases import Case
from baygraph.languages.en.figure_words import words
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.numerals import starts
from baygraph.languages.en.tokens import QUOTES

DASHES = frozenset("-–‑‒")
MOST_OF_RATIO = 10  # «nine out of ten», but «12 out of 97 entries»
FEW = 4  # «three places» are the parties of something, «twelve places» a count
MOST_DAYS = 31
YEARS = range(1990, 2100)
LONGEST_NAME = 8  # tokens in quotes that make a name or a slogan rather than speech


Screen = Callable[[Case], str]


def _zero(case: Case) -> str:
    return "nothing of it" if case.number.value == 0 else ""


def _one(case: Case) -> str:
    is_word = case.number.value == 1 and not case.number.unit and not case.number.digits
    return "one of its kind, no count" if is_word else ""


def _points(case: Case) -> str:
    return "a difference of shares" if case.number.unit == "pp" else ""


def _label(case: Case) -> str:
    """«Phase 2», «No. 5», «Fortune 500», «Boeing 737»."""
    at = case.number.first
    if at == 0 or case.number.start < at or case.number.unit:
        return ""
    before = case.tokens[at - 1]
    is_name = before.pos == "PROPN" and before.text[0].isupper()
    if at > 1 and is_name and not before.lower.endswith(("day", "ly")):
        return "" if _counts_something(case) else "a label"
    acts = at > 1 and case.tokens[at - 2].pos in {"AUX", "PART"}  # «can seat 180 guests»
    signed = before.lower in words("context", "sign") and case.number.digits and not acts
    stopped = before.text == "." and case.left(2) in words("context", "sign")
    return "a label" if signed or stopped else ""


def _counts_something(case: Case) -> bool:
    """«Shenzhen 20 companies …» is rare, «In Guangdong, 20 …» has a comma; a plural behind tells."""
    return case.number.end < len(case.tokens) and case.tokens[case.number.end].readings[0].number == "pl"


def _ranking(case: Case) -> str:
    """«the top 10», «a top 500 company»."""
    at = case.number.first
    return "a ranking" if at and case.tokens[at - 1].lower in words("context", "ranking") else ""


def _clock_or_ratio(case: Case) -> str:
    """«9:30», «3:0», «24/7», «+86 760 …», «10.10.2020», «9 p.m.»."""
    is_code = case.number.digits and (_is_clock(case) or _touches(case))
    return "a time, a ratio or a code" if is_code else ""


def _is_clock(case: Case) -> bool:
    meridian = case.right() in words("context", "meridian")
    return meridian and (case.right(1), case.right(2)) == (".", "m")


def _touches(case: Case) -> bool:
    tokens, at, stop = case.tokens, case.number.first, case.number.stop
    before = at > 0 and tokens[at - 1].text in {":", "/", "+", "#"} and tokens[at - 1].end == tokens[at].start
    behind = stop < len(tokens) and tokens[stop].text in {":", "/"}
    return before or (behind and tokens[stop].start == tokens[stop - 1].end)


def _range(case: Case) -> str:
    """«20-30 people», «from 10 to 20», «between 5 and 8 percent»: two bounds are not one value."""
    return "a range" if _goes_on(case) or _has_come(case) else ""


def _goes_on(case: Case) -> bool:
    return any(_leads_on(case, at) for at in (case.number.stop, case.number.end))


def _leads_on(case: Case, at: int) -> bool:
    """The word at a token leads to a second number."""
    if at + 1 >= len(case.tokens) or not starts(case.tokens[at + 1]):
        return False
    joins = case.word(at) == "to" or (case.word(at) == "and" and case.left() in {"from", "between"})
    return case.word(at) in DASHES or (joins and not _changes(case))


def _has_come(case: Case) -> bool:
    tokens, at = case.tokens, case.number.start
    if at < 2:
        return False
    if tokens[at - 1].text in DASHES and starts(tokens[at - 2]):
        return True
    opened = any(
        t.lower in {"from", "between"} and starts(n)
        for t, n in zip(tokens[max(0, at - 7) : at], tokens[max(1, at - 6) : at], strict=False)
    )
    opened = opened or (tokens[at - 1].lower == "to" and starts(tokens[at - 2]))  # «20 to 30 guests»
    return tokens[at - 1].lower in {"to", "and"} and opened and not _changes(case)


def _changes(case: Case) -> bool:
    """«rose from 5,524 to 8,037»."""
    moving = words("verbs", "rising") | words("verbs", "falling") | words("verbs", "moving")
    return any(t.lemma in moving for t in case.tokens[: case.number.start])


def _age(case: Case) -> str:
    """«from the age of 65», «people aged 30»."""
    left = case.left(2) if case.left() == "of" else case.left()
    bare = not case.number.unit and left in words("context", "aged")
    return "an age" if bare else ""


def _duration(case: Case) -> str:
    """«24 hours», «a five-year plan», «ten full working days»."""
    steps = 0
    while case.right(steps) == "-" or case.right(steps) in words("context", "whole"):
        steps += 1
    unit = case.right(steps)
    is_time = {unit, singular(unit)} & words("uncounted", "duration")
    return "a length of time" if is_time and not case.number.unit else ""


def _ratio(case: Case) -> str:
    """«three times», «two-thirds»."""
    word = case.right() if case.right() != "-" else case.right(1)
    if case.number.value <= MOST_OF_RATIO and _has_share(case):
        return "a ratio"
    if case.left() in {"per", "every"} and case.number.digits and not case.number.unit:
        return "a ratio"  # «4.7 robots per 100 workers»
    return "a ratio" if word in words("uncounted", "times") and not case.number.unit else ""


def _has_share(case: Case) -> bool:
    """«one in five residents», «nine out of ten graduates»."""
    words_between = 1 if case.left() == "in" else 2 if (case.left(2), case.left()) == ("out", "of") else 0
    before = case.number.start - words_between - 1
    return words_between > 0 and before >= 0 and starts(case.tokens[before])


def _indefinite(case: Case) -> str:
    """«a few hundred», «several thousand»."""
    vague = case.word(case.number.first - 1) in words("context", "vague")
    return "an indefinite number" if vague else ""


def _known(case: Case) -> str:
    """«the three places», «these four cities», «both»: said before; «two sides» are no count."""
    number = case.number
    if number.unit or number.approximate:
        return ""
    definite = case.word(number.first - 1) in words("context", "definite")
    if definite and not number.scaled and not _is_whole(case):
        return "said before"
    is_party = singular(case.right()) in words("uncounted", "party") and number.value <= FEW
    return "the parties, no count" if is_party and not number.digits else ""


def _is_whole(case: Case) -> bool:
    """«Of the 46 companies, 29 …», «one of the 28 laboratories»: how many there are is said only here."""
    tokens, at = case.tokens, case.number.first
    if at > 1 and tokens[at - 2].text == "Of":
        return True
    part = at > 2 and tokens[at - 2].lower == "of" and starts(tokens[at - 3])
    return case.number.digits and (part or _is_told(case) or _is_compound(case))


def _is_compound(case: Case) -> bool:
    """«The 16-member delegation»: how many they are is said in passing."""
    collective = words("nouns", "compounds")
    return case.right() == "-" and case.right(1) in collective and case.number.value > FEW


def _is_told(case: Case) -> bool:
    """«The 18 projects signed at the fair», «the 40 firms that …»: which ones is said only here."""
    after = case.tokens[case.number.end + 1 : case.number.end + 3]
    plural = case.number.end < len(case.tokens) and case.tokens[case.number.end].pos == "NOUN"
    reduced = bool(after) and after[0].pos == "VERB" and after[0].readings[0].form == "part"
    return plural and (reduced or [t.lower for t in after[:1]] == ["that"])


def _name(case: Case) -> str:
    """«"one zone, two parks"»: a number inside a short text in quotes."""
    tokens = case.tokens
    at = case.number.first
    start = next((k for k in range(at - 1, max(-1, at - LONGEST_NAME), -1) if tokens[k].text in QUOTES), -1)
    end = next((k for k in range(at, min(len(tokens), at + LONGEST_NAME)) if tokens[k].text in QUOTES), -1)
    inside = start >= 0 and 0 < end - start <= LONGEST_NAME and tokens[start].end == tokens[start + 1].start
    return "part of a name" if inside and tokens[end].start == tokens[end - 1].end else ""


def _date(case: Case) -> str:
    """«for 19 and 20 March»: the first of two days; «the budget up to 2028 amounts to»."""
    return "a date" if _is_day(case) or _is_year(case) else ""


def _is_day(case: Case) -> bool:
    tokens, at = case.tokens, case.number.stop
    if at + 2 >= len(tokens) or case.number.value > MOST_DAYS or not starts(tokens[at + 1]):
        return False
    joined = tokens[at].lower in {"and", "to", "or", "-", "–"}
    return joined and tokens[at + 2].lower in words("dates", "months")


def _is_year(case: Case) -> bool:
    tokens, number = case.tokens, case.number
    if not number.first or number.end >= len(tokens) or number.unit or number.value not in YEARS:
        return False
    after = tokens[number.end]
    until = tokens[number.first - 1].lower in {"to", "until"} and tokens[number.first].text.isdecimal()
    return until and (after.pos != "NOUN" or after.has("VERB"))


SCREENS: tuple[Screen, ...] = (
    _zero, _one, _points, _date, _age, _name, _label, _ranking, _clock_or_ratio, _range, _duration,
    _ratio, _indefinite, _known,
)  # fmt: skip
