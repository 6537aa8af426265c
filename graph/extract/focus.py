"""What a pronoun stands for: the thing most in view that agrees with it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baygraph.annotation import Mention, Token
from baygraph.extract.signatures import (
    EVENT,
    FACILITY,
    FIELD,
    GOAL,
    INSTITUTION,
    PERSON,
    PLACE,
    PROGRAM,
    PROJECT,
    members_of,
)
from baygraph.languages.pack import Phrase

REACH = 2  # sentences back
SUBJECT, OBJECT, WITHIN = (
    2.2,
    1.4,
    0.0,
)  # how much a part in the sentence counts against a sentence of distance
NOTION = FIELD | GOAL
MERE = NOTION | PLACE | PERSON
HOUSE = INSTITUTION | FACILITY
DOER = HOUSE | {"City", "District"}
NO_DOER = NOTION | PERSON | {"Event", "Agreement"}
BODY = INSTITUTION | FACILITY | EVENT | PROGRAM
UNDERTAKING = FACILITY | EVENT | PROGRAM | PROJECT
ABSENT = {"Body": BODY, "Doer": DOER, "Undertaking": UNDERTAKING}  # what is taken for granted may be
TIED = frozenset({"nom", "subj", "with", "agent"})
BESIDE = 6  # tokens between a subject and a pronoun of its own clause
NAMED = 1.8
UNSEEN = (-1.0, 0)
SURE = 1.0  # how much a gender that is known to agree counts


class Seen(NamedTuple):
    """One mention of a thing: where, in which part, of which class and gender."""

    sentence: int
    first: int
    thing: int
    type: str
    gender: str
    roles: frozenset[str]
    inner: bool
    named: bool

    @property
    def weight(self) -> float:
        """How much in view the mention put its thing."""
        attribute = self.inner or self.roles == {"gen"} or (self.type in PLACE and "in" in self.roles)
        part = WITHIN if attribute else SUBJECT if self.roles & {"nom", "subj"} else OBJECT
        return self.sentence + part


class Focus:
    """The mentions of the last sentences, in the order of the text."""

    def __init__(self) -> None:
        self._seen: list[Seen] = []
        self._in_view: dict[int, tuple[float, int]] = {}

    def see(self, mention: Mention, phrase: Phrase, thing: int, cls: str, head: Token) -> None:
        """Remember a mention of a thing."""
        inner, named = phrase.host >= 0, mention.kind in {"known", "named"}
        seen = Seen(mention.sentence, mention.first, thing, cls, gender_of(head), phrase.roles, inner, named)
        self._seen.append(seen)
        self._in_view[thing] = max(self._in_view.get(thing, UNSEEN), (seen.weight, seen.first))

    def referent(self, mention: Mention) -> int | None:
        """The thing that a pronoun, a place adverb or an unsaid part stands for, or None."""
        near = [s for s in self._before(mention) if _fits(s, mention)]
        if mention.name == "place":
            near = [s for s in near if s.type != "Place" and not s.inner] or near
            if mention.types[0] == "Body":
                near = [s for s in near if s.type != "Company"]
                best = max(
                    near, key=lambda s: (s.weight + NAMED * (s.type in FACILITY), s.first), default=None
                )
                return None if best is None else best.thing
            inside = _whereabouts(near) or near
            return inside[0].thing if inside else None
        if mention.rule == "pronoun-oblique":  # «А открыл при нём Б»: not a part of A, the subject
            near = [s for s in near if not _is_subject_beside(s, mention)] or near
        best = max(near, key=lambda s: (_likelihood(s, mention), s.first), default=None)
        return None if best is None else best.thing

    def in_view(self, thing: int) -> tuple[float, int]:
        """How much in view a thing is: the later and the higher its part, the more."""
        return self._in_view.get(thing, UNSEEN)

    def is_near(self, thing: int, mention: Mention) -> bool:
        """Say whether a thing was mentioned in this sentence or the two before."""
        return any(s.thing == thing for s in self._before(mention))

    def last_in(self, mention: Mention) -> int | None:
        """The thing mentioned last before a mention in its sentence, fields and places left out."""
        near = (s for s in reversed(self._seen) if s.sentence == mention.sentence and s.first < mention.first)
        return next((s.thing for s in near if s.type not in MERE), None)

    def group(self, mention: Mention) -> Sequence[int]:
        """The two (or three) that the last sentence with so many doers ties to each other.

        Those of one class («兩校») may stand farther back.
        """
        size, cls = 3 if mention.rule == "trio" else 2, members_of(mention.types[0])
        reach = mention.sentence if cls else REACH
        for sentence in range(mention.sentence, mention.sentence - reach - 1, -1):
            found = [s for s in self._until(mention) if s.sentence == sentence and (cls or not s.inner)]
            doers = [s.thing for s in found if s.type not in NO_DOER]
            tied = [s.thing for s in found if s.roles & TIED and s.thing in doers]
            of_class = [s.thing for s in found if s.type in cls]
            if len(distinct := list(dict.fromkeys(of_class if cls else tied))) == size:
                return distinct
        return ()

    def _until(self, mention: Mention) -> Iterator[Seen]:
        place = (mention.sentence, mention.first)
        return (s for s in self._seen if (s.sentence, s.first) < place)

    def _before(self, mention: Mention) -> Iterator[Seen]:
        return (
            s
            for s in self._seen
            if mention.sentence - REACH <= s.sentence
            and (s.sentence, s.first) < (mention.sentence, mention.first)
        )


def _is_subject_beside(seen: Seen, mention: Mention) -> bool:
    near = seen.sentence == mention.sentence and mention.first - seen.first <= BESIDE
    return near and bool(seen.roles & {"nom", "subj"})


def _likelihood(seen: Seen, mention: Mention) -> float:
    """How likely a pronoun or an unsaid part means what was seen: unsaid is what has a name of its own."""
    if mention.kind == "zero":
        return seen.weight + (NAMED if mention.types[0] == "Event" else SURE) * seen.named
    built = mention.types[0] == "Built" and seen.type in FACILITY
    return seen.weight + SURE * (seen.gender == mention.name) + SURE * built


def _fits(seen: Seen, mention: Mention) -> bool:
    wanted = mention.types[0]
    if wanted == "Person" and seen.type not in PERSON:
        return False
    if seen.type in NOTION or (wanted in {"Body", "Built"} and seen.type in PERSON):
        return False
    if mention.name == "place":
        return seen.type in (HOUSE if wanted == "Body" else PLACE)
    if mention.kind == "zero":
        return seen.type in (ABSENT.get(wanted) or members_of(wanted))
    if wanted == "Thing" and seen.type == "Country":
        return False
    return not seen.gender or seen.gender == mention.name


def _whereabouts(near: Sequence[Seen]) -> Sequence[Seen]:
    """The places that the last sentence with any says something is in."""
    inside = [s for s in near if "in" in s.roles]
    return [s for s in inside if s.sentence == inside[-1].sentence] if inside else ()


def gender_of(head: Token) -> str:
    """The gender of a noun in the singular; a name that no dictionary has may be of any."""
    noun = next((r for r in head.readings if r.pos == "NOUN" and not head.text.isascii()), None)
    return (
        ""
        if noun is None
        else "pl"
        if noun.number == "pl" and all(r.number == "pl" for r in head.readings)
        else noun.gender
    )
