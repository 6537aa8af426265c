"""Mentions inside others: fields, adjectives of places, places that a longer name spells out."""

from baygraph.annotation import Mention
from baygraph.languages.ru import known_names
from baygraph.languages.ru.fields import field_adjectives, open_fields
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.named_fields import fields_of_names
from baygraph.languages.ru.words import words


def adjectives(found: Finding) -> None:
    """«шэньчжэньский план»: the adjective of a place, in small letters, outside names."""
    for at, token in enumerate(found.sentence.tokens):
        if (
            token.pos == "ADJ"
            and (token.text[0].islower() or (at == 0 and at not in found.taken))
            and "ск" in token.lower
        ):
            entry = known_names.place_of_adjective(token.stem)
            if entry:
                span = found.sentence.span(at, at + 1)
                name = entry.label("ru") or token.text
                found.mentions.append(
                    Mention(found.sentence.index, at, at + 1, at, span, entry.types, "adjective", name,
                            "place-adjective", 0.7, entry.key)
                )  # fmt: skip


def fields(found: Finding) -> None:
    """Fields may stand inside other names («центр 3D-биопечати»), not across their edges."""
    for hit in known_names.fields(found.sentence):
        mention = known_names.mention_of(found.sentence, hit, "known-field")
        if not any(_clashes(mention, other) for other in found.mentions):
            found.mentions = [m for m in found.mentions if not _is_word_of(m, mention)]
            found.mentions.append(mention)
    found.mentions += known_names.fields_in_compounds(found.sentence)
    for mention in (*open_fields(found.text, found.sentence), *field_adjectives(found.sentence)):
        if not any(_clashes(mention, other) or _meets(mention, other) for other in found.mentions):
            found.mentions.append(mention)
    for outer in tuple(found.mentions):
        inside = [m for m in found.mentions if m is not outer and m.first > outer.first]
        for mention in fields_of_names(found.text, found.sentence, outer):
            if not any(mention.span.overlaps(other.span) for other in inside):
                found.mentions.append(mention)


def _meets(field_: Mention, other: Mention) -> bool:
    """A field of no list gives way to what is known, and to another field."""
    known = other.kind in {"known", "named"} and other.first >= field_.first
    return field_.span.overlaps(other.span) and (known or "Field" in other.types)


# The names of these tell what they work in («Чжуншаньский парк наук о жизни»); a university's does not.
OPAQUE = frozenset(["University", "GovernmentBody", "Institution"])
TELLING = frozenset(["Park", "Platform", "Laboratory", "Incubator", "Facility", "Event"])


def _clashes(field_: Mention, other: Mention) -> bool:
    if other.kind in {"anaphor", "plural"} or _is_word_of(other, field_):
        return False
    inside = other.first <= field_.first and field_.stop <= other.stop
    company = other.types[0] == "Company" and field_.name.isascii()
    company = company or (field_.key in words("topics", "sciences") and "ResearchInstitute" in other.types)
    opaque = other.kind == "known" or _tells_nothing(other) or company
    same = inside and not TELLING & set(other.types) and opaque
    kind = other.head == other.first and field_.stop == other.head + 1  # «фемтосекундный [лазер Lotus-F]»
    crossing = not inside and field_.first < other.stop and other.first < field_.stop and not kind
    return same or crossing or (inside and "Person" in other.types)


def _is_word_of(other: Mention, field_: Mention) -> bool:
    """«традиционная китайская медицина»: the adjective of a place inside the name of a field."""
    return other.kind == "adjective" and field_.first <= other.first and other.stop <= field_.stop


def _tells_nothing(other: Mention) -> bool:
    """«Maple Robotics», «комитет содействия торговле»: fields in such names are only words of the name."""
    return other.rule == "latin-name" or (other.kind == "named" and other.types[0] in OPAQUE)


def places_within(found: Finding) -> list[Mention]:
    """«Институт … в Шэньчжэне»: places that a known name spells out, and those that make up a region."""
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
