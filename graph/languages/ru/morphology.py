"""Russian words: readings by pymorphy3 in Universal Dependencies terms, stems by Snowball."""

from functools import cache, lru_cache

import pymorphy3
import Stemmer
from pymorphy3.analyzer import Parse

from baygraph.annotation import Reading
from baygraph.languages.ru import foreign

MOST_READINGS = 8
LEAST_SCORE = 0.015  # of a reading, by the corpus that pymorphy3's scores come from
LEAST_TAIL = 6  # letters of the known word at the end of a compound
FUNCTION_WORDS = frozenset({"ADP", "CCONJ", "PART", "PRON"})
POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADV", "VERB": "VERB", "INFN": "VERB",
    "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON",
    "PRED": "ADV", "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
    "NUMB": "NUM", "ROMN": "NUM", "PNCT": "PUNCT", "LATN": "X", "UNKN": "X",
}  # fmt: skip
CASE = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc",
        "gen2": "gen", "acc2": "acc", "loc2": "loc", "gen1": "gen", "voct": "nom"}  # fmt: skip
FORM = {"INFN": "inf", "PRTF": "part", "PRTS": "part-short", "GRND": "ger", "ADJS": "short", "COMP": "comp"}
GENDER = {"masc": "m", "femn": "f", "neut": "n"}
NUMBER = {"sing": "sg", "plur": "pl"}
VOICE = {"actv": "act", "pssv": "pass"}
TENSE = {"past": "past", "pres": "pres", "futr": "fut"}


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The dictionary, loaded once a process."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1 << 12)
def parses_of(word: str) -> tuple[Parse, ...]:
    """The dictionary's parses of a word, likeliest first: asked for by several steps of one document."""
    return tuple(analyzer().parse(word))


@lru_cache(maxsize=1 << 15)
def is_known(lower: str) -> bool:
    """Say whether the dictionary has a lower-case word."""
    return bool(analyzer().word_is_known(lower))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("russian")


@lru_cache(maxsize=200_000)
def stem(lower: str) -> str:
    """The Snowball stem of a lower-case word."""
    return str(_stemmer().stemWord(lower))


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word, likeliest first; a mark or a Latin word has one."""
    if word[0].isdigit() and not word[-1].isalpha():
        return (Reading(word, "NUM"),)
    if is_foreign(word):
        return foreign.readings(word)
    if relational := foreign.relational(word.lower(), is_known(word.lower())):
        return relational
    likely = [p for p in parses_of(word)[:MOST_READINGS] if p.score >= LEAST_SCORE]
    found = tuple(dict.fromkeys(_reading(p) for p in likely))
    return _without_rare(found) or (Reading(word.lower(), "X"),)


def _without_rare(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """«по» and «и» are in the dictionary as nouns too; running text never means those."""
    if found and found[0].pos in FUNCTION_WORDS:
        return tuple(r for r in found if r.pos in FUNCTION_WORDS)
    return found


def is_foreign(word: str) -> bool:
    """A capitalized Cyrillic word that the dictionary does not have («Суншаньху»)."""
    lower = word.lower()
    return (
        word[:1].isupper()
        and not word.isupper()
        and "а" <= lower[0] <= "я"
        and not is_known(lower)
        and not foreign.looks_adjectival(lower)
        and not _is_compound(lower)
        and not _is_double(lower)
    )


def _is_double(lower: str) -> bool:
    """«Китайско-белорусском», «Пресс-канцелярия»: a common word with another before its hyphen."""
    last = lower.rpartition("-")[2]
    if len(last) == len(lower) or len(last) < LEAST_TAIL:
        return False
    best = parses_of(last)[0]
    proper = {"Name", "Surn", "Patr", "Geox", "Orgn"} & best.tag.grammemes
    return bool(best.is_known and best.tag.POS in {"ADJF", "NOUN"} and not proper)


def _is_compound(lower: str) -> bool:
    """«Соорганизатор», «Киберполигон»: a known word with something before it."""
    return any(is_known(lower[n:]) for n in range(2, 6) if len(lower) - n >= LEAST_TAIL)


def _reading(parse: Parse) -> Reading:
    tag = parse.tag
    part = tag.POS or next((str(g) for g in ("NUMB", "ROMN", "PNCT", "LATN") if g in tag), "UNKN")
    return Reading(
        lemma=parse.normal_form.replace("ё", "е"),
        pos=_pos(part, tag.grammemes),
        case=CASE.get(tag.case or "", ""),
        number=NUMBER.get(tag.number or "", ""),
        gender=GENDER.get(tag.gender or "", ""),
        form=FORM.get(part, ""),
        voice=_voice(part, parse, tag),
        tense=TENSE.get(tag.tense or "", ""),
        animate=tag.animacy == "anim",
    )


def _pos(part: str, grammemes: frozenset[str]) -> str:
    if part == "ADJF" and "Apro" in grammemes:
        return "DET"
    if part == "ADJF" and "Anum" in grammemes:
        return "ADJ"
    if part == "NOUN" and {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"} & grammemes:
        return "PROPN"
    return POS.get(part, "X")


def _voice(part: str, parse: Parse, tag: object) -> str:
    """Participles carry voice; a finite verb on -ся may be a passive («оснащается»)."""
    named = VOICE.get(getattr(tag, "voice", None) or "", "")
    if named:
        return named
    return "refl" if part in {"VERB", "INFN", "GRND"} and parse.word.endswith(("ся", "сь")) else ""
