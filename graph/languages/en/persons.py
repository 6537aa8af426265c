"""People: Chinese names in both orders, Hong Kong names, Western names, and the titles beside them."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.identity.fold import fold
from baygraph.identity.palladius import pinyin_syllables
from baygraph.identity.persons import latin_given
from baygraph.languages.en.capitals import head_types, is_capital, joint
from baygraph.languages.en.chinese_names import SYLLABLE, is_given, is_hyphenated, is_surname
from baygraph.languages.en.known_names import is_place
from baygraph.languages.en.morphology import closed, singular
from baygraph.languages.en.words import lexicon

LONGEST_NAME = 4
HYPHENS = frozenset("-‐‑")


class PersonName(NamedTuple):
    """Tokens ``first`` to ``stop`` name a person; ``sure`` without a title beside the name."""

    first: int
    stop: int
    name: str
    sure: bool
    rule: str


@cache
def honorifics() -> frozenset[str]:
    """Words that stand right before a name."""
    return lexicon().words("titles", "before")


@cache
def titles() -> frozenset[str]:
    """Words for offices and callings."""
    return lexicon().words("titles", "words")


def person_at(
    tokens: Sequence[Token], at: int, taken: Collection[int], known: Mapping[str, str]
) -> PersonName | None:
    """The person whose name begins at a token, if one does; ``known`` are surnames of people named before."""
    if at in taken or not may_be_name(tokens[at]):
        return None
    if at and tokens[at - 1].lower in lexicon().table("heads_first"):
        return None  # «the Fondazione Bruno Kessler»
    run = name_run(tokens, at, taken)
    titled = _is_titled(tokens, at)
    return (
        _chinese(tokens, at, run, titled)
        or _western(tokens, at, run)
        or _titled(tokens, at, run, known)
        or _surname_alone(tokens, at, run, known)
    )


def with_second_surname(tokens: Sequence[Token], person: PersonName) -> PersonName:
    """«Ingrid Aebischer | -Yip»: the person with what a hyphen joins to the surname."""
    joined = tokens[person.stop : person.stop + 2]
    if len(joined) < 2 or joined[0].text not in HYPHENS or not is_capital(joined[1]):
        return person
    if joined[0].start != tokens[person.stop - 1].end or joined[1].start != joined[0].end:
        return person
    return person._replace(stop=person.stop + 2, name=person.name + joined[0].text + joined[1].text)


def may_be_name(token: Token) -> bool:
    """Say whether a word may begin a person's name."""
    lower = token.lower
    if not is_capital(token) or not token.text[0].isupper() or lower in honorifics() or lower in titles():
        return False
    if len(lower) > 1 and token.text.isupper() and lower in closed():
        return False  # «FORUM ON AI»
    return lower not in closed() or is_surname(lower)


def name_run(tokens: Sequence[Token], at: int, taken: Collection[int]) -> int:
    """The end of the capitalized words that may make one name."""
    stop = at
    while stop < min(len(tokens), at + LONGEST_NAME) and stop not in taken and _is_part(tokens, stop):
        stop += 1
    particle = joint(tokens, stop) if at < stop < len(tokens) else 0  # «Ursula von der Leyen»
    stop += particle
    while particle and stop < min(len(tokens), at + LONGEST_NAME + particle) and _is_part(tokens, stop):
        stop += 1
    return stop


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    return (
        is_capital(tokens[at])
        and tokens[at].text[0].isupper()
        and not (word.isupper() and len(word) > 2 and not _in_capitals(word))
    )


def _in_capitals(word: str) -> bool:
    """«LEI Yuelong»: a surname in capitals."""
    return is_surname(word.lower())


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.text == "." and at > 1:
        before = tokens[at - 2]
    if at > 1 and _is_house(tokens, at - 1):
        return False  # «the British Consulate-General | Guangzhou»
    return before.lower in honorifics() or before.lower in titles()


def _is_house(tokens: Sequence[Token], at: int) -> bool:
    """A word of an office that closes the name of a body."""
    before = at - 1 - (at > 1 and tokens[at - 1].text in HYPHENS)
    return before >= 0 and f"{tokens[before].lower} {tokens[at].lower}" in head_types()


def _chinese(tokens: Sequence[Token], at: int, run: int, titled: bool) -> PersonName | None:
    """«Lei Yuelong», «Cheuk Wing-hing», and «Yuelong Lei» with a title or a given name of two syllables."""
    if run - at < 2 or heads_more(tokens, at + 2):
        return None
    first, second = tokens[at], tokens[at + 1]
    if singular(second.lower) in _heads() or second.lower in lexicon().words("capitals", "times"):
        return None  # «On June 25»
    if not titled and _is_place_like(tokens, at, run):
        return None
    text = f"{first.text} {second.text}"
    if run - at > 2 and is_surname(first.lower) and all(map(_is_syllable, tokens[at + 1 : at + 3])):
        return PersonName(at, at + 3, f"{text} {tokens[at + 2].text}", True, "person-cantonese")
    if is_surname(first.lower) and is_given(second.text):
        return PersonName(at, at + 2, text, True, "person-chinese")
    if is_hyphenated(second.text) and (titled or run - at == 2):
        return PersonName(at, at + 2, text, True, "person-hyphenated")
    is_reversed = (
        is_given(first.text)
        and not is_place(first.text)
        and is_surname(second.lower)
        and len(pinyin_syllables(fold(first.text)) or ()) == 2
    )
    if is_reversed or (titled and is_given(first.text) and is_surname(second.lower)):
        return PersonName(at, at + 2, text, titled, "person-chinese-reversed")
    if titled and is_surname(first.lower) and second.lower not in latin_given():
        return PersonName(at, at + 2, text, True, "person-titled")
    return None


