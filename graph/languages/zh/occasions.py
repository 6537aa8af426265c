"""When, where and for whom a verb's doing is done: what its sentence opens with, and who speaks."""

from collections.abc import Iterator, Sequence

from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.scene import MADE, Scene
from baygraph.languages.zh.words import by_word, words

AT_EVENTS = frozenset({"attend", "sign", "speak", "hold"})
PLACED = frozenset({"found", "locate", "hold", "creates", "settle"})
OPENED = MADE | {"Association"}
OTHERS = frozenset({"nom", "agent"})
DOERS = frozenset({"body", "place", "event"})
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
    bare = bare or (bool(inside) and scene.tokens[inside[0][1].first - 1].lemma == "的")
    return [i for i, p in inside if kind_of(p.mention.types) == "place"] if opens and bare else []


def placed_in(cue: Cue, scene: Scene) -> list[Argument]:
    """«位于A的B»: what follows the place and 的 lies there, whoever stands before the verb."""
    behind = scene.within(cue.token + 1, scene.clauses[scene.own].stop)
    places = []
    for index, phrase in behind:
        if kind_of(phrase.mention.types) == "place" and "in" in phrase.roles:
            places.append((index, phrase))
        else:
            break
    if not places or len(behind) == len(places) or scene.tokens[places[-1][1].stop].lemma != "的":
        return []
    bodies = [i for i, p in behind[len(places) :] if kind_of(p.mention.types) != "field"]
    theme = (bodies or [behind[len(places)][0]])[0]
    if _is_itself_there(cue, scene, dict(scene.phrases)[theme]):
        return []
    return [Argument("subj", theme), *(Argument("in", i) for i, _ in places)]


def _is_itself_there(cue: Cue, scene: Scene, site: Phrase) -> bool:
    """«公司就设在A的B里»: who stands before the verb is there, when the site ends the clause."""
    clause = scene.clauses[scene.own]
    rest = scene.tokens[site.stop : clause.stop]
    doers = [p for _, p in scene.within(clause.first, cue.token) if kind_of(p.mention.types) == "body"]
    own = bool(doers) and all(tag(t)[0] == "d" for t in scene.tokens[doers[-1].stop : cue.token])
    return own and all(t.lemma in words("beside", "inside") for t in rest)


def is_beside_point(
    cue: Cue, scene: Scene, argument: Argument, phrases: Sequence[Phrase], found: Sequence[Argument]
) -> bool:
    """What is in a park is no part of it; a thing does not hold the ceremony of its own opening."""
    mention, first = phrases[argument.phrase].mention, scene.clauses[scene.own].first
    if cue.word in words("heading", "words") and cue.frame in {"found", "lead"}:
        people = any("Person" in phrases[a.phrase].mention.types for a in found)
        if people and any("Project" in phrases[a.phrase].mention.types for a in found):
            return True  # «A牵头的项目»: who heads a project neither founds it nor works at it
    if cue.frame in {"locate", "found", "settle"} and argument.role in {"in", "at"}:
        return "Park" in mention.types[:1]
    if cue.frame in {"locate", "settle"} and argument.role == "subj":
        made = "found" in by_word("cues").get(cue.word, ()) and any(a.role == "obj" for a in found)
        before = cue.use == "active" and mention.first < first
        return made or (before and "GovernmentBody" in mention.types[:1])
    if cue.frame == "found" and argument.role == "obj":
        return "GovernmentBody" in mention.types[:1]
    if cue.frame == "include" and argument.role == "subj":
        return "Company" in mention.types and "found" in by_word("cues").get(cue.word, ())
    if cue.frame == "hold" and argument.role == "subj" and OPENED & set(mention.types[:1]):
        held = [phrases[a.phrase].mention for a in found if a.role == "obj"]
        names = ["".join(t.lemma for t in scene.tokens[m.first : m.stop]) for m in held]
        return any(w in name for name in names for w in words("openings", "words"))
    if cue.frame in {"cooperate", "sign"} and argument.role in {"subj", "with"}:
        told = mention.kind == "described" or mention.first < first
        return mention.types[0] in MADE and told
    return cue.frame in {"attend", "speak", "hold"} and argument.role == "subj" and mention.kind == "zero"


def pivot_of(cue: Cue, scene: Scene) -> list[int]:
    """«期望A成为B», «把A建成B»: whose goal stands behind a verb of wishing."""
    clause = scene.clauses[scene.own]
    first = scene.clauses[max(0, scene.own - 1)].first
    near = [
        i for i, p in scene.within(first, cue.token)
        if kind_of(p.mention.types) in {"body", "place"}
        and p.mention.kind != "zero"
        and p.first > 0
        and scene.tokens[p.first - 1].lemma in words("goals", "pivots")
    ]  # fmt: skip
    behind = any(scene.tokens[i].lemma in words("goals", "objects") for i in range(clause.first, cue.token))
    return [] if behind and not near else near[-1:]


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
    bodies = _speakers_bodies(cue, scene, phrases)
    if not bodies:
        return tuple(found)
    return (*(a for a in found if a not in doers), Argument("subj", bodies[-1]))


def _speakers_bodies(cue: Cue, scene: Scene, phrases: Sequence[Phrase]) -> list[int]:
    """The bodies of the office of who speaks, where nobody else is named since."""
    for clause in reversed(scene.clauses[: scene.own]):
        for index, person in reversed(scene.within(clause.first, clause.stop)):
            after = scene.tokens[person.stop : clause.stop]
            said = any(t.lemma in words("reporting", "words") for t in after)
            if "Person" in person.mention.types and said:
                between = scene.within(person.stop, cue.token)
                named = any(
                    p.roles & OTHERS and kind_of(p.mention.types) in DOERS and p.mention.kind != "anaphor"
                    for _, p in between
                )
                return [] if named else _bodies_of(cue, index, phrases)
    return []


def _bodies_of(cue: Cue, person: int, phrases: Sequence[Phrase]) -> list[int]:
    """The bodies of an office; the goals of a part of the government are those of its place."""
    bodies = [
        i for i, p in enumerate(phrases) if p.host == person and kind_of(p.mention.types) in {"body", "place"}
    ]
    if cue.frame == "pursue" and bodies and "GovernmentBody" in phrases[bodies[-1]].mention.types:
        return [
            i for i, p in enumerate(phrases) if p.host == bodies[-1] and kind_of(p.mention.types) == "place"
        ]
    return bodies


def unsaid_of_goal(cue: Cue, found: Sequence[Argument], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«目标很大：A», «B给出的答案是A»: a goal beyond a colon, and whose it is where no body is named."""
    if cue.frame != "pursue":
        return
    if not any(a.role == "goal" for a in found):
        goals = (i for i, p in enumerate(phrases) if "goal" in p.roles and p.first >= cue.token)
        yield from (Argument("goal", i) for i in [*goals][:1])
    doers = (phrases[a.phrase].mention for a in found if a.role in {"subj", "agent"})
    if all("Person" in m.types for m in doers):
        unsaid = (i for i, p in enumerate(phrases) if p.mention.rule in {"unsaid-doer", "told-body"})
        yield from (Argument("subj", i) for i in unsaid)
