"""What may stand in one list: people, places, fields, events, bodies, programmes."""

from collections.abc import Sequence

KINDS = {
    "Person": "person", "Field": "field", "Event": "event", "Goal": "goal", "City": "place",
    "Country": "place",
    "Region": "place", "District": "place", "Place": "place", "Program": "program", "Policy": "program",
    "TalentProgram": "program",
}  # fmt: skip


def kind_of(types: Sequence[str]) -> str:
    """What may stand in one list: people, places, fields, events, bodies, programmes."""
    return KINDS.get(types[0], "body") if types else "body"
