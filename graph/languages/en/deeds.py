"""Measures that the verb beside a sum of money tells: what is spent, given, raised or built for it."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.cases import Case, Measure, money_units, noun_measure, verb_of
from baygraph.languages.en.counted import Counted, past_articles, phrase_after, phrase_before
from baygraph.languages.en.figure_words import name_of, namings, words

FAR = 22  # tokens between a number and what it is put to
RECIPIENT = 7  # tokens of whom money is given to
NAMED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART"})


def to_the_tune(case: Case, at: int) -> Measure | None:
    """«secured financing, to the tune of 940 million yuan»: the noun before it."""
    while at > 0 and (case.tokens[at].pos in {"DET", "ADP"} or case.word(at) in {",", "to"}):
        at -= 1
    found = phrase_before(case.tokens, at + 1)
    if found is None or any(t.lower == "by" for t in case.tokens[max(0, found.first - 4) : found.first]):
        verbs = (t.lemma for t in case.tokens[: at + 1] if t.pos == "VERB" and t.lemma in namings("deeds"))
        name = next((namings("deeds")[v].partition(" ")[0] for v in verbs), "")
        return Measure(name, case.number.first, case.number.end, "figure/to-the-tune") if name else None
    return noun_measure(found, case.number.end, "figure/to-the-tune")


def deed(case: Case) -> Measure | None:
    """«spent 80 billion yuan on research», «invested $5 million in the project», «raised HK$2 billion»."""
    verb = verb_of(case)
    if verb is None or case.number.unit not in money_units():
        return None
    noun = _noun_of(case, verb)
    price = case.word(case.number.start - 1) == "at" and case.tokens[verb].lemma in words("verbs", "pricing")
    if noun is None or price:  # «Tickets sell at 40 yuan»
        return None
    name, _, preposition = noun.partition(" ")
    thing = _object_of(case, preposition) if preposition in {"on", "for"} else None
    if thing:
        return Measure(f"{noun} {thing.text}", thing.head, case.number.end, "figure/deed")
    name = namings("deeds_alone").get(case.tokens[verb].lemma, name)
    return Measure(_with_purpose(case, name), verb, case.number.end, "figure/deed", 0.75)


def _noun_of(case: Case, verb: int) -> str | None:
    """What money is by a verb; what a winner gets is a prize."""
    lemma, following = case.tokens[verb].lemma, case.word(verb + 1)
    deeds = namings("deeds")
    noun = deeds.get(f"{lemma} {following}") or deeds.get(f"{lemma} {case.word(case.number.end)}")
    noun = noun or deeds.get(lemma)
    won = noun and any(t.lower in words("nouns", "winners") for t in case.tokens[:verb])
    return name_of("prize") if won else noun


def _with_purpose(case: Case, name: str) -> str:
    """«up to 50 million yuan for a new line», «CNY 600,000 towards a home»: what the money is for."""
    at = case.number.end
    if case.word(at) not in {"for", "towards", "toward"} or case.word(at + 1) not in words("nouns", "any"):
        return name
    found = phrase_after(case.tokens, at + 2)
    known = found is not None and case.tokens[found.head].pos == "NOUN" and not _is_time(case, found.head)
    return f"{name} for {found.text}" if found and known else name


def _is_time(case: Case, at: int) -> bool:
    return case.word(at) in words("uncounted", "duration")


def _object_of(case: Case, preposition: str) -> Counted | None:
    """The noun behind «on» or «in», over what is inserted."""
    for i in range(case.number.end, min(case.number.end + FAR, len(case.tokens) - 1)):
        token = case.tokens[i]
        if token.lower == preposition:
            found = phrase_after(case.tokens, past_articles(case.tokens, i + 1))
            ok = found is not None and case.tokens[found.head].pos != "PROPN"
            return found if ok else None
        if token.pos in {"VERB", "AUX", "SCONJ"} or token.text == ";":
            return None
    return None


def given(case: Case) -> Measure | None:
    """«pays the station 4 million kronor», «offers newly recruited doctors 400,000 yuan each»."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit not in money_units():
        return None
    first = at
    while first > 0 and at - first < RECIPIENT and _may_get(tokens, first - 1):
        first -= 1
    verb = next((i for i in range(max(0, first - 1), at) if _gives(tokens, i)), -1)
    if verb < 0 or verb >= at - 1:
        return None
    name = namings("giving")[tokens[verb].readings[0].lemma]
    receiver = phrase_before(tokens, at)
    thing = f"{name} for {receiver.text}" if receiver and receiver.first > verb else name
    return Measure(thing, verb, case.number.end, "figure/given", 0.75)


def _gives(tokens: Sequence[Token], at: int) -> bool:
    """A verb of giving, or its like that is taken for a noun in front of whom it is given to («offers»)."""
    token = tokens[at]
    return token.readings[0].lemma in namings("giving") and (
        token.pos == "VERB" or (token.has("VERB") and at + 1 < len(tokens) and tokens[at + 1].pos != "NOUN")
    )


def _may_get(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    newly = token.pos == "ADV" and token.lower.endswith("ly")
    passive = token.pos == "VERB" and any(r.form == "part" for r in token.readings)
    return token.pos in NAMED or newly or (passive and tokens[at + 1].pos == "NOUN")


def costing(case: Case) -> Measure | None:
    """«is building a factory for ¥450m»."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit not in money_units():
        return None
    if case.word(at - 1) != "for":
        return None
    near = range(max(0, at - FAR), at)
    built = any(tokens[i].lemma in words("verbs", "building") or _is_put_up(case, i) for i in near)
    return Measure(name_of("cost"), at - 1, case.number.end, "figure/cost", 0.7) if built else None


def _is_put_up(case: Case, at: int) -> bool:
    return case.tokens[at].lemma == "put" and case.word(at + 1) == "up"


def deed_after(case: Case) -> Measure | None:
    """«Some HK$1.2 billion has been set aside», «RMB 5.4 billion invested so far»: what is done with it."""
    end, tokens = case.number.end, case.tokens
    if case.number.unit not in money_units() or end >= len(tokens) or not _is_done(tokens[end]):
        return None
    verb = next((i for i in range(end, min(end + 5, len(tokens))) if tokens[i].pos == "VERB"), None)
    if verb is None:
        return None
    lemma = tokens[verb].lemma
    noun = namings("deeds").get(f"{lemma} {case.word(verb + 1)}") or namings("deeds").get(lemma)
    return Measure(noun.partition(" ")[0], case.number.first, end, "figure/deed", 0.7) if noun else None


def _is_done(token: Token) -> bool:
    return token.pos == "AUX" or (token.pos == "VERB" and any(r.form == "part" for r in token.readings))
