"""Names and known names in a sentence, from left to right, and the bodies and places inside them."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Token
from baygraph.languages.en import known_names
from baygraph.languages.en.abstract import has_own_word
from baygraph.languages.en.beginnings import may_begin, opens_branch
from baygraph.languages.en.capitals import classes_at, head_types, is_capital
from baygraph.languages.en.finding import Finding, bracketed, clean, past_bracket, second_names
from baygraph.languages.en.firms import part_of_known
from baygraph.languages.en.kinds import is_office, is_product, kind_said, name_said
from baygraph.languages.en.made import as_explained
from baygraph.languages.en.morphology import closed, is_plural
from baygraph.languages.en.nameless import is_address, is_model, is_rank, is_room, nothing
from baygraph.languages.en.names import PERSONAL, PLACES, Around, ProperName, is_house, name_at
from baygraph.languages.en.place_names import government, is_longer_name, is_named, is_source, past_nature
from baygraph.languages.en.quoted import title_after, title_of_noun
from baygraph.languages.en.tokens import POSSESSIVE
from baygraph.languages.en.words import lexicon
from baygraph.languages.known import Hit
from baygraph.model import Name


def name_mentions(found: Finding, around: Around) -> None:
    """Names and known names from left to right; of two that begin together the longer is meant."""
    at = 0
    while at < len(found.tokens):
        if at in around.closed:
            at += 1
            continue
        hit = around.known.get(at)
        if past := title_of_noun(found, at) or past_nature(found, at, hit):
            at = past
            continue
        name = name_at(found.tokens, at, around) if may_begin(found, at, hit) else None
        if name and name.types == PERSONAL:
            at = _house_of_office(found, name, hit, around)
        elif (
            name
            and name.types
            and (hit is None or name.stop > hit.stop or name.short < name.stop == hit.stop)
        ):
            at = _same_place(found, name, hit) or _named(found, name, around)
        elif hit and (stop := government(found, hit)):
            body = found.mention(at, stop, stop - 1, ("GovernmentBody",), "named", "government-of-place")
            known = known_names.body_named(body.name)
            found.add(replace(body, kind="known", key=known.key) if known else body)
            at = stop
        elif hit and (house := _house_meant(found, hit) or part_of_known(found, name, hit, around)):
            found.add(house)
            at = past_bracket(found, house.stop)
        elif hit and name and is_longer_name(found, name, hit, around):
            at = _loose(found, name, around)
        elif hit and is_source(found, hit):
            at = hit.stop
        elif hit and not (hit.stop < len(found.tokens) and found.tokens[hit.stop].text == "$"):
            at = _known(found, hit, around)
        elif name:
            at = _loose(found, name, around)
        else:
            at += 1


def _known(found: Finding, hit: Hit, around: Around) -> int:
    """Add a known thing with its second name in brackets; give the token behind it."""
    mention = known_names.mention_of(found.sentence, hit, "known-name")
    if _places_it(found, hit.stop, around):
        found.add(mention)
        return hit.stop
    found.add(replace(mention, aliases=tuple(second_names(found, hit.stop))))
    return past_bracket(found, hit.stop)


def _places_it(found: Finding, stop: int, around: Around) -> bool:
    """«iFLYTEK (Hefei)»: what stands in brackets is where it is."""
    place = around.known.get(stop + 1)
    opens = found.tokens[stop : stop + 1] and found.tokens[stop].text == "("
    closed_ = place is not None and [t.text for t in found.tokens[place.stop : place.stop + 1]] == [")"]
    return bool(opens and closed_ and place is not None and PLACES & set(place.entry.types))


def _house_meant(found: Finding, hit: Hit) -> Mention | None:
    """«a chemist at Birmingham»: the university of that city, named before."""
    at = hit.first > 0 and found.tokens[hit.first - 1].lower == "at"
    earlier = found.memory.full([t.text for t in found.tokens[hit.first : hit.stop]]) if at else None
    if earlier is None or "University" not in earlier.types or "City" not in hit.entry.types:
        return None
    mention = found.mention(hit.first, hit.stop, hit.first, earlier.types, earlier.kind, "short-name")
    return replace(mention, name=earlier.name, key=earlier.key)


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
    """«Macao SAR», «Zhongshan City»: a known place with the noun that says what it is; else 0."""
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


def _named(found: Finding, name: ProperName, around: Around) -> int:
    """Add a name with a head noun, its parts, and the second name in brackets; give the token behind it."""
    if past := title_after(found, name):
        return past
    if _names_nothing(found.tokens, name):
        return name.stop
    if name.stop - name.first == 1 or (name.short == name.stop and _is_general(found, name)):
        return _single(found, name)
    mention = found.mention(name.first, name.stop, name.head, name.types, "named", "proper-name")
    known = around.known.get(name.first)
    if known and known.stop == name.stop:
        mention = known_names.mention_of(found.sentence, known, "known-name")
    elif after := _known_of_place(name, around):
        mention = replace(mention, kind="known", key=after.entry.key, types=after.entry.types)
    elif (said := found.memory.full([t.text for t in found.tokens[name.first : name.stop]])) and said.key:
        mention = replace(mention, kind="known", key=said.key, types=said.types)
    elif "GovernmentBody" in name.types and (body := known_names.body_named(mention.name)):
        mention = replace(mention, kind="known", key=body.key, types=body.types)
    placed = _places_it(found, name.stop, around)
    aliases = [] if placed else list(second_names(found, name.stop))
    if name.short < name.stop and name.short - name.first > 1:
        aliases = [Name(clean(found.tokens[name.first : name.short]), "en")]
    mention = as_explained(found.tokens, replace(mention, aliases=tuple(aliases)))
    found.add(_as_known(found, mention, name.stop, around))
    _inside(found, name, around)
    return name.stop if placed else past_bracket(found, name.stop)


def _names_nothing(tokens: Sequence[Token], name: ProperName) -> bool:
    """A room, a rank, an address, or a heading («RESEARCH AREAS»)."""
    said = tokens[name.first : name.stop]
    heading = all(t.text.isupper() for t in said) and len(said) > 1 and not PLACES.isdisjoint(name.types[:1])
    room = name.head == name.first and is_room(said)
    return room or is_rank(said) or is_address(tokens, *name[:2]) or (heading and not has_own_word(said))


def _known_of_place(name: ProperName, around: Around) -> Hit | None:
    """«Foshan Xianhu Laboratory»: a known body behind the place that it is in."""
    place = around.known.get(name.first)
    after = around.known.get(place.stop) if place and PLACES & set(place.entry.types) else None
    fits = after is not None and after.stop == name.short and bool(set(after.entry.types) & set(name.types))
    return after if fits else None


def _as_known(found: Finding, mention: Mention, stop: int, around: Around) -> Mention:
    """«Contemporary Amperex Technology Co. Ltd. (CATL)»: the second name is a known thing's."""
    hit = around.known.get(stop + 1)
    if (
        mention.key
        or hit is None
        or not bracketed(found.tokens, stop)
        or _ends_in(mention, stop, hit.entry.key, around)
        or not (is_house(hit.entry.types) and is_house((*mention.types, *_payer(mention))))
    ):
        return mention
    return replace(mention, kind="known", key=hit.entry.key, types=hit.entry.types)


