"""The whole phrase around a mention: the offices of people, and the brackets behind names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Token
from baygraph.languages.pack import Phrase
from baygraph.languages.zh.heads import NOMINAL, tag
from baygraph.languages.zh.new_words import is_short_for
from baygraph.languages.zh.tokens import LATIN_END
from baygraph.languages.zh.words import words
from baygraph.model import Name

BRACKET = 20  # the longest explanation in brackets that belongs to a name, in tokens
LATIN_MARKS = re.compile(r"[，、；]|[,;] ")
FAR = 24  # tokens of what stands behind a person and tells the office
REACH = 6  # how many plain words may stand in a title between a body and the office
NOMINATIVE = frozenset({"nom"})


def widened(text: str, tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention]) -> Phrase:
    """The phrase of a mention: with the office of a person, with the bracket behind a name."""
    first, stop = mention.first, mention.stop
    if "Person" in mention.types:
        first = _title_before(text, tokens, first, mentions)
        while stop < len(tokens) and tokens[stop].lemma in words("titles", "words"):
            stop += 1
        stop = _office_behind(tokens, stop, mentions)
    inner = any(
        m.stop == mention.stop and m.span.covers(mention.span) and m.span != mention.span
        for m in mentions
        if "Person" not in m.types
    )
    stop, names = (stop, ()) if inner else bracket(text, tokens, stop)
    mention = replace(mention, aliases=(*mention.aliases, *names)) if names else mention
    title = _office(text, tokens, first, stop, mention) if "Person" in mention.types else ""
    return Phrase(mention, first, stop, NOMINATIVE, plural=mention.kind == "plural", title=title)


def _office(text: str, tokens: Sequence[Token], first: int, stop: int, person: Mention) -> str:
    """The offices beside a name: «市委常委、常务副市长»."""
    held = [
        text[t.start : t.end]
        for i, t in enumerate(tokens[first:stop], first)
        if not person.first <= i < person.stop and t.lemma in words("titles", "words")
    ]
    return "、".join(dict.fromkeys(held))


def _title_before(text: str, tokens: Sequence[Token], name: int, mentions: Sequence[Mention]) -> int:
    """The left edge of «深圳市委常委、常务副市长» before a name; without an office there is no title."""
    bodies = [m for m in mentions if "Person" not in m.types and m.stop <= name]
    ends = {_end_of_body(text, tokens, m): m.first for m in sorted(bodies, key=lambda m: -m.first)}
    at = firm = name
    while at > 0 and firm - at <= REACH:
        token, office = tokens[at - 1], tokens[at - 1].lemma in words("titles", "words")
        if firm < name and token.end < tokens[at].start and not token.text.isascii():
            return firm  # «开幕式　季华实验室副主任A»
        if office:
            at = firm = at - 1
        elif firm == name and not (token.lemma == "的" and at == name):
            break
        elif at in ends:
            at = firm = ends[at]
            while at in ends or (at > 1 and tokens[at - 1].lemma == "驻" and at - 1 in ends):
                at = firm = ends[at] if at in ends else ends[at - 1]
            if at == 0 or tokens[at - 1].lemma not in words("titles", "joining"):
                return firm
        elif _is_in_title(tokens, at - 1, name, firm):
            at -= 1
        else:
            break
    return firm


def _is_in_title(tokens: Sequence[Token], at: int, name: int, firm: int) -> bool:
    """A plain word between a body and an office, a mark between offices, 的 between office and name."""
    lemma, kind = tokens[at].lemma, tag(tokens[at])
    if lemma == "的":
        return at == name - 1 and at > 0 and tokens[at - 1].lemma in words("titles", "words")
    joins = lemma in words("titles", "joining") and firm == at + 1
    return joins or kind in NOMINAL or kind in {"nf", "f", "v"}


def _office_behind(tokens: Sequence[Token], stop: int, mentions: Sequence[Mention]) -> int:
    """Where «（粤科金融集团副总经理）» or «，电子科技大学院长» ends that tells what a person is."""
    mark = tokens[stop].text if stop < len(tokens) else "。"
    if mark not in "（(，,":
        return stop
    ends = "）)" if mark in "（(" else "。；，,"
    end = next((i for i in range(stop + 1, min(len(tokens), stop + FAR)) if tokens[i].text in ends), 0)
    end = end or (len(tokens) if mark in "，," and len(tokens) - stop < FAR else 0)
    bodies = [m for m in mentions if stop < m.first and m.stop <= end and m.kind in {"known", "named"}]
    office = end > 0 and tokens[end - 1].lemma in words("titles", "words")
    if not bodies or not (office or (mark in "（(" and bodies[-1].stop == end)):
        return stop
    if mark in "（(":
        return end + 1
    last = end == len(tokens) or tokens[end].text in "。；" or office
    return end if last and bodies[0].first == stop + 1 else stop


def _end_of_body(text: str, tokens: Sequence[Token], body: Mention) -> int:
    """Where a body's name ends, with the place in brackets behind it: 中国矿业大学（北京）."""
    stop = body.stop
    placed = stop + 2 < len(tokens) and tokens[stop].text in "（(" and tokens[stop + 2].text in "）)"
    if placed and tag(tokens[stop + 1]) == "nk" and "University" in body.types:
        return stop + 3
    return bracket(text, tokens, stop)[0]


def bracket(text: str, tokens: Sequence[Token], stop: int) -> tuple[int, tuple[Name, ...]]:
    """«（HKUST）», «（下称“省实验室”）»: another name of what stands before the bracket."""
    if stop >= len(tokens) or tokens[stop].text not in "（(":
        return stop, ()
    close = next((i for i in range(stop + 1, min(len(tokens), stop + BRACKET)) if tokens[i].text in "）)"), 0)
    inside = tokens[stop + 1 : close]
    if not inside:
        return stop, ()
    opened = next((i for i, t in enumerate(inside) if t.lemma in words("abbreviation", "openers")), -1)
    first = text[inside[0].start : inside[opened].start].strip("，,；; ") if opened > 2 else ""
    if first and not _is_latin_name(first):
        opened, first = -1, ""
    inside = inside[opened + 1 :]
    inner = text[inside[0].start : inside[-1].end].strip('为為：:“”"「」『』 ') if inside else ""
    latin = [n.strip() for n in LATIN_MARKS.split(inner)]
    if inner and len(inner) <= 60 and all(_is_latin_name(n) for n in latin):
        return close + 1, tuple(Name(n, "en") for n in latin)
    before = "".join(t.lemma for t in tokens[max(0, stop - 12) : stop])
    glossed = tag(inside[0]) == "alias" if len(inside) == 1 else False
    if (
        not inner
        or len(inner) > 60
        or not (opened >= 0 or (glossed and is_short_for(inside[0].lemma, before)))
    ):
        return stop, ()
    names = (inner, inner.lstrip("0123456789")) if inner[:4].isdigit() else (inner,)
    latin = [first] if first else []
    return close + 1, (*(Name(n, "en") for n in latin), *(Name(n, "zh") for n in names if n))


def _is_latin_name(name: str) -> bool:
    """Letters, one of them a capital."""
    latin = all(c < LATIN_END for c in name)
    return latin and any(c.isupper() for c in name) and not name[:1].isdigit()
