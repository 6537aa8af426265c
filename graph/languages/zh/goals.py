"""Goals: «力争建成…», «成为…», «打造…», with lists under one verb."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Cue
from baygraph.languages.zh.aims import Aim, aims, begins_wide
from baygraph.languages.zh.clauses import Clause, clauses
from baygraph.languages.zh.heads import CLOSING, OPENING, head_types, tag
from baygraph.languages.zh.words import words

FACILITY = frozenset(
    {"Park", "Incubator", "Laboratory", "Platform", "Facility", "ResearchInstitute", "University"}
)
NOUNS = frozenset({"n", "nf", "vn", "nz", "s", "ns", "nr", "nt", "l"})
LONGEST = 22  # tokens
SHORTEST = 4  # characters


def goals(
    text: str, sentence: Sentence, held: Sequence[Mention]
) -> tuple[tuple[Cue, tuple[Mention, ...]], ...]:
    """The goals that a sentence states, each list under the cue that announces it."""
    tokens, out, floor = sentence.tokens, [], 0
    inside = {i for m in held if m.kind in {"known", "named", "short"} for i in range(m.first, m.stop)}
    for aim in aims(tokens):
        if aim.first < floor or (aim.at in inside and not aim.sure):
            continue
        barring = [m for m in held if m.kind == "known" or not aim.sure]
        found = tuple(_listed(text, sentence, aim, barring))
        if found:
            out.append((Cue("pursue", aim.at, "active", tokens[aim.at].lemma), found))
            floor = found[-1].stop
    return tuple(out)


def _listed(text: str, sentence: Sentence, aim: Aim, held: Sequence[Mention]) -> Iterator[Mention]:
    """The parts of a list whose last words each say what something may become."""
    tokens, first = sentence.tokens, aim.first
    clause = next((c for c in clauses(tokens) if c.first <= first < c.stop), Clause(first, first, ""))
    end = _list_end(tokens, clause)
    end = min(end, _cut(tokens, first, end))
    while first < clause.stop and tokens[first].lemma in words("goals", "linking"):
        first += 1
    begin = first
    for at in range(first, end + 1):
        if at == end or tokens[at].text == "，" or tokens[at].lemma in words("conjunctions", "words"):
            if _is_between(tokens, at, end):
                continue
            last = at - 1 if begin < at and tokens[at - 1].text in CLOSING else at
            if begin < last and _may_be(tokens, aim, begin, last):
                built = not aim.sure and _is_concrete(tokens, begin, last)
                goal = None if built else _goal(text, sentence, begin, last, held)
                if goal is None:
                    return
                yield goal
                begin = at + 1
            elif begin == at:
                begin = at + 1


def _is_between(tokens: Sequence[Token], at: int, end: int) -> bool:
    """«A与B之间的桥梁»: the conjunction parts no goals."""
    joins = at < end and tokens[at].lemma in words("stops", "light_conjunctions")
    return joins and any(t.lemma in words("goals", "between") for t in tokens[at : min(at + 5, end)])


def _cut(tokens: Sequence[Token], first: int, end: int) -> int:
    """«朝着A迈进», «“建成A”写进规划»: where the goal ends before its clause does."""
    before = tokens[first - 2].text if first > 1 else ""
    opens = first < end and tokens[first].text in OPENING
    if opens or (before and before in OPENING):
        return next((i for i in range(first, end) if tokens[i].text in CLOSING), end)
    if tokens[first - 1].lemma in words("goals", "towards"):
        return next((i for i in range(first, end) if tokens[i].lemma in words("goals", "moving")), end)
    return end


def _list_end(tokens: Sequence[Token], clause: Clause) -> int:
    """A list of goals may go on after a comma: «…，以及…»."""
    stop = clause.stop
    for following in clauses(tokens):
        if (
            following.first == stop + 1
            and following.after == "，"
            and tokens[following.first].lemma in words("goals", "going_on")
        ):
            stop = following.stop
    return stop


def _may_be(tokens: Sequence[Token], aim: Aim, first: int, last: int) -> bool:
    """By its last word, by how far it is to reach, or by the verb that announces it."""
    begin = first
    while begin < last and (
        tokens[begin].text in OPENING or tokens[begin].lemma in words("goals", "skipped")
    ):
        begin += 1
    first_of = tokens[begin + 1].lemma in words("goals", "only") if begin + 1 < last else False
    wide = last - begin > 2 and begins_wide(tokens[begin]) and _is_noun(tokens, last)
    wide = wide and (aim.sure or not first_of)
    told = tokens[aim.at].text not in "：:" or wide
    quoted = aim.sure and tokens[first].text in OPENING and _is_noun(tokens, last)
    quoted = quoted and tag(tokens[begin]) not in {"p", "v", "d"}
    return told and (wide or quoted or _ends_goal(tokens[last - 1]) or _is_wished(tokens, first, last))


def _is_noun(tokens: Sequence[Token], last: int) -> bool:
    """Whatever stands to the end of its clause or quotation and is no person."""
    ends = last == len(tokens) or not tokens[last].text.isalnum()
    noun = tokens[last - 1].lemma
    person = noun in words("titles", "words") or noun.endswith(tuple(words("goals", "people")))
    whole = tag(tokens[last - 1]) in NOUNS or noun.endswith(tuple(words("goals", "ends")))
    return ends and whole and (not person or noun.endswith(tuple(words("goals", "leaders"))))


def _is_wished(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«成为便携芯片的世界第一供应商»: whatever stands to the end of the clause behind 成为."""
    wished = first > 0 and tokens[first - 1].lemma in words("goals", "being")
    return wished and _is_noun(tokens, last)


def _ends_goal(token: Token) -> bool:
    return any(
        token.lemma.endswith(h) for h in words("goals", "heads") if len(h) > 1
    ) or token.lemma in words("goals", "heads")


def _is_concrete(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """«建设中试平台»: a thing that is built, not what one wants to become."""
    built = FACILITY & set(head_types(tokens[stop - 1].lemma)[:1])
    high = any(t.lemma in words("goals", "high") for t in tokens[first:stop])
    return bool(built) and not high


def _goal(text: str, sentence: Sentence, first: int, stop: int, held: Sequence[Mention]) -> Mention | None:
    tokens = sentence.tokens
    while first < stop and (
        tokens[first].lemma in words("goals", "skipped")
        or tokens[first].text in OPENING
        or (tag(tokens[first])[0] == "m" and len(tokens[first].lemma) < 3)
    ):
        first += 1
    span = sentence.span(first, stop) if first < stop else None
    if span is None or stop - first > LONGEST or span.end - span.start < SHORTEST:
        return None
    if any(m.kind in {"named", "known"} and m.first <= first and m.stop >= stop for m in held):
        return None
    name = text[span.start : span.end]
    return Mention(sentence.index, first, stop, stop - 1, span, ("Goal",), "named", name, "goal", 0.85)
