"""What an English figure may be about: phrases beside its verb, and classes that have such figures."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.languages.en.arguments import arguments
from baygraph.languages.en.clauses import STOPS, is_finite, is_relative, left_edge_of_clause
from baygraph.languages.en.context import STANDING
from baygraph.languages.en.cues import use_of
from baygraph.languages.en.figure_words import suiting, words
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import subjects
from baygraph.languages.pack import Argument, Bearing, Cue, Phrase

ASIDE = frozenset({",", "–", "—", "("})
DIRECT = 3  # tokens from a verb to the figure that is its object
REACH = 14  # tokens between «where» and what lies in the place before it
NEAR = 8  # tokens between a figure and the noun that has it


def bearing(quantity: Quantity, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Bearing:
    """The phrases that a figure may be about, and the classes that it is usual of."""
    parts = tuple(dict.fromkeys(_parts(quantity, sentence, phrases)))
    return Bearing(parts, suiting(sentence.tokens[quantity.measure_head], quantity.unit))


def _parts(quantity: Quantity, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Iterator[Argument]:
    tokens = sentence.tokens
    scene = Scene(tokens, phrases)
    yield from _apposed(quantity, scene)
    verb = predicate(tokens, quantity.first, quantity.stop)
    if verb is None:
        return
    cue = Cue("figure", verb, use_of(tokens, verb), tokens[verb].lemma)
    found = tuple(_with_subject(arguments(cue, sentence, phrases), cue, phrases))
    yield from found
    yield from _direct(quantity, cue, found, tokens)
    if not any(a.role == "subj" for a in found):
        raised = tuple(_raised(scene, verb)) or tuple(_again(scene, verb))
        yield from raised
        yield from _direct(quantity, cue, raised, tokens)
    yield from _owner_of_subject(scene, verb)
    if not any(a.role == "subj" and not phrases[a.phrase].plural for a in found):
        yield from _antecedent(scene, verb)
    for outer in range(verb - 1, -1, -1):
        if is_finite(tokens[outer]) and tokens[outer].pos == "VERB":
            yield from (Argument("outer", i) for i in subjects(scene, outer))
        elif tokens[outer].pos == "AUX":
            main = next((i for i in range(outer + 1, verb) if tokens[i].pos == "VERB"), outer)
            yield from (Argument("outer", i) for i in subjects(scene, main))


def _with_subject(found: Sequence[Argument], cue: Cue, phrases: tuple[Phrase, ...]) -> Iterator[Argument]:
    """«The centre is to be set up with a grant of …»: what a passive verb speaks of, if it is one thing."""
    patients = [a for a in found if a.role == "obj" and phrases[a.phrase].first < cue.token]
    passive = cue.use == "passive" and len(patients) == 1
    told = cue.word in words("verbs", "telling")
    for argument in found:
        if told and argument.role == "subj":
            yield argument._replace(role="with")  # «The organiser reports 740 exhibitors»
        else:
            yield argument._replace(role="subj") if passive and argument in patients else argument


def _direct(
    quantity: Quantity, cue: Cue, found: Sequence[Argument], tokens: Sequence[Token]
) -> Iterator[Argument]:
    """«The laboratory has 420 researchers», «EVE employed 2,900 people»: the figure is the verb's object."""
    doers = [a for a in found if a.role == "subj"]
    if len(doers) == 1 and _is_equipment(quantity, cue, tokens):
        yield doers[0]._replace(role="direct")
    if cue.use != "active" or not 0 < quantity.first - cue.token <= DIRECT:
        return
    between = tokens[cue.token + 1 : quantity.first]
    bare = all(t.pos in {"ADV", "DET", "ADJ", "PUNCT"} for t in between)
    if len(doers) == 1 and bare and tokens[cue.token].lemma not in words("verbs", "telling"):
        yield doers[0]._replace(role="direct")


def _raised(scene: Scene, verb: int) -> Iterator[Argument]:
    """«It is expected to employ 180 people», «the firm plans to hire 20»: whose the outer verb is."""
    tokens, at = scene.tokens, verb - 1
    while at > 0 and (tokens[at].pos in {"ADV", "AUX"} or tokens[at].lower in {"to", "further", "more"}):
        at -= 1
    ties = any(t.lower == "to" for t in tokens[at + 1 : verb])
    if at > 0 and ties and tokens[at].pos in {"VERB", "ADJ"}:
        yield from (Argument("subj", i) for i in subjects(scene, at))


def _again(scene: Scene, verb: int) -> Iterator[Argument]:
    """«The centre is to comprise four lines; it is expected to employ 180 people»: what «it» goes back to."""
    tokens, at = scene.tokens, verb - 1
    while at > 0 and tokens[at].pos in {"AUX", "ADV", "VERB", "ADP", "PART"} and verb - at < DIRECT * 2:
        at -= 1
    said = any(p.first <= at < p.stop for p in scene.phrases)
    if tokens[at].lower == "it" and not said:
        led = [i for i, p in scene.outer if p.stop <= at and "nom" in p.roles and not p.plural]
        yield from (Argument("subj", i) for i in led[:1])


