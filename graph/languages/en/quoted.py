"""Names in quotation marks: behind the head of a name, or behind the noun that says what they name."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Token
from baygraph.languages.en.capitals import head_types, is_capital
from baygraph.languages.en.finding import Finding, clean
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import ProperName
from baygraph.languages.en.words import lexicon
from baygraph.model import Name

CLOSES = {'"': '"', "“": "”", "‘": "’", "«": "»", "'": "'"}
LONGEST = 10  # tokens between two marks
STOPS = frozenset(",.!?;:")


def closing(tokens: Sequence[Token], at: int) -> int:
    """The mark that closes the short title which opens at a token, or 0."""
    if at + 2 >= len(tokens) or tokens[at].text not in CLOSES or not is_capital(tokens[at + 1]):
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
    """«the forum “Eyes in the Field”», «a scheme called “Blue Ocean”»: add it and go behind, or 0."""
    tokens = found.tokens
    stop = closing(tokens, at - 1) if at > 1 else 0
    noun = at - 2 - (at > 2 and tokens[at - 2].lower in lexicon().words("renaming", "verbs"))
    noun -= noun > 1 and tokens[noun].text == ","  # «our autumn conference, “Floating Structures”»
    if not stop or (tokens[noun].pos != "NOUN" and noun) or noun in found.taken:
        return 0
    head = singular(tokens[noun].lower)
    types = head_types().get(head) or lexicon().table("appositive").get(head)
    if not types or head != tokens[noun].lower:
        return 0
    mention = found.mention(noun, stop + 1, noun, types, "named", "quoted-title")
    found.add(replace(mention, name=clean(tokens[at:stop])))
    return stop + 1
