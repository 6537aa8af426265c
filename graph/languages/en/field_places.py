"""Fields by where they stand: behind «for» in a name, before a laboratory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Token
from baygraph.languages.en.capitals import classes_at, is_capital
from baygraph.languages.en.fields import field_mention
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.morphology import is_plural
from baygraph.languages.en.said_fields import is_general
from baygraph.languages.en.words import lexicon

TITLED = frozenset({"Laboratory", "ResearchInstitute", "Platform", "Event", "Agreement", "Incubator"})
STUDYING = frozenset({"Laboratory", "ResearchInstitute"})
PURPOSE = frozenset({"for", "on"})
LONGEST = 3  # words of a subject


def placed_fields(found: Finding) -> Iterator[Mention]:
    """The fields that stand where a field is said of a thing that has been found."""
    for mention in found.mentions:
        if TITLED & set(mention.types[:1]) and mention.kind == "named":
            yield from _in_title(found, mention)
        if STUDYING & set(mention.types[:1]) and mention.kind == "described":
            yield from _before_head(found, mention)


def _in_title(found: Finding, mention: Mention) -> Iterator[Mention]:
    """«the Laboratory for Healthy Ageing», «the Congress on Fruit Storage»: what a name says it is for."""
    tokens = found.tokens
    begin = next(
        (i + 1 for i in range(mention.head, mention.stop - 1) if tokens[i].lower in {"for", "on"}), 0
    )
    words = tokens[begin : mention.stop]
    inner = any(m is not mention and begin <= m.first < mention.stop for m in found.mentions)
    inner = inner or (begin > 0 and classes_at(tokens, begin, mention.stop - 1) != ())
    if not begin or inner or not 0 < len(words) <= LONGEST or not all(_is_word(t) for t in words):
        return
    made = field_mention(found.sentence, begin, mention.stop, "titled-field")
    yield replace(made, name=made.name.lower())


def _is_word(token: Token) -> bool:
    """A capitalized common word («Ageing»): no acronym, number or plural of people."""
    return is_capital(token) and not token.text.isupper() and token.text[1:].islower()


def _before_head(found: Finding, mention: Mention) -> Iterator[Mention]:
    """«a packaging laboratory», «a heritage imaging group»: the nouns before its head."""
    tokens, head = found.tokens, mention.head
    first = head
    while first > mention.first and head - first < LONGEST and _may_modify(tokens, first - 1):
        first -= 1
    said = tokens[first:head]
    if said and said[-1].pos == "NOUN" and not _says_nothing(said):
        yield field_mention(found.sentence, first, head, "modifying-field")


def _may_modify(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].pos in {"NOUN", "ADJ"} and not is_capital(tokens[at])


def _says_nothing(said: Sequence[Token]) -> bool:
    plain = lexicon().words("field_cues", "modifying") | lexicon().words("described", "light")
    return any(t.lower in plain or is_plural(t.lower) for t in said) or is_general(said)
