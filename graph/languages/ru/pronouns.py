"""Pronouns and what else stands for things said before: «им», «её ректор», «здесь», «стороны»."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from baygraph.annotation import Mention, Reading, Sentence, Token
from baygraph.languages.pack import Phrase
from baygraph.languages.ru.phrases import adjectival, nouns, nouns_of
from baygraph.languages.ru.titles import is_object, is_title
from baygraph.languages.ru.words import head_nouns, lexicon, words

ANYTHING, NO_PERSON, BUILT, SOMEBODY = ("Thing",), ("Body",), ("Built",), ("Person",)


@cache
def _table() -> dict[str, tuple[str, frozenset[str]]]:
    """Pronoun → its gender and its roles."""
    rows = ((word, value.split()) for word, value in lexicon().map("pronouns").items())
    return {word: (first, frozenset(rest)) for word, (first, *rest) in rows}


def pronouns(sentence: Sentence, taken: Collection[int]) -> Iterator[Mention]:
    """The pronouns of a sentence; ``name`` is the gender of what they stand for."""
    for at, token in enumerate(sentence.tokens):
        if at not in taken and token.lower in _table():
            gender, types = _table()[token.lower][0], _what_it_has(sentence.tokens, at)
            span = sentence.span(at, at + 1)
            if gender == "we":
                yield from _ours(sentence, at)
                continue
            oblique = not roles_of(sentence.tokens, at) & {"nom", "gen"} and gender != "place"
            rule = "pronoun-oblique" if oblique else "pronoun"
            yield Mention(sentence.index, at, at + 1, at, span, types, "pronoun", gender, rule, 0.7)


def _ours(sentence: Sentence, at: int) -> Iterator[Mention]:
    """«мы возведём», «наша цель»: the body that the text is about, but «наш университет» names itself."""
    tokens = sentence.tokens
    following = next((t for t in tokens[at + 1 : at + 5] if not adjectival(t)), None)
    own = following is not None and any(r.lemma in head_nouns() for r in nouns(following))
    quoted = any(t.text in words("clauses", "dashes") for t in tokens[at:]) and any(
        t.lemma in words("deeds", "verbs") for t in tokens[at:]
    )  # «Мы рады», — сказал мэр
    if not (quoted or ("gen" in roles_of(tokens, at) and own)):
        span = sentence.span(at, at + 1)
        yield Mention(sentence.index, at, at + 1, at, span, NO_PERSON, "pronoun", "", "told-body", 0.6)


def whose(sentence: Sentence) -> Iterator[Mention]:
    """«лаборатория, чей руководитель …», «…, руководитель которой …»: the body before the relative clause."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        after = token.lemma == "чей" and at + 1 < len(tokens) and is_title(tokens[at + 1])
        before = (
            token.lemma == "который" and token.readings[0].case == "gen" and at and is_title(tokens[at - 1])
        )
        if after or before:
            span = sentence.span(at, at + 1)
            yield Mention(sentence.index, at, at + 1, at, span, NO_PERSON, "relative", "", "relative", 0.75)


def _what_it_has(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """«его ректор», «её организатор»: offices and parts are those of bodies and events."""
    if _table()[tokens[at].lower][0] == "place":
        return NO_PERSON if any(t.lemma in _occupations() for t in tokens) else ANYTHING
    if _is_somebody(tokens, at):
        return SOMEBODY
    if any(t.lemma in words("cues", "locate", "building") for t in tokens):
        return BUILT
    following = next((t for t in tokens[at + 1 : at + 5] if not adjectival(t)), None)
    body = words("titles", "words") | words("role_nouns", "words") | words("possessives", "of_bodies")
    return NO_PERSON if following and any(r.lemma in body for r in nouns(following)) else ANYTHING


def _is_somebody(tokens: Sequence[Token], at: int) -> bool:
    """«по её словам», «она возглавляет»: what only people say and do."""
    if "gen" in _table()[tokens[at].lower][1]:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        said = following is not None and following.lemma in words("deeds", "nouns")
        return said and at > 0 and tokens[at - 1].pos == "ADP"
    near = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 3]]
    return "nom" in _table()[tokens[at].lower][1] and any(t.lemma in words("deeds", "verbs") for t in near)


@cache
def _occupations() -> frozenset[str]:
    """«Здесь будут заниматься материалами»: with such verbs «здесь» is a body, not a place."""
    return words("topics", "occupations")


def roles_of(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The cases of a pronoun; a possessive before a noun is a genitive."""
    found = _table()[tokens[at].lower][1]
    if is_object(tokens, at) and "acc" in found:
        return frozenset({"acc"})
    follows = at + 1 < len(tokens) and (adjectival(tokens[at + 1]) or nouns(tokens[at + 1]))
    return frozenset({"gen"}) if "gen" in found and follows else found


def pairs(sentence: Sentence, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """«стороны намерены …»: a plural with two members, which the text before decides."""
    out: list[Phrase] = []
    for at, token in enumerate(sentence.tokens):
        reading = _pair(token.text)
        if reading is None:
            continue
        attribute = at > 0 and (adjectival(sentence.tokens[at - 1]) or sentence.tokens[at - 1].pos == "ADP")
        if reading.case != "nom" or attribute:
            continue
        span = sentence.span(at, at + 1)
        whole = Mention(sentence.index, at, at + 1, at, span, ("Institution",), "plural", token.text, "pair")
        plural = len(phrases) + len(out)
        out.append(Phrase(whole, at, at + 1, frozenset({"nom"}), plural=True, cases=frozenset({"nom"})))
        for which in ("first", "second"):
            one = Mention(sentence.index, at, at + 1, at, span, ANYTHING, "pair", which, "pair", 0.7)
            out.append(Phrase(one, at, at + 1, frozenset({"member"}), member_of=plural))
    return tuple(out)


@lru_cache(maxsize=1 << 15)
def _pair(word: str) -> Reading | None:
    """The reading of a word as a plural that has two members."""
    named = words("pairs", "words")
    return next((r for r in nouns_of(word) if r.lemma in named and r.number == "pl"), None)


def unsaid(sentence: Sentence, at: int, cls: str, rule: str = "unsaid") -> Phrase:
    """The thing of a class that a word takes for granted («Модератором выступил …»: of the event)."""
    span = sentence.span(at, at + 1)
    mention = Mention(sentence.index, at, at + 1, at, span, (cls,), "zero", "", rule, 0.6)
    return Phrase(mention, at, at + 1, frozenset({"unsaid"}))
