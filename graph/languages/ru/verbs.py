"""The parts beside a verb or participle: its subject, its object, and what hangs on it with a preposition."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.collectives import agents_people, by_people, people_named
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.relatives import antecedent, relative
from baygraph.languages.ru.scene import PREPOSITIONAL, Placed, Scene
from baygraph.languages.ru.words import words

INSERTED = frozenset({"participle", "relative", "subordinate", "speech"})
GENITIVE = frozenset({"gen"})
DOERS = frozenset({"body", "place"})  # «учредили власти города и университет»


def of_verb(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """The parts beside a finite verb or an infinitive."""
    left, right = region(scene)
    near = scene.within(left, right)
    yield from (Argument(role, i) for i, p in near for role in sorted(p.roles & PREPOSITIONAL))
    bare = [(i, p) for i, p in near if not p.roles & PREPOSITIONAL and "other" not in p.roles]
    impersonal = _is_impersonal(cue, scene)
    said = () if impersonal else people_named(cue, scene, near)
    if not said and not impersonal:
        said = subjects(cue, scene, bare) or _compelled(cue, scene, near)
    found = said or antecedent(scene) or _earlier_subject(cue, scene, left)
    passive = cue.use == "passive"
    found = [*found, *_whose_program(scene, found)]
    yield from (Argument("obj" if passive else "subj", i) for i in found)
    for i, p in bare:
        if i not in found:
            yield from oblique(i, p, passive)
    yield from agents_people(scene, near, passive)
    yield from relative(scene, bool(said))
    yield from by_people(cue, scene, near, bool(said))
    yield from _spread(scene, near)


def _whose_program(scene: Scene, found: Sequence[int]) -> list[int]:
    """«Его программа включает …»: what is said of the programme is said of the event."""
    through = words("transparent", "words")
    heads = [p for i, p in scene.phrases if i in found and scene.tokens[p.mention.head].lemma in through]
    if not heads:
        return []
    return [
        i for i, p in scene.phrases
        if p.mention.kind == "pronoun" and "gen" in p.roles and any(p.stop == h.first for h in heads)
    ]  # fmt: skip


def _is_impersonal(cue: Cue, scene: Scene) -> bool:
    """«Разместить в нём предполагается A и B»: what is planned without a planner has an object only."""
    if scene.tokens[cue.token].readings[0].form != "inf":
        return False
    planned = words("impersonal", "planned")
    own = scene.tokens[scene.piece.first : scene.piece.stop]
    return any(
        t.lemma in planned and t.readings[0].number != "pl" and t.readings[0].gender in {"", "n"} for t in own
    )


def _spread(scene: Scene, near: Sequence[Placed]) -> Iterator[Argument]:
    """«открывал по филиалу в год: Речной …, Приморский …»: one each, named after the colon."""
    colon = scene.piece.stop
    each = any("on" in p.roles and "dat" in p.cases and not p.plural for _, p in near)
    if each and colon < len(scene.tokens) and scene.tokens[colon].text == ":":
        yield from (
            Argument("obj", i) for i, p in scene.phrases
            if p.first > colon and "nom" in p.roles and kind_of(p.mention.types) == "body"
            and p.mention.kind != "pronoun"
        )  # fmt: skip


def of_ellipsis(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Первый прошёл в Кёльне, второй — в Лионе»: the subject stands before the dash."""
    before = [(i, p) for i, p in scene.before_piece() if p.first >= scene.pieces[scene.own - 1].first]
    yield from (
        Argument("obj" if cue.word == "passive" else "subj", i) for i, p in before if "nom" in p.roles
    )
    yield from (
        Argument("obj" if role == "acc" else role, i)
        for i, p in scene.within(scene.piece.first, scene.piece.stop)
        for role in sorted(p.roles)
    )


def _compelled(cue: Cue, scene: Scene, near: Sequence[Placed]) -> list[int]:
    """«Институту предстоит обосноваться в …»: the dative beside an impersonal verb is the subject."""
    if scene.tokens[cue.token].readings[0].form != "inf":
        return []
    left, right, impersonal = scene.piece.first, scene.piece.stop, words("impersonal", "verbs")
    if not any(t.lemma in impersonal for t in scene.tokens[left:right]):
        return []
    return [i for i, p in near if "dat" in p.roles][:1]


