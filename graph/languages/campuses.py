"""«HKUST (Guangzhou)»: a university with a place in brackets is a body of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from baygraph import gazetteer
from baygraph.annotation import Token
from baygraph.gazetteer import Known
from baygraph.languages.known import Hit

PLACES = frozenset({"City", "District"})
KEYS = ("{}-{}", "{}-at-{}", "{}-{}-campus")


def with_campuses(hits: Sequence[Hit], tokens: Sequence[Token]) -> Iterator[Hit]:
    """The hits of a sentence, each university that has a place in brackets behind it with that place."""
    for hit, after in pairwise(chain(hits, (None,))):
        if hit is None:
            continue
        placed = after is not None and _is_bracketed(hit, after, tokens)
        yield _campus(hit, after) if placed and after else hit


def _is_bracketed(hit: Hit, place: Hit, tokens: Sequence[Token]) -> bool:
    marks = place.first == hit.stop + 1 and tokens[hit.stop].text == "(" and place.stop < len(tokens)
    is_placed = "University" in hit.entry.types and not PLACES.isdisjoint(place.entry.types)
    return marks and is_placed and tokens[place.stop].text == ")" and not _is_at_home(hit.entry, place.entry)


def _is_at_home(university: Known, place: Known) -> bool:
    """«Mahidol University (Bangkok)»: what stands in brackets is where it is."""
    return any(around.key == place.key for around in gazetteer.load().places(university.key))


def _campus(hit: Hit, place: Hit) -> Hit:
    apart = replace(hit.entry, key="", names=(), context_names=(), links=())
    entry = _known(hit.entry.key, place.entry.key) or apart
    return Hit(hit.first, place.stop + 1, entry, f"{hit.text} ({place.text})")


def _known(university: str, place: str) -> Known | None:
    found = (gazetteer.load().by_key(form.format(university, place)) for form in KEYS)
    return next((entry for entry in found if entry), None)
