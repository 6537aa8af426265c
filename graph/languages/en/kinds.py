"""The class of a name without a head noun, by the nouns and prepositions beside it."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.abstract import is_subject
from baygraph.languages.en.capitals import DASHES, head_types, is_acronym, is_capital
from baygraph.languages.en.finding import Finding, clean
from baygraph.languages.en.firms import is_of_place, is_trading
from baygraph.languages.en.made import in_marks, made_class
from baygraph.languages.en.morphology import is_plural, singular
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.nouns import is_year, owns
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon

SEATED = frozenset({"based", "headquartered", "listed", "registered"})  # «Shanghai-listed ZPMC»
OWNING = frozenset({"DET", "ADJ", "NOUN"})
OWNER_WORDS = 4  # of an owner before its possessive


def kind_said(found: Finding, first: int, stop: int) -> tuple[str, ...]:
    """The class that a noun beside a name says («the incubator XbotPark», «Trendlines, a company»)."""
    name = clean(found.tokens[first:stop])
    first, stop = in_marks(found.tokens, first, stop)
    table = lexicon().table("appositive")
    near = [found.tokens[first - 1]] if first else []
    near += _equated(found.tokens, stop)
    near += found.tokens[stop : stop + 1]
    near += _other_such(found.tokens, stop) + _listed_of(found.tokens, first)
    near += _explained(found.tokens, first, stop)
    nouns = (t for t in near if t.pos == "NOUN" and singular(t.lower) in table)
    said = next((_of_research(found.tokens, t) or table[singular(t.lower)] for t in nouns), None)
    said = said or made_class(found.tokens, first, stop) or _where(found.tokens, first, stop)
    said = said or by_itself(found.tokens, first, stop)
    if said:
        found.memory.kinds.setdefault(name, said)
    return found.memory.kinds.get(name, ("Company",))


def _of_research(tokens: Sequence[Token], noun: Token) -> tuple[str, ...] | None:
    """«Deltares, a research centre», «Teagasc, the farm research authority»: what a body is by its work."""
    if noun.lower not in lexicon().words("described", "researching"):
        return None
    before = [t.lower for t in tokens if t.end < noun.start][-1:]
    return ("ResearchInstitute",) if before == ["research"] else None


def is_product(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """«the robot Walker», «LingoBean, a classroom robot»: what is made has a name and is no body."""
    near = [*tokens[max(first - 1, 0) : first], *_equated(tokens, stop)]
    made = lexicon().words("products", "words")
    return any(t.pos == "NOUN" and t.lower in made for t in near)


def by_itself(tokens: Sequence[Token], first: int, stop: int) -> tuple[str, ...] | None:
    """«Yetai Machinery», «CPLT 2025», «made by Seeed», «he told Wetland Post»: a trade, a year, an actor."""
    said, before = tokens[first:stop], tokens[first - 1].lower if first else ""
    if len(said) == 2 and is_acronym(said[0]) and is_year(said[1]):
        return ("Event",)
    trading = is_trading(said) or (len(said) > 2 and is_of_place(said[1:]) and not is_subject(said[0].text))
    acting = before in {"by", "told"} and not (is_subject(said[0].text) or is_office(said[0]))
    seated = before in SEATED and first > 2 and tokens[first - 2].text in DASHES
    return ("Company",) if trading or acting or seated else None


def is_office(token: Token) -> bool:
    """A word that begins an office («Associate Professor»)."""
    kinds = ("words", "before", "modifiers")
    return any(token.lower in lexicon().words("titles", kind) for kind in kinds)


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


def _other_such(tokens: Sequence[Token], stop: int) -> list[Token]:
    """«A, B and other enterprises»: the noun that closes an enumeration of names."""
    at = stop
    while at < len(tokens) and (is_capital(tokens[at]) or tokens[at].text == ","):
        at += 1
    if listed := _closed_by_kind(tokens, at):
        return listed
    closes = [t.lower for t in tokens[at : at + 2]] == ["and", "other"]
    return [t for t in tokens[at + 2 : at + 6] if t.pos == "NOUN"][:1] if closes else []


def _listed_of(tokens: Sequence[Token], first: int) -> list[Token]:
    """«the regions of O'Higgins and Maule»: the plural noun that opens an enumeration of places."""
    at = first - 1
    while at > 0 and (is_capital(tokens[at]) or tokens[at].lower in {",", "and"}):
        at -= 1
    opens = at > 0 and tokens[at].lower == "of" and _is_kind_of_place(tokens[at - 1])
    return [tokens[at - 1]] if opens else []


def _is_kind_of_place(token: Token) -> bool:
    kinds = lexicon().table("appositive").get(singular(token.lower), ())
    return is_plural(token.lower) and token.pos == "NOUN" and not PLACES.isdisjoint(kinds)


def _explained(tokens: Sequence[Token], first: int, stop: int) -> list[Token]:
    """«its Chinese distributor, X, …», «the Brazilian authority, X.»: the noun that a name explains."""
    if first < 3 or tokens[first - 1].text != "," or tokens[first - 2].pos != "NOUN":
        return []
    closes = stop >= len(tokens) or tokens[stop].text in {",", ".", ";", ")", "–", "—"}
    at = first - 3
    while at > 0 and tokens[at].pos in {"ADJ", "NOUN", "PROPN"} and not owns(tokens[at]):
        at -= 1
    owned = owns(tokens[at]) or (at < first - 3 and tokens[at].lower == "the")
    return [tokens[first - 2]] if closes and owned else []


def _closed_by_kind(tokens: Sequence[Token], at: int) -> list[Token]:
    """«Dong'ao, Dawanshan and Miaowan islands»: the plural noun behind an enumeration of places."""
    at += at < len(tokens) and tokens[at].lower == "and"
    while at < len(tokens) and is_capital(tokens[at]):
        at += 1
    return [tokens[at]] if at < len(tokens) and _is_kind_of_place(tokens[at]) else []


def _equated(tokens: Sequence[Token], stop: int) -> list[Token]:
    """The head noun of «, a …» or «is a …» behind a name."""
    at = stop + 1
    if (
        at >= len(tokens)
        or not (tokens[stop].text == "," or tokens[stop].lemma == "be")
        or not (tokens[at].lower in {"a", "an", "one", "the", "that"} or _owner_end(tokens, at))
    ):
        return []
    at = _owner_end(tokens, at) or at
    while (at + 1 < len(tokens) and tokens[at + 1].pos in {"ADJ", "NOUN", "PROPN", "ADV"}) or (
        at + 1 < len(tokens) and tokens[at].pos == "DET"
    ):
        at += 1
    return [tokens[at]]


def _owner_end(tokens: Sequence[Token], at: int) -> int:
    """«MESA+, Twente's nanotechnology institute», «that country's utility»: the owner's mark, or 0."""
    end = at
    near = at + OWNER_WORDS
    while end < len(tokens) and (is_capital(tokens[end]) or (end < near and tokens[end].pos in OWNING)):
        end += 1
    return end if end < len(tokens) and tokens[end].text in POSSESSIVE else 0
