"""Relations that stand in how phrases are put together, as cues of their own: owners, «-based», «under»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.classes import SEATED
from baygraph.languages.en.context import NAMED
from baygraph.languages.en.jointly import JOINTLY
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.nominal import NOMINAL
from baygraph.languages.en.nouns import ends_seat
from baygraph.languages.en.occasions import OCCASIONS
from baygraph.languages.en.presence import PRESENCE
from baygraph.languages.en.programmes import SESSIONS
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import equals
from baygraph.languages.en.tokens import POSSESSIVE, QUOTES
from baygraph.languages.en.united import UNITED
from baygraph.languages.en.units_of_bodies import PRONOUNS, UNITS, is_unit, stands_before
from baygraph.languages.pack import Argument, Cue, Phrase

MAKERS = frozenset({"Company", "University", "ResearchInstitute", "Association"})
WORKING = SEATED | INSTITUTIONS | {"Event", "Project", "Program", "TalentProgram", "Agreement"}
OWNING = POSSESSIVE | PRONOUNS
SCHEMES = frozenset({"Program", "TalentProgram", "Policy"})
BODIES = INSTITUTIONS | {"Laboratory", "Platform", "Workstation", "Park"}


def structural(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Cue, ...]:
    """The cues that lie between the phrases of a sentence."""
    tokens = sentence.tokens
    fields = frozenset(p.first for p in phrases if "Field" in p.mention.types)
    events = frozenset(p.mention.stop for p in phrases if "Event" in p.mention.types)
    return tuple(cue for at in range(len(tokens)) for cue in _at(tokens, at, phrases, fields, events))


def _at(
    tokens: Sequence[Token],
    at: int,
    phrases: tuple[Phrase, ...],
    fields: frozenset[int],
    events: frozenset[int],
) -> Iterator[Cue]:
    lower = tokens[at].lower
    if lower in OWNING:
        if any(p.first <= at + 1 <= p.mention.first and "Event" in p.mention.types[:1] for p in phrases):
            yield Cue("hold", at, "own-event", lower)
        yield Cue("locate", at, "possessive", lower)
        yield Cue("found", at, "owner", lower)
        yield Cue("run", at, "runner", lower)
        yield Cue("enter", at, "unit-of", lower)
    elif ends_seat(tokens, at):
        yield Cue("locate", at, "based", lower)
    elif lower == "home":
        yield Cue("locate", at, "home", lower)
    elif lower == "under":
        yield Cue("enter", at, "under", lower)
    elif lower == "whose":
        yield Cue("found", at, "whose", lower)
        yield Cue("enter", at, "whose-unit", lower)
        yield Cue("office", at, "whose-person", lower)
    elif lower in {"which", "where"}:
        yield Cue("attend", at, "at-which", lower)
    elif lower in {"for", "in", "on", "of"} and at + 1 in fields:
        yield Cue("specialize", at, "in-field", lower)
    if lower == "of" and at in events:
        yield Cue("hold", at, "session", lower)
    if lower == "of" and any(p.mention.first < at < p.mention.stop for p in phrases):
        yield Cue("enter", at, "tail", lower)


def by_structure(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """The parts that phrases play beside a structural cue."""
    yield from PARTS[cue.use](cue, scene)


def _owner(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Guangdong's Zhongshan», «Israel's Trendlines Group»: a place and what lies in it."""
    place = next(
        (
            i
            for i, p in enumerate(scene.phrases)
            if p.mention.stop == cue.token and PLACES & set(p.mention.types)
        ),
        None,
    )
    owned = next((i for i, p in scene.outer if p.mention.first == cue.token + 1), None)
    if place is None or owned is None or not _can_be_owned(scene.phrases[owned]):
        return
    if not (SCHEMES | {"Person", "Field"}) & set(scene.phrases[owned].mention.types):
        yield Argument("in", place)
        yield Argument("subj", owned)


def _can_be_owned(phrase: Phrase) -> bool:
    built = SEATED - {"OverseasStation"} & set(phrase.mention.types[:1])
    return phrase.mention.kind in NAMED or (
        phrase.mention.kind == "described" and (bool(built) or "GovernmentBody" in phrase.mention.types[:1])
    )


