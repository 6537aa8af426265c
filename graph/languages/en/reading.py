"""All that English grammar finds in a document, sentence by sentence."""

from functools import lru_cache

from baygraph.annotation import Annotated, Mention, Sentence, Token
from baygraph.languages.en import mentions, roles
from baygraph.languages.en.cues import cues
from baygraph.languages.en.lists import with_members
from baygraph.languages.en.memory import Memory
from baygraph.languages.en.morphology import closed, singular, stem
from baygraph.languages.en.nouns import light
from baygraph.languages.en.structure import structural
from baygraph.languages.en.tokens import words
from baygraph.languages.pack import Reading
from baygraph.model import Rejection

SMALL = frozenset({"DET", "ADP", "CCONJ", "PRON", "AUX"})


def read(annotated: Annotated) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """The phrases, cues and quantities of every sentence, and what was considered and left out."""
    memory = Memory.of(annotated.sentences)
    readings, rejections = [], []
    for sentence in annotated.sentences:
        found = mentions.find(annotated.document.text, sentence, memory)
        readings.append(_reading(sentence, found.mentions))
        rejections += found.rejections
    return tuple(readings), tuple(rejections)


def _reading(sentence: Sentence, found: list[Mention]) -> Reading:
    phrases = with_members(sentence, roles.phrases(sentence, found))
    return Reading(sentence, phrases, cues(sentence) + structural(sentence, phrases), ())


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The stems of the words of a name; small words, light modifiers and marks left out."""
    said = (w.lower().replace("’", "'") for w in words(name) if w[0].isalnum())
    kept = [w for w in said if closed().get(w, "") not in SMALL and w not in light()]
    return tuple(stem(w) for w in kept) or (name.lower(),)


def head_word(token: Token) -> str:
    """The dictionary form of a name's head."""
    return singular(token.lower)
