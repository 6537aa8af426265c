"""Relations of events and agreements that stand in how phrases are put together, as cues of their own."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.en.clauses import is_finite
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import INSTITUTIONS
from baygraph.languages.en.nouns import people
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

NEAR = 6
DEALS = frozenset({"Agreement"})


def occasional(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Cue, ...]:
    """The cues beside events and agreements: parts of events, who is present, between whom."""
    tokens = sentence.tokens
    stops = frozenset(p.mention.stop for p in phrases if "Event" in p.mention.types)
    return tuple(cue for at in range(len(tokens)) for cue in _at(tokens, at, phrases, stops))


def _at(
    tokens: Sequence[Token], at: int, phrases: tuple[Phrase, ...], events: frozenset[int]
) -> Iterator[Cue]:
    lower = tokens[at].lower
    if lower == "to" and at and tokens[at - 1].lower in lexicon().words("event_roles", "visits"):
        yield Cue("locate", at, "visit-to", lower)
    if at == 0 and lower in {"at", "during"} and any(p.first == 1 and _is_event(p) for p in phrases):
        yield Cue("attend", at, "opening-at", lower)
    if lower in {"of", "at", "during"} and at in events:
        yield Cue("enter", at, "event-of", lower)
    if lower in lexicon().words("attendance", "inverted") and not any(map(is_finite, tokens[:at])):
        yield Cue("attend", at, "inverted", lower)
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if at == 0 and following in {":", "by"} and lower in lexicon().words("event_roles", "labels"):
        yield Cue("attend", at, "labelled", lower)
    if (
        lower == "among"
        and at == 0
        and any(t.lower == "those" or singular(t.lower) in people() for t in tokens[1:6])
    ):
        yield Cue("attend", at, "inverted", lower)
    if lower in lexicon().words("attendance", "settled") and not any(map(is_finite, tokens[:at])):
        yield Cue("locate", at, "settled", lower)
    if lower == "as" and _role_after(tokens, at):
        yield Cue("hold", at, "as-organizer", lower)
    if lower in {"between", "among", "with"} and _is_deal(at, phrases):
        yield Cue("sign", at, "deal", lower)


def _is_deal(at: int, phrases: Sequence[Phrase]) -> bool:
    return any(DEALS & set(p.mention.types[:1]) and p.mention.stop == at for p in phrases)


def event_of(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the opening ceremony of the summit», «a session at the forum»: an event inside another."""
    part = next(
        (i for i, p in enumerate(scene.phrases) if p.mention.stop == cue.token and _is_event(p)), None
    )
    whole = next((i for i, p in enumerate(scene.phrases) if p.first == cue.token + 1 and _is_event(p)), None)
    if part is not None and whole is not None and not scene.phrases[part].plural:
        yield Argument("subj", part)
        yield Argument("in", whole)


