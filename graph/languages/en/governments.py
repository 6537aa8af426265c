"""Governments without a name: «the municipal government», «the prefecture's government»."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.nouns import NounPhrase
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon


def level_of(tokens: Sequence[Token], phrase: NounPhrase) -> int:
    """The token that says of what level a government is, or -1."""
    if tokens[phrase.head].lower != "government" or phrase.plural:
        return -1
    levels = lexicon().words("same_place", "levels") | lexicon().words("same_place", "higher")
    at = phrase.head - 1
    if phrase.first < at + 1 and phrase.definite and tokens[at].lower in levels:
        return at
    owned = at > 1 and tokens[at].text in POSSESSIVE and tokens[at - 2].lower == "the"
    return at - 1 if owned and tokens[at - 1].lower in levels else -1
