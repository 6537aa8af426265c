"""How English leads up to a goal: «our aim: a …», «would like to be …», «on the way to becoming …»."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.capitals import is_capital
from baygraph.languages.en.counted import phrase_after
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.tokens import POSSESSIVE, QUOTES
from baygraph.languages.en.words import lexicon

FIGURE = 8  # tokens from «with» to a number
ASIDE = 6  # tokens between two commas
OWNER = 4  # tokens of «the Greater Bay Area's»
DEGREE = frozenset({"most", "more", "best", "very", "number-one"})


def stated(tokens: Sequence[Token], at: int) -> int:
    """«Its declared aim: a world capital of …», «The aim is a common standard»: where a goal begins, or 0."""
    noun = tokens[at].pos == "NOUN" and tokens[at].lower in lexicon().words("aims", "stated")
    if not noun or at + 3 >= len(tokens):
        return 0
    leads = tokens[at + 1].text == ":" or tokens[at + 1].lower in {"is", "was", "remains"}
    begin = at + 2 + (tokens[at + 2].text in QUOTES)
    begins = tokens[begin].lower in {"a", "an"} and tokens[begin + 1 : begin + 2] != ()
    return begin if leads and begins and tokens[begin + 1].pos in {"ADJ", "NOUN"} else 0


def is_wished(tokens: Sequence[Token], at: int) -> bool:
    """«would like to be»."""
    would = at > 0 and tokens[at - 1].lower in {"would", "should"}
    return would and tokens[at].lower in {"like", "love"} and tokens[at + 1].lower == "to"


def is_under_way(tokens: Sequence[Token], at: int) -> bool:
    """«on the way to becoming», «on course to be»."""
    ways = singular(tokens[at].lower) in lexicon().words("aims", "ways")
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return (
        ways
        and after in {"to", "towards", "toward"}
        and "on" in {t.lower for t in tokens[max(0, at - 3) : at]}
    )


def past_aside(tokens: Sequence[Token], at: int) -> int:
    """«wants, she says without blinking, | to be», «to be, by 2030, | a base»."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    ends = (i for i in range(at + 1, min(at + ASIDE, len(tokens))) if tokens[i].text == ",")
    return next(ends, at - 1) + 1


def past_owner(tokens: Sequence[Token], at: int) -> int:
    """«Asia's | leading hub», «the world's most | trusted maker»."""
    for place in range(at, min(at + OWNER, len(tokens) - 1)):
        if tokens[place].text in POSSESSIVE and place > at:
            return place + 1 + (tokens[place + 1].lower in DEGREE)
        if not (is_capital(tokens[place]) or tokens[place].pos == "NOUN"):
            break
    return at + (at < len(tokens) and tokens[at].lower in DEGREE)


def second_end(tokens: Sequence[Token], at: int, stop: int) -> int:
    """«a platform between China | and the Lusophone world»: both ends belong to the goal."""
    if tokens[at].lower != "between" or [t.lower for t in tokens[stop : stop + 1]] != ["and"]:
        return stop
    begin = stop + 1
    while begin < len(tokens) and tokens[begin].pos == "DET":
        begin += 1
    found = phrase_after(tokens, begin)
    return found.stop if found is not None else stop


def counts(tokens: Sequence[Token], at: int) -> bool:
    """«a base | with an output value of CNY 150 billion»: how much it will be is a figure of it."""
    return tokens[at].lower == "with" and any(t.pos == "NUM" for t in tokens[at + 1 : at + FIGURE])
