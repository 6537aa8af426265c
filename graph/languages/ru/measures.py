"""What a number counts: the noun after it, a subject or genitive before it, or what was said before."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from baygraph.annotation import Quantity, Reading, Token
from baygraph.languages.ru.counted import GENITIVE, OBLIQUE, counted, governed, group
from baygraph.languages.ru.figure_words import lexicon, words
from baygraph.languages.ru.governors import before_participle, change, does, governor, insertion, subject
from baygraph.languages.ru.inflection import LONGEST, NounPhrase, attribute, before, phrase_text, spaced
from baygraph.languages.ru.numerals import numeral, starts
from baygraph.languages.ru.phrases import adjectival, attributes_before


class Candidate(NamedTuple):
    """A number with its unit and what it counts; ``first`` includes «свыше», ``noun`` is None beside a unit.

    ``before`` are the figures of the sentence to the left of it.
    """

    tokens: Sequence[Token]
    first: int
    number: int
    stop: int
    unit: str
    noun: NounPhrase | None
    before: tuple[Quantity, ...]
    sentence: int = 0


class Measure(NamedTuple):
    """A dictionary form, its head's token, the tokens that say it if they touch the number, and the rule."""

    text: str
    head: int
    first: int
    stop: int
    rule: str
    confidence: float = 0.9


FEW = 4  # tokens from the beginning of a sentence
MASCULINE = Reading("", "NOUN", gender="m")
MARKS = frozenset({"—", "–", "-", ":"})
Rule = Callable[[Candidate], Measure | None]


def left(c: Candidate, phrase: NounPhrase, text: str, rule: str, confidence: float = 0.9) -> Measure:
    """A measure to the left; its tokens belong to the figure when they stand next to it."""
    near = c.first - phrase.stop <= 2
    return Measure(text, phrase.head, phrase.first if near else c.first, c.stop, rule, confidence)


def of(name: str, phrase: NounPhrase | None, tokens: Sequence[Token]) -> str:
    """«площадь» of a thing: «площадь участка»."""
    return f"{name} {genitive(tokens, phrase)}" if phrase else name


def genitive(tokens: Sequence[Token], phrase: NounPhrase) -> str:
    """A noun phrase in the genitive."""
    return phrase_text(tokens, phrase.first, phrase.head, phrase.stop, "gen")


def is_noun_of(token: Token, *lists: str) -> bool:
    """Say whether a token is a noun of one of the lists."""
    lemmas = {r.lemma for r in token.readings if r.pos in {"NOUN", "X"}}
    return any(lemmas & words("nouns", name) for name in lists)


# What is counted


def _counted(c: Candidate) -> Measure | None:
    """«26 бизнес-инкубаторов»."""
    if c.noun is None:
        return None
    return Measure(_spelled_out(c.noun.text), c.noun.head, c.first, c.noun.stop, "figure/counted", 0.95)


def _spelled_out(text: str) -> str:
    return _short().get(text, text)


@cache
def _short() -> dict[str, str]:
    return {form: names[0] for form, names in lexicon().table("short").items()}


def _of_whole(c: Candidate) -> Measure | None:
    """«население составляет 3,3 млн человек», «штат — 500 человек»: they say more than "person"."""
    if c.noun and not is_noun_of(c.tokens[c.noun.head], "vague"):
        return None
    found = beside(c, c.first) or measured(c)
    says_more = found and (is_noun_of(c.tokens[found.head], "headcount") or (c.noun and measured(c)))
    if not found or not says_more:
        return None
    return _in_span(c, found, "figure/headcount")


def _in_span(c: Candidate, found: NounPhrase, rule: str) -> Measure:
    """A measure to the left of a number, with what the number counts to the right of it."""
    said = left(c, found, _change_of(c, found) or _number_of(c.tokens, found), rule)
    return said._replace(stop=c.noun.stop) if c.noun else said


def _change_of(c: Candidate, found: NounPhrase) -> str:
    """«число компаний увеличилось на 2513» is a growth, not the number reached."""
    verb = governor(c.tokens, c.first, c.stop)
    grown = change(c.tokens[verb]) if verb is not None and is_by(c) else ""
    return of(grown, found, c.tokens) if grown else ""


def is_by(c: Candidate) -> bool:
    """«вырос на 4,1 %», not «вырос до 4,1 %»."""
    return "на" in {t.lower for t in c.tokens[max(0, c.first - 1) : c.number]}


