"""Chinese surnames and given names in Latin letters: pinyin, and the spellings of Hong Kong and Macao."""

import re
from functools import cache, lru_cache

from baygraph.identity.fold import fold
from baygraph.identity.palladius import pinyin_syllables
from baygraph.identity.persons import surnames
from baygraph.languages.en.words import lexicon

SYLLABLE = re.compile(
    r"[A-Z][a-z]?[a-z]?[aeiou]{1,3}(?:ng|n|m|k|p|t|h|c)?|[AEIOU][aeiou]{0,2}(?:ng|n|m|k|p|t|h|c)?"
)


@cache
def _cantonese() -> frozenset[str]:
    return lexicon().words("given", "surnames")


@lru_cache(maxsize=20_000)
def is_surname(lower: str) -> bool:
    """Say whether a word is a Chinese surname, in pinyin or in a Cantonese spelling."""
    plain = lower.replace("lyu", "lu") if lower.startswith("lyu") else lower
    return plain in surnames() or lower in _cantonese()


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Say whether a word may be a Chinese given name: one or two syllables («Yuelong», «Wing-hing»)."""
    plain = fold(word).replace("-", "").replace("'", "").replace("lyu", "lu")
    syllables = pinyin_syllables(plain)
    return is_hyphenated(word) or (bool(syllables) and len(syllables or ()) <= 2)


def is_hyphenated(word: str) -> bool:
    """Say whether a word is a given name of two syllables («Wing-hing»)."""
    first, hyphen, second = word.partition("-")
    return (
        bool(hyphen)
        and first.istitle()
        and second.isalpha()
        and second.islower()
        and max(len(first), len(second)) <= 6
    )