def _is_equipment(quantity: Quantity, cue: Cue, tokens: Sequence[Token]) -> bool:
    """«The centre is to be set up in X with a grant of 18 million»: what the subject gets or has."""
    at = quantity.first
    while at > cue.token + 1 and (
        tokens[at - 1].pos in {"NOUN", "ADJ", "DET"} or tokens[at - 1].lower == "of"
    ):
        at -= 1
    return cue.token < at < quantity.first and tokens[at - 1].lower == "with" and cue.use == "passive"


def _owner_of_subject(scene: Scene, verb: int) -> Iterator[Argument]:
    """«the zone's health industry achieved …», «the district's trade with Chile came to …»: the owner."""
    start = left_edge_of_clause(scene.tokens, verb)
    owners = [i for i, p in enumerate(scene.phrases) if "gen" in p.roles and start <= p.first < verb]
    for index in owners[:1]:
        begin = scene.phrases[index].stop + 1
        between = scene.tokens[begin:verb]
        held = any(p.first <= begin < p.stop and p.mention.kind in STANDING for p in scene.phrases)
        if not held and not any(t.pos in {"VERB", "SCONJ"} and is_finite(t) for t in between):
            yield Argument("attribute", index)


def _apposed(quantity: Quantity, scene: Scene) -> Iterator[Argument]:
    """«MedSonic, an ultrasound company with a payroll of 130»: the name before the noun that has a figure."""
    tokens = scene.tokens
    at = quantity.first
    if at > 1 and tokens[at - 1].pos == "DET" and tokens[at - 2].text in ASIDE and _ends(quantity, tokens):
        named = _named_before(at - 2, scene)
        yield from (Argument("bearer", i) for i in named if not _is_place(scene, i))
    while (
        at > 0 and tokens[at - 1].pos in {"NOUN", "ADJ", "DET", "ADP", "NUM"} and quantity.first - at < NEAR
    ):
        at -= 1
        if tokens[at].lower in {"with", "of"} and tokens[at - 1].pos == "NOUN":
            start = scene.noun_phrase_start(at - 1)
            if start > 1 and tokens[start - 1].text == "," and tokens[start].pos == "DET":
                yield from (Argument("bearer", i) for i in _named_before(start - 1, scene))


def _ends(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """«the project, a 1.5-billion-yuan undertaking which …»: an apposition, and no subject of a clause."""
    after = tokens[quantity.stop] if quantity.stop < len(tokens) else None
    return after is None or after.pos == "PUNCT" or is_relative(after) or after.lower in {"with", "of", "for"}


def _is_place(scene: Scene, index: int) -> bool:
    return any(i == index and PLACES & set(p.mention.types[:1]) for i, p in scene.outer)


def _named_before(stop: int, scene: Scene) -> list[int]:
    """The name before an apposition: of «Lonza's plant in Nansha, a site of …» the plant, not its place."""
    before = [(i, p) for i, p in scene.outer if p.stop <= stop]
    if not before or before[-1][1].stop != stop:
        return []
    index, phrase = before[-1]
    held = len(before) > 1 and "in" in phrase.roles and phrase.first - before[-2][1].stop <= 2
    return [before[-2][0] if held else index]


def _antecedent(scene: Scene, verb: int) -> Iterator[Argument]:
    """«a centre where electrolyzers can be tested»: what the clause is about; «…, at which»: an event."""
    pronoun = scene.pronoun_of(verb)
    if pronoun is None:
        return
    events = [i for i, p in scene.outer if p.stop <= pronoun and "Event" in p.mention.types]
    if events and scene.tokens[pronoun - 1].lower in {"at", "during", "of"}:
        yield Argument("antecedent", events[-1])
        return
    index = scene.antecedent(pronoun)
    where = scene.tokens[pronoun].lower == "where"
    if index is not None:
        yield Argument("where" if where else "antecedent", index)
    if where and index is not None and _is_place(scene, index):
        near = [i for i, p in scene.outer if pronoun - REACH <= p.first and p.stop <= pronoun]
        yield from (Argument("where", i) for i in [i for i in near if not _is_place(scene, i)][-1:])


def predicate(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The verb whose object or complement a number is, else the one whose subject it is."""
    left = _to_the_left(tokens, first)
    return left if left is not None else _to_the_right(tokens, stop)


def _to_the_left(tokens: Sequence[Token], first: int) -> int | None:
    for at in range(first - 1, -1, -1):
        token = tokens[at]
        if token.text in STOPS or (is_relative(token) and token.lower != "that"):
            return None
        if token.pos in {"VERB", "AUX"}:
            return at
    return None


def _to_the_right(tokens: Sequence[Token], stop: int) -> int | None:
    for at in range(stop, len(tokens)):
        if tokens[at].text in STOPS:
            return None
        if is_finite(tokens[at]):
            verbs = (i for i in range(at, min(at + 4, len(tokens))) if tokens[i].pos == "VERB")
            return next(verbs, at)
    return None
