"""Who acts as one: «A and B jointly train …», «a joint creation of A and B», «a joint fair with A»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.en.cues import modality
from baygraph.languages.en.doers import HOUSES, NOUNS, acting, acts, doers, is_people, members_at
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import subjects
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

NEAR = 4  # tokens between «jointly» and its verb
LONGEST = 9  # tokens of a noun phrase with what hangs on it («a joint laboratory for batteries with …»)
BEHIND = 14  # tokens between a verb and «with»
TIES = frozenset({"of", "by", "between", "involving", "from"})
TYING = frozenset({"Agreement", "Project", "Program", "Association"})


def united(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Cue, ...]:
    """The cues at words that say that several act as one."""
    tokens = sentence.tokens
    if sum(acts(p) for p in phrases) < 2:
        return ()
    return tuple(_cue(tokens, at, use) for at in range(len(tokens)) if (use := _use(tokens, at)))


def _cue(tokens: Sequence[Token], at: int, use: str) -> Cue:
    verb = _verb_beside(tokens, at, use)
    said = modality(tokens, verb) if verb is not None else ""
    return Cue(_frame(tokens, at, use, verb), at, use, tokens[at].lower, said)


def _use(tokens: Sequence[Token], at: int) -> str:
    """Which of the ways to say it begins here, or nothing."""
    lower, words = tokens[at].lower, lexicon().map("united")
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].pos == "VERB" and tokens[at].lemma in words["binding"].split():
        return "binding"
    if tokens[at].lemma == "bring" and following == "together":
        return "binding"
    if lower == "jointly" or (lower == "together" and following != "with"):
        return "acting-jointly"
    if lower in words["attributes"].split() and tokens[at].pos in {"ADJ", "NOUN"} and following:
        return "joint-thing"
    if lower.startswith("co-") and tokens[at].pos == "VERB":
        return "acting-jointly"
    if lower == "with" and 0 < at < len(tokens) - 1:
        return _with(tokens, at)
    return ""


def _frame(tokens: Sequence[Token], at: int, use: str, verb: int | None) -> str:
    """Who sets up, holds or runs something together may do no more than that."""
    if use == "binding":
        return "associate"
    words = lexicon().map("united")
    if use == "acting-jointly":
        only = verb is not None and tokens[verb].lemma.removeprefix("co-") in words["establishing"].split()
        return "jointly" if only else "cooperate"
    tied = any(t.lower in TIES for t in tokens[at + 2 : at + 4])
    housed = any(t.lower in words["houses"].split() for t in tokens[at + 1 : at + 3])
    return "jointly" if use == "joint-thing" and tied and housed else "cooperate"


def _with(tokens: Sequence[Token], at: int) -> str:
    words = lexicon().map("united")
    if singular(tokens[at - 1].lower) in words["ties"].split():
        return "tied-with"
    verb = _verb_before(tokens, at)
    if verb is not None and tokens[verb].lemma in words["doing"].split():
        return "done-with"
    return ""


def _verb_before(tokens: Sequence[Token], at: int) -> int | None:
    """The nearest verb before a word in the same clause."""
    for place in range(at - 1, max(-1, at - BEHIND), -1):
        if tokens[place].pos == "VERB":
            return place
        if tokens[place].text in {";", ":"} or tokens[place].pos in {"SCONJ", "PRON"}:
            return None
    return None


def _verb_beside(tokens: Sequence[Token], at: int, use: str) -> int | None:
    """Behind «jointly», else before it."""
    if tokens[at].pos == "VERB":
        return at
    if use == "acting-jointly":
        behind = (i for i in range(at + 1, min(at + 3, len(tokens))) if tokens[i].pos == "VERB")
        found = next(behind, None)
        if found is not None and (tokens[at].lower == "jointly" or tokens[at - 1].pos == "AUX"):
            return found
    return _verb_before(tokens, at)


def acting_jointly(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A and B will jointly train …», «developed jointly by A and B», «which A and B run together»."""
    verb = _verb_beside(scene.tokens, cue.token, cue.use)
    words = lexicon().map("united")
    if verb is None or abs(verb - cue.token) > NEAR + 4 * (cue.word == "together"):
        return
    if scene.tokens[verb].lemma in words["sharing"].split():
        return  # «bring together», «jointly won the prize»
    yield from _each(doers(scene, verb), scene)


