"""Goals: «стремится к превращению в …», «намерен стать …», «цель — стать …», enumerations included."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Cue
from baygraph.languages.ru import known_names
from baygraph.languages.ru.chains import Blocked, chain
from baygraph.languages.ru.heads import light
from baygraph.languages.ru.phrases import (
    OPENING,
    adjectival,
    attributes_before,
    nominal_group,
    nouns,
    quoted_end,
)
from baygraph.languages.ru.places import place_heads
from baygraph.languages.ru.wording import dictionary_form
from baygraph.languages.ru.words import words

REACH = 12  # tokens between «стремится» and «стать»
LONGEST = 8  # attributes before a goal's head
AFTER = {"в": frozenset({"acc"}), "на": frozenset({"acc"}), "к": frozenset({"dat"})}
COMPLEMENT = frozenset({"gen", "dat", "ins"})
INSTRUMENTAL, GENITIVE = frozenset({"ins"}), frozenset({"gen"})

Stated = tuple[Cue, tuple[Mention, ...]]


def goals(text: str, sentence: Sentence, cues: Sequence[Cue]) -> tuple[Stated, ...]:
    """The goals that a sentence states, each list under the cue that announces it."""
    tokens = sentence.tokens
    aims = [c for c in cues if c.frame == "aim"]
    out: list[Stated] = []
    for become in (c for c in cues if c.frame in {"become", "see"}):
        shaped = _shaped(sentence, become)
        if shaped:
            listed = tuple(_listed(text, sentence, *_opening(tokens, shaped)))
            out += [(cue._replace(frame="shape"), found) for cue, found in _stated(become, listed)]
            continue
        if become.frame == "see":
            continue
        aim = next((a for a in reversed(aims) if 0 < become.token - a.token <= REACH), None)
        repeated = out and tokens[become.token - 1].lower in words("goals", "joining")
        purpose = _is_purpose(tokens, become.token)
        if aim or repeated or purpose:
            said = None if purpose and become.use == "active" and not _is_infinitive(tokens, become) else aim
            cue = said or (out[-1][0] if repeated else become)
            opening = _opening(tokens, become.token + 1, become.use == "noun")
            out += _stated(cue, tuple(_listed(text, sentence, *opening)))
    for aim in aims:
        start = _straight(tokens, aim)
        out += _stated(aim, tuple(_listed(text, sentence, *start))) if start else []
    return tuple(out)


def _shaped(sentence: Sentence, cue: Cue) -> int:
    """«превратить Чжухай в центр», «сделать город центром»: where the goal of a place begins, or 0."""
    tokens, at = sentence.tokens, cue.token + 1
    if cue.use != "active" or at >= len(tokens):
        return 0
    hit = known_names.thing_at(sentence, at)
    stop = hit.stop if hit else at + 1 if _is_place(tokens[at]) else 0
    return stop if stop < len(tokens) else 0


def _is_place(token: Token) -> bool:
    """«город», «край»: a place that was named before."""
    return any(r.lemma in place_heads() and r.case == "acc" and r.number == "sg" for r in nouns(token))


def _stated(cue: Cue, found: tuple[Mention, ...]) -> list[Stated]:
    use = cue.use if cue.use == "noun" or cue.use.startswith("participle") else "active"
    return (
        [(Cue("pursue", cue.token, use, cue.word, cue.modality if cue.modality == "denied" else ""), found)]
        if found
        else []
    )


def _is_infinitive(tokens: Sequence[Token], cue: Cue) -> bool:
    """«хотим, чтобы Дунгуань превратился в …» is about Dongguan, «чтобы стать …» about who does it."""
    return tokens[cue.token].readings[0].form == "inf"


def _is_purpose(tokens: Sequence[Token], at: int) -> bool:
    """«чтобы стать …», «на пути к превращению в …»."""
    return any(t.lower in words("goals", "purpose") for t in tokens[max(0, at - 5) : at])


def _straight(tokens: Sequence[Token], aim: Cue) -> tuple[int, frozenset[str]] | None:
    """«претендует на роль X», «видит себя X», «в русло X», «взял курс на X»: without a verb of becoming."""
    for at in range(aim.token + 1, min(len(tokens), aim.token + REACH)):
        two = " ".join(t.lower for t in tokens[at : at + 2])
        three = " ".join(t.lower for t in tokens[at : at + 3])
        if three in words("goals", "into"):
            return at + 3, GENITIVE
        if two in words("goals", "into"):
            return at + 2, GENITIVE
        if tokens[at].lower == "себя":
            return _opening(tokens, at + 1)
    return None


def _opening(tokens: Sequence[Token], at: int, noun: bool = False) -> tuple[int, frozenset[str]]:
    """Where the goal begins and in which case it stands: «стать [ещё более] X», «превратиться в X»."""
    cases = GENITIVE if noun else INSTRUMENTAL
    while at < len(tokens) and (tokens[at].lower in AFTER or tokens[at].pos in {"ADV", "PART"}):
        cases = AFTER.get(tokens[at].lower, cases)
        at += 1
    if at < len(tokens) and tokens[at].lower == "для":  # «стать для предприятий Поволжья мостом»
        at = _over_those_for_whom(tokens, at + 1)
    if at < len(tokens) and tokens[at].lower in words("goals", "time"):
        at = next((i + 1 for i in range(at, len(tokens)) if tokens[i].lemma == "год"), at)
    return at, cases


def _over_those_for_whom(tokens: Sequence[Token], at: int) -> int:
    while stop := nominal_group(tokens, at, GENITIVE) if at < len(tokens) else 0:
        at = stop
    return at


def _listed(text: str, sentence: Sentence, at: int, cases: frozenset[str]) -> Iterator[Mention]:
    tokens = sentence.tokens
    while at < len(tokens):
        goal = _goal(text, sentence, at, cases)
        if goal is None:
            return
        yield goal
        at = goal.stop
        if at + 1 >= len(tokens) or tokens[at].lower not in words("goals", "joining"):
            return
        at += 1
        if [t.lower for t in tokens[at : at + 2]][:1] == ["а"] and tokens[at + 1].lower != "также":
            return  # «…, а центр — это люди»
        while at < len(tokens) and tokens[at].lower in words("goals", "going_on"):
            at += 1


def _goal(text: str, sentence: Sentence, at: int, cases: frozenset[str]) -> Mention | None:
    tokens = sentence.tokens
    if tokens[at].text in OPENING and at + 1 < len(tokens):
        at += 1  # «превратиться в «мировую столицу угря»»
    if " ".join(t.lower for t in tokens[at + 1 : at + 2]) == "из" and tokens[at].lemma == "один":
        at, cases = at + 2, GENITIVE
        at += at + 1 < len(tokens) and tokens[at].pos == "NUM"
    begin, at = at, _over_place(tokens, at)
    head = next((i for i in range(at, min(at + LONGEST, len(tokens))) if _heads(tokens, at, i, cases)), None)
    if head is None:
        return None
    whole = {h.first: h.stop for h in (*known_names.fields(sentence), *known_names.things(sentence))}
    reached = chain(tokens, head, words("goals", "continuing"), Blocked(frozenset(), whole)).stop
    stop = _with_participle(tokens, _over_quotes(tokens, reached))
    core = next((i for i in range(at, head) if not any(r.lemma in light() for r in tokens[i].readings)), head)
    core = begin if begin < at else core
    name = dictionary_form(text, tokens, core, head, stop, False)
    return Mention(
        sentence.index, core, stop, head, sentence.span(core, stop), ("Goal",), "named",
        name[:1].lower() + name[1:] if not name[:2].isupper() else name, "goal", 0.85,
    )  # fmt: skip


def _over_quotes(tokens: Sequence[Token], at: int) -> int:
    """«витриной «умной больницы»», «инкубатором «железных» стартапов»: words in quotes that are no name."""
    end = quoted_end(tokens, at)
    if not end or not tokens[at + 1].text[0].islower():
        return at
    return nominal_group(tokens, end, GENITIVE) or end if end < len(tokens) else end


def _over_place(tokens: Sequence[Token], at: int) -> int:
    """«стать первым в мире вузом»: the rank's place stands before the noun."""
    if (
        at + 3 < len(tokens)
        and adjectival(tokens[at])
        and tokens[at + 1].pos == "ADP"
        and nouns(tokens[at + 2])
    ):
        return at + 3
    return at


