"""Which language a text is in, when nobody says."""

import re
from collections.abc import Collection, Iterable

from baygraph.errors import UnknownLanguage
from baygraph.languages.registry import PACKS

# What a text quotes from another language is names, and in Latin or Cyrillic letters these begin with a
# capital: a text's own language is that of its running words. A hanzi says as much as two letters or more.
SCRIPTS = {
    "cyrillic": (re.compile(r"[\u0400-\u052f]+"), 1),
    "hanzi": (re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]+"), 2),
    "latin": (re.compile(r"[A-Za-z\u00c0-\u024f]+"), 1),
}
BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")  # where a name is given in its own language
ENOUGH = 4_000  # characters; more of a text changes no decision
# By how much more per character, in nats, another language must fit before a text is refused. Names make
# press texts look like Naijá or Wu, but by less than this; a text in a really other language is beyond it.
MARGIN = 0.4


def named(tag: str, known: Collection[str] = PACKS.keys()) -> str:
    """Give the language of a BCP 47 tag such as ``zh-Hant``; UnknownLanguage if no pack reads it."""
    code = re.split("[-_]", tag.strip().lower())[0]
    if code in known:
        return code
    raise UnknownLanguage(tag)


def detect(text: str, known: Collection[str] = PACKS.keys()) -> str:
    """Give the language of a text; UnknownLanguage, with the language it looks like, if no pack reads it."""
    own = _host_script(text[:ENOUGH])
    if not own:
        raise UnknownLanguage("a text without letters")
    scores = _scores(own)
    best = max(scores, key=lambda code: scores[code])
    code = max(known, key=lambda code: scores[code])
    if scores[best] - scores[code] > MARGIN * len(own):
        raise UnknownLanguage(best)
    return code


def _host_script(text: str) -> str:
    outside = BRACKETS.sub(" ", text)
    runs = {script: pattern.findall(outside) for script, (pattern, _) in SCRIPTS.items()}
    host = max(runs, key=lambda script: (_running(runs[script]) * SCRIPTS[script][1], _letters(runs[script])))
    return " ".join(runs[host])


def _letters(runs: Iterable[str]) -> int:
    return sum(map(len, runs))


def _running(runs: Iterable[str]) -> int:
    return _letters(run for run in runs if run[0] == run[0].lower())


def _scores(text: str) -> dict[str, float]:
    from py3langid import rank  # its model takes half a second to load, and most texts name their language

    return {code: float(score) for code, score in rank(text)}
