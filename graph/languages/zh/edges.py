"""The left edge of a name: determiners, verbs and words for kinds that are no part of it."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.heads import KNOWN, head_types, tag
from baygraph.languages.zh.proper import is_odd, is_of_scope
from baygraph.languages.zh.words import by_word, words


def trimmed(tokens: Sequence[Token], first: int, head: int) -> int:
    """Leave out what stands before the name: determiners, verbs, conjunctions."""
    while first < head:
        token = tokens[first]
        loose = (tag(token) == "v" and token.lemma not in words("name_verbs", "words")) or _does(
            tokens, first
        )
        joining = token.lemma in words("conjunctions", "words")
        spelled = first + 3 <= head and is_spelled(tokens[first : first + 3])
        if spelled or is_of_scope(tokens[first : head + 1]):
            return first
        phased = token.lemma in words("phases", "words") and "Project" in head_types(tokens[head].lemma)
        if tag(token) in KNOWN or phased or not (loose or joining or token.lemma in words("light", "words")):
            return first
        first += 1
    return first


def is_spelled(run: Sequence[Token]) -> bool:
    """«创享湾孵化器»: three single characters side by side are the letters of a name, no verbs."""
    return len(run) == 3 and all(len(t.lemma) == 1 and is_odd(t) for t in run)


def is_spelled_pair(run: Sequence[Token]) -> bool:
    """«大旺»: two single characters side by side that are no words of grammar."""
    return len(run) == 2 and all(len(t.lemma) == 1 and is_odd(t) for t in run)


def behind_kind(tokens: Sequence[Token], first: int, head: int) -> int:
    """«企业岭康生物科技有限公司»: what a company is is no part of its registered name."""
    if tokens[head].lemma not in words("brands", "heads"):
        return first
    kinds = (i for i in range(head - 1, first - 1, -1) if tokens[i].lemma in words("brands", "of", "kinds"))
    return next((i + 1 for i in kinds if i + 1 < head), first)


def _does(tokens: Sequence[Token], at: int) -> bool:
    """«建设A», «合作建设A»: the verb of the clause, not a part of the name."""
    founds = "found" in by_word("cues").get(tokens[at].lemma, ())
    planned = tokens[at].lemma in words("modality", "heads")
    return founds or (
        (planned or tag(tokens[at])[0] == "v") and "found" in by_word("cues").get(tokens[at + 1].lemma, ())
    )
