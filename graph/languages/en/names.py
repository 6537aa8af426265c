"""Proper names by grammar: capitalized words up to a head noun, and «of», «for», «on», «and» behind it."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.en.abstract import has_own_word, is_abstract, is_held, opens_name
from baygraph.languages.en.capitals import DASHES, classes_at, head_types, is_acronym, is_capital, run_end
from baygraph.languages.en.morphology import is_plural
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import Hit

LONGEST = 28
INSTITUTIONS = frozenset(
    {"Institution", "University", "ResearchInstitute", "Company", "GovernmentBody", "Association"}
)
PLACES = frozenset({"Place", "Country", "Region", "City", "District"})
# Only offices and the like are commonly parts of the body named after «of».
BRANCHES = frozenset(
    {
        "GovernmentBody",
        "Association",
        "Laboratory",
        "Workstation",
        "Platform",
        "ResearchInstitute",
        "Institution",
    }
)
ADMINISTERED = frozenset(
    {"Region", "City", "District"}
)  # «Canton of Vaud», but «Nanhai District | of Foshan»
PLACED = frozenset({"GovernmentBody", "University", "Association", "Institution"})
HELD = frozenset({"Event"})  # «Airshow China», «Design Week Shenzhen 2024»
APART = frozenset({"University", "ResearchInstitute", "Company", "Institution"})
SITED = frozenset({"Park", "District"})
PERSONAL = ("Title",)
ROMAN = frozenset("IVX")


class ProperName(NamedTuple):
    """Tokens ``first`` to ``stop``; ``short`` is the end without a tail that names the body it belongs to.

    ``types`` is empty for a name without a head noun, ``Title`` for the words of an office.
    """

    first: int
    stop: int
    head: int
    short: int
    types: tuple[str, ...]


class Around(NamedTuple):
    """Tokens that no name may take (people), and the known names by their first token."""

    closed: Collection[int]
    known: Mapping[int, Hit]

    def known_end(self, at: int) -> int:
        """The end of the known name that begins at a token, or 0."""
        return self.known[at].stop if at in self.known else 0


def is_house(types: Collection[str]) -> bool:
    """Say whether something of these classes may act: a company, a school, an authority."""
    return not INSTITUTIONS.isdisjoint(types)


def name_at(tokens: Sequence[Token], at: int, around: Around, tail: bool = False) -> ProperName | None:
    """The proper name that begins at a token, if one does; a tail goes on by «and» only over subjects."""
    stop = _run(tokens, at, around)
    if stop == at:
        return None
    stop = stop if tail else _joined_before_head(tokens, at, stop, around)
    types = _types(tokens, at, stop)
    if not types and (seated := _seated(tokens, at, stop, around)):
        return seated
    name = ProperName(at, stop, _head(tokens, at, stop), stop, types)
    return _continued(tokens, name, around) if types else name


def _seated(tokens: Sequence[Token], first: int, stop: int, around: Around) -> ProperName | None:
    """«Consulate General Guangzhou», «the Law School Shenzhen»: a place closes the name behind its head."""
    end = stop - (stop - first > 2 and tokens[stop - 1].text.isdigit())
    place = next((i for i in range(first + 1, end) if around.known_end(i) == end), 0)
    if not place or not PLACES & set(around.known[place].entry.types):
        return None
    types = _types(tokens, first, place)
    fits = (PLACED & set(types[:1]) and place - first > 1 and end == stop) or HELD & set(types[:1])
    return ProperName(first, stop, _head(tokens, first, place), place, types) if fits else None


def _run(tokens: Sequence[Token], at: int, around: Around) -> int:
    stop = run_end(tokens, at)
    return next((i for i in range(at, stop) if i in around.closed), stop)


@cache
def _titles() -> frozenset[str]:
    return lexicon().words("titles", "words") | lexicon().words("titles", "before")


def _types(tokens: Sequence[Token], first: int, stop: int) -> tuple[str, ...]:
    foreign = lexicon().table("heads_first").get(tokens[first].lower)
    if foreign and stop - first > 1:
        return foreign
    last = _last_word(tokens, first, stop)
    if tokens[last].lower in lexicon().words("company", "legal"):
        return ("Company",)
    before = last - 1 - (last - first > 1 and tokens[last - 1].text in DASHES)
    if last > first and f"{tokens[before].lower} {tokens[last].lower}" in head_types():
        return classes_at(tokens, first, last)  # «Consulate General», «Consulate-General»
    if tokens[last].lower in _titles() and (last > first or not is_acronym(tokens[last])):
        return PERSONAL
    classes = classes_at(tokens, first, last)
    if is_held(tokens, first, last):
        return ("Event",)
    alone = first == last and is_abstract(tokens[last]) and not opens_name(tokens, last, classes)
    return () if alone else classes


def _last_word(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The last word that is no number, mark or letter («Expo 2025», «Co., Ltd.», «Session A»)."""
    return next(
        (i for i in range(stop - 1, first, -1) if is_capital(tokens[i]) and not _counts(tokens[i])), first
    )


