"""What stands to the right of a word: whether the clause can still have its verb there, what comes next."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.en.verb_forms import BREAK, RELATIVE, may_be_finite
from baygraph.languages.en.words import lexicon

BY_REACH = 7  # tokens between a participle and its «by»


def later_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause has its verb further right («the centre opened in May is …»)."""
    for token in tokens[at + 1 :]:
        if token.text in BREAK | {","} or token.pos == "SCONJ" or token.lower in RELATIVE:
            return False
        if token.pos == "AUX":
            return not any(t.pos == "CCONJ" for t in tokens[at + 1 : tokens.index(token)])
    return False


def verb_to_come(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows can still give the sentence its verb («X, built by Y, opened in Z»)."""
    return any(may_be_finite(t) for t in tokens[at + 1 :])


def next_may_be_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether some reading of the next word is a noun's."""
    return at + 1 < len(tokens) and any(r.pos == "NOUN" for r in tokens[at + 1].readings)


def by_follows(tokens: Sequence[Token], at: int) -> bool:
    """«hosted there yesterday by X», «founded in 2019 by Y»; no «increased in 2019 by 12 percent»."""
    place = at + 1
    while place < len(tokens) and place - at < BY_REACH and _may_part(tokens[place]):
        place += 1
    said = place + 1 < len(tokens) and tokens[place].lower == "by"
    return said and (place == at + 1 or tokens[place + 1].pos != "NUM")


def _may_part(token: Token) -> bool:
    """A word that may stand between a participle and «by»: an adverb, «in 2019», «last year in Boston»."""
    timed = token.lower in lexicon().words("described", "spans") or token.lower in {"last", "this"}
    return token.lower != "by" and (timed or token.pos in {"ADV", "ADP", "NUM", "PROPN"})


def to_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether an infinitive or its «to» stands shortly before."""
    return any(t.readings[0].form == "inf" or t.lower == "to" for t in tokens[max(0, at - 9) : at])


@cache
def opening_nouns() -> frozenset[str]:
    """Nouns that may open a sentence with a capital («Executives from Shell …», «Cooperation with …»)."""
    announcing = (words.get("nouns", "").split() for words in lexicon().map("cues").values())
    people = lexicon().words("people", "nouns") | frozenset(lexicon().table("appositive"))
    return people.union(*announcing)
