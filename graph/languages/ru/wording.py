"""The dictionary form of a noun phrase: head and adjectives in the nominative, the rest as it stands."""

from collections.abc import Sequence
from functools import lru_cache

from pymorphy3.analyzer import Parse

from baygraph.annotation import Token
from baygraph.languages.ru.morphology import parses_of
from baygraph.languages.ru.phrases import adjectival, nouns
from baygraph.languages.ru.words import head_nouns

CASE_TAG = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
GENDER_TAG = {"m": "masc", "f": "femn", "n": "neut"}


def dictionary_form(
    text: str, tokens: Sequence[Token], first: int, head: int, stop: int, plural: bool
) -> str:
    """The words from ``first`` to ``stop`` with those up to the head made nominative; spacing is kept."""
    if first >= stop:
        return ""
    out, end = [], tokens[first].start
    gender = _gender(tokens[head])
    for at in range(first, stop):
        token = tokens[at]
        word = token.text if at > head else nominative(token, at == head, gender, plural)
        out += [text[end : token.start], word]
        end = token.end
    return " ".join("".join(out).split())


def _gender(head: Token) -> str:
    """«парк» rather than «парка»: the reading that can head a name decides."""
    found = nouns(head)
    return next((r.gender for r in found if r.lemma in head_nouns()), found[0].gender if found else "")


def nominative(token: Token, is_head: bool, gender: str, plural: bool) -> str:
    """A noun or an attribute in the nominative, with the capitals it had."""
    if token.text.isascii() or (token.text.isupper() and len(token.text) <= 5) or not token.text[0].isalpha():
        return token.text
    if not is_head and not adjectival(token):
        return token.text
    form = _noun(token.lower, plural) if is_head else _attribute(token.lower, gender, plural)
    return recase(form or token.text, token.text)


def numbered(numeral: Token, head: Token) -> str:
    """A numeral and the noun that it counts in the nominative: «Десять правил»."""
    parse = next(p for p in parses_of(numeral.lower))
    noun = next((p for p in parses_of(head.lower) if p.tag.POS == "NOUN"), None)
    form = _inflected(noun, {"gent", "plur"}) if noun else head.text
    return f"{recase(str(parse.normal_form), numeral.text)} {recase(form, head.text)}"


def recase(form: str, model: str) -> str:
    """Give a form the capitals of the word it came from."""
    if model.isupper() and len(model) > 1:
        return form.upper()
    first = model.partition("-")[0]
    if len(first) < len(model) and first.isupper():  # «IT-парка»
        return first + form[len(first) :]
    return form[:1].upper() + form[1:] if model[:1].isupper() else form


@lru_cache(maxsize=50_000)
def _noun(lower: str, plural: bool) -> str:
    nouns_ = [p for p in parses_of(lower) if p.tag.POS == "NOUN"]
    parse = next((p for p in nouns_ if p.normal_form in head_nouns()), nouns_[0] if nouns_ else None)
    if parse is None:
        return lower
    return _inflected(parse, {"nomn", "plur"}) if plural else str(parse.normal_form)


@lru_cache(maxsize=50_000)
def _attribute(lower: str, gender: str, plural: bool) -> str:
    parse = next((p for p in parses_of(lower) if p.tag.POS in {"ADJF", "PRTF"}), None)
    if parse is None:
        return lower
    number = {"plur"} if plural else {"sing", GENDER_TAG.get(gender, "masc")}
    return _inflected(parse, {"nomn"} | number)


def _inflected(parse: Parse, grammemes: set[str]) -> str:
    """The form nearest in spelling: «высшей» gives «высшая», not «высочайшая»."""
    forms = [p.word for p in parse.lexeme if grammemes <= p.tag.grammemes and _same_degree(p, parse)]
    return str(max(forms, key=lambda form: _alike(form, parse.word), default=parse.word))


def _alike(form: str, word: str) -> int:
    """How many first letters two words share."""
    return next(
        (n for n, (a, b) in enumerate(zip(form, word, strict=False)) if a != b), min(len(form), len(word))
    )


def _same_degree(form: Parse, parse: Parse) -> bool:
    return all((mark in form.tag) == (mark in parse.tag) for mark in ("Supr", "past", "pres", "actv", "pssv"))
