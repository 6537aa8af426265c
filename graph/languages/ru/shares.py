"""What a percentage is of: a share of what was said before, of whom it belongs to, or how much more of it."""

from collections.abc import Sequence

from baygraph.annotation import Quantity, Token
from baygraph.languages.ru.counted import GENITIVE, group
from baygraph.languages.ru.figure_words import default, noun, words
from baygraph.languages.ru.governors import aim
from baygraph.languages.ru.inflection import NounPhrase, phrase_text
from baygraph.languages.ru.measures import (
    MARKS,
    PERCENT,
    Candidate,
    Measure,
    fronted,
    genitive,
    is_by,
    is_noun_of,
    of,
)
from baygraph.languages.ru.phrases import attributes_before

NEAR = 6  # tokens between «две трети средств» and «(67 %)»


def more_by(c: Candidate) -> Measure | None:
    """«9,7 млрд, на 40 % больше, чем годом ранее», «40 млрд (+12,5 %)»: the growth of what was said."""
    last, right = c.previous, _word(c, c.stop)
    compared = right in words("context", "more") and is_by(c)
    signed = _word(c, c.first - 1) in words("context", "plus") | words("context", "minus")
    if last is None or c.unit != PERCENT or last.unit == PERCENT or not (compared or signed):
        return None
    fell = right in words("context", "less") or _word(c, c.first - 1) in words("context", "minus")
    text = _grown(c.tokens, last, noun("decline" if fell else "growth"))
    return Measure(text, last.measure_head, c.first, c.stop, "figure/more-by", 0.7)


def _grown(tokens: Sequence[Token], last: Quantity, grown: str) -> str:
    phrase = _said(tokens, last)
    if phrase is None:
        return last.measure
    return of(grown if last.unit else f"{grown} {noun('of_number')}", phrase, tokens)


def _said(tokens: Sequence[Token], last: Quantity) -> NounPhrase | None:
    """The noun of an earlier figure with its attributes, and with its genitive if it is an amount."""
    head = last.measure_head
    if tokens[head].pos == "VERB" or not tokens[head].has("NOUN"):
        return None
    first, _ = attributes_before(tokens, head)
    stop = (group(tokens, head + 1, GENITIVE) or head + 1) if last.unit else head + 1
    return NounPhrase(first, head, stop, "")


def of_that_sum(c: Candidate) -> Measure | None:
    """«на исследования ушло 7,5 % этой суммы»: a share of the amount said before."""
    last, at = c.previous, c.stop
    demonstrated = at + 1 < len(c.tokens) and c.tokens[at].lemma in words("context", "demonstrative")
    if c.unit != PERCENT or last is None or not demonstrated:
        return None
    phrase = _said(c.tokens, last) if is_noun_of(c.tokens[at + 1], "carrier", "dimension", "money") else None
    if phrase is None:
        return None
    goal = next((k for k in range(c.first - 1, 0, -1) if aim(c.tokens, k)), 0)
    aimed = f" {_words(c.tokens, goal, aim(c.tokens, goal))}" if goal > last.stop else ""
    text = f"{of(default(PERCENT), phrase, c.tokens)}{aimed}"
    return Measure(text, last.measure_head, c.first, at + 2, "figure/share", 0.8)


def of_counted(c: Candidate) -> Measure | None:
    """«430 сотрудников, из них 70 % заняты …», «70 % которых …», «опрошено 1500 фирм, 62 % довольны»."""
    last = next((q for q in reversed(c.before) if q.unit != PERCENT), None)
    phrase = _said(c.tokens, last) if last and c.unit == PERCENT else None
    if last is None or phrase is None:
        return None
    near = {_word(c, c.first - 1), _word(c, c.stop), _word(c, c.stop + 1)}
    them = bool(near & words("context", "them"))
    verb = c.tokens[c.stop].readings[0] if c.stop < len(c.tokens) and not last.unit else None
    states = verb is not None and (verb.pos == "VERB" or verb.form == "short")
    opens = _word(c, c.first - 1) in {",", ";", ":", "а", "и", "—"}
    if not them and not (states and opens):
        return None
    text = of(default(PERCENT), phrase, c.tokens)
    return Measure(text, last.measure_head, c.first, c.stop, "figure/share-of-counted", 0.75)


def held(c: Candidate) -> Measure | None:
    """«51 % у города», «49 % — у корпорации», «иностранцев среди студентов 23 %»."""
    if c.unit != PERCENT:
        return None
    at = c.stop + (_word(c, c.stop) in {"—", "–"})
    end = group(c.tokens, at + 1, GENITIVE) if _word(c, at) == "у" else 0
    if end:
        text = phrase_text(c.tokens, at + 1, end - 1, end, "gen", seen="gen")
        return Measure(f"{default(PERCENT)} {text}", end - 1, c.first, end, "figure/held", 0.8)
    said = fronted(c)
    if said is None:
        return None
    first, _ = attributes_before(c.tokens, said.head)
    phrase = NounPhrase(first, said.head, said.head + 1, "")
    return said._replace(text=f"{default(PERCENT)} {genitive(c.tokens, phrase)}", rule="figure/held")


def of_fraction(c: Candidate) -> Measure | None:
    """«две трети средств (67 %)», «больше половины экспонентов, 56 %, …»."""
    if _word(c, c.first - 1) not in {"(", ","}:
        return None
    end, parts = c.first - 1, words("uncounted", "fraction") | words("context", "most")
    for at in range(end - 1, max(-1, c.first - NEAR), -1):
        if c.tokens[at].lemma in parts and group(c.tokens, at + 1, GENITIVE) == end:
            percent = c.unit == PERCENT
            text = phrase_text(c.tokens, at + 1, end - 1, end, "gen" if percent else "nom", seen="gen")
            said = f"{default(PERCENT)} {text}" if percent else text
            return Measure(said, end - 1, c.first, c.stop, "figure/fraction", 0.8)
    return None


def fallen_to(c: Candidate) -> str:
    """«на долю промышленности приходится 48 %», «48 % приходится на промышленность»."""
    for at, token in enumerate(c.tokens[:-1]):
        if token.lower == "на" and (at < c.first or at >= c.stop):
            is_share = c.tokens[at + 1].lemma == default(PERCENT)
            first, case = at + 1 + is_share, "gen" if is_share else "acc"
            if end := group(c.tokens, first, frozenset({case})):
                shared = c.unit == PERCENT
                text = phrase_text(c.tokens, first, end - 1, end, "gen" if shared else "nom", seen=case)
                return f"{default(PERCENT)} {text}" if shared else text
    return ""


def of_which(c: Candidate) -> Measure | None:
    """«около 15 % из которых — единороги», «из них 30 % — иностранцы»."""
    at = c.stop
    if c.unit != PERCENT or at + 1 >= len(c.tokens):
        return None
    is_open = c.tokens[at].text in MARKS
    if c.tokens[at].lower in words("context", "among"):
        is_open, at = True, at + 2
    if not is_open:
        return None
    while at < len(c.tokens) and {c.tokens[at].text, c.tokens[at].lemma} & words("context", "of_which"):
        at += 1
    end = group(c.tokens, at, frozenset({"nom", "ins"}))
    if not end:
        return None
    found = NounPhrase(at, end - 1, end, "")
    return Measure(of(default(PERCENT), found, c.tokens), end - 1, c.first, end, "figure/share", 0.8)


def _word(c: Candidate, at: int) -> str:
    return c.tokens[at].lower if 0 <= at < len(c.tokens) else ""


def _words(tokens: Sequence[Token], first: int, stop: int) -> str:
    return " ".join(t.lower for t in tokens[first:stop])
