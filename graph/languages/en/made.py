"""The class of a name by the noun of what is made or carried out under it («OpenLadder, a free tool»)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Token
from baygraph.languages.classes import SEATED
from baygraph.languages.en.capitals import DASHES, classes_at, is_capital
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.nouns import left_edge
from baygraph.languages.en.tokens import QUOTES
from baygraph.languages.en.words import lexicon

LONGEST = 7  # tokens from an article to its noun
ENDS = frozenset({",", ".", ";", "(", ")", ":", "-", "–", "—"})
MARKS = DASHES | {",", "(", ":"}
OWNERS = frozenset({"its", "our", "their", "his", "her", "my"})
BEARING = SEATED | {"Project", "Program", "TalentProgram", "Policy", "Event"}
# Heads of names that say little of what bears them, and classes that an apposition tells apart.
VAGUE = frozenset({"Park", "Facility", "Platform", "Institution"})
TELLING = frozenset({"Incubator", "Laboratory", "Workstation", "OverseasStation", "Project", "TalentProgram"})
ARTICLES = frozenset({"a", "an", "the", "one", "another"})


def made_class(tokens: Sequence[Token], first: int, stop: int) -> tuple[str, ...] | None:
    """The class of the noun that says what a name stands for, or None where none does."""
    before = _noun_before(tokens, first, stop)
    nouns = [_of(tokens[before])] if before >= 0 else []
    nouns += [_behind(tokens, first, stop), *_explained(tokens, stop)]
    return next((types for types in nouns if types), None)


def in_marks(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
    """The edges of a name with the quotation marks around it."""
    first -= first > 0 and tokens[first - 1].text in QUOTES
    return first, stop + (stop < len(tokens) and tokens[stop].text in QUOTES)


def _of(token: Token) -> tuple[str, ...] | None:
    return lexicon().table("made").get(token.lower)


def _behind(tokens: Sequence[Token], first: int, stop: int) -> tuple[str, ...] | None:
    """«the HeartCanto algorithm»: no «KUKA robot», whose name is its maker's."""
    if stop >= len(tokens) or tokens[stop].pos != "NOUN" or not first or tokens[first - 1].pos == "ADP":
        return None
    quoted = tokens[stop - 1].text in QUOTES
    fits = quoted or tokens[stop].lower in lexicon().words("naming", "behind")
    return _of(tokens[stop]) if fits else None


def _noun_before(tokens: Sequence[Token], first: int, stop: int) -> int:
    """«satellite X», «a project called X», «a trial, which is named X», «a database, X, …», or -1."""
    at = first - 1
    if at > 2 and tokens[at].lower == "of" and tokens[at - 1].lower in lexicon().words("naming", "names"):
        return _past_name(tokens, at - 2)
    if at > 0 and tokens[at].lower in lexicon().words("renaming", "verbs"):
        at = _before_clause(tokens, at - 1)
        return at if at >= 0 and tokens[at].pos == "NOUN" else -1
    if at > 1 and tokens[at].text == "," and (stop >= len(tokens) or tokens[stop].text in ENDS):
        at -= 1
        edge = left_edge(tokens, at)
        return at if tokens[at].pos == "NOUN" and tokens[edge].lower in ARTICLES | OWNERS else -1
    return at if at >= 0 and tokens[at].pos == "NOUN" else -1


def _past_name(tokens: Sequence[Token], at: int) -> int:
    """«a project by the | name of X», «a game under the | name of X»."""
    while at > 0 and tokens[at].pos in {"DET", "ADP", "VERB"}:
        at -= 1
    return at if tokens[at].pos == "NOUN" else -1


def _before_clause(tokens: Sequence[Token], at: int) -> int:
    """«the trial, | which is named X»."""
    while at > 0 and (tokens[at].pos == "AUX" or tokens[at].lower in {"which", "that", ","}):
        at -= 1
    return at


def _explained(tokens: Sequence[Token], stop: int) -> Iterator[tuple[str, ...] | None]:
    """«X, a free programming environment», «X – a sensor that …», «X is a walk-in model», «X (a game)»."""
    noun = _explaining(tokens, stop)
    if noun:
        classes = classes_at(tokens, stop + 2, noun)
        yield _of_singular(tokens[noun]) or (classes if BEARING & set(classes[:1]) else None)


def _explaining(tokens: Sequence[Token], stop: int) -> int:
    """The noun of what is said of a name right behind it, or 0."""
    opens = stop < len(tokens) and (tokens[stop].text in MARKS or tokens[stop].lemma == "be")
    if not opens or stop + 1 >= len(tokens) or tokens[stop + 1].lower not in ARTICLES | OWNERS:
        return 0
    for at in range(stop + 2, min(stop + LONGEST, len(tokens))):
        if tokens[at].pos not in {"NOUN", "ADJ", "PROPN", "PUNCT", "ADV", "NUM", "VERB"}:
            return 0
        ends = at + 1 >= len(tokens) or tokens[at + 1].pos not in {"NOUN", "ADJ", "PROPN"}
        if tokens[at].pos == "NOUN" and ends and not is_capital(tokens[at]):
            return at
    return 0


def _of_singular(token: Token) -> tuple[str, ...] | None:
    return lexicon().table("made").get(singular(token.lower))


def as_explained(tokens: Sequence[Token], mention: Mention) -> Mention:
    """«the Macao Youth Code Base, an incubator»: what is said behind a name tells more than a vague head."""
    article = [t.lower for t in tokens[mention.stop : mention.stop + 2]] in ([",", "a"], [",", "an"])
    if mention.kind != "named" or not article or not VAGUE & set(mention.types[:1]):
        return mention
    said = next(_explained(tokens, mention.stop), None) or ()
    return replace(mention, types=(said[0], *mention.types)) if TELLING & set(said[:1]) else mention
