"""Names bounded by their suffix: from a head word (研究院, 论坛) to the left, as far as a name reaches."""

from collections.abc import Sequence
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.zh.edges import (
    behind_kind,
    is_after_of,
    is_spelled,
    is_spelled_pair,
    may_sound,
    of_fair,
    place_in_brackets,
    registered,
    sounds_from,
    trimmed,
)
from baygraph.languages.zh.heads import (
    CLOSING,
    KNOWN,
    NOMINAL,
    OPENING,
    by_word_verbs,
    head_types,
    is_edition,
    is_place_like,
    may_stand_inside,
    tag,
    verbs_of_clauses,
)
from baygraph.languages.zh.headwords import (
    AREAS,
    OFFICES,
    goes_on,
    goes_on_inside,
    is_joined,
    is_number_of_part,
    is_year,
    may_head,
    types_at,
)
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.proper import by_modifier, is_odd, proper
from baygraph.languages.zh.words import by_word, words

LONGEST_NAME = 16  # tokens
FAR = 5  # tokens between a preposition and the verb of its clause
PAPERS = frozenset({"Policy", "Program", "Agreement"})
BRAND = frozenset({"Company"})
TECHNICAL = frozenset({"ResearchInstitute", "Facility", "Laboratory", "Company", "Platform", "University"})
VERBAL = TECHNICAL | {"GovernmentBody", "Association", "Park", "Incubator", "Workstation", "OverseasStation"}
BODIES = frozenset({"GovernmentBody", "University", "Association", "Company"})
BUILT = frozenset({"Facility", "Park", "Laboratory", "Incubator", "Platform", "OverseasStation"})
LETTERED = frozenset({"OverseasStation", "Incubator"})
HOUSES = frozenset({"University", "ResearchInstitute", "Company", "Laboratory", "Institution"})
UNITS = frozenset(
    {"ResearchInstitute", "Laboratory", "Park", "Institution", "Company", "Platform", "Workstation"}
)
TIES = "于在为成到有"  # ends of verbs that want an object
DASHES = "—–-－-·"


class Name(NamedTuple):
    """Tokens ``first`` to ``stop`` are a name or description; ``proper`` is what makes it a name."""

    first: int
    head: int
    stop: int
    types: tuple[str, ...]
    proper: str


def name_at(tokens: Sequence[Token], head: int, floor: int) -> Name | None:
    """The name or description that ends in this token, if the token can be a head."""
    types = types_at(tokens, head) if may_head(tokens, head) else ()
    if (
        not types
        or goes_on(tokens, head)
        or is_joined(tokens, head)
        or (AREAS & set(types[:1]) and goes_on_inside(tokens, head))
    ):
        return None
    tail = _branch_end(tokens, head, types)
    quoted = tail < len(tokens) and tokens[tail].text in CLOSING and _opens(tokens, tail, floor) >= 0
    if quoted and PAPERS & set(types[:1]) and tokens[tail].text != "》" and _is_in_longer(tokens, tail + 1):
        return None  # «“火星生活指南”特展»
    first = _left(tokens, head, floor, types, quoted)
    first = registered(tokens, behind_kind(tokens, trimmed(tokens, first, head), head), head, floor)
    first = of_fair(tokens, first, head, floor)
    if first == head and (len(tokens[head].lemma) == 1 or tokens[head].lemma in words("bare", "never")):
        return None
    first = first + 1 if not quoted and tokens[first].text in DASHES else first
    stop = tail + 1 if quoted and any(t.text in OPENING for t in tokens[first:head]) else tail
    types = by_modifier(tokens[first : head + 1], types)
    if types[0] == "Agreement" and head - first > 1 and tokens[head - 1].lemma == "项目":
        head, stop, types = head - 1, head, ("Project",)
    kind = proper(tokens, first, head, types)
    return Name(first, head, stop, types, kind) if kind or tag(tokens[head]) != "nf" else None


def _branch_end(tokens: Sequence[Token], head: int, types: tuple[str, ...]) -> int:
    """«深圳市海外人才工作联络站（慕尼黑）»: where the name of a station ends with its place."""
    if "Event" in types[:1]:
        return head + 1 + (is_year(tokens, head + 1) or is_number_of_part(tokens, head))
    placed = head + 3 < len(tokens) and place_in_brackets(tokens, head + 3) == 3
    return head + 4 if placed and "OverseasStation" in types[:1] else head + 1


def _of_both(tokens: Sequence[Token], at: int, floor: int) -> int:
    """«A论坛2026暨B展»: where the first of two heads stands that are joined here."""
    before = at - 1 - is_year(tokens, at - 1)
    return before if before >= floor and head_types(tokens[before].lemma) else at


