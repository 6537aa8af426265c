"""Measures that a noun beside a number names: labels, «5 million in grants», «a 30% stake»."""

from baygraph.languages.en.capitals import head_types
from baygraph.languages.en.cases import AREA, Case, Measure, money_units, noun_measure, timed
from baygraph.languages.en.counted import phrase_after, phrase_before
from baygraph.languages.en.figure_words import name_of, words
from baygraph.languages.en.morphology import singular

ENERGY = frozenset({"kWh", "MWh", "GWh", "TWh"})


def apposed(case: Case) -> Measure | None:
    """«The grant, HK$8 million over three years, comes from …»: the noun that an amount explains."""
    at = case.number.start
    if case.number.unit not in money_units() or case.word(at - 1) != ",":
        return None
    found = phrase_before(case.tokens, at - 1)
    opens = found is not None and case.word(found.first) in {"the", "a", "an", "its", "their"}
    if found is None or not opens or found.plural or case.word(case.number.end) not in {",", "over", "for"}:
        return None
    return noun_measure(found, case.number.end, "figure/apposed", 0.75)


def money_in(case: Case) -> Measure | None:
    """«5 million yuan in start-up money», «32 million yuan of equipment»: what the money is or buys."""
    at = case.number.end
    if case.number.unit not in money_units() or case.word(at) not in {"in", "of"}:
        return None
    found = phrase_after(case.tokens, at + 1) if at + 1 < len(case.tokens) else None
    if found is None or case.tokens[at + 1].pos in {"DET", "PROPN", "VERB"}:
        return None
    known = singular(case.word(found.head)) in words("nouns", "money")
    return noun_measure(found, case.number.end, "figure/money-in") if known or case.word(at) == "of" else None


def noun_for(case: Case) -> Measure | None:
    """«the cheque for HK$1.5 million», «a contract for 5 million yuan»: what is made out for a sum."""
    at = case.number.start
    if case.number.unit not in money_units() or case.word(at - 1) != "for":
        return None
    found = phrase_before(case.tokens, at - 1)
    if found is None or singular(case.word(found.head)) not in words("nouns", "bills"):
        return None
    return noun_measure(found, case.number.end, "figure/noun-for", 0.75)


def share_noun(case: Case) -> Measure | None:
    """«a 30% stake», «a 25 percent discount»: the noun that a share describes."""
    at = case.number.end
    if case.number.unit != "%" or case.word(case.number.start - 1) not in {"a", "an", "the", "its"}:
        return None
    found = phrase_after(case.tokens, at)
    if found is None or found.plural or found.head > at + 2:
        return None
    said = noun_measure(found, case.number.end, "figure/share-noun", 0.75)
    of_what = phrase_after(case.tokens, found.stop + 1)
    if case.word(found.stop) not in {"in", "on"} or case.word(found.head) not in words("nouns", "change"):
        return said
    common = of_what is not None and case.tokens[of_what.head].pos == "NOUN"
    return said._replace(text=f"{found.text} in {of_what.text}") if of_what and common else said


def changed_by(case: Case) -> Measure | None:
    """«output of 47.3 billion yuan, a gain of 18.5%»: a change of what was measured before."""
    at = case.number.start
    change = case.word(at - 1) == "of" and case.word(at - 2) in words("nouns", "change")
    if case.number.unit != "%" or not change:
        return None
    here = [q for q in case.here() if q.unit != "%"]
    if not here or case.word(at - 4) not in {",", "(", "—", "–", ";"}:
        return None
    text = f"{case.word(at - 2)} in {here[-1].measure}"
    return Measure(text, at - 2, case.number.end, "figure/changed-by", 0.75)


def spaced(case: Case) -> Measure | None:
    """«an apartment of 120 square metres»: the area of what is named."""
    at = case.number.start
    found = phrase_before(case.tokens, at - 1)
    if case.number.unit not in AREA or case.word(at - 1) != "of" or found is None or not found.text:
        return None
    if singular(case.word(found.head)) in words("nouns", "ground") | frozenset(head_types()):
        return None  # «a testing centre of 900 square metres» is what has the area
    area = name_of("area")
    return noun_measure(found, case.number.end, "figure/spaced", 0.75)._replace(
        text=f"{singular(case.word(found.head))} {area}"
    )


def rated(case: Case) -> Measure | None:
    """«a pilot line rated at 50 MWh a year»: what is made in a year is a capacity."""
    if case.number.unit not in ENERGY or not timed(case):
        return None
    return Measure(name_of("capacity"), case.number.first, case.number.end, "figure/rated", 0.75)
