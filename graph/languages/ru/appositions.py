"""Descriptions of a thing right after its name: «…, конкурс новаторов, …», «… — цифровой кластер»."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Phrase
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.phrases import OPENING, is_latin_name, nouns
from baygraph.languages.ru.words import lexicon, words

SEATED = frozenset(
    ["Incubator", "Park", "Laboratory", "Workstation", "Platform", "Facility", "OverseasStation"]
)


def with_appositions(tokens: Sequence[Token], wide: list[Phrase]) -> list[Phrase]:
    """««Кубок», конкурс новаторов, …»: a description right after a name is of the thing named."""
    out = list(wide)
    for phrase in wide:
        at = next((i for i, p in enumerate(out) if _is_apposed(tokens, p, phrase, wide)), -1)
        if at >= 0:
            out[at] = out[at]._replace(stop=phrase.stop)
            out.remove(phrase)
    return out


def _is_apposed(tokens: Sequence[Token], name: Phrase, phrase: Phrase, others: Sequence[Phrase]) -> bool:
    a, b = name.mention, phrase.mention
    if _is_equated(tokens, name, phrase):
        return True
    if b.kind != "described" or a.kind not in {"known", "named"} or name.stop + 1 != phrase.first:
        return False
    built = a.types[0] in SEATED and b.types[0] in SEATED
    same = built or "Event" in b.types or bool({*a.types} & {*b.types})
    alike = kind_of(a.types) == kind_of(b.types) and same
    ends = phrase.stop >= len(tokens) or tokens[phrase.stop].text in {",", ".", "—", ")"}
    more = any(
        p.first == phrase.stop + 1 and p.cases & phrase.cases and kind_of(p.mention.types) == kind_of(b.types)
        for p in others
    )
    shared = bool(name.cases & phrase.cases) and tokens[name.stop].text == ","
    return bool(alike) and ends and not more and shared


def _is_equated(tokens: Sequence[Token], name: Phrase, phrase: Phrase) -> bool:
    """«Киберпорт — цифровой кластер в районе Покфулам»: what a dash says the thing named is."""
    a, b = name.mention, phrase.mention
    if name.stop + 1 != phrase.first or tokens[name.stop].text not in words("clauses", "dashes"):
        return False
    own = a.kind in {"known", "named"} and b.kind in {"described", "anaphor"}
    kinds = kind_of(a.types) == kind_of(b.types) == "body" or bool({*a.types} & {*b.types})
    return own and kinds and "nom" in name.cases and "nom" in phrase.cases


def names_several(tokens: Sequence[Token], head: int, stop: int) -> bool:
    """«участвуют компании A и B»: a plural noun that several names right behind it explain."""
    listed = stop + 1 < len(tokens) and tokens[stop].lower in words("lists", "joining")
    listed = listed and _begins_name(tokens[head + 1]) and _begins_name(tokens[stop + 1])
    before = tokens[head - 1] if head else None
    light = lexicon().map("light_verbs")  # «приняли участие компании A и B»
    governed = before is not None and before.pos == "NOUN" and before.lemma not in light
    return listed and not governed and any(r.number == "pl" and r.case == "nom" for r in nouns(tokens[head]))


def _begins_name(token: Token) -> bool:
    return token.text in OPENING or is_latin_name(token)
