"""A number in its sentence, and the words beside it that measures are made of."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from baygraph.annotation import Quantity, Token
from baygraph.languages.en.counted import Counted, past_articles, phrase_after, phrase_before
from baygraph.languages.en.figure_words import lexicon, words
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.numerals import Numeral
from baygraph.languages.en.tokens import POSSESSIVE

NEAR = 7  # tokens between a verb and its number
EACH = frozenset({"a", "an", "per", "each", "every"})
AREA = frozenset({"m2", "km2", "ha", "mu", "ft2", "acre"})


class Measure(NamedTuple):
    """What is measured, its head token, and how far the figure reaches to the right."""

    text: str
    head: int
    stop: int
    rule: str
    confidence: float = 0.85


class Case(NamedTuple):
    """A number in its sentence, with the figures before it."""

    tokens: Sequence[Token]
    number: Numeral
    before: Sequence[Quantity]
    sentence: int

    def word(self, at: int) -> str:
        """A word of the sentence in lower case, or nothing."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def left(self, steps: int = 1) -> str:
        """A word before the number and its hedges."""
        return self.word(self.number.start - steps)

    def right(self, steps: int = 0) -> str:
        """A word after the number and its unit."""
        return self.word(self.number.end + steps)

    def here(self) -> list[Quantity]:
        """The figures before in the same sentence."""
        return [q for q in self.before if q.sentence == self.sentence]


def timed(case: Case) -> bool:
    """«75,000 tonnes a year», «30 per month», «50 MWh annually»: so much in each of some time."""
    each = case.right() in EACH and case.right(1) in words("uncounted", "periods")
    return each or case.right() in words("uncounted", "timely")


Rule = Callable[[Case], Measure | None]


def noun_measure(found: Counted, stop: int, rule: str, confidence: float = 0.85) -> Measure:
    """A noun phrase as the measure of a number."""
    return Measure(found.text, found.head, max(stop, found.stop), rule, confidence)


@cache
def money_units() -> frozenset[str]:
    """The codes of currencies."""
    return frozenset(lexicon().map("money"))


def verb_of(case: Case) -> int | None:
    """The verb whose object or complement the number is."""
    at = case.number.start
    for i in range(at - 1, max(-1, at - NEAR), -1):
        token = case.tokens[i]
        if token.pos == "VERB" or (token.pos == "AUX" and token.lemma == "be"):
            return i
        if token.lower == "home":
            continue  # «took home HK$500,000»
        if i == at - 1 and _may_be_deed(case, i):
            return i
        if (
            token.text in {";", ":"}
            or token.pos in {"SCONJ", "NOUN", "PROPN"}
            or (token.text == "," and i < at - 1)
        ):
            return None
    return None


def measured_noun(case: Case, stop: int) -> Measure | None:
    """The head of the subject before a verb: «the number of X» is X, «the value of exports» the value."""
    tokens = case.tokens
    stop = _before_insertion(tokens, stop)
    start = stop - 1
    while start >= 0 and not (
        tokens[start].text in {";", ",", ":", "("} or tokens[start].pos in {"SCONJ", "VERB", "AUX"}
    ):
        start -= 1
    of = next((i for i in range(start + 1, stop) if tokens[i].lower == "of"), None)
    parts = "labelled_shares" if case.number.unit == "%" else "counting"
    if of is not None and singular(tokens[of - 1].lower) in words("nouns", "counting") | words(
        "nouns", parts
    ):
        found = phrase_after(tokens, past_articles(tokens, of + 1))
        if found is None or tokens[found.head].pos != "PROPN":
            return noun_measure(found, case.number.end, "figure/number-of") if found else None
    head = _first_head(tokens, _behind_time(tokens, start + 1, stop), stop)
    found = phrase_before(tokens, head + 1) if head is not None else None
    if found is None:
        return None
    return noun_measure(found, case.number.end, "figure/subject", 0.8)


def _first_head(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """The head of the first noun phrase of a stretch, unless it stands behind a preposition."""
    for i in range(start, stop):
        if tokens[i].pos == "ADP" and i == start:
            return None
        is_noun = tokens[i].pos == "NOUN" or (
            tokens[i].pos == "PROPN" and (i == 0 or tokens[i].lower in words("nouns", "acronyms"))
        )
        owner = i + 1 < stop and tokens[i + 1].lower in POSSESSIVE  # «the plant's | annual output»
        if is_noun and not owner and not (i + 1 < stop and tokens[i + 1].pos in {"NOUN"}):
            return i
    return None


def _before_insertion(tokens: Sequence[Token], stop: int) -> int:
    """«Grid losses, now at 14.6 percent, | should drop»: where the subject before two commas ends."""
    if stop < 2 or tokens[stop - 1].text != ",":
        return stop
    comma = next((i for i in range(stop - 2, 0, -1) if tokens[i].text in {",", ";", ":"}), 0)
    return comma if comma and tokens[comma].text == "," else stop


def _behind_time(tokens: Sequence[Token], start: int, stop: int) -> int:
    """«In that year its revenue», «Last year exports»: where the subject begins behind the time."""
    for i in range(start, min(start + 4, stop - 1)):
        if tokens[i].pos not in {"ADP", "DET", "ADJ", "NUM"} and singular(tokens[i].lower) not in words(
            "uncounted", "periods"
        ):
            return start
        dated = tokens[i].text.isdecimal() and len(tokens[i].text) == 4
        if (i > start and singular(tokens[i].lower) in words("uncounted", "periods")) or dated:
            return i + 1 if tokens[i + 1].lower not in {"of", *POSSESSIVE} else start
    return start


def _may_be_deed(case: Case, at: int) -> bool:
    """«The two firms each | pay 600,000 yuan», «the agency | gives €240,000»: what looks like a noun."""
    token, before = case.tokens[at], case.tokens[at - 1] if at else None
    acts = token.pos == "NOUN" and (token.has("VERB") or token.lower in words("verbs", "paying"))
    doer = before is not None and (before.pos in {"NOUN", "PROPN"} or before.lower in {"each", "both"})
    return acts and doer and case.number.unit in money_units()
