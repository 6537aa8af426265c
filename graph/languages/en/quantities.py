"""The figures of an English sentence, and the numbers in it that are none, with the reason."""

from collections.abc import Collection, Sequence

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.languages.en import dates
from baygraph.languages.en.cases import AREA, Case, Measure, money_units
from baygraph.languages.en.figure_words import ending, with_lemmas, words
from baygraph.languages.en.measures import measure_of
from baygraph.languages.en.numerals import Numeral, begins, numeral_at
from baygraph.languages.en.screens import SCREENS, Found
from baygraph.languages.numbers import Figures, Rejected

LEAST_SUM = 1_000_000  # from here on a number without a noun after an amount of money is money
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})


def figures(sentence: Sentence, named: Collection[int] = (), earlier: Sequence[Quantity] = ()) -> Figures:
    """The figures of a sentence and its numbers that are none.

    ``named`` tokens belong to names; ``earlier`` are the figures that «of these» may mean.
    """
    tokens: Sequence[Token] = sentence.tokens
    numbers = [begins(tokens, at) for at in range(len(tokens))]
    if not any(numbers):
        return Figures((), ())
    tokens = with_lemmas(tokens)
    good: list[Quantity] = list(earlier)
    bad: list[Rejected] = []
    dated: dict[int, int] | None = None
    at = 0
    while at < len(tokens):
        priced = numbers[at] and ending(tokens, at, "signs")[0] >= 0  # «MOP 32 million» is no name
        if not numbers[at] or (at in named and not priced):
            at += 1
            continue
        if dated is None:
            dated = {i: d.stop for d in dates.mentioned(sentence) for i in range(d.first, d.stop)}
        at = dated[at] if at in dated else _judge(sentence, tokens, at, good, bad)
    return Figures(tuple(good[len(earlier) :]), tuple(bad))


def _judge(
    sentence: Sentence, tokens: Sequence[Token], at: int, good: list[Quantity], bad: list[Rejected]
) -> int:
    """Take or leave the number that begins at a token; the token after it."""
    number = numeral_at(tokens, at)
    if number is None:
        return at + 1
    number = _unit_behind(tokens, number)
    number = _in_same_unit(tokens, _in_same_money(tokens, number, good), good)
    found = Found(tokens, number)
    reason = next(filter(None, (screen(found) for screen in SCREENS)), "")
    said = None if reason else measure_of(Case(tokens, number, good, sentence.index))
    if said:
        good.append(_quantity(sentence, number, said))
        return max(number.stop, at + 1)
    bad.append(Rejected(number.first, number.stop, reason or "nothing is counted"))
    return max(number.stop, at + 1)


def _in_same_money(tokens: Sequence[Token], number: Numeral, before: Sequence[Quantity]) -> Numeral:
    """«46.3 billion yuan in 2024, … to exceed 100 billion by 2028»: a sum without its currency."""
    adds = _adds(tokens, number)  # «and another 5 billion»
    sums = [q for q in before if q.unit in money_units()] if adds else before
    last = sums[-1] if sums else None
    after = tokens[number.end].pos if number.end < len(tokens) else ""
    bare = number.scaled and number.value >= LEAST_SUM and not number.unit and after not in NOMINAL
    is_sum = bare and last is not None and last.unit in money_units()
    return number._replace(unit=last.unit) if is_sum and last is not None else number


def _adds(tokens: Sequence[Token], number: Numeral) -> bool:
    return any(t.lower in words("context", "another") for t in tokens[number.start : number.first])


def _in_same_unit(tokens: Sequence[Token], number: Numeral, before: Sequence[Quantity]) -> Numeral:
    """«a floor area of 78,000 square metres; the second will add another 52,000»."""
    last = before[-1] if before else None
    ends = number.end >= len(tokens) or tokens[number.end].pos == "PUNCT"
    bare = number.digits and not number.unit and ends and _adds(tokens, number)
    return number._replace(unit=last.unit) if bare and last and last.unit in {*AREA, "km"} else number


def _unit_behind(tokens: Sequence[Token], number: Numeral) -> Numeral:
    """«has grown from 3 to 13.5 square kilometres»: the unit is said once."""
    at = number.end
    once = not number.unit and at + 1 < len(tokens) and tokens[at].lower == "to"
    said = numeral_at(tokens, at + 1) if once and tokens[number.start - 1].lower == "from" else None
    same = said is not None and (number.digits or said.unit == "%")
    return number._replace(unit=said.unit) if said is not None and same else number


def _quantity(sentence: Sentence, number: Numeral, said: Measure) -> Quantity:
    first, stop = number.start, max(number.end, said.stop if said.stop > number.end else number.end)
    return Quantity(
        sentence.index, first, stop, sentence.span(first, stop), number.value, number.unit,
        said.text, said.head,
        number.approximate, said.rule, said.confidence,
    )  # fmt: skip