def joint_thing(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«a joint creation of A and B», «A and B set up a joint course», «A runs a joint course with B»."""
    tokens = scene.tokens
    head = cue.token + 1
    while head < len(tokens) and tokens[head].pos in {*NOUNS, "ADJ"}:
        head += 1
    if head == cue.token + 1:
        return
    if head < len(tokens) and tokens[head].lower in TIES:
        members = members_at(scene, head + 1)
        if len(members) > 1:
            yield from _each(members, scene)
            return
    verb = scene.noun_phrase_start(cue.token) - 1
    makes = verb >= 0 and tokens[verb].pos == "VERB"
    owners = doers(scene, verb) if makes else []
    companions = _companions(scene, cue.token)
    if companions and owners:
        yield from (Argument("subj", i) for i in owners)
        yield from (Argument("with", i) for i in companions)
    elif not companions:
        yield from _each(owners, scene)


def _companions(scene: Scene, at: int) -> list[int]:
    """The bodies behind «with» that hangs on a noun phrase."""
    for place in range(at, min(at + LONGEST, len(scene.tokens) - 1)):
        if scene.tokens[place].pos in {"VERB", "AUX"}:
            return []
        if scene.tokens[place].lower == "with":
            return _beyond(scene, place)
    return []


def _beyond(scene: Scene, at: int) -> list[int]:
    """The bodies behind «with», or whose people stand there («with colleagues from A»)."""
    first = next((i for i, p in scene.outer if 0 <= p.first - at - 1 <= 1 and acts(p)), None)
    if first is None:
        first = _of_counterpart(scene, at + 1)
    return acting(scene, scene.list_from(first)) if first is not None else []


def _of_counterpart(scene: Scene, at: int) -> int | None:
    tokens = scene.tokens
    while at < len(tokens) - 2 and tokens[at].pos in {"DET", "ADJ", "PRON", "NUM"}:
        at += 1
    while at < len(tokens) - 2 and tokens[at].pos in NOUNS and tokens[at + 1].pos in NOUNS:
        at += 1
    if at >= len(tokens) - 2 or not is_people(tokens, at) or tokens[at + 1].lower not in {*HOUSES, ","}:
        return None
    return next((i for i, p in scene.outer if p.first in {at + 1, at + 2} and acts(p)), None)


def tied_with(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A maintains close ties with B», «A has cooperation agreements with B and C»."""
    verb = scene.noun_phrase_start(cue.token - 1) - 1
    if verb < 0 or scene.tokens[verb].lemma not in lexicon().words("united", "keeping"):
        return
    yield from (Argument("subj", i) for i in doers(scene, verb))
    yield from (Argument("with", i) for i in _beyond(scene, cue.token))


def done_with(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«developed by A with B», «A set up a laboratory with B», «works with colleagues from B»."""
    verb = _verb_before(scene.tokens, cue.token)
    others = _beyond(scene, cue.token)
    if verb is None or not others or _is_attribute(scene, others[-1]):
        return
    yield from (Argument("subj", i) for i in doers(scene, verb) if i not in others)
    yield from (Argument("with", i) for i in others)


def _is_attribute(scene: Scene, index: int) -> bool:
    """«with Huawei chips»: a name before a noun."""
    stop = scene.phrases[index].stop
    return stop < len(scene.tokens) and scene.tokens[stop].pos in NOUNS


def _each(members: Sequence[int], scene: Scene) -> Iterator[Argument]:
    """Every one with all others."""
    able = acting(scene, members)
    if len(able) > 1:
        yield from (Argument(role, i) for i in able for role in ("subj", "with"))


def binding(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«The agreement commits A and B to …», «the project, which brings together A, B and C»."""
    if scene.tokens[cue.token].readings[0].voice == "pass":
        return
    begin = cue.token + 1 + (scene.tokens[cue.token].lemma == "bring")
    ties = [i for i in subjects(scene, cue.token) if TYING & set(scene.phrases[i].mention.types[:1])]
    yield from (Argument("of", i) for i in ties)
    yield from (Argument("subj", i) for i in (members_at(scene, begin) or members_at(scene, begin + 1)))


UNITED = {
    "binding": binding,
    "acting-jointly": acting_jointly,
    "joint-thing": joint_thing,
    "tied-with": tied_with,
    "done-with": done_with,
}
