"""The parts beside a participle: what it describes, and what its own clause holds."""

from collections.abc import Iterator

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.ru.clauses import Piece
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.phrases import adjectival, agrees, nouns
from baygraph.languages.ru.relatives import GAP
from baygraph.languages.ru.scene import PREPOSITIONAL, Scene
from baygraph.languages.ru.verbs import oblique
from baygraph.languages.ru.words import words


def of_participle(cue: Cue, scene: Scene, inner: Scene) -> Iterator[Argument]:
    """A participle's own phrase is what it describes, maybe inside another; its piece holds the rest."""
    passive = cue.use == "participle-passive"
    theme = _of_gerund(cue, scene) if not passive and _is_gerund(cue, scene) else described(cue, scene)
    if theme is None or (scene.piece.kind == "participle" and scene.piece.first):
        theme = described(cue, inner)
    first, stop = scene.piece.first, scene.nominal_end()
    if theme is not None:
        yield Argument("obj" if passive else "subj", theme)
        place = next(p.first for i, p in inner.phrases if i == theme)
        first, stop = (cue.token, place) if cue.token < place < scene.piece.stop else (first, stop)
    stop = stop if _goes_on(scene) else min(stop, scene.piece.stop)
    for i, p in scene.within(first, stop):
        if i != theme and p.roles & PREPOSITIONAL:
            yield from (Argument(role, i) for role in sorted(p.roles & PREPOSITIONAL))
        elif i != theme:
            yield from oblique(i, p, passive)


def _goes_on(scene: Scene) -> bool:
    """Say whether what follows a participle's piece can go on its last list."""
    own = scene.within(scene.piece.first, scene.piece.stop)
    after = scene.within(scene.piece.stop, len(scene.tokens))
    if not own or not after:
        return True
    last, following = own[-1][1], after[0][1]
    shares = not last.cases or not following.cases or last.cases & following.cases
    return kind_of(last.mention.types) == kind_of(following.mention.types) and bool(shares)


def _is_gerund(cue: Cue, scene: Scene) -> bool:
    return scene.tokens[cue.token].readings[0].form == "ger"


def _of_gerund(cue: Cue, scene: Scene) -> int | None:
    """«Открывая форум, А сказал …»: the subject of the sentence's verb, persons first."""
    outside = [(i, p) for i, p in scene.phrases if not scene.piece.first <= p.first < scene.piece.stop]
    found = [(i, p) for i, p in outside if "nom" in p.roles]
    people = [(i, p) for i, p in found if "Person" in p.mention.types and p.mention.kind != "pronoun"]
    return next((i for i, _ in people or found), None)


def described(cue: Cue, scene: Scene) -> int | None:
    """The phrase that a participle is an attribute of: before its comma, or after it."""
    own, token = scene.piece, scene.tokens[cue.token]
    cases = {r.case for r in adjectival(token)}
    following = [(i, p) for i, p in scene.within(cue.token + 1, own.stop) if p.roles & cases]
    before = [(i, p) for i, p in scene.before_piece() if own.first - p.stop <= 2 * GAP]
    before = [(i, p) for i, p in before if "Field" not in p.mention.types] or before
    fitting = [i for i, p in before if _has_noun(p, scene) and _is_attribute(token, p, scene)] or [
        i for i, p in before[-1:] if own.first - p.stop <= 1 and not _has_noun(p, scene)
    ]
    if fitting and own.kind == "participle" and scene.tokens[own.first].text in words("clauses", "marks"):
        return fitting[-1]
    if following:
        return following[-1][0]
    return _after_opening(scene, own) if own.first == 0 else None


def _after_opening(scene: Scene, own: Piece) -> int | None:
    """«Основанный в 1996 году, институт …»."""
    after = [i for i, p in scene.phrases if p.first >= own.stop and "nom" in p.roles]
    return after[0] if after else None


def _has_noun(phrase: Phrase, scene: Scene) -> bool:
    return "Person" not in phrase.mention.types and any(
        r.pos == "NOUN" for r in nouns(scene.tokens[phrase.mention.head])
    )


def _is_attribute(participle: Token, phrase: Phrase, scene: Scene) -> bool:
    head = scene.tokens[phrase.mention.head]
    if not _has_noun(phrase, scene):
        return bool(phrase.cases & {r.case for r in adjectival(participle)})
    after = scene.tokens[phrase.mention.stop : phrase.stop]  # «Лаборатория А — центр, созданный …»
    heads = [r for t in (head, *(t for t in after if t.pos == "NOUN")) for r in nouns(t)]
    return any(agrees(a, n) and n.case in phrase.cases for a in adjectival(participle) for n in heads)
