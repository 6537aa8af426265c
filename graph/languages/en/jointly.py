"""Who does something together with whom: «… together with A», «with whom B is developing …»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.en.clauses import is_finite
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import subjects
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

RELATIVE = frozenset({"whom", "which"})
FARTHEST = 25  # tokens between a verb and the companion of its subject


def jointly(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Cue, ...]:
    """The cues at «with» that tie two who act."""
    tokens = sentence.tokens
    withs = (i for i, t in enumerate(tokens) if t.lower == "with" and 0 < i < len(tokens) - 1)
    return tuple(Cue("joined", at, use, "with") for at in withs if (use := _use(tokens, at)))


def _use(tokens: Sequence[Token], at: int) -> str:
    if tokens[at + 1].lower in RELATIVE:
        return "with-whom"
    return "jointly-with" if tokens[at - 1].lower in lexicon().words("together", "before") else ""


def jointly_with(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A opened a centre together with B», «was built by A in partnership with B»."""
    first = next((i for i, p in scene.outer if 0 <= p.first - cue.token - 1 <= 1), None)
    back = range(cue.token - 1, max(-1, cue.token - FARTHEST), -1)
    verb = next((i for i in back if scene.tokens[i].pos == "VERB"), None)
    if first is None:
        return
    others = scene.list_from(first)
    yield from (Argument("together", i) for i in others if _acts(scene.phrases[i]))
    doers = _doers(scene, verb, cue.token) if verb is not None else _beside(scene, cue.token, others[-1])
    yield from (Argument("subj", i) for i in doers if _acts(scene.phrases[i]))


def _doers(scene: Scene, verb: int, stop: int) -> Sequence[int]:
    """Behind «by» of a passive, else the subject."""
    if scene.tokens[verb].readings[0].voice != "pass":
        return subjects(scene, verb)
    agent = next((i for i, p in scene.outer if verb < p.first < stop and "by" in p.roles), None)
    return scene.list_from(agent) if agent is not None else ()


def _beside(scene: Scene, at: int, last: int) -> Sequence[int]:
    """«In partnership with A, | B developed …», «B, | in cooperation with A, tested …»."""
    start, stop = at - 1, scene.phrases[last].stop
    start -= start > 0 and scene.tokens[start - 1].pos == "ADP"
    if stop >= len(scene.tokens) or scene.tokens[stop].text != ",":
        return ()
    if start == 0:
        behind = next((i for i, p in scene.outer if p.first == stop + 1), None)
        bare = behind is not None and not scene.is_prepositional(scene.phrases[behind])
        return scene.list_from(behind) if bare and behind is not None else ()
    before = next((i for i, p in scene.outer if p.stop == start - 1), None)
    return scene.list_to(before) if before is not None and scene.tokens[start - 1].text == "," else ()


def with_whom(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A, with whom B is developing a chip», «A and B, with which C signed an agreement»."""
    last = scene.antecedent(cue.token + 1)
    first = next((i for i, p in scene.outer if 0 <= p.first - cue.token - 2 <= 1), None)
    if last is None or first is None or scene.is_prepositional(scene.phrases[first]):
        return
    if not any(is_finite(t) for t in scene.tokens[scene.phrases[first].stop :][:4]):
        return
    yield from (Argument("together", i) for i in scene.list_to(last) if _acts(scene.phrases[i]))
    yield from (Argument("subj", i) for i in scene.list_from(first) if _acts(scene.phrases[i]))


def _acts(phrase: Phrase) -> bool:
    return bool((INSTITUTIONS | PLACES) & set(phrase.mention.types[:1]))


JOINTLY = {"jointly-with": jointly_with, "with-whom": with_whom}
