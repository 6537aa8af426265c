"""Words that announce relations, and how each is used in its sentence."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from baygraph.annotation import Reading, Sentence, Token
from baygraph.languages.pack import Cue, Phrase
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.morphology import readings
from baygraph.languages.ru.phrases import adjectival
from baygraph.languages.ru.words import lexicon, words

# A verb on -ся is the passive of these («центр создаётся городом»), not of others («стремится»).
REFLEXIVE_PASSIVE = frozenset({"found", "hold", "sign", "run"})
TOGETHER = frozenset({"found", "hold", "sign", "cooperate"})  # say by themselves what «вместе с» means
HAPPENING = frozenset({"locate", "hold", "found"})  # say by themselves where an event is
SEATED = frozenset(
    ["Event", "Incubator", "Park", "Laboratory", "Workstation", "Platform", "Facility", "OverseasStation"]
)
PLACES = frozenset({"City", "District", "Country", "Region"})
REACH = 6  # how far before a verb a word may stand that plans or denies it, in tokens


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    return _by_word("verbs")


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(verb for listed in lexicon().map("light_verbs").values() for verb in listed.split())


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return _by_word("nouns")


def _by_word(kind: str) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for frame, listed in lexicon().map("cues").items():
        for word in listed.get(kind, "").split():
            out[word] = (*out.get(word, ()), frame)
    return out


def cues(sentence: Sentence) -> tuple[Cue, ...]:
    """All cues of a sentence; one word may open several frames."""
    tokens = sentence.tokens
    return (
        *_announced(sentence),
        *_ranks(tokens),
        *_passives(tokens),
        *_offices(tokens),
        *_joint(tokens),
        *_allies(tokens),
        *_together(tokens),
        *_topics(tokens),
        *_supporters(tokens),
    )


def _supporters(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«При содействии: A, B»: a line of a programme."""
    line = len(tokens) > 3 and tokens[0].lower == "при" and tokens[2].text in words("clauses", "equations")
    if line and tokens[1].lemma in words("unsaid", "support"):
        yield Cue("attend", 1, "noun", tokens[1].lemma)


