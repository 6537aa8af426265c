"""Which phrases belong to a verb, and in which part, by their places and the words before them."""

from collections.abc import Callable, Iterator, Sequence

from baygraph.annotation import Sentence
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.clauses import clauses
from baygraph.languages.zh.cues import is_of_direction
from baygraph.languages.zh.guests import (
    also_there,
    among,
    belonging,
    is_of_members,
    occasion_of,
    of_agent_noun,
)
from baygraph.languages.zh.implied import by_implication, of_copula
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.labels import is_label, of_label
from baygraph.languages.zh.occasions import (
    is_beside_point,
    of_speaker,
    pivot_of,
    placed_in,
    setting_of,
    unsaid_of_goal,
)
from baygraph.languages.zh.offices import office_of
from baygraph.languages.zh.parts import (
    dealings_of,
    fellows_of,
    may_act,
    may_be,
    other_side,
    parts_of,
    passed_on,
)
from baygraph.languages.zh.scene import (
    INTRANSITIVE,
    THEMATIC,
    Indexed,
    Scene,
    described_by,
    list_of,
    listed_before,
    marked_in,
    near_left,
    objects_in,
    right_of,
    until_verb,
    verb_between,
)
from baygraph.languages.zh.signers import one_with_the_other, signing
from baygraph.languages.zh.structural import by_structure
from baygraph.languages.zh.topics import made_before, partners_before, subjects_of
from baygraph.languages.zh.wide import NOMINATIVE
from baygraph.languages.zh.words import by_word, words

FOUNDING = frozenset({"found", "run", "creates"})


def arguments(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Argument, ...]:
    """The parts that phrases play beside a cue; several phrases may play one part."""
    structural = by_structure(cue, sentence.tokens, phrases)
    if structural is not None:
        return structural
    cut = clauses(sentence.tokens)
    own = next((i for i, c in enumerate(cut) if c.first <= cue.token < c.stop), 0)
    outer = [
        (i, p)
        for i, p in enumerate(phrases)
        if p.host < 0
        and p.member_of < 0
        and p.mention.rule != "whole-event"
        and (p.mention.kind == "zero" or not p.first <= cue.token < p.mention.stop)
    ]
    outer.sort(key=lambda found: found[1].first)
    scene = Scene(sentence.tokens, signing(cue, outer, phrases), cut, own, cue.frame == "pursue")
    if (
        cue.frame in {"include", "join"}
        and cue.word in words("including", "words")
        and is_of_members(cue, scene) != (cue.frame == "join")
    ):
        return ()
    if cue.use != "part-noun" and "own" in by_word("cues").get(cue.word, ()):
        return tuple(belonging(cue, scene))
    if is_label(cue):
        return _with_places(tuple(of_label(cue, scene)), phrases)
    implied = by_implication(cue, scene, phrases)
    if implied is not None:
        return _with_members(implied, phrases)
    cue = cue._replace(use="relative") if _chained(cue, scene) else cue
    find = FINDERS.get(cue.use, _of_verb)
    if cue.frame == "locate" and cue.use == "active" and (placed := placed_in(cue, scene)):
        return tuple(placed)
    found = tuple(passed_on(scene, tuple(find(cue, scene))))
    found = of_speaker(cue, scene, (*found, *setting_of(cue, scene, found, phrases)), phrases)
    found = _with_places(_with_members(found, phrases), phrases)
    found = (*found, *unsaid_of_goal(cue, found, phrases))
    return tuple(a for a in found if not is_beside_point(cue, scene, a, phrases, found))


def _with_places(found: Sequence[Argument], phrases: Sequence[Phrase]) -> tuple[Argument, ...]:
    """What is done in a facility is done in the places that its name begins with."""
    out = list(found)
    for argument in found:
        if argument.role == "in" and kind_of(phrases[argument.phrase].mention.types) == "body":
            edge = phrases[argument.phrase].mention.span.start
            out += [
                Argument("in", i) for i, p in enumerate(phrases)
                if (p.mention.span.start == edge or p.stop <= phrases[argument.phrase].mention.first)
                and p.host == argument.phrase
                and kind_of(p.mention.types) == "place"
            ]  # fmt: skip
    return tuple(dict.fromkeys(out))


def _with_members(found: Sequence[Argument], phrases: Sequence[Phrase]) -> tuple[Argument, ...]:
    """A member of a list plays the part of its plural."""
    out = list(found)
    for index, phrase in enumerate(phrases):
        if phrase.member_of >= 0:
            out += [Argument(a.role, index) for a in found if a.phrase == phrase.member_of]
    return tuple(dict.fromkeys(out))


