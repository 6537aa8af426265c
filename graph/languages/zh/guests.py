"""Those who are named around a verb: hosts, guests, members, owners."""

from collections.abc import Iterator, Sequence

from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.cues import is_label_of_line
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.scene import ANYTHING, BODIES, EVENTS, MADE, THEME_OF, Scene
from baygraph.languages.zh.structural import OWNERS
from baygraph.languages.zh.topics import topic_of
from baygraph.languages.zh.wide import NOMINATIVE
from baygraph.languages.zh.words import words


def occasion_of(cue: Cue, scene: Scene, found: Sequence[Argument]) -> Iterator[Argument]:
    """«论坛在A举行，B出席»: the event of the sentence, where the verb itself has none."""
    phrases = dict(scene.phrases)
    if any("Event" in phrases[a.phrase].mention.types for a in found):
        return
    unsaid = [i for i, p in scene.phrases if p.mention.rule == "unsaid-event"]
    events = [(i, p) for i, p in scene.phrases if "Event" in p.mention.types and not _goes(p)]
    before = unsaid or [i for i, p in events if p.first < cue.token]
    after = [i for i, p in events if p.first > cue.token]
    yield from (Argument("in", i) for i in (before[-1:] or after[:1]))


def _goes(phrase: Phrase) -> bool:
    """«访问团»: those who travel are at events, and no event that others are at."""
    return phrase.mention.name.endswith(tuple(words("visits", "delegations")))


def among(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«有140多名代表参加，其中包括A、B»: some of those who were there."""
    clause = scene.clauses[scene.own]
    listed = [
        i for i, p in scene.within(cue.token + 1, clause.stop)
        if kind_of(p.mention.types) in {"person", "body"} and p.mention.kind != "plural"
    ]  # fmt: skip
    yield from (Argument("subj", i) for i in listed)
    yield from occasion_of(cue, scene, [])


def also_there(cue: Cue, scene: Scene) -> list[int]:
    """«出席仪式的还有A、B»: who else was there stands behind the verb."""
    clause = scene.clauses[scene.own]
    there = [
        i for i in range(cue.token, clause.stop) if scene.tokens[i].lemma in words("existential", "also")
    ]
    relative = any(t.lemma == "的" for t in scene.tokens[cue.token : there[0]]) if there else False
    return (
        [i for i, p in scene.within(there[0], clause.stop) if kind_of(p.mention.types) in {"person", "body"}]
        if relative
        else []
    )


def of_agent_noun(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«主办方为A、B», «A是建设主体»: who does it stands behind the noun, or before it and 是."""
    clause = scene.clauses[scene.own]
    right = [
        (i, p)
        for i, p in scene.within(cue.token + 1, _agents_end(cue, scene))
        if kind_of(p.mention.types) in {"body", "place", "person"} and "in" not in p.roles
    ]
    linked = any(t.lemma in words("linking", "offices") for t in scene.tokens[clause.first : cue.token])
    left = [i for i, p in scene.within(clause.first, cue.token) if p.roles == NOMINATIVE] if linked else []
    bodies = [i for i in left if kind_of(dict(scene.phrases)[i].mention.types) in OWNERS]
    if cue.frame == "attend":
        right = [(i, p) for i, p in right if kind_of(p.mention.types) != "place"]
    wholes = [i for i in bodies if _is_whole(scene, dict(scene.phrases)[i].stop, cue.token)]
    if cue.frame == "join" and len(wholes) == 1 < len(bodies):
        yield from (Argument("subj", i) for i in bodies if i not in wholes)
        yield Argument("obj", wholes[0])
        return
    yield from (Argument("subj", i) for i in (bodies or [i for i, _ in right]))
    wanted = THEME_OF.get(cue.frame, ANYTHING)
    made = MADE | {"Association"} if wanted == BODIES else EVENTS
    links = words("labels", "links")
    listed = any(t.lemma in links for t in scene.tokens[cue.token + 1 : cue.token + 3])
    seen = [i for i, p in scene.phrases if p.mention.rule == "unsaid-event" and cue.frame == "attend"]
    told = seen or [i for i, p in scene.phrases if p.mention.rule == "told-event" and listed]
    yield from (Argument("obj", i) for i in told if cue.frame in {"hold", "attend"})
    if cue.frame == "attend" and not told:
        yield from occasion_of(cue, scene, [])
    near = _made_before(cue, scene, made, bodies)
    shared = cue.frame == "join" and cue.word in words("member_nouns", "shared")
    unsaid = [i for i, p in scene.phrases if p.mention.rule == "unsaid-subject" and shared]
    topic = topic_of(scene, BODIES) if shared and not near else []
    yield from (Argument("obj", i) for i in near[-1:] or topic or unsaid)


def _made_before(cue: Cue, scene: Scene, made: frozenset[str], bodies: Sequence[int]) -> list[int]:
    """What stands before the noun and can be held, built or joined in."""
    return [
        i
        for i, p in scene.phrases
        if p.first < cue.token
        and p.mention.rule != "told-event"
        and made & set(p.mention.types[:1])
        and kind_of(p.mention.types) != "place"
        and i not in bodies
    ]


def _is_whole(scene: Scene, stop: int, noun: int) -> bool:
    """«A成为B的第一家成员»: B is what they are members of."""
    return stop < noun and scene.tokens[stop].lemma == "的"


def _agents_end(cue: Cue, scene: Scene) -> int:
    """Lists of hosts go on over commas before 还包括 or 以及."""
    stop, at = scene.clauses[scene.own].stop, scene.own + 1
    if is_label_of_line(scene.tokens, cue.token):
        return len(scene.tokens)
    while at < len(scene.clauses) and (
        scene.tokens[scene.clauses[at].first].lemma in words("lists", "continuing")
        or scene.clauses[at].after in "：:"
    ):
        stop, at = scene.clauses[at].stop, at + 1
    return stop


def belonging(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A旗下B»: a body behind is a part of what stands before, a facility is its property."""
    before = [
        i
        for i, p in scene.phrases
        if p.stop == cue.token or (p.stop == cue.token - 1 and scene.tokens[p.stop].lemma == "的")
    ]
    after = [(i, p) for i, p in scene.phrases if 0 < p.first - cue.token <= 3]
    body = any(p.mention.types[0] not in {*MADE, "Association"} for _, p in after[:1])
    if body == (cue.frame == "enter"):
        yield from (Argument("in" if body else "dat", i) for i in before)
        yield from (Argument("subj", i) for i, _ in after[:1])


def is_of_members(cue: Cue, scene: Scene) -> bool:
    """«联盟包括A、B», «由A、B组成»: what an association includes are its members, not its parts."""
    first = scene.clauses[scene.own].first
    if any(t.lemma in words("member_nouns", "words") for t in scene.tokens[first : cue.token]):
        return cue.frame != "join"
    left = [p for _, p in scene.within(first, cue.token) if p.roles == NOMINATIVE]
    topic = left or [dict(scene.phrases)[i] for i in topic_of(scene, BODIES)]
    return bool(topic) and "Association" in topic[0].mention.types
