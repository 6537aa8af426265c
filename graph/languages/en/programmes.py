"""Programmes: lines that open with the title of a session, and who acts in what the rest of a line tells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.capitals import classes_at, is_capital
from baygraph.languages.en.clauses import is_finite
from baygraph.languages.en.context import NAMED, Context
from baygraph.languages.en.finding import Finding, clean
from baygraph.languages.en.memory import is_timed
from baygraph.languages.en.morphology import is_plural
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue, Phrase

LONGEST_TITLE = 5  # tokens of what a session is called, up to its head
LONGEST_TAIL = 9  # tokens behind the head that belong to the title
CLOCK = frozenset({":", ".", "–", "-", "—", "·", "|", "•", "am", "pm", "a.m.", "p.m.", "h"})
TAIL = frozenset({"of", "to", "on", "for"})
ROLES = frozenset({"role-in-event", "unsaid-event"})
ACTORS = INSTITUTIONS | {"Person", "Laboratory", "Incubator", "Park", "Platform"}
SITES = PLACES | {"Platform", "Facility", "Park"}


def opens_line(text: str, sentence: Sentence) -> bool:
    """Say whether nothing stands before a sentence in its line."""
    at = sentence.start - 1
    while at >= 0 and text[at] in " \t":
        at -= 1
    return at < 0 or text[at] == "\n"


def session_titles(found: Finding) -> None:
    """«15:00 Start-up pitch.», «Excursion to the citrus base»: add the session that a line is about."""
    if not found.memory.programme or not _is_title(found):
        return
    first = _past_time(found.tokens)
    found.mentions = [m for m in found.mentions if not _is_day(found.tokens, m)]
    head = _head(found.tokens, first)
    named = any(m.first <= head < m.stop and m.kind in {"named", "known"} for m in found.mentions)
    if head < 0 or named or is_plural(found.tokens[head].lower):
        return
    found.mentions = [m for m in found.mentions if not m.first <= head < m.stop]
    types = classes_at(found.tokens, first, head)
    said = found.mention(first, head + 1, head, types, "described", "session-title")
    stop = _tail(found.tokens, head + 1)
    found.mentions.append(replace(said, name=clean(found.tokens[first:stop])))


def _is_title(found: Finding) -> bool:
    return opens_line(found.text, found.sentence) and (_past_time(found.tokens) > 0 or _is_verbless(found))


def _is_verbless(found: Finding) -> bool:
    """«Excursion to the base (buses leave at 8:15).»: no verb makes a clause outside brackets."""
    opened = next((i for i, t in enumerate(found.tokens) if t.text == "("), len(found.tokens))
    return not any(map(is_finite, found.tokens[:opened]))


def _is_day(tokens: Sequence[Token], mention: Mention) -> bool:
    """«DAY ONE»: no event."""
    said = {t.lower for t in tokens[mention.first : mention.stop]}
    return "Event" in mention.types and said <= lexicon().words("programmes", "days")


def _past_time(tokens: Sequence[Token]) -> int:
    at = 0
    while at < len(tokens) and (tokens[at].text.isdigit() or tokens[at].lower in CLOCK):
        at += 1
    return at


def _head(tokens: Sequence[Token], first: int) -> int:
    """The noun of an event up to which the title goes, or -1."""
    found = -1
    for at in range(first, min(first + LONGEST_TITLE, len(tokens))):
        inner = tokens[at].pos in {"NOUN", "ADJ", "PUNCT"} and at > first
        if not (is_capital(tokens[at]) or inner):
            break
        if "Event" in classes_at(tokens, first, at)[:1]:
            found = at
        elif found >= 0 or tokens[at].text in {",", ".", ":", ";"}:
            break
    return found


def _tail(tokens: Sequence[Token], at: int) -> int:
    if at >= len(tokens) or tokens[at].lower not in TAIL:
        return at
    marks = {".", ",", ";", ":", "(", "between", "by", "with"}
    ends = (i for i in range(at, len(tokens)) if tokens[i].lower in marks)
    stop = next(ends, len(tokens))
    return stop if stop - at <= LONGEST_TAIL else at


def in_session(found: Finding, context: Context) -> None:
    """Let what a line of a programme tells behind its title be told of the session."""
    if not found.memory.programme:
        return
    if opens_line(found.text, found.sentence):
        context.session = session = _session(found)
        if session is not None and context.heading is not None:
            titled = replace(session, rule="session-title")
            found.mentions = [titled if m is session else m for m in found.mentions]
        context.heading = context.heading or session
        context.session = session or (context.heading if is_timed(found.tokens) else None)
        _head_line(found, context)
        return
    events = [m for m in found.mentions if "Event" in m.types and m.kind not in {"zero", "plural"}]
    if context.session is None or any(m.rule not in ROLES for m in events):
        return
    found.mentions = [_of(context.session, m) if m.rule in ROLES else m for m in found.mentions]
    opens = 1 + any(t.lower == "the" for t in found.tokens[1:2])
    if not events and any(m.first <= opens and _may_act(m) for m in found.mentions):
        _tell(found, context.session)


def _head_line(found: Finding, context: Context) -> None:
    """«16–17 April · Kapok Center, Foshan», «Venue: A»: a line of the heading tells where the whole is."""
    events = any("Event" in m.types for m in found.mentions)
    if context.session is None and context.heading and not events and _tells_where(found.tokens):
        _tell(found, context.heading)


def _tells_where(tokens: Sequence[Token]) -> bool:
    dated = any(t.lower in lexicon().words("capitals", "times") for t in tokens)
    about = dated or tokens[0].lower in lexicon().words("programmes", "venue")
    return about and not any(map(is_finite, tokens))


def _tell(found: Finding, session: Mention) -> None:
    """Let the last free mark of a sentence stand for a session."""
    held = {i for m in found.mentions for i in range(m.first, m.stop)}
    marks = (i for i in range(len(found.tokens) - 1, 0, -1) if found.tokens[i].pos == "PUNCT")
    at = next((i for i in marks if i not in held), 0)
    if at:
        said = found.mention(at, at + 1, at, ("Event",), "described", "told-session")
        found.mentions.append(_of(session, said))


def _session(found: Finding) -> Mention | None:
    """The event with which a line begins, without a verb."""
    first = _past_time(found.tokens)
    speech = lexicon().words("programmes", "speeches")
    held = (m for m in found.mentions if "Event" in m.types[:1] and m.kind != "plural")
    events = (m for m in held if found.tokens[m.head].lower not in speech and m.rule not in ROLES)
    titles = (m for m in events if m.first <= first <= m.stop or m.first == first + 1)
    title = next(titles, None)
    goes_on = title is not None and title.stop < len(found.tokens) and is_finite(found.tokens[title.stop])
    return title if _is_title(found) and not goes_on else None


def _of(session: Mention, said: Mention) -> Mention:
    kind = "described" if session.kind == "anaphor" else session.kind
    return replace(said, kind=kind, name=session.name, key=session.key, types=session.types)


def session_cues(sentence: Sentence, phrases: Sequence[Phrase]) -> tuple[Cue, ...]:
    """A cue of taking part at the mark that stands for the session of a line."""
    tokens = sentence.tokens
    told = [p.mention.first for p in phrases if p.mention.rule == "told-session"]
    if not told:
        return ()
    frame = "locate" if _tells_where(tokens) else "attend"
    return tuple(Cue(frame, at, "in-session", "session") for at in told)


def told_session(cue: Cue, scene: Scene) -> Iterator[Argument]:
    """«With A and B.», «Professor C, D Institute.», «Kapok Center»: who acts in a session, or where."""
    at = [i for i, p in enumerate(scene.phrases) if p.first == cue.token]
    yield from (Argument("subj" if cue.frame == "locate" else "at", i) for i in at)
    if cue.frame == "locate":
        yield from (Argument("in", i) for i, p in scene.outer if SITES & set(p.mention.types[:1]))
        return
    yield from (Argument("subj", i) for i in _acting(scene) if _may_act(scene.phrases[i].mention))


def _acting(scene: Scene) -> Sequence[int]:
    verb = next((i for i, t in enumerate(scene.tokens) if is_finite(t)), -1)
    if verb < 0 and scene.tokens[0].lower == "with":
        return [i for i, _ in scene.outer]
    first = next((i for i, p in scene.outer if p.first == 0), None)
    if first is None or 0 <= verb < scene.phrases[first].stop:
        return ()
    members = scene.list_from(first)
    after = scene.tokens[scene.phrases[members[-1]].stop :]
    near = 2 + 2 * (after[:1] != () and after[0].text == ",")  # «A and B, Surabaya, will sign»
    return members if verb < 0 or len(after) - len(scene.tokens) + verb <= near else ()


def _may_act(mention: Mention) -> bool:
    return bool(ACTORS & set(mention.types[:1])) and mention.kind in NAMED


SESSIONS = {"in-session": told_session}