def _number_of(tokens: Sequence[Token], phrase: NounPhrase) -> str:
    """«число резидентов» counts residents, «численность населения» remains what it is."""
    is_number = is_noun_of(tokens[phrase.head], "number") and phrase.stop > phrase.head + 1
    end = group(tokens, phrase.head + 1, GENITIVE) if is_number else 0
    if not end or not tokens[end - 1].has("NOUN", "gen", "pl"):
        return phrase.text
    first, _ = attributes_before(tokens, end - 1, phrase.head + 1)
    return phrase_text(tokens, first, end - 1, end, "nom", singular=True)


def beside(c: Candidate, at: int) -> NounPhrase | None:
    """The noun phrase before a dash, a colon or the number itself («объём — 380 млн», «площадь: 20 га»)."""
    dash = at - (at > 0 and c.tokens[at - 1].lower in words("context", "reaching"))
    if dash and c.tokens[dash - 1].text in MARKS:
        found = _with_outer(c.tokens, before(c.tokens, before_participle(c.tokens, dash - 1)))
        head = c.tokens[found.head] if found else None
        is_part = head and head.lemma in words("uncounted", "fraction")  # «выросла на треть — до 860 млн»
        place = head and c.tokens[dash - 1].text == ":" and not head.has("NOUN", "nom")  # «в районе: 12 га»
        return None if is_part or place else found
    found = before(c.tokens, at)
    if found is None:
        return None
    head = c.tokens[found.head]
    stands_free = head.has("NOUN", "nom") or head.has("NOUN", "ins")
    return found if stands_free and is_noun_of(head, "headcount", "dimension") else None


def _with_outer(tokens: Sequence[Token], found: NounPhrase | None) -> NounPhrase | None:
    """«скидка для резидентов — 50 %»: the noun before the preposition is what is measured."""
    at = found.first - 1 if found else 0
    outer = before(tokens, at) if found and at > 0 and tokens[at].pos == "ADP" else None
    if found is None or outer is None:
        return found
    text = f"{outer.text} {spaced(tokens, at, min(found.stop, at + LONGEST))}"
    return NounPhrase(outer.first, outer.head, found.stop, text)


def measured(c: Candidate) -> NounPhrase | None:
    """The subject of «составляет», «достигло», «превысила»; that of «насчитывает» if it is a collective."""
    verb = governor(c.tokens, c.first, c.stop)
    if verb is None:
        return None
    found = subject(c.tokens, verb)
    if found and does(c.tokens[verb], "containing"):
        return found if is_noun_of(c.tokens[found.head], "headcount") else None
    return found if does(c.tokens[verb], "measuring") or change(c.tokens[verb]) else None


def _counted_subject(c: Candidate) -> Measure | None:
    """«число резидентов достигло 320», «количество патентов — 65»."""
    found = beside(c, c.first) or measured(c)
    if not found or not is_noun_of(c.tokens[found.head], "headcount"):
        return None
    return _in_span(c, found, "figure/subject")


def _fronted(c: Candidate) -> Measure | None:
    """«причалов предусмотрен 31», «студентов — 3000»: a genitive plural that opens the clause."""
    left = c.tokens[c.number - 1] if c.number else None
    if left and left.pos == "ADP" and left.lower not in words("context", "reaching") and c.number == c.first:
        return None
    skipped = insertion(c.tokens, c.first)
    for at in range(c.first - 1, -1, -1):
        token = c.tokens[at]
        if at in skipped:
            continue
        if token.text in {",", ";", "(", ":"} or token.pos == "NUM":
            return None
        nouns = [r for r in token.readings if r.pos == "NOUN" and r.case == "gen" and r.number == "pl"]
        if nouns and token.pos != "VERB":
            first, _ = attributes_before(c.tokens, at)
            opens = first == 0 or _may_open(c.tokens[first - 1])
            text = phrase_text(c.tokens, first, at, at + 1, "nom", singular=True)
            return Measure(text, at, first, c.stop, "figure/fronted", 0.85) if opens else None
    return None


def _may_open(token: Token) -> bool:
    """What may stand before a genitive that opens a clause: «а студентов», «среди проектов 7 …»."""
    opens = token.text in {",", ";", "—"} or token.pos in {"CCONJ", "PART", "ADV"}
    return opens or token.lower in words("context", "among")


