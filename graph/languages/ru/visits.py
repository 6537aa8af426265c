"""Visits that only a verb tells of: «делегация университета посетила Чжухай» is an event without a name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.words import lexicon, words
from baygraph.model import Name

REACH = 14  # tokens between a delegation and the verb behind it
NEAR = 4  # tokens between a verb and the delegation behind it
TRIP = "visit"
AREAS = frozenset({"Country", "Region", "City", "District"})


def visits(found: Finding) -> Iterator[Mention]:
    """The first delegation of a sentence that goes or is received somewhere, as an event."""
    sentence = found.sentence
    for at, token in enumerate(sentence.tokens):
        if token.lemma in words("visits", "guests") and at not in found.taken and _comes(sentence.tokens, at):
            name = str(lexicon().map("visits")["name"])
            whose = next(
                (m for m in found.mentions if m.first == at + 1 and m.kind in {"known", "named"}), None
            )
            tail = f" {found.text[whose.span.start : whose.span.end]}" if whose else ""
            aliases = tuple(Name(n + tail, "ru") for n in (token.lemma, name)) if tail else ()
            span = sentence.span(at, at + 1)
            yield Mention(
                sentence.index, at, at + 1, at, span, ("Event",), "described", name, "visit", 0.65,
                aliases=aliases,
            )  # fmt: skip
            return


def _comes(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb nearest to a delegation says that it came or was received."""
    behind = next((t for t in tokens[at + 1 : at + REACH] if is_finite(t)), None)
    before = next((t for t in reversed(tokens[max(0, at - NEAR) : at]) if is_finite(t)), None)
    verbs = {t.lemma for t in (behind, before) if t is not None}
    goes = any(r.case == "nom" and r.number == "sg" for r in tokens[at].readings)
    received = any(r.case == "acc" and r.number == "sg" for r in tokens[at].readings)
    return bool(
        (goes and verbs & words("visits", "going")) or (received and verbs & words("visits", "receiving"))
    )


def one_visit(sentence: Sentence, mention: Mention, told: dict[str, tuple[str, ...]]) -> Mention:
    """«Поездка … Делегация посетила …», «эта поездка»: one event of a text; ``told`` keeps its name."""
    lemmas = {r.lemma for r in sentence.tokens[mention.head].readings[:2]}
    trip = lemmas & words("visits", "trips") and mention.kind in {"anaphor", "described"}
    if mention.rule != "visit" and not trip:
        return mention
    if (mention.rule == "visit" or mention.kind == "anaphor") and TRIP in told:
        return replace(mention, kind="described", name=told[TRIP][0])
    told.setdefault(TRIP, (mention.name,))
    return mention


def of_visits(phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """The cues for who takes part in such a visit and where it goes."""
    for phrase in phrases:
        if phrase.mention.rule == "visit":
            yield Cue("attend", phrase.mention.first, "visit", phrase.mention.name)
            yield Cue("locate", phrase.mention.first, "visit", phrase.mention.name)


def of_visit(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """The body right behind a delegation and its head, or the place that it comes to."""
    outer = [(i, p) for i, p in enumerate(phrases) if p.host < 0]
    event = [i for i, p in outer if p.mention.rule == "visit"]
    yield from (Argument("subj" if cue.frame == "locate" else "in", i) for i in event[:1])
    for index, phrase in outer:
        if cue.frame == "locate":
            if (
                phrase.mention.types[0] in AREAS
                and phrase.roles & {"in", "acc"}
                and phrase.mention.kind != "adjective"
            ):
                yield Argument("in", index)
        elif (
            phrase.first == cue.token + 1
            and "gen" in phrase.roles
            and kind_of(phrase.mention.types) == "body"
        ):
            yield Argument("subj", index)
        elif "head" in phrase.roles and "Person" in phrase.mention.types:
            yield Argument("head", index)
