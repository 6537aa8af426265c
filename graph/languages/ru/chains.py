"""How far a name goes on to the right of its head noun: genitives, quotes, Latin letters, «по …», «для …»."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.languages.ru.morphology import is_foreign
from baygraph.languages.ru.phrases import is_latin_name, latin_end, name_in_quotes, nominal_group
from baygraph.languages.ru.places import place_heads
from baygraph.languages.ru.words import head_nouns, self_named, words
from baygraph.languages.segment import is_acronym

GENITIVE = frozenset({"gen"})
AFTER_PREPOSITION = {
    "по": frozenset({"dat"}), "о": frozenset({"loc"}), "об": frozenset({"loc"}), "для": GENITIVE,
    "за": frozenset({"ins"}), "с": frozenset({"ins"}), "в": frozenset({"loc"}), "на": frozenset({"loc"}),
    "между": frozenset({"ins"}), "со": frozenset({"ins"}),
}  # fmt: skip
LONGEST = 16
HONOUR = 2  # words of «имени Сунь Ятсена»


class Chain(NamedTuple):
    """Where a name ends, and the place of the part in quotes or Latin letters, if it has one."""

    stop: int
    quoted: tuple[int, int] | None


class Blocked(NamedTuple):
    """Tokens that a name may not take (persons), and those that it takes as one piece (known names)."""

    closed: Collection[int]
    whole: Mapping[int, int]


def chain(tokens: Sequence[Token], head: int, prepositions: Collection[str], blocked: Blocked) -> Chain:
    """Follow a name from its head noun to the right."""
    at, cases, quoted = head + 1, GENITIVE, None
    generic = self_named()
    while at < len(tokens) and at - head < LONGEST and at not in blocked.closed:
        if tokens[head].lemma in generic and tokens[at].lemma in generic:
            break  # «дочернее предприятие группы «А»» is not called «А»
        proper = name_in_quotes(tokens, at) or latin_end(tokens, at)
        if proper:
            at, quoted = proper, quoted or (at, proper)
            if tokens[proper - 1].text == "»":
                break
            continue
        at = _over_small_words(tokens, at, prepositions)
        step = (
            _honoured(tokens, at, blocked)
            or _told_apart(tokens, at, head)
            or _step(tokens, at, cases, blocked)
            or _listed(tokens, at, head, cases, blocked)
        )
        ahead = at < len(tokens) and (tokens[at].lower in prepositions or _links(tokens, at))
        if not step and ahead and not _breaks(tokens, at):
            cases = AFTER_PREPOSITION[tokens[at].lower]
            step = _step(tokens, _over_small_words(tokens, at + 1, ()), cases, blocked)
        step = step or _own_name(tokens, at, head, blocked) or _of_town(tokens, at, head, blocked)
        if not step:
            break
        at = _route(tokens, at, step, blocked)
        cases = cases | GENITIVE
    return Chain(at, quoted)


def _told_apart(tokens: Sequence[Token], at: int, head: int) -> int:
    """The end of «№ 2» in «краевая больница № 2», of «Б» in «секция Б «Посадка»», or 0."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if at >= len(tokens):
        return 0
    if tokens[at].text in words("numbered", "signs"):
        return at + 2 if after and after.text.isdigit() else 0
    letter = len(tokens[at].text) == 1 and tokens[at].text.isupper() and at == head + 1
    initial = after is not None and after.text == "."
    return at + 1 if letter and not initial and tokens[head].lemma in words("numbered", "lettered") else 0


def _links(tokens: Sequence[Token], at: int) -> bool:
    """«станция по связям со специалистами»."""
    people = at + 1 < len(tokens) and tokens[at + 1].text[0].islower()
    joined = tokens[at].lower in words("prepositions", "with")
    return people and joined and tokens[at - 1].lemma in words("continues", "linked")


def _own_name(tokens: Sequence[Token], at: int, head: int, blocked: Blocked) -> int:
    """The end of the name that a body has beside its nouns («Институт энергетики Дунцзян»)."""
    if at >= len(tokens):
        return 0
    if not (tokens[head].text[0].isupper() or _bears_name(tokens, at, head)):  # «в аэропорту Цзиньвань»
        placed = at == head + 1 and tokens[head].lemma in words("not_names", "placed")
        return blocked.whole.get(at, 0) if placed and _is_uninflected(tokens[at]) else 0
    bare = at not in blocked.closed and at not in blocked.whole and is_foreign(tokens[at].text)
    whole = at == head + 1 and at in blocked.whole and _is_uninflected(tokens[at])
    return blocked.whole[at] if whole else at + 1 if bare and _is_uninflected(tokens[at]) else 0


def _bears_name(tokens: Sequence[Token], at: int, head: int) -> bool:
    """«больница Боай», «университет Цзинань»: a body before a word that can be no genitive."""
    return at == head + 1 and tokens[head].lemma in words("bearing", "heads")


def _of_town(tokens: Sequence[Token], at: int, head: int, blocked: Blocked) -> int:
    """The end of the place behind its noun («бюро коммерции города Чжухай»)."""
    kind = tokens[at - 1].lemma in place_heads() and at - 1 > head and at < len(tokens)
    bare = kind and at not in blocked.closed and _is_uninflected(tokens[at])
    return blocked.whole.get(at, at + 1 if is_foreign(tokens[at].text) else 0) if bare else 0


def _is_uninflected(token: Token) -> bool:
    return token.text[0].isupper() and any(r.case == "nom" and r.lemma == token.lower for r in token.readings)


