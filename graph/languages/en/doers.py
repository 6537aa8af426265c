"""Who acts: the bodies that a verb, a preposition or the people who do it stand for."""

from collections.abc import Iterable, Sequence

from baygraph.annotation import Token
from baygraph.languages.en.clauses import is_finite
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import subjects
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Phrase

BEHIND = 14  # tokens between a verb and the house of those who do
NOUNS = frozenset({"NOUN", "PROPN"})
HOUSES = frozenset({"of", "from", "at", "in"})
ACTING = INSTITUTIONS | PLACES | {"Laboratory", "Park"}


def doers(scene: Scene, verb: int, classes: frozenset[str] = ACTING) -> list[int]:
    """The bodies that act by a verb: its subject, its agent, or the houses of the people who do."""
    if scene.tokens[verb].readings[0].voice == "pass":
        agent = next((i for i, p in scene.outer if 0 < p.first - verb <= 6 and "by" in p.roles), None)
        found = scene.list_from(agent) if agent is not None else []
    else:
        found = subjects(scene, verb)
    able = [i for i in found if classes & set(scene.phrases[i].mention.types[:1])]
    return able or _houses(scene, verb)


def _houses(scene: Scene, verb: int) -> list[int]:
    """«Researchers of A and B have published …», «A team from A works …»: people stand for their bodies."""
    tokens = scene.tokens
    for at in range(verb - 2, max(-1, verb - BEHIND), -1):
        if is_finite(tokens[at]) and tokens[at].pos == "VERB":
            return []
        if tokens[at].lower in HOUSES and is_people(tokens, at - 1):
            return members_at(scene, at + 1)
    return []


def is_people(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun is one for those who act for a body («researchers», «counterpart»)."""
    people = lexicon().words("people", "nouns") | lexicon().words("united", "teams")
    return at >= 0 and tokens[at].pos in NOUNS and singular(tokens[at].lower) in people


def members_at(scene: Scene, at: int) -> list[int]:
    """The bodies of a list that begins at a token, be it inside a name."""
    first = next((i for i, p in enumerate(scene.phrases) if p.first == at and acts(p)), None)
    if first is None:
        return []
    inside = scene.phrases[first].host, scene.phrases[first].member_of
    if inside == (-1, -1):
        return acting(scene, scene.list_from(first))
    held = ((i, p) for i, p in enumerate(scene.phrases) if (p.host, p.member_of) == inside)
    return [i for i, p in held if p.first >= at and acts(p)]


def acting(scene: Scene, members: Iterable[int]) -> list[int]:
    """Those of some phrases that act."""
    return [i for i in members if acts(scene.phrases[i])]


def acts(phrase: Phrase) -> bool:
    """Say whether a phrase names what may act: a body, a place, a laboratory."""
    return bool(ACTING & set(phrase.mention.types[:1]))
