"""All mentions of a Chinese sentence, from the surest to the least."""

from collections.abc import Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.zh.beside import fields_beside
from baygraph.languages.zh.brands import branded, listed, of_houses, seated, sounded
from baygraph.languages.zh.called import called, introduced
from baygraph.languages.zh.datelines import dateline_end
from baygraph.languages.zh.fields import field_names
from baygraph.languages.zh.finding import Finding
from baygraph.languages.zh.heads import OPENING, head_types, tag
from baygraph.languages.zh.kinds import kind_of_name
from baygraph.languages.zh.known_names import context_things, known_things
from baygraph.languages.zh.loose import loose_names
from baygraph.languages.zh.names import Name, name_at, of_house
from baygraph.languages.zh.quoted import quoted_names
from baygraph.languages.zh.sessions import sessions
from baygraph.languages.zh.standing import (
    bodies_spoken_of,
    campus_end,
    city_end,
    is_foreign_office,
    is_part,
    meant_by,
    opens_quote,
    part_of_place,
    places_spoken_of,
    reaches_only,
    stands,
)
from baygraph.languages.zh.visits import visits
from baygraph.languages.zh.words import by_word, words
from baygraph.model import Span

SMALL = {"市": "City", "府": "Region", "州": "Region", "省": "Region", "岛": "Place"}
PHASED = frozenset({"Park", "Incubator", "Facility", "Platform", "Laboratory"})
NAMED_AFTER = frozenset(
    [
        "Park",
        "Incubator",
        "Laboratory",
        "Platform",
        "Facility",
        "ResearchInstitute",
        "Event",
        "Workstation",
        "OverseasStation",
    ]
)


def find(
    text: str, sentence: Sentence, spoken_of: frozenset[str], loose: frozenset[str] = frozenset()
) -> Finding:
    """The mentions of a sentence in order; ``spoken_of`` are keys of what the document names."""
    found = Finding(text, sentence)
    _people(found)
    quoted = dict(quoted_names(sentence.tokens))
    for (first, stop), types in quoted.items():
        found.add(first, stop, stop - 2, types, "named", "quoted-name")
    _branches(found)
    _suffix_names(found, {i for first, stop in quoted for i in range(first, stop)})
    _called(found, set(quoted))
    _known(found, spoken_of)
    _phases(found)
    _fields(found)
    for first, stop, types in loose_names(sentence.tokens, found.covered, loose):
        found.mentions = [
            m for m in found.mentions if not (first <= m.first and m.stop <= stop and "Field" in m.types)
        ]
        kind = "named" if types == ("Person",) else "loose"
        found.add(first, stop, stop - 1, types, kind, f"{kind}-name")
    for first, stop in (
        *branded(sentence.tokens, found.stands_at),
        *seated(sentence.tokens, found.stands_at),
        *of_houses(sentence.tokens, found.stands_at),
        *sounded(sentence.tokens, found.stands_at),
        *listed(sentence.tokens, found.mentions),
    ):
        found.mentions = [m for m in found.mentions if not (first <= m.first and m.stop <= stop)]
        found.add(first, stop, stop - 1, ("Company",), "named", "brand-name")
    _appositions(found)
    visits(found)
    for first, stop in sessions(sentence.tokens):
        found.mentions = [m for m in found.mentions if "Event" not in m.types or not first <= m.first < stop]
        found.add(first, stop, stop - 1, ("Event",), "named", "session")
    begin = dateline_end(text, sentence.start, sentence.end)
    found.mentions = [m for m in found.mentions if m.span.start >= begin or "University" in m.types]
    found.mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    return found


def _called(found: Finding, taken: set[tuple[int, int]]) -> None:
    """Names in quotes behind a noun; what the noun by itself describes is the same thing."""
    tokens = found.sentence.tokens
    for first, stop, types in called(tokens):
        if (first, stop) in taken or any(m.first < first and stop <= m.stop for m in found.mentions):
            continue
        edge = introduced(tokens, first)
        found.mentions = [
            m for m in found.mentions
            if not (first <= m.first and m.stop <= stop)
            and not (m.stop == edge and m.kind in {"described", "anaphor", "plural"})
        ]  # fmt: skip
        found.add(first, stop, stop - 2, types, "named", "called")


