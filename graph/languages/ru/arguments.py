"""Which phrases belong to a verb, participle or noun, and in which part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baygraph.annotation import Sentence, Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.ru.clauses import Piece, is_finite, pieces
from baygraph.languages.ru.lists import of_members
from baygraph.languages.ru.phrases import adjectival
from baygraph.languages.ru.words import lexicon

PREPOSITIONAL = frozenset({"in", "with", "at", "from", "to", "on", "for", "by", "between", "about", "goal"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A cue's surroundings: tokens, top-level phrases with their indexes, pieces, the cue's own piece."""

    tokens: Sequence[Token]
    phrases: Sequence[tuple[int, Phrase]]
    pieces: tuple[Piece, ...]
    own: int

    def within(self, first: int, stop: int) -> list[tuple[int, Phrase]]:
        """The phrases whose mention begins in a stretch of tokens."""
        return [(i, p) for i, p in self.phrases if first <= p.mention.first < stop]


def arguments(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Argument, ...]:
    """The parts that phrases play beside a cue; several phrases may play one part."""
    return of_members(_arguments(cue, sentence, phrases), phrases)


def _arguments(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Argument, ...]:
    cut = pieces(sentence.tokens)
    own = next((i for i, p in enumerate(cut) if p.first <= cue.token < p.stop), 0)
    outer = [(i, p) for i, p in enumerate(phrases) if p.host < 0 and p.member_of < 0 and not p.first <= cue.token < p.stop]
    scene = Scene(sentence.tokens, outer, cut, own)
    if cue.use == "noun":
        inner = [
            (i, p)
            for i, p in enumerate(phrases)
            if p.member_of < 0 and not p.mention.first <= cue.token < p.mention.stop
        ]
        return tuple(_of_noun(cue, Scene(sentence.tokens, inner, cut, own)))
    if cue.use == "rank":
        return tuple(_of_rank(cue, scene))
    if cue.use.startswith("participle") or _is_gerund(sentence.tokens[cue.token]):
        return tuple(_of_participle(cue, scene))
    return tuple(_of_verb(cue, scene))


def _is_gerund(token: Token) -> bool:
    return token.readings[0].form == "ger"


def _of_verb(cue: Cue, scene: Scene) -> Iterator[Argument]:
    left, right = _region(cue, scene)
    near = scene.within(left, right)
    prepositional = [(i, p) for i, p in near if p.roles & PREPOSITIONAL]
    yield from (Argument(role, i) for i, p in prepositional for role in sorted(p.roles & PREPOSITIONAL))
    bare = [(i, p) for i, p in near if not p.roles & PREPOSITIONAL and "other" not in p.roles]
    subjects = _subjects(cue, scene, bare) or _antecedent(scene) or _earlier_subject(cue, scene, left)
    passive = cue.use == "passive"
    yield from (Argument("obj" if passive else "subj", i) for i in subjects)
    for i, p in bare:
        if i not in subjects:
            yield from _oblique(i, p, passive, _is_after(p, cue))
    yield from _relative(cue, scene)


def _is_after(phrase: Phrase, cue: Cue) -> bool:
    return phrase.first > cue.token


def _oblique(index: int, phrase: Phrase, passive: bool, after: bool) -> Iterator[Argument]:
    if "acc" in phrase.roles and not passive:
        yield Argument("obj", index)
    if "ins" in phrase.roles:
        yield Argument("agent" if passive else "ins", index)
    if "dat" in phrase.roles:
        yield Argument("dat", index)


def _region(cue: Cue, scene: Scene) -> tuple[int, int]:
    """The pieces around the cue's own that have no verb of their own; what is inserted between is skipped."""
    first, last = scene.own, scene.own
    closed = scene.pieces[scene.own].kind in {"relative", "subordinate"}
    while not closed and first > 0 and scene.pieces[first - 1].kind != "finite":
        if scene.pieces[first - 1].kind == "subordinate":
            break
        first -= 1
    while last + 1 < len(scene.pieces) and scene.pieces[last + 1].kind == "nominal":
        last += 1
    return scene.pieces[first].first, scene.pieces[last].stop


