"""Fields that no list knows, told by one word beside them: 做X的, X联合实验室, X企业「A」, X论坛."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.zh.fields import may_name
from baygraph.languages.zh.heads import OPENING, head_types, tag
from baygraph.languages.zh.tokens import LATIN_END
from baygraph.languages.zh.words import words

SHORTEST, LONGEST = 3, 12  # characters
NAMES = frozenset({"ns", "nt", "nr", "nz", "nrt", "nrfg", "alias", "small"})
HOUSES = frozenset({"University", "ResearchInstitute", "Laboratory", "Institution"})


def fields_beside(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The places of fields before a head that is called after one, and of what one makes or studies."""
    for at, token in enumerate(tokens):
        word = token.lemma
        if word in words("fields_beside", "making"):
            yield from _made(tokens, at + 1)
        elif at == 0:
            continue
        elif word in words("fields_beside", "joint") or (word == "联合" and _is_joint(tokens, at + 1)):
            yield from _before(tokens, at, joined=True)
        elif (
            word in words("fields_beside", "companies") and _is_named(tokens, at + 1, mentions)
        ) or word in words("fields_beside", "fairs"):
            yield from _before(tokens, at)
        elif word == "项目":  # «某教授团队的手术导航项目»
            yield from (place for place in _before(tokens, at) if tokens[place[0] - 1].lemma == "的")
        elif word in words("fields_beside", "teams"):
            houses = {m.stop for m in mentions if HOUSES & set(m.types[:1])}
            yield from (place for place in _before(tokens, at) if place[0] in houses)


def _is_joint(tokens: Sequence[Token], at: int) -> bool:
    """«联合», «实验室»: in two words."""
    return at < len(tokens) and tokens[at].lemma in words("fields_beside", "shared")


def _is_named(tokens: Sequence[Token], at: int, mentions: Sequence[Mention]) -> bool:
    """Say whether the name of a company follows."""
    if at >= len(tokens):
        return False
    text = tokens[at].text
    latin = text[0].isalpha() and text[0] < LATIN_END
    return latin or text in OPENING or any(m.first == at and "Company" in m.types for m in mentions)


def _before(tokens: Sequence[Token], stop: int, joined: bool = False) -> Iterator[tuple[int, int]]:
    """What stands right before a head, from the last name, verb or mark on."""
    first = stop
    while first > 0:
        over = joined and 1 < first < stop and tokens[first - 1].lemma in {"与", "及", "和"}
        if not _is_part(tokens[first - 1]) and not (over and _is_part(tokens[first - 2])):
            break
        first -= 1
    while first < stop and _is_verb(tokens[first]):
        first += 1
    if _is_field(tokens[first:stop]):
        yield first, stop


def _is_part(token: Token) -> bool:
    """Say whether a word may be part of a field; names and words of place are none."""
    outside = words("place_abbreviations", "words"), words("fields_beside", "outside")
    return may_name(token) and tag(token) not in NAMES and not any(token.lemma in o for o in outside)


def _made(tokens: Sequence[Token], first: int) -> Iterator[tuple[int, int]]:
    """«做A和B。», «年产A3000万件»: one or more things that end where a clause, its 的 or a number does."""
    while first < len(tokens) and tokens[first].lemma in words("fields_beside", "skipped"):
        first += 1
    items, stop = [], first
    while stop < len(tokens):
        while stop < len(tokens) and _is_part(tokens[stop]):
            stop += 1
        tail = stop > first and tokens[stop - 1].lemma in words("fields_beside", "tails")
        items.append((first, stop - tail))
        if stop == len(tokens) or tokens[stop].lemma not in words("fields_beside", "joining"):
            break
        first = stop = stop + 1
    ends = stop == len(tokens) or not tokens[stop].text.isalnum() or tokens[stop].lemma == "的"
    ends = ends or tag(tokens[stop])[0] == "m"
    items = [i for i in items if not _is_known_kind(tokens[slice(*i)])]
    if ends and all(_is_field(tokens[slice(*item)]) for item in items):
        yield from items


def _is_known_kind(held: Sequence[Token]) -> bool:
    """«仓储机器人»: one plain word before a known field tells only which kind of it is made."""
    return len(held) == 2 and tag(held[-1]) == "nf"


def _is_verb(token: Token) -> bool:
    """Say whether a word is a verb that no name holds."""
    return tag(token) == "v" and token.lemma not in words("name_verbs", "words")


def _is_field(held: Sequence[Token]) -> bool:
    """Say whether words are more than one plain word, and end in none that says nothing of a field."""
    if not SHORTEST <= sum(len(t.lemma) for t in held) <= LONGEST:
        return False
    last, barred = held[-1], words("field_lists", "barred")
    if last.lemma in words("fields_beside", "barred") or last.lemma in words("titles", "words"):
        return False
    if _is_verb(last) or head_types(last.lemma):
        return False
    plain = all(tag(t) in {"v", "vn", "d"} or t.lemma in barred for t in held)
    return len(held) > 1 and not plain
