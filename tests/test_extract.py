"""What a document says: things, facts with quotes, figures with owners, reasons for the rest."""

from collections.abc import Iterator

import pytest

from baygraph.errors import UnknownLanguage
from baygraph.extract import claims
from baygraph.extract.signatures import allows
from baygraph.model import Claim, Document, DocumentClaims, Ref, Value
from baygraph.terms import SIGNATURES

PARK = (
    "Научно-технический парк «Синхэ» открыт в Фошане 12 мая 2021 года. Парк занимает 25 га. "
    "Его построила компания «Лянда» (Lianda). В парке работают 40 лабораторий, а годом позже «Лянда» "
    "откроет инкубатор «Цидянь»."
)


def read(text: str, issued: str | None = "2021-06-01", name: str = "d1") -> DocumentClaims:
    return claims(Document(name, text, "ru", issued=issued))


def quotes(found: DocumentClaims, claim: Claim) -> list[str]:
    return [found.document.text[s.start : s.end] for s in claim.evidence]


def key_of(found: DocumentClaims, name: str) -> str:
    return next(e.key for e in found.entities if name in {n.text for n in e.names})


def facts(found: DocumentClaims) -> Iterator[tuple[str, str, str]]:
    for claim in found.claims:
        if isinstance(claim.object, Ref):
            yield claim.subject.key, claim.predicate, claim.object.key


def figure_owners(found: DocumentClaims) -> dict[str, str]:
    values = {
        c.subject.key: c.object.text
        for c in found.claims
        if c.predicate == "value" and isinstance(c.object, Value)
    }
    owners = {
        c.subject.key: c.object.key
        for c in found.claims
        if c.predicate == "about" and isinstance(c.object, Ref)
    }
    return {value: owners[key] for key, value in values.items() if key in owners}


def test_a_short_noun_and_the_full_name_are_one_thing() -> None:
    found = read(PARK)
    parks = [e for e in found.entities if "Park" in e.types]
    assert len(parks) == 1
    types = [c for c in found.claims if c.subject.key == parks[0].key and c.predicate == "type"]
    assert {"Парк", "парке"} <= {quote for claim in types for quote in quotes(found, claim)}


def test_a_name_in_brackets_is_another_name_of_the_same_thing() -> None:
    found = read(PARK)
    names = next(e.names for e in found.entities if "Company" in e.types)
    assert {"Лянда", "Lianda"} <= {n.text for n in names}
    assert {n.lang for n in names if n.text == "Lianda"} == {"en"}


def test_figures_belong_to_what_the_sentence_is_about() -> None:
    found = read(PARK)
    park = key_of(found, "Научно-технический парк «Синхэ»")
    assert figure_owners(found) == {"25": park, "40": park}


def test_every_fact_is_quoted_with_both_its_ends() -> None:
    found = read(PARK)
    types = [c for c in found.claims if c.predicate == "type"]
    names = {e.key: [m for c in types if c.subject.key == e.key for m in c.evidence] for e in found.entities}
    told = [
        c
        for c in found.claims
        if isinstance(c.object, Ref) and c.predicate in SIGNATURES and c.predicate != "about"
    ]
    assert told
    for claim in told:
        assert isinstance(claim.object, Ref)
        (span,) = claim.evidence
        for end in (claim.subject.key, claim.object.key):
            assert any(span.covers(mention) for mention in names[end]), (claim, end)


def test_every_fact_stands_between_the_classes_that_the_contract_allows() -> None:
    found = read(PARK)
    types = {e.key: e.types for e in found.entities}
    for claim in found.claims:
        if claim.predicate in SIGNATURES and claim.predicate != "about" and isinstance(claim.object, Ref):
            assert allows(claim.predicate, types[claim.subject.key], types[claim.object.key]), claim


def test_what_will_be_is_marked_as_planned() -> None:
    found = read("Университет Макао построит лабораторию «Волна» в Хэнцине.")
    modalities = {
        c.predicate: c.modality for c in found.claims if c.predicate in {"establishedBy", "locatedIn"}
    }
    assert modalities.get("establishedBy") == "planned"


def test_the_same_text_under_another_name_gives_the_same_facts_about_named_things() -> None:
    named = [f for f in facts(read(PARK, name="a")) if "--" not in f[0]]
    assert named == [f for f in facts(read(PARK, name="b")) if "--" not in f[0]]


def test_claims_are_a_pure_function_of_the_document() -> None:
    first = read(PARK)
    read("Институт «Заря» работает в Цзянмэне.", name="other")
    assert read(PARK) == first


