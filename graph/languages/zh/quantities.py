"""The figures of a Chinese sentence, and the numbers in it that are none, with the reason."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.numbers import Figures, Rejected
from baygraph.languages.zh.figure_words import words
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.measures import Case, Measure, measure_of
from baygraph.languages.zh.numerals import Numeral, numerals


def figures(text: str, sentence: Sentence, named: Collection[int], earlier: Sequence[Quantity]) -> Figures:
    """The figures of a sentence and its numbers that are none; ``named`` tokens belong to names."""
    plain = to_simplified(text[sentence.start : sentence.end])
    good: list[Quantity] = []
    bad: list[Rejected] = []
    for numeral in numerals(plain):
        first, stop = _tokens(sentence, numeral)
        reason = _refusal(sentence.tokens, numeral, first, stop, named)
        case = Case(sentence.tokens, first, stop, numeral.unit, numeral.counter, (*earlier[-4:], *good))
        measure = None if reason else measure_of(case)
        if measure:
            good.append(_quantity(sentence, numeral, case, measure))
        else:
            bad.append(Rejected(first, stop, reason or "nothing is counted"))
    return Figures(tuple(good), tuple(bad))


def _tokens(sentence: Sentence, numeral: Numeral) -> tuple[int, int]:
    """The tokens that hold a numeral; those that it shares with other characters count."""
    starts = [t.start for t in sentence.tokens]
    first = bisect_right(starts, sentence.start + numeral.start) - 1
    last = bisect_right(starts, sentence.start + numeral.end - 1) - 1
    return max(first, 0), max(last, first) + 1


def _refusal(tokens: Sequence[Token], numeral: Numeral, first: int, stop: int, named: Collection[int]) -> str:
    """Why a number is no figure, or nothing."""
    core = [i for i in range(first, stop) if any(c.isdigit() for c in tokens[i].text)] or [first]
    if any(i in named for i in core) or any(
        tag(tokens[i]) in {"nk", "nf", "person"} for i in range(first, stop)
    ):
        return "part of a name"
    if not numeral.in_digits and numeral.value == 1:
        return "no more than an article"
    if (
        not numeral.in_digits
        and not numeral.unit
        and any(len(t.text) > len(numeral.word) + 3 for t in tokens[first:stop])
    ):
        return "part of a word"
    if numeral.value > Decimal(10) ** 18:
        return "too large"
    return ""


def _quantity(sentence: Sentence, numeral: Numeral, case: Case, measure: Measure) -> Quantity:
    said = measure.rule not in {"figure/again", "figure/share"}
    first = min(case.first, measure.first) if said else case.first
    stop = max(case.stop, measure.stop) if said else case.stop
    people = numeral.counter in words("counters", "people")
    rule = f"{measure.rule}-people" if people and measure.rule == "figure/counted" else measure.rule
    return Quantity(
        sentence.index, first, stop, sentence.span(first, stop), numeral.value, numeral.unit, measure.text,
        max(measure.stop - 1, 0), numeral.approximate, rule, 0.85,
    )  # fmt: skip


def held(tokens: Sequence[Token]) -> Iterator[int]:
    """The tokens that hold a digit."""
    return (i for i, t in enumerate(tokens) if any(c.isdigit() for c in t.text))
