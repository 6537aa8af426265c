"""Fields that no list knows: what is named before 等领域, one after the other."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.heads import NOMINAL, tag
from baygraph.languages.zh.words import by_word, words

LONGEST = 10  # characters


def field_names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The places of the items of all lists of fields, known ones as well."""
    for at, token in enumerate(tokens):
        if token.lemma in words("field_lists", "anchors"):
            items = list(_items(tokens, at))
            if items and (_is_introduced(tokens, items[-1][0]) or _has_known(tokens, items)):
                yield from (item for item in items if _is_field(tokens, *item))


def _items(tokens: Sequence[Token], anchor: int) -> Iterator[tuple[int, int]]:
    """The items from the last one back."""
    stop = anchor
    while stop > 0 and tokens[stop - 1].lemma in words("field_lists", "between"):
        stop -= 1
    while stop > 0:
        first = stop
        while first > 0 and _may_name(tokens[first - 1]):
            first -= 1
        if first == stop:
            return
        yield first, stop
        if first == 0 or tokens[first - 1].lemma not in words("conjunctions", "words"):
            return
        stop = first - 1


def _may_name(token: Token) -> bool:
    if token.lemma in words("stops", "words") or token.lemma in words("conjunctions", "words"):
        return False
    verbal = token.lemma in words("name_verbs", "words")
    return (tag(token) in NOMINAL and "specialize" not in by_word("cues").get(token.lemma, ())) or verbal


def _is_introduced(tokens: Sequence[Token], first: int) -> bool:
    """«聚焦A领域»."""
    return first > 0 and "specialize" in by_word("cues").get(tokens[first - 1].lemma, ())


def _has_known(tokens: Sequence[Token], items: Sequence[tuple[int, int]]) -> bool:
    """A list with a field that is known is a list of fields."""
    return len(items) > 1 and any(tag(t) == "nf" for first, stop in items for t in tokens[first:stop])


def _is_field(tokens: Sequence[Token], first: int, stop: int) -> bool:
    text = "".join(t.lemma for t in tokens[first:stop])
    barred = words("field_lists", "barred")
    return (
        1 < len(text) <= LONGEST
        and text not in barred
        and not all(t.lemma in barred for t in tokens[first:stop])
    )
