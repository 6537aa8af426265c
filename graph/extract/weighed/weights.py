"""Learned weights: a line of ``NAME.tsv`` is a feature, a slot and a whole number of thousandths."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of features for each slot; whole numbers, so that a sum is the same on every machine.

    ``table`` has a row for each feature and a column for each slot.
    """

    slots: tuple[str, ...]
    rows: Mapping[str, int]
    table: NDArray[np.int32]

    def sums(self, examples: Iterable[Iterable[str]]) -> NDArray[np.int32]:
        """Add up what the known ones of each example's features weigh, and the bias: a row for each."""
        rows, bias = self.rows, self.rows[BIAS]
        found: list[int] = []
        starts: list[int] = []
        for features in examples:
            starts.append(len(found))
            found.append(bias)
            found += [row for row in map(rows.get, features) if row is not None]
        if not starts:
            return np.zeros((0, len(self.slots)), dtype=np.int32)
        return np.add.reduceat(self.table[found], starts, axis=0)


def read(text: str, slots: Sequence[str]) -> Weights:
    """Read the lines of a weights file; raise ValueError on a slot that is none of these."""
    columns = {slot: column for column, slot in enumerate(slots)}
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    rows = {feature: row for row, feature in enumerate(dict.fromkeys((BIAS, *(line[0] for line in lines))))}
    table = np.zeros((len(rows), len(slots)), dtype=np.int32)
    for feature, slot, weight in lines:
        if slot not in columns:
            raise ValueError(f"{slot!r} is no slot of these weights")
        table[rows[feature], columns[slot]] = int(weight)
    return Weights(tuple(slots), rows, table)


@cache
def load(name: str, slots: tuple[str, ...]) -> Weights:
    """The weights that the package comes with."""
    return read((HERE / f"{name}.tsv").read_text("utf-8"), slots)
