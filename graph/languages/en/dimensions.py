"""Measures that a unit or a verb beside it tells: areas, distances, weights, capacities, output."""

from baygraph.languages.en.cases import Case, Measure, timed, verb_of
from baygraph.languages.en.figure_words import name_of, namings, words

NEAR = 4  # tokens between a verb of holding and its amount
CAN = frozenset({"can", "could", "may", "to"})


def dimension(case: Case) -> Measure | None:
    """What the unit measures, where nothing else is said: «covers 98 hectares» is an area."""
    if case.number.unit == "%":
        return None
    name = _told(case) or namings("dimensions").get(case.number.unit)
    if name is None:
        return None
    return Measure(name, case.number.first, case.number.end, "figure/dimension", 0.8)


def _told(case: Case) -> str | None:
    """«displaces 8,500 tonnes», «700 metres under a hill», «60 kilometres from Guangzhou»."""
    before, after = case.word(case.number.start - 1), case.word(case.number.end)
    if case.number.unit in {"km", "m", "mile"} and after in words("uncounted", "distant"):
        return name_of("distance")
    if case.number.unit in {"km", "mile"}:
        return name_of("length") if _occupies(case) else None
    near = before if case.number.unit in {"t", "kg"} else after if case.number.unit == "m" else ""
    return namings("dimensions_told").get(near)


def _occupies(case: Case) -> bool:
    """«The line runs 55 kilometres», «stretches over 12 km»."""
    verb = verb_of(case)
    return verb is not None and case.tokens[verb].lemma in words("verbs", "lying")


def capacity(case: Case) -> Measure | None:
    """«a rig that can lift 907 t», «with room for 25,000 tonnes»: how much goes in."""
    at = case.number.start
    if case.number.unit not in words("nouns", "output_of"):
        return None
    room = case.word(at - 1) == "for" and case.word(at - 2) in words("nouns", "room")
    verb = next((i for i in range(at - 1, max(0, at - NEAR), -1) if case.tokens[i].pos == "VERB"), 0)
    able = case.tokens[verb].lemma in words("verbs", "holding") and case.word(verb - 1) in CAN
    if not room and not (verb and able and case.word(case.number.end) != "of"):
        return None
    return Measure(name_of("capacity"), at - 1, case.number.end, "figure/capacity", 0.75)


def output(case: Case) -> Measure | None:
    """«makes 75,000 tonnes a year»: what is made in a time."""
    end, verb = case.number.end, verb_of(case)
    made = verb is not None and case.tokens[verb].lemma in words("verbs", "making")
    if case.number.unit not in words("nouns", "output_of") or not timed(case) or not made:
        return None
    return Measure(name_of("output"), case.number.first, end, "figure/output", 0.75)
