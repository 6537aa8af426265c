"""What an amount is of where its noun stands apart: before a comma, a relative word, in the text before."""

from baygraph.annotation import Quantity, Reading, Token
from baygraph.languages.ru.figure_words import lexicon, noun, words
from baygraph.languages.ru.governors import does, governor, subject
from baygraph.languages.ru.inflection import NounPhrase, before, inflected, phrase_text, spaced
from baygraph.languages.ru.measures import MARKS, PERCENT, Candidate, Measure, is_noun_of, left
from baygraph.languages.ru.numerals import numeral
from baygraph.languages.ru.phrases import adjectival, attributes_before
from baygraph.languages.ru.units import money, unit_after, unit_before

FEW = 4  # tokens from the beginning of a sentence
LONG = 16  # tokens between a noun and the colon after it
FAR = 9  # tokens between an amount and who gets it


def of_pronoun(c: Candidate, verb: int) -> Measure | None:
    """«объём должен достичь 210 млрд; год назад он оценивался в 65 млрд»: the measure said before."""
    at = verb - 1
    while at > 0 and c.tokens[at].pos in {"ADV", "PART"}:
        at -= 1
    last = c.previous
    said = at >= 0 and c.tokens[at].lower in words("context", "pronouns")
    if last is None or not said or last.unit != c.unit or not does(c.tokens[verb], "measuring"):
        return None
    return Measure(last.measure, last.measure_head, c.first, c.stop, "figure/of-pronoun", 0.75)


def of_which_noun(c: Candidate) -> Measure | None:
    """«проект, бюджет которого 2,9 млрд юаней»."""
    at = c.first - 1
    if at < 1 or c.tokens[at].lemma not in words("context", "whose"):
        return None
    found = before(c.tokens, at)
    return left(c, found, found.text, "figure/whose") if found else None


def anaphoric(c: Candidate) -> Measure | None:
    """«год назад соответствующий показатель равнялся 51,2 млрд юаней»: of the same as the figure before."""
    verb = governor(c.tokens, c.first, c.stop)
    found = subject(c.tokens, verb) if verb is not None and does(c.tokens[verb], "measuring") else None
    if c.last is None or found is None or c.last.unit != c.unit or found.stop > found.head + 1:
        return None
    points = is_noun_of(c.tokens[found.head], "index")
    head = c.last.measure_head if c.last.sentence == c.sentence else found.head
    return Measure(c.last.measure, head, c.first, c.stop, "figure/anaphoric", 0.7) if points else None


def apposed(c: Candidate) -> Measure | None:
    """«Отдельная строка бюджета, 180 млн долларов, предназначена …»."""
    at, stop = c.first - 1, c.stop
    closed = stop < len(c.tokens) and c.tokens[stop].text == ","
    if at < 1 or c.tokens[at].text != "," or not closed or c.unit == PERCENT:
        return None
    found = before(c.tokens, at)
    stands_free = found and any(r.case == "nom" for r in c.tokens[found.head].readings if r.pos == "NOUN")
    if not found or not stands_free or found.first > 0:
        return None
    return left(c, found, found.text, "figure/apposed", 0.7)


def bracketed(c: Candidate) -> Measure | None:
    """«премия Матео Риччи (200 тыс. патак)», «2-е место (30 тыс. патак)»: money after what it is."""
    at = c.first - 1
    at -= at > 1 and c.tokens[at].readings[0].pos == "ADV"  # «(однократно 100 000 юаней)»
    if c.unit not in money() or at < 1 or c.tokens[at].text not in {"(", "[", ":"}:
        return None
    found = before(c.tokens, at)
    if found and c.tokens[at].text == ":":
        return None if c.tokens[found.head].has("NOUN", "nom") else _first_money(c, found)
    if found and c.tokens[found.stop - 1].lemma == noun("rank"):
        return Measure(noun("award"), found.stop - 1, c.first, c.stop, "figure/bracketed", 0.75)
    return _first_money(c, found) if found else None


def _first_money(c: Candidate, found: NounPhrase) -> Measure | None:
    """«лауреат премии» is of the prize."""
    for head in range(found.first, found.stop):
        if is_noun_of(c.tokens[head], "money"):
            first, _ = attributes_before(c.tokens, head)
            text = phrase_text(c.tokens, first, head, head + 1, "nom")
            text = c.tokens[head].lower if c.tokens[head].text.isupper() else text  # «ГРАН-ПРИ»
            return Measure(text, head, c.first, c.stop, "figure/bracketed", 0.75)
    return None


