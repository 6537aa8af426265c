"""All mentions of a Russian sentence, from the surest: people, known names, places, noun phrases."""

from collections.abc import Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.known import Hit
from baygraph.languages.ru import known_names
from baygraph.languages.ru.acronyms import acronyms
from baygraph.languages.ru.bare_nouns import abroad, at_host, is_again, is_called, is_joint, seat
from baygraph.languages.ru.chains import Blocked
from baygraph.languages.ru.ellipsis import headless
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.heads import (
    DESCRIBABLE,
    Head,
    anaphora,
    head_at,
    head_types,
    inner_whole,
    is_possessed,
    named_by,
)
from baygraph.languages.ru.inner_mentions import adjectives, fields, places_within
from baygraph.languages.ru.known_names import place_of_adjective
from baygraph.languages.ru.loose_names import is_no_body, latin_names, loose_names, whole_latin
from baygraph.languages.ru.naming import mention_of
from baygraph.languages.ru.owned import as_told
from baygraph.languages.ru.people import people, surnames
from baygraph.languages.ru.phrases import CLOSING, OPENING, adjectival
from baygraph.languages.ru.places import place_at, place_behind, place_heads, place_of_adjectives
from baygraph.languages.ru.prepositions import nouns_of_prepositions
from baygraph.languages.ru.pronouns import pronouns, whose
from baygraph.languages.ru.quoted_names import in_company_quotes, in_quoted_name, listed, one_by_one, titles
from baygraph.languages.ru.said_of import given_name, in_slashes, is_new, is_predicate
from baygraph.languages.ru.visits import visits
from baygraph.languages.ru.words import words


def find(text: str, sentence: Sentence, met: dict[str, str]) -> Finding:
    """The mentions of a sentence in order of place; mentions may lie inside one another.

    ``met`` has the people of the sentences before, full names by surname; those of this one are added.
    """
    found = Finding(text, sentence)
    known = known_names.things(sentence)
    persons = people(found, known)
    persons |= surnames(found, known, met)
    latin_names(found)
    _known(found, known, persons)
    for title in titles(found):
        found.add(title)
    _places(found, persons)
    _noun_phrases(found, persons)
    loose_names(found)
    for acronym in acronyms(found):
        found.add(acronym)
    adjectives(found)
    fields(found)
    found.mentions += (*pronouns(sentence, found.taken), *whose(sentence))
    found.mentions = [given_name(sentence, m) for m in found.mentions]
    found.mentions += headless(sentence, found.mentions)
    found.mentions = [m for m in found.mentions if not in_slashes(sentence.tokens, m)]
    found.mentions = [m for m in found.mentions if not is_predicate(sentence, m)]
    found.mentions = [m for m in found.mentions if not _is_own_part(m, found.mentions)]
    found.mentions = [m for m in found.mentions if not _is_of_title(m, found.mentions)]
    found.mentions += tuple(visits(found))
    found.mentions = [at_host(sentence, m, found.mentions) for m in found.mentions]
    found.mentions.sort(key=lambda m: (m.first, -m.stop))
    found.mentions += places_within(found)
    found.mentions.sort(key=lambda m: (m.first, -m.stop))
    return found


def _is_of_title(mention: Mention, others: Sequence[Mention]) -> bool:
    """«комплекс мер «Десять правил …»»: a plural noun before the title that it explains."""
    return mention.kind == "plural" and any(
        o.rule == "quoted-title" and o.stop == mention.stop and mention.first < o.first for o in others
    )


def _known(found: Finding, hits: Sequence[Hit], people: set[int]) -> None:
    long = [m for m in found.mentions if m.rule == "latin-name"]
    for hit in hits:
        if any(
            m.first <= hit.first and hit.stop <= m.stop and m.stop - m.first == hit.stop - hit.first
            for m in long
        ):
            found.mentions = [m for m in found.mentions if (m.first, m.stop) != (hit.first, hit.stop)]
        place = known_names.PLACES & set(hit.entry.types)
        at = found.sentence.tokens, hit.first, hit.stop
        if place and (in_company_quotes(*at) or in_quoted_name(*at)):
            continue
        if hit.first and found.sentence.tokens[hit.first - 1].lemma in words("money", "words"):
            continue  # «долларов США»
        if whole := whole_latin(found, hit):
            if whole.first not in found.taken and not is_no_body(found, whole.first, whole.stop):
                found.add(whole)
        elif not people & set(range(hit.first, hit.stop)):
            found.add(known_names.mention_of(found.sentence, hit, "known-name"))


