"""Words that announce relations, and whether the text plans or denies what they say."""

import itertools
from collections.abc import Collection, Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages import classes
from baygraph.languages.pack import Cue, Phrase
from baygraph.languages.zh.clauses import Clause, clauses
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.placing import places_told
from baygraph.languages.zh.words import by_word, words

FOUNDING = frozenset({"found", "creates"})
NOUN_FRAMES = frozenset({"hold", "found", "run"})
LABEL = 3  # tokens before the colon of a labelled line
REACH = 7  # how far before a verb a word may stand that plans or denies it, in tokens
OTHERS_WORD = frozenset({"cooperate", "run", "hold", "specialize"})


def cues(sentence: Sentence, phrases: Sequence[Phrase]) -> tuple[Cue, ...]:
    """All cues of a sentence outside its names; one word may open several frames."""
    held = named_tokens(phrases)
    return (
        *_announced(sentence.tokens, held),
        *_beside(sentence.tokens, phrases),
        *_inside(phrases),
        *_each(sentence.tokens, phrases),
        *_attributes(phrases),
        *places_told(sentence.tokens, phrases),
    )  # fmt: skip


def named_tokens(phrases: Sequence[Phrase]) -> set[int]:
    """The tokens of names and descriptions."""
    return {
        i for p in phrases if p.mention.kind in {"known", "named", "short", "loose", "described"}
        for i in range(p.mention.first, p.mention.stop)
    }  # fmt: skip


def _announced(tokens: Sequence[Token], held: set[int]) -> Iterator[Cue]:
    table = by_word("cues")
    for at, token in enumerate(tokens):
        if token.lemma in words("member_nouns", "words") and at not in held:
            yield Cue("join", at, "agent-noun", token.lemma)
        if token.lemma in words("member_nouns", "guests"):
            if at not in held:
                yield Cue("attend", at, "agent-noun", token.lemma)
            continue
        if token.lemma in words("guests", "among"):
            attended = any("attend" in table.get(t.lemma, ()) for t in tokens[:at])
            yield from [Cue("attend", at, "among", token.lemma)] if attended else []
            continue
        yield from _of_noun(tokens, at) if at not in held else ()
        if is_of_direction(tokens, at) and at not in held:
            yield Cue("specialize", at, "active", token.lemma)
            continue
        frames = table.get(token.lemma, ())
        if not frames or at in held or _is_absorbed(tokens, at):
            continue
        if at + 1 < len(tokens) and (
            tokens[at + 1].lemma in words("agent_nouns", "words") or _is_cleft(tokens, at)
        ):
            yield from (Cue(f, at, "agent-noun", token.lemma) for f in frames if f in NOUN_FRAMES)
            continue
        if is_label_of_line(tokens, at):
            wanted = {"attend"} if "attend" in frames else NOUN_FRAMES
            yield from (Cue(f, at, "agent-noun", token.lemma) for f in frames if f in wanted)
            continue
        if _is_modifier(tokens, at) or _is_noun(tokens, at, frames):
            continue
        if token.lemma == "以" and not _is_by_field(tokens, at):
            continue
        mood = modality(tokens, at, held)
        if "specialize" in frames and [t.lemma for t in tokens[at + 1 : at + 3]] == ["的", "是"]:
            yield Cue("specialize", at + 2, "active", token.lemma, mood)  # «做的是A»
            continue
        use = "relative" if _is_relative(tokens, at) else "active"
        yield from (Cue(frame, at, use, token.lemma, mood) for frame in frames)


def is_label_of_line(tokens: Sequence[Token], at: int) -> bool:
    """«承办：A», «致辞：B»: a verb that labels a line tells who does it."""
    return at < LABEL and at + 1 < len(tokens) and tokens[at + 1].text in "：:"


def _of_noun(tokens: Sequence[Token], at: int) -> Iterator[Cue]:
    """«主办方», «承办单位»: a verb and who does it in one word."""
    lemma = tokens[at].lemma
    end = next((e for e in words("agent_nouns", "ends") if lemma.endswith(e)), "")
    frames = by_word("cues").get(lemma[: -len(end)], ()) if end and len(lemma) > len(end) + 1 else ()
    yield from (Cue(f, at, "agent-noun", lemma) for f in frames if f in NOUN_FRAMES)


def is_of_direction(tokens: Sequence[Token], at: int) -> bool:
    """«主要方向包括A», «业务集中于A»."""
    linked = at > 0 and tokens[at].lemma in words("specializing", "linking")
    return linked and tokens[at - 1].lemma in words("specializing", "directions")


def _is_cleft(tokens: Sequence[Token], at: int) -> bool:
    """«承办的则是B»."""
    behind = [t.lemma for t in tokens[at + 1 : at + 4]]
    return behind[:1] == ["的"] and any(w in words("linking", "verbs") for w in behind[1:])


def _is_by_field(tokens: Sequence[Token], at: int) -> bool:
    """«以中医药、大健康为主导产业»."""
    behind = [t.lemma for t in tokens[at + 1 : at + 16]]
    said = behind.index("为") if "为" in behind else -1
    return (
        any(w in words("specializing", "by", "words") for w in behind[said + 1 : said + 4])
        if said > 0
        else False
    )


def _is_absorbed(tokens: Sequence[Token], at: int) -> bool:
    """«加入共建», «申请注册»: what one joins in or asks for is said by the first verb."""
    before = tokens[at - 1].lemma if at else ""
    return "join" in by_word("cues").get(before, ()) or before in words("absorbing", "words")


