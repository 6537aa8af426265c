"""Enumerations: which phrases share one part in the sentence."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Phrase
from baygraph.languages.ru.words import words

CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})


GENITIVE = frozenset({"gen"})


KINDS = {
    "Person": "person", "Field": "field", "Event": "event", "Goal": "goal",
    "City": "place", "Country": "place",
    "Region": "place", "District": "place", "Place": "place", "Program": "program", "Policy": "program",
    "TalentProgram": "program",
}  # fmt: skip


def joined(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Members of an enumeration share one part in the sentence, in a case that all of them allow."""
    out, lists = list(found), list[list[int]]()
    for index, phrase in enumerate(found):
        if phrase.host < 0:
            last = found[lists[-1][-1]] if lists else None
            if last and _continues(tokens, last, phrase):
                lists[-1].append(index)
            else:
                lists.append([index])
    for members in lists:
        roles = _shared([found[i] for i in members])
        for index in members:
            out[index] = out[index]._replace(roles=roles)
    return out


def _shared(members: Sequence[Phrase]) -> frozenset[str]:
    """The part of a list: its first member's, in the cases that the others allow too."""
    roles = members[0].roles
    common = frozenset.intersection(*(m.cases or CASES for m in members))
    if (
        roles == GENITIVE and "gen" not in common
    ):  # «день работы EHang и «А» заключили»: no genitive after all
        return common or roles
    return roles & common or roles if roles <= CASES else roles


def _continues(tokens: Sequence[Token], last: Phrase, phrase: Phrase) -> bool:
    between = tokens[last.stop : phrase.first]
    if not 0 < len(between) <= 3 or any(t.lower not in words("lists", "equal") for t in between):
        return False
    if phrase.mention.kind == "pronoun" and phrase.roles == GENITIVE:
        return False  # «в корпусе института, её площадь …»
    if between[-1].lower == "а":  # «A открыл центр, а B …» begins another clause
        return False
    named = phrase.mention.kind != "anaphor" or any(t.lower == "и" for t in between)
    same_kind = kind_of(last.mention.types) == kind_of(phrase.mention.types)
    return named and same_kind and bool(phrase.roles & CASES) and _share_case(last, phrase)


def _share_case(last: Phrase, phrase: Phrase) -> bool:
    return bool((last.cases or CASES) & (phrase.cases or CASES))


def kind_of(types: Sequence[str]) -> str:
    """What may stand in one list: people, places, fields, events, bodies, programmes."""
    return KINDS.get(types[0], "body") if types else "body"
