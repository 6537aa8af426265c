"""Which phrases belong to a noun that announces a relation («the establishment of A by B»)."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.en.clauses import is_finite, right_edge
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.nominal import seated
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import governing, subjects
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

LONGEST_LABEL = 4  # tokens before the mark of a label
ACTS = frozenset({"sign", "found", "run", "hold"})
PREPOSITIONAL = frozenset(
    ["in", "with", "at", "from", "to", "on", "for", "by", "between", "about", "under", "as"]
)
TIES = PREPOSITIONAL | {"of"}


def of_noun(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the establishment of A by B», «B's opening of A in C», «cooperation between A and B»."""
    if cue.frame == "partner" and cue.word in lexicon().words("relational", "sponsors"):
        yield from _partners(cue, scene)
        return
    stop = _reach(cue, scene)
    first = True
    for i, p in enumerate(scene.phrases):
        if p.mention.first <= cue.token < p.mention.stop:
            yield from ((Argument("of", i),) if p.mention.kind == "anaphor" or _is_role(p) else ())
            yield from ((Argument("subj", i),) if p.plural and _speaks(cue) else ())
            yield from (_of_several(i, scene) if p.plural and _is_partner(cue) else ())
        elif cue.token < p.first < stop and p.host < 0:
            if "of" in p.roles and first and _is_near(cue.token, p):
                yield from (Argument("of", j) for j in scene.list_from(i))
            elif p.roles & PREPOSITIONAL:
                yield from (
                    Argument("agent" if role == "by" else role, i) for role in sorted(p.roles & PREPOSITIONAL)
                )
            first = first and "of" not in p.roles
        elif p.stop < cue.token and "gen" in p.roles and cue.token - p.stop <= 3:
            yield Argument(
                "of" if _is_owner(cue) or _is_partner(cue) else "in" if _is_arm(cue) else "subj", i
            )
        elif p.stop == cue.token and _is_arm(cue) and "gen" not in p.roles:
            yield Argument("in", i)  # «Huawei unit X»
        elif p.mention.first == cue.token + 1 and _is_arm(cue):
            yield Argument("subj", i)  # «Geely's space arm | Geespace»
    yield from _labelled(cue, scene)
    yield from _equated(cue, scene)
    yield from _announced(cue, scene)
    if cue.frame == "seat":
        yield from seated(cue, scene)
    if cue.frame == "specialize":
        yield from _taken_as(cue, scene)


def _reach(cue: Cue, scene: Scene) -> int:
    """Where what belongs to a noun ends, with the list right behind it («between A and B began …»)."""
    stop = right_edge(scene.tokens, cue.token)
    tied = next((i for i, p in scene.outer if p.first == cue.token + 2 and p.roles & TIES), None)
    if tied is None or any(map(is_finite, scene.tokens[: cue.token])):
        return stop  # «A is a partner of B and C is …»
    return max(stop, scene.phrases[scene.list_from(tied)[-1]].stop)


def _of_several(whole: int, scene: Scene) -> Iterator[Argument]:
    """«the partners | of A», «A's partners include | B and C»."""
    for i, p in enumerate(scene.phrases):
        if p.member_of == whole:
            yield Argument("of" if scene.tokens[p.first - 1].lower == "of" else "with", i)


def _is_role(phrase: Phrase) -> bool:
    """«Speakers from A»: a role in the session that a line of a programme is about."""
    return phrase.mention.rule == "role-in-event"


