"""Claims from what was found: types, facts, dates, titles and figures, each on its stretch of text."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from baygraph.annotation import Quantity
from baygraph.extract.events import Happening
from baygraph.extract.facts import Fact
from baygraph.extract.figures import Figure
from baygraph.extract.keys import measure_key
from baygraph.extract.things import Gathered, Thing
from baygraph.identity.keys import document_slug, statistic_key
from baygraph.languages.pack import Pack, Reading
from baygraph.model import Claim, Document, Entity, Name, Ref, Span, Value

Keys = Mapping[int, str]
DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def entities(gathered: Gathered, keys: Keys, pack: Pack) -> Iterator[Entity]:
    """The published things with the names that the text gives them; one for each key."""
    seen: dict[str, list[Thing]] = {}
    for thing in gathered.things:
        if thing.id in keys:
            seen.setdefault(keys[thing.id], []).append(thing)
    for key, things in seen.items():
        names = tuple(dict.fromkeys(name for thing in things for name in _names(thing, pack)))
        yield Entity(key, (things[0].type,), names)


def _names(thing: Thing, pack: Pack) -> Iterator[Name]:
    found: dict[str, str] = {}
    for name in thing.names:
        found.setdefault(name.text, pack.tag(name.text) if name.lang == pack.code else name.lang)
    for text, lang in found.items():
        yield Name(text, lang, text == thing.name and lang == pack.tag(text))


def types(gathered: Gathered, keys: Keys) -> Iterator[Claim]:
    """Every mention is evidence for what a thing is."""
    classes: dict[str, str] = {}
    for thing in gathered.things:
        if thing.id in keys:
            cls = classes.setdefault(keys[thing.id], thing.type)
            for rule, confidence in dict.fromkeys((m.rule, m.confidence) for m in thing.mentions):
                spans = (m.span for m in thing.mentions if (m.rule, m.confidence) == (rule, confidence))
                found: tuple[Span, ...] = tuple(dict.fromkeys(spans))
                yield Claim(Ref(keys[thing.id]), "type", Value(cls), found, rule, confidence)


def facts(found: Iterable[Fact], keys: Keys) -> Iterator[Claim]:
    """The facts between published things."""
    for f in found:
        if keys[f.subject] != keys[f.object]:
            subject, obj = Ref(keys[f.subject]), Ref(keys[f.object])
            yield Claim(subject, f.prop, obj, (f.span,), f.rule, f.confidence, f.modality)


def dates(found: Iterable[Happening], keys: Keys) -> Iterator[Claim]:
    """The first and last day of events."""
    for happening in found:
        for prop, value in (("startDate", happening.start), ("endDate", happening.end)):
            if value and happening.event in keys:
                subject = Ref(keys[happening.event])
                yield Claim(subject, prop, date_value(value), (happening.span,), "date-beside-event", 0.8)


def date_value(iso: str) -> Value:
    """A date with the datatype of its precision."""
    return Value(iso, DATE_TYPES[len(iso)])


def job_titles(readings: Iterable[Reading], gathered: Gathered, keys: Keys, pack: Pack) -> Iterator[Claim]:
    """The offices that stand beside people's names."""
    for reading in readings:
        for index, phrase in enumerate(reading.phrases):
            thing = gathered.thing((reading.sentence.index, index))
            if phrase.title and thing is not None and thing.type == "Person" and thing.id in keys:
                span = reading.sentence.span(phrase.first, phrase.stop)
                title = Value(phrase.title, lang=pack.tag(phrase.title))
                yield Claim(Ref(keys[thing.id]), "jobTitle", title, (span,), "title-beside-name", 0.85)


def figures(document: Document, pack: Pack, found: Iterable[Figure], keys: Keys) -> Iterator[Claim]:
    """Each figure as a statistic: its number, unit and measure, whose it is and when it holds."""
    for figure in found:
        about = keys.get(figure.about, "") if figure.about is not None else ""
        yield from _statistic(document, pack, figure, about)


def _statistic(document: Document, pack: Pack, figure: Figure, about: str) -> Iterator[Claim]:
    quantity = figure.quantity
    owner = about or document_slug(document.id)
    measure = measure_key(pack, quantity.measure)
    subject = Ref(statistic_key(owner, quantity.value, quantity.unit, figure.as_of, measure))
    for prop, value in _literals(quantity, pack.tag(quantity.measure)):
        yield Claim(subject, prop, value, (figure.said,), quantity.rule, quantity.confidence)
    if figure.as_of:
        yield Claim(subject, "asOf", date_value(figure.as_of), (figure.dated,), "figure-date", 0.8)
    if about:
        yield Claim(subject, "about", Ref(about), (figure.span,), figure.rule, 0.75)


def _literals(quantity: Quantity, lang: str) -> Iterator[tuple[str, Value]]:
    yield "type", Value("Statistic")
    yield "value", number_value(quantity.value)
    yield "measure", Value(quantity.measure, lang=lang)
    if quantity.unit:
        yield "unit", Value(quantity.unit)
    if quantity.approximate:
        yield "approximate", Value("true", "boolean")


def number_value(value: Decimal) -> Value:
    """A whole number as xsd:integer, another as xsd:decimal, without an exponent."""
    if value == value.to_integral_value():
        return Value(f"{value.to_integral_value():f}", "integer")
    return Value(f"{value.normalize():f}", "decimal")
