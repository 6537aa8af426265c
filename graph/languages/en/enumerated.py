"""Names without a head noun in enumerations: their neighbours say what they are."""

from dataclasses import replace

from baygraph.annotation import Mention
from baygraph.languages.en.context import NAMED
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.names import is_house


def settle_lists(found: Finding) -> None:
    """«Airbus, Embraer and EHang»: a name without a class is a body where it stands in a list of bodies."""
    if all(m.rule != "capitalized-name-alone" for m in found.mentions):
        return
    ends = {m.stop: m for m in found.mentions}
    starts = {m.first: m for m in found.mentions}
    order = [*reversed(range(len(found.mentions))), *range(len(found.mentions))]
    for index in order:
        mention = found.mentions[index]
        if mention.rule == "capitalized-name-alone":
            left, right = _past_joint(found, mention.first, -1), _past_joint(found, mention.stop, 1)
            if _is_body(ends.get(left)) or _is_body(starts.get(right)):
                sure = replace(mention, rule="capitalized-name", confidence=0.6)
                found.mentions[index] = ends[mention.stop] = starts[mention.first] = sure


def _past_joint(found: Finding, at: int, step: int) -> int:
    """The edge of the next member of a list on one side of a name, or -1."""
    here, marks = at, {",", "and", "&", "the", "or"}
    while 0 < here < len(found.tokens) and found.tokens[here - (step < 0)].lower in marks:
        here += step
    return here if here != at else -1


def _is_body(mention: Mention | None) -> bool:
    return (
        mention is not None
        and mention.kind in NAMED
        and mention.rule != "capitalized-name-alone"
        and is_house(mention.types)
    )
