"""All that English grammar finds in a document, sentence by sentence."""

from functools import lru_cache

from baygraph.annotation import Annotated, Quantity, Sentence, Token
from baygraph.languages.en import dates, mentions, quantities
from baygraph.languages.en.context import Context
from baygraph.languages.en.cues import cues
from baygraph.languages.en.dollars import own_dollar
from baygraph.languages.en.drafts import Draft, drafted, renamed, spread
from baygraph.languages.en.jointly import jointly
from baygraph.languages.en.memory import Memory
from baygraph.languages.en.morphology import closed, singular
from baygraph.languages.en.nominal import nominal
from baygraph.languages.en.occasions import occasional
from baygraph.languages.en.presence import present
from baygraph.languages.en.programmes import session_cues
from baygraph.languages.en.structure import structural
from baygraph.languages.en.tokens import words
from baygraph.languages.en.united import united
from baygraph.languages.numbers import Rejected
from baygraph.languages.pack import Reading
from baygraph.model import Rejection

LONG_AGO = 3  # sentences within which a number may mean what was counted
SMALL = frozenset({"DET", "ADP", "CCONJ", "PRON", "AUX"})


def read(annotated: Annotated) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """The phrases, cues and quantities of every sentence, and what was considered and left out."""
    memory = Memory.of(annotated.sentences)
    found = [mentions.find(annotated.document.text, sentence, memory) for sentence in annotated.sentences]
    renamed(found)
    context, drafts, rejections = Context(), list[Draft](), list[Rejection]()
    for each in found:
        draft = drafted(each, context)
        context.note(each.sentence, draft.phrases)
        spread(drafts, draft)
        drafts.append(draft)
        rejections += each.rejections
    readings, day = [], dates.reference(annotated)
    earlier: tuple[Quantity, ...] = ()
    dollar = own_dollar(annotated)
    for draft in drafts:
        figures = quantities.figures(draft.sentence, draft.named, earlier, dollar)
        count = next((q for q in reversed((*earlier, *figures.quantities)) if not q.unit), None)
        recent = count is not None and draft.sentence.index - count.sentence <= LONG_AGO
        earlier = ((count,) if recent and count is not None else ()) + figures.quantities[-1:]
        readings.append(_reading(draft, figures.quantities, day))
        rejections += [_rejection(annotated, draft.sentence, r) for r in figures.rejected]
    return tuple(readings), tuple(rejections)


def _rejection(annotated: Annotated, sentence: Sentence, number: Rejected) -> Rejection:
    span = sentence.span(number.first, number.stop)
    return Rejection(span, annotated.quote(span), "Statistic", number.reason, "figure")


def _reading(draft: Draft, counted: tuple[Quantity, ...], day: str | None) -> Reading:
    sentence, phrases = draft.sentence, tuple(draft.phrases)
    announced = cues(sentence) + draft.pursuits
    for beside in (structural, occasional, nominal, jointly, united, present, session_cues):
        announced += beside(sentence, phrases)
    said = dates.dates(sentence, day)
    as_of = tuple(dates.as_of(sentence, quantity, said) for quantity in counted)
    return Reading(sentence, phrases, announced, counted, as_of, said)


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The dictionary forms of the words of a name; small words and marks left out."""
    said = (w.lower().replace("’", "'") for w in words(name) if w[0].isalnum())
    last = name[-1:] if name[-2:-1] == " " and name[-1:].isupper() else ""  # «Session A»
    kept = [w for w in said if closed().get(w, "") not in SMALL or w == last.lower()]
    return tuple(map(singular, kept)) or (name.lower(),)


def head_word(token: Token) -> str:
    """The dictionary form of a name's head."""
    return singular(token.lower)


def lemma(word: str) -> str:
    """The dictionary form of a word by itself."""
    return singular(word.lower())
