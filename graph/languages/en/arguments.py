"""Which phrases belong to a verb, participle or noun, and in which part: by word order and preposition."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.en.clauses import group_start, is_finite, left_edge_of_clause, right_edge
from baygraph.languages.en.context import NAMED, SOLID
from baygraph.languages.en.lists import of_members
from baygraph.languages.en.noun_arguments import PREPOSITIONAL, of_noun
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.structure import by_structure
from baygraph.languages.en.subjects import companions, governing, subjects
from baygraph.languages.en.tokens import QUOTES
from baygraph.languages.en.turning import comes_about, has_object, turned
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

LASTING = SOLID - {"Event", "Policy"}

SCHEMES = frozenset({"Program", "TalentProgram", "Policy"})


def arguments(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Argument, ...]:
    """The parts that phrases play beside a cue; several phrases may play one part."""
    scene = Scene(sentence.tokens, phrases)
    if cue.frame == "pursue":
        found = list(_of_goal(cue, scene))
    elif cue.use in {"noun", "active", "passive", "participle", "participle-passive"}:
        found = list(of_noun(cue, scene) if cue.use == "noun" else _of_verb(cue, scene))
    else:
        found = list(by_structure(cue, scene))
    return of_members(_without_shared(_kept_kinds(cue, turned(cue, found, scene), phrases), phrases), phrases)


def _without_shared(found: list[Argument], phrases: Sequence[Phrase]) -> list[Argument]:
    """Where each of several is in its own place, they are not all in all places."""
    heads = {a.phrase for a in found if a.role in {"subj", "obj"}}
    own = {p.mention.stop for p in phrases if p.mention.kind == "each" and p.member_of in heads}
    beside = {phrases[i].stop + 1 for i in heads}
    attached = [a for a in found if a.role == "in" and phrases[a.phrase].first in beside]
    if len(heads) > 1 and len(attached) > 1:  # «a station in Lisbon and an office in Munich»
        found = [a for a in found if a not in attached]
    return [a for a in found if a.role != "in" or phrases[a.phrase].mention.stop not in own]


def _kept_kinds(cue: Cue, found: list[Argument], phrases: Sequence[Phrase]) -> list[Argument]:
    """Who works with a facility or project is its partner; bodies and places cooperate."""
    if cue.frame not in {"partner", "cooperate"}:
        return found
    wants = cue.frame == "partner"
    if wants and cue.word in lexicon().words("operating", "verbs"):
        if any(
            SCHEMES & set(phrases[a.phrase].mention.types[:1]) for a in found if a.role in {"subj", "obj"}
        ):
            return []  # who runs a scheme is no partner in it
        kept = [a for a in found if a.role in {"obj", "with"}]
        found = [a._replace(role="with") for a in found if a.role == "agent"] + kept
    sides = {"subj", "obj", "of"} if cue.frame == "cooperate" and cue.use == "noun" else {"subj", "obj"}
    return [
        a
        for a in found
        if a.role not in sides or bool(LASTING & set(phrases[a.phrase].mention.types[:1])) == wants
    ]


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
    named = [i for i in between if scene.phrases[i].mention.kind in NAMED | {"anaphor"}]
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
    patient = passive or (not things and comes_about(cue) and not has_object(cue, scene))
    yield from (Argument("obj" if patient else "subj", i) for i in doers)
    yield from (Argument("obj", i) for i in things if i not in doers)
    behind = lexicon().map("objects_behind")
    if not patient:
        yield from (Argument("with", i) for i in companions(scene, cue.token) if i not in {*doers, *things})
    for argument in _prepositional(cue, scene, passive, {*doers, *things}):
        is_object = cue.frame == "found" and cue.word.split()[0] in behind.get(argument.role, "").split()
        is_object = is_object and (" " in cue.word or argument.role == "in")
        yield argument._replace(role="obj") if is_object else argument


def _objects(cue: Cue, scene: Scene) -> list[int]:
    """The bare phrase right behind a verb, or what a quantity counts («a batch of centers»), and its list."""
    stop, begin = right_edge(scene.tokens, cue.token), _past_insertion(scene.tokens, cue.token + 1)
    near = [(i, p) for i, p in scene.outer if begin <= p.first < stop]
    for place, (index, phrase) in enumerate(near):
        between = scene.tokens[begin : phrase.first]
        bare = not scene.is_prepositional(phrase) and all(
            t.pos in {"ADP", "ADV", "DET", "PRON", "NUM"} or t.lower == "being" or t.text in QUOTES
            for t in between
        )
        if (bare and len(between) <= 3) or _is_counted(scene, cue.token, phrase):
            return scene.list_from(index)
        if "gen" in phrase.roles and len(between) < 3 and not any(t.pos == "ADP" for t in between):
            begin = phrase.stop + 1  # «opened Huawei's | new centre»
        elif place:
            break
    return []


def _past_insertion(tokens: Sequence[Token], at: int) -> int:
    """«introduced, in March, | its measures»: past what two commas take out between a verb and its object."""
    comma = [t.text for t in tokens[at : at + 1]] == [","]
    if not comma or not any(t.pos in {"ADP", "ADV"} for t in tokens[at + 1 : at + 2]):
        return at
    return next((i + 1 for i in range(at + 2, min(at + 10, len(tokens))) if tokens[i].text == ","), at)


def _is_output(cue: Cue, scene: Scene, phrase: Phrase) -> bool:
    """«will turn out 300,000 m² of proton exchange membranes»."""
    between = scene.tokens[cue.token + 1 : phrase.first]
    counted = any(t.pos == "NUM" for t in between)
    return counted and len(between) < 8 and not any(t.pos == "VERB" for t in between)


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
        if p.stop <= cue.token and any(
            map(is_finite, scene.tokens[p.stop : group_start(scene.tokens, cue.token)])
        ):
            continue  # «a firm whose seat is in X, is adding a plant»
        if cue.frame == "specialize" and "of" in p.roles and _is_output(cue, scene, p):
            yield from (Argument("obj", j) for j in scene.list_from(i))
        if cue.frame == "include" and "of" in p.roles and 0 < p.first - cue.token <= 4:
            yield from (Argument("of", j) for j in scene.list_from(i))
        for role in sorted(p.roles & PREPOSITIONAL):
            if p.first > cue.token or role in {"in", "at"}:
                yield Argument("agent" if role == "by" and passive else role, i)
            if role == "by" and p.first > cue.token:  # «attended by A, rector of X; B; and C»
                beyond = (j for j in scene.list_from(i) if scene.phrases[j].first >= stop)
                yield from (Argument("agent" if passive else role, j) for j in beyond)
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


def roles_of(phrases: Sequence[Phrase]) -> frozenset[str]:
    """All ways in which some phrases hang in their sentence."""
    return frozenset().union(*(p.roles for p in phrases))
