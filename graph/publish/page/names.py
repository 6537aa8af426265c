"""Which of a thing's names a reader of a language sees."""

from collections.abc import Iterator, Sequence
from typing import Final

from baygraph.publish.page.statements import Statements
from baygraph.terms import ALT_LABEL, LABEL

# The languages of the page; a name that is in none of them is shown when there is no other.
LANGUAGES: Final = ("en", "ru", "zh")

PageName = tuple[str, str, bool]


def names(triples: Statements, iri: str) -> list[PageName]:
    """All names of a thing, preferred ones first."""
    return [*_names(triples, iri, LABEL), *_names(triples, iri, ALT_LABEL)]


def best(known: Sequence[PageName], language: str) -> int:
    """The place of the name to show in a language: a preferred one, any one, then other languages' names."""
    order = (language, *(other for other in LANGUAGES if other != language))
    return min(range(len(known)), key=lambda place: (_rank(known[place], order), place))


def _names(triples: Statements, iri: str, predicate: str) -> Iterator[PageName]:
    for value in triples.values(predicate, iri):
        yield value.value, value.language, predicate == LABEL


def _rank(name: PageName, order: Sequence[str]) -> tuple[bool, bool, int, bool, bool]:
    _, tag, preferred = name
    language, _, script = tag.partition("-")
    romanized = script == "Latn"
    # A romanization serves those who read Latin letters, not those who read the language.
    language = LANGUAGES[0] if romanized else language
    place = order.index(language) if language in order else len(order)
    return place > 0, not preferred, place, romanized, script == "Hant"
