"""What English sentences say: tests/examples/en/facts.txt is the specification of the grammar.

An example is a text and the lines under it: ``+`` must be found, ``-`` must not. ``+ City Zhuhai`` is a thing
of a class, ``+ A | establishedBy | B`` a fact, ``… | planned`` its modality, ``+ 87 area | about | A`` whose
a figure is. A thing is called by any of its names, regardless of capitals.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from baygraph import gazetteer
from baygraph.extract import claims
from baygraph.model import Claim, Document, Ref, Value

SPECIFICATION = Path(__file__).parent / "examples" / "en" / "facts.txt"
SYMMETRIC = "cooperatesWith"


class Example(NamedTuple):
    """A text with the facts that it states and those that it does not."""

    text: str
    stated: tuple[str, ...]
    not_stated: tuple[str, ...]


def examples() -> Iterator[Example]:
    for block in SPECIFICATION.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        text = "\n".join(line for line in lines if line[:2] not in {"+ ", "- "})
        if text:
            yield Example(
                text, *(tuple(li[2:] for li in lines if li.startswith(sign)) for sign in ("+ ", "- "))
            )


EXAMPLES = tuple(examples())


@lru_cache(maxsize=4)
def said(text: str) -> frozenset[str]:
    """All that the package finds in a text, in the notation of the examples, in small letters."""
    found = claims(Document("example", text, "en", issued="2020-01-01"))
    names = {e.key: {n.text for n in e.names} | known(e.key) for e in found.entities}
    values = {
        (c.subject.key, c.predicate): c.object.text for c in found.claims if isinstance(c.object, Value)
    }
    for key in {c.subject.key for c in found.claims if c.predicate == "measure"}:
        names[key] = {f"{values[key, 'value']} {values[key, 'measure']}"}
    return frozenset(line.lower() for claim in found.claims for line in stated(claim, names))


def known(key: str) -> set[str]:
    entry = gazetteer.load().by_key(key)
    return {n.text for n in entry.names if n.lang == "en"} if entry else set()


def stated(claim: Claim, names: dict[str, set[str]]) -> Iterator[str]:
    if isinstance(claim.object, Value):
        if claim.predicate == "type":
            yield from (f"{claim.object.text} {name}" for name in names.get(claim.subject.key, ()))
        return
    assert isinstance(claim.object, Ref)
    tail = f" | {claim.modality}" if claim.modality else ""
    for s in names.get(claim.subject.key, ()):
        for o in names.get(claim.object.key, ()):
            yield f"{s} | {claim.predicate} | {o}{tail}"
            if claim.predicate == SYMMETRIC:
                yield f"{o} | {claim.predicate} | {s}{tail}"


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.text[:60] for e in EXAMPLES])
def test_a_text_says_what_its_example_says_and_no_more(example: Example) -> None:
    found = said(example.text)
    missing = [line for line in example.stated if line.lower() not in found]
    surplus = [line for line in example.not_stated if line.lower() in found]
    assert not missing and not surplus, f"{example.text}\nmissing {missing}\nsurplus {surplus}"
