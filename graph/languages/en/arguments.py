"""Which phrases belong to a verb, participle or noun, and in which part: by word order and preposition."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence
from baygraph.languages.en.clauses import left_edge_of_clause, right_edge
from baygraph.languages.en.lists import of_members
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.structure import by_structure
from baygraph.languages.en.subjects import companions, governing, subjects
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

PREPOSITIONAL = frozenset(
    ["in", "with", "at", "from", "to", "on", "for", "by", "between", "about", "under", "as"]
)
LASTING = frozenset(
    [
        "Facility",
        "OverseasStation",
        "Incubator",
        "Park",
        "Laboratory",
        "Workstation",
        "Platform",
        "Project",
        "Agreement",
        "Program",
        "TalentProgram",
    ]
)
ACTS = frozenset({"sign", "found", "run", "hold"})


def arguments(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Argument, ...]:
    """The parts that phrases play beside a cue; several phrases may play one part."""
    scene = Scene(sentence.tokens, phrases)
    if cue.frame == "pursue":
        found = list(_of_goal(cue, scene))
    elif cue.use in {"noun", "active", "passive", "participle", "participle-passive"}:
        found = list(_of_noun(cue, scene) if cue.use == "noun" else _of_verb(cue, scene))
    else:
        found = list(by_structure(cue, scene))
    return of_members(_without_shared(_kept_kinds(cue, _turned(cue, found), phrases), phrases), phrases)


def _without_shared(found: list[Argument], phrases: Sequence[Phrase]) -> list[Argument]:
    """Where each of several is in its own place, they are not all in all places."""
    heads = {a.phrase for a in found if a.role in {"subj", "obj"}}
    own = {p.mention.stop for p in phrases if p.mention.kind == "each" and p.member_of in heads}
    return [a for a in found if a.role != "in" or phrases[a.phrase].mention.stop not in own]


def _kept_kinds(cue: Cue, found: list[Argument], phrases: Sequence[Phrase]) -> list[Argument]:
    """Who works with a facility or project is its partner; bodies and places cooperate."""
    if cue.frame not in {"partner", "cooperate"}:
        return found
    wants = cue.frame == "partner"
    if wants and cue.word in lexicon().words("operating", "verbs"):
        found = [a._replace(role="with") for a in found if a.role == "agent"] + [
            a for a in found if a.role == "obj"
        ]
    return [
        a
        for a in found
        if a.role not in {"subj", "obj"} or bool(LASTING & set(phrases[a.phrase].mention.types[:1])) == wants
    ]


def _turned(cue: Cue, found: list[Argument]) -> list[Argument]:
    """«The valley hosts the centre», «The city is home to …»: the subject is where the object is."""
    if (
        cue.frame == "locate"
        and cue.use in {"active", "participle"}
        and cue.word not in lexicon().map("inverse")["locate"]
    ):
        transitive = any(a.role == "obj" for a in found) and not _comes_about(cue)
        return [a for a in found if a.role != "subj"] if transitive else found
    if cue.frame == "enter" and cue.use in {"passive", "participle-passive"}:
        return [
            a._replace(role={"obj": "subj", "to": "in", "with": "in", "under": "in"}.get(a.role, a.role))
            for a in found
        ]
    if cue.frame == "settle" and any(a.role == "obj" for a in found):
        return [a._replace(role="subj") if a.role == "obj" else a for a in found if a.role != "subj"]
    if cue.frame == "attend":
        return [a._replace(role="subj") if a.role == "with" else a for a in found]
    if cue.frame == "include" and any(a.role == "of" for a in found):
        return [a._replace(role={"obj": "subj", "of": "obj"}.get(a.role, a.role)) for a in found]
    if cue.frame == "enter" and cue.use == "noun":
        return [a._replace(role="in") if a.role == "of" else a for a in found]
    if (
        cue.use == "noun"
        and cue.word in lexicon().words("results", "words")
        and any(a.role == "subj" for a in found)
    ):
        return [
            a._replace(role={"subj": "obj", "of": "agent", "between": "agent"}.get(a.role, a.role))
            for a in found
        ]
    if cue.use == "noun" or cue.word not in lexicon().map("inverse").get(cue.frame, ()):
        return found
    parts = {"subj": "in", "obj": "subj", "to": "subj", "agent": "in"}
    return [a._replace(role=parts[a.role]) for a in found if a.role in parts]


def _of_goal(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """Who wants it: the verb's subject, the owner of the goal, or what is to be turned into it."""
    goals = [(i, p) for i, p in enumerate(scene.phrases) if "goal" in p.roles and p.first > cue.token]
    yield from (Argument("goal", i) for i, _ in goals)
    if not goals:
        return
    changed = _changed(cue, scene, goals[0][1].first)
    yield from (Argument("subj", i) for i in changed or _owners(cue, scene))


