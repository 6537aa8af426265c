"""Dates in Russian: absolute, relative to the day of the text, ranges, and what part they play."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from baygraph.annotation import Sentence, Token
from baygraph.languages.dates import Core, DateMention, Role, Rule, iso, nearest, shifted
from baygraph.languages.ru.counted import counted, governed
from baygraph.languages.ru.figure_words import lexicon, words
from baygraph.languages.ru.numerals import ends_with
from baygraph.languages.ru.units import unit_after

YEAR = re.compile(r"(?:19|20)\d\d")
YEAR_ENDING = re.compile(r"((?:19|20)\d\d)-?([а-я]{1,3})")
VERB_WITHIN = 9  # tokens between a date without a year and the verb whose tense tells the year
DAY = re.compile(r"(\d{1,2})(?:-([а-я]{1,3}))?")
NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")


def dates(sentence: Sentence, reference: str | None = None) -> tuple[DateMention, ...]:
    """The dates of a sentence that can be resolved; ``reference`` is the ISO date of the text."""
    return tuple(d for d in mentioned(sentence, reference) if d.value)


def mentioned(sentence: Sentence, reference: str | None = None) -> tuple[DateMention, ...]:
    """All dates of a sentence, also those that have no value without a reference."""
    return tuple(_found(sentence.tokens, reference))


def _found(tokens: Sequence[Token], reference: str | None) -> Iterator[DateMention]:
    stop = 0
    for at in [at for at, token in enumerate(tokens) if _may_start(token.lower)]:
        core = _core(tokens, at, reference) if at >= stop else None
        if core:
            first, stop = _with_part(tokens, at), core.stop
            yield DateMention(first, core.stop, core.value, _role(tokens, first, core), core.end)


@cache
def _starters() -> frozenset[str]:
    phrases = [p for listed in lexicon().map("dates", "relative").values() for p in listed]
    return frozenset([*_months(), *(p.split()[0] for p in phrases), *words("dates", "part")])


@lru_cache(maxsize=50_000)
def _may_start(lower: str) -> bool:
    return lower[0].isdecimal() or lower in _starters()


def _core(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    return next(filter(None, (rule(tokens, at, reference) for rule in RULES)), None)


@cache
def _months() -> dict[str, int]:
    return {form: int(names[0]) for form, names in lexicon().table("months").items()}


def _month(tokens: Sequence[Token], at: int) -> int:
    """The month that a token names, or 0; «Марта» with a capital is a woman."""
    if at >= len(tokens) or not (tokens[at].text[0].islower() or tokens[at].text.isupper()):
        return 0
    return _months().get(tokens[at].lower, 0)


def _day(tokens: Sequence[Token], at: int) -> int:
    found = DAY.fullmatch(tokens[at].lower) if at < len(tokens) else None
    if not found or (found[2] and found[2] not in words("dates", "day")):
        return 0
    return int(found[1]) if 1 <= int(found[1]) <= 31 else 0


def _year(tokens: Sequence[Token], at: int, reference: str | None) -> tuple[int, str]:
    """Where a year after a month ends («2018 года», «прошлого года»), and its value; else 0."""
    if at >= len(tokens):
        return 0, ""
    if YEAR.fullmatch(tokens[at].text):
        return _past_year_word(tokens, at + 1), tokens[at].text
    relative = _relative(tokens, at, reference)
    is_year = relative and _is_year_word(tokens, relative.stop - 1)
    return (relative.stop, relative.value) if relative and is_year else (0, "")


def _past_year_word(tokens: Sequence[Token], at: int) -> int:
    if _is_year_word(tokens, at):
        at += tokens[at].lemma in words("dates", "year_attribute")
    if at < len(tokens) and tokens[at].lower in words("dates", "year"):
        short = len(tokens[at].text) <= 2 and at + 1 < len(tokens) - 1 and tokens[at + 1].text == "."
        return at + 1 + short
    return at


def _is_year_word(tokens: Sequence[Token], at: int) -> bool:
    at += at < len(tokens) and tokens[at].lemma in words("dates", "year_attribute")
    return at < len(tokens) and tokens[at].lower in words("dates", "year")


def _numeric(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«30.07.2024», «2024-07-30», «30/07/2024»."""
    found = NUMERIC.fullmatch(tokens[at].text)
    if found:
        value = iso(int(found[3]), int(found[2]), int(found[1]))
        return Core(_past_year_word(tokens, at + 1), value) if value else None
    parts = [t.text for t in tokens[at : at + 5]]
    if parts[1::2] in (["-", "-"], ["/", "/"]) and all(p.isdecimal() for p in parts[::2]):
        year, month, day = (parts[0], parts[2], parts[4]) if YEAR.fullmatch(parts[0]) else parts[4::-2]
        value = iso(int(year), int(month), int(day)) if YEAR.fullmatch(year) else ""
        return Core(at + 5, value) if value else None
    return None