def _subjects(cue: Cue, scene: Scene, bare: Sequence[tuple[int, Phrase]]) -> list[int]:
    """The nominative phrase nearest to the verb, left of it before right of it, with its enumeration."""
    nominative = [(i, p) for i, p in bare if "nom" in p.roles and not _is_inserted(p, cue, scene)]
    if any("acc" not in p.roles for _, p in nominative) and not _impersonal(scene.tokens[cue.token]):
        nominative = [(i, p) for i, p in nominative if "acc" not in p.roles] or nominative
    before = [(i, p) for i, p in nominative if p.first < cue.token]
    after = [(i, p) for i, p in nominative if p.first > cue.token]
    if before and not _yields(scene.tokens[cue.token], before[-1][1], after):
        together = scene.tokens[cue.token].readings[0].number == "pl" and not before[-1][1].plural
        return _enumeration([before[-1]], before[:-1][::-1]) if not together else _coordinated(scene, before)
    return _enumeration(after[:1], after[1:]) if after else []


def _yields(verb: Token, before: Phrase, after: Sequence[tuple[int, Phrase]]) -> bool:
    """«Соглашение подписали A и B»: a plural verb takes the list after it rather than one thing before it."""
    return verb.readings[0].number == "pl" and not before.plural and len(after) > 1 and "acc" in before.roles


def _coordinated(scene: Scene, before: Sequence[tuple[int, Phrase]]) -> list[int]:
    """The phrases before a plural verb that list marks alone hold together, the last one first."""
    kept = [before[-1]]
    for index, phrase in reversed(before[:-1]):
        between = scene.tokens[phrase.stop : kept[-1][1].first]
        if not between or any(t.pos in {"NOUN", "VERB", "ADP"} and t.lower not in {"с", "а"} for t in between):
            break
        kept.append((index, phrase))
    return [i for i, _ in kept]


def _impersonal(token: Token) -> bool:
    return token.readings[0].form == "inf"


def _is_inserted(phrase: Phrase, cue: Cue, scene: Scene) -> bool:
    """Inside a participial or relative piece that is not the cue's own."""
    piece = next((p for p in scene.pieces if p.first <= phrase.mention.first < p.stop), None)
    own = scene.pieces[scene.own]
    return piece is not None and piece is not own and piece.kind in {"participle", "relative", "subordinate"}


def _enumeration(first: list[tuple[int, Phrase]], others: Sequence[tuple[int, Phrase]]) -> list[int]:
    """The phrases that follow without a gap in roles: «A, B и C»."""
    if not first:
        return []
    roles = first[0][1].roles
    kinds = set(first[0][1].mention.types)
    return [i for i, _ in first] + [i for i, p in others if p.roles == roles and kinds & set(p.mention.types)]


def _antecedent(scene: Scene) -> list[int]:
    """«…, который открыл …»: the phrase right before the relative piece is its subject."""
    own = scene.pieces[scene.own]
    if own.kind != "relative":
        return []
    words = scene.tokens[own.first : own.stop]
    pronoun = next((t for t in words[:4] if t.lemma == "который" or t.lower == "что"), None)
    if pronoun is None or not any(r.case == "nom" for r in pronoun.readings):
        return []
    before = [(i, p) for i, p in scene.phrases if p.stop <= own.first]
    return [before[-1][0]] if before and own.first - before[-1][1].stop <= 3 else []


