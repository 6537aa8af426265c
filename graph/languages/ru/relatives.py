"""What a relative clause is about, and in which part: «…, где …», «…, который …»."""

from collections.abc import Iterator

from baygraph.annotation import Token
from baygraph.languages.pack import Argument
from baygraph.languages.ru.clauses import Piece
from baygraph.languages.ru.phrases import nouns
from baygraph.languages.ru.scene import Scene
from baygraph.languages.ru.words import words

GAP = 3  # tokens that may stand between a phrase and the relative clause about it


def before_relative(scene: Scene, pronoun: Token) -> int | None:
    """The phrase that a relative piece is about: the nearest one before it that the pronoun agrees with."""
    own = _first_relative(scene)
    before = [(i, p) for i, p in scene.phrases if p.stop <= own.first]
    end = own.first
    for index, phrase in reversed(before[-GAP:]):
        if end - phrase.stop > GAP:
            return None
        if pronoun.lower in words("clauses", "that") or _concords(pronoun, scene.tokens[phrase.mention.head]):
            return index
        end = phrase.first
    return before[-1][0] if before and own.first - before[-1][1].stop <= GAP else None


def _first_relative(scene: Scene) -> Piece:
    """«…, где A и где B»: a second relative piece is about what the first is about."""
    own = scene.own
    while (
        own
        and scene.tokens[scene.pieces[own].first].lower == "и"
        and scene.pieces[own - 1].kind == "relative"
    ):
        own -= 1
    return scene.pieces[own]


def _concords(pronoun: Token, head: Token) -> bool:
    """One number and, in the singular, one gender; a word that the dictionary does not have may be either."""
    named = [r for r in nouns(head) if r.pos == "NOUN"]
    marks = [r for r in pronoun.readings if r.number]
    return not named or not marks or any(
        a.number == r.number and (a.number == "pl" or not a.gender or a.gender == r.gender)
        for a in marks for r in named
    )  # fmt: skip


def relative_pronoun(scene: Scene) -> tuple[int, Token] | None:
    """The place and token of «который» or «что» at the head of the cue's own piece."""
    if scene.piece.kind != "relative":
        return None
    own = scene.piece
    return next(
        ((i, scene.tokens[i]) for i in range(own.first, min(own.stop, own.first + 5))
         if scene.tokens[i].lemma in words("relative", "words")),
        None,
    )  # fmt: skip


def antecedent(scene: Scene) -> list[int]:
    """«…, который открыл …»: the phrase before the relative piece is its subject."""
    found = relative_pronoun(scene)
    if found is None or not any(r.case in {"nom", ""} for r in found[1].readings) or _role_of(scene, *found):
        return []
    index = before_relative(scene, found[1])
    return [] if index is None else [index]


def relative(scene: Scene, has_subject: bool) -> Iterator[Argument]:
    """«…, где/в котором/которую …»: the phrase before the relative piece in the pronoun's part."""
    found = relative_pronoun(scene)
    role = _role_of(scene, *found, has_subject) if found else ""
    index = before_relative(scene, found[1]) if found and role else None
    if index is not None:
        yield Argument(role, index)


def _role_of(scene: Scene, at: int, pronoun: Token, has_subject: bool = False) -> str:
    """The part of a relative pronoun, other than that of the subject («форум, который созвали A и B»)."""
    if pronoun.lemma in words("relative", "where"):
        return "in"
    before = scene.tokens[at - 1] if at else None
    if before and before.pos == "ADP":
        return next((role for role in ("in", "with") if before.lower in words("prepositions", role)), "other")
    cases = {r.case for r in pronoun.readings}
    if "nom" in cases and not has_subject:
        return ""
    return next(
        (role for case, role in (("acc", "obj"), ("ins", "ins"), ("dat", "dat")) if case in cases), ""
    )
