"""What stands around one phrase of a sentence: the features that do not depend on the other thing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from baygraph.annotation import Token
from baygraph.extract.facts import Fact, Told
from baygraph.extract.signatures import (
    AGREEMENT,
    EVENT,
    FACILITY,
    FIELD,
    GOAL,
    INSTITUTION,
    PERSON,
    PLACE,
    PROGRAM,
    PROJECT,
    members_of,
)  # fmt: skip
from baygraph.extract.things import Gathered, Thing
from baygraph.languages.pack import Cue, Phrase, Reading

GROUPS: Sequence[tuple[str, frozenset[str]]] = (
    ("place", PLACE), ("field", FIELD), ("goal", GOAL), ("person", PERSON), ("event", EVENT),
    ("program", PROGRAM), ("project", PROJECT), ("agreement", AGREEMENT),
    ("government", members_of("GovernmentBody")), ("company", members_of("Company")),
    ("school", members_of("University") | members_of("ResearchInstitute")),
    ("facility", FACILITY), ("institution", INSTITUTION),
)  # fmt: skip
GROUP_OF: Mapping[str, str] = {cls: name for name, classes in reversed(GROUPS) for cls in classes}
VERB_REACH = 12  # tokens
MANY = 4
CLOSING = frozenset(".;；。")

Roles = tuple[Cue, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document speaks of its things: how often, which of a group most, what the rules say of each."""

    often: Mapping[int, int]
    foremost: frozenset[int]
    said: Mapping[int, Sequence[str]]


def standing(gathered: Gathered, said: Iterable[Fact]) -> Standing:
    """Count the mentions of a document's things and the facts of the rules."""
    often = Counter({t.id: len(t.mentions) for t in gathered.things})
    most: dict[str, Thing] = {}
    for thing in gathered.things:
        group = GROUP_OF[thing.type]
        if thing.mentions and (group not in most or often[thing.id] > often[most[group].id]):
            most[group] = thing
    told: dict[int, set[str]] = {}
    for fact in said:
        told.setdefault(fact.subject, set()).add(f"is subject {fact.prop}")
        told.setdefault(fact.object, set()).add(f"is object {fact.prop}")
    return Standing(
        often, frozenset(t.id for t in most.values()), {id_: sorted(of) for id_, of in told.items()}
    )


def roles_of(sentence: Told) -> list[Roles]:
    """The parts that the phrases of a sentence play beside each cue."""
    return [(cue, {a.phrase: a.role for a in arguments}) for cue, arguments in sentence.cues]


def around(reading: Reading, index: int, thing: Thing, roles: Sequence[Roles], stands: Standing) -> list[str]:
    """The features of a phrase and its thing."""
    phrase, tokens = reading.phrases[index], reading.sentence.tokens
    return [
        f"group {GROUP_OF[thing.type]}",
        f"class {thing.type}",
        f"kind {thing.kind}",
        f"mention {phrase.mention.kind}",
        f"rule {phrase.mention.rule}",
        f"head {tokens[phrase.mention.head].lemma}",
        f"often {min(stands.often[thing.id], MANY)}",
        "foremost" if thing.id in stands.foremost else "aside",
        "inside" if phrase.host >= 0 else "free",
        "opening" if reading.sentence.index == 0 else "later",
        *stands.said.get(thing.id, ()),
        *(
            f"with {t.lemma}"
            for t in (
                *tokens[phrase.first : phrase.mention.first],
                *tokens[phrase.mention.stop : phrase.stop],
            )
        ),
        *(f"role {role}" for role in sorted(phrase.roles)),
        *_neighbours(tokens, phrase),
        *(f"part {cue.frame} {parts[index]}" for cue, parts in roles if index in parts),
    ]


def _neighbours(tokens: Sequence[Token], phrase: Phrase) -> Iterator[str]:
    yield f"before {tokens[phrase.first - 1].lemma}" if phrase.first else "first"
    yield f"after {tokens[phrase.stop].lemma}" if phrase.stop < len(tokens) else "last"
    for name, at in (("verb before", _verb(tokens, phrase, -1)), ("verb after", _verb(tokens, phrase, 1))):
        if at >= 0:
            yield f"{name} {tokens[at].lemma}"


def _verb(tokens: Sequence[Token], phrase: Phrase, step: int) -> int:
    """The place of the nearest verb on one side of a phrase in its clause, or -1."""
    start = phrase.first - 1 if step < 0 else phrase.stop
    end = max(start - VERB_REACH, -1) if step < 0 else min(start + VERB_REACH, len(tokens))
    for at in range(start, end, step):
        if tokens[at].text in CLOSING:
            break
        if tokens[at].pos == "VERB":
            return at
    return -1
