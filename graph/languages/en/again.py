"""Measures that were said before: «40 of them», «up from 600», «a further five», the same in another unit."""

from baygraph.annotation import Quantity
from baygraph.languages.en.cases import AREA, Case, Measure, money_units, noun_measure, verb_of
from baygraph.languages.en.clauses import is_finite
from baygraph.languages.en.counted import phrase_after
from baygraph.languages.en.figure_words import words


def of_them(case: Case) -> Measure | None:
    """«480 people, 310 of them engineers»: what some of those counted before are."""
    at = case.number.end
    if case.word(at) != "of" or case.word(at + 1) not in words("nouns", "relative"):
        return None
    found = phrase_after(case.tokens, at + 2)
    return noun_measure(found, case.number.end, "figure/of-them", 0.8) if found and found.plural else None


def restated(case: Case) -> Measure | None:
    """«80 billion yuan ($11.6 billion)», «98 mu, or 6.53 hectares»: the same in another unit."""
    if not case.before:
        return None
    last, at = case.before[-1], case.number.start
    kinds = _kind(last.unit), _kind(case.number.unit)
    between = [t.lower for t in case.tokens[last.stop : at]]
    joined = [w for w in between if w not in {"(", ",", "or", "about", "equivalent", "to", "around", "="}]
    if (
        kinds[0]
        and kinds[0] == kinds[1]
        and last.unit != case.number.unit
        and between
        and not joined
        and len(between) <= 4
    ):
        return Measure(last.measure, last.measure_head, case.number.end, "figure/restated")
    return None


def _kind(unit: str) -> str:
    return "money" if unit in money_units() else "area" if unit in AREA else ""


def same_again(case: Case) -> Measure | None:
    """«40 of them», «of whom 320», «up 23.5 percent», «to reach 8,037»: the measure said before."""
    if not case.before:
        return None
    same = (q for q in reversed(case.before) if q.unit == case.number.unit)
    last = next(same, case.before[-1])
    if any(says(case, last) for says in (_refers, _goes_on, _is_another, _reaches)):
        here = case.number.first if last.sentence != case.sentence else last.measure_head
        return Measure(last.measure, here, case.number.end, "figure/same-again", 0.75)
    return None


def _refers(case: Case, last: Quantity) -> bool:
    """«40 of them», «of whom 320», «Of these, some 142,000»."""
    at, end = case.number.start, case.number.end
    relative = words("nouns", "relative")
    behind = case.word(end) == "of" and case.word(end + 1) in relative
    before = at - 1 - (case.word(at - 1) == ",")
    return behind or (case.word(before - 1) == "of" and case.word(before) in relative)


def _goes_on(case: Case, last: Quantity) -> bool:
    """«up 23.5 percent», «up from 600», «rose from 5,524 to 8,037»."""
    if last.sentence != case.sentence:
        return False
    at, moving = case.number.start, words("verbs", "rising") | words("verbs", "falling")
    change = case.number.unit == "%" and case.word(at - 1) in moving
    former = case.word(at - 1) == "from" and case.word(at - 2) in moving and case.number.unit == last.unit
    against = case.word(at - 1) in {"against", "versus"} or case.word(at - 2) == "compared"
    compared = against and case.number.unit == last.unit  # «trained 74 engineers, against 51 in 2021»
    return change or former or compared


def _is_another(case: Case, last: Quantity) -> bool:
    """«a further five will come from …», «29 came from across the water», «and another 15»."""
    tokens, at, end = case.tokens, case.number.start, case.number.end
    if last.sentence != case.sentence or case.number.unit != last.unit:
        return False
    said = {t.lower for t in tokens[max(0, at - 1) : case.number.first]}
    alone = end >= len(tokens) - 1 or tokens[end].pos in {"VERB", "AUX", "PUNCT"}
    open_ = case.word(at - 1) in {",", ";", "and"} and end < len(tokens) and is_finite(tokens[end])
    reduced = end < len(tokens) and tokens[end].pos == "VERB" and tokens[end].readings[0].form == "part"
    if reduced and case.word(at - 1) in {",", "and"} and not case.number.unit:
        return True  # «140 patents filed, 58 granted»
    more = case.word(end) == "more" and not (end + 1 < len(tokens) and tokens[end + 1].pos in {"NOUN", "ADJ"})
    return more or (bool(said & words("context", "another")) and alone) or (open_ and not case.number.unit)


def _reaches(case: Case, last: Quantity) -> bool:
    """«is expected to exceed 100 billion»."""
    verb = verb_of(case)
    onward = verb is not None and case.tokens[verb].readings[0].form == "inf"
    same = case.number.unit == last.unit and last.sentence == case.sentence
    return onward and same and last.rule != "figure/counted" and last.stop < (verb or 0)
