"""Goals: «力争建成…», «成为…», «打造…», with lists under one verb."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Cue
from baygraph.languages.zh.clauses import Clause, clauses
from baygraph.languages.zh.heads import CLOSING, OPENING, head_types, tag
from baygraph.languages.zh.words import words

FACILITY = frozenset(
    {"Park", "Incubator", "Laboratory", "Platform", "Facility", "ResearchInstitute", "University"}
)
NOUNS = frozenset({"n", "nf", "vn", "nz", "s"})
LONGEST = 22  # tokens
SHORTEST = 4  # characters
BEFORE = 14  # how far before the verb a word of aim may stand


def goals(
    text: str, sentence: Sentence, held: Sequence[Mention]
) -> tuple[tuple[Cue, tuple[Mention, ...]], ...]:
    """The goals that a sentence states, each list under the cue that announces it."""
    tokens, out = sentence.tokens, []
    inside = {i for m in held if m.kind in {"known", "named", "short"} for i in range(m.first, m.stop)}
    for at, token in enumerate(tokens):
        aimed = token.lemma in words("goals", "become") and _is_aimed(tokens, at)
        if (aimed or _is_towards(tokens, at) or _is_told(tokens, at)) and at not in inside:
            found = tuple(_listed(text, sentence, at + 1, held))
            if found:
                out.append((Cue("pursue", at, "active", token.lemma), found))
    return tuple(out)


def _is_towards(tokens: Sequence[Token], at: int) -> bool:
    """«朝着“A”迈进»."""
    behind = tokens[at + 1 : at + LONGEST]
    return tokens[at].lemma in words("goals", "towards") and any(
        t.lemma in words("goals", "moving") for t in behind
    )


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """«目标是A», «定位为A», «我们想的是A»."""
    if at < 2 or tokens[at].lemma not in words("goals", "telling"):
        return False
    before, wish = tokens[at - 1].lemma, tokens[at - 2].lemma
    wished = before == "的" and wish in words("goals", "wishing")
    denied = any(t.lemma in words("modality", "denied") for t in tokens[max(0, at - 4) : at])
    return (wished or before in words("goals", "nouns")) and not denied


def _is_aimed(tokens: Sequence[Token], at: int) -> bool:
    """Something is planned: the verb says so, or a word before it in the same sentence."""
    near = tokens[max(0, at - BEFORE) : at]
    if any(t.lemma in words("modality", "denied") for t in near[-2:]) or any(
        t.lemma in words("goals", "done") for t in near[-3:]
    ):
        return False
    done = at + 1 < len(tokens) and tokens[at + 1].lemma in words("goals", "done")
    certain = tokens[at].lemma in words("goals", "always") and not (
        at + 1 < len(tokens) and tokens[at + 1].lemma == "的"
    )
    return not done and (certain or any(t.lemma in words("goals", "planned") for t in near))


def _listed(text: str, sentence: Sentence, first: int, held: Sequence[Mention]) -> Iterator[Mention]:
    """The parts of a list whose last words each say what something may become."""
    tokens = sentence.tokens
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
            if begin < last and (_ends_goal(tokens[last - 1]) or _is_wished(tokens, begin, last)):
                goal = _goal(text, sentence, begin, last, held)
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
    if before and before in OPENING:
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


def _is_wished(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«成为便携芯片的世界第一供应商»: whatever stands to the end of the clause behind 成为."""
    ends = last == len(tokens) or not tokens[last].text.isalnum()
    wished = first > 0 and tokens[first - 1].lemma in words("goals", "being")
    noun = tokens[last - 1].lemma
    person = noun in words("titles", "words") or noun.endswith(tuple(words("goals", "people")))
    return wished and ends and not person and tag(tokens[last - 1]) in NOUNS


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
    if _is_concrete(tokens, first, stop):
        return None
    if any(m.kind in {"named", "known"} and m.first <= first and m.stop >= stop for m in held):
        return None
    name = text[span.start : span.end]
    return Mention(sentence.index, first, stop, stop - 1, span, ("Goal",), "named", name, "goal", 0.85)
