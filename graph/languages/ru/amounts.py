"""What an amount in units or money is of: «площадью …», «объём составил …», «вложил …», «8700 тонн стали»."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.ru.amounts_apart import (
    FAR,
    again,
    anaphoric,
    apposed,
    awarded,
    bracketed,
    harvested,
    headed,
    of_money,
    of_other,
    of_pronoun,
    of_which_noun,
    part_again,
    same_deed,
)
from baygraph.languages.ru.counted import GENITIVE, group
from baygraph.languages.ru.figure_words import default, lexicon, noun, words
from baygraph.languages.ru.governors import (
    aim,
    before_time,
    change,
    does,
    governor,
    subject,
    valued,
    verb_noun,
)
from baygraph.languages.ru.inflection import NounPhrase, before, mass_noun, phrase_text, spaced
from baygraph.languages.ru.measures import (
    PERCENT,
    Candidate,
    Measure,
    Rule,
    beside,
    is_by,
    is_noun_of,
    left,
    of,
)
from baygraph.languages.ru.numerals import starts
from baygraph.languages.ru.shares import (
    fallen_to,
    held,
    more_by,
    of_counted,
    of_fraction,
    of_that_sum,
    of_which,
)
from baygraph.languages.ru.units import money

AMOUNTS = ("dimension", "money", "change")


def _inherited(c: Candidate) -> Measure | None:
    """«80 млрд юаней (11,6 млрд долларов)», «98 му, или 6,5 га»: the same amount in another unit."""
    last = c.previous
    if last is None or not last.unit or last.unit == c.unit or (PERCENT in (last.unit, c.unit)):
        return None
    between = {t.lower for t in c.tokens[last.stop : c.first]} - {",", "то", "."}
    if not between or not between <= words("context", "restating"):
        return None
    return Measure(last.measure, last.measure_head, c.first, c.stop, "figure/restated", last.confidence)


def _attribute(c: Candidate) -> Measure | None:
    """«участок площадью 65 тыс. кв. м», «инвестиции в размере 6 млн», «грант в 5 млн», «рост на 15 %»."""
    edge = c.first
    while edge and (c.tokens[edge - 1].pos == "ADP" or c.tokens[edge - 1].lower in words("context", "only")):
        edge -= 1
    found = before(c.tokens, before_time(c.tokens, edge))
    if found is None or any(starts(t.text) for t in c.tokens[found.first : found.stop]):
        return None
    prepositions = {t.lower for t in c.tokens[edge : c.first]}
    carries = not prepositions or is_noun_of(c.tokens[found.head], "carrier")
    return _by_instrumental(c, found) if carries else _by_preposition(c, found)


def _by_instrumental(c: Candidate, found: NounPhrase) -> Measure | None:
    """«площадью 20 га», «в размере до 6 млн», «на общую сумму 20 млрд»."""
    tokens, head = c.tokens, c.tokens[found.head]
    if not is_noun_of(head, "dimension", "money", "carrier"):
        return None
    prepared = found.first > 0 and tokens[found.first - 1].pos == "ADP"
    if prepared and tokens[found.first - 1].lower in ("в", "на") and _is_paid_in(c, head):
        return None
    host = before(tokens, found.first - prepared) if found.stop == found.head + 1 else None
    if prepared and is_noun_of(head, "carrier") and tokens[found.first - 1].lower in ("в", "во") and host:
        return left(c, NounPhrase(host.first, host.head, found.stop, host.text), host.text, "figure/amount")
    common = host is not None and len(tokens[host.head].text) > 2 and _is_common(tokens, host)
    takes_host = common and (head.has("NOUN", "ins") or prepared)
    text = of(found.text, host if takes_host else None, tokens)
    start = host.first if host and takes_host else found.first
    return left(c, NounPhrase(start, found.head, found.stop, text), text, "figure/attribute")


def _is_paid_in(c: Candidate, head: Token) -> bool:
    """«внёс в фонд 800 млн юаней»: the money goes there."""
    verb = governor(c.tokens, c.first, c.stop)
    paid = verb is not None and verb < c.first and bool(verb_noun(c.tokens[verb], "deeds"))
    return paid and not is_noun_of(head, "carrier")


def _by_preposition(c: Candidate, found: NounPhrase) -> Measure | None:
    """«грант в 5 млн юаней», «комплекс на 20 га», «рост ВВП на 4,1 %», «увеличить выручку на 15 %»."""
    tokens, head = c.tokens, c.tokens[found.head]
    prepared = found.first > 0 and tokens[found.first - 1].pos == "ADP"
    if is_noun_of(head, "change"):
        return left(c, found, found.text, "figure/change")
    stretches = tokens[c.first - 1].lower == "в" and c.unit in _extents()
    if prepared and not stretches and not is_noun_of(head, "dimension", "money"):
        return None
    if all(r.case == "dat" for r in head.readings):  # «даёт стартапам по 200 кв. м»
        return None
    verb = governor(tokens, c.first, c.stop)
    grown = change(tokens[verb]) if verb is not None and verb < c.first else ""
    if grown:
        return left(c, found, of(grown, found, tokens), "figure/change") if head.has("NOUN", "acc") else None
    if is_noun_of(head, "dimension", "money"):
        return left(c, found, found.text, "figure/attribute")
    deeds = c.unit not in _extents() and verb is not None and verb_noun(tokens[verb], "deeds")
    agent = all(r.case == "ins" for r in head.readings)  # «оценена инвесторами в 1,2 млрд»
    if c.unit == PERCENT or deeds or agent:
        return None
    return left(c, found, of(default(c.unit), found, tokens), "figure/attribute", 0.8)


@cache
def _extents() -> frozenset[str]:
    """The units of area and length, which a thing may have «в» so many."""
    dimensions = lexicon().table("dimensions").items()
    return frozenset(unit for unit, names in dimensions if names[0] in words("nouns", "extent"))


def _subject(c: Candidate) -> Measure | None:
    """«объём инвестиций — 380 млн», «площадь составляет 20 га», «ВВП вырос на 4,1 %»."""
    near = beside(c, c.first)
    if near and (same := same_deed(c, near)):
        return same
    if near:
        return left(c, near, _share(c, near), "figure/subject")
    verb = governor(c.tokens, c.first, c.stop)
    if verb is None:
        return None
    if again := of_pronoun(c, verb):
        return again
    found = valued(c.tokens, verb) or subject(c.tokens, verb)
    if (
        found
        and does(c.tokens[verb], "valuing")
        and any(r.animate for r in c.tokens[found.head].readings if r.case == "nom")
    ):
        found = None  # «мэр оценил … в 20 млрд»
    found = _changed(c, verb) or found
    text = _by_verb(c, c.tokens[verb], found)
    names_amount = does(c.tokens[verb], "occupying") or verb_noun(c.tokens[verb], "amounts")
    head = found.head if found and not names_amount else verb
    return Measure(text, head, c.first, c.stop, "figure/subject") if text else None


def _changed(c: Candidate, verb: int) -> NounPhrase | None:
    """«мембраны на 18 % сокращают расход воды»: the object of a verb of change after the number."""
    changes = verb == c.stop and is_by(c) and change(c.tokens[verb])
    end = group(c.tokens, verb + 1, frozenset({"acc"})) if changes else 0
    return NounPhrase(verb + 1, end - 1, group(c.tokens, end, GENITIVE) or end, "") if end else None


def _by_verb(c: Candidate, verb: Token, found: NounPhrase | None) -> str:
    """What a verb makes of its subject: «площадь акватории», «рост ВВП», «стоимость стройки»."""
    named = found is not None and _is_common(c.tokens, found)
    if c.unit == PERCENT and not named and does(verb, "occupying") and group(c.tokens, c.stop, GENITIVE):
        return ""  # «они покроют 27 % потребности»
    if does(verb, "falling_to") and (c.unit == PERCENT or c.unit in money()):
        return fallen_to(c)
    grown = change(verb)
    if (
        found
        and grown
        and (is_by(c) or (c.unit == PERCENT and c.tokens[c.number - 1].lower not in {"до", "с", "со"}))
    ):
        return of(grown, found, c.tokens)
    amount = default(c.unit) if does(verb, "occupying") else _amount(verb, c.unit)
    if amount and not (found and is_noun_of(c.tokens[found.head], *AMOUNTS)):
        return of(amount, found if found and _is_common(c.tokens, found) else None, c.tokens)
    return _share(c, found) if found and (grown or amount or does(verb, "measuring")) else ""


def _amount(verb: Token, unit: str) -> str:
    """«обошёлся в 5 млн юаней» is a cost, «весит 20 тонн» a weight, each in its own units."""
    amount = verb_noun(verb, "amounts")
    fits = amount == default(unit) or (unit in money() and amount != verb_noun(verb, "deeds"))
    return amount if fits else ""


def _is_common(tokens: Sequence[Token], found: NounPhrase) -> bool:
    """«площадь акватории», but no «стоимость Факела»: the name of a thing is no part of what is measured."""
    return all(t.text[0].islower() for t in tokens[max(found.first, 1) : found.stop] if t.text[0].isalpha())


def _share(c: Candidate, found: NounPhrase) -> str:
    """«компании составляют 25 %» is their share, «кампус: 6 га» its area; «доля — 25 %» is itself."""
    if c.unit not in (_extents() | {PERCENT}) or is_noun_of(c.tokens[found.head], "dimension", "change"):
        return found.text
    return of(default(c.unit), found, c.tokens)


def _following(c: Candidate) -> Measure | None:
    """«8700 тонн стали», «15 % выпускников», «300 млн юаней инвестиций», «30 % от выручки»."""
    of_whole = c.unit == PERCENT and c.stop < len(c.tokens) and c.tokens[c.stop].lower == "от"
    at = c.stop + of_whole
    end = group(c.tokens, at, GENITIVE)
    if not end:
        return _matter(c, at) or of_which(c)
    head = end - 1
    more = group(c.tokens, end, GENITIVE)
    end = more if more and more - at <= 3 else end
    if c.unit == PERCENT:
        return Measure(f"{default(PERCENT)} {spaced(c.tokens, at, end)}", head, c.first, end, "figure/share")
    return Measure(phrase_text(c.tokens, at, head, end, "nom"), head, c.first, end, "figure/matter")


def _matter(c: Candidate, at: int) -> Measure | None:
    """«тонн стали»: after a weight «стали» is steel, else a verb."""
    steel = mass_noun(c.tokens[at].lower) if _may_be_matter(c, at) else ""
    return Measure(steel, at, c.first, at + 1, "figure/matter") if steel else None


def _may_be_matter(c: Candidate, at: int) -> bool:
    return at < len(c.tokens) and c.unit in words("matter") and c.tokens[at].pos != "ADP"


def _deed(c: Candidate) -> Measure | None:
    """«вложила в развитие фирм 100 млн юаней», «инвесторов, предоставивших около 900 млн юаней»."""
    verb = governor(c.tokens, c.first, c.stop)
    name = verb_noun(c.tokens[verb], "deeds") if verb is not None else ""
    in_money = c.unit in money() or c.unit == PERCENT or name not in words("nouns", "paid")
    if not name or verb is None or c.unit in _extents() or not in_money:
        return None
    start, end = _aim(c, verb)
    if end:
        stop = end if start == c.stop else c.stop
        return Measure(f"{name} {_lowered(c.tokens, start, end)}", verb, c.first, stop, "figure/deed", 0.8)
    doer = subject(c.tokens, verb) if c.tokens[verb].readings[0].form == "part" else None
    return Measure(of(name, doer, c.tokens), verb, c.first, c.stop, "figure/deed", 0.8)


def _aim(c: Candidate, verb: int) -> tuple[int, int]:
    """What the money goes to: after the verb or the number, or before the verb («на науку потратят …»)."""
    for at in (verb + 1, c.stop):
        if (end := aim(c.tokens, at)) and (at == c.stop or end <= c.first):
            return at, end
    return next(((at, verb) for at in range(verb - 2, -1, -1) if aim(c.tokens, at) == verb), (0, 0))


def _lowered(tokens: Sequence[Token], first: int, stop: int) -> str:
    text = spaced(tokens, first, stop)
    return text if first else text[0].lower() + text[1:]


def _by_unit(c: Candidate) -> Measure | None:
    """Where nothing is named: an area, a sum, a share."""
    each = aim(c.tokens, c.stop) if c.unit in money() else 0
    if each:  # «не более 5 млн юаней на судно»
        text = f"{default(c.unit)} {spaced(c.tokens, c.stop, each)}"
        return Measure(text, each - 1, c.first, each, "figure/unit", 0.5)
    return Measure(_distance(c) or default(c.unit), c.number, c.first, c.stop, "figure/unit", 0.5)


def _distance(c: Candidate) -> str:
    """«в 80 км от Гонконга»."""
    right = c.tokens[c.stop].lower if c.stop < len(c.tokens) else ""
    left = c.tokens[c.first - 1].lower if c.first else ""
    back = {t.lower for t in c.tokens[max(0, c.first - FAR) : c.first]} if left == "—" else set()
    away = right in words("context", "away") or bool(back & {"от", "до"})
    is_away = c.unit in ("km", "m") and (away or left in ("в", "за"))
    return noun("distance") if is_away else ""


RULES: tuple[Rule, ...] = (
    _inherited, anaphoric, part_again, of_which_noun, bracketed, of_money, apposed, more_by, of_that_sum,
    of_other, harvested, _attribute, _subject, _following, awarded, headed, _deed, of_counted, held,
    of_fraction, again, _by_unit,
)  # fmt: skip


def amount_measure(candidate: Candidate) -> Measure | None:
    """What an amount in a unit is of, by the first rule that finds it."""
    return next(filter(None, (rule(candidate) for rule in RULES)), None)