def _chained(cue: Cue, scene: Scene) -> int:
    """Where 的 stands behind the last verb of «由A主办、B协办的C», or 0."""
    tokens, stop = scene.tokens, scene.clauses[scene.own].stop
    if cue.use != "active" or cue.token + 1 >= stop or tokens[cue.token + 1].text != "、":
        return 0
    ties = (i for i in range(cue.token + 2, stop) if tokens[i].lemma == "的")
    return next((i for i in ties if by_word("cues").get(tokens[i - 1].lemma)), 0)


def _relative(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A建设的B», «位于A的B», «由A发起的B»: what follows 的 is the subject or, where A is, the object."""
    clause = scene.clauses[scene.own]
    tie = _chained(cue._replace(use="active"), scene) or cue.token + 1
    after = until_verb(scene, [(i, p) for i, p in scene.within(tie + 1, clause.stop)])
    theme = list_of(scene, after[:1], after[1:])
    left = near_left(cue, scene, clause)
    marked = list(marked_in(left))
    yield from marked
    doers = [
        i
        for i, p in left
        if p.roles == NOMINATIVE
        and kind_of(p.mention.types) in {"body", "place", "person"}
        and not verb_between(scene, p.stop, cue.token)
    ]
    given = bool(doers) or any(a.role == "agent" for a in marked)
    part = "subj" if cue.frame in INTRANSITIVE or (not given and cue.frame not in THEMATIC) else "obj"
    if cue.frame == "specialize" and doers and theme and _is_field(scene, theme[0]):
        yield from (Argument("obj", i) for i in theme)  # «A研制的手术机器人»
        yield from (Argument("subj", i) for i in listed_before(scene, doers))
        return
    yield from (Argument(part, i) for i in theme if cue.frame != "cooperate")
    if part == "obj" or cue.frame == "attend":
        yield from (Argument("subj", i) for i in listed_before(scene, doers))
    if cue.frame == "attend":
        yield from occasion_of(cue, scene, marked)


def _is_field(scene: Scene, index: int) -> bool:
    return kind_of(dict(scene.phrases)[index].mention.types) == "field"


def _of_verb(cue: Cue, scene: Scene) -> Iterator[Argument]:
    clause = scene.clauses[scene.own]
    left, right = scene.within(clause.first, cue.token), right_of(cue, scene, clause)
    marked = [*marked_in(near_left(cue, scene, clause)), *marked_in(right[:4])]
    marked = _own_agents(cue, scene, left, marked)
    if cue.frame in FOUNDING:
        marked = [a for a in marked if a.role != "agent" or not _approves(cue, scene, a.phrase)]
    yield from marked
    agents = [a.phrase for a in marked if a.role == "agent"]
    if cue.frame == "lead":
        yield from (Argument("subj", i) for i in agents)
    if cue.frame == "cooperate" and cue.word in words("together", "words"):
        yield from one_with_the_other(agents)
    objects = _objects(cue, scene, right, marked, agents)
    subjects = _subjects(cue, scene, [x for x in left if x[0] not in agents], objects)
    described = described_by(cue, scene, right) if cue.frame != "pursue" else []
    if described:
        own = [i for i in objects if i not in described and _may_be_object(cue, dict(right).get(i))]
        objects = own or _fields_before(cue, right, described)
        subjects = [i for i in described if i >= 0]
    subjects, fellows = fellows_of(scene, subjects, agents)
    yield from (Argument("agent", i) for i in fellows)
    doers, themes = parts_of(cue, scene, subjects, objects, bool(agents))
    yield from (Argument("obj", i) for i in dict.fromkeys(themes))
    others = other_side(cue, scene, doers)
    yield from (Argument("with", i) for i in others)
    doers = [i for i in doers if i not in others]
    if others or may_act(cue, doers, marked):
        yield from (Argument("subj", i) for i in dict.fromkeys(doers) if may_be(cue, scene, i, subjects))
    if cue.frame in {"found", "hold", "run"} and not subjects and doers:
        yield from (Argument("with", i) for i in partners_before(scene))
    if cue.frame == "attend":
        yield from _attending(cue, scene, marked, themes, doers)


def _may_be_object(cue: Cue, phrase: Phrase | None) -> bool:
    """Who stands behind «从事A的B» is nothing that B works in."""
    return cue.frame != "specialize" or phrase is None or kind_of(phrase.mention.types) == "field"


def _objects(
    cue: Cue, scene: Scene, right: Sequence[Indexed], marked: Sequence[Argument], agents: Sequence[int]
) -> list[int]:
    """What a verb is done to: behind it, or what its word wants beside that."""
    objects = objects_in(right, scene)
    if cue.frame == "lead":
        objects = objects or office_of(cue, scene, agents)
    if cue.frame == "specialize":
        roles = {"other", "for"} if is_of_direction(scene.tokens, cue.token) else {"other"}
        objects += [i for i, p in right if roles & p.roles and kind_of(p.mention.types) == "field"]
    if cue.word in words("unveiling", "words"):
        objects += [a.phrase for a in marked if a.role == "for"]
    return objects


def _fields_before(cue: Cue, right: Sequence[Indexed], described: Sequence[int]) -> list[int]:
    """«从事A的B»: the fields as far as 的."""
    ends = [p.first for i, p in right if i in described]
    fields = [(i, p) for i, p in right if kind_of(p.mention.types) == "field"]
    return [i for i, p in fields if cue.frame == "specialize" and p.first < min(ends, default=0)]


def _subjects(cue: Cue, scene: Scene, left: Sequence[Indexed], objects: Sequence[int]) -> list[int]:
    """Who does it or is it, before the verb or in the clauses before."""
    subjects = subjects_of(cue, scene, [x for x in left if x[1].roles == NOMINATIVE])
    if cue.frame == "specialize":
        return dealings_of(cue, scene) or subjects or made_before(scene)
    if cue.frame in {"locate", "settle"} and not objects:
        return subjects or made_before(scene)
    if cue.frame == "pursue":
        return pivot_of(cue, scene) or subjects
    if cue.frame == "cooperate":
        return subjects or _agents_before(scene)
    return subjects


def _approves(cue: Cue, scene: Scene, agent: int) -> bool:
    """«获A批准设立»: who allows it does not do it."""
    stop = dict(scene.phrases)[agent].stop
    return any(t.lemma in words("approving", "words") for t in scene.tokens[stop : cue.token])


def _own_agents(cue: Cue, scene: Scene, left: Sequence[Indexed], marked: list[Argument]) -> list[Argument]:
    """«由A主办、B运营»: behind another verb the bare name before this one does it."""
    phrases = dict(scene.phrases)
    far = [a for a in marked if a.role == "agent" and verb_between(scene, phrases[a.phrase].stop, cue.token)]
    last = max((phrases[a.phrase].stop for a in far), default=0)
    bare = [(i, p) for i, p in left if p.roles == NOMINATIVE and p.first > last]
    own = [i for i, p in bare if kind_of(p.mention.types) == "body"]
    if not far or not own or verb_between(scene, phrases[own[-1]].stop, cue.token):
        return marked
    return [*(a for a in marked if a not in far), Argument("agent", own[-1])]


def _agents_before(scene: Scene) -> list[int]:
    """«项目由A牵头，联合B实施»: who did it in the clause before."""
    before = scene.clauses[scene.own - 1] if scene.own else None
    inside = scene.within(before.first, before.stop) if before else []
    return [i for i, p in inside if "agent" in p.roles]


def _attending(
    cue: Cue, scene: Scene, marked: Sequence[Argument], themes: Sequence[int], doers: Sequence[int]
) -> Iterator[Argument]:
    yield from occasion_of(cue, scene, [*marked, *(Argument("obj", i) for i in themes)])
    yield from (Argument("subj", i) for i in also_there(cue, scene))
    phrases = dict(scene.phrases)
    sent = words("guests", "words") | words("guests", "sent")
    guests = any(t.lemma in sent for t in scene.tokens[: cue.token])
    kinds = {"body", "place"} if guests else {"body"}
    clause = scene.clauses[scene.own]
    origins = [a.phrase for a in marked if a.role == "from"]
    origins = origins or [i for i, p in scene.within(clause.first, cue.token) if "from" in p.roles and guests]
    origins = [i for i in origins if kind_of(phrases[i].mention.types) in kinds]
    named = [
        i
        for i in doers
        if phrases[i].mention.kind not in {"zero", "plural"} and "Event" not in phrases[i].mention.types
    ]
    yield from (Argument("subj", i) for i in origins if not named)


FINDERS: dict[str, Callable[[Cue, Scene], Iterator[Argument]]] = {
    "among": among,
    "copula": of_copula,
    "relative": _relative,
    "agent-noun": of_agent_noun,
}
