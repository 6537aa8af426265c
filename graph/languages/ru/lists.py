"""Lists under a plural: «проекты, включая A, B и C», «станции в Бостоне и Кремниевой долине»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.classes import SEATED
from baygraph.languages.known import is_abroad
from baygraph.languages.pack import Argument, Phrase
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.known_names import PLACES
from baygraph.languages.ru.phrases import adjectival, attributes_before, nouns
from baygraph.languages.ru.wording import dictionary_form, nominative
from baygraph.languages.ru.words import lexicon, words

DESCRIBED_MEMBERS = frozenset({"Project", "Event", "Agreement"})
SHARING_HEAD = frozenset({"Institution", "Laboratory"})
HOSTED = frozenset({"Workstation"})


def with_members(text: str, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Add the members of plural phrases, and say of every member which plural it belongs to."""
    out = list(phrases)
    for index, phrase in enumerate(phrases):
        if phrase.plural and not any(p.plural and p.host == index and p.stop == phrase.stop for p in phrases):
            _join_included(text, sentence, out, index)
            out += (each._replace(member_of=index) for each in _one_for_each(text, sentence, phrases, phrase))
    return tuple(out)


def of_members(arguments: Sequence[Argument], phrases: Sequence[Phrase]) -> tuple[Argument, ...]:
    """A member of a list plays the part of its plural."""
    out = list(arguments)
    for index, phrase in enumerate(phrases):
        if phrase.member_of >= 0:
            plural = {phrase.member_of, phrases[phrase.member_of].host}
            out += [Argument(a.role, index) for a in arguments if a.phrase in plural]
    return tuple(dict.fromkeys(out))


def _list_start(tokens: Sequence[Token], at: int) -> int:
    """Where the members begin after «, включая», «, в том числе», «:» — or 0."""
    openers = words("lists", "openers")
    for length in (4, 3, 2, 1):
        opener = tokens[at : at + length]
        if len(opener) == length and " ".join(t.lower for t in opener) in openers:
            return at + length
    return 0


def _join_included(text: str, sentence: Sentence, out: list[Phrase], plural: int) -> None:
    tokens = sentence.tokens
    start = _list_start(tokens, out[plural].stop)
    stop = start
    colon = start and tokens[start - 1].text == ":"
    while (
        start
        and stop < len(tokens)
        and (colon or not is_finite(tokens[stop]))
        and tokens[stop].text not in ".)"
    ):
        stop += 1
    for first, last in _items(tokens, start, stop, out) if start else ():
        inside = [
            i for i, p in enumerate(out) if p.host < 0 and first <= p.mention.first < last and _is_thing(p)
        ]
        if inside:
            out[inside[0]] = out[inside[0]]._replace(member_of=plural, roles=frozenset({"member"}))
        elif colon and SHARING_HEAD & set(out[plural].mention.types[:1]):
            mention = _with_head(text, sentence, first, last, out[plural].mention)
            if mention:
                _host_inside(out, len(out), mention)
                out.append(Phrase(mention, first, last, frozenset({"member"}), member_of=plural))
        elif DESCRIBED_MEMBERS & set(out[plural].mention.types[:1]):
            mention = _described(text, sentence, first, last, out[plural].mention)
            if mention:
                _host_inside(out, len(out), mention)
                out.append(
                    Phrase(mention, mention.first, mention.stop, frozenset({"member"}), member_of=plural)
                )


def _is_thing(phrase: Phrase) -> bool:
    return (
        phrase.mention.kind != "pronoun"
        and "Field" not in phrase.mention.types
        and not phrase.plural
        and "Person" not in phrase.mention.types
    )


def _host_inside(out: list[Phrase], host: int, mention: Mention) -> None:
    for i, p in enumerate(out):
        if mention.first <= p.mention.first and p.mention.stop <= mention.stop and p.host < 0:
            out[i] = p._replace(host=host)


def _items(
    tokens: Sequence[Token], start: int, stop: int, phrases: Sequence[Phrase]
) -> Iterator[tuple[int, int]]:
    """The stretches between commas and «и» that lie in no name."""
    held = {i for p in phrases if p.host < 0 for i in range(p.mention.first, p.mention.stop)}
    first = start
    for at in range(start, stop + 1):
        if at == stop or (tokens[at].lower in {",", "и"} and at not in held):
            if first < at:
                yield first, at
            first = at + 1


def _described(text: str, sentence: Sentence, first: int, stop: int, plural: Mention) -> Mention | None:
    tokens = sentence.tokens
    head = next((i for i in range(first, stop) if nouns(tokens[i])), None)
    if head is None or attributes_before(tokens, head, first)[0] != first or len(tokens[head].text) < 3:
        return None
    name = dictionary_form(text, tokens, first, head, stop, False)
    span = sentence.span(first, stop)
    return Mention(
        sentence.index, first, stop, head, span, plural.types, "described",
        name[:1].upper() + name[1:], "member-of-list", 0.75,
    )  # fmt: skip


