"""The forms of a verb as readings, and the small words by which a tagger tells them apart."""

from functools import lru_cache

from baygraph.annotation import Reading, Token
from baygraph.languages.en.morphology import is_plural

OPENS_NOUN = frozenset({"DET", "ADJ", "NUM", "ADP"})
OBJECT = frozenset({"DET", "PROPN", "NUM", "PRON"})
BREAK = frozenset({";", ":", ".", "--", "—"})
RELATIVE = frozenset({"which", "who", "whom", "that"})
SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i", "who", "which", "that"})
FUTURE = frozenset({"will", "shall", "would"})
SOLE = frozenset({"about", "over", "nearly", "almost", "only"})
KINDS = {
    ("inf", "pres"): "base",
    ("fin", "pres"): "s",
    ("fin", "past"): "past",
    ("part", "past"): "part",
    ("ger", "pres"): "ing",
}


@lru_cache(maxsize=10_000)
def replace_form(reading: Reading, form: str, tense: str = "", voice: str = "") -> Reading:
    """A verb's reading with another form."""
    return reading._replace(form=form, tense=tense or reading.tense, voice=voice or reading.voice)


def kind_of(reading: Reading) -> str:
    """Which form of its verb a reading is: base, s, past, part or ing."""
    return KINDS[reading.form, reading.tense]


def plural_before(token: Token) -> bool:
    """Say whether a noun is a plural by its reading."""
    return token.readings[0].number == "pl" or is_plural(token.lower)


def may_be_finite(token: Token) -> bool:
    """Say whether some reading of a word can be the verb of a clause."""
    return token.pos == "AUX" or any(r.pos == "VERB" and r.form == "fin" for r in token.readings)
