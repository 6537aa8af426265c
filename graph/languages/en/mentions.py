"""All mentions of an English sentence, from the surest to the least: people, names, noun phrases, fields."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.classes import SEATED
from baygraph.languages.en import known_names
from baygraph.languages.en.capitals import head_types, is_capital
from baygraph.languages.en.context import NAMED
from baygraph.languages.en.counted import phrase_after
from baygraph.languages.en.enumerated import settle_lists
from baygraph.languages.en.field_places import placed_fields
from baygraph.languages.en.fields import listed_fields
from baygraph.languages.en.finding import Finding, clean
from baygraph.languages.en.governments import level_of
from baygraph.languages.en.memory import Memory
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.nameless import nothing
from baygraph.languages.en.names import INSTITUTIONS, PLACES, Around
from baygraph.languages.en.naming import name_mentions
from baygraph.languages.en.nouns import NounPhrase, is_compound, is_year, noun_phrase_at, stands_only, vague
from baygraph.languages.en.of_whom import UNITS, governed, with_holder
from baygraph.languages.en.offices import offices
from baygraph.languages.en.people_by_context import person_by_context
from baygraph.languages.en.persons import PersonName, person_at, titles, with_second_surname
from baygraph.languages.en.programmes import session_titles
from baygraph.languages.en.said_fields import said_fields
from baygraph.languages.en.stations import stations
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import Hit
from baygraph.model import Name

OWNERS = frozenset({"Company", "University", "ResearchInstitute"})
OWNED = SEATED - {"OverseasStation"}
STUDIES = frozenset({"ResearchInstitute", "Laboratory", "Institution", "University", "Event"})
PLACED = frozenset({"in", "at", "on", "near"})
OPENS = frozenset({"a", "an", "another", "whose"})
PURPOSE = frozenset({"for", "on"})
HOLDS_FIELD = SEATED | {"Event", "Project", "Program", "Policy", "Association"}


def find(text: str, sentence: Sentence, memory: Memory) -> Finding:
    """The mentions of a sentence in order of place; mentions may lie inside one another."""
    found = Finding(text, sentence, memory)
    known = known_names.things(sentence)
    people = _people(found, {i for h in known if h.stop - h.first > 1 for i in range(h.first, h.stop)})
    known = tuple(h for h in known if not people & set(range(h.first, h.stop)))
    name_mentions(found, Around(people, {h.first: h for h in known}))
    found.mentions += known_names.adjectives(found.sentence, found.taken)
    settle_lists(found)
    offices(found, people)
    _noun_phrases(found, people)
    stations(found)
    _fields(found)
    session_titles(found)
    found.mentions.sort(key=lambda m: (m.first, -m.stop))
    return found


def _people(found: Finding, whole: set[int]) -> set[int]:
    at, people = 0, set[int]()
    while at < len(found.tokens):
        person = person_at(found.tokens, at, whole, found.memory.surnames)
        person = person or person_by_context(found.tokens, at, whole, found.memory.titled)
        if person and any(t.lower in titles() for t in found.tokens[person.first : person.stop]):
            person = None
        if person:
            person = with_second_surname(found.tokens, person)
            found.add(_person(found, person))
            people.update(range(person.first, person.stop))
        at = person.stop if person else at + 1
    return people


def _person(found: Finding, person: PersonName) -> Mention:
    mention = found.mention(person.first, person.stop, person.stop - 1, ("Person",), "named", person.rule)
    said = () if mention.name == person.name else (Name(mention.name, "en"),)
    return replace(mention, name=person.name, aliases=said, confidence=0.9 if person.sure else 0.75)


def _noun_phrases(found: Finding, people: set[int]) -> None:
    proper = {i for m in found.mentions if m.kind in NAMED for i in range(m.first, m.stop)}
    for at in range(len(found.tokens)):
        phrase = noun_phrase_at(found.tokens, at, people) if at not in proper else None
        organ = phrase and phrase.core == phrase.head and _is_organ(found, phrase)
        if phrase and not organ and not _is_apposed(found, phrase):
            _described(found, phrase)


def _described(found: Finding, phrase: NounPhrase) -> None:
    tokens = found.tokens
    bare = phrase.core == phrase.head
    head = singular(tokens[phrase.head].lower)
    if apart := _told_apart(found, phrase):
        found.mentions.append(apart)
    elif (level := level_of(tokens, phrase)) >= 0:
        found.mentions.append(_government(found, phrase, level))
    elif stands_only(head):
        of_place = any(m.first == phrase.stop + 1 and PLACES & set(m.types) for m in found.mentions)
        if of_place and tokens[phrase.stop].lower == "of":
            return  # «the city of Duisburg» is Duisburg
        if phrase.definite and bare and not _has_own_words(found, phrase):
            found.mentions.append(_common(found, phrase, "anaphor", "definite-noun"))
    elif bare and _is_numbered(found, phrase):
        numbered = phrase._replace(core=phrase.first + (tokens[phrase.first].pos == "DET"))
        found.mentions.append(_common(found, numbered, "described", "numbered-event"))
    elif bare and (owner := _owner_of(found, phrase)):
        named = replace(_common(found, phrase, "described", "owned-noun"), name=f"{owner} {head}")
        found.mentions.append(named)
    elif bare:
        if phrase.definite:
            found.mentions.append(_common(found, phrase, "anaphor", "definite-noun"))
        elif tokens[phrase.first].lower in OPENS and (head not in vague() or _is_told(found, phrase)):
            found.mentions.append(_purpose(found, phrase))
    else:
        _modified(found, phrase, head)


def _government(found: Finding, phrase: NounPhrase, level: int) -> Mention:
    """«the municipal government»: the one of that level that has been named, or one by itself."""
    kind = "anaphor" if found.tokens[level].lower in found.memory.levels else "described"
    rule = "definite-noun" if kind == "anaphor" else "government-of-level"
    return _common(found, phrase._replace(first=level, core=level), kind, rule)


def _modified(found: Finding, phrase: NounPhrase, head: str) -> None:
    """A noun with modifiers that say what it is."""
    tokens = found.tokens
    if any(
        is_capital(t) and i not in _places(found) and t.lower not in nothing()
        for i, t in enumerate(tokens[phrase.core : phrase.head], phrase.core)
    ):
        found.mentions.append(
            found.mention(phrase.core, phrase.stop, phrase.head, phrase.types, "named", "name-and-noun")
        )
    elif (
        head not in lexicon().words("described", "general")
        or is_compound(tokens, phrase.head)
        or _is_owned_unit(tokens, phrase)
    ):
        plain = clean(tokens[phrase.core : phrase.stop]).lower() in head_types()
        found.mentions.append(
            _purpose(found, phrase, "described-phrase")
            if plain
            else _common(found, phrase, "described", "described-phrase")
        )
    elif phrase.definite:
        found.mentions.append(_common(found, phrase, "anaphor", "definite-noun"))


def _is_told(found: Finding, phrase: NounPhrase) -> bool:
    """«a second building of 7,800 square metres», «a line in Foshan»: how large or where a building is."""
    after = found.tokens[phrase.stop : phrase.stop + 2]
    if len(after) < 2 or "Facility" not in phrase.types[:1] or after[0].pos != "ADP":
        return False
    return after[1].pos == "NUM" or (after[0].lower in PLACED and phrase.stop + 1 in _places(found))


def _is_owned_unit(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """«its standards committee», «the laboratory's wide-bandgap team»: a unit of the body that owns it."""
    before = tokens[phrase.first - 1].lower if phrase.first else ""
    owned = before in POSSESSIVE or tokens[phrase.first].lower in {"its", "our", "their"}
    return owned and bool(UNITS & set(phrase.types[:1]))


