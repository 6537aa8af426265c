"""The verb that governs a number, and the subject of that verb."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Reading, Token
from baygraph.languages.ru.counted import completed, group
from baygraph.languages.ru.figure_words import lexicon, words
from baygraph.languages.ru.inflection import NounPhrase, before, phrase_text
from baygraph.languages.ru.numerals import starts
from baygraph.languages.ru.phrases import attributes_before

WALLS = frozenset({";", ":", "(", ")", "«", "»"})
PERSONAL = frozenset({"", "part-short", "inf", "ger", "short"})


def does(token: Token, *kinds: str) -> bool:
    """Say whether some reading of a token is a verb of one of the lists."""
    return any(r.lemma in words("verbs", kind) for r in token.readings for kind in kinds)


def verb_noun(token: Token, section: str) -> str:
    """The noun that a section of the lexicon has for a verb, or nothing."""
    table = _verb_nouns(section)
    return next((table[r.lemma] for r in token.readings if r.lemma in table), "")


@cache
def _verb_nouns(section: str) -> dict[str, str]:
    return {verb: nouns[0] for verb, nouns in lexicon().table(section).items()}


def change(token: Token) -> str:
    """The noun for a verb of change («вырос»: «рост»), or nothing."""
    return verb_noun(token, "changes")


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """A verb, or a participle that opens its own phrase; «равна» is as good as a verb."""
    best = tokens[at].readings[0]
    if best.form == "part":
        return at == 0 or tokens[at - 1].text == "," or does(tokens[at], "opening")
    is_short = best.form == "short" and does(tokens[at], "measuring")
    return (best.pos == "VERB" and best.form in PERSONAL) or is_short


def governor(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The nearest verb of the clause to the left of tokens ``first`` to ``stop``, else to the right."""
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
    shares = _shares_subject(tokens, verb)
    for at in range(_before_embedded(tokens, verb) - 1, -1, -1):
        if starts(tokens[at].text):
            continue  # «Сто семьдесят киловатт …»
        other = is_verb(tokens, at) and tokens[at].readings[0].form != "part"
        if tokens[at].text in {";", "("} or (other and not shares):
            break
        if tokens[at].lemma == "который" and at and any(r.case == "nom" for r in tokens[at].readings):
            return before(tokens, at - 1)
        if _is_subject(tokens, at, tokens[verb].readings[0]):
            return _whole(tokens, at, verb)
    return _after_verb(tokens, verb)


