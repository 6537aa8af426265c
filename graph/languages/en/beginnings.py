"""Where a name may begin: at the head of a sentence a capital alone says nothing."""

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from baygraph.annotation import Token
from baygraph.languages.en.capitals import is_acronym, is_capital, is_time
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.known_names import is_place
from baygraph.languages.en.morphology import closed, is_plural
from baygraph.languages.en.place_names import common_nouns
from baygraph.languages.en.tokens import QUOTES
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import Hit

OPENING = frozenset({"--", "—", ":", "“", '"', "•", "·", "▪", "►", "*", "–", "|"})
LIST_REACH = 20  # tokens of a list from its first name


def may_begin(found: Finding, at: int, hit: Hit | None) -> bool:
    """Whether a name may begin here: a small word at the head of a sentence has its capital from there."""
    token = found.tokens[at]
    if not is_capital(token) or is_time(found.tokens, at):
        return False
    if at + 1 < len(found.tokens) and found.tokens[at + 1].text == "$":
        return False
    if token.lower in closed() and closed()[token.lower] != "ADJ" and not is_acronym(token):
        return False
    if closed().get(token.lower.split("-")[0]) == "NUM" and not _opens_title(found, at):
        return False
    opens = at == 0 or found.tokens[at - 1].text in OPENING
    if not opens or hit or token.text[1:] != token.lower[1:]:
        return True
    after = found.tokens[at + 1] if at + 1 < len(found.tokens) else None
    if token.text in found.memory.capitals or _is_apposed(found, at) or found.memory.full([token.text]):
        return True
    if token.pos == "PROPN" and (_opens_list(found, at) or _opens_deed(found, at)):
        return True
    if _is_title(found.tokens, at):
        return True
    dashed = after is not None and after.text in {"-", "–"} and at + 2 < len(found.tokens)
    return (after is not None and is_capital(after)) or (dashed and is_capital(found.tokens[at + 2]))


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """«In August, “Hatch”, our innovation space, welcomed …»: one word in marks, and no «“Yes”. He left»."""
    marked = 0 < at < len(tokens) - 2 and {tokens[at - 1].text, tokens[at + 1].text} <= QUOTES
    return marked and tokens[at + 2].text == ","


def _opens_title(found: Finding, at: int) -> bool:
    """«its “Ten Measures for the New Display Industry”»."""
    quoted = at > 0 and found.tokens[at - 1].text in {'"', "“", "‘"}
    return quoted and at + 1 < len(found.tokens) and is_capital(found.tokens[at + 1])


def _opens_list(found: Finding, at: int) -> bool:
    """«Sinosynergy, Thyssenkrupp Nucera and the city of Duisburg took the floor»."""
    following = found.tokens[at + 1 : at + LIST_REACH]
    if len(following) < 3 or following[0].text != "," or _is_common(found.tokens[at]):
        return False
    inside = list(takewhile(lambda t: t.pos not in {"VERB", "AUX", "SCONJ", "PRON"}, following))
    listed = is_capital(following[1]) or (following[1].lower == "the" and is_capital(following[2]))
    return listed and any(t.lower == "and" for t in inside)


def _opens_deed(found: Finding, at: int) -> bool:
    """«Straumann tells us», «Ornua, also on the mission, presented»: an unknown word that acts."""
    token, following = found.tokens[at], found.tokens[at + 1 : at + 3]
    if len(following) < 2 or _is_common(token) or is_plural(token.lower) or token.lower.endswith(_endings()):
        return False
    if following[0].text == "," and following[1].lower in {"from", "also", "based", "headquartered"}:
        return True
    verb = following[0]
    return verb.pos == "VERB" and verb.lower != verb.lemma and verb.lower.endswith("s")


@cache
def _endings() -> tuple[str, ...]:
    """Endings of common nouns."""
    return tuple(sorted(lexicon().words("capitals", "endings")))


def opens_branch(found: Finding, stop: int) -> bool:
    """«Auralis China, a subsidiary of …»: an unknown word and a place that a mark or verb closes."""
    first, after = found.tokens[0], found.tokens[stop : stop + 1]
    closes = bool(after) and (after[0].text in {",", "("} or after[0].pos == "VERB")
    unknown = first.pos == "PROPN" and not _is_common(first)
    return stop == 2 and closes and unknown and is_place(found.tokens[1].text)


def _is_common(token: Token) -> bool:
    """Say whether a capitalized word at the head of a sentence is a common one."""
    known = token.lower in lexicon().words("capitals", "adverbs") or token.lower in common_nouns()
    return known or any(r.pos in {"ADV", "VERB", "ADJ"} for r in token.readings)


def _is_apposed(found: Finding, at: int) -> bool:
    """«Biopôle, the life-science park in …»: an unknown word that an apposition explains."""
    following = [t.lower for t in found.tokens[at + 1 : at + 3]]
    token = found.tokens[at]
    known = token.lower in lexicon().words("capitals", "adverbs") or token.pos in {"ADV", "VERB", "ADJ"}
    owner = following[:1] in (["'s"], ["’s"]) and token.lower not in common_nouns()
    return not known and (owner or (following[:1] == [","] and following[1:] in (["a"], ["an"], ["the"])))
