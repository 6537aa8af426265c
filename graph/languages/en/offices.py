"""Words that mean something spoken of before: the place of an office, the event of a role or of guests."""

from dataclasses import replace
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.en.cues import follows
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.persons import titles
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon

EVENT_LINKS = frozenset({"of", "at", "in", "to", "for"})


def offices(found: Finding, people: set[int]) -> None:
    """«Mayor Xu Qin» is the mayor of the city spoken of; «the organisers» are those of the event."""
    for at, token in enumerate(found.tokens):
        if token.lower in _gate() or token.lemma in _gate():
            _at(found, at, token, people)


@cache
def _gate() -> frozenset[str]:
    places = (lexicon().words("titles", kind) for kind in ("of_city", "of_region"))
    kinds = ("verbs", "words", "speech", "houses", "guests", "labels")
    events = (lexicon().words("event_roles", kind) for kind in kinds)
    return frozenset({"set", *(verb for verb, _ in _floors())}).union(*places, *events)


def _at(found: Finding, at: int, token: Token, people: set[int]) -> None:
    cls = _governed(token)
    if cls and at + 1 in people and not _is_owned(found, at):
        found.mentions.append(found.mention(at, at + 1, at, (cls,), "anaphor", "office-of-place"))
    if _attends_unnamed(found, at):
        said = found.mention(at, at + 1, at, ("Event",), "zero", "unsaid-event")
        found.mentions.append(replace(said, name="before"))
    if _is_role_in_event(found, at):
        found.mentions.append(found.mention(at, at + 1, at, ("Event",), "anaphor", "role-in-event"))
    if _is_office_of_body(found, at, people):
        body = lexicon().table("anaphora")[token.lower]
        found.mentions.append(found.mention(at, at + 1, at, body, "anaphor", "office-of-body"))


def _governed(token: Token) -> str:
    """The class of place that an office governs."""
    classes = (("City", "of_city"), ("Region", "of_region"))
    return next((c for c, words in classes if token.lower in lexicon().words("titles", words)), "")


def _is_owned(found: Finding, at: int) -> bool:
    """«Zhuhai Vice Mayor X», «the city's mayor X»: the place is said."""
    while at and found.tokens[at - 1].lower in lexicon().words("titles", "modifiers"):
        at -= 1
    return at > 0 and (found.tokens[at - 1].pos == "PROPN" or found.tokens[at - 1].text in POSSESSIVE | {"-"})


def _attends_unnamed(found: Finding, at: int) -> bool:
    """«More than 300 guests attended.»: the event that was spoken of."""
    token, after = found.tokens[at], found.tokens[at + 1 : at + 2]
    verbs = lexicon().words("event_roles", "verbs")
    following = [singular(t.lower) for t in found.tokens[at + 1 : at + 4]]
    if token.lemma == "set" and lexicon().words("event_roles", "booths") & set(following):
        return not any("Event" in m.types for m in found.mentions)
    if token.pos != "VERB" or any("Event" in m.types for m in found.mentions):
        return False
    if any(token.lemma == v and follows(found.tokens, at, rest) for v, rest in _floors()):
        return True
    if token.lemma not in verbs:
        return False
    return (
        not after
        or after[0].pos in {"PUNCT", "ADV", "SCONJ", "CCONJ"}
        or after[0].lower in {"with", "as", "from"}
    )


@cache
def _floors() -> tuple[tuple[str, list[str]], ...]:
    """«took the floor», «took part»: phrases for being at an event, as a verb and what follows it."""
    phrases = (p.split() for p in lexicon().map("event_roles")["floors"])
    return tuple((verb, rest) for verb, *rest in phrases)


def _is_role_in_event(found: Finding, at: int) -> bool:
    """«the organisers», «gave a speech», «also present»: of the event that the sentence does not name."""
    token, after = found.tokens[at], found.tokens[at + 1].lower if at + 1 < len(found.tokens) else ""
    roles = lexicon().words("event_roles", "words")
    if at == 0 and after in {":", "by"} and token.lower in lexicon().words("event_roles", "labels"):
        return True  # «Welcome by X», «Chair: Y»
    if token.pos == "NOUN" and singular(token.lower) in roles:
        return after not in EVENT_LINKS
    among = [t.lower for t in found.tokens[:at]] == ["among", "the"]  # «Among the guests was X»
    if token.lower not in lexicon().words("event_roles", "speech") and not among:
        return False
    return not any("Event" in m.types for m in found.mentions) and after not in EVENT_LINKS - {"of"}


def _is_office_of_body(found: Finding, at: int, people: set[int]) -> bool:
    """«university president Wang Shuguo», «company chairman Liu»: the body spoken of."""
    token = found.tokens[at]
    if token.pos != "NOUN" or token.lower not in lexicon().words("event_roles", "houses"):
        return False
    stop = at + 1
    while stop < len(found.tokens) and found.tokens[stop].lower in titles() | lexicon().words(
        "titles", "modifiers"
    ):
        stop += 1
    return stop > at + 1 and stop in people
