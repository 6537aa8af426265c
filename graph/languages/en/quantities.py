"""The figures of an English sentence, and the numbers in it that are none, with the reason."""

from collections.abc import Collection, Sequence

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.languages.en import dates
from baygraph.languages.en.cases import AREA, Case, Measure, money_units
from baygraph.languages.en.dollars import FOREIGN, in_own_dollars
from baygraph.languages.en.figure_words import ending, with_lemmas, words
from baygraph.languages.en.measures import measure_of
from baygraph.languages.en.numerals import Numeral, begins, numeral_at
from baygraph.languages.en.screens import SCREENS
from baygraph.languages.numbers import Figures, Rejected

LEAST_SUM = 1_000_000  # from here on a number without a noun after an amount of money is money
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})


def figures(
    sentence: Sentence,
    named: Collection[int] = (),
    earlier: Sequence[Quantity] = (),
    dollar: str = FOREIGN,
) -> Figures:
    """The figures of a sentence and its numbers that are none.

    ``named`` tokens belong to names; ``earlier`` are the figures that «of these» may mean; ``dollar`` is the
    code of the currency that «$» stands for.
    """
    may_begin = [begins(sentence.tokens, at) for at in range(len(sentence.tokens))]
    if not any(may_begin):
        return Figures((), ())
    tokens = with_lemmas(sentence.tokens)
    dated = {i: d.stop for d in dates.mentioned(sentence) for i in range(d.first, d.stop)}
    good, bad, stop = list(earlier), list[Rejected](), 0
    for at in range(len(tokens)):
        if at < stop or not may_begin[at] or (at in named and not _has_sign(tokens, at)):
            continue
        number = None if at in dated else numeral_at(tokens, at)
        stop = dated[at] if at in dated else number.stop if number else at + 1
        if number is not None:
            case = Case(tokens, _completed(tokens, number, good, dollar), good, sentence.index)
            reason = next(filter(None, (screen(case) for screen in SCREENS)), "")
            said = None if reason else measure_of(case)
            if said:
                good.append(_quantity(sentence, case.number, said))
            else:
                bad.append(Rejected(number.first, number.stop, reason or "nothing is counted"))
    return Figures(tuple(good[len(earlier) :]), tuple(bad))


def _has_sign(tokens: Sequence[Token], at: int) -> bool:
    """«MOP 32 million» is no name."""
    return ending(tokens, at, "signs")[0] >= 0


def _completed(tokens: Sequence[Token], number: Numeral, before: Sequence[Quantity], dollar: str) -> Numeral:
    """A number with the unit that it shares with one beside it, or that its text means."""
    number = in_own_dollars(_unit_behind(tokens, number), dollar)
    return _in_same_unit(tokens, _in_same_money(tokens, number, before), before)


def _in_same_money(tokens: Sequence[Token], number: Numeral, before: Sequence[Quantity]) -> Numeral:
    """«46.3 billion yuan in 2024, … to exceed 100 billion by 2028»: a sum without its currency."""
    after = tokens[number.end].pos if number.end < len(tokens) else ""
    if number.unit or not number.scaled or number.value < LEAST_SUM or after in NOMINAL:
        return number
    sums = [q.unit for q in before if q.unit in money_units()]
    follows = bool(before) and before[-1].unit in money_units()
    return number._replace(unit=sums[-1]) if sums and (follows or _adds(tokens, number)) else number


def _adds(tokens: Sequence[Token], number: Numeral) -> bool:
    """«and another 5 billion»."""
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
    opens = number.start > 0 and tokens[number.start - 1].lower == "from"
    if number.unit or not opens or at + 1 >= len(tokens) or tokens[at].lower != "to":
        return number
    said = numeral_at(tokens, at + 1)
    same = said is not None and (number.digits or said.unit == "%")
    return number._replace(unit=said.unit) if said is not None and same else number


def _quantity(sentence: Sentence, number: Numeral, said: Measure) -> Quantity:
    first, stop = number.start, max(number.end, said.stop)
    return Quantity(
        sentence.index, first, stop, sentence.span(first, stop), number.value, number.unit,
        said.text, said.head,
        number.approximate, said.rule, said.confidence,
    )  # fmt: skip
