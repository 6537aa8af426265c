"""Fields that no list knows: what is named before 等领域, one after the other."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.heads import NOMINAL, head_types, tag
from baygraph.languages.zh.words import by_word, words

LONGEST = 10  # characters


def field_names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The places of the items of all lists of fields, known ones as well."""
    for at, token in enumerate(tokens):
        if token.lemma in words("field_lists", "anchors"):
            items = list(_items(tokens, at))
            if items and (_is_introduced(tokens, items[-1][0]) or _has_known(tokens, items)):
                yield from (item for item in items if _is_field(tokens, *item))
        if token.lemma in words("specializing", "listing"):
            yield from _after_verb(tokens, at + 1)


def _after_verb(tokens: Sequence[Token], first: int) -> Iterator[tuple[int, int]]:
    """«主攻运动控制与机器视觉。»: a list that is all that stands behind such a verb."""
    items, at = [], first
    while at < len(tokens) and tokens[at].lemma in words("specializing", "skipped"):
        at += 1
    stop = at
    while at < len(tokens):
        stop = at
        while stop < len(tokens) and may_name(tokens[stop]):
            stop += 1
        if stop == at:
            return
        end = next((i for i in range(at, stop) if _is_anchor(tokens[i])), stop)
        while end - at > 1 and tokens[end - 1].lemma in words("specializing", "tails"):
            end -= 1
        begin = _without_verbs(tokens, at, end)
        if end > begin:
            items.append((begin, end))
        if end < stop:
            break
        if stop == len(tokens) or tokens[stop].lemma not in words("conjunctions", "listing"):
            break
        at = stop + 1
    after = tokens[stop] if stop < len(tokens) else None
    ends = after is None or not after.text.isalnum() or after.lemma in words("lists", "etc")
    if (ends or _is_anchor(tokens[stop - 1])) and (
        len(items) > 1 or any(tag(t) == "nf" for i in items for t in tokens[slice(*i)])
    ):
        yield from (i for i in items if _is_field(tokens, *i) and not head_types(tokens[i[1] - 1].lemma))


def _is_anchor(token: Token) -> bool:
    """«方向», «三大»: what ends a list of fields and is no part of it."""
    listed = token.lemma in words("field_lists", "anchors") or token.lemma in words("field_lists", "between")
    return listed or tag(token)[0] in "mq"


def _items(tokens: Sequence[Token], anchor: int) -> Iterator[tuple[int, int]]:
    """The items from the last one back."""
    stop = anchor
    while stop > 0 and (
        tokens[stop - 1].lemma in words("field_lists", "between") or tag(tokens[stop - 1])[0] in "mq"
    ):
        stop -= 1
    while stop > 0:
        first = stop
        while first > 0 and may_name(tokens[first - 1]):
            first -= 1
        if first == stop:
            return
        yield _without_verbs(tokens, first, stop), stop
        if first == 0 or tokens[first - 1].lemma not in words("conjunctions", "words"):
            return
        stop = first - 1


def _without_verbs(tokens: Sequence[Token], first: int, stop: int) -> int:
    """«引入医疗科技»: the verb before the first field is no part of it."""
    while stop - first > 1 and tag(tokens[first]) == "v" and not _is_of_names(tokens[first]):
        first += 1
    return first


def _is_of_names(token: Token) -> bool:
    return token.lemma in words("name_verbs", "words")


def may_name(token: Token) -> bool:
    """Say whether a word may be a part of a field's name."""
    if token.lemma in words("stops", "words") or token.lemma in words("conjunctions", "words"):
        return False
    verbal = token.lemma in words("name_verbs", "words")
    plain = tag(token) == "v" and len(token.lemma) == 2 and token.lemma not in by_word("cues")
    return (
        (tag(token) in NOMINAL and "specialize" not in by_word("cues").get(token.lemma, ()))
        or verbal
        or plain
    )


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
