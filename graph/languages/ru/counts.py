"""What a number counts: the noun after it, a subject or genitive before it, or what was said before."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.ru.counted import counted, governed
from baygraph.languages.ru.counts_apart import (
    adjective_alone,
    doing,
    from_among,
    of_pronoun,
    predicated,
    respective,
    said_before,
)
from baygraph.languages.ru.figure_words import lexicon
from baygraph.languages.ru.governors import change, governor
from baygraph.languages.ru.inflection import NounPhrase, attribute, phrase_text
from baygraph.languages.ru.measures import (
    MARKS,
    MASCULINE,
    Candidate,
    Measure,
    Rule,
    beside,
    fronted,
    is_by,
    is_noun_of,
    left,
    measured,
    of,
)
from baygraph.languages.ru.numerals import numeral, starts
from baygraph.languages.ru.phrases import adjectival


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
    """«население составляет 3,3 млн человек», «парк машин — 5500 единиц»: they say more than "person"."""
    if c.noun and not is_noun_of(c.tokens[c.noun.head], "vague"):
        return None
    found = beside(c, c.first) or measured(c)
    says_more = found and (is_noun_of(c.tokens[found.head], "headcount") or (c.noun and measured(c)))
    if found and (says_more or (c.noun and is_noun_of(c.tokens[found.head], "fleet"))):
        return _in_span(c, found, "figure/headcount")
    return _labelled(c)


def _labelled(c: Candidate) -> Measure | None:
    """«Участники: 320 человек», «Студенты — 3 тыс.»."""
    if c.first == 0 or c.tokens[c.first - 1].text not in MARKS:
        return None
    found = beside(c, c.first)
    if found is None or not c.tokens[found.head].has("NOUN", "nom", "pl"):
        return None
    text = phrase_text(c.tokens, found.first, found.head, found.stop, "nom", singular=True, seen="nom")
    said = left(c, found, text, "figure/labelled", 0.85)
    return said._replace(stop=c.noun.stop) if c.noun else said


def _in_span(c: Candidate, found: NounPhrase, rule: str) -> Measure:
    """A measure to the left of a number, with what the number counts to the right of it."""
    said = left(c, found, _change_of(c, found) or _number_of(c.tokens, found), rule)
    return said._replace(stop=c.noun.stop) if c.noun else said


def _change_of(c: Candidate, found: NounPhrase) -> str:
    """«число компаний увеличилось на 2513» is a growth, not the number reached."""
    verb = governor(c.tokens, c.first, c.stop)
    grown = change(c.tokens[verb]) if verb is not None and is_by(c) else ""
    return of(grown, found, c.tokens) if grown else ""


def _number_of(tokens: Sequence[Token], phrase: NounPhrase) -> str:
    """«число резидентов» counts residents, «численность населения» remains what it is."""
    if not is_noun_of(tokens[phrase.head], "number", "fleet"):
        return phrase.text
    found = counted(tokens, phrase.head + 1, lambda r: (r.case, r.number) == ("gen", "pl"))
    if found:
        return found.text
    token = tokens[phrase.head + 1] if phrase.head + 1 < len(tokens) else None
    alone = token and any((r.case, r.number) == ("gen", "pl") for r in adjectival(token))
    return attribute(token, MASCULINE) if token and alone else phrase.text  # «число занятых в кластере»


def _counted_subject(c: Candidate) -> Measure | None:
    """«число резидентов достигло 320», «количество патентов — 65»."""
    found = beside(c, c.first) or measured(c)
    if not found or not is_noun_of(c.tokens[found.head], "headcount", "fleet"):
        return None
    return _in_span(c, found, "figure/subject")


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


RULES: tuple[Rule, ...] = (
    _of_whole, _shared_noun, _counted, respective, of_pronoun, predicated, from_among, _counted_subject,
    fronted, adjective_alone, doing, said_before,
)  # fmt: skip


def counted_measure(candidate: Candidate) -> Measure | None:
    """What a number without a unit counts, by the first rule that finds it, or None."""
    return next(filter(None, (rule(candidate) for rule in RULES)), None)