def _places(found: Finding, people: set[int]) -> None:
    """«район Хуэйшань», «улица Дасюэлу»: a place noun before a name that the gazetteer does not have."""
    for at, token in enumerate(found.sentence.tokens):
        if at in found.taken:
            continue
        mention = place_of_adjectives(found.text, found.sentence, at) or place_at(found.sentence, at, people)
        if mention is None and token.text[0].isupper():
            mention = place_behind(found.sentence, at, people)
        if mention and not found.taken & set(range(mention.first, mention.stop)):
            found.add(mention)


def _noun_phrases(found: Finding, people: set[int]) -> None:
    whole = {h.first: h.stop for h in known_names.fields(found.sentence)}
    whole |= {
        m.first: m.stop for m in found.mentions if m.kind in {"known", "named"} and "Person" not in m.types
    }
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
    tokens, proper = found.sentence.tokens, named_by(found.sentence.tokens, head, known)
    if proper == "quoted" and head.quoted and _is_list(tokens, head):
        return _each_in_quotes(found, head, head.quoted[0])
    proper = "" if proper == "known" and head.plural else proper
    if _is_place(found, head, known) or _is_transparent(tokens, head) or _stands_for(tokens, head):
        return head.head + 1
    if head.lemma in words("capitalized", "heads") and not is_called(tokens, head):
        if head.stop - head.first == 1 and not head.plural and "Event" not in head.types:
            # «Систему создали …»: a thing of a name that the noun takes up again
            found.mentions.append(mention_of(found.text, found.sentence, head, "anaphor", "noun-again"))
        return head.head + 1
    if is_again(tokens, head):
        found.mentions.append(mention_of(found.text, found.sentence, head, "anaphor", "noun-again"))
        return head.head + 1
    reason = _no_name(tokens, head, proper, found.places)
    if reason:
        found.reject(head.core, head.stop, head.types[0], reason, "noun-phrase")
        return head.head + 1
    return _mentioned(found, head, proper)


def _each_in_quotes(found: Finding, head: Head, quote: int) -> int:
    end = head.stop
    for mention in one_by_one(found, head.core, head.head, head.types, quote):
        found.add(mention)
        end = mention.stop
    return end


def _mentioned(found: Finding, head: Head, proper: str) -> int:
    """Add a phrase as a name, a plural, a definite noun or a description."""
    text, sentence = found.text, found.sentence
    head = as_told(found, head)
    inner = inner_whole(sentence.tokens, head, found.places)
    bare = head.stop - head.core == 1 or (head.lemma not in head_types() and _is_general(head))
    if proper == "capital" and head.stop - head.core == 1 and "Event" not in head.types:
        proper = ""  # «Совет», «Генконсульство»: a capital is no name
    if proper and not head.plural:
        rule = "quoted-phrase" if _fills_quotes(sentence.tokens, head) else f"named-phrase-{proper}"
        found.add(mention_of(text, sentence, head, "named", rule, inner))
        if head.lemma in words("capitalized", "opening"):
            return head.head + 1  # «Подписание меморандума»: both
        return inner or _next_capital(sentence.tokens, head)
    if head.plural:
        found.mentions.append(mention_of(text, sentence, head, "plural", "plural-phrase"))
    elif bare and head.stop - head.core == 1 and is_possessed(sentence.tokens, head):
        found.mentions.append(mention_of(text, sentence, head, "described", "possessed-noun"))
    elif bare and (end := seat(found, head)):
        types = abroad(found, head) or head.types
        seated = head._replace(stop=end, types=types)
        found.mentions.append(mention_of(text, sentence, seated, "seated", "noun-in-place"))
    elif bare:
        kind, rule = (
            ("described", "new-noun") if is_new(sentence.tokens, head) else ("anaphor", "definite-noun")
        )
        found.mentions.append(mention_of(text, sentence, head, kind, rule))
    elif set(head.types) & DESCRIBABLE or is_joint(sentence.tokens, head):
        found.mentions.append(mention_of(text, sentence, head, "described", "described-phrase", inner))
        return inner or head.stop
    return head.head + 1