def _ends_in(mention: Mention, stop: int, key: str, around: Around) -> bool:
    """«the Institute of Automation of the Academy of Sciences (CAS)»: the second name is the Academy's."""
    tail = (h for h in around.known.values() if mention.first < h.first and h.stop == stop)
    return any(h.entry.key == key for h in tail)


def _payer(mention: Mention) -> tuple[str, ...]:
    """«the Science and Technology Development Fund (FDCT)»: a fund may be a body."""
    return ("Association",) if mention.name.endswith("Fund") else ()


def _is_general(found: Finding, name: ProperName) -> bool:
    """«Memorandum of Understanding», «Task Force», «Science Park»: a head and no name of its own."""
    before = found.tokens[name.first - 1].text if name.first else ""
    if before in {'"', "“"} or (before in POSSESSIVE and {"GovernmentBody"} & set(name.types[:1])):
        return False  # «the district's Talent Office»
    return " ".join(t.lower for t in found.tokens[name.first : name.stop]) in head_types()


def _single(found: Finding, name: ProperName) -> int:
    """«the Conference»: a head noun with a capital stands for what was named; «Congress» alone is no name."""
    after = found.tokens[name.stop] if name.stop < len(found.tokens) else None
    noun = after is not None and after.pos == "NOUN"
    opens = noun and (name.first == 0 or (after is not None and after.lower in head_types()))
    if opens or is_plural(found.tokens[name.first].lower):
        return name.stop
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
        known = around.known_end(name.first) == name.stop
        if inner and known and inner.types == ("Company",):
            return  # «the Federation of Hong Kong Industries»
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