def _counts(token: Token) -> bool:
    """A letter or Roman number that tells one of several («Session A», «Phase II»)."""
    return len(token.text) == 1 or (token.text.isupper() and set(token.text) <= ROMAN)


def _head(tokens: Sequence[Token], first: int, stop: int) -> int:
    return _last_word(tokens, first, stop)


def _joined_before_head(tokens: Sequence[Token], first: int, stop: int, around: Around) -> int:
    """«Science, Technology | and Innovation Commission»: members of a list before the head noun."""
    while stop < len(tokens) and stop - first < LONGEST and not _types(tokens, first, stop):
        after = _listed(tokens, first, stop, around)
        if not after:
            return stop
        stop = after
    return stop


def _listed(tokens: Sequence[Token], first: int, at: int, around: Around, abstract: bool = False) -> int:
    """The end of «, Technology and Innovation Commission» or «and Technology Park» from a mark on, or 0."""
    if not _may_join(tokens, first, at, around):
        return 0
    stop = at
    while stop < len(tokens) and tokens[stop].lower in {",", "and", "&"}:
        is_last = tokens[stop].lower != ","
        follow = (
            stop
            + 1
            + (stop + 1 < len(tokens) and tokens[stop].text == "," and tokens[stop + 1].lower in {"and", "&"})
        )
        is_last = is_last or follow > stop + 1
        end = _run(tokens, follow, around)
        if end == follow or (not is_last and not is_abstract(tokens[end - 1])):
            return 0
        rest = tokens[follow : end - (end - follow > 1 and is_acronym(tokens[end - 1]))]
        if abstract and not all(is_abstract(t) or not is_capital(t) for t in rest):
            return 0
        if _is_whole(tokens, follow, end):
            return 0
        if is_last:
            last = end - 1 - (end - follow > 1 and is_acronym(tokens[end - 1]))  # «… and Systems IKTS»
            return end if _types(tokens, first, end) or is_abstract(tokens[last]) else 0
        stop = end
    return 0


