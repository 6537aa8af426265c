"""In which part the phrases of a sentence stand beside a figure."""

from collections.abc import Collection, Iterator, Sequence

from baygraph.annotation import Quantity
from baygraph.extract.signatures import FACILITY, PLACE, PROGRAM, PROJECT
from baygraph.languages.pack import Bearing, Phrase, Reading

ATTRIBUTE_ROLES = frozenset({"gen", "of"})
WHERE_ROLES = frozenset({"in", "at"})
LISTING = frozenset({",", "、", "等"})
SIZED = PROGRAM | PROJECT | FACILITY  # things that may be a sum of money, or so much power, themselves
Part = tuple[int, str]  # a phrase by its index, and the part in which it stands


def parts(reading: Reading, quantity: Quantity, bearing: Bearing, others: Collection[int]) -> Iterator[Part]:
    """The phrases that a figure may be about; what is counted, and ``others``, have no part."""
    for index, part in _parts(reading, quantity, bearing):
        if index not in others and not is_counted(reading.phrases[index], quantity):
            yield index, part


def is_counted(phrase: Phrase, quantity: Quantity) -> bool:
    """The phrase of what is counted («26 инкубаторов») owns nothing; «фонд в 50 млн» has its amount."""
    sized = quantity.unit and SIZED & set(phrase.mention.types[:1])
    return phrase.plural or (phrase.mention.head == quantity.measure_head and not sized)


def of_others(reading: Reading, quantity: Quantity) -> frozenset[int]:
    """The phrases that are no owners of a figure since they only say what the sentence counts, by index.

    «23 академика и 100 представителей программы»: the programme is in the words of the other figure.
    «20 сессий, включая форум и семинар»: the forum is one of what is counted.
    """
    others = [q for q in reading.quantities if q.measure_head != quantity.measure_head]
    return frozenset(
        index
        for index, phrase in enumerate(reading.phrases)
        if any(is_said_of(phrase, q) for q in others)
        or _is_one_of(phrase, quantity, reading.phrases)
        or _is_counted_beside(phrase, quantity, reading)
    )


def is_said_of(phrase: Phrase, quantity: Quantity) -> bool:
    """«100 представителей программы»: the phrase stands in the words for what is counted, or right behind.

    Of an amount («420 million yuan on a campus») it may well be what the amount is about.
    """
    if quantity.unit:
        return False
    stop = max(quantity.measure_head + 1, quantity.stop)
    behind = quantity.first <= quantity.measure_head and 0 <= phrase.first - stop <= 1
    return quantity.first <= phrase.first < stop or (behind and bool(phrase.roles & ATTRIBUTE_ROLES))


def _is_counted_beside(phrase: Phrase, quantity: Quantity, reading: Reading) -> bool:
    """«a plenary and four sessions», «пленарное заседание и четыре секции»: both are parts of one thing."""
    between = reading.sentence.tokens[phrase.stop : quantity.first]
    return len(between) == 1 and between[0].pos == "CCONJ" and not quantity.unit and phrase.host < 0


def _is_one_of(phrase: Phrase, quantity: Quantity, phrases: Sequence[Phrase]) -> bool:
    several = phrases[phrase.member_of].mention.head if phrase.member_of >= 0 else -1
    return several >= 0 and several == quantity.measure_head


def _parts(reading: Reading, quantity: Quantity, bearing: Bearing) -> Iterator[Part]:
    for index, phrase in enumerate(reading.phrases):
        if _is_attribute(phrase, quantity):
            yield index, "attribute"
        elif _is_whole(phrase, quantity):
            yield index, "whole"
        elif _is_of_several(phrase, reading) and phrase.first < quantity.stop:
            yield index, "in"
        elif _is_bearer(phrase, quantity, reading):
            yield index, "bearer"
        elif phrase.stop <= quantity.first and not _is_listed_with(phrase, quantity, reading):
            yield index, "beside"
    for role, index in bearing.parts:
        phrase = reading.phrases[index]
        if not (role == "subj" and _is_listed_with(phrase, quantity, reading)):
            held = role in WHERE_ROLES and "Event" in phrase.mention.types
            yield index, "occasion" if held else role


