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


class KnownNames:
    """An index from the first stem of a name to the names that begin with it, longest first."""

    def __init__(
        self,
        entries: Iterable[Known],
        languages: Sequence[str],
        stem: Callable[[str], str],
        words: Callable[[str], list[str]] = TOKEN.findall,
    ) -> None:
        index: dict[str, list[Form]] = defaultdict(list)
        for entry in entries:
            for form in _forms(entry, languages, stem, words):
                index[form.stems[0]].append(form)
        self._index = {
            first: tuple(sorted(set(forms), key=lambda f: (-len(f.stems), f.entry.key, f.text)))
            for first, forms in index.items()
        }

    def find(self, tokens: Sequence[Token], stems: Sequence[str]) -> Iterator[Hit]:
        """The longest names from left to right; ``stems`` are the tokens' stems, marks normalized."""
        stop = 0
        for at in [at for at, stem in enumerate(stems) if stem in self._index]:
            hit = self.longest(tokens, stems, at) if at >= stop else None
            if hit:
                yield hit
                stop = hit.stop

    def longest(self, tokens: Sequence[Token], stems: Sequence[str], at: int) -> Hit | None:
        """The longest name that begins at a token, or None."""
        for form in self._index.get(stems[at], ()):
            stop = at + len(form.stems)
            if tuple(stems[at:stop]) == form.stems and _cased(form, tokens[at]):
                return Hit(at, stop, form.entry, form.text)
        return None


def mark_stem(token: Token) -> str:
    """A token's stem, with quotation marks and dashes of all kinds made one."""
    return token.stem.translate(SAME_MARK)


def _forms(
    entry: Known, languages: Sequence[str], stem: Callable[[str], str], words: Callable[[str], list[str]]
) -> Iterator[Form]:
    for name in entry.names:
        if name.lang.split("-")[0] in languages:
            stems = tuple(_stem(w.translate(SAME_MARK), stem) for w in words(name.text))
            if stems:
                yield Form(stems, entry, "Field" not in entry.types, name.text)


def _stem(word: str, stem: Callable[[str], str]) -> str:
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
