"""Short names of companies: strange characters before an industry, or items of a list of companies."""

from collections.abc import Callable, Iterator, Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.zh.foreign_names import is_sound, telling
from baygraph.languages.zh.heads import KNOWN, NOMINAL, head_types, tag
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.words import words

LONGEST = 4  # tokens before the industry
SHORTEST, WIDEST = 2, 10  # characters of an item in a list
STRANGE = frozenset({"x", "nz", "nr", "nrt", "ns", "nrfg"})


def branded(tokens: Sequence[Token], covered: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """«岐澜生物», «瑞衡医疗»: characters that make no words, and an industry."""
    for head in range(1, len(tokens)):
        if tokens[head].lemma in words("brands", "of", "industries") and not _goes_on(tokens, head + 1):
            first = head
            while first > 0 and head - first < LONGEST and _is_odd(tokens[first - 1], covered, first - 1):
                first -= 1
            while first < head and tokens[first].lemma in words("brands", "of", "industries"):
                first += 1
            inside = [t for t in tokens[first:head] if t.lemma not in words("brands", "of", "industries")]
            length = len("".join(t.lemma for t in inside))
            if 2 <= length <= 5 and not all(tag(t)[0] in "vad" for t in inside) and _may_begin(tokens, first):
                yield first, head + 1


def seated(tokens: Sequence[Token], covered: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """«晶泰康（上海）»: strange characters and the place of a company in brackets."""
    for at in range(1, len(tokens) - 2):
        bracket = tokens[at].text in "（(" and tokens[at + 2].text in "）)"
        if not bracket or tag(tokens[at + 1]) != "nk" or head_types_behind(tokens, at + 3):
            continue
        first = at
        while first > 0 and at - first < LONGEST and _is_odd(tokens[first - 1], covered, first - 1):
            first -= 1
        length = len("".join(t.lemma for t in tokens[first:at]))
        if 2 <= length <= 5 and at - first > 1 and _may_begin(tokens, first):
            yield first, at + 3


def head_types_behind(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun behind makes what stands before a part of a longer name."""
    return at < len(tokens) and tag(tokens[at])[0] == "n" and tokens[at].lemma not in words("titles", "words")


def of_houses(tokens: Sequence[Token], covered: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """«京东物流», «葡萄牙电信»: a company's name and an industry, or a state's company."""
    for head in range(1, len(tokens)):
        before = known_things().get(tokens[head - 1].lemma)
        ends = tokens[head].lemma in words("brands", "endings") or _is_doing(tokens, head + 1)
        if before is None or ends or _goes_on(tokens, head + 1):
            continue
        of_state = "Country" in before.types and tokens[head].lemma in words("brands", "of_states")
        of_firm = "Company" in before.types and tokens[head].lemma in words("brands", "of", "industries")
        if (of_state or of_firm) and _may_begin(tokens, head - 1):
            yield head - 1, head + 1


def _is_doing(tokens: Sequence[Token], at: int) -> bool:
    """«盐田港集团国际合作部»: a noun of doing goes on with what stands before."""
    return at < len(tokens) and tag(tokens[at]) == "vn"


def sounded(tokens: Sequence[Token], covered: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """«设备商泰克诺赛拉», «匈牙利企业帕诺尼亚铸造»: foreign sounds behind what a company is."""
    for at, token in enumerate(tokens):
        if token.lemma not in words("brands", "of", "kinds"):
            continue
        stop = at + 1
        while (
            stop < len(tokens) and stop - at < WIDEST and is_sound(tokens[stop].lemma) and not covered(stop)
        ):
            stop += 1
        if telling("".join(t.lemma for t in tokens[at + 1 : stop])):
            industry = stop < len(tokens) and tokens[stop].lemma in words("brands", "of", "industries")
            yield at + 1, stop + industry


def _is_odd(token: Token, covered: Callable[[int], bool], at: int) -> bool:
    if covered(at) or not token.text.isalpha() or token.text[0].isascii():
        return False
    if token.lemma in words("brands", "of", "industries"):
        return True  # «丽宫国际食品»
    single = len(token.lemma) == 1 and tag(token)[0] not in "mqcpur"
    return (single or tag(token) in STRANGE) and token.lemma not in words("edges", "words")


def _may_begin(tokens: Sequence[Token], first: int) -> bool:
    """A name begins behind a mark, a word of grammar, a verb, a place or a word for companies."""
    if first == 0:
        return True
    before = tokens[first - 1]
    return (
        not before.text.isalnum()
        or tag(before)[0] in "pvcdutr"
        or tag(before) in KNOWN
        or before.lemma in words("stops", "words")
        or before.lemma in words("brands", "of", "kinds")
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """A noun behind makes the words a part of a longer name or of a common noun."""
    if at >= len(tokens):
        return False
    following = tokens[at]
    return tag(following)[0] in "n" and following.lemma not in words("titles", "words")


def listed(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """«腾讯、树根互联两家企业»: items between marks of a list of companies one of which is named."""
    companies = {m.stop: m.first for m in mentions if m.types[0] == "Company" and m.kind != "plural"}
    held = {i for m in mentions if "Field" not in m.types for i in range(m.first, m.stop)}
    for at, token in enumerate(tokens):
        if token.lemma in words("brands", "of", "counted"):
            items = list(_items(tokens, _before_number(tokens, at)))
            if len(items) > 1 and any(stop in companies for _, stop in items):
                yield from (i for i in items if not held & set(range(*i)) and _is_item(tokens, *i))


def _before_number(tokens: Sequence[Token], at: int) -> int:
    """Where the list ends: before «两家», «等10余家知名»."""
    while at > 0 and (
        tag(tokens[at - 1])[0] in "mqa"
        or tokens[at - 1].lemma in words("lists", "etc")
        or tokens[at - 1].lemma in words("light", "words")
    ):
        at -= 1
    return at


def _items(tokens: Sequence[Token], stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between marks of a list, from the last one back."""
    first = stop
    while first > 0:
        before = tokens[first - 1]
        mark = before.lemma in words("conjunctions", "listing")
        if mark or not before.text.isalnum() or tag(before)[0] in "pvudc":
            if first < stop:
                yield first, stop
            if not mark:
                return
            stop = first - 1
        first -= 1
    if first < stop:
        yield first, stop


def _is_item(tokens: Sequence[Token], first: int, stop: int) -> bool:
    text = "".join(t.lemma for t in tokens[first:stop])
    named = all(tag(t) in NOMINAL or len(t.lemma) == 1 or t.text.isascii() for t in tokens[first:stop])
    return SHORTEST <= len(text) <= WIDEST and named and not head_types(tokens[stop - 1].lemma)
