"""All that English grammar finds in a document, sentence by sentence."""

from functools import lru_cache

from baygraph.annotation import Annotated, Mention, Quantity, Sentence, Token
from baygraph.languages.en import dates, mentions, quantities, roles
from baygraph.languages.en.cues import cues
from baygraph.languages.en.lists import with_members
from baygraph.languages.en.memory import Memory
from baygraph.languages.en.morphology import closed, singular, stem
from baygraph.languages.en.nouns import light
from baygraph.languages.en.structure import structural
from baygraph.languages.en.tokens import words
from baygraph.languages.numbers import Rejected
from baygraph.languages.pack import Reading
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
    phrases = with_members(sentence, roles.phrases(sentence, found))
    said = dates.dates(sentence, dates.reference(annotated))
    as_of = tuple(dates.as_of(sentence, quantity, said) for quantity in counted)
    return Reading(sentence, phrases, cues(sentence) + structural(sentence, phrases), counted, as_of, said)


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The stems of the words of a name; small words, light modifiers and marks left out."""
    said = (w.lower().replace("’", "'") for w in words(name) if w[0].isalnum())
    kept = [w for w in said if closed().get(w, "") not in SMALL and w not in light()]
    return tuple(stem(w) for w in kept) or (name.lower(),)


def head_word(token: Token) -> str:
    """The dictionary form of a name's head."""
    return singular(token.lower)
