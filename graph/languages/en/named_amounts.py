"""Measures that a noun beside a number names: labels, «5 million in grants», «a 30% stake»."""

from functools import cache

from baygraph.languages.en.cases import Case, Measure, money_units, noun_measure
from baygraph.languages.en.counted import phrase_after, phrase_before
from baygraph.languages.en.figure_words import lexicon, words
from baygraph.languages.en.morphology import singular

FARTHEST_LABEL = 8  # tokens between the beginning of a line and the colon behind its label
BULLETS = frozenset("•·▪►*–-")
PER_YEAR = (("a", "year"), ("per", "year"), ("per", "annum"), ("each", "year"), ("a", "month"))


@cache
def deeds() -> dict[str, str]:
    """Verb → the noun that names what is spent or got by it."""
    return {verb: nouns[0] for verb, nouns in lexicon().table("deeds").items()}


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


def deed_after(case: Case) -> Measure | None:
    """«Some HK$1.2 billion has been set aside»: what is done with the money."""
    end = case.number.end
    if case.number.unit not in money_units() or end >= len(case.tokens) or case.tokens[end].pos != "AUX":
        return None
    verb = next((t.lemma for t in case.tokens[end : end + 5] if t.pos == "VERB"), "")
    noun = deeds().get(verb)
    return Measure(noun.partition(" ")[0], case.number.first, end, "figure/deed", 0.7) if noun else None


def labelled(case: Case) -> Measure | None:
    """«Floor space: 9,400 sq m», «Budget for 2022: RMB 54 million»: the label of a line."""
    colon = case.number.start - 1
    if case.word(colon) != ":" or colon > FARTHEST_LABEL:
        return None
    found = phrase_after(case.tokens, int(case.tokens[0].text in BULLETS))
    if found is None or found.stop > colon:
        return None
    return noun_measure(found, case.number.end, "figure/labelled", 0.8)


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
    return noun_measure(found, case.number.end, "figure/share-noun", 0.75)


def rated(case: Case) -> Measure | None:
    """«a pilot line rated at 50 MWh a year»: what is made in a year is a capacity."""
    if case.number.unit not in {"kWh", "MWh", "GWh", "TWh"}:
        return None
    end = case.number.end
    yearly = (case.word(end), case.word(end + 1)) in PER_YEAR or case.word(end) in {"annually", "yearly"}
    if not yearly:
        return None
    return Measure(next(iter(words("nouns", "capacity"))), case.number.first, end, "figure/rated", 0.75)
