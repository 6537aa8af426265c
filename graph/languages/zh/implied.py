"""What a sentence says without a verb of its own for it: who was at an event, who helps with what."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.scene import MADE, Scene
from baygraph.languages.zh.wide import NOMINATIVE
from baygraph.languages.zh.words import by_word, words

OWN = frozenset({"known", "named", "loose", "short"})
GUESTS = frozenset({"person", "body"})
OWNERS = frozenset({"body", "place"})
AREAS = frozenset({"Region", "City", "District"})
DOING = frozenset({"nom", "with"})
LINK = 8  # tokens from 是 to the field of a company
FAR = 14  # tokens from a delegation to what it does


def implied(tokens: Sequence[Token], phrases: Sequence[Phrase], held: set[int]) -> Iterator[Cue]:
    """The cues of all that is implied."""
    yield from _copulas(tokens, phrases)
    yield from _parts(tokens, phrases)
    yield from _of_kinds(tokens, phrases)
    for phrase in phrases:
        if phrase.host < 0 and "Event" in phrase.mention.types and _is_setting(tokens, phrase):
            yield Cue("attend", phrase.stop, "at-event", phrase.mention.name)
        if "Policy" in phrase.mention.types[:1] and phrase.mention.kind == "named":
            yield Cue("run", phrase.mention.first, "owner", phrase.mention.name)
        if _is_joint(tokens, phrase):
            yield Cue("found", phrase.mention.first, "joint-name", phrase.mention.name)
        if phrase.mention.rule == "visit":
            yield Cue("attend", phrase.mention.first, "visit", phrase.mention.name)
            yield Cue("locate", phrase.mention.first, "visit", phrase.mention.name)
    for at, token in enumerate(tokens):
        if token.lemma in words("supporting", "words") and at not in held and at:
            yield Cue("join", at, "support", token.lemma)
            yield Cue("attend", at, "support", token.lemma)


def _is_setting(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """«在大会上», «大会期间»."""
    behind = tokens[phrase.stop].lemma if phrase.stop < len(tokens) else ""
    before = tokens[phrase.first - 1].lemma if phrase.first else ""
    return behind in words("occasions", "at") or (behind == "期间" and before in {"在", "，", ""})


def _is_joint(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """«A大学—B大学联合学院»."""
    inside = {t.lemma for t in tokens[phrase.mention.first : phrase.mention.stop]}
    joint = bool(inside & words("joint", "words")) or any("联合" in w for w in inside)
    return joint and phrase.mention.kind == "named" and kind_of(phrase.mention.types) == "body"


def by_implication(cue: Cue, scene: Scene, phrases: Sequence[Phrase]) -> tuple[Argument, ...] | None:
    """The parts of such a cue, or None for any other."""
    if cue.use == "at-event":
        return tuple(_at_event(cue, scene))
    if cue.use == "visit":
        return tuple(_visit(cue, scene.tokens, phrases))
    if cue.use == "support":
        return tuple(_supporters(cue, scene))
    if cue.use in {"part-noun", "fellow-noun"}:
        return tuple(_part(cue, scene))
    if cue.use == "of-kind":
        return tuple(_kind(cue, scene))
    if cue.use == "owner":
        return tuple(_owner(cue, scene, phrases))
    if cue.use == "joint-name":
        return tuple(_joined(cue, phrases))
    return None


def _at_event(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A在大会上与B签约», «大会上，局长C介绍»: those who do something there, as far as the first verb."""
    event = [i for i, p in scene.phrases if p.stop == cue.token and "Event" in p.mention.types]
    guests = _doing(scene, cue.token)
    if event and guests:
        yield Argument("in", event[-1])
        yield from (Argument("subj", i) for i in guests)


def _doing(scene: Scene, at: int) -> list[int]:
    """The doers in the clause of an event where one stands before it, or the people of the next clause."""
    own = scene.clauses[scene.own]
    verb = next((i for i in range(at, own.stop) if scene.is_verb(i)), own.stop)
    near = [(i, p) for i, p in scene.within(own.first, verb) if p.mention.kind in OWN and p.stop != at]
    leads = any(
        p.first < at and p.roles == NOMINATIVE and kind_of(p.mention.types) in GUESTS for _, p in near
    )
    if leads or verb < own.stop or scene.own + 1 == len(scene.clauses):
        return [i for i, p in near if p.roles & DOING and kind_of(p.mention.types) in GUESTS] if leads else []
    after = scene.clauses[scene.own + 1]
    verb = next((i for i in range(after.first, after.stop) if scene.is_verb(i)), after.stop)
    signs = verb < after.stop and "sign" in by_word("cues").get(scene.tokens[verb].lemma, ())
    return [
        i for i, p in scene.within(after.first, verb)
        if "Person" in p.mention.types
        or (signs and p.roles & DOING and kind_of(p.mention.types) == "body" and p.mention.kind in OWN)
    ]  # fmt: skip