def _honoured(tokens: Sequence[Token], at: int, blocked: Blocked) -> int:
    """The end of «имени В. И. Ильичёва» and the like, or 0."""
    if at + 1 >= len(tokens):
        return 0
    if tokens[at].lower not in words("titles", "in_honour"):
        return _named_after(tokens, at, blocked)
    short = tokens[at + 1].text == "."  # «им. Сатпаева», but «лаборатория им владеет»
    at += 2 if short else 1
    start = at
    if at < len(tokens) and not tokens[at].text[0].isupper():
        return 0
    while at + 1 < len(tokens) and len(tokens[at].text) == 1 and tokens[at + 1].text == ".":
        at += 2
    stop = at
    while stop < len(tokens) and tokens[stop].text[0].isupper() and stop not in blocked.closed:
        stop += 1
    return min(stop, at + (HONOUR if at == start else 1))


def _named_after(tokens: Sequence[Token], at: int, blocked: Blocked) -> int:
    """The end of «Ли Ка Шина» in «Фонд Ли Ка Шина»: two capitals or more right behind what bears names."""
    if tokens[at - 1].lemma not in words("titles", "bearing") or not tokens[at - 1].text[0].isupper():
        return 0
    stop = at
    while stop < len(tokens) and tokens[stop].text[0].isupper() and tokens[stop].text[0] > "z":
        stop += 1
    free = not any(i in blocked.closed or i in blocked.whole for i in range(at, stop))
    return stop if free and stop - at > 1 else 0


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """«выставка по приглашению лаборатории»: what says why or how is no part of a name."""
    return at + 1 < len(tokens) and tokens[at + 1].lemma in words("breaking", "nouns")


def _over_small_words(tokens: Sequence[Token], at: int, prepositions: Collection[str]) -> int:
    """«форум … в сфере интеллектуального производства»: what is about something names its field."""
    if at == len(tokens):
        return at
    if tokens[at].lower in words("possessives", "words"):
        return at + 1
    if (
        prepositions
        and at + 1 < len(tokens)
        and tokens[at].lower == "в"
        and tokens[at + 1].lemma in words("topics", "spheres")
    ):
        return at + 2
    return at


def _route(tokens: Sequence[Token], at: int, stop: int, blocked: Blocked) -> int:
    """«переход Шэньчжэнь — Чжуншань»: two known names of one word with a dash are one name."""
    single = stop - at == 1 and at in blocked.whole and blocked.whole.get(stop + 1) == stop + 2
    following = tokens[stop + 1].text if stop + 1 < len(tokens) else ""
    if is_acronym(tokens[stop - 1].text) and is_acronym(following) and tokens[stop].text in {"—", "–", "-"}:
        return stop + 2
    while single and tokens[stop].text in {"—", "–", "-"}:  # «мост Гонконг — Чжухай — Макао»
        stop = blocked.whole[stop + 1]
        single = blocked.whole.get(stop + 1) == stop + 2
    return stop


def _step(tokens: Sequence[Token], at: int, cases: frozenset[str], blocked: Blocked) -> int:
    """One more noun with its adjectives, or one known name as a whole."""
    if at >= len(tokens) or at in blocked.closed:
        return 0
    if at in blocked.whole and _fits(tokens, at, blocked.whole[at], cases):
        return blocked.whole[at]
    stop = nominal_group(tokens, at, cases)
    return 0 if any(i in blocked.closed for i in range(at, stop)) else stop


def _fits(tokens: Sequence[Token], at: int, stop: int, cases: frozenset[str]) -> bool:
    """A known name counts as a genitive when its first word can be one, or does not inflect."""
    words = [t for t in tokens[at:stop] if t.text[0].isalnum()][:1]
    return any(r.case in cases or t.text.isascii() for t in words for r in t.readings)


def _listed(tokens: Sequence[Token], at: int, head: int, cases: frozenset[str], blocked: Blocked) -> int:
    """«… науки, технике и образования»: a further member of a list that ends with «и»."""
    if at - head < 2 or at == len(tokens) or tokens[at].lower not in {"и", ","}:
        return 0
    joint = any(t.lemma in words("joint", "words") for t in tokens[max(0, head - 1) : at])
    if at + 1 < len(tokens) and is_latin_name(tokens[at + 1]) and not joint:
        return 0  # «мэрия Чжухая и Recycling Times Media», but «центр совместных инноваций Чжуншаня и HKUST»
    stop = _step(tokens, at + 1, cases, blocked)
    if not stop or _restarts(tokens, at + 1, stop):
        return 0
    if tokens[at].lower == "и":
        return stop
    return stop if _ends_with_and(tokens, stop, cases, blocked) else 0


def _restarts(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«института … и центра …»: a further head noun in the singular begins another name."""
    return any(
        r.lemma in head_nouns() and r.number == "sg" and r.case == "gen" for r in tokens[stop - 1].readings
    ) and not any(r.pos == "PROPN" for r in tokens[at].readings)


def _ends_with_and(tokens: Sequence[Token], at: int, cases: frozenset[str], blocked: Blocked) -> bool:
    while at < len(tokens) and tokens[at].lower in {",", "и"}:
        stop = _step(tokens, at + 1, cases, blocked)
        if not stop:
            return False
        if tokens[at].lower == "и":
            return True
        at = stop
        while more := _step(tokens, at, frozenset({"gen"}), blocked):
            at = more
    return False
