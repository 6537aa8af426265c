"""Known names in a text: the gazetteer's entries by the stems of their words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.gazetteer import Known
from baygraph.languages.segment import TOKEN, is_acronym

SAME_MARK = str.maketrans(
    {"«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "—": "-", "–": "-", "‑": "-", "’": "'"}
)


class Form(NamedTuple):
    """One name of an entry: the stems of its words and whether it must be written with a capital."""

    stems: tuple[str, ...]
    entry: Known
    proper: bool
    text: str


class Hit(NamedTuple):
    """Tokens ``first`` to ``stop`` (exclusive) are a name of the entry."""

    first: int
    stop: int
    entry: Known
    text: str


class _Name(NamedTuple):
    """One name of an entry, its words not stemmed yet."""

    words: tuple[str, ...]
    entry: Known
    text: str


class KnownNames:
    """An index from the first stem of a name to the names that begin with it, longest first.

    The other words of a name are stemmed when a text first has its first one: most names never begin in any.
    """

    def __init__(
        self,
        entries: Iterable[Known],
        languages: Sequence[str],
        stem: Callable[[str], str],
        words: Callable[[str], list[str]] = TOKEN.findall,
    ) -> None:
        self._stem = stem
        self._names: dict[str, list[_Name]] = defaultdict(list)
        self._forms: dict[str, tuple[Form, ...]] = {}
        for entry in entries:
            for name in _names(entry, languages, words):
                self._names[_stem(name.words[0], stem)].append(name)

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
        for form in self._beginning(stems[at]):
            stop = at + len(form.stems)
            if tuple(stems[at:stop]) == form.stems and _cased(form, tokens[at]):
                return Hit(at, stop, form.entry, form.text)
        return None

    def _beginning(self, first: str) -> tuple[Form, ...]:
        forms = self._forms.get(first)
        if forms is None:
            made = {_form(name, self._stem) for name in self._names.get(first, ())}
            forms = tuple(sorted(made, key=lambda f: (-len(f.stems), f.entry.key, f.text)))
            self._forms[first] = forms
        return forms


def mark_stem(token: Token) -> str:
    """A token's stem, with quotation marks and dashes of all kinds made one."""
    return token.stem.translate(SAME_MARK)


def _names(entry: Known, languages: Sequence[str], words: Callable[[str], list[str]]) -> Iterator[_Name]:
    for name in entry.names:
        if name.lang.split("-")[0] in languages:
            found = tuple(words(name.text))
            if found:
                yield _Name(found, entry, name.text)


def _form(name: _Name, stem: Callable[[str], str]) -> Form:
    stems = tuple(_stem(word, stem) for word in name.words)
    return Form(stems, name.entry, "Field" not in name.entry.types, name.text)


def _stem(word: str, stem: Callable[[str], str]) -> str:
    word = word.translate(SAME_MARK)
    lower = word.lower().replace("ё", "е")
    return lower if is_acronym(word) else stem(lower)


def _cased(form: Form, begin: Token) -> bool:
    """A proper name keeps its capital; an acronym of up to five letters is written in capitals."""
    if not form.proper:
        return not (form.text.isupper() and len(form.text) <= 5) or begin.text == form.text
    first = begin.text
    if form.text.isupper() and len(form.text) <= 6:
        return first == form.text.partition(" ")[0]
    return first[:1].isupper() or first[:1].isdigit() or form.text[:1].islower()