def of_money(c: Candidate) -> Measure | None:
    """«стипендию, 3500 юаней в месяц, платит …», «деньги на него, 120 млн рублей, …»."""
    at = c.first - 1
    acts = c.stop < len(c.tokens) and c.tokens[c.stop].readings[0].pos == "VERB"
    if c.unit not in money() or at < 1 or c.tokens[at].text != "," or acts:
        return None
    at -= c.tokens[at - 1].lemma in words("context", "whose") or c.tokens[at - 1].readings[0].pos == "ADJ"
    at -= 2 * (at > 2 and c.tokens[at - 2].pos == "ADP" and c.tokens[at - 1].pos == "PRON")
    found = before(c.tokens, at) if at > 0 else None
    if found is None or not is_noun_of(c.tokens[found.head], "money"):
        return None
    return left(c, found, found.text, "figure/of-money", 0.75)


def awarded(c: Candidate) -> Measure | None:
    """A prize, to whom or for which place it goes."""
    return _for_place(c) or _to_winner(c) or _of_winner(c)


def _prize(c: Candidate, at: int, whose: str) -> Measure:
    return Measure(f"{noun('prize')} {whose.lower()}", at, c.first, c.stop, "figure/awarded", 0.75)


def _for_place(c: Candidate) -> Measure | None:
    """«5 млн — за первое место», «за второе место полагается 100 тыс.»."""
    after = c.stop + (c.stop < len(c.tokens) and c.tokens[c.stop].text in MARKS)
    for at in (after, *range(c.first - 4, max(-1, c.first - FAR), -1)):
        ranked = at >= 0 and [t.lemma for t in c.tokens[at : at + 3 : 2]] == ["за", noun("rank")]
        if ranked and any(r.pos == "ADJ" for r in c.tokens[at + 1].readings):
            return _prize(c, at + 2, spaced(c.tokens, at, at + 3))
    return None


def _to_winner(c: Candidate) -> Measure | None:
    """«победителю полагается 300 тыс. юаней, призёрам — по 150 тыс.»."""
    for at in range(c.first - 1, max(-1, c.first - FAR), -1):
        if c.tokens[at].text in {";", "("} or c.tokens[at].pos == "NUM":
            break
        if _winner(c.tokens[at], "dat"):
            start = at
            while start and any(r.case == "dat" for r in adjectival(c.tokens[start - 1])):
                start -= 1
            return _prize(c, at, spaced(c.tokens, start, at + 1))
    return None


def _of_winner(c: Candidate) -> Measure | None:
    """«победитель получит 1 млн патак», «из них 1 млн получит команда-победитель»."""
    verb = governor(c.tokens, c.first, c.stop)
    if verb is None or c.unit not in money() or not does(c.tokens[verb], "receiving"):
        return None
    for at in (*range(verb - 1, -1, -1), *range(verb + 1, min(len(c.tokens), verb + 4))):
        if reading := _winner(c.tokens[at], "nom"):
            return _prize(c, at, inflected(c.tokens, at, at, reading, "dat", reading.number == "pl"))
    return None


def _winner(token: Token, case: str) -> Reading | None:
    """«победитель», «команда-победитель» in a case."""
    found = (r for r in token.readings if r.pos == "NOUN" and r.case == case)
    return next((r for r in found if r.lemma.rpartition("-")[2] in words("nouns", "winner")), None)


def again(c: Candidate) -> Measure | None:
    """«пособие в 300 тыс. юаней, оставшемуся — ещё 500 тыс.»: of the same as the amount before."""
    last = c.previous
    is_next = _is_next(c)
    if last is None or last.unit != c.unit or not (_is_elided(c) or is_next):
        return None
    text = _of_next(c, last) if is_next else last.measure
    return Measure(text, last.measure_head, c.first, c.stop, "figure/again", 0.6)


def _is_next(c: Candidate) -> bool:
    """«стоимость первой очереди — 3 млрд, второй — 5 млрд»: an adjective stands for the noun."""
    dashed = c.first > 1 and c.tokens[c.first - 1].text in MARKS
    return dashed and c.tokens[c.first - 2].readings[0].pos == "ADJ"


def _of_next(c: Candidate, last: Quantity) -> str:
    """The measure said before with the adjective that stands for its noun now in the place of its own."""
    now = c.tokens[c.first - 2]
    forms = {(r.case, r.number, r.gender) for r in adjectival(now)}
    said = last.measure.split()
    for token in c.tokens[last.first : last.stop]:
        alike = forms & {(r.case, r.number, r.gender) for r in adjectival(token)}
        if alike and token.text.lower() in said:
            said[said.index(token.text.lower())] = now.text.lower()
            return " ".join(said)
    return last.measure


