"""The key of a place that no gazetteer knows."""

from collections.abc import Iterator
from functools import cache, lru_cache

from baygraph.identity.data import table
from baygraph.identity.fold import cap, slug
from baygraph.identity.palladius import to_pinyin
from baygraph.identity.pinyin import has_hanzi
from baygraph.identity.vocabulary import items, phrase

_LEAST_HANZI = 2  # 通县 is a name, not a level


@lru_cache(maxsize=1 << 12)
def place_key(name: str, lang: str) -> str:
    """Give the key of a place's name in any script: pinyin for a Chinese one, else folded Latin letters.

    The level of a place is left out (город, District, 县); its kind is kept after the name (Dongkeng Town is
    东坑镇). An established name has the key of usage: Гонконг and 香港 are hong-kong. A name tagged as a
    romanization (``zh-Latn``) has no English words in it.
    """
    text = phrase(items(name))
    bare, kind = (text, "") if lang.endswith("-Latn") else _parted(text)
    key = table("places")["hanzi"].get(bare) or slug(" ".join(to_pinyin(w) or w for w in bare.split()))
    usual = table("places")["usage"].get(key.replace("-", ""), key)
    return cap(f"{usual}-{kind}" if kind else usual)


@cache
def _words() -> tuple[tuple[str, str], ...]:
    data = table("places")
    levels = [(form, "") for columns in data["level"].values() for form in _forms(columns)]
    kinds = [(form, kind) for kind, columns in data["kind"].items() for form in _forms(columns)]
    return tuple(sorted(levels + kinds, key=lambda pair: (-len(pair[0]), pair)))


def _forms(columns: list[str]) -> Iterator[str]:
    forms = (form for column in columns for form in column.split(", "))
    return (form if has_hanzi(form) else phrase(items(form)) for form in forms)


def _parted(text: str) -> tuple[str, str]:
    for form, kind in _words():
        bare = _without(text, form)
        if bare:
            return bare, kind
    return text, ""


def _without(text: str, form: str) -> str:
    if has_hanzi(form):
        return (
            text.removesuffix(form) if text.endswith(form) and len(text) >= len(form) + _LEAST_HANZI else ""
        )
    if text.endswith(f" {form}"):
        return text.removesuffix(f" {form}")
    return text.removeprefix(f"{form} ") if text.startswith(f"{form} ") else ""
