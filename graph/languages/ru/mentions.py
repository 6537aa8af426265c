"""All mentions of a Russian sentence, from the surest to the least: people, known names, places, noun phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.known import Hit
from baygraph.languages.ru import known_names
from baygraph.languages.ru.chains import Blocked
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.ellipsis import headless
from baygraph.languages.ru.fields import field_adjectives, open_fields
from baygraph.languages.ru.heads import (
    DESCRIBABLE,
    Head,
    head_at,
    head_types,
    given_name,
    inner_whole,
    is_predicate,
    light,
    mention_of,
    named_by,
)
from baygraph.languages.ru.persons import PersonName, met_before, person_at, surname_stem
from baygraph.languages.ru.phrases import latin_end, quoted_end
from baygraph.languages.ru.places import place_at, place_heads
from baygraph.languages.ru.prepositions import nouns_of_prepositions
from baygraph.languages.ru.pronouns import pronouns
from baygraph.languages.ru.words import lexicon, words
from baygraph.model import Rejection


@dataclass
class Finding:
    """What has been found in one sentence so far; each step adds to it."""

    text: str
    sentence: Sentence
    mentions: list[Mention] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Keep a mention; its tokens are taken."""
        self.mentions.append(mention)
        self.taken.update(range(mention.first, mention.stop))

    def reject(self, first: int, stop: int, what: str, reason: str, rule: str) -> None:
        """Keep for the report what was left out."""
        span = self.sentence.span(first, stop)
        self.rejections.append(Rejection(span, self.text[span.start : span.end], what, reason, rule))


def find(text: str, sentence: Sentence, met: dict[str, str]) -> Finding:
    """The mentions of a sentence in order of place; mentions may lie inside one another.

    ``met`` has the people of the sentences before, full names by surname; those of this one are added.
    """
    found = Finding(text, sentence)
    known = known_names.things(sentence)
    people = _people(found, known)
    people |= _surnames(found, known, met)
    _latin_names(found)
    _known(found, known, people)
    _places(found, people)
    _noun_phrases(found, people)
    _loose_names(found)
    _adjectives(found)
    _fields(found)
    found.mentions += pronouns(sentence, found.taken)
    found.mentions = [given_name(sentence, m) for m in found.mentions]
    found.mentions += headless(sentence, found.mentions)
    found.mentions = [m for m in found.mentions if not is_predicate(sentence, m)]
    found.mentions = [m for m in found.mentions if not _is_own_part(m, found.mentions)]
    found.mentions.sort(key=lambda m: (m.first, -m.stop))
    found.mentions += _places_within(found)
    found.mentions.sort(key=lambda m: (m.first, -m.stop))
    return found


def _places_within(found: Finding) -> list[Mention]:
    """«Зона большого залива Гуандуна, Гонконга и Макао», «Институт … в Шэньчжэне»: places that a known name spells out."""
    tokens, out = found.sentence.tokens, []
    for outer in found.mentions:
        if outer.kind != "known" or outer.stop - outer.first < 3 or "Field" in outer.types:
            continue
        region = bool(set(outer.types) & {"Region", "Place"})
        for at in range(outer.head + 1, outer.stop):
            said = region or tokens[at - 1].lower in words("prepositions", "in")
            hit = known_names.thing_at(found.sentence, at) if said else None
            if hit and hit.stop <= outer.stop and set(hit.entry.types) & known_names.PLACES:
                out.append(known_names.mention_of(found.sentence, hit, "place-in-name"))
    return out


def _people(found: Finding, known: Sequence[Hit]) -> set[int]:
    at, closed = 0, set[int]()
    tokens = found.sentence.tokens
    whole = {i for h in known if h.stop - h.first > 1 for i in range(h.first, h.stop)}
    single = {h.first for h in known}
    while at < len(tokens):
        person = person_at(tokens, at, whole)
        if person and not person.sure and person.first in single:
            person = None
        if person:
            found.add(_person(found.sentence, person))
            closed.update(range(person.first, person.stop))
        at = person.stop if person else at + 1
    return closed


