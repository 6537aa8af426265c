"""The languages that can be read."""

from collections.abc import Callable, Mapping

from baygraph.errors import UnknownLanguage
from baygraph.languages.pack import Pack


def _ru() -> Pack:
    from baygraph.languages import ru

    return ru.pack()


def _en() -> Pack:
    from baygraph.languages import en

    return en.pack()


def _zh() -> Pack:
    from baygraph.languages import zh

    return zh.pack()


# A pack is imported when a document needs it: each brings its dictionary.
PACKS: Mapping[str, Callable[[], Pack]] = {"en": _en, "ru": _ru, "zh": _zh}


def pack_for(lang: str) -> Pack:
    """The pack of a language by its code («ru», «zh-Hant»); raises UnknownLanguage."""
    code = lang.split("-")[0].lower()
    if code not in PACKS:
        raise UnknownLanguage(lang)
    return PACKS[code]()


def lemmatise(word: str, lang: str) -> str:
    """The dictionary form of a word in a language; in one that no pack reads, the word itself."""
    code = lang.split("-")[0].lower()
    return PACKS[code]().lemma(word) if code in PACKS else word
