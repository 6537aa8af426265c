"""Who a clause is about: its own subject, or that of the clauses before it."""

from collections.abc import Sequence
from functools import cache

from baygraph.languages.pack import Cue, Phrase
from baygraph.languages.zh.clauses import Clause
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.phrases import continues
from baygraph.languages.zh.scene import BODIES, MADE, PEOPLE, Indexed, Scene, list_of
from baygraph.languages.zh.structural import OWNERS
from baygraph.languages.zh.wide import NOMINATIVE
from baygraph.languages.zh.words import by_word, words

FOUNDED = MADE | {"ResearchInstitute", "Company", "Institution", "University", "Association"}
ELLIPTIC = 12  # tokens of a clause that only tells who does it: «B承办»
ATTRIBUTE = 7  # tokens from a verb to the 的 of its clause


def subjects_of(cue: Cue, scene: Scene, bare: Sequence[Indexed]) -> list[int]:
    """The last phrase before the verb that no other noun owns, with the list that it ends."""
    free = [(i, p) for i, p in bare if not _is_owner(p, scene, cue.token)]
    if not free:
        return _all_before(cue, scene)
    found = [free[-1]]
    for index, phrase in reversed(free[:-1]):
        if _is_address(phrase, found[-1][1]):
            found[-1] = (found[-1][0], found[-1][1]._replace(first=phrase.first))
            continue
        if _is_of_team(phrase, scene):
            continue
        if not continues(scene.tokens, phrase, found[-1][1]):
            break
        found.append((index, phrase))
    if kind_of(found[0][1].mention.types) == "field" and cue.frame != "specialize":
        return []
    if cue.frame == "attend" and _is_caused(scene, found[0][1].stop, cue.token):
        return []
    return [i for i, _ in _over_commas(scene, found[::-1])]


def _is_address(phrase: Phrase, following: Phrase) -> bool:
    """«东莞松山湖高新区»: the city only tells where the district is that does it."""
    places = kind_of(phrase.mention.types) == kind_of(following.mention.types) == "place"
    return places and phrase.stop == following.first


def _is_of_team(phrase: Phrase, scene: Scene) -> bool:
    """«深圳大学机器人团队»: a field between a body and its people."""
    behind = scene.tokens[phrase.stop].lemma if phrase.stop < len(scene.tokens) else ""
    return kind_of(phrase.mention.types) == "field" and behind in words("guests", "teams")


def _is_caused(scene: Scene, first: int, verb: int) -> bool:
    """«A邀请企业参加B»: who is invited takes part."""
    return any(t.lemma in words("causing", "words") for t in scene.tokens[first:verb])


def _over_commas(scene: Scene, found: list[Indexed]) -> list[Indexed]:
    """«A局局长B，C大学校长D等出席»: a list of subjects goes back over commas."""
    at, kind = scene.own, kind_of(found[0][1].mention.types)
    while at > 0 and scene.clauses[at].after in "，," and _opens(scene, scene.clauses[at], found[0][1]):
        before = scene.clauses[at - 1]
        inside = [(i, p) for i, p in scene.within(before.first, before.stop) if p.roles == found[0][1].roles]
        if not inside or inside[-1][1].stop != before.stop or not _is_list(scene, before, kind):
            break
        found, at = [*inside, *found], at - 1
    return found


