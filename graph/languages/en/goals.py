"""Goals: «aims to become …», «its goal of developing into …», «to be built into …», enumerations included."""

from collections.abc import Iterator, Sequence
from functools import cache

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.counted import phrase_after
from baygraph.languages.en.cues import modality, use_of
from baygraph.languages.en.goal_words import (
    counts,
    is_under_way,
    is_wished,
    past_aside,
    past_owner,
    second_end,
    stated,
)
from baygraph.languages.en.morphology import is_plural, singular
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Cue

REACH = 8  # tokens between «aims» and «become»
LONGEST = 18
OPENING = frozenset("\"“'‘")
INTO = frozenset({"into", "as"})
BECOMING = frozenset({"become", "be"})
CONTINUES = frozenset({"of", "for", "in", "with", "between", "on", "to", "into", "from", "against"})


@cache
def _words(kind: str) -> frozenset[str]:
    return lexicon().words("aims", kind)


def goals(sentence: Sentence) -> tuple[tuple[Cue, tuple[Mention, ...]], ...]:
    """The goals that a sentence states, each list under the cue that announces it."""
    out: list[tuple[Cue, tuple[Mention, ...]]] = []
    tokens, stop = sentence.tokens, 0
    for at, token in enumerate(tokens):
        if (
            at >= stop
            and (begin := _called(tokens, at) or stated(tokens, at))
            and (found := tuple(_listed(sentence, begin)))
        ):
            use = "aim-noun" if token.pos == "NOUN" else "active"
            out.append((Cue("pursue", at, use, token.lemma, modality(tokens, at)), found))
            stop = found[-1].stop
        if at < stop or not _may_become(tokens, at):
            continue
        aim = _aim_before(tokens, at)
        if aim is None and stop and at - stop <= 2 and tokens[at - 1].lower == "to" and out:
            aim = out[-1][0].token
        begin = _complement(tokens, at, aim is not None)
        if begin and (aim is not None or _is_into_plan(tokens, at)):
            found = tuple(_listed(sentence, begin))
            if found:
                place = aim if aim is not None else at
                use = "aim-noun" if tokens[place].pos in {"NOUN", "ADJ"} else use_of(tokens, place)
                out.append((Cue("pursue", place, use, token.lemma, modality(tokens, place)), found))
                stop = found[-1].stop
    return tuple(out)


def _called(tokens: Sequence[Token], at: int) -> int:
    """«calls itself a hub for chips», «sees itself as the bridge …»: where a claim begins, or 0."""
    said = tokens[at].pos == "VERB" and tokens[at].lemma in _words("calling")
    if not said or at + 3 >= len(tokens) or tokens[at + 1].lower != "itself":
        return 0
    begin = at + 2 + (tokens[at + 2].lower == "as")
    begin += tokens[begin].text in OPENING
    return begin if tokens[begin].lower in {"a", "an", "the"} else 0


