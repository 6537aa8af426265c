"""What an English figure may be about: phrases beside its verb, and classes that have such figures."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.languages.en.arguments import arguments
from baygraph.languages.en.clauses import STOPS, is_finite, is_relative
from baygraph.languages.en.cues import use_of
from baygraph.languages.en.figure_words import suiting
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import subjects
from baygraph.languages.pack import Argument, Bearing, Cue, Phrase

NEAR = 8  # tokens between a figure and the noun that has it


def bearing(quantity: Quantity, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Bearing:
    """The phrases that a figure may be about, and the classes that it is usual of."""
    parts = tuple(dict.fromkeys(_parts(quantity, sentence, phrases)))
    return Bearing(parts, suiting(sentence.tokens[quantity.measure_head], quantity.unit))


def _parts(quantity: Quantity, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Iterator[Argument]:
    tokens = sentence.tokens
    scene = Scene(tokens, phrases)
    yield from _apposed(quantity, scene)
    verb = predicate(tokens, quantity.first, quantity.stop)
    if verb is None:
        return
    cue = Cue("figure", verb, use_of(tokens, verb), tokens[verb].lemma)
    found = arguments(cue, sentence, phrases)
    yield from found
    if not any(a.role == "subj" and not phrases[a.phrase].plural for a in found):
        yield from _antecedent(scene, verb)
    for outer in range(verb - 1, -1, -1):
        if is_finite(tokens[outer]) and tokens[outer].pos == "VERB":
            yield from (Argument("outer", i) for i in subjects(scene, outer))
        elif tokens[outer].pos == "AUX":
            main = next((i for i in range(outer + 1, verb) if tokens[i].pos == "VERB"), outer)
            yield from (Argument("outer", i) for i in subjects(scene, main))


def _apposed(quantity: Quantity, scene: Scene) -> Iterator[Argument]:
    """«MedSonic, an ultrasound company with a payroll of 130»: the name before the noun that has a figure."""
    tokens = scene.tokens
    at = quantity.first
    while (
        at > 0 and tokens[at - 1].pos in {"NOUN", "ADJ", "DET", "ADP", "NUM"} and quantity.first - at < NEAR
    ):
        at -= 1
        if tokens[at].lower in {"with", "of"} and tokens[at - 1].pos == "NOUN":
            start = scene.noun_phrase_start(at - 1)
            if start > 1 and tokens[start - 1].text == "," and tokens[start].pos == "DET":
                yield from (Argument("bearer", i) for i in _named_before(start - 1, scene))


def _named_before(stop: int, scene: Scene) -> list[int]:
    """The name before an apposition: of «Lonza's plant in Nansha, a site of …» the plant, not its place."""
    before = [(i, p) for i, p in scene.outer if p.stop <= stop]
    if not before or before[-1][1].stop != stop:
        return []
    index, phrase = before[-1]
    held = len(before) > 1 and "in" in phrase.roles and phrase.first - before[-2][1].stop <= 2
    return [before[-2][0] if held else index]


def _antecedent(scene: Scene, verb: int) -> Iterator[Argument]:
    """«a centre where electrolyzers can be tested»: what the clause is about; «…, at which»: an event."""
    pronoun = scene.pronoun_of(verb)
    if pronoun is None:
        return
    events = [i for i, p in scene.outer if p.stop <= pronoun and "Event" in p.mention.types]
    if events and scene.tokens[pronoun - 1].lower in {"at", "during", "of"}:
        yield Argument("antecedent", events[-1])
        return
    index = scene.antecedent(pronoun)
    if index is not None:
        yield Argument("where" if scene.tokens[pronoun].lower == "where" else "antecedent", index)


def predicate(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The verb whose object or complement a number is, else the one whose subject it is."""
    left = _to_the_left(tokens, first)
    return left if left is not None else _to_the_right(tokens, stop)


def _to_the_left(tokens: Sequence[Token], first: int) -> int | None:
    for at in range(first - 1, -1, -1):
        token = tokens[at]
        if token.text in STOPS or (is_relative(token) and token.lower != "that"):
            return None
        if token.pos in {"VERB", "AUX"}:
            return at
    return None


def _to_the_right(tokens: Sequence[Token], stop: int) -> int | None:
    for at in range(stop, len(tokens)):
        if tokens[at].text in STOPS:
            return None
        if is_finite(tokens[at]):
            verbs = (i for i in range(at, min(at + 4, len(tokens))) if tokens[i].pos == "VERB")
            return next(verbs, at)
    return None
