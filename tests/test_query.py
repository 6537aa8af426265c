"""The questions that come with the project give these rows, whoever is asked and however."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from sample_graph import CHINESE, ENGLISH, RUSSIAN, publish_sample, sentence
from sample_region import publish_region
from sparql_server import serving

from baygraph.query import QueryDocument, available, load, run, run_remote
from baygraph.query.documents import KINDS, LEVELS, TOPICS
from baygraph.terms import BAY, ID, RDF, RDFS, SCHEMA

pytestmark = pytest.mark.package

QUESTIONS = [document for document in available() if "/" not in document.name]
CHECKS = [document for document in available() if document.name.startswith("checks/")]

OPENED, OPENED_RU = sentence(ENGLISH, "opened")[0], sentence(RUSSIAN, "открыл")[0]
HELD, GUESTS = sentence(ENGLISH, "held")[0], sentence(ENGLISH, "took part")[0]
PARTNERS, PARTNERS_RU = sentence(ENGLISH, "partners")[0], sentence(RUSSIAN, "партнёры")[0]
LIAISON, PLANS = sentence(CHINESE, "将在")[0], sentence(ENGLISH, "plans")[0]
TIDE, TOGETHER = sentence(RUSSIAN, "ведёт")[0], sentence(CHINESE, "合作")[0]
COMPANIES, PATENTS = sentence(ENGLISH, "1,250")[0], sentence(CHINESE, "专利")[0]
BECOME = sentence(ENGLISH, "become")[0]
WRITTEN = Path(__file__).parent / "answers"
EN, RU, ZH = "doc/harbour", "doc/ru", "doc/liaison"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_sample(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def store(folder: Path) -> ox.Store:
    return load(folder)


@pytest.fixture(scope="module")
def endpoint(store: ox.Store) -> Iterator[str]:
    with serving(store) as address:
        yield address


def rows(answer: object) -> list[tuple[str, ...]]:
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple(map(short, solution)) for solution in answer]


def short(term: ox.NamedNode | ox.Literal | None) -> str:
    if term is None:
        return ""
    text = term.value.removeprefix(ID).removeprefix(BAY)
    return RU if re.match("doc/.*__", text) else text


def test_each_question_has_an_answer_to_compare_with() -> None:
    known = set(ANSWERS) | {path.stem for path in WRITTEN.glob("*.csv")}
    assert known == {document.name for document in QUESTIONS}
    assert len(QUESTIONS) >= 36


@pytest.mark.parametrize("document", available(), ids=lambda document: document.name)
def test_a_query_says_what_it_asks_in_three_languages_and_how_to_read_the_answer(
    document: QueryDocument,
) -> None:
    assert document.title and document.reading
    assert set(document.question) == {"en", "ru", "zh"}
    assert re.search("[а-яё]", document.question["ru"])
    assert re.search("[\u4e00-\u9fff]", document.question["zh"])


@pytest.mark.parametrize("document", available(), ids=lambda document: document.name)
def test_a_query_has_a_topic_and_a_check_a_level(document: QueryDocument) -> None:
    assert document.topic in TOPICS
    assert (document.topic == "checks") == (document.level in LEVELS) == document.name.startswith("checks/")
    assert len({each.title for each in available()}) == len(available())


@pytest.mark.parametrize("document", available(), ids=lambda document: document.name)
def test_a_query_leaves_open_each_of_its_parameters_and_nothing_else(document: QueryDocument) -> None:
    found = re.findall(r"VALUES \?(\w+) \{ UNDEF \}", document.text)
    assert sorted(found) == sorted(parameter.name for parameter in document.parameters)
    assert {parameter.kind for parameter in document.parameters} <= set(KINDS)
    assert all(parameter.means for parameter in document.parameters)


@pytest.mark.parametrize("document", available(), ids=lambda document: document.name)
def test_a_query_runs_as_it_stands_in_any_tool(document: QueryDocument, store: ox.Store) -> None:
    as_it_stands = store.query(document.text, use_default_graph_as_union=True)
    assert rows(as_it_stands) == rows(run(store, document))
    assert "ORDER BY" in document.text


def test_checks_all_give_offenders_in_the_same_columns(store: ox.Store) -> None:
    for document in CHECKS:
        answer = run(store, document)
        assert isinstance(answer, ox.QuerySolutions)
        assert [variable.value for variable in answer.variables] == ["offender", "property", "value"]
        assert not list(answer), document.name


ANSWERS = {
    "stations-of": [
        ("zhongshan", "charles-river-station", "zhongshan", "boston", "united-states", "", OPENED, EN),
        (
            "zhongshan",
            "charles-river-station",
            "zhongshan",
            "boston",
            "united-states",
            "",
            OPENED_RU,
            RU,
        ),
        ("zhongshan", "silicon-valley-station", "zhongshan", "silicon-valley", "", "planned", LIAISON, ZH),
    ],
    "partners-of": [
        ("coastal-laboratory", "harbour-university", "pearl-bridge-project", PARTNERS_RU, RU),
        ("coastal-laboratory", "northwind-robotics", "pearl-bridge-project", PARTNERS_RU, RU),
        ("pearl-bridge-project", "harbour-university", "coastal-laboratory", PARTNERS, EN),
        ("pearl-bridge-project", "northwind-robotics", "coastal-laboratory", PARTNERS, EN),
    ],
    "who-established-what": [
        ("northwind-robotics", "marine-drones-laboratory", "", "planned", PLANS, EN),
        ("zhongshan", "charles-river-station", "boston", "", OPENED, EN),
        ("zhongshan", "charles-river-station", "boston", "", OPENED_RU, RU),
        ("zhongshan", "silicon-valley-station", "silicon-valley", "planned", LIAISON, ZH),
    ],
    "figures-of": [
        ("talent-tide", "специалист", "320", "", "", "", "", TIDE, RU, "2020-02"),
        ("zhongshan", "high-tech company", "1250", "", "true", "2018-12", "", COMPANIES, EN, "2019-04-15"),
        ("zhongshan", "专利", "18000", "", "", "2019", "", PATENTS, ZH, "2020"),
    ],
    "events": [
        ("harbour-talent-fair", "2019-04-12", "", "zhongshan", "zhongshan-science-bureau", "1", HELD),
    ],
    "people": [
        ("liang-wei", "mayor", "zhongshan", "Mayor Liang Wei", EN),
        ("liang-wei", "mayor", "zhongshan", f"{HELD} Mayor Liang Wei", EN),
    ],
    "programmes": [
        ("talent-tide", "zhongshan-science-bureau", "специалист", "320", "", "", TIDE, RU),
    ],
    "goals-of": [("zhongshan", "hub-of-smart-manufacturing", BECOME, EN)],
    "fields-of": [("robotics", "pearl-bridge-project", PARTNERS, EN)],
    "planned": [
        ("marine-drones-laboratory", "establishedBy", "northwind-robotics", "false", PLANS, EN, "2019-04-15"),
        ("silicon-valley-station", "establishedBy", "zhongshan", "false", LIAISON, ZH, "2020"),
        ("silicon-valley-station", "locatedIn", "silicon-valley", "false", LIAISON, ZH, "2020"),
    ],
    "single-source": [
        ("boston", "locatedIn", "united-states", EN, "Boston, United States"),
        ("coastal-laboratory", "partner", "harbour-university", RU, PARTNERS_RU),
        ("coastal-laboratory", "partner", "northwind-robotics", RU, PARTNERS_RU),
        ("harbour-talent-fair", "locatedIn", "zhongshan", EN, HELD),
        ("harbour-talent-fair", "organizedBy", "zhongshan-science-bureau", EN, HELD),
        ("harbour-talent-fair", "participant", "liang-wei", EN, GUESTS),
        ("harbour-talent-fair", "participant", "northwind-robotics", EN, GUESTS),
        ("liang-wei", "affiliatedWith", "zhongshan", EN, f"{HELD} Mayor Liang Wei"),
        ("marine-drones-laboratory", "establishedBy", "northwind-robotics", EN, PLANS),
        ("northwind-robotics", "cooperatesWith", "harbour-university", ZH, TOGETHER),
        ("pearl-bridge-project", "field", "robotics", EN, PARTNERS),
        ("pearl-bridge-project", "partner", "harbour-university", EN, PARTNERS),
        ("pearl-bridge-project", "partner", "northwind-robotics", EN, PARTNERS),
        ("silicon-valley-station", "establishedBy", "zhongshan", ZH, LIAISON),
        ("silicon-valley-station", "locatedIn", "silicon-valley", ZH, LIAISON),
        ("talent-tide", "runBy", "zhongshan-science-bureau", RU, TIDE),
        ("zhongshan", "pursues", "hub-of-smart-manufacturing", EN, BECOME),
        ("zhongshan-science-bureau", "locatedIn", "zhongshan", EN, "Zhongshan Science Bureau"),
    ],
    "cooperation": [
        ("harbour-university", "northwind-robotics", "", "1", TOGETHER),
        ("harbour-university", "northwind-robotics", "coastal-laboratory", "1", PARTNERS_RU),
        ("harbour-university", "northwind-robotics", "pearl-bridge-project", "1", PARTNERS),
    ],
}


FIRST = [document for document in QUESTIONS if document.name in ANSWERS]
OTHERS = [document for document in QUESTIONS if document.name not in ANSWERS]


@pytest.mark.parametrize("document", FIRST, ids=lambda document: document.name)
def test_each_question_has_these_rows(document: QueryDocument, store: ox.Store, endpoint: str) -> None:
    assert rows(run(store, document)) == ANSWERS[document.name]
    assert rows(run_remote(endpoint, document)) == ANSWERS[document.name]


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    return load(publish_region(tmp_path_factory.mktemp("region")))


@pytest.fixture(scope="module")
def region_endpoint(region: ox.Store) -> Iterator[str]:
    with serving(region) as address:
        yield address


def written(name: str) -> list[list[str]]:
    """The expected rows of a question to the five texts of ``sample_region``, under their columns."""
    with (WRITTEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def cells(answer: object) -> list[list[str]]:
    assert isinstance(answer, ox.QuerySolutions)
    return [[variable.value for variable in answer.variables], *(list(map(cell, row)) for row in answer)]


def cell(term: ox.NamedNode | ox.Literal | None) -> str:
    text = term.value if term else ""
    for namespace, prefix in ((ID, ""), (BAY, "bay:"), (RDF, "rdf:"), (RDFS, "rdfs:"), (SCHEMA, "schema:")):
        if text.startswith(namespace):
            text = prefix + text.removeprefix(namespace)
    return re.sub("^doc/text__.*", "doc/неделя", text)


@pytest.mark.parametrize("document", OTHERS, ids=lambda document: document.name)
def test_each_question_has_the_rows_of_its_file(
    document: QueryDocument, region: ox.Store, region_endpoint: str
) -> None:
    expected = written(document.name)
    assert len(expected) > 1
    assert cells(run(region, document)) == expected
    assert cells(run_remote(region_endpoint, document)) == expected


NAMED = ("zhuhai", "foshan", "coral-bay-university", "delta-green-forum", "mangrove-project", "chen-bo")


@pytest.mark.parametrize("document", QUESTIONS, ids=lambda document: document.name)
def test_a_thing_only_narrows_an_answer(document: QueryDocument, region: ox.Store) -> None:
    everything = cells(run(region, document))
    for parameter in (each for each in document.parameters if each.kind == "thing"):
        for name in NAMED:
            some = cells(run(region, document, {parameter.name: name}))
            assert [row for row in everything if row in some] == some, (parameter.name, name)
