"""Whom «its» stands for: the body beside an office, the owner of what is built, the subject still to come."""

from collections.abc import Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.en.capitals import classes_at
from baygraph.languages.en.context import NAMED, SOLID, STANDING, Context
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.nouns import left_edge
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon

INSIDE = frozenset({"DET", "ADJ", "NUM", "PROPN", "ADV"})
LINKS = POSSESSIVE | {"-"}
SITES = SOLID - {"Event", "Program", "TalentProgram", "Policy", "Project", "Agreement"}


def its(tokens: Sequence[Token], at: int, found: Sequence[Mention], context: Context) -> Mention | None:
    """The owner that «its» at a token stands for, or None."""
    office = any(t.lower in lexicon().words("titles", "words") for t in tokens[at + 1 : at + 4])
    if office and context.thing and any("Person" in m.types and m.stop <= at for m in found):
        return context.thing
    if 0 < at < 4 and tokens[0].pos == "ADP" and (later := _named_later(tokens, at, found)):
        return later
    if not (owns(tokens, at) or _owns_named(tokens, at, found)):
        return None
    kinds, sites = STANDING | {"anaphor"}, INSTITUTIONS | SITES
    near = [m for m in found if m.stop <= at and m.kind in kinds and sites & set(m.types[:1])]
    bare = [m for m in near if not is_governed(tokens, m)]
    return (bare or near)[-1] if near else context.body or context.thing


def _named_later(tokens: Sequence[Token], at: int, found: Sequence[Mention]) -> Mention | None:
    """«Under its talent scheme, Shenzhen pays …»: the subject that follows the comma."""
    comma = next((i for i in range(at, min(at + 14, len(tokens))) if tokens[i].text == ","), len(tokens))
    near = (m for m in found if 0 <= m.first - comma - 1 <= 1 and m.kind in NAMED)
    return next((m for m in near if (INSTITUTIONS | PLACES | SITES) & set(m.types[:1])), None)


def owns(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an office or something built follows («its president», «its research center»)."""
    head = noun_head(tokens, at)
    built = SOLID | (INSTITUTIONS if tokens[at].lower == "our" else {"ResearchInstitute"})
    if head is not None and built & set(classes_at(tokens, at + 1, head)[:1]):
        return True
    return any(t.lower in lexicon().words("titles", "words") for t in tokens[at + 1 : at + 5])


def _owns_named(tokens: Sequence[Token], at: int, found: Sequence[Mention]) -> bool:
    """«Its Zhuhai-based Structures Laboratory»: the name of a unit follows."""
    owned = next((m for m in found if m.first > at and m.kind in NAMED and SOLID & set(m.types[:1])), None)
    between = tokens[at + 1 : owned.first] if owned else ()
    return owned is not None and len(between) < 5 and all(t.pos != "ADP" and t.text != "," for t in between)


def is_governed(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a preposition stands before the phrase of a mention."""
    first = left_edge(tokens, mention.first)
    return first > 0 and (tokens[first - 1].pos == "ADP" or tokens[first - 1].text in POSSESSIVE)


def noun_head(tokens: Sequence[Token], at: int) -> int | None:
    """The last noun of the phrase that begins with an article; «one of the firms» has firms."""
    at += 2 if tokens[at].lower == "one" and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "of" else 0
    found = None
    for i in range(at, min(at + 10, len(tokens))):
        if tokens[i].pos == "NOUN":
            found = i
        elif tokens[i].pos not in INSIDE and tokens[i].text not in LINKS:
            break
    return found
