"""Noun phrases around a number: what is counted to the right of it, what is measured to the left."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from os.path import commonprefix
from typing import NamedTuple

from baygraph.annotation import Reading, Token
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.morphology import analyzer
from baygraph.languages.ru.phrases import CLOSING, OPENING, adjectival, agrees, attributes_before
from baygraph.languages.ru.wording import CASE_TAG, GENDER_TAG, recase

LONGEST = 4  # a measure is a head with its attributes, completed up to this many words
FARTHEST = 8  # tokens between a number and the head of what it counts
OBLIQUE = frozenset({"gen", "dat", "ins", "loc"})
MODIFIERS = frozenset({"ADJF", "PRTF"})
Fits = Callable[[Reading], bool]


class NounPhrase(NamedTuple):
    """Tokens ``first`` to ``stop`` around a head; ``text`` is its dictionary form."""

    first: int
    head: int
    stop: int
    text: str


def governed(value: Decimal, scaled: bool, oblique: bool = False) -> Fits:
    """Which cases a number asks of its noun: «два корпуса», «пять корпусов», «21 корпус», «двух корпусов» (oblique)."""
    if value % 1:
        return lambda r: r.case == "gen" and (r.number == "sg" or scaled)
    if scaled:
        return lambda r: r.case == "gen"
    last = value % 10 if value % 100 not in range(11, 15) else Decimal(0)
    if last == 1:
        return lambda r: r.number == "sg"
    few = last in (2, 3, 4) and not oblique
    return lambda r: (r.number == "pl" and r.case in OBLIQUE) or (few and r.case == "gen" and r.number == "sg")


def counted(tokens: Sequence[Token], at: int, fits: Fits) -> NounPhrase | None:
    """The noun phrase that a number counts, or None."""
    quoted = at < len(tokens) and tokens[at].text in OPENING
    head = _head(tokens, at + quoted, fits)
    if head is None:
        return None
    shut = quoted and head + 1 < len(tokens) and tokens[head + 1].text in CLOSING
    stop = head + 1 + shut
    parts = [_singular(tokens, at + quoted, head, fits)]
    more = _joined(tokens, stop, fits) if fits(_noun(tokens[head], fits)) else None
    if more:
        return NounPhrase(at, head, more.stop, f"{parts[0]}{more.text}")
    end = completed(tokens, stop, len(parts[0].split()))
    return NounPhrase(at, head, end, " ".join(filter(None, (parts[0], spaced(tokens, stop, end)))))


def _head(tokens: Sequence[Token], at: int, fits: Fits) -> int | None:
    """The first noun that the number can govern, over its attributes."""
    for i in range(at, min(at + FARTHEST, len(tokens))):
        token = tokens[i]
        if is_noun(token, fits) and not _is_attribute(tokens, i, fits):
            return i
        if not (adjectival(token) or _leads_to_attribute(tokens, i, at)):
            return None
        if _is_participle(token) and (far := _past_dependents(tokens, i, fits)):
            return far
    return None


def is_noun(token: Token, fits: Fits) -> bool:
    """A common noun in a fitting case, or an acronym, which has none."""
    if token.text.isupper() and 2 <= len(token.text) <= 6 and token.text.isalpha():
        return True
    best = token.readings[0]
    if best.pos == "VERB" and best.form != "part":
        return False
    return any(r.pos == "NOUN" and fits(r) for r in token.readings) or _is_compound(token) or _is_rigid(token)


def _is_rigid(token: Token) -> bool:
    """«ноу-хау» has one form for all cases."""
    return len({r.case for r in token.readings if r.pos == "NOUN" and r.lemma == token.lower}) > 4


def _is_compound(token: Token) -> bool:
    """«ИИ-команд»: the dictionary knows only the part after the hyphen."""
    start, hyphen, end = token.text.partition("-")
    return bool(hyphen) and start.isupper() and end.islower()


def _is_attribute(tokens: Sequence[Token], at: int, fits: Fits) -> bool:
    """«рабочих» is an attribute in «рабочих платформ» and «три рабочих станции», a noun in «рабочих завода»."""
    mine = adjectival(tokens[at])
    for token in tokens[at + 1 : at + 4]:
        nouns = [r for r in token.readings if r.pos == "NOUN" and fits(r)]
        if any(_goes_with(a, n) for a in mine for n in nouns):
            return True
        if not adjectival(token):
            return False
    return False


def _goes_with(attribute: Reading, noun: Reading) -> bool:
    """After two, three and four the noun is singular, its attributes are plural."""
    is_few = attribute.number == "pl" and attribute.case in {"gen", "nom"} and noun.case == "gen" and noun.number == "sg"
    return is_few or agrees(attribute, noun)


def _leads_to_attribute(tokens: Sequence[Token], at: int, first: int) -> bool:
    """«особо крупных», «национальных и городских»."""
    joins = tokens[at].lower in ("и", ",") and at > first and bool(adjectival(tokens[at - 1]))
    following = at + 1 < len(tokens) and bool(adjectival(tokens[at + 1]))
    return following and (joins or tokens[at].pos == "ADV")


def _is_participle(token: Token) -> bool:
    return token.readings[0].form == "part"


def _past_dependents(tokens: Sequence[Token], at: int, fits: Fits) -> int | None:
    """«созданных в Гонконге лабораторий»: the noun after what belongs to the participle."""
    if at + 1 >= len(tokens) or tokens[at + 1].pos != "ADP":
        return None
    for i in range(at + 2, min(at + FARTHEST, len(tokens))):
        if tokens[i].text in {",", "."} or (tokens[i].pos == "VERB" and not _is_participle(tokens[i])):
            return None
        nouns = [r for r in tokens[i].readings if r.pos == "NOUN" and fits(r)]
        if tokens[i - 1].pos != "ADP" and any(agrees(a, n) for a in adjectival(tokens[at]) for n in nouns):
            return i
    return None


def _noun(token: Token, fits: Fits) -> Reading:
    """The reading of a noun that fits, or the likeliest."""
    found = next((r for r in token.readings if r.pos == "NOUN" and fits(r)), None)
    return found or token.readings[0]


def _singular(tokens: Sequence[Token], first: int, head: int, fits: Fits) -> str:
    """A counted noun with its attributes in the nominative singular."""
    return inflected(tokens, first, head, _noun(tokens[head], fits), "nom", plural=False)


def _joined(tokens: Sequence[Token], at: int, fits: Fits) -> NounPhrase | None:
    """«инкубаторов и инновационно-промышленных баз»: nouns in one case that share the number."""
    if at + 1 >= len(tokens) or tokens[at].lower not in ("и", ","):
        return None
    head = _head(tokens, at + 1, fits)
    if head is None or tokens[head].text[0].isupper() or tokens[at + 1].text in OPENING:
        return None
    text = _singular(tokens, at + 1, head, fits)
    if tokens[at].lower == "и":
        return NounPhrase(at, head, head + 1, f" и {text}")
    rest = _joined(tokens, head + 1, fits)
    return NounPhrase(at, head, rest.stop, f", {text}{rest.text}") if rest else None


def completed(tokens: Sequence[Token], at: int, length: int) -> int:
    """Where the genitives and «по …», «о …», «для …» after a head end, kept to few words."""
    while length < LONGEST:
        stop = group(tokens, at, frozenset({"gen"}))
        if not stop:
            break
        length += sum(t.lower != "и" for t in tokens[at:stop])
        if length > LONGEST:
            return at
        at = stop
    return _with_preposition(tokens, at, length)


def _with_preposition(tokens: Sequence[Token], at: int, length: int) -> int:
    cases = {"по": "dat", "о": "loc", "об": "loc", "для": "gen"}.get(tokens[at].lower if at < len(tokens) else "")
    stop = group(tokens, at + 1, frozenset({cases})) if cases else 0
    if not stop or tokens[stop - 1].lemma in words("nouns", "adverbial") or length + stop - at - 1 > LONGEST:
        return at
    return stop


def group(tokens: Sequence[Token], at: int, cases: frozenset[str]) -> int:
    """The end of a common noun in one of the cases with its attributes, or 0."""
    i = at
    while i < len(tokens) and _in_cases(adjectival(tokens[i]), cases) and not _ends_group(tokens, i, cases):
        i += 1
        if i + 1 < len(tokens) and tokens[i].lower == "и" and _in_cases(adjectival(tokens[i + 1]), cases):
            i += 1
    if i >= len(tokens) or (tokens[i].text[0].isupper() and not tokens[i].text.isupper()):
        return 0
    best = tokens[i].readings[0]
    is_verb = best.pos == "VERB" or tokens[i].text.isascii()
    return 0 if is_verb or not _in_cases([r for r in tokens[i].readings if r.pos == "NOUN"], cases) else i + 1


def _ends_group(tokens: Sequence[Token], at: int, cases: frozenset[str]) -> bool:
    """«учёных» is the noun itself unless a noun in the same case follows."""
    is_noun_too = any(r.pos == "NOUN" and r.case in cases for r in tokens[at].readings)
    if not is_noun_too or (at + 1 < len(tokens) and tokens[at + 1].lower == "и"):
        return is_noun_too and not (at + 2 < len(tokens) and _in_cases(adjectival(tokens[at + 2]), cases))
    following = tokens[at + 1].readings if at + 1 < len(tokens) else ()
    return not any(r.pos == "NOUN" and r.case in cases for r in following)


def _in_cases(readings: Sequence[Reading], cases: frozenset[str]) -> bool:
    return any(r.case in cases for r in readings)


def before(tokens: Sequence[Token], stop: int, floor: int = 0) -> NounPhrase | None:
    """The noun phrase that ends right before a token, names at its end left aside; text in the nominative."""
    end = before_names(tokens, stop, floor)
    head, first = end - 1, end
    while head >= floor and any(r.pos == "NOUN" for r in tokens[head].readings) and not _is_verb(tokens[head]):
        first, _ = attributes_before(tokens, head, floor)
        if first - 1 < floor or not tokens[head].has("NOUN", "gen") or not _is_common(tokens[first - 1]):
            break
        head = first - 1
    if first >= end:
        return None
    return NounPhrase(first, head, end, phrase_text(tokens, first, head, end, "nom"))


def _is_common(token: Token) -> bool:
    return token.readings[0].pos == "NOUN" or (token.has("NOUN") and not _is_verb(token) and token.pos != "ADP")


def _is_verb(token: Token) -> bool:
    return token.readings[0].pos == "VERB"


def before_names(tokens: Sequence[Token], stop: int, floor: int) -> int:
    """Names in quotes, in Latin letters or capitalized at the end of a phrase are not what is measured."""
    while stop > floor:
        token = tokens[stop - 1]
        if token.text in CLOSING:
            stop = next((k for k in range(stop - 2, floor, -1) if tokens[k].text in OPENING), floor)
        elif token.text[0].isalpha() and (token.text.isascii() or (token.pos == "PROPN" and token.text[0].isupper())):
            stop -= 1
        else:
            break
    return stop


def phrase_text(tokens: Sequence[Token], first: int, head: int, stop: int, case: str) -> str:
    """A noun phrase with its head in a case and in the number that it has in the text."""
    nouns = [r for r in tokens[head].readings if r.pos == "NOUN"] or list(tokens[head].readings)
    _, fitting = attributes_before(tokens, head, first)
    noun = next((r for r in fitting if r.pos == "NOUN"), nouns[0])
    start = inflected(tokens, first, head, noun, case, plural=noun.number == "pl")
    end = head + 1
    while end < stop and len(start.split()) + end - head <= LONGEST + 1:
        end += 1
    return " ".join(filter(None, (start, spaced(tokens, head + 1, end))))


def spaced(tokens: Sequence[Token], first: int, stop: int) -> str:
    """The words of some tokens with the spaces of the text made single."""
    out = ""
    for at in range(first, stop):
        gap = " " if at > first and tokens[at].start > tokens[at - 1].end else ""
        out += gap + tokens[at].text
    return out


def inflected(tokens: Sequence[Token], first: int, head: int, noun: Reading, case: str, plural: bool) -> str:
    """Attributes that say what is counted, and their head, in a case and a number."""
    kept = [at for at in range(first, head) if _says_kind(tokens, at)]
    attributes = [_inflect(tokens[at], noun, case, plural) for at in kept]
    text = " ".join([*attributes, _inflect(tokens[head], noun, case, plural, is_noun=True)])
    return text.replace(" ,", ",")


def _says_kind(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in {"и", ","}:
        return _says_kind(tokens, at - 1) and _says_kind(tokens, at + 1)
    is_cut_off = _is_participle(token) and tokens[at + 1].pos == "ADP"
    return bool(adjectival(token)) and token.lemma not in words("nouns", "passing") and not is_cut_off


def _inflect(token: Token, noun: Reading, case: str, plural: bool, is_noun: bool = False) -> str:
    """One word of a phrase, with the capitals it had."""
    if token.text.isascii() or token.text in {"и", ","} or (token.text.isupper() and len(token.text) <= 6):
        return token.text
    head, hyphen, tail = token.text.partition("-")
    if is_noun and hyphen and head.isupper():
        return f"{head}-{_form(tail.lower(), 'NOUN', case, noun.gender, plural)}"
    kind = "NOUN" if is_noun else "ADJF"
    return recase(_form(token.text.lower(), kind, case, noun.gender, plural, noun.case, noun.number), token.text)


@lru_cache(maxsize=50_000)
def _form(
    lower: str, kind: str, case: str, gender: str, plural: bool, was: str = "", number: str = ""
) -> str:
    """A form of a word; ``was`` and ``number`` tell its readings apart («мест», «станции»)."""
    kinds = {"NOUN"} if kind == "NOUN" else MODIFIERS
    parses = [p for p in analyzer().parse(lower) if p.tag.POS in kinds]
    tags = {CASE_TAG.get(was, ""), {"sg": "sing", "pl": "plur"}.get(number, "")} - {""}
    parses.sort(key=lambda p: not tags <= p.tag.grammemes)
    if not parses:
        return lower
    wanted = {CASE_TAG[case], "plur"} if plural else {CASE_TAG[case], "sing"}
    if kind != "NOUN" and not plural:
        wanted.add(GENDER_TAG.get(gender, "masc"))
    marks = ("Supr", "past", "pres", "actv", "pssv")
    alike = [p for p in parses[0].lexeme if all((m in p.tag) == (m in parses[0].tag) for m in marks)]
    forms = [p.word for p in alike if wanted <= p.tag.grammemes]
    return str(max(forms, key=lambda f: len(commonprefix([f, lower])), default=parses[0].normal_form))