def _is_whole(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """«Livzon Pharmaceutical and | Nanyue Capital»: a firm or place with a name of its own ends no list."""
    if stop - first < 2 or is_abstract(tokens[first]) or tokens[first].lower in head_types():
        return False
    return bool(({"Company"} | PLACES) & set(_types(tokens, first, stop)[:1]))


def _may_join(tokens: Sequence[Token], first: int, at: int, around: Around) -> bool:
    if tokens[at].lower not in {",", "and", "&"}:
        return False
    if around.known_end(first) == at:
        then = around.known_end(at + 1)
        article = first > 0 and tokens[first - 1].lower == "the"
        return tokens[at].lower == "and" and article and bool(then) and run_end(tokens, at + 1) > then
    return is_abstract(tokens[at - 1])


def _continued(tokens: Sequence[Token], name: ProperName, around: Around) -> ProperName:
    """Follow «of the …», «for …», «on …» behind a head noun."""
    stop, short, types = name.stop, name.stop, name.types
    if ADMINISTERED & set(types[:1]) and name.head > name.first:
        return name
    if name.head < stop - 1 and tokens[name.head].lower in lexicon().words("capitals", "rooms"):
        return name  # «Building 7 | of the Software Park»
    if tokens[name.first].lower in lexicon().table("heads_first") and stop - name.first > 1:
        return name  # «Instituto do Mar | of Cabo Verde»
    while stop < len(tokens) and stop - name.first < LONGEST:
        if not (_may_continue(tokens[stop].lower, types) or _in_subject(tokens, stop, around)):
            break
        begin = stop + 1 + (stop + 1 < len(tokens) and tokens[stop + 1].text == "the")
        if types == PERSONAL:
            return name._replace(stop=_portfolio_end(tokens, begin, around) or stop)
        tail = _tail(tokens, begin, around) if begin < len(tokens) and begin not in around.closed else None
        if tail is None or tokens[begin].text == "The" or _owns(tokens, tail.stop):
            break
        if _is_apart(tokens, name._replace(stop=stop), tail, around):
            break
        if tokens[stop].lower == "in" and "GovernmentBody" in types[:1] and not PLACES & set(tail.types):
            break
        if _is_act(tokens, name) and "Event" not in tail.types[:1]:
            break  # «Signing | of the Seed Agreement»
        whole = "Park" in types[:1] and tail.stop - begin > 1 and not SITED.isdisjoint(tail.types[:1])
        several = is_plural(tokens[tail.stop - 1].lower) and tail.stop - begin < 3
        if "Event" in types[:1] and "Event" in tail.types[:1] and short == stop:
            return name._replace(stop=tail.stop, short=short)  # «Final | of the Bay Contest»
        several = several or is_plural(tokens[begin].lower)  # «Alliance of Universities for Chip Design»
        if whole or (
            not several
            and _is_body(tail.types, around, begin)
            and short == stop
            and BRANCHES & set(types[:1])
        ):
            return name._replace(stop=tail.stop, short=short)
        stop = short = tail.stop
        if "University" in types[:1] and tail.types and around.known_end(begin) < tail.stop:
            types = tail.types  # «City University of Hong Kong Shenzhen Research Institute»
    return name._replace(stop=stop, short=short, types=types)


def _is_apart(tokens: Sequence[Token], name: ProperName, tail: ProperName, around: Around) -> bool:
    """«Beihang University | of Beijing»: a body with a name of its own, and the city where it is."""
    if tokens[name.stop].lower != "of" or not APART & set(name.types[:1]) or "City" not in tail.types[:1]:
        return False
    if around.known_end(name.stop + 1) != tail.stop:
        return False
    if name.first in around.known:
        return around.known_end(name.first) == name.stop
    return has_own_word(tokens[name.first : name.stop])


def _is_act(tokens: Sequence[Token], name: ProperName) -> bool:
    """«Signing of …», «Opening of …»: what is done to what is named behind."""
    alone = name.stop - name.first == 1 and "Event" in name.types[:1]
    return alone and tokens[name.first].lower.endswith("ing") and tokens[name.stop].lower == "of"


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """«Department of Ocean Science | of UM's Faculty of Science»."""
    return [t.text in POSSESSIVE for t in tokens[at : at + 1]] == [True] and is_capital(tokens[at + 1])


def _may_continue(word: str, types: tuple[str, ...]) -> bool:
    if types == PERSONAL:
        return word in {"for", "of"}
    return bool(set(lexicon().map("continues").get(word, ())) & set(types[:1]))


def _in_subject(tokens: Sequence[Token], at: int, around: Around) -> bool:
    """«Centre of Excellence | in Robotics», «Forum on AI | in Public Health»: a subject, and no place."""
    if tokens[at].lower != "in" or at + 1 >= len(tokens) or at + 1 in around.known:
        return False
    stop = _run(tokens, at + 1, around)
    return stop > at + 1 and all(is_abstract(t) for t in tokens[at + 1 : stop])


def _tail(tokens: Sequence[Token], begin: int, around: Around) -> ProperName | None:
    """What stands behind a preposition inside a name: a known name, a name, or a list of subjects."""
    if around.known_end(begin) and around.known_end(begin) >= _run(tokens, begin, around):
        hit = around.known[begin]
        return ProperName(begin, hit.stop, hit.stop - 1, hit.stop, hit.entry.types)
    name = name_at(tokens, begin, around, tail=True)
    several = name is not None and name.types == ("Company",) and is_abstract(tokens[name.stop - 1])
    if name is None or (name.types and not several):
        return name  # but «… for Ceramic Technologies | and Systems»
    stop = _listed(tokens, begin, name.stop, around, abstract=True) if name.stop < len(tokens) else 0
    return name._replace(stop=stop, short=stop, types=()) if stop else name


def _portfolio_end(tokens: Sequence[Token], begin: int, around: Around) -> int:
    """«Secretary for Innovation and Industry» is an office, «Director of the Department» two things."""
    stop = _run(tokens, begin, around) if begin < len(tokens) else begin
    if stop == begin:
        return 0
    stop = _listed(tokens, begin, stop, around, abstract=True) or stop if stop < len(tokens) else stop
    return stop if all(is_abstract(t) or not is_capital(t) for t in tokens[begin:stop]) else 0


def _is_body(types: tuple[str, ...], around: Around, begin: int) -> bool:
    known = around.known.get(begin)
    if known is not None and PLACES & set(known.entry.types) and not types:
        return False
    return bool(INSTITUTIONS & set(types[:1]))
