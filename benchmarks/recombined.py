"""Larger corpora from the project's own texts: their paragraphs in new company, with other names and numbers.

Documents stay distinct, and names are new, so that reading and resolution have real work: in Russian, where
they decline, those in quotes; in Chinese and English those of known bodies, each for another of its class.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from baygraph.gazetteer import load
from baygraph.identity.palladius import syllables

SEED = 7
PARAGRAPHS = 5  # a document's, as many as a newsroom's two thousand characters have
_RENAMED = frozenset({"Company", "Laboratory", "ResearchInstitute", "University"})
_QUOTED = re.compile("«[А-Я][а-яё]+»")
_NUMBER = re.compile(r"\b\d{2,4}\b")

Renaming = Callable[[str, random.Random], str]


def recombined(texts: Sequence[str], count: int, renaming: Renaming | None = None) -> list[str]:
    """Give ``count`` texts, always the same for the same texts."""
    return list(recombining(texts, count, renaming=renaming))


def recombining(
    texts: Sequence[str], count: int, length: int = PARAGRAPHS, renaming: Renaming | None = None
) -> Iterator[str]:
    """Give the texts one by one, of ``length`` paragraphs each; names in quotes are new, or others."""
    choice, renamed = random.Random(SEED), renaming or in_quotes
    paragraphs = sorted({part for text in texts for part in text.split("\n\n") if part.strip()})
    for _ in range(count):
        parts = choice.sample(paragraphs, length)
        yield "\n\n".join(_renumbered(renamed(part, choice), choice) for part in parts)


def _renumbered(paragraph: str, choice: random.Random) -> str:
    return _NUMBER.sub(lambda _: str(choice.randrange(11, 2020)), paragraph)


def in_quotes(paragraph: str, choice: random.Random) -> str:
    """Invent the names in Russian quotes."""
    return _QUOTED.sub(lambda _: f"«{_name(choice)}»", paragraph)


def _name(choice: random.Random) -> str:
    spellings = sorted(syllables().values())
    return (choice.choice(spellings) + choice.choice(spellings)).capitalize()


def known_bodies(lang: str) -> Renaming:
    """Give each known body the name of another one of its class."""

    def renamed(paragraph: str, choice: random.Random) -> str:
        pattern, others = _bodies(lang)
        return pattern.sub(lambda found: choice.choice(others[found[0]]), paragraph)

    return renamed


@cache
def _bodies(lang: str) -> tuple[re.Pattern[str], Mapping[str, Sequence[str]]]:
    """Find names of bodies; give for each all names of its class."""
    classes: dict[str, list[str]] = defaultdict(list)
    for known in load().entries:
        if len(known.types) == 1 and known.types[0] in _RENAMED and (label := known.label(lang)):
            classes[known.types[0]].append(label)
    others = {label: labels for labels in classes.values() for label in labels}
    longest = sorted(others, key=lambda label: (-len(label), label))
    # No word boundary stands beside a Chinese name; an English one must not be part of a longer word.
    edges = r"\b" if lang == "en" else ""
    return re.compile(f"{edges}(?:{'|'.join(map(re.escape, longest))}){edges}"), others


RENAMINGS: Mapping[str, Renaming] = {"ru": in_quotes, "zh": known_bodies("zh"), "en": known_bodies("en")}
