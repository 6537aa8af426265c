"""People: Chinese, Russian and Western names in Cyrillic, and the title before or after them."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from baygraph.annotation import Token
from baygraph.identity.fold import fold
from baygraph.identity.palladius import is_palladius, to_pinyin
from baygraph.identity.persons import surnames
from baygraph.languages.ru.foreign_people import SYLLABLE, given_of_hyphen, is_cantonese, is_family, is_given
from baygraph.languages.ru.morphology import FUNCTION_WORDS, is_foreign, is_known, parses_of, stem
from baygraph.languages.ru.person_forms import cases_told, is_particle, nominative_name
from baygraph.languages.ru.phrases import OPENING
from baygraph.languages.ru.titles import is_title, title_after, title_before
from baygraph.languages.ru.words import head_nouns, words
from baygraph.languages.segment import is_acronym

LONGEST_NAME = 4


class PersonName(NamedTuple):
    """Tokens ``first`` to ``stop`` name a person; ``name`` is nominative; ``sure`` even without a title."""

    first: int
    stop: int
    name: str
    sure: bool
    rule: str


@lru_cache(maxsize=20_000)
def is_surname(lower: str) -> bool:
    """Say whether a word is a Chinese surname in Palladius Cyrillic."""
    pinyin = to_pinyin(lower) if is_palladius(lower) else None
    return pinyin is not None and fold(pinyin) in surnames()


def person_at(tokens: Sequence[Token], at: int, taken: Collection[int]) -> PersonName | None:
    """The person whose name begins at a token, if one does."""
    if at in taken or not _is_capitalized(tokens[at]) or is_honoured(tokens, at):
        return None
    run = _run(tokens, at, taken)
    chinese = _cantonese(tokens, at, run) or _chinese(tokens, at, run)
    return _initials(tokens, at) or chinese or _western(tokens, at, run, taken)


def _is_capitalized(token: Token) -> bool:
    first = token.text[:1]
    if first.islower() and "-" in token.text:  # «аль-Харуси»
        before, _, first = token.text.partition("-")
        return before in words("titles", "articles") and first[:1].isupper()
    return first.isupper() and "а" <= token.lower[:1] <= "я"


def _run(tokens: Sequence[Token], at: int, taken: Collection[int]) -> int:
    stop = at
    while stop < min(len(tokens), at + LONGEST_NAME) and stop not in taken and _goes_on(tokens, at, stop):
        stop += 1
    return stop


def _goes_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    """A capital, or a small word between two («Йост ван Дейк», «Лукас ван дер Берг»)."""
    if _is_capitalized(tokens[at]):
        return True
    ahead = tokens[at + 1 : at + 3]
    small = first < at and is_particle(tokens[at])
    return small and any(_is_capitalized(t) and len(t.text) > 2 for t in ahead[: 1 + is_particle(ahead[0])])


def _chinese(tokens: Sequence[Token], at: int, run: int) -> PersonName | None:
    """A one-syllable surname and a given name of one or two syllables («Лэй Юэлун», «Шань У»)."""
    if run - at < 2 or not _may_be_surname(tokens[at], tokens[at + 1]) or _is_small(tokens, at):
        return None
    if not _is_capitalized(tokens[at + 1]):
        return None
    given = given_forms(tokens[at + 1].lower)
    if not given or "-" in tokens[at].text:
        return None
    following = tokens[at + 1].text
    as_written = following[: len(given)] if following.lower().startswith(given) else given.capitalize()
    name = f"{tokens[at].text} {as_written}"
    known = is_known(tokens[at + 1].lower)
    return PersonName(at, at + 2, name, not known or len(tokens[at].text) > 1, "person-chinese")


def _may_be_surname(token: Token, given: Token) -> bool:
    """A Chinese surname, or before a given name of two syllables one that Russian writes in its own way."""
    if is_surname(token.lower):
        return True
    return is_cantonese(token.lower) and len(given.text) > SYLLABLE and is_foreign(given.text)


def _cantonese(tokens: Sequence[Token], at: int, run: int) -> PersonName | None:
    """«Чоу Кам-фай», «Вонг Ка Лок»: a surname of Hong Kong and a given name of two syllables."""
    if run - at < 2 or not is_cantonese(tokens[at].lower) or _is_small(tokens, at):
        return None
    given, stop = given_of_hyphen(tokens[at + 1].text), at + 2
    if not given and run - at == 3 and _is_syllables(tokens, at, run):
        given, stop = f"{tokens[at + 1].text} {tokens[at + 2].text}", run
    return PersonName(at, stop, f"{tokens[at].text} {given}", True, "person-chinese") if given else None


def _is_small(tokens: Sequence[Token], at: int) -> bool:
    """«И Цзинань …» begins with a conjunction, not with a surname."""
    return at == 0 and tokens[at].pos in FUNCTION_WORDS and len(tokens[at].text) < 3


@lru_cache(maxsize=50_000)
def given_forms(lower: str) -> str:
    """The nominative of a given name that Palladius syllables make up, or an empty string.

    A name on a consonant is a man's and inflects («Юэлуна»), one on a vowel does not.
    """
    bare = _without_ending(lower)
    return next((form for form in (*bare, lower) if is_palladius(form)), "")


def _without_ending(lower: str) -> tuple[str, ...]:
    endings = {
        "а": ("",),
        "у": ("",),
        "ом": ("",),
        "е": ("",),
        "я": ("ь", "й"),
        "ю": ("ь", "й"),
        "ем": ("ь", "й"),
    }
    out: list[str] = []
    for ending, bases in endings.items():
        stem = lower[: -len(ending)]
        if (lower.endswith(ending) and len(stem) > 2 and stem[-1] in "нйр") or (
            lower.endswith(ending) and bases[0]
        ):
            out += [stem + base for base in bases if _is_closed(stem + base)]
    return tuple(out)


def _is_closed(form: str) -> bool:
    """Only a name on н, нь, й or р takes a case ending."""
    return form.endswith(("н", "нь", "й", "р")) and len(form) > 2


def surname_stem(name: str) -> str:
    """The stem of the surname in a full name: the first word of a Chinese name, else the last."""
    parts = name.split()
    chinese = len(parts) == 2 and is_surname(parts[0].lower()) and is_palladius(parts[1].lower())
    return stem((parts[0] if chinese else parts[-1]).lower().replace("ё", "е"))


def met_before(token: Token, met: Mapping[str, str]) -> str:
    """The full name of a person met before whose surname this word is, or an empty string."""
    if not _is_capitalized(token) or token.text.isupper():
        return ""
    return met.get(token.stem, "")


def _initials(tokens: Sequence[Token], at: int) -> PersonName | None:
    """«В. А. Садовничий»: initials and a surname."""
    place = at
    while place + 1 < len(tokens) and len(tokens[place].text) == 1 and tokens[place + 1].text == ".":
        place += 2
    if (
        place == at
        or place >= len(tokens)
        or not _is_capitalized(tokens[place])
        or len(tokens[place].text) < 3
        or tokens[place].pos in FUNCTION_WORDS | {"DET"}
    ):
        return None
    initials = "".join(t.text for t in tokens[at:place]).replace(".", ". ").strip()
    return PersonName(
        at, place + 1, f"{initials} {nominative_name((tokens[place],))}", True, "person-initials"
    )


def is_honoured(tokens: Sequence[Token], at: int) -> bool:
    """«институт имени В. И. Ильичёва»: whose name a body bears."""
    while at > 1 and tokens[at - 1].text == "." and len(tokens[at - 2].text) == 1:
        at -= 2
    before = tokens[at - 1] if at else None
    if before is None or (before.lemma in words("titles", "bearing") and before.text[0].isupper()):
        return before is not None
    if at > 1 and tokens[at - 2].pos == "VERB":  # «Руководит им Ли Мин»
        return False
    return before.lower in words("titles", "in_honour")


def _western(tokens: Sequence[Token], at: int, run: int, taken: Collection[int]) -> PersonName | None:
    """A first name of the dictionary and a surname («Паскаль Сорио»), or a title before two capitals."""
    if run - at < 2 or (at and tokens[at - 1].text in OPENING):
        return None
    if is_acronym(tokens[at].text):
        return None  # «ДВО РАН», «горком КПК Чжуншаня Ли Мин»
    first = is_given(tokens[at].lower)
    titled = not first and (title_before(tokens, at, 0, taken) < at or _beside_deed(tokens, at, run))
    titled = titled or (not first and _is_told(tokens, at, run, taken))
    if not (first or titled) or (not first and any(_begins(tokens, i, run) for i in range(at + 1, run - 1))):
        return None
    stop = at + 2
    while stop < run and (is_particle(tokens[stop - 1]) or _may_end(tokens[stop])):
        stop += 1
    if titled and not first and _is_syllables(tokens, at, run):
        return PersonName(at, run, " ".join(t.text for t in tokens[at:run]), False, "person-western")
    if any(r.lemma in head_nouns() for r in tokens[at].readings):
        return None
    rest = [t for t in tokens[at + 1 : stop] if not is_particle(t)]
    rare = first or not is_known(tokens[at].lower)  # «Кэрол Мок»
    if any(is_common_word(t) and not (rare and not _is_rank_or_head(t)) for t in rest):
        return None
    return PersonName(
        at, stop, nominative_name(tokens[at:stop], cases_told(tokens, at, stop)), first, "person-western"
    )


def _begins(tokens: Sequence[Token], at: int, run: int) -> bool:
    """«мэр Нови-Сада Горан Вуйич»: a person's name that begins behind another."""
    return _chinese(tokens, at, run) is not None or is_given(tokens[at].lower)


