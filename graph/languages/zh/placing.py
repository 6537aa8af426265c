"""Places told beside a name: in brackets behind it, or before 有 and what is there."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.phrases import continues
from baygraph.languages.zh.wide import NOMINATIVE
from baygraph.languages.zh.words import words

OWN = frozenset({"known", "named", "loose"})
OPENING, CLOSING = "（(", "）)"
NEAR = 5  # tokens between 有 and the name: «有我们的合作伙伴A»


def places_told(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """One cue for each name with places in brackets, and for each 有 behind a place."""
    for phrase in phrases:
        mention = phrase.mention
        placed = phrase.host < 0 and kind_of(mention.types) in {"body", "event"} and mention.kind in OWN
        if placed and in_brackets(tokens, tuple(enumerate(phrases)), phrase.stop):
            yield Cue("locate", phrase.stop, "in-brackets", mention.name)
        there = phrase.stop < len(tokens) and tokens[phrase.stop].lemma in words("existential", "there")
        if there and kind_of(mention.types) == "place" and _opens(tokens, phrases, phrase):
            yield Cue("locate", phrase.stop, "existential", tokens[phrase.stop].lemma)


def _opens(tokens: Sequence[Token], phrases: Sequence[Phrase], place: Phrase) -> bool:
    """Say whether a clause begins with a place, or with the places that it lies in."""
    first = place.first
    while (before := next((p for p in phrases if p.host < 0 and p.stop == first), None)) is not None:
        first = before.first
    return place.roles == NOMINATIVE and (first == 0 or not tokens[first - 1].text.isalnum())


def in_brackets(tokens: Sequence[Token], phrases: Sequence[tuple[int, Phrase]], stop: int) -> list[int]:
    """«A（顺德区北滘镇）»: the places that are all that a bracket holds."""
    if stop >= len(tokens) or tokens[stop].text not in OPENING:
        return []
    found, at = [], stop + 1
    for index, phrase in phrases:
        if phrase.first == at and kind_of(phrase.mention.types) == "place" and phrase.host < 0:
            found.append(index)
            at = phrase.stop
    return found if found and at < len(tokens) and tokens[at].text in CLOSING else []


def of_places(cue: Cue, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """The name before the bracket and the places in it; the names behind 有 and the place before."""
    before = [i for i, p in enumerate(phrases) if p.stop == cue.token and p.host < 0]
    if cue.use == "in-brackets":
        yield from (Argument("subj", i) for i in before)
        yield from (Argument("in", i) for i in in_brackets(tokens, tuple(enumerate(phrases)), cue.token))
        return
    behind = [(i, p) for i, p in enumerate(phrases) if p.host < 0 and p.first > cue.token]
    there = [i for i, _ in behind[:1] if _is_there(tokens, cue.token, phrases[i])]
    for index, phrase in behind[1:]:
        if not there or not continues(tokens, phrases[there[-1]], phrase) or not _is_body(phrase):
            break
        there.append(index)
    yield from (Argument("subj", i) for i in there)
    yield from (Argument("in", i) for i in before)


def _is_there(tokens: Sequence[Token], verb: int, phrase: Phrase) -> bool:
    between = tokens[verb + 1 : phrase.first]
    return _is_body(phrase) and len(between) < NEAR and all(t.text.isalnum() for t in between)


def _is_body(phrase: Phrase) -> bool:
    return kind_of(phrase.mention.types) == "body" and phrase.mention.kind in OWN