def _is_organ(found: Finding, phrase: NounPhrase) -> bool:
    """«the jury», «the board»: of whom is not said."""
    head = singular(found.tokens[phrase.head].lower)
    return head in lexicon().words("described", "organs") and not _owner_of(found, phrase)


def _is_apposed(found: Finding, phrase: NounPhrase) -> bool:
    """«the Swiss group Sonova» is Sonova: a noun right before the name of a body or site."""
    if phrase.plural or not phrase.definite:
        return False
    named = (m for m in found.mentions if m.first == phrase.stop and m.kind in NAMED)
    return any(not {"Person", "Field", *PLACES} & set(m.types[:1]) for m in named)


def _told_apart(found: Finding, phrase: NounPhrase) -> Mention | None:
    """Several things, an event of a year, or the body of a place: what no other rule has to look at."""
    if phrase.plural and phrase.types:
        return _common(found, phrase, "plural", "plural-phrase")
    if "Event" in phrase.types[:1] and phrase.first and is_year(found.tokens[phrase.first - 1]):
        dated = phrase._replace(core=phrase.first - 1)  # «the 2024 forum»
        return with_holder(found, phrase, _common(found, dated, "described", "numbered-event"))
    place = governed(found, phrase)
    if place is None:
        return None
    return found.mention(phrase.core, place.stop, phrase.head, phrase.types, "named", "body-of-place")


def _has_own_words(found: Finding, phrase: NounPhrase) -> bool:
    """«the Guangdong provincial government» is no anaphor."""
    return any(is_capital(t) for t in found.tokens[phrase.core : phrase.head])


