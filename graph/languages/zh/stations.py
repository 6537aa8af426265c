"""«悉尼站», «新加坡站»: the stations abroad of a text that tells of such, each by its city alone."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.known import is_abroad
from baygraph.languages.zh.heads import head_types, tag
from baygraph.languages.zh.known_names import PLACES, known_things
from baygraph.languages.zh.words import words


def tells_of_stations(sentences: Sequence[Sentence]) -> bool:
    """Say whether a text names stations abroad at all; trains and contests have stations as well."""
    tokens = [t for s in sentences for t in s.tokens]
    if not any(t.lemma[0] == "站" for t in tokens):
        return False
    return any("OverseasStation" in head_types(t.lemma) for t in tokens)


def stations_of_cities(sentence: Sentence) -> Iterator[Mention]:
    """A city abroad right before the word for a station, and no leg of a tour or contest."""
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        if tokens[at].lemma == "站" and _is_abroad(tokens[at - 1]) and not _is_leg(tokens, at):
            span = sentence.span(at - 1, at + 1)
            name = tokens[at - 1].text + tokens[at].text
            types = ("OverseasStation",)
            yield Mention(
                sentence.index, at - 1, at + 1, at, span, types, "named", name, "station-of-city", 0.85
            )


def _is_abroad(token: Token) -> bool:
    known = known_things().get(token.lemma)
    if known is not None:
        return bool(PLACES & set(known.types)) and is_abroad(known.key)
    return tag(token) == "small"


def _is_leg(tokens: Sequence[Token], at: int) -> bool:
    """«推介会悉尼站», «悉尼站比赛»."""
    beside = (*tokens[max(0, at - 2) : at - 1], *tokens[at + 1 : at + 2])
    return any("Event" in head_types(t.lemma) or t.lemma in words("stages", "reached") for t in beside)
