"""Who does what a verb says and what it is done to, where the text names one, both or neither."""

from collections.abc import Sequence

from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.phrases import kind_of
from baygraph.languages.zh.scene import ANYTHING, MADE, THEMATIC, THEME_OF, Scene
from baygraph.languages.zh.topics import topic_of
from baygraph.languages.zh.words import words


def other_side(cue: Cue, scene: Scene, doers: Sequence[int]) -> list[int]:
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


def may_act(cue: Cue, doers: Sequence[int], marked: Sequence[Argument]) -> bool:
    """Those who found something together need not cooperate in anything else; two or three who sign do."""
    with_someone = any(a.role == "with" for a in marked)
    return (
        cue.frame != "cooperate"
        or with_someone
        or (cue.word in words("together", "words") and len(doers) < 4)
    )


def may_be(cue: Cue, scene: Scene, index: int) -> bool:
    """Goals and cooperation are those of bodies and places."""
    return cue.frame not in {"pursue", "cooperate"} or kind_of(dict(scene.phrases)[index].mention.types) in {
        "body",
        "place",
    }


def parts_of(
    cue: Cue, scene: Scene, subjects: list[int], objects: list[int], agent: bool
) -> tuple[list[int], list[int]]:
    """Who does it and what it is done to, where the verb has one, both or neither beside it."""
    if agent:
        theme = (
            []
            if objects or subjects
            else topic_of(scene, THEME_OF.get(cue.frame, ANYTHING)) or _coming(cue, scene)
        )
        return [], objects + subjects + theme
    if objects or cue.frame not in THEMATIC:
        caused = any(
            scene.tokens[i].lemma in words("causing", "words")
            for i in range(scene.clauses[scene.own].first, cue.token)
        )
        return subjects or ([] if caused and cue.frame == "attend" else topic_of(scene, ANYTHING)), objects
    phrases = dict(scene.phrases)
    wanted = THEME_OF.get(cue.frame, ANYTHING)
    if (
        subjects
        and kind_of(phrases[subjects[0]].mention.types) in wanted
        and _is_thematic(cue, phrases[subjects[0]])
    ):
        return [], subjects
    theme = topic_of(scene, wanted, True) if cue.word not in words("intransitive", "words") else []
    return (subjects, theme) if subjects else ([], topic_of(scene, wanted))


def _is_thematic(cue: Cue, phrase: Phrase) -> bool:
    """«园区启用»: the subject is what is opened; of bodies only with a verb that needs no object."""
    return cue.word in words("intransitive", "words") or phrase.mention.types[0] in MADE
