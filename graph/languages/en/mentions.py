"""All mentions of an English sentence, from the surest to the least: people, known names, names, noun phrases."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en import known_names
from baygraph.languages.en.capitals import classes_at, head_types, is_acronym, is_capital
from baygraph.languages.en.fields import listed_fields
from baygraph.languages.en.memory import Memory
from baygraph.languages.en.morphology import closed, singular
from baygraph.languages.en.names import PERSONAL, PLACES, Around, ProperName, name_at
from baygraph.languages.en.nouns import NounPhrase, noun_phrase_at, stands_only, vague
from baygraph.languages.en.persons import PersonName, person_at, person_by_context
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import Hit
from baygraph.model import Name, Rejection

BRACKET = 9  # the longest explanation in brackets that belongs to a name, in tokens
QUOTES = "\"'“”‘’«» "
HOLDS_FIELD = frozenset(
    ["ResearchInstitute", "OverseasStation", "Incubator", "Park", "Laboratory", "Workstation", "Platform", "Facility", "Event", "Project", "Program"]
)


@dataclass
class Finding:
    """What has been found in one sentence so far; each step adds to it."""

    text: str
    sentence: Sentence
    memory: Memory
    mentions: list[Mention] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def add(self, mention: Mention) -> None:
        """Keep a mention; its tokens are taken."""
        self.mentions.append(mention)
        self.taken.update(range(mention.first, mention.stop))
        self.memory.keep(mention)

    def mention(
        self, first: int, stop: int, head: int, types: tuple[str, ...], kind: str, rule: str
    ) -> Mention:
        """A mention of a stretch of the sentence under the words as they stand."""
        span = self.sentence.span(first, stop)
        confidence = {"named": 0.9, "loose": 0.6}.get(kind, 0.7)
        name = clean(self.tokens[first:stop])
        return Mention(self.sentence.index, first, stop, head, span, types, kind, name, rule, confidence)

    def reject(self, first: int, stop: int, what: str, reason: str, rule: str) -> None:
        """Keep for the report what was left out."""
        span = self.sentence.span(first, stop)
        self.rejections.append(Rejection(span, self.text[span.start : span.end], what, reason, rule))


def clean(tokens: Sequence[Token]) -> str:
    """The words of a name as they stand, without an acronym in brackets inside."""
    out, end, at = "", tokens[0].start, 0
    while at < len(tokens):
        if tokens[at].text == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")":
            end = tokens[at + 2].end
            at += 3
            continue
        out += (" " if tokens[at].start > end else "") + tokens[at].text
        end = tokens[at].end
        at += 1
    return out


def find(text: str, sentence: Sentence, memory: Memory) -> Finding:
    """The mentions of a sentence in order of place; mentions may lie inside one another."""
    found = Finding(text, sentence, memory)
    known = known_names.things(sentence)
    people = _people(found, {i for h in known if h.stop - h.first > 1 for i in range(h.first, h.stop)})
    known = tuple(h for h in known if not people & set(range(h.first, h.stop)))
    _names(found, Around(people, {h.first: h for h in known}))
    _offices(found, people)
    _noun_phrases(found, people)
    _fields(found)
    found.mentions.sort(key=lambda m: (m.first, -m.stop))
    return found


def _people(found: Finding, whole: set[int]) -> set[int]:
    at, people = 0, set[int]()
    while at < len(found.tokens):
        person = person_at(found.tokens, at, whole, found.memory.surnames)
        person = person or person_by_context(found.tokens, at, whole)
        if person:
            found.add(_person(found, person))
            people.update(range(person.first, person.stop))
        at = person.stop if person else at + 1
    return people


def _person(found: Finding, person: PersonName) -> Mention:
    mention = found.mention(person.first, person.stop, person.stop - 1, ("Person",), "named", person.rule)
    said = () if mention.name == person.name else (Name(mention.name, "en"),)
    return replace(mention, name=person.name, aliases=said, confidence=0.9 if person.sure else 0.75)


def _names(found: Finding, around: Around) -> None:
    """Names and known names from left to right; of two that begin together the longer is meant."""
    at = 0
    while at < len(found.tokens):
        if at in around.closed:
            at += 1
            continue
        hit = around.known.get(at)
        name = name_at(found.tokens, at, around) if _may_begin(found, at, hit) else None
        if name and name.types == PERSONAL:
            at = _house_of_office(found, name, hit, around)
        elif (
            name
            and name.types
            and (hit is None or name.stop > hit.stop or name.short < name.stop == hit.stop)
        ):
            at = _same_place(found, name, hit) or _named(found, name, around)
        elif hit and not (hit.stop < len(found.tokens) and found.tokens[hit.stop].text == "$"):
            hit = _campus(found, hit, around)
            mention = known_names.mention_of(found.sentence, hit, "known-name")
            found.add(replace(mention, aliases=tuple(_second_names(found, hit.stop))))
            at = _past_bracket(found, hit.stop)
        elif name:
            at = _loose(found, name, around)
        else:
            at += 1


def _campus(found: Finding, hit: Hit, around: Around) -> Hit:
    """«HKUST (Guangzhou)» is another body than HKUST."""
    place = around.known.get(hit.stop + 1)
    opens = hit.stop < len(found.tokens) and found.tokens[hit.stop].text == "("
    if place is None or not opens or not PLACES & set(place.entry.types) or place.stop >= len(found.tokens):
        return hit
    entry = known_names.campus(hit.entry, clean(found.tokens[place.first : place.stop]))
    return hit._replace(entry=entry, stop=place.stop + 1, text=entry.names[0].text) if entry else hit


def _house_of_office(found: Finding, name: ProperName, hit: Hit | None, around: Around) -> int:
    """«Guangdong Governor», «RITS Director»: the name before the words of an office."""
    if hit is not None:
        found.add(known_names.mention_of(found.sentence, hit, "known-name"))
        return hit.stop
    titles = lexicon().words("titles", "words") | lexicon().words("titles", "before")
    titles |= lexicon().words("titles", "modifiers")
    stop = next((i for i in range(name.first, name.stop) if found.tokens[i].lower in titles), name.stop)
    if name.first < stop < name.stop:
        types = classes_at(found.tokens, name.first, stop - 1)
        house = name._replace(stop=stop, short=stop, head=stop - 1, types=types)
        return (
            _named(found, house, around) if types and stop - name.first > 1 else _loose(found, house, around)
        )
    return max(name.stop, name.first + 1)


def _same_place(found: Finding, name: ProperName, hit: Hit | None) -> int:
    """«Macao SAR», «Zhongshan City»: a known place with the noun that says what it is; 0 for anything else."""
    if hit is None or not PLACES & set(hit.entry.types) or not PLACES & set(name.types):
        return 0
    rest = [t.lower for t in found.tokens[hit.stop : name.stop]]
    if not all(w in lexicon().words("same_place", "words") for w in rest) or (
        "district" in rest and "District" not in hit.entry.types
    ):
        return 0
    wide = hit._replace(stop=name.stop)
    found.add(known_names.mention_of(found.sentence, wide, "known-name"))
    return name.stop


def _may_begin(found: Finding, at: int, hit: Hit | None) -> bool:
    """Whether a name may begin here: a small word at the head of a sentence has its capital from there."""
    token = found.tokens[at]
    if not is_capital(token) or token.lower in lexicon().words("capitals", "times"):
        return False
    if at + 1 < len(found.tokens) and found.tokens[at + 1].text == "$":
        return False
    if token.lower in closed() and closed()[token.lower] != "ADJ" and not is_acronym(token):
        return False
    opens = at == 0 or found.tokens[at - 1].text in {"--", "—", ":", "“", '"'}
    if not opens or hit or token.text[1:] != token.lower[1:]:
        return True
    after = found.tokens[at + 1] if at + 1 < len(found.tokens) else None
    return token.text in found.memory.capitals or (
        after is not None and (is_capital(after) or after.text in {"-", "–"})
    )


def _named(found: Finding, name: ProperName, around: Around) -> int:
    """Add a name with a head noun, its parts, and the second name in brackets; give the token behind it."""
    if name.stop - name.first == 1 or (name.short == name.stop and _is_general(found, name)):
        return _single(found, name)
    mention = found.mention(name.first, name.stop, name.head, name.types, "named", "proper-name")
    known = around.known.get(name.first)
    if known and known.stop == name.stop:
        mention = known_names.mention_of(found.sentence, known, "known-name")
    elif "GovernmentBody" in name.types and (body := known_names.body_named(mention.name)):
        mention = replace(mention, kind="known", key=body.key, types=body.types)
    aliases = list(_second_names(found, name.stop))
    if name.short < name.stop:
        aliases = [Name(clean(found.tokens[name.first : name.short]), "en")]
    found.add(_as_known(found, replace(mention, aliases=tuple(aliases)), name.stop, around))
    _inside(found, name, around)
    return _past_bracket(found, name.stop)


def _as_known(found: Finding, mention: Mention, stop: int, around: Around) -> Mention:
    """«Contemporary Amperex Technology Co. Ltd. (CATL)»: the second name is a known thing's."""
    hit = around.known.get(stop + 1)
    if (
        mention.key
        or hit is None
        or not bracketed(found.tokens, stop)
        or not set(hit.entry.types) & set(mention.types)
    ):
        return mention
    return replace(mention, kind="known", key=hit.entry.key, types=hit.entry.types)