def _surnames(found: Finding, known: Sequence[Hit], met: dict[str, str]) -> set[int]:
    """«по словам Садовничего»: a surname alone is the person who was named in full before."""
    named = {i for h in known for i in range(h.first, h.stop)} | found.taken
    closed = set[int]()
    for at, token in enumerate(found.sentence.tokens):
        name = "" if at in named else met_before(token, met)
        if name:
            span = found.sentence.span(at, at + 1)
            found.add(Mention(found.sentence.index, at, at + 1, at, span, ("Person",), "short", name, "person-surname", 0.75))
            closed.add(at)
    met.update((surname_stem(m.name), m.name) for m in found.mentions if "Person" in m.types and m.kind == "named")
    return closed


def _person(sentence: Sentence, person: PersonName) -> Mention:
    span = sentence.span(person.first, person.stop)
    return Mention(
        sentence.index, person.first, person.stop, person.stop - 1, span, ("Person",), "named", person.name,
        person.rule, 0.9 if person.sure else 0.75,
    )  # fmt: skip


def _known(found: Finding, hits: Sequence[Hit], people: set[int]) -> None:
    long = [m for m in found.mentions if m.rule == "latin-name"]
    for hit in hits:
        if any(m.first <= hit.first and hit.stop <= m.stop and m.stop - m.first == hit.stop - hit.first for m in long):
            found.mentions = [m for m in found.mentions if (m.first, m.stop) != (hit.first, hit.stop)]
        if not people & set(range(hit.first, hit.stop)):
            found.add(known_names.mention_of(found.sentence, hit, "known-name"))


def _places(found: Finding, people: set[int]) -> None:
    """«район Хуэйшань», «улица Дасюэлу»: a place noun before a name that the gazetteer does not have."""
    for at in range(len(found.sentence.tokens)):
        mention = None if at in found.taken else place_at(found.sentence, at, people)
        if mention and not found.taken & set(range(mention.first, mention.stop)):
            found.add(mention)


def _noun_phrases(found: Finding, people: set[int]) -> None:
    whole = {h.first: h.stop for h in known_names.fields(found.sentence)}
    whole |= {m.first: m.stop for m in found.mentions if m.kind in {"known", "named"} and "Person" not in m.types}
    inside = {i for m in found.mentions if "Person" not in m.types for i in range(m.first, m.stop)}
    blocked = Blocked(people, whole)
    prepositional = nouns_of_prepositions(found.sentence.tokens)
    end = 0
    for at in range(len(found.sentence.tokens)):
        if at in inside or at < end or at in prepositional:
            continue
        head = head_at(found.sentence.tokens, at, blocked)
        if head:
            end = max(end, _noun_phrase(found, head, inside))


def _noun_phrase(found: Finding, head: Head, known: set[int]) -> int:
    """Add the mention of a noun phrase; give the token where the next may begin."""
    sentence, proper = found.sentence, named_by(found.sentence.tokens, head, known)
    if proper and head.plural and proper != "quoted":
        proper = "" if proper == "known" else proper
    if not head_word_of(found.sentence.tokens[head.head]) and head.stop - head.core > 1:
        return head.head + 1
    if _is_place(found, head, known) or _is_transparent(found.sentence.tokens, head):
        return head.head + 1
    if _is_vague(head, proper):
        found.reject(head.core, head.stop, head.types[0], "a general word and a place are no name", "named-phrase")
    elif proper and not head.plural:
        found.add(mention_of(found.text, sentence, head, "named", f"named-phrase-{proper}", inner_whole(sentence.tokens, head)))
        return inner_whole(sentence.tokens, head) or _next_capital(sentence.tokens, head)
    elif head.plural:
        found.mentions.append(mention_of(found.text, sentence, head, "plural", "plural-phrase"))
    elif head.stop - head.core == 1 and head.lemma in words("not_names", "alone"):
        found.reject(head.core, head.stop, head.types[0], "a general word alone names nothing", "definite-noun")
    elif head.stop - head.core == 1:
        found.mentions.append(mention_of(found.text, sentence, head, "anaphor", "definite-noun"))
    elif set(head.types) & DESCRIBABLE:
        inner = inner_whole(sentence.tokens, head)
        found.mentions.append(mention_of(found.text, sentence, head, "described", "described-phrase", inner))
        return inner or head.stop
    return head.head + 1


