"""Which tokens are heads of names: the last word of one, with nothing behind that goes on with it."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.heads import KNOWN, head_types, is_edition, may_stand_inside, tag
from baygraph.languages.zh.words import words

OFFICES = frozenset({"University", "GovernmentBody"})
AREAS = frozenset({"District", "Park"})
SITES = frozenset({"Facility", "Park", "Incubator", "Laboratory"})


def types_at(tokens: Sequence[Token], head: int) -> tuple[str, ...]:
    """«海上风电场», «航空产业园»: the last character makes a head of the end of a field."""
    word = tokens[head].lemma
    if len(word) == 1 and head and tag(tokens[head - 1]) == "nf":
        return head_types(tokens[head - 1].lemma + word) or head_types(word)
    return () if _is_of_verb(tokens, head) else head_types(word)


def _is_of_verb(tokens: Sequence[Token], head: int) -> bool:
    """«网上所称»: a single character before a verb is a word of grammar."""
    follows = tokens[head + 1] if head + 1 < len(tokens) else None
    verb = follows is not None and tag(follows)[0] == "v" and len(follows.lemma) == 1
    return verb and tokens[head].lemma == "所"


def may_head(tokens: Sequence[Token], head: int) -> bool:
    """A field may be the last word of a name behind a known one: 小鹏汽车智能工厂."""
    kind, before = tag(tokens[head]), tokens[head - 1] if head else None
    if kind == "nf":
        named = before is not None and tag(before) in {"nk", "ns", "nz", "x", "n"}
        return named and bool(SITES & set(head_types(tokens[head].lemma)))
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if kind == "v" and after is not None and (tag(after) in {"ul", "ug", "nk", "person"}):
        return False  # «会见了A», «访问香港»
    asked = before is not None and before.lemma in words("papers", "asked")
    return kind not in {"nk", "person", "d", "p", "m"} and not asked


def goes_on(tokens: Sequence[Token], head: int) -> bool:
    """A head before another one is a modifier of it (基地 in 基地建设方案), unless a verb parts them."""
    at = head + 1 + is_year(tokens, head + 1)
    if at < len(tokens) and tokens[at].lemma == "暨":
        return True
    at = head + 1
    while at < len(tokens) and at <= head + 4 and (may_stand_inside(tokens[at]) or is_edition(tokens, at)):
        site = tag(tokens[at]) == "nf" and bool(SITES & set(head_types(tokens[at].lemma)))
        if site or (tag(tokens[at]) not in {"nk", "nf"} and types_at(tokens, at)):
            return True
        at += 1
    return at < len(tokens) and tag(tokens[at - 1]) == "nf" and bool(types_at(tokens, at))


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """«乐龄科技博览2023»: the year of an event behind its head."""
    text = tokens[at].text if 0 < at < len(tokens) else ""
    dated = at + 1 < len(tokens) and tokens[at + 1].text in words("counting", "of_dates")
    return len(text) == 4 and text.isdigit() and text[:2] == "20" and not dated


def is_number_of_part(tokens: Sequence[Token], head: int) -> bool:
    """«平行分会一：», «分会场B｜»: the number or letter of a part of an event."""
    if tokens[head].lemma not in words("parts", "numbered") or head + 1 >= len(tokens):
        return False
    number = tokens[head + 1].lemma in words("parts", "numbers")
    behind = tokens[head + 2] if head + 2 < len(tokens) else None
    return number and (behind is None or not behind.text.isalnum() or behind.start > tokens[head + 1].end)


def is_joined(tokens: Sequence[Token], head: int) -> bool:
    """«机电工程与自动化学院»: a science with another one before the head of a school."""
    behind = tokens[head + 1 : head + 5]
    joined = len(behind) > 1 and behind[0].lemma in words("stops", "light_conjunctions")
    if not joined or tokens[head].lemma not in words("heads_of_sciences", "words"):
        return False
    end = next((n for n, t in enumerate(behind) if n and tag(t) not in KNOWN and head_types(t.lemma)), 0)
    alone = end == 1 and len(behind[end].lemma) > 2  # «规划和自然资源局»
    return (end > 1 or alone) and bool(OFFICES & set(head_types(behind[end].lemma)[:1]))


def goes_on_inside(tokens: Sequence[Token], head: int) -> bool:
    """«试验区琶洲片区», «高新区港湾1号科创园»: a place or a number, and the head of a part of the area."""
    behind = tokens[head + 1 : head + 5]
    placed = bool(behind) and (tag(behind[0]) == "nk" or behind[0].text.isdigit())
    at = next((n for n, t in enumerate(behind) if AREAS & set(head_types(t.lemma)[:1])), 0)
    return placed and at > 0 and all(may_stand_inside(t) or tag(t) in {"nk", "m", "q"} for t in behind[:at])