def _relative(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«…, где/в котором/которую …»: the phrase before the relative piece in the pronoun's part."""
    own = scene.pieces[scene.own]
    if own.kind != "relative":
        return
    before = [(i, p) for i, p in scene.phrases if p.stop <= own.first]
    if not before or own.first - before[-1][1].stop > 3:
        return
    role = _pronoun_role(scene.tokens[own.first : own.stop])
    if role:
        yield Argument(role, before[-1][0])


def _pronoun_role(words: Sequence[Token]) -> str:
    for at, token in enumerate(words[:4]):
        if token.lemma == "где":
            return "in"
        if token.lemma == "который":
            cases = {r.case for r in token.readings}
            if at and words[at - 1].lower in {"в", "на", "при"}:
                return "in"
            if at and words[at - 1].lower in {"с", "со"}:
                return "with"
            if at and words[at - 1].pos == "ADP":
                return "other"
            return "obj" if "acc" in cases and "nom" not in cases else "ins" if "ins" in cases else ""
    return ""


def _earlier_subject(cue: Cue, scene: Scene, left: int) -> list[int]:
    """«Институт открыл … и учредил …»: a verb without a subject takes that of the clause before."""
    own = scene.pieces[scene.own]
    if own.kind == "relative" or scene.tokens[cue.token].readings[0].form == "inf":
        left = min(left, own.first)
    earlier = [
        (i, p)
        for i, p in scene.phrases
        if p.first < left and "nom" in p.roles and "acc" not in p.roles and not _is_inserted(p, cue, scene)
    ] or [
        (i, p) for i, p in scene.phrases if p.first < left and "nom" in p.roles and not _is_inserted(p, cue, scene)
    ]
    starts = scene.tokens[own.first].lower in {"и", "а", ",", "но", "—", ";"}
    return [earlier[-1][0]] if earlier and starts else []


def _of_participle(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """A participle's own phrase is what it describes; its piece holds the rest."""
    own = scene.pieces[scene.own]
    theme = _described(cue, scene, own)
    if theme is not None:
        yield Argument("obj" if cue.use == "participle-passive" else "subj", theme)
    for i, p in scene.within(own.first, _piece_end(scene)):
        if i == theme:
            continue
        if p.roles & PREPOSITIONAL:
            yield from (Argument(role, i) for role in sorted(p.roles & PREPOSITIONAL))
        else:
            yield from _oblique(i, p, cue.use == "participle-passive", _is_after(p, cue))


def _piece_end(scene: Scene) -> int:
    """A list may go on over further nominal pieces after the participle's."""
    last = scene.own
    while last + 1 < len(scene.pieces) and scene.pieces[last + 1].kind == "nominal":
        last += 1
    return scene.pieces[last].stop


def _described(cue: Cue, scene: Scene, own: Piece) -> int | None:
    attributes = adjectival(scene.tokens[cue.token])
    cases = {r.case for r in attributes}
    following = [(i, p) for i, p in scene.within(cue.token + 1, own.stop) if p.roles & cases and _agrees(p, cue, scene)]
    before = [(i, p) for i, p in scene.phrases if p.stop <= own.first and own.first - p.stop <= 6]
    fitting = [i for i, p in before if p.cases & cases] or [i for i, p in before[-1:] if own.first - p.stop <= 1]
    if fitting and scene.tokens[own.first].text in {",", "—", "–"}:
        return fitting[-1]
    if own.first == 0 and scene.own + 1 < len(scene.pieces):
        after = [(i, p) for i, p in scene.phrases if p.first > own.stop - 1 and "nom" in p.roles]
        if after and not following:
            return after[0][0]
    return following[-1][0] if following else None


def _agrees(phrase: Phrase, cue: Cue, scene: Scene) -> bool:
    return phrase.mention.first > cue.token


def _of_rank(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """The place right after the rank, and the noun it ranks, or the subject of «считается»."""
    near = [(i, p) for i, p in scene.phrases if cue.token < p.mention.first <= cue.token + 3 and "in" in p.roles]
    if not near:
        return
    yield Argument("in", near[0][0])
    cases = {r.case for r in scene.tokens[cue.token].readings}
    after = [(i, p) for i, p in scene.phrases if near[0][1].stop <= p.first <= near[0][1].stop + 3 and p.cases & cases]
    predicates = [a.phrase for a in _predicate_of(cue, scene)]
    yield from (Argument("subj", i) for i in predicates or [i for i, _ in after[:1]])


def _predicate_of(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Свидетелями церемонии стали A и B»: the subject of a linking verb is what the noun says of it."""
    own = scene.pieces[scene.own]
    linking = lexicon().words("linking", "verbs")
    light = lexicon().map("light_verbs").get(cue.word, "").split()
    verb = next((i for i in range(own.first, own.stop) if scene.tokens[i].lemma in {*linking, *light}), None)
    cases = {"acc"} if light else {"ins", "nom"}
    if verb is not None and any(r.case in cases for r in scene.tokens[cue.token].readings):
        found = _of_verb(cue._replace(token=verb, use="active"), scene)
        yield from (a for a in found if a.role == "subj")


def _of_noun(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«создание A», «подписание B на C», «сотрудничество с D»: the genitive and what follows; places around."""
    own = scene.pieces[scene.own]
    stop = _piece_end(scene)
    first_genitive = True
    yield from _predicate_of(cue, scene)
    for i, p in scene.within(own.first, stop):
        after = p.first > cue.token
        if p.roles & PREPOSITIONAL:
            if after or p.roles & {"in", "at"}:
                yield from (Argument(role, i) for role in sorted(p.roles & PREPOSITIONAL))
        elif after and "gen" in p.roles and (first_genitive or p.roles == scene.phrases[0][1].roles):
            yield Argument("of", i)
            first_genitive = False
        elif after and "ins" in p.roles and "nom" not in p.roles:
            yield Argument("agent", i)
        elif "nom" in p.roles and not after and is_finite(scene.tokens[max(p.stop, 0)] if p.stop < len(scene.tokens) else scene.tokens[-1]):
            yield Argument("subj", i)
