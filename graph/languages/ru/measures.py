"""What rules of measures share: a number with what stands around it, the phrases to the left of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from baygraph.annotation import Quantity, Reading, Token
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.governors import (
    before_participle,
    before_time,
    change,
    does,
    governor,
    insertion,
    is_time,
    subject,
)
from baygraph.languages.ru.inflection import LONGEST, NounPhrase, before, phrase_text, spaced
from baygraph.languages.ru.phrases import attributes_before


class Candidate(NamedTuple):
    """A number with its unit and what it counts; ``first`` includes «свыше», ``noun`` is None beside a unit.

    ``before`` are the figures of the sentence to the left of it, ``last`` the last figure of the text so far.
    """

    tokens: Sequence[Token]
    first: int
    number: int
    stop: int
    unit: str
    noun: NounPhrase | None
    before: tuple[Quantity, ...]
    sentence: int = 0
    last: Quantity | None = None

    @property
    def previous(self) -> Quantity | None:
        """The figure before this one."""
        return self.before[-1] if self.before else None

    @property
    def counted_before(self) -> Quantity | None:
        """The last figure that counts something; of «5200 проектов из 60 стран» the projects."""
        counts = [q for q in reversed(self.before) if not q.unit]
        return next((q for q in counts if not self._is_origin(q)), counts[0] if counts else None)

    def _is_origin(self, figure: Quantity) -> bool:
        here = figure.sentence == self.sentence and figure.first > 0
        return here and self.tokens[figure.first - 1].lower in words("context", "among")


class Measure(NamedTuple):
    """A dictionary form, its head's token, the tokens that say it if they touch the number, and the rule."""

    text: str
    head: int
    first: int
    stop: int
    rule: str
    confidence: float = 0.9


PERCENT = "%"
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


def is_by(c: Candidate) -> bool:
    """«вырос на 4,1 %», not «вырос до 4,1 %»."""
    return "на" in {t.lower for t in c.tokens[max(0, c.first - 1) : c.number]}


def beside(c: Candidate, at: int) -> NounPhrase | None:
    """The noun phrase before a dash, a colon or the number itself («объём — 380 млн», «площадь: 20 га»)."""
    dash = at - (at > 0 and c.tokens[at - 1].lower in words("context", "reaching") | {"на"})
    if dash and c.tokens[dash - 1].text in MARKS:
        end = before_participle(c.tokens, dash - 1)
        end -= end > 1 and c.tokens[end - 1].readings[0].pos == "ADV"  # «глубина моря здесь — 50 метров»
        end = before_time(c.tokens, end)
        if is_time(c.tokens, end):
            return None  # «(год назад — 11 тыс.)»
        found = _with_outer(c.tokens, before(c.tokens, end))
        head = c.tokens[found.head] if found else None
        is_part = head and head.lemma in words("uncounted", "fraction")  # «выросла на треть — до 860 млн»
        colon = c.tokens[dash - 1].text == ":"
        prepared = found and found.first > 0 and c.tokens[found.first - 1].pos == "ADP"
        place = head and (prepared or (colon and not head.has("NOUN", "nom")))  # «в районе: 12 га»
        return None if is_part or place else found
    found = before(c.tokens, at)
    if found is None:
        return None
    head = c.tokens[found.head]
    stands_free = head.has("NOUN", "nom") or head.has("NOUN", "ins")
    herd = not c.unit and is_noun_of(head, "fleet")  # «поголовье 210 тыс.»
    return found if stands_free and (herd or is_noun_of(head, "headcount", "dimension")) else None


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
        return found if is_noun_of(c.tokens[found.head], "headcount", "fleet") else None
    return found if does(c.tokens[verb], "measuring") or change(c.tokens[verb]) else None


def fronted(c: Candidate) -> Measure | None:
    """«причалов предусмотрен 31», «студентов — 3000»: a genitive plural that opens the clause."""
    left = c.tokens[c.number - 1] if c.number else None
    if left and left.pos == "ADP" and left.lower not in words("context", "reaching") and c.number == c.first:
        return None
    skipped = {*insertion(c.tokens, c.first)}
    if left and left.text == ":":  # «Участников: 320»
        skipped.add(c.number - 1)
    for at in range(c.first - 1, -1, -1):
        token = c.tokens[at]
        if at in skipped:
            continue
        if token.text in {",", ";", "(", ":"} or token.pos == "NUM":
            return None
        nouns = [r for r in token.readings if r.pos == "NOUN" and r.case == "gen" and r.number == "pl"]
        if nouns and token.pos != "VERB":
            first, _ = attributes_before(c.tokens, at)
            # «заключено договоров: 14»
            listed = first == 1 and at + 2 == c.first and does(c.tokens[0], "numbering")
            opens = first == 0 or listed or _may_open(c.tokens[first - 1]) or _numbers(c, first, at)
            text = phrase_text(c.tokens, first, at, at + 1, "nom", singular=True)
            return Measure(text, at, first, c.stop, "figure/fronted", 0.85) if opens else None
    return None


def _may_open(token: Token) -> bool:
    """What may stand before a genitive that opens a clause: «а студентов», «среди проектов 7 …»."""
    opens = token.text in {",", ";", "—"} or token.pos in {"CCONJ", "PART", "ADV"}
    return opens or token.lower in words("context", "among") | words("context", "opening")


def _numbers(c: Candidate, first: int, head: int) -> bool:
    """«в прошлом году станций было 34», «к середине декабря таких проектов набралось 94»."""
    start = next((k + 1 for k in range(first - 1, -1, -1) if c.tokens[k].text in {",", ";", "—", "("}), 0)
    prepared = c.tokens[start].pos == "ADP" or c.tokens[start].lower in ("а", "и", "но")
    verbs = [t for t in c.tokens[head + 1 : c.first] if t.pos == "VERB"]
    acts = [t for t in c.tokens[start:first] if t.pos == "VERB"]
    return prepared and not acts and any(does(t, "numbering") for t in verbs)
