"""Relations that stand in how phrases are put together, as cues of their own: owners, «-based», «under»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.scene import Scene
from baygraph.languages.pack import Argument, Cue, Phrase

MAKERS = frozenset({"Company", "University", "ResearchInstitute", "Association"})
BUILT = frozenset(
    "OverseasStation Incubator Park Laboratory Workstation Platform Facility ResearchInstitute".split()
)
BODIES = INSTITUTIONS | {"Laboratory", "Platform", "Workstation"}


def structural(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Cue, ...]:
    """The cues that lie between the phrases of a sentence."""
    tokens = sentence.tokens
    return tuple(cue for at in range(1, len(tokens)) for cue in _at(tokens, at, phrases))


def _at(tokens: Sequence[Token], at: int, phrases: tuple[Phrase, ...]) -> Iterator[Cue]:
    lower = tokens[at].lower
    if lower in {"'s", "’s"}:
        yield Cue("locate", at, "possessive", lower)
        yield Cue("found", at, "owner", lower)
    elif lower in {"based", "headquartered"} and tokens[at - 1].text in {"-", "‑", "–"}:
        yield Cue("locate", at, "based", lower)
    elif lower == "home":
        yield Cue("locate", at, "home", lower)
    elif lower == "under":
        yield Cue("enter", at, "under", lower)
    elif lower == "of" and any(p.mention.first < at < p.mention.stop for p in phrases):
        yield Cue("enter", at, "tail", lower)


def by_structure(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """The parts that phrases play beside a structural cue."""
    yield from {"possessive": _owner, "owner": _maker, "based": _based, "home": _home, "under": _under, "tail": _tail}[
        cue.use
    ](cue, scene)


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
    if place is None or owned is None or scene.phrases[owned].mention.kind not in {"known", "named", "loose"}:
        return
    if not {"Person", "Policy", "Program", "Field"} & set(scene.phrases[owned].mention.types):
        yield Argument("in", place)
        yield Argument("subj", owned)


def _maker(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Huawei's new research center», «HKUST's incubator»: a body and what it has set up."""
    owner = next((i for i, p in enumerate(scene.phrases) if p.mention.stop == cue.token and MAKERS & set(p.mention.types)), None)
    owned = next((i for i, p in scene.outer if p.first <= cue.token + 1 <= p.mention.first and "gen" not in p.roles), None)
    if owner is None or owned is None or owner == owned:
        return
    between = scene.tokens[cue.token + 1 : scene.phrases[owned].mention.first]
    if BUILT & set(scene.phrases[owned].mention.types[:1]) and all(t.pos in {"ADJ", "NUM", "ADV"} for t in between):
        yield Argument("obj", owned)
        yield Argument("subj", owner)


def _based(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Shenzhen-based BGI», «Hong Kong-based firms such as A and B»."""
    place = next((i for i, p in enumerate(scene.phrases) if p.mention.stop == cue.token - 1), None)
    based = next(((i, p) for i, p in scene.outer if p.mention.first > cue.token), None)
    if place is None or based is None:
        return
    between = scene.tokens[cue.token + 1 : based[1].mention.first]
    if len(between) <= 7 and all(
        t.pos in {"NOUN", "ADJ", "DET", "ADP", "NUM"} or t.text in {",", "-"} for t in between
    ):
        yield Argument("in", place)
        yield from (Argument("subj", i) for i in scene.list_from(based[0]))


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
        (i for i, p in enumerate(scene.phrases) if p.mention.stop == cue.token and BODIES & set(p.mention.types)),
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
            if host.first < cue.token < host.stop and BODIES & set(host.types[:1]):
                yield Argument("subj", phrase.host)
                yield Argument("in", index)
