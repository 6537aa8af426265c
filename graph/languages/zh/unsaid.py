"""What a sentence takes for granted: its subject, the event of those who attend, «双方», «它»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from baygraph.annotation import Mention, Sentence, Token
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.pack import Cue, Phrase
from baygraph.languages.zh.cues import is_label_of_line
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.phrases import marker
from baygraph.languages.zh.sessions import is_heading, is_session
from baygraph.languages.zh.words import by_word, lexicon, words

REACH = 3
BEFORE = frozenset({"unsaid-event", "whole-event"})  # only an event told before will do
BULLETS = "◎◆●■▲★◇○•·※►▪－"
ABSENT = frozenset({"unsaid"})
NOMINATIVE = frozenset({"nom"})
MEMBER = frozenset({"member"})
ORDER = ("first", "second", "third")
BODIES = frozenset(
    {"University", "ResearchInstitute", "Company", "GovernmentBody", "Association", "Institution"}
) | {"City", "District", "Region"}


def unsaid(
    sentence: Sentence, cues: Sequence[Cue], phrases: Sequence[Phrase], aims: bool = False
) -> Iterator[Phrase]:
    """The phrases for what is not named in a sentence; the text before decides what they stand for."""
    yield from _pairs(sentence, phrases)
    yield from _pronouns(sentence)
    yield from _houses(sentence, phrases)
    yield from _told(sentence, cues, phrases)
    said = [c for c in cues if c.use in {"active", "agent-noun"}]
    if said and _is_entry(sentence, said[0].token, phrases):
        yield _zero(sentence, said[0].token, "Body", "told-body")
    if said:
        yield _zero(sentence, said[0].token, "Body", "unsaid-subject")
    if any(c.use == "support" or c.frame == "join" for c in cues):
        yield _zero(sentence, 0, "Undertaking", "unsaid-undertaking")
    if aims:
        yield from _wishing(sentence)
    attended = next((c for c in cues if c.frame == "attend" and c.word in words("unsaid", "event")), None)
    named = any("Event" in p.mention.types for p in phrases)
    if said and not named and not attended and _tells_contents(sentence, said):
        yield _zero(sentence, said[0].token, "Event", "unsaid-event")
    if attended and not named:
        yield _zero(sentence, attended.token, "Event", "unsaid-event")
    elif named and (_is_part_of_event(sentence) or any(is_part(sentence.tokens, p) for p in phrases)):
        yield _zero(sentence, 0, "Event", "whole-event")


def _wishing(sentence: Sentence) -> Iterator[Phrase]:
    """Whose goal it is: «把它建成A» is of the body of the text, «为其定下目标» of one nobody knows."""
    lemmas = {t.lemma for t in sentence.tokens}
    if "它" in lemmas:
        yield _zero(sentence, 0, "Body", "told-body")
    elif "其" not in lemmas:
        yield _zero(sentence, 0, "Doer", "unsaid-doer")


def _told(sentence: Sentence, cues: Sequence[Cue], phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """What a labelled line or «主办单位：A» is of: the event or body that the text is about."""
    hosts = any(c.use == "agent-noun" and _is_of_event(c, sentence.tokens) for c in cues)
    named = any("Event" in p.mention.types for p in phrases)
    if any(c.use == "label-of-event" for c in cues) or (hosts and not named):
        yield _zero(sentence, 0, "Event", "told-event")
    if any(c.use in {"label-of-body", "label-of-whole"} for c in cues):
        yield _zero(sentence, 0, "Body", "told-body")


def _is_of_event(cue: Cue, tokens: Sequence[Token]) -> bool:
    """«主办单位有A», at the beginning of a line also «支持单位：A»."""
    backing = cue.frame == "attend" and cue.word not in words("unsaid", "event")
    return cue.frame == "hold" or (backing and is_label_of_line(tokens, cue.token))


def _houses(sentence: Sentence, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """«创始人A»: the body that a person's office is in, where none is named beside it."""
    table = lexicon().table("titles", "of_house")
    for index, phrase in enumerate(phrases):
        if "Person" not in phrase.mention.types or any(p.host == index for p in phrases):
            continue
        offices = phrase.title.split("、") if phrase.title else []
        cls = next((table[to_simplified(o)][0] for o in offices if to_simplified(o) in table), "")
        if cls and _is_bare(sentence.tokens, phrase):
            zero = _zero(sentence, phrase.first, cls, "unsaid-house")
            yield zero._replace(host=index)


def _is_bare(tokens: Sequence[Token], person: Phrase) -> bool:
    """Say whether nothing before an office tells of what it is one: no «学域主任A», no «B的会长A»."""
    before = tokens[person.first - 1] if person.first else None
    return before is None or not (before.lemma in {"的", "其"} or tag(before)[0] in "njs")


def _is_entry(sentence: Sentence, verb: int, phrases: Sequence[Phrase]) -> bool:
    """«◎ 2019年，与A共建B», «六月十八日　与A签订B»: an entry of a chronicle tells of its body."""
    tokens = sentence.tokens
    at = 1 if tokens[0].text in BULLETS else 0
    dated = at < len(tokens) and (tag(tokens[at])[0] in "mt" or tokens[at].text in "【")
    subjects = any(
        p.first < verb and p.roles & {"nom", "agent"} and p.host < 0 and p.mention.kind != "plural"
        for p in phrases
    )
    return dated and at == 1 and not subjects


def _tells_contents(sentence: Sentence, said: Sequence[Cue]) -> bool:
    """«参会项目涵盖A、B»: of the event that the text tells of."""
    contents = words("specializing", "contents")
    return any(
        c.frame == "specialize" and any(t.lemma in contents for t in sentence.tokens[: c.token]) for c in said
    )


