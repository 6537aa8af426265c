"""When, where and for whom a verb's doing is done: what its sentence opens with, and who speaks."""

from collections.abc import Iterator, Sequence

from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.phrases import kind_of
from baygraph.languages.zh.scene import Scene
from baygraph.languages.zh.words import words

AT_EVENTS = frozenset({"attend", "sign", "speak", "hold"})
PLACED = frozenset({"found", "locate", "hold", "creates", "settle"})
SPOKEN = frozenset({"run", "found", "hold", "pursue", "cooperate", "creates"})


def setting_of(
    cue: Cue, scene: Scene, found: Sequence[Argument], phrases: Sequence[Phrase]
) -> Iterator[Argument]:
    """The event («仪式上，A与B签约») and the place («在A镇，B投建了C») that stand in clauses before."""
    held = [a for a in found if a.role in {"in", "at"}]
    if cue.frame in AT_EVENTS and not any("Event" in phrases[a.phrase].mention.types for a in held):
        roles = {"at", "after"} if cue.frame == "sign" else {"at"}
        near = [i for i, p in scene.phrases if roles & p.roles and p.first < cue.token]
        whole = [i for i, p in enumerate(phrases) if p.mention.rule == "whole-event" and cue.frame == "hold"]
        yield from (Argument("at", i) for i in (near[-1:] or whole))
    if cue.frame in PLACED and not held:
        yield from (Argument("in", i) for i in _place_before(scene))


def _place_before(scene: Scene) -> list[int]:
    """The places of a clause that is no more than «在A»."""
    if scene.own == 0:
        return []
    clause = scene.clauses[scene.own - 1]
    opens = scene.tokens[clause.first].lemma in words("prepositions_plain", "words")
    bare = not any(scene.is_verb(i) for i in range(clause.first + 1, clause.stop))
    inside = scene.within(clause.first, clause.stop)
    return [i for i, p in inside if kind_of(p.mention.types) == "place"] if opens and bare else []


def of_speaker(
    cue: Cue, scene: Scene, found: Sequence[Argument], phrases: Sequence[Phrase]
) -> tuple[Argument, ...]:
    """«A局局长B说，将制定C»: who speaks for a body says what the body does."""
    doers = [a for a in found if a.role in {"subj", "agent"}]
    unsaid = all(
        phrases[a.phrase].mention.kind == "zero" or "Person" in phrases[a.phrase].mention.types for a in doers
    )
    if cue.frame not in SPOKEN or not unsaid or not any(a.role in {"obj", "goal"} for a in found):
        return tuple(found)
    bodies = _speakers_bodies(scene, phrases)
    if not bodies:
        return tuple(found)
    return (*(a for a in found if a not in doers), Argument("subj", bodies[-1]))


def _speakers_bodies(scene: Scene, phrases: Sequence[Phrase]) -> list[int]:
    """The bodies of the office of who speaks, where nobody else is named since."""
    for clause in reversed(scene.clauses[: scene.own]):
        for index, person in reversed(scene.within(clause.first, clause.stop)):
            after = scene.tokens[person.stop : clause.stop]
            said = any(t.lemma in words("reporting", "words") for t in after)
            if "Person" in person.mention.types and said:
                return [
                    i for i, p in enumerate(phrases)
                    if p.host == index and kind_of(p.mention.types) in {"body", "place"}
                ]  # fmt: skip
    return []
