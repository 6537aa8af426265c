"""The people of a sentence: named in full, or by a surname that the text has given before."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence
from baygraph.identity.persons import is_given
from baygraph.languages.known import Hit
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.persons import (
    PersonName,
    is_patronymic,
    met_before,
    person_at,
    surname_stem,
)


def people(found: Finding, known: Sequence[Hit]) -> set[int]:
    """Add the people who are named in full; give the tokens of their names."""
    end, closed = 0, set[int]()
    tokens = found.sentence.tokens
    whole = {i for h in known if h.stop - h.first > 1 for i in range(h.first, h.stop)}
    single = {h.first for h in known}
    for at in [at for at, t in enumerate(tokens) if t.text[0].isupper()]:
        if at < end:
            continue
        person = person_at(tokens, at, whole)
        if person and not person.sure and person.first in single and not is_given(tokens[at].lower):
            person = None
        if person:
            found.add(_person(found.sentence, person))
            closed.update(range(person.first, person.stop))
            end = person.stop
    return closed


def surnames(found: Finding, known: Sequence[Hit], met: dict[str, str]) -> set[int]:
    """«по словам Садовничего»: a surname alone is the person who was named in full before."""
    named = {i for h in known for i in range(h.first, h.stop)} | found.taken
    closed = set[int]()
    for at, token in enumerate(found.sentence.tokens) if met else ():
        name = "" if at in named else met_before(token, met)
        if name:
            span = found.sentence.span(at, at + 1)
            found.add(
                Mention(
                    found.sentence.index,
                    at,
                    at + 1,
                    at,
                    span,
                    ("Person",),
                    "short",
                    name,
                    "person-surname",
                    0.75,
                )
            )
            closed.add(at)
    found.mentions = [_by_patronymic(_by_initials(m, met), met) for m in found.mentions]
    met.update(
        (surname_stem(m.name), m.name) for m in found.mentions if "Person" in m.types and m.kind == "named"
    )
    return closed


def _by_initials(mention: Mention, met: dict[str, str]) -> Mention:
    """«Т. А. Галимов» after «Тимур Азатович Галимов»: the surname, and how his names begin."""
    if mention.rule != "person-initials":
        return mention
    *initials, surname = mention.name.split()
    full = met.get(surname_stem(surname), "")
    begins = zip(initials, full.split(), strict=False)
    fits = len(full.split()) > len(initials) and all(name[0] == letter[0] for letter, name in begins)
    spelled = fits and "." not in full
    return replace(mention, name=full, kind="short", rule="person-surname") if spelled else mention


def _by_patronymic(mention: Mention, met: dict[str, str]) -> Mention:
    """«Ольга Игоревна»: who was named in full before, by the first name and the father's."""
    words = mention.name.split()
    if "Person" not in mention.types or len(words) != 2 or not is_patronymic(words[1].lower()):
        return mention
    known = next((name for name in met.values() if name.split()[0] == words[0]), "")
    return replace(mention, name=known, kind="short", rule="person-surname") if known else mention


def _person(sentence: Sentence, person: PersonName) -> Mention:
    span = sentence.span(person.first, person.stop)
    return Mention(
        sentence.index, person.first, person.stop, person.stop - 1, span, ("Person",), "named", person.name,
        person.rule, 0.9 if person.sure else 0.75,
    )  # fmt: skip
