"""Words that announce relations, and how each is used in its sentence."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from baygraph.annotation import Reading, Sentence, Token
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Cue

REACH = 7  # how far before a verb a word may stand that plans it, in tokens
SKIPPED = frozenset({"ADV", "PART"})


@cache
def _verbs() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Base form → the words that must follow, with the frame; longer phrases first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for frame, words in lexicon().map("cues").items():
        for phrase in words.get("verbs", ()):
            base, *rest = phrase.split()
            out.setdefault(base, []).append((tuple(rest), frame))
    return {base: tuple(sorted(set(found), key=lambda f: (-len(f[0]), f))) for base, found in out.items()}


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for frame, words in lexicon().map("cues").items():
        for word in words.get("nouns", "").split():
            out[word] = (*out.get(word, ()), frame)
    return out


def cues(sentence: Sentence) -> tuple[Cue, ...]:
    """All cues of a sentence; one word may open several frames."""
    tokens = sentence.tokens
    return tuple(cue for at in range(len(tokens)) for cue in _at(tokens, at))


def _at(tokens: Sequence[Token], at: int) -> Iterator[Cue]:
    reading = tokens[at].readings[0]
    if reading.pos in {"VERB", "AUX"}:
        for word, frame in _frames(tokens, at, reading):
            yield Cue(frame, at, use_of(tokens, at), word, modality(tokens, at))
    elif reading.pos == "NOUN" and singular(tokens[at].lower) in _nouns():
        for frame in _nouns()[singular(tokens[at].lower)]:
            yield Cue(frame, at, "noun", singular(tokens[at].lower), modality(tokens, at))


def _frames(tokens: Sequence[Token], at: int, reading: Reading) -> Iterator[tuple[str, str]]:
    """The frames of a verb with its small words: «set up» founds, «set» alone does not."""
    longest = 0
    for rest, frame in _verbs().get(reading.lemma, ()):
        if len(rest) >= longest and follows(tokens, at, rest):
            longest = len(rest)
            yield " ".join((reading.lemma, *rest)), frame


def follows(tokens: Sequence[Token], at: int, rest: Sequence[str]) -> bool:
    """Whether these words stand right behind a verb, or behind its object's pronoun."""
    if not rest:
        return True
    wanted = list(rest)
    for token in tokens[at + 1 : at + 3 + len(rest)]:
        if wanted[0] in {token.lower, token.lemma, singular(token.lower)}:
            wanted.pop(0)
            if not wanted:
                return True
        elif token.pos not in {"PRON", "ADV", "ADJ", "DET"}:
            return False
    return False


def use_of(tokens: Sequence[Token], at: int) -> str:
    """How a verb is used: active, passive, participle or participle-passive."""
    reading = tokens[at].readings[0]
    if reading.form == "part" and reading.voice == "pass":
        return "passive" if has_be(tokens, at) else "participle-passive"
    return "participle" if reading.form == "ger" else "active"


def has_be(tokens: Sequence[Token], at: int) -> bool:
    """A form of «be» before a participle; in a list of participles before the first («built and opened»)."""
    before = at - 1
    while before >= 0 and tokens[before].pos in SKIPPED:
        before -= 1
    if before >= 0 and tokens[before].pos == "AUX":
        return tokens[before].lemma == "be"
    joined = before > 0 and tokens[before].pos == "CCONJ"
    return joined and any(
        t.readings[0].form == "part" and t.readings[0].voice == "pass" and has_be(tokens, i)
        for i, t in enumerate(tokens[max(0, before - 9) : before], max(0, before - 9))
        if i < before
    )


@cache
def _planning() -> frozenset[str]:
    return lexicon().words("modality", "planned") | lexicon().words("aims", "verbs")


@cache
def _denying() -> frozenset[str]:
    return lexicon().words("modality", "denied")


def modality(tokens: Sequence[Token], at: int) -> str:
    """``planned`` for the future and what is only intended, ``denied`` after «not», else empty."""
    reading = tokens[at].readings[0]
    group = list(_group(tokens, at))
    if any(t.lower in _denying() for t in group):
        return "denied"
    if reading.tense == "fut" or any(t.lower in _planning() and t.pos == "AUX" for t in group):
        return "planned"
    if any(t.lower == "to" for t in group):
        near = tokens[max(0, at - REACH - len(group)) : at]
        if any(t.lemma in _planning() or t.lower in _planning() for t in near) or _is_to(near):
            return "planned"
    return ""


def _group(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """The auxiliaries and small words before a verb."""
    before = at - 1
    while before >= 0 and (
        tokens[before].pos in {"AUX", "ADV", "PART"} or tokens[before].lower in {"to", "never"}
    ):
        yield tokens[before]
        before -= 1


def _is_to(near: Sequence[Token]) -> bool:
    """«is to host», «are to be built»."""
    return any(a.lemma == "be" and a.pos == "AUX" and b.lower == "to" for a, b in pairwise(near))
