"""Goals: «стремится к превращению в …», «намерен стать …», «цель — стать …», enumerations included."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Cue
from baygraph.languages.ru import known_names
from baygraph.languages.ru.chains import Blocked, chain
from baygraph.languages.ru.heads import light
from baygraph.languages.ru.phrases import adjectival, attributes_before, nouns
from baygraph.languages.ru.wording import dictionary_form

REACH = 9  # tokens between «стремится» and «стать»
CONTINUES = frozenset({"с", "в", "для", "по", "на"})


def goals(text: str, sentence: Sentence, cues: Sequence[Cue]) -> tuple[tuple[Cue, tuple[Mention, ...]], ...]:
    """The goals that a sentence states, each list under the cue that announces it."""
    aims = [c for c in cues if c.frame == "aim"]
    becomes = [c for c in cues if c.frame == "become"]
    out = []
    for become in becomes:
        aim = next((a for a in reversed(aims) if 0 < become.token - a.token <= REACH), None)
        if aim or _is_purpose(sentence.tokens, become.token):
            start = aim or become
            found = tuple(_listed(text, sentence, become.token + 1))
            if found:
                out.append((Cue("pursue", start.token, start.use, start.word), found))
    return tuple(out)


def _is_purpose(tokens: Sequence[Token], at: int) -> bool:
    """«чтобы стать …», «на пути к превращению в …»."""
    return any(t.lower in {"чтобы", "дабы", "пути"} for t in tokens[max(0, at - 5) : at])


def _listed(text: str, sentence: Sentence, at: int) -> Iterator[Mention]:
    tokens = sentence.tokens
    cases = frozenset({"ins"})
    while at < len(tokens) and (tokens[at].lower == "в" or tokens[at].pos in {"ADV", "PART"}):
        cases = frozenset({"acc"}) if tokens[at].lower == "в" else cases
        at += 1
    while at < len(tokens):
        goal = _goal(text, sentence, at, cases)
        if goal is None:
            return
        yield goal
        at = goal.stop
        if at + 1 >= len(tokens) or tokens[at].lower not in {",", "и"}:
            return
        at += 2 if tokens[at].text == "," and tokens[at + 1].lower == "и" else 1
        at += 1 if tokens[at].lower == "в" else 0


def _goal(text: str, sentence: Sentence, at: int, cases: frozenset[str]) -> Mention | None:
    tokens = sentence.tokens
    head = next((i for i in range(at, min(at + 6, len(tokens))) if _heads(tokens, at, i, cases)), None)
    if head is None:
        return None
    whole = {h.first: h.stop for h in known_names.fields(sentence)}
    stop = chain(tokens, head, CONTINUES, Blocked(frozenset(), whole)).stop
    core = next((i for i in range(at, head) if not any(r.lemma in light() for r in tokens[i].readings)), head)
    plural = False
    name = dictionary_form(text, tokens, core, head, stop, plural)
    return Mention(
        sentence.index, core, stop, head, sentence.span(core, stop), ("Goal",), "named",
        name[:1].lower() + name[1:] if not name[:2].isupper() else name, "goal", 0.85,
    )  # fmt: skip


def _heads(tokens: Sequence[Token], at: int, head: int, cases: frozenset[str]) -> bool:
    if not any(r.case in cases for r in nouns(tokens[head])):
        return False
    if head == at:
        return not adjectival(tokens[head]) or tokens[head].pos == "NOUN"
    start, possible = attributes_before(tokens, head, at)
    return start == at and any(r.case in cases for r in possible)
