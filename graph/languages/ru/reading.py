"""All that Russian grammar finds in a document, sentence by sentence."""

from functools import lru_cache

from baygraph.annotation import Annotated, Mention, Sentence, Token
from baygraph.languages.pack import Cue, Phrase, Reading
from baygraph.languages.ru import mentions, morphology, roles
from baygraph.languages.ru.cues import cues
from baygraph.languages.ru.goals import goals
from baygraph.languages.ru.heads import light
from baygraph.languages.ru.lists import with_members
from baygraph.languages.segment import TOKEN
from baygraph.model import Rejection


def read(annotated: Annotated) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """The phrases, cues and quantities of every sentence, and what was considered and left out."""
    readings, rejections = [], []
    for sentence in annotated.sentences:
        found = mentions.find(annotated.document.text, sentence)
        readings.append(_reading(annotated.document.text, sentence, found.mentions))
        rejections += found.rejections
    return tuple(readings), tuple(rejections)


def _reading(text: str, sentence: Sentence, found: list[Mention]) -> Reading:
    announced = cues(sentence)
    stated = goals(text, sentence, announced)
    aims = tuple(m for _, listed in stated for m in listed)
    inner = [m for m in found if not any(_is_inside(m, aim) for aim in aims) or m.kind == "known"]
    phrases = with_members(text, sentence, roles.phrases(text, sentence, inner))
    phrases += tuple(Phrase(m, m.first, m.stop, frozenset({"goal"})) for m in aims)
    pursuits: tuple[Cue, ...] = tuple(cue for cue, _ in stated)
    return Reading(sentence, phrases, announced + pursuits, ())


def _is_inside(mention: Mention, goal: Mention) -> bool:
    return goal.first <= mention.first and mention.stop <= goal.stop


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The dictionary forms of the words of a name, light adjectives and marks left out."""
    words = (w for w in TOKEN.findall(name) if w[0].isalnum())
    lemmas = (morphology.readings(w)[0].lemma for w in words)
    return tuple(lemma for lemma in lemmas if lemma not in light())


def head_word(token: Token) -> str:
    """The dictionary form of a name's head."""
    noun = next((r for r in token.readings if r.pos == "NOUN"), None)
    return noun.lemma if noun else token.lemma
