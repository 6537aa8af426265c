"""English words: readings by rule and small lists, stems by Snowball."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import Stemmer

from baygraph.annotation import Reading
from baygraph.languages.en.words import lexicon

CLOSED = ("DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "ADV", "NUM", "ADJ")
ADJECTIVE_ENDINGS = (
    "al",
    "ive",
    "ous",
    "ic",
    "ful",
    "less",
    "able",
    "ible",
    "ary",
    "ern",
    "ese",
    "ian",
    "ish",
)
VOWELS = frozenset("aeiou")

# Every form of a verb is told by base, s (third person), past, part (past participle) or ing.
Forms = Mapping[str, tuple[tuple[str, str], ...]]


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=100_000)
def stem(lower: str) -> str:
    """The Snowball stem of a lower-case word."""
    return str(_stemmer().stemWord(lower.replace("’", "'")))


@cache
def closed() -> dict[str, str]:
    """Word of a closed class, or common adjective or adverb → its part of speech."""
    out: dict[str, str] = {}
    for pos in CLOSED:
        for word in lexicon().words("closed", pos):
            out.setdefault(word, pos)
    return out


@cache
def verb_forms() -> Forms:
    """Word → the verbs it may be a form of, each with the form."""
    out: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for base in sorted(_bases()):
        for word, form in conjugated(base):
            out[word].append((base, form))
    return {word: tuple(dict.fromkeys(found)) for word, found in out.items()}


def _bases() -> set[str]:
    listed = {
        words.split()[0] for frame in lexicon().map("cues").values() for words in frame.get("verbs", ())
    }
    return (listed | lexicon().words("verbs") | lexicon().words("aims", "verbs")) - {"be", "have", "do"}


def conjugated(base: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with what it is."""
    irregular = lexicon().map("irregular").get(base.removeprefix("co-"))
    yield base, "base"
    yield _third(base), "s"
    yield from ((word, "ing") for word in _with_ending(base, "ing"))
    if irregular:
        past, part = irregular.split()
        prefix = "co-" if base.startswith("co-") else ""
        yield prefix + past, "past"
        yield prefix + part, "part"
    else:
        yield from ((word, form) for word in _with_ending(base, "ed") for form in ("past", "part"))


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with_ending(base: str, ending: str) -> tuple[str, ...]:
    """«plan» → planned, «create» → created, «study» → studied; both spellings where the doubling varies."""
    if base.endswith("ie") and ending == "ing":
        return (base[:-2] + "ying",)
    if base.endswith("e") and not (base.endswith("ee") and ending == "ing"):
        return (base[:-1] + ending,)
    if base.endswith("y") and base[-2] not in VOWELS and ending == "ed":
        return (base[:-1] + "ied",)
    if base.endswith(("ial", "uel")) or (
        len(base) > 2
        and base[-1] not in VOWELS | set("wxyhs")
        and base[-2] in VOWELS
        and base[-3] not in VOWELS
    ):
        return (base + base[-1] + ending, base + ending)
    return (base + ending,)


@lru_cache(maxsize=100_000)
def singular(lower: str) -> str:
    """The singular of a noun; a noun that is no plural stays as it is."""
    irregular = lexicon().map("plurals").get(lower)
    if irregular:
        return str(irregular)
    if len(lower) < 4 or not lower.endswith("s") or lower.endswith(("ss", "us", "is")):
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return lower[:-2]
    return lower[:-1]


def is_plural(lower: str) -> bool:
    """Say whether a word is a noun's plural by its form."""
    return singular(lower) != lower or lower in {"people", "staff"}


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Reading, ...]:
    """What a word may be by itself, likeliest first; its neighbours decide later."""
    lower = word.lower()
    if word[0].isdecimal():
        return (Reading(lower, "NUM" if word[-1].isdecimal() else "ADJ"),)
    if not word[0].isalpha():
        return (Reading(lower, "PART" if len(word) > 1 and word[1] == "s" else "PUNCT"),)
    if lower in closed() and (word[0].islower() or len(word) == 1 or not word.isupper()):
        verbs = _verbal(lower) if closed()[lower] == "ADJ" else ()
        return (Reading(AUXILIARIES.get(lower, lower), closed()[lower]), *_proper(word), *verbs)
    return (*_proper(word), *_verbal(lower), *_nominal(lower))


AUXILIARIES = dict.fromkeys(["am", "is", "are", "was", "were", "been", "being"], "be") | dict.fromkeys(
    ["has", "had", "having"], "have"
)


def _proper(word: str) -> tuple[Reading, ...]:
    return (Reading(singular(word.lower()), "PROPN"),) if word != word.lower() else ()


def _verbal(lower: str) -> tuple[Reading, ...]:
    found = verb_forms().get(lower) or verb_forms().get(lower.removeprefix("co-"), ())
    if not found and len(lower) > 5 and lower.endswith("ed") and "-" not in lower:
        found = tuple((lower[:-2], form) for form in ("past", "part"))
    return tuple(_verb(base, form) for base, form in found)


def _verb(base: str, form: str) -> Reading:
    if form == "part":
        return Reading(base, "VERB", form="part", voice="pass", tense="past")
    tense = "past" if form == "past" else "pres"
    return Reading(
        base, "VERB", form={"base": "inf", "ing": "ger"}.get(form, "fin"), voice="act", tense=tense
    )


def _nominal(lower: str) -> tuple[Reading, ...]:
    if lower.endswith("ly") and len(lower) > 4 and lower not in lexicon().words("nouns_like_adverbs"):
        return (Reading(lower, "ADV"),)
    like = lexicon().words("nouns_like_adjectives")
    adjective = lower.endswith(ADJECTIVE_ENDINGS) and len(lower) > 4 and lower not in like
    number = "pl" if is_plural(lower) else "sg"
    noun = Reading(singular(lower), "NOUN", number=number)
    return (Reading(lower, "ADJ"), noun) if adjective else (noun,)