def _may_become(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    is_verb = token.pos in {"VERB", "AUX"} and token.lemma in _words("become")
    is_verb = is_verb or (at > 0 and tokens[at - 1].lemma == "help" and token.lower in _words("become"))
    return is_verb or (
        token.lower == "building" and token.pos == "NOUN" and at > 0 and tokens[at - 1].pos == "DET"
    )


def _aim_before(tokens: Sequence[Token], at: int) -> int | None:
    """The verb or noun that makes what follows a goal: «aims to», «goal of», «vision is to», «is to»."""
    for place in range(at - 1, max(-1, at - _reach(tokens, at) - 1), -1):
        token = tokens[place]
        if is_wished(tokens, place) or is_under_way(tokens, place):
            return place
        if (
            token.text in {";", "."}
            or (token.text == ":" and not any(map(_is_aim, tokens[:place])))
            or (token.pos == "SCONJ" and token.lower not in {"that", "as", "what"})
        ):
            return None
        between = [t.lower for t in tokens[place + 1 : at]]
        if token.pos == "VERB" and token.lemma in _words("verbs") and _links(between, tokens[place:at]):
            return place
        if (
            token.pos in {"NOUN", "ADJ"}
            and singular(token.lower) in _words("nouns") | {"theme"}
            and _links_noun(between, tokens[at])
        ):
            return place
    return _plain_plan(tokens, at)


def _reach(tokens: Sequence[Token], at: int) -> int:
    """«The slogan for its third decade hangs above the gate: “To be …”»: from a colon back to its noun."""
    opened = at > 2 and tokens[at - 1].lower == "to"
    return 3 * REACH if opened and ":" in {t.text for t in tokens[at - 3 : at - 1]} else REACH


def _is_aim(token: Token) -> bool:
    """«The two parks share an ambition: to be …»."""
    return token.pos == "NOUN" and singular(token.lower) in _words("nouns")


def _plain_plan(tokens: Sequence[Token], at: int) -> int | None:
    """«Nansha is to become …»: the verb «be» before an infinitive."""
    plans = at > 2 and tokens[at - 1].lower == "to" and tokens[at - 2].lower in {"is", "are"}
    return at - 2 if plans else None


@cache
def _becoming() -> frozenset[str]:
    return _words("become") | _words("verbs")


def _links(between: Sequence[str], tokens: Sequence[Token]) -> bool:
    """«aims to», «is committed to», «seeks», but no second verb between."""
    said = tokens[past_aside(tokens, 1) :]
    others = [t for t in said if t.pos == "VERB" and t.lemma not in _becoming()]
    hoped = "that" in between and bool({"will", "would", "can", "could"} & set(between))
    return not others and (hoped or "to" in between or "at" in between or "on" in between or "for" in between)


def _links_noun(between: Sequence[str], verb: Token) -> bool:
    """«goal of becoming», «aim is to become», «bid to become», «theme the building of»."""
    if verb.lower == "building" and verb.pos == "NOUN":
        return between == ["the"] or between[:1] == ["is"]
    return bool({"of", "to", "as", "in"} & set(between))


def _is_into_plan(tokens: Sequence[Token], at: int) -> bool:
    """«to be built into a hub», «will be turned into …»: a planned change by itself."""
    return modality(tokens, at) == "planned" and tokens[at].lemma not in BECOMING and _into(tokens, at) > 0


def _into(tokens: Sequence[Token], at: int) -> int:
    """The token behind «into» or «as» after a verb and its object; 0 if there is none."""
    for place in range(at + 1, min(at + 12, len(tokens) - 1)):
        if tokens[place].lower == "into" or (
            tokens[place].lower == "as" and tokens[at].lemma in _words("becoming_as")
        ):
            return place + 1
        if tokens[place].pos in {"VERB", "AUX", "SCONJ"} or tokens[place].text in {",", ";"}:
            return 0
    return 0


def _complement(tokens: Sequence[Token], at: int, aimed: bool) -> int:
    """Where the noun phrase of a goal begins; 0 if the verb states none."""
    token = tokens[at]
    if token.lower == "building" and token.pos == "NOUN":
        return at + 2 if at + 2 < len(tokens) and tokens[at + 1].lower == "of" else 0
    into = _into(tokens, at) if token.lemma != "become" else 0
    if into:
        return into
    if token.lemma == "make" and aimed:
        return _made(tokens, at)
    if token.lemma == "become" or (token.lemma == "be" and aimed and token.lower == "be"):
        known = at + 2 < len(tokens) and tokens[at + 2].lower in INTO
        return (
            at + 3 if known and tokens[at + 1].lemma in _words("becoming_as") else past_aside(tokens, at + 1)
        )
    if not aimed or token.pos == "AUX":
        return 0
    found = phrase_after(tokens, _past_article(tokens, at + 1))
    if (
        found is None
        or is_plural(tokens[found.head].lower)
        or singular(tokens[found.head].lower) not in _words("heads")
    ):
        return 0
    return at + 1 if any(t.lower in _words("scope") for t in tokens[at + 1 : found.head]) else 0


def _made(tokens: Sequence[Token], at: int) -> int:
    """«make Zhaoqing a growth pole»: the article behind a name and before a noun; 0 if there is none."""
    place = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].pos == "DET")
    while place < len(tokens) and (tokens[place].pos in {"PROPN", "PRON", "NOUN"} or _is_open(tokens, place)):
        place += 1
    return place if at + 1 < place < len(tokens) and tokens[place].lower in {"a", "an", "the"} else 0