def _past_bracket(found: Finding, stop: int) -> int:
    """Where to go on behind the second name in brackets."""
    if not bracketed(found.tokens, stop):
        return stop
    return next(i for i in range(stop, len(found.tokens)) if found.tokens[i].text == ")") + 1


def _is_general(found: Finding, name: ProperName) -> bool:
    """«Memorandum of Understanding», «Task Force», «Science Park»: a head and no name of its own."""
    return " ".join(t.lower for t in found.tokens[name.first : name.stop]) in head_types()


def _single(found: Finding, name: ProperName) -> int:
    """«the Conference»: a head noun with a capital stands for what was named; «Congress» alone is no name."""
    found.mentions.append(
        found.mention(name.first, name.stop, name.head, name.types, "anaphor", "definite-name")
    )
    found.taken.add(name.first)
    return name.stop


def _inside(found: Finding, name: ProperName, around: Around) -> None:
    """The body that a name's tail names, and the place that its government governs."""
    at = name.short
    while at < name.stop and not is_capital(found.tokens[at]):
        at += 1
    if at < name.stop:
        inner = name_at(found.tokens, at, around)
        if inner and inner.types and inner.stop > around.known_end(at):
            _named(found, inner._replace(stop=min(inner.stop, name.stop)), around)
        elif at in around.known:
            found.add(known_names.mention_of(found.sentence, around.known[at], "known-name"))
        return
    if name.types[0] in {"GovernmentBody", "Association"}:
        tail = [
            h
            for h in around.known.values()
            if name.head < h.first and h.stop == name.stop and PLACES & set(h.entry.types)
        ]
        for hit in tail:
            found.add(known_names.mention_of(found.sentence, hit, "known-name"))


