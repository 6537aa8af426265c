"""What a number says of what, by the first rule that can tell."""

from functools import cache

from baygraph.languages.en.again import of_them, restated, same_again
from baygraph.languages.en.cases import (
    AREA,
    Case,
    Measure,
    Rule,
    measured_noun,
    money_units,
    noun_measure,
    verb_of,
)
from baygraph.languages.en.clauses import group_start
from baygraph.languages.en.counted import Counted, phrase_after, phrase_before
from baygraph.languages.en.figure_words import lexicon, words
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.named_amounts import (
    apposed,
    deed_after,
    deeds,
    labelled,
    money_in,
    noun_for,
    rated,
    share_noun,
)
from baygraph.languages.en.spare_measures import (
    bare,
    changed,
    extent,
    for_which,
    held,
    listed_sum,
    of_those,
    owned,
    plain_money,
    worth_of_name,
)

FAR = 22  # tokens between a number and what it is put to


def measure_of(case: Case) -> Measure | None:
    """What a number measures, by the first rule that can tell."""
    rules = AMOUNT if case.number.unit else COUNT
    return next(filter(None, (rule(case) for rule in rules)), None)


def _counted(case: Case) -> Measure | None:
    """«60 enterprises», «18 new-type research institutions», «20 of its members», «a 30-member team»."""
    at = case.number.end
    if case.word(at) == "of":
        at += 1
        while case.word(at) and case.tokens[at].pos in {"DET", "ADJ", "NUM"}:
            at += 1
    hyphen = case.word(at) == "-" and case.tokens[at].start == case.tokens[at - 1].end
    found = phrase_after(case.tokens, at + hyphen)
    if found is None:
        return None
    if hyphen and singular(case.word(at + 1)) in words("uncounted", "sizes"):
        return None  # «6-inch wafers»
    if hyphen and found.head > at + 1:
        return Measure(singular(case.word(at + 1)), at + 1, at + 2, "figure/compound", 0.8)
    strong = case.word(at - 1) == "strong" and case.word(found.head) in words("nouns", "collective")
    if not found.plural and case.number.value != 1 and not strong:
        return None
    return noun_measure(_with_content(case, found), case.number.end, "figure/counted", 0.9)


def _with_content(case: Case, found: Counted) -> Counted:
    """«20 sets of equipment»: what a measure word counts."""
    if singular(case.word(found.head)) not in words("nouns", "counting") or case.word(found.stop) != "of":
        return found
    return phrase_after(case.tokens, found.stop + 1) or found


def _before_of(case: Case) -> Measure | None:
    """«a floor area of», «a population of», «growth of»: the noun before «of» and the number."""
    at = case.number.start
    if case.word(at - 1) not in {"of", "at", ":"}:
        return None
    if case.word(at - 2) in words("nouns", "extent_of"):
        return _to_the_tune(case, at - 3)
    found = phrase_before(case.tokens, at - 1)
    if found is None or singular(case.word(found.head)) in words("nouns", "empty"):
        return None
    if case.number.unit in AREA and singular(case.word(found.head)) not in words("nouns", "ground"):
        return _dimension(case)  # «a testing centre of 900 square metres»
    if found.text and case.word(at - 1) == "of":
        return noun_measure(found, case.number.end, "figure/noun-of")
    return None


def _to_the_tune(case: Case, at: int) -> Measure | None:
    """«secured financing, to the tune of 940 million yuan»: the noun before it."""
    while at > 0 and (case.tokens[at].pos in {"DET", "ADP"} or case.word(at) in {",", "to"}):
        at -= 1
    found = phrase_before(case.tokens, at + 1)
    if found is None or any(t.lower == "by" for t in case.tokens[max(0, found.first - 4) : found.first]):
        verbs = (t.lemma for t in case.tokens[: at + 1] if t.pos == "VERB" and t.lemma in deeds())
        name = next((deeds()[v].partition(" ")[0] for v in verbs), "")
        return Measure(name, case.number.first, case.number.end, "figure/to-the-tune") if name else None
    return noun_measure(found, case.number.end, "figure/to-the-tune")


