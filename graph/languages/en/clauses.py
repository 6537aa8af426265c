"""Verbs and what surrounds them: enough of a sentence's build to know whose subject is whose."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.nouns import left_edge

SKIPPED = frozenset({"ADV", "PART"})
RELATIVE = frozenset({"which", "who", "that", "whom", "where", "whose"})
STOPS = frozenset({";", ":", "--", "—"})


def is_finite(token: Token) -> bool:
    """An auxiliary or a verb form that makes a clause."""
    if token.lower in {"being", "having"}:
        return False
    return token.pos == "AUX" or (token.pos == "VERB" and token.readings[0].form == "")


def is_relative(token: Token) -> bool:
    """«which», «who», «that», «where» at the head of a relative clause."""
    return (
        token.lower in RELATIVE
        and token.pos in {"PRON", "SCONJ"}
        and not (token.lower == "that" and token.pos == "SCONJ")
    )


def group_start(tokens: Sequence[Token], at: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin; «had in 2014 set up» is one group."""
    start = at
    while start > 0 and (tokens[start - 1].pos in {"AUX", "ADV", "PART"} or tokens[start - 1].lower == "to"):
        start -= 1
    reading = tokens[at].readings[0]
    if (
        start == at
        and reading.pos == "VERB"
        and reading.voice in {"act", "pass"}
        and reading.form in {"", "part"}
    ):
        for back in range(at - 1, max(-1, at - 6), -1):
            if tokens[back].pos in {"VERB", "PUNCT", "CCONJ", "SCONJ", "PRON"}:
                break
            if tokens[back].pos == "AUX":
                return back
    return start


def is_to_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """«to build», «to be built», but no «is to build»."""
    start = group_start(tokens, at)
    group = tokens[start:at]
    to = next((i for i, t in enumerate(group) if t.lower == "to"), -1)
    return to == 0


def right_edge(tokens: Sequence[Token], at: int) -> int:
    """Where what belongs to a verb ends: before the next clause, infinitive or participle."""
    for place in range(at + 1, len(tokens)):
        token = tokens[place]
        if token.text in STOPS or is_relative(token) or token.pos == "SCONJ":
            return _before_preposition(tokens, place)
        if is_finite(token):
            return _clause_start(tokens, at, place)
        if token.pos == "VERB" and not _is_attribute(tokens, place):
            return _before_preposition(tokens, group_start(tokens, place))
    return len(tokens)


def _before_preposition(tokens: Sequence[Token], place: int) -> int:
    while place > 0 and (tokens[place - 1].pos in {"ADP", "ADV"} or tokens[place - 1].text == ","):
        place -= 1
    return place


def _is_attribute(tokens: Sequence[Token], at: int) -> bool:
    """«connected vehicles», «newly built plants»: a participle before its noun."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1]
    return (
        after is not None
        and after.pos == "NOUN"
        and before.pos in {"DET", "ADJ", "ADV", "CCONJ", "PUNCT", "ADP"}
    )


def _clause_start(tokens: Sequence[Token], floor: int, finite: int) -> int:
    """The mark or conjunction before the subject of a further finite verb."""
    for place in range(finite - 1, floor, -1):
        if tokens[place].text in {",", ";"} or tokens[place].pos in {"CCONJ", "SCONJ"}:
            return place
    start = left_edge(tokens, finite - 1)
    return finite if start > floor and tokens[start - 1].pos == "ADP" else max(start, floor + 1)


def left_edge_of_clause(tokens: Sequence[Token], at: int) -> int:
    """Where the clause of a verb begins: behind a mark, a conjunction or a relative pronoun."""
    for place in range(group_start(tokens, at) - 1, -1, -1):
        token = tokens[place]
        if token.text in STOPS or token.pos == "SCONJ" or is_relative(token):
            return place + 1
        if (
            token.pos == "CCONJ"
            and place > 0
            and tokens[place - 1].text == ","
            and any(map(is_finite, tokens[:place]))
        ):
            return place + 1
    return 0
