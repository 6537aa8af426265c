"""The key of each thing: the local part of its IRI."""

from collections.abc import Mapping

from baygraph.extract.things import Gathered, Thing
from baygraph.identity.fold import slug
from baygraph.identity.persons import person_key
from baygraph.languages.pack import Pack
from baygraph.model import Document


def keys_of(document: Document, pack: Pack, gathered: Gathered, kept: frozenset[int]) -> Mapping[int, str]:
    """Thing → key, for the things that are published."""
    return {t.id: _key(document, pack, t) for t in gathered.things if t.id in kept}


def _key(document: Document, pack: Pack, thing: Thing) -> str:
    if thing.key:
        return thing.key
    if thing.type == "Person":
        return person_key(thing.name, pack.code)
    if thing.kind == "described":
        return f"{slug(document.id)}--{slug(thing.name)}"
    return slug(thing.name)