def _is_in_longer(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the head of a longer name stands right behind a closing mark."""
    return at < len(tokens) and tag(tokens[at]) not in KNOWN and bool(types_at(tokens, at))


def of_house(tokens: Sequence[Token], house: Name | None, name: Name) -> Name:
    """«…监督检验所中山检验室»: what a house keeps in a place is called after both."""
    if house is None or house.stop != name.first or tag(tokens[name.first]) != "nk":
        return name
    branch = tokens[name.head].lemma in words("units", "branches") and BODIES & set(house.types[:1])
    kept = (branch or (HOUSES & set(house.types[:1]) and UNITS & set(name.types[:1]))) and house.proper
    return name._replace(first=house.first) if kept else name


def _left(tokens: Sequence[Token], head: int, floor: int, types: tuple[str, ...], quoted: bool) -> int:
    at, place, inside = head, False, True
    while at > floor and head - at < LONGEST_NAME:
        token = tokens[at - 1]
        if token.text in CLOSING:
            opened = _opens(tokens, at - 1, floor)
            if opened < 0 or at - opened > 10 or token.text == "》":
                break
            at = opened
        elif (length := _inset(tokens, at, floor)) > 0:
            at -= length
        elif _may_send(tokens, head, at - 2, floor) or (place and _is_part_of_area(tokens, at, types)):
            at, place = at - 1, False
        elif tokens[head].lemma in words("units", "heads") and _is_body(token):
            break
        elif quoted and token.text in OPENING:
            at, quoted, inside = at - 1, False, False
        elif not inside and (tag(token)[0] == "v" or token.lemma in words("name_verbs", "words")):
            break
        elif tag(token) == "nk" or is_place_like(token):
            at, place = at - 1, True
        elif token.lemma == "暨" and (begin := _of_both(tokens, at - 1, floor)) < at - 1:
            at, place = begin, False
        elif not place and _joins(tokens, at - 1, floor, types):
            at -= 2
        elif _belongs(tokens, at - 1, floor, place, types):
            at -= 1
        elif not place and may_sound(tokens[head], types) and (begin := sounds_from(tokens, at, floor)) < at:
            at = begin
        else:
            begin = _beyond_place(tokens, at, floor) if place and "Event" in types else at
            if place and types[0] in LETTERED and is_spelled_pair(tokens[max(floor, at - 2) : at]):
                begin = at - 2  # «大旺亚琛离岸孵化站»
            if begin == at:
                break
            at = begin
    return at


def _inset(tokens: Sequence[Token], at: int, floor: int) -> int:
    """How many tokens before a place are one piece of a name: «（深圳）», «1号», «江门—»."""
    if bracketed := place_in_brackets(tokens, at - 1):
        return bracketed
    if at - 2 < floor:
        return 0
    if tokens[at - 1].lemma in words("offices", "committees") and tag(tokens[at - 2]) in KNOWN:
        return 1  # «江门市委组织部»
    numbered = tokens[at - 1].lemma == "号" and tokens[at - 2].text.isdigit()
    paired = tag(tokens[at - 2]) in KNOWN and tag(tokens[at]) in KNOWN
    return 2 if numbered or (tokens[at - 1].text in DASHES and paired) else 0


def _may_send(tokens: Sequence[Token], head: int, at: int, floor: int) -> bool:
    """«广东省驻德国经贸代表处»: a mission of the place or body before 驻."""
    if at < floor or tokens[at + 1].lemma != "驻":
        return False
    mission = tokens[head].lemma.endswith(tuple(words("missions", "ends")))
    return mission and (tag(tokens[at]) in KNOWN or is_place_like(tokens[at]) or _is_body(tokens[at]))


def _is_body(token: Token) -> bool:
    """«委员会» before «高新技术产业化处»: a body that the unit belongs to has a name of its own."""
    known = known_things().get(token.lemma)
    return bool(
        (BODIES - {"University"} if known else BODIES)
        & set(known.types if known else head_types(token.lemma)[:1])
    )


def _is_part_of_area(tokens: Sequence[Token], at: int, types: tuple[str, ...]) -> bool:
    """«试验区琶洲片区», «合作区深圳园区»: the name of an area goes on with a place in it."""
    whole = head_types(tokens[at - 1].lemma) if tag(tokens[at - 1]) not in KNOWN else ()
    return bool(AREAS & set(whole[:1])) and bool(AREAS & set(types[:1]))


def _beyond_place(tokens: Sequence[Token], at: int, floor: int) -> int:
    """«第20届中国留学人员广州科技交流会»: an event's name may go on before a place."""
    for first in range(at - 1, max(floor, at - 4) - 1, -1):
        if tag(tokens[first]) == "nk" or is_edition(tokens, first):
            return first
        if not may_stand_inside(tokens[first]) or tokens[first].lemma in words("stops", "words"):
            return at
    return at


def _opens(tokens: Sequence[Token], close: int, floor: int) -> int:
    """Where the quotation that closes here opens, or -1."""
    pair = OPENING[CLOSING.index(tokens[close].text)]
    return next((i for i in range(close - 1, max(floor, close - 14) - 1, -1) if tokens[i].text == pair), -1)


def _joins(tokens: Sequence[Token], at: int, floor: int, types: tuple[str, ...]) -> bool:
    """«人力资源和社会保障局»: a conjunction between two common nouns of one name."""
    if tokens[at].lemma not in words("stops", "light_conjunctions") or at - 1 < floor:
        return False
    before = tokens[at - 1]
    return (
        tag(before) in {"n", "vn", "nf", "v", "j", "b", "an", "l"}
        and may_stand_inside(before)
        and (not head_types(before.lemma) or (types[0] in OFFICES and _is_science(before.lemma)))
    )


def _is_science(word: str) -> bool:
    return "Project" in head_types(word) or word in words("heads_of_sciences", "words")


def _is_done_there(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """«在匈牙利塞格德建设A», «与B成立A»: the verb of the clause, though it may stand inside names."""
    if "found" not in by_word("cues").get(tokens[at].lemma, ()):
        return False
    works = tokens[at].lemma in words("brands", "works")
    if works and tokens[at + 1].lemma in words("brands", "after_works"):
        return False  # «由深圳市特区建设发展集团开发»
    first = at
    while first > floor and at - first < FAR and tag(tokens[first - 1]) in NOMINAL | KNOWN:
        first -= 1
    before = tokens[first - 1].lemma if first else ""
    return first < at and before in words("prepositions_all", "words")


def _belongs(tokens: Sequence[Token], at: int, floor: int, place: bool, types: tuple[str, ...]) -> bool:
    token, kind = tokens[at], tag(tokens[at])
    if token.end < tokens[at + 1].start and (len(token.text) == 1 or not token.text.isascii()):
        return False  # «B 高校人才论坛», «签约专场　华南理工大学»: a gap parts what a line holds
    if is_edition(tokens, at):
        return True
    if place or token.lemma in words("stops", "words") or _is_done_there(tokens, at, floor):
        return False
    if token.lemma in words("name_verbs", "words") or _is_attached(tokens, at, types):
        return True
    pair_of_places = token.lemma in words("place_abbreviations", "words")  # «中日»
    if kind in NOMINAL or (kind == "t" and (len(token.lemma) > 2 or pair_of_places)):
        lettered = len(token.lemma) == 1 and at > floor and len(tokens[at - 1].lemma) == 1
        spelled = is_spelled(tokens[at : at + 3]) or (lettered and is_odd(tokens[at - 1]))
        return token.lemma not in by_word_verbs() or spelled
    if kind == "v" and len(token.lemma) > 1 and tokens[at + 1].lemma in words("rites", "words"):
        return token.lemma not in by_word_verbs()  # «迎接仪式»
    if kind == "v" and len(token.lemma) == 2 and token.lemma[-1] not in TIES and types[0] in VERBAL:
        before = tokens[at - 1] if at > floor else None
        inner = before is not None and (
            tag(before) == "nf" or (tag(before) in {"n", "nz", "j", "vn"} and not head_types(before.lemma))
        )
        return inner and token.lemma not in by_word_verbs() | verbs_of_clauses()
    if kind == "v" and len(token.lemma) == 2 and types[0] in BUILT and is_after_of(tokens, at):
        return token.lemma not in by_word_verbs() | verbs_of_clauses()
    if len(token.lemma) != 1:
        return False
    if token.lemma in words("heads_of_one", "words") and tag(tokens[at - 1])[0] == "n" and at > floor:
        return True  # «航空产业园基地»
    if BRAND & set(types) and kind[0] in "vnagtzmd":
        return True
    pair = any(
        0 <= i < len(tokens) and len(tokens[i].lemma) == 1 and is_odd(tokens[i]) for i in (at - 1, at + 1)
    )
    return types[0] in BUILT and pair and (is_odd(token) or (kind == "f" and len(tokens[at + 1].lemma) == 1))


def _is_attached(tokens: Sequence[Token], at: int, types: tuple[str, ...]) -> bool:
    """«中山大学附属第七医院»."""
    return (
        tokens[at].lemma == "附属" and types[0] == "Institution" and at > 0 and tag(tokens[at - 1]) in KNOWN
    )
