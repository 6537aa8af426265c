"""Verbs in the present behind several names: «A and B jointly develop …», «which A and B run together»."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.lookahead import by_follows
from baygraph.languages.en.verb_forms import OBJECT, plural_before
from baygraph.languages.en.words import lexicon

NAMES = frozenset({"PROPN", "DET", "NOUN", "ADJ"})


def acts(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a base form tells what «A and B» do: with an adverb, an object or «to» beside it."""
    before = _over_adverbs(tokens, at)
    if not _is_several(tokens, before):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    particle = after is not None and after.lower in lexicon().words("united", "particles")
    return before < at - 1 or particle or (after is not None and (after.pos in OBJECT or after.lower == "to"))


def runs(tokens: Sequence[Token], at: int) -> bool:
    """Say whether «run» or «come» behind a plural is no participle («which A and B run together»)."""
    before = _over_adverbs(tokens, at)
    plural = before >= 0 and (_is_several(tokens, before) or plural_before(tokens[before]))
    return plural and tokens[before].pos in {"PROPN", "NOUN"} and not by_follows(tokens, at)


def attribute_follows(tokens: Sequence[Token], at: int) -> bool:
    """«maintains | close ties»: an adjective that could be a verb, before a noun."""
    after = tokens[at + 1 : at + 3]
    like = lexicon().words("united", "attributes_like_verbs")
    return len(after) == 2 and after[0].lower in like and after[1].pos in {"NOUN", "VERB", "ADJ"}


def _over_adverbs(tokens: Sequence[Token], at: int) -> int:
    at -= 1
    while at >= 0 and tokens[at].pos == "ADV":
        at -= 1
    return at


def _is_several(tokens: Sequence[Token], last: int) -> bool:
    """A proper name that «and» joins to another («Jinan University and Huawei»)."""
    at = last
    while at >= 0 and tokens[at].pos == "PROPN":
        at -= 1
    if at == last or at < 1 or tokens[at].lower not in {"and", "the"}:
        return False
    at -= tokens[at].lower == "the"
    if tokens[at].lower != "and" or tokens[at - 1].pos not in {"PROPN", "NOUN"} | {"PUNCT"}:
        return False
    return tokens[at - 1].pos != "PUNCT" or tokens[at - 1].text in {",", ")"}
