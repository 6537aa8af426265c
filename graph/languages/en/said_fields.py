"""Fields by the words before them: «specialises in A», «a maker of A», «develops A», «a drone maker»."""

from collections.abc import Iterator, Sequence
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.capitals import DASHES, classes_at, is_acronym, is_capital
from baygraph.languages.en.fields import field_mention
from baygraph.languages.en.morphology import closed, is_plural, singular
from baygraph.languages.en.nouns import people
from baygraph.languages.en.words import lexicon

LONGEST = 5
ENDS = frozenset({"CCONJ", "ADP", "VERB", "AUX", "SCONJ", "ADV", "PRON", "PUNCT"})
LEADS_ON = frozenset({"of", "between"})


def said_fields(sentence: Sentence, taken: frozenset[int]) -> list[Mention]:
    """The fields that a sentence says somebody works in; ``taken`` are the tokens of names."""
    tokens = sentence.tokens
    spans = {span for at in range(1, len(tokens)) for span in _at(tokens, at)}
    return [
        field_mention(sentence, first, stop, "said-field")
        for first, stop in sorted(spans)
        if taken.isdisjoint(range(first, stop))
    ]


def _at(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    token = tokens[at]
    if token.pos == "ADP" and _cue_before(tokens, at) in _words(token.lower):
        yield from _listed(tokens, at + 1)
    elif token.pos == "VERB" and token.lemma in _words("verbs") and token.readings[0].voice != "pass":
        yield from (
            s for s in _listed(tokens, at + 1) if is_plural(tokens[s[1] - 1].lower) or s[1] - s[0] > 1
        )
    elif token.pos == "NOUN" and singular(token.lower) in _words("makers"):
        yield from _made(tokens, at)


@cache
def _words(kind: str) -> frozenset[str]:
    known = lexicon().map("field_cues")
    return lexicon().words("field_cues", kind) if kind in known else frozenset()


def _cue_before(tokens: Sequence[Token], at: int) -> str:
    """The word that a preposition belongs to: a verb's base form or a noun's singular."""
    at -= 1
    while at > 0 and tokens[at].pos == "ADV":
        at -= 1
    token = tokens[at]
    if token.lemma == "be" and tokens[at - 1].lower not in {"which", "that", "who"}:
        return ""  # «a firm which is in fintech», no «the seat is in …»
    return token.lemma if token.pos in {"VERB", "AUX"} else singular(token.lower)


def _listed(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """The bare noun phrases from a token on, joined by commas, «and», «on»."""
    while at < len(tokens):
        first = _past_plain(tokens, at)
        stop = bare_end(tokens, first)
        if not stop:
            return
        yield first, stop
        at = stop
        while at < len(tokens) and tokens[at].lower in {",", "and", "or", "on", "in", "as", "well", "also"}:
            at += 1
        if at == stop:
            return


def _past_plain(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and (tokens[at].lower in _words("plain") or tokens[at].text == "the"):
        at += 1
    return at


def bare_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a bare noun phrase that can be a field, or 0."""
    stop = at
    while stop < len(tokens) and stop - at < LONGEST and _is_word(tokens, stop, at):
        stop += 1
    if stop == at or not _is_field(tokens, at, stop):
        return 0
    after = tokens[stop] if stop < len(tokens) else None
    return stop if after is None or (after.pos in ENDS and after.lower not in LEADS_ON) else 0


def _is_word(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if token.text in DASHES:
        return at > first and token.start == tokens[at - 1].end
    if is_capital(token):
        return is_acronym(token) and len(token.text) < 6 and token.pos == "PROPN"
    return token.pos in {"ADJ", "NOUN"} and closed().get(token.lower.partition("-")[0]) != "NUM"


def _is_field(tokens: Sequence[Token], first: int, stop: int) -> bool:
    head = singular(tokens[stop - 1].lower)
    if tokens[stop - 1].pos not in {"NOUN", "PROPN"} or head in _never() or head in people():
        return False
    return not classes_at(tokens, first, stop - 1) and not (stop - first == 1 and is_capital(tokens[first]))


@cache
def _never() -> frozenset[str]:
    return lexicon().words("field_nouns", "never") | lexicon().words("field_cues", "never")


def _made(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """«the Czech propeller maker»: the nouns before a maker."""
    first = at
    while first > 0 and at - first < 3 and _is_word(tokens, first - 1, 0) and tokens[first - 1].pos == "NOUN":
        first -= 1
    if first < at and singular(tokens[at - 1].lower) not in _never() and not is_general(tokens[first:at]):
        yield first, at


def is_general(tokens: Sequence[Token]) -> bool:
    """«contract manufacturer», «state company», «drug developer group»: how, not what."""
    return singular(tokens[-1].lower) in people() or tokens[-1].lower in lexicon().words(
        "field_cues", "manner"
    )
