"""Who does what a verb says and what it is done to, where the text names one, both or neither."""

from collections.abc import Iterator, Sequence

from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.cues import is_of_direction
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.scene import ANYTHING, INTRANSITIVE, MADE, THEMATIC, THEME_OF, Scene
from baygraph.languages.zh.topics import topic_of
from baygraph.languages.zh.words import by_word, words

CONTENTS = frozenset({"body", "event", "program"})
DEALINGS = frozenset({"Event", "Agreement", "Project", "Program", "Policy", "TalentProgram"})


def other_side(cue: Cue, scene: Scene, doers: Sequence[int]) -> list[int]:
    """«A与B、C签约»: what stands behind the last 与 is the other side."""
    phrases = dict(scene.phrases)
    ends = [phrases[i].stop for i in doers]
    marks = {scene.tokens[stop].lemma for stop in ends[:-1]}
    apart = bool(ends) and len(marks) > 1 and scene.tokens[ends[-2]].lemma == "与"
    if cue.frame != "cooperate" or (
        cue.word not in words("together", "words") and len(doers) > 2 and not apart
    ):
        return []
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


def may_act(cue: Cue, doers: Sequence[int], marked: Sequence[Argument]) -> bool:
    """Those who found something together need not cooperate in anything else; two or three who sign do."""
    with_someone = any(a.role == "with" for a in marked)
    return (
        cue.frame != "cooperate"
        or with_someone
        or (cue.word in words("together", "words") and len(doers) < 4)
    )


def may_be(cue: Cue, scene: Scene, index: int, own: Sequence[int]) -> bool:
    """Goals and cooperation are those of bodies and places; fields of what the clause itself names."""
    if cue.frame == "specialize":
        return _may_specialize(cue, scene, index, index in own)
    if cue.frame in {"locate", "settle"} and kind_of(dict(scene.phrases)[index].mention.types) == "place":
        return cue.word in words("lying", "words")
    return cue.frame not in {"pursue", "cooperate"} or kind_of(dict(scene.phrases)[index].mention.types) in {
        "body",
        "place",
    }


def dealings_of(cue: Cue, scene: Scene) -> list[int]:
    """«内容涉及A», «参会项目涵盖A»: the event or agreement whose contents are told."""
    clause = scene.clauses[scene.own]
    contents = words("specializing", "contents")
    told = any(t.lemma in contents for t in scene.tokens[clause.first : cue.token])
    if not told and not _is_shared(cue, scene):
        return []
    before = [
        i for i, p in scene.phrases
        if p.first < cue.token
        and DEALINGS & set(p.mention.types[:1])
        and p.mention.kind not in {"plural", "zero"}
    ]  # fmt: skip
    unsaid = [i for i, p in scene.phrases if p.mention.rule == "unsaid-event" and told]
    return before[-1:] or unsaid


def _is_shared(cue: Cue, scene: Scene) -> bool:
    """«围绕A开展合作»."""
    behind = scene.tokens[cue.token + 1 : scene.clauses[scene.own].stop]
    shared = any(t.lemma in words("specializing", "shared") for t in behind)
    return shared and cue.word in words("specializing", "discussing")


def _may_specialize(cue: Cue, scene: Scene, index: int, own: bool) -> bool:
    """«三方将围绕A开展合作» is about what they do; «职位集中于A» not about who brings them."""
    phrase = dict(scene.phrases)[index]
    if _is_shared(cue, scene):
        return bool(DEALINGS & set(phrase.mention.types))
    if cue.word == "以":
        return bool((DEALINGS | MADE) & set(phrase.mention.types[:1]))
    told = cue.word in words("specializing", "strong") or is_of_direction(scene.tokens, cue.token)
    return own or told or bool(DEALINGS & set(phrase.mention.types))


def fellows_of(scene: Scene, subjects: Sequence[int], agents: Sequence[int]) -> tuple[list[int], list[int]]:
    """«由A与其控股的B兴建»: who is named behind 由 and 与 does it too."""
    phrases = dict(scene.phrases)
    first = min((phrases[i].first for i in agents), default=-1)
    late = [i for i in subjects if 0 <= first < phrases[i].first]
    joined = [
        i for i in late
        if any(t.lemma in words("conjunctions", "listing") for t in scene.tokens[first : phrases[i].first])
    ]  # fmt: skip
    return [i for i in subjects if i not in late], joined


def passed_on(scene: Scene, found: Sequence[Argument]) -> Iterator[Argument]:
    """«由A旗下B打造»: what a house does through a company of its own, the company does."""
    for argument in found:
        owner = dict(scene.phrases)[argument.phrase]
        owned = owner.stop < len(scene.tokens) and "own" in by_word("cues").get(
            scene.tokens[owner.stop].lemma, ()
        )
        after = [i for i, p in scene.phrases if owner.stop < p.first <= owner.stop + 2]
        if owned and after and argument.role in {"agent", "subj", "with"}:
            yield Argument(argument.role, after[0])
        else:
            yield argument


def parts_of(
    cue: Cue, scene: Scene, subjects: list[int], objects: list[int], agent: bool
) -> tuple[list[int], list[int]]:
    """Who does it and what it is done to, where the verb has one, both or neither beside it."""
    if cue.word in words("unveiling", "words") and objects:
        return [] if cue.frame in INTRANSITIVE | {"found", "creates"} else subjects, objects
    if agent:
        theme = (
            []
            if objects or subjects
            else topic_of(scene, THEME_OF.get(cue.frame, ANYTHING)) or _coming(cue, scene)
        )
        return [], objects + subjects + theme
    if not objects and cue.frame == "found" and len(cue.word) == 1:
        return [], []  # «互设据点», «所建»
    if objects or cue.frame not in THEMATIC:
        caused = any(
            scene.tokens[i].lemma in words("causing", "words")
            for i in range(scene.clauses[scene.own].first, cue.token)
        )
        wanted = CONTENTS if cue.frame == "specialize" else ANYTHING
        return subjects or ([] if caused and cue.frame == "attend" else topic_of(scene, wanted)), objects
    phrases = dict(scene.phrases)
    wanted = THEME_OF.get(cue.frame, ANYTHING)
    if (
        subjects
        and kind_of(phrases[subjects[0]].mention.types) in wanted
        and _is_thematic(cue, phrases[subjects[0]])
    ):
        return [], subjects
    if cue.word not in words("intransitive", "words"):
        if not subjects:
            return [], _said(scene, topic_of(scene, wanted))
        theme = topic_of(scene, wanted, True)
        return subjects, _undertaking(scene, theme) if cue.frame == "join" else theme
    return (subjects, []) if subjects else ([], topic_of(scene, wanted))


def _undertaking(scene: Scene, found: list[int]) -> list[int]:
    """What one joins in and nobody names is an undertaking, no body."""
    unsaid = [i for i, p in scene.phrases if p.mention.rule == "unsaid-undertaking"]
    bodies = [i for i in found if dict(scene.phrases)[i].mention.rule == "unsaid-subject"]
    return unsaid if bodies else found


def _said(scene: Scene, found: list[int]) -> list[int]:
    """What a text founds is named where it says so."""
    return [i for i in found if dict(scene.phrases)[i].mention.kind != "zero"]


def _is_thematic(cue: Cue, phrase: Phrase) -> bool:
    """«园区启用»: the subject is what is opened; of bodies only with a verb that needs no object."""
    return cue.word in words("intransitive", "words") or phrase.mention.types[0] in MADE
