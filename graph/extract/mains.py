"""What a text is about as a whole: its main event, its main body."""

from collections.abc import Iterable, Sequence

from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION, PROJECT
from baygraph.extract.things import Thing

OPENING = 2  # sentences that say where a text is from and what it is about
OWN_NAME = frozenset({"known", "named", "loose"})


def main_event(things: Iterable[Thing], sentence: int, sessions: frozenset[str]) -> int | None:
    """The event, no session where there is another, that the text before a sentence speaks of most."""
    before = [t for t in things if t.type in EVENT and t.mentions[0].sentence < sentence]
    held = [t for t in before if not t.heads & sessions] or before
    return _most_told(held)


def main_body(things: Iterable[Thing]) -> int | None:
    """The facility or institution with a name that the text begins with."""
    houses = (t for t in things if t.type in FACILITY | INSTITUTION and t.kind in OWN_NAME)
    return _most_told([t for t in houses if t.mentions[0].sentence < OPENING])


def main_work(things: Iterable[Thing], sentence: int) -> int | None:
    """What is built or run that the text before a sentence speaks of most."""
    works = [t for t in things if t.type in FACILITY | PROJECT and t.mentions[0].sentence < sentence]
    return _most_told([t for t in works if len(t.mentions) > 1 or t.mentions[0].sentence < OPENING])


def _most_told(things: Sequence[Thing]) -> int | None:
    return max(things, key=lambda t: (len(t.mentions), -t.id)).id if things else None
