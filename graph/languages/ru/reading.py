"""All that Russian grammar finds in a document, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from baygraph import terms
from baygraph.annotation import Annotated, Mention, Quantity, Sentence, Token
from baygraph.identity.palladius import is_palladius
from baygraph.languages.numbers import Rejected
from baygraph.languages.pack import Argument, Cue, Phrase, Reading
from baygraph.languages.ru import dates, mentions, morphology, quantities, reference_dates, roles
from baygraph.languages.ru.arguments import arguments
from baygraph.languages.ru.collectives import people_alone
from baygraph.languages.ru.cues import cues, general
from baygraph.languages.ru.ellipsis import repeated
from baygraph.languages.ru.goals import goals
from baygraph.languages.ru.heads import light
from baygraph.languages.ru.kinds import carried
from baygraph.languages.ru.lists import heading_of, listed_below, with_members
from baygraph.languages.ru.pronouns import pairs, unsaid
from baygraph.languages.ru.visits import of_visits, one_visit
from baygraph.languages.ru.words import head_nouns, lexicon, words
from baygraph.languages.segment import TOKEN
from baygraph.model import Rejection

LABEL = 4  # tokens of the longest label of a line
SUBJECT = frozenset({"subj"})


def read(annotated: Annotated) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """The phrases, cues and quantities of every sentence, and what was considered and left out."""
    readings, rejections, met, kinds = [], [], dict[str, str](), dict[str, tuple[str, ...]]()
    told = dict[str, tuple[str, ...]]()
    earlier: tuple[Quantity, ...] = ()
    heading: Phrase | None = None
    for sentence in annotated.sentences:
        found = mentions.find(annotated.document.text, sentence, met)
        found.mentions = [one_visit(sentence, carried(sentence, m, kinds), told) for m in found.mentions]
        figures = quantities.figures(sentence, earlier)
        earlier = figures.quantities[-1:]
        reading = _reading(annotated, sentence, found.mentions, figures.quantities)
        below = tuple(listed_below(sentence, reading.phrases, heading))
        readings.append(replace(reading, phrases=(*reading.phrases, *below)) if below else reading)
        if not below:
            heading = heading_of(annotated.document.text, sentence, reading.phrases)
        rejections += found.rejections
        rejections += [_rejection(annotated, sentence, r) for r in figures.rejected]
    return tuple(readings), tuple(rejections)


def _is_of_name(cue: Cue, found: Sequence[Mention]) -> bool:
    """«Объединённый институт»: a participle inside a name says nothing."""
    joint = cue.frame == "cooperate" and cue.use == "noun"
    return (cue.use.startswith("participle") or joint) and any(
        m.first <= cue.token < m.stop and (m.kind in {"known", "named"} or (joint and m.kind == "described"))
        for m in found
    )


def _rejection(annotated: Annotated, sentence: Sentence, number: Rejected) -> Rejection:
    span = sentence.span(number.first, number.stop)
    return Rejection(span, annotated.quote(span), "Statistic", number.reason, "figure")


def _reading(
    annotated: Annotated, sentence: Sentence, found: list[Mention], counted: tuple[Quantity, ...]
) -> Reading:
    text = annotated.document.text
    announced = cues(sentence)
    announced += tuple(repeated(sentence, announced))
    stated = goals(text, sentence, announced)
    aims = tuple(m for _, listed in stated for m in listed)
    inner = [m for m in found if not any(_is_inside(m, aim) for aim in aims) or m.kind == "known"]
    announced = tuple(c for c in announced if not _is_of_name(c, inner))
    phrases = with_members(text, sentence, roles.phrases(text, sentence, inner))
    if aims:
        phrases = tuple(
            p._replace(host=len(phrases) + i) if (i := _goal_of(p, aims)) >= 0 else p for p in phrases
        )
    phrases += tuple(Phrase(m, m.first, m.stop, frozenset({"goal"})) for m in aims)
    phrases += pairs(sentence, phrases)
    phrases += tuple(_unsaid(sentence, announced, phrases))
    announced += (*general(sentence.tokens, phrases), *of_visits(phrases))
    pursuits: tuple[Cue, ...] = tuple(cue for cue, _ in stated)
    said = dates.dates(sentence, annotated.document.issued)
    as_of = tuple(reference_dates.as_of(sentence, quantity, said) or "" for quantity in counted)
    return Reading(sentence, phrases, announced + pursuits, counted, as_of, said)


def _unsaid(sentence: Sentence, announced: Sequence[Cue], phrases: tuple[Phrase, ...]) -> Iterator[Phrase]:
    """The event that a word for speakers, guests or organizers takes for granted, the city of a mayor."""
    yield from _of_bare_titles(sentence, phrases)
    for cue in announced:
        if gap := _gap(sentence, cue):
            roles = {a.role for a in arguments(cue, sentence, phrases)}
            if gap.said <= roles and gap.filled not in roles:
                yield unsaid(sentence, cue.token, gap.cls)
        elif cue.frame == "join":
            parts = arguments(cue, sentence, phrases)
            if _adds(parts, phrases) and not any(_is_work(sentence, phrases, a) for a in parts):
                yield unsaid(sentence, cue.token, "Undertaking", "told-work")
        elif cue.word in words("unsaid", "event") or _is_label(sentence, cue):
            others = (a for a in arguments(cue, sentence, phrases) if a.role not in {"subj", "agent"})
            if not any("Event" in phrases[a.phrase].mention.types for a in others):
                yield unsaid(sentence, cue.token, "Event")


class _Gap(NamedTuple):
    """What a cue takes for granted: its class, the parts that must be said, the part that says it."""

    cls: str
    said: frozenset[str]
    filled: str


def _gap(sentence: Sentence, cue: Cue) -> _Gap | None:
    if (cls := _taken_for_granted().get((cue.frame, cue.word))) is not None:
        return _Gap(cls, SUBJECT, "of")
    if cue.frame == "specialize" and people_alone(cue, sentence.tokens):
        return _Gap("Body", frozenset(), "subj")
    if cue.frame == "hold" and cue.token == 0 and cue.word in words("unsaid", "opening"):
        return _Gap("Event", SUBJECT, "obj")
    return None


def _of_bare_titles(sentence: Sentence, phrases: tuple[Phrase, ...]) -> Iterator[Phrase]:
    """«заместитель мэра Лян Шаоюй»: the city, university or region that is not named beside a title."""
    hosts = {p.host for p in phrases}
    for index, phrase in enumerate(phrases):
        if phrase.title and index not in hosts:
            lemmas = (t.lemma for t in sentence.tokens[phrase.first : phrase.mention.first])
            cls = next((bare_offices()[w][0] for w in lemmas if w in bare_offices()), "")
            if cls and not any(cls in p.mention.types for p in phrases[:index]):
                yield unsaid(sentence, phrase.first, cls)._replace(host=index)


def _is_work(sentence: Sentence, phrases: Sequence[Phrase], argument: Argument) -> bool:
    """Whether a verb says itself what is added to; «здание спроектировала А» leaves it to the text before."""
    mention = phrases[argument.phrase].mention
    bare = mention.kind == "anaphor" and sentence.tokens[mention.head].lemma in words("generic", "seats")
    return argument.role in {"obj", "of"} and not bare


def _is_label(sentence: Sentence, cue: Cue) -> bool:
    """«Место проведения: …»: a line that says something of the event without naming it."""
    marks = words("clauses", "equations")
    opens = cue.token < LABEL and cue.word in words("unsaid", "labels") | words("unsaid", "support")
    return opens and any(t.text in marks for t in sentence.tokens[cue.token + 1 : cue.token + LABEL])


def _adds(parts: Sequence[Argument], phrases: Sequence[Phrase]) -> bool:
    """«Оборудование поставит компания А»: a body that does so."""
    doers = (phrases[a.phrase].mention for a in parts if a.role in {"subj", "agent"})
    named = (m.types[0] for m in doers if m.kind in {"known", "named", "loose"})
    return any(cls in terms.CLASSES and terms.is_a(cls, "Institution") for cls in named)


@cache
def _taken_for_granted() -> dict[tuple[str, str], str]:
    """A frame and its noun → the class of what the noun is said of, where that is not named."""
    frames = (("specialize", "body", "Body"), ("found", "facility", "Facility"))
    offices = {("office", word): classes[0] for word, classes in bare_offices().items()}
    return offices | {(frame, word): cls for frame, listed, cls in frames for word in words("unsaid", listed)}


@cache
def bare_offices() -> dict[str, tuple[str, ...]]:
    """Office → the class of body that it is held in."""
    return lexicon().table("titles", "of_class")


def _goal_of(phrase: Phrase, aims: Sequence[Mention]) -> int:
    return next((i for i, aim in enumerate(aims) if phrase.host < 0 and _is_inside(phrase.mention, aim)), -1)


def _is_inside(mention: Mention, goal: Mention) -> bool:
    return goal.first <= mention.first and mention.stop <= goal.stop


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The dictionary forms of the words of a name, light adjectives and marks left out.

    A number written with a capital is no light word: «Вторая народная больница» is not the first one.
    """
    found = ((w, lemma(w)) for w in TOKEN.findall(name) if w[0].isalnum())
    numbers = words("light", "numbers")
    return tuple(form for w, form in found if form not in light() or (w[0].isupper() and form in numbers))


def head_word(token: Token) -> str:
    """The dictionary form of a name's head."""
    lemmas = [r.lemma for r in token.readings if r.pos == "NOUN"]
    return next((lemma for lemma in lemmas if lemma in head_nouns()), lemmas[0] if lemmas else token.lemma)


def lemma(word: str) -> str:
    """The dictionary form of a word by itself; of a Chinese name the one that Palladius syllables make up."""
    readings = morphology.readings(word)
    if readings[0].pos != "PROPN":
        return readings[0].lemma
    return next((r.lemma for r in readings if is_palladius(r.lemma)), word.lower())