def _opens(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase is the first thing in its clause, conjunctions aside."""
    return all(t.lemma in words("conjunctions", "words") for t in scene.tokens[clause.first : phrase.first])


def _is_list(scene: Scene, clause: Clause, kind: str) -> bool:
    """Say whether a clause holds nothing but phrases of a kind and marks between them."""
    inside = scene.within(clause.first, clause.stop)
    held = {i for _, p in inside for i in range(p.first, p.stop)}
    return all(kind_of(p.mention.types) == kind for _, p in inside) and all(
        i in held or scene.tokens[i].lemma in words("conjunctions", "words")
        for i in range(clause.first, clause.stop)
    )


def _all_before(cue: Cue, scene: Scene) -> list[int]:
    """«双方将共建A»: all bodies and places of the clause before."""
    clause = scene.clauses[scene.own]
    if scene.own == 0 or not any(
        t.lemma in words("pronouns", "all") for t in scene.tokens[clause.first : cue.token]
    ):
        return []
    for before in reversed(scene.clauses[: scene.own]):
        found = [
            i
            for i, p in scene.within(before.first, predicate_of(scene, before))
            if kind_of(p.mention.types) in OWNERS and p.roles & {"nom", "with"}
        ]
        if found:
            own = topic_of(scene, BODIES) if len(found) == 1 else []
            return list(dict.fromkeys((*own, *found)))
    return []


def _is_owner(phrase: Phrase, scene: Scene, verb: int) -> bool:
    """«深圳的企业», «深圳经济»: the phrase only describes a noun that is no phrase itself."""
    after = phrase.stop
    if any(t.lemma in words("goals", "nouns") for t in scene.tokens[after : after + 4]):
        return False
    return after < verb and scene.tokens[after].lemma in words("occasions", "owners")


def topic_of(scene: Scene, wanted: frozenset[str], made: bool = False) -> list[int]:
    """A clause without a subject takes that of the nearest clause before it that has a fitting one."""
    if _has_own_noun(scene):
        return []
    for clause in reversed(scene.clauses[: scene.own]):
        verb = predicate_of(scene, clause)
        bare = [(i, p) for i, p in scene.within(clause.first, clause.stop) if p.roles == NOMINATIVE]
        leading = [p for _, p in bare if p.first < verb and is_wanted(p, wanted)] or scene.tokens[
            min(verb, clause.stop - 1)
        ].lemma not in words("existential", "words")
        before = [(i, p) for i, p in bare if (p.first < verb or not leading) and is_wanted(p, wanted)]
        before = [(i, p) for i, p in before if not _describes(p, scene, clause)]
        if made:
            before = [(i, p) for i, p in before if p.mention.types[0] in MADE | {"Association"} or p.plural]
        reports = _is_report(scene, verb, clause, before)
        if reports or _is_elliptic(scene, clause):
            continue
        if before and (before[0][1].plural or before[0][1].mention.kind == "anaphor"):
            listed = [(i, p) for i, p in bare if p.first > verb]
            if listed and verb < clause.stop and scene.tokens[verb].lemma in words("linking", "verbs"):
                return list_of(scene, listed[:1], listed[1:])
        if not before and verb < clause.stop and scene.tokens[verb].lemma in words("called", "naming"):
            before = [(i, p) for i, p in bare if p.first > verb and kind_of(p.mention.types) in wanted]
        if before:
            found = list_of(scene, before[:1], before[1:])
            return found[:1] if _is_deal(scene, clause) and not is_joint(scene) else found
    if wanted == PEOPLE:
        return []
    entry = [i for i, p in scene.phrases if p.mention.rule == "told-body"]
    unsaid = "unsaid-doer" if scene.aims else "unsaid-subject"
    return entry or [i for i, p in scene.phrases if p.mention.rule == unsaid]


def is_wanted(phrase: Phrase, wanted: frozenset[str]) -> bool:
    """Say whether a phrase is of a kind; projects are run as programmes are."""
    project = "program" in wanted and phrase.mention.types[0] == "Project"
    return project or kind_of(phrase.mention.types) in wanted


def _is_report(scene: Scene, verb: int, clause: Clause, subjects: Sequence[Indexed]) -> bool:
    """«A表示，» has no topic of what follows, but a body that announces something does it."""
    if verb >= clause.stop or scene.tokens[verb].lemma not in words("reporting", "words"):
        return False
    body = bool(subjects) and kind_of(subjects[-1][1].mention.types) == "body"
    return not (body and scene.tokens[verb].lemma in words("reporting", "announcing"))


def made_before(scene: Scene) -> list[int]:
    """«A设立B，主攻C»: what the clause before founds is what the next one tells of."""
    for clause in reversed(scene.clauses[max(0, scene.own - 2) : scene.own]):
        for at in range(clause.first, clause.stop):
            founds = "found" in by_word("cues").get(scene.tokens[at].lemma, ()) and not scene.held(at)
            inside = scene.within(clause.first, clause.stop)
            if founds and any("agent" in p.roles for _, p in inside):
                return []  # «A由B出资、C运营»
            behind = [i for i, p in inside if p.first > at and p.mention.types[0] in FOUNDED]
            if founds and behind:
                return behind[-1:]
        if scene.within(clause.first, clause.stop):
            return []
    return []


def _is_deal(scene: Scene, clause: Clause) -> bool:
    """«A与B签约，将建设C»: what A goes on to do, it does alone."""
    tokens = scene.tokens[clause.first : clause.stop]
    return any(t.lemma in words("together", "words") for t in tokens)


def is_joint(scene: Scene) -> bool:
    """«将共同筹建C»: the clause says that both do it."""
    clause = scene.clauses[scene.own]
    return any(
        t.lemma in words("joint", "verbs")
        or ("found" in by_word("cues").get(t.lemma, ()) and t.lemma[0] in words("joint", "beginnings"))
        for t in scene.tokens[clause.first : clause.stop]
    )


def partners_before(scene: Scene) -> list[int]:
    """«A与B达成共识，将共同筹建C»: with whom the clauses before say that it is done."""
    if not is_joint(scene):
        return []
    first = scene.clauses[max(0, scene.own - 2)].first
    return [i for i, p in scene.within(first, scene.clauses[scene.own].first) if "with" in p.roles]


def _describes(phrase: Phrase, scene: Scene, clause: Clause) -> bool:
    """«A内的B»: the first of two phrases that 的 ties is no topic."""
    near = [n for n in range(phrase.stop, min(phrase.stop + 2, clause.stop)) if scene.tokens[n].lemma == "的"]
    return bool(near) and any(near[0] < p.first <= near[0] + 3 for _, p in scene.phrases)


def _has_own_noun(scene: Scene) -> bool:
    """A noun that is no phrase before the verb is its subject («项目涵盖…»)."""
    clause = scene.clauses[scene.own]
    announcing = by_word("cues")
    verbs = (
        i for i in range(clause.first, clause.stop) if scene.is_verb(i) or scene.tokens[i].lemma in announcing
    )
    verb = next(verbs, clause.stop)
    spoken = (
        i for i in range(clause.first, verb) if not any(p.first <= i < p.stop for _, p in scene.phrases)
    )
    nouns = [i for i in spoken if tag(scene.tokens[i]) in {"n", "nz", "l"}]
    return any(scene.tokens[i].lemma not in _no_subjects() and not _is_object(scene, i) for i in nouns)


@cache
def _no_subjects() -> frozenset[str]:
    return words("no_subject", "nouns") | words("specializing", "directions")


def _is_object(scene: Scene, at: int) -> bool:
    """«以此为契机», «在会上»: the noun belongs to a preposition before it."""
    return any(
        tag(t) in {"p", "d", "vn"} for t in scene.tokens[max(scene.clauses[scene.own].first, at - 3) : at]
    )


def _is_elliptic(scene: Scene, clause: Clause) -> bool:
    """«…由A主办，B承办，吸引了…»: who does something to what stands before is no topic."""
    last = scene.tokens[clause.stop - 1].lemma
    if clause.stop - clause.first > ELLIPTIC:
        return False
    frames = set(by_word("cues").get(last, ()))
    elliptic = bool(frames & {"hold", "found"}) or last in words("elliptic", "words")
    if any("agent" in p.roles for _, p in scene.within(clause.first, clause.stop)):
        return False
    return elliptic and last not in words("intransitive", "words")


def predicate_of(scene: Scene, clause: Clause) -> int:
    """The first predicate of a clause, or its end."""
    linking = words("linking", "verbs")
    found = (
        i for i in range(clause.first, clause.stop) if scene.is_verb(i) or scene.tokens[i].lemma in linking
    )
    return next((i for i in found if not _is_in_attribute(scene, i, clause)), clause.stop)


def _is_in_attribute(scene: Scene, verb: int, clause: Clause) -> bool:
    """«以压铸见长的A»: a verb before 的 and a name."""
    behind = range(verb + 1, min(verb + ATTRIBUTE, clause.stop))
    end = next((i for i in behind if scene.tokens[i].lemma == "的"), -1)
    stop = next((p.stop for _, p in scene.phrases if p.first == end + 1), 0) if end > 0 else 0
    return stop > 0 and any(scene.is_verb(i) for i in range(stop, clause.stop))