def _is_numbered(found: Finding, phrase: NounPhrase) -> bool:
    """«the 11th meeting», «our annual assembly»: the number, or how often, tells it from others."""
    words = found.tokens[phrase.first : phrase.head]
    often = lexicon().words("described", "often")
    told = any(t.lower in often or (t.text[0].isdigit() and t.text[-1].isalpha()) for t in words)
    return "Event" in phrase.types and told


def _places(found: Finding) -> set[int]:
    return {i for m in found.mentions if PLACES & set(m.types) for i in range(m.first, m.stop)}


def _owner_of(found: Finding, phrase: NounPhrase) -> str:
    """«Lonza's plant», «XPeng, whose plant», «the factory of Amperex»: whose a bare noun is, by name."""
    tokens = found.tokens
    first = phrase.first + (tokens[phrase.first].lower == "whose")
    unit = bool(UNITS & set(phrase.types[:1]))
    if not (unit or OWNED & set(phrase.types[:1])) or first == 0:
        return ""
    houses = INSTITUTIONS if unit else OWNERS
    owners = [m for m in found.mentions if m.kind in NAMED and houses & set(m.types[:1])]
    if tokens[first - 1].lower in POSSESSIVE:
        before = (m.name for m in owners if m.stop == first - 1)
    elif tokens[first - 1].lower == "whose":
        before = (m.name for m in owners if 0 <= first - 1 - m.stop <= 2)
    elif phrase.stop < len(tokens) and tokens[phrase.stop].lower == "of" and phrase.definite:
        before = (m.name for m in owners if 0 <= m.first - phrase.stop - 1 <= 1)
    else:
        return ""
    return next(before, "")


def _purpose(found: Finding, phrase: NounPhrase, rule: str = "indefinite-noun") -> Mention:
    """«a centre for Chinese medicine research», «a laboratory»: what a noun without modifiers is for."""
    mention, tokens, stop = _common(found, phrase, "described", rule), found.tokens, phrase.stop
    purpose = PURPOSE | ({"of"} if STUDIES & set(phrase.types[:1]) else set())
    if stop + 1 < len(tokens) and tokens[stop].lower in purpose:
        aim = phrase_after(tokens, stop + 1)
        if aim and aim.first == stop + 1 and tokens[stop + 1].pos in {"ADJ", "NOUN"} and not aim.plural:
            name = f"{mention.name} {tokens[stop].lower} {clean(tokens[aim.first : aim.stop])}"
            return replace(mention, name=name)
    return mention


def _common(found: Finding, phrase: NounPhrase, kind: str, rule: str) -> Mention:
    mention = found.mention(phrase.core, phrase.stop, phrase.head, phrase.types, kind, rule)
    if phrase.stop > phrase.head + 1:  # «a letter of intent»
        return replace(mention, name=mention.name.lower())
    name = mention.name if phrase.core < phrase.head else found.tokens[phrase.head].lower
    return replace(
        mention,
        name=name[: len(name) - len(found.tokens[phrase.head].text)]
        + singular(found.tokens[phrase.head].lower),
    )


def _fields(found: Finding) -> None:
    """Fields may stand inside other names («Laboratory of Quantum Computing»), not across their edges."""
    named = {i for m in found.mentions if m.kind in NAMED for i in range(m.first, m.stop)}
    known = known_names.fields(found.sentence)
    said = [m for m in said_fields(found.sentence, frozenset(named)) if not _is_known(m, known)]
    for hit in known:
        mention = known_names.mention_of(found.sentence, hit, "known-field")
        wider = any(m.first <= hit.first and hit.stop <= m.stop for m in said)
        if not wider and not any(_clashes(mention, other) for other in found.mentions):
            found.mentions.append(mention)
    found.mentions += [m for m in said if not any(_clashes(m, other) for other in found.mentions)]
    found.mentions += [m for m in placed_fields(found) if not _is_known(m, known)]
    found.mentions += listed_fields(found.sentence, found.mentions)


def _is_known(said: Mention, known: Sequence[Hit]) -> bool:
    """Whether a known field begins or ends beyond what was said, or is the same."""
    return any(
        (h.first < said.stop and said.first < h.stop and not (said.first <= h.first and h.stop <= said.stop))
        or (h.first, h.stop) == (said.first, said.stop)
        for h in known
    )


def _clashes(field_: Mention, other: Mention) -> bool:
    if other.kind in {"anaphor", "plural"}:
        return False
    inside = other.first <= field_.first and field_.stop <= other.stop
    same = inside and other.kind in {"known", "loose"}
    crossing = not inside and field_.first < other.stop and other.first < field_.stop
    return same or crossing or (inside and not HOLDS_FIELD & set(other.types[:1]))
