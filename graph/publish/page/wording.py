"""The words of the page and of the ontology, in the languages that the page speaks."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

import pyoxigraph as ox

from baygraph.publish.page.names import LANGUAGES
from baygraph.publish.page.palette import palette
from baygraph.publish.page.statements import Statements, collect
from baygraph.resources import folder
from baygraph.terms import CLASSES, LABEL, PROPERTIES, bay


def words() -> dict[str, Mapping[str, Mapping[str, str]]]:
    """The page's own words by language, the terms' labels by term, and the look of each class."""
    return {
        "page": tomllib.loads((files(__package__) / "words.toml").read_text("utf-8")),
        "terms": _terms(),
        "looks": {name: look._asdict() for name, look in palette().items()},
    }


def _terms() -> dict[str, Mapping[str, str]]:
    ontology = collect(ox.parse(path=str(folder("ontology") / "baygraph.ttl"), format=ox.RdfFormat.TURTLE))
    return {name: _labels(ontology, name) for name in (*CLASSES, *PROPERTIES)}


def _labels(ontology: Statements, name: str) -> Mapping[str, str]:
    labels = {value.language: value.value for value in ontology.values(LABEL, bay(name))}
    return {tag[:2]: labels[tag] for tag in sorted(labels, reverse=True) if tag[:2] in LANGUAGES}
