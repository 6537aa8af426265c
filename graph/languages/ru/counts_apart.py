"""What a number counts where no noun stands beside it: another of the kind that was counted before."""

from collections.abc import Sequence
from decimal import Decimal

from baygraph.annotation import Quantity, Reading, Token
from baygraph.languages.ru.counted import GENITIVE, OBLIQUE, completed, group
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.governors import governor, verb_noun
from baygraph.languages.ru.inflection import attribute, inflected, phrase_text
from baygraph.languages.ru.measures import MARKS, MASCULINE, Candidate, Measure, is_noun_of
from baygraph.languages.ru.numerals import numeral, starts
from baygraph.languages.ru.phrases import adjectival

FEW = 4  # tokens from the beginning of a sentence


def from_among(c: Candidate) -> Measure | None:
    """«12 из 50 компаний», «два из них»; «1280 из 17 стран» come from there."""
    at = c.stop
    if at + 1 >= len(c.tokens) or c.tokens[at].lower not in words("context", "among"):
        return None
    if c.tokens[at + 1].lower in words("context", "them"):
        return said_before(c)
    start = at + 1
    whole = numeral(c.tokens, start) if starts(c.tokens[start].text) else None
    if whole and whole.value < _value(c):
        return None
    while start < len(c.tokens) and c.tokens[start].pos in {"NUM", "DET"}:
        start += 1
    end = group(c.tokens, start, GENITIVE)
    if not end or not c.tokens[end - 1].has("NOUN", "gen", "pl"):
        return None
    text = phrase_text(c.tokens, start, end - 1, end, "nom", singular=True)
    return Measure(text, end - 1, c.first, end, "figure/among", 0.85)


def _value(c: Candidate) -> Decimal:
    number = numeral(c.tokens, c.number)
    return number.value if number else Decimal(0)


def respective(c: Candidate) -> Measure | None:
    """«34 станции и 61 база; прибавилось соответственно 6 и 14»: each number counts what its fellow did."""
    respectively = words("context", "respectively")
    marks = [i for i, t in enumerate(c.tokens) if t.lower in respectively]
    mark = marks[0] if marks else -1
    if mark < 0 or not (mark < c.first <= mark + FEW or c.stop <= mark <= c.stop + FEW):
        return None
    row = _row(c.tokens, mark)
    if c.number not in row:
        return None
    said = [q for q in c.before if q.sentence == c.sentence and not q.unit and q.stop <= row[0]]
    if len(said) < len(row):
        return None
    fellow = said[len(said) - len(row) + row.index(c.number)]
    return Measure(fellow.measure, fellow.measure_head, c.first, c.stop, "figure/respective", 0.85)


def _row(tokens: Sequence[Token], mark: int) -> list[int]:
    """The numbers, joined by commas and «и», before or after «соответственно»."""
    after = mark + 1 < len(tokens) and starts(tokens[mark + 1].text)
    at, step = (mark + 1, 1) if after else (mark - 1 - (tokens[mark - 1].text == ","), -1)
    found: list[int] = []
    while 0 <= at < len(tokens) and (starts(tokens[at].text) or tokens[at].lower in {",", "и"}):
        if starts(tokens[at].text):
            found.append(at)
        at += step
    return sorted(found)


def of_pronoun(c: Candidate) -> Measure | None:
    """«сотрудники (их около 310)», «пока на дорогах их 1469»: what the pronoun stands for."""
    at = c.first - 1
    if at < 0 or c.tokens[at].lower != "их" or c.noun is not None:
        return None
    if at > 1 and c.tokens[at - 1].text == "(":
        head = at - 2
        nouns = [r for r in c.tokens[head].readings if r.pos == "NOUN" and r.number == "pl"]
        if nouns:
            text = inflected(c.tokens, head, head, nouns[0], "nom", plural=False).lower()
            return Measure(text, head, c.first, c.stop, "figure/of-pronoun", 0.8)
    last = c.counted_before
    if last is None or c.sentence - last.sentence > 1:
        return None
    head = last.measure_head if last.sentence == c.sentence else c.number
    return Measure(last.measure, head, c.first, c.stop, "figure/of-pronoun", 0.7)


def predicated(c: Candidate) -> Measure | None:
    """«38 человек, 15 из них — россияне», «из 20 участников 15 — женщины»: what some of them are."""
    at = c.stop
    if at + 1 < len(c.tokens) and c.tokens[at + 1].lower in words("context", "them"):
        at += 2
    if at + 1 >= len(c.tokens) or c.tokens[at].text not in MARKS:
        return None
    first = head = at + 1
    while head + 1 < len(c.tokens) and adjectival(c.tokens[head]) and not _is_what(c.tokens[head]):
        head += 1
    if not _is_what(c.tokens[head]):
        return None
    end = completed(c.tokens, head + 1, head - first + 1)
    what = phrase_text(c.tokens, first, head, end, "nom", singular=True, seen="nom")
    last = next((q for q in reversed(c.before) if not q.unit and q.sentence == c.sentence), None)
    whole = _bare(c.tokens, last) if last else ""
    text = f"{whole}-{what}" if whole and first == head else what  # «участник-женщина»
    return Measure(text, head, c.first, end, "figure/predicated", 0.8)