def _second_names(found: Finding, stop: int) -> Sequence[Name]:
    """«(HKUST)», «(hereinafter the 'Conference')», «(Co-operation Zone)»."""
    inner = bracketed(found.tokens, stop)
    if len(inner) == 1 and inner[0].lower in lexicon().words("same_place", "words"):
        return ()
    return (Name(clean(inner).strip(QUOTES), "en"),) if inner else ()


def bracketed(tokens: Sequence[Token], stop: int) -> Sequence[Token]:
    """The words of another name in the brackets that open at a token, or nothing."""
    if stop >= len(tokens) or tokens[stop].text != "(":
        return ()
    end = next((i for i in range(stop + 1, min(len(tokens), stop + BRACKET)) if tokens[i].text == ")"), 0)
    inside = list(tokens[stop + 1 : end])
    while inside and not is_capital(inside[0]):
        if inside[0].pos == "NUM":
            return ()
        inside.pop(0)
    inside = [t for t in inside if t.text not in QUOTES]
    return (
        inside
        if inside
        and all(is_capital(t) or not t.text[0].isalnum() or t.lower in {"of", "and", "for"} for t in inside)
        else ()
    )


def _loose(found: Finding, name: ProperName, around: Around) -> int:
    """A name without a head noun: the short form of an earlier one, or of a class that its neighbours say."""
    stop = name.stop
    tokens = found.tokens[name.first : stop]
    earlier = found.memory.full([t.text for t in tokens])
    if earlier is not None:
        mention = found.mention(name.first, stop, name.first, earlier.types, "named", "short-name")
        found.add(replace(mention, name=earlier.name, aliases=(Name(clean(tokens), "en"),)))
    elif _is_name(found, name.first, stop) and not _in_field(found, name.first):
        mention = found.mention(
            name.first, stop, name.first, _kind(found, name.first, stop), "loose", "capitalized-name"
        )
        found.add(replace(mention, aliases=tuple(_second_names(found, stop))))
    return stop


