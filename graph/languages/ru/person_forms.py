"""The dictionary form of a Western or Russian name, by the cases that its words and its title share."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.ru.foreign_people import nominative_family
from baygraph.languages.ru.phrases import adjectival, nouns
from baygraph.languages.ru.titles import STOPS, is_title
from baygraph.languages.ru.words import words


def is_particle(token: Token) -> bool:
    """Say whether a word is a small one inside western names («ван»)."""
    return token.text in words("titles", "particles")


def cases_told(tokens: Sequence[Token], at: int, stop: int) -> frozenset[str]:
    """The cases of the title before a name, or of the one behind a comma («Адриана Вилла, куратора …»)."""
    behind = tokens[stop + 1 : stop + 2] if stop < len(tokens) and tokens[stop].text == "," else ()
    told = (r.case for t in behind if is_title(t) for r in nouns(t) if r.number == "sg")
    return _title_cases(tokens, at) or frozenset(told)


def _title_cases(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The cases of the title before a name, which the name shares; empty when there is none."""
    for place in range(at - 1, max(-1, at - 13), -1):
        token = tokens[place]
        if token.text in STOPS:
            break
        if is_title(token):
            place, token = _outermost(tokens, place)
            many = place > 0 and tokens[place - 1].pos == "VERB"  # «стали профессора А и Б»
            return frozenset(
                r.case
                for r in token.readings
                if r.pos == "NOUN" and (r.number == "sg" or (many and r.case == "nom"))
            )
    before = next((t for t in reversed(tokens[max(0, at - 3) : at]) if t.pos != "ADV"), None)
    passive = before is not None and before.readings[0].voice == "pass"
    return frozenset({"ins"}) if passive else frozenset()  # «возглавляемый ныне Штефаном Бруннером»


def _outermost(tokens: Sequence[Token], at: int) -> tuple[int, Token]:
    """«заместитель генерального директора»: the office that others of its phrase depend on."""
    while at > 0 and any(r.case == "gen" for r in nouns(tokens[at])):
        before = at - 1
        while before > 0 and adjectival(tokens[before]):
            before -= 1
        if not is_title(tokens[before]):
            break
        at = before
    return at, tokens[at]


def nominative_name(tokens: Sequence[Token], title: frozenset[str] = frozenset()) -> str:
    """A Western or Russian name in the nominative: all words share a case, and share it with the title."""
    cases = [{r.case for r in (*nouns(t), *adjectival(t))} for t in tokens if not is_particle(t)]
    shared = set.intersection(*cases) if all(cases) else set()
    shared = shared & title if title else shared
    apart = not shared or tokens[-1].lower.endswith("ым")  # no adjective
    if apart and len(tokens) == 2 and (parted := _each_apart(*tokens)):
        return parted
    if not shared or "nom" in shared or _is_invariable(tokens):
        return " ".join(t.text for t in tokens)
    return " ".join(_nominative_word(t, sorted(shared)) for t in tokens)


def _is_invariable(tokens: Sequence[Token]) -> bool:
    """«доклад Эллен Юнь»: a woman's name that does not inflect."""
    first = {r.case for r in nouns(tokens[0]) if r.lemma == tokens[0].lower}
    rest = (r for t in tokens[1:] for r in (*nouns(t), *adjectival(t)) if r.lemma != t.lower)
    return {"gen", "nom"} <= first and not any(r.number == "sg" and r.gender == "f" for r in rest)


def _nominative_word(token: Token, cases: Sequence[str]) -> str:
    if is_particle(token):
        return token.text
    for reading in (*nouns(token), *adjectival(token)):
        if reading.case in cases:
            return reading.lemma[:1].upper() + reading.lemma[1:]
    return token.text


def _each_apart(given: Token, family: Token) -> str:
    """«Ильёй Сомовым»: a given name, and a surname that no dictionary has, or nothing."""
    own = [r for r in nouns(given) if r.number == "sg"]
    if not own or any(r.case == "nom" and r.lemma == given.lower for r in own):
        return ""
    surname = nominative_family(family.lower, man=own[0].gender != "f")
    return " ".join(w[:1].upper() + w[1:] for w in (own[0].lemma, surname)) if surname else ""
