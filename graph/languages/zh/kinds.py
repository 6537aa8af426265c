"""What a name bounded by its suffix is: a proper name, a description, one of several, or a word for it."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages import classes
from baygraph.languages.zh.counting import is_counted
from baygraph.languages.zh.figure_words import words as figure_words
from baygraph.languages.zh.heads import head_types, tag
from baygraph.languages.zh.headwords import is_number_of_part
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.names import Name
from baygraph.languages.zh.words import by_word, words

NAMED_BODIES = frozenset({"GovernmentBody", "Association"})
TOLD_APART = frozenset({"Platform", "Park", "Facility", "Laboratory", "Incubator", "Project"})
TIES = 3  # words between a noun and its number
DESCRIBABLE = classes.DESCRIBABLE | {"District"}


def kind_of_name(tokens: Sequence[Token], name: Name) -> str:
    """named, described, plural or anaphor; ``vague`` for what names nothing, empty for what is nothing."""
    clause = not name.proper and (_is_of_clause(tokens, name) or _is_status(tokens, name))
    if clause or _is_reached(tokens, name) or _is_label(tokens, name):
        return ""
    common = tokens[name.head].lemma in figure_words("measures", "kinds")  # «“小巨人”企业27家»
    if (common or name.proper != "quoted") and _is_counted_behind(tokens, name.stop, common):
        return "plural"
    if tokens[name.head].lemma in words("bare", "offices") and _is_behind_body(tokens, name.first):
        return ""
    batch = any(t.lemma[0] == "第" and t.lemma[-1] == "批" for t in tokens[name.first : name.head])
    registered = tokens[name.head].lemma in words("brands", "heads")  # «赛纳三维科技股份有限公司»
    if batch or (not registered and is_counted(tokens, name.first, name.head)):
        return "plural"
    if tokens[name.head].lemma in words("brands", "of", "never") and not _is_telling(tokens, name):
        return "vague" if name.proper else ""
    if _is_called_so(tokens, name) or (
        name.proper and not (name.proper == "known" and _is_vague(tokens, name))
    ):
        return "named"
    if name.proper:
        return "vague"
    alone = _kind_alone(tokens, name) if name.stop - name.first == 1 else None
    if alone is not None:
        return alone
    if _is_public(tokens, name) or _is_told_apart(tokens, name):
        return "named"
    return "described" if name.types[0] in DESCRIBABLE and not _is_plain_project(tokens, name) else ""


def _kind_alone(tokens: Sequence[Token], name: Name) -> str | None:
    """What a head by itself is; None where its class decides."""
    head, definite = tokens[name.head].lemma, _is_definite(tokens, name)
    if head in words("never_alone", "words"):
        return ""
    if head in words("vague", "words") and not definite:
        initial = head in words("anaphora_initial", "words") and _begins_clause(tokens, name)
        return "anaphor" if initial or head in _anaphoric() else ""
    if name.types[0] == "Event" and _is_one(tokens, name):
        return "described"
    known = definite or head in _anaphoric() or name.types[0] == "GovernmentBody"
    return "anaphor" if known else None


def _is_telling(tokens: Sequence[Token], name: Name) -> bool:
    """«穗图遥感科技公司»: strange words make a name of what is vague behind common ones."""
    firm = tokens[name.head].lemma in words("brands", "firms")
    return name.proper == "quoted" or (name.proper == "strange" and firm)


def _is_called_so(tokens: Sequence[Token], name: Name) -> bool:
    """«广交会», «分论坛一»: a fair that everybody knows, or a part of an event by its number."""
    fair = name.stop - name.first == 1 and tokens[name.head].lemma in words("fairs", "words")
    return fair or (name.stop == name.head + 2 and is_number_of_part(tokens, name.head))


def _is_one(tokens: Sequence[Token], name: Name) -> bool:
    """«紧接着是一场推介会»: one that has not been spoken of before."""
    return name.first > 0 and tokens[name.first - 1].lemma in words("lists", "one_event")


def _is_public(tokens: Sequence[Token], name: Name) -> bool:
    body = name.types[0] in NAMED_BODIES
    return body and (_is_long(tokens, name) or _is_office(tokens, name))


def _is_told_apart(tokens: Sequence[Token], name: Name) -> bool:
    """«的热泵检测中心», «建成材料计算与数据库中心»: what it is for tells a site from all others."""
    inside = tokens[name.first : name.head]
    field = any(tag(t) == "nf" for t in inside)
    before = tokens[name.first - 1] if name.first else None
    begins = before is None or before.lemma in words("stops", "telling") or not before.text.isalnum()
    plain = not any(
        t.lemma in words("light", "words") or t.lemma in words("sayings", "words") for t in inside
    )
    return name.types[0] in TOLD_APART and field and begins and plain and len(inside) > 1


def _is_label(tokens: Sequence[Token], name: Name) -> bool:
    """«活动名称：A», «会议时间：B»: a word of the line's label."""
    behind = [t.lemma for t in tokens[name.stop : name.stop + 2]]
    alone = name.first < 3 and name.stop - name.first == 1
    return alone and len(behind) > 1 and behind[0] in words("labels", "of") and behind[1] in "：:"


def _is_reached(tokens: Sequence[Token], name: Name) -> bool:
    """«入围决赛的12支»."""
    before = tokens[name.first - 1].lemma if name.first else ""
    alone = name.stop - name.first == 1 and tokens[name.head].lemma in words("parts", "events")
    return alone and before in words("stages", "reached")


