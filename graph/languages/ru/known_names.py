"""Known names in Russian text: the gazetteer in any inflection, adjectives of places, fields."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from baygraph import gazetteer
from baygraph.annotation import Mention, Sentence
from baygraph.gazetteer import Known
from baygraph.languages.campuses import with_campuses
from baygraph.languages.known import Hit, KnownNames, mark_stem
from baygraph.languages.ru.foreign import looks_adjectival
from baygraph.languages.ru.memo import Last
from baygraph.languages.ru.morphology import is_known, parses_of, stem
from baygraph.languages.ru.words import lexicon
from baygraph.languages.segment import is_acronym

LANGUAGES = ("ru", "en")
UNKNOWN = "~"  # before what is left of a word that no dictionary has: «Макао» is not «мак»
ENDING = re.compile(r"(?<=..)(?:[ое]м|ой|[йьаяуюе])$")
INSTRUMENTAL = re.compile(r"(?<=..)[ое]м$")  # of «Росатома», since «Росатом» loses it too
ADJECTIVE = re.compile(r"(?:[иы]ми|[ео](?:го|му|[йме])|[иы][йхме]|[ая]я|[ую]ю)$")
PLACES = frozenset({"Country", "Region", "City", "District", "Place"})


@cache
def _things() -> KnownNames:
    entries = [e for e in gazetteer.load().entries if "Field" not in e.types]
    return KnownNames(entries, LANGUAGES, match_name)


@cache
def _fields() -> KnownNames:
    return KnownNames(gazetteer.load().fields, LANGUAGES, match_stem)


@Last
def things(sentence: Sentence) -> tuple[Hit, ...]:
    """The known places, institutions and so on that a sentence names."""
    found = tuple(_things().find(sentence.tokens, _names(sentence)))
    return tuple(with_campuses(found, sentence.tokens))


def thing_at(sentence: Sentence, at: int) -> Hit | None:
    """The known thing whose name begins at a token, though a longer name may hold it."""
    return _things().longest(sentence.tokens, _names(sentence), at)


@Last
def fields(sentence: Sentence) -> tuple[Hit, ...]:
    """The known fields that a sentence names."""
    return tuple(_fields().find(sentence.tokens, _stems(sentence)))


@lru_cache(maxsize=200_000)
def match_stem(lower: str) -> str:
    """What all forms of a word share: the stem of its dictionary form, or of a foreign name."""
    if is_known(lower) or "-" in lower:
        return stem(_normal_form(lower))
    return _unknown(lower)


def _normal_form(lower: str) -> str:
    """«данные» are a noun before they are what was given."""
    parses = parses_of(lower)
    noun = next((p for p in parses if p.tag.POS == "NOUN"), parses[0])
    return str((noun if parses[0].tag.POS == "PRTF" else parses[0]).normal_form).replace("ё", "е")


@lru_cache(maxsize=200_000)
def match_name(lower: str) -> str:
    """The same for the words of proper names, which no other word's stem may stand for («данных», Дания)."""
    if is_known(lower) or "-" in lower:
        return _normal_form(lower)
    return _unknown(lower)


def _unknown(lower: str) -> str:
    """What is left of a word that no dictionary has: «высокоэнтропийных» as «высокоэнтропийные»."""
    adjective = ADJECTIVE.search(lower) if looks_adjectival(lower) else None
    return UNKNOWN + (
        lower[: adjective.start()] if adjective else INSTRUMENTAL.sub("", ENDING.sub("", lower))
    )


@Last
def _stems(sentence: Sentence) -> list[str]:
    return [_key(t.text, match_stem) or mark_stem(t) for t in sentence.tokens]


@Last
def _names(sentence: Sentence) -> list[str]:
    return [_key(t.text, match_name) or mark_stem(t) for t in sentence.tokens]


@lru_cache(maxsize=1 << 17)
def _key(word: str, match: Callable[[str], str]) -> str:
    """What a word is looked up by among fields or the names of things; nothing for a mark."""
    lower = word.lower().replace("ё", "е")
    return lower if is_acronym(word) else match(lower) if word[0].isalnum() else ""


@cache
def _acronyms() -> dict[str, Known]:
    """Acronym of a field («ИИ») → the field."""
    return {n.text: e for e in gazetteer.load().fields for n in e.names if is_acronym(n.text)}


def fields_in_compounds(sentence: Sentence) -> list[Mention]:
    """«ИИ-команда»: the field whose acronym is the first part of a compound."""
    parts = ((at, t.text.partition("-")[0]) for at, t in enumerate(sentence.tokens) if "-" in t.text)
    found = ((at, part, _acronyms().get(part)) for at, part in parts)
    return [
        mention_of(sentence, Hit(at, at + 1, entry, part), "field-in-compound")
        for at, part, entry in found
        if entry
    ]


def mention_of(sentence: Sentence, hit: Hit, rule: str) -> Mention:
    """The mention of a known thing."""
    head = next(
        (i for i in range(hit.first, hit.stop) if sentence.tokens[i].pos in {"NOUN", "PROPN", "X"}), hit.first
    )
    return Mention(
        sentence.index, hit.first, hit.stop, head, sentence.span(hit.first, hit.stop), hit.entry.types,
        "known" if hit.entry.key else "named", hit.text, rule, 0.95, hit.entry.key,
    )  # fmt: skip


@cache
def _adjectives() -> dict[str, Known]:
    """The stem of a place's adjective («шэньчжэньский») → the place."""
    out: dict[str, Known] = {}
    load = gazetteer.load()
    for key, words in lexicon().map("place_adjectives").items():
        entry = load.by_key(key)
        if entry:
            out |= {stem(w): entry for w in words.split()}
    for entry in load.entries:
        if PLACES & set(entry.types):
            for adjective in _derived(entry):
                out.setdefault(stem(adjective), entry)
    return out


def _derived(entry: Known) -> Sequence[str]:
    """«Шэньчжэнь» → «шэньчжэньский», «Томск» → «томский», «Нигерия» → «нигерийский»."""
    names = [n.text.lower() for n in entry.names if n.lang == "ru" and n.text.isalpha() and len(n.text) > 3]
    endings = (("ск", "ский"), ("ия", "ийский"), ("а", "ский"), ("ь", "ский"), ("о", "ский"))
    other = [n.removesuffix(end) + made for n in names for end, made in endings if n.endswith(end)]
    return [name + "ский" for name in names] + [a for a in other if is_known(a)]


def place_of_adjective(token_stem: str) -> Known | None:
    """The place that an adjective is made of, or None."""
    return _adjectives().get(token_stem)