def _put_at(case: Case) -> Measure | None:
    """«who put the number of companies in the district at more than 130»."""
    at = case.number.start
    if case.word(at - 1) != "at":
        return None
    for i in range(at - 2, max(-1, at - FAR), -1):
        if singular(case.word(i)) in words("nouns", "counting") and case.word(i + 1) == "of":
            found = phrase_after(case.tokens, i + 2)
            return noun_measure(found, case.number.end, "figure/number-of") if found else None
        if case.tokens[i].text in {";", ":"}:
            return None
    return None


def _share_of(case: Case) -> Measure | None:
    """«25 per cent of the companies», «15 percent of which are unicorns», «80 billion yuan of exports»."""
    at = case.number.end
    if case.word(at) in {"worth", "-"} and case.word(at + 1) == "of":
        at += 1
    if case.word(at) not in {"of", "in"} or (
        case.word(at) == "in" and case.tokens[at + 1 : at + 2] and case.tokens[at + 1].text[0].isupper()
    ):
        return None
    if case.word(at + 1) in words("nouns", "relative"):
        return _predicate(case, at + 2)
    begin = at + 1
    while case.word(begin) and case.tokens[begin].pos in {"DET"}:
        begin += 1
    found = phrase_after(case.tokens, begin)
    if found is not None and case.word(found.stop) in {"'s", "’s"}:
        found = owned(case, found.stop + 1)  # «61.2% of the zone's industrial total»
    return (
        noun_measure(found, case.number.end, "figure/share-of")
        if found
        and case.tokens[found.head].pos != "PROPN"
        and case.word(found.head) not in words("uncounted", "duration")
        else None
    )


def _predicate(case: Case, at: int) -> Measure | None:
    """«15 percent of which are by now unicorns»: what the share is."""
    tokens = case.tokens
    be = next((i for i in range(at, min(at + 3, len(tokens))) if tokens[i].pos in {"AUX", "VERB"}), None)
    if be is None:
        return None
    begin = be + 1
    while begin < len(tokens) and tokens[begin].pos in {"ADV", "ADP", "DET", "AUX"} and begin < be + 5:
        begin += 1
    found = phrase_after(tokens, begin)
    return noun_measure(found, case.number.end, "figure/predicate", 0.75) if found else None


def _deed(case: Case) -> Measure | None:
    """«spent 80 billion yuan on research», «invested $5 million in the project», «raised HK$2 billion»."""
    verb = verb_of(case)
    if verb is None or case.number.unit not in money_units():
        return None
    lemma, following = case.tokens[verb].lemma, case.word(verb + 1)
    noun = deeds().get(f"{lemma} {following}") or deeds().get(lemma)
    if noun is None:
        return None
    name, _, preposition = noun.partition(" ")
    thing = _object_of(case, preposition) if preposition in {"on", "for"} else None
    if thing:
        return Measure(f"{noun} {thing.text}", thing.head, case.number.end, "figure/deed")
    return Measure(name, verb, case.number.end, "figure/deed", 0.75)


def _object_of(case: Case, preposition: str) -> Counted | None:
    """The noun behind «on» or «in», over what is inserted."""
    for i in range(case.number.end, min(case.number.end + 22, len(case.tokens) - 1)):
        token = case.tokens[i]
        if token.lower == preposition:
            begin = i + 1
            while begin < len(case.tokens) and case.tokens[begin].pos == "DET":
                begin += 1
            found = phrase_after(case.tokens, begin)
            ok = found is not None and case.tokens[found.head].pos != "PROPN"
            return found if ok else None
        if token.pos in {"VERB", "AUX", "SCONJ"} or token.text == ";":
            return None
    return None


