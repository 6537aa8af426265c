"""Measures that a label names: «Floor space: 9,400 sq m», «Length 179.8 m; beam 32.8 m»."""

from baygraph.languages.en.cases import Case, Measure, money_units, noun_measure, timed
from baygraph.languages.en.counted import Counted, phrase_after, phrase_before
from baygraph.languages.en.figure_words import namings, words
from baygraph.languages.en.morphology import singular

FARTHEST_LABEL = 8  # tokens between the beginning of a label and the colon behind it
EDGES = frozenset("•·▪►*;.(")
CLOSING = frozenset(",;.)(")
SMALL = frozenset({"DET", "PUNCT"})


def labelled(case: Case) -> Measure | None:
    """«Floor space: 9,400 sq m», «Budget for 2022: RMB 54 million»: the label of a line."""
    colon = case.number.start - 1
    if case.word(colon) != ":" or _is_item(case):
        return None
    if case.word(colon - 1) == ")":  # «Goods handled (to the end of 2023): 21,300 tonnes»
        colon = next((i for i in range(colon - 2, 0, -1) if case.word(i) == "("), colon)
    first = colon
    while first > 0 and colon - first <= FARTHEST_LABEL and case.word(first - 1) not in EDGES:
        first -= 1
    if colon - first > FARTHEST_LABEL:
        return None
    while first < colon and case.tokens[first].pos in SMALL:
        first += 1
    found = _content(case, phrase_after(case.tokens, first))
    if found is None or found.stop > colon:
        return None
    if _has_words(case, first) and case.tokens[found.head].pos != "NOUN":
        return None  # «Corvanix (SZSE: 301977)»
    return noun_measure(found, case.number.end, "figure/labelled", 0.8)


def _has_words(case: Case, stop: int) -> bool:
    """The line has more than marks and numbers before a token."""
    return any(t.text[0].isalpha() for t in case.tokens[:stop] if t.pos not in SMALL)


def _is_item(case: Case) -> bool:
    """«Open sea: 1. Blekksprut»: the first place in a list."""
    single = case.number.value == 1 and case.word(case.number.end) == "."
    return case.number.digits and not case.number.unit and single


def _content(case: Case, found: Counted | None) -> Counted | None:
    """«Number of employees», «Share of researchers with degrees»: what is counted there."""
    if found is None or case.word(found.stop) != "of":
        return found
    head = singular(case.word(found.head))
    counts = head in words("nouns", "counting" if not case.number.unit else "labelled_shares")
    return (phrase_after(case.tokens, found.stop + 1) or found) if counts else found


def beside(case: Case) -> Measure | None:
    """«Length 179.8 m; beam 32.8 m; displacement 42,600 t»: the noun right before an amount."""
    closed = case.right() in {"", *CLOSING} or timed(case)
    if case.number.unit in {"", "%"} or not closed or case.left() in namings("dimensions_told"):
        return None
    found = phrase_before(case.tokens, case.number.start)
    if found is None or not found.text or not _opens(case, found) or case.tokens[found.head].has("VERB"):
        return None
    if case.number.unit in money_units():
        return _another_price(case)
    return noun_measure(found, case.number.end, "figure/beside", 0.75)


def _another_price(case: Case) -> Measure | None:
    """«Fees: 2,400 yuan; students 600 yuan»."""
    last = case.before[-1] if case.before else None
    if last is None or last.rule != "figure/labelled" or last.unit != case.number.unit:
        return None
    return Measure(last.measure, case.number.first, case.number.end, "figure/same-again", 0.75)


def _opens(case: Case, found: Counted) -> bool:
    """The noun phrase opens its part of the line; «Refining capacity» begins with what looks like a verb."""
    first = found.first
    if first and case.tokens[first - 1].readings[0].form == "ger":
        first -= 1
    named = case.tokens[found.head].pos in {"NOUN", "PROPN"}
    return named and (first == 0 or case.word(first - 1) in CLOSING | {":", "•"})
