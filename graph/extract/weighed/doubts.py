"""What weights do not see: what a sentence disclaims or plans, tells of the past or of an agreement."""

from collections.abc import Iterator, Sequence

from baygraph.extract.facts import Fact, Told, disclaims
from baygraph.languages.pack import Cue, Pack, Reading
from baygraph.model import Modality

Ends = tuple[int, int]  # the phrases of a pair
Statement = tuple[int, str, int]
SHARES = frozenset({"establishedBy", "partner"})


def is_past(pack: Pack, reading: Reading, ends: Ends) -> bool:
    """«выпускник», "alumnus", 毕业生: whoever was at a body holds no office there."""
    past = pack.lexicon.words("titles", "former") | pack.lexicon.words("titles", "outside")
    first, last = (reading.phrases[i] for i in ends)
    tokens = reading.sentence.tokens[first.first : max(first.stop, last.stop)]
    return any(token.lemma in past for token in tokens)


def is_pursued(said: Sequence[Fact], goal: int) -> bool:
    """Whether the rules say whose a goal is."""
    return any(fact.prop == "pursues" and fact.object == goal for fact in said)


def is_told_nearer(said: Sequence[Fact], statement: Statement) -> bool:
    """«офис компании в Лиссабоне»: whether the rules say it of a part, or of another place."""
    subject, prop, obj = statement
    parts = {f.subject for f in said if f.prop in {"establishedBy", "partOf"} and f.object == subject}
    places = {f.object for f in said if f.prop == "locatedIn" and f.subject == subject}
    if prop == "locatedIn" and (places or any(f.subject in parts and f.object == obj for f in said)):
        return True
    members = {f.subject for f in said if f.prop == "partOf" and f.object == obj}
    return any(f.subject == subject and f.prop == prop and f.object in members for f in said)


def is_agreed(reading: Reading, ends: Ends) -> bool:
    """«договор о лаборатории подписан в Гуанчжоу»: what an agreement is about is not where it is signed."""
    hosts = {reading.phrases[i].host for i in ends} - {-1, *ends}
    return any("Agreement" in reading.phrases[host].mention.types for host in hosts)


def is_told_otherwise(said: Sequence[Fact], statement: Statement) -> bool:
    """«роботов поставит компания X»: a partner of what is built is told apart from who founds it."""
    subject, prop, obj = statement
    return any(
        fact.prop in SHARES - {prop} and (fact.subject, fact.object) == (subject, obj) for fact in said
    )


def is_of_several(said: Sequence[Fact], statement: Statement) -> bool:
    """«an agreement between A, B and C»: signers of one that has more than two are no pairs for that."""
    partners: dict[int, set[int]] = {}
    for fact in said:
        if fact.prop == "partner":
            partners.setdefault(fact.subject, set()).add(fact.object)
    ends = {statement[0], statement[2]}
    return any(ends <= signers and len(signers) > len(ends) for signers in partners.values())


def is_founder(sentence: Told, ends: Ends) -> bool:
    """«компания открыла офис в Лиссабоне»: who founds something somewhere is not there for that."""
    founding = [
        {a.phrase: a.role for a in arguments} for cue, arguments in sentence.cues if cue.frame == "found"
    ]
    return any({parts.get(i) for i in ends} == {"subj", "in"} for parts in founding)


def modality_of(sentence: Told, ends: Ends) -> Modality:
    """Whether the cues that tie two phrases speak of what is planned or denied."""
    found = {cue.modality for cue in _tying(sentence, ends)}
    return "denied" if "denied" in found else "planned" if found == {"planned"} else ""


def _tying(sentence: Told, ends: Ends) -> Iterator[Cue]:
    for cue, arguments in sentence.cues:
        parts = {argument.phrase for argument in arguments}
        if not parts.isdisjoint(ends):
            yield cue


def is_doubtful(pack: Pack, said: Sequence[Fact], statement: Statement, sentence: Told, ends: Ends) -> bool:
    """Say whether something that no weight sees speaks against a statement."""
    _, prop, obj = statement
    if is_told_nearer(said, statement) or disclaims(pack, sentence.reading, ends):
        return True
    if prop == "affiliatedWith":
        return is_past(pack, sentence.reading, ends)
    if prop in SHARES:
        return is_told_otherwise(said, statement)
    if prop == "cooperatesWith":
        return is_of_several(said, statement)
    if prop == "pursues":
        return is_pursued(said, obj)
    return prop == "locatedIn" and (is_agreed(sentence.reading, ends) or is_founder(sentence, ends))
