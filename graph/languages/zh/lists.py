"""Lists under a plural: «A、B、C等7家海外创新中心», «在波士顿和硅谷设立两个工作站», «包括A、B»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Phrase
from baygraph.languages.zh.names import tag
from baygraph.languages.zh.phrases import kind_of
from baygraph.languages.zh.words import words

PLACES = frozenset({"Place", "Country", "Region", "City", "District"})
SEATED = frozenset("OverseasStation Incubator Park Laboratory Workstation Platform Facility ResearchInstitute".split())
MEMBER = frozenset({"member"})


def with_members(text: str, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Add the members of plural phrases, and say of every member which plural it belongs to."""
    out = list(phrases)
    for index, phrase in enumerate(phrases):
        if phrase.plural:
            made = list(_one_for_each(text, sentence, phrases, index))
            for i, p in enumerate(out):
                if p.host < 0 and any(m.first <= p.mention.first < m.stop for m in made):
                    out[i] = p._replace(roles=MEMBER)
            out += made
            _join_before(sentence.tokens, out, index)
    return tuple(out)


def _etc_before(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where 等 stands before the number of a plural phrase, or -1."""
    at = phrase.mention.first - 1
    while at >= 0 and tag(tokens[at])[0] in "mq":
        at -= 1
    return at if at >= 0 and tokens[at].lemma in words("lists", "etc") else -1


def _join_before(tokens: Sequence[Token], out: list[Phrase], plural: int) -> None:
    """«A、B等3家机构»: named things of a kind before 等."""
    end = _etc_before(tokens, out[plural])
    while end > 0:
        found = next((i for i, p in enumerate(out) if p.stop == end and p.host < 0 and p.member_of < 0 and i != plural), -1)
        if found < 0 or kind_of(out[found].mention.types) != kind_of(out[plural].mention.types):
            return
        out[found] = out[found]._replace(member_of=plural, roles=MEMBER)
        end = out[found].first - 1
        if end < 0 or tokens[end].lemma not in words("conjunctions", "words"):
            return


def _one_for_each(text: str, sentence: Sentence, phrases: Sequence[Phrase], plural: int) -> Iterator[Phrase]:
    """«以色列特拉维夫—海法、美国波士顿等7家海外创新中心» are as many centres, each in its place."""
    phrase, tokens = phrases[plural], sentence.tokens
    etc = _etc_before(tokens, phrase)
    if etc < 0 or not SEATED & set(phrase.mention.types[:1]):
        return
    head = text[tokens[phrase.mention.first].start : tokens[phrase.mention.stop - 1].end]
    for first, stop in _items(tokens, phrases, etc):
        where = _own_places(phrases, first, stop)
        if where:
            begin = tokens[where[0].first].start
            name = f"{text[begin : tokens[stop - 1].end]}{head}"
            made = Mention(
                sentence.index, first, phrase.mention.stop, phrase.mention.head,
                sentence.span(first, phrase.mention.stop), phrase.mention.types, "named", name, "one-for-each", 0.85,
            )  # fmt: skip
            yield Phrase(made, made.first, stop, MEMBER, member_of=plural)


def _own_places(phrases: Sequence[Phrase], first: int, stop: int) -> list[Phrase]:
    """The places of one item; of a country and its city the city."""
    found = [p for p in phrases if first <= p.mention.first < stop and PLACES & set(p.mention.types)]
    found.sort(key=lambda p: p.mention.first)
    return [p for p in found if "Country" not in p.mention.types] or found


def _items(tokens: Sequence[Token], phrases: Sequence[Phrase], etc: int) -> Iterator[tuple[int, int]]:
    """The stretches of places between marks of a list, back from 等."""
    places = {i for p in phrases if PLACES & set(p.mention.types) for i in range(p.mention.first, p.mention.stop)}
    stop = at = etc
    while at > 0:
        at -= 1
        inside = at in places or tokens[at].text in "—–-－"
        if not inside:
            if at + 1 < stop:
                yield at + 1, stop
            if tokens[at].lemma not in words("conjunctions", "words"):
                return
            stop = at
    if stop > 0:
        yield 0, stop