def _with_head(text: str, sentence: Sentence, first: int, stop: int, plural: Mention) -> Mention | None:
    """«три факультета: экономический и наук о материалах»: each with the head of the plural."""
    tokens, head = sentence.tokens, sentence.tokens[plural.head]
    words_ = tokens[first:stop]
    gender = nouns(head)[0].gender if nouns(head) else ""
    noun = nominative(head, True, gender, False)
    if len(words_) == 1 and any(r.case == "nom" for r in adjectival(words_[0])):
        name = f"{nominative(words_[0], False, gender, False)} {noun}"
    elif any(r.case == "gen" for t in words_ for r in nouns(t)):
        name = f"{noun} {text[words_[0].start : words_[-1].end]}"
    else:
        return None
    span = sentence.span(first, stop)
    return Mention(
        sentence.index, first, stop, first, span, plural.types, "described", name, "member-with-head", 0.7
    )


def _one_for_each(
    text: str, sentence: Sentence, phrases: Sequence[Phrase], plural: Phrase
) -> Iterator[Phrase]:
    """«две зарубежные станции (в A и B)», «станции открыты в A, B и C»: one in each place, at each body."""
    mention, tokens = plural.mention, sentence.tokens
    if not (SEATED | HOSTED) & set(mention.types[:1]):
        return
    at, single = _over_verb(tokens, plural), _singular(text, tokens, mention)
    places = _places_after(tokens, phrases, at) if mention.types[0] in SEATED else []
    for place in places if len(places) > 1 else ():
        where = text[tokens[place.first].start : tokens[place.stop - 1].end]
        name = f"{single} {lexicon().map('lists')['where']} {where}"
        yield _each(sentence, mention, place, _types(tokens, mention, place), name)
    for body in _hosts_after(tokens, phrases, at) if mention.types[0] in HOSTED else ():
        yield _each(sentence, mention, body, mention.types, f"{single} {body.mention.name}")


def _hosts_after(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> Iterator[Phrase]:
    """The named bodies that follow before another verb."""
    for body in phrases:
        beside = body.first >= at and body.host < 0 and body.roles & {"in", "at"}
        if beside and kind_of(body.mention.types) == "body" and body.mention.kind in {"known", "named"}:
            if any(is_finite(t) for t in tokens[at : body.first]):
                return
            yield body


def listed_below(sentence: Sentence, phrases: tuple[Phrase, ...], heading: Phrase | None) -> Iterator[Phrase]:
    """«станции открыты: — в A; — при B и в C»: one at each body that a line begins with."""
    tokens = sentence.tokens
    if heading is None or tokens[0].text not in words("clauses", "bullets"):
        return
    for body in phrases:
        if any(is_finite(t) for t in tokens[: body.first]) or not body.roles & {"in", "at"}:
            return
        if kind_of(body.mention.types) == "body" and body.mention.kind not in {"pronoun", "plural"}:
            name = f"{heading.mention.name} {body.mention.name}"
            yield _each(sentence, body.mention, body, heading.mention.types, name)


def heading_of(text: str, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """The plural that a sentence with a colon at its end is about, called by its singular."""
    hosted = (p for p in phrases if p.plural and HOSTED & set(p.mention.types[:1]))
    plural = next(hosted, None) if sentence.tokens[-1].text == ":" else None
    if plural is None:
        return None
    name = _singular(text, sentence.tokens, plural.mention)
    return plural._replace(mention=replace(plural.mention, name=name))


def _singular(text: str, tokens: Sequence[Token], mention: Mention) -> str:
    name = dictionary_form(text, tokens, mention.first, mention.head, mention.stop, False)
    return name[:1].upper() + name[1:]


def _each(sentence: Sentence, plural: Mention, seat: Phrase, types: tuple[str, ...], name: str) -> Phrase:
    first, stop = plural.first, seat.mention.stop
    made = Mention(
        sentence.index, first, stop, plural.head, sentence.span(first, stop), types, "each", name,
        "one-for-each-place", 0.85,
    )  # fmt: skip
    return Phrase(made, first, stop, frozenset({"member"}))


def _over_verb(tokens: Sequence[Token], plural: Phrase) -> int:
    """«станции работают в A и B», «пять станций за рубежом: в A и B»: where their places may begin."""
    at = plural.stop
    if not any(r.lemma in words("seated", "heads") for r in nouns(tokens[plural.mention.head])):
        return at
    while at < len(tokens) and (
        is_finite(tokens[at]) or tokens[at].pos == "ADV" or tokens[at].lower in words("seated", "between")
    ):
        at += 1
    return at


def _types(tokens: Sequence[Token], mention: Mention, place: Phrase) -> tuple[str, ...]:
    """«станции в Бостоне и Мюнхене»: what a city has in another country."""
    away = bool(place.mention.key) and is_abroad(place.mention.key)
    station = any(r.lemma in words("seated", "abroad") for r in nouns(tokens[mention.head]))
    plain = mention.types[0] == "Facility" or mention.stop - mention.first == 1
    return ("OverseasStation", *mention.types) if away and station and plain else mention.types


def _places_after(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> list[Phrase]:
    """The places that follow with nothing but a bracket, a preposition and list marks between."""
    found: list[Phrase] = []
    joining = words("lists", "between_places")
    for phrase in sorted(phrases, key=lambda p: p.mention.first):
        if phrase.mention.first < at or phrase.host >= 0:
            continue
        if not PLACES & set(phrase.mention.types) or any(
            t.lower not in joining for t in tokens[at : phrase.first]
        ):
            break
        if not found and "in" not in phrase.roles:
            break
        found.append(phrase)
        at = phrase.stop
    return found
