"""What a number says of what, by the first rule that can tell."""

from baygraph.languages.en.again import of_them, restated, same_again
from baygraph.languages.en.cases import (
    AREA,
    Case,
    Measure,
    Rule,
    measured_noun,
    noun_measure,
    verb_of,
)
from baygraph.languages.en.clauses import group_start
from baygraph.languages.en.counted import AFTER_VERB, Counted, phrase_after, phrase_before
from baygraph.languages.en.deeds import costing, deed, deed_after, given, to_the_tune
from baygraph.languages.en.elliptic import (
    by_doers,
    compared,
    gone_on,
    listed,
    mark,
    now,
    of_the_total,
    priced,
    put_at,
    share_that,
)
from baygraph.languages.en.figure_words import namings, words
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.named_amounts import (
    apposed,
    changed_by,
    labelled,
    money_in,
    noun_for,
    rated,
    share_noun,
    spaced,
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
from baygraph.languages.en.tokens import POSSESSIVE

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
    if found is None or _is_verb_instead(case, found):
        return None
    if hyphen and singular(case.word(at + 1)) in words("uncounted", "sizes"):
        return None  # «6-inch wafers»
    if hyphen and found.head > at + 1:
        return Measure(singular(case.word(at + 1)), at + 1, at + 2, "figure/compound", 0.8)
    strong = case.word(at - 1) == "strong" and case.word(found.head) in words("nouns", "collective")
    if not found.plural and case.number.value != 1 and not strong:
        return None
    return noun_measure(_with_content(case, found), case.number.end, "figure/counted", 0.9)


def _is_verb_instead(case: Case, found: Counted) -> bool:
    """«a population of 18 million includes 6.5 million people»: what looks like a noun is the verb."""
    after = case.tokens[found.stop : found.stop + 1]
    alone = found.first == found.head and case.tokens[found.head].has("VERB")
    return alone and case.word(case.number.start - 1) == "of" and bool(after) and after[0].pos in AFTER_VERB


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
        return to_the_tune(case, at - 3)
    found = phrase_before(case.tokens, at - 1)
    if found is None or singular(case.word(found.head)) in words("nouns", "empty"):
        return None
    if case.number.unit in AREA and singular(case.word(found.head)) not in words("nouns", "ground"):
        return _dimension(case)  # «a testing centre of 900 square metres»
    if found.text and case.word(at - 1) == "of":
        return noun_measure(found, case.number.end, "figure/noun-of")
    return None


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
    if found is not None and case.word(found.stop) in POSSESSIVE:
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
    barred = words("uncounted", "duration") | words("uncounted", "adverbs")
    if found is None or case.number.unit in AREA or case.word(found.head) in barred:
        return None
    return noun_measure(found, case.number.end, "figure/compound", 0.75)


def _dimension(case: Case) -> Measure | None:
    """What the unit measures, where nothing else is said: «covers 98 hectares» is an area."""
    if case.number.unit == "%":
        return None
    name = _told_dimension(case) or namings("dimensions").get(case.number.unit)
    if name is None:
        return None
    return Measure(name, case.number.first, case.number.end, "figure/dimension", 0.8)


def _told_dimension(case: Case) -> str | None:
    """«displaces 8,500 tonnes», «700 metres under a hill», «60 kilometres from Guangzhou»."""
    before, after = case.word(case.number.start - 1), case.word(case.number.end)
    if case.number.unit in {"km", "m", "mile"} and after in words("uncounted", "distant"):
        return next(iter(words("nouns", "distance")))
    near = before if case.number.unit in {"t", "kg"} else after if case.number.unit == "m" else ""
    return namings("dimensions_told").get(near)


def _of_change(case: Case) -> Measure | None:
    """«up 12 percent», «grew by 4.1 percent»: what changes, before the verb."""
    tokens, at = case.tokens, case.number.start
    if case.number.unit != "%" and case.word(at - 1) in {"a", "an"}:
        return None  # «is going into a 3,200 m² clean room»
    reach = 9 if case.word(at - 1) == "to" else 4  # «rose 23 per cent to RMB 4.6 billion»
    for i in range(at - 1, max(-1, at - reach), -1):
        if tokens[i].pos in {"NOUN", "PROPN"} and tokens[i].lower not in words("nouns", "beside_change"):
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


COUNT: tuple[Rule, ...] = (
    of_them, same_again, listed, _counted, of_those, labelled, _put_at, _before_of, by_doers, gone_on, now,
    _of_change, bare, _subject,
)  # fmt: skip
AMOUNT: tuple[Rule, ...] = (
    restated, labelled, apposed, for_which, put_at, changed_by, spaced, _before_of, noun_for, costing, _worth,
    worth_of_name, extent, money_in, listed_sum, mark, given, deed, deed_after, of_the_total, _share_of,
    share_noun, same_again, gone_on, changed, compared, _of_change, rated, bare, share_that, held, priced,
    _subject, _compound, _dimension, plain_money,
)  # fmt: skip
