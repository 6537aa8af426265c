"""Plants and offices told by their owner or place: «завод Xpeng», «берлинская станция», «офисы в A и B»."""

from collections.abc import Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.known import is_abroad
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.heads import Head
from baygraph.languages.ru.known_names import place_of_adjective
from baygraph.languages.ru.phrases import OPENING, nouns
from baygraph.languages.ru.words import words


def as_told(found: Finding, head: Head) -> Head:
    """The phrase with the class and the number that its owner or its places give it."""
    tokens = found.sentence.tokens
    if _is_abroad(tokens, head):
        return head._replace(types=("OverseasStation", *head.types))
    if _are_several(found, head):
        return head._replace(plural=True)
    return _with_owner(tokens, head, found.mentions)


def _with_owner(tokens: Sequence[Token], head: Head, found: Sequence[Mention]) -> Head:
    """The phrase as that of a plant, not of what it is called by; «завод «А»» is called so itself."""
    place = head.quoted
    if place is None or head.lemma not in words("generic", "owned") or tokens[place[0]].text in OPENING:
        return head
    owner = any((m.first, m.stop) == place and m.kind == "known" and "Company" in m.types for m in found)
    if not owner:
        return head
    return head._replace(types=tuple(sorted(head.types, key=lambda cls: cls != "Facility")), quoted=None)


def _is_abroad(tokens: Sequence[Token], head: Head) -> bool:
    """«берлинская станция», «Ванкуверское отделение»: a city's seat in a city of another country."""
    if head.lemma not in words("seated", "abroad"):
        return False
    places = (place_of_adjective(tokens[at].stem) for at in range(head.first, head.head))
    return any(p is not None and "City" in p.types and is_abroad(p.key) for p in places)


def _are_several(found: Finding, head: Head) -> bool:
    """«станции [работают] в A, B и C»: a noun that may be plural, and places one after another."""
    tokens, at = found.sentence.tokens, head.stop
    if head.plural or head.lemma not in words("seated", "abroad"):
        return False
    if not any(r.number == "pl" and r.case in {"nom", "acc"} for r in nouns(tokens[head.head])):
        return False
    at += at < len(tokens) and is_finite(tokens[at])
    if at + 1 >= len(tokens) or tokens[at].lower not in words("seated", "prepositions"):
        return False
    ends = {m.first: m.stop for m in found.mentions if m.first in found.places}
    stop = ends.get(at + 1, len(tokens))
    return any(i in ends for i in (stop + 1, stop + 2)) and _joins(tokens, stop)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in words("lists", "joining")
