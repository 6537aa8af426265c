"""Larger corpora from the project's own texts: their paragraphs in new company, with other names and numbers.

Documents stay distinct, and the names in quotes are new, so that reading and resolution have real work.
"""

import random
import re
from collections.abc import Iterator, Sequence

from baygraph.identity.palladius import syllables

SEED = 7
PARAGRAPHS = 5  # a document's, as many as a newsroom's two thousand characters have
_QUOTED = re.compile("«[А-Я][а-яё]+»")
_NUMBER = re.compile(r"\b\d{2,4}\b")


def recombined(texts: Sequence[str], count: int) -> list[str]:
    """Give ``count`` texts, always the same for the same texts."""
    return list(recombining(texts, count))


def recombining(texts: Sequence[str], count: int, length: int = PARAGRAPHS) -> Iterator[str]:
    """Give the texts one by one, of ``length`` paragraphs each."""
    choice = random.Random(SEED)
    paragraphs = sorted({part for text in texts for part in text.split("\n\n") if part.strip()})
    for _ in range(count):
        yield "\n\n".join(_varied(part, choice) for part in choice.sample(paragraphs, length))


def _varied(paragraph: str, choice: random.Random) -> str:
    renamed = _QUOTED.sub(lambda _: f"«{_name(choice)}»", paragraph)
    return _NUMBER.sub(lambda _: str(choice.randrange(11, 2020)), renamed)


def _name(choice: random.Random) -> str:
    spellings = sorted(syllables().values())
    return (choice.choice(spellings) + choice.choice(spellings)).capitalize()
