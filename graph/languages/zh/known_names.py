"""Known names in Chinese text: the gazetteer by its simplified names, and by Latin ones."""

import re
from collections.abc import Mapping
from functools import cache

from baygraph import gazetteer
from baygraph.gazetteer import Known
from baygraph.identity.pinyin import has_hanzi, to_simplified
from baygraph.model import Name

PLACES = frozenset({"Country", "Region", "City", "District", "Place"})
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9 .&'*-]+")


@cache
def known_things() -> Mapping[str, Known]:
    """Simplified or Latin name → the thing that has it; the first by key where several have it."""
    return _index([(entry, name) for entry in gazetteer.load().entries for name in entry.names])


@cache
def context_things() -> Mapping[str, tuple[Known, ...]]:
    """Names that mean a thing only where the text speaks of it anyway → all things that have it."""
    found: dict[str, tuple[Known, ...]] = {}
    for entry in gazetteer.load().entries:
        for name in entry.context_names:
            if has_hanzi(name.text):
                key = to_simplified(name.text)
                found[key] = (*found.get(key, ()), entry)
    return found


def _index(names: list[tuple[Known, Name]]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for entry, name in names:
        text = _read_as(name, "Field" in entry.types)
        if text and (text not in found or _is_better(entry, found[text])):
            found[text] = entry
    return found


def _is_better(entry: Known, other: Known) -> bool:
    """A thing with a name of its own goes before a field of the same name."""
    return "Field" in other.types and "Field" not in entry.types


def _read_as(name: Name, of_field: bool) -> str:
    """The name as simplified text has it; a thing has a simplified name for each of its traditional ones."""
    if name.lang == "en":
        return name.text if _LATIN.fullmatch(name.text) and _is_telling(name.text) else ""
    if name.lang == "zh-Hans" or (of_field and name.lang == "zh-Hant"):
        return to_simplified(name.text) if len(name.text) > 1 and not name.text.isascii() else ""
    return ""


def _is_telling(latin: str) -> bool:
    """A common English word in small letters names nothing in a Chinese text."""
    return len(latin) > 2 and not latin.islower()
