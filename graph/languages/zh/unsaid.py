"""What a sentence takes for granted: its subject, the event of those who attend, «双方», «它»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence
from baygraph.languages.pack import Cue, Phrase
from baygraph.languages.zh.words import words

ABSENT = frozenset({"unsaid"})
NOMINATIVE = frozenset({"nom"})
MEMBER = frozenset({"member"})


def unsaid(sentence: Sentence, cues: Sequence[Cue], phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases for what is not named in a sentence; the text before decides what they stand for."""
    yield from _pairs(sentence, phrases)
    yield from _pronouns(sentence, phrases)
    said = [c for c in cues if c.use in {"active", "agent-noun"}]
    if said:
        yield _zero(sentence, said[0].token, "Body", "unsaid-subject")
    attended = next((c for c in cues if c.frame == "attend" and c.word in words("unsaid", "event")), None)
    if attended and not any("Event" in p.mention.types for p in phrases):
        yield _zero(sentence, attended.token, "Event", "unsaid-event")


def _zero(sentence: Sentence, at: int, cls: str, rule: str) -> Phrase:
    mention = Mention(
        sentence.index, at, at + 1, at, sentence.span(at, at + 1), (cls,), "zero", "", rule, 0.6
    )
    return Phrase(mention, at, at + 1, ABSENT)


def _pairs(sentence: Sentence, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """«双方将合作» after a sentence that names the two."""
    for at, token in enumerate(sentence.tokens):
        bodies = any(p.first < at and p.mention.types[0] not in {"Person", "Field", "Event"} for p in phrases)
        if token.lemma in words("pronouns", "all") and not bodies:
            span = sentence.span(at, at + 1)
            whole = Mention(
                sentence.index, at, at + 1, at, span, ("Institution",), "plural", token.text, "pair"
            )
            yield Phrase(whole, at, at + 1, NOMINATIVE, plural=True)
            yield from _both(whole, len(phrases))
            return
    for index, phrase in enumerate(phrases):
        if phrase.plural and _is_two(sentence, phrase) and not any(p.member_of == index for p in phrases):
            yield from _both(phrase.mention, index)
            return


def _both(whole: Mention, plural: int) -> Iterator[Phrase]:
    for which in ("first", "second"):
        one = Mention(
            whole.sentence,
            whole.first,
            whole.stop,
            whole.head,
            whole.span,
            ("Thing",),
            "pair",
            which,
            "pair",
            0.7,
        )
        yield Phrase(one, whole.first, whole.stop, MEMBER, member_of=plural)


def _is_two(sentence: Sentence, phrase: Phrase) -> bool:
    """«两个联盟», «两大装置» at the beginning of a clause: those that were named before."""
    before = [t.lemma for t in sentence.tokens[max(0, phrase.mention.first - 2) : phrase.mention.head]]
    opens = phrase.mention.first <= 2 or sentence.tokens[phrase.mention.first - 3].text in "，。；"
    return opens and any(w[0] in "两二" for w in before)


def _pronouns(sentence: Sentence, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """«它位于…»: the subject at the beginning of a sentence."""
    first = sentence.tokens[0]
    if first.lemma in words("pronouns", "one"):
        mention = Mention(
            sentence.index, 0, 1, 0, sentence.span(0, 1), ("Body",), "pronoun", "", "pronoun", 0.7
        )
        yield Phrase(mention, 0, 1, NOMINATIVE)