def _phases(found: Finding) -> None:
    """«科技园二期»: a part of a park or facility that was built by itself."""
    tokens = found.sentence.tokens
    for m in tuple(found.mentions):
        at = _gloss_end(tokens, m.stop)
        phase = at < len(tokens) and tokens[at].lemma in words("phases", "words")
        follows = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
        spoken = m.kind in {"anaphor", "described"} and tokens[at].lemma == "首期" if phase else False
        if phase and not spoken and PHASED & set(m.types[:1]) and follows not in words("phases", "barred"):
            name = m.name + found.sentence.tokens[at].text
            found.add(m.first, at + 1, at, m.types, "named", "phase", name=name)


def _gloss_end(tokens: Sequence[Token], stop: int) -> int:
    """Where a name ends with the bracket behind it: «基地（下称“基地”）三期»."""
    if stop >= len(tokens) or tokens[stop].text not in "（(":
        return stop
    return next((i + 1 for i in range(stop, min(stop + 12, len(tokens))) if tokens[i].text in "）)"), stop)


def _appositions(found: Finding) -> None:
    """«设立首个海外站——大旺亚琛离岸孵化站»: what is described and then named is one thing."""
    tokens = found.sentence.tokens
    for m in [m for m in found.mentions if m.kind == "described"]:
        at = m.stop
        while at < len(tokens) and tokens[at].text in "—–":
            at += 1
        named = next((n for n in found.mentions if n.first == at > m.stop and n.kind == "named"), None)
        if named is not None and named.types[0] == m.types[0]:
            found.mentions = [n for n in found.mentions if n is not m and n is not named]
            found.add(m.first, named.stop, named.head, named.types, "named", "apposition", name=named.name)


def _people(found: Finding) -> None:
    for at, token in enumerate(found.sentence.tokens):
        if tag(token) == "person":
            found.add(at, at + 1, at, ("Person",), "named", "person-name")


def _branches(found: Finding) -> None:
    """«库卡中国»: a company's name and the part of the world that it works for."""
    tokens = found.sentence.tokens
    for at in range(1, len(tokens)):
        entry = known_things().get(tokens[at - 1].lemma)
        if entry and "Company" in entry.types and tokens[at].lemma in words("branches", "words"):
            follows = tokens[at + 1].lemma if at + 1 < len(tokens) else "，"
            known = words("titles", "words") | words("branches", "followers") | set(by_word("cues"))
            if follows in known:
                found.add(at - 1, at + 1, at, ("Company",), "named", "branch-name")


def _suffix_names(found: Finding, taken: set[int]) -> None:
    tokens, floor, last = found.sentence.tokens, 0, None
    for at in range(len(tokens)):
        if tag(tokens[at]) in {"person", "w"} and tokens[at].text not in OPENING + "”」』—–-、（）()":
            floor = at + 1
        name = None if at in taken else name_at(tokens, at, floor)
        if name:
            name = of_house(tokens, last, name)
            _add_name(found, name)
            floor, last = max(floor, name.stop), name


def _add_name(found: Finding, name: Name) -> None:
    tokens = found.sentence.tokens
    house = known_things().get(tokens[name.head - 1].lemma) if name.head > name.first else None
    if house and "Company" in house.types and tokens[name.head].lemma in words("brands", "endings"):
        found.add(name.head - 1, name.stop, name.head, house.types, "known", "known-name", key=house.key)
        return
    if tokens[name.first].text in OPENING and name.first and tokens[name.first - 1].lemma == "以":
        return  # «以“智汇湾区”为主题»: a motto
    kind = kind_of_name(tokens, name)
    first = known_things().get(tokens[name.first].lemma)
    if name.types[0] == "GovernmentBody" and first and "University" in first.types:
        name = name._replace(types=("Institution",))
    if kind == "vague":
        found.reject(
            name.first, name.stop, name.types[0], "a general word and a place are no name", "suffix-name"
        )
    elif kind:
        found.add(name.first, name.stop, name.head, name.types, kind, f"suffix-{name.proper or kind}")


def _fields(found: Finding) -> None:
    """Fields in lists that no list of ours has; what is known is only a part of them there."""
    for first, stop in field_names(found.sentence.tokens):
        exact = any((m.first, m.stop) == (first, stop) for m in found.mentions)
        if not exact and not any(
            m.kind in {"named", "known"} and m.first < stop and first < m.stop and "Field" not in m.types
            for m in found.mentions
        ):
            found.mentions = [m for m in found.mentions if not (first <= m.first and m.stop <= stop)]
            found.add(first, stop, stop - 1, ("Field",), "named", "field-list")
    for first, stop in fields_beside(found.sentence.tokens, found.mentions):
        _add_beside(found, first, stop)


