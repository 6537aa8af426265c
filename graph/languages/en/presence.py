"""Who does something at an event is there: «A signed … at the fair», «A had a stand at the fair»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.en.cues import modality
from baygraph.languages.en.doers import doers
from baygraph.languages.en.names import INSTITUTIONS
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

FARTHEST = 16  # tokens between a verb and the event where it is done
OPENS = 6  # tokens between an event that opens a sentence and the subject
ACTING = INSTITUTIONS | {"Person"}


def present(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Cue, ...]:
    """The cues at prepositions before an event where somebody does something."""
    tokens = sentence.tokens
    events = {p.first for p in phrases if "Event" in p.mention.types[:1]}
    found = ((at, _verb(tokens, at)) for at in range(len(tokens)) if at + 1 in events)
    return tuple(
        Cue("attend", at, "acting-at", tokens[at].lower, modality(tokens, verb)) for at, verb in found if verb
    )


def _verb(tokens: Sequence[Token], at: int) -> int:
    """The verb of what is done at, in or on the way to an event; 0 if there is none."""
    kind = {"at": "at", "during": "at", "in": "in", "to": "to"}.get(tokens[at].lower, "")
    if not kind:
        return 0
    if at == 0:
        return next((i for i, t in enumerate(tokens) if t.pos == "VERB" and _is_done(tokens, i, "at")), 0)
    for place in range(at - 1, max(0, at - FARTHEST), -1):
        if tokens[place].pos in {"SCONJ", "PRON"} or tokens[place].text in {";", ":"}:
            return 0
        if tokens[place].pos == "VERB" or (tokens[place].lemma == "have" and tokens[place + 1].pos == "DET"):
            return place if _is_done(tokens, place, kind) else 0
    return 0


def _is_done(tokens: Sequence[Token], verb: int, kind: str) -> bool:
    words = lexicon().map("presence")
    behind = {t.lower for t in tokens[verb + 1 : verb + 6]}
    stands = tokens[verb].lemma in words["having"].split()
    booth = stands and kind == "at" and bool(behind & lexicon().words("event_roles", "booths"))
    return booth or tokens[verb].lemma in words[kind].split()


def acting_at(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A signed a contract with B at the fair», «teams from A and B competed in the contest»."""
    verb = _verb(scene.tokens, cue.token)
    event = next((i for i, p in enumerate(scene.phrases) if p.first == cue.token + 1 and _is_event(p)), None)
    found = doers(scene, verb, ACTING) or _among(scene, verb)
    if event is None or not found or scene.tokens[verb].readings[0].form == "ger":
        return
    yield Argument("of", event)
    yield from (Argument("subj", i) for i in found)


def _among(scene: Scene, verb: int) -> list[int]:
    """«More than 40 firms, among them A and B, exhibited …»."""
    groups = [i for i, p in enumerate(scene.phrases) if p.plural and p.stop <= verb and "than" in p.roles]
    return [i for i, p in enumerate(scene.phrases) if p.member_of in groups and p.stop <= verb]


def _is_event(phrase: Phrase) -> bool:
    return "Event" in phrase.mention.types[:1]


PRESENCE = {"acting-at": acting_at}
