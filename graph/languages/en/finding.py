"""What has been found in one sentence, and the words in brackets that belong to a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.capitals import is_capital
from baygraph.languages.en.memory import Memory
from baygraph.languages.en.nouns import is_year
from baygraph.languages.en.words import lexicon
from baygraph.model import Name, Rejection

BRACKET = 14  # the longest explanation in brackets that belongs to a name, in tokens
MARKS = frozenset({",", "–", "—", "--", "-", "(", "“", '"'})
QUOTES = "\"'“”‘’«» "


@dataclass
class Finding:
    """What has been found in one sentence so far; each step adds to it."""

    text: str
    sentence: Sentence
    memory: Memory
    mentions: list[Mention] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def add(self, mention: Mention) -> None:
        """Keep a mention; its tokens are taken."""
        self.mentions.append(mention)
        self.taken.update(range(mention.first, mention.stop))
        self.memory.keep(mention)

    def mention(
        self, first: int, stop: int, head: int, types: tuple[str, ...], kind: str, rule: str
    ) -> Mention:
        """A mention of a stretch of the sentence under the words as they stand."""
        span = self.sentence.span(first, stop)
        confidence = {"named": 0.9, "loose": 0.6}.get(kind, 0.7)
        name = clean(self.tokens[first:stop])
        return Mention(self.sentence.index, first, stop, head, span, types, kind, name, rule, confidence)

    def reject(self, first: int, stop: int, what: str, reason: str, rule: str) -> None:
        """Keep for the report what was left out."""
        span = self.sentence.span(first, stop)
        self.rejections.append(Rejection(span, self.text[span.start : span.end], what, reason, rule))


def clean(tokens: Sequence[Token]) -> str:
    """The words of a name as they stand, without an acronym in brackets inside."""
    out, end, at = "", tokens[0].start, 0
    while at < len(tokens):
        if tokens[at].text == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")":
            end = tokens[at + 2].end
            at += 3
            continue
        out += (" " if tokens[at].start > end else "") + tokens[at].text
        end = tokens[at].end
        at += 1
    return out


def second_names(found: Finding, stop: int) -> Sequence[Name]:
    """«(HKUST)», «(hereinafter the 'Conference')», «(Co-operation Zone)»."""
    inner = bracketed(found.tokens, stop) or _for_short(found.tokens, stop)
    if len(inner) == 1 and inner[0].lower in lexicon().words("same_place", "words"):
        return ()
    return tuple(Name(clean(part).strip(QUOTES), "en") for part in _alternatives(inner))


def _alternatives(inner: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """«(“Yunlu” or the “Company”)»: two names; one that only names a kind is none."""
    start = 0
    for at in range(len(inner) + 1):
        if at == len(inner) or inner[at].lower == "or":
            part = [t for t in inner[start:at] if t.lower != "the"]
            if part and not (len(part) == 1 and part[0].lower in lexicon().table("anaphora")):
                yield part
            start = at + 1


def _for_short(tokens: Sequence[Token], stop: int) -> Sequence[Token]:
    """«City University of Hong Kong (Dongguan) – CityUDG for short –», «…, or CityUDG for short»."""
    at = stop
    while at < len(tokens) and at - stop < 3 and (tokens[at].text in MARKS or tokens[at].lower == "or"):
        at += 1
    end = at
    while end < len(tokens) and is_capital(tokens[end]) and end - at < 4:
        end += 1
    short = [t.lower for t in tokens[end : end + 2]] == ["for", "short"]
    return tokens[at:end] if short and stop < at < end else ()


def bracketed(tokens: Sequence[Token], stop: int) -> Sequence[Token]:
    """The words of another name in the brackets that open at a token, or nothing."""
    if stop >= len(tokens) or tokens[stop].text != "(":
        return ()
    end = next((i for i in range(stop + 1, min(len(tokens), stop + BRACKET)) if tokens[i].text == ")"), 0)
    inside = list(tokens[stop + 1 : end])
    while inside and not is_capital(inside[0]):
        if inside[0].pos == "NUM":
            return ()
        inside.pop(0)
    inside = [t for t in inside if t.text not in QUOTES]
    return inside if all(map(_is_inner, inside)) else ()


def _is_inner(token: Token) -> bool:
    """A word, mark or year of a second name («CPLT 2023»)."""
    small = token.lower in {"of", "and", "for", "or", "the"}
    return is_capital(token) or small or not token.text[0].isalnum() or is_year(token)


def past_bracket(found: Finding, stop: int) -> int:
    """Where to go on behind the second name in brackets."""
    short = _for_short(found.tokens, stop)
    if short:
        return next(i for i in range(stop, len(found.tokens)) if found.tokens[i] is short[-1]) + 1
    if not bracketed(found.tokens, stop):
        return stop
    return next(i for i in range(stop, len(found.tokens)) if found.tokens[i].text == ")") + 1