def _changed(cue: Cue, scene: Scene, stop: int) -> list[int]:
    """«build Nansha into a hub», «help Macao become a centre»: what lies between the verbs and the goal."""
    between = [
        i for i, p in scene.outer if cue.token < p.first and p.stop < stop and not scene.is_prepositional(p)
    ]
    named = [i for i in between if scene.phrases[i].mention.kind in {"known", "named", "loose", "anaphor"}]
    return scene.list_from(named[0]) if named and "goal" not in scene.phrases[named[0]].roles else []


def _owners(cue: Cue, scene: Scene) -> list[int]:
    if cue.use != "aim-noun":
        return subjects(scene, cue.token)
    start = scene.noun_phrase_start(cue.token)
    owner = next(
        (i for i, p in enumerate(scene.phrases) if "gen" in p.roles and 0 < start - p.stop <= 1), None
    )
    if owner is not None:
        return [owner]
    of = next((i for i, p in scene.outer if "of" in p.roles and p.first == cue.token + 2), None)
    if of is not None:
        return [of]
    return governing(scene, start)


def _of_verb(cue: Cue, scene: Scene) -> Iterator[Argument]:
    passive = cue.use in {"passive", "participle-passive"}
    doers = subjects(scene, cue.token)
    things = [] if passive else _objects(cue, scene)
    patient = passive or (not things and _comes_about(cue))
    yield from (Argument("obj" if patient else "subj", i) for i in doers)
    yield from (Argument("obj", i) for i in things if i not in doers)
    behind = lexicon().map("objects_behind")
    if not patient:
        yield from (Argument("with", i) for i in companions(scene, cue.token) if i not in {*doers, *things})
    for argument in _prepositional(cue, scene, passive, {*doers, *things}):
        is_object = cue.frame == "found" and cue.word.split()[0] in behind.get(argument.role, "").split()
        is_object = is_object and (" " in cue.word or argument.role == "in")
        yield argument._replace(role="obj") if is_object else argument


def _comes_about(cue: Cue) -> bool:
    """«The centre opened in May»."""
    return cue.word.split()[0] in lexicon().words("ambitransitive")


def _objects(cue: Cue, scene: Scene) -> list[int]:
    """The bare phrase right behind a verb, or what a quantity counts («a batch of centers»), and its list."""
    stop = right_edge(scene.tokens, cue.token)
    near = [(i, p) for i, p in scene.outer if cue.token < p.first < stop]
    for place, (index, phrase) in enumerate(near):
        between = scene.tokens[cue.token + 1 : phrase.first]
        bare = not scene.is_prepositional(phrase) and all(
            t.pos in {"ADP", "ADV", "DET", "PRON"} or t.lower == "being" for t in between
        )
        if (bare and len(between) <= 3) or _is_counted(scene, cue.token, phrase):
            return scene.list_from(index)
        if place:
            break
    return []


def _is_counted(scene: Scene, verb: int, phrase: Phrase) -> bool:
    between = scene.tokens[verb + 1 : phrase.first]
    return (
        bool(between)
        and between[-1].lower == "of"
        and len(between) <= 7
        and any(
            t.lower in lexicon().words("quantifiers", "words")
            or t.lemma in lexicon().words("quantifiers", "words")
            for t in between
        )
        and all(t.pos in {"DET", "ADJ", "NUM", "NOUN", "ADV", "ADP", "PRON"} for t in between)
    )