def _is_place_like(tokens: Sequence[Token], at: int, run: int) -> bool:
    """«in Lau Fau Shan», «the Tai Kok Tsui start-up»: where no person's name stands."""
    inside = at > 0 and tokens[at - 1].lower in {"in", "near"}
    noun = run < len(tokens) and tokens[run].pos == "NOUN" and tokens[run].lower in _beside()
    return inside or noun


@cache
def _beside() -> frozenset[str]:
    """Nouns of bodies, before which the name is a body's or a place's."""
    return _heads() | frozenset(lexicon().table("appositive"))


def _is_syllable(token: Token) -> bool:
    """«Ho Iat Seng»: one syllable of a given name written apart, in the spelling of Macao or Hong Kong."""
    plain = SYLLABLE.fullmatch(token.text) and token.lower not in _heads() and token.lower not in closed()
    return bool(plain) and token.lower not in lexicon().words("abstract", "words")


@cache
def _heads() -> frozenset[str]:
    return frozenset(head_types())


def heads_more(tokens: Sequence[Token], at: int) -> bool:
    """A name that goes on to a head noun or trade is no person's («Tan Kah Kee Innovation Laboratory»)."""
    stop, trades = at, lexicon().words("company", "trades")
    while stop < len(tokens) and is_capital(tokens[stop]) and stop - at < 5:
        if tokens[stop].lower in _heads() or (stop > at + 1 and tokens[stop].lower in trades):
            return True
        stop += 1
    return False


def _western(tokens: Sequence[Token], at: int, run: int) -> PersonName | None:
    """«Pascal Soriot», «John Lee», «Albert Wong Hak-keung», «C. Y. Leung»."""
    stop = _with_initials(tokens, run)
    if run > at + 1 and tokens[at].lower in lexicon().words("given", "saints") and joint(tokens, at + 1):
        return None  # «Santiago de Chile»
    if not (_is_given_name(tokens[at].lower) or stop > run or _is_initials(tokens[at])):
        return None
    if stop - at < 2 or heads_more(tokens, at):
        return None
    if stop - at == 2 and tokens[at + 1].lower in lexicon().words("abstract", "words"):
        return None  # «Markus Robotics»
    name = "".join(spaced(tokens, at, stop))
    return PersonName(at, stop, name, True, "person-western")


def _is_given_name(lower: str) -> bool:
    return lower in latin_given() or (not lower.isascii() and fold(lower) in latin_given())


def _is_initials(token: Token) -> bool:
    return "." in token.text and len(token.text) <= 6 and token.text not in {"U.S.", "U.K.", "U.N."}


def _with_initials(tokens: Sequence[Token], run: int) -> int:
    """«George F. Smoot»: an initial with its stop inside a name."""
    stop = run
    if (
        stop < len(tokens) - 1
        and tokens[stop].text == "."
        and len(tokens[stop - 1].text) == 1
        and is_capital(tokens[stop + 1])
    ):
        stop += 2
    return stop


def spaced(tokens: Sequence[Token], first: int, stop: int) -> list[str]:
    """The words of a stretch, each with the space before it."""
    out = []
    for i in range(first, stop):
        gap = i > first and tokens[i].start > tokens[i - 1].end
        out.append((" " if gap else "") + tokens[i].text)
    return out


def _titled(tokens: Sequence[Token], at: int, run: int, known: Mapping[str, str]) -> PersonName | None:
    """«Mayor Maria Hofer», «Mr Lee», «Professor Sun»: any capitalized words after a title."""
    if not _is_titled(tokens, at) or not _is_honorific(tokens, at) or heads_more(tokens, at):
        return None
    if any(t.lower in closed() for t in tokens[at:run]) and run - at > 1:
        return None
    said = " ".join(t.text for t in tokens[at:run])
    full = known.get(tokens[run - 1].lower, said) if run > at else said
    name = full if full.endswith(said) or run - at == 1 else said  # «Mr Degli Esposti»
    return PersonName(at, run, name, True, "person-titled") if run > at else None


def _is_honorific(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1] if tokens[at - 1].text != "." else tokens[at - 2]
    return before.text[0].isupper() and before.lower in honorifics() | titles()


def _surname_alone(tokens: Sequence[Token], at: int, run: int, known: Mapping[str, str]) -> PersonName | None:
    """«Sun said»: the surname of somebody named before."""
    if (
        run - at != 1
        or tokens[at].lower not in known
        or (at + 1 < len(tokens) and tokens[at + 1].text in {"-", "–"})
    ):
        return None
    return PersonName(at, run, known[tokens[at].lower], True, "person-surname")


def surname_of(name: str) -> str:
    """The word by which a person is named later («Sun Dong» → sun, «John Lee Ka-chiu» → lee)."""
    words = name.split()
    if len(words) == 3 and is_surname(words[0].lower()) and all(map(SYLLABLE.fullmatch, words[1:])):
        return words[0].lower()  # «Leong Chi Hou»
    if (
        len(words) == 2
        and is_surname(words[0].lower())
        and is_given(words[1])
        and words[0].lower() not in latin_given()
    ):
        return words[0].lower()
    if len(words) > 2 and is_hyphenated(words[-1]):
        return words[-2].lower()
    return words[-1].lower()