def test_an_event_of_another_year_is_another_event() -> None:
    text = "Открылась Чжуншаньская конференция молодых учёных."
    keys = {
        year: {e.key for e in read(text, f"{year}-03-01").entities if "Event" in e.types}
        for year in (2018, 2019)
    }
    assert keys[2018] and keys[2019] and not keys[2018] & keys[2019]


def test_an_unnamed_event_stays_in_its_document() -> None:
    text = "Церемония прошла в Чжуншане."
    keys = [{e.key for e in read(text, name=name).entities if "Event" in e.types} for name in ("a", "b")]
    assert keys[0] and keys[1] and not keys[0] & keys[1]


def test_what_is_left_out_is_reported_with_its_reason() -> None:
    found = read("В беседе упомянули новый подземный цех. Выпуск вырос вдвое.")
    assert all(
        r.reason and r.quote == found.document.text[r.span.start : r.span.end] for r in found.rejections
    )
    assert any("цех" in r.quote for r in found.rejections)


def test_an_unread_language_is_named() -> None:
    with pytest.raises(UnknownLanguage, match="xx"):
        claims(Document("d", "text", "xx"))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "«", "(((", "2018", "Чжуншань", "А" * 5000, "и, " * 3000])
def test_odd_texts_are_read_to_the_end(text: str) -> None:
    found = read(text)
    assert all(0 <= s.start < s.end <= len(text) for c in found.claims for s in c.evidence)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Компания «Лянда» построила парк «Синхэ», под который в посёлке Даньцзао отведено 120 му земли.",
            {"120": "Синхэ"},
        ),
        (
            "В Фошане открылась лаборатория «Волна». Форум «Заря» прошёл в Фошане. "
            "На форуме компания «Лянда» подписала 32 соглашения.",
            {"32": "Заря"},
        ),
        (
            "Инкубатор «Цидянь» работает в Чжухае. В нём 40 команд и 12 наставников.",
            {"40": "Цидянь", "12": "Цидянь"},
        ),
        ("Компания «Лянда» пригласила 43 резидента технопарка «Синхэ».", {"43": "Синхэ"}),
        (
            "Выставка «Волна» прошла в Фошане. "
            "В её программу вошли 14 секций, включая Форум молодых инженеров и Семинар по новым материалам.",
            {"14": "Волна"},
        ),
        (
            "Фошань запустил программу «Тёплый ветер». В шести её встречах, включавших 30 секций, приняли "
            "участие 21 академик, 90 участников Программы обмена молодыми инженерами и 4000 специалистов.",
            {"30": "Тёплый ветер", "21": "Тёплый ветер", "4000": "Тёплый ветер"},
        ),
        (
            "Компания «Лянда» и парк «Синхэ» подписали договор. В парке зарегистрировано 340 фирм.",
            {"340": "Синхэ"},
        ),
        (
            "Мэр Ли Вэй открыл лабораторию «Волна» в Фошане. В её стенах работают 24 коллектива.",
            {"24": "Волна"},
        ),
        ("Университет Макао, чья лаборатория «Волна» провела 78 экспертиз, ждёт гостей.", {"78": "Волна"}),
        (
            "Компания «Лянда» провела в Фошане форум «Заря». На него съехались 300 делегатов.",
            {"300": "Заря"},
        ),
        ("Выставка «Волна», прошедшая в парке «Синхэ», собрала 600 экспонентов.", {"600": "Волна"}),
        (
            "Компания «Лянда» возводит в Фошане плавучую ветростанцию «Хайян» на 150 тыс. кВт.",
            {"150000": "Хайян"},
        ),
        (
            "Институт «Волна» объединил лабораторию «Цидянь», стенд и 19 научных групп.",
            {"19": "Волна"},
        ),
    ],
)
def test_a_figure_belongs_to_what_its_clause_its_noun_or_the_text_before_names(
    text: str, owners: dict[str, str]
) -> None:
    found = read(text)
    names = {e.key: " ".join(n.text for n in e.names) for e in found.entities}
    said = {value: names[key] for value, key in figure_owners(found).items()}
    assert all(name in said.get(value, "") for value, name in owners.items()), said


def test_the_rule_says_why_a_figure_is_given_to_its_owner() -> None:
    found = read(PARK)
    assert {c.rule for c in found.claims if c.predicate == "about"} == {
        "figure-owner/bearer",
        "figure-owner/where",
    }


@pytest.mark.parametrize("text", ["ZHUHAI\n17 May 2021\nThe park opened.", "Zhuhai", "Zhuhai,"])
def test_a_text_may_begin_with_a_line_that_is_only_a_place(text: str) -> None:
    assert "zhuhai" in {entity.key for entity in claims(Document("d", text, "en")).entities}
