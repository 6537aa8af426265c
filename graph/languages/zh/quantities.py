"""The figures of a Chinese sentence, and the numbers in it that are none, with the reason."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.numbers import Figures, Rejected
from baygraph.languages.zh.figure_words import lexicon, words
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.measures import Case, Measure
from baygraph.languages.zh.measuring import measure_of
from baygraph.languages.zh.numerals import Numeral, numerals

FAR = 6  # tokens before a number
FEW = 10  # of a ratio


def figures(
    text: str,
    sentence: Sentence,
    named: Collection[int],
    earlier: Sequence[Quantity],
    bodies: Collection[int] = (),
) -> Figures:
    """The figures of a sentence and its numbers that are none; ``named`` tokens belong to names.

    Those of ``bodies`` and the like are no part of what is counted.
    """
    plain = to_simplified(text[sentence.start : sentence.end])
    home = home_currency(text)
    good: list[Quantity] = []
    bad: list[Rejected] = []
    for found in numerals(plain):
        numeral = _at_home(found, plain, home)
        first, stop = _tokens(sentence, numeral)
        reason = _refusal(sentence.tokens, numeral, first, stop, named)
        case = Case(
            sentence.tokens, first, stop, numeral.unit, numeral.counter, (*earlier[-4:], *good), bodies,
            sentence.index,
        )  # fmt: skip
        measure = None if reason else measure_of(case)
        if measure and not numeral.in_digits and _is_abstract(measure.text, numeral):
            measure, reason = None, "points of a list"
        if measure:
            unit = _bare_money(case, measure, home) or numeral.unit
            good.append(_quantity(sentence, numeral._replace(unit=unit), case, measure))
        else:
            bad.append(Rejected(first, stop, reason or "nothing is counted"))
    return Figures(tuple(good), tuple(bad))


@lru_cache(maxsize=8)
def home_currency(text: str) -> str:
    """The code of the currency that a bare 元 means in a text in traditional characters, or nothing."""
    if "元" not in text or to_simplified(text) == text:
        return ""
    named = {words_: code for code, words_ in lexicon().map("money_at_home").items()}
    counts = [(sum(text.count(w) for w in listed.split()), code) for listed, code in named.items()]
    return max(counts)[1] if max(counts)[0] else ""


def _at_home(numeral: Numeral, plain: str, home: str) -> Numeral:
    """«預留30億元» in a paper of Hong Kong."""
    bare = numeral.unit == "CNY" and plain[: numeral.end].endswith("元") and "人民币" not in plain
    return numeral._replace(unit=home) if home and bare else numeral


def _bare_money(case: Case, measure: Measure, home: str) -> str:
    """The currency of «启动经费5000万», or nothing: the one told last, or the one at home."""
    if case.unit or case.counter or not measure.text.endswith(_sums_of_money()):
        return ""
    told = [q.unit for q in case.before if q.unit in words("measures", "currencies")]
    return told[-1] if told else home or next(iter(lexicon().map("money")))


@lru_cache(maxsize=1)
def _sums_of_money() -> tuple[str, ...]:
    return tuple(words("measures", "sums_of_money"))


def _tokens(sentence: Sentence, numeral: Numeral) -> tuple[int, int]:
    """The tokens that hold a numeral; those that it shares with other characters count."""
    starts = [t.start for t in sentence.tokens]
    first = bisect_right(starts, sentence.start + numeral.start) - 1
    last = bisect_right(starts, sentence.start + numeral.end - 1) - 1
    return max(first, 0), max(last, first) + 1


def _refusal(tokens: Sequence[Token], numeral: Numeral, first: int, stop: int, named: Collection[int]) -> str:
    """Why a number is no figure, or nothing."""
    core = [i for i in range(first, stop) if any(c.isdigit() for c in tokens[i].text)] or [first]
    said = core if numeral.unit in words("measures", "currencies") else range(first, stop)
    if any(i in named for i in core) or any(tag(tokens[i]) in {"nk", "nf", "person"} for i in said):
        return "part of a name"
    if _is_quoted(tokens, first, stop) or (
        numeral.counter in words("refused", "grade") and numeral.value == 1
    ):
        return "part of a name"
    if not numeral.value:
        return "nothing of it"
    near = {t.lemma for t in tokens[max(0, first - FAR) : first]}
    if numeral.unit in {"km", "m"} and near & words("measures", "away"):
        return "a distance"
    if _is_ratio(tokens, numeral, first):
        return "a ratio"
    if _is_threshold(tokens, numeral, stop):
        return "a threshold"
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


def _is_ratio(tokens: Sequence[Token], numeral: Numeral, first: int) -> bool:
    """«每三架民用无人机就有两架产自深圳»."""
    before = [t.lemma for t in tokens[max(0, first - FAR) : first]]
    ratio = "".join(before[-2:]).endswith(tuple(words("measures", "ratio")))
    each = any(w.startswith(tuple(words("measures", "per_each"))) for w in before)
    return ratio and each and numeral.value < FEW and not numeral.unit


def _is_threshold(tokens: Sequence[Token], numeral: Numeral, stop: int) -> bool:
    """«超10亿元项目6个», «亿元以上企业12家»: the least that each of those counted has."""
    sum_ = numeral.unit in words("measures", "currencies") and numeral.approximate
    if not sum_ or stop + 1 >= len(tokens) or tokens[stop].lemma not in words("measures", "each_with"):
        return False
    return tag(tokens[stop + 1])[0] == "m" or tokens[stop + 1].lemma in words("approximate", "before")


def _is_quoted(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """«“低空十条”», «《热泵产业强链十条》»: a number at the end of a short name in quotes, or of a title."""
    reach = 2 * FAR if stop < len(tokens) and tokens[stop].text == "》" else 4
    opened = any(t.text in "“「『《" for t in tokens[max(0, first - reach) : first])
    return opened and stop < len(tokens) and tokens[stop].text in "”」』》"


def _is_abstract(measure: str, numeral: Numeral) -> bool:
    """«三个方向», «三块短板»: points of a list, no count of things."""
    plain = to_simplified(measure)
    return not numeral.unit and any(plain.endswith(w) for w in words("measures", "abstract"))


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
