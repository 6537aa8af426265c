"""Who signs for a body by an office there, and what the body is to a paper or to its fellows."""

from collections.abc import Iterator, Sequence

from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.words import by_word

Indexed = tuple[int, Phrase]
PAIR = 2
SIGNING = frozenset({"sign", "cooperate"})


def signing(cue: Cue, outer: Sequence[Indexed], phrases: Sequence[Phrase]) -> list[Indexed]:
    """«A大学校长B与C公司总裁D签署协议»: the bodies sign where their officers do."""
    if cue.frame not in SIGNING or "sign" not in by_word("cues").get(cue.word, ()):
        return list(outer)
    taken = {i for i, _ in outer}
    return [_house(found, phrases, taken) for found in outer]


def _house(found: Indexed, phrases: Sequence[Phrase], taken: set[int]) -> Indexed:
    """The body of an office in the place of who holds it; anything else as it is."""
    index, phrase = found
    bodies = _bodies_of(index, phrases) if "Person" in phrase.mention.types else iter(())
    body = next((i for i in bodies if i not in taken), -1)
    return (body, phrase._replace(mention=phrases[body].mention)) if body >= 0 else found


def _bodies_of(person: int, phrases: Sequence[Phrase]) -> Iterator[int]:
    return (i for i, p in enumerate(phrases) if p.host == person and kind_of(p.mention.types) == "body")


def one_with_the_other(agents: Sequence[int]) -> Iterator[Argument]:
    """«由A与B合办»: the two behind 由 do it with one another; of more it is not told."""
    if len(agents) == PAIR:
        yield from (Argument("subj", agents[0]), Argument("with", agents[1]))