def _is_open(tokens: Sequence[Token], at: int) -> bool:
    """«make the city | “the smart basket of the bay”»: a mark before what it is to be."""
    return tokens[at].text in OPENING and tokens[at + 1 : at + 2] != () and tokens[at + 1].pos == "DET"


def _past_article(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].pos in {"DET", "ADV", "NUM"}:
        at += 1
    return at


def _listed(sentence: Sentence, at: int) -> Iterator[Mention]:
    """The noun phrases of a goal, joined by commas and «and»."""
    tokens = sentence.tokens
    while at < len(tokens):
        goal = _goal(sentence, at)
        if goal is None:
            return
        yield goal
        at = goal.stop
        while at < len(tokens) and (
            tokens[at].text == "," or tokens[at].lower in {"and", "well", "as", "but", "also"}
        ):
            at += 1
        conjoined = any(t.pos == "CCONJ" or t.lower == "well" for t in tokens[goal.stop : at])
        articles = {"a", "an", "the"} if conjoined else {"a", "an"}
        if at == goal.stop or at >= len(tokens) or tokens[at].lower not in articles:
            return


def _goal(sentence: Sentence, at: int) -> Mention | None:
    tokens = sentence.tokens
    begin = at
    while begin < len(tokens) and (
        tokens[begin].pos in {"DET", "ADV"} or tokens[begin].lower in {"one", "of"} | OPENING
    ):
        begin += 1
    head = _head(tokens, begin)
    if head is None or _is_no_goal(singular(tokens[head].lower)):
        return None
    stop = _extent(tokens, head + 1)
    span = sentence.span(begin, stop)
    name = " ".join(_joined(tokens, begin, stop))
    return Mention(sentence.index, begin, stop, head, span, ("Goal",), "named", name, "goal", 0.85)


def _is_no_goal(head: str) -> bool:
    """«known as an aim», «serve as her deputy»."""
    return head in _words("nouns") or head in lexicon().words("titles", "words")


def _joined(tokens: Sequence[Token], first: int, stop: int) -> Iterator[str]:
    word = ""
    for i in range(first, stop):
        if word and tokens[i].start > tokens[i - 1].end:
            yield word
            word = ""
        word += tokens[i].text
    yield word


def _head(tokens: Sequence[Token], at: int) -> int | None:
    found = phrase_after(tokens, past_owner(tokens, at))
    if found is None or tokens[found.head].pos == "PRON":
        return None
    return found.head


def _extent(tokens: Sequence[Token], at: int) -> int:
    """A goal goes on over «of», «for», «in», «with» and their nouns."""
    first = at
    while at + 1 < len(tokens) and tokens[at].lower in CONTINUES and at - first < LONGEST:
        doing = tokens[at].lower == "for" and tokens[at + 1].readings[0].form == "ger"
        found = phrase_after(tokens, _past_article(tokens, at + 1 + doing))
        if found is None or (tokens[at + 1].pos in {"VERB", "PRON"} and not doing):
            break
        if counts(tokens, at):
            break
        inside = [t.lower for t in tokens[at + 1 : found.stop]]
        if "," in inside and "and" not in inside:
            return at + 1 + inside.index(",")  # «a forum for engineering, new members are welcome»
        at = second_end(tokens, at, found.stop)
    return at
