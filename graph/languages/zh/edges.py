"""The left edge of a name: determiners, verbs and words for kinds that are no part of it."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.heads import KNOWN, by_word_verbs, head_types, is_edition, tag, verbs_of_clauses
from baygraph.languages.zh.proper import is_odd, is_of_scope
from baygraph.languages.zh.words import by_word, words

FOREIGN = frozenset(
    {"ResearchInstitute", "Facility", "Laboratory", "Company", "Platform", "University", "Association"}
)
FARTHEST = 9  # tokens of the name of a fair beyond what is found
WIDEST = 4  # tokens between the place and what is found of a registered name


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
    if "Company" not in head_types(tokens[head].lemma)[:1]:
        return first
    kinds = (i for i in range(head - 1, first - 1, -1) if tokens[i].lemma in words("brands", "of", "kinds"))
    served = words("brands", "serving")  # «创新方舟企业管理有限公司»
    return next((i + 1 for i in kinds if i + 1 < head and tokens[i + 1].lemma not in served), first)


def registered(tokens: Sequence[Token], first: int, head: int, floor: int) -> int:
    """«广东中崛农机有限公司»: a registered name begins with the place of its seat."""
    limited = tokens[head].lemma in words("brands", "heads")
    seat = first > 1 and tag(tokens[first]) == "nk" and len(tokens[first - 1].lemma) == 1
    if not limited and not (seat and "Company" in head_types(tokens[head].lemma)[:1]):
        return first
    for at in range(first - 1, max(floor, first - WIDEST) - 1, -1):
        if tag(tokens[at]) == "nk" or (tag(tokens[at]) == "ns" and len(tokens[at].lemma) > 1):
            return at
        if not _is_inner(tokens[at]):
            break
    return first


def of_fair(tokens: Sequence[Token], first: int, head: int, floor: int) -> int:
    """«第二十届中国（大朗）国际毛织产品交易会»: a fair's name begins with its edition or country."""
    if tokens[head].lemma not in words("fairs", "heads"):
        return first
    at, begin = first, first
    while at > max(floor, first - FARTHEST):
        opened = opening(tokens, at - 1, floor)
        if opened:
            at = opened
        elif tag(tokens[at - 1]) == "nk" or is_edition(tokens, at - 1):
            at = begin = at - 1
        elif begin < first or not (_is_inner(tokens[at - 1]) or _is_modifier(tokens[at - 1])):
            break
        else:
            at -= 1
    return begin


def place_in_brackets(tokens: Sequence[Token], close: int) -> int:
    """How many tokens a place in brackets has with them: «时代（珠海横琴）有限公司»."""
    if tokens[close].text not in "）)":
        return 0
    opened = next((n for n in (2, 3) if close > n and tokens[close - n].text in "（("), 0)
    inside = tokens[close - opened + 1 : close]
    return opened + 1 if opened and all(tag(t) in KNOWN for t in inside) else 0


def may_sound(head: Token, types: tuple[str, ...]) -> bool:
    """«保罗谢勒研究所», «普拉托市政府»."""
    return types[0] in FOREIGN or head.lemma in words("offices", "of_cities")


def opening(tokens: Sequence[Token], close: int, floor: int) -> int:
    """Where a short bracket behind a place opens that closes here: «中国（大朗）»; 0 where none does."""
    if tokens[close].text not in "）)":
        return 0
    opened = next((i for i in range(close - 1, max(floor, close - 4), -1) if tokens[i].text in "（("), 0)
    return opened if opened and tag(tokens[opened - 1]) == "nk" else 0


def _is_modifier(token: Token) -> bool:
    """A verb of two characters that announces nothing, as in 动漫衍生品交易会."""
    barred = by_word_verbs() | verbs_of_clauses()
    return tag(token)[0] == "v" and len(token.lemma) == 2 and token.lemma not in barred


def _is_inner(token: Token) -> bool:
    """A character that is no preposition or conjunction, or a word that does nothing by itself."""
    if not token.text.isalnum() or token.lemma in words("edges", "words") or token.text.isdigit():
        return False
    return len(token.lemma) == 1 or (tag(token)[0] not in "vpcdr" and token.lemma not in by_word_verbs())


def _does(tokens: Sequence[Token], at: int) -> bool:
    """«建设A», «合作建设A»: the verb of the clause, not a part of the name."""
    founds = "found" in by_word("cues").get(tokens[at].lemma, ())
    planned = tokens[at].lemma in words("modality", "heads")
    return founds or (
        (planned or tag(tokens[at])[0] == "v") and "found" in by_word("cues").get(tokens[at + 1].lemma, ())
    )


def sounds_from(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Where a run of three characters or more begins that write foreign sounds: 保罗谢勒研究所."""
    sounds, first = frozenset("".join(words("foreign", "sounds"))), at
    while first > floor and set(tokens[first - 1].lemma) <= sounds:
        first -= 1
    if first - 1 > floor and tokens[first - 1].lemma == "于" and tag(tokens[first - 2]) == "nk":
        first -= 1  # «德国于利希研究中心»
    strange = any(tag(t) in {"x", "nr", "nrt", "nz", "ns", "nrfg"} for t in tokens[first:at])
    strange = strange or (first > floor and tag(tokens[first - 1]) == "nk")
    strange = strange or all(len(t.lemma) == 1 for t in tokens[first:at])
    return first if strange and len("".join(t.lemma for t in tokens[first:at])) > 2 else at


def is_after_of(tokens: Sequence[Token], at: int) -> bool:
    """«新建的透明工厂», «其发酵车间»: right behind these a verb describes the noun before it."""
    return at > 0 and tokens[at - 1].lemma in words("stops", "describing")
