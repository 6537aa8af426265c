"""What an amount is of where its noun stands apart: before a comma, a relative word, in the text before."""

from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.governors import does
from baygraph.languages.ru.inflection import before, spaced
from baygraph.languages.ru.measures import Candidate, Measure, is_by, left

PERCENT = "%"
FAR = 9  # tokens between an amount and who gets it


def of_pronoun(c: Candidate, verb: int) -> Measure | None:
    """«объём должен достичь 210 млрд; год назад он оценивался в 65 млрд»: the measure said before."""
    at = verb - 1
    while at > 0 and c.tokens[at].pos in {"ADV", "PART"}:
        at -= 1
    last = c.before[-1] if c.before else None
    said = at >= 0 and c.tokens[at].lower in words("context", "pronouns")
    if last is None or not said or last.unit != c.unit or not does(c.tokens[verb], "measuring"):
        return None
    return Measure(last.measure, last.measure_head, c.first, c.stop, "figure/of-pronoun", 0.75)


def of_which_noun(c: Candidate) -> Measure | None:
    """«проект, бюджет которого 2,9 млрд юаней»."""
    at = c.first - 1
    if at < 1 or c.tokens[at].lemma not in words("context", "whose"):
        return None
    found = before(c.tokens, at)
    return left(c, found, found.text, "figure/whose") if found else None


def apposed(c: Candidate) -> Measure | None:
    """«Отдельная строка бюджета, 180 млн долларов, предназначена …»."""
    at, stop = c.first - 1, c.stop
    closed = stop < len(c.tokens) and c.tokens[stop].text == ","
    if at < 1 or c.tokens[at].text != "," or not closed or c.unit == PERCENT:
        return None
    found = before(c.tokens, at)
    stands_free = found and any(r.case == "nom" for r in c.tokens[found.head].readings if r.pos == "NOUN")
    if not found or not stands_free or found.first > 0:
        return None
    return left(c, found, found.text, "figure/apposed", 0.7)


def awarded(c: Candidate) -> Measure | None:
    """«победителю полагается 300 тыс. юаней, призёрам — по 150 тыс.»: a prize to whom it goes."""
    for at in range(c.first - 1, max(-1, c.first - FAR), -1):
        token = c.tokens[at]
        if token.text in {";", "("} or token.pos == "NUM":
            return None
        if any(
            r.pos == "NOUN" and r.case == "dat" and r.lemma in words("nouns", "winner")
            for r in token.readings
        ):
            start = at
            while start and any(
                r.case == "dat" for r in c.tokens[start - 1].readings if r.pos in {"ADJ", "DET"}
            ):
                start -= 1
            prize = next(iter(words("nouns", "prize")))
            text = f"{prize} {spaced(c.tokens, start, at + 1).lower()}"
            return Measure(text, at, c.first, c.stop, "figure/awarded", 0.75)
    return None


def more_by(c: Candidate) -> Measure | None:
    """«5952 предприятия, что на 12,4 % больше, чем годом ранее»: how much more of what was counted."""
    last = c.before[-1] if c.before else None
    compared = c.stop < len(c.tokens) and c.tokens[c.stop].lower in words("context", "more")
    if last is None or not compared or c.unit != PERCENT or not is_by(c):
        return None
    return Measure(last.measure, last.measure_head, c.first, c.stop, "figure/more-by", 0.7)