def _is_place(found: Finding, head: Head, known: set[int]) -> bool:
    """«зона Суншаньху», «провинция Гуандун»: a place noun and a known place are that place."""
    return (
        head.head + 1 < head.stop
        and found.sentence.tokens[head.head].lemma in place_heads()
        and all(at in known for at in range(head.head + 1, head.stop))
    )


def _is_transparent(tokens: Sequence[Token], head: Head) -> bool:
    """«церемония открытия форума»: what happens at the opening of a forum happens at the forum."""
    inner = (r.lemma for t in tokens[head.head + 1 : head.stop] for r in t.readings[:2])
    opening = tokens[head.head].lemma in words("transparent", "words")
    return opening and any("Event" in head_types().get(lemma, ()) for lemma in inner if not _opens(lemma))


def _opens(lemma: str) -> bool:
    return lemma in words("transparent", "words")


def _next_capital(tokens: Sequence[Token], head: Head) -> int:
    """A capitalized head inside a name names a thing of its own («церемония открытия Выставки»)."""
    inner = (i for i in range(head.head + 1, head.stop) if tokens[i].text[0].isupper() and head_word_of(tokens[i]))
    return next(inner, head.stop)


def head_word_of(token: Token) -> bool:
    """Say whether a token can head a name."""
    return any(r.pos == "NOUN" and r.lemma in head_types() for r in token.readings)


def _is_vague(head: Head, proper: str) -> bool:
    """«центр Шэньчжэня» is a part of a city, «проект Чжуншаня» no name."""
    return proper == "known" and head.core == head.head and head.types[0] in {"Platform", "Project", "Company", "Facility"}


def _latin_names(found: Finding) -> None:
    """«Organizing Committee of the Zhongshan Fair»: Latin words around a head noun, and the name after «of»."""
    at, tokens = 0, found.sentence.tokens
    heads = lexicon().table("latin", "heads")
    while at < len(tokens):
        stop = latin_end(tokens, at)
        if stop - at > 2 and any(t.lower in heads for t in tokens[at:stop]):
            first = at + 1 if tokens[at].lower == "the" else at
            found.mentions.append(_loose(found, first, stop, "latin-name"))
            inner = next((i for i in range(first + 1, stop) if tokens[i].lower == "of"), stop)
            inner += 2 if inner + 1 < stop and tokens[inner + 1].lower == "the" else 1
            if inner < stop and any(t.lower in heads for t in tokens[inner:stop]):
                found.mentions.append(_loose(found, inner, stop, "latin-name"))
            found.taken.update(range(at, stop))
        at = max(stop, at + 1)


def _loose_names(found: Finding) -> None:
    """Latin names and quoted names without a head noun («AstraZeneca», «Юньчжоу»)."""
    at, tokens = 0, found.sentence.tokens
    common = words("latin", "common")
    while at < len(tokens):
        stop = 0 if at in found.taken else latin_end(tokens, at)
        if stop and not _only(tokens[at:stop], common):
            found.add(_loose(found, at, stop, "latin-name"))
        quoted = 0 if stop or at in found.taken else quoted_end(tokens, at)
        if quoted and quoted - at <= 6 and tokens[at + 1].text[0].isupper() and not _is_speech(tokens[at:quoted]):
            found.add(_loose(found, at, quoted, "quoted-name"))
        at = max(stop, quoted, at + 1)


