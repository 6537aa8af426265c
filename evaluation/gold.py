"""The gold documents: texts with the facts that a careful reader would put into the graph."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "gold"
# Written after the rules had been begun, about other events.
LATER = (HERE / "second", HERE / "third", HERE / "fourth")
# Weights are fitted to these; whoever writes rules does not read them.
LEARNING = HERE / "learning"
FURTHER = HERE / "further"  # for what ties things: other hands, who chose owners of figures in other ways
# Nobody read these while writing rules: what is right here says how far the rules carry.
HELD_OUT = frozenset((HERE / "held_out.txt").read_text("utf-8").split())

Relation = tuple[str, str, str]


class Entity(NamedTuple):
    """A thing of a document; any of the classes is right, the best first, and any of the names."""

    id: str
    classes: tuple[str, ...]
    names: tuple[str, ...]


class Figure(NamedTuple):
    """A counted quantity; any of the phrases says what is counted, any of the owners whose it is."""

    value: float
    unit: str | None
    measures: tuple[str, ...]
    owners: tuple[str, ...]


class Gold(NamedTuple):
    """One document: what the builder is given of it, and the facts."""

    id: str
    lang: str
    input: Mapping[str, str]
    entities: tuple[Entity, ...]
    relations: frozenset[Relation]
    figures: tuple[Figure, ...]

    @property
    def text(self) -> str:
        """The text that offsets count in."""
        return self.input["text"]

    @property
    def is_learning(self) -> bool:
        """Whether it serves for fitting weights alone."""
        return (LEARNING / f"{self.id}.json").is_file()

    @property
    def is_held_out(self) -> bool:
        """Whether nobody read it while writing rules."""
        return "-".join(self.id.split("-")[:2]) in HELD_OUT


def load(*folders: Path) -> tuple[Gold, ...]:
    """Read all gold documents of some folders, by file name; of ``gold/`` if none is named."""
    paths = (path for folder in folders or (FOLDER,) for path in sorted(folder.glob("*.json")))
    return tuple(_gold(json.loads(path.read_text("utf-8"))) for path in paths)


def as_jsonl(golds: Iterable[Gold]) -> str:
    """Write the documents without their facts, one JSON object a line, as the builder reads them."""
    return "".join(json.dumps(gold.input, ensure_ascii=False) + "\n" for gold in golds)


def _gold(data: Mapping[str, Any]) -> Gold:
    return Gold(
        data["id"],
        data["lang"],
        _input(data),
        tuple(Entity(e["id"], tuple(e["class"]), tuple(e["names"])) for e in data["entities"]),
        frozenset((s, p, o) for s, p, o in data["relations"]),
        tuple(map(_figure, data["statistics"])),
    )


def _input(data: Mapping[str, Any]) -> dict[str, str]:
    fields = {name: data.get(name) for name in ("id", "lang", "title", "issued", "publisher", "text")}
    fields["source"] = data.get("source_url")
    return {name: value for name, value in fields.items() if value is not None}


def _figure(data: Mapping[str, Any]) -> Figure:
    owners = data["about"] if isinstance(data["about"], list) else [data["about"]]
    measures = data["measure"] if isinstance(data["measure"], list) else [data["measure"]]
    return Figure(float(data["value"]), data["unit"], tuple(measures), tuple(owners))
