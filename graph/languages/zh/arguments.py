"""Which phrases belong to a verb, and in which part: by their place before or behind it and the words before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baygraph.annotation import Sentence, Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.clauses import Clause, clauses
from baygraph.languages.zh.cues import SEATED
from baygraph.languages.zh.names import tag
from baygraph.languages.zh.phrases import NOMINATIVE, continues, kind_of
from baygraph.languages.zh.structural import OWNERS, by_structure
from baygraph.languages.zh.words import by_word, words

Indexed = tuple[int, Phrase]
# Verbs whose subject, where they have no object, is what they are done to: 园区启用, 论坛举行.
THEMATIC = frozenset({"found", "hold", "sign", "run", "creates", "join"})
ANYTHING = frozenset({"body", "place", "event", "program", "person", "field"})
MADE = frozenset({"Facility", "Event", "Project", "Program", "Agreement", "Policy", *SEATED}) - {
    "ResearchInstitute",
    "Company",
    "Institution",
}
EVENTS = frozenset({"Event"})
PEOPLE = frozenset({"person"})
BODIES = frozenset({"body"})
THEME_OF = {
    "found": frozenset({"body"}), "hold": frozenset({"event"}), "run": frozenset({"program"}), "sign": frozenset({"body"}),
    "join": frozenset({"body"}), "own": frozenset({"body"}), "creates": frozenset({"body"}),
}  # fmt: skip
INTRANSITIVE = frozenset({"locate", "settle", "enter", "specialize", "attend", "cooperate"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A cue's surroundings: tokens, outer phrases with their indexes, clauses, the index of its own clause."""

    tokens: Sequence[Token]
    phrases: Sequence[Indexed]
    clauses: tuple[Clause, ...]
    own: int

    def within(self, first: int, stop: int) -> list[Indexed]:
        """The phrases that begin in a stretch of tokens."""
        return [(i, p) for i, p in self.phrases if first <= p.first < stop]

    def is_verb(self, at: int) -> bool:
        """Say whether a token outside names is a predicate."""
        token = self.tokens[at]
        return (
            tag(token) in {"v", "vg"}
            and token.lemma not in words("name_verbs", "words")
            and not self.held(at)
        )

    def held(self, at: int) -> bool:
        """Say whether a token lies in a phrase."""
        return any(
            p.mention.first <= at < p.mention.stop for _, p in self.phrases if p.mention.kind != "plural"
        )


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
        if p.host < 0 and p.member_of < 0 and not p.first <= cue.token < p.mention.stop
    ]
    scene = Scene(sentence.tokens, outer, cut, own)
    if (
        cue.frame in {"include", "join"}
        and cue.word in words("including", "words")
        and _is_of_members(cue, scene) != (cue.frame == "join")
    ):
        return ()
    if cue.frame == "own":
        return tuple(_under(cue, scene))
    find = {"relative": _relative, "agent-noun": _of_agent_noun}.get(cue.use, _of_verb)
    found = tuple(find(cue, scene))
    return _with_places(_with_members(found, phrases), phrases)


