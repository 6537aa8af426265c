"""Which phrases may stand together in one list, and which hang on another."""

from baygraph.languages.en.names import PLACES
from baygraph.languages.pack import Phrase

PREPOSITIONAL = frozenset(
    [
        "in",
        "at",
        "with",
        "by",
        "from",
        "to",
        "on",
        "for",
        "of",
        "between",
        "about",
        "under",
        "as",
        "than",
        "like",
        "other",
    ]
)


def is_house_of(phrase: Phrase, before: Phrase) -> bool:
    """«Professor Vong Ka Meng | of Jinan University»: a body behind the person who comes from it."""
    attached = phrase.roles == {"from"} and phrase.first - before.stop == 1
    return attached and "Person" in before.mention.types


def is_site_of(phrase: Phrase, before: Phrase) -> bool:
    """«a station | in Lisbon and an office in Munich»: a place right behind what is there."""
    attached = phrase.roles == {"in"} and phrase.first - before.stop == 1
    return attached and group_of(phrase) == "place" and group_of(before) == "thing" and not before.plural


def group_of(phrase: Phrase) -> str:
    """Places, people, notions and others are not members of one list."""
    types = set(phrase.mention.types)
    if types & {"Field", "Goal"}:
        return "notion"
    return "person" if "Person" in types else "place" if PLACES & types else "thing"


def are_alike(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases may be members of one list; a place that acts is like a body («X and Hengqin»)."""
    groups = {group_of(one), group_of(other)}
    if "Agent" in one.mention.types + other.mention.types:
        groups.discard("thing")
        groups = groups or {"thing"}
    return len(groups) == 1 or (
        groups == {"place", "thing"} and not (one.roles | other.roles) & {"in", "at", "from", "of", "to"}
    )


def is_prepositional(phrase: Phrase) -> bool:
    """Say whether a phrase hangs on a preposition."""
    return bool(phrase.roles & PREPOSITIONAL)
