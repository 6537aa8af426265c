"""Fields that no list knows, in the names of what works in them: «лаборатория металлической пены»."""

from collections.abc import Iterator

from baygraph.annotation import Mention, Sentence
from baygraph.languages.ru.chains import AFTER_PREPOSITION
from baygraph.languages.ru.fields import GENITIVE, listed_fields
from baygraph.languages.ru.phrases import nouns
from baygraph.languages.ru.words import words

# Whose names say what they work in; those of universities, offices and companies are only names.
TELLING = frozenset(["Laboratory", "ResearchInstitute", "Platform", "Park", "Incubator", "Workstation"])
# An event tells it behind a preposition only: «семинар по ходьбе», but «закрытие этапа».
ABOUT = frozenset(["Event"])
OWN = frozenset({"named", "described"})


def fields_of_names(text: str, sentence: Sentence, outer: Mention) -> Iterator[Mention]:
    """What follows the head noun in the genitive, or behind «по» and «для», each of a list for itself."""
    if outer.kind not in OWN or outer.rule == "quoted-title":
        return
    tokens, at, cases = sentence.tokens, outer.head + 1, GENITIVE
    if not _tells(outer, {r.lemma for r in nouns(tokens[outer.head])}, at < outer.stop and tokens[at].lower):
        return
    while at < outer.stop:
        if tokens[at].lower in AFTER_PREPOSITION:
            cases, at = AFTER_PREPOSITION[tokens[at].lower], at + 1
        elif any(r.lemma in words("topics", "doing") for r in nouns(tokens[at])[:2]):
            cases, at = GENITIVE, at + 1  # «центр обработки …», «институт исследований …»
        else:
            break
    yield from (f for f in listed_fields(text, sentence, at, cases) if f.stop <= outer.stop)


def _tells(outer: Mention, heads: set[str], following: str | bool) -> bool:
    """Whether a name has its field behind its head: an academy of arts and a plant in Macao have none."""
    if outer.types[0] == "Facility":
        return bool(heads & words("topics", "plants"))
    if outer.types[0] in ABOUT:
        return following in AFTER_PREPOSITION
    return outer.types[0] in TELLING and not heads & words("topics", "silent")
