"""Measures of shares: who holds a degree, how accurate or full something is, how much less it needs."""

from baygraph.annotation import Quantity
from baygraph.languages.en.cases import Case, Measure, measured_noun, noun_measure
from baygraph.languages.en.clauses import group_start
from baygraph.languages.en.counted import past_articles, phrase_after, phrase_before
from baygraph.languages.en.figure_words import namings, words

NEAR = 12  # tokens between a verb of change and its share
REACH = 8  # tokens between «of which» and the share
COMPARING = frozenset({"more", "less", "fewer"})


def degrees(case: Case) -> Measure | None:
    """«62% hold a postgraduate degree», «40 per cent of them with doctoral degrees»: the degree."""
    tokens, end = case.tokens, case.number.end
    if case.number.unit != "%":
        return None
    at = next((i for i in range(end, min(end + 6, len(tokens))) if _leads(case, i)), None)
    if at is None:
        return None
    found = phrase_after(tokens, past_articles(tokens, at + 1))
    known = found is not None and case.word(found.head) in words("nouns", "degrees")
    return noun_measure(found, end, "figure/degrees", 0.75)._replace(stop=end) if found and known else None


def _leads(case: Case, at: int) -> bool:
    token = case.tokens[at]
    return token.lower in {"with", "having"} or token.lemma in words("verbs", "owning") | {"have"}


def quality(case: Case) -> Measure | None:
    """«accurate to 92.7%», «90 per cent full»: what the adjective says."""
    at = case.number.start
    if case.number.unit != "%":
        return None
    before = at - 2 if case.word(at - 1) in {"to", "at"} else at - 1
    names = (namings("qualities").get(case.word(i)) for i in (case.number.end, before))
    name = next(filter(None, names), None)
    return Measure(name, case.number.first, case.number.end, "figure/quality", 0.75) if name else None


def less_of(case: Case) -> Measure | None:
    """«17% less diesel», «yielded 11% more»: what is saved or gained."""
    at, end = case.number.start, case.number.end
    if case.number.unit != "%" or case.word(end) not in COMPARING:
        return None
    found = phrase_after(case.tokens, end + 1) if end + 1 < len(case.tokens) else None
    if found is not None and case.tokens[found.head].pos == "NOUN":
        return noun_measure(found, end, "figure/less-of", 0.75)
    name = namings("deeds").get(case.tokens[at - 1].lemma, "") if at else ""
    return Measure(name.partition(" ")[0], at - 1, end, "figure/less-of", 0.7) if name else None


def changed(case: Case) -> Measure | None:
    """«cut labour costs by 35 per cent»: the object of a verb of change."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit != "%" or case.word(at - 1) != "by":
        return None
    changing = words("verbs", "changing")
    verb = next((i for i in range(at - 2, max(-1, at - NEAR), -1) if tokens[i].lemma in changing), -1)
    if not 0 <= verb < at - 2:
        return None
    first = past_articles(tokens, verb + 1)
    found = phrase_after(tokens, first)
    again = any(t.lower == "by" for t in tokens[first : at - 1])  # «costs by 20% and emissions by 30%»
    if found is None or again or found.stop >= at or case.word(found.stop) not in {"of", "in", "for", "by"}:
        found = phrase_before(tokens, at - 1)
    return noun_measure(found, case.number.end, "figure/changed", 0.75) if found else None


def now_at(case: Case) -> Measure | None:
    """«Grid losses, now at 14.6 percent, should drop»: the noun before the insertion."""
    at = case.number.start - 1
    if case.number.unit != "%" or case.word(at) != "at" or case.word(case.number.end) not in {",", ")"}:
        return None
    while at and case.word(at - 1) in words("context", "by_now"):
        at -= 1
    return measured_noun(case, at - 1) if case.word(at - 1) in {",", "("} else None


def part_of_which(case: Case) -> Measure | None:
    """«…, of which the park bears 40 percent», «40 per cent of which comes from …»."""
    last = _last(case)
    if last is None or not (_behind_which(case) or _before_which(case)):
        return None
    return Measure(last.measure, last.measure_head, case.number.end, "figure/same-again", 0.7)


def _last(case: Case) -> Quantity | None:
    return next((q for q in reversed(case.here()) if case.number.unit in {"%", q.unit}), None)


def _before_which(case: Case) -> bool:
    end = case.number.end
    later = case.tokens[end + 2 : end + 3]
    acts = bool(later) and later[0].pos == "VERB"
    return acts and (case.word(end), case.word(end + 1)) == ("of", "which")


def _behind_which(case: Case) -> bool:
    for i in range(case.number.start - 1, max(0, case.number.start - REACH), -1):
        if case.word(i) == "which":
            return case.word(i - 1) == "of"
        if case.tokens[i].pos == "PUNCT" or case.word(i) == "and":
            return False
    return False


def came(case: Case) -> Measure | None:
    """«Imports climbed to $350 billion; about 13 percent came from Malaysia»: of what was measured."""
    comes = case.word(case.number.end) in words("verbs", "coming")
    here = case.here()
    if case.number.unit != "%" or not comes or not here:
        return None
    return Measure(here[-1].measure, case.number.first, case.number.end, "figure/same-again", 0.7)


def fallen(case: Case) -> Measure | None:
    """«Food waste, says the manager, is down 22%»: the subject before what is inserted."""
    at = case.number.start - 1
    if case.number.unit != "%" or case.word(at) not in {"down", "up"} or case.tokens[at - 1].lemma != "be":
        return None
    return measured_noun(case, group_start(case.tokens, at - 1))