def _is_speech(tokens: Sequence[Token]) -> bool:
    """«Мы рады гостям»: what somebody said, no name."""
    return any(is_finite(t) or t.pos == "PRON" for t in tokens)


def _only(tokens: Sequence[Token], common: frozenset[str]) -> bool:
    return all(t.lower in common or len(t.text) < 2 for t in tokens)


def _loose(found: Finding, first: int, stop: int, rule: str) -> Mention:
    span = found.sentence.span(first, stop)
    name = found.text[span.start : span.end].strip("«»“”„\"")
    types = _latin_types(found.sentence.tokens[first:stop])
    kind = "short" if rule == "quoted-name" else "loose"
    return Mention(found.sentence.index, first, stop, first, span, types, kind, name, rule, 0.6)


def _latin_types(tokens: Sequence[Token]) -> tuple[str, ...]:
    table = lexicon().table("latin", "heads")
    hits = [table[t.lower] for t in tokens if t.lower in table]
    of = any(t.lower == "of" for t in tokens)
    return (hits[0] if of else hits[-1]) if hits else ("Company",)


def _adjectives(found: Finding) -> None:
    """«шэньчжэньский план»: the adjective of a place, in small letters, outside names."""
    for at, token in enumerate(found.sentence.tokens):
        if (token.text[0].islower() or (at == 0 and at not in found.taken)) and token.pos == "ADJ" and "ск" in token.lower:
            entry = known_names.place_of_adjective(token.stem)
            if entry:
                span = found.sentence.span(at, at + 1)
                name = entry.label("ru") or token.text
                found.mentions.append(
                    Mention(found.sentence.index, at, at + 1, at, span, entry.types, "adjective", name,
                            "place-adjective", 0.7, entry.key)
                )  # fmt: skip


def _fields(found: Finding) -> None:
    """Fields may stand inside other names («центр 3D-биопечати»), not across their edges."""
    for hit in known_names.fields(found.sentence):
        mention = known_names.mention_of(found.sentence, hit, "known-field")
        if not any(_clashes(mention, other) for other in found.mentions):
            found.mentions.append(mention)
    found.mentions += known_names.fields_in_compounds(found.sentence)
    for mention in (*open_fields(found.text, found.sentence), *field_adjectives(found.sentence)):
        if not any(_clashes(mention, other) or _meets(mention, other) for other in found.mentions):
            found.mentions.append(mention)


def _is_own_part(mention: Mention, others: Sequence[Mention]) -> bool:
    """The Latin or quoted part of a longer name that the longer name is known by."""
    return mention.kind in {"loose", "short"} and any(
        o is not mention and o.first <= mention.first and o.stop == mention.stop and o.kind == "named"
        and (o.name == mention.name or any(a.text == mention.name for a in o.aliases))
        for o in others
    )  # fmt: skip


def _meets(field_: Mention, other: Mention) -> bool:
    """A field of no list gives way to what is known, and to another field."""
    known = other.kind in {"known", "named"} and other.first >= field_.first
    return field_.span.overlaps(other.span) and (known or "Field" in other.types)


# The names of these tell what they work in («Чжуншаньский парк наук о жизни»); a university's does not.
TELLING = frozenset("Park Platform Laboratory Incubator Facility Event".split())


def _clashes(field_: Mention, other: Mention) -> bool:
    if other.kind in {"anaphor", "plural"}:
        return False
    inside = other.first <= field_.first and field_.stop <= other.stop
    same = inside and other.kind == "known" and not TELLING & set(other.types)
    crossing = not inside and field_.first < other.stop and other.first < field_.stop
    return same or crossing or (inside and "Person" in other.types)


def merged(mention: Mention, **changes: object) -> Mention:
    """A mention with some of its values changed."""
    return replace(mention, **changes)  # type: ignore[arg-type]


def iter_light(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of adjectives that belong to no name."""
    return (i for i, t in enumerate(tokens) if any(r.lemma in light() for r in t.readings))
