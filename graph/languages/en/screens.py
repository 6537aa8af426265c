"""Why a number is no figure: labels, ranges, dates, durations, ratios, parties said before."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.en.figure_words import words
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.numerals import Numeral, starts
from baygraph.languages.en.tokens import QUOTES

DASHES = frozenset("-–—‑‒")
MOST_OF_RATIO = 10  # «nine out of ten», but «12 out of 97 entries»
FEW = 4  # «three places» are the parties of something, «twelve places» a count
MOST_DAYS = 31
YEARS = range(1990, 2100)
LONGEST_NAME = 8  # tokens in quotes that make a name or a slogan rather than speech


class Found(NamedTuple):
    """A number in its sentence."""

    tokens: Sequence[Token]
    number: Numeral

    def left(self, steps: int = 1) -> str:
        """A word before the number and its hedges."""
        at = self.number.start - steps
        return self.tokens[at].lower if at >= 0 else ""

    def right(self, steps: int = 0) -> str:
        """A word after the number and its unit."""
        at = self.number.end + steps
        return self.tokens[at].lower if at < len(self.tokens) else ""


Screen = Callable[[Found], str]


def _zero(found: Found) -> str:
    return "nothing of it" if found.number.value == 0 else ""


def _one(found: Found) -> str:
    is_word = found.number.value == 1 and not found.number.unit and not found.number.digits
    return "one of its kind, no count" if is_word else ""


def _points(found: Found) -> str:
    return "a difference of shares" if found.number.unit == "pp" else ""


def _label(found: Found) -> str:
    """«Phase 2», «No. 5», «Fortune 500», «Boeing 737»."""
    at = found.number.first
    if at == 0 or found.number.start < at or found.number.unit:
        return ""
    before = found.tokens[at - 1]
    is_name = (
        before.text[0].isupper()
        and at > 1
        and before.pos == "PROPN"
        and not before.lower.endswith(("day", "ly"))
    )
    acts = at > 1 and found.tokens[at - 2].pos in {"AUX", "PART"}  # «can seat 180 guests»
    labelled = before.lower in words("context", "sign") and found.number.digits and not acts
    stopped = before.text == "." and found.left(2) in words("context", "sign")
    if is_name and _counts_something(found):
        return ""
    return "a label" if labelled or stopped or is_name else ""


def _counts_something(found: Found) -> bool:
    """«Shenzhen 20 companies …» is rare, «In Guangdong, 20 …» has a comma; a plural behind tells."""
    return found.number.end < len(found.tokens) and found.tokens[found.number.end].readings[0].number == "pl"


def _ranking(found: Found) -> str:
    """«the top 10», «a top 500 company»."""
    at = found.number.first
    return "a ranking" if at and found.tokens[at - 1].lower in words("context", "ranking") else ""


def _clock_or_ratio(found: Found) -> str:
    """«9:30», «3:0», «24/7», «+86 760 …», «10.10.2020»."""
    at, stop = found.number.first, found.number.stop
    if not found.number.digits:
        return ""
    after = found.tokens[stop : stop + 2]
    clock = len(after) > 1 and after[0].lower in words("context", "meridian") and after[1].text == "."
    if clock and found.right(2) == "m":
        return "a time, a ratio or a code"
    touching = after and after[0].text in {":", "/"} and after[0].start == found.tokens[stop - 1].end
    before = found.tokens[at - 1] if at else None
    behind = (
        before is not None and before.text in {":", "/", "+", "#"} and before.end == found.tokens[at].start
    )
    return "a time, a ratio or a code" if touching or behind else ""


def _range(found: Found) -> str:
    """«20-30 people», «from 10 to 20», «between 5 and 8 percent»: two bounds are not one value."""
    return "a range" if _goes_on(found) or _has_come(found) else ""


def _goes_on(found: Found) -> bool:
    tokens = found.tokens
    for at in (found.number.stop, found.number.end):
        if at + 1 < len(tokens) and starts(tokens[at + 1]):
            joins = tokens[at].text in DASHES and tokens[at].text != "—"
            if joins or (
                tokens[at].lower in {"to", "and"}
                and (found.left() in {"from", "between"} or tokens[at].lower == "to")
                and not _changes(found)
            ):
                return True
    return False


def _has_come(found: Found) -> bool:
    tokens, at = found.tokens, found.number.start
    if at < 2:
        return False
    if tokens[at - 1].text in DASHES and starts(tokens[at - 2]) and tokens[at - 1].text != "—":
        return True
    opened = any(
        t.lower in {"from", "between"} and starts(n)
        for t, n in zip(tokens[max(0, at - 7) : at], tokens[max(1, at - 6) : at], strict=False)
    )
    opened = opened or (tokens[at - 1].lower == "to" and starts(tokens[at - 2]))  # «20 to 30 guests»
    return tokens[at - 1].lower in {"to", "and"} and opened and not _changes(found)


def _changes(found: Found) -> bool:
    """«rose from 5,524 to 8,037»."""
    moving = words("verbs", "rising") | words("verbs", "falling") | words("verbs", "moving")
    return any(t.lemma in moving for t in found.tokens[: found.number.start])


def _age(found: Found) -> str:
    """«from the age of 65», «people aged 30»."""
    left = found.left(2) if found.left() == "of" else found.left()
    bare = not found.number.unit and left in words("context", "aged")
    return "an age" if bare else ""


def _duration(found: Found) -> str:
    at = found.number.end
    first = (
        found.right()
        if found.right() not in {"-", "more", "full", "consecutive", "straight"}
        else found.right(1)
    )
    first = found.right(1) if first in words("context", "working") else first
    is_time = first in words("uncounted", "duration") or singular(first) in words("uncounted", "duration")
    return "a length of time" if is_time and not found.number.unit and at <= len(found.tokens) else ""


def _ratio(found: Found) -> str:
    """«three times», «two-thirds»."""
    word = found.right() if found.right() != "-" else found.right(1)
    if found.number.value <= MOST_OF_RATIO and _has_share(found):
        return "a ratio"
    if found.left() in {"per", "every"} and found.number.digits and not found.number.unit:
        return "a ratio"  # «4.7 robots per 100 workers»
    return "a ratio" if word in words("uncounted", "times") and not found.number.unit else ""


def _has_share(found: Found) -> bool:
    """«one in five residents», «nine out of ten graduates»."""
    at = found.number.start
    before = (
        at - 1 if found.left() == "in" else at - 2 if (found.left(2), found.left()) == ("out", "of") else 0
    )
    return before > 0 and starts(found.tokens[before - 1])


def _indefinite(found: Found) -> str:
    """«dozens of», «a few hundred», «several thousand»."""
    before = found.tokens[found.number.first - 1].lower if found.number.first else ""
    return "an indefinite number" if before in {"few", "several", "many"} else ""


def _known(found: Found) -> str:
    """«the three places», «these four cities», «both»: said before; «two sides» are no count."""
    if found.number.unit or found.number.approximate:
        return ""
    at = found.number.first
    before = found.tokens[at - 1].lower if at else ""
    whole = at > 1 and found.tokens[at - 2].text == "Of"  # «Of the 46 companies, 29 …»
    member = at > 2 and [t.lower for t in found.tokens[at - 3 : at - 1]] == ["one", "of"]
    several = at > 2 and found.tokens[at - 2].lower == "of" and starts(found.tokens[at - 3])
    whole = whole or ((member or several) and found.number.digits)  # «one of the 28 laboratories»
    whole = whole or (found.number.digits and (_is_told(found) or _is_compound(found)))
    if before in words("context", "definite") and not found.number.scaled and not whole:
        return "said before"
    is_party = singular(found.right()) in words("uncounted", "party") and found.number.value <= FEW
    return "the parties, no count" if is_party and not found.number.digits else ""


def _is_compound(found: Found) -> bool:
    """«The 16-member delegation»: how many they are is said in passing."""
    collective = words("nouns", "compounds")
    return found.right() == "-" and found.right(1) in collective and found.number.value > FEW


def _is_told(found: Found) -> bool:
    """«The 18 projects signed at the fair», «the 40 firms that …»: which ones is said only here."""
    after = found.tokens[found.number.end + 1 : found.number.end + 3]
    plural = found.number.end < len(found.tokens) and found.tokens[found.number.end].pos == "NOUN"
    reduced = bool(after) and after[0].pos == "VERB" and after[0].readings[0].form == "part"
    return plural and (reduced or [t.lower for t in after[:1]] == ["that"])


def _name(found: Found) -> str:
    """«"one zone, two parks"»: a number inside a short text in quotes."""
    tokens = found.tokens
    at = found.number.first
    start = next((k for k in range(at - 1, max(-1, at - LONGEST_NAME), -1) if tokens[k].text in QUOTES), -1)
    end = next((k for k in range(at, min(len(tokens), at + LONGEST_NAME)) if tokens[k].text in QUOTES), -1)
    inside = start >= 0 and 0 < end - start <= LONGEST_NAME and tokens[start].end == tokens[start + 1].start
    return "part of a name" if inside and tokens[end].start == tokens[end - 1].end else ""


def _date(found: Found) -> str:
    """«for 19 and 20 March»: the first of two days; «the budget up to 2028 amounts to»."""
    return "a date" if _is_day(found) or _is_year(found) else ""


def _is_day(found: Found) -> bool:
    tokens, at = found.tokens, found.number.stop
    if at + 2 >= len(tokens) or found.number.value > MOST_DAYS or not starts(tokens[at + 1]):
        return False
    joined = tokens[at].lower in {"and", "to", "or", "-", "–"}
    return joined and tokens[at + 2].lower in words("dates", "months")


def _is_year(found: Found) -> bool:
    tokens, number = found.tokens, found.number
    if not number.first or number.end >= len(tokens) or number.unit or number.value not in YEARS:
        return False
    after = tokens[number.end]
    until = tokens[number.first - 1].lower in {"to", "until"} and tokens[number.first].text.isdecimal()
    return until and (after.pos != "NOUN" or after.has("VERB"))


SCREENS: tuple[Screen, ...] = (
    _zero, _one, _points, _date, _age, _name, _label, _ranking, _clock_or_ratio, _range, _duration,
    _ratio, _indefinite, _known,
)  # fmt: skip