def _day_and_month(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«10 августа 2020 года», «10 августа», «22–25 октября», «с 28 марта по 2 апреля 2018 года»."""
    day, month, stop = _day(tokens, at), _month(tokens, at + 1), at + 2
    until = 0
    if day and not month and _joins(tokens, at + 1):
        until, month, stop = _day(tokens, at + 2), _month(tokens, at + 3), at + 4
        if not (until and month):
            return None
    if not (day and month):
        return None
    later = _later_day(tokens, stop) if not until else None
    if later:
        until, last_month, stop = later
    else:
        last_month = month
    past, year = _year(tokens, stop, reference)
    lean = _lean(tokens, at)
    value = _dated(year, month, day, reference, bool(past), lean)
    end = _dated(year, last_month, until, reference, bool(past), lean) if until and value else ""
    return Core(past or stop, value, end)


def _later_day(tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
    """«… по 2 апреля»: the other end of a range that has its own month."""
    if not _joins(tokens, at):
        return None
    day, month = _day(tokens, at + 1), _month(tokens, at + 2)
    return (day, month, at + 3) if day and month else None


def _dated(year: str, month: int, day: int, reference: str | None, has_year: bool, lean: int) -> str:
    if has_year:
        return iso(int(year), month, day) if year else ""
    return nearest(reference, month, day, lean)


def _lean(tokens: Sequence[Token], at: int) -> int:
    """«прошла 30 января» was the last January, «пройдёт 15 января» will be the next."""
    around = range(max(0, at - VERB_WITHIN), min(len(tokens), at + VERB_WITHIN))
    near = sorted(around, key=lambda k: abs(k - at))
    verb = next((tokens[k].readings[0] for k in near if tokens[k].pos == "VERB"), None)
    if verb is None or verb.form:
        return 0
    return {"past": -1, "fut": 1}.get(verb.tense, 0)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in words("dates", "range")


def _month_alone(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«сентябрь 2018 года», «в июне», «в ноябре прошлого года»."""
    month = _month(tokens, at)
    if not month:
        return None
    until, stop = 0, at + 1
    if _joins(tokens, at + 1) and _month(tokens, at + 2):
        until, stop = _month(tokens, at + 2), at + 3
    past, year = _year(tokens, stop, reference)
    lean = _lean(tokens, at)
    first = _dated(year, month, 0, reference, bool(past), lean)
    end = _dated(year, until, 0, reference, bool(past), lean) if until and first else ""
    return Core(past or stop, first, end)


def _year_alone(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«2018 года», «в 2014-м», «2018–2020 гг.», «с 2014 по 2018 год», «в 2018»."""
    ending = YEAR_ENDING.fullmatch(tokens[at].lower)
    if ending:
        is_decade = ending[2] in words("dates", "decade")
        return Core(_past_year_word(tokens, at + 1), "" if is_decade else ending[1])
    if not YEAR.fullmatch(tokens[at].text):
        return None
    if _joins(tokens, at + 1) and at + 2 < len(tokens) and (later := YEAR.match(tokens[at + 2].text)):
        return _two_years(tokens, at, later.group())
    stop = _past_year_word(tokens, at + 1)
    return Core(stop, tokens[at].text) if stop > at + 1 or _is_bare_year(tokens, at) else None


def _two_years(tokens: Sequence[Token], at: int, later: str) -> Core | None:
    if tokens[at + 1].lower == "и":
        return Core(at + 1, tokens[at].text) if _is_year_word(tokens, at + 3) else None
    if later <= tokens[at].text or not (_is_year_word(tokens, at + 3) or _is_bare_year(tokens, at)):
        return None
    return Core(_past_year_word(tokens, at + 3), tokens[at].text, later)


def _is_bare_year(tokens: Sequence[Token], at: int) -> bool:
    """«в 2018», «к 2025», «(2016)»; but «до 2000 человек» counts."""
    left = tokens[at - 1].lower if at else ""
    if left == "(" and any(t.text == ")" for t in (*tokens[at + 1 : at + 2], *tokens[at + 3 : at + 4])):
        return True
    counts = counted(tokens, at + 1, governed(Decimal(tokens[at].text), False)) or unit_after(tokens, at + 1)
    return left in words("dates", "in") and not counts


def _relative(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«сегодня», «в прошлом году»."""
    for length in (2, 1):
        step = _steps().get(" ".join(t.lower for t in tokens[at : at + length]))
        if step and at + length <= len(tokens):
            return Core(at + length, shifted(reference, step[0], int(step[1:])))
    return None


@cache
def _steps() -> dict[str, str]:
    return {phrase: steps[0] for phrase, steps in lexicon().table("dates", "relative").items()}


def _this_year(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«к концу года» is the end of the year of the text."""
    is_part = tokens[at].lower in words("dates", "part")
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return Core(at + 2, shifted(reference, "y", 0)) if is_part and following == "года" else None


RULES: tuple[Rule, ...] = (_numeric, _day_and_month, _month_alone, _year_alone, _relative, _this_year)


def _with_part(tokens: Sequence[Token], at: int) -> int:
    """«к концу 2017 года», «в первом полугодии 2019 года»: where the part of the date begins."""
    if at and tokens[at - 1].lower in words("dates", "part"):
        at -= 1
    elif tokens[at].lower not in words("dates", "part"):
        return at
    while at and words("dates", "part_attribute") & {tokens[at - 1].lower, tokens[at - 1].lemma}:
        at -= 1
    return at


def _role(tokens: Sequence[Token], first: int, core: Core) -> Role:
    if core.end:
        return "range"
    for role in ROLES:
        length = ends_with(tokens, first, "dates", "roles", role)
        if length:
            return "point" if role == "as_of" and _is_appointed(tokens, first) else role
    return "point"


def _is_appointed(tokens: Sequence[Token], first: int) -> bool:
    """«назначено на 25 декабря» says when, not how things stand."""
    near = tokens[max(0, first - 4) : first]
    return any(r.lemma in words("dates", "appointing") for t in near for r in t.readings)


ROLES: tuple[Role, ...] = ("as_of", "since", "until")