def _subject(case: Case) -> Measure | None:
    """«the floor area is …», «the number of firms has risen to …»: the noun before the verb."""
    verb = verb_of(case)
    if verb is None or case.tokens[verb].lemma not in words("verbs", "measuring"):
        return None
    if case.number.unit and case.word(case.number.start - 1) in {"a", "an"}:
        return None  # «is going into a 3,200 m² clean room»
    start = group_start(case.tokens, verb)
    return measured_noun(case, start)


def _compound(case: Case) -> Measure | None:
    """«a 50-million-yuan fund», «a 98-mu plot»: the noun that the amount describes."""
    at = case.number.end
    if case.number.unit == "%" or not case.word(at) or case.tokens[at].pos not in {"NOUN", "ADJ", "PROPN"}:
        return None
    found = phrase_after(case.tokens, at)
    if found is not None and case.tokens[found.head].pos == "PROPN":
        return None  # but «a US$30 million Series B round»
    if found is None or case.number.unit in AREA or case.word(found.head) in words("uncounted", "duration"):
        return None
    return noun_measure(found, case.number.end, "figure/compound", 0.75)


def _dimension(case: Case) -> Measure | None:
    """What the unit measures, where nothing else is said: «covers 98 hectares» is an area."""
    if case.number.unit == "%":
        return None
    name = _dimensions().get(case.number.unit)
    if name is None:
        return None
    return Measure(name, case.number.first, case.number.end, "figure/dimension", 0.8)


@cache
def _dimensions() -> dict[str, str]:
    return {unit: names[0] for unit, names in lexicon().table("dimensions").items()}


def _of_change(case: Case) -> Measure | None:
    """«up 12 percent», «grew by 4.1 percent»: what changes, before the verb."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit != "%" and case.word(at - 1) in {"a", "an"}:
        return None  # «is going into a 3,200 m² clean room»
    reach = 9 if case.word(at - 1) == "to" else 4  # «rose 23 per cent to RMB 4.6 billion»
    for i in range(at - 1, max(-1, at - reach), -1):
        if tokens[i].pos in {"NOUN", "PROPN"} and tokens[i].lower not in {
            "percent",
            "cent",
            "year",
            "points",
        }:
            return None
        if tokens[i].lower == "up" and i and tokens[i - 1].lemma in words("verbs", "occupying"):
            return None  # «takes up 1,850 mu»
        if tokens[i].lemma in words("verbs", "rising") | words("verbs", "falling"):
            return measured_noun(case, group_start(tokens, i))
    return None


def _worth(case: Case) -> Measure | None:
    """«contracts worth 6.5 billion yuan», «The fund, worth HK$5 billion»: what has the value."""
    at = case.number.start - 1
    if case.word(at) not in {"worth", "totaling", "totalling"}:
        return None
    at -= case.word(at - 1) == "each"
    at -= case.word(at - 1) == ","
    found = phrase_before(case.tokens, at)
    return noun_measure(found, case.number.end, "figure/worth") if found else None


def _costing(case: Case) -> Measure | None:
    """«is building a factory for ¥450m»."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit not in money_units():
        return None
    if case.word(at - 1) == "with" and case.word(case.number.end) == "from":
        return Measure(next(iter(words("nouns", "given"))), at - 1, case.number.end, "figure/given", 0.7)
    if case.word(at - 1) != "for":
        return None
    built = any(t.lemma in words("verbs", "building") for t in tokens[max(0, at - FAR) : at])
    return (
        Measure(next(iter(words("nouns", "cost"))), at - 1, case.number.end, "figure/cost", 0.7)
        if built
        else None
    )


COUNT: tuple[Rule, ...] = (
    of_them, same_again, _counted, of_those, labelled, _put_at, _before_of, _of_change, bare, _subject,
)  # fmt: skip
AMOUNT: tuple[Rule, ...] = (
    restated, labelled, apposed, for_which, _before_of, noun_for, _costing, _worth, worth_of_name, extent,
    money_in, listed_sum, _deed, deed_after, _share_of, share_noun, same_again, changed, _of_change, rated,
    bare, held, _subject, _compound, _dimension, plain_money,
)  # fmt: skip
