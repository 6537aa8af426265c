"""«the two sides», «the partners»: those who were named together, as the members of one phrase."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.context import Context, agents
from baygraph.languages.en.morphology import is_plural, singular
from baygraph.languages.en.nouns import left_edge
from baygraph.languages.en.reference import said_again
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Phrase


def groups(sentence: Sentence, phrases: Sequence[Phrase], context: Context) -> Iterator[Phrase]:
    """«the two sides», «both universities»: one phrase for each of those who were named together."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if (
            token.pos != "NOUN"
            or not is_plural(token.lower)
            or singular(token.lower) not in lexicon().words("groups", "nouns")
        ):
            continue
        first = left_edge(tokens, at)
        if tokens[first].lower not in {"the", "both", "these"} or _is_further(tokens, first, at):
            continue
        members = _members(sentence, phrases, context, first, at)
        noun = singular(token.lower)
        earlier = [m for m in context.named if _is_of_class(m, noun)] or context.group
        members = _counted(sentence.tokens[first:at], members, earlier)
        plural = next((i for i, p in enumerate(phrases) if p.plural and p.mention.head == at), -1)
        for mention in members:
            role = phrases[plural].roles if plural >= 0 else frozenset({"nom"})
            copy = said_again(sentence, mention, first, at + 1, at, "group")
            yield Phrase(copy, first, at + 1, role, member_of=plural)


def _counted(words: Sequence[Token], members: list[Mention], earlier: list[Mention]) -> list[Mention]:
    """«the two founders» are two."""
    numbers = lexicon().map("small_numbers")
    wanted = next((numbers[t.lower] for t in words if t.lower in numbers), 0)
    if not wanted:
        return members
    return next((group for group in (members, earlier[-wanted:]) if len(group) == wanted), [])


def _is_further(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Modifiers that say which are meant («the overseas partners») make no group."""
    return any(t.pos in {"ADJ", "NOUN", "PROPN"} for t in tokens[first + 1 : head])


def _members(
    sentence: Sentence, phrases: Sequence[Phrase], context: Context, first: int, head: int
) -> list[Mention]:
    noun = singular(sentence.tokens[head].lower)
    pool = agents([p for p in phrases if p.stop <= first])
    pool = pool if len(pool) > 1 else context.group
    if noun not in lexicon().words("groups", "sides"):
        pool = [m for m in pool if noun in {"institution", "organization"} or _is_of_class(m, noun)]
    return pool if len(pool) > 1 else []


def _is_of_class(mention: Mention, noun: str) -> bool:
    classes = set(lexicon().table("heads").get(noun, ()))
    return bool(classes & set(mention.types))