def _is_guest(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """«应A邀请»: who invites is no guest."""
    return kind_of(phrase.mention.types) in GUESTS and tokens[phrase.stop].lemma not in words(
        "causing", "words"
    )


def _visit(cue: Cue, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """The delegation and its head before the verb, the places behind it."""
    outer = [(i, p) for i, p in enumerate(phrases) if p.host < 0]
    event = [i for i, p in outer if p.mention.rule == "visit" and p.mention.first == cue.token]
    yield from (Argument("subj" if cue.frame == "locate" else "in", i) for i in event[:1])
    if cue.frame == "attend":
        guests = (i for i, p in outer if p.stop <= cue.token and _is_guest(p, tokens))
        yield from (Argument("subj", i) for i in guests)
    else:
        yield from (Argument("in", i) for i in _places_behind(outer, _verb_of_visit(tokens, cue.token)))


def _verb_of_visit(tokens: Sequence[Token], at: int) -> int:
    """Where the verb stands behind a delegation: 代表团一行12人6月3日访问."""
    verbs = words("visits", "verbs") | words("visits", "going")
    return next((i for i in range(at, min(len(tokens), at + FAR)) if tokens[i].lemma in verbs), at)


def _places_behind(outer: Sequence[tuple[int, Phrase]], at: int) -> Iterator[int]:
    """The list of places right behind a verb."""
    stop = at + 1
    for index, phrase in outer:
        if phrase.first > at and phrase.mention.types[0] in AREAS | {"Country"} and phrase.first - stop < 3:
            stop = phrase.stop
            yield index


def _supporters(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«A为B提供技术支持», «A负责临床验证»: with or without what it is done for."""
    clause = scene.clauses[scene.own]
    near = scene.within(clause.first, cue.token)
    doers = [
        (i, p) for i, p in near
        if p.roles in (NOMINATIVE, frozenset({"agent"}))
        and kind_of(p.mention.types) == "body"
        and p.mention.types[0] not in MADE
        and p.mention.kind in OWN
    ]  # fmt: skip
    if not doers or any(scene.is_verb(i) for i in range(doers[-1][1].stop, cue.token)):
        return
    aim = [i for i, p in near if p.roles & {"for", "to"}]
    before = [i for i, p in scene.phrases if p.first < doers[0][1].first and p.mention.types[0] in MADE]
    unsaid = [i for i, p in scene.phrases if p.mention.rule == "unsaid-undertaking"]
    target = aim[-1:] or before[-1:] or unsaid
    yield from (Argument("subj", i) for i, _ in doers)
    yield from (Argument("obj", i) for i in target)


def _owner(cue: Cue, scene: Scene, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«A局的《办法》», «《A区措施》»: whose a policy is by what stands before it or begins its name."""
    policy = next(
        (i for i, p in enumerate(phrases) if (p.mention.first, p.mention.name) == (cue.token, cue.word)), -1
    )
    edge = cue.token
    while edge and scene.tokens[edge - 1].text in "《“「":
        edge -= 1
    tied = edge > 1 and scene.tokens[edge - 1].lemma == "的"
    owners = [
        i for i, p in scene.phrases if p.stop == edge - 1 and tied and kind_of(p.mention.types) in OWNERS
    ]
    span = phrases[policy].mention.span
    inner = [
        (p.mention.span.end, i) for i, p in enumerate(phrases)
        if span.covers(p.mention.span) and p.mention.types[0] in AREAS
        and phrases[policy].mention.first <= p.mention.first <= phrases[policy].mention.first + 2
    ]  # fmt: skip
    issued = tied and any(scene.is_verb(i) for i in range(max(0, edge - 3), edge - 1))
    if issued and not owners:
        return  # «该局出台的《A区措施》»: the verb says whose it is
    yield Argument("obj", policy)
    yield from (Argument("subj", i) for i in owners or [i for _, i in sorted(inner)[-1:]])


def _joined(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """The bodies of which a joint name is made."""
    whole = next(
        (i for i, p in enumerate(phrases) if (p.mention.first, p.mention.name) == (cue.token, cue.word)), -1
    )
    inner = [
        i for i, p in enumerate(phrases)
        if p.host == whole and kind_of(p.mention.types) == "body" and p.mention.kind in OWN
    ]  # fmt: skip
    if len(inner) > 1:
        yield Argument("obj", whole)
        yield from (Argument("subj", i) for i in inner)


def _copulas(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """«A是B的董事长»: the body before an office that 是 gives to a person."""
    for phrase in phrases:
        at = phrase.stop + (phrase.stop < len(tokens) and tokens[phrase.stop].lemma == "的")
        office = at < len(tokens) and tokens[at].lemma in words("titles", "words")
        before = phrase.first > 0 and tokens[phrase.first - 1].lemma in words("linking", "offices")
        ends = at + 1 >= len(tokens) or tag(tokens[at + 1])[0] in "wup"
        if office and before and ends and kind_of(phrase.mention.types) == "body":
            yield Cue("office", phrase.first - 1, "copula", tokens[at].lemma)


def _parts(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """«A是B的组成部分», «A是B的合作伙伴»: what something is of the body or event before 的."""
    for phrase in phrases:
        noun = _noun_of(tokens, phrase)
        linked = phrase.first > 0 and tokens[phrase.first - 1].lemma in words("parts", "linking")
        if not noun or not linked or phrase.host >= 0:
            continue
        kind = kind_of(phrase.mention.types)
        if noun in words("parts", "nouns") and kind in {"body", "event"}:
            yield Cue("enter", phrase.first - 1, "part-noun", noun)
        elif noun in words("fellows", "nouns") and kind in OWNERS:
            yield Cue("cooperate", phrase.first - 1, "fellow-noun", noun)


def _noun_of(tokens: Sequence[Token], phrase: Phrase) -> str:
    """The noun behind a name and 的, modifiers left out; empty where there is none."""
    at = phrase.stop + (phrase.stop < len(tokens) and tokens[phrase.stop].lemma == "期间")
    if at + 1 >= len(tokens) or tokens[at].lemma != "的":
        return ""
    skipped = words("light", "words") | words("fellows", "skipped")
    behind = (t.lemma for t in tokens[at + 1 : at + 4] if t.lemma not in skipped)
    return next(behind, "")


def _of_kinds(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """«A是国内领先的手术机器人企业»: the field before a word for companies that 是 says one is."""
    kinds = words("brands", "of", "kinds")
    for phrase in phrases:
        behind = tokens[phrase.stop : phrase.stop + 2]
        told = "Field" in phrase.mention.types and phrase.host < 0 and any(t.lemma in kinds for t in behind)
        first = max(0, phrase.first - LINK)
        links = [i for i in range(first, phrase.first) if tokens[i].lemma in words("linking", "kinds")]
        if told and links and not any(t.text in "，。；、" for t in tokens[links[-1] : phrase.first]):
            yield Cue("specialize", links[-1], "of-kind", tokens[links[-1]].lemma)


def _kind(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """The last body before 是 in its clause, and the fields behind it."""
    clause = scene.clauses[scene.own]
    near = scene.within(clause.first, cue.token)
    bodies = [i for i, p in near if kind_of(p.mention.types) == "body" and p.roles == NOMINATIVE]
    fields = [i for i, p in scene.within(cue.token, clause.stop) if kind_of(p.mention.types) == "field"]
    yield from (Argument("subj", i) for i in bodies[-1:])
    yield from (Argument("obj", i) for i in fields)


def _part(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """The last thing before 是, or the first behind it where none is, and the whole or fellow behind it."""
    whole = [(i, p) for i, p in scene.phrases if p.first == cue.token + 1]
    kind = kind_of(whole[0][1].mention.types) if whole else ""
    before = [
        i for i, p in scene.phrases
        if p.stop <= cue.token and kind_of(p.mention.types) == kind and p.mention.kind != "zero"
    ]  # fmt: skip
    stop = scene.clauses[scene.own].stop
    after = [i for i, p in scene.phrases if p.first >= stop]
    after = [i for i in after if kind_of(dict(scene.phrases)[i].mention.types) == kind]
    role = "with" if cue.use == "fellow-noun" else "in"
    yield from (Argument("subj", i) for i in before[-1:] or after[:1])
    yield from (Argument(role, i) for i, _ in whole[:1])


def of_copula(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """The person before 是 and the body behind it."""
    clause = scene.clauses[scene.own]
    people = [i for i, p in scene.within(clause.first, cue.token) if "Person" in p.mention.types]
    people = people or [i for i, p in scene.phrases if "Person" in p.mention.types and p.first < cue.token]
    body = [i for i, p in scene.phrases if p.first == cue.token + 1]
    if people and body:
        yield from (Argument("subj", people[-1]), Argument("of", body[0]))
