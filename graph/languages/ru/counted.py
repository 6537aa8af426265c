"""The noun phrase that a number counts, to the right of it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from baygraph.annotation import Reading, Token
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.inflection import LONGEST, NounPhrase, inflected, is_participle, spaced
from baygraph.languages.ru.phrases import CLOSING, OPENING, adjectival, agrees

AFTER_PREPOSITION = {"по": "dat", "о": "loc", "об": "loc", "для": "gen"}
FARTHEST = 8  # tokens between a number and the head of what it counts
GENITIVE = frozenset({"gen"})
OBLIQUE = frozenset({"gen", "dat", "ins", "loc"})
GENITIVE_SINGULAR = Reading("", "NOUN", "gen", "sg")
Fits = Callable[[Reading], bool]


def governed(value: Decimal, scaled: bool, oblique: bool = False) -> Fits:
    """Which cases a number asks of its noun: «два корпуса», «пять корпусов»; oblique «двух корпусов»."""
    if value % 1:
        return lambda r: r.case == "gen" and (r.number == "sg" or scaled)
    if scaled:
        return lambda r: r.case == "gen"
    last = value % 10 if value % 100 not in range(11, 15) else Decimal(0)
    if last == 1:
        return lambda r: r.number == "sg"
    few = last in (2, 3, 4) and not oblique
    return lambda r: r.case in OBLIQUE if r.number == "pl" else few and r.case == "gen"


def counted(tokens: Sequence[Token], at: int, fits: Fits) -> NounPhrase | None:
    """The noun phrase that a number counts, or None."""
    quoted = at < len(tokens) and tokens[at].text in OPENING
    head = _head(tokens, at + quoted, fits)
    if head is None:
        return None
    shut = quoted and head + 1 < len(tokens) and tokens[head + 1].text in CLOSING
    stop = head + 1 + shut
    parts = [_singular(tokens, at + quoted, head, fits)]
    more = _joined(tokens, stop, _like(tokens[head], fits)) if fits(_noun(tokens[head], fits)) else None
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
        if is_participle(token) and (far := _past_dependents(tokens, i, fits)):
            return far
    return None


def is_noun(token: Token, fits: Fits) -> bool:
    """A common noun in a fitting case, or an acronym, which has none."""
    if in_capitals(token):
        return True
    best = token.readings[0]
    if best.pos == "VERB" and best.form != "part":
        return False
    declined = any(r.pos == "NOUN" and fits(r) for r in token.readings)
    return declined or _is_compound(token) or _is_other(token, fits)


def _is_other(token: Token, fits: Fits) -> bool:
    """«ноу-хау» has one form for all cases; «две мастерские» is declined as an adjective."""
    nouns = [r for r in token.readings if r.pos == "NOUN"]
    is_rigid = len({r.case for r in nouns if r.lemma == token.lower}) > 4
    is_former_adjective = token.has("ADJ", "nom", "pl") and any(r.number == "pl" for r in nouns)
    return is_rigid or (is_former_adjective and fits(GENITIVE_SINGULAR))


def is_acronym(token: Token) -> bool:
    """«ВВП», «НИОКР»: a Russian abbreviation in capitals, which has no cases."""
    return in_capitals(token) and not token.text.isascii()


def in_capitals(token: Token) -> bool:
    """«НИИ», «IPO»."""
    return token.text.isupper() and token.text.isalpha() and 2 <= len(token.text) <= 6


def _is_compound(token: Token) -> bool:
    """«ИИ-команд»: the dictionary knows only the part after the hyphen."""
    start, hyphen, end = token.text.partition("-")
    return bool(hyphen) and start.isupper() and end.islower()


def _is_attribute(tokens: Sequence[Token], at: int, fits: Fits) -> bool:
    """«рабочих» is an attribute in «рабочих платформ», «три рабочих станции», a noun in «рабочих завода»."""
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
    is_few = (noun.case, noun.number) == ("gen", "sg") and attribute.number == "pl"
    return agrees(attribute, noun) or (is_few and attribute.case in {"gen", "nom"})


def _leads_to_attribute(tokens: Sequence[Token], at: int, first: int) -> bool:
    """«особо крупных», «национальных и городских»."""
    joins = tokens[at].lower in ("и", ",") and at > first and bool(adjectival(tokens[at - 1]))
    following = at + 1 < len(tokens) and bool(adjectival(tokens[at + 1]))
    return following and (joins or tokens[at].pos == "ADV")


def _past_dependents(tokens: Sequence[Token], at: int, fits: Fits) -> int | None:
    """«созданных в Гонконге лабораторий»: the noun after what belongs to the participle."""
    if at + 1 >= len(tokens) or tokens[at + 1].pos != "ADP":
        return None
    for i in range(at + 2, min(at + FARTHEST, len(tokens))):
        if tokens[i].text in {",", "."} or (tokens[i].pos == "VERB" and not is_participle(tokens[i])):
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


def _like(token: Token, fits: Fits) -> Fits:
    """The cases in which a noun may join another under one number: those of the other."""
    cases = {r.case for r in token.readings if r.pos == "NOUN" and fits(r)}
    return lambda r: r.case in cases and fits(r)


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
        stop = group(tokens, at, GENITIVE)
        if not stop or _acts(tokens, stop):
            break
        length += sum(t.lower != "и" for t in tokens[at:stop])
        if length > LONGEST:
            return at
        at = stop
    return _with_preposition(tokens, at, length)


def _acts(tokens: Sequence[Token], stop: int) -> bool:
    """«из 4300 заявок жюри оставило 120»: a noun of one form before its verb is no genitive."""
    noun = tokens[stop - 1]
    rigid = len({r.case for r in noun.readings if r.lemma == noun.lower and r.pos == "NOUN"}) > 4
    return rigid and stop < len(tokens) and tokens[stop].pos == "VERB"


def _with_preposition(tokens: Sequence[Token], at: int, length: int) -> int:
    case = AFTER_PREPOSITION.get(tokens[at].lower, "") if at < len(tokens) else ""
    stop = group(tokens, at + 1, frozenset({case})) if case else 0
    if not stop or tokens[stop - 1].lemma in words("nouns", "adverbial") or length + stop - at - 1 > LONGEST:
        return at
    return stop


def group(tokens: Sequence[Token], at: int, cases: frozenset[str]) -> int:
    """The end of a common noun in one of the cases with its attributes, or 0."""
    i = at
    while i < len(tokens) and _in_cases(adjectival(tokens[i]), cases) and not _ends_group(tokens, i, cases):
        i += 1
        if i + 1 < len(tokens) and is_participle(tokens[i - 1]) and tokens[i].pos == "PRON":
            i += 1  # «привлечённых ими средств»
        if i + 1 < len(tokens) and tokens[i].lower == "и" and _in_cases(adjectival(tokens[i + 1]), cases):
            i += 1
    if i >= len(tokens) or (tokens[i].text[0].isupper() and not tokens[i].text.isupper()):
        return 0
    if is_acronym(tokens[i]):
        return i + 1
    is_other = tokens[i].pos == "VERB" or tokens[i].text.isascii()
    nouns = [r for r in tokens[i].readings if r.pos == "NOUN"]
    return i + 1 if _in_cases(nouns, cases) and not is_other else 0


def _ends_group(tokens: Sequence[Token], at: int, cases: frozenset[str]) -> bool:
    """«учёных» is the noun itself unless a noun in the same case follows."""
    is_noun_too = any(r.pos == "NOUN" and r.case in cases for r in tokens[at].readings)
    if not is_noun_too or (at + 1 < len(tokens) and tokens[at + 1].lower == "и"):
        return is_noun_too and not (at + 2 < len(tokens) and _in_cases(adjectival(tokens[at + 2]), cases))
    following = tokens[at + 1].readings if at + 1 < len(tokens) else ()
    return not any(r.pos == "NOUN" and r.case in cases for r in following)


def _in_cases(readings: Sequence[Reading], cases: frozenset[str]) -> bool:
    return any(r.case in cases for r in readings)
