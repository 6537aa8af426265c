"""All that English grammar finds in a document, sentence by sentence."""

from functools import lru_cache

from baygraph.annotation import Annotated, Mention, Quantity, Sentence, Token
from baygraph.languages.en import dates, mentions, quantities, roles
from baygraph.languages.en.cues import cues
from baygraph.languages.en.goals import goals
from baygraph.languages.en.lists import with_members
from baygraph.languages.en.memory import Memory
from baygraph.languages.en.morphology import closed, singular, stem
from baygraph.languages.en.nouns import light
from baygraph.languages.en.structure import structural
from baygraph.languages.en.tokens import words
from baygraph.languages.numbers import Rejected
from baygraph.languages.pack import Phrase, Reading
from baygraph.model import Rejection

NAMES = frozenset({"named", "known", "loose"})
SMALL = frozenset({"DET", "ADP", "CCONJ", "PRON", "AUX"})


def read(annotated: Annotated) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """The phrases, cues and quantities of every sentence, and what was considered and left out."""
    memory = Memory.of(annotated.sentences)
    readings, rejections = [], []
    for sentence in annotated.sentences:
        found = mentions.find(annotated.document.text, sentence, memory)
        named = {i for m in found.mentions if m.kind in NAMES for i in range(m.first, m.stop)}
        figures = quantities.figures(sentence, named)
        readings.append(_reading(annotated, sentence, found.mentions, figures.quantities))
        rejections += found.rejections
        rejections += [_rejection(annotated, sentence, r) for r in figures.rejected]
    return tuple(readings), tuple(rejections)


def _rejection(annotated: Annotated, sentence: Sentence, number: Rejected) -> Rejection:
    span = sentence.span(number.first, number.stop)
    return Rejection(span, annotated.quote(span), "Statistic", number.reason, "figure")


def _reading(
    annotated: Annotated, sentence: Sentence, found: list[Mention], counted: tuple[Quantity, ...]
) -> Reading:
    stated = goals(sentence)
    aims = tuple(m for _, listed in stated for m in listed)
    inner = [m for m in found if not any(_is_inside(m, aim) for aim in aims) or m.kind == "known"]
    phrases = with_members(sentence, roles.phrases(sentence, inner))
    phrases += tuple(Phrase(m, m.first, m.stop, frozenset({"goal"})) for m in aims)
    announced = cues(sentence) + structural(sentence, phrases) + tuple(cue for cue, _ in stated)
    said = dates.dates(sentence, dates.reference(annotated))
    as_of = tuple(dates.as_of(sentence, quantity, said) for quantity in counted)
    return Reading(sentence, phrases, announced, counted, as_of, said)


def _is_inside(mention: Mention, goal: Mention) -> bool:
    return goal.first <= mention.first and mention.stop <= goal.stop


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The stems of the words of a name; small words, light modifiers and marks left out."""
    said = (w.lower().replace("’", "'") for w in words(name) if w[0].isalnum())
    kept = [w for w in said if closed().get(w, "") not in SMALL and w not in light()]
    return tuple(stem(w) for w in kept) or (name.lower(),)


def head_word(token: Token) -> str:
    """The dictionary form of a name's head."""
    return singular(token.lower)


def lemma(word: str) -> str:
    """The dictionary form of a word by itself."""
    return singular(word.lower())
