"""Why two names mean one thing, or why they do not: the key of each, how it came about, and a score."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from baygraph import gazetteer
from baygraph.extract.naming import head_concepts, vocabulary
from baygraph.gazetteer import Known
from baygraph.identity import judgements
from baygraph.identity.fold import slug
from baygraph.identity.judgements import SAME, Judgement
from baygraph.identity.names import name_key, read_name
from baygraph.identity.palladius import palladius_syllables
from baygraph.identity.persons import chinese_name, person_key
from baygraph.identity.pinyin import from_hanzi, has_hanzi
from baygraph.identity.places import place_key
from baygraph.languages.registry import pack_for
from baygraph.model import Name
from baygraph.terms import is_a

PERSON, PLACE, NAMED = "a person", "a place", "an institution, an event or the like"
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SCRIPTS = {"hanzi": "zh", "cyrillic": "ru", "latin": "en"}


class Account(NamedTuple):
    """One way to take a name: as what, the key that follows, and how it came about, line by line."""

    kind: str
    key: str
    how: tuple[str, ...]
    reviewed: bool  # by the gazetteer or a judgement


class Verdict(NamedTuple):
    """Whether two names mean one thing, how alike their keys are (0 to 1), why, and how each was taken."""

    same: bool
    score: float
    why: str
    one: Account
    other: Account


def compare(one: str, other: str) -> str:
    """Tell of two names, each in any script, how their keys come about and whether they mean one thing."""
    verdict = judge(accounts(one), accounts(other))
    word = "One thing" if verdict.same else "Two things"
    told = [*_told(one, verdict.one), "", *_told(other, verdict.other), ""]
    return "\n".join([*told, f"{word}, score {verdict.score:.2f}: {verdict.why}"])


def judge(one: Sequence[Account], other: Sequence[Account]) -> Verdict:
    """Weigh two names in the way of taking them that makes them most alike."""
    pairs = [_weighed(a, b) for a in one for b in other if a.kind == b.kind]
    if not pairs:
        a, b = one[0], other[0]
        return Verdict(False, 0.0, f"{a.key} is {a.kind}, {b.key} is {b.kind}", a, b)
    return max(pairs, key=lambda verdict: verdict.score)


def accounts(name: str) -> tuple[Account, ...]:
    """Give the ways to take a name; a reviewed one leaves no other."""
    known = _known(name)
    ways = [_known_account(name, each) for each in known] or [_ruled(name, kind) for kind in _kinds(name)]
    return tuple(_judged(name, way) for way in ways)


def _weighed(one: Account, other: Account) -> Verdict:
    if one.key == other.key:
        ground = "reviewed" if one.reviewed and other.reviewed else f"both taken as {one.kind}"
        return Verdict(True, 1.0, f"one key, {one.key} ({ground})", one, other)
    a, b = set(one.key.split("-")), set(other.key.split("-"))
    score = 2 * len(a & b) / (len(a) + len(b))
    sides = ((one.key, a - b), (other.key, b - a))
    apart = [f"only {key} has {', '.join(sorted(rest))}" for key, rest in sides if rest]
    return Verdict(False, score, "; ".join(apart) or "the parts stand in another order", one, other)


def _told(name: str, way: Account) -> Iterator[str]:
    yield f"{name} ({language(name)}), as {way.kind}: {way.key}"
    yield from (f"  {line}" for line in way.how)


def language(name: str) -> str:
    """Take a name's script for its language, since a name alone is too short to tell."""
    script = "hanzi" if has_hanzi(name) else "cyrillic" if _CYRILLIC.search(name) else "latin"
    return _SCRIPTS[script]


@cache
def _index() -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for entry in gazetteer.load().entries:
        for text in {_folded(n.text) for n in (*entry.names, *entry.context_names)} | {entry.key}:
            found[text] = (*found.get(text, ()), entry)
    return found


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _known(name: str) -> tuple[Known, ...]:
    return _index().get(_folded(name), ())


def _known_account(name: str, known: Known) -> Account:
    kind = PERSON if is_a(known.types[0], "Person") else PLACE if is_a(known.types[0], "Place") else NAMED
    by_context = _folded(name) in {_folded(n.text) for n in known.context_names}
    where = " where the text speaks of it anyway" if by_context else ""
    return Account(kind, known.key, (f"gazetteer: a name of this {known.types[0]}{where}",), True)


def _kinds(name: str) -> tuple[str, ...]:
    """A word that says what kind of thing it is leaves no doubt; a bare name may be anybody's."""
    lang = language(name)
    if head_concepts(pack_for(lang).name_words(name), lang):
        return (NAMED,)
    is_person = " " in name or chinese_name(name, lang)
    return (PERSON, PLACE, NAMED) if is_person else (PLACE, PERSON, NAMED)


def _ruled(name: str, kind: str) -> Account:
    lang = language(name)
    if kind == PERSON:
        return Account(kind, person_key(name, lang), tuple(_person(name, lang)), False)
    if kind == PLACE:
        return Account(kind, place_key(name, lang), tuple(map(_word_read, name.split())), False)
    words = pack_for(lang).name_words(name)
    how = tuple(_concept(said, parts) for said, parts in read_name(words, lang, vocabulary()))
    key = name_key(words, lang, vocabulary())
    return Account(kind, key, (*how, *_translated(key, how)), False)


def _person(name: str, lang: str) -> Iterator[str]:
    yield from map(_word_read, name.split())
    if parted := chinese_name(name, lang):
        yield f"a Chinese name: surname {parted[0]}, given name {parted[1] or 'none'}"
    else:
        yield "not a Chinese name: its words stay in their order"


def _word_read(word: str) -> str:
    syllables = palladius_syllables(word)
    if has_hanzi(word):
        return f"{word}: {from_hanzi(word)} in pinyin"
    return f"{word}: {'-'.join(syllables)}, by the Palladius system" if syllables else f"{word}: {slug(word)}"


def _concept(said: str, parts: Sequence[str]) -> str:
    return f"{said}: {', '.join(parts)}" if parts else f"{said}: says nothing of which thing it is"


def _translated(key: str, how: Sequence[str]) -> Iterator[str]:
    known = gazetteer.load().by_key(key)
    if known and not any(line.endswith(f": {key}") for line in how):
        yield f"read like a name of the {known.types[0]} {key} of the gazetteer"


def _judged(name: str, way: Account) -> Account:
    judged = judgements.load().judge(way.key, [Name(name, language(name))])
    if judged.by is None:
        return way
    return way._replace(key=judged.key, how=(*way.how, _said(judged.by)), reviewed=True)


def _said(by: Judgement) -> str:
    verdict = "the same as" if by.verdict == SAME else "not"
    return f"judgement: {by.b} is {verdict} {by.a}: {by.why}"
