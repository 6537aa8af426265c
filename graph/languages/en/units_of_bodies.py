"""Units of bodies and people of bodies by their owners: «HKUST's Faculty of Science», «X, whose Dr Y …»."""

from collections.abc import Iterator

from baygraph.languages.en.names import INSTITUTIONS
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

HOUSES = frozenset({"University", "ResearchInstitute", "GovernmentBody", "Association", "Institution"})
PARTS = frozenset({"Laboratory", "Institution", "ResearchInstitute", "GovernmentBody", "Association"})
SITES = frozenset({"Facility", "Platform", "Incubator", "Workstation", "Laboratory"})
CAMPUS = "campus"
PRONOUNS = frozenset({"its", "our"})


def is_unit(owner: Phrase, owned: Phrase) -> bool:
    """Say whether what a body owns is a part of it: a laboratory, a faculty, an office, a campus."""
    last = owned.mention.name.lower().rpartition(" ")[2]
    if owned.mention.kind == "described" and last in lexicon().words("described", "abroad"):
        return bool(INSTITUTIONS & set(owner.mention.types[:1]))  # «Advantage Austria's Guangzhou office»
    if not HOUSES & set(owner.mention.types[:1]) or owned.mention.kind == "known":
        return False
    return bool(PARTS & set(owned.mention.types[:1])) or owned.mention.name.lower().endswith(CAMPUS)


def unit_of(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Jinan University's Faculty of Science», «its Structures Laboratory», «the committee's Office»."""
    owner = next((i for i, p in enumerate(scene.phrases) if stands_before(p, cue)), None)
    begin = cue.token + 1
    owned = next(
        (i for i, p in scene.outer if p.first <= begin <= p.mention.first and "gen" not in p.roles), None
    )
    if owner is not None and owned is not None and is_unit(scene.phrases[owner], scene.phrases[owned]):
        yield Argument("subj", owned)
        yield Argument("in", owner)


def stands_before(phrase: Phrase, cue: Cue) -> bool:
    """Say whether an owner ends before «'s» or is itself the pronoun «its»."""
    return (phrase.mention.first if cue.word in PRONOUNS else phrase.mention.stop) == cue.token


def whose_unit(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Forum Macao, whose Permanent Secretariat …», «the park, whose Supercomputing Centre …»."""
    whole = scene.adjacent(cue.token)
    unit = next((i for i, p in scene.outer if 0 <= p.first - cue.token <= 1), None)
    if whole is None or unit is None or scene.phrases[unit].mention.kind == "known":
        return
    park = "Park" in scene.phrases[whole].mention.types[:1]
    owned = set(scene.phrases[unit].mention.types[:1])
    if is_unit(scene.phrases[whole], scene.phrases[unit]) or (park and (SITES | PARTS) & owned):
        yield Argument("subj", unit)
        yield Argument("in", whole)


def whose_person(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«Forschungszentrum Jülich, whose Dr Henrik Tillmanns was there»."""
    person = next((i for i, p in scene.outer if 0 < p.first - cue.token <= 1 and _is_person(p)), None)
    house = scene.adjacent(cue.token)
    if person is not None and house is not None:
        yield Argument("subj", person)
        yield Argument("of", house)


def _is_person(phrase: Phrase) -> bool:
    return "Person" in phrase.mention.types


def own_event(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«its annual conference», «the society's autumn school», «our contest»: whose meeting it is."""
    owner = next((i for i, p in enumerate(scene.phrases) if stands_before(p, cue) and _holds(p)), None)
    begin = cue.token + 1
    event = next((i for i, p in scene.outer if p.first <= begin <= p.mention.first and _is_held(p)), None)
    if owner is not None and event is not None:
        yield Argument("obj", event)
        yield Argument("subj", owner)


def _holds(phrase: Phrase) -> bool:
    return bool((INSTITUTIONS | SITES | {"Park"}) & set(phrase.mention.types[:1]))


def _is_held(phrase: Phrase) -> bool:
    """A meeting, no act or part («its visit», «its opening», «its final»)."""
    last = phrase.mention.name.lower().rpartition(" ")[2]
    acts = lexicon().words("event_roles", "acts") | lexicon().words("parts", "events")
    told = phrase.mention.rule in {"role-in-event", "told-session"}
    plain = phrase.mention.kind in {"known", "named", "described"} and not phrase.plural and not told
    return plain and "Event" in phrase.mention.types[:1] and last not in acts


UNITS = {"own-event": own_event, "unit-of": unit_of, "whose-unit": whose_unit, "whose-person": whose_person}
