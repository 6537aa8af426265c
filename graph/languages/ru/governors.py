"""The verb that governs a number, and the subject of that verb."""

from collections.abc import Sequence

from baygraph.annotation import Reading, Token
from baygraph.languages.ru.counted import NounPhrase, before, completed, phrase_text
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.phrases import attributes_before

WALLS = frozenset({";", ":", "(", ")", "«", "»"})
PERSONAL = frozenset({"", "part-short", "inf", "ger", "short"})


def does(token: Token, *kinds: str) -> bool:
    """Say whether some reading of a token is a verb of one of the lists."""
    return any(r.lemma in words("verbs", kind) for r in token.readings for kind in kinds)


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """A verb, or a participle that opens its own phrase; «равна» is as good as a verb."""
    best = tokens[at].readings[0]
    if best.form == "part":
        return at == 0 or tokens[at - 1].text == "," or does(tokens[at], "opening")
    return (best.pos == "VERB" and best.form in PERSONAL) or (best.form == "short" and does(tokens[at], "measuring"))


def governor(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The nearest verb to the left in the clause of tokens ``first`` to ``stop``, else to the right, or None."""
    left = _to_the_left(tokens, first)
    return left if left is not None else _to_the_right(tokens, stop)


def _to_the_left(tokens: Sequence[Token], first: int) -> int | None:
    for at in range(first - 1, -1, -1):
        if tokens[at].text in WALLS or _opens_clause(tokens, at):
            return None
        if is_verb(tokens, at):
            return at
    return None


def _to_the_right(tokens: Sequence[Token], stop: int) -> int | None:
    for at in range(stop, len(tokens)):
        if tokens[at].text in WALLS or tokens[at].text == "," or tokens[at].pos == "NUM":
            return None
        if is_verb(tokens, at):
            return at
    return None


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """A comma before a conjunction or a relative word."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].text == "," and following is not None and following.lemma in words("context", "clause")


def subject(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """The noun phrase that does what the verb says, or None."""
    if tokens[verb].readings[0].form == "part":
        return before(tokens, verb - 1) if verb and tokens[verb - 1].text == "," else None
    for at in range(verb - 1, -1, -1):
        if tokens[at].text in {";", "("} or (is_verb(tokens, at) and tokens[at].readings[0].form != "part"):
            break
        if tokens[at].lemma == "который" and at and tokens[at].readings[0].case == "nom":
            return before(tokens, at - 1)
        if _is_subject(tokens, at, tokens[verb].readings[0]):
            return _whole(tokens, at, verb)
    return _after_verb(tokens, verb)


def _after_verb(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """«Составила 20 га общая площадь» is rare; «… 20 га составляет площадь парка» is not."""
    at = verb + 1
    while at < len(tokens) and tokens[at].readings[0].pos in {"ADJ", "DET"}:
        at += 1
    is_there = at < len(tokens) and does(tokens[verb], "measuring") and _is_subject(tokens, at, tokens[verb].readings[0])
    return _whole(tokens, at, len(tokens)) if is_there else None


def _is_subject(tokens: Sequence[Token], at: int, verb: Reading) -> bool:
    """A common noun in the nominative that agrees with the verb and hangs on no preposition, number or noun."""
    nouns = [r for r in tokens[at].readings if r.pos == "NOUN" and r.case == "nom" and _agrees(r, verb)]
    if not nouns or tokens[at].pos == "VERB":
        return False
    first, _ = attributes_before(tokens, at)
    left = tokens[first - 1] if first else None
    if left is None:
        return True
    if left.pos in {"ADP", "NUM"} or (left.pos == "NOUN" and tokens[at].has("NOUN", "gen")):
        return False
    return not (tokens[first].readings[0].case == "gen" and left.pos == "NOUN")


def _agrees(noun: Reading, verb: Reading) -> bool:
    if verb.number and noun.number and verb.number != noun.number:
        return False
    return not (verb.gender and noun.gender and verb.number == "sg" and verb.gender != noun.gender)


def _whole(tokens: Sequence[Token], head: int, stop: int) -> NounPhrase:
    """The noun with its attributes, its genitives and «на …» after money («расходы на исследования»)."""
    first, _ = attributes_before(tokens, head)
    end = min(completed(tokens, head + 1, 1), stop)
    return NounPhrase(first, head, end, phrase_text(tokens, first, head, end, "nom"))