def _is_told(tokens: Sequence[Token], at: int, run: int, taken: Collection[int]) -> bool:
    """«Мигел Табору, генеральный консул», «Модератор — Ли Юн»: two foreign words beside an office."""
    if run - at != 2 or not (is_foreign(tokens[at].text) and not is_palladius(tokens[at].lower)):
        return False
    if is_family(tokens[at + 1].lower):
        return True
    announced = at > 1 and tokens[at - 1].text in {"—", "–", ":"} and is_title(tokens[at - 2])
    return announced or (is_foreign(tokens[at + 1].text) and title_after(tokens, run, taken) > run)


def _is_syllables(tokens: Sequence[Token], at: int, run: int) -> bool:
    """«Ип Ка Мань»: three short words, which the dictionary may know as others."""
    return run - at == 3 and all(1 < len(t.text) <= SYLLABLE for t in tokens[at:run])


def _is_rank_or_head(token: Token) -> bool:
    if is_cantonese(token.lower):
        return False
    return any(r.lemma in head_nouns() | words("titles", "words") for r in token.readings)


def _beside_deed(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«рассказал Жуан Силва»: two unknown names beside a verb that only people do."""
    if stop - at != 2 or not all(_is_rare(t) for t in tokens[at:stop]):
        return False
    before = next((i for i in range(at - 1, max(-1, at - 3), -1) if tokens[i].pos not in {"ADV", "PRON"}), 0)
    near = [*tokens[before:at], *tokens[stop : stop + 1]]
    return any(t.pos == "VERB" and t.lemma in words("deeds", "verbs") for t in near)


def _is_rare(token: Token) -> bool:
    return not any(r.lemma in head_nouns() for r in token.readings) and (
        token.pos == "PROPN" or (len(token.text) > 2 and not token.text.isupper())
    )


def _may_end(token: Token) -> bool:
    return not is_common_word(token) or len(token.text) < SYLLABLE


def is_common_word(token: Token) -> bool:
    """A dictionary word that is no name («Научный», «Центр»)."""
    return (
        not is_surname(token.lower)
        and is_known(token.lower)
        and all(r.pos != "PROPN" for r in token.readings)
    )


@lru_cache(maxsize=20_000)
def is_patronymic(lower: str) -> bool:
    """Say whether a word is a name after the father («Игоревна»)."""
    return "Patr" in parses_of(lower)[0].tag