def general(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[Cue]:
    """What any verb says beside «на форуме» (they were there) or «рука об руку с A» (they act together)."""
    held = any("Event" in p.mention.types and p.roles & {"in", "at"} for p in phrases)
    joined = any("together" in p.roles for p in phrases)
    held_here = [p for p in phrases if p.mention.types[0] in SEATED and p.host < 0 and not p.plural]
    event = len(held_here) == 1 and any(PLACES & {*p.mention.types} for p in phrases)
    dashes = words("clauses", "dashes")
    dash = next((i for i, t in enumerate(tokens) if t.text in dashes), 0)
    verbless = dash and not any(is_finite(t) for t in tokens[:dash])
    if verbless and any(p.stop == dash and p.roles & {"in", "at"} for p in phrases):
        yield Cue("locate", dash, "inverse", tokens[dash].text)
    for at, token in enumerate(tokens) if held or joined or event else ():
        reading = token.readings[0]
        if is_finite(token) and reading.form == "" and reading.voice == "":
            if held and not {"speak", "sign"} & set(_verbs().get(reading.lemma, ())):
                yield Cue("speak", at, "active", reading.lemma, modality(tokens, at, reading))
            if event and not HAPPENING & set(_verbs().get(reading.lemma, ())):
                yield Cue("happen", at, "active", reading.lemma, modality(tokens, at, reading))
            idle = TOGETHER & set(_verbs().get(reading.lemma, ())) or reading.lemma in words(
                "linking", "verbs"
            )
            if joined and not idle:
                yield Cue("joined", at, "active", reading.lemma, modality(tokens, at, reading))


def _offices(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«ректором назначен A», «A занял пост директора»: an office that is said of somebody."""
    for at, token in enumerate(tokens):
        if _is_office(token.text):
            yield Cue("office", at, "noun", token.lemma, modality(tokens, at, token.readings[0]))


@lru_cache(maxsize=1 << 15)
def _is_office(word: str) -> bool:
    offices = words("titles", "offices")
    return any(r.pos == "NOUN" and r.lemma in offices for r in readings(word)[:2])


def _joint(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«ведёт совместные изыскания с A»: whatever is done jointly with somebody."""
    joint, owned = words("joint", "words"), words("joint", "owned")
    for at, token in enumerate(tokens[:-1]):
        if token.lemma not in joint and token.lemma not in owned:
            continue
        verb = _done_jointly(tokens, at) if token.lemma in joint else None
        if verb is not None:
            reading = tokens[verb].readings[0]
            yield Cue("cooperate", verb, "active", reading.lemma, modality(tokens, verb, reading))
        following = tokens[at + 1]
        if token.lemma in owned and following.lemma in words("joint", "nouns"):
            yield Cue("enter", at + 1, "noun", "подразделение", modality(tokens, at, following.readings[0]))
        own = "cooperate" in _nouns().get(following.lemma, ()) or "found" in _nouns().get(following.lemma, ())
        if token.lemma in joint and following.pos == "NOUN" and not own:
            yield Cue(
                "cooperate", at + 1, "noun", following.lemma, modality(tokens, at, following.readings[0])
            )


def _done_jointly(tokens: Sequence[Token], at: int) -> int | None:
    """«A и B запустили совместную программу»: the verb whose object is called joint."""
    if not any(r.case == "acc" for r in tokens[at].readings):
        return None
    before, after = range(at - 1, max(-1, at - REACH), -1), range(at + 1, min(len(tokens), at + REACH))
    verb = next((v for v in (_verb_along(tokens, before), _verb_along(tokens, after)) if v is not None), None)
    if verb is None or tokens[verb].readings[0].voice:
        return None
    return None if "cooperate" in _verbs().get(tokens[verb].lemma, ()) else verb


def _verb_along(tokens: Sequence[Token], way: range) -> int | None:
    """The first finite verb on a way that no comma crosses."""
    end = next((i for i in way if tokens[i].text == "," or is_finite(tokens[i])), None)
    return end if end is not None and is_finite(tokens[end]) else None


def _allies(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«A и B стали партнёрами»: partners of each other, where nothing says of what."""
    for at, token in enumerate(tokens):
        for r in token.readings:
            if r.lemma in words("joint", "allies") and r.number == "pl" and r.case == "ins":
                following = tokens[at + 1] if at + 1 < len(tokens) else None
                if following is None or not (following.has("NOUN", "gen") or adjectival(following)):
                    yield Cue("cooperate", at, "noun", token.lemma, _of_link(tokens, at, r))


def _together(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«A и B совместно разрабатывают …»: what is done jointly."""
    adverbs = words("joint", "adverbs")
    for at, token in enumerate(tokens):
        if token.lower not in adverbs:
            continue
        near = [i for i in (at + 1, at - 1, at + 2) if 0 <= i < len(tokens) and is_finite(tokens[i])]
        reading = tokens[near[0]].readings[0] if near else None
        if reading and reading.number == "pl" and not reading.voice:
            yield Cue("jointly", near[0], "active", reading.lemma, modality(tokens, near[0], reading))


def _topics(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«форум в сфере X», «работает в области Y»."""
    announcing = words("topics", "prepositions")
    for at in range(1, len(tokens)):
        if tokens[at - 1].pos == "ADP" and f"{tokens[at - 1].lower} {tokens[at].lower}" in announcing:
            yield Cue("specialize", at, "topic", tokens[at].lemma)


def _passives(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«подведён под крышу», «введён в строй»: what is done somewhere to a building shows where it is."""
    for at, token in enumerate(tokens):
        if token.readings[0].form == "part-short" and token.lemma not in _verbs():
            yield Cue("undergo", at, "passive", token.lemma, modality(tokens, at, token.readings[0]))


def _ranks(tokens: Sequence[Token]) -> Iterator[Cue]:
    """«первая в Китае база»: what is the first of its kind somewhere is there."""
    ranks = words("ranks", "words")
    for at, token in enumerate(tokens[:-2]):
        if tokens[at + 1].lower in {"в", "во", "на"} and any(r.lemma in ranks for r in token.readings):
            yield Cue("rank", at, "rank", token.lemma)


def _announced(sentence: Sentence) -> tuple[Cue, ...]:
    tokens = sentence.tokens
    idle = _idle_verbs(tokens)
    found = [(at, reading) for at, token in enumerate(tokens) if (reading := _announcing(token.text))]
    if tokens and (label := _label(tokens)):
        found = [(0, label), *((at, reading) for at, reading in found if at)]
    return tuple(
        Cue(frame, at, use, reading.lemma, modality(tokens, at, reading) or _of_link(tokens, at, reading))
        for at, reading in found
        if at not in idle
        for frame, use in _uses(reading)
    )


def _label(tokens: Sequence[Token]) -> Reading | None:
    """As a label («Ведущая — …») a participle is a noun."""
    first = tokens[0]
    announces = len(tokens) > 2 and tokens[1].text in words("clauses", "equations")
    if announces and first.lemma in _nouns() and first.pos != "NOUN":
        return first.readings[0]._replace(pos="NOUN")
    return None


def _of_link(tokens: Sequence[Token], at: int, reading: Reading) -> str:
    """«местом встречи станет Макао»: a noun is planned or denied as its linking verb is."""
    if reading.pos == "VERB":
        return ""
    near = [i for i in range(max(0, at - REACH), min(len(tokens), at + 2 * REACH)) if is_finite(tokens[i])]
    links = [i for i in near if tokens[i].lemma in words("linking", "verbs")]
    return modality(tokens, links[0], tokens[links[0]].readings[0]) if links and links[0] == near[0] else ""


def _idle_verbs(tokens: Sequence[Token]) -> frozenset[int]:
    """Verbs that only link: «принять участие», «выступить организатором»."""
    linking, light = words("linking", "verbs"), lexicon().map("light_verbs")
    out = set()
    for at, token in enumerate(tokens):
        if token.pos == "VERB":
            near = tokens[max(0, at - 6) : at + 7]
            with_noun = token.lemma in _light_verbs() and any(
                token.lemma in light.get(t.lemma, "").split() for t in near
            )
            predicate = token.lemma in linking and any(
                r.pos == "NOUN" and r.case == "ins" and r.lemma in _nouns() and r.lemma not in light
                for t in near
                for r in t.readings
            )
            aimed = predicate and token.lemma in words("cues", "become", "verbs") and _is_aimed(tokens, at)
            out |= {at} if with_noun or (predicate and not aimed) else set()
    return frozenset(out)


def _is_aimed(tokens: Sequence[Token], at: int) -> bool:
    """«стремится стать площадкой …», «цель — стать столицей …»: what somebody wants to become."""
    aims = words("cues", "aim", "verbs") | words("cues", "aim", "nouns")
    return tokens[at].readings[0].form == "inf" and any(
        r.lemma in aims for t in tokens[max(0, at - 6) : at] for r in t.readings
    )


@lru_cache(maxsize=1 << 15)
def _announcing(word: str) -> Reading | None:
    """The reading that opens a frame."""
    for reading in readings(word):
        verbal = reading.pos == "VERB" or reading.form == "short"
        table = _verbs() if verbal else _nouns() if reading.pos in {"NOUN", "PROPN"} else {}
        if reading.lemma in table:
            return reading
    return None


def _uses(reading: Reading) -> list[tuple[str, str]]:
    if reading.pos in {"NOUN", "PROPN"}:
        return [(frame, "noun") for frame in _nouns()[reading.lemma]]
    return [(frame, _use(frame, reading)) for frame in _verbs()[reading.lemma]]


def _use(frame: str, reading: Reading) -> str:
    reflexive = reading.lemma.endswith(("ся", "сь")) and frame in REFLEXIVE_PASSIVE
    passive = reading.voice == "pass" or reflexive
    if reading.form == "part":
        return "participle-passive" if passive else "participle"
    return "passive" if passive else "active"


@cache
def _planning() -> frozenset[str]:
    return words("modality", "planned")


@lru_cache(maxsize=1 << 15)
def _plans(word: str) -> bool:
    return any(r.lemma in _planning() and r.pos in {"VERB", "ADJ"} for r in readings(word)[:2])


def modality(tokens: Sequence[Token], at: int, reading: Reading) -> str:
    """``planned`` for the future and what is only intended, ``denied`` after «не», else empty."""
    if at and tokens[at - 1].lower in {"не", "ни"}:
        return "denied"
    if reading.tense == "fut" and reading.form == "" and all(r.tense != "pres" for r in tokens[at].readings):
        return "planned"
    if reading.form == "part-short" and any(
        t.lower in words("modality", "future") for t in tokens[max(0, at - 3) : at]
    ):
        return "planned"
    if (reading.form in {"inf", ""} and reading.pos == "VERB") or reading.pos == "NOUN":
        near = tokens[max(0, at - REACH) : at] if reading.form == "inf" else tokens[max(0, at - 2) : at]
        if any(_plans(t.text) for t in near):
            return "planned"
    return ""
