"""Relations of noun phrases that stand side by side, as cues: offices, owners, places before and after."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.classes import SEATED
from baygraph.languages.en.capitals import DASHES
from baygraph.languages.en.context import NAMED
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.subjects import equals, subjects
from baygraph.languages.en.titles import is_title
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

HELD = frozenset({"of", "at", "from", "to"})
LOCATED = SEATED | INSTITUTIONS
OWNERS = frozenset({"Company", "University", "ResearchInstitute", "Institution", "Association"})
BE = frozenset({"be", "become"})


def nominal(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Cue, ...]:
    """The cues that lie in how noun phrases stand beside one another."""
    tokens = sentence.tokens
    stops = frozenset(p.stop for p in phrases)
    places = frozenset(p.mention.stop for p in phrases if PLACES & set(p.mention.types))
    return tuple(cue for at in range(len(tokens)) for cue in _at(tokens, at, stops, places))


def _at(tokens: Sequence[Token], at: int, stops: frozenset[int], places: frozenset[int]) -> Iterator[Cue]:
    token = tokens[at]
    if token.pos in {"NOUN", "PROPN"} and is_title(token):
        yield Cue("office", at, "predicate", token.lower)
    elif token.lower == "office" and at and tokens[at - 1].lower in {"head", "main", "principal"}:
        yield Cue("seat", at, "noun", "office")
    elif token.lower == "of" and at in stops:
        yield Cue("found", at, "of-owner", "of")
        yield Cue("locate", at, "of-place", "of")
    elif token.text == "," and at + 2 < len(tokens) and at in stops:
        yield Cue("locate", at, "aside", ",")
    after = token.text not in DASHES
    if after and at in places:
        yield Cue("locate", at, "place-noun", token.lower)


def predicate(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«X is the director of Y», «X was appointed dean of Y», «X will be its head»: an office of a person."""
    tokens = scene.tokens
    if any(p.first <= cue.token < p.stop and "Person" in p.mention.types for p in scene.phrases):
        return
    start = scene.noun_phrase_start(cue.token)
    house = _house(cue.token, start, scene)
    holder = _holder(tokens, start, scene)
    if house is not None and holder:
        yield Argument("of", house)
        yield from (Argument("subj", i) for i in holder if "Person" in scene.phrases[i].mention.types)


def _house(at: int, start: int, scene: Scene) -> int | None:
    """Whose office it is: behind «of» or «at», or before it («its head», «Huawei's president»)."""
    behind = next(
        (i for i, p in scene.outer if p.first == at + 2 and scene.tokens[at + 1].lower in HELD), None
    )
    if behind is not None:
        return behind
    return next(
        (i for i, p in enumerate(scene.phrases) if p.mention.rule == "pronoun" and p.mention.first == start),
        None,
    )


def _holder(tokens: Sequence[Token], start: int, scene: Scene) -> list[int]:
    if start == 0:
        return []
    before = tokens[start - 1]
    if before.pos == "AUX" and before.lemma in BE:
        return subjects(scene, start - 1)
    verb = start - 2 if before.lower == "as" and start > 1 else start - 1
    if tokens[verb].pos == "VERB" and tokens[verb].lemma in lexicon().words("office", "verbs"):
        return subjects(scene, verb)
    return []