def _under(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A旗下B»: what stands behind belongs to what stands before."""
    before = [
        i
        for i, p in scene.phrases
        if p.stop == cue.token or (p.stop == cue.token - 1 and scene.tokens[p.stop].lemma == "的")
    ]
    after = [(i, p) for i, p in scene.phrases if 0 < p.first - cue.token <= 3]
    yield from (Argument("dat", i) for i in before)
    yield from (Argument("subj", i) for i, _ in after[:1])


def _is_of_members(cue: Cue, scene: Scene) -> bool:
    """«联盟包括A、B», «由A、B组成»: what an association includes are its members, not its parts."""
    first = scene.clauses[scene.own].first
    if any(t.lemma in words("member_nouns", "words") for t in scene.tokens[first : cue.token]):
        return False if cue.frame == "join" else True
    left = [p for _, p in scene.within(first, cue.token) if p.roles == NOMINATIVE]
    topic = left or [dict(scene.phrases)[i] for i in _topic(scene, BODIES)]
    return bool(topic) and "Association" in topic[0].mention.types


def _with_places(found: Sequence[Argument], phrases: Sequence[Phrase]) -> tuple[Argument, ...]:
    """What is done in a facility is done in the places that its name begins with."""
    out = list(found)
    for argument in found:
        if argument.role == "in" and kind_of(phrases[argument.phrase].mention.types) == "body":
            edge = phrases[argument.phrase].mention.span.start
            out += [
                Argument("in", i) for i, p in enumerate(phrases)
                if p.mention.span.start == edge and p.host == argument.phrase and kind_of(p.mention.types) == "place"
            ]  # fmt: skip
    return tuple(dict.fromkeys(out))


def _with_members(found: Sequence[Argument], phrases: Sequence[Phrase]) -> tuple[Argument, ...]:
    """A member of a list plays the part of its plural."""
    out = list(found)
    for index, phrase in enumerate(phrases):
        if phrase.member_of >= 0:
            out += [Argument(a.role, index) for a in found if a.phrase == phrase.member_of]
    return tuple(dict.fromkeys(out))


def _relative(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A建设的B», «位于A的B», «由A发起的B»: what follows 的 is the subject or, where A is, the object."""
    clause = scene.clauses[scene.own]
    after = _until_verb(scene, [(i, p) for i, p in scene.within(cue.token + 2, clause.stop)])
    theme = _list(scene, after[:1], after[1:])
    left = _near_left(cue, scene, clause)
    marked = list(_marked(left))
    yield from marked
    doers = [
        i
        for i, p in left
        if p.roles == NOMINATIVE and kind_of(p.mention.types) in {"body", "place", "person"}
    ]
    given = bool(doers) or any(a.role == "agent" for a in marked)
    part = "subj" if cue.frame in INTRANSITIVE or (not given and cue.frame not in THEMATIC) else "obj"
    yield from (Argument(part, i) for i in theme)
    if part == "obj" or cue.frame == "attend":
        yield from (Argument("subj", i) for i in doers[-1:])
    if cue.frame == "attend":
        yield from _occasion(cue, scene, marked)


def _near_left(cue: Cue, scene: Scene, clause: Clause) -> list[Indexed]:
    """The phrases before a verb in its clause, back to the verb before it."""
    first = next(
        (i + 1 for i in range(cue.token - 1, clause.first - 1, -1) if scene.tokens[i].lemma == "的"),
        clause.first,
    )
    return scene.within(first, cue.token)


def _marked(near: Sequence[Indexed]) -> Iterator[Argument]:
    for index, phrase in near:
        if phrase.roles != NOMINATIVE and "other" not in phrase.roles:
            yield from (Argument("in" if role == "loc" else role, index) for role in sorted(phrase.roles))


def _of_verb(cue: Cue, scene: Scene) -> Iterator[Argument]:
    clause = scene.clauses[scene.own]
    left, right = scene.within(clause.first, cue.token), _right(cue, scene, clause)
    marked = [*_marked(_near_left(cue, scene, clause)), *_marked(right[:4])]
    yield from marked
    agents = [a.phrase for a in marked if a.role == "agent"]
    if cue.frame == "lead":
        yield from (Argument("subj", i) for i in agents)
    objects = _objects(right, scene)
    if cue.frame == "specialize":
        objects += [i for i, p in right if "other" in p.roles and kind_of(p.mention.types) == "field"]
    subjects = _subjects(cue, scene, [(i, p) for i, p in left if p.roles == NOMINATIVE])
    doers, themes = _parts(cue, scene, subjects, objects, bool(agents))
    yield from (Argument("obj", i) for i in dict.fromkeys(themes))
    others = _other_side(cue, scene, doers)
    yield from (Argument("with", i) for i in others)
    doers = [i for i in doers if i not in others]
    if others or _may_act(cue, doers, marked):
        yield from (Argument("subj", i) for i in dict.fromkeys(doers) if _may_be(cue, scene, i))
    if cue.frame == "attend":
        yield from _occasion(cue, scene, [*marked, *(Argument("obj", i) for i in themes)])
        yield from (Argument("subj", i) for i in _also_there(cue, scene))
        sent = [
            a.phrase
            for a in marked
            if a.role == "from" and kind_of(dict(scene.phrases)[a.phrase].mention.types) == "body"
        ]
        yield from (Argument("subj", i) for i in sent if not doers)


def _other_side(cue: Cue, scene: Scene, doers: Sequence[int]) -> list[int]:
    """«A与B、C签约»: what stands behind the last 与 is the other side."""
    if cue.frame != "cooperate" or (cue.word not in words("together", "words") and len(doers) > 2):
        return []
    phrases = dict(scene.phrases)
    ends = [phrases[i].stop for i in doers]
    cut = [
        n
        for n, stop in enumerate(ends[:-1])
        if scene.tokens[stop].lemma in words("stops", "light_conjunctions")
    ]
    return list(doers[cut[-1] + 1 :]) if cut else []


def _coming(cue: Cue, scene: Scene) -> list[int]:
    """«由A牵头，联合B组建的C»: what is founded may come at last."""
    made = MADE | {"Association"}
    return (
        [i for i, p in scene.phrases if p.first > cue.token and p.mention.types[0] in made][:1]
        if cue.frame == "found"
        else []
    )


def _may_act(cue: Cue, doers: Sequence[int], marked: Sequence[Argument]) -> bool:
    """Those who found something together need not cooperate in anything else; two or three who sign do."""
    with_someone = any(a.role == "with" for a in marked)
    return (
        cue.frame != "cooperate"
        or with_someone
        or (cue.word in words("together", "words") and len(doers) < 4)
    )


def _may_be(cue: Cue, scene: Scene, index: int) -> bool:
    """Goals and cooperation are those of bodies and places."""
    return cue.frame not in {"pursue", "cooperate"} or kind_of(dict(scene.phrases)[index].mention.types) in {
        "body",
        "place",
    }


def _parts(
    cue: Cue, scene: Scene, subjects: list[int], objects: list[int], agent: bool
) -> tuple[list[int], list[int]]:
    """Who does it and what it is done to, where the verb has one, both or neither beside it."""
    if agent:
        theme = (
            []
            if objects or subjects
            else _topic(scene, THEME_OF.get(cue.frame, ANYTHING)) or _coming(cue, scene)
        )
        return [], objects + subjects + theme
    if objects or cue.frame not in THEMATIC:
        caused = any(
            scene.tokens[i].lemma in words("causing", "words")
            for i in range(scene.clauses[scene.own].first, cue.token)
        )
        return subjects or ([] if caused and cue.frame == "attend" else _topic(scene, ANYTHING)), objects
    phrases = dict(scene.phrases)
    wanted = THEME_OF.get(cue.frame, ANYTHING)
    if (
        subjects
        and kind_of(phrases[subjects[0]].mention.types) in wanted
        and _is_thematic(cue, phrases[subjects[0]])
    ):
        return [], subjects
    theme = _topic(scene, wanted, True) if cue.word not in words("intransitive", "words") else []
    return (subjects, theme) if subjects else ([], _topic(scene, wanted))


def _is_thematic(cue: Cue, phrase: Phrase) -> bool:
    """«园区启用», «论坛举行»: the subject is what is opened; of bodies only with a verb that needs no object."""
    return cue.word in words("intransitive", "words") or phrase.mention.types[0] in MADE


def _occasion(cue: Cue, scene: Scene, found: Sequence[Argument]) -> Iterator[Argument]:
    """«论坛在A举行，B出席»: the event of the sentence, where the verb itself has none."""
    phrases = dict(scene.phrases)
    if any("Event" in phrases[a.phrase].mention.types for a in found):
        return
    unsaid = [i for i, p in scene.phrases if p.mention.rule == "unsaid-event"]
    before = unsaid or [i for i, p in scene.phrases if "Event" in p.mention.types and p.first < cue.token]
    after = [i for i, p in scene.phrases if "Event" in p.mention.types and p.first > cue.token]
    yield from (Argument("in", i) for i in (before[-1:] or after[:1]))


def _also_there(cue: Cue, scene: Scene) -> list[int]:
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


def _of_agent_noun(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«主办方为A、B», «A是建设主体»: who does it stands behind the noun, or before it and 是."""
    clause = scene.clauses[scene.own]
    right = [
        (i, p)
        for i, p in scene.within(cue.token + 1, _agents_end(scene))
        if kind_of(p.mention.types) in {"body", "place", "person"}
    ]
    linked = any(t.lemma in words("linking", "offices") for t in scene.tokens[clause.first : cue.token])
    left = [i for i, p in scene.within(clause.first, cue.token) if p.roles == NOMINATIVE] if linked else []
    bodies = [i for i in left if kind_of(dict(scene.phrases)[i].mention.types) in OWNERS]
    yield from (Argument("subj", i) for i in (bodies or [i for i, _ in right]))
    wanted = THEME_OF.get(cue.frame, ANYTHING)
    made = MADE | {"Association"} if wanted == BODIES else EVENTS
    if cue.frame == "attend":
        yield from _occasion(cue, scene, [])
    near = [
        i
        for i, p in scene.phrases
        if p.first < cue.token and made & set(p.mention.types[:1]) and i not in bodies
    ]
    yield from (Argument("obj", i) for i in near[-1:])


def _agents_end(scene: Scene) -> int:
    """Lists of hosts go on over commas before 还包括 or 以及."""
    stop, at = scene.clauses[scene.own].stop, scene.own + 1
    while at < len(scene.clauses) and scene.tokens[scene.clauses[at].first].lemma in words(
        "lists", "continuing"
    ):
        stop, at = scene.clauses[at].stop, at + 1
    return stop


def _right(cue: Cue, scene: Scene, clause: Clause) -> list[Indexed]:
    """The phrases behind a verb, as far as its clause and the lists that go on after a comma reach."""
    return _until_verb(scene, scene.within(cue.token + 1, _list_end(scene, clause)), cue.token)


def _list_end(scene: Scene, clause: Clause) -> int:
    stop, at = clause.stop, scene.own + 1
    while at < len(scene.clauses) and scene.clauses[at].after in "，,":
        first = scene.tokens[scene.clauses[at].first].lemma
        if first not in words("lists", "continuing") or _has_verb(scene, scene.clauses[at]):
            break
        stop, at = scene.clauses[at].stop, at + 1
    return stop


def _has_verb(scene: Scene, clause: Clause) -> bool:
    return any(scene.is_verb(i) for i in range(clause.first + 1, clause.stop))


def _until_verb(scene: Scene, found: Sequence[Indexed], start: int = -1) -> list[Indexed]:
    """The phrases before the next predicate; verbs right behind the cue belong to it (参与发起)."""
    if not found:
        return []
    begin = found[0][1].first if start < 0 else start + 1
    while start >= 0 and begin < len(scene.tokens) and scene.is_verb(begin):
        begin += 1
    stop = next((i for i in range(begin, len(scene.tokens)) if scene.is_verb(i)), len(scene.tokens))
    return [(i, p) for i, p in found if p.first < stop]


def _objects(right: Sequence[Indexed], scene: Scene) -> list[int]:
    bare = [(i, p) for i, p in right if p.roles == NOMINATIVE]
    at = 0
    while at + 1 < len(bare) and _modifies(bare[at][1], bare[at + 1][1], scene):
        at += 1
    return _list(scene, bare[at : at + 1], bare[at + 1 :])


def _modifies(phrase: Phrase, following: Phrase, scene: Scene) -> bool:
    """«设立面向青年的A»: a phrase before 的 belongs to the one after it."""
    between = scene.tokens[phrase.stop : following.first]
    return any(t.lemma == "的" for t in between) or (not between and kind_of(phrase.mention.types) == "place")


def _list(scene: Scene, first: Sequence[Indexed], others: Sequence[Indexed]) -> list[int]:
    """A phrase and those that marks of a list tie to it."""
    found = list(first)
    for index, phrase in others:
        if found and continues(scene.tokens, found[-1][1], phrase):
            found.append((index, phrase))
    return [i for i, _ in found]


def _subjects(cue: Cue, scene: Scene, bare: Sequence[Indexed]) -> list[int]:
    """The last phrase before the verb that no other noun owns, with the list that it ends."""
    free = [(i, p) for i, p in bare if not _is_owner(p, scene, cue.token)]
    if not free:
        return _all_before(cue, scene)
    found = [free[-1]]
    for index, phrase in reversed(free[:-1]):
        if not continues(scene.tokens, phrase, found[-1][1]):
            break
        found.append((index, phrase))
    if kind_of(found[0][1].mention.types) == "field" and cue.frame != "specialize":
        return []
    return [i for i, _ in reversed(found)]


def _all_before(cue: Cue, scene: Scene) -> list[int]:
    """«双方将共建A»: all bodies and places of the clause before."""
    clause = scene.clauses[scene.own]
    if scene.own == 0 or not any(
        t.lemma in words("pronouns", "all") for t in scene.tokens[clause.first : cue.token]
    ):
        return []
    for before in reversed(scene.clauses[: scene.own]):
        found = [
            i
            for i, p in scene.within(before.first, _predicate(scene, before))
            if kind_of(p.mention.types) in OWNERS and p.roles & {"nom", "with"}
        ]
        if found:
            own = _topic(scene, BODIES) if len(found) == 1 else []
            return list(dict.fromkeys((*own, *found)))
    return []


def _is_owner(phrase: Phrase, scene: Scene, verb: int) -> bool:
    """«深圳的企业», «深圳经济»: the phrase only describes a noun that is no phrase itself."""
    after = phrase.stop
    if any(t.lemma in words("goals", "nouns") for t in scene.tokens[after : after + 4]):
        return False
    return after < verb and scene.tokens[after].lemma in words("occasions", "owners")


def _topic(scene: Scene, wanted: frozenset[str], made: bool = False) -> list[int]:
    """A clause without a subject takes that of the nearest clause before it that has a fitting one."""
    if _has_own_noun(scene):
        return []
    for clause in reversed(scene.clauses[: scene.own]):
        verb = _predicate(scene, clause)
        bare = [(i, p) for i, p in scene.within(clause.first, clause.stop) if p.roles == NOMINATIVE]
        leading = [p for _, p in bare if p.first < verb] or scene.tokens[
            min(verb, clause.stop - 1)
        ].lemma not in words("existential", "words")
        before = [
            (i, p) for i, p in bare if (p.first < verb or not leading) and kind_of(p.mention.types) in wanted
        ]
        before = [(i, p) for i, p in before if not _describes(p, scene, clause)]
        if made:
            before = [(i, p) for i, p in before if p.mention.types[0] in MADE | {"Association"} or p.plural]
        if verb < clause.stop and (
            scene.tokens[verb].lemma in words("reporting", "words") or _is_elliptic(scene, clause)
        ):
            continue
        if before and (before[0][1].plural or before[0][1].mention.kind == "anaphor"):
            listed = [(i, p) for i, p in bare if p.first > verb]
            if listed and verb < clause.stop and scene.tokens[verb].lemma in words("linking", "verbs"):
                return _list(scene, listed[:1], listed[1:])
        if before:
            return _list(scene, before[:1], before[1:])
    return [i for i, p in scene.phrases if p.mention.rule == "unsaid-subject"] if wanted != PEOPLE else []


def _describes(phrase: Phrase, scene: Scene, clause: Clause) -> bool:
    """«A内的B»: the first of two phrases that 的 ties is no topic."""
    near = [n for n in range(phrase.stop, min(phrase.stop + 2, clause.stop)) if scene.tokens[n].lemma == "的"]
    return bool(near) and any(near[0] < p.first <= near[0] + 3 for _, p in scene.phrases)


def _has_own_noun(scene: Scene) -> bool:
    """A noun that is no phrase before the verb is its subject («项目涵盖…»); the clause needs none from before."""
    clause = scene.clauses[scene.own]
    verb = next((i for i in range(clause.first, clause.stop) if scene.is_verb(i)), clause.stop)
    spoken = (
        i for i in range(clause.first, verb) if not any(p.first <= i < p.stop for _, p in scene.phrases)
    )
    nouns = [i for i in spoken if tag(scene.tokens[i]) in {"n", "nz", "l"}]
    return any(
        scene.tokens[i].lemma not in words("no_subject", "nouns") and not _is_object(scene, i) for i in nouns
    )


def _is_object(scene: Scene, at: int) -> bool:
    """«以此为契机», «在会上»: the noun belongs to a preposition before it."""
    return any(
        tag(t) in {"p", "d", "vn"} for t in scene.tokens[max(scene.clauses[scene.own].first, at - 3) : at]
    )


def _is_elliptic(scene: Scene, clause: Clause) -> bool:
    """«…由A主办，B承办，吸引了…»: who does something to what stands before is no topic."""
    last = scene.tokens[clause.stop - 1].lemma
    frames = set(by_word("cues").get(last, ()))
    return bool(frames & {"hold", "found"}) and last not in words("intransitive", "words")


def _predicate(scene: Scene, clause: Clause) -> int:
    linking = words("linking", "verbs")
    found = (
        i for i in range(clause.first, clause.stop) if scene.is_verb(i) or scene.tokens[i].lemma in linking
    )
    return next(found, clause.stop)
