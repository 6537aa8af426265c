"""Plants and offices that are called by the known company they belong to: «завод Xpeng»."""

from collections.abc import Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.ru.heads import Head
from baygraph.languages.ru.phrases import OPENING
from baygraph.languages.ru.words import words


def with_owner(tokens: Sequence[Token], head: Head, found: Sequence[Mention]) -> Head:
    """The phrase as that of a plant, not of what it is called by; «завод «А»» is called so itself."""
    place = head.quoted
    if place is None or head.lemma not in words("generic", "owned") or tokens[place[0]].text in OPENING:
        return head
    owner = any((m.first, m.stop) == place and m.kind == "known" and "Company" in m.types for m in found)
    if not owner:
        return head
    return head._replace(types=tuple(sorted(head.types, key=lambda cls: cls != "Facility")), quoted=None)
