"""What English says of a thing without its name: pronouns, «X, a …», «X is a …», «known as»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.capitals import classes_at
from baygraph.languages.en.context import NAMED, SOLID, STANDING, Context
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.possessive import SITES, is_governed, its, noun_head, owns
from baygraph.languages.en.tokens import POSSESSIVE, QUOTES
from baygraph.languages.en.words import lexicon

ARTICLES = frozenset({"a", "an", "the", "one"})
SPEAKING = frozenset({"we", "our"})  # whoever publishes the text, outside quotations
NEUTER, PERSONAL = frozenset({"it"}), frozenset({"he", "she"})
MARKS = frozenset({",", "(", "—", "--", "–"})


def references(sentence: Sentence, found: Sequence[Mention], context: Context) -> list[Mention]:
    """The mentions that stand for what was named before or beside them."""
    tokens = sentence.tokens
    out: list[Mention] = []
    for at in range(len(tokens)):
        opens = at > 0 or (len(tokens) > 1 and tokens[1].text == ",")
        if tokens[at].lower == "there" and opens and not _is_existential(tokens, at):
            out.append(_there(sentence, at))
        meant = _pronoun(tokens, at, found, context)
        if meant is not None:
            head = meant.head if meant.kind == "anaphor" else at
            out.append(said_again(sentence, meant, at, at + 1, head, "pronoun"))
    for mention in found:
        out += _equated(sentence, mention, found)
    out += _as_what(sentence, found)
    return out


def _as_what(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """«set up XbotPark … as an incubator for …»: what a thing is set up as."""
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].lower != "as" or tokens[at + 1].lower not in {"a", "an"}:
            continue
        if tokens[at - 1].lower == "well":
            continue
        head = noun_head(tokens, at + 1)
        near = [
            m for m in found if m.stop <= at and m.kind in NAMED and (SOLID | INSTITUTIONS) & set(m.types)
        ]
        cut = near and any(t.text in {";", ","} for t in tokens[near[-1].stop : at])
        if head is not None and near and not cut and _fits(tokens, at + 1, head, near[-1]):
            yield said_again(sentence, near[-1], at + 1, head + 1, head, "equated")


def _there(sentence: Sentence, at: int) -> Mention:
    """«is going up there»: the place that was spoken of."""
    return Mention(
        sentence.index,
        at,
        at + 1,
        at,
        sentence.span(at, at + 1),
        ("Place",),
        "pronoun",
        "place",
        "pronoun",
        0.7,
    )


def said_again(sentence: Sentence, meant: Mention, first: int, stop: int, head: int, rule: str) -> Mention:
    """The mention of a thing that other words stand for."""
    return replace(
        meant, sentence=sentence.index, first=first, stop=stop, head=head,
        span=sentence.span(first, stop), rule=rule, confidence=0.7, aliases=(),
    )  # fmt: skip


def _pronoun(tokens: Sequence[Token], at: int, found: Sequence[Mention], context: Context) -> Mention | None:
    lower = tokens[at].lower
    if lower in SPEAKING:
        quoted = any(t.text in QUOTES for t in tokens[:at])
        return None if quoted or (lower == "our" and not owns(tokens, at)) else context.speaker
    if lower in PERSONAL:
        near = [m for m in found if m.stop <= at and "Person" in m.types]
        return near[-1] if near else context.person
    if lower == "whose" and any(
        t.lower in lexicon().words("titles", "words") for t in tokens[at + 1 : at + 4]
    ):
        near = [m for m in found if 0 <= at - m.stop <= 2 and (INSTITUTIONS | SOLID) & set(m.types)]
        return near[-1] if near else None
    if lower == "its" and (owner := its(tokens, at, found, context)) is not None:
        return owner
    if lower not in NEUTER or _is_expletive(tokens, at):
        return None
    if (same := _equal_in_kind(tokens, at, context) or _of_its_verb(tokens, at, context)) is not None:
        return same
    if at > 1 and (speaker := _speaker(tokens, at, found)) is not None:
        return speaker
    clause = at > 0 and any(t.text in {";"} or t.pos == "SCONJ" for t in tokens[:at])
    near = [m for m in found if m.stop <= at and m.kind in STANDING and (SOLID | INSTITUTIONS) & set(m.types)]
    bare = [m for m in near if not is_governed(tokens, m)]
    return bare[0] if bare and clause else context.thing or (bare[0] if bare else None)


def _equal_in_kind(tokens: Sequence[Token], at: int, context: Context) -> Mention | None:
    """«She meant the park. It is the oldest park …»: the last thing of the kind that «be» says."""
    if at + 3 >= len(tokens) or tokens[at + 1].lemma != "be" or tokens[at + 2].lower not in ARTICLES:
        return None
    head = noun_head(tokens, at + 2)
    classes = set(classes_at(tokens, at + 2, head)) if head is not None else set()
    if not classes or (context.thing is not None and classes & set(context.thing.types)):
        return None
    return next((m for m in reversed(context.named) if classes & set(m.types)), None)


def _speaker(tokens: Sequence[Token], at: int, found: Sequence[Mention]) -> Mention | None:
    """«Guangzhou has said (that) it intends to …»: who speaks means itself."""
    verb = at - 1 - (tokens[at - 1].lower == "that")
    if tokens[verb].pos != "VERB" or tokens[verb].lemma not in lexicon().words("speech", "verbs"):
        return None
    start = verb
    while start > 0 and tokens[start - 1].pos in {"AUX", "ADV"}:
        start -= 1
    kinds = SOLID | INSTITUTIONS | PLACES
    near = (m for m in found if m.stop == start and m.kind in NAMED and kinds & set(m.types[:1]))
    return next(near, None)


def _of_its_verb(tokens: Sequence[Token], at: int, context: Context) -> Mention | None:
    """«It was signed in Lisbon»: the last agreement, though the sentence before was about somebody else."""
    be = next((i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i].lemma == "be"), -1)
    verb = next((t for t in tokens[be + 1 : be + 4] if t.pos == "VERB"), None) if be > 0 else None
    classes = set(lexicon().table("it_is").get(verb.lemma, ())) if verb is not None else set()
    classes |= SITES if "Facility" in classes else set()
    if not classes or (context.thing is not None and classes & set(context.thing.types[:1])):
        return None
    told = (m for m in (*context.heads.values(), *context.named) if classes & set(m.types[:1]))
    return max(told, key=lambda m: (m.sentence, m.first), default=None)


def _is_existential(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.pos in {"AUX", "VERB"}


def _is_expletive(tokens: Sequence[Token], at: int) -> bool:
    """«It is understood that …», «it is important to …»."""
    near = tokens[at + 1 : at + 7]
    if not near or near[0].lemma != "be":
        return False
    if len(near) > 1 and near[1].pos == "DET":
        return False
    if len(near) > 1 and near[1].pos == "ADP" and any(t.lower == "that" for t in tokens[at + 3 : at + 18]):
        return True
    return (
        any(t.lower in {"that", "to", "whether"} for t in near[1:])
        and not any(t.lower == "by" for t in near[1:4])
        and near[1].lower != "to"
    )


def _equated(sentence: Sentence, mention: Mention, found: Sequence[Mention]) -> Iterator[Mention]:
    """«Dongguan, a city in Guangdong», «ePropulsion is one of the firms», «the park, the largest in …»."""
    tokens, at = sentence.tokens, _past_bracket(sentence.tokens, mention.stop)
    if (
        mention.kind not in STANDING - {"described"}
        or {"Person", "Field", "Goal"} & set(mention.types)
        or at + 1 >= len(tokens)
    ):
        return
    copula = tokens[at].lemma == "be" and tokens[at].pos == "AUX"
    owner = next((m for m in found if m.first == at + 1 and tokens[m.stop : m.stop + 1]), None)
    owned = owner is not None and tokens[owner.stop].text in POSSESSIVE
    if not (copula or tokens[at].text == ","):
        return
    if owned and owner is not None:
        at = owner.stop
    elif tokens[at + 1].lower not in {"a", "an", "the", "one"}:
        return
    head = noun_head(tokens, at + 1)
    if head is None or any(m.first <= head < m.stop and m.kind in NAMED for m in found):
        return
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    opens_clause = (
        not copula and after is not None and after.pos in {"VERB", "AUX"} and after.readings[0].form != "part"
    )
    if _fits(tokens, at + 1, head, mention) and not opens_clause:
        yield said_again(sentence, mention, at + 1, head + 1, head, "equated")


def _past_bracket(tokens: Sequence[Token], at: int) -> int:
    if at < len(tokens) and tokens[at].text == "(":
        return next((i + 1 for i in range(at, min(at + 10, len(tokens))) if tokens[i].text == ")"), at)
    return at


def _fits(tokens: Sequence[Token], first: int, head: int, mention: Mention) -> bool:
    classes = set(classes_at(tokens, first, head)) | set(
        lexicon().table("appositive").get(singular(tokens[head].lower), ())
    )
    if tokens[head].lower == "one" or not classes:
        return False
    houses = INSTITUTIONS | {"Incubator", "Platform", "Park", "Facility"}
    if mention.kind == "known" and INSTITUTIONS & set(mention.types[:1]) and not classes & houses:
        return False  # «opened, together with Huawei, a laboratory …»
    if tokens[first].lower == "the" and not classes & set(mention.types) and mention.kind != "loose":
        return False
    return bool(classes & PLACES) == bool(PLACES & set(mention.types))


def aliases(sentence: Sentence, found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """«X, officially known as Y», «X (renamed Y)»: two names of one thing, the fuller second."""
    tokens = sentence.tokens
    verbs = lexicon().words("renaming", "verbs")
    for at, token in enumerate(tokens):
        if token.lower not in verbs:
            continue
        after = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower in {"as", "to"})
        second = next((m for m in found if m.kind in NAMED and 0 <= m.first - after <= 1), None)
        first = [
            m
            for m in found
            if m.kind in NAMED and m.stop <= at and second and set(m.types) & set(second.types)
        ]
        if (
            second is not None
            and first
            and not any(t.text in {";", "."} for t in tokens[first[-1].stop : at])
        ):
            yield first[-1], second
