"""Nouns for people who stand for their body: «делегация Лиссабона», «представители университета»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.ru.coordination import kind_of
from baygraph.languages.ru.scene import Placed, Scene
from baygraph.languages.ru.words import words


def people_named(cue: Cue, scene: Scene, near: Sequence[Placed]) -> list[int]:
    """«Делегация Лиссабона посетила Чжухай»: the people of a body, nominative before the verb."""
    found = []
    for index, phrase in near:
        before = scene.tokens[phrase.first - 1] if phrase.first and "gen" in phrase.roles else None
        body = before is not None and before.lemma in words("people", "of_bodies")
        if before and body and phrase.first < cue.token and _may_follow(before, scene.tokens[cue.token]):
            found.append(index)
    return found[:1]


def people_alone(cue: Cue, tokens: Sequence[Token]) -> bool:
    """«Исследователи займутся …»: the people of a body that was spoken of before, as the subject."""
    if cue.use != "active":
        return False
    near = [i for i in (cue.token - 1, cue.token + 1, cue.token - 2) if 0 <= i < len(tokens)]
    return any(
        r.lemma in words("people", "of_bodies") and r.case == "nom" and _is_of(tokens[cue.token], r.number)
        for i in near
        for r in tokens[i].readings
        if r.pos == "NOUN"
        and not (i + 1 < len(tokens) and i + 1 != cue.token and tokens[i + 1].has("NOUN", "gen"))
    )


def _is_of(verb: Token, number: str) -> bool:
    return verb.readings[0].number == number


def _may_follow(noun: Token, verb: Token) -> bool:
    said, named = verb.readings[0], noun.readings[0]
    if named.case != "nom" or named.animate:
        return False
    return said.number == named.number and (not said.gender or said.gender == named.gender)


def by_people(cue: Cue, scene: Scene, near: Sequence[Placed], has_subject: bool) -> Iterator[Argument]:
    """«учёные университета изучают …», «участников форума приветствовал …»: people of a body or an event."""
    last: tuple[str, Phrase] | None = None
    for index, phrase in near:
        role = _of_people(cue, scene, phrase, has_subject)
        if not role and last and _follows_in_list(scene, last[1], phrase):
            role = last[0]  # «представители Анголы, Бразилии и …»
        last = (role, phrase) if role else None
        if role:
            yield Argument(role, index)


def _of_people(cue: Cue, scene: Scene, phrase: Phrase, has_subject: bool) -> str:
    """The part of the people before a body or an event in the genitive, or behind «из»."""
    away = 1 if "gen" in phrase.roles else 2 if "from" in phrase.roles else 0
    noun = scene.tokens[phrase.first - away] if away and phrase.first >= away else None
    lemmas = {r.lemma for r in noun.readings if r.pos == "NOUN"} if noun else set()
    if lemmas & words("people", "of_events") and "Event" in phrase.mention.types:
        return "at"
    if noun is None or not lemmas & words("people", "of_bodies"):
        return ""
    if _is_object_noun(noun):
        return "obj"
    if has_subject or not (cue.frame == "specialize" or noun.has("NOUN", "nom")):
        return ""
    return "obj" if cue.use == "passive" and cue.frame != "specialize" else "subj"


def _follows_in_list(scene: Scene, last: Phrase, phrase: Phrase) -> bool:
    between = scene.tokens[last.stop : phrase.first]
    listed = bool(between) and all(t.lower in words("lists", "equal") for t in between)
    return listed and kind_of(last.mention.types) == kind_of(phrase.mention.types)


def _is_object_noun(noun: Token) -> bool:
    """«собрал представителей университета»: a noun in the accusative that is no nominative."""
    return noun.has("NOUN", "acc") and not noun.has("NOUN", "nom")


def agents_people(scene: Scene, near: Sequence[Placed], passive: bool) -> Iterator[Argument]:
    """«создан командой университета»: what people of a body do is the body's doing."""
    for index, phrase in near if passive else ():
        before = scene.tokens[phrase.first - 1] if phrase.first and "gen" in phrase.roles else None
        if before and any(
            r.pos == "NOUN" and r.case == "ins" and r.lemma in words("people", "of_bodies")
            for r in before.readings
        ):
            yield Argument("agent", index)