def oblique(index: int, phrase: Phrase, passive: bool) -> Iterator[Argument]:
    """The part of a phrase without a preposition that is no subject."""
    if "acc" in phrase.roles and not passive:
        yield Argument("obj", index)
    if "ins" in phrase.roles:
        yield Argument("agent" if passive else "ins", index)
    if "dat" in phrase.roles:
        yield Argument("dat", index)
    if phrase.roles == GENITIVE:
        yield Argument("gen", index)


def region(scene: Scene) -> tuple[int, int]:
    """The pieces around the cue's own that have no verb of their own; what is inserted between is skipped."""
    first = scene.own
    closed = scene.piece.kind in {"relative", "subordinate"}
    while not closed and first > 0 and scene.pieces[first - 1].kind not in {"finite", "subordinate"}:
        first -= 1
    return scene.pieces[first].first, scene.nominal_end()


def subjects(cue: Cue, scene: Scene, bare: Sequence[Placed]) -> list[int]:
    """The nominative phrase nearest to the verb, left of it before right of it, with its enumeration."""
    nominative = [(i, p) for i, p in bare if "nom" in p.roles and not _is_inserted(p, scene)]
    nominative = [(i, p) for i, p in nominative if not p.first or scene.tokens[p.first - 1].text not in "(/"]
    nominative = [(i, p) for i, p in nominative if _may_be_subject(scene.tokens, cue.token, p)]
    nominative = [(i, p) for i, p in nominative if scene.tokens[p.first].lemma != OWN]
    if scene.tokens[cue.token].readings[0].form == "inf":  # «намерены сделать Гонконг центром»
        nominative = [(i, p) for i, p in nominative if not _is_object_of(scene.tokens, cue.token, p)]
    every = nominative
    if any("acc" not in p.roles for _, p in nominative) and scene.tokens[cue.token].readings[0].form != "inf":
        nominative = [(i, p) for i, p in nominative if "acc" not in p.roles]
    if cue.frame == "specialize" and scene.tokens[cue.token].lemma not in words("linking", "verbs"):
        nominative = [(i, p) for i, p in nominative if "Field" not in p.mention.types]
    if scene.tokens[cue.token].lemma in words("deeds", "verbs"):
        nominative = [(i, p) for i, p in nominative if "Person" in p.mention.types] or nominative
    nominative = [
        (i, p) for i, p in nominative if not _is_object(scene.tokens[cue.token], p, len(nominative))
    ]
    before = [(i, p) for i, p in nominative if p.first < cue.token]
    after = [(i, p) for i, p in nominative if p.first > cue.token]
    if before and after and _is_theme(cue.frame, before[-1][1]) and not _is_theme(cue.frame, after[0][1]):
        before = []
    if before and not _yields(scene.tokens[cue.token], before[-1][1], after):
        together = scene.tokens[cue.token].readings[0].number == "pl" and not before[-1][1].plural
        return _coordinated(scene, before) if together else [before[-1][0]]
    return _enumeration(scene, [(i, p) for i, p in every if after and p.first >= after[0][1].first])


OWN = "свой"  # is never said of a subject
# What a verb is done to rather than does it: «Форум проводит Университет Макао».
THEMES = {
    "hold": frozenset({"Event"}),
    "sign": frozenset({"Agreement"}),
    "run": frozenset({"Program", "Policy", "TalentProgram", "Project"}),
    "host": frozenset({"Event"}),
    "attend": frozenset({"Event"}),
}


def _is_theme(frame: str, phrase: Phrase) -> bool:
    return "acc" in phrase.roles and phrase.mention.types[0] in THEMES.get(frame, frozenset())


def _is_object_of(tokens: Sequence[Token], infinitive: int, phrase: Phrase) -> bool:
    """What follows an infinitive with no verb between, and may be an accusative."""
    after = "acc" in phrase.roles and phrase.first > infinitive
    return after and not any(is_finite(t) for t in tokens[infinitive + 1 : phrase.first])


