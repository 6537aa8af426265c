"""People without a known first name or surname, by what stands beside them: a title, or a verb of saying."""

from collections.abc import Collection, Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.en.capitals import is_capital
from baygraph.languages.en.morphology import closed
from baygraph.languages.en.persons import PersonName, heads_more, may_be_name, name_run, spaced, titles
from baygraph.languages.en.words import lexicon


def person_by_context(
    tokens: Sequence[Token], at: int, taken: Collection[int], surnames: Collection[str] = ()
) -> PersonName | None:
    """Two or three capitalized words that a title stands beside, or that say something («Lionel Ni said»).

    ``surnames`` are those that the text has behind an honorific («Ms Rochat»).
    """
    if (
        at in taken
        or not may_be_name(tokens[at])
        or (at and is_capital(tokens[at - 1]) and tokens[at - 1].lower not in titles())
    ):
        return None
    run = name_run(tokens, at, taken)
    if not 2 <= run - at <= 3 or heads_more(tokens, at) or (run < len(tokens) and is_capital(tokens[run])):
        return None
    if any(t.lower in closed() or t.lower in _general() for t in tokens[at:run]):
        return None
    if any(t.lower in surnames for t in tokens[at + 1 : run]):
        return PersonName(at, run, "".join(spaced(tokens, at, run)), True, "person-by-surname")
    if not (_title_follows(tokens, run) or _title_precedes(tokens, at) or _speaks(tokens, run)):
        return None
    return PersonName(at, run, "".join(spaced(tokens, at, run)), True, "person-by-context")


@cache
def _general() -> frozenset[str]:
    return lexicon().words("abstract", "words") | lexicon().words("capitals", "demonyms")


def _title_follows(tokens: Sequence[Token], at: int) -> bool:
    """«X, (the) president of …», «X, vice-chancellor and …»."""
    if at >= len(tokens) or tokens[at].text != ",":
        return False
    modifiers = lexicon().words("titles", "modifiers")
    place = at + 1
    owner = {"DET", "ADJ", "NOUN", "PROPN", "PART"}
    limit = min(len(tokens), at + 8)
    while (
        place < limit
        and tokens[place].lower not in titles()
        and (tokens[place].pos in owner or tokens[place].lower in modifiers)
    ):
        place += 1
    return place < limit and tokens[place].lower in titles() and tokens[place].text[0].islower()


def _title_precedes(tokens: Sequence[Token], at: int) -> bool:
    """«the Secretary for Culture of the Government, X», «laureate X»."""
    if at and tokens[at - 1].lower in titles():
        return True
    if at < 4 or tokens[at - 1].text != ",":
        return False
    for place in range(at - 2, max(-1, at - 22), -1):
        token = tokens[place]
        if token.pos in {"VERB", "AUX", "SCONJ"} or token.text in {";", ":", "."}:
            return False
        if token.lower in titles() and place + 1 < at and tokens[place + 1].pos == "ADP":
            return True
    return False


def _speaks(tokens: Sequence[Token], at: int) -> bool:
    return (
        at < len(tokens)
        and tokens[at].pos == "VERB"
        and tokens[at].lemma in lexicon().words("speech", "verbs")
    )
