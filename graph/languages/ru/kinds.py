"""The class of what a head noun names, where a word beside it decides."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.ru.known_names import place_of_adjective
from baygraph.languages.ru.words import lexicon, words


def by_words(tokens: Sequence[Token], core: int, at: int, stop: int, lemma: str) -> tuple[str, ...]:
    """The class that a head makes with a word beside it («станция по связям …»), or nothing."""
    if lemma in _city_named() and at == stop - 1 == core + 1 and _is_of_city(tokens, core):
        return _city_named()[lemma]
    if lemma in _by_task() and at + 1 < stop and tokens[at + 1].text[0].islower():
        return _by_task()[lemma]
    if lemma not in _paired_heads():
        return ()
    pairs = (f"{lemma} {r.lemma}" for t in tokens[core:stop] for r in t.readings[:2])
    return next((found for pair in pairs if (found := lexicon().table("complements").get(pair))), ())


@cache
def _paired_heads() -> frozenset[str]:
    return frozenset(pair.split()[0] for pair in lexicon().table("complements"))


@cache
def _by_task() -> dict[str, tuple[str, ...]]:
    return lexicon().table("by_task")


@cache
def _city_named() -> dict[str, tuple[str, ...]]:
    return lexicon().table("named_after_city")


def _is_of_city(tokens: Sequence[Token], at: int) -> bool:
    """«Чжаоцинский институт»: the capital adjective of a city."""
    place = place_of_adjective(tokens[at].stem) if tokens[at].text[0].isupper() else None
    return place is not None and "City" in place.types


def by_modifier(modifiers: Sequence[Token], types: tuple[str, ...]) -> tuple[str, ...]:
    """The classes with the one that an adjective decides first («зарубежный центр»)."""
    for token in modifiers:
        for reading in token.readings:
            if reading.lemma in _decided():
                return (_decided()[reading.lemma], *types)
            if (types[0], reading.lemma) in _narrowed():
                return (_narrowed()[types[0], reading.lemma], *types)
    return types


@cache
def _decided() -> dict[str, str]:
    return {m: cls for cls, words in lexicon().map("heads_by_modifier").items() for m in words}


@cache
def _narrowed() -> dict[tuple[str, str], str]:
    """Class of a head and a modifier → the class that they make («исследовательский центр»)."""
    return {
        (of, modifier): cls
        for of, found in lexicon().map("narrowed").items()
        for cls, listed in found.items()
        for modifier in listed.split()
    }


def carried(sentence: Sentence, mention: Mention, kinds: dict[str, tuple[str, ...]]) -> Mention:
    """«постдокторские станции … Станция при больнице»: of the kind told before; ``kinds`` grows."""
    head = sentence.tokens[mention.head].readings
    lemma = next((r.lemma for r in head[:2] if r.lemma in words("seated", "carried")), "")
    if not lemma or "Person" in mention.types:
        return mention
    if mention.types[0] == "Workstation":
        kinds[lemma] = mention.types
    plain = mention.types[0] == "Facility" and lemma in kinds
    return replace(mention, types=kinds[lemma]) if plain else mention
