"""What «that» is in its sentence: a relative pronoun, a conjunction or a determiner."""

from collections.abc import Sequence

from baygraph.annotation import Reading, Token

NAMES = frozenset({"PROPN", "PRON", "DET"})
LONGEST_SUBJECT = 7


def that_reading(tokens: Sequence[Token], at: int) -> Reading:
    """«the firms that have …», «the centre that Foxconn has built», «said that …», «that year»."""
    before = next((t for t in reversed(tokens[:at]) if t.pos != "ADV"), None)
    if before is not None and before.pos in {"NOUN", "PROPN", "PUNCT"} and _verb_follows(tokens, at):
        return Reading("that", "PRON")
    if before is not None and before.pos == "NOUN" and _clause_follows(tokens, at):
        return Reading("that", "PRON")
    said = before is not None and (before.pos == "VERB" or before.lower in {"it", ","})
    opens = next((t.pos for t in tokens[at + 1 :] if t.pos != "ADV"), "") in {"DET", "PRON"}
    return Reading("that", "SCONJ" if said or opens else "DET")


def _verb_follows(tokens: Sequence[Token], at: int) -> bool:
    following = next((t for t in tokens[at + 1 :] if t.pos != "ADV"), None)
    return following is not None and following.pos in {"VERB", "AUX"}


def _clause_follows(tokens: Sequence[Token], at: int) -> bool:
    """A name or pronoun, and a verb right behind it."""
    following = tokens[at + 1 : at + 1 + LONGEST_SUBJECT]
    length = next((i for i, t in enumerate(following) if t.pos not in NAMES), 0)
    return length > 0 and following[length].pos in {"AUX", "VERB"}
