"""Which things and facts of a document are published, and why others are not."""

from collections.abc import Iterable, Sequence

from baygraph.annotation import Annotated
from baygraph.extract.facts import Fact
from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION
from baygraph.extract.things import Gathered, Thing
from baygraph.model import Rejection
from baygraph.terms import SIGNATURES

SYMMETRIC = frozenset({"cooperatesWith"})
UNSURE = frozenset({"described", "adjective"})
# A name of which nothing around it says a class.
GUESSED = "capitalized-name-alone"
UNTIED = "only described or inside a name, and no fact ties it to anything"
DOUBTED = "its name and what stands around it speak against a thing"
# A fact about a field alone does not make a described thing worth a node.
TYING = frozenset(SIGNATURES) - {"field", "affiliatedWith", "cooperatesWith", "pursues", "about"}


def kept_things(gathered: Gathered, facts: Iterable[Fact], counted: frozenset[int]) -> frozenset[int]:
    """Named things always; described ones, and fields that only names hold, when a fact ties them.

    Goals are kept when someone pursues them.
    """
    tied = {end for f in facts if f.prop in TYING for end in (f.subject, f.object)}
    tied |= {f.subject for f in facts if f.prop == "field" and not f.rule.startswith("field-in-")}
    tied |= {f.object for f in facts if f.prop == "field" or f.rule.startswith("lead-")}
    pursued = {f.object for f in facts if f.prop == "pursues"}
    any_fact = {end for f in facts for end in (f.subject, f.object)}

    def is_kept(thing: Thing) -> bool:
        if thing.type == "Goal":
            return thing.id in pursued
        if all(m.rule == GUESSED for m in thing.mentions) or (thing.type == "Field" and not thing.alone):
            return thing.id in any_fact | counted
        return thing.kind not in UNSURE or thing.id in tied | counted

    return frozenset(t.id for t in gathered.things if is_kept(t))


def best_facts(facts: Iterable[Fact], kept: frozenset[int]) -> tuple[Fact, ...]:
    """One fact for each statement, the surest first; facts of things that are not kept are dropped."""
    out: dict[tuple[int, str, int, str], list[Fact]] = {}
    for fact in facts:
        if fact.subject in kept and fact.object in kept and fact.subject != fact.object:
            if fact.prop in SYMMETRIC and fact.subject > fact.object:
                fact = fact._replace(subject=fact.object, object=fact.subject)
            out.setdefault((fact.subject, fact.prop, fact.object, fact.modality), []).append(fact)
    return tuple(max(group, key=lambda f: (f.confidence, -f.span.start)) for group in out.values())


def left_out(
    annotated: Annotated, gathered: Gathered, kept: frozenset[int], doubtful: frozenset[int]
) -> tuple[Rejection, ...]:
    """The things that are not published, and whether that is because they are doubtful."""
    return tuple(
        _rejection(annotated, thing, DOUBTED if thing.id in doubtful else UNTIED)
        for thing in gathered.things
        if thing.id not in kept
    )


def _rejection(annotated: Annotated, thing: Thing, reason: str) -> Rejection:
    mention = thing.mentions[0]
    return Rejection(mention.span, annotated.quote(mention.span), thing.type, reason, mention.rule)


def rank(thing: Thing) -> int:
    """How likely a thing is what a text is about, by its class."""
    kinds: Sequence[frozenset[str]] = (FACILITY, INSTITUTION, EVENT)
    return next((len(kinds) - i for i, kind in enumerate(kinds) if thing.type in kind), 0)
