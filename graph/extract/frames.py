"""What a cue says: for each frame, which properties stand between which parts.

The frames are the same in every language; a language's TOML lists their words, its grammar finds the parts.
"""

from typing import NamedTuple

from baygraph.extract.signatures import (
    AGREEMENT,
    EVENT,
    FACILITY,
    INSTITUTION,
    PERSON,
    PLACE,
    PROGRAM,
    PROJECT,
)


class Frame(NamedTuple):
    """``subject`` and ``object`` name the parts; the class sets narrow what the property itself allows."""

    cue: str
    prop: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    confidence: float = 0.8
    subject_in: frozenset[str] = frozenset()
    object_in: frozenset[str] = frozenset()


THEME = ("obj", "of")
DOER = ("subj", "agent")
WHERE = ("in", "at")
HOSTED = frozenset({"Workstation"})  # set up by the body that it is at
UNIT = (FACILITY - HOSTED) | {"Institution", "ResearchInstitute"}
WHOLE = frozenset({"University", "ResearchInstitute", "Institution", "Company", "Park"})
WORKING = FACILITY | INSTITUTION | EVENT | PROGRAM | PROJECT | AGREEMENT
SIGNER = INSTITUTION | PLACE | FACILITY
BUILT = FACILITY | INSTITUTION | PROJECT
JOINED = PROGRAM | PROJECT | AGREEMENT

