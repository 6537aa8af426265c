"""What changed between two published folders: documents, things, names, facts and figures, not lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from baygraph.evidence import DCT, DOCUMENTS, TERMS
from baygraph.publish.merging import read_dataset
from baygraph.publish.turtle import short_name
from baygraph.resolve import ALSO_NAMED, IS_A, NAMED
from baygraph.terms import BAY, ID
from baygraph.triples import Triple, iri, parse_literal, text_of

KINDS: Final = ("documents", "things", "names", "facts", "figures")
_STATISTIC = TERMS["Statistic"]
_NAMES = frozenset({NAMED, ALSO_NAMED})
_DOCUMENT = iri(DOCUMENTS)[:-1]
_FIGURE_PARTS = ("value", "unit", "measure", "asOf", "about", "approximate")


class Item(NamedTuple):
    """One thing that a graph says, as a reader wants it; ``modality`` is empty where it is plainly stated."""

    kind: str
    iri: str
    said: str
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the old graph says, and what only the new one says; each in order."""

    removed: tuple[Item, ...]
    added: tuple[Item, ...]

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)


def difference(old: Path, new: Path) -> Difference:
    """Compare what two published folders say; raise NotPublished."""
    before, after = frozenset(items(old)), frozenset(items(new))
    return Difference(tuple(sorted(before - after, key=_order)), tuple(sorted(after - before, key=_order)))


def items(folder: Path) -> Iterator[Item]:
    """Everything that a published folder says, document descriptions included; raise NotPublished."""
    dataset = read_dataset(folder)
    modalities: dict[Triple, set[str]] = defaultdict(set)
    for document in dataset.documents:
        for said in document.statements:
            modalities[said.subject, said.predicate, said.object].add(said.modality)
    about: dict[str, list[Triple]] = defaultdict(list)
    for triple in {*dataset.stated, *modalities}:
        about[triple[0]].append(triple)
    for subject, triples in about.items():
        if subject.startswith(_DOCUMENT):
            yield from _document(subject, triples)
        elif any((p, o) == (IS_A, _STATISTIC) for _, p, o in triples):
            yield Item("figures", text_of(subject), _figure(triples))
        else:
            yield from (_item(triple, modalities.get(triple, {""})) for triple in triples)


def told(found: Difference) -> str:
    """Write a difference for a reader: removed with «-», added with «+», kind by kind."""
    marked = [("-", each) for each in found.removed] + [("+", each) for each in found.added]
    marked.sort(key=lambda pair: _order(pair[1]))
    lines: list[str] = []
    for kind, group in groupby(marked, key=lambda pair: pair[1].kind):
        members = list(group)
        counts = {sign: sum(each == sign for each, _ in members) for sign in "-+"}
        lines += ["", f"{kind}: {counts['-']} removed, {counts['+']} added"]
        lines += [f"  {sign} {_shown(item)}" for sign, item in members]
    return "\n".join(lines[1:])


def as_rows(found: Difference) -> dict[str, dict[str, list[dict[str, str]]]]:
    """Give a difference as JSON values: by kind, what was removed and what was added."""
    sides = {"removed": found.removed, "added": found.added}
    return {
        kind: {name: [_row(item) for item in side if item.kind == kind] for name, side in sides.items()}
        for kind in KINDS
    }


def _row(item: Item) -> dict[str, str]:
    row = {"iri": item.iri, "said": item.said}
    return row | {"modality": item.modality} if item.modality else row


def _document(node: str, triples: Iterable[Triple]) -> Iterator[Item]:
    described = {predicate: text_of(value) for _, predicate, value in triples}
    named = [described[DCT[n]] for n in ("identifier", "title", "issued", "publisher") if DCT[n] in described]
    yield Item("documents", text_of(node), " · ".join(named))


def _item(triple: Triple, modalities: Iterable[str]) -> Item:
    subject, predicate, value = triple
    node, name = text_of(subject), _value(subject)
    modality = "" if "" in modalities else ", ".join(sorted(modalities))
    if predicate == IS_A:
        return Item("things", node, f"{name} · {short_name(value)}", modality)
    if predicate in _NAMES:
        literal = parse_literal(value)
        mark = " (preferred)" if predicate == NAMED else ""
        return Item("names", node, f"{name} · {literal.text} [{literal.lang}]{mark}", modality)
    return Item("facts", node, f"{name} {short_name(predicate)} {_value(value)}", modality)


def _figure(triples: Iterable[Triple]) -> str:
    has = {p.removeprefix(f"<{BAY}").removesuffix(">"): o for _, p, o in triples}
    parts = {name: _value(has[name]) for name in _FIGURE_PARTS if name in has}
    sign = "≈" if parts.get("approximate") == "true" else ""
    when = f" ({parts['asOf']})" if "asOf" in parts else ""
    words = (sign + parts.get("value", "?"), parts.get("unit", ""), parts.get("measure", ""))
    return f"{parts.get('about', '?')}: {' '.join(filter(None, words))}{when}"


def _value(term: str) -> str:
    """A literal's text, or the key of a thing: the same in both graphs where a name may have changed."""
    return text_of(term) if term.startswith('"') else text_of(term).removeprefix(ID)


def _order(item: Item) -> tuple[int, str, str, str]:
    return KINDS.index(item.kind), item.iri, item.said, item.modality


def _shown(item: Item) -> str:
    text = "".join(char if char.isprintable() else " " for char in item.said)
    return f"{' '.join(text.split())} [{item.modality}]" if item.modality else " ".join(text.split())
