"""The figures of a Russian sentence, and the numbers in it that are none, with the reason."""

from collections.abc import Sequence
from decimal import Decimal

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.languages.numbers import Figures, Rejected, read_digits, whole
from baygraph.languages.ru import dates
from baygraph.languages.ru.amounts import amount_measure
from baygraph.languages.ru.counted import counted, governed
from baygraph.languages.ru.counts import counted_measure
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.found import Found
from baygraph.languages.ru.inflection import NounPhrase
from baygraph.languages.ru.measures import Candidate, Measure, is_noun_of
from baygraph.languages.ru.numerals import Numeral, approximator, numeral, part, starts
from baygraph.languages.ru.screens import refusal, said_without_number
from baygraph.languages.ru.units import money, unit_after, unit_before, unit_glued

CLOSED = frozenset({".", ",", ";", ")", ""})
LIMITS = frozenset({"до", "на"})
THOUSAND, AHEAD = 1000, 6
LEAST_SUM = 1_000_000  # from here on a number without a noun after an amount of money is money


def quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """The figures of a sentence, from left to right."""
    return figures(sentence).quantities


def rejected(sentence: Sentence) -> tuple[Rejected, ...]:
    """The numbers of a sentence that are no figures, and why."""
    return figures(sentence).rejected


def figures(sentence: Sentence, earlier: Sequence[Quantity] = ()) -> Figures:
    """The figures of a sentence and its numbers that are none; «из них» may mean what was counted earlier."""
    tokens = sentence.tokens
    good: list[Quantity] = list(earlier)
    sayings = said_without_number()
    bad = [Rejected(at, at + 1, sayings[t.lower]) for at, t in enumerate(tokens) if t.lower in sayings]
    numbers = [at for at, t in enumerate(tokens) if starts(t.text)]
    dated = [(d.first, d.stop) for d in dates.mentioned(sentence)] if numbers else []
    done = 0
    for at in numbers:
        date = next((stop for first, stop in dated if first <= at < stop), 0)
        done = done if at < done else date or _judge(sentence, at, good, bad)
    return Figures(tuple(good[len(earlier) :]), tuple(sorted(bad)))


def _judge(sentence: Sentence, at: int, good: list[Quantity], bad: list[Rejected]) -> int:
    """Take or leave the number that begins at a token; the token after it."""
    found = _find(sentence.tokens, at)
    if found is None:
        return at + 1
    found = _in_same_unit(found, [q for q in good if q.sentence == sentence.index])
    found = _before_change(_before_other_size(found))
    reason = refusal(found)
    said = None if reason else _measure(found, good, sentence.index)
    if said:
        vague = said.rule == "figure/restated" and good[-1].approximate
        good.append(_quantity(sentence, found._replace(approximate=found.approximate or vague), said))
    elif found.numeral.stop > at:
        bad.append(Rejected(found.first, found.stop, reason or "nothing is counted"))
    return max(found.stop, at + 1)


def _find(tokens: Sequence[Token], at: int) -> Found | None:
    number = numeral(tokens, at)
    if number is None or (number.glued and not unit_glued(number.glued)):
        return None
    sign = unit_before(tokens, at)
    unit = sign or unit_after(tokens, number.stop)
    code = unit_glued(number.glued) or (unit.code if unit else "")
    stop = unit.edge if unit and not sign else _after_sign(tokens, number.stop, code, bool(sign))
    number, noun = (number, None) if code else _with_noun(tokens, number)
    start = sign.edge if sign else at
    hedge = approximator(tokens, start)
    approximate = number.approximate or bool(hedge and hedge.approximate)
    return Found(tokens, hedge.first if hedge else start, number, stop, code, noun, approximate)


def _after_sign(tokens: Sequence[Token], stop: int, code: str, signed: bool) -> int:
    """«$5 млн США» is rare, «HK$6,9 млрд долларов» is not: the same unit once more."""
    again = unit_after(tokens, stop) if signed else None
    return again.edge if again and code.endswith(again.code[-1]) else stop


