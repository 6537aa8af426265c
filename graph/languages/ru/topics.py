"""The parts beside «в сфере X» and beside a rank («первая в Китае»)."""

from collections.abc import Iterator

from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.predicates import of_participle_around, subjects_of, verb_of
from baygraph.languages.ru.relatives import before_relative, relative_pronoun
from baygraph.languages.ru.scene import Placed, Scene
from baygraph.languages.ru.words import words

NEAR = 5  # tokens from a comma to «в области» in an apposition


def of_topic(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«договор … в сфере X»: what stands right before it is in the field, else the subject of the clause."""
    before = [(i, p) for i, p in scene.phrases if scene.piece.first <= p.first and p.stop < cue.token]
    if scene.piece.kind == "participle":
        theme = of_participle_around(cue, scene)
        before = [(i, p) for i, p in scene.phrases if i == theme]
    near = [
        i for i, p in before if _works(p) and not any(is_finite(t) for t in scene.tokens[p.stop : cue.token])
    ]
    verb = verb_of(scene, words("topics", "working"))
    near = near or _apposed(cue, scene)
    found = near[-1:] or (tuple(subjects_of(cue, scene, verb)) if verb is not None else _of_whose(scene))
    yield from (Argument("subj", i) for i in found)
    stop = scene.nominal_end()
    yield from (Argument("on", i) for i, p in scene.within(cue.token + 1, stop) if "on" in p.roles)


def _apposed(cue: Cue, scene: Scene) -> list[int]:
    """«А, лидер в области X, …»: what an apposition with its topic is of."""
    comma = scene.piece.first
    if scene.piece.kind != "nominal" or scene.tokens[comma].text != "," or cue.token - comma > NEAR:
        return []
    return [i for i, p in scene.phrases if p.stop == comma and _works(p)]


def _works(phrase: Phrase) -> bool:
    return kind_of(phrase.mention.types) in {"body", "event", "program"} and phrase.mention.kind != "plural"


def _of_whose(scene: Scene) -> tuple[int, ...]:
    """«группа, чьи акции … в секторе X»: what the relative clause is about."""
    found = relative_pronoun(scene)
    index = before_relative(scene, found[1]) if found else None
    return () if index is None else (index,)


def of_rank(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«первая в Китае база»: the place after the rank, and what is ranked."""
    near: list[Placed] = [
        (i, p) for i, p in scene.phrases if cue.token < p.mention.first <= cue.token + 3 and "in" in p.roles
    ]
    if not near:
        return
    yield Argument("in", near[0][0])
    cases = {r.case for r in scene.tokens[cue.token].readings}
    stop = near[0][1].stop
    ranked = [i for i, p in scene.phrases if stop <= p.first <= stop + 3 and p.cases & cases]
    verb = verb_of(scene, words("linking", "verbs"))
    subjects = tuple(subjects_of(cue, scene, verb)) if verb is not None else ()
    yield from (Argument("subj", i) for i in subjects or ranked[:1])
