"""All mentions of a Chinese sentence, from the surest to the least."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.zh.counting import is_counted
from baygraph.languages.zh.fields import field_names
from baygraph.languages.zh.known_names import context_things, known_things
from baygraph.languages.zh.loose import loose_names
from baygraph.languages.zh.names import OPENING, Name, name_at, tag
from baygraph.languages.zh.quoted import quoted_names
from baygraph.languages.zh.standing import is_part, opens_quote, places_spoken_of, stands
from baygraph.languages.zh.words import words
from baygraph.model import Rejection, Span

DESCRIBABLE = frozenset(
    [
        "ResearchInstitute",
        "OverseasStation",
        "Incubator",
        "Park",
        "Laboratory",
        "Workstation",
        "Platform",
        "Facility",
        "Event",
        "Program",
        "TalentProgram",
        "Policy",
        "Project",
        "Agreement",
        "Association",
        "Institution",
        "University",
        "District",
    ]
)
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


@dataclass
class Finding:
    """What has been found in one sentence so far; each step adds to it."""

    text: str
    sentence: Sentence
    mentions: list[Mention] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    def add(
        self, first: int, stop: int, head: int, types: tuple[str, ...], kind: str, rule: str, **more: str
    ) -> None:
        """Keep a mention of tokens ``first`` to ``stop``; its name is the text's own unless given."""
        span = self.sentence.span(first, stop)
        name = more.get("name") or unquoted(self.text[span.start : span.end])
        sure = 0.95 if kind == "known" else 0.9 if kind == "named" else 0.7
        self.mentions.append(
            Mention(
                self.sentence.index,
                first,
                stop,
                head,
                span,
                types,
                kind,
                name,
                rule,
                sure,
                more.get("key", ""),
            )
        )

    def reject(self, first: int, stop: int, what: str, reason: str, rule: str) -> None:
        """Keep for the report what was left out."""
        span = self.sentence.span(first, stop)
        self.rejections.append(Rejection(span, self.text[span.start : span.end], what, reason, rule))

    def covered(self, at: int) -> bool:
        """Say whether a token lies in a mention that stands by itself."""
        return any(m.first <= at < m.stop for m in self.mentions)


def unquoted(name: str) -> str:
    """A name without the marks around the whole of it."""
    inner = name[1:-1]
    return (
        inner
        if name[:1] in "《“「『" and name[-1:] in "》”」』" and not set(inner) & set("“”《》「」")
        else name
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
    _suffix_names(found, {i for first, stop in quoted for i in range(first, stop)})
    _known(found, spoken_of)
    _fields(found)
    for first, stop, types in loose_names(sentence.tokens, found.covered, loose):
        found.mentions = [
            m for m in found.mentions if not (first <= m.first and m.stop <= stop and "Field" in m.types)
        ]
        found.add(first, stop, stop - 1, types, "loose", "loose-name")
    found.mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    return found


def _people(found: Finding) -> None:
    for at, token in enumerate(found.sentence.tokens):
        if tag(token) == "person":
            found.add(at, at + 1, at, ("Person",), "named", "person-name")


def _suffix_names(found: Finding, taken: set[int]) -> None:
    tokens, floor = found.sentence.tokens, 0
    for at in range(len(tokens)):
        if tag(tokens[at]) in {"person", "w"} and tokens[at].text not in OPENING + "”」』—–-、（）()":
            floor = at + 1
        name = None if at in taken else name_at(tokens, at, floor)
        if name:
            _add_name(found, name)
            floor = max(floor, name.stop)


def _add_name(found: Finding, name: Name) -> None:
    tokens = found.sentence.tokens
    kind = _kind(tokens, name)
    if kind == "vague":
        found.reject(
            name.first, name.stop, name.types[0], "a general word and a place are no name", "suffix-name"
        )
    elif kind:
        found.add(name.first, name.stop, name.head, name.types, kind, f"suffix-{name.proper or kind}")


def _kind(tokens: Sequence[Token], name: Name) -> str:
    """named, described, plural or anaphor; ``vague`` for what names nothing, empty for what is nothing."""
    batch = any(t.lemma[0] == "第" and t.lemma[-1] == "批" for t in tokens[name.first : name.head])
    if batch or is_counted(tokens, name.first, name.head):
        return "plural"
    if name.proper and not (name.proper == "known" and _is_vague(tokens, name)):
        return "named"
    if name.proper:
        return "vague"
    if name.stop - name.first == 1 and tokens[name.head].lemma in words("never_alone", "words"):
        return ""
    if (
        name.stop - name.first == 1
        and tokens[name.head].lemma in words("vague", "words")
        and not _is_definite(tokens, name)
    ):
        initial = tokens[name.head].lemma in words("anaphora_initial", "words") and _begins_clause(
            tokens, name
        )
        return "anaphor" if initial or tokens[name.head].lemma in _anaphoric() else ""
    if name.stop - name.first == 1 and (
        _is_definite(tokens, name) or tokens[name.head].lemma in _anaphoric()
    ):
        return "anaphor"
    if name.stop - name.first == 1 and name.types[0] == "GovernmentBody":
        return "anaphor"
    return "described" if name.types[0] in DESCRIBABLE and not _is_plain_project(tokens, name) else ""


def _is_plain_project(tokens: Sequence[Token], name: Name) -> bool:
    """«合作项目», «科技项目» without a field or more words describe no one project."""
    return name.types[0] == "Project" and (
        name.stop - name.first < 3 or not any(tag(t) == "nf" for t in tokens[name.first : name.head])
    )


@cache
def _anaphoric() -> frozenset[str]:
    return frozenset().union(*(words("anaphora", cls) for cls in ANAPHORIC))


ANAPHORIC = ("Company", "University", "Institution", "ResearchInstitute", "Event", "Program", "Agreement",
             "Park",
             "Facility", "Platform", "Laboratory", "Association")  # fmt: skip


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
    inner = [t for t in tokens[name.first : name.head] if tag(t) not in {"nk", "ns", "small"}]
    return not inner and tokens[name.head].lemma in words("vague", "words")


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


def _known(found: Finding, spoken_of: frozenset[str]) -> None:
    """Known names by themselves, and inside longer names those that tell where or whose they are."""
    for at, token in enumerate(found.sentence.tokens):
        holder = next((m for m in found.mentions if m.first <= at < m.stop and "Person" not in m.types), None)
        entry = known_things().get(token.lemma)
        rule = "known-name"
        if entry is None and token.lemma in context_things():
            entry = next((e for e in context_things()[token.lemma] if e.key in spoken_of), None)
        if (
            entry is not None
            and not opens_quote(found.sentence.tokens, at)
            and stands(token, holder, entry.types, entry.label("zh") or "")
        ):
            found.add(at, at + 1, at, entry.types, "known", rule, key=entry.key)
            _parts(found, at, entry.types)
        elif token.lemma in places_spoken_of() and holder is None:
            found.add(at, at + 1, at, (places_spoken_of()[token.lemma],), "anaphor", "definite-place")
        elif tag(token) == "small":
            cls = "District" if token.lemma[-1] != "市" else "City"
            found.add(at, at + 1, at, (cls,), "named", "small-place")


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