def valued(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """«совокупные вложения вице-мэр оценил в …»: the object before a verb that values it."""
    lowered = change(tokens[verb]) and tokens[verb].readings[0].form == "inf"  # «удалось снизить»
    if not (lowered or does(tokens[verb], "valuing")) or tokens[verb].readings[0].voice == "pass":
        return None
    for at in range(verb - 1, -1, -1):
        if tokens[at].text in {";", "(", ","} or (is_verb(tokens, at) and not lowered):
            return None
        is_amount = any(
            r.pos == "NOUN"
            and r.case == "acc"
            and (r.lemma in words("nouns", "money") or r.lemma in words("nouns", "dimension"))
            for r in tokens[at].readings
        )
        if is_amount and not (at and tokens[at - 1].pos == "ADP"):
            return _whole(tokens, at, verb)
    return None


def _before_embedded(tokens: Sequence[Token], verb: int) -> int:
    """«строительство кампуса, под который отвели 33 га, обошлось …»: where a clause before a verb begins."""
    at = verb
    while at and tokens[at - 1].pos in {"ADV", "PART"}:
        at -= 1
    if not at or tokens[at - 1].text != ",":
        return verb
    for comma in range(at - 2, 0, -1):
        opening = tokens[comma + 1 : comma + 3]
        if tokens[comma].text == "," and any(t.lemma in words("dates", "relatives") for t in opening):
            return comma
    return verb


def _shares_subject(tokens: Sequence[Token], verb: int) -> bool:
    """«выручка выросла на 15 % и достигла 5 млрд»: a second verb of one subject."""
    while verb and tokens[verb - 1].pos in {"ADV", "PART"}:
        verb -= 1
    verb = before_time(tokens, verb)  # «и за семь месяцев достиг …»
    return verb > 0 and tokens[verb - 1].lower in ("и", ",")


def _after_verb(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """«… 20 га составляет площадь парка», «… выросло число лабораторий»."""
    at = verb + 1
    while at < len(tokens) and tokens[at].readings[0].pos in {"ADJ", "DET", "ADV"}:
        at += 1
    states_amount = does(tokens[verb], "measuring") or change(tokens[verb])
    if not states_amount or at >= len(tokens) or not _is_subject(tokens, at, tokens[verb].readings[0]):
        return None
    return _whole(tokens, at, len(tokens))


def _is_subject(tokens: Sequence[Token], at: int, verb: Reading) -> bool:
    """A common noun in the nominative that agrees with the verb and hangs on no preposition, number, noun."""
    is_amount = any(r.lemma in words("nouns", "dimension") for r in tokens[at].readings)
    impersonal = verb.number == "pl" and is_amount  # «объём рынка оценивают в …», «площадь увеличат до …»
    cases = {"nom", "acc"} if impersonal else {"nom"}
    nouns = [r for r in tokens[at].readings if r.pos == "NOUN" and r.case in cases]
    if tokens[at].pos == "VERB" or not any(impersonal or _agrees(r, verb) for r in nouns):
        return False
    first, _ = attributes_before(tokens, at)
    left = tokens[first - 1] if first else None
    if left is None:
        return True
    if left.pos == "NOUN" and left.lemma in words("nouns", "times") and tokens[first - 2].pos != "NOUN":
        return True  # «за год вложения в отрасль составили …»
    if left.pos in {"ADP", "NUM"} or (left.pos == "NOUN" and tokens[at].has("NOUN", "gen")):
        return False
    return not (tokens[first].readings[0].case == "gen" and left.pos == "NOUN")


def _agrees(noun: Reading, verb: Reading) -> bool:
    if verb.number and noun.number and verb.number != noun.number:
        return False
    return not (verb.gender and noun.gender and verb.number == "sg" and verb.gender != noun.gender)


def _whole(tokens: Sequence[Token], head: int, stop: int) -> NounPhrase:
    """The noun with its attributes and what completes it."""
    first, _ = attributes_before(tokens, head)
    end = min(purpose(tokens, head, completed(tokens, head + 1, 1)), stop)
    return NounPhrase(first, head, end, phrase_text(tokens, first, head, end, "nom", seen="nom"))


def purpose(tokens: Sequence[Token], head: int, stop: int) -> int:
    """The end of «на исследования и разработки» after a noun of money («расходы на …», «вложения в …»)."""
    is_money = any(r.lemma in words("nouns", "money") for r in tokens[head].readings)
    return aim(tokens, stop) or stop if is_money else stop


def aim(tokens: Sequence[Token], at: int) -> int:
    """The end of a preposition with an accusative that names what money goes to, or 0."""
    if at >= len(tokens) or tokens[at].lower not in ("в", "на"):
        return 0
    end = group(tokens, at + 1, frozenset({"acc"}))
    if not end or any(t.lemma in words("nouns", "adverbial") for t in tokens[at + 1 : end]):
        return 0
    if end + 1 < len(tokens) and tokens[end].lower == "и":
        end = group(tokens, end + 1, frozenset({"acc"})) or end
    return group(tokens, end, frozenset({"gen"})) or end


def insertion(tokens: Sequence[Token], stop: int) -> range:
    """«Заявок, по подсчётам организаторов, набралось 316»: what two commas hold and no verb is in."""
    commas = [i for i in range(stop) if tokens[i].text == ","]
    held = range(commas[-2], commas[-1] + 1) if len(commas) > 1 else range(0)
    aside = len(held) > 1 and tokens[held[1]].lower in words("context", "aside")  # «если верить прогнозу»
    return held if aside or all(tokens[i].pos not in {"VERB", "NUM"} for i in held) else range(0)


def before_participle(tokens: Sequence[Token], at: int) -> int:
    """«число мест, предлагаемых новичкам, — до 2400»: where the noun before an inserted participle ends."""
    if at < 1 or tokens[at - 1].text != ",":
        return at
    comma = next((i for i in range(at - 2, 0, -1) if tokens[i].text == ","), at)
    return comma if any(r.form == "part" for r in tokens[comma + 1].readings) else at


def is_time(tokens: Sequence[Token], stop: int) -> bool:
    """«год», «2024 год», «первый квартал» before a token."""
    return stop > 0 and any(
        r.pos == "NOUN" and r.lemma in words("nouns", "times") for r in tokens[stop - 1].readings
    )


def before_time(tokens: Sequence[Token], stop: int) -> int:
    """«выручка за 2024 год — 512 млн»: where the words that say when begin."""
    if not is_time(tokens, stop):
        return stop
    at = stop - 1
    while at and (tokens[at - 1].pos in {"NUM", "ADJ", "DET"} or starts(tokens[at - 1].text)):
        at -= 1
    return at - 1 if at > 1 and tokens[at - 1].lower in words("context", "when") else stop
