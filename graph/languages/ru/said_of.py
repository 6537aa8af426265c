"""What a mention is called by, and what is only said of a thing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.ru.heads import DESCRIBABLE, Head, sort_of
from baygraph.languages.ru.phrases import attributes_before, nouns
from baygraph.languages.ru.words import words

MADE = DESCRIBABLE - {"Event", "Program", "TalentProgram", "Policy", "Project", "Agreement"}
REACH = 6  # tokens between «станет» and what something becomes


def given_name(sentence: Sentence, mention: Mention) -> Mention:
    """«объект, получивший имя Порт «Сяншань»»: what is called so was spoken of just before."""
    if mention.kind not in {"named", "short", "loose"}:
        return mention
    before = tuple(t.lower for t in sentence.tokens[max(0, mention.first - 3) : mention.first])
    if any(before[-n:] in _naming() for n in (1, 2, 3)):
        return replace(mention, kind="named", rule="given-name", types=_types_said(sentence.tokens, mention))
    return mention


def _types_said(tokens: Sequence[Token], mention: Mention) -> tuple[str, ...]:
    """«Программу, получившую название «Код»»: the noun before says what a name without a head names."""
    near = tokens[max(0, mention.first - 5) : mention.first]
    said = [types for t in near for r in nouns(t)[:1] if (types := sort_of(r.lemma))]
    return said[-1] if said and mention.kind != "named" else mention.types


@cache
def _naming() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(p.split()) for p in words("naming", "phrases"))


def is_new(tokens: Sequence[Token], head: Head) -> bool:
    """«построит в Ухане завод»: what is only being made was not spoken of before."""
    if not MADE & set(head.types) or "acc" not in head.cases:
        return False
    for token in reversed(tokens[max(0, head.first - REACH) : head.first]):
        if token.pos == "VERB" and token.lemma in words("cues", "found", "verbs"):
            return token.readings[0].form in {"", "inf"}
        if token.text == "," or token.pos in {"NOUN", "VERB", "PRON"}:
            return False
    return False


def is_predicate(sentence: Sentence, mention: Mention) -> bool:
    """«станет общедоступной платформой», «получила статус инкубатора»: what is said of a thing."""
    if mention.kind != "described" or not set(mention.types) & DESCRIBABLE:
        return False
    tokens, head = sentence.tokens, mention.head
    first, readings = attributes_before(tokens, head)
    if first and any(r.lemma in words("linking", "ranks") for r in tokens[first - 1].readings):
        return True
    near = tokens[max(0, first - REACH) : first]
    since = max((i for i, t in enumerate(near) if t.text in words("clauses", "marks")), default=-1)
    linked = any(t.lemma in words("linking", "naming") for t in near[since + 1 :])
    return linked and bool(readings) and all(r.case == "ins" for r in readings)


def in_slashes(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a mention is the agency that sends the news («ГУАНЧЖОУ, 7 июня /Синьхуа/»)."""
    after = tokens[mention.stop].text if mention.stop < len(tokens) else ""
    return mention.first > 0 and tokens[mention.first - 1].text == after == "/" and "Company" in mention.types
