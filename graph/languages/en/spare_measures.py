"""Measures where a number stands without its noun: told before, changed by a share, or plain money."""

from functools import cache

from baygraph.annotation import Quantity
from baygraph.languages.en.capitals import head_types
from baygraph.languages.en.cases import Case, Measure, measured_noun, money_units, noun_measure
from baygraph.languages.en.counted import Counted, phrase_after, phrase_before
from baygraph.languages.en.figure_words import lexicon, name_of, words
from baygraph.languages.en.morphology import is_plural, singular

NEAR = 9  # tokens between a verb of owning and its share
FAR = 22  # tokens between a number and what it is put to
LISTED = 8  # tokens between two sums of one list
GIVERS = frozenset({"from", "by", "to", "for"})
SMALL = frozenset({"PUNCT", "DET", "CCONJ", "SCONJ", "ADV", "ADJ", "ADP"})


def bare(case: Case) -> Measure | None:
    """«There were nine.», «So far 312 have been supported», «60 percent have stayed»: what was counted."""
    tokens, end = case.tokens, case.number.end
    last = next((q for q in reversed(case.before) if not q.unit and q.rule != "figure/compound"), None)
    if last is None or case.number.unit not in {"", "%"}:
        return None
    verb = end < len(tokens) and tokens[end].pos == "AUX"
    there = [t.lower for t in tokens[max(0, case.number.start - 2) : case.number.start]]
    ends = end >= len(tokens) or tokens[end].text in {".", ";", ","}
    if not (verb and _opens(case)) and not (there[:1] == ["there"] and ends and not case.number.unit):
        return None
    return Measure(last.measure, case.number.first, end, "figure/bare", 0.7)


def _opens(case: Case) -> bool:
    """Whether the number is the subject of its clause: only small words stand before it there."""
    at = case.number.start - 1
    while at >= 0 and case.tokens[at].pos in SMALL and case.tokens[at].text not in {",", ";"}:
        at -= 1
    return at < 0 or case.tokens[at].text in {",", ";"}


def of_those(case: Case) -> Measure | None:
    """«engineers and scientists …, at least 30 of them a year»: the plural that was named before."""
    tokens, end = case.tokens, case.number.end
    if case.number.unit or case.word(end) != "of" or case.word(end + 1) not in {"them", "these", "those"}:
        return None
    heads = (i for i in range(case.number.start - 1, 0, -1) if tokens[i].pos == "NOUN")
    head = next((i for i in heads if is_plural(tokens[i].lower) and _is_somebody(tokens[i].lower)), None)
    found = phrase_before(tokens, head + 1) if head is not None else None
    return noun_measure(found, end, "figure/of-those", 0.7)._replace(stop=end) if found else None


def _is_somebody(lower: str) -> bool:
    return singular(lower) in words("nouns", "people") or lower in words("nouns", "plural_forms")


def held(case: Case) -> Measure | None:
    """«The Brazilian side holds 49%, the Chinese side 51%»: a share of what is owned."""
    tokens, at = case.tokens, case.number.start
    near = tokens[max(0, at - NEAR) : at]
    owns = any(t.lemma in words("verbs", "owning") for t in near) and case.word(case.number.end) != "of"
    if case.number.unit != "%" or not owns:
        return None
    return Measure(name_of("share"), case.number.first, case.number.end, "figure/held", 0.7)


def listed_sum(case: Case) -> Measure | None:
    """«300 million yuan from A, 120 million from B and a further 80 million from C»: one kind of money."""
    last = _last_sum(case)
    if last is None or case.word(case.number.end) not in GIVERS:
        return None
    between = case.tokens[last.stop : case.number.first]
    joined = any(t.text == "," or t.pos == "CCONJ" for t in between) and len(between) <= 2 * LISTED
    verbs = any(t.pos in {"VERB", "AUX", "SCONJ"} for t in between)
    if not joined or verbs:
        return None
    return Measure(last.measure, last.measure_head, case.number.end, "figure/listed", 0.7)


def _last_sum(case: Case) -> Quantity | None:
    units = {case.number.unit} & money_units()
    return next((q for q in reversed(case.here()) if q.unit in units), None)


def worth_of_name(case: Case) -> Measure | None:
    """«the Seed Prize, worth RMB 300,000»: the head of the name that has the value."""
    at = case.number.start - 1
    if case.number.unit not in money_units():
        return None
    if case.word(at + 1) in words("hedges", "summing"):  # «an investment totaling 50 billion yuan»
        found = phrase_before(case.tokens, at + 1)
        return noun_measure(found, case.number.end, "figure/worth") if found else None
    if case.word(at) == "of" and case.tokens[at - 1].pos == "PROPN":  # «A Deep Sea Programme of 1.2 billion»
        return _head_of_name(case, at - 1)
    if case.word(at) != "worth":
        return None
    if case.tokens[at - 1].lemma == "be":
        reduced = case.tokens[at - 2].readings[0].form == "part"
        return measured_noun(case, at - 1 - reduced)  # «The 18 projects are worth 23.5 billion yuan»
    at -= 1 + (case.word(at - 1) == ",")
    return _head_of_name(case, at)


def _head_of_name(case: Case, at: int) -> Measure | None:
    lower = singular(case.word(at))
    return Measure(lower, at, case.number.end, "figure/worth", 0.75) if lower in head_types() else None


def owned(case: Case, at: int) -> Counted | None:
    """The noun phrase behind an owner's mark, an adjective («the zone's | industrial total»)."""
    stop = at
    while stop < len(case.tokens) and case.tokens[stop].pos in {"NOUN", "ADJ"}:
        stop += 1
    return phrase_after(case.tokens, at) or phrase_before(case.tokens, stop)


def plain_money(case: Case) -> Measure | None:
    """«will support a cluster with up to EUR 350,000»: the word before it that says what the money is."""
    if case.number.unit not in money_units():
        return None
    tokens, at = case.tokens, case.number.start
    near = (i for i in range(at - 1, max(-1, at - FAR), -1) if tokens[i].lemma in words("nouns", "money"))
    head = next(near, None)
    if head is None or any(t.text in {";", ":"} for t in tokens[head:at]):
        return None
    return Measure(tokens[head].lemma, head, case.number.end, "figure/plain-money", 0.6)


def for_which(case: Case) -> Measure | None:
    """«Construction, for which the firm has set aside RMB620 million»: the action before the clause."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit not in money_units():
        return None
    for i in range(at - 1, max(0, at - FAR), -1):
        if tokens[i].lower == "which" and tokens[i - 1].lower in {"for", "on", "in", "into"}:
            found = phrase_before(tokens, i - 1 - (case.word(i - 2) == ","))
            acts = found is not None and singular(case.word(found.head)).endswith(
                tuple(words("nouns", "actions"))
            )
            return noun_measure(found, case.number.end, "figure/for-which") if found and acts else None
    return None


def _is_action(lower: str) -> bool:
    return singular(lower).endswith(tuple(words("nouns", "actions")))


def extent(case: Case) -> Measure | None:
    """«55 kilometers long»: what the adjective says."""
    end = case.number.end
    name = next((n for n, ws in _extents().items() if case.word(end) in ws), None)
    name = name or (
        case.word(end + 1) if case.word(end) == "in" and case.word(end + 1) in _extents() else None
    )
    return Measure(name, case.number.first, end + 1, "figure/extent") if name else None


@cache
def _extents() -> dict[str, frozenset[str]]:
    return {name: frozenset(ws.split()) - {"in"} for name, ws in lexicon().map("extents").items()}