def _in_field(found: Finding, at: int) -> bool:
    """«Internet of Things» is a field."""
    return any(h.first <= at < h.stop and h.stop - h.first > 1 for h in known_names.fields(found.sentence))


def _is_name(found: Finding, first: int, stop: int) -> bool:
    tokens = [t for t in found.tokens[first:stop] if is_capital(t)]
    nothing = (
        lexicon().words("capitals", "common")
        | lexicon().words("capitals", "demonyms")
        | lexicon().words("capitals", "times")
    )
    if (
        all(t.lower in nothing or t.lower in closed() for t in tokens)
        or len(clean(found.tokens[first:stop])) < 2
    ):
        return False
    after = found.tokens[stop] if stop < len(found.tokens) else None
    is_modifier = after is not None and after.text in {"-", "–"}
    return not is_modifier and not _is_bracketed_alias(found, first, stop)


def _is_bracketed_alias(found: Finding, first: int, stop: int) -> bool:
    """What stands in brackets behind another thing is that thing's second name."""
    return (
        first > 0
        and found.tokens[first - 1].text == "("
        and stop < len(found.tokens)
        and found.tokens[stop].text == ")"
    )


def _kind(found: Finding, first: int, stop: int) -> tuple[str, ...]:
    """The class that a noun beside a name says («the incubator XbotPark», «Trendlines, a company»)."""
    name = clean(found.tokens[first:stop])
    table = _appositive()
    near = [found.tokens[first - 1]] if first else []
    near += _equated(found.tokens, stop)
    near += found.tokens[stop : stop + 1]
    said = next(
        (table[singular(t.lower)] for t in near if t.pos == "NOUN" and singular(t.lower) in table), None
    )
    if said:
        found.memory.kinds[name] = said
    return found.memory.kinds.get(name, ("Company",))


def _appositive() -> dict[str, tuple[str, ...]]:
    return lexicon().table("appositive")


def _equated(tokens: Sequence[Token], stop: int) -> list[Token]:
    """The head noun of «, a …» or «is a …» behind a name."""
    at = stop + 1
    if (
        at >= len(tokens)
        or not (tokens[stop].text == "," or tokens[stop].lemma == "be")
        or tokens[at].lower not in {"a", "an", "one"}
    ):
        return []
    while (
        (at + 1 < len(tokens)
        and tokens[at + 1].pos in {"ADJ", "NOUN", "PROPN", "ADV"})
        or (at + 1 < len(tokens) and tokens[at].pos == "DET")
    ):
        at += 1
    return [tokens[at]]


def _offices(found: Finding, people: set[int]) -> None:
    """«Mayor Xu Qin» is the mayor of the city spoken of; «the organisers» are those of the event."""
    for at, token in enumerate(found.tokens):
        before = found.tokens[at - 1] if at else None
        owned = before is not None and (before.pos == "PROPN" or before.text in {"'s", "’s", "-"})
        classes = (("City", "of_city"), ("Region", "of_region"))
        cls = next((c for c, words in classes if token.lower in lexicon().words("titles", words)), "")
        if cls and at + 1 in people and not owned:
            found.mentions.append(found.mention(at, at + 1, at, (cls,), "anaphor", "office-of-place"))
        if singular(token.lower) in lexicon().words("event_roles", "words") and token.pos == "NOUN":
            if not (at + 1 < len(found.tokens) and found.tokens[at + 1].lower == "of"):
                found.mentions.append(found.mention(at, at + 1, at, ("Event",), "anaphor", "role-in-event"))


