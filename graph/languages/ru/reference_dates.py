"""The date of a Russian text, and the date for which a figure is stated."""

from collections.abc import Sequence

from baygraph.annotation import Annotated, Quantity, Sentence, Token
from baygraph.languages.dates import Dateline, DateMention
from baygraph.languages.ru.dates import dates
from baygraph.languages.ru.figure_words import words
from baygraph.languages.ru.governors import change, does

DATELINE_WITHIN = 12  # tokens of a report's first sentence in which its place and date stand


def dateline(annotated: Annotated) -> Dateline | None:
    """The place and date that open a report («ДУНГУАНЬ, 11 августа 2020 года.»), or None."""
    for sentence in annotated.sentences[:3]:
        tokens = sentence.tokens[:DATELINE_WITHIN]
        found = next((d for d in dates(sentence) if d.stop <= DATELINE_WITHIN and len(d.value) == 10), None)
        if found and found.role == "point" and _opens_report(sentence.tokens, found):
            return Dateline(sentence.index, 0, _place_end(tokens, found.first), found.value)
    return None


def _opens_report(tokens: Sequence[Token], found: DateMention) -> bool:
    return _is_place(tokens[: found.first]) and _is_closed(tokens, found.stop)


def _is_place(before: Sequence[Token]) -> bool:
    """Capitalized words and marks alone before the date."""
    capitals = [t for t in before if t.text[0].isupper()]
    return bool(capitals) and all(t in capitals or t.text in {",", "-", "("} for t in before)


def _place_end(tokens: Sequence[Token], stop: int) -> int:
    """The first token that is neither a capitalized word nor a hyphen."""
    words_of_place = (t.text[0].isupper() or t.text == "-" for t in tokens[:stop])
    return next((at for at, part in enumerate(words_of_place) if not part), stop)


def _is_closed(tokens: Sequence[Token], stop: int) -> bool:
    return stop >= len(tokens) or tokens[stop].text in {".", "/", "(", "—", "–", "-", ":"}


def reference(annotated: Annotated) -> str | None:
    """The day to which relative dates refer: the document's own, or that of its dateline."""
    opening = dateline(annotated)
    issued = annotated.document.issued
    return issued[:10] if issued else (opening.value if opening else None)


def as_of(sentence: Sentence, quantity: Quantity, found: Sequence[DateMention]) -> str | None:
    """The date for which a figure is stated, or None: a frame holds for the figures after it in the sentence.

    The dates of foundings and events («основанный в 1996 году», «с 2014 года») are not frames.
    """
    tokens = sentence.tokens
    frames = [d for d in found if d.stop <= quantity.first and _is_frame(tokens, d)]
    after = next((d for d in found if d.first >= quantity.stop and _is_appended(tokens, quantity, d)), None)
    if after:
        return after.value
    last = frames[-1] if frames else None
    between = tokens[last.stop : quantity.first] if last else ()
    is_open = last and not any(t.text == ";" or t.lower in words("dates", "now") for t in between)
    return last.value if last and is_open else None


def _is_frame(tokens: Sequence[Token], found: DateMention) -> bool:
    """A date that stands before the verb of its clause, which is not a participle's or a relative one."""
    if found.role not in {"as_of", "point"} or not found.value:
        return False
    start = _clause_start(tokens, found.first)
    clause = tokens[start : found.first]
    is_embedded = any(t.lemma in words("dates", "relatives") or t.pos == "VERB" for t in clause)
    return (not is_embedded and not _is_plain_day(found)) or _measures(tokens, start, found)


def _is_plain_day(found: DateMention) -> bool:
    """«10 августа прошла церемония»: a day is a figure's date only where the words say so."""
    return found.role == "point" and len(found.value) == 10


def _measures(tokens: Sequence[Token], start: int, found: DateMention) -> bool:
    """«число резидентов выросло в 2016 году до 300»."""
    verbs = [t for t in tokens[start : found.first] if t.pos == "VERB"]
    return len(verbs) == 1 and (does(verbs[0], "measuring") or bool(change(verbs[0])))


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    return next((k + 1 for k in range(at - 1, -1, -1) if tokens[k].text in {",", ";", "(", "—", ":"}), 0)


def _is_appended(tokens: Sequence[Token], quantity: Quantity, found: DateMention) -> bool:
    """«320 компаний (на конец 2019 года)», «насчитывает 320 компаний по состоянию на 1 июля»."""
    between = tokens[quantity.stop : found.first]
    calm = all(t.text not in {",", ";"} and t.pos not in {"VERB", "NUM"} for t in between)
    return found.role == "as_of" and bool(found.value) and calm and len(between) <= 8
