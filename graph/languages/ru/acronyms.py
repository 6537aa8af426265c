"""Acronyms of bodies in Cyrillic: «ТГТУ» is a university, «НИВЦ» a research institute."""

from collections.abc import Iterator
from functools import lru_cache

from baygraph.annotation import Mention
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.words import words

SHORTEST, LONGEST = 3, 7


def acronyms(found: Finding) -> Iterator[Mention]:
    """The acronyms of a sentence that no name has taken and that say what kind of body they stand for."""
    for at, token in enumerate(found.sentence.tokens):
        cls = _class_of(token.text) if token.text.isupper() and at not in found.taken else ""
        if cls:
            span = found.sentence.span(at, at + 1)
            yield Mention(
                found.sentence.index, at, at + 1, at, span, (cls,), "loose", token.text, "acronym", 0.7
            )


@lru_cache(maxsize=1 << 14)
def _class_of(text: str) -> str:
    """The class of body that an acronym stands for, or an empty string."""
    if not SHORTEST <= len(text) <= LONGEST or text in words("acronyms", "others"):
        return ""
    if not all("А" <= letter <= "Я" for letter in text):
        return ""
    if text.endswith(tuple(words("acronyms", "universities"))):
        return "University"
    research = text.startswith(tuple(words("acronyms", "institutes_begin")))
    return "ResearchInstitute" if research or text.endswith(tuple(words("acronyms", "institutes"))) else ""