def _partners(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Partners in the laboratory include A», «The centre’s partners are A and B», «A is a sponsor of B»."""
    in_what = [i for i, p in scene.outer if p.first == cue.token + 2 and p.roles & {"in", "of", "for"}]
    whose = [i for i, p in enumerate(scene.phrases) if "gen" in p.roles and 0 < cue.token - p.stop <= 3]
    for index in (in_what or whose)[:1]:
        yield Argument("subj", index)
        plural = (i for i, p in enumerate(scene.phrases) if p.plural and p.mention.head == cue.token)
        yield from (Argument("with", i) for i in plural)
        yield from (a._replace(role="with") for a in _equated(cue, scene) if a.phrase != index)


def _speaks(cue: Cue) -> bool:
    """«Speakers from A and B»: those who take part by the noun itself."""
    return cue.frame == "attend" and cue.word in lexicon().words("event_roles", "words")


def _labelled(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Hosts: A; B», «Co-organiser – C», «Chair: Dr D»: what stands behind a label."""
    at = cue.token + 1
    marked = at < len(scene.tokens) and scene.tokens[at].text in {":", "–", "—", "|"}
    if not marked or cue.token > LONGEST_LABEL or cue.frame not in {"hold", "found", "run"}:
        return
    first = next((i for i, p in scene.outer if at < p.first <= at + 2), None)
    named = (i for i, p in scene.outer if at < p.first and scene.tokens[p.first - 1].text != "(")
    yield from (Argument("agent", i) for i in named if first is not None)


def _is_owner(cue: Cue) -> bool:
    """«the incubator's owner»: what it belongs to is what has been made."""
    return cue.word in lexicon().words("relational", "owners")


def _is_arm(cue: Cue) -> bool:
    """«the group's drone arm X»: a part of the body that owns it."""
    return cue.frame == "enter" and cue.word in lexicon().words("relational", "arms")


def _is_partner(cue: Cue) -> bool:
    """«the company's partners are A and B»: each works with the company."""
    return cue.frame == "cooperate" and cue.word in lexicon().words("relational", "partners")


def _announced(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A announced the signing of …», «A completed the construction of …»: A does what the noun says."""
    verb = scene.noun_phrase_start(cue.token) - 1
    if cue.frame not in ACTS or verb < 0 or scene.tokens[verb].pos != "VERB":
        return
    if scene.tokens[verb].lemma in lexicon().words("announcing", "verbs") and not cue.use.endswith("passive"):
        yield from (Argument("subj", i) for i in subjects(scene, verb))


def _taken_as(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«With A, B and C as its focus, X …», «taking A as the theme»."""
    start = scene.noun_phrase_start(cue.token)
    if not start or scene.tokens[start - 1].lower != "as":
        return
    last = scene.adjacent(start - 1)
    if last is None:
        return
    members = scene.list_to(last)
    yield from (Argument("on", i) for i in members)
    verb = scene.phrases[members[0]].first - 1
    taking = verb >= 0 and scene.tokens[verb].pos == "VERB"
    yield from (Argument("subj", i) for i in (subjects(scene, verb) if taking else governing(scene, start)))


def _is_near(token: int, phrase: Phrase) -> bool:
    return phrase.first - token <= 3


def _before_seat(scene: Scene, index: int | None) -> int | None:
    """«Pinglan Data | from Shenzhen, a maker of …»: a place behind a name is not what is explained."""
    place = scene.phrases[index] if index is not None else None
    if place is None or not PLACES & set(place.mention.types) or not place.roles & {"in", "from", "of"}:
        return index
    return next((i for i, p in scene.outer if p.stop == place.first - 1), index)


def _copula(cue: Cue, scene: Scene) -> int:
    """«Its partners | are A and B», «CUHK's partners in the project | are …»: where «be» may stand."""
    after = cue.token + 1
    tied = next(
        (p.stop for p in scene.phrases if p.first == after + 1 and p.roles & {*TIES, "member"}), after
    )
    return tied if tied < len(scene.tokens) and scene.tokens[tied].lemma == "be" else after


def _equals(token: Token, cue: Cue) -> bool:
    """«be»; a list of partners or signatories is told by «include» too."""
    listed = _is_partner(cue) or cue.frame == "sign"
    return (token.lemma == "be" and token.pos == "AUX") or (listed and token.lemma == "include")


def _behind_owner(cue: Cue, scene: Scene) -> int:
    """«has been | Huawei's partner»: where a noun begins, with whose it is."""
    start = scene.noun_phrase_start(cue.token)
    owner = next((p for p in scene.phrases if "gen" in p.roles and 0 <= start - p.stop <= 1), None)
    return owner.first if owner is not None else start


def _is_mutual(cue: Cue, tokens: Sequence[Token]) -> bool:
    """«A and B are strategic partners»: of each other, if nothing is said of whom."""
    behind = tokens[cue.token + 1].lower if cue.token + 1 < len(tokens) else ""
    return tokens[cue.token].lower != cue.word and behind not in {"of", "to", "with", "for"}


def _named_beside(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«its partner Huawei», «the university's partner, Huawei, …»."""
    at = cue.token + 1
    at += at < len(scene.tokens) and scene.tokens[at].text == ","
    named = next((i for i, p in scene.outer if p.first == at and not scene.is_prepositional(p)), None)
    if named is not None and (at == cue.token + 1 or scene.tokens[cue.token].lower == cue.word):
        yield from (Argument("with", i) for i in scene.list_from(named))


def _equated(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«The organizers are A and B», «A is a part of B»: what «be» sets equal with a noun."""
    tokens, role = scene.tokens, "with" if _is_partner(cue) else "subj"
    after = _copula(cue, scene)
    if after < len(tokens) and _equals(tokens[after], cue):
        index = next((i for i, p in scene.outer if 0 <= p.first - after - 1 <= 1), None)
        yield from (Argument(role, i) for i in (scene.list_from(index) if index is not None else ()))
        return
    if _is_owner(cue) and after < len(tokens) and tokens[after].text == ",":
        named = next((i for i, p in scene.outer if p.mention.first == after + 1), None)
        yield from (Argument(role, i) for i in (named,) if i is not None)
    if _is_partner(cue):
        yield from _named_beside(cue, scene)
    start = _behind_owner(cue, scene)
    verb = start - 1 - (start > 1 and tokens[start - 1].lower == "as" and tokens[start - 2].pos == "VERB")
    if start > 0 and (tokens[verb].lemma in {"be", "become", "form", "as"} or verb < start - 1):
        opens = verb == 0 and tokens[verb].lemma == "as"  # «As part of A, | B …»
        members = governing(scene, start) if opens else subjects(scene, verb)
        yield from (Argument(role, i) for i in members)
        if role == "with" and _is_mutual(cue, tokens):
            bodies = (i for i in members if "Person" not in scene.phrases[i].mention.types)
            yield from (Argument("subj", i) for i in bodies)
        yield from scene.relative_arguments(verb)
    elif start > 1 and tokens[start - 1].text == ",":
        index = _before_seat(scene, next((i for i, p in scene.outer if p.stop == start - 1), None))
        yield from ((Argument(role, index),) if index is not None else ())