def _add_beside(found: Finding, first: int, stop: int) -> None:
    """Add a field told by what stands beside it; known ones inside it are only parts of it."""
    meets = [m for m in found.mentions if m.first < stop and first < m.stop]
    inside = [m for m in meets if first <= m.first and m.stop <= stop]
    around = [m for m in meets if m.first <= first and stop <= m.stop]
    fields = all("Field" in m.types for m in inside) and not any(m in inside for m in around)
    if fields and len(inside) + len(around) == len(meets):
        found.mentions = [m for m in found.mentions if m not in inside]
        found.add(first, stop, stop - 1, ("Field",), "named", "field-beside")


def _known(found: Finding, spoken_of: frozenset[str]) -> None:
    """Known names by themselves, and inside longer names those that tell where or whose they are."""
    for at, token in enumerate(found.sentence.tokens):
        holder = next((m for m in found.mentions if m.first <= at < m.stop and "Person" not in m.types), None)
        entry = known_things().get(token.lemma)
        rule = "known-name"
        if entry is None and token.lemma in context_things():
            entry = meant_by(token.lemma, spoken_of) or part_of_place(found.sentence.tokens, at)
        if entry is not None and _is_mention(found.sentence.tokens, at, holder, entry.types):
            stop = campus_end(found.sentence.tokens, at, entry.types)
            first = at - is_foreign_office(found.sentence.tokens, at, entry)
            kind, key = ("known", entry.key) if stop == first + 1 else ("named", "")
            stop = city_end(found.sentence.tokens, stop, entry.types)
            found.add(first, stop, at, entry.types, kind, rule if key else "campus", key=key)
            _parts(found, at, entry.types)
        elif token.lemma in places_spoken_of() and holder is None:
            found.add(at, at + 1, at, (places_spoken_of()[token.lemma],), "anaphor", "definite-place")
        elif token.lemma in bodies_spoken_of() and holder is None and not _is_determiner(found, at):
            cls = bodies_spoken_of()[token.lemma]
            found.add(at, at + 1, at, (cls,), "anaphor", "definite-body")
        elif token.lemma in words("anaphora_at", "Event") and holder is None:
            found.add(at, at + 1, at, ("Event",), "anaphor", "definite-event")
        elif token.lemma in words("stations", "verbs"):
            found.add(at, at + 1, at, ("OverseasStation",), "plural", "station-verb", name=token.text[-1])
        elif tag(token) == "small":
            cls = SMALL.get(token.lemma[-1], "District")
            found.add(at, at + 1, at, (cls,), "named", "small-place")


def _is_mention(tokens: Sequence[Token], at: int, holder: Mention | None, types: Sequence[str]) -> bool:
    """Say whether a known name stands for what it names: in quotes only inside the name of a station."""
    quoted = opens_quote(tokens, at) and not (holder and "OverseasStation" in holder.types)
    return not quoted and not reaches_only(tokens, at) and stands(tokens[at], at, holder, types)


def _is_determiner(found: Finding, at: int) -> bool:
    """«本届大赛»: the word belongs to the head behind it."""
    behind = found.sentence.tokens[at + 1 : at + 2]
    return found.sentence.tokens[at].lemma in words("demonstratives", "words") and any(
        head_types(t.lemma) for t in behind
    )


def _parts(found: Finding, at: int, types: Sequence[str]) -> None:
    """The places that a known name begins with, and the fields in it (机器人 in 松山湖国际机器人基地)."""
    token = found.sentence.tokens[at]
    if not NAMED_AFTER & set(types) or len(token.lemma) < 4:
        return
    begin, places = 0, True
    while begin < len(token.lemma) - 2:
        length = next(
            (
                n
                for n in (8, 7, 6, 5, 4, 3, 2)
                if is_part(token.lemma[begin : begin + n], places, begin + n < len(token.lemma))
            ),
            0,
        )
        if length:
            _add_part(found, at, begin, length)
        begin, places = begin + (length or 1), places and bool(length)


def _add_part(found: Finding, at: int, begin: int, length: int) -> None:
    token = found.sentence.tokens[at]
    entry = known_things()[token.lemma[begin : begin + length]]
    span = Span(token.start + begin, token.start + begin + length)
    name = found.text[span.start : span.end]
    found.mentions.append(
        Mention(
            found.sentence.index,
            at,
            at + 1,
            at,
            span,
            entry.types,
            "known",
            name,
            "known-part",
            0.9,
            entry.key,
        )
    )
