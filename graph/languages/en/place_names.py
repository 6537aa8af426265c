"""What begins with the name of a known place and is none: governments, companies, rivers, agencies."""

from functools import cache

from baygraph.languages.en.capitals import head_types, is_capital, run_end
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.firms import is_of_place
from baygraph.languages.en.nameless import common
from baygraph.languages.en.names import PLACES, Around, ProperName
from baygraph.languages.en.persons import titles
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import Hit


def government(found: Finding, hit: Hit) -> int:
    """«the Bao'an district government», «Zhaoqing's government»: the token behind a place's, or 0."""
    at = hit.stop
    at += at < len(found.tokens) and found.tokens[at].text in POSSESSIVE
    while at < len(found.tokens) and found.tokens[at].lower in lexicon().words("same_place", "levels"):
        at += 1
    ends = at < len(found.tokens) and found.tokens[at].text == "government"
    return at + 1 if ends and PLACES & set(hit.entry.types) else 0


def is_source(found: Finding, hit: Hit) -> bool:
    """«SHENZHEN, June 3 (Xinhua) --»: the agency of a dateline takes no part in what is told."""
    around = found.tokens[hit.first - 1 : hit.first] + found.tokens[hit.stop : hit.stop + 2]
    return [t.text for t in around[:2]] == ["(", ")"] and around[-1].text in {"--", "—", "–", "-"}


def past_nature(found: Finding, at: int, hit: Hit | None) -> int:
    """«the Shenzhen River»: a water or mountain, no thing of the graph; the token behind it, or 0."""
    if at + 1 >= len(found.tokens) or not is_capital(found.tokens[at + 1]):
        return 0
    stop = run_end(found.tokens, at)
    natural = stop - at > 1 and found.tokens[stop - 1].lower in lexicon().words("capitals", "nature")
    return stop if natural and (hit is None or hit.stop < stop) else 0


@cache
def common_nouns() -> frozenset[str]:
    """Words that begin a sentence with a capital and no name."""
    lists = (("abstract", "words"), ("capitals", "demonyms"), ("people", "nouns"))
    heads = frozenset(head_types()) | frozenset(lexicon().table("anaphora"))
    return common().union(heads, *(lexicon().words(*path) for path in lists))


def is_longer_name(found: Finding, name: ProperName, hit: Hit, around: Around) -> bool:
    """«Danzao Membrane»: a name that begins with a known place's."""
    rest = found.tokens[hit.stop : name.stop]
    if name.types or name.stop <= hit.stop or not PLACES & set(hit.entry.types) or hit.stop in around.known:
        return False
    if is_of_place(rest):
        return True
    plain = all(is_capital(t) and t.lower not in common_nouns() and not t.text.isupper() for t in rest)
    return plain and not any(t.lower in titles() for t in rest)


def is_named(found: Finding, first: int, stop: int, around: Around) -> bool:
    """Whether the rest of a sentence's first capitalized words is a name by itself."""
    said = [t.text for t in found.tokens[first:stop]]
    return around.known_end(first) == stop or found.memory.full(said) is not None
