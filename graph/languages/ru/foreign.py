"""Foreign proper names in Cyrillic: the cases that an ending allows, and the form without it."""

from functools import cache, lru_cache

from baygraph.annotation import Reading
from baygraph.languages.ru.words import lexicon, words

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
VOWELS = frozenset("аеиоуыэюя")
HISSING = frozenset("жшчщц")
SOFT_BEFORE = {"я": "gen", "ю": "dat", "е": "loc"}


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Reading, ...]:
    """All (lemma, case) that the ending of a foreign proper name allows; the lemma is in lower case."""
    lower = word.lower().replace("ё", "е")
    return tuple(dict.fromkeys(Reading(lemma, "PROPN", case, "sg", "m") for lemma, case in _forms(lower)))


@cache
def _adjective_endings() -> tuple[str, ...]:
    return tuple(sorted(words("endings", "adjectives")))


def looks_adjectival(lower: str) -> bool:
    """Say whether a word ends as adjectives do («чжуншаньский»)."""
    if len(lower) > 5 and lower.endswith("ском"):  # «в Чжухайском колледже»
        return True
    return len(lower) > 5 and lower.endswith(_adjective_endings()) and ("ск" in lower or "н" in lower[-5:])


@cache
def _relational() -> dict[str, tuple[str, tuple[str, ...]]]:
    rows = ((ending, value.split()) for ending, value in lexicon().map("endings", "relational").items())
    return {"ск" + ending: (gender, tuple(cases)) for ending, (gender, *cases) in rows}


def relational(lower: str, known: bool) -> tuple[Reading, ...]:
    """The readings of an adjective made of a name that no dictionary has («макаоская»), or none."""
    if known or len(lower) < 6:
        return ()
    for length in (5, 4):
        gender, cases = _relational().get(lower[-length:], ("", ()))
        if cases:
            lemma = lower[: 2 - length] + "ий"
            number, gender = ("pl", "") if gender == "pl" else ("sg", gender)
            genders = ("m", "n") if gender == "m" and "nom" not in cases else (gender,)
            return tuple(Reading(lemma, "ADJ", case, number, g) for g in genders for case in cases)
    return ()


def _forms(lower: str) -> list[tuple[str, str]]:
    last = lower[-1:]
    if last not in VOWELS:
        return [*_bare(lower), *_instrumental(lower)]
    if last in "ая":
        return [*_oblique(lower), (lower, "nom")]
    return [*_oblique(lower), *((lower, case) for case in CASES)]


def _bare(lower: str) -> list[tuple[str, str]]:
    """«Шэньчжэнь» is nominative or accusative; a woman's name has this form in every case."""
    return [(lower, "nom"), (lower, "acc")]


def _instrumental(lower: str) -> list[tuple[str, str]]:
    if lower.endswith("ом") and len(lower) > 4:
        return [(lower[:-2], "ins")]
    if lower.endswith("ем") and len(lower) > 4:
        return [(_softened(lower[:-2]), "ins"), (lower[:-2], "ins")]
    return []


def _oblique(lower: str) -> list[tuple[str, str]]:
    stem, last = lower[:-1], lower[-1]
    if len(stem) < 2 or (stem[-1] in VOWELS and last not in SOFT_BEFORE):
        return []
    if last == "а":
        return [(stem, "gen"), (stem, "acc")]
    if last == "у":
        return [(stem, "dat")]
    if last not in SOFT_BEFORE:
        return []
    case = SOFT_BEFORE[last]
    found = [(_softened(stem), case)]
    if last == "е" and stem[-1] not in VOWELS:
        found.append((stem, case))
    return [*found, (found[0][0], "acc")] if last == "я" else found


def _softened(stem: str) -> str:
    """«Чжуншан(я)» is Чжуншань, «Чжуха(я)» is Чжухай."""
    return stem + ("й" if stem[-1] in VOWELS else "" if stem[-1] in HISSING else "ь")