FRAMES: tuple[Frame, ...] = (
    Frame("found", "establishedBy", THEME, DOER),
    Frame(
        "found",
        "establishedBy",
        THEME,
        ("with", "together", "by"),
        0.75,
        object_in=INSTITUTION | PERSON | PLACE | FACILITY,
    ),
    Frame("found", "locatedIn", THEME, ("in",), 0.75, subject_in=BUILT),
    Frame("found", "establishedBy", THEME, ("part",), 0.65, object_in=INSTITUTION | PERSON | PLACE),
    Frame("found", "partOf", THEME, WHERE, 0.65, subject_in=UNIT, object_in=WHOLE | FACILITY),
    Frame("found", "establishedBy", THEME, WHERE, 0.7, HOSTED, WHOLE | FACILITY),
    Frame("locate", "establishedBy", ("subj", "obj"), WHERE, 0.7, HOSTED, WHOLE | FACILITY),
    Frame("found", "creates", ("subj", "at"), THEME, 0.8, subject_in=PROJECT),
    Frame("own", "establishedBy", ("subj",), ("dat",), 0.75, subject_in=BUILT),
    Frame("possess", "establishedBy", ("ins", "obj"), DOER, 0.75, BUILT, INSTITUTION | PERSON),
    Frame("possess", "locatedIn", ("ins", "obj"), ("subj",), 0.7, subject_in=FACILITY),
    Frame("possess", "establishedBy", ("of",), ("subj",), 0.75, subject_in=BUILT),
    Frame("keep", "establishedBy", ("obj",), ("subj",), 0.7, subject_in=BUILT, object_in=INSTITUTION),
    Frame("run", "establishedBy", THEME, DOER, 0.7, subject_in=PROJECT),
    Frame("include", "creates", ("subj",), ("obj",), 0.45, subject_in=PROJECT),
    Frame("offspring", "establishedBy", ("subj",), ("of",), 0.75, subject_in=BUILT),
    Frame("locate", "locatedIn", ("subj", "obj"), ("in",), 0.85),
    Frame("locate", "partOf", ("subj", "obj"), WHERE, 0.65, subject_in=UNIT, object_in=WHOLE | FACILITY),
    Frame("locate", "partOf", ("subj", "obj"), WHERE, 0.75, subject_in=EVENT, object_in=EVENT),
    Frame("hold", "partOf", THEME, WHERE, 0.75, subject_in=EVENT, object_in=EVENT),
    Frame("locate", "participant", ("subj", "obj"), ("part", "head", "together"), 0.75, subject_in=EVENT),
    Frame("locate", "runBy", ("subj",), WHERE, 0.65, PROGRAM, INSTITUTION | FACILITY),
    Frame("attend", "participant", ("in", "at", "of"), ("from",), 0.65, EVENT, INSTITUTION),
    Frame("locate", "organizedBy", ("subj",), ("by",), 0.7, subject_in=EVENT),
    Frame("locate", "establishedBy", ("subj",), ("by",), 0.65, FACILITY, INSTITUTION | PERSON),
    Frame("seat", "locatedIn", ("of", "with"), ("in",), 0.8, INSTITUTION | PROGRAM | FACILITY),
    Frame("venue", "locatedIn", ("of", "for"), ("subj",), 0.75, subject_in=EVENT | FACILITY),
    Frame(
        "venue", "organizedBy", ("of",), ("subj",), 0.7, subject_in=EVENT, object_in=INSTITUTION | FACILITY
    ),
    Frame("accompany", "partOf", ("subj",), ("obj",), 0.65, subject_in=EVENT, object_in=EVENT),
    Frame("accompany", "partOf", ("ins",), ("subj",), 0.65, subject_in=EVENT, object_in=EVENT),
    Frame("include", "partOf", ("from",), ("subj",), 0.7),
    Frame("delegation", "affiliatedWith", ("head",), ("of",), 0.7, subject_in=PERSON),
    Frame("work", "affiliatedWith", ("subj",), ("in", "obj"), 0.7, subject_in=PERSON, object_in=BUILT),
    Frame("member", "locatedIn", ("subj",), ("of",), 0.75, subject_in=PLACE, object_in=PLACE),
    Frame("home", "locatedIn", ("for", "of"), ("subj",), 0.75),
    Frame("undergo", "locatedIn", ("obj",), ("in",), 0.7, subject_in=FACILITY | EVENT),
    Frame("rank", "locatedIn", ("subj",), ("in",), 0.75),
    Frame("hold", "organizedBy", THEME, DOER, subject_in=EVENT, object_in=INSTITUTION | PLACE | FACILITY),
    Frame(
        "hold",
        "organizedBy",
        THEME,
        ("by", "with", "together"),
        0.75,
        subject_in=EVENT,
        object_in=INSTITUTION,
    ),
    Frame("hold", "participant", THEME, ("head",), 0.7, EVENT, PERSON),
    Frame("hold", "affiliatedWith", ("head",), ("subj",), 0.7, PERSON, INSTITUTION),
    Frame("attend", "participant", ("in", "at", "obj", "to"), ("head",), 0.7, EVENT, PERSON),
    Frame("attend", "affiliatedWith", ("head",), ("subj",), 0.7, PERSON, INSTITUTION),
    Frame("host", "locatedIn", ("obj",), ("subj",), 0.75, subject_in=EVENT),
    Frame("host", "locatedIn", ("subj",), ("obj",), 0.7, subject_in=EVENT),
    Frame("host", "organizedBy", ("obj",), ("subj",), 0.75, EVENT, INSTITUTION | FACILITY | PLACE),
    Frame("entrust", "organizedBy", ("obj",), ("dat",), 0.75, EVENT, INSTITUTION),
    Frame("entrust", "runBy", ("obj",), ("dat",), 0.75, PROGRAM, INSTITUTION),
    Frame("hold", "participant", THEME, ("part",), 0.75, subject_in=EVENT),
    Frame("hold", "participant", THEME, (*DOER, "with", "together"), 0.7, subject_in=EVENT, object_in=PERSON),
    Frame("hold", "locatedIn", THEME, ("in",), subject_in=EVENT),
    Frame("attend", "participant", ("in", "at", "obj", "to"), DOER, 0.8, subject_in=EVENT),
    Frame("attend", "locatedIn", ("in", "at", "to"), ("in",), 0.45, subject_in=EVENT),
    Frame("attend", "participant", ("subj",), ("obj",), 0.7, subject_in=EVENT),
    Frame("attend", "participant", ("at",), ("with",), 0.65, EVENT, PERSON | INSTITUTION),
    Frame("attend", "participant", ("of",), ("subj",), 0.7, subject_in=EVENT),
    Frame(
        "speak",
        "participant",
        ("in", "at"),
        ("subj",),
        0.75,
        subject_in=EVENT,
        object_in=PERSON | INSTITUTION,
    ),
    Frame("sign", "partner", THEME, (*DOER, "with", "together"), 0.8, subject_in=AGREEMENT | PROJECT),
    Frame("sign", "partner", ("in",), ("subj",), 0.75, AGREEMENT, INSTITUTION),
    Frame("sign", "partner", THEME, ("for",), 0.75, AGREEMENT | PROJECT, INSTITUTION),
    Frame("sign", "signedAt", THEME, ("in", "at"), 0.8, object_in=EVENT),
    Frame("sign", "partner", THEME, ("between",), 0.8, subject_in=AGREEMENT | PROJECT),
    Frame("sign", "cooperatesWith", (*DOER,), ("with", "together"), 0.7, SIGNER, SIGNER),
    Frame("cooperate", "establishedBy", ("about",), ("subj", "with"), 0.65, FACILITY, INSTITUTION | FACILITY),
    Frame("jointly", "cooperatesWith", ("subj",), ("subj",), 0.45, INSTITUTION, INSTITUTION),
    Frame("sign", "cooperatesWith", ("between",), ("between",), 0.7, SIGNER, SIGNER),
    Frame("sign", "cooperatesWith", DOER, DOER, 0.65, SIGNER, SIGNER),
    Frame("cooperate", "cooperatesWith", ("subj", "of", "between"), ("with", "together", "between"), 0.75),
    Frame("cooperate", "cooperatesWith", ("of",), ("subj", "of"), 0.7),
    Frame("associate", "partner", ("of", "in"), ("subj",), 0.8, subject_in=FACILITY | JOINED),
    Frame("associate", "cooperatesWith", ("of",), ("subj", "of"), 0.7, subject_in=INSTITUTION | PLACE),
    Frame("associate", "cooperatesWith", ("subj",), ("with",), 0.7),
    Frame("cooperate", "cooperatesWith", ("subj",), ("subj",), 0.65),
    Frame(
        "joined", "cooperatesWith", ("subj",), ("together",), 0.7, INSTITUTION | PLACE, INSTITUTION | PLACE
    ),
    Frame(
        "partner",
        "partner",
        ("subj", "obj"),
        ("with",),
        0.75,
        subject_in=FACILITY | PROJECT | AGREEMENT | PROGRAM,
    ),
    Frame("shape", "pursues", ("obj",), ("goal",), 0.75, subject_in=PLACE | INSTITUTION),
    Frame("pursue", "pursues", ("subj", "of"), ("goal",), 0.85),
    Frame("run", "runBy", THEME, DOER, 0.8, subject_in=PROGRAM),
    Frame("include", "partOf", ("obj",), ("subj",), 0.7, subject_in=UNIT | EVENT | JOINED),
    Frame("include", "partOf", ("obj",), WHERE, 0.7, subject_in=UNIT, object_in=WHOLE | FACILITY),
    Frame("enter", "partOf", ("subj",), ("in", "obj", "of"), 0.7),
    Frame("enter", "partner", ("in", "to"), ("subj",), 0.7, subject_in=JOINED, object_in=INSTITUTION),
    Frame("attend", "partner", ("of", "in"), ("subj",), 0.7, subject_in=JOINED, object_in=INSTITUTION),
    Frame("include", "partner", ("subj",), ("obj",), 0.7, JOINED, INSTITUTION),
    Frame("include", "participant", ("subj",), ("obj",), 0.7, EVENT, PERSON | INSTITUTION),
    Frame("run", "runBy", THEME, ("by",), 0.7, subject_in=PROGRAM),
    Frame("run", "partner", THEME, ("with", "together"), 0.7, PROGRAM | PROJECT, INSTITUTION),
    Frame("delegation", "participant", ("of",), ("head",), 0.65, subject_in=EVENT, object_in=PERSON),
    Frame(
        "specialize",
        "field",
        ("subj", "obj"),
        ("on", "in", "obj", "ins", "agent", "dat", "of"),
        0.75,
        subject_in=WORKING,
    ),
    Frame(
        "office",
        "affiliatedWith",
        ("subj",),
        ("of",),
        0.8,
        subject_in=PERSON,
        object_in=INSTITUTION | FACILITY,
    ),
    Frame("join", "partner", THEME, DOER, 0.75, subject_in=BUILT),
    Frame(
        "happen",
        "locatedIn",
        ("subj", "obj", "at", "in", "to", "on", "dat", "ins", "gen"),
        ("in",),
        0.6,
        subject_in=EVENT | FACILITY,
    ),
    Frame("locate", "organizedBy", ("subj", "obj"), ("in",), 0.6, subject_in=EVENT, object_in=INSTITUTION),
    Frame("discuss", "field", ("of",), ("subj",), 0.7, subject_in=EVENT),
    Frame("work", "field", ("subj",), ("on",), 0.7, subject_in=INSTITUTION | FACILITY),
    Frame("specialize", "field", ("of",), ("subj",), 0.7, subject_in=WORKING),
    Frame(
        "discuss",
        "field",
        ("subj", "obj", "in", "at"),
        ("obj", "about", "on", "dat", "of", "gen"),
        0.7,
        subject_in=EVENT,
    ),
    Frame("specialize", "field", ("in",), ("obj", "ins", "on", "subj"), 0.65, FACILITY | INSTITUTION),
    Frame("start", "affiliatedWith", DOER, THEME, 0.75, subject_in=PERSON, object_in=INSTITUTION | FACILITY),
    Frame("lead", "affiliatedWith", ("subj",), ("in",), 0.7, subject_in=PERSON, object_in=INSTITUTION),
    Frame(
        "lead", "partOf", ("ins", "obj"), ("in",), 0.65, subject_in=UNIT | {"Association"}, object_in=WHOLE
    ),
    Frame("lead", "affiliatedWith", ("subj", "agent"), ("obj", "ins"), 0.8, PERSON, BUILT),
    Frame("settle", "locatedIn", ("subj",), ("in", "to"), 0.45),
)


def frames_of(cue: str) -> tuple[Frame, ...]:
    """The frames that a cue opens."""
    return _BY_CUE.get(cue, ())


_BY_CUE: dict[str, tuple[Frame, ...]] = {
    cue: tuple(f for f in FRAMES if f.cue == cue) for cue in dict.fromkeys(f.cue for f in FRAMES)
}