def _is_status(tokens: Sequence[Token], name: Name) -> bool:
    """«获认定为国家级科技企业孵化器»: what something is called, no second thing."""
    at = name.first
    while at and tokens[at - 1].lemma in words("light", "words") and tag(tokens[at - 1])[0] != "v":
        at -= 1
    near = (tokens[at - 1].lemma, "".join(t.lemma for t in tokens[max(0, at - 2) : at])) if at else ()
    return any(w in words("status", "verbs") for w in near)


def _is_plain_project(tokens: Sequence[Token], name: Name) -> bool:
    """«合作项目», «科技项目» without a field or more words describe no one project."""
    phased = any(t.lemma in words("phases", "words") for t in tokens[name.first : name.head])
    fields = any(tag(t) == "nf" for t in tokens[name.first : name.head])
    inside = [t.lemma for t in tokens[name.first : name.head]]
    told = len(inside) > 1 and not all(w in words("projects", "general") for w in inside)
    return name.types[0] == "Project" and not phased and not fields and not told


@cache
def _anaphoric() -> frozenset[str]:
    return frozenset().union(*(words("anaphora", cls) for cls in ANAPHORIC))


ANAPHORIC = (
    "OverseasStation",
    "Incubator",
    "Workstation",
    "Company",
    "University",
    "Institution",
    "ResearchInstitute",
    "Event",
    "Program",
    "Agreement",
    "Park",
    "Facility",
    "Platform",
    "Laboratory",
    "Association",
)


def _is_definite(tokens: Sequence[Token], name: Name) -> bool:
    return name.first > 0 and tokens[name.first - 1].lemma in words("demonstratives", "words")


def _begins_clause(tokens: Sequence[Token], name: Name) -> bool:
    """«活动由…主办»: the subject that a clause begins with, and no modifier of a noun."""
    after = tokens[name.stop] if name.stop < len(tokens) else None
    return (
        (name.first == 0 or tokens[name.first - 1].text in "，。；")
        and after is not None
        and tag(after)[0] in "vpd"
    )


def _is_vague(tokens: Sequence[Token], name: Name) -> bool:
    """«深圳企业», «香港项目»: a place and a general word."""
    inside = tokens[name.first : name.head]
    if tokens[name.head].lemma == "大学" and len(inside) == 1 and _has_university(inside[0].lemma):
        return False
    inner = [t for t in inside if tag(t) not in {"nk", "ns", "small"}]
    return not inner and len(inside) < 2 and tokens[name.head].lemma in words("vague", "words")


def _has_university(place: str) -> bool:
    """«卑尔根大学», «卢森堡大学»: a city, or a state of the size of one."""
    known = known_things().get(place)
    city = known is not None and known.types[0] == "City" and not place.endswith("市")
    return city or place in words("place_heads", "small_states")


def _is_counted_behind(tokens: Sequence[Token], stop: int, common: bool) -> bool:
    """«博士后科研平台47个», of common nouns also «高新技术企业突破3600家»."""
    last = min(stop + TIES, len(tokens) - 1)
    ties = figure_words("approximate", "exact") | figure_words("approximate", "before")
    while common and stop < last and tokens[stop].lemma in ties:
        stop += 1
    behind = tokens[stop : stop + 3]
    others = len(behind) > 2 and tag(behind[2])[0] == "n"  # «决赛86支队伍»
    counted = len(behind) > 1 and behind[0].text.isdigit() and behind[1].lemma in words("counting", "pieces")
    return counted and not others


def _is_behind_body(tokens: Sequence[Token], first: int) -> bool:
    """«委员会产业化处»: an office inside a body that has been named."""
    before = tokens[first - 1].lemma if first else ""
    known = known_things().get(before)
    types = known.types if known else head_types(before)
    return bool(NAMED_BODIES & set(types[:1]))


def _is_long(tokens: Sequence[Token], name: Name) -> bool:
    """«人才发展委员会»: two words before the head of a public body or association are its name."""
    inside = [t for t in tokens[name.first : name.head] if len(t.lemma) > 1]
    return len(inside) > 1 and not any(t.lemma in words("light", "words") for t in inside)


def _is_office(tokens: Sequence[Token], name: Name) -> bool:
    """«省科技厅», «金融管理局»: an office of a government by its rank or by what it looks after."""
    offices = words("offices", "ends")
    head, before = tokens[name.head].lemma, tokens[name.head - 1] if name.head > name.first else None
    ranked = tokens[name.first].lemma in words("offices", "ranks") and name.first < name.head
    ends = (*offices, "部") if ranked else tuple(offices)
    if before is None or name.types[0] != "GovernmentBody" or not head.endswith(ends):
        return False
    looked_after = len(before.lemma) > 1 and before.lemma not in words("light", "words")
    return ranked or (looked_after and (len(head) > 1 or tag(before) in {"nf", "v", "vn", "n", "l", "an"}))


def _is_of_clause(tokens: Sequence[Token], name: Name) -> bool:
    """«计划投资», «规划面积»: a word of what is planned, not the plan."""
    if name.stop >= len(tokens) or tokens[name.head].lemma not in words("modality", "heads"):
        return False
    if name.first and tokens[name.first - 1].lemma in words("demonstratives", "words"):
        return False
    after = tokens[name.stop]
    return (
        tag(after) in {"v", "vn", "d", "p", "m", "t"}
        or after.lemma in by_word("cues")
        or after.lemma in words("modality", "measured")
    )