def _in_same_unit(found: Found, before: Sequence[Quantity]) -> Found:
    """«1,5 млрд долларов, из которых 900 млн выделит город»: an amount without its unit."""
    if found.unit or found.noun is not None:
        return found
    if not before:
        return _in_next_unit(found)
    last = before[-1].unit
    closes = found.right() in CLOSED or _ends_with_stop(found)  # «оставшемуся — ещё 500 тыс. Кроме того, …»
    is_sum = last in money() and found.numeral.scaled and (closes or found.numeral.value >= LEAST_SUM)
    # «из них 3 тыс. займут»
    is_part = last and last not in money() and found.left in words("context", "them")
    same_way = found.left in LIMITS and found.tokens[before[-1].first - 1].lower == found.left
    is_percent = last == "%" and same_way and closes and found.numeral.value <= 100  # «до 70 %, … до 85»
    return found._replace(unit=last) if is_sum or is_part or is_percent else found


def _ends_with_stop(found: Found) -> bool:
    """The full stop of «тыс.» ends the sentence too where a capital follows."""
    following = found.tokens[found.stop] if found.stop < len(found.tokens) else None
    return following is not None and found.tokens[found.stop - 1].text == "." and following.text[0].isupper()


def _in_next_unit(found: Found) -> Found:
    """«стоимость первой очереди — 3 млрд, второй — 5 млрд юаней»."""
    dashed = found.left in ("—", "–") and found.right() == "," and found.numeral.value >= LEAST_SUM
    ahead = range(found.stop + 1, min(len(found.tokens), found.stop + AHEAD)) if dashed else range(0)
    at = next((k for k in ahead if starts(found.tokens[k].text)), None)
    other = _find(found.tokens, at) if at is not None else None
    return found._replace(unit=other.unit) if other and other.unit in money() else found


def _before_change(found: Found) -> Found:
    """«увеличилась с 9500 до 28 300 кв. метров»: what the second number says is meant at the first too."""
    opens = found.left in ("с", "со") and found.right() == "до" and not found.unit and found.noun is None
    other = _find(found.tokens, found.stop + 1) if opens else None
    if other is None:
        return found
    scale = _scale(other) if found.numeral.value < THOUSAND and not found.numeral.scaled else Decimal(1)
    number = found.numeral._replace(value=whole(found.numeral.value * scale))
    return found._replace(numeral=number, unit=other.unit, noun=other.noun)


def _scale(found: Found) -> Decimal:
    """«с 300 до 400 тысяч»: what the first number too is multiplied by."""
    last = part(found.tokens[found.numeral.stop - 1].text) if found.numeral.scaled else None
    return last.value if last and last.kind == "scale" else Decimal(1)


def _before_other_size(found: Found) -> Found:
    """«длиной 180 и глубиной 12 метров»: the unit stands after the second size."""
    at = found.stop + 2
    bare = not found.unit and found.noun is None and found.right() == "и" and found.first > 0
    if not bare or at >= len(found.tokens):
        return found
    sizes = (found.tokens[found.first - 1], found.tokens[at - 1])
    if not all(is_noun_of(t, "dimension") and t.has("NOUN", "ins") for t in sizes):
        return found
    other = _find(found.tokens, at) if starts(found.tokens[at].text) else None
    return found._replace(unit=other.unit) if other else found


def _with_noun(tokens: Sequence[Token], number: Numeral) -> tuple[Numeral, NounPhrase | None]:
    """The noun that the number counts; «136,000 специалистов» is read as thousands, as its case tells."""
    word = tokens[number.first]
    oblique = not number.digits and not any(r.case in {"nom", "acc", ""} for r in word.readings)
    fits = governed(number.value, number.scaled, oblique)
    several = word.lemma in words("collective")  # «трое прибыли»
    noun = counted(tokens, number.stop, lambda r: fits(r) and (r.number == "pl" or not several))
    if "," in word.text and number.stop == number.first + 1 and (noun is None or not number.value % 1):
        thousands = read_digits(word.text, ".")
        noun = counted(tokens, number.stop, governed(thousands, False))
        number = number._replace(value=thousands) if noun else number
    return number, noun


def _measure(found: Found, before: Sequence[Quantity], sentence: int) -> Measure | None:
    here = tuple(q for q in before if q.sentence == sentence or not found.unit)
    candidate = Candidate(
        found.tokens, found.first, found.numeral.first, found.stop, found.unit, found.noun, here, sentence,
        before[-1] if before else None,
    )  # fmt: skip
    return amount_measure(candidate) if found.unit else counted_measure(candidate)


def _quantity(sentence: Sentence, found: Found, said: Measure) -> Quantity:
    first, stop = min(said.first, found.first), max(said.stop, found.stop)
    return Quantity(
        sentence.index, first, stop, sentence.span(first, stop), found.numeral.value, found.unit,
        said.text, said.head, found.approximate, said.rule, said.confidence,
    )  # fmt: skip