def _loose(found: Finding, name: ProperName, around: Around) -> int:
    """A name without a head noun: the short form of an earlier one, or of a class that its neighbours say."""
    stop = name.stop
    if name.first == 0 and stop > 1 and is_named(found, 1, stop, around) and not opens_branch(found, stop):
        return 1  # «Rival | BOE denied it.»
    tokens = found.tokens[name.first : stop]
    earlier = found.memory.full([t.text for t in tokens])
    if earlier is not None:
        mention = found.mention(name.first, stop, name.first, earlier.types, earlier.kind, "short-name")
        found.add(replace(mention, name=earlier.name, key=earlier.key, aliases=(Name(clean(tokens), "en"),)))
    elif _is_name(found, name.first, stop):
        mention = found.mention(
            name.first, stop, name.first, kind_said(found, name.first, stop), "loose", "capitalized-name"
        )
        sure = name_said(found, name.first, stop)
        mention = mention if sure else replace(mention, rule="capitalized-name-alone", confidence=0.5)
        found.add(replace(mention, aliases=tuple(second_names(found, stop))))
    return stop


def _is_name(found: Finding, first: int, stop: int) -> bool:
    tokens = [t for t in found.tokens[first:stop] if is_capital(t)]
    if is_product(found.tokens, first, stop) or known_names.in_field(found.sentence, first):
        return False
    if all(t.lower in nothing() or t.lower in closed() or is_office(t) for t in tokens):
        return False
    if is_room(found.tokens[first:stop]) or _is_heading(found.tokens, first, stop):
        return False
    if len(clean(found.tokens[first:stop])) < 2 or is_model(found.tokens[first:stop]):
        return False
    after = found.tokens[stop] if stop < len(found.tokens) else None
    is_modifier = after is not None and after.text in {"-", "–"}
    return not is_modifier and not _is_bracketed_alias(found, first, stop)


def _is_heading(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """«WHERE YOU WILL | WORK», «HOW IT WORKS»: capitals in or beside which a small word has capitals."""
    said = tokens[first:stop]
    beside = (*tokens[max(first - 1, 0) : first], *tokens[stop : stop + 1])
    inside = len(said) > 1 and any(closed().get(t.lower) in {"PRON", "AUX", "SCONJ"} for t in said)
    capitals = all(t.text.isupper() for t in said)
    return any(len(t.text) > 2 and t.text.isupper() and t.lower in closed() for t in beside) or (
        inside and capitals
    )


def _is_bracketed_alias(found: Finding, first: int, stop: int) -> bool:
    """What stands in brackets behind another thing is that thing's second name."""
    return (
        first > 0
        and found.tokens[first - 1].text == "("
        and stop < len(found.tokens)
        and found.tokens[stop].text == ")"
    )
