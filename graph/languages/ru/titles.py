"""Offices and callings beside a person's name: where their phrase begins and ends."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from baygraph.annotation import Token
from baygraph.languages.ru.morphology import readings
from baygraph.languages.ru.phrases import adjectival
from baygraph.languages.ru.words import words

STOPS = frozenset({",", ";", ":", "—", "–", "(", ")"})


def title_before(tokens: Sequence[Token], at: int, floor: int, names: Collection[int] = ()) -> int:
    """Where the title phrase that ends right before a name begins, or ``at`` when there is none.

    ``names`` are the tokens of other names, whose commas and brackets end no title.
    """
    for start in _outside_brackets(tokens, at, max(floor - 1, at - 18)):
        ends = tokens[start].text in STOPS or tokens[start].lower in words("prepositions", "with")
        ends = ends and not _lists(tokens, start, at)
        if start not in names and (ends or _is_finite(tokens[start])):
            return at
        if start not in names and is_title(tokens[start]):
            return _with_attributes(tokens, start, floor, names)
    return at


def _lists(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«глава Бюро инноваций, технологий и промышленности Ли»: a comma between genitives of one name."""
    around = (tokens[at - 1], tokens[at + 1]) if 0 < at < stop - 1 else ()
    return tokens[at].text == "," and bool(around) and all(t.has("NOUN", "gen") for t in around)


def _outside_brackets(tokens: Sequence[Token], at: int, stop: int) -> Iterator[int]:
    """The tokens to the left, what stands in brackets right before left out («института (RIT) Ли Мин»)."""
    at -= 1
    if at > 0 and tokens[at].text == ")":
        at = next((i for i in range(at, stop, -1) if tokens[i].text == "("), 0) - 1
    yield from range(at, stop, -1)


def is_title(token: Token) -> bool:
    """An office or a calling: a listed word, or any noun for a human being («астроном», «вице-премьер»)."""
    return _is_title(token.text)


@lru_cache(maxsize=1 << 15)
def _is_title(word: str) -> bool:
    titles, found = words("titles", "words"), readings(word)
    if found[0].pos in {"ADV", "PART", "CCONJ", "ADP", "VERB"}:
        return False
    return word[0].isalpha() and any(
        r.pos == "NOUN" and (r.lemma in titles or (r.animate and r.number == "sg")) for r in found[:4]
    )


def title_after(tokens: Sequence[Token], stop: int, names: Collection[int]) -> int:
    """Where «, исполнительный директор института,» right after a name ends, or ``stop``."""
    if stop + 1 >= len(tokens) or tokens[stop].text not in {",", "—", "–", "("}:
        return stop
    first = _over_time(tokens, stop + 1)
    start = next((i for i in range(first, min(first + 5, len(tokens))) if not adjectival(tokens[i])), stop)
    if not is_title(tokens[start]):
        return stop
    end = start + 1
    while end < len(tokens) and (
        end in names or not (tokens[end].text in STOPS | {"."} or _is_finite(tokens[end]))
    ):
        end += 1
    return end


def _over_time(tokens: Sequence[Token], at: int) -> int:
    """«, в прошлом ведущий специалист …», «, ныне ректор …»: when somebody held the office."""
    two = " ".join(t.lower for t in tokens[at : at + 2])
    return at + 2 if two in words("titles", "when") else at + (tokens[at].lower in words("titles", "when"))


def _with_attributes(tokens: Sequence[Token], start: int, floor: int, names: Collection[int]) -> int:
    """Go on to the left: «исполнительный [заместитель]», «председатель совета [директоров]»."""
    while start > floor:
        reach = next(
            (n for n in range(1, 12) if start - n >= floor and _opens_title(tokens, start - n, start, names)),
            0,
        )
        if reach:
            start -= reach
        elif is_object(tokens, start - 1):
            break
        elif adjectival(tokens[start - 1]):
            start -= 1
        else:
            break
    whose = start > floor and tokens[start - 1].lower in words("possessives", "words")
    return start - 1 if whose and not is_object(tokens, start - 1) else start


def is_object(tokens: Sequence[Token], at: int) -> bool:
    """«Возглавил её профессор …»: a pronoun right after a verb is its object rather than a possessive."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    begins = at == 1 or (at > 1 and tokens[at - 2].text in STOPS | {".", "»"})
    pronoun = at > 0 and tokens[at].lower in words("possessives", "words") and _is_finite(tokens[at - 1])
    leads = at > 0 and tokens[at - 1].lemma in words("cues", "lead", "verbs")
    return pronoun and after is not None and ((is_title(after) and leads) or begins)


def _opens_title(tokens: Sequence[Token], at: int, start: int, names: Collection[int]) -> bool:
    loose = all(
        i in names or tokens[i].lower == "и" or tokens[i].has("NOUN", "gen") or tokens[i].has("ADJ", "gen")
        for i in range(at + 1, start)
    )
    return loose and at not in names and is_title(tokens[at])


def _is_finite(token: Token) -> bool:
    return token.pos == "VERB" and token.readings[0].form in {"", "inf", "part-short", "ger"}