def _is_what(token: Token) -> bool:
    """A common noun in the nominative plural."""
    best = token.readings[0]
    return (best.pos, best.case, best.number) == ("NOUN", "nom", "pl") and token.text[0].islower()


def _bare(tokens: Sequence[Token], last: Quantity) -> str:
    """The noun of an earlier figure alone, or nothing where it says little («человек»)."""
    token = tokens[last.measure_head]
    noun = next((r for r in token.readings if r.pos == "NOUN"), None)
    if noun is None or is_noun_of(token, "vague"):
        return ""
    return inflected(tokens, last.measure_head, last.measure_head, noun, "nom", plural=False)


def doing(c: Candidate) -> Measure | None:
    """«выставку посетили 90 тысяч», «в городе живут 9 млн»: who does this."""
    verb = governor(c.tokens, c.first, c.stop)
    if verb is None or verb not in {c.first - 1, c.stop}:
        return None
    who = verb_noun(c.tokens[verb], "doers")
    ends = verb == c.stop or c.stop >= len(c.tokens) or c.tokens[c.stop].text in {".", ",", ";"}
    return Measure(who, verb, c.first, c.stop, "figure/doers", 0.7) if who and ends else None


def said_before(c: Candidate) -> Measure | None:
    """«… 32 фирмы, а 37 помогла найти …»: what the last count of the sentence counted."""
    last = c.counted_before
    if last is None or _is_label(c) or (last.sentence != c.sentence and not _goes_on(c, last)):
        return None
    head = last.measure_head if last.sentence == c.sentence else c.number
    return Measure(last.measure, head, c.first, c.stop, "figure/elided", 0.7)


def _goes_on(c: Candidate, last: Quantity) -> bool:
    """«Пять из них возведены …», «Девять торгуются на бирже …» at the beginning of a sentence."""
    near = [t.lower for t in (*c.tokens[c.stop : c.stop + 2], *c.tokens[:2])]
    them = bool(set(near) & words("context", "among")) and bool(set(near) & words("context", "them"))
    if c.number >= FEW:
        return False
    opens = c.first == 0 and c.stop < len(c.tokens) and not c.tokens[c.number].lower.endswith("ое")
    verb = c.tokens[c.stop].readings[0] if opens else None
    acts = verb is not None and (verb.pos, verb.form, verb.number) == ("VERB", "", "pl")
    return them or (acts and c.sentence - last.sentence == 1)


def _is_label(c: Candidate) -> bool:
    """«корпус 5», «Boeing 737»: a number right after a name or such a noun is a part of it."""
    left = c.tokens[c.first - 1] if c.first else None
    if left is None or not left.text[0].isalpha():
        return False
    is_name = left.pos in {"PROPN", "X"} or left.text.isupper() or left.text.isascii()
    return is_name or any(r.lemma in words("context", "label") for r in left.readings)


def adjective_alone(c: Candidate) -> Measure | None:
    """«… 12 лабораторий, в том числе 5 государственных»: an attribute of what was counted before."""
    token = c.tokens[c.stop] if c.stop < len(c.tokens) else None
    if token is None or not any(_is_counted(r, int(_value(c))) for r in adjectival(token)):
        return None
    said = said_before(c)
    if said is None or any(t.text == ";" for t in c.tokens[said.head : c.first]):
        text = attribute(token, MASCULINE)
        return Measure(text, c.stop, c.first, c.stop + 1, "figure/attribute-alone", 0.6)
    head = next((r for r in c.tokens[said.head].readings if r.pos == "NOUN"), c.tokens[said.head].readings[0])
    last = c.counted_before
    bare = _bare(c.tokens, last) if last and last.sentence == c.sentence else ""
    return said._replace(text=f"{attribute(token, head)} {bare or said.text}", stop=c.stop + 1)


def _is_counted(attribute: Reading, value: int) -> bool:
    """«12 китайских», «две казахстанские», «один международный»."""
    last = value % 10 if value % 100 not in range(11, 15) else 0
    if attribute.number == "sg":
        return last == 1 and attribute.case in {"nom", "acc"}
    return attribute.case in OBLIQUE or (last in (2, 3, 4) and attribute.case in {"nom", "acc"})
