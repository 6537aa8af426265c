"""Names in quotation marks and book-title marks: 《…纲要》, “红棉计划”."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.heads import CLOSING, OPENING, head_types, tag
from baygraph.languages.zh.proper import by_modifier
from baygraph.languages.zh.words import words

LONGEST = 40
NUMERALS = "一二三四五六七八九十百0123456789"


def quoted_names(tokens: Sequence[Token]) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """The places and classes of quoted names, marks included; known ones are left to the gazetteer."""
    at = 0
    while at < len(tokens):
        stop = _closes(tokens, at) if tokens[at].text in OPENING else 0
        types = _types(tokens, at, stop) if stop else ()
        if types:
            yield (at, stop), types
        at = stop if types else at + 1


def _closes(tokens: Sequence[Token], at: int) -> int:
    mark = CLOSING[OPENING.index(tokens[at].text)]
    return next((i + 1 for i in range(at + 1, min(len(tokens), at + LONGEST)) if tokens[i].text == mark), 0)


def _types(tokens: Sequence[Token], first: int, stop: int) -> tuple[str, ...]:
    inner = tokens[first + 1 : stop - 1]
    if not inner or (len(inner) == 1 and tag(inner[0]) in {"nk", "nf", "alias"}):
        return ()
    text = "".join(t.lemma for t in inner)
    if tokens[first].text == "《":
        return _title_types(text)
    return _quote_types(tokens, first, stop, inner, text)


def _is_of_articles(text: str) -> bool:
    """«人才十二条»: a policy by the number of its articles."""
    return text[-1:] == "条" and len(text) > 3 and text[-2] in NUMERALS


def _title_types(title: str) -> tuple[str, ...]:
    """«《…规划（2024-2028年）》», «《…十条》»: by what the title ends in, years left out."""
    text = title[: title.rfind("（")] if title.endswith("）") else title
    if _is_of_articles(text):
        return ("Policy", "Program")
    if any(text.endswith(end) for end in words("quotes", "agreement_ends")):
        return ("Agreement",)
    return ("Policy", "Program") if any(text.endswith(end) for end in words("quotes", "policy_ends")) else ()


def _quote_types(
    tokens: Sequence[Token], first: int, stop: int, inner: Sequence[Token], text: str
) -> tuple[str, ...]:
    """A quoted name that ends in a head, or that a head follows (“红棉”计划 is left to the suffix names)."""
    if inner[0].lemma in words("goals", "become"):
        return ()  # «“建成A”写进了规划»
    if first and tokens[first - 1].lemma == "以":
        return ()  # «以“智创湾区”为主题»
    if _is_of_articles(text):
        return ("Policy", "Program")  # «“人才十二条”»
    types = head_types(inner[-1].lemma)
    if any(t.lemma in words("modality", "planned") and tag(t)[0] == "d" for t in inner):
        return ()  # «“平台将引入外资控股”»
    follows = stop < len(tokens) and (head_types(tokens[stop].lemma) or _goes_on(tokens, stop))
    before = first > 0 and tag(tokens[first - 1]) in {"n", "vn"}
    if not types or follows or before or len(text) < 3 or len(text) > 25:
        return ()
    return by_modifier(inner, types) if len(inner) > 1 else ()


def _goes_on(tokens: Sequence[Token], stop: int) -> bool:
    """«“红棉”创业计划»: a noun, or a verb that may stand inside a name and has a noun behind it."""
    kind = tag(tokens[stop])[0]
    inner = kind == "v" and tokens[stop].lemma in words("name_verbs", "words")
    return kind in "nbj" or (inner and any(tag(t)[0] in "nb" for t in tokens[stop + 1 : stop + 2]))
