"""Names in quotation marks: behind the head of a name, or behind the noun that says what they name."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Token
from baygraph.languages.classes import DESCRIBABLE
from baygraph.languages.en.capitals import classes_at, is_capital
from baygraph.languages.en.finding import Finding, clean
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import ProperName
from baygraph.languages.en.nouns import left_edge
from baygraph.languages.en.words import lexicon
from baygraph.model import Name

CLOSES = {'"': '"', "“": "”", "‘": "’", "«": "»", "'": "'"}
LONGEST = 10  # tokens between two marks
STOPS = frozenset(",.!?;:")
MODIFIERS = 4  # tokens from the mark to the noun of «the “Blue Ocean” talent scheme»
# What bears a title in marks before its noun; «the “Made in China” company» is no such name.
TITLED = DESCRIBABLE - {"ResearchInstitute", "Association", "Institution", "University"}


def closing(tokens: Sequence[Token], at: int) -> int:
    """The mark that closes the short title which opens at a token, or 0."""
    if at + 2 >= len(tokens) or tokens[at].text not in CLOSES:
        return 0
    if not (is_capital(tokens[at + 1]) or tokens[at + 1].text[0].isdigit()):
        return 0
    wanted = CLOSES[tokens[at].text]
    stop = next((i for i in range(at + 1, min(len(tokens), at + LONGEST)) if tokens[i].text == wanted), 0)
    return stop if stop and tokens[stop - 1].text not in STOPS else 0


def title_after(found: Finding, name: ProperName) -> int:
    """«the Start-up Contest “Ponte”»: add a name with the title behind its head; the token behind, or 0."""
    stop = closing(found.tokens, name.stop)
    if not stop:
        return 0
    title = Name(clean(found.tokens[name.stop + 1 : stop]), "en")
    mention = found.mention(name.first, stop + 1, name.head, name.types, "named", "quoted-name")
    found.add(replace(mention, aliases=(title,)))
    return stop + 1


def title_of_noun(found: Finding, at: int) -> int:
    """«the forum “Eyes in the Field”», «the “Blue Ocean” scheme»: add it and go behind, or 0."""
    stop = closing(found.tokens, at - 1) if at > 1 else 0
    return stop and (_behind_noun(found, at, stop) or _before_noun(found, at, stop))


def _behind_noun(found: Finding, at: int, stop: int) -> int:
    """«a scheme called “Blue Ocean”», «our autumn conference, “Floating Structures”»."""
    tokens = found.tokens
    noun = at - 2 - (at > 3 and tokens[at - 2].lower in {"as", "to"})
    named = noun > 0 and tokens[noun].lower in lexicon().words("renaming", "verbs")
    noun = noun - 1 if named else at - 2
    noun -= noun > 1 and tokens[noun].text == ","
    if (tokens[noun].pos != "NOUN" and noun) or noun in found.taken:
        return 0
    head = singular(tokens[noun].lower)
    types = classes_at(tokens, left_edge(tokens, noun), noun)
    types = types or lexicon().table("appositive").get(head) or lexicon().table("made").get(head) or ()
    if not types or head != tokens[noun].lower:
        return 0
    mention = found.mention(noun, stop + 1, noun, types, "named", "quoted-title")
    found.add(replace(mention, name=clean(tokens[at:stop])))
    return stop + 1


def _before_noun(found: Finding, at: int, stop: int) -> int:
    """«the “Blue Ocean” talent scheme»: the noun behind the marks says what has the title."""
    tokens, head = found.tokens, stop + 1
    while head + 1 < len(tokens) and head - stop < MODIFIERS and _goes_on(tokens, head):
        head += 1
    if head >= len(tokens) or tokens[head].pos != "NOUN" or is_capital(tokens[head]):
        return 0
    said = (*tokens[at:stop], *tokens[stop + 1 : head + 1])
    types = classes_at(said, 0, len(said) - 1) or lexicon().table("made").get(tokens[head].lower)
    if not types or not TITLED & set(types[:1]) or singular(tokens[head].lower) != tokens[head].lower:
        return 0
    mention = found.mention(at - 1, head + 1, head, types, "named", "quoted-title")
    found.add(replace(mention, name=clean(tokens[at:stop])))
    return head + 1


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].pos in {"NOUN", "ADJ"} and tokens[at + 1].pos == "NOUN" and not is_capital(tokens[at])
