"""Learn the weights that the reader comes with, from the documents that are free for it.

    python -m evaluation.learn pairs     what ties two things of a sentence
    python -m evaluation.learn owners    which thing in view a figure is about
    python -m evaluation.learn things    which things are none

The documents of ``learning/`` and, but for owners, of ``further/`` count in full; of those that rules were
written by, most of what the rules say is kept from the examples of pairs, since rules look surer there than
they are. Those in ``held_out.txt`` are never used.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from baygraph.extract.weighed import weights
from evaluation import fit_owners, fit_things
from evaluation.fit_pairs import FORGOTTEN, Example, Fitted, examples, fit
from evaluation.gold import FOLDER, FURTHER, LATER, LEARNING, load

THOUSAND = 1000
ALL = "all"


def learn_pairs(folder: Path) -> None:
    """Write ``pairs.tsv`` and ``places.tsv``."""
    found: list[Example] = []
    for gold in load(FOLDER, *LATER):
        if not gold.is_held_out:
            found += examples(gold, FORGOTTEN)
    for gold in load(LEARNING, FURTHER):
        found += examples(gold)
    print(f"{len(found)} pairs of things", file=sys.stderr)
    fitted = fit(found)
    pairs = {key: weight for key, weight in fitted.items() if key[0][:2] not in {"1 ", "2 "}}
    write(folder / "pairs.tsv", pairs)
    write(folder / "places.tsv", dict(_placed(fitted)))


def _placed(fitted: Fitted) -> Iterable[tuple[tuple[str, str], float]]:
    for place, name in (("1 ", "first"), ("2 ", "second")):
        for (feature, slot), weight in fitted.items():
            if feature.startswith(place):
                yield (feature.removeprefix(place), f"{name} {slot}"), weight


def write(path: Path, fitted: Mapping[tuple[str, str], float]) -> None:
    """Write weights as whole thousandths, a line each, in the order of the features."""
    lines = (
        f"{feature}\t{slot}\t{round(weight * THOUSAND)}\n"
        for (feature, slot), weight in sorted(fitted.items())
    )
    path.write_text("".join(lines), "utf-8")


def learn_owners(folder: Path) -> None:
    """Write ``owners.tsv``, and tell how often it chooses rightly in documents left out of the fit."""
    golds = [gold for gold in load(FOLDER, *LATER, LEARNING) if not gold.is_held_out]
    found = [choice for gold in golds for choice in fit_owners.choices(gold)]
    print(*fit_owners.report(found), sep="\n", file=sys.stderr)
    write(folder.parent / "owners.tsv", fit_owners.fit(found))


def learn_things(folder: Path) -> None:
    """Write ``things.tsv``."""
    golds = [gold for gold in load(FOLDER, *LATER, LEARNING, FURTHER) if not gold.is_held_out]
    write(folder / "things.tsv", fit_things.fit([each for gold in golds for each in fit_things.shown(gold)]))


LEARNERS = {"pairs": learn_pairs, "owners": learn_owners, "things": learn_things}


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn what is named, or all."""
    parser = argparse.ArgumentParser(description="Learn the weights that the reader comes with.")
    parser.add_argument(
        "what", nargs="*", choices=[*LEARNERS, ALL], default=ALL, help="what to learn (default: all)"
    )
    chosen = parser.parse_args(arguments).what
    for what in LEARNERS if ALL in chosen else chosen:
        LEARNERS[what](weights.HERE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
