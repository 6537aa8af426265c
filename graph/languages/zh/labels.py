"""Lines with a label: «地点：A», «主管单位：B», of the event or body that the text is about."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.placing import in_brackets
from baygraph.languages.zh.scene import Scene
from baygraph.languages.zh.words import words

LABELS = (("event", "locate"), ("body", "locate"), ("whole", "enter"))
SHORT = 4  # tokens before the label of a line
COLONS = "：:"


def labels(tokens: Sequence[Token]) -> Iterator[Cue]:
    """One cue for a labelled line; its use says what the label is of."""
    for at in range(1, min(SHORT, len(tokens))):
        if tokens[at].text in COLONS:
            for name, frame in LABELS:
                if tokens[at - 1].lemma in words("labels", name):
                    yield Cue(frame, at, f"label-of-{name}", tokens[at - 1].lemma)
            return


def is_label(cue: Cue) -> bool:
    """Say whether a cue is the label of a line."""
    return cue.use.startswith("label-of-")


def of_label(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """What the text is about, and what stands behind the colon."""
    whole = cue.frame == "enter"
    rule = "told-event" if cue.use == "label-of-event" else "told-body"
    yield from (Argument("subj", i) for i, p in scene.phrases if p.mention.rule == rule)
    for index, phrase in scene.within(cue.token + 1, len(scene.tokens)):
        kind = kind_of(phrase.mention.types)
        if kind == ("body" if whole else "place") or (kind == "body" and not whole):
            yield Argument("in", index)
            if kind == "body":
                yield from (Argument("in", i) for i in in_brackets(scene.tokens, scene.phrases, phrase.stop))
                return