def _with_participle(tokens: Sequence[Token], stop: int) -> int:
    """«развитие, стимулируемое инновациями»: a participle and its instrumental."""
    if stop + 2 < len(tokens) and tokens[stop].text == ",":
        participle, noun = tokens[stop + 1], tokens[stop + 2]
        if any(r.form == "part" and r.voice == "pass" for r in participle.readings) and noun.has(
            "NOUN", "ins"
        ):
            return stop + 3
        if any(r.form == "part" and r.voice == "act" for r in participle.readings):
            return _over_objects(tokens, stop + 2)  # «городом, притягивающим инженеров»
        if participle.pos == "ADJ" and participle.has("ADJ", "ins"):  # «городом, дружественным к молодёжи»
            first = stop + 3 if noun.pos == "ADP" else stop + 2
            end = nominal_group(tokens, first, COMPLEMENT) if first < len(tokens) else 0
            return end or stop
    return stop


def _over_objects(tokens: Sequence[Token], at: int) -> int:
    """The end of the nouns behind a participle, of which the first is what it does it to."""
    end = nominal_group(tokens, at, frozenset({"acc", "ins"})) or at
    return nominal_group(tokens, end, GENITIVE) or end if end < len(tokens) else end


def _heads(tokens: Sequence[Token], at: int, head: int, cases: frozenset[str]) -> bool:
    if not any(r.case in cases for r in nouns(tokens[head])):
        return False
    if head == at:
        return not adjectival(tokens[head]) or tokens[head].pos == "NOUN"
    start, possible = attributes_before(tokens, head, at)
    return start == at and any(r.case in cases for r in possible)
