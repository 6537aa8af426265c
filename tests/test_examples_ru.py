"""What Russian sentences say: tests/examples/ru/*.txt are the specification of the grammar.

An example is a text and the lines under it: ``+`` must be found, ``-`` must not. ``+ City Чжуншань``
is a thing of a class, ``+ A | establishedBy | B`` a fact, ``… | planned`` its modality,
``+ 26 бизнес-инкубатор | about | A`` whose a figure is. A thing is called
by any of its names, without quotation marks and regardless of capitals.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from baygraph import gazetteer
from baygraph.extract import claims
from baygraph.model import Claim, Document, DocumentClaims, Ref, Value

FOLDER = Path(__file__).parent / "examples" / "ru"
FILES = sorted(path for path in FOLDER.glob("*.txt") if not path.name.startswith("figures"))


class Example(NamedTuple):
    """A text with the facts that it states and those that it does not."""

    place: str
    text: str
    stated: tuple[str, ...]
    not_stated: tuple[str, ...]


def examples() -> Iterator[Example]:
    for path in FILES:
        for number, block in enumerate(path.read_text("utf-8").split("\n\n"), 1):
            lines = [line for line in block.splitlines() if line and not line.startswith("#")]
            text = "\n\n".join(line for line in lines if line[:2] not in {"+ ", "- "})
            if text:
                signs = {
                    sign: tuple(line[2:] for line in lines if line.startswith(sign)) for sign in ("+ ", "- ")
                }
                yield Example(f"{path.stem}-{number}", text, signs["+ "], signs["- "])


EXAMPLES = tuple(examples())


def plain(name: str) -> str:
    """A name as it is compared."""
    return "".join(c for c in name.casefold().replace("ё", "е") if c not in '«»"“”').strip()


@lru_cache(maxsize=4)
def said(text: str) -> frozenset[str]:
    """All that the package finds in a text, in the notation of the examples."""
    found = claims(Document("example", text, "ru", issued="2020-01-01"))
    names = {e.key: {plain(n.text) for n in e.names} | _known(e.key) for e in found.entities}
    return frozenset(line for claim in found.claims for line in _lines(claim, names, found))


def _known(key: str) -> set[str]:
    entry = gazetteer.load().by_key(key)
    return {plain(n.text) for n in entry.names if n.lang == "ru"} if entry else set()


def _lines(claim: Claim, names: dict[str, set[str]], found: DocumentClaims) -> Iterator[str]:
    if claim.predicate == "type" and claim.subject.key in names and isinstance(claim.object, Value):
        yield from (f"{claim.object.text} {name}" for name in names[claim.subject.key])
    if isinstance(claim.object, Ref) and claim.predicate == "about":
        yield from (
            f"{_figure(claim.subject.key, found)} | about | {o}" for o in names.get(claim.object.key, ())
        )
    elif isinstance(claim.object, Ref):
        tail = f" | {claim.modality}" if claim.modality else ""
        pairs = ((s, o) for s in names[claim.subject.key] for o in names[claim.object.key])
        for s, o in pairs:
            yield f"{s} | {claim.predicate} | {o}{tail}"
            if claim.predicate == "cooperatesWith":
                yield f"{o} | {claim.predicate} | {s}{tail}"


def _figure(key: str, found: DocumentClaims) -> str:
    of = {
        c.predicate: c.object.text
        for c in found.claims
        if c.subject.key == key and isinstance(c.object, Value)
    }
    return f"{of['value']} {plain(of['measure'])}"


def notation(line: str) -> str:
    """A line of an example as ``said`` writes it."""
    if " | " in line:
        subject, prop, obj, *modality = (part.strip() for part in line.split("|"))
        return " | ".join((plain(subject), prop, plain(obj), *modality))
    cls, name = line.split(" ", 1)
    return f"{cls} {plain(name)}"


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.place for e in EXAMPLES])
def test_a_text_says_what_its_example_says_and_no_more(example: Example) -> None:
    found = said(example.text)
    missing = [line for line in example.stated if notation(line) not in found]
    surplus = [line for line in example.not_stated if notation(line) in found]
    assert not missing and not surplus, f"{example.text}\nmissing {missing}\nsurplus {surplus}"


def test_the_examples_cover_every_property_class_and_modality() -> None:
    lines = [line for e in EXAMPLES for line in e.stated]
    facts = [[part.strip() for part in line.split("|")] for line in lines if " | " in line]
    properties = """locatedIn partOf organizedBy participant establishedBy runBy partner signedAt
        creates field
        affiliatedWith cooperatesWith pursues about"""
    classes = """Country Region City District Person University ResearchInstitute Company GovernmentBody
        Association Institution OverseasStation Incubator Park Laboratory Workstation Platform Facility Event
        TalentProgram Policy
        Program Project Agreement Field Goal"""
    assert set(properties.split()) <= {fact[1] for fact in facts}
    assert {"planned", "denied"} <= {fact[3] for fact in facts if len(fact) > 3}
    assert set(classes.split()) <= {line.split(" ", 1)[0] for line in lines if " | " not in line}
    assert len(EXAMPLES) >= 150