def _is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """«合作项目», «建设时序»: a verbal noun right before a common noun describes it."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or tag(tokens[at]) != "vn" or tag(following) not in {"n", "vn", "an"}:
        return False
    return (at > 0 and tag(tokens[at - 1])[0] in "mqujn") or (
        tag(tokens[at]) == "vn" and tokens[at].lemma in words("modifying", "words")
    )


def _is_noun(tokens: Sequence[Token], at: int, frames: Sequence[str]) -> bool:
    """«公司的设立尚须…», «建站», «建立合作关系»: no founding."""
    if not FOUNDING & set(frames):
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None:
        return False
    if at and tokens[at - 1].lemma == "的" and tag(behind)[0] in "dvpcw":
        return True
    if len(tokens[at].lemma) == 1 and len(behind.lemma) == 1 and tag(behind)[0] == "n":
        return True
    end = next((t for t in tokens[at + 1 :] if not t.text.isalnum()), None)
    last = tokens[tokens.index(end) - 1] if end is not None else tokens[-1]
    return last.lemma in words("modifying", "ties")


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """«由A建设的B»: 的 follows the verb, or its clause ends in 的 before another noun."""
    return any(t.lemma == "的" for t in tokens[at + 1 : at + 2])


def modality(tokens: Sequence[Token], at: int, held: Collection[int] = ()) -> str:
    """``planned`` for what will or may be, ``denied`` for what is negated; names (``held``) say neither."""
    clause = next((c for c in clauses(tokens) if c.first <= at < c.stop), None)
    if _is_hearsay(tokens):
        return "denied"
    first = max(clause.first if clause else 0, at - REACH)
    near = [tokens[i] for i in range(first, at) if i not in held]
    if any(t.lemma in words("modality", "denied") for t in near[-3:]):
        return "denied"
    if any(t.lemma in words("modality", "planned") for t in near) or (
        clause and _goes_on(tokens, clause, held)
    ):
        return "planned"
    return ""


def _is_hearsay(tokens: Sequence[Token]) -> bool:
    """«外界盛传的合建一事，她予以否认»."""
    said = next((i for i, t in enumerate(tokens) if t.lemma in words("hearsay", "said")), len(tokens))
    return any(t.lemma in words("hearsay", "untrue") for t in tokens[said:])


def _goes_on(tokens: Sequence[Token], clause: Clause, held: Collection[int]) -> bool:
    """«计划投资11亿元，在丹灶镇建设…»: a clause without a subject is planned with the one before it."""
    before = next((c for c in clauses(tokens) if c.stop == clause.first - 1), None)
    plain = clause.after in "，," and tag(tokens[clause.first])[0] in "pvdc"
    return (
        plain
        and before is not None
        and any(
            tokens[i].lemma in words("modality", "planned")
            for i in range(before.first, before.stop)
            if i not in held
        )
    )


def _beside(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """«广州市海珠区»: the finer of two places side by side lies in the coarser."""
    for a, b in _neighbours(phrases):
        gap = tokens[a.mention.stop : b.mention.first]
        if (
            len(gap) <= 1
            and all(t.text in "—–-－·" or t.lemma in words("place_heads", "ranks") for t in gap)
            and (gap or a.mention.stop == b.mention.first)
        ):
            yield Cue("locate", b.mention.first, "beside", b.mention.name)


def _neighbours(phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    places = sorted((p for p in phrases if p.mention.types[0] in PLACES), key=lambda p: p.mention.span)
    return itertools.pairwise(places)


def _inside(phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """«松山湖国际机器人基地»: what is named after a place at its left edge lies there."""
    for p in phrases:
        if (
            (p.mention.types[0] in SEATED or _is_of_country(p, phrases))
            and p.mention.kind in {"named", "known"}
            and p.mention.rule != "one-for-each"
        ):
            yield Cue("locate", p.mention.first, "named-after", p.mention.name)
            yield Cue("enter", p.mention.first, "unit-of", p.mention.name)
            if p.mention.types[0] == "OverseasStation":
                yield Cue("found", p.mention.first, "kept-by", p.mention.name)


def _is_of_country(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    """«泰国工业联合会»: a body whose name begins with a foreign country."""
    start = phrase.mention.span.start
    return any(p.mention.span.start == start and "Country" in p.mention.types for p in phrases if p.host >= 0)


def _attributes(phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """«瑞士的保罗谢勒研究所»: the place before a body is where it is."""
    for p in phrases:
        host = phrases[p.host] if p.host >= 0 else None
        if host is None or "Person" in host.mention.types:
            continue
        inside = host.mention.first <= p.mention.first and host.mention.kind in {"named", "known"}
        if inside and "Company" in p.mention.types and host.mention.types[0] in SEATED:
            yield Cue("found", p.mention.first, "house-of", p.mention.name)
        if p.mention.types[0] not in PLACES:
            continue
        office = host.mention.types[0] == "GovernmentBody" and "Country" not in p.mention.types
        if p.stop <= host.mention.first and not office:
            yield Cue("locate", p.mention.first, "attribute", p.mention.name)


def _each(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """«A、B等7家海外创新中心»: each in its place, all of them of the city that the sentence is about."""
    members = [p for p in phrases if p.mention.rule == "one-for-each"]
    if members:
        mood = modality(tokens, members[0].mention.head)
        yield from (Cue("locate", p.first, "each", p.mention.name, mood) for p in members)
        yield Cue("found", members[0].mention.head, "each-of", members[0].mention.name, mood)


PLACES = ("Country", "Region", "City", "District", "Place")
SEATED = classes.SEATED | {"District"}
