"""Nouns without a name: what their place, their founders or an event named before makes of them."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.known import is_abroad
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.heads import Head
from baygraph.languages.ru.words import words


def is_again(tokens: Sequence[Token], head: Head) -> bool:
    """«в рамках недели»: an event of a name, which a noun without it takes up; «две недели» are time."""
    before = tokens[head.first - 1] if head.first else None
    bare = head.stop - head.first == 1 and head.lemma in words("not_names", "again") and not head.plural
    return bare and (
        before is None or (before.pos == "NOUN" and before.lemma in words("not_names", "of_events"))
    )


def is_called(tokens: Sequence[Token], head: Head) -> bool:
    """Say whether a head names by its capital or quotes («День науки»), but «второй день Недели финтеха»."""
    quoted = head.quoted is not None and head.quoted[0] == head.head + 1
    if quoted or head.lemma in words("capitalized", "quoted"):
        return quoted
    opening = head.lemma in words("capitalized", "opening")
    spelled = (at for at in range(head.core, head.head + 1) if at or opening)
    return any(tokens[at].text[0].isupper() for at in spelled)


def seat(found: Finding, head: Head) -> int:
    """«станция в Лионе», «филиал на Суншаньху»: where the place ends that tells it from others."""
    tokens, at = found.sentence.tokens, head.stop
    if head.lemma not in words("seated", "heads") or head.stop - head.first > 1 or at + 1 >= len(tokens):
        return 0
    if tokens[at].text not in words("seated", "prepositions") or at + 1 not in found.places:
        return 0
    return next((m.stop for m in found.mentions if m.first == at + 1), 0)


def abroad(found: Finding, head: Head) -> tuple[str, ...]:
    """«станция в Лионе»: the class of what a city has in another country, or nothing."""
    place = next((m.key for m in found.mentions if m.first == head.stop + 1 and m.key), "")
    away = head.lemma in words("seated", "abroad") and is_abroad(place)
    return ("OverseasStation", *head.types) if away else ()


def at_host(sentence: Sentence, mention: Mention, others: Sequence[Mention]) -> Mention:
    """«станция при больнице»: a noun that the body it is at tells from others of its kind."""
    tokens, at = sentence.tokens, mention.stop
    told = mention.kind in {"anaphor", "described"} and mention.rule != "noun-again"
    if not told or at + 1 >= len(tokens) or tokens[at].lower not in words("seated", "hosts"):
        return mention
    if not any(r.lemma in words("seated", "carried") for r in tokens[mention.head].readings[:2]):
        return mention
    body = next((m for m in others if m.first == at + 1 and kind_of(m.types) == "body"), None)
    if body is None or body.kind in {"pronoun", "plural"}:
        return mention
    where = " ".join(t.text for t in tokens[at : body.stop])
    span = sentence.span(mention.first, body.stop)
    name, rule = f"{mention.name} {where}", "noun-at-body"
    return replace(mention, stop=body.stop, span=span, kind="seated", name=name, rule=rule)


def is_joint(tokens: Sequence[Token], head: Head) -> bool:
    """«совместное предприятие», «дочерняя компания»: a company that its founders tell from others."""
    kinds = words("joint", "words") | words("joint", "owned")
    near = tokens[head.core : head.head]
    return "Company" in head.types and any(r.lemma in kinds for t in near for r in t.readings[:2])