def _runner(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Shenzhen's Peacock Plan», «its talent programme»: whose a scheme is."""
    owner = next(
        (
            i
            for i, p in enumerate(scene.phrases)
            if stands_before(p, cue) and (PLACES | INSTITUTIONS) & set(p.mention.types)
        ),
        None,
    )
    begin = (
        cue.token
        + 1
        + (scene.tokens[cue.token + 1].text in QUOTES if cue.token + 1 < len(scene.tokens) else 0)
    )
    owned = next((i for i, p in scene.outer if p.first <= begin <= p.mention.first), None)
    if owner is not None and owned is not None and SCHEMES & set(scene.phrases[owned].mention.types[:1]):
        yield Argument("obj", owned)
        yield Argument("subj", owner)


def _maker(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Huawei's new research center», «HKUST's incubator»: a body and what it has set up."""
    owner = next(
        (i for i, p in enumerate(scene.phrases) if stands_before(p, cue) and MAKERS & set(p.mention.types)),
        None,
    )
    owned = next(
        (i for i, p in scene.outer if p.first <= cue.token + 1 <= p.mention.first and "gen" not in p.roles),
        None,
    )
    if owner is None or owned is None or owner == owned:
        return
    if is_unit(scene.phrases[owner], scene.phrases[owned]):
        return
    between = scene.tokens[cue.token + 1 : scene.phrases[owned].mention.first]
    if SEATED & set(scene.phrases[owned].mention.types[:1]) and all(
        t.pos in {"ADJ", "NUM", "ADV"} for t in between
    ):
        yield Argument("obj", owned)
        yield Argument("subj", owner)


def _based(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Shenzhen-based BGI», «Hong Kong-based firms such as A and B», «A, a Guangzhou-based developer»."""
    place = next((i for i, p in enumerate(scene.phrases) if p.mention.stop == cue.token - 1), None)
    if place is None:
        return
    based = next(((i, p) for i, p in scene.outer if p.mention.head > cue.token), None)
    between = scene.tokens[cue.token + 1 : max(cue.token + 1, based[1].mention.first)] if based else ()
    near = (
        based is not None
        and len(between) <= 7
        and all(t.pos in {"NOUN", "ADJ", "DET", "ADP", "NUM"} or t.text in {",", "-"} for t in between)
    )
    members = scene.list_from(based[0]) if based is not None and near else []
    named = [i for i in members if scene.phrases[i].mention.rule != "known-field"]
    found = equals(scene, scene.phrases[place].mention.first) or named
    if found:
        yield Argument("in", place)
        yield from (Argument("subj", i) for i in found)


def _home(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the Bay Area, home to A and B», «Shenzhen is home to A»."""
    to = next((i for i, p in scene.outer if "to" in p.roles and 0 < p.first - cue.token <= 3), None)
    if to is None:
        return
    at = cue.token
    while at > 0 and scene.tokens[at - 1].pos in {"DET", "ADV", "AUX"}:
        at -= 1
    where = scene.adjacent(at)
    if where is not None:
        yield Argument("in", where)
        yield from (Argument("subj", i) for i in scene.list_from(to))


def _under(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the Department of X under the Ministry of Y», «the laboratory under HKUST»."""
    over = next(
        (
            i
            for i, p in enumerate(scene.phrases)
            if p.first == cue.token + 1 and BODIES & set(p.mention.types)
        ),
        None,
    )
    part = next(
        (
            i
            for i, p in enumerate(scene.phrases)
            if p.mention.stop == cue.token and BODIES & set(p.mention.types)
        ),
        None,
    )
    if over is not None and part is not None:
        yield Argument("subj", part)
        yield Argument("in", over)


def _tail(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the Talent Committee of the Macao Government»: a body named by the body that it is a part of."""
    for index, phrase in enumerate(scene.phrases):
        if phrase.host >= 0 and phrase.first - cue.token == 1 and BODIES & set(phrase.mention.types[:1]):
            host = scene.phrases[phrase.host].mention
            if "affiliated" in host.name.lower().split():
                continue
            if host.first < cue.token < host.stop and BODIES & set(host.types[:1]):
                yield Argument("subj", phrase.host)
                yield Argument("in", index)


def _at_which(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the conference, at which A, B and C …»: who acts where an event is, takes part in it."""
    before = scene.tokens[cue.token - 1].lower
    if cue.word == "which" and before not in {"at", "in", "during"}:
        return
    event = scene.antecedent(cue.token)
    if event is None or "Event" not in scene.phrases[event].mention.types:
        event = _last_event(cue, scene)
    first = next(
        (i for i, p in scene.outer if 0 < p.first - cue.token <= 1 and not scene.is_prepositional(p)), None
    )
    if event is None or first is None or "Event" not in scene.phrases[event].mention.types:
        return
    yield Argument("at", event)
    yield from (Argument("subj", i) for i in scene.list_from(first))


def _last_event(cue: Cue, scene: Scene) -> int | None:
    """«The fair was held in Jiangmen, at which …»: the event is the clause's subject, not the place."""
    before = [i for i, p in scene.outer if p.stop <= cue.token and "Event" in p.mention.types]
    return before[-1] if before else None


def _in_field(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«an incubator for start-ups in robotics», «a platform for A and B»: a field behind what works in it."""
    field_ = next(
        (i for i, p in scene.outer if p.first == cue.token + 1 and "Field" in p.mention.types), None
    )
    if field_ is None:
        return
    at = cue.token
    while at > 0 and scene.tokens[at - 1].pos in {"NOUN", "ADP", "ADJ", "DET"} and cue.token - at < 7:
        body = next(
            (i for i, p in scene.outer if p.mention.stop == at and WORKING & set(p.mention.types[:1])), None
        )
        if body is not None and not scene.phrases[body].plural:
            yield Argument("subj", body)
            yield from (Argument("on", i) for i in scene.list_from(field_))
            return
        at -= 1


def _session(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the 11th meeting of the Joint Task Force»: a body's meeting is held by it."""
    event = next(
        (
            i
            for i, p in enumerate(scene.phrases)
            if p.mention.stop == cue.token and "Event" in p.mention.types
        ),
        None,
    )
    body = next(
        (i for i, p in scene.outer if p.first == cue.token + 1 and INSTITUTIONS & set(p.mention.types)), None
    )
    if event is not None and body is not None:
        yield Argument("obj", event)
        yield Argument("subj", body)


def _whose(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«XPeng, whose factory in Zhaoqing …»: the owner of a facility has set it up."""
    owner = scene.adjacent(cue.token)
    owned = next((i for i, p in scene.outer if p.first in {cue.token, cue.token + 1}), None)
    if owner is None or owned is None or not MAKERS & set(scene.phrases[owner].mention.types):
        return
    if SEATED & set(scene.phrases[owned].mention.types[:1]):
        yield Argument("obj", owned)
        yield Argument("subj", owner)


PARTS = {
    "whose": _whose, "at-which": _at_which, "based": _based, "home": _home, "in-field": _in_field,
    "owner": _maker, "runner": _runner, "possessive": _owner,
    "session": _session, "tail": _tail, "under": _under,
    **OCCASIONS, **NOMINAL, **UNITS, **SESSIONS, **JOINTLY, **UNITED, **PRESENCE,
}  # fmt: skip
