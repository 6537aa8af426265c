"""Whose a body or an event is by the name behind «of»: it belongs to what the noun names."""

from dataclasses import replace

from baygraph.annotation import Mention
from baygraph.languages.en.context import NAMED
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.nouns import NounPhrase
from baygraph.languages.en.words import lexicon

UNITS = frozenset({"GovernmentBody", "Association", "Institution"})  # «the board of the Fund»


def with_holder(found: Finding, phrase: NounPhrase, event: Mention) -> Mention:
    """«the 2017 congress of the Dairy Federation»: the body whose event it is belongs to the name."""
    of = [t.lower for t in found.tokens[phrase.stop : phrase.stop + 2]]
    if of[:1] != ["of"]:
        return event
    at = phrase.stop + 1 + (of[1:] == ["the"])
    held = (m for m in found.mentions if m.first == at and m.kind in NAMED and UNITS & set(m.types[:1]))
    return next((replace(event, name=f"{event.name} of {holder.name}") for holder in held), event)


def governed(found: Finding, phrase: NounPhrase) -> Mention | None:
    """«the administrative committee of Guangzhou Development District»: the place that a body is named by."""
    at, tokens = phrase.stop, found.tokens
    port = tokens[phrase.head].lower in lexicon().words("described", "of_place")
    bodied = port or "GovernmentBody" in phrase.types[:1]
    if not bodied or not phrase.definite or at + 1 >= len(tokens):
        return None
    begin = at + 1 + (tokens[at + 1].lower == "the")
    places = (m for m in found.mentions if m.first == begin and PLACES & set(m.types))
    return next(places, None) if tokens[at].lower == "of" else None
