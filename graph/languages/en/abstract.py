"""Words of names that are nobody's own: subjects («Science and Technology Park»), kinds, nations."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.en.capitals import head_types, is_capital
from baygraph.languages.en.words import lexicon


@cache
def _abstract() -> frozenset[str]:
    return lexicon().words("abstract", "words")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(lexicon().words("abstract", "endings")))


def is_subject(word: str) -> bool:
    """Say whether a word is one of a subject or a nation, with which no name of its own begins."""
    return word.lower() in _abstract() or word.lower() in lexicon().words("capitals", "demonyms")


def is_abstract(token: Token) -> bool:
    """Say whether a word is one of a subject («Technology», «Biomaterials»)."""
    return token.lower in _abstract() or token.lower.endswith(_endings())


@cache
def _common() -> frozenset[str]:
    """Words that tell one of a town's bodies from another («the Catholic University of Lille»)."""
    kinds = (lexicon().words("capitals", "demonyms"), lexicon().words("closed", "ADJ"))
    return lexicon().words("abstract", "kinds").union(*kinds)


def has_own_word(tokens: Sequence[Token]) -> bool:
    """Say whether a name has a word that no other body need have («Beihang University»)."""
    own = (t for t in tokens if is_capital(t) and t.lower not in _common())
    return any(not is_abstract(t) and t.lower not in head_types() for t in own)


def is_held(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«4th Workshop on Language Technology»: an event, though the head may name a site too."""
    before, after = tokens[first - 1].text if first else "", tokens[last + 1 : last + 2]
    numbered = before[:1].isdigit() and before[-1:].isalpha()
    about = bool(after) and after[0].lower in {"on", "for"}
    return (numbered or about) and tokens[last].lower in lexicon().words("described", "held")


def opens_name(tokens: Sequence[Token], at: int, classes: Sequence[str]) -> bool:
    """An event's head, or «Regulations | on the Promotion of …», «Measures | for Better Lighting»."""
    follows = tokens[at + 1 : at + 4]
    leads = len(follows) > 2 and follows[0].lower in {"on", "for", "of"} and "Policy" in classes
    rules = leads and is_capital(follows[1 + (follows[1].lower == "the")])
    return rules or "Event" in classes
