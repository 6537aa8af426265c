"""Score a built graph against gold facts.

    python -m evaluation.score jsonl [GOLD] > documents.jsonl    the documents alone, to build from
    python -m evaluation.score score GRAPH [GOLD] [-v]           the figures of the published folder GRAPH

An entity is right when its class and a name are; a relation when both ends and the property are; a figure
when value, unit and measure are, and for ``figures+`` whose it is too. Over all documents, ``merge`` looks at
pairs of mentions in two documents: one IRI for one thing, two for two; ``evidence`` at quotes: whether each
stands at its offsets.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.built import Built, Quote, read
from evaluation.gold import FOLDER, Gold, as_jsonl, load
from evaluation.matching import Matched, match
from evaluation.names import Stems, exact
from evaluation.tally import Tally, measures


class _Mention(NamedTuple):
    document: str
    names: frozenset[Stems]
    classes: frozenset[str]
    iri: str


def figures(found: Sequence[Matched], built: Built) -> dict[str, Any]:
    """Give all figures of some documents, by measure and language."""
    tallies = measures(found)
    texts = {each.gold.id: each.gold.text for each in found}
    return {
        **{f"{what}.{language}": tally.as_dict() for (what, language), tally in tallies.items()},
        "merge": merge(found).as_dict(),
        "evidence": evidence(built.quotes, texts),
    }


def merge(found: Iterable[Matched]) -> Tally:
    """Tally pairs of mentions in two documents; one thing shares an exact name and a class."""
    right = surplus = missed = 0
    for one, other in combinations(_mentions(found), 2):
        if one.document != other.document:
            same = not (one.names.isdisjoint(other.names) or one.classes.isdisjoint(other.classes))
            merged = one.iri == other.iri
            right += same and merged
            surplus += merged and not same
            missed += same and not merged
    return Tally(right, surplus, missed)


def evidence(quotes: Iterable[Quote], texts: Mapping[str, str]) -> dict[str, int]:
    """Count the quotes of these texts, and those that stand at their offsets."""
    stands = [quote.stands_in(texts) for quote in quotes if quote.document in texts]
    return {"right": sum(stands), "of": len(stands)}


def _mentions(found: Iterable[Matched]) -> Iterator[_Mention]:
    for each in found:
        for entity in each.gold.entities:
            if iri := each.iris.get(entity.id):
                yield _Mention(each.gold.id, exact(entity.names), frozenset(entity.classes), iri)


def differences(each: Matched, built: Built) -> Iterator[str]:
    """Tell what was missed (-) and what is surplus (+) in a document."""
    names = {entity.id: entity.names[0] for entity in each.gold.entities}

    def say(end: str) -> str:
        return names.get(end) or built.name(end)

    yield f"== {each.gold.id}"
    yield from (f"  - entity    {entity.classes[0]} | {entity.names[0]}" for entity in each.missed)
    yield from (f"  + entity    {built.kind(iri)} | {say(iri)}" for iri in each.surplus)
    for sign, facts in (("-", each.gold.relations - each.right), ("+", each.wrong)):
        yield from (f"  {sign} relation  {say(s)} {p} {say(o)}" for s, p, o in sorted(facts))
    yield from (f"  - figure    {f.value:g} {f.unit or ''} {f.measures[0]}" for f in each.missed_figures)
    yield from (f"  + figure    {f.value:g} {f.unit or ''} {f.measure}" for f in each.surplus_figures)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the documents, or score a graph of them."""
    given = _parser().parse_args(arguments)
    golds = load(given.gold)
    if given.command == "jsonl":
        sys.stdout.write(as_jsonl(golds))
    else:
        _score(golds, given.graph, given.verbose)
    return 0


def _score(golds: Iterable[Gold], folder: Path, verbose: bool) -> None:
    built = read(folder)
    found = [match(gold, built) for gold in golds]
    for each in found if verbose else ():
        print(*differences(each, built), sep="\n")
    print(json.dumps(figures(found, built), indent=1))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Score a built graph against gold facts.")
    commands = parser.add_subparsers(dest="command", required=True)
    documents = commands.add_parser("jsonl", help="write the documents without their facts")
    score = commands.add_parser("score", help="score a published folder")
    score.add_argument("graph", type=Path, metavar="GRAPH")
    score.add_argument("-v", "--verbose", action="store_true", help="list all that is missed and surplus")
    for command in (documents, score):
        command.add_argument("gold", nargs="?", type=Path, default=FOLDER, metavar="GOLD")
    return parser


if __name__ == "__main__":
    sys.exit(main())
