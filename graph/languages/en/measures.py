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
from baygraph.languages.en.counted import (
    AFTER_VERB,
    Counted,
    past_articles,
    phrase_after,
    phrase_before,
    up_to_plural,
)
from baygraph.languages.en.crowds import employees, inhabitants, now_has, of_all, out_of, strong
from baygraph.languages.en.deeds import costing, deed, deed_after, given, to_the_tune
from baygraph.languages.en.dimensions import capacity, dimension, output
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
from baygraph.languages.en.figure_words import words
from baygraph.languages.en.labels import beside, labelled
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.named_amounts import (
    apposed,
    changed_by,
    money_in,
    noun_for,
    rated,
    share_noun,
    spaced,
)
from baygraph.languages.en.prices import backed, bought, coming, for_each, unit_price, with_medal
from baygraph.languages.en.shares import (
    came,
    changed,
    degrees,
    fallen,
    less_of,
    now_at,
    part_of_which,
    quality,
)
from baygraph.languages.en.spare_measures import (
    bare,
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
    if found is not None and not found.plural and not hyphen:
        found = up_to_plural(case.tokens, found)
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
    shared = (
        case.number.unit == "%" and case.word(case.number.end) == "of"
    )  # «robs a cell of 41% of its output»
    if case.word(at - 1) not in {"of", "at", ":"} or shared:
        return None
    if case.word(at - 2) in words("nouns", "extent_of"):
        return to_the_tune(case, at - 3)
    found = phrase_before(case.tokens, at - 1)
    if found is None or singular(case.word(found.head)) in words("nouns", "empty"):
        return None
    if case.number.unit in AREA and singular(case.word(found.head)) not in words("nouns", "ground"):
        return dimension(case)  # «a testing centre of 900 square metres»
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
    in_name = case.word(at) == "in" and bool(case.word(at + 1)) and case.tokens[at + 1].text[0].isupper()
    if case.word(at) not in {"of", "in"} or in_name:
        return None
    if case.word(at + 1) in words("nouns", "relative"):
        return _predicate(case, at + 2)
    found = phrase_after(case.tokens, past_articles(case.tokens, at + 1))
    if found is not None and case.number.unit in AREA and case.word(found.head) in words("nouns", "sizes"):
        return dimension(case)  # «12 hectares in size»
    if found is not None and case.word(found.stop) in POSSESSIVE:
        found = owned(case, found.stop + 1)  # «61.2% of the zone's industrial total»
    if found is None or case.word(found.head) in words("uncounted", "duration"):
        return None
    named = case.tokens[found.head].pos == "PROPN" and case.number.unit not in words("nouns", "output_of")
    return None if named else noun_measure(found, case.number.end, "figure/share-of")


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
    if tokens[be].pos == "VERB" and found is not None and tokens[found.head].pos == "PROPN":
        return None  # «40 per cent of which comes from the Fund»
    return noun_measure(found, case.number.end, "figure/predicate", 0.75) if found else None


def _subject(case: Case) -> Measure | None:
    """«the floor area is …», «the number of firms has risen to …»: the noun before the verb."""
    at = case.number.start
    if case.word(at - 1) == "to" and case.word(at - 2) in {"amounts", "amount"}:
        return measured_noun(case, at - 2)  # taken for a noun
    verb = verb_of(case)
    if verb is None or case.tokens[verb].lemma not in words("verbs", "measuring"):
        return None
    if case.number.unit and case.word(case.number.start - 1) in {"a", "an"}:
        return None  # «is going into a 3,200 m² clean room»
    if case.number.unit in {"km", "mile"} and case.tokens[verb].lemma in words("verbs", "lying"):
        return dimension(case)  # «The line runs 55 kilometres»
    start = group_start(case.tokens, verb)
    return _unless_area(case, measured_noun(case, start))


def _unless_area(case: Case, found: Measure | None) -> Measure | None:
    """«The zone has grown to 13.5 square kilometres»: what grows is no measure of an area."""
    if found is None or case.number.unit not in AREA:
        return found
    spatial = singular(case.word(found.head)) in words("nouns", "ground") | words("nouns", "area")
    return found if spatial else dimension(case)


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
            return _unless_area(case, measured_noun(case, group_start(tokens, i)))
    return None


def _worth(case: Case) -> Measure | None:
    """«contracts worth 6.5 billion yuan», «The fund, worth HK$5 billion»: what has the value."""
    at = case.number.start - 1
    if case.word(at) != "worth":
        return None
    at -= case.word(at - 1) == "each"
    at -= case.word(at - 1) == ","
    found = phrase_before(case.tokens, at)
    return noun_measure(found, case.number.end, "figure/worth") if found else None


COUNT: tuple[Rule, ...] = (
    of_them, same_again, listed, employees, out_of, strong, _counted, of_those, labelled, _put_at,
    now_has, inhabitants, _before_of, by_doers, gone_on, now, _of_change, bare, of_all, _subject,
)  # fmt: skip
AMOUNT: tuple[Rule, ...] = (
    restated, labelled, apposed, degrees, now_at, for_which, put_at, changed_by, spaced, _before_of, noun_for,
    with_medal, costing, bought, backed, _worth, worth_of_name, extent, coming, money_in, for_each,
    listed_sum, mark, given, deed, deed_after, of_the_total, _share_of, part_of_which, share_noun, same_again,
    gone_on, changed, compared, less_of, quality, fallen, _of_change, rated, capacity, output, bare,
    share_that, came, held, priced, unit_price, beside, _subject, _compound, dimension, plain_money,
)  # fmt: skip
