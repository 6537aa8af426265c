"""The parts beside an announcing noun: «создание A», «организатор B — C», «сотрудничество с D»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.participles import described
from baygraph.languages.ru.phrases import adjectival
from baygraph.languages.ru.relatives import before_relative, relative_pronoun
from baygraph.languages.ru.scene import PREPOSITIONAL, Placed, Scene
from baygraph.languages.ru.verbs import of_verb, region
from baygraph.languages.ru.words import lexicon, words

NEAR = 4  # tokens between a noun and the genitive that it governs


def of_noun(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """What the noun is said of, who is it or does it, and the places around."""
    theme = tuple(_theme(cue, scene)) or tuple(_speaks_of(cue, scene))
    yield from (Argument("of", i) for i in theme)
    role = cue.word in role_nouns() or _is_label(cue, scene)
    settled = cue.frame == "cooperate" and theme
    holders = tuple(_holders(cue, scene, theme)) if role else () if settled else tuple(_doers(cue, scene))
    yield from (Argument("subj", i) for i in holders)
    yield from _in_which(scene)
    end = min(scene.nominal_end(), scene.end)
    for i, p in scene.within(scene.piece.first, end):
        after = p.first > cue.token
        beside = {"in", "at", "with", "together"} if cue.frame == "cooperate" else {"in", "at"}
        if p.roles & PREPOSITIONAL and (after or p.roles & beside):
            yield from (Argument(role, i) for role in sorted(p.roles & PREPOSITIONAL))
        elif after and not role and "ins" in p.roles and "nom" not in p.roles:
            yield Argument("agent", i)


def _is_label(cue: Cue, scene: Scene) -> bool:
    """«Приветственное слово: ректор А», «Доклад — Б»: a deed before the mark, who does it after it."""
    return scene.tokens[min(cue.token + 1, len(scene.tokens) - 1)].text in words("clauses", "equations")


def _in_which(scene: Scene) -> Iterator[Argument]:
    """«Аугсбург, где находится головной офис A»: the place before the relative clause."""
    found = relative_pronoun(scene)
    index = (
        before_relative(scene, found[1]) if found and found[1].lemma in words("relative", "where") else None
    )
    yield from () if index is None else (Argument("in", index),)


def role_nouns() -> frozenset[str]:
    """Nouns for who does something («организатор», «учредитель»), not for what is done («создание»)."""
    return words("role_nouns", "words") | words("titles", "words")


def _theme(cue: Cue, scene: Scene) -> Iterator[int]:
    """The genitives after the noun, a possessive before it, or the relative clause's «которого»."""
    after = [
        (i, p) for i, p in scene.within(cue.token + 1, scene.nominal_end()) if "gen" in p.roles and p.host < 0
    ]
    possessive = [
        i for i, p in scene.phrases
        if p.mention.kind == "pronoun" and "gen" in p.roles and 0 < cue.token - p.first <= NEAR
        and all(adjectival(t) for t in scene.tokens[p.stop : cue.token])
    ]  # fmt: skip
    inner = [(i, p) for i, p in scene.within(cue.token + 1, scene.piece.stop) if "gen" in p.roles]
    inner = [(i, p) for i, p in inner if _governs(_between(scene, cue.token + 1, p.first))]
    first = [(i, p) for i, p in inner if p.first - cue.token <= NEAR][:1] or [
        (i, p) for i, p in inner[:1] if i
    ]
    if first and not possessive:
        yield first[0][0]
        yield from _going_on(scene, first[0], after)
        return
    yield from possessive
    found = relative_pronoun(scene)
    if found and any(r.case == "gen" for r in found[1].readings) and abs(found[0] - cue.token) <= 1:
        index = before_relative(scene, found[1])
        yield from () if index is None else (index,)


def _going_on(scene: Scene, first: Placed, after: Sequence[Placed]) -> Iterator[int]:
    """The genitives that list marks alone tie to the first one."""
    end = first[1].stop
    for index, phrase in after:
        between = scene.tokens[end : phrase.first]
        if index == first[0] or phrase.roles != first[1].roles or phrase.first < end:
            continue
        if any(is_finite(t) or (t.pos == "NOUN" and not t.has("NOUN", "gen")) for t in between):
            return
        yield index
        end = phrase.stop


