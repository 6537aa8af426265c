"""The noun phrase before a verb that is its subject, over all that hangs on it."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.en.clauses import SKIPPED, STOPS, group_start, is_finite
from baygraph.languages.en.nouns import left_edge
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.tokens import QUOTES

FARTHEST = 30  # noun phrases and words between a verb and its subject
PAIRS = {")": "(", "–": "–", "—": "—", "--": "--"}


def nearest(scene: Scene, at: int) -> list[int]:
    """The bare noun phrase before a verb, with its list; what hangs on it by prepositions is passed over."""
    place, steps = at, 0
    while place > 0 and steps < FARTHEST:
        steps += 1
        index, start = _phrase_ending(scene, place)
        if index is None:
            place = before_marks(scene.tokens, place)
            index, start = _phrase_ending(scene, place)
        if start == place:
            place = _over_word(scene, place)
            continue
        if start == 0 or not _passes(scene, start, index):
            return [] if index is None else _together(scene, index)
        place = _before_attachment(scene, start)
    return []


def before_marks(tokens: Sequence[Token], at: int) -> int:
    """Skip adverbs, closing quotes and what stands in brackets, to the left."""
    while at > 0 and (tokens[at - 1].pos in SKIPPED or tokens[at - 1].text in QUOTES):
        at -= 1
    if at > 0 and tokens[at - 1].text in PAIRS:
        opens = next((i for i in range(at - 2, -1, -1) if tokens[i].text == PAIRS[tokens[at - 1].text]), at)
        return before_marks(tokens, opens) if opens < at else at
    return at


def _phrase_ending(scene: Scene, stop: int) -> tuple[int | None, int]:
    """The phrase that ends at a token and its first token; of a noun phrase that names nothing only that."""
    found = next(((i, p) for i, p in reversed(scene.outer) if p.stop == stop or p.mention.stop == stop), None)
    if found is not None:
        index, phrase = found
        if scene.is_prepositional(phrase):
            first = scene.phrases[scene.list_to(index)[0]].first
            return index, min(first, phrase.first)
        return index, phrase.first
    for phrase in scene.phrases:
        if phrase.stop == stop and phrase.member_of >= 0 and phrase.roles == {"member"}:
            whole = phrase.member_of
            while scene.phrases[whole].member_of >= 0:
                whole = scene.phrases[whole].member_of
            return whole, scene.phrases[whole].first
    if stop and scene.tokens[stop - 1].pos in {"NOUN", "PROPN", "NUM"}:
        return None, left_edge(scene.tokens, stop - 1)
    return None, stop


def _together(scene: Scene, index: int) -> list[int]:
    """A phrase with its list; «the partners» are several at one place."""
    place = scene.phrases[index].first, scene.phrases[index].stop
    same = [i for i, p in scene.outer if (p.first, p.stop) == place]
    return same if len(same) > 1 else scene.list_to(index)


def _passes(scene: Scene, start: int, index: int | None) -> bool:
    """Whether the phrase that begins at a token only belongs to another before it."""
    before = scene.tokens[start - 1]
    if before.pos == "VERB":
        return not is_finite(before)
    return before.pos == "ADP" or (before.pos == "CCONJ" and index is None)


def _before_attachment(scene: Scene, start: int) -> int:
    """Before the prepositions, or the participle, by which a phrase hangs on the one before it."""
    tokens = scene.tokens
    if tokens[start - 1].pos == "VERB":
        return group_start(tokens, start - 1)
    while start > 0 and tokens[start - 1].pos in {"ADP", "CCONJ"}:
        start -= 1
    return start


def _over_word(scene: Scene, place: int) -> int:
    """Over a participle, an adjective or a comma before an attachment; 0 where a clause ends."""
    token = scene.tokens[place - 1]
    if is_finite(token) or token.text in STOPS or token.pos in {"SCONJ", "PRON"}:
        return 0
    return place - 1
