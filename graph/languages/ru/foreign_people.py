"""Names of people from elsewhere in Cyrillic letters: given names, surnames of Hong Kong, Slavic surnames."""

import re
from functools import cache, lru_cache
from itertools import product

from baygraph.identity.fold import fold
from baygraph.identity.palladius import is_palladius
from baygraph.identity.persons import is_given as is_listed
from baygraph.identity.persons import latin_given
from baygraph.languages.ru import foreign
from baygraph.languages.ru.morphology import is_known, parses_of
from baygraph.languages.ru.words import words

LEAST_LIKELY = 0.1  # of the readings of a word as a given name together
SHORTEST = 4  # letters of a given name that only its sound tells
SYLLABLE = 5  # letters of a Cantonese syllable in Cyrillic
FAMILY = re.compile(r"..(?:[оеё]в|[иы]н)(а|у|ым|е|ой)?$")
ENDINGS_OF_MEN, ENDINGS_OF_WOMEN = frozenset(["", "а", "у", "ым", "е"]), frozenset(["а", "у", "ой"])
SOFT, HARD = re.compile("(?<=[аеоуиэ])(?:ем|я|ю)$"), re.compile("(?<=[мнктпг])(?:ом|а|у|е)$")
CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфцчшщыэ", "abvgdeejziiklmnoprstufccssie", strict=True))
SOUNDS = {**CYRILLIC, "у": "o", "ю": "io", "я": "ia", "х": "", "ь": "", "ъ": ""}
LATIN = (
    ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("lh", "l"), ("nh", "n"), ("ck", "k"),
    ("ee", "i"), ("qu", "k"), ("gui", "gi"), ("gue", "ge"), ("ce", "se"), ("ci", "si"), ("ö", "e"),
    ("ø", "e"), ("ae", "e"), ("w", "v"), ("x", "ks"), ("q", "k"), ("y", "i"), ("u", "o"),
)  # fmt: skip
SPELLED = {"ch": ("", "k", "c", "s"), "c": ("k",), "j": ("j", "i"), "h": ("",), "z": ("z", "c")}
PARTS = re.compile("ch|[cjhz]")
TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def is_given(lower: str) -> bool:
    """Say whether a word is a given name, in any case that a foreign one may stand in («алымкадыром»)."""
    if is_known(lower):
        return _is_given(lower)
    return any(
        _is_given(form) for form in dict.fromkeys((lower, *(r.lemma for r in foreign.readings(lower))))
    )


@lru_cache(maxsize=20_000)
def _is_given(lower: str) -> bool:
    """The same for one form, by a list or by how a name of another alphabet sounds («маттиас»)."""
    plain = lower.replace("ё", "е")
    if lower in words("titles", "given") or plain in words("titles", "given") or is_listed(lower):
        return True
    if is_known(lower):
        return bool(sum(p.score for p in parses_of(lower) if "Name" in p.tag) >= LEAST_LIKELY)
    return len(lower) >= SHORTEST and not is_palladius(lower) and _sound(lower) in _sounds()


def _sound(lower: str) -> str:
    spelled = lower.replace("дж", "ж").replace("кс", "ks")
    return TWICE.sub(r"\1", "".join(SOUNDS.get(letter, letter) for letter in spelled))


@cache
def _sounds() -> frozenset[str]:
    """How the given names of other alphabets sound, as far as Cyrillic keeps it."""
    return frozenset(sound for name in latin_given() for sound in _spellings(name))


def _spellings(name: str) -> list[str]:
    for written, sound in LATIN:
        name = name.replace(written, sound)
    name = fold(name)
    pieces, parts = PARTS.split(name), PARTS.findall(name)
    choices = [SPELLED[part] for part in parts]
    return [
        TWICE.sub(r"\1", "".join(a + b for a, b in zip(pieces, (*chosen, ""), strict=True)))
        for chosen in product(*choices)
    ]


def is_cantonese(lower: str) -> bool:
    """Say whether a word is a surname as Hong Kong and Macao speak it («вонг»)."""
    return lower in words("titles", "cantonese")


@lru_cache(maxsize=20_000)
def is_family(lower: str) -> bool:
    """Say whether a word is made as Russian surnames are and is none that a dictionary explains otherwise."""
    if not FAMILY.search(lower) or is_palladius(lower):
        return False
    return not is_known(lower) or all({"Surn", "Name"} & p.tag.grammemes for p in parses_of(lower))


def nominative_family(lower: str, man: bool) -> str:
    """The nominative of a surname made as Russian ones are, or an empty string («сомовым» → «сомов»)."""
    found = FAMILY.search(lower)
    ending = found[1] or "" if found else ""
    if found is None or ending not in (ENDINGS_OF_MEN if man else ENDINGS_OF_WOMEN):
        return ""
    return lower[: len(lower) - len(ending)] + ("" if man else "а")


def given_of_hyphen(text: str) -> str:
    """The nominative of a given name of two syllables with a hyphen («Кам-фаем» → «Кам-фай»), or nothing."""
    parts = text.split("-")
    if len(parts) != 2 or not all(1 < len(part) <= SYLLABLE + 1 for part in parts) or not text[0].isupper():
        return ""
    return HARD.sub("", SOFT.sub("й", text)) if len(parts[1]) > 2 else text