def _between(scene: Scene, first: int, stop: int) -> list[Token]:
    """The tokens between a noun and what it governs, «в Чжухае» and the like left out."""
    held = {
        i for _, p in scene.phrases if p.roles & {"in"} and first <= p.first and p.stop <= stop
        for i in range(p.first - 1, p.stop)
    }  # fmt: skip
    return [scene.tokens[i] for i in range(first, stop) if i not in held]


def _governs(between: Sequence[Token]) -> bool:
    """A verb, a preposition or another noun between a noun and a genitive parts them."""
    return not any(
        t.pos == "ADP" or is_finite(t) or (t.pos == "NOUN" and not t.has("NOUN", "gen")) for t in between
    )


def _speaks_of(cue: Cue, scene: Scene) -> Iterator[int]:
    """«Университет готовит по трём направлениям: X, Y»: whose the fields after the colon are."""
    verb = verb_of(scene) if cue.frame == "specialize" and cue.word in role_nouns() else None
    colon = scene.nominal_end()
    if verb is not None and colon < len(scene.tokens) and scene.tokens[colon].text == ":":
        yield from subjects_of(cue, scene, verb)


def _doers(cue: Cue, scene: Scene) -> Iterator[int]:
    """«наладил сотрудничество», «объявил о создании»: the subject of the verb that the noun belongs to."""
    token = scene.tokens[cue.token]
    verb = verb_of(scene)
    if verb is None or _has_no_doer(scene.tokens[verb]):
        return
    if scene.tokens[verb].lemma in words("impersonal", "verbs"):
        yield from (i for i, p in scene.phrases if "dat" in p.roles and p.host < 0 and p.first < cue.token)
    elif token.has("NOUN", "acc") or _after_preposition(scene.tokens, cue.token) in words(
        "clauses", "announcing"
    ):
        yield from subjects_of(cue, scene, verb)


def _has_no_doer(verb: Token) -> bool:
    """A passive has none beside it; «договориться», «готовиться» are no passives."""
    reading = verb.readings[0]
    own = ("cooperate", "aim")
    return reading.voice == "pass" or (
        reading.voice == "refl" and not any(reading.lemma in words("cues", f, "verbs") for f in own)
    )


def _after_preposition(tokens: Sequence[Token], at: int) -> str:
    """The preposition before a noun and its adjectives."""
    at -= 1
    while at > 0 and adjectival(tokens[at]):
        at -= 1
    return tokens[at].lower if at >= 0 and tokens[at].pos == "ADP" else ""


def verb_of(scene: Scene, lemmas: frozenset[str] | None = None) -> int | None:
    """The finite verb of the clause, of these lemmas if given."""
    left, right = region(scene)
    if scene.piece.kind == "nominal" and scene.own and scene.pieces[scene.own - 1].kind == "finite":
        left = scene.pieces[scene.own - 1].first
    return next(
        (
            i for i in range(left, right)
            if is_finite(scene.tokens[i]) and (not lemmas or scene.tokens[i].lemma in lemmas)
        ),
        None,
    )  # fmt: skip


def subjects_of(cue: Cue, scene: Scene, verb: int) -> Iterator[int]:
    """The indexes of the phrases that do what a verb says, or that it is done to in the passive."""
    use = "passive" if scene.tokens[verb].readings[0].voice == "pass" else "active"
    outer = replace(scene, phrases=[(i, p) for i, p in scene.phrases if p.host < 0])
    found = of_verb(cue._replace(token=verb, use=use), outer)
    yield from (a.phrase for a in found if a.role == ("obj" if use == "passive" else "subj"))


def _holders(cue: Cue, scene: Scene, theme: Sequence[int]) -> Iterator[int]:
    """Who is the organizer, founder, partner …: by verb, by dash, or side by side."""
    found = list(_by_verb(cue, scene))
    if not found and (cue.frame != "office" or theme):
        found = _by_dash(cue, scene)
    found = found or (_listed(cue, scene) or _beside(cue, scene, theme) if cue.frame != "office" else [])
    yield from (i for i in found if i not in theme)


