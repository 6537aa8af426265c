"""Dates in English: absolute, relative to the day of the text, ranges, and what part they play."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from baygraph.annotation import Annotated, Quantity, Sentence, Token
from baygraph.languages.dates import Core, Dateline, DateMention, Role, Rule, iso, nearest, shifted
from baygraph.languages.en.counted import phrase_after
from baygraph.languages.en.figure_words import ending, lexicon, starting, words

YEAR = re.compile(r"(?:19|20)\d\d")
DASHES = frozenset("-–—/")
DATELINE_WITHIN = 14  # tokens of a report's first sentence in which its place and date stand
ROLES: tuple[Role, ...] = ("as_of", "since", "until")


def dates(sentence: Sentence, reference: str | None = None) -> tuple[DateMention, ...]:
    """The dates of a sentence that can be resolved; ``reference`` is the ISO date of the text."""
    return tuple(d for d in mentioned(sentence, reference) if d.value)


def mentioned(sentence: Sentence, reference: str | None = None) -> tuple[DateMention, ...]:
    """All dates of a sentence, also those that have no value without a reference."""
    return tuple(_found(sentence.tokens, reference))


def _found(tokens: Sequence[Token], reference: str | None) -> Iterator[DateMention]:
    at = 0
    while at < len(tokens):
        core = _core(tokens, at, reference) if _may_start(tokens[at].lower) else None
        if core:
            yield DateMention(at, core.stop, core.value, _role(tokens, at, core), core.end)
        at = core.stop if core else at + 1


def _core(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    return next(filter(None, (rule(tokens, at, reference) for rule in RULES)), None)


@cache
def _starters() -> frozenset[str]:
    phrases = (p for listed in lexicon().map("dates", "relative").values() for p in listed)
    return frozenset([*_months(), *(p.split()[0] for p in phrases)])


def _may_start(lower: str) -> bool:
    return lower[0].isdecimal() or lower in _starters()


@cache
def _months() -> dict[str, int]:
    long, short = lexicon().map("dates")["months"].split(), lexicon().map("dates")["short"].split()
    return {m: n for names in (long, short) for n, m in enumerate(names, 1)} | {
        lexicon().map("dates")["sept"]: 9
    }


def _month(tokens: Sequence[Token], at: int) -> int:
    """The month that a token names, or 0; «may» and «march» without a capital are none."""
    found = (
        _months().get(tokens[at].lower, 0) if 0 <= at < len(tokens) and tokens[at].text[0].isupper() else 0
    )
    return found


def _day(tokens: Sequence[Token], at: int) -> int:
    text = tokens[at].text if at < len(tokens) else ""
    number = text.rstrip("stndrh") if text[:1].isdecimal() else ""
    return int(number) if number.isdecimal() and len(number) <= 2 and 1 <= int(number) <= 31 else 0


def _year_at(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The end of a year behind a month or day («, 2018», «of 2018») and the year; end 0 if none follows."""
    at += at < len(tokens) and tokens[at].lower in {",", "of"}
    if at < len(tokens) and YEAR.fullmatch(tokens[at].text):
        return at + 1, int(tokens[at].text)
    return 0, 0


def _dot(tokens: Sequence[Token], at: int) -> int:
    return at + (at < len(tokens) and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end)


def _dated(year: int, month: int, day: int, reference: str | None) -> str:
    return iso(year, month, day) if year else nearest(reference, month, day)


