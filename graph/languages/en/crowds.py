"""Measures of people and things whose noun is no neighbour: employees, inhabitants, some of all."""

from baygraph.languages.en.cases import Case, Measure, noun_measure, verb_of
from baygraph.languages.en.counted import past_articles, phrase_after
from baygraph.languages.en.figure_words import name_of, words
from baygraph.languages.en.numerals import numeral_at, starts

LEAST_PEOPLE = 1000  # inhabitants of what is called a city, a district, a village
ENDING = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "ADV"})
MOST_OF_RATIO = 10  # «nine out of ten graduates»


def employees(case: Case) -> Measure | None:
    """«employs 41 people», «employs 250», «gives work to 5,900»."""
    end = case.number.end
    persons = case.word(end) in words("nouns", "persons")
    behind = case.tokens[end] if end < len(case.tokens) else None
    bare = behind is None or behind.pos in ENDING
    works = (_employs(case) and (bare or persons)) or (_gives_work(case) and bare)
    if not works or case.word(end) == "of":
        return None
    name = name_of("employee")
    head = end if persons else case.number.first
    return Measure(name, head, end + persons, "figure/employees", 0.8)


def _employs(case: Case) -> bool:
    verb = verb_of(case)
    right = case.word(case.number.start - 1) in words("verbs", "employing")  # «…, and employ 250»
    return right or (verb is not None and case.tokens[verb].lemma in words("verbs", "employing"))


def _gives_work(case: Case) -> bool:
    near = [case.word(case.number.start - back) for back in (2, 1)]
    return near[1] in {"to", "for"} and near[0] in words("nouns", "jobs")


def inhabitants(case: Case) -> Measure | None:
    """«a city of 1.2 million»: its population."""
    at, end = case.number.start, case.number.end
    behind = case.tokens[end] if end < len(case.tokens) else None
    alone = behind is None or behind.pos in {*ENDING, "VERB", "AUX", "PRON", "DET"}
    alone = alone or case.word(end) in words("nouns", "persons")
    settled = case.word(at - 1) == "of" and case.word(at - 2) in words("nouns", "settled")
    if (
        case.number.value < LEAST_PEOPLE
        or not settled
        or not (alone or case.word(end) in words("nouns", "persons"))
    ):
        return None
    return Measure(name_of("population"), at - 2, end, "figure/inhabitants", 0.8)


def out_of(case: Case) -> Measure | None:
    """«17 out of 20 rabbits», «two out of 33 machines»: the noun behind the second number."""
    at = case.number.end
    if (case.word(at), case.word(at + 1)) != ("out", "of"):
        return None
    at = past_articles(case.tokens, at + 2)
    number = numeral_at(case.tokens, at) if at < len(case.tokens) and starts(case.tokens[at]) else None
    if number is None or number.value <= MOST_OF_RATIO or number.end >= len(case.tokens):
        return None
    found = phrase_after(case.tokens, number.end)
    if found is None or not found.plural:
        return None
    return noun_measure(found, case.number.end, "figure/out-of", 0.8)._replace(stop=case.number.end)


def strong(case: Case) -> Measure | None:
    """«the 14-strong firm»: how many work there."""
    at = case.number.end
    if case.word(at - 1) != "strong" or case.number.unit:
        return None
    found = phrase_after(case.tokens, at)
    collective = found is not None and case.word(found.head) in words("nouns", "collective")
    if found is None or collective or found.plural:
        return None
    return Measure(name_of("staff"), at - 1, at, "figure/strong", 0.7)


def of_all(case: Case) -> Measure | None:
    """«Of 46 teams from overseas only 11 stayed»: those before, in the same clause."""
    here = case.here()
    last, end = here[-1] if here else None, case.number.end
    if case.number.unit or last is None or last.unit or end >= len(case.tokens):
        return None
    of = next((i for i in (last.first - 1, last.first - 2) if case.word(i) == "of"), -1)
    opens = of == 0 or (of > 0 and (case.tokens[of - 1].pos == "PUNCT" or case.word(of - 1) == "and"))
    if not opens or case.tokens[end].pos not in {"VERB", "AUX"}:
        return None
    return Measure(last.measure, last.measure_head, end, "figure/same-again", 0.75)


def now_has(case: Case) -> Measure | None:
    """«had only two health centres; it now has eight»: as those before."""
    last = next((q for q in reversed(case.before) if not q.unit), None)
    end = case.number.end
    ends = end >= len(case.tokens) or case.tokens[end].text in {".", ",", ";"}
    if last is None or case.number.unit or not ends or not _has_now(case):
        return None
    return Measure(last.measure, case.number.first, end, "figure/same-again", 0.7)


def _has_now(case: Case) -> bool:
    at = case.number.start
    near = [t.lower for t in case.tokens[max(0, at - 3) : at]]
    has = bool(near) and case.tokens[at - 1].lemma in words("verbs", "having")
    return has and any(w in words("context", "by_now") for w in near)
