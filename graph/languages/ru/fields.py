"""Fields that no list knows, after words that announce one: «в сфере X», «специализируется на X»."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from baygraph import gazetteer
from baygraph.annotation import Mention, Sentence, Token
from baygraph.gazetteer import Known
from baygraph.languages.ru import known_names
from baygraph.languages.ru.heads import head_types
from baygraph.languages.ru.morphology import is_known, readings, stem
from baygraph.languages.ru.phrases import adjectival, attributes_before, nominal_group, nouns
from baygraph.languages.ru.places import place_heads
from baygraph.languages.ru.wording import dictionary_form
from baygraph.languages.ru.words import lexicon, words

GENITIVE = frozenset({"gen"})
ADJECTIVES = (("ия", "ический"), ("ика", "ический"), ("ина", "инский"))


def open_fields(text: str, sentence: Sentence) -> Iterator[Mention]:
    """The fields that announcing words are followed by, each member of a list for itself."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-1]):
        start, cases = _announced(tokens, at, token)
        if cases:
            yield from listed_fields(text, sentence, start, cases)


def _announced(tokens: Sequence[Token], at: int, token: Token) -> tuple[int, frozenset[str]]:
    """Where the field begins and the cases that it may stand in; no cases where nothing announces one."""
    if announcing := _announcing(token.text):
        before, case = announcing
        start = at + 2 if before and tokens[at + 1].lower == before else at + 1
        return start, frozenset({case}) if not before or start == at + 2 else frozenset()
    two = f"{tokens[at - 1].lower} {token.lower}" if at and token.lower in _last_words() else ""
    return at + 1, GENITIVE if two and two in words("topics", "prepositions") else frozenset()


@lru_cache(maxsize=1 << 15)
def _announcing(word: str) -> tuple[str, str] | None:
    """The preposition, if there is one, and the case of the field that a verb or a noun announces."""
    for reading in readings(word)[:2]:
        if reading.pos == "VERB" and reading.lemma in _verbs():
            return _verbs()[reading.lemma]
        if reading.pos == "NOUN" and reading.lemma in words("topics", "nouns"):
            return "", "gen"
    return None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in words("topics", "prepositions"))


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    """Verb → the preposition and the case of what it is about."""
    rows = ((verb, value.split()) for verb, value in lexicon().map("topics", "verbs").items())
    return {verb: (value[0] if len(value) > 1 else "", value[-1]) for verb, value in rows}


def listed_fields(text: str, sentence: Sentence, at: int, cases: frozenset[str]) -> Iterator[Mention]:
    """The fields that begin at a token and stand in one of the cases, each member of a list for itself."""
    tokens = sentence.tokens
    known = {h.first: h.stop for h in known_names.fields(sentence)}
    while at < len(tokens):
        stop = known.get(at) or _end(tokens, at, cases, known)
        if not stop:
            return
        if at not in known:
            yield from _mention(text, sentence, at, stop, cases)
        joins = stop < len(tokens) and tokens[stop].lower in words("topics", "joining")
        at = stop + 1 if joins else len(tokens)


def _end(tokens: Sequence[Token], at: int, cases: frozenset[str], known: dict[int, int]) -> int:
    """The end of a noun with its adjectives and one genitive."""
    stop = nominal_group(tokens, at, cases)
    if not stop or any(t.text[:1].isupper() and not t.text.isupper() for t in tokens[at:stop]):
        return 0
    more = known.get(stop) or (nominal_group(tokens, stop, GENITIVE) if stop < len(tokens) else 0)
    capital = any(t.text[:1].isupper() for t in tokens[stop:more])
    return stop if capital or not more else more


def _mention(text: str, sentence: Sentence, at: int, stop: int, cases: frozenset[str]) -> Iterator[Mention]:
    tokens = sentence.tokens
    head = next(i for i in range(at, stop) if any(r.case in cases for r in nouns(tokens[i])))
    agreeing = [r for r in attributes_before(tokens, head, at)[1] if r.case in cases]
    if not agreeing or _is_general(tokens, at, head, agreeing[0].lemma) or len(tokens[head].text) < 4:
        return
    plural = all(r.number == "pl" for r in agreeing)
    name = dictionary_form(text, tokens, at, head, stop, plural)
    span = sentence.span(at, stop)
    yield Mention(sentence.index, at, stop, head, span, ("Field",), "described", name, "open-field", 0.6)


def _is_general(tokens: Sequence[Token], at: int, head: int, lemma: str) -> bool:
    """«специалисты», «новые проекты» are what somebody deals with, not a field."""
    human = any(r.animate for r in nouns(tokens[head]))
    return (
        human
        or any(lemma in listed for listed in (words("topics", "general"), place_heads()))
        or lemma in head_types().keys() - words("topics", "devices")
        or tokens[at].pos in {"DET", "NUM", "PRON"}
    )


@cache
def _adjectives() -> dict[str, Known]:
    """The stem of a field's adjective («робототехнический») → the field."""
    out: dict[str, Known] = {}
    for entry in gazetteer.load().fields:
        for name in entry.names:
            lower = name.text.lower()
            for noun, adjective in ADJECTIVES:
                if name.lang == "ru" and lower.endswith(noun) and lower.isalpha():
                    out |= _checked(lower.removesuffix(noun) + adjective, entry)
    for key, listed in lexicon().map("field_adjectives").items():
        known = gazetteer.load().by_key(key)
        out |= {stem(w): known for w in listed.split()} if known else {}
    return out


def _checked(adjective: str, entry: Known) -> dict[str, Known]:
    return {stem(adjective): entry} if is_known(adjective) else {}


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """«медицинский центр», «фармацевтическая отрасль», but no «медицинская модель»."""
    noun = next((t for t in tokens[at + 1 : at + 4] if nouns(t) and not adjectival(t)), None)
    return noun is not None and any(
        r.lemma in head_types() or r.lemma in words("topics", "trades") for r in nouns(noun)
    )


def field_adjectives(sentence: Sentence) -> Iterator[Mention]:
    """«биотехнологическая компания»: the field that an adjective in small letters is made of."""
    made = _adjectives()
    for at, token in enumerate(sentence.tokens):
        entry = made.get(token.stem)
        if entry is None or not adjectival(token) or (at and not token.text[0].islower()):
            continue
        if _tells(sentence.tokens, at):
            name = entry.label("ru") or token.text
            yield Mention(
                sentence.index, at, at + 1, at, sentence.span(at, at + 1), ("Field",), "described", name,
                "field-adjective", 0.6, entry.key,
            )  # fmt: skip
