"""Lists under a plural: «partners including A, B and C», «centers in Boston, Seattle and London»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.classes import SEATED
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import is_abroad
from baygraph.languages.pack import Argument, Phrase

FARTHEST = 8  # tokens between a plural and what opens its list
SENT = frozenset({"from", "of", "representing"})
ATTRIBUTE = frozenset({"ADP", "NOUN", "PROPN", "ADJ", "DET", "NUM"})


def with_members(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Add one member for each place under a plural, and say of members which plural they belong to."""
    out = list(phrases)
    for index, phrase in enumerate(phrases):
        if phrase.plural:
            _join_included(sentence.tokens, out, index)
            _join_houses(sentence.tokens, out, index)
            out += _one_for_each_place(sentence, phrases, index)
    return tuple(out)


def of_members(arguments: Sequence[Argument], phrases: Sequence[Phrase]) -> tuple[Argument, ...]:
    """A member of a list plays the part of its plural."""
    out = list(arguments)
    for index, phrase in enumerate(phrases):
        if phrase.member_of >= 0:
            out += [Argument(a.role, index) for a in out if a.phrase == phrase.member_of]
    return tuple(dict.fromkeys(out))


def _join_included(tokens: Sequence[Token], out: list[Phrase], plural: int) -> None:
    start = _list_start(tokens, out[plural].stop)
    last = start
    for i, p in enumerate(out) if start else ():
        if p.host >= 0 or p.mention.first < start or "Field" in p.mention.types:
            continue
        between = tokens[last : p.first]
        if len(between) > 3 or any(t.lower not in lexicon().words("lists", "joining") for t in between):
            break
        out[i] = p._replace(member_of=plural, roles=frozenset({"member"}))
        last = p.stop


def _join_houses(tokens: Sequence[Token], out: list[Phrase], plural: int) -> None:
    """«delegates from A, B and C»: the bodies act in the part of those whom they have sent."""
    at = out[plural].stop
    if "Agent" not in out[plural].mention.types or at >= len(tokens) or tokens[at].lower not in SENT:
        return
    joins, owned = lexicon().words("lists", "joining") | {"the", tokens[at].lower}, False
    for i, p in enumerate(out):
        if p.host >= 0 or p.mention.first < at or i == plural:
            continue
        between = tokens[at : p.first]
        if (not between and not owned) or len(between) > 4 or any(t.lower not in joins for t in between):
            break
        owned = "gen" in p.roles  # «and Bangkok's | MedThai Robotics»
        if owned:
            at = p.stop + 1
            continue
        if not INSTITUTIONS & set(p.mention.types):
            break
        out[i] = p._replace(member_of=plural, roles=frozenset({"member"}))
        at = p.stop


def _list_start(tokens: Sequence[Token], at: int) -> int:
    """Where the members begin behind «, including», «such as», «:», an attribute passed over — or 0."""
    for begin in range(at, min(at + FARTHEST, len(tokens))):
        start = _opened(tokens, begin)
        if start or tokens[begin].pos not in ATTRIBUTE:
            return start
    return 0


def _opened(tokens: Sequence[Token], at: int) -> int:
    for length in range(min(4, len(tokens) - at), 0, -1):
        said = " ".join(t.lower for t in tokens[at : at + length])
        if said in lexicon().words("lists", "openers"):
            return at + length
    return 0


def _one_for_each_place(sentence: Sentence, phrases: Sequence[Phrase], plural: int) -> Iterator[Phrase]:
    """«centers in Boston, Seattle and London» are three centers, each in its place."""
    phrase, tokens = phrases[plural], sentence.tokens
    if not SEATED & set(phrase.mention.types[:1]):
        return
    places = list(_places_after(tokens, phrases, phrase.stop))
    for place in places if len(places) > 1 else ():
        yield each(sentence, phrase.mention, place, plural)


def each(sentence: Sentence, mention: Mention, place: Phrase, plural: int) -> Phrase:
    """The one of several things that is in a place."""
    first = min(mention.first, place.mention.first)
    where = " ".join(t.text for t in sentence.tokens[place.mention.first : place.mention.stop])
    name = f"{mention.name} {lexicon().map('lists')['where']} {where}"
    away = is_abroad(place.mention.key) and mention.name.split()[-1] in lexicon().words("described", "away")
    types = ("OverseasStation", *mention.types) if away else mention.types
    made = replace(
        mention, types=types, first=first, stop=place.mention.stop, kind="each", name=name,
        span=sentence.span(first, place.mention.stop), rule="one-for-each-place", confidence=0.85,
    )  # fmt: skip
    return Phrase(made, made.first, made.stop, frozenset({"member"}), member_of=plural)


def _places_after(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> Iterator[Phrase]:
    """The places that follow with nothing but a preposition and list marks between."""
    found = False
    joining = lexicon().words("lists", "between_places")
    for phrase in sorted(phrases, key=lambda p: p.mention.first):
        if phrase.mention.first < at or phrase.host >= 0:
            continue
        if not PLACES & set(phrase.mention.types) or any(
            t.lower not in joining for t in tokens[at : phrase.first]
        ):
            return
        if not found and not phrase.roles & {"in", "at"}:
            return
        found, at = True, phrase.stop
        yield phrase
