"""English words: possessives, «-based» and the parts of «Hong Kong-Shenzhen» are tokens of their own."""

import re
from functools import cache

from baygraph.languages.en.words import lexicon

QUOTES = frozenset("\"'“”‘’«»")
POSSESSIVE = frozenset({"'s", "’s"})
# Money may be in one piece («RMB80», «$5.5bn»); «3D» and «11th» are words, «5.5m» a number and a unit.
TOKEN = re.compile(
    r"(?:RMB|CNY|USD|HKD|HK|US|NT|MOP|EUR|GBP|SGD|A|C|S|R)(?=\$?\d|\$)"
    r"|(?:[A-Z]\.){2,}"
    r"|\d+(?:st|nd|rd|th)\b|\d[DGKC]\b"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*"
    r"|[^\W\d_](?:\w|[’'&](?!s\b)(?=\w)|(?<=\w)(?<!illion)[-‐‑](?![^\W\d_]*(?<![A-Z])(?:based|headquartered|listed|led|backed|funded|invested|owned|run|born|style)\b)(?=[a-z\d]))*"
    r"|[’']s\b|--+|[^\w\s]|_"
)


@cache
def _whole() -> frozenset[str]:
    return lexicon().words("whole_possessives")


def spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the tokens of a text stand."""
    out: list[tuple[int, int]] = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        first, stop = match.span()
        if out and out[-1][1] == first and text[first:stop] in POSSESSIVE:
            joined = text[out[-1][0] : stop]
            if joined.lower().replace("’", "'") in _whole():
                out[-1] = (out[-1][0], stop)
                continue
        out.append((first, stop))
    return out


def words(text: str) -> list[str]:
    """The tokens of a text as strings."""
    return [text[a:b] for a, b in spans(text)]