def _fills_quotes(tokens: Sequence[Token], head: Head) -> bool:
    """«Мост Макао» in quotes may be the contest that was named so."""
    after = tokens[head.stop].text if head.stop < len(tokens) else ""
    return head.core > 0 and tokens[head.core - 1].text in OPENING and after in CLOSING


def _stands_for(tokens: Sequence[Token], head: Head) -> bool:
    """«власти Чжухая», «его открытие»: what stands for the city, and what befalls a thing, are no names."""
    if head.lemma not in head_types() and _is_general(head):
        return head.stop > head.head + 1
    before = tokens[head.first - 1].lower if head.first else ""
    return head.lemma in words("parts", "openings") and before in words("possessives", "words")


def _is_general(head: Head) -> bool:
    """«город», «комплекс»: no word beside the noun has decided what it names («научный город»)."""
    return head.types == anaphora().get(head.lemma)


def _no_name(tokens: Sequence[Token], head: Head, proper: str, places: set[int]) -> str:
    """Why a phrase names nothing, or an empty string."""
    if head.lemma in words("generic", "seats") and inner_whole(tokens, head):
        return "is where the body is"
    about = tokens[head.head + 1].lower if head.head + 1 < head.stop else ""
    if head.lemma in words("not_names", "about_only") and about not in words("prepositions", "about"):
        return "a general word that is about nothing"
    if head.lemma in words("told_apart", "heads") and head.types == head_types()[head.lemma]:
        return "a part of a body that nothing tells apart"
    if _is_vague(head, proper, places):
        return "a general word and a place are no name"
    alone = head.stop - head.core == 1 and head.lemma in words("not_names", "alone")
    return "a general word alone names nothing" if alone and not proper and not head.plural else ""


def _is_list(tokens: Sequence[Token], head: Head) -> bool:
    """«компании «А» и «Б»»: a noun that may be plural and several names in quotes."""
    quote = head.quoted[0] if head.quoted else 0
    plural = any(r.number == "pl" and r.lemma == head.lemma for r in tokens[head.head].readings)
    return plural and tokens[quote].text in OPENING and len(listed(tokens, quote)) > 1


def _is_place(found: Finding, head: Head, known: set[int]) -> bool:
    """«зона Суншаньху», «провинция Гуандун»: a place noun and a known place are that place."""
    return (
        head.head + 1 < head.stop
        and (head.lemma in head_types() or _is_general(head))
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
    inner = (
        i for i in range(head.head + 1, head.stop) if _is_spelled(tokens, i, head) and head_word_of(tokens[i])
    )
    return next(inner, head.stop)


def _is_spelled(tokens: Sequence[Token], at: int, head: Head) -> bool:
    """«открытие Чжаоцинского филиала»: a noun with a capital of its own or of its adjective."""
    before = tokens[at - 1]
    named = at - 1 > head.head and before.text[0].isupper() and place_of_adjective(before.stem) is not None
    return tokens[at].text[0].isupper() or (named and bool(adjectival(before)))


def head_word_of(token: Token) -> bool:
    """Say whether a token can head a name."""
    return any(r.pos == "NOUN" and r.lemma in head_types() for r in token.readings)


def _is_vague(head: Head, proper: str, places: set[int]) -> bool:
    """«центр Шэньчжэня» is a part of a city, «проект Чжуншаня» no name, but «завод Xpeng» is one."""
    if "Facility" in head.types and not places & set(range(head.head + 1, head.stop)):
        return False
    return (
        proper == "known"
        and head.core == head.head
        and head.types[0] in {"Platform", "Project", "Company", "Facility"}
        and head.lemma not in words("not_names", "placed")
    )


def _is_own_part(mention: Mention, others: Sequence[Mention]) -> bool:
    """The Latin or quoted part of a longer name that the longer name is known by."""
    return mention.kind in {"loose", "short"} and any(
        o is not mention and o.first <= mention.first and o.stop == mention.stop and o.kind == "named"
        and (o.name == mention.name or any(a.text == mention.name for a in o.aliases))
        for o in others
    )  # fmt: skip
