"""Why a number is no figure: small named rules; the ordered list ends the file."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from baygraph.annotation import Token
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.found import Found
from baygraph.languages.ru.governors import change
from baygraph.languages.ru.numerals import starts
from baygraph.languages.ru.phrases import CLOSING, OPENING

LONGEST_NAME = 6  # tokens in quotes that make a name rather than speech
CHANGE_WITHIN = 6  # tokens after a number in which «выросло» may still follow it
DASHES = frozenset("-–—‑‒")


Screen = Callable[[Found], str]


def refusal(found: Found) -> str:
    """The reason why a number is no figure, or nothing."""
    return found.numeral.refused or next(filter(None, (screen(found) for screen in SCREENS)), "")


@cache
def said_without_number() -> dict[str, str]:
    """Words that say how many without a number («вдвое», «оба»), with the reason why they are no figures."""
    ratios = dict.fromkeys(words("indefinite", "multiples"), "a ratio")
    return ratios | dict.fromkeys(words("indefinite", "both"), "both of two")


def _zero(found: Found) -> str:
    return "nothing of it" if found.numeral.value == 0 else ""


def _one(found: Found) -> str:
    """«один из», «одна лаборатория»: seldom a count, unless in a list of counts."""
    in_list = found.left in {",", "и"} and found.right() not in words("context", "among")
    in_list = in_list and (found.noun is not None or _is_attribute(found))
    is_word = found.numeral.value == 1 and not found.numeral.digits and not found.unit
    whole = found.noun is not None and found.noun.head - found.numeral.first > 1  # «один общий фонд»
    listed = in_list and not whole and _follows_count(found)
    return "one of its kind, no count" if is_word and not listed else ""


def _is_attribute(found: Found) -> bool:
    """«11 патентов КНР и один российский»."""
    after = found.tokens[found.stop] if found.stop < len(found.tokens) else None
    return after is not None and any(r.pos == "ADJ" and r.form != "short" for r in after.readings[:1])


def _follows_count(found: Found) -> bool:
    return any(starts(t.text) for t in found.tokens[max(0, found.first - 6) : found.first])


def _indefinite(found: Found) -> str:
    left = found.tokens[found.first - 1].lemma if found.first else ""
    return "an indefinite number" if left in words("indefinite", "before") and found.numeral.scaled else ""


def _range(found: Found) -> str:
    """«20–30 человек», «от 10 до 20»: two bounds are not one value."""
    return "a range" if _goes_on(found) or _has_come(found) else ""


def _goes_on(found: Found) -> bool:
    tokens, at = found.tokens, found.stop
    if at + 1 >= len(tokens) or not starts(tokens[at + 1].text):
        return False
    tight = tokens[at].start == tokens[at - 1].end
    if tokens[at].text in DASHES and (tight or tokens[at].text != "—"):
        return True
    return tokens[at].lower == "до" and found.left in {"от", "с", "со"} and not _is_change(found)


def _has_come(found: Found) -> bool:
    """The second bound of a range."""
    tokens, at = found.tokens, found.numeral.first
    if at < 2 or not _is_end_of_number(tokens[at - 2]):
        return at > 2 and tokens[at - 1].lower == "до" and _opened_by_from(found) and not _is_change(found)
    is_tight = tokens[at - 1].start == tokens[at - 2].end
    dash = tokens[at - 1].text in DASHES and (is_tight or tokens[at - 1].text != "—")
    return dash or (tokens[at - 1].lower == "до" and _opened_by_from(found) and not _is_change(found))


def _is_end_of_number(token: Token) -> bool:
    return starts(token.text) or token.text in {"%", "."}


def _opened_by_from(found: Found) -> bool:
    """«от 10 … до»: a bound with «от» or «с» shortly before."""
    at = found.numeral.first
    near = found.tokens[max(0, at - 7) : at]
    opened = next(
        (k for k, (a, b) in enumerate(pairwise(near)) if a.lower in {"от", "с"} and starts(b.text)), -1
    )
    return opened >= 0 and not any(t.pos == "VERB" for t in near[opened:])  # «с 2027 года выпускает до 600»


def _is_change(found: Found) -> bool:
    """«выросло с 5524 до 8037»."""
    clause = found.tokens[: found.stop + CHANGE_WITHIN]
    return any(change(t) or t.lemma in words("nouns", "change") for t in clause)


def _clock_or_ratio(found: Found) -> str:
    """«9:30», «3:0», «24/7», «+86 760 …»."""
    edges = ((found.first - 1, found.first), (found.numeral.stop, found.numeral.stop - 1))
    tokens = found.tokens
    joined = any(
        0 <= mark < len(tokens)
        and tokens[mark].text in ({":", "/"} if found.numeral.digits else {"/"})
        and _touch(tokens[mark], tokens[number])
        for mark, number in edges
    )
    coded = found.left == "+" and not found.unit  # «(+12,5 %)» is a growth
    return "a time, a ratio or a code" if joined or coded else ""


def _touch(a: Token, b: Token) -> bool:
    return a.end == b.start or b.end == a.start


def _sign(found: Found) -> str:
    """«№ 5», «тел. 123»."""
    left = {t.lower for t in found.tokens[max(0, found.first - 2) : found.first]} - {"."}
    numbered = found.first and found.numeral.digits and found.numeral.value % 1 == 0
    is_part = numbered and found.tokens[found.first - 1].lemma in words("context", "numbered")
    return "a label" if is_part or left & words("context", "sign") else ""


def _duration(found: Found) -> str:
    counted = _head(found) if found.noun else found.right()
    granted = (
        found.noun is not None and found.noun.stop > found.noun.head + 1
    )  # «300 часов пучкового времени»
    is_time = counted in words("uncounted", "duration") and not found.unit
    if is_time and not (granted and not _is_when(found)):
        return "a length of time"
    rounds = found.left == "за" and _head(found) in words("uncounted", "rounds")
    return "a length of time" if rounds else ""  # «за три набора приняли 58 команд»


def _is_when(found: Found) -> bool:
    """«через 20 минут езды», «за два года работы»: a preposition says when or how long."""
    left = found.tokens[found.first - 1] if found.first else None
    return left is None or left.pos == "ADP" or _head(found) in words("uncounted", "spans")


def _head(found: Found) -> str:
    """The dictionary form of the counted noun."""
    if found.noun is None:
        return ""
    return next((r.lemma for r in found.tokens[found.noun.head].readings if r.pos == "NOUN"), "")


def _times(found: Found) -> str:
    return "a ratio" if words("uncounted", "times") & {_head(found), found.right()} else ""


def _comparison(found: Found) -> str:
    """«на 30 % дешевле»."""
    near = (*found.tokens[max(0, found.first - 2) : found.first], *found.tokens[found.stop : found.stop + 1])
    counted = found.right() in words("context", "more")
    compares = found.left == "на" and not counted and any(r.form == "comp" for t in near for r in t.readings)
    return "a comparison" if compares and found.unit == "%" else ""


def _rate(found: Found) -> str:
    """«число патентов на 10 тыс. жителей»."""
    tokens = found.tokens[: found.first]
    of_people = found.left == "на" and _head(found) in words("uncounted", "rate")
    rated = words("nouns", "headcount") | words("nouns", "dimension")
    is_rate = of_people and any(t.lemma in rated for t in tokens[-6:])
    return "the base of a rate" if is_rate else ""


def _parties(found: Found) -> str:
    """«две стороны», «отношения двух стран», «между двумя городами»: who they are is known."""
    if found.numeral.digits:
        return ""
    is_pair = found.numeral.value == 2 and not found.tokens[found.numeral.first].has("NUM", "nom")
    between = found.left in words("context", "between")
    known = between or (is_pair and (_head(found) in words("uncounted", "pair") or _joins(found)))
    return "the parties, no count" if known or _head(found) in words("uncounted", "party") else ""


def _joins(found: Found) -> bool:
    """«о слиянии двух предприятий»."""
    left = found.tokens[found.first - 1] if found.first else None
    return left is not None and any(
        r.lemma in words("nouns", "joining") for r in left.readings if r.pos == "NOUN"
    )


def _named(found: Found) -> str:
    """«сразу два вуза, Университет Макао и …», «отобраны два проекта, «Парус» и «Якорь»»."""
    tokens, noun = found.tokens, found.noun
    if noun is None or found.numeral.digits or found.numeral.value != 2 or noun.stop + 2 >= len(tokens):
        return ""
    mark, opening = tokens[noun.stop], tokens[noun.stop + 1]
    is_list = mark.text in {",", "—", ":", "("} and (opening.text in OPENING or opening.text[0].isupper())
    if not is_list:
        return ""
    end = next(
        (k for k in range(noun.stop + 1, len(tokens)) if tokens[k].text in {".", ";", ":"}), len(tokens)
    )
    joins = any(t.lower in {"и", "а"} for t in tokens[noun.stop + 1 : end])
    return "named one by one" if joins else ""


def _imagined(found: Found) -> str:
    """«кажется, будто у причала замерли два корабля»."""
    left = {t.lower for t in found.tokens[: found.first]}
    return "a likeness" if not found.numeral.digits and left & words("context", "hypothetical") else ""


def _hyperbole(found: Found) -> str:
    """«отличаетесь от сотни таких же инкубаторов»."""
    says = found.tokens[found.stop : found.stop + 2] if found.noun is None else ()
    return "an indefinite number" if " ".join(t.lemma for t in says) in words("context", "alike") else ""


def _abstract(found: Found) -> str:
    """«две трети», «три задачи»."""
    if _head(found) in words("uncounted", "fraction"):
        return "a fraction"
    is_list = not found.numeral.digits and _head(found) in words("uncounted", "abstract")
    return "points of a list" if is_list else ""


def _known(found: Found) -> str:
    """«эти четыре города», «в числе 500 крупнейших компаний»."""
    left = found.tokens[found.first - 1].lemma if found.first else ""
    pointed = left in words("context", "demonstrative") and found.left != "всего"
    if found.noun and (pointed or _is_all(found)):
        return "said before"
    if found.first > 1 and found.tokens[found.first - 2].lower == "том":  # «в том числе»
        return ""
    ranked = any(t.lemma in words("context", "ranked") for t in found.tokens[found.stop : found.stop + 3])
    if ranked and found.left == "в" and not found.numeral.digits and found.numeral.scaled:
        return "a ranking"  # «входит в сотню лучших»
    return "a ranking" if left in words("context", "ranking") and ranked else ""


def _is_all(found: Found) -> bool:
    """«все три программы», «всех трёх»."""
    left = found.tokens[found.first - 1] if found.first and not found.numeral.digits else None
    return left is not None and left.lower in words("context", "all")


def _name(found: Found) -> str:
    """«план «Тысяча талантов»»: a number inside a short name in quotes."""
    tokens = found.tokens
    left = range(found.first - 1, max(-1, found.first - LONGEST_NAME), -1)
    right = range(found.stop, min(len(tokens), found.stop + LONGEST_NAME))
    start = next((k for k in left if tokens[k].text in OPENING | CLOSING), -1)
    end = next((k for k in right if tokens[k].text in CLOSING), -1)
    if start == found.first - 1 and start >= 0 and tokens[start].text in OPENING and not found.numeral.digits:
        return (
            "part of a name" if tokens[found.numeral.first].text[0].isupper() and _is_one_name(found) else ""
        )
    if start < 0 or tokens[start].text not in OPENING or not 0 < end - start <= LONGEST_NAME:
        return ""
    is_speech = any(t.pos == "VERB" and t.readings[0].form != "part" for t in tokens[start:end])
    return "" if is_speech else "part of a name"


def _is_one_name(found: Found) -> bool:
    """«Десять мер для молодёжи Гонконга и Макао»: no verb before the quotes close."""
    tokens = found.tokens
    end = next((k for k in range(found.stop, len(tokens)) if tokens[k].text in CLOSING), -1)
    return end > 0 and not any(t.pos == "VERB" and t.readings[0].form == "" for t in tokens[found.stop : end])


SCREENS: tuple[Screen, ...] = (
    _zero, _one, _indefinite, _name, _sign, _clock_or_ratio, _range, _duration, _times, _comparison,
    _rate, _parties, _abstract, _known, _named, _imagined, _hyperbole,
)  # fmt: skip