def is_sub_event(phrase: Phrase) -> bool:
    """«开幕式», «决赛»: a part of the event that the text tells of."""
    name = to_simplified(phrase.mention.name)
    return "Event" in phrase.mention.types and name.endswith(tuple(words("parts_of_events", "ends")))


def is_part(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether an event is a part of another by its kind, or by its line in a programme."""
    return (is_sub_event(phrase) and not is_heading(tokens, phrase)) or is_session(tokens, phrase)


def _is_part_of_event(sentence: Sentence) -> bool:
    """«同期举行», «其中，A论坛…»: what is held belongs to the event that the text tells of."""
    along = words("anaphora_at", "along")
    return any(t.lemma in along for t in sentence.tokens[:REACH]) or any(
        a.lemma in along and "hold" in by_word("cues").get(b.lemma, ()) for a, b in pairwise(sentence.tokens)
    )


def _zero(sentence: Sentence, at: int, cls: str, rule: str) -> Phrase:
    name = "before" if rule in BEFORE else ""
    mention = Mention(
        sentence.index, at, at + 1, at, sentence.span(at, at + 1), (cls,), "zero", name, rule, 0.6
    )
    return Phrase(mention, at, at + 1, ABSENT)


def _pairs(sentence: Sentence, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """«双方将合作» after a sentence that names the two."""
    for at, token in enumerate(sentence.tokens):
        if token.lemma in words("pronouns", "all") and not _are_named_before(sentence, phrases, at):
            span = sentence.span(at, at + 1)
            whole = Mention(
                sentence.index, at, at + 1, at, span, ("Institution",), "plural", token.text, _size(token)
            )
            plural = Phrase(whole, at, at + 1, NOMINATIVE, plural=True)
            yield plural._replace(roles=marker(sentence.tokens, plural) or NOMINATIVE)
            yield from _each(whole, len(phrases), token.lemma)
            return
    for index, phrase in enumerate(phrases):
        if phrase.plural and _is_two(sentence, phrase) and not any(p.member_of == index for p in phrases):
            yield from _each(replace(phrase.mention, rule="pair"), index)
            return


def _size(token: Token) -> str:
    """The rule that finds two, or three."""
    return "trio" if token.lemma in words("pronouns", "three") else "pair"


def _are_named_before(sentence: Sentence, phrases: Sequence[Phrase], at: int) -> bool:
    """Two doers or more stand before the word in its own sentence."""
    doers = [
        p for p in phrases
        if p.first < at and p.host < 0 and p.member_of < 0
        and p.mention.types[0] in BODIES and p.mention.kind != "plural"
    ]  # fmt: skip
    sent = {p.host for p in phrases if p.first < at and p.host >= 0 and p.mention.types[0] in BODIES}
    sent = {i for i in sent if "Person" in phrases[i].mention.types}  # «A校长B与C校长D代表双方签署»
    agent = at > 0 and sentence.tokens[at - 1].lemma in words("stops", "doers")
    return (len(doers) > 1 or len(sent) > 1) and not agent


def _each(whole: Mention, plural: int, word: str = "") -> Iterator[Phrase]:
    names = ORDER if whole.rule == "trio" else ORDER[:2]
    cls = by_word_class().get(word, "Thing")
    for name in names:
        one = replace(whole, types=(cls,), kind="pair", name=name, confidence=0.7)
        yield Phrase(one, whole.first, whole.stop, MEMBER, member_of=plural)


def by_word_class() -> dict[str, str]:
    """Pronoun → the class of those that it stands for: 两校 are universities."""
    return {word: classes[0] for word, classes in lexicon().table("pronouns", "of").items()}


def _is_two(sentence: Sentence, phrase: Phrase) -> bool:
    """«两个联盟», «两大装置» at the beginning of a clause: those that were named before."""
    before = [t.lemma for t in sentence.tokens[max(0, phrase.mention.first - 2) : phrase.mention.head]]
    opens = phrase.mention.first <= 2 or sentence.tokens[phrase.mention.first - 3].text in "，。；"
    return opens and any(w[0] in "两二" for w in before)


def _pronouns(sentence: Sentence) -> Iterator[Phrase]:
    """«它位于…»: the subject at the beginning of a sentence."""
    yield from _here(sentence)
    at = 1 if len(sentence.tokens) > 1 and sentence.tokens[0].text in "“「『" else 0
    if sentence.tokens[at].lemma in words("pronouns", "one"):
        span = sentence.span(at, at + 1)
        mention = Mention(sentence.index, at, at + 1, at, span, ("Body",), "pronoun", "", "pronoun", 0.7)
        yield Phrase(mention, at, at + 1, NOMINATIVE)


def _here(sentence: Sentence) -> Iterator[Phrase]:
    """«在此揭牌»: where the text is."""
    for at, token in enumerate(sentence.tokens):
        if at and token.lemma in words("pronouns", "here") and sentence.tokens[at - 1].lemma == "在":
            span = sentence.span(at, at + 1)
            mention = Mention(
                sentence.index, at, at + 1, at, span, ("Place",), "pronoun", "place", "pronoun-place", 0.6
            )
            yield Phrase(mention, at, at + 1, frozenset({"in"}))


def part_cues(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """One cue for each part of an event beside the whole that is taken for granted."""
    if any(p.mention.rule == "whole-event" for p in phrases):
        for phrase in phrases:
            if is_part(tokens, phrase) and phrase.mention.kind in {"named", "described"}:
                yield Cue("hold", phrase.mention.first, "part-of-event", phrase.mention.name)
