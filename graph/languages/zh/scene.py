"""A cue's surroundings: clauses, the phrases in them, and which of them stand together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baygraph.annotation import Token
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.zh.clauses import Clause
from baygraph.languages.zh.cues import SEATED
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.phrases import continues
from baygraph.languages.zh.wide import NOMINATIVE
from baygraph.languages.zh.words import by_word, words

Indexed = tuple[int, Phrase]
REACH, LISTED = 12, 3  # tokens from a verb to 的, and back to the mark of a list
# Verbs whose subject, where they have no object, is what they are done to: 园区启用, 论坛举行.
THEMATIC = frozenset({"found", "hold", "sign", "run", "creates", "join"})
ANYTHING = frozenset({"body", "place", "event", "program", "person", "field"})
MADE = frozenset({"Facility", "Event", "Project", "Program", "Agreement", "Policy", *SEATED}) - {
    "ResearchInstitute",
    "Company",
    "Institution",
}
EVENTS = frozenset({"Event"})
PEOPLE = frozenset({"person"})
BODIES = frozenset({"body"})
THEME_OF = {
    "found": frozenset({"body"}), "hold": frozenset({"event"}), "run": frozenset({"program"}),
    "sign": frozenset({"body"}),
    "join": frozenset({"body"}), "own": frozenset({"body"}), "creates": frozenset({"body"}),
}  # fmt: skip
INTRANSITIVE = frozenset({"locate", "settle", "enter", "specialize", "attend", "cooperate"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A cue's surroundings: tokens, outer phrases with indexes, clauses, its own clause; a goal or not."""

    tokens: Sequence[Token]
    phrases: Sequence[Indexed]
    clauses: tuple[Clause, ...]
    own: int
    aims: bool = False

    def within(self, first: int, stop: int) -> list[Indexed]:
        """The phrases that begin in a stretch of tokens."""
        return [(i, p) for i, p in self.phrases if first <= p.first < stop]

    def is_verb(self, at: int) -> bool:
        """Say whether a token outside names is a predicate."""
        token = self.tokens[at]
        return (
            tag(token) in {"v", "vg"}
            and token.lemma not in words("name_verbs", "words")
            and not self.held(at)
        )

    def held(self, at: int) -> bool:
        """Say whether a token lies in a phrase."""
        return any(
            p.mention.first <= at < p.mention.stop
            for _, p in self.phrases
            if p.mention.kind not in {"plural", "zero"}
        )


def near_left(cue: Cue, scene: Scene, clause: Clause) -> list[Indexed]:
    """The phrases before a verb in its clause, back to the verb before it."""
    first = next(
        (
            i + 1
            for i in range(cue.token - 1, clause.first - 1, -1)
            if scene.tokens[i].lemma == "的" and not _is_inner(scene, i, clause)
        ),
        clause.first,
    )
    return scene.within(first, cue.token)


def _is_inner(scene: Scene, at: int, clause: Clause) -> bool:
    """«由A与其控股的B兴建», «在A的B开幕»: 的 inside a list of those who do it, or before a site."""
    if any(p.first <= at < p.mention.first for _, p in scene.phrases):
        return True
    if any(_is_of_site(scene, p, at) for _, p in scene.within(clause.first, at)):
        return True
    before = any("agent" in p.roles for _, p in scene.within(clause.first, at))
    return before and any("agent" in p.roles for _, p in scene.phrases if p.first == at + 1)


def _is_of_site(scene: Scene, place: Phrase, at: int) -> bool:
    """«在慕尼黑东站附近的老酒厂办了A»: a place behind 在, and a site that is no name behind 的."""
    opened = place.first > 0 and scene.tokens[place.first - 1].lemma in words("prepositions_plain", "words")
    site = scene.tokens[at + 1 : at + 4]
    verb = next((n for n, t in enumerate(site) if tag(t) in {"v", "vg"} or t.lemma in by_word("cues")), 0)
    plain = all(tag(t)[0] in "nas" and not scene.held(at + 1 + n) for n, t in enumerate(site[:verb]))
    return opened and kind_of(place.mention.types) == "place" and verb > 0 and plain and at - place.stop < 4


def marked_in(near: Sequence[Indexed]) -> Iterator[Argument]:
    """The phrases whose part the word before them says."""
    for index, phrase in near:
        if phrase.roles != NOMINATIVE and "other" not in phrase.roles:
            yield from (Argument("in" if role == "loc" else role, index) for role in sorted(phrase.roles))