def _is_attribute(phrase: Phrase, quantity: Quantity) -> bool:
    """«площадь парка», «его площадь»: the attribute of what is measured."""
    head = quantity.measure_head
    if not phrase.roles & ATTRIBUTE_ROLES:
        return False
    if phrase.mention.kind == "pronoun":
        return 0 <= head - phrase.stop <= 2
    return head <= quantity.first and 0 < phrase.first - head <= 1


def _is_whole(phrase: Phrase, quantity: Quantity) -> bool:
    """«43 резидента технопарка», «20 of the park's firms»: the attribute of what is counted."""
    inside = quantity.first < quantity.measure_head < quantity.stop
    return (
        inside
        and not phrase.plural
        and bool(phrase.roles & ATTRIBUTE_ROLES)
        and 0 < phrase.first - quantity.measure_head <= 1
    )


def _is_of_several(phrase: Phrase, reading: Reading) -> bool:
    """«на площадках корпорации»: what several places belong to."""
    host = reading.phrases[phrase.host] if phrase.host >= 0 else None
    return host is not None and host.plural and bool((host.roles | host.cases) & {*WHERE_ROLES, "loc"})


def _is_measured(phrase: Phrase, quantity: Quantity) -> bool:
    """«the 3.02 sq km Shenzhen Park», «50亿元产业基金»: the thing right behind its amount."""
    near = phrase.mention.first == quantity.stop and bool(quantity.unit)
    return near and not phrase.plural and not PLACE & set(phrase.mention.types[:1])


def _holds(phrase: Phrase, quantity: Quantity) -> bool:
    """«проект «Парк накопителей» с инвестициями около 7,5 млрд юаней»: the figure ends the phrase."""
    return phrase.mention.stop <= quantity.first and quantity.stop <= phrase.stop


def _meets(phrase: Phrase, quantity: Quantity) -> bool:
    """«стенд для испытания приводов мощностью 20 тыс. кВт»: the words of the measure end the phrase."""
    overlaps = phrase.first <= quantity.first < phrase.stop <= quantity.stop
    headed = phrase.mention.head <= quantity.measure_head
    single = not phrase.plural and phrase.mention.kind != "pronoun"
    return bool(quantity.unit) and overlaps and headed and single


def _is_bearer(phrase: Phrase, quantity: Quantity, reading: Reading) -> bool:
    """«парк площадью 25 га», "an academy with 400 students": the thing right before its figure."""
    if _is_measured(phrase, quantity) or _holds(phrase, quantity) or _meets(phrase, quantity):
        return True
    held = quantity.first <= phrase.first and phrase.stop <= quantity.measure_head  # «парк площадью 25 га»
    between = reading.sentence.tokens[phrase.stop : quantity.measure_head if held else quantity.first]
    return (
        (held or len(between) > 0)
        and len(between) <= 3
        and not phrase.plural
        and not any(t.text in LISTING for t in between)
        and phrase.mention.kind != "pronoun"
        and not PLACE & set(phrase.mention.types[:1])
        and not any(t.pos in {"VERB", "AUX", "CCONJ", "PUNCT"} for t in between)
    )


def _is_listed_with(phrase: Phrase, quantity: Quantity, reading: Reading) -> bool:
    """«A, B и 8 университетов»: what stands in one list with the counted owns it not."""
    tokens, between = reading.sentence.tokens, range(phrase.stop, quantity.first)
    marks = [i for i in between if tokens[i].text in LISTING or tokens[i].pos == "CCONJ"]
    if not marks:
        return False
    named = {i for p in reading.phrases for i in range(p.first, p.stop)}
    verbs = (i for i in between if tokens[i].pos in {"VERB", "AUX"})
    return not named.issuperset(marks) and named.issuperset(verbs)
