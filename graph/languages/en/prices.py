"""Measures of money that is paid for something: prices, what is bought, backed, or comes from somebody."""

from baygraph.languages.en.cases import Case, Measure, money_units
from baygraph.languages.en.counted import phrase_after
from baygraph.languages.en.figure_words import name_of, namings, words

FAR = 22  # tokens between a number and what it is paid for
EACH = frozenset({"a", "an", "per", "each", "apiece"})


def unit_price(case: Case) -> Measure | None:
    """«sold cobs at 9 yuan each», «at 88 yuan a tonne»: what one of them costs."""
    at, end = case.number.start, case.number.end
    one = case.word(end) in EACH and case.word(end + 1) not in words("uncounted", "duration")
    if case.number.unit not in money_units() or case.word(at - 1) != "at" or not one:
        return None
    told = words("verbs", "pricing") | words("verbs", "measuring")
    sold = any(t.lemma in words("verbs", "acquiring") for t in case.tokens[:at])
    aside = case.word(at - 2) in {",", "("} and not sold  # «And rents, at CNY 45 per square metre, are …»
    return None if aside or case.tokens[at - 2].lemma in told else _named(case, "price")


def bought(case: Case) -> Measure | None:
    """«was bought by Savvy for US$61 million», «took over the maker for RMB 880 million»."""
    at = case.number.start
    if case.number.unit not in money_units() or case.word(at - 1) != "for":
        return None
    for i in range(at - 2, max(-1, at - FAR), -1):
        token = case.tokens[i]
        if token.text in {";", ":"}:
            return None
        took = token.lemma in {"take", "takes"} and case.word(i + 1) == "over"
        if token.pos == "VERB" and (took or token.lemma in words("verbs", "acquiring")):
            return _named(case, "price" if token.lemma == "sell" else "purchase_price")
    return None


def backed(case: Case) -> Measure | None:
    """«paid for by China Mobile with 6 million yuan», «opened with MOP 32 million from the foundation»."""
    at = case.number.start
    if case.number.unit not in money_units() or case.word(at - 1) != "with":
        return None
    near = case.tokens[max(0, at - FAR) : at]
    paid = any(t.pos == "VERB" and t.lemma in words("verbs", "backing") for t in near)
    return _named(case, "given") if paid or case.word(case.number.end) == "from" else None


def coming(case: Case) -> Measure | None:
    """«A further EUR 400,000 comes from Porto»: money like that before; «goes into research»: funding."""
    end = case.number.end
    comes = case.word(end) in words("verbs", "coming") and case.word(end + 1) == "from"
    goes = case.word(end) in words("verbs", "going") and case.word(end + 1) in {"into", "towards", "toward"}
    if case.number.unit not in money_units() or not (comes or goes):
        return None
    last = next((q for q in reversed(case.before) if q.unit in money_units()), None)
    if last is None or goes:
        return _named(case, "given")
    return Measure(last.measure, case.number.first, end, "figure/same-again", 0.7)


def with_medal(case: Case) -> Measure | None:
    """«won first prize and MOP80,000», «gold and 300,000 yuan went to Blekksprut»."""
    at = case.number.start
    joined = case.word(at - 1) == "and" and case.word(at - 2) in words("nouns", "medals")
    return _named(case, "prize") if joined and case.number.unit in money_units() else None


def for_each(case: Case) -> Measure | None:
    """«20,000 yuan for every doctor», «at most HK$200 million per project»: what one of them gets."""
    end = case.number.end
    each = (case.word(end), case.word(end + 1)) in {("for", "every"), ("for", "each")}
    each = each or case.word(end) == "per"
    if case.number.unit not in money_units() or not each or case.word(case.number.start - 1) == "at":
        return None
    found = phrase_after(case.tokens, end + 1 + (case.word(end) == "for"))
    single = found is not None and not found.plural and case.tokens[found.head].pos == "NOUN"
    measures = words("uncounted", "duration") | words("nouns", "rated")
    if found is None or not single or case.word(found.head) in measures:
        return None
    given = namings("giving").get(case.tokens[case.number.start - 1].lemma)  # «awards up to RMB 1.5 million»
    name = given or name_of("subsidy")
    return Measure(f"{name} for {found.text}", case.number.first, end, "figure/for-each", 0.7)


def _named(case: Case, kind: str) -> Measure:
    return Measure(name_of(kind), case.number.start - 1, case.number.end, "figure/paid", 0.7)
