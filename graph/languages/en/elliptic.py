"""Measures of numbers whose noun is left out since it was said before, or is told by the verb beside them."""

from collections.abc import Sequence

from baygraph.annotation import Quantity, Token
from baygraph.languages.en.cases import Case, Measure, measured_noun, money_units, noun_measure, timed
from baygraph.languages.en.clauses import group_start
from baygraph.languages.en.counted import phrase_after, phrase_before
from baygraph.languages.en.figure_words import namings, words
from baygraph.languages.en.numerals import starts

REACH = 8  # tokens between a verb and its number


def listed(case: Case) -> Measure | None:
    """«31,000 and 52,000 international patents», «14, 9 and 6 firms»: the noun behind the last number."""
    tokens, at = case.tokens, case.number.end
    held = case.word(case.number.start - 1) == "of" and case.tokens[case.number.start - 2].pos == "NOUN"
    if case.number.unit or not case.number.digits or held:  # «a staff of 60 and three teams»
        return None
    joined = False
    while at + 1 < len(tokens) and tokens[at].lower in {",", "and", "or", "&"} and _is_digits(tokens[at + 1]):
        joined = joined or tokens[at].text != ","
        at += 2
    if not joined:
        return None
    found = phrase_after(tokens, at)
    return noun_measure(found, case.number.end, "figure/listed", 0.75) if found and found.plural else None


def _is_digits(token: Token) -> bool:
    return token.text[0].isdecimal() and starts(token)


def gone_on(case: Case) -> Measure | None:
    """A number of what was counted or measured before in the same sentence, without its noun."""
    last = _last(case)
    if last is None or not any(says(case) for says in SAYING):
        return None
    return Measure(last.measure, last.measure_head, case.number.end, "figure/same-again", 0.75)


def _last(case: Case) -> Quantity | None:
    here = [q for q in case.before if q.sentence == case.sentence]
    kinds = {case.number.unit, ""} if case.number.unit == "%" else {case.number.unit}
    return next((q for q in reversed(here) if q.unit in kinds), None)


def _bare(case: Case) -> bool:
    """No noun follows."""
    at = case.number.end
    return at >= len(case.tokens) or case.tokens[at].pos in {"PUNCT", "ADP", "AUX", "VERB", "CCONJ", "SCONJ"}


def _is_part(case: Case) -> bool:
    """«…, including 75 from overseas», «among them 12 in Macao», «of which 30 …»."""
    return case.word(case.number.start - 1) in words("verbs", "including") and _bare(case)


def _each_time(case: Case) -> bool:
    """«150 doctoral students, 30 per year»."""
    return timed(case) and case.left() in {",", "or", "(", "–", "—"} and not case.number.unit


def _sums_up(case: Case) -> bool:
    """«…, taking the total to 178,000», «bringing the number to 96»."""
    at = case.number.start
    near = [t.lower for t in case.tokens[max(0, at - 6) : at]]
    summed = near[-1:] in (["to"], ["at"]) and any(w in words("nouns", "sums") for w in near)
    return summed and _bare(case)


def _out_of(case: Case) -> bool:
    """«Twelve teams out of 140», «… from 22»: all of those, or as many as there were."""
    at = case.number.start
    out = (case.word(at - 2), case.word(at - 1)) == ("out", "of")
    former = case.word(at - 1) == "from" and any(t.lower == "down" for t in case.tokens[:at])
    return (out or former) and _bare(case) and not case.number.unit


def _left(case: Case) -> bool:
    """«a further 15 per cent from Macao», «the remaining 20 percent from the province»."""
    near = {t.lower for t in case.tokens[max(0, case.number.first - 1) : case.number.first]}
    kept = near & (words("context", "another") | {"remaining", "other"})
    behind = case.tokens[case.number.end : case.number.end + 1]
    return bool(kept) and bool(behind) and behind[0].pos in {"ADP", "PUNCT"} and behind[0].lower != "of"


def _is_object(case: Case) -> bool:
    """«received 212 proposals and shortlisted 30, of which …»: the bare object of another verb."""
    at, end = case.number.start, case.number.end
    verb = case.tokens[at - 1] if at else None
    if verb is None or case.number.unit or verb.pos != "VERB" or verb.lemma in words("verbs", "measuring"):
        return False
    return case.number.digits and (end >= len(case.tokens) or case.tokens[end].text in {",", ";", "."})


SAYING = (_is_part, _each_time, _sums_up, _out_of, _left, _is_object)


def by_doers(case: Case) -> Measure | None:
    """«More than 1,200 had applied»: those who do what the verb says."""
    tokens, end = case.tokens, case.number.end
    if case.number.unit or not _opens(case):
        return None
    verb = next((t for t in tokens[end : end + 4] if t.pos == "VERB"), None)
    small = all(t.pos in {"AUX", "ADV", "VERB"} for t in tokens[end : end + 2])
    name = namings("doers").get(verb.lemma) if verb is not None and small else None
    return Measure(name, case.number.first, end, "figure/doers", 0.7) if name else None