def right_of(cue: Cue, scene: Scene, clause: Clause) -> list[Indexed]:
    """The phrases behind a verb, as far as its clause and the lists that go on after a comma reach."""
    if cue.token + 1 < len(scene.tokens) and scene.tokens[cue.token + 1].text == "、":
        return []  # «由A主办、B运营»
    return until_verb(scene, scene.within(cue.token + 1, _list_end(scene, clause)), cue.token)


def _list_end(scene: Scene, clause: Clause) -> int:
    stop, at = clause.stop, scene.own + 1
    while at < len(scene.clauses) and scene.clauses[at].after in "，,":
        first = scene.tokens[scene.clauses[at].first].lemma
        if first not in words("lists", "continuing") or _has_verb(scene, scene.clauses[at]):
            break
        stop, at = scene.clauses[at].stop, at + 1
    return stop


def _has_verb(scene: Scene, clause: Clause) -> bool:
    return any(scene.is_verb(i) for i in range(clause.first + 1, clause.stop))


def until_verb(scene: Scene, found: Sequence[Indexed], start: int = -1) -> list[Indexed]:
    """The phrases before the next predicate; verbs right behind the cue belong to it (参与发起)."""
    if not found:
        return []
    begin = found[0][1].first if start < 0 else start + 1
    while start >= 0 and begin < len(scene.tokens) and scene.is_verb(begin):
        begin += 1
    last = found[-1][1].first
    stop = next((i for i in range(begin, last) if scene.is_verb(i) and not _is_relative(scene, i)), last + 1)
    return [(i, p) for i, p in found if p.first < stop]


def _is_relative(scene: Scene, verb: int) -> bool:
    """«A、B以及可容纳60家企业的C»: a verb in what describes an item of a list."""
    behind = scene.tokens[verb : verb + REACH]
    end = next((verb + n for n, t in enumerate(behind) if t.lemma == "的"), -1)
    joined = any(
        t.lemma in words("conjunctions", "words") for t in scene.tokens[max(0, verb - LISTED) : verb]
    )
    return joined and any(p.first == end + 1 for _, p in scene.phrases)


def described_by(cue: Cue, scene: Scene, right: Sequence[Indexed]) -> list[int]:
    """«主持仪式的A», «从事B研究的用户»: who stands behind the object and 的; -1 for a common noun."""
    objects = [p for _, p in right if p.roles == NOMINATIVE and p.first > cue.token]
    first, at = cue.token + 1, objects[0].stop if objects else len(scene.tokens)
    while first < at and scene.is_verb(first):
        first += 1
    if any(scene.is_verb(i) for i in range(first, min(at, len(scene.tokens)))):
        return []
    while at < len(scene.tokens) and at < cue.token + REACH and scene.tokens[at].text.isalnum():
        if scene.tokens[at].lemma == "的":
            return [i for i, p in scene.phrases if p.first == at + 1] or [-1]
        if scene.is_verb(at):
            return []
        at += 1
    return []


def objects_in(right: Sequence[Indexed], scene: Scene) -> list[int]:
    """The object among the phrases behind a verb, with its list."""
    bare = [(i, p) for i, p in right if p.roles == NOMINATIVE]
    at = 0
    while at + 1 < len(bare) and _modifies(bare[at][1], bare[at + 1][1], scene):
        at += 1
    return list_of(scene, bare[at : at + 1], bare[at + 1 :])


def _modifies(phrase: Phrase, following: Phrase, scene: Scene) -> bool:
    """«设立面向青年的A»: a phrase before 的 belongs to the one after it."""
    between = [
        t for t in scene.tokens[phrase.stop : following.first] if t.lemma not in words("light", "words")
    ]
    attribute = kind_of(phrase.mention.types) in {"place", "field"}
    return any(t.lemma == "的" for t in between) or (not between and attribute)


def listed_before(scene: Scene, found: Sequence[int]) -> list[int]:
    """The last of some phrases, with those that a list ties to it."""
    phrases, out = dict(scene.phrases), list(found[-1:])
    for index in reversed(found[:-1]):
        if not continues(scene.tokens, phrases[index], phrases[out[0]]):
            break
        out.insert(0, index)
    return out


def list_of(scene: Scene, first: Sequence[Indexed], others: Sequence[Indexed]) -> list[int]:
    """A phrase and those that marks of a list tie to it."""
    found = list(first)
    for index, phrase in others:
        if found and continues(scene.tokens, found[-1][1], phrase):
            found.append((index, phrase))
    return [i for i, _ in found]


def verb_between(scene: Scene, first: int, cue: int) -> bool:
    """Say whether another predicate stands before a verb; those right before it belong to it (参与发起)."""
    stop = cue
    while stop > first and scene.is_verb(stop - 1):
        stop -= 1
    return any(scene.is_verb(i) for i in range(first, stop))
