"""Dates in Chinese text at their stated precision: 2018年3月28日, 去年12月, 28日, 截至2017年底."""

import re
from collections.abc import Iterator
from functools import cache

from baygraph.annotation import Sentence
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.dates import DateMention, Role, iso, nearest, shifted
from baygraph.languages.zh.figure_words import longest_first, words


@cache
def _pattern() -> re.Pattern[str]:
    relative = "|".join(
        longest_first("dates", "this_year")
        + longest_first("dates", "last_year")
        + longest_first("dates", "next_year")
    )
    before = "|".join(longest_first("dates", "as_of"))
    end = "|".join(longest_first("dates", "end_of_year"))
    listed = (*longest_first("dates", "as_of"), *longest_first("dates", "end_of_year"), *relative.split("|"))
    begins = re.escape("".join(sorted({word[0] for word in listed})))
    day = r"(?P<day>\d{1,2})[日号](?!前)"
    return re.compile(
        f"(?=[\\d，的至到—\\-–~{begins}])"  # where none of it begins, all of it is nothing
        f"(?P<before>{before})?(?:(?P<year>(?:19|20)\\d\\d)年?(?=年|[-至到—])年?|(?P<relative>{relative}))?"
        f"(?:[，的]?(?P<month>\\d{{1,2}})月(?:份)?(?:{day})?|(?<!\\d)(?P<alone>\\d{{1,2}})日)?(?P<end>{end})?"
        r"(?:(?P<to>[至到—\-–~])(?:(?P<year2>(?:19|20)\d\d)年)?(?:(?P<month2>\d{1,2})月)?(?:(?P<day2>\d{1,2})日)?)?"
    )


def dates(text: str, sentence: Sentence, issued: str | None) -> tuple[DateMention, ...]:
    """The dates of a sentence; ``issued`` is the day of the report, for dates without a year."""
    plain = to_simplified(text[sentence.start : sentence.end])
    return tuple(_dates(plain, sentence, issued))


def _dates(plain: str, sentence: Sentence, issued: str | None) -> Iterator[DateMention]:
    for match in _pattern().finditer(plain):
        value = _value(match, issued)
        if not value:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        tokens = [i for i, t in enumerate(sentence.tokens) if start < t.end and t.start < end]
        last = _last(match, value)
        yield DateMention(tokens[0], tokens[-1] + 1, value, _role(match, last), last)


def _value(match: re.Match[str], issued: str | None) -> str:
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    if match["alone"]:
        whole = issued if issued and len(issued) >= 7 else ""
        return iso(int(whole[:4]), int(whole[5:7]), int(match["alone"])) if whole else ""
    year = match["year"] or _relative_year(match["relative"], issued)
    if year:
        return iso(int(year), month, day)
    return nearest(issued, month, day) if (month and (day or match["before"])) or month else ""


def _relative_year(word: str | None, issued: str | None) -> str:
    if not word or not issued:
        return ""
    steps = -1 if word in words("dates", "last_year") else 1 if word in words("dates", "next_year") else 0
    return shifted(issued, "y", steps)[:4]


def _last(match: re.Match[str], first: str) -> str:
    """The end of a range: what it does not repeat is the same as in its beginning."""
    if not match["to"] or not (match["year2"] or match["month2"] or match["day2"]):
        return ""
    year = int(match["year2"] or first[:4])
    month = int(match["month2"] or (first[5:7] if match["day2"] else 0) or 0)
    return iso(year, month, int(match["day2"] or 0))


def _role(match: re.Match[str], last: str) -> Role:
    if last:
        return "range"
    return "as_of" if match["before"] or match["end"] else "point"


def as_of(found: tuple[DateMention, ...], first: int) -> str:
    """The date for which a figure is stated: a state's date, or a year, before it in its sentence."""
    before = [
        d for d in found if d.first < first and (d.role == "as_of" or len(d.value) == 4) and d.role != "range"
    ]
    return before[-1].value if before else ""
