"""How much there is of what: the figures of void.ttl and of report.json."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from baygraph.terms import TYPE
from baygraph.triples import Triple, iri

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Digests = NDArray[np.uint64]

_IS_A = iri(TYPE)
_WIDTH: Final = 8  # bytes of a digest: two of a hundred million terms are one by chance once in 3 000 times
_HELD: Final = 1 << 22  # digests in memory before they are put on disk
_COUNTED: Final = 4096  # triples that are counted together
_STRIPES: Final = 16  # parts of the range of digests, of which one is in memory at a time


@dataclass(frozen=True, slots=True)
class Counts:
    """Triples, subjects and objects of one graph, and its triples by property and class (IRIs as terms)."""

    triples: int
    subjects: int
    objects: int
    properties: Mapping[str, int]
    classes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tally:
    """What can be added up of a part of a graph, if no other has its subjects; objects are digests."""

    subjects: int
    properties: Mapping[str, int]
    classes: Mapping[str, int]
    objects: bytes


def tally(triples: Iterable[Triple]) -> Tally:
    """Count a part of a graph whose triples come subject by subject."""
    held = list(triples)
    subjects = len(set(map(itemgetter(0), held)))
    properties = dict(Counter(map(itemgetter(1), held)))
    classes = dict(Counter([value for _, predicate, value in held if predicate == _IS_A]))
    objects = set(map(itemgetter(2), held))
    digests = [hashlib.blake2b(term.encode(), digest_size=_WIDTH).digest() for term in objects]
    return Tally(subjects, properties, classes, b"".join(digests))


class Counting:
    """Adds up a graph part by part; ``folder`` holds the digests of objects that are too many for memory."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._properties: Counter[str] = Counter()
        self._classes: Counter[str] = Counter()
        self._subjects = 0
        self._held: list[bytes] = []
        self._size = 0
        self._runs: list[Path] = []

    def add(self, part: Tally) -> None:
        """Take a part."""
        self._subjects += part.subjects
        self._properties.update(part.properties)
        self._classes.update(part.classes)
        self._held.append(part.objects)
        self._size += len(part.objects)
        if self._size >= _HELD * _WIDTH:
            self._spill()

    def counts(self) -> Counts:
        """Say what has been added up."""
        by_name = dict(sorted(self._properties.items())), dict(sorted(self._classes.items()))
        return Counts(self._properties.total(), self._subjects, self._objects(), *by_name)

    def _objects(self) -> int:
        """How many different digests there are: by stripes, when they are too many to sort at once."""
        import numpy as np

        runs: list[Digests] = [np.memmap(path, np.uint64, "r") for path in self._runs]
        runs.append(self._unique())
        edges = np.arange(1, _STRIPES, dtype=np.uint64) << np.uint64(64 - 4)
        parts = zip(*(np.split(run, np.searchsorted(run, edges)) for run in runs), strict=True)
        return sum(len(np.unique(np.concatenate(stripe))) for stripe in parts)

    def _unique(self) -> "Digests":
        import numpy as np

        return np.unique(np.frombuffer(b"".join(self._held), np.dtype(">u8")).astype(np.uint64))

    def _spill(self) -> None:
        path = self._folder / f"{len(self._runs)}.digests"
        self._unique().tofile(path)
        self._runs.append(path)
        self._held, self._size = [], 0


def tallied(triples: Iterable[Triple], counting: Counting) -> Iterator[Triple]:
    """Pass the triples of a whole graph on, which come subject by subject, and count them on the way."""
    held: list[Triple] = []
    for _, about in groupby(triples, key=lambda triple: triple[0]):
        held.extend(about)
        if len(held) >= _COUNTED:
            counting.add(tally(held))
            yield from held
            held = []
    counting.add(tally(held))
    yield from held