def _by_verb(cue: Cue, scene: Scene) -> Iterator[int]:
    """«Организаторами выступили A и B», «среди гостей были A и B», «пост ректора занял A»."""
    token, before = scene.tokens[cue.token], _after_preposition(scene.tokens, cue.token)
    two = " ".join(t.lower for t in scene.tokens[max(0, cue.token - 2) : cue.token])
    before = two if two in words("linking", "among") else before
    linking = words("linking", "verbs") | frozenset(lexicon().map("light_verbs").get(cue.word, "").split())
    seated = any(
        t.lemma in words("linking", "seats") for t in scene.tokens[max(0, cue.token - 2) : cue.token]
    )
    if seated:
        linking = words("linking", "seated")
    if not (seated or token.has("NOUN", "ins") or before in words("linking", "among")):
        return
    if scene.piece.kind == "participle":
        subject = of_participle_around(cue, scene)
        yield from () if subject is None else (subject,)
        return
    verb = verb_of(scene, linking)
    if verb is not None:
        yield from subjects_of(cue, scene, verb)


def of_participle_around(cue: Cue, scene: Scene) -> int | None:
    """What the participle describes whose words stand around the cue."""
    own = scene.piece
    verb = next((i for i in range(own.first, own.stop) if scene.tokens[i].pos == "VERB"), None)
    return None if verb is None else described(cue._replace(token=verb), scene)


def _by_dash(cue: Cue, scene: Scene) -> list[int]:
    """«Организаторы форума — A и B», «среди партнёров: A, B», «A — партнёр форума»."""
    tokens, equations = scene.tokens, words("clauses", "equations")
    marks = [i for i, t in enumerate(tokens) if t.text in equations]
    after = next((i for i in marks if i > cue.token), None)
    if after is not None and not any(is_finite(t) for t in tokens[cue.token : after]):
        return _nominatives(scene, after)
    before = next((i for i in reversed(marks) if i < cue.token), None)
    if before is None or not tokens[cue.token].has("NOUN", "nom"):
        return []
    if any(is_finite(t) or t.text == "," for t in tokens[before : cue.token]):
        return []
    return [i for i, p in scene.phrases if p.stop == before and "nom" in p.roles and p.host < 0]


def _listed(cue: Cue, scene: Scene) -> list[int]:
    """«партнёры, а именно A и B», «участники (A, B)»: the list that a plural noun announces."""
    tokens, at = scene.tokens, cue.token + 1
    while at < len(tokens) and any(p.first <= at < p.stop and "gen" in p.roles for _, p in scene.phrases):
        at += 1
    openers = words("lists", "openers") | {"("}
    behind = range(min(at + 4, len(tokens)), at, -1)
    start = next((n for n in behind if " ".join(t.lower for t in tokens[at:n]) in openers), 0)
    cases = {r.case for r in tokens[cue.token].readings if r.pos == "NOUN"}
    ends = ";)" if start and tokens[start - 1].text == "(" else ";"
    stop = next((i for i in range(start, len(tokens)) if is_finite(tokens[i]) or tokens[i].text in ends), 0)
    return [
        i for i, p in scene.within(start, stop or len(tokens)) if p.cases & cases and p.host < 0
    ] if start else []  # fmt: skip


def of_dash(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«В программе форума — A и B»: the place before the dash, what is there after it."""
    for i, p in scene.phrases:
        if p.stop == cue.token:
            yield from (Argument(role, i) for role in sorted(p.roles))
    yield from (Argument("subj", i) for i in _nominatives(scene, cue.token))


def _nominatives(scene: Scene, after: int) -> list[int]:
    """The phrases after a mark up to the next verb or semicolon."""
    stop = next(
        (
            i
            for i in range(after + 1, len(scene.tokens))
            if is_finite(scene.tokens[i]) or scene.tokens[i].text == ";"
        ),
        len(scene.tokens),
    )
    return [i for i, p in scene.within(after, stop) if "nom" in p.roles and p.host < 0]


def _beside(cue: Cue, scene: Scene, theme: Sequence[int]) -> list[int]:
    """«A, организатор форума, …» and «организатор форума A»."""
    cases = {r.case for r in scene.tokens[cue.token].readings if r.pos == "NOUN"}
    comma = cue.token - 1
    while comma > 0 and adjectival(scene.tokens[comma]):
        comma -= 1
    if comma > 0 and scene.tokens[comma].text == ",":
        return [i for i, p in scene.phrases if p.stop == comma and p.cases & cases and p.host < 0]
    ends = [p.stop for i, p in scene.phrases if i in theme]
    return [i for i, p in scene.phrases if p.first in ends and p.cases & cases and "gen" not in cases]
