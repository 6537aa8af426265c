"""People without a known first name or surname, by what stands beside them: a title, or a verb of saying."""

from collections.abc import Collection, Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.en.abstract import is_subject
from baygraph.languages.en.capitals import is_capital
from baygraph.languages.en.known_names import is_place
from baygraph.languages.en.morphology import closed
from baygraph.languages.en.nouns import owns
from baygraph.languages.en.persons import PersonName, heads_more, may_be_name, name_run, spaced, titles
from baygraph.languages.en.words import lexicon

QUOTED = frozenset({",", '"', "”", "’", "»", "?", "!", "'"})  # what stands between words and «said X»


def person_by_context(
    tokens: Sequence[Token], at: int, taken: Collection[int], surnames: Collection[str] = ()
) -> PersonName | None:
    """Two or three capitalized words that a title stands beside, or that say something («Lionel Ni said»).

    ``surnames`` are those that the text has behind an honorific («Ms Rochat»).
    """
    joins = at and is_capital(tokens[at - 1]) and tokens[at - 1].lower not in titles()
    if at in taken or not may_be_name(tokens[at]) or (joins and not _ends_portfolio(tokens, at - 1)):
        return None
    run = name_run(tokens, at, taken)
    if not 2 <= run - at <= 3 or heads_more(tokens, at) or (run < len(tokens) and is_capital(tokens[run])):
        return None
    if any(t.lower in closed() or is_subject(t.text) for t in tokens[at:run]) or _is_firm(tokens[at:run]):
        return None
    if any(t.lower in surnames for t in tokens[at + 1 : run]):
        return PersonName(at, run, "".join(spaced(tokens, at, run)), True, "person-by-surname")
    told = _title_follows(tokens, run) or _title_precedes(tokens, at) or _speaks(tokens, run)
    if not (told or _is_quoted(tokens, at, run) or _acts(tokens, run) or (joins and run - at > 1)):
        return None
    return PersonName(at, run, "".join(spaced(tokens, at, run)), True, "person-by-context")


def _ends_portfolio(tokens: Sequence[Token], at: int) -> bool:
    """«Minister of Energy | Yerlan Abdirov»: the last word of what an office is for."""
    while at > 1 and is_subject(tokens[at].text):
        at -= 1
    opens = tokens[at].lower in {"of", "for"} and is_capital(tokens[at + 1])
    return opens and tokens[at - 1].lower in titles()


def _is_firm(tokens: Sequence[Token]) -> bool:
    """«Pallasite Bio», «Aviaspace Bremen»: a trade or a place ends the name of a firm."""
    last = tokens[-1]
    return last.lower in lexicon().words("company", "trades") or is_place(last.text)


def _is_quoted(tokens: Sequence[Token], at: int, run: int) -> bool:
    """«…," said Prudence Ofori-Atta of the consultancy», «…," wrote Nattaya Srisuk in her diary»."""
    if at < 2 or tokens[at - 1].pos != "VERB" or tokens[at - 2].text not in QUOTED:
        return False
    return tokens[at - 1].lemma in lexicon().words("speech", "verbs") and tokens[at - 1].lemma != "tell"


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """«X, who joined in May»: a relative that only people have."""
    return [t.lower for t in tokens[at : at + 2]] == [",", "who"]


@cache
def _callings() -> frozenset[str]:
    """«the 51-year-old farmer X»: what people are beside offices."""
    return lexicon().words("titles", "callings")


@cache
def _bodies() -> frozenset[str]:
    """«its developer, X»: words for people that bodies bear too."""
    kinds = {word for word, types in lexicon().table("appositive").items() if "Company" in types}
    return frozenset(kinds | lexicon().words("titles", "bodies"))


def _is_owned(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the noun behind a token has an owner («INAC's Asia manager», «its manager»)."""
    while at > 0 and tokens[at].pos in {"ADJ", "NOUN", "PROPN"}:
        at -= 1
    return at >= 0 and owns(tokens[at])


def _title_follows(tokens: Sequence[Token], at: int) -> bool:
    """«X, (the) president of …», «X, vice-chancellor and …»; a developer may be a firm."""
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
    body = tokens[at + 1 : at + 2] and tokens[at + 1].lower in {"a", "an"} and tokens[place : place + 1]
    if body and tokens[place].lower in _bodies():
        return False
    return place < limit and tokens[place].lower in titles() and tokens[place].text[0].islower()


def _title_precedes(tokens: Sequence[Token], at: int) -> bool:
    """«the Secretary for Culture of the Government, X», «laureate X», «its export manager, X»."""
    if at and (tokens[at - 1].lower in titles() or tokens[at - 1].lower in _callings()):
        return True
    office = at > 2 and tokens[at - 1].text == "," and tokens[at - 2].lower in titles()
    if office and tokens[at - 2].lower not in _bodies():
        return tokens[at - 2].pos == "NOUN" and _is_owned(tokens, at - 3)
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