def _numeric(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«2018-03-28», «28/3/2018»."""
    parts = [t.text for t in tokens[at : at + 5]]
    if (
        len(parts) == 5
        and parts[1] == parts[3]
        and parts[1] in {"-", "/", "."}
        and all(p.isdecimal() for p in parts[::2])
    ):
        year, month, day = (parts[0], parts[2], parts[4]) if YEAR.fullmatch(parts[0]) else parts[4::-2]
        value = iso(int(year), int(month), int(day)) if YEAR.fullmatch(year) else ""
        return Core(at + 5, value) if value else None
    return None


def _month_first(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«March 28, 2018», «Sept. 5», «May 12-14, 2019», «March 2018», «June»."""
    month = _month(tokens, at)
    if not month:
        return None
    stop = _dot(tokens, at + 1)
    day = _day(tokens, stop)
    if not day:
        return _month_alone(tokens, at, stop, month, reference)
    stop, until, last = stop + 1, 0, month
    if stop + 1 < len(tokens) and tokens[stop].lower in DASHES | {"to"}:
        later = _month(tokens, stop + 1)
        until = _day(tokens, stop + 2) if later else _day(tokens, stop + 1)
        last, stop = (later or month), stop + 2 + bool(later) if until else stop
    past, year = _year_at(tokens, stop)
    first, end = (_dated(year, m, d, reference) for m, d in ((month, day), (last, until or day)))
    return Core(past or stop, first, end if until and first else "")


def _month_alone(
    tokens: Sequence[Token], at: int, stop: int, month: int, reference: str | None
) -> Core | None:
    past, year = _year_at(tokens, stop)
    left = tokens[at - 1].lower if at else ""
    if not past and left not in words("dates", "in") | {"last", "this", "next"}:
        return None
    return Core(past or stop, _dated(year, month, 0, reference))


def _day_first(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«28 March 2018», «22-25 October», «the 5th of June»."""
    day = _day(tokens, at)
    if not day:
        return None
    stop, until = at + 1, 0
    if stop + 1 < len(tokens) and tokens[stop].lower in DASHES | {"to"} and _day(tokens, stop + 1):
        until, stop = _day(tokens, stop + 1), stop + 2
    stop += stop + 1 < len(tokens) and tokens[stop].lower == "of"
    month = _month(tokens, stop)
    if not month:
        return None
    past, year = _year_at(tokens, stop + 1)
    first, end = (_dated(year, month, d, reference) for d in (day, until or day))
    return Core(past or stop + 1, first, end if until and first else "")


def _year_alone(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«in 2018», «2018-2020», «the 2019 fair»; but «2000 people» counts."""
    text = tokens[at].text
    if not YEAR.fullmatch(text):
        return None
    left = tokens[at - 1].lower if at else ""
    if (
        at + 2 < len(tokens)
        and tokens[at + 1].lower in DASHES | {"to"}
        and YEAR.fullmatch(tokens[at + 2].text)
    ):
        return Core(at + 3, text, tokens[at + 2].text)
    counted = phrase_after(tokens, at + 1)
    is_count = counted is not None and counted.plural and left not in words("dates", "in")
    hedged = ending(tokens, at, "hedges", "before")[0] >= 0 and left not in {"around", "about"}
    return None if (is_count or hedged) and not (at and tokens[at - 1].text == "(") else Core(at + 1, text)


def _relative(tokens: Sequence[Token], at: int, reference: str | None) -> Core | None:
    """«today», «last year», «this year»."""
    stop, step = starting(tokens, at, "dates", "relative")
    return Core(stop, shifted(reference, step[0], int(step[1:]))) if stop else None


RULES: tuple[Rule, ...] = (_numeric, _month_first, _day_first, _year_alone, _relative)


def _role(tokens: Sequence[Token], first: int, core: Core) -> Role:
    if core.end:
        return "range"
    for role in ROLES:
        if ending(tokens, first, "dates", role)[0] >= 0:
            return role
    return "point"


def dateline(annotated: Annotated) -> Dateline | None:
    """The place and date that open a report («ZHONGSHAN, China, March 28, 2018 --»), or None."""
    for sentence in annotated.sentences[:2]:
        tokens = sentence.tokens
        found = next((d for d in dates(sentence) if d.stop <= DATELINE_WITHIN and len(d.value) == 10), None)
        opens = found and found.first > 1 and tokens[0].text[:2].isupper()
        if found and opens and _is_closed(tokens, found.stop):
            place = next((i for i in range(found.first) if tokens[i].text == ","), found.first)
            return Dateline(sentence.index, 0, place, found.value)
    return None


def _is_closed(tokens: Sequence[Token], stop: int) -> bool:
    return stop < len(tokens) and tokens[stop].text in {"(", "—", "–", "-", ":", "--", "/", "."}


def reference(annotated: Annotated) -> str | None:
    """The day to which relative dates refer: the document's own, or that of its dateline."""
    opening = dateline(annotated)
    issued = annotated.document.issued
    return issued[:10] if issued else (opening.value if opening else None)


def as_of(sentence: Sentence, quantity: Quantity, found: Sequence[DateMention]) -> str:
    """The date for which a figure is stated, or nothing: a frame before the verb, or a date right behind."""
    tokens = sentence.tokens
    found = [
        d
        for d in found
        if not (d.role == "point" and d.first and tokens[d.first - 1].lower in {"the", "its"})
    ]
    near = [
        d for d in found if 0 <= d.first - quantity.stop <= 3 and d.role in {"as_of", "point"} and _plain(d)
    ]
    frames = [d for d in found if d.stop <= quantity.first and _is_frame(tokens, d)]
    chosen = near[:1] or frames[-1:]
    is_cut = chosen and any(t.text == ";" for t in tokens[chosen[0].stop : quantity.first])
    return chosen[0].value if chosen and not is_cut else ""


def _plain(date: DateMention) -> bool:
    return len(date.value) < 10 or date.role == "as_of"


def _is_frame(tokens: Sequence[Token], date: DateMention) -> bool:
    """«In 2016 Shenzhen spent …», «By the end of 2017, …»: a date at the head of its clause."""
    if date.role not in {"as_of", "point"} or (date.role == "point" and len(date.value) == 10):
        return False
    start = next((k + 1 for k in range(date.first - 1, -1, -1) if tokens[k].text in {";", ",", "(", "--"}), 0)
    return not any(t.pos in {"VERB", "AUX"} for t in tokens[start : date.first])