def same_deed(c: Candidate, near: NounPhrase) -> Measure | None:
    """«город внёс 800 млн юаней, банк — 1,2 млрд»: another has done the same."""
    last = c.previous
    if last is None or last.unit != c.unit or last.rule not in {"figure/deed", "figure/same-deed"}:
        return None
    if is_noun_of(c.tokens[near.head], "dimension", "money") or not c.tokens[near.head].has("NOUN", "nom"):
        return None
    return Measure(last.measure, last.measure_head, c.first, c.stop, "figure/same-deed", 0.7)


def part_again(c: Candidate) -> Measure | None:
    """The same of a size, which no verb beside it says better."""
    return None if c.unit in money() or c.unit == PERCENT else again(c)


def _is_elided(c: Candidate) -> bool:
    """The unit was said with an earlier amount alone."""
    number = numeral(c.tokens, c.number)
    return (
        number is not None
        and number.stop == c.stop
        and not number.glued
        and not unit_before(c.tokens, c.number)
    )


def of_other(c: Candidate) -> Measure | None:
    """«мощность станций достигла 1,68 ГВт, а накопителей — 420 МВт»: the amount said before, of another."""
    last = c.previous
    if last is None or c.unit == PERCENT or c.tokens[c.first - 1].text not in MARKS:
        return None
    found = before(c.tokens, c.first - 1, last.stop)
    head = c.tokens[last.measure_head]
    if found is None or c.tokens[found.head].has("NOUN", "nom") or not is_noun_of(head, "dimension", "money"):
        return None
    genitives = c.tokens[found.head].has("NOUN", "gen") and (last.unit == c.unit or _alike(last.unit, c.unit))
    if not genitives:
        return None
    name = inflected(c.tokens, last.measure_head, last.measure_head, _noun(head), "nom", plural=False)
    text = f"{name.lower()} {phrase_text(c.tokens, found.first, found.head, found.stop, 'gen', seen='gen')}"
    return Measure(text, found.head, c.first, c.stop, "figure/of-other", 0.75)


def _noun(token: Token) -> Reading:
    return next((r for r in token.readings if r.pos == "NOUN"), token.readings[0])


def _alike(a: str, b: str) -> bool:
    """«ГВт» and «МВт» measure one thing."""
    table = lexicon().table("dimensions")
    return bool(a and b) and table.get(a) is not None and table.get(a) == table.get(b)


def headed(c: Candidate) -> Measure | None:
    """«обещает субсидии: за маршрут город выплатит 400 тыс. юаней»: the money named before a colon."""
    colon = next((k for k in range(c.first - 1, 0, -1) if c.tokens[k].text == ":"), 0)
    if c.unit not in money() or any(q.unit and (q.stop <= colon or not colon) for q in c.before):
        return None
    if not colon:
        return _each(c)
    for at in range(colon - 1, max(-1, colon - LONG), -1):
        several = next((r for r in c.tokens[at].readings if _is_free(r) and r.number == "pl"), None)
        if several and is_noun_of(c.tokens[at], "money"):
            return _headed_by(c, at, several)
    return None


def _headed_by(c: Candidate, at: int, reading: Reading) -> Measure:
    text = inflected(c.tokens, at, at, reading, "nom", plural=False).lower()
    return Measure(text, at, c.first, c.stop, "figure/headed", 0.7)


def _is_free(reading: Reading) -> bool:
    return reading.pos == "NOUN" and reading.case in {"nom", "acc"}


def _each(c: Candidate) -> Measure | None:
    """«стипендии получат 40 аспирантов, по 8000 юаней каждый»: money named where its clause begins."""
    if "по" not in {t.lower for t in c.tokens[max(0, c.first - 1) : c.number]}:
        return None
    for at, token in enumerate(c.tokens[: min(c.first, FEW)]):
        free = next((r for r in token.readings if _is_free(r)), None)
        if free and is_noun_of(token, "money") and (at == 0 or c.tokens[at - 1].pos != "ADP"):
            return _headed_by(c, at, free)
    return None


def harvested(c: Candidate) -> Measure | None:
    """«498 кг с му», «60 центнеров с гектара»: what a field yields."""
    at = c.stop
    field = (
        unit_after(c.tokens, at + 1) if at + 1 < len(c.tokens) and c.tokens[at].lower in ("с", "со") else None
    )
    if field is None or c.unit not in words("matter") or field.code not in ("mu", "ha", "m2"):
        return None
    return Measure(noun("harvest"), c.number, c.first, field.edge, "figure/harvest", 0.8)
