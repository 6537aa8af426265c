"""Known names in a text: the gazetteer's entries by the stems of their words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from baygraph import gazetteer
from baygraph.annotation import Token
from baygraph.gazetteer import Known
from baygraph.languages.segment import TOKEN, is_acronym

SAME_MARK = str.maketrans(
    {"«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "—": "-", "–": "-", "‑": "-", "’": "'"}
)

BRACKETS = frozenset("()")

# Where a station of a city looks for nobody abroad, by the keys of places.
HOME = frozenset({"china", "hong-kong", "macao", "taiwan"})


@cache
def is_abroad(key: str) -> bool:
    """Say whether the place of a key lies outside China; no key is nowhere."""
    around = {place.key for place in gazetteer.load().places(key)} | {key}
    return bool(key) and not around & HOME


class Form(NamedTuple):
    """One name of an entry: the stems of its words and whether it must be written with a capital."""

    stems: tuple[str, ...]
    entry: Known
    proper: bool
    text: str


_Named = dict[tuple[str, ...], list[Form]]


class Hit(NamedTuple):
    """Tokens ``first`` to ``stop`` (exclusive) are a name of the entry."""

    first: int
    stop: int
    entry: Known
    text: str


class KnownNames:
    """An index from the first stem of a name to the names that begin with it, longest first.

    A name is cut and stemmed whole when a text first has the stem of its first word: most names never begin
    in any.
    """

    def __init__(
        self,
        entries: Iterable[Known],
        languages: Sequence[str],
        stem: Callable[[str], str],
        words: Callable[[str], list[str]] = TOKEN.findall,
    ) -> None:
        self._stem, self._words = stem, words
        self._names: dict[str, list[tuple[Known, str]]] = defaultdict(list)
        self._forms: dict[str, list[tuple[int, _Named]]] = {}
        for entry in entries:
            for name in entry.names:
                if name.lang in languages and (begin := words(name.text.split(maxsplit=1)[0])):
                    self._names[_stem(begin[0], stem)].append((entry, name.text))

    def find(self, tokens: Sequence[Token], stems: Sequence[str]) -> Iterator[Hit]:
        """The longest names from left to right; ``stems`` are the tokens' stems, marks normalized."""
        stop = 0
        for at in [at for at, stem in enumerate(stems) if stem in self._names]:
            hit = self.longest(tokens, stems, at) if at >= stop else None
            if hit:
                yield hit
                stop = hit.stop

    def longest(self, tokens: Sequence[Token], stems: Sequence[str], at: int) -> Hit | None:
        """The longest name that begins at a token, or None."""
        for length, named in self._beginning(stems[at]):
            for form in named.get(tuple(stems[at : at + length]), ()):
                if _cased(form, tokens[at]):
                    return Hit(at, at + length, form.entry, form.text)
        return None

    def _beginning(self, first: str) -> list[tuple[int, _Named]]:
        """The names that begin with a stem by their length, so that each length is looked up once."""
        forms = self._forms.get(first)
        if forms is None:
            made = {self._form(entry, name) for entry, name in self._names.get(first, ())}
            by_length: dict[int, _Named] = {}
            for form in sorted(made, key=lambda f: (-len(f.stems), f.entry.key, f.text)):
                by_length.setdefault(len(form.stems), {}).setdefault(form.stems, []).append(form)
            forms = self._forms[first] = list(by_length.items())
        return forms

    def _form(self, entry: Known, name: str) -> Form:
        stems = tuple(_stem(word, self._stem) for word in self._words(name))
        return Form(stems, entry, "Field" not in entry.types, name)


def mark_stem(token: Token) -> str:
    """A token's stem, with quotation marks and dashes of all kinds made one."""
    return token.stem.translate(SAME_MARK)


def _stem(word: str, stem: Callable[[str], str]) -> str:
    word = word.translate(SAME_MARK)
    lower = word.lower().replace("ё", "е")
    return lower if is_acronym(word) or word in BRACKETS else stem(lower)


def _cased(form: Form, begin: Token) -> bool:
    """A proper name keeps its capital; an acronym of up to five letters is written in capitals."""
    if not form.proper:
        return not (form.text.isupper() and len(form.text) <= 5) or begin.text == form.text
    first = begin.text
    if form.text.isupper() and len(form.text) <= 6:
        return first == form.text.partition(" ")[0]
    return first[:1].isupper() or first[:1].isdigit() or form.text[:1].islower()