def _noun_phrases(found: Finding, people: set[int]) -> None:
    proper = {
        i for m in found.mentions if m.kind in {"named", "known", "loose"} for i in range(m.first, m.stop)
    }
    for at in range(len(found.tokens)):
        phrase = noun_phrase_at(found.tokens, at, people) if at not in proper else None
        if phrase:
            _described(found, phrase, proper)


def _described(found: Finding, phrase: NounPhrase, proper: set[int]) -> None:
    tokens = found.tokens
    bare = phrase.core == phrase.head
    head = singular(tokens[phrase.head].lower)
    if stands_only(head):
        if phrase.definite and not phrase.plural and not _has_own_words(found, phrase):
            found.mentions.append(_common(found, phrase, "anaphor", "definite-noun"))
    elif phrase.plural:
        found.mentions.append(_common(found, phrase, "plural", "plural-phrase"))
    elif bare and _is_numbered(found, phrase):
        numbered = phrase._replace(core=phrase.first + (tokens[phrase.first].pos == "DET"))
        found.mentions.append(_common(found, numbered, "described", "numbered-event"))
    elif bare:
        if phrase.definite:
            found.mentions.append(_common(found, phrase, "anaphor", "definite-noun"))
    elif any(
        is_capital(t) and i not in _places(found)
        for i, t in enumerate(tokens[phrase.core : phrase.head], phrase.core)
    ):
        found.mentions.append(
            found.mention(phrase.core, phrase.stop, phrase.head, phrase.types, "named", "name-and-noun")
        )
    elif head not in vague():
        found.mentions.append(_common(found, phrase, "described", "described-phrase"))
    elif phrase.definite:
        found.mentions.append(_common(found, phrase, "anaphor", "definite-noun"))


def _has_own_words(found: Finding, phrase: NounPhrase) -> bool:
    """«the Guangdong provincial government» is no anaphor."""
    return any(is_capital(t) for t in found.tokens[phrase.core : phrase.head])


def _is_numbered(found: Finding, phrase: NounPhrase) -> bool:
    """«the 11th meeting»: the number tells it from others."""
    words = found.tokens[phrase.first : phrase.head]
    return "Event" in phrase.types and any(t.text[0].isdigit() and t.text[-1].isalpha() for t in words)


def _places(found: Finding) -> set[int]:
    return {i for m in found.mentions if PLACES & set(m.types) for i in range(m.first, m.stop)}


def _common(found: Finding, phrase: NounPhrase, kind: str, rule: str) -> Mention:
    mention = found.mention(phrase.core, phrase.stop, phrase.head, phrase.types, kind, rule)
    name = mention.name if phrase.core < phrase.head else found.tokens[phrase.head].lower
    return replace(
        mention,
        name=name[: len(name) - len(found.tokens[phrase.head].text)]
        + singular(found.tokens[phrase.head].lower),
    )


def _fields(found: Finding) -> None:
    """Fields may stand inside other names («Laboratory of Quantum Computing»), not across their edges."""
    for hit in known_names.fields(found.sentence):
        mention = known_names.mention_of(found.sentence, hit, "known-field")
        if not any(_clashes(mention, other) for other in found.mentions):
            found.mentions.append(mention)
    found.mentions += listed_fields(found.sentence, found.mentions)


def _clashes(field_: Mention, other: Mention) -> bool:
    if other.kind in {"anaphor", "plural"}:
        return False
    inside = other.first <= field_.first and field_.stop <= other.stop
    same = inside and other.kind in {"known", "loose"}
    crossing = not inside and field_.first < other.stop and other.first < field_.stop
    return same or crossing or (inside and not HOLDS_FIELD & set(other.types[:1]))