def _shared_noun(c: Candidate) -> Measure | None:
    """«5 государственных и 12 частных университетов»: an attribute here, the noun after the next number."""
    token = c.tokens[c.stop] if c.stop < len(c.tokens) else None
    noun = _noun_ahead(c.tokens, c.stop) if token and adjectival(token) else None
    if noun is None or token is None:
        return None
    head = next((r for r in c.tokens[noun.head].readings if r.pos == "NOUN"), MASCULINE)
    single = phrase_text(c.tokens, noun.head, noun.head, noun.head + 1, "nom", singular=True)
    text = f"{attribute(token, head)} {single}"
    return Measure(text, noun.head, c.first, c.stop + 1, "figure/shared-noun", 0.85)


def _noun_ahead(tokens: Sequence[Token], at: int) -> NounPhrase | None:
    """The noun after the next number that has one, over «, 5 португальских и 3 …»."""
    is_open = at + 3 < len(tokens) and tokens[at + 1].lower in ("и", ",") and bool(adjectival(tokens[at]))
    number = numeral(tokens, at + 2) if is_open and starts(tokens[at + 2].text) else None
    if number is None:
        return None
    fits = governed(number.value, number.scaled)
    return _noun_ahead(tokens, number.stop) or counted(tokens, number.stop, fits)


def _from_among(c: Candidate) -> Measure | None:
    """«12 из 50 компаний», «два из них»."""
    at = c.stop
    if at + 1 >= len(c.tokens) or c.tokens[at].lower not in words("context", "among"):
        return None
    if c.tokens[at + 1].lower in words("context", "them"):
        return _said_before(c)
    start = at + 1
    while start < len(c.tokens) and c.tokens[start].pos in {"NUM", "DET"}:
        start += 1
    end = group(c.tokens, start, GENITIVE)
    if not end or not c.tokens[end - 1].has("NOUN", "gen", "pl"):
        return None
    text = phrase_text(c.tokens, start, end - 1, end, "nom", singular=True)
    return Measure(text, end - 1, c.first, end, "figure/among", 0.85)


def _said_before(c: Candidate) -> Measure | None:
    """«… 32 фирмы, а 37 помогла найти …»: what the last count of the sentence counted."""
    last = next((q for q in reversed(c.before) if not q.unit), None)
    if last is None or _is_label(c) or (last.sentence != c.sentence and not _is_of_them(c)):
        return None
    head = last.measure_head if last.sentence == c.sentence else c.number
    return Measure(last.measure, head, c.first, c.stop, "figure/elided", 0.7)


def _is_of_them(c: Candidate) -> bool:
    """«Пять из них возведены …», «Из них пять …» at the beginning of a sentence."""
    near = [t.lower for t in (*c.tokens[c.stop : c.stop + 2], *c.tokens[:2])]
    said = set(near) & words("context", "among"), set(near) & words("context", "them")
    return c.number < FEW and all(said)


def _is_label(c: Candidate) -> bool:
    """«корпус 5», «Boeing 737»: a number right after a name or such a noun is a part of it."""
    left = c.tokens[c.first - 1] if c.first else None
    if left is None or not left.text[0].isalpha():
        return False
    is_name = left.pos in {"PROPN", "X"} or left.text.isupper() or left.text.isascii()
    return is_name or any(r.lemma in words("context", "label") for r in left.readings)


def _adjective_alone(c: Candidate) -> Measure | None:
    """«… 12 лабораторий, в том числе 5 государственных»: an attribute of what was counted before."""
    token = c.tokens[c.stop] if c.stop < len(c.tokens) else None
    if token is None or not any(r.number == "pl" and r.case in OBLIQUE for r in adjectival(token)):
        return None
    said = _said_before(c)
    if said is None or any(t.text == ";" for t in c.tokens[said.head : c.first]):
        text = attribute(token, MASCULINE)
        return Measure(text, c.stop, c.first, c.stop + 1, "figure/attribute-alone", 0.6)
    head = next((r for r in c.tokens[said.head].readings if r.pos == "NOUN"), c.tokens[said.head].readings[0])
    return said._replace(text=f"{attribute(token, head)} {said.text}", stop=c.stop + 1)


RULES: tuple[Rule, ...] = (
    _of_whole, _shared_noun, _counted, _from_among, _counted_subject, _fronted,
    _adjective_alone, _said_before,
)  # fmt: skip


def counted_measure(candidate: Candidate) -> Measure | None:
    """What a number without a unit counts, by the first rule that finds it, or None."""
    return next(filter(None, (rule(candidate) for rule in RULES)), None)