def _prepositional(cue: Cue, scene: Scene, passive: bool, used: set[int]) -> Iterator[Argument]:
    start, stop = left_edge_of_clause(scene.tokens, cue.token), right_edge(scene.tokens, cue.token)
    if cue.use.startswith("participle"):
        start = cue.token
    for i, p in scene.outer:
        if i in used or not start <= p.first < stop or p.first <= cue.token < p.stop:
            continue
        if cue.frame == "include" and "of" in p.roles and 0 < p.first - cue.token <= 4:
            yield from (Argument("of", j) for j in scene.list_from(i))
        for role in sorted(p.roles & PREPOSITIONAL):
            if p.first > cue.token or role in {"in", "at"}:
                yield Argument("agent" if role == "by" and passive else role, i)
    if cue.frame == "attend":
        yield from (Argument("at", i) for i, p in enumerate(scene.phrases) if _is_unsaid(p, cue.token))
    for argument in scene.relative_arguments(cue.token):
        index = argument.phrase
        if (
            cue.frame == "attend"
            and argument.role == "obj"
            and "Event" not in scene.phrases[index].mention.types
        ):
            events = [i for i, p in scene.outer if p.stop <= cue.token and "Event" in p.mention.types]
            index = events[-1] if events else index
        yield argument._replace(phrase=index)


def _is_unsaid(phrase: Phrase, verb: int) -> bool:
    """The event that a verb of attending leaves out."""
    return phrase.mention.rule == "unsaid-event" and phrase.mention.first == verb


def _of_noun(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the establishment of A by B», «B's opening of A in C», «cooperation between A and B»."""
    stop = right_edge(scene.tokens, cue.token)
    first = True
    for i, p in enumerate(scene.phrases):
        if p.mention.first <= cue.token < p.mention.stop:
            yield from ((Argument("of", i),) if p.mention.kind == "anaphor" else ())
        elif cue.token < p.first < stop and p.host < 0:
            if "of" in p.roles and first and _is_near(cue.token, p):
                yield from (Argument("of", j) for j in scene.list_from(i))
            elif p.roles & PREPOSITIONAL:
                yield from (
                    Argument("agent" if role == "by" else role, i) for role in sorted(p.roles & PREPOSITIONAL)
                )
            first = first and "of" not in p.roles
        elif p.stop < cue.token and "gen" in p.roles and cue.token - p.stop <= 3:
            yield Argument("subj", i)
    yield from _equated(cue, scene)
    yield from _announced(cue, scene)
    if cue.frame == "specialize":
        yield from _taken_as(cue, scene)


def _announced(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A announced the signing of …», «A completed the construction of …»: A does what the noun says."""
    verb = scene.noun_phrase_start(cue.token) - 1
    if cue.frame not in ACTS or verb < 0 or scene.tokens[verb].pos != "VERB":
        return
    if scene.tokens[verb].lemma in lexicon().words("announcing", "verbs") and not cue.use.endswith("passive"):
        yield from (Argument("subj", i) for i in subjects(scene, verb))


def _taken_as(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«With A, B and C as its focus, X …», «taking A as the theme»."""
    start = scene.noun_phrase_start(cue.token)
    if not start or scene.tokens[start - 1].lower != "as":
        return
    last = scene.adjacent(start - 1)
    if last is None:
        return
    members = scene.list_to(last)
    yield from (Argument("on", i) for i in members)
    verb = scene.phrases[members[0]].first - 1
    taking = verb >= 0 and scene.tokens[verb].pos == "VERB"
    yield from (Argument("subj", i) for i in (subjects(scene, verb) if taking else governing(scene, start)))


def _is_near(token: int, phrase: Phrase) -> bool:
    return phrase.first - token <= 3


def _equated(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«The organizers are A and B», «A is a part of B»: what «be» sets equal with a noun."""
    tokens = scene.tokens
    after = cue.token + 1
    if after < len(tokens) and tokens[after].lemma == "be" and tokens[after].pos == "AUX":
        index = next((i for i, p in scene.outer if 0 <= p.first - after - 1 <= 1), None)
        yield from (Argument("subj", i) for i in (scene.list_from(index) if index is not None else ()))
        return
    start = scene.noun_phrase_start(cue.token)
    verb = start - 1 - (start > 1 and tokens[start - 1].lower == "as" and tokens[start - 2].pos == "VERB")
    if start > 0 and (tokens[verb].lemma in {"be", "become", "form", "as"} or verb < start - 1):
        yield from (Argument("subj", i) for i in subjects(scene, verb))
        yield from scene.relative_arguments(verb)
    elif start > 1 and tokens[start - 1].text == ",":
        index = next((i for i, p in scene.outer if p.stop == start - 1), None)
        yield from ((Argument("subj", index),) if index is not None else ())


def roles_of(phrases: Sequence[Phrase]) -> frozenset[str]:
    """All ways in which some phrases hang in their sentence."""
    return frozenset().union(*(p.roles for p in phrases))
