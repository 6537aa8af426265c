"""The class of a name without a head noun, by the nouns and prepositions beside it."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.capitals import head_types, is_acronym, is_capital
from baygraph.languages.en.finding import Finding, clean
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon


def kind_said(found: Finding, first: int, stop: int) -> tuple[str, ...]:
    """The class that a noun beside a name says («the incubator XbotPark», «Trendlines, a company»)."""
    name = clean(found.tokens[first:stop])
    table = lexicon().table("appositive")
    near = [found.tokens[first - 1]] if first else []
    near += _equated(found.tokens, stop)
    near += found.tokens[stop : stop + 1]
    near += _other_such(found.tokens, stop)
    said = next(
        (table[singular(t.lower)] for t in near if t.pos == "NOUN" and singular(t.lower) in table), None
    )
    said = said or _where(found.tokens, first, stop)
    if said:
        found.memory.kinds.setdefault(name, said)
    return found.memory.kinds.get(name, ("Company",))


def _where(tokens: Sequence[Token], first: int, stop: int) -> tuple[str, ...] | None:
    """«headquartered in Veldhoven», «based in Linz, Austria»: an unknown name behind «in» is a town's."""
    if first < 2 or all(is_acronym(t) for t in tokens[first:stop]):
        return None
    if tokens[stop - 1].lower in lexicon().words("abstract", "words"):
        return None  # «a chair in Robotics»
    if tokens[first - 1].lower == "of" and stop - first == 1 and _is_plain_name(tokens[first - 2]):
        return ("City",)  # «Adda Space of Lecco»
    if tokens[first - 1].lower not in {"in", "near"}:
        return None
    before = tokens[first - 2]
    engaged = lexicon().words("capitals", "engaged")
    return None if before.lemma in engaged or singular(before.lower) in engaged else ("City",)


def _is_plain_name(token: Token) -> bool:
    """A name's last word that is neither a head noun nor an office («Adda Space», no «Bank», no «Mayor»)."""
    lower = singular(token.lower)
    known = lower in head_types() or lower in lexicon().words("titles", "words")
    return is_capital(token) and not is_acronym(token) and not known


def name_said(found: Finding, first: int, stop: int) -> bool:
    """Whether the neighbours of a name without a head noun have said its class."""
    return clean(found.tokens[first:stop]) in found.memory.kinds


def _other_such(tokens: Sequence[Token], stop: int) -> Sequence[Token]:
    """«A, B and other enterprises»: the noun that closes an enumeration of names."""
    at = stop
    while at < len(tokens) and (is_capital(tokens[at]) or tokens[at].text == ","):
        at += 1
    closes = [t.lower for t in tokens[at : at + 2]] == ["and", "other"]
    nouns = [t for t in tokens[at + 2 : at + 6] if t.pos == "NOUN"] if closes else []
    return nouns[:1]


def _equated(tokens: Sequence[Token], stop: int) -> list[Token]:
    """The head noun of «, a …» or «is a …» behind a name."""
    at = stop + 1
    if (
        at >= len(tokens)
        or not (tokens[stop].text == "," or tokens[stop].lemma == "be")
        or not (tokens[at].lower in {"a", "an", "one", "the"} or _owner_end(tokens, at))
    ):
        return []
    at = _owner_end(tokens, at) or at
    while (at + 1 < len(tokens) and tokens[at + 1].pos in {"ADJ", "NOUN", "PROPN", "ADV"}) or (
        at + 1 < len(tokens) and tokens[at].pos == "DET"
    ):
        at += 1
    return [tokens[at]]


def _owner_end(tokens: Sequence[Token], at: int) -> int:
    """«MESA+, Twente's nanotechnology institute»: the possessive mark of an owner, or 0."""
    while at < len(tokens) and is_capital(tokens[at]):
        at += 1
    return at if at < len(tokens) and tokens[at].text in POSSESSIVE else 0