def opening_at(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«At the forum in Macao, Li Ming of Huawei called for …»: who does something at an event."""
    event = next((i for i, p in scene.outer if p.first == 1 and _is_event(p)), None)
    stop = scene.phrases[event].stop if event is not None else len(scene.tokens)
    comma = next(
        (i for i in range(stop, min(stop + NEAR, len(scene.tokens))) if scene.tokens[i].text == ","), 0
    )
    first = next((i for i, p in scene.outer if p.first == comma + 1), None) if comma else None
    if event is None or first is None or "Person" not in scene.phrases[first].mention.types:
        return
    yield Argument("at", event)
    yield from (Argument("subj", i) for i in scene.list_from(first))


def visit_to(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«a seven-day visit to the United Kingdom, France and Switzerland»: where a visit is paid."""
    visit = next(
        (i for i, p in enumerate(scene.phrases) if p.mention.stop == cue.token and _is_event(p)), None
    )
    first = next((i for i, p in scene.outer if p.first == cue.token + 1), None)
    if visit is not None and first is not None:
        yield Argument("subj", visit)
        yield from (Argument("in", i) for i in scene.list_from(first))


def _is_event(phrase: Phrase) -> bool:
    return "Event" in phrase.mention.types[:1]


def inverted(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Also present was A», «Attending the forum were A and B»: the subject stands behind the verb."""
    tokens = scene.tokens
    verbs = (i for i in range(cue.token + 1, len(tokens)) if tokens[i].pos in {"AUX", "VERB"})
    if cue.word == "among":  # «Among those who spoke were A and B»
        verbs = (i for i in verbs if tokens[i].lemma == "be" and tokens[i + 1 : i + 2] != ())
        verbs = (i for i in verbs if tokens[i + 1].pos in {"PROPN", "DET"})
    be = next(verbs, None)
    if be is None or tokens[be].lemma != "be":
        return
    first = next((i for i, p in scene.outer if 0 <= p.first - be - 1 <= 1), None)
    if first is None:
        return
    yield from (Argument("subj", i) for i in scene.list_from(first))
    yield from (Argument("at", i) for i, p in scene.outer if _is_event(p) and cue.token <= p.first < be)


def labelled(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Chair: Dr Pan Suqin, Wuyi University», «Welcome by A and by B»: who acts in the event of a line."""
    yield from (Argument("at", i) for i, p in scene.outer if _is_event(p) and p.mention.first == 0)
    named = [(i, p) for i, p in scene.outer if p.first > cue.token]
    people = [i for i, p in named if "Person" in p.mention.types]
    yield from (Argument("subj", i) for i in people or [i for i, p in named if _may_sign(p)])


def settled(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Already settled here are A and B», «Also based in Nansha is A»."""
    found = list(inverted(cue, scene))
    yield from (a for a in found if a.role == "subj")
    first = min((scene.phrases[a.phrase].first for a in found), default=0)
    yield from (Argument("in", i) for i, p in scene.outer if cue.token < p.first < first and "in" in p.roles)


def as_organizer(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«with A as the executive organizer, the congress …», «with A and B as co-organisers»."""
    tokens = scene.tokens
    role = _role_after(tokens, cue.token)
    last = scene.adjacent(cue.token) if role else None
    if last is None:
        return
    members = scene.list_to(last)
    event = next(
        (i for i, p in scene.outer if _is_event(p) and p.mention.rule != "role-in-event" and p.first > role),
        None,
    )
    event = (
        event
        if event is not None
        else next((i for i, p in reversed(scene.outer) if _is_event(p) and p.stop <= cue.token), None)
    )
    if event is not None and scene.tokens[scene.phrases[members[0]].first - 1].lower == "with":
        yield Argument("obj", event)
        yield from (Argument("subj", i) for i in members)


def _role_after(tokens: Sequence[Token], at: int) -> int:
    """«as the executive organizer»: the token of the role in an event, or 0."""
    roles = lexicon().words("cues", "hold", "nouns")
    return next((i for i in range(at + 1, min(at + 5, len(tokens))) if _is_role(tokens[i], roles)), 0)


def _is_role(token: Token, roles: frozenset[str]) -> bool:
    return token.lower in roles or token.lemma in roles


def deal(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«an agreement between A and B», «its agreement with B»: who is a party to it."""
    agreement = next((i for i, p in enumerate(scene.phrases) if p.mention.stop == cue.token), None)
    first = next((i for i, p in scene.outer if p.first == cue.token + 1), None)
    if agreement is None or first is None:
        return
    yield Argument("obj", agreement)
    members = [i for i in scene.list_from(first) if _may_sign(scene.phrases[i])]
    yield from (Argument("with", i) for i in members)  # that several sign makes no pair work together


def _may_sign(phrase: Phrase) -> bool:
    return bool((INSTITUTIONS | {"Person", "City", "Region", "District", "Park"}) & set(phrase.mention.types))


OCCASIONS = {
    "opening-at": opening_at,
    "settled": settled,
    "visit-to": visit_to,
    "event-of": event_of,
    "labelled": labelled,
    "inverted": inverted,
    "as-organizer": as_organizer,
    "deal": deal,
}
