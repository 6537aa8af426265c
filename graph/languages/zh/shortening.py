"""The shorter forms of a company's registered name: 岭康生物 and 岭康 of 岭康生物科技有限公司."""

import re
from collections.abc import Iterator

from baygraph.languages.zh.dictionary import dictionary
from baygraph.languages.zh.known_names import PLACES, known_things
from baygraph.languages.zh.words import words

PLACED = re.compile("[（(][^（()）]{2,4}[）)]$")  # 衡微量子科技（深圳）


def shortened(name: str) -> Iterator[str]:
    """The forms of a simplified name without its place, its legal form and what the company works in."""
    core = _without(name[_place_length(name) :], words("brands", "endings"))
    core = PLACED.sub("", core)
    if core != name:
        yield from (form for form in _cores(core) if _is_telling(form))


def _cores(core: str) -> Iterator[str]:
    yield core
    for end in sorted(words("brands", "of", "industries") | words("brands", "general")):
        if core.endswith(end) and len(core) > len(end) + 1:
            yield from _cores(core[: -len(end)])


def _is_telling(form: str) -> bool:
    """Two characters that are no common word, or more."""
    return len(form) > 2 or (len(form) == 2 and form not in dictionary().words)


def _place_length(name: str) -> int:
    found = ((n, known_things().get(name[:n])) for n in (5, 4, 3, 2) if n + 3 < len(name))
    return next((n for n, known in found if known is not None and PLACES & set(known.types)), 0)


def _without(name: str, ends: frozenset[str]) -> str:
    end = max((e for e in ends if name.endswith(e) and len(name) > len(e) + 1), key=len, default="")
    return name[: len(name) - len(end)]