def _may_be_subject(tokens: Sequence[Token], verb: int, phrase: Phrase) -> bool:
    """«штаб-квартира A расположена в X, банк B …»: a singular verb agrees with its subject in gender."""
    said, head = tokens[verb].readings[0], tokens[phrase.mention.head]
    if head.text.isascii():  # «автоконцерн GAC»
        head = next((t for t in tokens[phrase.first : phrase.mention.head] if t.pos == "NOUN"), head)
    if said.number != "sg" or not said.gender or phrase.mention.kind in {"pair", "zero"}:
        return True
    named = [r for r in head.readings if r.pos == "NOUN" and r.case == "nom" and not r.animate]
    plain = bool(named) and head.pos == "NOUN"
    return not plain or any(r.number == "pl" or r.gender in {said.gender, ""} for r in named)


def _is_object(verb: Token, phrase: Phrase, of: int) -> bool:
    """«Здесь построят инкубатор»: a plural verb and one thing in the singular, which may be an accusative."""
    reading = verb.readings[0]
    return (
        "acc" in phrase.roles
        and reading.form == ""
        and reading.voice == ""
        and (
            (reading.number == "pl" and of == 1 and not phrase.plural)
            or (reading.number == "sg" and phrase.plural)
        )
    )


def _yields(verb: Token, before: Phrase, after: Sequence[Placed]) -> bool:
    """«Соглашение подписали A и B»: a plural verb takes the list after it rather than one thing before it."""
    return verb.readings[0].number == "pl" and not before.plural and len(after) > 1 and "acc" in before.roles


def _coordinated(scene: Scene, before: Sequence[Placed]) -> list[int]:
    """The phrases before a plural verb that list marks alone hold together, the last one first."""
    kept = [before[-1]]
    for index, phrase in reversed(before[:-1]):
        between = _outside(scene, phrase.stop, kept[-1][1].first)
        if not between or any(
            t.pos in {"NOUN", "VERB", "ADP"} and t.lower not in {"с", "а"} for t in between
        ):
            break
        kept.append((index, phrase))
    return [i for i, _ in kept]


def _is_inserted(phrase: Phrase, scene: Scene) -> bool:
    """Inside a participial or relative piece that is not the cue's own."""
    piece = next((p for p in scene.pieces if p.first <= phrase.mention.first < p.stop), None)
    return piece is not None and piece is not scene.piece and piece.kind in INSERTED


def _outside(scene: Scene, first: int, stop: int) -> list[Token]:
    """The tokens of a stretch that stand in no inserted clause."""
    inserted = {
        i for p in scene.pieces if p.kind in INSERTED and p is not scene.piece for i in range(p.first, p.stop)
    }
    return [scene.tokens[i] for i in range(first, stop) if i not in inserted or scene.tokens[i].text == ","]


def _enumeration(scene: Scene, found: Sequence[Placed]) -> list[int]:
    """The first phrase with those of its kind that go on its list: «A, B и C»."""
    kept = list(found[:1])
    for index, phrase in found[1:]:
        last = kept[-1][1]
        between = _outside(scene, last.stop, phrase.first)
        listed = any(t.lower in words("lists", "joining") for t in between)
        broken = any(t.pos in {"VERB", "ADP"} for t in between)
        kinds = {kind_of(last.mention.types), kind_of(phrase.mention.types)}
        if not listed or broken or (len(kinds) > 1 and kinds != DOERS):
            break
        kept.append((index, phrase))
    return [i for i, _ in kept]


def _earlier_subject(cue: Cue, scene: Scene, left: int) -> list[int]:
    """«Институт открыл … и учредил …»: a verb without a subject takes that of the clause before."""
    own = scene.piece
    if own.kind == "relative" or scene.tokens[cue.token].readings[0].form == "inf":
        left = min(left, own.first)
    nominative = [
        (i, p) for i, p in scene.phrases if p.first < left and "nom" in p.roles and not _is_inserted(p, scene)
    ]
    earlier = [(i, p) for i, p in nominative if "acc" not in p.roles] or nominative
    starts = scene.tokens[own.first].lower in words("clauses", "going_on")
    many = scene.tokens[cue.token].readings[0].number == "pl"
    if not earlier or not starts or (many and not _is_many(earlier, scene)):
        return []
    return [earlier[-1][0]]


def _is_many(found: Sequence[Placed], scene: Scene) -> bool:
    """«А открыл …, 74 переехали …»: a plural verb goes on with a plural subject or a list only."""
    last = found[-1][1]
    return last.plural or len(_coordinated(scene, found)) > 1 or last.mention.kind == "pronoun"
