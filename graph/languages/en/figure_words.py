"""The words of English figures and dates, read once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from baygraph.annotation import Reading, Token
from baygraph.languages.en.morphology import conjugated, singular
from baygraph.languages.lexicon import Lexicon
from baygraph.resources import folder


@cache
def lexicon() -> Lexicon:
    """The words that figures and dates need."""
    return Lexicon.load(folder("languages") / "en" / "figures.toml")


@cache
def words(*path: str) -> frozenset[str]:
    """One list of words."""
    return lexicon().words(*path)


@cache
def namings(section: str) -> dict[str, str]:
    """Word → the name of the first list of a section that holds it."""
    return {word: names[0] for word, names in lexicon().table(section).items()}


def name_of(kind: str) -> str:
    """The noun that names figures of a kind."""
    return next(iter(words("nouns", kind)))


@cache
def _phrases(*path: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → the phrases of a section that begin with it and the key of each, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    section = lexicon().sections
    for step in path:
        section = section[step]
    listed = section.items() if hasattr(section, "items") else [("", section)]
    for key, phrases in listed:
        for phrase in phrases:
            parts = tuple(phrase.split())
            out.setdefault(parts[0], []).append((parts, key))
    return {first: tuple(sorted(found, key=lambda f: (-len(f[0]), f))) for first, found in out.items()}


def starting(tokens: Sequence[Token], at: int, *path: str) -> tuple[int, str]:
    """The end and key of the longest phrase of a section that stands at a token; end 0 if none does."""
    if at < len(tokens):
        for parts, key in _phrases(*path).get(tokens[at].lower, ()):
            if all(
                t.lower == p for t, p in zip(tokens[at : at + len(parts)], parts, strict=False)
            ) and at + len(parts) <= len(tokens):
                return at + len(parts), key
    return 0, ""


@cache
def _backwards(*path: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for found in _phrases(*path).values():
        for parts, key in found:
            out.setdefault(parts[-1], []).append((parts, key))
    return {last: tuple(sorted(found, key=lambda f: (-len(f[0]), f))) for last, found in out.items()}


def ending(tokens: Sequence[Token], stop: int, *path: str) -> tuple[int, str]:
    """The beginning and key of the longest phrase of a section that ends before a token; else -1."""
    if stop > 0:
        for parts, key in _backwards(*path).get(tokens[stop - 1].lower, ()):
            first = stop - len(parts)
            if first >= 0 and all(t.lower == p for t, p in zip(tokens[first:stop], parts, strict=True)):
                return first, key
    return -1, ""


def suiting(head: Token, unit: str) -> frozenset[str]:
    """The classes of things that usually have a figure with this noun or else this unit."""
    table, of_units = lexicon().table("suits"), _units().table("suits")
    by_noun = frozenset((*table.get(head.lower, ()), *table.get(singular(head.lower), ())))
    return by_noun or frozenset(of_units.get(unit, ()))


@cache
def _units() -> Lexicon:
    return Lexicon.load(folder("languages") / "units.toml")


def with_lemmas(tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens with the dictionary forms of verbs that only figures know («donated», «capped»)."""
    return tuple(_known(t) if _is_guessed(t) else t for t in tokens)


def _is_guessed(token: Token) -> bool:
    """A word in «ed» is a verb even where the verb is not known; «bought» is taken for a noun."""
    if token.pos not in {"VERB", "NOUN"} or token.lower not in _pasts() or not token.text[0].islower():
        return False
    return token.pos == "NOUN" or token.lower == token.lemma + "ed"


def _known(token: Token) -> Token:
    base = _pasts()[token.lower]
    verbal = tuple(r._replace(lemma=base) for r in token.readings if r.pos == "VERB")
    taken = (Reading(base, "VERB", form="fin"), Reading(base, "VERB", form="part"))
    return replace(token, readings=verbal or taken)


@cache
def _pasts() -> dict[str, str]:
    """Past form → the verb of figures it is of."""
    forms = ((word, base) for base in _verbs() for word, form in conjugated(base) if form == "past")
    return {word: base for word, base in forms if word != base}


def _verbs() -> Iterator[str]:
    for section in ("deeds", "giving", "doers"):
        yield from (phrase.split()[0] for phrase in lexicon().table(section))
    for name in lexicon().map("verbs"):
        yield from words("verbs", name)