def seated(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«whose headquarters is in Y», «X has its headquarters in Y», «X's headquarters in Y»: X is there."""
    tokens, start = scene.tokens, scene.noun_phrase_start(cue.token)
    start += tokens[start].lower in {"its", "their", "the"} and tokens[start - 1].lemma != "have"
    if tokens[start].lower == "whose":
        owner = scene.antecedent(start)
    elif start and tokens[start - 1].lower in POSSESSIVE:
        owner = next((i for i, p in enumerate(scene.phrases) if p.mention.stop == start - 1), None)
    else:
        held = start and tokens[start - 1].lemma == "have"
        owner = next(iter(subjects(scene, start - 1)), None) if held else None
    yield from (Argument("with", i) for i in (owner,) if i is not None)
    where = next((i for i, p in scene.outer if 0 < p.first - cue.token <= 5 and "in" in p.roles), None)
    yield from (Argument("in", i) for i in (where,) if i is not None)


def of_owner(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the robot factory of KUKA»: what is built belongs to the body behind «of»."""
    owned = next((i for i, p in enumerate(scene.phrases) if p.stop == cue.token and _is_site(p)), None)
    owner = next((i for i, p in enumerate(scene.phrases) if p.first == cue.token + 1), None)
    if owned is None or owner is None or scene.phrases[owned].mention.kind not in {"described", "each"}:
        return
    if scene.phrases[owned].mention.name.lower().endswith("campus"):
        return  # a part of a school, no foundation of it
    if OWNERS & set(scene.phrases[owner].mention.types[:1]):
        yield Argument("obj", owned)
        yield Argument("subj", owner)


def of_place(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Karolinska Institutet of Stockholm», «the Park of the Hetao zone»: a place behind a whole name."""
    body = next((i for i, p in enumerate(scene.phrases) if p.stop == cue.token and _is_whole(p)), None)
    place = next((i for i, p in enumerate(scene.phrases) if p.first == cue.token + 1 and _is_town(p)), None)
    if body is not None and place is not None:
        yield Argument("subj", body)
        yield Argument("in", place)


def _is_whole(phrase: Phrase) -> bool:
    named = phrase.mention.kind in NAMED
    return named and bool((OWNERS | {"Park", "Laboratory"}) & set(phrase.mention.types[:1]))


def _is_town(phrase: Phrase) -> bool:
    return bool({"City", "Country", "District"} & set(phrase.mention.types[:1]))


def _is_site(phrase: Phrase) -> bool:
    return bool(SEATED & set(phrase.mention.types[:1]))


def aside(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the Spallation Source, also at Songshan Lake, …»: a place between commas behind what lies there."""
    tokens, at = scene.tokens, cue.token + 1
    at += tokens[at].pos == "ADV"
    place = next((i for i, p in scene.outer if p.first == at + 1 and PLACES & set(p.mention.types)), None)
    thing = next(
        (i for i, p in scene.outer if p.stop == cue.token and LOCATED & set(p.mention.types[:1])), None
    )
    if place is None or thing is None or tokens[at].lower not in {"in", "at", "on", "of", "from"}:
        return
    stop = scene.phrases[place].stop
    closed = stop < len(tokens) and tokens[stop].text in {",", "."}
    if closed and scene.phrases[thing].mention.kind != "anaphor":
        yield Argument("subj", thing)
        yield Argument("in", place)


def place_noun(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«the Lausanne company Neurolace», «the Zhuhai campus»: a place before what lies in it."""
    place = next((i for i, p in enumerate(scene.phrases) if _ends_place(p, cue.token)), None)
    if place is None or scene.tokens[scene.phrases[place].mention.first - 1].text in DASHES:
        return
    inside = next((i for i, p in enumerate(scene.phrases) if _is_modified(p, scene.phrases[place])), None)
    named = next((i for i, p in scene.outer if p.mention.first > cue.token), None)
    found = inside if inside is not None else named
    if inside is None and _is_maker(scene.tokens[cue.token]):
        same = equals(scene, scene.phrases[place].mention.first)
        if same and LOCATED & set(scene.phrases[same[0]].mention.types[:1]):
            yield Argument("subj", same[0])  # «EHang, the Guangzhou developer of drones»
            yield Argument("in", place)
            return
    if found is None or (inside is None and not _is_apposed(scene, cue.token, scene.phrases[found])):
        return
    yield Argument("subj", found)
    yield Argument("in", place)


def _is_maker(token: Token) -> bool:
    return token.pos == "NOUN" and singular(token.lower) in lexicon().table("appositive")


def _ends_place(phrase: Phrase, at: int) -> bool:
    return (
        phrase.mention.stop == at
        and bool(PLACES & set(phrase.mention.types))
        and phrase.mention.kind != "adjective"
    )


def _is_modified(phrase: Phrase, place: Phrase) -> bool:
    """A description in small letters that the place's name begins («the Zhuhai campus»)."""
    mention = phrase.mention
    return (
        mention.kind == "described"
        and bool((SEATED - {"OverseasStation"}) & set(mention.types[:1]))
        and mention.first <= place.mention.first
        and place.mention.stop <= mention.head
        and mention.name.split()[-1] not in lexicon().words("described", "abroad")
    )


def _is_apposed(scene: Scene, at: int, phrase: Phrase) -> bool:
    between = scene.tokens[at : phrase.mention.first]
    nouns = lexicon().table("appositive")
    return (
        0 < len(between) <= 4
        and all(t.pos in {"NOUN", "ADJ"} or t.text == "-" for t in between)
        and bool(LOCATED & set(nouns.get(singular(between[-1].lower), ())))
        and bool(LOCATED & set(phrase.mention.types))
        and phrase.mention.kind in NAMED
    )


NOMINAL = {
    "predicate": predicate,
    "of-owner": of_owner,
    "of-place": of_place,
    "aside": aside,
    "place-noun": place_noun,
}
