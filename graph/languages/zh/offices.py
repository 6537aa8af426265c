"""The body whose office somebody holds or takes up."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Cue
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.scene import Scene
from baygraph.languages.zh.topics import made_before
from baygraph.languages.zh.words import words

REACH = 6  # tokens behind the verb in which an office without a body stands


def _behind(scene: Scene, stop: int) -> Sequence[Token]:
    """What stands right behind a body, the order of its heads aside («首任主席»)."""
    first = stop + 1 if scene.tokens[stop].lemma in words("titles", "first") else stop
    return scene.tokens[first : first + 1]


def office_of(cue: Cue, scene: Scene, agents: Sequence[int]) -> list[int]:
    """«实验室主任由B出任», «B当选首任理事长»: the body before the office, or the one spoken of."""
    phrases = dict(scene.phrases)
    stop = min((phrases[i].first for i in agents), default=cue.token)
    before = [
        i for i, p in scene.phrases
        if p.stop < stop
        and kind_of(p.mention.types) == "body"
        and any(t.lemma in words("titles", "words") for t in _behind(scene, p.stop))
    ]  # fmt: skip
    if agents and before:
        return before[-1:]
    behind = scene.tokens[cue.token + 1 : min(cue.token + REACH, scene.clauses[scene.own].stop)]
    held = any(scene.held(i) for i in range(cue.token + 1, cue.token + 1 + len(behind)))
    bare = any(t.lemma in words("titles", "words") for t in behind) and not held
    unsaid = [i for i, p in scene.phrases if p.mention.rule == "unsaid-subject"]
    return (made_before(scene) or unsaid) if bare else []
