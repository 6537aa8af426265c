"""The mention of a noun phrase: its dictionary form, and the name in quotes inside it."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.ru.heads import DESCRIBABLE, PARTS, Head
from baygraph.languages.ru.phrases import OPENING
from baygraph.languages.ru.wording import dictionary_form
from baygraph.languages.ru.words import lexicon, self_named
from baygraph.model import Name


def mention_of(text: str, sentence: Sentence, found: Head, kind: str, rule: str, inner: int = 0) -> Mention:
    """The mention of a noun phrase under its dictionary form; a quoted name alone is an alias or the name.

    ``inner`` is where its whole begins, which is no part of the part's own name.
    """
    tokens = sentence.tokens
    full, own = (
        _cased(dictionary_form(text, tokens, found.core, found.head, stop, found.plural), kind)
        for stop in (found.stop, inner or found.stop)
    )
    name, aliases = (
        own,
        tuple(Name(a, "ru") for a in (*([full] if inner else ()), *_inner(text, tokens, found))),
    )
    if aliases and found.head == found.core and _is_generic(tokens[found.head]):
        name, aliases = aliases[0].text, (Name(full[:1].lower() + full[1:], "ru"), *aliases[1:])
    aliases = (*aliases, *_spelled_out(name, tokens[found.head].lower))
    if inner and not PARTS & set(found.types):
        name, aliases = full, aliases[1:]
    types = (
        found.types
        if kind not in {"described", "seated"}
        else tuple(sorted(found.types, key=lambda t: t not in DESCRIBABLE))
    )
    return Mention(
        sentence.index, found.core, found.stop, found.head, sentence.span(found.core, found.stop),
        types, kind, name, rule, 0.9 if kind == "named" else 0.7, aliases=aliases,
    )  # fmt: skip


def _spelled_out(name: str, head: str) -> Iterator[Name]:
    """«Новосибирский госуниверситет» with its head in full."""
    for short, full in lexicon().map("spelled_out").items():
        if head.startswith(short) and short in name:
            yield Name(name.replace(short, full), "ru")


def _cased(name: str, kind: str) -> str:
    if kind == "named":
        return name[:1].upper() + name[1:]
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _inner(text: str, tokens: Sequence[Token], found: Head) -> Iterator[str]:
    """The name inside quotes, or in Latin letters, apart from its head noun."""
    if found.quoted and (found.quoted[0] == found.head + 1 or tokens[found.quoted[0]].text in OPENING):
        first, stop = found.quoted
        inner = text[tokens[first].start : tokens[stop - 1].end]
        yield inner.strip('«»“”„"')


def _is_generic(token: Token) -> bool:
    return any(r.lemma in self_named() for r in token.readings)