def _opens(case: Case) -> bool:
    """The number opens its clause."""
    at = case.number.start - 1
    return at < 0 or case.tokens[at].text in {",", ";", "."} or case.tokens[at].pos in {"CCONJ", "SCONJ"}


def share_that(case: Case) -> Measure | None:
    """«61 percent said they planned to expand»: a share of those counted before does something."""
    end = case.number.end
    behind = case.tokens[end] if end < len(case.tokens) else None
    if case.number.unit != "%" or behind is None or not case.before:
        return None
    counts = [q for q in case.before if not q.unit or (q.unit == "%" and q.sentence == case.sentence)]
    acts = behind.pos == "VERB" or (behind.pos == "PART" and case.word(case.number.start - 1) == "and")
    if not counts or not acts or not _opens(case):
        return None
    return Measure(counts[-1].measure, case.number.first, end, "figure/share-that", 0.7)


def mark(case: Case) -> Measure | None:
    """«Annual turnover has passed the 2-billion-yuan mark»: what reaches a mark."""
    tokens, end = case.tokens, case.number.end
    behind = next((t for t in tokens[end : end + 2] if t.text != "-"), None)
    if behind is None or behind.lower not in words("nouns", "mark"):
        return None
    start = case.number.start
    verb = next((i for i in range(start - 1, max(-1, start - REACH), -1) if tokens[i].pos == "VERB"), -1)
    return measured_noun(case, group_start(tokens, verb)) if verb > 0 else None


def priced(case: Case) -> Measure | None:
    """«Tickets start at MOP 120», «Rents range from 40 yuan»: what has a price."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit not in money_units() or case.word(at - 1) not in {"at", "from", "for"}:
        return None
    verb = at - 2
    if verb < 1 or tokens[verb].lemma not in words("verbs", "pricing"):
        return None
    head = tokens[group_start(tokens, verb) - 1]
    if head.pos == "PROPN" and group_start(tokens, verb) == 1:
        found = phrase_after([head], 0)
        return noun_measure(found, case.number.end, "figure/priced", 0.75) if found else None
    return measured_noun(case, group_start(tokens, verb))


def put_at(case: Case) -> Measure | None:
    """«puts occupancy at 78 per cent, against 61»: the object of a verb of telling or setting."""
    tokens, at = case.tokens, case.number.start
    if case.word(at - 1) != "at":
        return None
    found = phrase_before(tokens, at - 1)
    before = tokens[found.first - 1] if found and found.first else None
    told = before is not None and before.lemma in words("verbs", "putting")
    return noun_measure(found, case.number.end, "figure/put-at") if found and told else None


def now(case: Case) -> Measure | None:
    """«The population of the area, now some 110,000, is …»: the noun that a number in commas explains."""
    tokens, at = case.tokens, case.number.start
    while at and tokens[at - 1].lower in words("context", "by_now"):
        at -= 1
    closed = case.word(case.number.end) in {",", ")", "."} or case.number.end >= len(tokens)
    if not closed or case.word(at - 1) not in {",", "("} or not _may_be_now(tokens, at - 1):
        return None
    return measured_noun(case, at - 1)


def _may_be_now(tokens: Sequence[Token], stop: int) -> bool:
    """A noun for a number or a measure is in the words before the comma."""
    start = stop
    while start and tokens[start - 1].text not in {",", ";", ":", "("}:
        start -= 1
    told = words("nouns", "counting") | words("nouns", "collective") | words("nouns", "change")
    return any(t.lower in told and t.pos == "NOUN" for t in tokens[start:stop])


def compared(case: Case) -> Measure | None:
    """«a power draw 30% below that of …», «No stake above 15%», «2,890, or 15.6 percent more»."""
    if case.number.unit != "%":
        return None
    at, end = case.number.start, case.number.end
    found = phrase_before(case.tokens, at)
    against = case.word(end) in words("verbs", "comparing")
    if found and found.text and (against or case.number.approximate):
        return noun_measure(found, end, "figure/compared", 0.7)
    last = case.before[-1] if case.before else None
    if against and last is not None and last.sentence == case.sentence:
        return Measure(last.measure, last.measure_head, end, "figure/same-again", 0.7)
    return None


def of_the_total(case: Case) -> Measure | None:
    """«RMB 176 billion, accounting for 19% of the total»: a share of what was measured before."""
    at = case.number.end
    while case.word(at) in {"of", "the", "its", "their", "all"}:
        at += 1
    if case.number.unit != "%" or at == case.number.end or case.word(at) not in words("nouns", "sums"):
        return None
    verb = case.number.start - 2
    parted = verb > 0 and case.word(verb) in words("verbs", "partaking")
    found = phrase_before(case.tokens, verb) if parted else None  # «exports making up 17% of the total»
    if found is not None and found.text:
        return noun_measure(found, at + 1, "figure/share-of")
    here = [q for q in case.before if q.sentence == case.sentence]
    if (case.tokens[at + 1 : at + 2] and case.tokens[at + 1].pos in {"NOUN", "ADJ"}) or not here:
        return None
    return Measure(here[-1].measure, here[-1].measure_head, at + 1, "figure/same-again", 0.7)
